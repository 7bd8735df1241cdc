import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { LookUpConstants } from "../../../breadcrumb/index.ts";
import { remember } from "../../remember.ts";
import {
  lastName,
  memberPath,
  nameOfKey,
  parentOf,
  propertyName,
  textOf,
  withoutTypes,
  type Node,
} from "../syntax/nodes.ts";
import { isDeclaredInTemplate, memberOfComponent } from "./template-names.ts";
import { patternSource, type PatternSource } from "../syntax/patterns.ts";

export type Variable = TSESLint.Scope.Variable;
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
  /** The enumeration or table of constants that a variable is imported as; undefined where no other file is known. */
  constantsOf(variable: Variable): Node | undefined;
  /** Whether a variable is ever given another value than the one that it starts with. */
  isReassigned(variable: Variable): boolean;
  /** What names the module that `require(…)` or `import(…)` loads; undefined for any other expression. */
  moduleSourceOf(expression: Node): Node | undefined;
  /** The module that `require("m")` or `await import("m")` loads, where a text names it. */
  moduleLoadedBy(expression: Node): string | undefined;
}

export function createScopes(sourceCode: TSESLint.SourceCode, lookUpConstants?: LookUpConstants): Scopes {
  let resolved: ReadonlyMap<Node, Variable | undefined> | undefined;
  const reassigned = new Map<Variable, boolean>();
  const imports = new Map<Variable, Import | undefined>();

  function variableOf(identifier: Identifier): Variable | undefined {
    resolved ??= resolveAll(sourceCode);
    if (resolved.has(identifier)) return resolved.get(identifier);
    if (isDeclaredInTemplate(identifier)) return undefined;
    const member = memberOfComponent(sourceCode, identifier);
    if (member === undefined) return lookUp(sourceCode, identifier);
    return member.value && resolved.get(member.value);
  }

  function isGlobal(identifier: Identifier): boolean {
    const variable = variableOf(identifier);
    if (variable === undefined) return !isDeclaredInTemplate(identifier) && !isMember(identifier);
    return variable.defs.every(isAmbient);
  }

  function isMember(identifier: Identifier): boolean {
    return memberOfComponent(sourceCode, identifier)?.value !== undefined;
  }

  function moduleSourceOf(node: Node): Node | undefined {
    let expression = withoutTypes(node);
    if (expression.type === "AwaitExpression") expression = withoutTypes(expression.argument);
    if (expression.type === "ImportExpression") return expression.source;
    if (expression.type !== "CallExpression" || expression.callee.type !== "Identifier") return undefined;
    const [source] = expression.arguments;
    return expression.callee.name === "require" && isRequire(expression.callee) ? source : undefined;
  }

  function moduleLoadedBy(expression: Node): string | undefined {
    const source = moduleSourceOf(expression);
    return source && textOf(source);
  }

  function isRequire(callee: TSESTree.Identifier): boolean {
    if (isGlobal(callee)) return true;
    const definition = variableOf(callee)?.defs[0];
    if (definition?.node.type !== "VariableDeclarator") return false;
    const init = definition.node.init;
    return init?.type === "CallExpression" && lastName(init.callee) === "createRequire";
  }

  function importOf(variable: Variable): Import | undefined {
    return remember(imports, variable, () => readImport(variable));
  }

  function readImport(variable: Variable): Import | undefined {
    const [definition] = variable.defs;
    if (definition === undefined) return undefined;
    const declared = importedBy(definition.node);
    if (declared !== undefined) return declared;
    const source = patternSource(definition.name);
    const loaded = source && loadedFor(source);
    if (source?.path === undefined || loaded === undefined) return undefined;
    const { root, path } = memberPath(loaded);
    const module = moduleLoadedBy(root);
    const names = [...path, ...source.path];
    return module === undefined || names.length > 1 ? undefined : { module, name: names[0] ?? "*" };
  }

  function constantsOf(variable: Variable): Node | undefined {
    const from = importOf(variable);
    return from && (lookUpConstants?.(from) as Node | undefined);
  }

  function isReassigned(variable: Variable): boolean {
    return remember(reassigned, variable, () =>
      variable.references.some((reference) => reference.isWrite() && reference.init !== true),
    );
  }

  return { variableOf, isGlobal, importOf, constantsOf, isReassigned, moduleSourceOf, moduleLoadedBy };
}

/** What a pattern takes apart: an expression, or what `import("m").then((module) => …)` hands to its callback. */
function loadedFor(source: PatternSource): Node | undefined {
  if (source.kind === "expression") return source.node;
  const call = parentOf(source.function);
  if (source.index > 0 || call?.type !== "CallExpression" || call.arguments[0] !== source.function) return undefined;
  const { callee } = call;
  return callee.type === "MemberExpression" && propertyName(callee) === "then" ? callee.object : undefined;
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

/** The initialiser of a variable; undefined for what a pattern takes out of one. */
export function initialiserOf(scopes: Scopes, identifier: Identifier): Node | undefined {
  const definition = scopes.variableOf(identifier)?.defs[0]?.node;
  return definition?.type === "VariableDeclarator" && definition.id.type === "Identifier"
    ? (definition.init ?? undefined)
    : undefined;
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
