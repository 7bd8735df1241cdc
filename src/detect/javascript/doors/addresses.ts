import type { TSESTree } from "@typescript-eslint/utils";
import { fieldFor, resolve, type Field, type Sending, type Setup, type Value } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram } from "../program.ts";
import { addressOf } from "../surroundings/integrations.ts";
import type { ValueReader } from "../values/reader.ts";
import { developmentOf } from "./development.ts";
import { isRecorded } from "./recorded.ts";

/** The properties by which requests and routers take an address in parts. */
const OF_ADDRESS: ReadonlySet<string | undefined> = new Set(["params", "path", "pathname", "query", "search", "url"]);

/**
 * Recognises calls of whose address an SDK records a breadcrumb, where it is recorded: requests, whose query arrives in
 * `data.url` or beside it, and navigation, with its query in `data.to` (sentry-javascript,
 * `packages/browser/src/integrations/breadcrumbs.ts`, `packages/node-core/src/utils/outgoingHttpRequest.ts`).
 */
export function addressCalls(
  program: JavaScriptProgram,
  values: ValueReader,
  setups: readonly Setup[],
): (call: TSESTree.CallExpression) => Pick<Sending, "door" | "parts"> | undefined {
  const isOnlyForDevelopment = developmentOf(values);
  return (call) => {
    const found = addressOf(program, values, call);
    if (found === undefined || !isRecorded(program, values, setups, found.door)) return undefined;
    if (isOnlyForDevelopment(call)) return undefined;
    const name = found.door === "history" ? "to" : "url";
    const { address, options } = found;
    const others = options === undefined ? [] : fieldsOf(values.valueOf(options));
    return { door: found.door, parts: [...partsIn(name, values.valueOf(address)), ...others] };
  };
}

/** An address that is a text, or what of an object belongs to one. */
function partsIn(name: string, value: Value): readonly Field[] {
  return resolve(value).kind === "record" ? fieldsOf(value) : [fieldFor(name, value)];
}

function fieldsOf(value: Value): readonly Field[] {
  const is = resolve(value);
  return is.kind === "record" ? is.fields.filter(({ name }) => OF_ADDRESS.has(name)) : [];
}
