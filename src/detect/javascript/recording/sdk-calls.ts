import type { TSESTree } from "@typescript-eslint/utils";
import { alternatives, type Entry, type FormerApi, type ScopeName, type Value } from "../../../breadcrumb/index.ts";
import { depthGuard } from "../../depth.ts";
import type { JavaScriptProgram } from "../program.ts";
import type { Use } from "../names/arrivals.ts";
import { reachesSdk } from "../names/mentions.ts";
import { CAPTURE_NAMES, packageName, RECORDING_NAMES } from "../names/sdk-modules.ts";
import { sdkTypePath } from "../names/sdk-types.ts";
import { propertyName, withoutTypes, type Node, type FunctionNode } from "../syntax/nodes.ts";
import { patternOf } from "../syntax/patterns.ts";
import { WHOLE_BY_METHOD, type ArgumentMapping } from "./argument-map.ts";
import type { ValueReader } from "../values/reader.ts";
import type { Referent } from "../values/recognition.ts";

/** An object of the SDK that records breadcrumbs by a method. */
interface Handle {
  readonly kind: "scope" | "hub" | "client" | "span";
  /** Which of the SDK's scopes it is, where that is known. */
  readonly scope?: ScopeName;
  /** The API of former versions that hands it out. */
  readonly former?: FormerApi["name"];
}

const SCOPE: Handle = { kind: "scope" };
const ISOLATION_SCOPE: Handle = { kind: "scope", scope: "isolation" };
const HUB: Handle = { kind: "hub", former: "Hub" };
const CLIENT: Handle = { kind: "client" };
const SPAN: Handle = { kind: "span" };

/** Functions of the SDK that hand out a scope or hub. */
const GETTERS: ReadonlyMap<string | undefined, Handle> = new Map([
  ["getCurrentScope", { kind: "scope", scope: "current" }],
  ["getIsolationScope", ISOLATION_SCOPE],
  ["getGlobalScope", { kind: "scope", scope: "global" }],
  ["getDefaultCurrentScope", SCOPE],
  ["getDefaultIsolationScope", SCOPE],
  ["getCurrentHub", { kind: "hub", former: "getCurrentHub" }],
  ["getActiveSpan", SPAN],
  ["getRootSpan", SPAN],
  ["startInactiveSpan", SPAN],
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

/** Functions that hand a span to the callback that they are given. */
const SPAN_CALLBACKS: ReadonlySet<string | undefined> = new Set(["startSpan", "startSpanManual"]);

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

/** How many calls that hand out a hub or a scope are followed within one another. */
const MAX_DEPTH = 20;

/** How a call records a breadcrumb by the SDK's own means. */
export interface SdkEntry {
  readonly entry: Exclude<Entry, "wrapper">;
  readonly scope?: ScopeName | undefined;
  readonly former?: FormerApi | undefined;
  /** The mappings of the call's arguments, if the first is not the breadcrumb. */
  readonly mappings?: readonly ArgumentMapping[] | undefined;
  /** The arguments of the function, if they are not the call's. */
  readonly given?: readonly Value[] | undefined;
}

/** Tells which calls record a breadcrumb by the SDK's own means. */
export interface SdkCalls {
  /** How a call reaches Sentry; undefined when it does not, or the file does not tell. */
  entryOf(call: TSESTree.CallExpression): SdkEntry | undefined;
  /** The SDK object of a method call: `scope.setUser`. */
  ownerOf(callee: Node): Handle["kind"] | undefined;
}

export function createSdkCalls(program: JavaScriptProgram, values: ValueReader): SdkCalls {
  return new SdkCallReader(program, values);
}

class SdkCallReader implements SdkCalls {
  readonly #program: JavaScriptProgram;
  readonly #values: ValueReader;
  readonly #bounded = depthGuard(MAX_DEPTH);
  readonly #mayReach: (callee: Node) => boolean;
  /** The arguments of functions, as far as requested. */
  readonly #handed = new Map<FunctionNode, Handle | undefined>();

  constructor(program: JavaScriptProgram, values: ValueReader) {
    this.#program = program;
    this.#values = values;
    this.#mayReach = reachesSdk(program, RECORDING_NAMES);
  }

  entryOf(call: TSESTree.CallExpression): SdkEntry | undefined {
    return this.#entryOfFunction(call.callee) ?? this.#entryByMethod(call);
  }

  /** `Sentry.addBreadcrumb.call(Sentry, crumb)`, `crumbs.forEach(Sentry.addBreadcrumb)` */
  #entryByMethod({ callee, arguments: [first] }: TSESTree.CallExpression): SdkEntry | undefined {
    const method = withoutTypes(callee);
    const name = method.type === "MemberExpression" ? propertyName(method) : undefined;
    if (method.type !== "MemberExpression") return undefined;
    if (name === "call" || name === "apply") {
      const means = this.#entryOfFunction(method.object);
      return means && { ...means, mappings: WHOLE_BY_METHOD[name] };
    }
    const means = name === "forEach" && first !== undefined ? this.#entryOfFunction(first) : undefined;
    if (means === undefined) return undefined;
    const lists = alternatives(this.#values.valueOf(method.object)).map(({ is }) =>
      is.kind === "list" ? is.items : [],
    );
    return { ...means, mappings: WHOLE_BY_METHOD.forEach, given: lists.flat() };
  }

  #entryOfFunction(callee: Node): SdkEntry | undefined {
    if (!this.#mayReach(callee)) return undefined;
    const path = this.#values.sdkPath(callee);
    if (path !== undefined) return this.#entryOfPath(path, callee);
    for (const { value, path } of this.#values.referentsOf(callee)) {
      const name = path.at(-1);
      if (!RECORDING_NAMES.has(name)) continue;
      const handle = this.#handleOf({ value, path: path.slice(0, -1) });
      if (handle?.kind === "client") return { entry: name === "addBreadcrumb" ? "sdk" : "legacy" };
      if (handle === undefined || handle.kind === "span") continue;
      const former = handle.former && { name: handle.former, package: undefined };
      return { entry: handle.kind, scope: handle.scope, former };
    }
    const member = withoutTypes(callee);
    const isMethod = member.type === "MemberExpression" && RECORDING_NAMES.has(propertyName(member));
    return isMethod && this.#isNuxtInjection(member.object) ? { entry: "legacy" } : undefined;
  }

  #entryOfPath(path: readonly string[], callee: Node): SdkEntry | undefined {
    const namespace = path.length === 2 ? NAMESPACES.get(path[0]) : undefined;
    if (path.length !== 1 && namespace === undefined) return undefined;
    const name = path.at(-1);
    if (!RECORDING_NAMES.has(name)) return undefined;
    if (namespace === undefined && name === "addBreadcrumb") return { entry: "sdk" };
    return { entry: "legacy", former: { name: namespace ?? "captureBreadcrumb", package: this.#packageOf(callee) } };
  }

  /** The package that the SDK behind an expression is imported from. */
  #packageOf(callee: Node): string | undefined {
    for (const referent of this.#values.referentsOf(callee)) {
      const module = this.#values.sdk.moduleOf(referent);
      if (module !== undefined) return packageName(module);
      if (referent.value.kind === "name" && [referent.value.name, ...referent.path].includes("Raven"))
        return "raven-js";
    }
    return undefined;
  }

  /** The entry for a method that records, on one of an expression's possible values. */
  #handleOf(referent: Referent): Handle | undefined {
    const { value, path } = referent;
    if (value.kind === "call" && path.length === 0) {
      return this.#bounded(() =>
        value.construct ? this.#handleOfClass(value.callee) : this.#handleOfCall(value.callee),
      );
    }
    const type = this.#values.referents.typeOf(referent);
    const declared = type && this.#handleOfType(type);
    if (declared !== undefined || path.length > 0 || value.kind !== "name") return declared;
    return this.#handleOfParameter(value);
  }

  #handleOfClass(callee: Value): Handle | undefined {
    const path = this.#values.sdk.pathOf(callee);
    const name = path?.at(-1);
    // The default export of toucan-js 2 and of raven is the client's class.
    return name === undefined ? path && CLIENT : CLASSES.get(name);
  }

  #handleOfCall(callee: Value): Handle | undefined {
    const sdkPath = this.#values.sdk.pathOf(callee);
    if (sdkPath !== undefined) return GETTERS.get(sdkPath.at(-1));
    return firstOf(this.#values.referents.of(callee), ({ value, path }) => {
      const name = path.at(-1);
      const owner =
        name !== undefined && HANDING_OUT.test(name) ? this.#handleOf({ value, path: path.slice(0, -1) }) : undefined;
      return name === undefined ? undefined : this.#handedOutBy(owner, name);
    });
  }

  #handedOutBy(owner: Handle | undefined, name: string): Handle | undefined {
    if (owner?.kind === "hub") {
      return name === "clone" ? HUB : { ...owner, kind: "scope", ...SCOPES_OF_HUB.get(name) };
    }
    if (owner?.kind === "client") return name === "instance" ? owner : undefined;
    if (name === "getScope" || name === "pushScope" || name === "instance") return undefined;
    return owner && name === "clone" ? SCOPE : owner;
  }

  #handleOfType(type: TSESTree.TypeNode): Handle | undefined {
    if (type.type === "TSUnionType") return firstOf(type.types, (each) => this.#handleOfType(each));
    return CLASSES.get(sdkTypePath(this.#program, type)?.at(-1));
  }

  /** What a function is handed by the SDK's functions that it is passed to, inline or by its name. */
  #handleOfParameter(value: Value): Handle | undefined {
    const name = this.#values.nodeOf(value);
    const variable = name?.type === "Identifier" ? this.#program.scopes.variableOf(name) : undefined;
    const [definition] = variable?.defs ?? [];
    const { source, steps = [] } = (definition && patternOf(definition.name)) ?? {};
    if (source?.kind !== "parameter" || source.index !== 0 || steps.some(({ kind }) => kind !== "default")) {
      return undefined;
    }
    const callback = source.function;
    if (!this.#handed.has(callback)) {
      this.#handed.set(callback, undefined); // for a function that is handed to what it is given itself
      const uses = this.#values.uses.ofFunction(callback);
      this.#handed.set(
        callback,
        firstOf(uses, (each) => this.#handleFromUse(each)),
      );
    }
    return this.#handed.get(callback);
  }

  #handleFromUse({ path: [option, ...others], ...use }: Use): Handle | undefined {
    if (others.length > 0) return undefined;
    if (use.kind === "attribute") {
      const isHanded = option === undefined && use.attribute.name.name === "beforeCapture";
      return isHanded && this.#isErrorBoundary(use.attribute.parent.name) ? SCOPE : undefined;
    }
    if (use.kind !== "argument") return undefined;
    if (option === undefined) return this.#handleForCallback(use.call, use.index);
    return typeof option === "string" &&
      SCOPE_OPTIONS.has(option) &&
      this.#values.sdkPath(use.call.callee) !== undefined
      ? SCOPE
      : undefined;
  }

  #handleForCallback(
    { callee }: TSESTree.CallExpression | TSESTree.NewExpression,
    position: number,
  ): Handle | undefined {
    const sdkPath = this.#values.sdkPath(callee);
    if (sdkPath !== undefined) return this.#handedTo(sdkPath.at(-1), position);
    return firstOf(this.#values.referentsOf(callee), ({ value, path }) => {
      const owner = path.length === 0 ? undefined : this.#handleOf({ value, path: path.slice(0, -1) });
      if (owner === undefined) return undefined;
      return owner.kind === "hub" && path.at(-1) === "run" ? HUB : this.#handedTo(path.at(-1), position);
    });
  }

  #handedTo(name: string | undefined, position: number): Handle | undefined {
    if (SPAN_CALLBACKS.has(name)) return SPAN;
    return SCOPE_CALLBACKS.get(name) ?? (CAPTURE_NAMES.has(name) && position > 0 ? SCOPE : undefined);
  }

  /** `<Sentry.ErrorBoundary>` or `<ErrorBoundary>` */
  #isErrorBoundary(name: TSESTree.JSXTagNameExpression): boolean {
    if (name.type === "JSXIdentifier") return this.#values.sdkPath(name)?.at(-1) === "ErrorBoundary";
    return (
      name.type === "JSXMemberExpression" &&
      name.property.name === "ErrorBoundary" &&
      name.object.type === "JSXIdentifier" &&
      this.#values.sdkPath(name.object)?.length === 0
    );
  }

  /** `this.$sentry` of a component, `$sentry` of a template, `useNuxtApp().$sentry`. */
  #isNuxtInjection(node: Node): boolean {
    return this.#values.referentsOf(node).some(({ value, path }) => {
      const [name, ...others] = path;
      if (path.at(-1) === "$sentry" && this.#isParameter(value)) return true;
      if (value.kind === "call" && !value.construct) {
        return name === "$sentry" && others.length === 0 && NUXT_CONTEXTS.has(value.callee.source);
      }
      if (value.kind !== "name" || others.length > 0) return false;
      if (name === undefined) return value.name === "$sentry" && value.binding === undefined;
      return name === "$sentry" && value.name === "this";
    });
  }

  /** Whether a function is handed a value: `asyncData({ $sentry })`, `asyncData(context)`. */
  #isParameter(value: Value): boolean {
    const node = this.#values.nodeOf(value);
    if (node?.type === "ObjectPattern") return true;
    const variable = node?.type === "Identifier" ? this.#program.scopes.variableOf(node) : undefined;
    return variable?.defs[0]?.type === "Parameter";
  }

  ownerOf(callee: Node): Handle["kind"] | undefined {
    return firstOf(this.#values.referentsOf(callee), ({ value, path }) =>
      path.length === 0 ? undefined : this.#handleOf({ value, path: path.slice(0, -1) }),
    )?.kind;
  }
}

function firstOf<T, R>(list: Iterable<T>, find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
