import type { TSESTree } from "@typescript-eslint/utils";
import type { ModulePath } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { exportedPath, parentOf } from "../syntax/nodes.ts";

/** A name that a file exports, with the expression or declaration behind it, or the module that it comes from. */
export interface NamedExport {
  readonly name: string;
  readonly value?: Node | undefined;
  readonly from?: ModulePath | undefined;
}

/** The exports of a file, in source order. */
export function exportsOf({ sourceCode }: JavaScriptProgram): readonly NamedExport[] {
  return exportsIn(sourceCode.ast.body);
}

/** The exports of the statements of a file or namespace. */
export function exportsIn(statements: readonly Node[]): readonly NamedExport[] {
  return statements.flatMap((statement): readonly NamedExport[] => {
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

/** The initialiser of a declarator; any other expression itself. */
export function initOf(value: Node): Node {
  const holder = parentOf(value);
  return holder?.type === "VariableDeclarator" && holder.id === value && holder.init !== null ? holder.init : value;
}

function namedExports({ declaration, source, specifiers }: TSESTree.ExportNamedDeclaration): readonly NamedExport[] {
  const listed = specifiers.map(({ exported, local }): NamedExport => {
    const name = nameOf(exported);
    return source === null ? { name, value: local } : { name, from: { module: source.value, path: [nameOf(local)] } };
  });
  if (declaration === null) return listed;
  if (declaration.type === "VariableDeclaration") {
    return declaration.declarations.flatMap(({ id }) => declaredIn(id)).map((id) => ({ name: id.name, value: id }));
  }
  const { id } = declaration;
  return id?.type === "Identifier" ? [{ name: id.name, value: declaration }] : [];
}

/** The names that a declarator declares: `a` and `c` of `{ a, b: { c } }`. */
function declaredIn(pattern: Node): readonly TSESTree.Identifier[] {
  if (pattern.type === "Identifier") return [pattern];
  if (pattern.type === "AssignmentPattern") return declaredIn(pattern.left);
  if (pattern.type !== "ObjectPattern") return [];
  return pattern.properties.flatMap((property) => (property.type === "Property" ? declaredIn(property.value) : []));
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

/** `module.exports = value`, `module.exports.name = value`, `exports.name = value` */
function assignedExports({ left, right }: TSESTree.AssignmentExpression): readonly NamedExport[] {
  const path = exportedPath(left);
  if (path === undefined || path.length > 1) return [];
  const [name] = path;
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
