import type { Binding, Breadcrumb, Edit, Field, MemberValue, Range, Value, Writer } from "../breadcrumb/index.ts";

/** Replaces a value with another expression; a shorthand property keeps its name. */
export function replace(value: Value, text: string): Edit[] {
  return [{ range: value.range, text: `${value.shorthand ?? ""}${text}` }];
}

/** Replaces a value with a string literal, in the value's own quotes. */
export function replaceText(write: Writer, value: Value, text: string): Edit[] {
  return replace(value, write.text(text, value));
}

/** Takes a field out of its record; undefined when that cannot be done without losing something else. */
export function remove(field: Field): Edit[] | undefined {
  return field.removal === undefined ? undefined : [{ range: field.removal, text: "" }];
}

/** Gives a property of an object another name; undefined where its name is computed. */
export function rename({ computedKey, keyRange, value }: Field, name: string): Edit[] | undefined {
  if (keyRange === undefined || computedKey !== undefined) return undefined;
  return value.shorthand === undefined
    ? [{ range: keyRange, text: name }]
    : [{ range: value.range, text: `${name}: ${value.source}` }];
}

/** Gives a breadcrumb one more field; undefined where its record cannot be seen or takes none. */
export function addField({ record, write }: Breadcrumb, name: string, text: string): Edit[] | undefined {
  const edit = record && write.addField(record, name, text);
  return edit && [edit];
}

/**
 * Replaces the string of a field where it is written: in the field itself, or in the definition of a name if every use
 * of the name is among `uses`.
 * @param place what `alternatives` tells of the text.
 * @param uses where the file holds texts of this sort.
 * @returns undefined when the change would reach anything else.
 */
export function rewriteText(
  write: Writer,
  { at, is }: { readonly at: Value; readonly is: Value },
  text: string,
  uses: Places,
): Edit[] | undefined {
  if (is.kind !== "text") return undefined;
  if (at === is) return replaceText(write, is, text);
  if (at.kind !== "name" || at.binding === undefined || at.binding.exported) return undefined;
  return uses.coverUsesOf(at.binding) && at.definition === is ? replaceText(write, is, text) : undefined;
}

/** Places of a file; made once for all of a sort, since a name may be used as often as a file is long. */
export class Places {
  readonly #spans: ReadonlySet<string>;
  readonly #covered = new Map<Binding, boolean>();

  constructor(spans: readonly Range[]) {
    this.#spans = new Set(spans.map(String));
  }

  /** Whether all that reads a name is among them. */
  coverUsesOf(binding: Binding): boolean {
    let isAll = this.#covered.get(binding);
    if (isAll === undefined) {
      isAll = binding.uses.every((use) => this.#spans.has(String(use)));
      this.#covered.set(binding, isAll);
    }
    return isAll;
  }
}

/**
 * Replaces members of an imported object, such as an enum, with string literals. If only these members use the import,
 * all are replaced at once and the import is removed, so that no import becomes unused.
 * @param member the one to replace at the least.
 * @param members every member in the file that may be replaced.
 */
export function replaceMembers(write: Writer, { member, text }: NamedText, members: MembersOfNames): Edit[] {
  const binding = member.object.kind === "name" ? member.object.binding : undefined;
  if (binding?.removal === undefined) return replaceText(write, member, text);
  const together = members.of(binding);
  const isFirst = together?.[0]?.member === member;
  if (together === undefined || (together.length > MANY && !isFirst)) return replaceText(write, member, text);
  return [...binding.removal, ...together.flatMap(({ member, text }) => replaceText(write, member, text))];
}

/**
 * Beyond this number of members, only the first one's edit replaces all of them; n edits of n members would take too
 * long.
 */
const MANY = 100;

/** A member of a named object, and the string that can replace it. */
interface NamedText {
  readonly member: MemberValue;
  readonly text: string;
}

/** Members in a file that may be replaced, by the names that they are taken off. */
export class MembersOfNames {
  readonly #members: readonly NamedText[];
  readonly #known = new Map<Binding, readonly NamedText[] | undefined>();

  constructor(members: readonly NamedText[]) {
    this.#members = members;
  }

  /** The members of what a name stands for; undefined where something else uses it. */
  of(binding: Binding): readonly NamedText[] | undefined {
    if (!this.#known.has(binding)) {
      const uses = new Set(binding.uses.map(String));
      const own = this.#members.filter(({ member: { object } }) => uses.has(String(object.range)));
      const isAll = new Set(own.map(({ member: { object } }) => String(object.range))).size === uses.size;
      this.#known.set(binding, isAll ? own : undefined);
    }
    return this.#known.get(binding);
  }
}

/** Reads another member of the same object: `user.email` becomes `user.id`. */
export function replaceMember(value: Value, name: string): Edit | undefined {
  if (value.kind !== "member") return undefined;
  const owner = value.source.slice(0, value.nameRange[0] - value.range[0]);
  return value.source === `${owner}${value.name}` ? { range: value.range, text: `${owner}${name}` } : undefined;
}
