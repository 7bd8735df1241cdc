import type { TSESTree } from "@typescript-eslint/utils";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { Variable } from "../names/scopes.ts";
import { memberPath, outsideTypes, parentOf, propertyName } from "../syntax/nodes.ts";
import { writtenTo } from "../syntax/patterns.ts";
import { usesAt, type Use } from "../names/arrivals.ts";

/** Something that a program does to the object that a variable holds, after the object was made. */
export type Mutation = {
  /** The expression that does it. */
  readonly node: Node;
} & (
  | {
      /** `data.a.b = value`; the last of `path` is written. */
      readonly kind: "set";
      readonly path: readonly TSESTree.MemberExpression[];
      /** What is written; for `+=` and the like, the whole assignment. */
      readonly value: Node;
    }
  /** `delete data.a.b`; the last of `path` is gone. */
  | { readonly kind: "remove"; readonly path: readonly TSESTree.MemberExpression[] }
  | { readonly kind: "merge"; readonly sources: readonly Node[] }
  | { readonly kind: "append"; readonly items: readonly Node[] }
  /** Something else gets hold of what lies at `path` and may change it in any way. */
  | {
      readonly kind: "escape";
      readonly path: readonly TSESTree.MemberExpression[];
      /** The call that is handed it. */
      readonly call?: TSESTree.CallExpression | TSESTree.NewExpression | undefined;
    }
);

/** An object mentioned at more places is taken to be out of sight; that keeps a file's cost linear. */
const MAX_REFERENCES = 256;

/** Functions that read what they are given and keep no hold of it. */
const READERS: ReadonlySet<string> = new Set([
  "Array.isArray",
  "Boolean",
  "JSON.stringify",
  "Number",
  "Object.entries",
  "Object.freeze",
  "Object.fromEntries",
  "Object.hasOwn",
  "Object.isFrozen",
  "Object.keys",
  "Object.seal",
  "Object.values",
  "String",
  "encodeURIComponent",
  "isNaN",
  "parseFloat",
  "parseInt",
  "structuredClone",
]);

/** Methods of texts, lists and dates that leave their object as it is. */
const READING_METHODS: ReadonlySet<string | undefined> = new Set(
  `at charAt charCodeAt codePointAt concat endsWith entries every filter find findIndex findLast findLastIndex
  flat flatMap forEach get getTime has hasOwnProperty includes indexOf join keys lastIndexOf localeCompare map
  match matchAll normalize padEnd padStart reduce reduceRight repeat replace replaceAll search slice some split
  startsWith substr substring test toDateString toFixed toISOString toJSON toLocaleLowerCase toLocaleString
  toLocaleUpperCase toLowerCase toReversed toSorted toSpliced toString toUpperCase trim trimEnd trimStart
  valueOf values with`.split(/\s+/u),
);

/**
 * What a file does to the object that a variable holds, in the order in which it is done.
 * @returns undefined where there is too much of it to follow.
 */
export function mutationsOf(program: JavaScriptProgram, variable: Variable): readonly Mutation[] | undefined {
  if (variable.references.length > MAX_REFERENCES) return undefined;
  return variable.references
    .filter((reference) => reference.isRead())
    .map(({ identifier }) => mutationAt(program, identifier))
    .filter((mutation) => mutation !== undefined)
    .sort((one, other) => one.node.range[1] - other.node.range[1] || other.node.range[0] - one.node.range[0]);
}

/** The members that are taken off a use of a variable, and the expression that yields the last of them. */
function membersAround(use: Node): { readonly target: Node; readonly path: readonly TSESTree.MemberExpression[] } {
  const path: TSESTree.MemberExpression[] = [];
  let target = outsideTypes(use);
  for (let parent = parentOf(target); parent?.type === "MemberExpression"; parent = parentOf(target)) {
    if (parent.object !== target) break;
    path.push(parent);
    target = outsideTypes(parent);
  }
  return { target, path };
}

/** The change to a variable's object at a use; undefined if the object is only read. */
export function mutationAt(program: JavaScriptProgram, use: Node): Mutation | undefined {
  const { target, path } = membersAround(use);
  const parent = parentOf(target);
  switch (parent?.type) {
    case "AssignmentExpression":
      if (parent.left !== target || path.length === 0) break;
      return { kind: "set", node: parent, path, value: parent.operator === "=" ? parent.right : parent };
    case "UpdateExpression":
      return path.length === 0 ? undefined : { kind: "set", node: parent, path, value: parent };
    case "UnaryExpression":
      return parent.operator === "delete" && path.length > 0 ? { kind: "remove", node: parent, path } : undefined;
    case "CallExpression": {
      const member = path.at(-1);
      if (parent.callee === target && member !== undefined) return methodCall(parent, path.slice(0, -1), member);
      if (path.length === 0 && parent.arguments[0] === target && calleeName(program, parent) === "Object.assign") {
        return { kind: "merge", node: parent, sources: parent.arguments.slice(1) };
      }
      break;
    }
    default:
  }
  if (path.length > 0 && writtenTo(target) !== undefined)
    return { kind: "escape", node: target, path: path.slice(0, -1) };
  const release = escapeOf(program, target);
  return release && { kind: "escape", node: parent ?? target, path, call: release.call };
}

function methodCall(
  call: TSESTree.CallExpression,
  path: readonly TSESTree.MemberExpression[],
  member: TSESTree.MemberExpression,
): Mutation | undefined {
  const name = propertyName(member);
  if (READING_METHODS.has(name)) return undefined;
  if (name === "push" && path.length === 0) return { kind: "append", node: call, items: call.arguments };
  return { kind: "escape", node: call, path };
}

/** Where an expression hands an object to something that may keep or change it: to which call, if it is one. */
function escapeOf(
  program: JavaScriptProgram,
  expression: Node,
): { readonly call: TSESTree.CallExpression | TSESTree.NewExpression | undefined } | undefined {
  for (const use of usesAt(expression)) {
    if (use.isCopy || !isHeld(use)) continue;
    if (use.kind !== "argument") return { call: undefined };
    if (!onlyReads(program, use.call, use.node)) return { call: use.call };
  }
  return undefined;
}

/** Whether a value arrives where it may be kept or changed: not where it is rendered, compared, tested, exported. */
function isHeld(use: Use): boolean {
  switch (use.kind) {
    case "called":
    case "member":
    case "read":
    case "tested":
      return false;
    case "written":
      return use.target.type !== "ObjectPattern" && use.target.type !== "ArrayPattern";
    default:
      return true;
  }
}

function onlyReads(
  program: JavaScriptProgram,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  argument: Node,
): boolean {
  const name = calleeName(program, call);
  if (name === "Object.assign") return call.arguments[0] !== argument;
  return name !== undefined && (READERS.has(name) || name.startsWith("console."));
}

/** The name of a called function of the platform: `Object.assign`. */
export function calleeName(
  { scopes }: JavaScriptProgram,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): string | undefined {
  const { root, path } = memberPath(call.callee);
  if (root.type !== "Identifier" || path.length > 1 || !scopes.isGlobal(root)) return undefined;
  return [root.name, ...path].join(".");
}
