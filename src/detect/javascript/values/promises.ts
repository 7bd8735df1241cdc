import type { TSESTree } from "@typescript-eslint/utils";
import type { JavaScriptProgram, Node } from "../program.ts";
import { memberPath, parentOf } from "../syntax/nodes.ts";
import type { Reading } from "./context.ts";
import type { Referents } from "./recognition.ts";

const PROMISE_METHODS: ReadonlySet<string | undefined> = new Set(["then", "catch", "finally"]);

/** The types of promises. */
const PROMISES: ReadonlySet<string> = new Set(["Promise", "PromiseLike"]);

/** Whether an expression makes a promise: `import()`, `new Promise()`, `fetch()`, the call of an async function. */
export function makesPromise(
  { scopes }: JavaScriptProgram,
  { referents }: { readonly referents: Referents },
  node: Node,
  valueOf: Reading["valueOf"],
): boolean {
  if (node.type === "ImportExpression") return true;
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  const { root, path } = memberPath(node.callee);
  const global = root.type === "Identifier" && scopes.isGlobal(root) ? root.name : undefined;
  if (global === "Promise") return (node.type === "NewExpression") === (path.length === 0);
  if (node.type === "NewExpression") return false;
  if (PROMISE_METHODS.has(path.at(-1)) || (global === "fetch" && path.length === 0)) return true;
  const [called, ...others] = referents.functionsOf(valueOf(node.callee));
  return called !== undefined && [called, ...others].every(({ async, generator }) => async && !generator);
}

/**
 * Whether an expression is a promise at the place where it stands: it makes one, or names a variable that holds one,
 * and nothing awaits it there.
 */
export function isPromise(reading: Reading, node: Node): boolean {
  if (isAwaited(reading, node)) return false;
  const { program } = reading.context;
  if (node.type !== "Identifier") return makesPromise(program, reading.context, node, (each) => reading.valueOf(each));
  const variable = program.scopes.variableOf(node);
  const [definition, ...others] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined || others.length > 0) return false;
  if (variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return false;
  if (isDeclaredPromise(definition.name)) return true;
  const initial = reading.initialiserOf(node);
  return initial !== undefined && isPromise(reading, reading.inner(initial));
}

/** Whether the promise is awaited before anything else sees it. */
function isAwaited(reading: Reading, node: Node): boolean {
  for (let around = parentOf(node); around && reading.inner(around) === node; around = parentOf(around)) {
    if (around.type === "AwaitExpression") return true;
  }
  return false;
}

function isDeclaredPromise(name: TSESTree.Node): boolean {
  const type = name.type === "Identifier" ? name.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === "TSTypeReference" && type.typeName.type === "Identifier" && PROMISES.has(type.typeName.name);
}
