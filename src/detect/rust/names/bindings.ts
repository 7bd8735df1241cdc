import type { Binding, Range } from "../../../breadcrumb/index.ts";
import { firstFrom } from "../../../ordered.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { once } from "../../once.ts";
import { plainName } from "../syntax/nodes.ts";
import type { Variable } from "./variables.ts";
import type { CollectedNodes } from "../syntax/walk.ts";

/** Tells what else uses a name, so that what it holds is not rewritten under anything that needs it. */
export interface Bindings {
  ofVariable(variable: Variable): Binding;
  /** @param name where a constant or static is declared */
  ofItem(name: RustNode, exported: boolean): Binding;
}

/** Words as Rust's names are written. Nothing is tried twice, however long a word is. */
const WORDS = /\p{ID_Continue}+/gu;

/** The characters before a field, or the start of the string. */
const NO_USE_BEHIND: ReadonlySet<string> = new Set([".", '"']);

/** The prefix of a name that is also a keyword: `r#type`. */
const RAW = "r#";

/** The character after a key: `name: 1`, `"name"`; not a path's `::`. */
const NO_USE_BEFORE = /"|\s*:(?!:)/uy;

/** The uses of a variable after it is bound. */
type ChangesOf = (variable: Variable) => readonly { readonly identifier: RustNode }[];

/** Finds the uses of names in one file. */
export function createBindings(
  { sourceCode, variables }: RustProgram,
  found: CollectedNodes,
  mutationsOf: ChangesOf,
): Bindings {
  const { ast, text } = sourceCode;
  const known = new Map<RustNode, Binding>();
  const mentionsOf = once<ReadonlyMap<string, readonly number[]>>(() => mentionsIn(text), new Map());

  function remembered(declaration: RustNode, read: () => Binding): Binding {
    let binding = known.get(declaration);
    if (binding === undefined) known.set(declaration, (binding = read()));
    return binding;
  }

  function mentions({ range }: RustNode, declaration: RustNode): readonly Range[] {
    const name = plainName(text.slice(...declaration.range));
    return within(range, mentionsOf().get(name) ?? [], (start) => start)
      .filter((start) => start !== declaration.range[0])
      .map((start): Range => [start, start + name.length + (text.startsWith(RAW, start) ? RAW.length : 0)]);
  }

  return {
    ofVariable: (variable) =>
      remembered(variable.identifier, () => {
        const changes = new Set(mutationsOf(variable).map(({ identifier }) => identifier.range[0]));
        const others = new Set<number>();
        const named = found.identifiers.get(variable.name) ?? [];
        for (const identifier of within(variable.scope.range, named, ({ range }) => range[0])) {
          if (variables.variableOf(identifier) !== variable) others.add(identifier.range[0]);
        }
        const uses = mentions(variable.scope, variable.identifier).filter(
          ([start]) => !changes.has(start) && !others.has(start),
        );
        return { name: variable.name, import: undefined, uses, removal: undefined, exported: false };
      }),
    ofItem: (name, exported) =>
      remembered(name, () => {
        const uses = mentions(ast, name);
        return { name: plainName(text.slice(...name.range)), import: undefined, uses, removal: undefined, exported };
      }),
  };
}

/**
 * Where words stand, as far as they may be uses of a name: format strings (`{name}`) and what macros make of their
 * tokens are uses, fields and keys of that name are none.
 * @returns the offsets by the word, in order.
 */
function mentionsIn(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const start = text.startsWith(RAW, index - RAW.length) ? index - RAW.length : index;
    if (NO_USE_BEHIND.has(text.charAt(start - 1))) continue;
    NO_USE_BEFORE.lastIndex = index + word.length;
    if (NO_USE_BEFORE.test(text)) continue;
    const same = found.get(word);
    if (same === undefined) found.set(word, [start]);
    else same.push(start);
  }
  return found;
}

/** The places of an ordered array that start within a range. */
function within<Place>(
  [start, end]: Range,
  places: readonly Place[],
  offsetOf: (place: Place) => number,
): readonly Place[] {
  return places.slice(firstFrom(start, places, offsetOf), firstFrom(end, places, offsetOf));
}
