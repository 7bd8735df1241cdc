import {
  resolve,
  textOf as knownText,
  type Field,
  type ListValue,
  type RecordValue,
  type Value,
} from "../../../breadcrumb/index.ts";
import { childOf, hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { cutterOf } from "../syntax/entries.ts";
import { lazyValue } from "./lazy-value.ts";
import { entriesOfTokens, listedArguments, partsOfTokens, type MacroPart } from "../syntax/macros.ts";
import { calleeOf, firstOf, lastOf, partsOf } from "../syntax/nodes.ts";
import { MAX_DEPTH, type Reading } from "./context.ts";

/** Reads a struct literal; a base that is the default of the type hides nothing. */
export function structValue(reading: Reading, node: RustNode): Value {
  return lazyValue<RecordValue>(
    { kind: "record", ...reading.at(node) },
    {
      ...contents(() => structContents(reading, node)),
    },
  );
}

/** The parts of a record, all read when one of them is asked for. */
function contents(read: () => RecordContents) {
  let contents: RecordContents | undefined;
  const known = (): RecordContents => (contents ??= read());
  return {
    fields: { compute: () => known().fields, meanwhile: [] },
    spreads: { compute: () => known().spreads, meanwhile: [] },
    complete: { compute: () => known().complete, meanwhile: false },
  };
}

function structContents(reading: Reading, node: RustNode): RecordContents {
  const list = lastOf(node);
  const fields: Field[] = [];
  const base = childOf(list, "BaseFieldInitializer");
  const cut = cutterOf(reading.program.sourceCode, list);
  for (const initializer of list.children) {
    const [name, value = name] = partsOf(initializer);
    if (name === undefined || value === undefined || initializer === base) continue;
    // Without a base, a struct must have all of its fields.
    const removal = base && cut(initializer.range);
    const { range } = initializer;
    fields.push({ name: reading.nameOf(name), keyRange: name.range, value: reading.valueOf(value), range, removal });
  }
  const rest = base && firstOf(base);
  if (rest === undefined || isDefault(reading, rest)) return { fields, spreads: [], complete: true };
  const spread = reading.valueOf(rest);
  const known = reading.bounded(() => resolve(spread));
  if (known?.kind !== "record") return { fields, spreads: [spread], complete: false };
  const own = new Set(fields.map(({ name }) => name));
  const others = known.fields.filter(({ name }) => !own.has(name)).map((field) => ({ ...field, removal: undefined }));
  return { fields: [...others, ...fields], spreads: known.spreads, complete: known.complete };
}

/** `Default::default()`, `Breadcrumb::default()` */
function isDefault(reading: Reading, node: RustNode): boolean {
  return node.type === "CallExpression" && reading.program.names.pathOf(calleeOf(node))?.at(-1) === "default";
}

/** Reads an array or a tuple. */
export function listValue(reading: Reading, node: RustNode): Value {
  const isRepeated = hasToken(node, ";");
  const value = lazyValue<ListValue>(
    { kind: "list", ...reading.at(node), complete: !isRepeated },
    {
      items: {
        compute: () => (isRepeated ? partsOf(node).slice(0, 1) : partsOf(node)).map((item) => reading.valueOf(item)),
        meanwhile: [],
      },
    },
  );
  reading.context.lists.set(value, node);
  return value;
}

/** A list of pairs, read as the map that is made of it; undefined for any other list. */
export function recordOfPairs(reading: Reading, list: Value): RecordValue | undefined {
  if (list.kind === "record") return list;
  if (list.kind !== "list" || (list.items.length === 0 && !list.complete)) return undefined;
  const written = reading.context.lists.get(list);
  const cut = written && cutterOf(reading.program.sourceCode, written);
  const fields: Field[] = [];
  for (const item of list.items) {
    const pair = resolve(item);
    const [key, value, ...others] = pair.kind === "list" ? pair.items : [];
    if (key === undefined || value === undefined || others.length > 0) return undefined;
    const name = knownText(key);
    const removal = cut?.(pair.range);
    fields.push({
      name,
      keyRange: key.range,
      value,
      range: pair.range,
      removal,
      ...(name === undefined && { computedKey: key }),
    });
  }
  const complete = list.complete && fields.every(({ name }) => name !== undefined);
  return { kind: "record", range: list.range, source: list.source, fields, spreads: [], complete };
}

/** Reads `vec![…]`. */
export function vecValue(reading: Reading, node: RustNode): Value {
  const tree = lastOf(node);
  const list = listedArguments(reading.program.sourceCode, node);
  if (list !== undefined) {
    const value: Value = lazyValue<ListValue>(
      { kind: "list", ...reading.at(node), complete: true },
      {
        items: { compute: () => list.map((item) => reading.valueOf(item)), meanwhile: [] },
      },
    );
    reading.context.lists.set(value, tree);
    return value;
  }
  const items = partsOfTokens(reading.program.sourceCode, tree)
    .slice(0, 1)
    .map((part) => partValue(reading, part));
  return { kind: "list", ...reading.at(node), items, complete: false };
}

/** Reads a part of the arguments of `json!`: an object, a list or an expression. */
export function jsonValue(reading: Reading, part: MacroPart, macro: RustNode, depth = 0): Value {
  const { sourceCode } = reading.program;
  const { range } = part;
  const source = sourceCode.text.slice(...range);
  if (source === "null") return { kind: "nothing", word: "null", range, source };
  if (part.kind !== "tokens" || depth > MAX_DEPTH) return partValue(reading, part);
  const { node } = part;
  if (node.type === "BracketedTokens") {
    return lazyValue<ListValue>(
      { kind: "list", ...reading.at(node), complete: true },
      {
        items: {
          compute: () => partsOfTokens(sourceCode, node).map((item) => jsonValue(reading, item, macro, depth + 1)),
          meanwhile: [],
        },
      },
    );
  }
  return entriesValue(reading, node, ":", (value) => jsonValue(reading, value, macro, depth + 1));
}

/** Reads a macro that makes a map of `key => value`. */
export function mapValue(reading: Reading, node: RustNode): Value {
  return entriesValue(reading, lastOf(node), "=>", (part) => partValue(reading, part), node);
}

function partValue(reading: Reading, part: MacroPart): Value {
  const { range } = part;
  if (part.kind === "expression") return reading.valueOf(part.node);
  return { kind: "unknown", range, source: reading.program.sourceCode.text.slice(...range) };
}

function entriesValue(
  reading: Reading,
  tree: RustNode,
  separator: "=>" | ":",
  valueOf: (part: MacroPart) => Value,
  at: RustNode = tree,
): Value {
  const { sourceCode } = reading.program;
  return lazyValue<RecordValue>(
    { kind: "record", ...reading.at(at) },
    {
      ...contents(() => {
        const entries = entriesOfTokens(sourceCode, tree, separator);
        if (entries === undefined) return { fields: [], spreads: [], complete: false };
        const cut = cutterOf(sourceCode, tree);
        const fields = entries.map(({ key, value, range }): Field => {
          const computedKey = partValue(reading, key);
          const name = knownText(computedKey);
          const own = { keyRange: computedKey.range, value: valueOf(value), range, removal: cut(range) };
          return name === undefined ? { name, computedKey, ...own } : { name, ...own };
        });
        return { fields, spreads: [], complete: fields.every(({ name }) => name !== undefined) };
      }),
    },
  );
}

interface RecordContents {
  readonly fields: readonly Field[];
  readonly spreads: readonly Value[];
  readonly complete: boolean;
}
