import type { TSESTree } from "@typescript-eslint/utils";
import { resolve, type Field, type Value } from "../../../breadcrumb/index.ts";
import type { Reach } from "../flow/reaching-writes.ts";
import { ChoiceNode, ListNode, RecordNode, type Contents, type Site } from "./value-nodes.ts";

/** The place of a value, for another value that stands for it. */
export function siteOf(value: Value): Site {
  return { range: value.range, source: value.source, type: () => value.type };
}

/** The literal that a record is written as. */
export function literalOf(value: Value): TSESTree.ObjectExpression | undefined {
  return value instanceof RecordNode ? value.node : undefined;
}

/** What a record holds, without what is only known of records of this language. */
export function contentsOf({ fields, spreads, complete }: Omit<Contents, "isOpen">): Omit<Contents, "isOpen"> {
  return { fields, spreads, complete };
}

/** The same record or list, as far as it is seen. */
export function opened(value: Value): Value {
  if (value.kind === "list") return new ListNode(siteOf(value), () => ({ items: value.items, complete: false }));
  if (value.kind !== "record") return value;
  const contents = (): Contents => ({ ...contentsOf(value), complete: false, isOpen: true });
  return new RecordNode(siteOf(value), contents, literalOf(value));
}

/** What a value is, with the records and lists that it can be taken for no more than what is seen of them. */
export function openedThrough(value: Value): Value {
  const is = resolve(value);
  const held = is.kind === "call" && is.result !== undefined ? resolve(is.result) : is;
  if (held.kind === "choice") return new ChoiceNode(siteOf(held), () => held.branches.map(openedThrough));
  return held.kind === "record" || held.kind === "list" ? opened(held) : value;
}

/** The same record without some of its fields; anything else is itself. */
export function without(value: Value, names: readonly string[]): Value {
  const record = resolve(value);
  if (record.kind !== "record" || names.length === 0) return value;
  const isLeft = ({ name }: Field): boolean => name === undefined || !names.includes(name);
  const contents = (): Contents => ({ ...contentsOf(record), fields: record.fields.filter(isLeft), isOpen: false });
  return new RecordNode(siteOf(value), contents);
}

/** The same field, as far as it is seen. */
export function openField(field: Field): Field {
  return { ...field, value: opened(field.value) };
}

/** Fields with one more; what it replaces is still possible when it is written only sometimes. */
export function withField(fields: readonly Field[], field: Field, reach: Reach, isWithin: boolean): readonly Field[] {
  const before = field.name === undefined ? undefined : fields.findLast(({ name }) => name === field.name);
  if (before === undefined) return [...fields, field];
  const others = fields.filter(({ name }) => name !== field.name);
  if (reach === "always" || isWithin) return [...others, field];
  const value = new ChoiceNode(siteOf(field.value), () => [before.value, field.value]);
  return [...others, { ...field, value }];
}

/** What an object or list, as far as it is seen, holds under a name. */
export function memberOf(owner: Value, name: string | undefined): Value | undefined {
  if (name === undefined) return undefined;
  const object = resolve(owner);
  if (object.kind !== "record" || (object instanceof RecordNode && object.contents.isOpen)) return undefined;
  const { fields, spreads } = object;
  const index = fields.findLastIndex((field) => field.name === name);
  const field = fields[index];
  if (field === undefined || fields.slice(index + 1).some((other) => other.name === undefined)) return undefined;
  if (spreads.some((spread) => spread.range[0] > field.range[0])) return undefined;
  return field.value.kind === "unknown" ? undefined : field.value;
}

/** The fields of a table that one of them is looked up in are not more than these. */
const MAX_ENTRIES = 16;

/** What an object, seen as a whole, holds under a name that is not known. */
export function someMemberOf(owner: Value, at: Site): Value | undefined {
  const object = resolve(owner);
  if (object.kind !== "record" || !object.complete) return undefined;
  const { fields } = object;
  if (fields.length === 0 || fields.length > MAX_ENTRIES) return undefined;
  return new ChoiceNode({ ...at, type: undefined }, () => fields.map(({ value }) => value));
}

/** The object whose entries a list holds: `Object.entries(user)`. */
export function entriesOf(list: Value): Value | undefined {
  const is = resolve(list);
  if (is.kind !== "call" || is.callee.kind !== "member" || is.callee.name !== "entries") return undefined;
  const { object } = is.callee;
  return object.kind === "name" && object.name === "Object" ? is.arguments[0] : object;
}

/** The list whose promises are awaited: `Promise.all([a, b])`. */
export function allOf(list: Value): Value | undefined {
  if (list.kind !== "call" || list.callee.kind !== "member" || list.callee.name !== "all") return undefined;
  const { object } = list.callee;
  return object.kind === "name" && object.name === "Promise" ? list.arguments[0] : undefined;
}
