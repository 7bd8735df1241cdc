import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { perFile } from "../../per-file.ts";
import { remember } from "../../remember.ts";
import { isFunction, propertyName, type FunctionNode, type Node, type Owner } from "../syntax/nodes.ts";
import { writtenTo } from "../syntax/patterns.ts";
import { childrenOf, type ParsedFile } from "../syntax/walk.ts";

/** A function with more returns than this says nothing of what it yields. */
const MAX_RETURNS = 16;

/**
 * The expressions that a function can return, in the order of the source.
 * @returns undefined for generators and functions with many returns; an empty list when nothing is returned.
 */
export function returnsOf({ sourceCode }: ParsedFile, node: FunctionNode): readonly Node[] | undefined {
  if (node.generator) return undefined;
  if (node.body.type !== "BlockStatement") return [node.body];
  const returns: Node[] = [];
  const pending: Node[] = [node.body];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type === "ReturnStatement" && next.argument !== null) returns.push(next.argument);
    if (returns.length > MAX_RETURNS) return undefined;
    if (mayHoldReturn(next)) pending.push(...childrenOf(sourceCode, next).toReversed());
  }
  return returns;
}

/** Whether a node may hold a return of the function around it; declarations of others hold none. */
function mayHoldReturn({ type }: Node): boolean {
  return type.endsWith("Statement") || type === "SwitchCase" || type === "CatchClause";
}

/** How the members of a class or object literal get their values. */
export interface Members {
  readonly methods: ReadonlyMap<string, FunctionNode>;
  readonly getters: ReadonlyMap<string, FunctionNode>;
  /** The fields of a class, with what is written to them where that is one place alone. */
  readonly fields: ReadonlyMap<string, Node | undefined>;
  /** All writes to each of them. */
  readonly writes: ReadonlyMap<string, readonly Node[]>;
  /** The names of private fields. */
  readonly hidden: ReadonlySet<string>;
  /** Where each member is mentioned as one of `this`. */
  readonly mentions: ReadonlyMap<string, readonly Node[]>;
}

/** The named members that a class or object literal declares with a value. */
function* declaredMembers(owner: Owner): Generator<{
  readonly member: TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition;
  readonly name: string;
  readonly value: Node;
}> {
  for (const member of owner.type === "ObjectExpression" ? owner.properties : owner.body.body) {
    if (member.type !== "Property" && member.type !== "MethodDefinition" && member.type !== "PropertyDefinition")
      continue;
    const name = propertyName(member);
    if (name !== undefined && member.value !== null) yield { member, name, value: member.value };
  }
}

/** The members of each class and object literal that was asked for. */
const knownMembers = perFile<ParsedFile, [], Map<Owner, Members>>(() => new Map());

export function membersOf(file: ParsedFile, owner: Owner): Members {
  return remember(knownMembers(file), owner, () => readMembers(file, owner));
}

/**
 * What a member of a class or object literal is: a method, what a getter returns, or the only thing that is written to
 * a field besides empty values.
 */
export function memberValues(file: ParsedFile, owner: Owner, name: string): readonly Node[] {
  const { methods, getters, fields, writes } = membersOf(file, owner);
  const getter = getters.get(name);
  if (getter !== undefined) return returnsOf(file, getter) ?? [];
  const value = methods.get(name) ?? fields.get(name);
  if (value !== undefined) return [value];
  const written = writes.get(name)?.filter((each) => !isEmpty(each)) ?? [];
  return written.length === 1 ? written : [];
}

function readMembers({ sourceCode }: ParsedFile, owner: Owner): Members {
  const methods = new Map<string, FunctionNode>();
  const getters = new Map<string, FunctionNode>();
  const fields = new Map<string, Node | undefined>();
  const writes = new Map<string, Node[]>();
  const hidden = new Set<string>();
  const mentions = new Map<string, Node[]>();
  const write = (name: string, value: Node | undefined, possible = value): void => {
    fields.set(name, fields.has(name) ? undefined : value);
    if (possible !== undefined) addTo(writes, name, possible);
  };
  for (const { member, name, value } of declaredMembers(owner)) {
    const kind = member.type === "PropertyDefinition" ? "field" : member.kind;
    if (isFunction(value)) {
      if (kind === "get") getters.set(name, value);
      else if (kind !== "set") methods.set(name, value);
    } else if (member.type === "PropertyDefinition") {
      if (member.accessibility === "private" || name.startsWith("#")) hidden.add(name);
      write(name, isPlaceholder(member, value) ? undefined : value, value);
    }
  }
  for (const { member, name, written } of owner.type === "ObjectExpression" ? [] : membersOfThis(sourceCode, owner)) {
    if (written !== undefined) {
      // Any field may be the one whose name is computed.
      if (name === undefined) return { methods, getters, fields: new Map(), writes, hidden: new Set(), mentions };
      write(name, written.value, written.possible);
    }
    if (name !== undefined) addTo(mentions, name, member);
  }
  return { methods, getters, fields, writes, hidden, mentions };
}

function addTo(lists: Map<string, Node[]>, name: string, node: Node): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [node]);
  else list.push(node);
}

/** An empty initial value that other code, in this file or another, is there to replace. */
function isPlaceholder({ readonly }: TSESTree.PropertyDefinition, value: Node): boolean {
  return !readonly && isEmpty(value);
}

/** Whether a value is there for another to take its place: `null`, `undefined`, `false`, an empty text. */
export function isEmpty(value: Node): boolean {
  if (value.type === "Literal") return !value.value;
  return value.type === "Identifier" && value.name === "undefined";
}

/** The members of `this` that a class mentions, with what is written to them. */
function* membersOfThis(
  sourceCode: TSESLint.SourceCode,
  owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
): Generator<{
  readonly member: Node;
  readonly name: string | undefined;
  readonly written: ReturnType<typeof writtenTo>;
}> {
  const pending: Node[] = [owner.body];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type === "MemberExpression" && next.object.type === "ThisExpression") {
      yield { member: next, name: propertyName(next), written: writtenTo(next) };
    } else if (next.type === "TSParameterProperty") {
      const declared = next.parameter.type === "AssignmentPattern" ? next.parameter.left : next.parameter;
      yield { member: next, name: declared.name, written: { value: declared } };
    }
    const isOther =
      next.type === "FunctionDeclaration" || next.type === "ClassDeclaration" || next.type === "ClassExpression";
    if (!isOther) pending.push(...childrenOf(sourceCode, next));
  }
}
