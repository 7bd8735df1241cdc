import type { TSESTree } from "@typescript-eslint/utils";
import type { Field, Value } from "../../../breadcrumb/index.ts";
import type { Reach, Write } from "../flow/reaching-writes.ts";
import type { Mutation } from "../flow/mutations.ts";
import type { Node } from "../program.ts";
import type { Reading } from "./context.ts";
import {
  contentsOf,
  literalOf,
  openField,
  partialThrough,
  siteOf,
  leftWithout,
  withField,
  withOwnField,
  withSpread,
} from "./records.ts";
import type { Variable } from "../names/scopes.ts";
import { LazyList, LazyName, NO_FIELDS, LazyRecord, type RecordContents } from "./lazy-values.ts";

/** How many things that are done to an object are followed up to its use. */
export const MAX_MUTATIONS = 64;

/** The object of a variable with what is done to it before a use; undefined when that is nothing. */
export function builtUp(
  reader: Reading,
  written: Value | undefined,
  write: Write,
  variable: Variable,
  use: Node,
): Value | undefined {
  const { flow } = reader.context;
  const all = reader.context.mutationsOf(variable);
  if (all === undefined) return written && partialThrough(written);
  const seen: Seen[] = [];
  for (const mutation of all) {
    const isBefore = mutation.node.range[1] <= write.identifier.range[0];
    if (isBefore && flow.isSameRun(mutation.node, write.identifier)) continue;
    const reach = flow.reach(mutation.node, use);
    if (reach !== "never" && !reader.context.isReadBySdk(mutation)) seen.push({ mutation, reach });
  }
  if (seen.length === 0) return undefined;
  if (seen.length > MAX_MUTATIONS) return written && partialThrough(written);
  if (written?.kind === "list") return longer(reader, written, seen);
  if (written?.kind === "record") {
    const contents = (): RecordContents => applied(reader, contentsOf(written), seen);
    return new LazyRecord(siteOf(written), contents, literalOf(written));
  }
  // What a name or a call yields is told by them, as long as nothing is known to be written to it.
  const known = written && partialThrough(written);
  if (!seen.some(({ mutation: { kind } }) => kind === "set" || kind === "merge")) return known;
  const base = known ?? given(reader, write);
  return new LazyRecord(siteOf(base), () => applied(reader, { ...NO_FIELDS, spreads: [base], complete: false }, seen));
}

/** Something that is done to an object, and whether it is done before a use. */
interface Seen {
  readonly mutation: Mutation;
  readonly reach: Reach;
}

function longer(reader: Reading, list: Value & { readonly kind: "list" }, seen: readonly Seen[]): Value {
  const added = seen.flatMap(({ mutation }) => (mutation.kind === "append" ? mutation.items : []));
  const isKnown = seen.every(({ mutation, reach }) => mutation.kind === "append" && reach === "always");
  return new LazyList(siteOf(list), () => ({
    items: [
      ...list.items,
      ...added.map((item) => reader.valueOf(item.type === "SpreadElement" ? item.argument : item)),
    ],
    complete: list.complete && isKnown && added.every(({ type }) => type !== "SpreadElement"),
  }));
}

/** A record after its changes, in order. */
export function applied(reader: Reading, contents: RecordContents, seen: readonly Seen[]): RecordContents {
  let all = contents;
  const gone = new Map<Value, readonly string[]>();
  for (const { mutation, reach } of seen) {
    switch (mutation.kind) {
      case "set": {
        const field = writtenField(reader, mutation, mutation.path, reach, all.fields);
        all = withOwnField(all, field, reach, mutation.path.length > 1);
        break;
      }
      case "remove": {
        const name = mutation.path.length === 1 ? reader.nameOf(mutation.path[0]) : undefined;
        const isGone = name !== undefined && reach === "always";
        if (isGone) for (const spread of all.spreads) gone.set(spread, [...(gone.get(spread) ?? []), name]);
        all = {
          ...all,
          // What is only gone at times is still told as the field that it is otherwise.
          fields: isGone ? all.fields.filter((field) => field.name !== name) : all.fields,
          complete: all.complete && isGone,
          isOpen: all.isOpen || name === undefined,
        };
        break;
      }
      case "merge":
        for (const source of mutation.sources) {
          all =
            source.type === "SpreadElement"
              ? { ...all, complete: false }
              : withSpread(all, reader.valueOf(source), reach);
        }
        break;
      case "escape":
        all =
          mutation.path.length === 0
            ? { ...all, isOpen: true, complete: false }
            : { ...all, fields: withOpened(all.fields, reader.nameOf(mutation.path[0])) };
        break;
      case "append":
        all = { ...all, complete: false };
    }
  }
  const spreads = all.spreads.map((spread) => {
    const names = gone.get(spread);
    const { range, source } = spread;
    return names === undefined ? spread : leftWithout({ range, source }, spread, names);
  });
  return { ...all, spreads };
}

function withOpened(fields: readonly Field[], name: string | undefined): readonly Field[] {
  return fields.map((field) => (field.name === name ? openField(field) : field));
}

/** The field that `data.a.b = value` writes: `a`, with `b` in it. */
function writtenField(
  reader: Reading,
  mutation: Mutation & { readonly kind: "set" },
  [first, ...below]: readonly TSESTree.MemberExpression[],
  reach: Reach,
  fields: readonly Field[],
): Field {
  const { node, value } = mutation;
  const name = reader.nameOf(first);
  const key = first?.property ?? node;
  const own = {
    name,
    keyRange: key.range,
    ...(first?.computed === true ? { computedKey: reader.valueOf(key) } : {}),
    range: node.range,
    removal: undefined,
  };
  if (below.length === 0) return { ...own, value: reader.valueOf(value) };
  const before = fields.findLast((field) => field.name === name && name !== undefined)?.value;
  const inner = writtenField(reader, mutation, below, reach, before?.kind === "record" ? before.fields : []);
  const record = new LazyRecord(before === undefined ? reader.siteOf(node) : siteOf(before), () =>
    before?.kind === "record"
      ? {
          ...contentsOf(before),
          fields: withField(before.fields, inner, reach, below.length > 1),
          isOpen: false,
        }
      : { ...NO_FIELDS, fields: [inner], spreads: before === undefined ? [] : [before], complete: false },
  );
  return { ...own, value: record };
}

/** The value of a parameter if it is not known: the parameter itself. */
export function given(reader: Reading, { identifier }: Write): Value {
  const { range, source } = reader.siteOf(identifier);
  return reader.context.readFrom(identifier, new LazyName({ range, source }, { name: source }));
}
