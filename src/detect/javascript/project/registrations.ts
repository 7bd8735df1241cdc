import type { TSESTree } from "@typescript-eslint/utils";
import { matches, type Alias, type ModulePath } from "../../../breadcrumb/index.ts";
import { perFile } from "../../per-file.ts";
import { originOf, REGISTERING } from "../names/module-links.ts";
import {
  AUTO_IMPORTS,
  AWILIX,
  COMPONENT_NAMES,
  DECORATING,
  FRAMEWORK_MODULES,
  frameworkOf,
  INJECTED,
  isUnproven,
  originIn,
  PROVIDED,
} from "../names/virtual-modules.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { factoriesOf } from "./factories.ts";
import { isEmpty, returnsOf } from "../names/functions.ts";
import { functionName } from "../syntax/enclosing-function.ts";
import {
  isFunction,
  lastName,
  memberPath,
  parentOf,
  propertyName,
  withoutTypes,
  type FunctionNode,
} from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";

/** How a provider names what it provides. */
const PROVIDING: ReadonlySet<string | undefined> = new Set(["useClass", "useExisting", "useFactory", "useValue"]);

/** The value that a container or framework provides for a token, if both come from modules. */
export function registeredIn(program: JavaScriptProgram): readonly Alias[] {
  return registrationsOf(program).flatMap(({ tokens, value }) => {
    const from = placeOf(program, value);
    return from === undefined ? [] : tokens.map((of) => ({ of, from }));
  });
}

/** Where others reach the SDK by the token that it is registered under; that `$sentry` is the SDK needs no telling. */
export function sdkTokensIn(program: JavaScriptProgram, values: ValueReader): readonly ModulePath[] {
  return registrationsOf(program).flatMap(({ tokens, value }) => {
    const [held = value] = isFunction(value) ? (returnsOf(program, value) ?? []) : [];
    return tokens.length > 0 && values.sdkPath(held)?.length === 0
      ? tokens.filter(({ path }) => path.at(-1) !== "$sentry")
      : [];
  });
}

/** What a file puts into the applications and containers of frameworks. */
export function frameworkRegistrationsIn(program: JavaScriptProgram): readonly Registration[] {
  return registrationsOf(program).filter(({ tokens }) => tokens.some(({ module }) => FRAMEWORK_MODULES.has(module)));
}

/** Where others reach what stands at a node by the token that it is registered under there. */
export function tokensOf(program: JavaScriptProgram, value: Node): readonly ModulePath[] {
  const parent = parentOf(value);
  if (parent?.type === "JSXExpressionContainer") return contextOf(program, parent);
  const isAssigned = parent?.type === "AssignmentExpression" && parent.right === value;
  const registered = registrationsOf(program).flatMap((each) => (each.value === value ? each.tokens : []));
  return [...(isAssigned ? componentName(parent.left) : []), ...registered];
}

/** Something that others reach by a token. */
export interface Registration {
  readonly tokens: readonly ModulePath[];
  readonly value: Node;
}

const registrationsOf = perFile((program: JavaScriptProgram): readonly Registration[] => {
  const nodes = nodesOf(program.sourceCode, isRegistering);
  // What is yet to be filled in is nothing that others have.
  return nodes.flatMap((node) => registrationAt(program, node)).filter(({ value }) => !isEmpty(value));
});

/** What may register something. */
type Registering =
  FunctionNode | TSESTree.AssignmentExpression | TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.Property;

function isRegistering(node: Node): node is Registering {
  if (isFunction(node)) return true;
  switch (node.type) {
    case "AssignmentExpression":
    case "CallExpression":
    case "NewExpression":
    case "Property":
      return true;
    default:
      return false;
  }
}

function registrationAt(program: JavaScriptProgram, node: Registering): readonly Registration[] {
  if (isFunction(node)) return madeContext(program, node);
  if (node.type === "Property") {
    if (PROVIDING.has(propertyName(node))) return providerAt(program, node);
    return [...providedAt(node), ...givenContext(program, node)];
  }
  if (node.type === "NewExpression") return tokenWithFactory(program, node);
  if (node.type === "CallExpression")
    return [...registeredBy(program, node), ...addedBy(node), ...storedBy(program, node)];
  const tokens = namesAssigned(program, node.left);
  return tokens.length === 0 ? [] : [{ tokens, value: node.right }];
}

function registeredBy(
  program: JavaScriptProgram,
  { callee, arguments: given }: TSESTree.CallExpression,
): readonly Registration[] {
  const name = lastName(callee);
  const [first, second] = given;
  // `container.bind(CRUMBS).to(CrumbService)`
  if ((name === "to" || name === "toConstantValue" || name === "toService") && callee.type === "MemberExpression") {
    const { object } = callee;
    const isBinding = object.type === "CallExpression" && matches(lastName(object.callee), /^(?:re)?bind$/u);
    const [token] = isBinding ? object.arguments : [];
    return token && first ? [{ tokens: tokensAt(program, token), value: first }] : [];
  }
  if (!REGISTERING.has(name) || first === undefined || second === undefined) return [];
  // Electron's preload script makes globals of the page: `contextBridge.exposeInMainWorld("crumbs", crumbs)`.
  const byName = name === "exposeInMainWorld" ? namesOfGlobal : added;
  const on = name === "set" && callee.type === "MemberExpression" ? originOf(program, callee.object) : undefined;
  if (on !== undefined && isText(first) && frameworkOf(on.module) !== undefined)
    return [{ tokens: [originIn(on.module, [...on.path, "var", first.value])], value: second }];
  return [{ tokens: [...tokensAt(program, first), ...(isText(first) ? byName(first.value) : [])], value: second }];
}

/** What Awilix and Fastify hand out under a name of its own. */
function addedBy(call: TSESTree.CallExpression): readonly Registration[] {
  const name = lastName(call.callee);
  const [first, second] = call.arguments;
  if (first === undefined) return [];
  if (AWILIX.has(name)) {
    const own = awilixName(call);
    return own === undefined ? [] : [{ tokens: awilixTokens(own), value: first }];
  }
  const decorated = DECORATING.get(name);
  if (decorated === undefined || second === undefined || !isText(first)) return [];
  return [{ tokens: [originIn("fastify", [decorated, first.value])], value: getterOf(second) ?? second }];
}

/** `{ getter() { return Sentry; } }` */
function getterOf(decoration: Node): Node | undefined {
  const properties = decoration.type === "ObjectExpression" ? decoration.properties : [];
  const getter = properties.find((each) => each.type === "Property" && propertyName(each) === "getter");
  return getter?.type === "Property" ? getter.value : undefined;
}

/** `container.register({ log: asClass(Logger).singleton() })`, `container.register("log", asClass(Logger))` */
function awilixName(call: TSESTree.CallExpression): string | undefined {
  let node: Node = call;
  for (let parent = parentOf(node); parent?.type === "MemberExpression"; parent = parentOf(node))
    node = parentOf(parent) ?? parent;
  const holder = parentOf(node);
  const isNamed = holder?.type === "Property";
  const register = isNamed ? parentOf(holder.parent) : holder;
  if (register?.type !== "CallExpression" || lastName(register.callee) !== "register") return undefined;
  if (isNamed) return propertyName(holder);
  const [name] = register.arguments;
  return name && name !== node && isText(name) ? name.value : undefined;
}

/** How others reach what Awilix has under a name: by a text, as a parameter, or through the container. */
function awilixTokens(name: string): readonly ModulePath[] {
  return [
    { module: PROVIDED, path: [name] },
    { module: INJECTED, path: [name] },
    originIn("awilix", ["AwilixContainer", "cradle", name]),
  ];
}

/** `{ provide: CRUMBS, useClass: CrumbService }` */
function providerAt(program: JavaScriptProgram, property: TSESTree.Property): readonly Registration[] {
  if (property.parent.type !== "ObjectExpression") return [];
  const token = property.parent.properties.find(
    (each): each is TSESTree.Property => each.type === "Property" && propertyName(each) === "provide",
  );
  if (token === undefined) return [];
  return [{ tokens: tokensAt(program, token.value), value: property.value }];
}

/** `return { provide: { crumb } }` of a plugin of Nuxt */
function providedAt(property: TSESTree.Property): readonly Registration[] {
  const holder = parentOf(property.parent);
  const name = propertyName(property);
  if (name === undefined || holder?.type !== "Property" || propertyName(holder) !== "provide") return [];
  return [{ tokens: added(name), value: property.value }];
}

/** `const CRUMBS = new InjectionToken("crumbs", { factory: () => new CrumbService() })` */
function tokenWithFactory(program: JavaScriptProgram, node: TSESTree.NewExpression): readonly Registration[] {
  const holder = parentOf(node);
  if (lastName(node.callee) !== "InjectionToken" || holder?.type !== "VariableDeclarator") return [];
  const tokens = tokensAt(program, holder.id);
  return [...(node.typeArguments?.params ?? []), ...factoriesOf(node)].map((value) => ({ tokens, value }));
}

/** The store of an `AsyncLocalStorage`: `als.run({ crumbs }, …)`; and what a middleware of tRPC adds to the context. */
function storedBy(
  program: JavaScriptProgram,
  { callee, arguments: [given] }: TSESTree.CallExpression,
): readonly Registration[] {
  const name = lastName(callee);
  if (given === undefined) return [];
  if (name === "next") {
    const context = membersAt(program, given).find((each) => propertyName(each) === "ctx");
    return context === undefined ? [] : membersUnder(program, { module: TRPC, path: ["Context"] }, context.value);
  }
  const isStoring = (name === "run" || name === "enterWith") && callee.type === "MemberExpression";
  return isStoring
    ? tokensAt(program, callee.object).flatMap(({ module, path }) =>
        membersUnder(program, { module, path: [...path, "getStore"] }, given),
      )
    : [];
}

const TRPC = "@trpc/server";
/** The properties by which frameworks are given what makes the context of a request. */
const CONTEXT_KEYS: ReadonlySet<string | undefined> = new Set(["context", "createContext", "getLoadContext"]);
/** The frameworks whose contexts a function of the application makes. */
const MADE: ReadonlySet<string | undefined> = new Set([TRPC, "graphql", "react-router"]);

/** `startStandaloneServer(server, { context: async () => ({ crumbs }) })` */
function givenContext(program: JavaScriptProgram, property: TSESTree.Property): readonly Registration[] {
  if (!CONTEXT_KEYS.has(propertyName(property))) return [];
  let call: Node | undefined = property;
  while (call?.type === "Property" || call?.type === "ObjectExpression") call = parentOf(call);
  if (call?.type !== "CallExpression" && call?.type !== "NewExpression") return [];
  const module = originOf(program, call.callee)?.module;
  return module !== undefined && MADE.has(module)
    ? membersUnder(program, { module, path: ["Context"] }, property.value)
    : [];
}

/** `createContext` of a file that has something of a framework. */
function madeContext(program: JavaScriptProgram, maker: FunctionNode): readonly Registration[] {
  if (!/^create\w*Context/u.test(functionName(maker) ?? "")) return [];
  const imports = program.sourceCode.ast.body.flatMap((each) =>
    each.type === "ImportDeclaration" ? (frameworkOf(each.source.value) ?? []) : [],
  );
  const module = imports.find((each) => MADE.has(each));
  return module === undefined ? [] : membersUnder(program, { module, path: ["Context"] }, maker);
}

/** What an object, or one that a function yields, has under its names; as a whole where it comes from elsewhere. */
function membersUnder(program: JavaScriptProgram, { module, path }: ModulePath, value: Node): readonly Registration[] {
  const members = membersAt(program, value).flatMap((each) => {
    const name = propertyName(each);
    return name === undefined ? [] : [{ tokens: [{ module, path: [...path, name] }], value: each.value }];
  });
  return members.length > 0 ? members : [{ tokens: [{ module, path }], value }];
}

const MAX_STEPS = 5;

/** The properties of an object, or of the objects that a function yields. */
function membersAt(program: JavaScriptProgram, value: Node, steps = 0): readonly TSESTree.Property[] {
  if (steps > MAX_STEPS) return [];
  const node = withoutTypes(value);
  if (isFunction(node)) return (returnsOf(program, node) ?? []).flatMap((each) => membersAt(program, each, steps + 1));
  if (node.type === "ObjectExpression") return node.properties.filter((each) => each.type === "Property");
  const declared = node.type === "Identifier" ? program.scopes.variableOf(node)?.defs[0]?.node : undefined;
  if (declared?.type === "FunctionDeclaration") return membersAt(program, declared, steps + 1);
  return declared?.type === "VariableDeclarator" && declared.init ? membersAt(program, declared.init, steps + 1) : [];
}

/** The names by which components and `useNuxtApp()` have what is added under a name. */
function added(name: string): readonly ModulePath[] {
  return [
    { module: AUTO_IMPORTS, path: ["useNuxtApp", `$${name}`] },
    { module: COMPONENT_NAMES, path: [`$${name}`] },
  ];
}

/** `app.config.globalProperties.$crumb`, `Vue.prototype.$crumb` */
function componentName(target: Node): readonly ModulePath[] {
  const { path } = memberPath(target);
  const name = path.at(-1) ?? "";
  const isAdded = path.at(-2) === "globalProperties" || path.at(-2) === "prototype";
  return isAdded && name.startsWith("$") ? [{ module: COMPONENT_NAMES, path: [name] }] : [];
}

/** The names by which others reach what is assigned to a member of the global object, or of a framework's. */
function namesAssigned(program: JavaScriptProgram, target: Node): readonly ModulePath[] {
  const names = globalName(program, target);
  const name = target.type === "MemberExpression" ? propertyName(target) : undefined;
  if (target.type !== "MemberExpression" || name === undefined || names.length > 0) return names;
  // `app.locals.sentry`, `request.sentry`
  const origin = originOf(program, target.object);
  const isOfFramework = origin !== undefined && frameworkOf(origin.module) !== undefined;
  return isOfFramework ? [originIn(origin.module, [...origin.path, name])] : [];
}

/** Names of the global object. */
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["global", "globalThis", "self", "window"]);

/** `globalThis.crumb`, `(window as any).crumb` */
function globalName({ scopes }: JavaScriptProgram, target: Node): readonly ModulePath[] {
  const { root, path } = memberPath(target);
  const [name, ...others] = path;
  if (root.type !== "Identifier" || name === undefined || others.length > 0) return [];
  return GLOBAL_OBJECTS.has(root.name) && scopes.isGlobal(root) ? namesOfGlobal(name) : [];
}

/** How other files name a member of the global object. */
function namesOfGlobal(name: string): readonly ModulePath[] {
  const paths = [...GLOBAL_OBJECTS].map((object) => [object, name]);
  return [[name], ...paths].map((path) => ({ module: AUTO_IMPORTS, path }));
}

/** The context of `<Context.Provider value={…}>`, where it comes from another module. */
function contextOf(program: JavaScriptProgram, container: TSESTree.JSXExpressionContainer): readonly ModulePath[] {
  const { parent: attribute } = container;
  if (attribute.type !== "JSXAttribute" || attribute.name.name !== "value") return [];
  const { parent: element } = attribute;
  const name = element.name.type === "JSXMemberExpression" ? element.name.object : element.name;
  const variable = name.type === "JSXIdentifier" ? program.scopes.variableOf(name) : undefined;
  const imported = variable && program.scopes.importOf(variable);
  return imported === undefined ? [] : [{ module: imported.module, path: [imported.name] }];
}

function tokensAt(program: JavaScriptProgram, token: Node): readonly ModulePath[] {
  if (isText(token)) return [{ module: PROVIDED, path: [token.value] }];
  const place = ownName(program, token) ?? placeOf(program, token);
  return place === undefined ? [] : [place];
}

/** A name that the file itself declares, whatever it was made by. */
function ownName({ scopes }: JavaScriptProgram, token: Node): ModulePath | undefined {
  const { root, path } = memberPath(token);
  const variable = root.type === "Identifier" ? scopes.variableOf(root) : undefined;
  const isOwn = variable !== undefined && variable.defs.length > 0 && scopes.importOf(variable) === undefined;
  return isOwn ? { module: ".", path: [variable.name, ...path] } : undefined;
}

/** The definition of a name, class or factory: in another module, or in the file itself. */
function placeOf(program: JavaScriptProgram, node: Node): ModulePath | undefined {
  const inner = withoutTypes(node);
  if (isFunction(inner)) {
    const [returned] = returnsOf(program, inner) ?? [];
    return returned && placeOf(program, returned);
  }
  const made = inner.type === "NewExpression" ? inner.callee : inner;
  const origin = originOf(program, made);
  if (origin !== undefined) return isUnproven(origin.module) ? undefined : origin;
  const { root, path } = memberPath(made);
  return root.type === "Identifier" ? { module: ".", path: [root.name, ...path] } : undefined;
}

function isText(node: Node): node is TSESTree.StringLiteral {
  return node.type === "Literal" && typeof node.value === "string";
}
