import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Settings } from "../../../settings.ts";
import { returnsOf } from "./functions.ts";
import { RECORDING_NAMES, sdkExport, sdkPathFrom } from "./sdk-modules.ts";
import {
  isFunction,
  lastName,
  memberOf,
  memberPath,
  nameOfKey,
  ownerOf,
  patternSource,
  propertyName,
  qualifiedNames,
  textOf,
  typeOf,
  withoutTypes,
  type FunctionNode,
  type Node,
  type PatternSource,
} from "../syntax/nodes.ts";

export type Variable = TSESLint.Scope.Variable;
export type Reference = TSESLint.Scope.Reference;
export type Identifier = TSESTree.Identifier | TSESTree.JSXIdentifier;

/** Where a variable comes from, when that is another module. */
export interface Import {
  readonly module: string;
  /** The imported name; `*` for the whole module, `default` for its default export. */
  readonly name: string;
}

/** Resolves the names of one file, in scripts and in the templates of components. */
export interface Scopes {
  /** The variable that a name refers to or declares; undefined for an undeclared one. */
  variableOf(identifier: Identifier): Variable | undefined;
  /** Whether a name is not declared by the file, or only to the type checker (`declare const`). */
  isGlobal(identifier: Identifier): boolean;
  /** The module that a variable is imported or required from. */
  importOf(variable: Variable): Import | undefined;
  /** Whether a variable is ever given another value than the one that it starts with. */
  isReassigned(variable: Variable): boolean;
  /**
   * The SDK export that an expression stands for, as a path below the SDK: `[]` for the SDK itself,
   * `["addBreadcrumb"]`, `["Severity", "Warning"]`; undefined for everything else.
   */
  sdkPath(expression: Node): readonly string[] | undefined;
  /** The same for the name of a type: `["Scope"]`. */
  sdkTypePath(type: Node): readonly string[] | undefined;
}

/** How many names an expression is followed through; longer chains are not written by hand. */
const MAX_STEPS = 20;

/** What the global object is called. */
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["window", "globalThis", "self", "global"]);

/** The names under which SDKs put themselves on the global object. */
const GLOBAL_SDKS: ReadonlySet<string | undefined> = new Set(["Sentry", "Raven"]);

export function createScopes(sourceCode: TSESLint.SourceCode, settings: Settings): Scopes {
  let resolved: ReadonlyMap<Node, Variable | undefined> | undefined;
  const sdkPaths = new Map<Variable, readonly string[] | undefined>();
  const resultPaths = new Map<FunctionNode, readonly string[] | undefined>();
  const reassigned = new Map<Variable, boolean>();

  function variableOf(identifier: Identifier): Variable | undefined {
    resolved ??= resolveAll(sourceCode);
    return resolved.has(identifier) ? resolved.get(identifier) : lookUp(sourceCode, identifier);
  }

  function isGlobal(identifier: Identifier): boolean {
    const variable = variableOf(identifier);
    return variable === undefined ? !isTemplateVariable(identifier) : variable.defs.every(isAmbient);
  }

  /** The module that `require("m")`, `import("m")` and `await import("m")` load. */
  function moduleOf(node: Node): string | undefined {
    let expression = withoutTypes(node);
    if (expression.type === "AwaitExpression") expression = withoutTypes(expression.argument);
    if (expression.type === "ImportExpression") return textOf(expression.source);
    if (expression.type !== "CallExpression" || expression.callee.type !== "Identifier") return undefined;
    const [source] = expression.arguments;
    return expression.callee.name === "require" && source !== undefined && isRequire(expression.callee)
      ? textOf(source)
      : undefined;
  }

  function isRequire(callee: TSESTree.Identifier): boolean {
    if (isGlobal(callee)) return true;
    const definition = variableOf(callee)?.defs[0];
    if (definition?.node.type !== "VariableDeclarator") return false;
    const init = definition.node.init;
    return init?.type === "CallExpression" && lastName(init.callee) === "createRequire";
  }

  function importOf(variable: Variable): Import | undefined {
    const [definition] = variable.defs;
    if (definition === undefined) return undefined;
    const declared = importedBy(definition.node);
    if (declared !== undefined) return declared;
    const source = patternSource(definition.name);
    if (source?.kind !== "expression" || source.path === undefined) return undefined;
    const { root, path } = memberPath(source.expression);
    const module = moduleOf(root);
    const names = [...path, ...source.path];
    return module === undefined || names.length > 1 ? undefined : { module, name: names[0] ?? "*" };
  }

  function isReassigned(variable: Variable): boolean {
    let known = reassigned.get(variable);
    if (known === undefined) {
      known = variable.references.some((reference) => reference.isWrite() && reference.init !== true);
      reassigned.set(variable, known);
    }
    return known;
  }

  /** @param below members that are taken from the expression, as by a destructuring pattern */
  function sdkPath(node: Node, steps = 0, below: readonly string[] = []): readonly string[] | undefined {
    if (steps > MAX_STEPS) return undefined;
    const members = memberPath(node);
    const { root } = members;
    const path = [...members.path, ...below];
    if (root.type === "Identifier" && GLOBAL_OBJECTS.has(root.name) && isGlobal(root)) {
      return GLOBAL_SDKS.has(path[0]) ? path.slice(1) : undefined;
    }
    const own = root.type === "ThisExpression";
    const base = own ? memberSdkPath(root, path[0], steps + 1) : rootPath(root, steps);
    return base && sdkPathFrom([...base, ...(own ? path.slice(1) : path)]);
  }

  /** `{ addBreadcrumb: Sentry.addBreadcrumb }`: an object that stands in for the SDK. */
  function isRecordingProperty(property: TSESTree.ObjectLiteralElement, steps: number): boolean {
    if (property.type !== "Property" || !RECORDING_NAMES.has(propertyName(property))) return false;
    const path = sdkPath(property.value, steps);
    return path?.length === 1 && path[0] === propertyName(property);
  }

  /** `this.sentry`, where the class says what that is. */
  function memberSdkPath(self: Node, name: string | undefined, steps: number): readonly string[] | undefined {
    const owner = ownerOf(self);
    if (owner === undefined || name === undefined) return undefined;
    const member = memberOf(owner, name);
    return sdkOfType(member?.type) ?? (member?.value && sdkPath(member.value, steps));
  }

  function rootPath(root: Node, steps: number): readonly string[] | undefined {
    switch (root.type) {
      case "Identifier":
      case "JSXIdentifier": {
        if (GLOBAL_SDKS.has(root.name) && isGlobal(root)) return [];
        const variable = variableOf(root);
        return variable === undefined ? undefined : variablePath(variable, steps + 1);
      }
      case "LogicalExpression":
        return root.operator === "&&"
          ? sdkPath(root.right, steps + 1)
          : (sdkPath(root.left, steps + 1) ?? sdkPath(root.right, steps + 1));
      case "ConditionalExpression":
        return sdkPath(root.consequent, steps + 1) ?? sdkPath(root.alternate, steps + 1);
      case "ObjectExpression":
        return root.properties.some((property) => isRecordingProperty(property, steps + 1)) ? [] : undefined;
      case "AwaitExpression":
        return sdkPath(root.argument, steps + 1);
      default: {
        const module = moduleOf(root);
        if (module !== undefined) return sdkExport(module, "*", settings.modules);
        return root.type === "CallExpression" ? resultPath(root, steps + 1) : undefined;
      }
    }
  }

  /** What a function of the file hands back, as one does that loads the SDK when it is first asked. */
  function resultPath({ callee }: TSESTree.CallExpression, steps: number): readonly string[] | undefined {
    const called = functionOf(callee);
    if (called === undefined) return undefined;
    if (!resultPaths.has(called)) {
      resultPaths.set(called, undefined); // for a function that calls itself
      const returns = returnsOf({ sourceCode }, called) ?? [];
      resultPaths.set(called, onlyPath(returns.map((returned) => sdkPath(returned, steps))));
    }
    return resultPaths.get(called);
  }

  function functionOf(callee: Node): FunctionNode | undefined {
    const variable = callee.type === "Identifier" ? variableOf(callee) : undefined;
    const [definition, ...others] = variable?.defs ?? [];
    if (variable === undefined || others.length > 0 || isReassigned(variable)) return undefined;
    const node = definition?.node as Node | undefined;
    const value = node?.type === "VariableDeclarator" && node.id.type === "Identifier" ? node.init : node;
    return value && isFunction(value) ? value : undefined;
  }

  function variablePath(variable: Variable, steps: number): readonly string[] | undefined {
    if (sdkPaths.has(variable)) return sdkPaths.get(variable);
    sdkPaths.set(variable, undefined); // for a variable that is defined by itself
    const path = readVariablePath(variable, steps);
    sdkPaths.set(variable, path);
    return path;
  }

  function readVariablePath(variable: Variable, steps: number): readonly string[] | undefined {
    const imported = importOf(variable);
    if (imported !== undefined) return sdkExport(imported.module, imported.name, settings.modules);
    const [definition] = variable.defs;
    if (definition?.node.type === "TSImportEqualsDeclaration") return sdkTypePath(definition.node.moduleReference);
    const written = definingIdentifiers(variable).map((identifier) => {
      const source = patternSource(identifier);
      return source && sourcePath(source, identifier, steps);
    });
    const declared = definition && sdkOfType(typeOf(definition.name));
    return onlyPath([...written, declared]);
  }

  function sourcePath(source: PatternSource, identifier: Node, steps: number): readonly string[] | undefined {
    if (source.path === undefined) return undefined;
    if (source.kind === "expression") return sdkPath(source.expression, steps, source.path);
    const base = sdkOfType(typeOf(identifier)) ?? importedForCallback(source.function, source.index, steps + 1);
    return base && sdkPathFrom([...base, ...source.path]);
  }

  /** `typeof Sentry`, `typeof Sentry | null` */
  function sdkOfType(type: TSESTree.TypeNode | undefined): readonly string[] | undefined {
    if (type?.type === "TSUnionType") return onlyPath(type.types.map(sdkOfType));
    return type?.type === "TSTypeQuery" ? sdkTypePath(type.exprName) : undefined;
  }

  /** The parameter of `import("@sentry/browser").then((Sentry) => …)`. */
  function importedForCallback(callback: FunctionNode, index: number, steps: number): readonly string[] | undefined {
    const call = callback.parent;
    if (index !== 0 || call.type !== "CallExpression" || call.arguments[0] !== callback) return undefined;
    const { callee } = call;
    if (callee.type !== "MemberExpression" || propertyName(callee) !== "then") return undefined;
    return sdkPath(callee.object, steps);
  }

  function sdkTypePath(type: Node): readonly string[] | undefined {
    const path: string[] = [];
    let current = type.type === "TSTypeReference" ? type.typeName : type;
    while (current.type === "TSQualifiedName") {
      path.unshift(current.right.name);
      current = current.left;
    }
    if (current.type === "TSImportType") {
      const source = current.source as Node | undefined;
      const module = source && textOf(source);
      const base = module === undefined ? undefined : sdkExport(module, "*", settings.modules);
      const { qualifier } = current;
      const below = qualifier === null ? [] : qualifiedNames(qualifier);
      return base && sdkPathFrom([...base, ...below, ...path]);
    }
    const base = current.type === "Identifier" ? rootPath(current, 0) : undefined;
    return base && sdkPathFrom([...base, ...path]);
  }

  return { variableOf, isGlobal, importOf, isReassigned, sdkPath: (node) => sdkPath(node), sdkTypePath };
}

/** Every identifier that the scope analysis has resolved, and every declared one, with its variable. */
function resolveAll(sourceCode: TSESLint.SourceCode): ReadonlyMap<Node, Variable | undefined> {
  const resolved = new Map<Node, Variable | undefined>();
  for (const scope of scopesOf(sourceCode)) {
    for (const variable of scope.variables) {
      for (const identifier of variable.identifiers) resolved.set(identifier, variable);
    }
    for (const reference of scope.references) resolved.set(reference.identifier, reference.resolved ?? undefined);
  }
  return resolved;
}

/** Resolves a name that the scope analysis has not seen: those of Vue's templates. */
function lookUp(sourceCode: TSESLint.SourceCode, identifier: Identifier): Variable | undefined {
  if (isTemplateVariable(identifier)) return undefined;
  for (const scope of scopesAt(sourceCode, identifier)) {
    const variable = scope.set.get(identifier.name);
    if (variable !== undefined) return variable;
  }
  return undefined;
}

/** The scopes whose names a node sees, the innermost first. */
export function* scopesAt(sourceCode: TSESLint.SourceCode, node: Node): Generator<TSESLint.Scope.Scope> {
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node);
  // A template belongs to no scope and is given the global one; the names that it sees are the script's.
  const script = scope.upper === null ? scope.childScopes.find(({ type }) => type === "module") : undefined;
  if (script !== undefined) scope = script;
  for (; scope !== null; scope = scope.upper) yield scope;
}

/** All scopes of a file. */
export function scopesOf({ scopeManager }: TSESLint.SourceCode): readonly TSESLint.Scope.Scope[] {
  return scopeManager?.scopes ?? [];
}

/** What vue-eslint-parser adds to a tree: elements declare the variables of `v-for` and `v-slot`. */
interface TemplateNode {
  readonly type: string;
  readonly parent?: TemplateNode | null;
  readonly variables?: readonly { readonly id: { readonly name: string } }[];
}

function isTemplateVariable(identifier: Identifier): boolean {
  for (let node: TemplateNode | null | undefined = identifier; node; node = node.parent) {
    if (node.type === "VElement" && node.variables?.some(({ id }) => id.name === identifier.name) === true) return true;
  }
  return false;
}

function isAmbient(definition: TSESLint.Scope.Definition): boolean {
  const declaration = definition.parent;
  return declaration?.type === "VariableDeclaration" && declaration.declare;
}

function importedBy(node: Node): Import | undefined {
  switch (node.type) {
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier": {
      const module = (node.parent as TSESTree.ImportDeclaration).source.value;
      if (node.type === "ImportNamespaceSpecifier") return { module, name: "*" };
      const name = node.type === "ImportSpecifier" ? nameOfKey(node.imported) : undefined;
      return { module, name: name ?? "default" };
    }
    case "TSImportEqualsDeclaration": {
      const reference = node.moduleReference;
      const module = reference.type === "TSExternalModuleReference" ? textOf(reference.expression) : undefined;
      return module === undefined ? undefined : { module, name: "*" };
    }
    default:
      return undefined;
  }
}

/** The identifiers by which a variable is declared with a value, or written to. */
export function definingIdentifiers(variable: Variable): readonly Node[] {
  const identifiers = new Set<Node>();
  for (const { type, name } of variable.defs) {
    if (type === "Parameter" || type === "Variable") identifiers.add(name);
  }
  for (const reference of variable.references) if (reference.isWrite()) identifiers.add(reference.identifier);
  return [...identifiers];
}

/** The path that all of some are, as far as they are known; undefined where they differ. */
function onlyPath(paths: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const [first, ...others] = paths.filter((path) => path !== undefined);
  return first !== undefined && others.every((other) => isSamePath(first, other)) ? first : undefined;
}

function isSamePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
