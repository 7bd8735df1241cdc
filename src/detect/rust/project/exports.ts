import { NO_LINKS, type DefinedWrapper, type Links, type WrapperParameter } from "../../../breadcrumb/index.ts";
import { childrenOf, closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { firstOf, isMethod, itemName, plainName } from "../syntax/nodes.ts";
import type { ArgumentMapping } from "../recording/argument-map.ts";
import { reexportsOf } from "./reexports.ts";

/**
 * What a Rust file defines for others: functions, methods and macros, with the modules and types of the file that they
 * belong to. A method stands behind its type as in a call, `["log", "Logger.crumb"]`; a macro has its mark,
 * `["crumb!"]`, and one that is exported is at the root of its crate, `["crate", "crumb!"]`.
 * @param wrappers the functions and rules of macros of the file that pass on what they are given.
 */
export function linksOf(program: RustProgram, wrappers: ReadonlyMap<RustNode, readonly ArgumentMapping[]>): Links {
  const { items, textOf } = program;
  const nameOf = (item: RustNode | undefined): string | undefined => {
    const name = item && itemName(item);
    return name && plainName(textOf(name));
  };

  function defined([item, mappings]: readonly [RustNode, readonly ArgumentMapping[]]): readonly DefinedWrapper[] {
    if (item.type === "MacroRule") return definedMacro(item);
    const name = item.type === "FunctionItem" ? nameOf(item) : undefined;
    const isNested = closest(item, "FunctionItem", "ClosureExpression", "MacroRule") !== undefined;
    if (name === undefined || isNested || mappings.length === 0) return [];
    const path = ownerOf(item, name);
    for (let module = closest(item, "ModItem"); module !== undefined; module = closest(module, "ModItem")) {
      path.unshift(nameOf(module));
    }
    const way = path.filter((each) => each !== undefined);
    if (way.length < path.length) return [];
    return [{ name, exports: [way], parameters: parametersFrom(mappings) }];
  }

  function ownerOf(item: RustNode, name: string): (string | undefined)[] {
    if (closest(item, "ImplItem", "TraitItem") === undefined) return [name];
    const type = nameOf(items.selfItem(item));
    return isMethod(item) ? [type && `${type}.${name}`] : [type, name];
  }

  /** Rules of one macro that take different things cannot be told apart in the settings. */
  function definedMacro(rule: RustNode): readonly DefinedWrapper[] {
    const definition = rule.parent;
    const rules = definition === undefined ? [] : childrenOf(definition, "MacroRule");
    const [parameters, ...others] = rules.map((each) => parametersFrom(wrappers.get(each) ?? []));
    if (definition === undefined || rule !== rules[0] || parameters === undefined || parameters.length === 0) return [];
    if (others.some((other) => JSON.stringify(other) !== JSON.stringify(parameters))) return [];
    const name = plainName(textOf(firstOf(definition)));
    const item = definition.parent;
    const isExported = item?.type === "AttributeItem" && /#\[\s*macro_export\b/u.test(textOf(item));
    const way = [...(isExported ? ["crate"] : []), `${name}!`];
    return [{ name, exports: [way], parameters }];
  }

  return { ...NO_LINKS, wrappers: [...wrappers].flatMap(defined), exports: reexportsOf(program) };
}

function parametersFrom(mappings: readonly ArgumentMapping[]): readonly WrapperParameter[] {
  const last = Math.max(-1, ...mappings.map(({ argument }) => argument));
  return Array.from(
    { length: last + 1 },
    (_, argument) => mappings.find((mapping) => mapping.argument === argument)?.field ?? "_",
  );
}
