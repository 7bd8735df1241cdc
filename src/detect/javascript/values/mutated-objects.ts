import type { TSESTree } from "@typescript-eslint/utils";
import type { Field, Value } from "../../../breadcrumb/index.ts";
import type { Reach, Write } from "../flow/reaching-writes.ts";
import type { Mutation } from "../flow/mutations.ts";
import type { Node } from "../program.ts";
import type { Reading } from "./context.ts";
import { contentsOf, literalOf, openField, openedThrough, siteOf, withField } from "./records.ts";
import type { Variable } from "../names/scopes.ts";
import { ListNode, NameNode, RecordNode, type Contents } from "./value-nodes.ts";

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
  const { flow } = reader.knowledge;
  const all = reader.knowledge.mutationsOf(variable);
  if (all === undefined) return written && openedThrough(written);
  const seen: Seen[] = [];
  for (const mutation of all) {
    const isBefore = mutation.node.range[1] <= write.identifier.range[0];
    if (isBefore && flow.isSameRun(mutation.node, write.identifier)) continue;
    const reach = flow.reach(mutation.node, use);
    if (reach !== "never") seen.push({ mutation, reach });
  }
  if (seen.length === 0) return undefined;
  if (seen.length > MAX_MUTATIONS) return written && openedThrough(written);
  if (written?.kind === "list") return longer(reader, written, seen);
  if (written?.kind === "record") {
    const isOpen = written instanceof RecordNode && written.contents.isOpen;
    const contents = (): Contents => applied(reader, { ...contentsOf(written), isOpen }, seen);
    return new RecordNode(siteOf(written), contents, literalOf(written));
  }
  // What a name or a call yields is told by them, as long as nothing is known to be written to it.
  const known = written && openedThrough(written);
  if (!seen.some(({ mutation: { kind } }) => kind === "set" || kind === "merge")) return known;
  const base = known ?? given(reader, write);
  return new RecordNode(siteOf(base), () =>
    applied(reader, { fields: [], spreads: [base], complete: false, isOpen: false }, seen),
  );
}

/** Something that is done to an object, and whether it is done before a use. */
interface Seen {
  readonly mutation: Mutation;
  readonly reach: Reach;
}

function longer(reader: Reading, list: Value & { readonly kind: "list" }, seen: readonly Seen[]): Value {
  const added = seen.flatMap(({ mutation }) => (mutation.kind === "append" ? mutation.items : []));
  const isKnown = seen.every(({ mutation, reach }) => mutation.kind === "append" && reach === "always");
  return new ListNode(siteOf(list), () => ({
    items: [
      ...list.items,
      ...added.map((item) => reader.valueOf(item.type === "SpreadElement" ? item.argument : item)),
    ],
    complete: list.complete && isKnown && added.every(({ type }) => type !== "SpreadElement"),
  }));
}

/** What a record holds after what is done to it, in order. */
export function applied(reader: Reading, contents: Contents, seen: readonly Seen[]): Contents {
  let { fields, spreads, complete, isOpen } = contents;
  for (const { mutation, reach } of seen) {
    switch (mutation.kind) {
      case "set": {
        const field = fieldOf(reader, mutation, mutation.path, reach, fields);
        if (field.name === undefined) complete = false;
        fields = withField(fields, field, reach, mutation.path.length > 1);
        break;
      }
      case "remove": {
        const name = mutation.path.length === 1 ? reader.nameOf(mutation.path[0]) : undefined;
        if (name === undefined) isOpen = true;
        // What is only gone at times is still told as the field that it is otherwise.
        else if (reach === "always") fields = fields.filter((field) => field.name !== name);
        complete &&= name !== undefined && reach === "always";
        break;
      }
      case "merge":
        for (const source of mutation.sources) {
          const value = source.type === "SpreadElement" ? undefined : reader.valueOf(source);
          if (value?.kind === "record") {
            for (const field of value.fields) fields = withField(fields, field, reach, false);
            spreads = [...spreads, ...value.spreads];
            complete &&= value.complete;
          } else {
            if (value !== undefined) spreads = [...spreads, value];
            complete = false;
          }
        }
        break;
      case "escape":
        if (mutation.path.length === 0) isOpen = true;
        else
          fields = fields.map((field) => (field.name === reader.nameOf(mutation.path[0]) ? openField(field) : field));
        complete &&= mutation.path.length > 0;
        break;
      case "append":
        complete = false;
    }
  }
  return { fields, spreads, complete, isOpen };
}

/** The field that `data.a.b = value` writes: `a`, with `b` in it. */
function fieldOf(
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
  const inner = fieldOf(reader, mutation, below, reach, before?.kind === "record" ? before.fields : []);
  const record = new RecordNode(before === undefined ? reader.siteOf(node) : siteOf(before), () =>
    before?.kind === "record"
      ? {
          ...contentsOf(before),
          fields: withField(before.fields, inner, reach, below.length > 1),
          isOpen: false,
        }
      : { fields: [inner], spreads: before === undefined ? [] : [before], complete: false, isOpen: false },
  );
  return { ...own, value: record };
}

/** What a parameter holds, where nothing tells: the parameter. */
export function given(reader: Reading, { identifier }: Write): Value {
  const { range, source } = reader.siteOf(identifier);
  return reader.knowledge.readFrom(identifier, new NameNode({ range, source }, { name: source }));
}
