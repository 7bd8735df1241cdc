import {
  fieldlessClassOf,
  places,
  resolve,
  runtimeTypeOf,
  type RuntimeType,
  type Sending,
  type Value,
} from "../breadcrumb/index.ts";
import { isSymbol } from "./data.ts";

/** The arguments of a log: its message, and its attributes with what arrives of those that Sentry does not take. */
export function argumentsOfLog({ parts }: Sending): {
  readonly message: Value | undefined;
  readonly attributes: readonly { readonly value: Value; readonly remains: string | undefined }[];
} {
  const attributes = parts.find(({ name }) => name === "attributes")?.value;
  const record = attributes && resolve(attributes);
  const fields = record?.kind === "record" ? record.fields : [];
  return {
    message: parts.find(({ name }) => name === "message")?.value,
    attributes: fields.map(({ value }) => ({ value, remains: remainsOf(value) })),
  };
}

/** Only a template, with no other string beside or inside it. */
const ONE_TEMPLATE = /^`[^`]*`$/u;

/**
 * What sends the values in a log's message as attributes, too: `Sentry.logger.fmt` for `Sentry.logger.info`.
 * @returns undefined where the message has none, and where no tag can be put before it; a tag cannot be optional.
 */
export function fmtFor({ callee: { source, name } }: Sending, message: Value): string | undefined {
  if (message.kind !== "template" || !ONE_TEMPLATE.test(message.source)) return undefined;
  return source.endsWith(`.${name}`) && !source.includes("?.") ? `${source.slice(0, -name.length)}fmt` : undefined;
}

/**
 * What arrives in the place of a log's attribute that Sentry does not take, as source text; undefined for all that it
 * takes, and where the source does not tell (seen with `@sentry/node` 10 and 11).
 */
function remainsOf(attribute: Value): string | undefined {
  const remains = places(attribute).map(({ at, each }) => {
    if (each.every((is) => fieldlessClassOf(at, [is]) !== undefined)) return "{}";
    const [type, ...others] = new Set(each.map(typeOf));
    return type === undefined || others.length > 0 ? undefined : LOST.get(type);
  });
  const [first, ...others] = new Set(remains);
  return others.length === 0 ? first : undefined;
}

const LOST: ReadonlyMap<RuntimeType | "bigint" | "symbol", string> = new Map([
  ["bigint", '""'],
  ["error", "{}"],
  ["function", '""'],
  ["symbol", '""'],
]);

function typeOf(value: Value): RuntimeType | "bigint" | "symbol" | undefined {
  if (isSymbol(value)) return "symbol";
  return isBigInt(value) ? "bigint" : runtimeTypeOf(value);
}

function isBigInt(value: Value): boolean {
  return value.kind === "number" && value.source.endsWith("n");
}
