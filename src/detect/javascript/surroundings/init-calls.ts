import type { Setup } from "../../../breadcrumb/index.ts";
import { reachesSdk } from "../names/mentions.ts";
import { isOfProject } from "../names/module-paths.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { parentOf } from "../syntax/nodes.ts";
import { statementOf } from "../syntax/statements.ts";
import { callsOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";

/** Names that projects and packages give to modules that set an SDK up: `./instrument.js`, `@sentry/node/init`. */
const SETUP = /instrument|sentry|\binit\b/iu;

const STYLES = /\.(?:css|less|s[ac]ss)$/u;

const INIT: ReadonlySet<string | undefined> = new Set(["init"]);

/** The calls of a file that set an SDK up: `Sentry.init(…)`. */
export function setupsOf(program: JavaScriptProgram, values: ValueReader): readonly Setup[] {
  const mayReach = reachesSdk(program, INIT);
  return callsOf(program.sourceCode).flatMap((call) => {
    const path = mayReach(call.callee) ? values.sdkPath(call.callee) : undefined;
    if (path?.length !== 1 || path[0] !== "init") return [];
    const [options] = call.arguments;
    const modules = values.referentsOf(call.callee).map((referent) => values.sdk.moduleOf(referent));
    return [
      {
        range: call.range,
        options: options && values.valueOf(options),
        sdk: modules.find((module) => module !== undefined),
        isOnLoad: parentOf(statementOf(call) ?? call)?.type === "Program",
        mayFollow: loadsSetup(program, call),
      },
    ];
  });
}

/**
 * Whether a file loads a module that may set the SDK up: for nothing that it exports, or one with the name of a set-up.
 * Imports run first, wherever they stand.
 */
function loadsSetup({ scopes, sourceCode }: JavaScriptProgram, call: Node): boolean {
  const isLoading = (node: Node | null, isAlone: boolean): boolean => {
    const module = node === null ? undefined : scopes.moduleLoadedBy(node);
    return module !== undefined && maySetUp(module, isAlone);
  };
  return sourceCode.ast.body.some((statement) => {
    if (statement.type === "ImportDeclaration") {
      const { importKind, source, specifiers } = statement;
      return importKind !== "type" && maySetUp(source.value, specifiers.length === 0);
    }
    if (statement.range[0] > call.range[0]) return false;
    if (statement.type === "ExpressionStatement") return isLoading(statement.expression, true);
    return (
      statement.type === "VariableDeclaration" && statement.declarations.some(({ init }) => isLoading(init, false))
    );
  });
}

/** @param isAlone whether nothing of it is used, so that it is loaded for what it does. */
function maySetUp(module: string, isAlone: boolean): boolean {
  if (!isOfProject(module)) return isAlone && SETUP.test(module);
  return (isAlone || SETUP.test(module)) && !STYLES.test(module);
}
