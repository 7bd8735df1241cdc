import type { TSESTree } from "@typescript-eslint/utils";
import { asHandler } from "./handlers.ts";
import { isFunction, lastName, memberPath, parentOf, propertyName, type FunctionNode, type Node } from "./nodes.ts";

/**
 * Whether a part of a node runs at other times than what is around the node: in a function, in a handler of a Vue
 * template, and in a field of a class, whose value is computed at each `new`. Static fields and blocks run at once.
 */
export function runsApart(around: Node, part: Node): boolean {
  switch (around.type) {
    case "AccessorProperty":
    case "PropertyDefinition":
      return !around.static && around.value === part;
    default:
      return isFunction(around) || asHandler(around) !== undefined;
  }
}

/** The innermost function, handler or field of a class whose run evaluates a node; undefined at the top level. */
export function runAround(node: Node): Node | undefined {
  let part = node;
  for (let around = parentOf(part); around !== undefined; part = around, around = parentOf(around)) {
    if (runsApart(around, part)) return around;
  }
  return undefined;
}

/** The innermost function that a node stands in. */
export function functionAround(node: Node): FunctionNode | undefined {
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (isFunction(current)) return current;
  }
  return undefined;
}

/** A function's own name, or that of the variable, property or method that holds it. */
export function functionName(node: FunctionNode): string | undefined {
  if (node.id) return node.id.name;
  const holder = holderOf(node);
  switch (holder?.type) {
    case "VariableDeclarator":
      return holder.id.type === "Identifier" ? holder.id.name : undefined;
    case "AssignmentExpression":
      return lastName(holder.left);
    case "MethodDefinition":
    case "Property":
    case "PropertyDefinition":
      return propertyName(holder);
    default:
      return undefined;
  }
}

/** Where a function has the name by which others call it: its own, or that of the variable that holds it. */
export function nameNodeOf(node: FunctionNode): TSESTree.Identifier | undefined {
  if (node.type === "FunctionDeclaration") return node.id ?? undefined;
  const holder = holderOf(node);
  return holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" ? holder.id : undefined;
}

/** Functions that hand back the function they are given, or one that calls it with what it is called with. */
const TRANSPARENT_CALLS: ReadonlySet<string | undefined> = new Set(
  `action cache debounce memo memoize memoizeOne once throttle useCallback useDebounce useDebouncedCallback
  useEffectEvent useEvent useEventCallback useMemoizedFn useThrottle useThrottledCallback`.split(/\s+/u),
);

/** The variable or member whose value is a function expression, also through `useCallback`. */
export function holderOf(node: FunctionNode): Node | undefined {
  const parent = parentOf(node);
  if (parent?.type !== "CallExpression" || parent.arguments[0] !== node) return parent;
  return isTransparent(parent) ? parentOf(parent) : parent;
}

/** Whether a call hands back its first argument. */
export function isTransparent({ callee }: TSESTree.CallExpression): boolean {
  return TRANSPARENT_CALLS.has(lastName(callee));
}

/** Other calls that yield their first argument. */
const HANDING_BACK: ReadonlySet<string> = new Set(["Object.freeze", "Object.seal", "Promise.resolve"]);

/** Whether a call yields its first argument, or for a function one that does the same. */
export function handsBack(call: TSESTree.CallExpression): boolean {
  const { root, path } = memberPath(call.callee);
  return isTransparent(call) || (root.type === "Identifier" && HANDING_BACK.has([root.name, ...path].join(".")));
}

/** The call that yields what a function does: `useMemo(() => value, [])`. */
export function memoOf(made: FunctionNode): TSESTree.CallExpression | undefined {
  const call = parentOf(made);
  const isMemo = call?.type === "CallExpression" && call.arguments[0] === made && lastName(call.callee) === "useMemo";
  return isMemo ? call : undefined;
}
