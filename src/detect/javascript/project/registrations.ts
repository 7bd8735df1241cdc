import type { TSESTree } from "@typescript-eslint/utils";
import { matches, type Alias, type ModulePath } from "../../../breadcrumb/index.ts";
import { perFile } from "../../per-file.ts";
import { originOf, REGISTERING } from "../names/module-links.ts";
import { AUTO_IMPORTS, COMPONENT_NAMES, PROVIDED } from "../names/virtual-modules.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { returnsOf } from "../names/functions.ts";
import { isFunction, lastName, memberPath, parentOf, propertyName, withoutTypes } from "../syntax/nodes.ts";
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
  return registrationsOf(program).flatMap(({ tokens, value }) =>
    tokens.length > 0 && values.sdkPath(value)?.length === 0
      ? tokens.filter(({ path }) => path.at(-1) !== "$sentry")
      : [],
  );
}

/** Where others reach what stands at a node by the token that it is registered under there. */
export function tokensOf(program: JavaScriptProgram, value: Node): readonly ModulePath[] {
  const parent = parentOf(value);
  switch (parent?.type) {
    case "CallExpression":
    case "Property":
      return registrationAt(program, parent).flatMap((each) => (each.value === value ? each.tokens : []));
    case "AssignmentExpression":
      return parent.right === value ? [...componentName(parent.left), ...globalName(program, parent.left)] : [];
    case "JSXExpressionContainer":
      return contextOf(program, parent);
    default:
      return [];
  }
}

interface Registration {
  readonly tokens: readonly ModulePath[];
  readonly value: Node;
}

const registrationsOf = perFile((program: JavaScriptProgram): readonly Registration[] => {
  const nodes = nodesOf(program.sourceCode, isRegistering);
  return nodes.flatMap((node) => registrationAt(program, node));
});

/** What may register something. */
type Registering = TSESTree.AssignmentExpression | TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.Property;

function isRegistering(node: Node): node is Registering {
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
  if (node.type === "Property") return PROVIDING.has(propertyName(node)) ? providerAt(program, node) : providedAt(node);
  if (node.type === "NewExpression") return tokenWithFactory(program, node);
  if (node.type === "CallExpression") return registeredBy(program, node);
  const tokens = globalName(program, node.left);
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
  return [{ tokens: [...tokensAt(program, first), ...(isText(first) ? byName(first.value) : [])], value: second }];
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
  const options = node.arguments[1];
  const factories = options?.type === "ObjectExpression" ? options.properties : [];
  return [
    ...(node.typeArguments?.params ?? []).map((value) => ({ tokens, value })),
    ...factories.flatMap((each) =>
      each.type === "Property" && propertyName(each) === "factory" ? [{ tokens, value: each.value }] : [],
    ),
  ];
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
  if (origin !== undefined) return origin.module === AUTO_IMPORTS ? undefined : origin;
  const { root, path } = memberPath(made);
  return root.type === "Identifier" ? { module: ".", path: [root.name, ...path] } : undefined;
}

function isText(node: Node): node is TSESTree.StringLiteral {
  return node.type === "Literal" && typeof node.value === "string";
}
