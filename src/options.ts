import type { Rule } from "eslint";

type JSONSchema4 = Extract<NonNullable<Rule.RuleMetaData["schema"]>, readonly unknown[]>[number];

/** One option of a rule: what it may hold, what it holds when not given, and what it means. */
export interface Option<T> {
  readonly schema: JSONSchema4;
  readonly default: T;
}

export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** The values that a rule receives for its options. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer T> ? T : never;
};

/** The maximum length of a name, word or path. Searching a string for it takes time proportional to its length. */
const LONGEST = 200;

/** Any non-empty string. */
const TEXT: JSONSchema4 = { type: "string", minLength: 1, maxLength: LONGEST };

/** An option that is on or off. */
export function flag(value: boolean, description: string): Option<boolean> {
  return { schema: { type: "boolean", description }, default: value };
}

/** An option that holds a whole number, at least `minimum`. */
export function count(value: number, description: string, minimum = 0): Option<number> {
  return { schema: { type: "integer", minimum, description }, default: value };
}

/** An option whose value is one string of a fixed set; the first is the default. */
export function choice<const T extends string>(allowed: readonly [T, ...T[]], description: string): Option<T> {
  return { schema: { ...oneOf(allowed), description }, default: allowed[0] };
}

/** An option whose value is any string. */
export function text(value: string, description: string): Option<string> {
  return { schema: { ...TEXT, description }, default: value };
}

/** An option whose value is an array of unique strings; with `allowed`, only of these. */
export function strings<const T extends string = string>(
  value: readonly T[],
  description: string,
  allowed?: readonly T[],
): Option<readonly T[]> {
  const items: JSONSchema4 = allowed === undefined ? TEXT : oneOf(allowed);
  return { schema: { type: "array", items, uniqueItems: true, description }, default: value };
}

/**
 * One string of a fixed set. ESLint's error does not name the members of an `enum`, but does show a pattern, which it
 * checks first.
 */
function oneOf(allowed: readonly string[]): JSONSchema4 {
  return { type: "string", pattern: `^(${allowed.join("|")})$`, enum: [...allowed] };
}

/** A function's name, or a path to it: `redact`, `privacy.redact`, `crate::privacy::redact`. */
export const FUNCTION_NAME = /^[^\s.:()]+(?:(?:::|[.])[^\s.:()]+)*$/;

/** An option that names a function, and the module to import it from; none by default. */
export function functionName(
  description: string,
): Option<{ readonly name: string; readonly from?: string } | undefined> {
  const schema: JSONSchema4 = {
    type: "object",
    properties: { name: { ...TEXT, pattern: FUNCTION_NAME.source }, from: TEXT },
    required: ["name"],
    additionalProperties: false,
    description,
  };
  return { schema, default: undefined };
}

/**
 * The JSON schema of a rule's options: one object, no other keys. It stands alone in an `anyOf`, since ESLint's error
 * says the refused value and not its key; of an `anyOf` it prints the whole object beside it, where the key is seen.
 */
export function schemaOf(table: OptionTable): JSONSchema4[] {
  const entries = Object.entries(table);
  if (entries.length === 0) return [];
  const properties = Object.fromEntries(entries.map(([name, option]) => [name, option.schema]));
  return [{ anyOf: [{ type: "object", properties, additionalProperties: false }] }];
}

/** The values of a rule's options when a config gives none. */
export function defaultsOf<Table extends OptionTable>(table: Table): OptionValues<Table> {
  const defaults = Object.entries(table)
    .filter(([, option]) => option.default !== undefined)
    .map(([name, option]) => [name, option.default]);
  return Object.fromEntries(defaults) as OptionValues<Table>;
}
