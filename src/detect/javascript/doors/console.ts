import type { TSESTree } from "@typescript-eslint/utils";
import { fieldFor, type AutomaticBreadcrumb, type Field, type Setup, type Value } from "../../../breadcrumb/index.ts";
import { CONSOLE_METHODS } from "../../../sentry/console.ts";
import { once } from "../../once.ts";
import { perFile } from "../../per-file.ts";
import type { DoorCall } from "../../door-calls.ts";
import type { JavaScriptProgram } from "../program.ts";
import { consoleMethodsIn } from "../surroundings/integrations.ts";
import { memberPath } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import { developmentOf } from "./development.ts";
import { sentLevelsIn } from "./log-integrations.ts";
import { isRecorded as isRecordedThrough } from "./recorded.ts";

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["global", "globalThis", "self", "window"]);

/** `console` where it is not followed by a method that is called at once: `const { log } = console`. */
const HANDED_AROUND = /\bconsole\b(?!\s*\??\.\s*\w+\s*\??\.?\()/u;

/** What an SDK does with a method of the console, where it does anything. */
export function consoleDoors(
  program: JavaScriptProgram,
  values: ValueReader,
  setups: readonly Setup[],
): (method: string) => Pick<DoorCall, "door" | "isRecorded"> | undefined {
  const isOpen = once(() => isRecordedThrough(program, values, setups, "console"), false);
  return (method) => {
    const isRecorded = isOpen() && consoleMethodsIn(program, values).has(method);
    const sent = sentLevelsIn(program, values);
    const isCaptured = sent.get("consoleEvents")?.has(method) === true;
    if (!isRecorded && !isCaptured && sent.get("consoleLogs")?.has(method) !== true) return undefined;
    return { door: isCaptured ? "captured" : isRecorded ? "console" : "forwarded", isRecorded };
  };
}

/** A method of the console that is called, and how many arguments come before those that it writes. */
interface ConsoleCall {
  readonly method: string;
  readonly skipped: number;
}

/** Recognises calls of the console, as they are written or by what the callee stands for. */
export const consoleCallsIn = perFile((program: JavaScriptProgram, values: ValueReader) => {
  const isOnlyForDevelopment = developmentOf(values);
  const isHandedAround = HANDED_AROUND.test(program.sourceCode.text);

  function methodOf({ callee }: TSESTree.CallExpression): string | undefined {
    const { root, path } = memberPath(callee);
    const written = root.type === "Identifier" ? methodAt([root.name, ...path]) : undefined;
    if (root.type === "Identifier" && written !== undefined && program.scopes.isGlobal(root)) return written;
    if (!isHandedAround) return undefined;
    for (const { value, path: members } of values.referentsOf(callee)) {
      const node = value.kind === "name" ? values.nodeOf(value) : undefined;
      const isGlobal = node?.type === "Identifier" && program.scopes.isGlobal(node);
      // `const log = __DEV__ ? console.log : noop`
      const method = isGlobal && !isOnlyForDevelopment(node) ? methodAt([node.name, ...members]) : undefined;
      if (method !== undefined) return method;
    }
    return undefined;
  }

  return (call: TSESTree.CallExpression): ConsoleCall | undefined => {
    const method = methodOf(call);
    if (method === undefined) return undefined;
    // What an assertion is to tell comes behind what it asserts; what a method is called on comes first.
    const isCalledOn = memberPath(call.callee).path.at(-1) === "call";
    return { method, skipped: Number(method === "assert") + Number(isCalledOn) };
  };
});

/** Recognises what an SDK records or sends of the console: `console.info(…)` by any name, where it does so. */
export function consoleCalls(
  program: JavaScriptProgram,
  values: ValueReader,
  setups: readonly Setup[],
): (call: TSESTree.CallExpression) => DoorCall | undefined {
  const doorOf = consoleDoors(program, values, setups);
  const isOnlyForDevelopment = developmentOf(values);
  return (call) => {
    const { method, skipped = 0 } = consoleCallsIn(program, values)(call) ?? {};
    const door = method === undefined ? undefined : doorOf(method);
    if (door === undefined || isOnlyForDevelopment(call)) return undefined;
    return { ...door, parts: call.arguments.map((_, index) => (index < skipped ? "_" : "arguments")) };
  };
}

/**
 * The message and data that the SDKs record of a call of the console: its arguments in one string, and as they are
 * (sentry-javascript, `packages/core/src/instrument/console.ts`, `packages/browser/src/integrations/breadcrumbs.ts`).
 * @param parts the arguments that are recorded, up to the first that is spread.
 */
export function recordedOfConsole(
  { sourceCode }: JavaScriptProgram,
  { range, arguments: given }: TSESTree.CallExpression,
  parts: readonly Field[],
): Pick<AutomaticBreadcrumb, "data" | "message"> {
  const at = { range, source: sourceCode.text.slice(...range) };
  const items = parts.map(({ value }) => value);
  const complete = given.every(({ type }) => type !== "SpreadElement");
  const [first, ...others] = items;
  const joined = items.flatMap((item, index): Value[] =>
    index === 0 ? [item] : [{ kind: "text", ...at, text: " " }, item],
  );
  const message: Value | undefined =
    complete && others.length === 0 ? first : { kind: "template", ...at, parts: joined };
  const list = fieldFor("arguments", { kind: "list", ...at, items, complete });
  return {
    message: message && fieldFor("message", message),
    data: fieldFor("data", { kind: "record", ...at, fields: [list], spreads: [], complete: true }),
  };
}

/** The recorded method of the console that names lead to: `globalThis.console.info`. */
function methodAt(names: readonly string[]): string | undefined {
  const [first = "", ...others] = names;
  const [owner, method, calling, ...deeper] = GLOBAL_OBJECTS.has(first) ? others : names;
  if (owner !== "console" || deeper.length > 0 || (calling !== undefined && calling !== "call")) return undefined;
  return method !== undefined && CONSOLE_METHODS.has(method) ? method : undefined;
}
