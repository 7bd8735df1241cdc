import type { TSESTree } from "@typescript-eslint/utils";
import type { Entry, FormerApi, ScopeName } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram } from "../program.ts";
import { definingIdentifiers, type Variable } from "../names/scopes.ts";
import { CAPTURE_NAMES, packageName, RECORDING_NAMES } from "../names/sdk-modules.ts";
import {
  memberOf,
  memberPath,
  ownerOf,
  parentOf,
  patternSource,
  propertyName,
  typeOf,
  withoutTypes,
  type FunctionNode,
  type Node,
} from "../syntax/nodes.ts";

/** An object of the SDK that records breadcrumbs by a method. */
interface Handle {
  readonly kind: "scope" | "hub" | "client";
  /** Which of the SDK's scopes it is, where that is known. */
  readonly scope?: ScopeName;
  /** The API of former versions that hands it out. */
  readonly former?: FormerApi["name"];
}

const SCOPE: Handle = { kind: "scope" };
const ISOLATION_SCOPE: Handle = { kind: "scope", scope: "isolation" };
const HUB: Handle = { kind: "hub", former: "Hub" };
const CLIENT: Handle = { kind: "client" };

/** Functions of the SDK that hand out a scope or hub. */
const GETTERS: ReadonlyMap<string | undefined, Handle> = new Map([
  ["getCurrentScope", { kind: "scope", scope: "current" }],
  ["getIsolationScope", ISOLATION_SCOPE],
  ["getGlobalScope", { kind: "scope", scope: "global" }],
  ["getDefaultCurrentScope", SCOPE],
  ["getDefaultIsolationScope", SCOPE],
  ["getCurrentHub", { kind: "hub", former: "getCurrentHub" }],
]);

/** Classes and types of the SDK; toucan-js's client is a scope, nestjs-sentry's service hands out the SDK. */
const CLASSES: ReadonlyMap<string | undefined, Handle> = new Map([
  ["Scope", SCOPE],
  ["ScopeClass", SCOPE],
  ["ScopeInterface", SCOPE],
  ["Toucan", SCOPE],
  ["Hub", HUB],
  ["HubInterface", HUB],
  ["Client", CLIENT],
  ["BrowserMicroSentryClient", CLIENT],
  ["MicroSentryClient", CLIENT],
  ["SentryService", CLIENT],
]);

/** Functions that hand a scope to the callback that they are given, and methods of a hub or scope that do. */
const SCOPE_CALLBACKS: ReadonlyMap<string | undefined, Handle> = new Map([
  ["configureScope", { kind: "scope", scope: "current", former: "configureScope" }],
  ["update", SCOPE],
  ["withActiveSpan", SCOPE],
  ["withIsolationScope", ISOLATION_SCOPE],
  ["withScope", SCOPE],
]);

/** Options that hold a callback that is handed a scope. */
const SCOPE_OPTIONS: ReadonlySet<string | undefined> = new Set(["beforeCapture", "initialScope"]);

/** Namespaces of sentry-expo, each of them an SDK. */
const NAMESPACES: ReadonlyMap<string | undefined, FormerApi["name"]> = new Map([
  ["Browser", "Browser"],
  ["Native", "Native"],
  ["React", "React"],
]);

/** Functions of Nuxt under whose result @nuxtjs/sentry puts the SDK as `$sentry`. */
const NUXT_CONTEXTS: ReadonlySet<string> = new Set(["useContext", "useNuxtApp"]);

/** Methods of a hub or scope that hand out a scope: getters, and setters that hand back their own. */
const HANDING_OUT =
  /^(?:getScope|getIsolationScope|pushScope|clone|instance|set[A-Z]\w*|add[A-Z]\w*|clear\w*|update)$/u;

/** Which scope a hub's getters hand out. */
const SCOPES_OF_HUB: ReadonlyMap<string, Pick<Handle, "scope">> = new Map([
  ["getScope", { scope: "current" }],
  ["getIsolationScope", { scope: "isolation" }],
]);

const MAX_STEPS = 20;

/** How a call records a breadcrumb by the SDK's own means. */
export interface OwnMeans {
  readonly entry: Exclude<Entry, "wrapper">;
  readonly scope?: ScopeName | undefined;
  readonly former?: FormerApi | undefined;
}

/** Tells which calls record a breadcrumb by the SDK's own means. */
export interface Entries {
  /** How a call reaches Sentry; undefined when it does not, or the file does not tell. */
  meansOf(call: TSESTree.CallExpression): OwnMeans | undefined;
}

export function createEntries({ scopes }: JavaScriptProgram): Entries {
  const handles = new Map<Variable, Handle | undefined>();

  function meansOf(call: TSESTree.CallExpression): OwnMeans | undefined {
    const callee = withoutTypes(call.callee);
    if (callee.type !== "Identifier" && callee.type !== "MemberExpression") return undefined;
    const name = callee.type === "MemberExpression" ? propertyName(callee) : undefined;
    if (callee.type === "MemberExpression" && !RECORDING_NAMES.has(name)) return undefined;
    const path = scopes.sdkPath(callee);
    if (path !== undefined) return meansOfPath(path, callee);
    if (callee.type !== "MemberExpression") return undefined;
    const handle = handleOf(callee.object);
    if (handle === undefined) return isNuxtInjection(callee.object) ? { entry: "legacy" } : undefined;
    if (handle.kind === "client") return { entry: name === "addBreadcrumb" ? "sdk" : "legacy" };
    const former = handle.former && { name: handle.former, package: undefined };
    return { entry: handle.kind, scope: handle.scope, former };
  }

  function meansOfPath(path: readonly string[], callee: Node): OwnMeans | undefined {
    const namespace = path.length === 2 ? NAMESPACES.get(path[0]) : undefined;
    if (path.length !== 1 && namespace === undefined) return undefined;
    const name = path.at(-1);
    if (!RECORDING_NAMES.has(name)) return undefined;
    if (namespace === undefined && name === "addBreadcrumb") return { entry: "sdk" };
    return { entry: "legacy", former: { name: namespace ?? "captureBreadcrumb", package: packageOf(callee) } };
  }

  /** The package that the SDK behind an expression is imported from. */
  function packageOf(callee: Node): string | undefined {
    const { root } = memberPath(callee);
    if (root.type !== "Identifier") return undefined;
    const variable = scopes.variableOf(root);
    const module = variable && scopes.importOf(variable)?.module;
    if (module !== undefined) return packageName(module);
    // The global of raven-js, be it by way of `const { Raven } = window`.
    return root.name === "Raven" ? "raven-js" : undefined;
  }

  function handleOf(node: Node, steps = 0): Handle | undefined {
    if (steps > MAX_STEPS) return undefined;
    const inner = withoutTypes(node);
    switch (inner.type) {
      case "AwaitExpression":
        return handleOf(inner.argument, steps + 1);
      case "CallExpression":
        return handleOfCall(inner, steps + 1);
      case "NewExpression": {
        const path = scopes.sdkPath(inner.callee);
        const name = path?.at(-1);
        // The default export of toucan-js 2 and of raven is the client's class.
        return name === undefined ? path && CLIENT : CLASSES.get(name);
      }
      case "LogicalExpression":
        return (
          (inner.operator === "&&" ? undefined : handleOf(inner.left, steps + 1)) ?? handleOf(inner.right, steps + 1)
        );
      case "ConditionalExpression":
        return handleOf(inner.consequent, steps + 1) ?? handleOf(inner.alternate, steps + 1);
      case "Identifier": {
        const variable = scopes.variableOf(inner);
        return variable && handleOfVariable(variable, steps + 1);
      }
      case "MemberExpression": {
        if (inner.object.type !== "ThisExpression") return undefined;
        const name = propertyName(inner);
        const owner = ownerOf(inner);
        const member = owner && name !== undefined ? memberOf(owner, name) : undefined;
        if (member === undefined) return undefined;
        return handleOfType(member.type) ?? (member.value && handleOf(member.value, steps + 1));
      }
      default:
        return undefined;
    }
  }

  function handleOfCall(call: TSESTree.CallExpression, steps: number): Handle | undefined {
    const path = scopes.sdkPath(call.callee);
    if (path !== undefined) return GETTERS.get(path.at(-1));
    const callee = withoutTypes(call.callee);
    if (callee.type !== "MemberExpression") return undefined;
    const name = propertyName(callee);
    if (name === undefined || !HANDING_OUT.test(name)) return undefined;
    const handle = handleOf(callee.object, steps);
    if (handle?.kind === "hub")
      return name === "clone" ? HUB : { ...handle, kind: "scope", ...SCOPES_OF_HUB.get(name) };
    if (handle?.kind === "client") return name === "instance" ? handle : undefined;
    if (name === "getScope" || name === "pushScope" || name === "instance") return undefined;
    return handle && name === "clone" ? SCOPE : handle;
  }

  function handleOfVariable(variable: Variable, steps: number): Handle | undefined {
    if (handles.has(variable)) return handles.get(variable);
    handles.set(variable, undefined); // for a variable that is defined by itself
    let found: Handle | undefined;
    for (const identifier of definingIdentifiers(variable)) {
      const source = patternSource(identifier);
      found =
        handleOfType(typeOf(identifier)) ??
        (source?.path?.length !== 0
          ? undefined
          : source.kind === "expression"
            ? handleOf(source.expression, steps)
            : handleOfParameter(source.function, source.index, steps));
      if (found !== undefined) break;
    }
    handles.set(variable, found);
    return found;
  }

  function handleOfType(type: TSESTree.TypeNode | undefined): Handle | undefined {
    if (type === undefined) return undefined;
    if (type.type === "TSUnionType") {
      return type.types.map(handleOfType).find((handle) => handle !== undefined);
    }
    return CLASSES.get(scopes.sdkTypePath(type)?.at(-1));
  }

  /** What a function is handed by the SDK's functions that it is passed to, inline or by its name. */
  function handleOfParameter(callback: FunctionNode, index: number, steps: number): Handle | undefined {
    const handle = handleFromUse(callback, index, steps);
    const name = handle === undefined ? nameOfFunction(callback) : undefined;
    const variable = name && scopes.variableOf(name);
    if (variable === undefined) return handle;
    for (const { identifier } of variable.references) {
      const found = handleFromUse(identifier, index, steps);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function handleFromUse(callback: Node, index: number, steps: number): Handle | undefined {
    const use = parentOf(callback);
    if (index !== 0 || use === undefined) return undefined;
    switch (use.type) {
      case "CallExpression": {
        const position = use.arguments.indexOf(callback as TSESTree.CallExpressionArgument);
        return position === -1 ? undefined : handleForCallback(use, position, steps);
      }
      case "Property": {
        const options = parentOf(use);
        const call = options && parentOf(options);
        return SCOPE_OPTIONS.has(propertyName(use)) && call?.type === "CallExpression" && scopes.sdkPath(call.callee)
          ? SCOPE
          : undefined;
      }
      case "JSXExpressionContainer": {
        const attribute = parentOf(use);
        if (attribute?.type !== "JSXAttribute" || attribute.name.name !== "beforeCapture") return undefined;
        return isErrorBoundary(attribute.parent.name) ? SCOPE : undefined;
      }
      default:
        return undefined;
    }
  }

  function handleForCallback(call: TSESTree.CallExpression, position: number, steps: number): Handle | undefined {
    const { callee } = call;
    let name = scopes.sdkPath(callee)?.at(-1);
    if (name === undefined) {
      const member = withoutTypes(callee);
      if (member.type !== "MemberExpression") return undefined;
      const handle = handleOf(member.object, steps);
      name = handle && propertyName(member);
      if (handle?.kind === "hub" && name === "run") return HUB;
    }
    return SCOPE_CALLBACKS.get(name) ?? (CAPTURE_NAMES.has(name) && position > 0 ? SCOPE : undefined);
  }

  /** `<Sentry.ErrorBoundary>` or `<ErrorBoundary>` */
  function isErrorBoundary(name: TSESTree.JSXTagNameExpression): boolean {
    if (name.type === "JSXIdentifier") return scopes.sdkPath(name)?.at(-1) === "ErrorBoundary";
    return (
      name.type === "JSXMemberExpression" &&
      name.property.name === "ErrorBoundary" &&
      name.object.type === "JSXIdentifier" &&
      scopes.sdkPath(name.object)?.length === 0
    );
  }

  /** `this.$sentry` of a component, `$sentry` of a template, `useNuxtApp().$sentry`. */
  function isNuxtInjection(node: Node): boolean {
    const { root, path } = memberPath(node);
    if (root.type === "Identifier") {
      if (path.length > 0 || root.name !== "$sentry") return false;
      const [definition] = scopes.variableOf(root)?.defs ?? [];
      if (definition === undefined) return true;
      const source = patternSource(definition.name);
      return source?.kind === "expression" && source.path?.join() === "$sentry" && isNuxtContext(source.expression);
    }
    if (path.length !== 1 || path[0] !== "$sentry") return false;
    if (root.type !== "ThisExpression") return isNuxtContext(root);
    const owner = ownerOf(root);
    return owner === undefined || memberOf(owner, "$sentry") === undefined;
  }

  function isNuxtContext(node: Node): boolean {
    const call = withoutTypes(node);
    return call.type === "CallExpression" && call.callee.type === "Identifier" && NUXT_CONTEXTS.has(call.callee.name);
  }

  return { meansOf };
}

/** The name under which a function can be passed on. */
function nameOfFunction(node: FunctionNode): TSESTree.Identifier | undefined {
  if (node.type === "FunctionDeclaration") return node.id ?? undefined;
  const holder = parentOf(node);
  return holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" ? holder.id : undefined;
}
