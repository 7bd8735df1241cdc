import type { TSESTree } from "@typescript-eslint/utils";
import { returnsOf } from "../names/functions.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isFunction, lastName, propertyName } from "../syntax/nodes.ts";

/**
 * What a call may hand back of what it is given: its first argument, as `useCallback` does, all of them, as
 * `Object.assign` does, or what a function yields that is handed over for that, as to `useMemo` and `defineStore`.
 */
export function givenBack(
  program: JavaScriptProgram,
  { callee, arguments: given }: TSESTree.CallExpression,
): readonly Node[] {
  const [first, second] = given;
  const name = lastName(callee);
  if (name === "defineStore") return storeMembers(program, second ?? first);
  if (name === "assign") return given;
  if (first === undefined || first.type === "SpreadElement") return [];
  return name === "useMemo" && isFunction(first) ? (returnsOf(program, first) ?? []) : [first];
}

/** The members of a Pinia store: its function's result, or its actions. */
function storeMembers(program: JavaScriptProgram, store: Node | undefined): readonly Node[] {
  if (store === undefined) return [];
  if (isFunction(store)) return returnsOf(program, store) ?? [];
  const properties = store.type === "ObjectExpression" ? store.properties : [];
  return properties.flatMap((each) =>
    each.type === "Property" && propertyName(each) === "actions" ? [each.value] : [],
  );
}

/** The functions that make what Angular has for a token: `new InjectionToken("crumbs", { factory })`. */
export function factoriesOf({ callee, arguments: [, options] }: TSESTree.NewExpression): readonly Node[] {
  if (lastName(callee) !== "InjectionToken" || options?.type !== "ObjectExpression") return [];
  return options.properties.flatMap((each) =>
    each.type === "Property" && propertyName(each) === "factory" ? [each.value] : [],
  );
}
