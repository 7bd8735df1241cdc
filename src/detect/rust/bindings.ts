import type { Binding, Range } from "../../breadcrumb/index.ts";
import type { RustNode } from "../../languages/rust/syntax-tree.ts";
import type { Flow } from "./flow.ts";
import type { RustProgram } from "./program.ts";
import { plainName } from "./syntax.ts";
import type { Variable } from "./variables.ts";
import type { Found } from "./walk.ts";

/** Tells what else uses a name, so that what it holds is not rewritten under anything that needs it. */
export interface Bindings {
  ofVariable(variable: Variable): Binding;
  /** @param name where a constant or static is declared */
  ofItem(name: RustNode, exported: boolean): Binding;
}

/** Finds the uses of names in one file. */
export function createBindings({ sourceCode, variables }: RustProgram, found: Found, flow: Flow): Bindings {
  const { ast, text } = sourceCode;
  const known = new Map<RustNode, Binding>();

  function remembered(declaration: RustNode, read: () => Binding): Binding {
    let binding = known.get(declaration);
    if (binding === undefined) known.set(declaration, (binding = read()));
    return binding;
  }

  /**
   * Where a name stands, as far as it may be a use: format strings (`{name}`) and what macros make of their tokens are
   * uses, fields and keys of that name are none.
   */
  function mentions({ range }: RustNode, declaration: RustNode): readonly Range[] {
    const name = plainName(text.slice(...declaration.range));
    const within = text.slice(range[0], range[1]);
    return [...within.matchAll(new RegExp(`(?<![\\w#."])${name}(?!\\w|"|\\s*:[^:])`, "gu"))]
      .map(({ index }): Range => [range[0] + index, range[0] + index + name.length])
      .filter(([start]) => start !== declaration.range[0]);
  }

  return {
    ofVariable: (variable) =>
      remembered(variable.identifier, () => {
        const changes = new Set(flow.changesOf(variable).map(({ identifier }) => identifier.range[0]));
        const others = new Set<number>();
        for (const identifier of found.identifiers.get(variable.name) ?? []) {
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
