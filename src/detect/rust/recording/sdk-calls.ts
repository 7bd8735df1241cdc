import type { Entry } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import {
  accessOf,
  argumentsOf,
  callAround,
  calleeOf,
  firstOf,
  lastOf,
  parametersOf,
  partsOf,
  plainName,
} from "../syntax/nodes.ts";
import { createTypeReader, returnType } from "../values/types.ts";

/** An object of the SDK that records breadcrumbs by a method. */
type Handle = "scope" | "hub";

/** Tells which calls record a breadcrumb by the SDK's own means. */
export interface Entries {
  /** How a call reaches Sentry; undefined when it does not, or the file does not tell. */
  entryOf(call: RustNode): Exclude<Entry, "wrapper"> | undefined;
}

/** Functions and methods that hand a scope to the closure that they are given. */
const SCOPE_CALLBACKS: ReadonlySet<string> = new Set(["configure_scope", "with_scope"]);

/** The same for a hub. */
const HUB_CALLBACKS: ReadonlySet<string> = new Set(["with", "with_active"]);

/** Methods that hand on the hub or scope that they belong to. */
const KEEPING: ReadonlySet<string> = new Set([
  "clone",
  "as_ref",
  "as_mut",
  "borrow",
  "borrow_mut",
  "deref",
  "to_owned",
  "unwrap",
  "expect",
  "lock",
  "read",
  "write",
  "into",
]);

/** Functions that hand on their argument: `Arc::new(hub)`. */
const KEEPING_CALLS: ReadonlySet<string | undefined> = new Set(["Arc", "Rc", "Box", "Some", "Clone"]);

const MAX_STEPS = 20;

/** Recognises the SDK's function, hubs and scopes in one file. */
export function createEntries(program: RustProgram): Entries {
  const { names, variables, items, textOf } = program;
  const types = createTypeReader(program);

  function nameOf(node: RustNode): string {
    return plainName(textOf(node));
  }

  function entryOf(call: RustNode): Exclude<Entry, "wrapper"> | undefined {
    const callee = calleeOf(call);
    const access = accessOf(callee);
    if (access === undefined) {
      if (callee.type === "Identifier" && variables.variableOf(callee) !== undefined) return undefined;
      return isPath(callee) && names.sdkPath(callee)?.join() === "add_breadcrumb" ? "sdk" : undefined;
    }
    return nameOf(access.name) === "add_breadcrumb" ? handleOf(access.object, 0) : undefined;
  }

  function handleOf(node: RustNode, steps: number): Handle | undefined {
    if (steps > MAX_STEPS) return undefined;
    switch (node.type) {
      case "ParenthesizedExpression":
      case "TryExpression":
      case "AwaitExpression":
        return inside(partsOf(node)[0], steps);
      case "ReferenceExpression":
      case "UnaryExpression":
        return inside(lastOf(node), steps);
      case "Identifier":
        return handleOfVariable(node, steps + 1);
      case "FieldExpression":
        return handleOfField(firstOf(node), lastOf(node));
      case "CallExpression":
        return handleOfCall(node, steps + 1);
      default:
        return undefined;
    }
  }

  function inside(node: RustNode | undefined, steps: number): Handle | undefined {
    return node && handleOf(node, steps + 1);
  }

  function handleOfCall(call: RustNode, steps: number): Handle | undefined {
    const callee = calleeOf(call);
    const access = accessOf(callee);
    if (access !== undefined) return KEEPING.has(nameOf(access.name)) ? handleOf(access.object, steps) : undefined;
    if (!isPath(callee)) return undefined;
    // `Hub::current()`, `Hub::main()`, `Hub::new_from_top(…)`
    const sdk = names.sdkPath(callee);
    if (sdk?.length === 2 && sdk[0] === "Hub") return "hub";
    const { item, rest } = names.resolve(callee);
    if (item?.type === "FunctionItem" && rest.length === 0) {
      const type = returnType(item);
      return type && handleOfType(type);
    }
    const [argument] = argumentsOf(call);
    const owner = names.pathOf(callee)?.at(-2) ?? names.pathOf(callee)?.[0];
    return KEEPING_CALLS.has(owner) ? inside(argument, steps) : undefined;
  }

  function handleOfVariable(identifier: RustNode, steps: number): Handle | undefined {
    const variable = variables.variableOf(identifier);
    if (variable === undefined) return undefined;
    const type = types.ofVariable(variable);
    if (type !== undefined) return handleOfType(type);
    if (variable.steps.some(({ kind }) => kind !== "wrapped")) return undefined;
    const { source } = variable;
    if (source.kind === "expression") return handleOf(source.node, steps);
    return source.kind === "parameter" ? handleOfCallback(source.function, steps) : undefined;
  }

  /** What a closure is handed by the SDK's function that it is given to. */
  function handleOfCallback(closure: RustNode, steps: number): Handle | undefined {
    const call = callAround(closure);
    if (call === undefined || parametersOf(closure).length !== 1) return undefined;
    const callee = calleeOf(call);
    const access = accessOf(callee);
    if (access !== undefined) {
      const isScope = SCOPE_CALLBACKS.has(nameOf(access.name)) && handleOf(access.object, steps) === "hub";
      return isScope ? "scope" : undefined;
    }
    const sdk = isPath(callee) ? names.sdkPath(callee) : undefined;
    const name = sdk?.at(-1) ?? "";
    if (sdk?.length === 1 && SCOPE_CALLBACKS.has(name)) return "scope";
    return sdk?.length === 2 && sdk[0] === "Hub" && HUB_CALLBACKS.has(name) ? "hub" : undefined;
  }

  /** `self.hub`, where the struct says what that is. */
  function handleOfField(object: RustNode, name: RustNode): Handle | undefined {
    const owner = object.type === "self" ? items.selfItem(object) : typeItemOf(object);
    const type = owner && items.fieldsOf(owner).find((declared) => declared.name === nameOf(name))?.type;
    return type && handleOfType(type);
  }

  function typeItemOf(object: RustNode): RustNode | undefined {
    const variable = object.type === "Identifier" ? variables.variableOf(object) : undefined;
    const type = variable && types.ofVariable(variable);
    return type && items.typeItem(types.inner(type));
  }

  function handleOfType(type: RustNode): Handle | undefined {
    const inner = types.inner(type);
    const sdk = isTypePath(inner) ? names.sdkPath(inner) : undefined;
    if (sdk?.length !== 1) return undefined;
    return sdk[0] === "Hub" ? "hub" : sdk[0] === "Scope" ? "scope" : undefined;
  }

  return { entryOf };
}

function isPath(node: RustNode): boolean {
  return node.type === "Identifier" || node.type === "ScopedIdentifier";
}

function isTypePath(node: RustNode): boolean {
  return node.type === "TypeIdentifier" || node.type === "ScopedTypeIdentifier";
}
