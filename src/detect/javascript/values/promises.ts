import type { TSESTree } from "@typescript-eslint/utils";
import { resolve, type Value } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { declaredTypeOf, memberPath, parentOf } from "../syntax/nodes.ts";
import type { Reading } from "./context.ts";
import type { Referents } from "./recognition.ts";

const PROMISE_METHODS: ReadonlySet<string | undefined> = new Set(["then", "catch", "finally"]);

/** The methods of a response that read its body. */
const BODY_METHODS: ReadonlySet<string | undefined> = new Set(["arrayBuffer", "blob", "formData", "json", "text"]);

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
  if (BODY_METHODS.has(path.at(-1)) && isOfFetch(valueOf(node.callee))) return true;
  const [called, ...others] = referents.functionsOf(valueOf(node.callee));
  return called !== undefined && [called, ...others].every(({ async, generator }) => async && !generator);
}

/** Whether a member is one of what the platform's `fetch` answers. */
function isOfFetch(member: Value): boolean {
  const response = member.kind === "member" ? resolve(member.object) : undefined;
  const callee = response?.kind === "call" ? response.callee : undefined;
  return callee?.kind === "name" && callee.name === "fetch" && callee.binding === undefined;
}

/** How many variables that name one another are followed: who writes more hides something else than a promise. */
const MAX_NAMES = 20;

/**
 * Whether an expression is a promise at the place where it stands: it makes one, or names a variable that holds one,
 * and nothing awaits it there.
 */
export function isPromise(reading: Reading, node: Node): boolean {
  let current: Node | undefined = node;
  for (let names = 0; current !== undefined && names < MAX_NAMES; names += 1) {
    if (isAwaited(reading, current)) return false;
    if (current.type !== "Identifier") {
      return makesPromise(reading.context.program, reading.context, current, (each) => reading.valueOf(each));
    }
    const declared = onlyDefinition(reading, current);
    if (declared === undefined) return false;
    if (isDeclaredPromise(declared)) return true;
    const initial = reading.initialiserOf(current);
    current = initial && reading.inner(initial);
  }
  return false;
}

/** The name in the declaration of a variable that is given one value and keeps it. */
function onlyDefinition({ context: { program } }: Reading, node: TSESTree.Identifier): TSESTree.Node | undefined {
  const variable = program.scopes.variableOf(node);
  const [definition, ...others] = variable?.defs ?? [];
  if (variable === undefined || others.length > 0 || program.scopes.isReassigned(variable)) return undefined;
  return definition?.name;
}

/** Whether the promise is awaited before anything else sees it. */
function isAwaited(reading: Reading, node: Node): boolean {
  for (let around = parentOf(node); around && reading.inner(around) === node; around = parentOf(around)) {
    if (around.type === "AwaitExpression") return true;
  }
  return false;
}

function isDeclaredPromise(name: TSESTree.Node): boolean {
  const type = declaredTypeOf(name);
  return type?.type === "TSTypeReference" && type.typeName.type === "Identifier" && PROMISES.has(type.typeName.name);
}
