import type { AutomaticDoor, Setup } from "../../../breadcrumb/index.ts";
import { isScriptsText, sideOfModule, type Side } from "../../../sentry/doors.ts";
import { keptBy } from "../hooks/kept-breadcrumbs.ts";
import type { Switch } from "../../../settings.ts";
import type { JavaScriptProgram } from "../program.ts";
import { integrationsIn } from "../surroundings/integrations.ts";
import type { ValueReader } from "../values/reader.ts";

/** Whether an SDK records by itself what goes through a door of a file, as the settings and the file tell. */
export function isRecorded(
  program: JavaScriptProgram,
  values: ValueReader,
  setups: readonly Setup[],
  door: AutomaticDoor,
): boolean {
  const to = program.settings.integrations[door];
  if (to === undefined)
    return integrationsIn(program, values).has(door) && keptBy(program, values, setups).includes(door);
  return isOpenIn(program, to);
}

/** Whether what the settings say of a door holds for a file, as it tells of itself. */
export function isOpenIn(program: JavaScriptProgram, to: Switch): boolean {
  if (to === false) return false;
  const { sourceCode } = program;
  const isModule = sourceCode.ast.body.some(({ type }) => type.startsWith("Export"));
  if (isScriptsText(sourceCode.text, isModule)) return false;
  const side = to === true ? undefined : sideIn(program);
  return side === undefined || side === to;
}

/** The side of an application that a file is of by what it imports and says of itself. */
function sideIn({ sourceCode }: JavaScriptProgram): Side | undefined {
  for (const statement of sourceCode.ast.body) {
    if (statement.type === "ExpressionStatement" && statement.directive === "use client") return "browser";
    if (statement.type === "ExpressionStatement" && statement.directive === "use server") return "server";
    const side = statement.type === "ImportDeclaration" ? sideOfModule(statement.source.value) : undefined;
    if (side !== undefined) return side;
  }
  return undefined;
}
