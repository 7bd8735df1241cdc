import type { TSESTree } from "@typescript-eslint/utils";
import type {
  DefinedWrapper,
  Export,
  FieldName,
  ImportedCall,
  Links,
  ModulePath,
  WrapperParameter,
} from "../../../breadcrumb/index.ts";
import { returnsOf } from "../names/functions.ts";
import { originOf } from "../names/module-links.ts";
import type { Passing } from "../recording/argument-map.ts";
import { functionName } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { switchedOff } from "../surroundings/integrations.ts";
import { isFunction, memberPath, propertyName, typeOf, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import { callsOf } from "../syntax/walk.ts";
import { isForRecording, type LocalWrappers } from "../recording/found-wrappers.ts";

export const NO_LINKS: Links = { wrappers: [], calls: [], exports: [], off: undefined };

/** What a function is looked for in, from the export on: objects in objects, what functions hand out. */
const MAX_DEPTH = 6;

const FIELD_NAMES: readonly FieldName[] = ["type", "category", "message", "level", "timestamp", "data"];

/**
 * What a file has to do with others.
 * @param wrappers those that it defines.
 * @param isSetUp whether it calls the SDK's `init`.
 */
export function linksOf(program: JavaScriptProgram, wrappers: LocalWrappers["functions"], isSetUp: boolean): Links {
  const exported = exportsOf(program);
  return {
    wrappers: definedWrappers(program, wrappers, exported),
    calls: importedCalls(program),
    exports: exported.map(({ name, from, value }): Export => {
      const origin = from ?? (value && originOf(program, value));
      return { name, from: origin, sdk: value && program.scopes.sdkPath(value) };
    }),
    off: isSetUp ? switchedOff(program) : undefined,
  };
}

/** A name that a file exports, with the expression or declaration behind it, or the module that it comes from. */
interface NamedExport {
  readonly name: string;
  readonly value?: Node | undefined;
  readonly from?: ModulePath | undefined;
}

function exportsOf({ sourceCode }: JavaScriptProgram): readonly NamedExport[] {
  return (sourceCode.ast.body as readonly Node[]).flatMap((statement): readonly NamedExport[] => {
    switch (statement.type) {
      case "ExportAllDeclaration":
        return [
          {
            name: statement.exported === null ? "*" : nameOf(statement.exported),
            from: { module: statement.source.value, path: [] },
          },
        ];
      case "ExportDefaultDeclaration":
        return [{ name: "default", value: statement.declaration }];
      case "ExportNamedDeclaration":
        return namedExports(statement);
      case "TSExportAssignment":
        return [
          { name: "*", value: statement.expression },
          { name: "default", value: statement.expression },
        ];
      case "ExpressionStatement":
        return statement.expression.type === "AssignmentExpression" ? assignedExports(statement.expression) : [];
      default:
        return [];
    }
  });
}

function namedExports({ declaration, source, specifiers }: TSESTree.ExportNamedDeclaration): readonly NamedExport[] {
  const listed = specifiers.map(({ exported, local }): NamedExport => {
    const name = nameOf(exported);
    return source === null ? { name, value: local } : { name, from: { module: source.value, path: [nameOf(local)] } };
  });
  if (declaration === null) return listed;
  if (declaration.type === "VariableDeclaration") {
    return declaration.declarations.flatMap(({ id }) =>
      id.type === "Identifier" ? [{ name: id.name, value: id }] : [],
    );
  }
  const { id } = declaration;
  return id?.type === "Identifier" ? [{ name: id.name, value: declaration }] : [];
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

/** `module.exports = value`, `module.exports.name = value`, `exports.name = value` */
function assignedExports({ left, right }: TSESTree.AssignmentExpression): readonly NamedExport[] {
  const { root, path } = memberPath(left);
  if (root.type !== "Identifier") return [];
  const [first, ...below] = [root.name, ...path];
  if (first === "module" && below[0] === "exports") below.shift();
  else if (first !== "exports") return [];
  const [name, ...others] = below;
  if (others.length > 0) return [];
  if (name !== undefined) return [{ name, value: right }];
  return right.type === "CallExpression" && right.callee.type === "Identifier" && right.callee.name === "require"
    ? reexported(right)
    : [
        { name: "*", value: right },
        { name: "default", value: right },
      ];
}

function reexported({ arguments: [source] }: TSESTree.CallExpression): readonly NamedExport[] {
  return source?.type === "Literal" && typeof source.value === "string"
    ? [{ name: "*", from: { module: source.value, path: [] } }]
    : [];
}

function definedWrappers(
  program: JavaScriptProgram,
  wrappers: LocalWrappers["functions"],
  exported: readonly NamedExport[],
): readonly DefinedWrapper[] {
  if (wrappers.size === 0) return [];
  const ways = exported.flatMap(({ name, value }) =>
    value === undefined ? [] : functionsIn(program, wrappers, value, name === "*" ? [] : [name]),
  );
  const byWrapper = new Map<FunctionNode, DefinedWrapper>();
  for (const { path, wrapper, passings } of ways) {
    const last = path.at(-1);
    const parameters = parametersOf(passings.filter((passing) => isPossible(wrapper, passing)));
    if (last === undefined || parameters === undefined) continue;
    const known = byWrapper.get(wrapper);
    byWrapper.set(wrapper, {
      name: functionName(wrapper) ?? last,
      parameters,
      dedicated: isForRecording(wrapper),
      ...known,
      exports: [...(known?.exports ?? []), path],
    });
  }
  return [...byWrapper.values()];
}

/** A wrapper, and the members that lead to it. */
interface Way {
  readonly path: readonly string[];
  readonly wrapper: FunctionNode;
  readonly passings: readonly Passing[];
}

/** Something to look for wrappers in, and the way to it. */
interface Step {
  readonly node: Node;
  readonly path: readonly string[];
  readonly depth: number;
  /**
   * What leads there: `callee` to what a call on the way calls, and `result` to what a function hands out. A function
   * that is handed out by itself has the same way as the one that hands it out, and settings cannot tell them apart.
   */
  readonly as: "value" | "callee" | "result";
}

/** The wrappers that a value is, has, or hands out, with the way to each. */
function functionsIn(
  program: JavaScriptProgram,
  wrappers: LocalWrappers["functions"],
  value: Node,
  way: readonly string[],
): readonly Way[] {
  const found: Way[] = [];
  const seen = new Set<Node>();
  const pending: Step[] = [{ node: value, path: way, depth: 0, as: "value" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const node = withoutTypes(next.node);
    const { path, depth } = next;
    if (seen.has(node) || depth > MAX_DEPTH) continue;
    seen.add(node);
    const follow = (inner: Node | null | undefined, below: readonly string[] = [], as = next.as): void => {
      if (inner) pending.push({ node: inner, path: [...path, ...below], depth: depth + 1, as });
    };
    if (isFunction(node)) {
      if (next.as === "result") continue;
      const passings = next.as === "value" ? wrappers.get(node) : undefined;
      if (passings !== undefined) found.push({ path, wrapper: node, passings });
      else
        for (const returned of returnsOf(program, node) ?? [])
          follow(returned, [], next.as === "value" ? "result" : "value");
      continue;
    }
    switch (node.type) {
      case "Identifier":
        follow(valueOf(program, node));
        break;
      case "ObjectExpression":
        for (const property of node.properties) {
          if (property.type === "SpreadElement") follow(property.argument);
          else follow(property.value, [propertyName(property) ?? "?"], "value");
        }
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        for (const member of node.body.body) {
          const isMember = member.type === "MethodDefinition" || member.type === "PropertyDefinition";
          const name = isMember ? propertyName(member) : undefined;
          const isHidden = name?.startsWith("#") === true || (isMember && member.accessibility === "private");
          // What a class makes itself of is followed no further than to its methods.
          const isMethod = isMember && member.value !== null && isFunction(member.value) && wrappers.has(member.value);
          if (isMember && isMethod && name !== undefined && !isHidden) follow(member.value, [name], "value");
        }
        follow(node.superClass);
        break;
      case "NewExpression":
        follow(node.callee);
        break;
      case "CallExpression":
        // A function handed to another, as to `useCallback`; a class that hands out its one instance; a factory.
        if (node.arguments[0]?.type !== "SpreadElement") follow(node.arguments[0]);
        follow(memberPath(node.callee).root, [], "callee");
        break;
      case "LogicalExpression":
        follow(node.right);
        follow(node.left);
        break;
      case "ConditionalExpression":
        follow(node.alternate);
        follow(node.consequent);
        break;
      default:
    }
  }
  return found;
}

/** The function, class or expression that a name stands for. */
function valueOf({ scopes }: JavaScriptProgram, name: TSESTree.Identifier): Node | undefined {
  const variable = scopes.variableOf(name);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined || scopes.isReassigned(variable)) return undefined;
  const node = definition.node as Node;
  if (node.type === "VariableDeclarator") return node.id.type === "Identifier" ? (node.init ?? undefined) : undefined;
  return node.type === "ClassDeclaration" || node.type === "FunctionDeclaration" ? node : undefined;
}

/** Whether a parameter can be what it is passed on as: a text is no breadcrumb. */
function isPossible({ params }: FunctionNode, { argument, property, field }: Passing): boolean {
  const declared = params[argument];
  const type = declared && typeOf(declared)?.type;
  return field !== "breadcrumb" || property !== undefined || type !== "TSStringKeyword";
}

/** What the parameters of a wrapper become, as settings say it; undefined where they have no words for it. */
function parametersOf(passings: readonly Passing[]): readonly WrapperParameter[] | undefined {
  const last = Math.max(-1, ...passings.map(({ argument }) => argument));
  const parameters = Array.from({ length: last + 1 }, (_, argument) =>
    parameterOf(passings.filter((passing) => passing.argument === argument)),
  );
  return parameters.every((parameter) => parameter === "_") ? undefined : parameters;
}

function parameterOf(passings: readonly Passing[]): WrapperParameter {
  const whole = passings.find(({ field, property }) => field === "breadcrumb" && property === undefined);
  if (whole?.except.length === 0) return "breadcrumb";
  if (whole !== undefined) {
    const fields = FIELD_NAMES.filter((field) => !whole.except.includes(field));
    return fields.length === 0 ? "_" : Object.fromEntries(fields.map((field) => [field, field]));
  }
  const [direct] = passings.filter(({ property, except }) => property === undefined && except.length === 0);
  if (direct !== undefined) return direct.field;
  const properties = passings.flatMap(({ property, field }) =>
    property === undefined || field === "breadcrumb" ? [] : [[property, field] as const],
  );
  return properties.length === 0 ? "_" : Object.fromEntries(properties);
}

/** The calls of a file whose function comes from another module, by a name that settings can give. */
function importedCalls(program: JavaScriptProgram): readonly ImportedCall[] {
  return callsOf(program.sourceCode).flatMap(({ callee }) => {
    const { root, path } = memberPath(callee);
    if (root.type !== "Identifier" && root.type !== "ThisExpression") return [];
    const origin = originOf(program, root, path);
    if (origin === undefined) return [];
    const variable = root.type === "Identifier" ? program.scopes.variableOf(root) : undefined;
    const imported = variable && program.scopes.importOf(variable);
    const written = root.type === "Identifier" ? root.name : "this";
    const isByName = imported !== undefined && imported.name !== "*" && imported.name !== "default";
    if (path.length === 0) return [{ ...origin, name: isByName ? imported.name : written }];
    const isOfModule = path.length === 1 && imported?.name === "*";
    return [{ ...origin, name: (isOfModule ? path : [written, ...path]).join(".") }];
  });
}
