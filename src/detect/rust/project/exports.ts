import type { DefinedWrapper, Links, WrapperParameter } from "../../../breadcrumb/index.ts";
import { closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { isMethod, itemName, plainName } from "../syntax/nodes.ts";
import type { Passing } from "../recording/argument-map.ts";

export const NO_LINKS: Links = {
  wrappers: [],
  aliases: [],
  calls: [],
  exports: [],
  receivers: [],
  off: undefined,
  setups: [],
};

/**
 * What a Rust file defines for others: functions, and those that belong to a type. Methods are left out, since a call
 * does not say whose they are.
 * @param wrappers the functions of the file that pass on what they are given.
 */
export function linksOf(program: RustProgram, wrappers: ReadonlyMap<RustNode, readonly Passing[]>): Links {
  const { items, textOf } = program;
  const nameOf = (item: RustNode | undefined): string | undefined => {
    const name = item && itemName(item);
    return name && plainName(textOf(name));
  };

  function defined([item, passings]: readonly [RustNode, readonly Passing[]]): readonly DefinedWrapper[] {
    const name = item.type === "FunctionItem" ? nameOf(item) : undefined;
    const isNested = closest(item, "FunctionItem", "ClosureExpression", "MacroRule") !== undefined;
    if (name === undefined || isNested || isMethod(item) || passings.length === 0) return [];
    const path: (string | undefined)[] = [name];
    if (closest(item, "ImplItem", "TraitItem") !== undefined) path.unshift(nameOf(items.selfItem(item)));
    for (let module = closest(item, "ModItem"); module !== undefined; module = closest(module, "ModItem")) {
      path.unshift(nameOf(module));
    }
    const way = path.filter((each) => each !== undefined);
    if (way.length < path.length) return [];
    return [{ name, exports: [way], parameters: parametersFrom(passings) }];
  }

  return { ...NO_LINKS, wrappers: [...wrappers].flatMap(defined) };
}

function parametersFrom(passings: readonly Passing[]): readonly WrapperParameter[] {
  const last = Math.max(...passings.map(({ argument }) => argument));
  return Array.from(
    { length: last + 1 },
    (_, argument) => passings.find((passing) => passing.argument === argument)?.field ?? "_",
  );
}
