import { childAfter, childOf, childrenOf, closest, hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";

/** A name as the compiler knows it: `r#type` is `type`. */
export function plainName(written: string): string {
  return written.startsWith("r#") ? written.slice(2) : written;
}

/** A node's children that are no attributes. */
export function partsOf(node: RustNode): readonly RustNode[] {
  return node.children.some(isAttribute) ? node.children.filter((child) => !isAttribute(child)) : node.children;
}

function isAttribute({ type }: RustNode): boolean {
  return type === "Attribute" || type === "InnerAttribute";
}

/**
 * The first child of a node that has one by the grammar: the callee of a call, the name of a macro. What is missing in
 * half-typed code is an `Error` among the children.
 */
export function firstOf(node: RustNode): RustNode {
  const [first = node] = node.children;
  return first;
}

/** The last child of a node that has one by the grammar: what a reference refers to, the arguments of a call. */
export function lastOf(node: RustNode): RustNode {
  const [last = node] = node.children.slice(-1);
  return last;
}

/** The first children of a node that has two or three by the grammar: the operands and operator of an operation. */
export function operandsOf(node: RustNode): readonly [first: RustNode, second: RustNode, third: RustNode] {
  const [first = node, second = node, third = second] = node.children;
  return [first, second, third];
}

/** The object of a method or field, and the node with its name. */
export interface Access {
  readonly object: RustNode;
  readonly name: RustNode;
}

/** The parts of `object.name`; undefined for every other expression. */
export function accessOf(node: RustNode | undefined): Access | undefined {
  return node?.type === "FieldExpression" ? { object: firstOf(node), name: lastOf(node) } : undefined;
}

/** Whether a node is the literal of a text. */
export function isText({ type }: RustNode): boolean {
  return type === "String" || type === "RawString";
}

/** The arguments of a call, without the attributes that may stand before them. */
export function argumentsOf(call: RustNode): readonly RustNode[] {
  return partsOf(lastOf(call));
}

/** The function that a call names, without the types given to it (`collect::<Vec<_>>`). */
export function calleeOf(call: RustNode): RustNode {
  const callee = firstOf(call);
  return callee.type === "GenericFunction" ? firstOf(callee) : callee;
}

/** The method that a call calls; undefined for every other node. */
export function methodCalledBy(node: RustNode | undefined): Access | undefined {
  return node?.type === "CallExpression" ? accessOf(calleeOf(node)) : undefined;
}

/** The call that an expression is an argument of. */
export function callAround(argument: RustNode): RustNode | undefined {
  const list = argument.parent;
  return list?.type === "ArgList" && list.parent?.type === "CallExpression" ? list.parent : undefined;
}

/** The types given to the function that a call names: `Level` of `parse::<Level>()`. */
export function typeArgumentsOf(call: RustNode): readonly RustNode[] {
  const callee = call.children[0];
  const list = callee?.type === "GenericFunction" ? childOf(callee, "TypeArgList") : undefined;
  return list?.children ?? [];
}

/** A statement itself, without the attributes around it. */
export function withoutAttributes(statement: RustNode): RustNode {
  return statement.type === "AttributeItem" ? lastOf(statement) : statement;
}

/** The last expression of a block, which is what the block yields; undefined where it yields nothing. */
export function tailOf(block: RustNode): RustNode | undefined {
  const last = block.children.at(-1);
  // A macro in braces is no expression statement by the grammar, but yields what it expands to.
  if (last?.type === "MacroInvocation" && !hasToken(last, ";")) return last;
  if (last?.type !== "ExpressionStatement" || hasToken(last, ";")) return undefined;
  return partsOf(last)[0];
}

/** The block that a block expression (`unsafe { … }`, `async { … }`, a plain block) consists of. */
export function blockOf(node: RustNode): RustNode | undefined {
  switch (node.type) {
    case "Block":
      return node;
    case "UnsafeBlock":
    case "ConstBlock":
    case "AsyncBlock":
    case "TryBlock":
      return childOf(node, "Block");
    default:
      return undefined;
  }
}

/** The parts of an `if`: condition, first branch, what follows `else`. */
export function branchesOf(node: RustNode): {
  readonly condition: RustNode | undefined;
  readonly then: RustNode | undefined;
  readonly otherwise: RustNode | undefined;
} {
  const otherwise = childAfter(node, "else");
  const [condition, then] = node.children;
  return { condition, then, otherwise };
}

/** The body of a function item, or the expression of a closure. */
export function bodyOf(node: RustNode): RustNode | undefined {
  if (node.type === "FunctionItem") return childOf(node, "Block");
  const last = lastOf(node);
  return last.type === "ParamList" ? undefined : last;
}

/** The parameters of a function, `self` among them. */
export function parametersOf(node: RustNode): readonly RustNode[] {
  return childrenOf(node, "ParamList").flatMap(partsOf);
}

/** Whether a function is called on something: `fn f(&self)`, `fn f(self: Arc<Self>)`. */
export function isMethod(node: RustNode): boolean {
  const [first] = parametersOf(node);
  return first !== undefined && (first.type === "SelfParameter" || firstOf(first).type === "SelfPattern");
}

/** The innermost function item or closure around a node. */
export function functionAround(node: RustNode): RustNode | undefined {
  return closest(node, "FunctionItem", "ClosureExpression");
}

/** The name of an item: a function, struct, module, constant. */
export function itemName(item: RustNode): RustNode | undefined {
  return item.children.find(({ type }) => type === "BoundIdentifier" || type === "TypeIdentifier");
}

/** Whether a node is the path of a type, with types given to it or without. */
export function isTypePath({ type }: RustNode): boolean {
  return type === "TypeIdentifier" || type === "ScopedTypeIdentifier" || type === "GenericType";
}

/** Whether a name is written like a constant, a type or a variant, and so is not bound by a pattern. */
export function isUpperName(name: string): boolean {
  return /^\p{Lu}/u.test(plainName(name));
}
