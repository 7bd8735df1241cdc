import type { TSESTree } from "@typescript-eslint/utils";
import { once } from "../../once.ts";
import { remember } from "../../remember.ts";
import { returnsOf } from "../names/functions.ts";
import { initialiserOf } from "../names/scopes.ts";
import type { JavaScriptProgram } from "../program.ts";
import { functionName } from "../syntax/enclosing-function.ts";
import {
  isFunction,
  lastName,
  memberPath,
  ownerOf,
  parentOf,
  positionOf,
  propertyName,
  withoutTypes,
  type Node,
} from "../syntax/nodes.ts";
import { callsOf } from "../syntax/walk.ts";

/** Methods that put something into a collection, and those that call a function with each of what it holds. */
const FILLING: ReadonlySet<string | undefined> = new Set(["add", "push", "unshift"]);
const VISITING: ReadonlySet<string | undefined> = new Set(["every", "forEach", "map", "some"]);

/** How far a list is followed to where it is written. */
const MAX_STEPS = 5;

/** Tells what is kept in the lists of a file, as a logger keeps its transports. */
export interface KeptFunctions {
  /**
   * What a callee may be that is each of the items of a list, in a loop or as the parameter of a callback: what the
   * file puts there itself, and what it gives to functions that do.
   */
  calledBy(callee: Node): readonly Node[];
}

export function keptFunctions(program: JavaScriptProgram): KeptFunctions {
  const { scopes, sourceCode } = program;
  const filling = once(() => callsOf(sourceCode).filter(({ callee }) => FILLING.has(calledMember(callee)?.name)), []);
  const byName = once(() => {
    const found = new Map<string | undefined, TSESTree.CallExpression[]>();
    for (const call of callsOf(sourceCode)) remember(found, lastName(call.callee), () => []).push(call);
    return found;
  }, new Map<string | undefined, TSESTree.CallExpression[]>());

  function isSameList(one: Node, other: Node): boolean {
    const [a, b] = [memberPath(one), memberPath(other)];
    if (a.path.length > 1 || a.path[0] !== b.path[0]) return false;
    if (a.root.type === "Identifier" && b.root.type === "Identifier")
      return scopes.variableOf(a.root) !== undefined && scopes.variableOf(a.root) === scopes.variableOf(b.root);
    const isOfThis = a.root.type === "ThisExpression" && b.root.type === "ThisExpression";
    return isOfThis && a.path.length === 1 && ownerOf(a.root) === ownerOf(b.root);
  }

  /** What a list is written with, by a name for each of its items. */
  function writtenFor(node: Node): readonly Node[] | undefined {
    const list = node.type === "Identifier" ? listOf(node) : undefined;
    return list && writtenIn(list);
  }

  /** A value itself, or what is given for the parameter that it is, or what the list holds that it is an item of. */
  function given(node: Node): readonly Node[] {
    const items = writtenFor(node);
    if (items !== undefined) return items;
    const [definition] = (node.type === "Identifier" ? scopes.variableOf(node)?.defs : undefined) ?? [];
    if (definition?.type !== "Parameter" || !isFunction(definition.node)) return [node];
    const name = functionName(definition.node);
    const position = positionOf(definition.node, definition.name);
    if (name === undefined || position === -1) return [];
    const all = (byName().get(name) ?? []).flatMap((call) => call.arguments[position] ?? []);
    return all.flatMap((argument) => writtenFor(argument) ?? argument);
  }

  /** The items that a list is written with. */
  function writtenIn(list: Node, steps = 0): readonly Node[] {
    if (steps > MAX_STEPS) return [];
    switch (list.type) {
      case "Identifier": {
        const value = initialiserOf(scopes, list);
        return value === undefined ? [] : writtenIn(withoutTypes(value), steps + 1);
      }
      case "ArrayExpression":
        return list.elements.filter((item) => item !== null && item.type !== "SpreadElement");
      case "CallExpression": {
        const { name, object } = calledMember(list.callee) ?? {};
        if (name === "filter" && object !== undefined) return writtenIn(object, steps + 1);
        const lists = isFunction(list.callee) ? (returnsOf(program, list.callee) ?? []) : [];
        return lists.flatMap((each) => writtenIn(withoutTypes(each), steps + 1));
      }
      default:
        return [];
    }
  }

  function itemsOf(list: Node): readonly Node[] {
    return filling()
      .filter(({ callee }) => isSameList(calledMember(callee)?.object ?? callee, list))
      .flatMap((call) => call.arguments.flatMap(given));
  }

  /** The list of which a name is each of the items. */
  function listOf(item: TSESTree.Identifier): Node | undefined {
    const [definition] = scopes.variableOf(item)?.defs ?? [];
    const around = definition && parentOf(definition.node);
    if (around === undefined) return undefined;
    if (definition?.type === "Variable") {
      const loop = parentOf(around);
      return loop?.type === "ForOfStatement" && loop.left === around ? loop.right : undefined;
    }
    if (definition?.type !== "Parameter" || around.type !== "CallExpression") return undefined;
    const { name, object } = calledMember(around.callee) ?? {};
    return VISITING.has(name) && around.arguments[0] === definition.node ? object : undefined;
  }

  return {
    calledBy(callee) {
      const list = callee.type === "Identifier" ? listOf(callee) : undefined;
      return list === undefined ? [] : itemsOf(list);
    },
  };
}

function calledMember(callee: Node): { readonly name: string | undefined; readonly object: Node } | undefined {
  return callee.type === "MemberExpression" ? { name: propertyName(callee), object: callee.object } : undefined;
}
