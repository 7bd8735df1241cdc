import type * as Babel from "@babel/types";

/** The value that a statement exports as the module itself. */
export function exportedBy(statement: Babel.Statement): Babel.Node | undefined {
  if (statement.type === "ExportDefaultDeclaration") return statement.declaration;
  if (statement.type === "TSExportAssignment") return statement.expression;
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
    return undefined;
  const { left, right } = statement.expression;
  return left.type === "MemberExpression" && memberText(left) === "module.exports" ? right : undefined;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a node stands; its type leaves that open, since a program can make nodes, too. */
export function placeOf(node: Babel.Node): Place {
  return node as Babel.Node & Place;
}

export function bare(node: Babel.Node): Babel.Node {
  let current = node;
  while (
    current.type === "TSAsExpression" ||
    current.type === "TSSatisfiesExpression" ||
    current.type === "ParenthesizedExpression"
  ) {
    current = current.expression;
  }
  return current;
}

export function nameOf(property: Babel.ObjectExpression["properties"][number]): string {
  return (property.type === "ObjectProperty" ? keyOf(property) : undefined) ?? "";
}

export function keyOf({ key, computed }: Babel.ObjectProperty): string | undefined {
  if (computed && key.type !== "StringLiteral") return undefined;
  return key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : undefined;
}

export function requiredBy(node: Babel.Node): string | undefined {
  if (node.type === "MemberExpression") return requiredBy(node.object);
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "require")
    return undefined;
  const [source] = node.arguments;
  return source?.type === "StringLiteral" ? source.value : undefined;
}

/** `a.b.c`, with `["b"]` read as `.b`. */
export function memberText(node: Babel.Node): string {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return "";
  const { object, property } = node;
  const name = property.type === "Identifier" ? property.name : property.type === "StringLiteral" ? property.value : "";
  return `${memberText(object)}.${name}`;
}

/** The value of a literal of plain data; undefined for anything else. */
export function dataOf(node: Babel.Node): unknown {
  const value = bare(node);
  switch (value.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
      return value.value;
    case "ArrayExpression":
      return value.elements.map((element) => element && dataOf(element));
    case "ObjectExpression":
      return Object.fromEntries(
        value.properties.flatMap((property) =>
          property.type === "ObjectProperty" ? [[keyOf(property) ?? "?", dataOf(property.value)]] : [],
        ),
      );
    default:
      return undefined;
  }
}

export function* nodesOf(node: Babel.Node): Generator<Babel.Node, void, undefined> {
  const pending: unknown[] = [node];
  for (let next = pending.pop(); pending.length > 0 || next !== undefined; next = pending.pop()) {
    if (Array.isArray(next)) pending.push(...(next as unknown[]));
    else if (isNode(next)) {
      yield next;
      for (const [key, value] of Object.entries(next)) {
        if (typeof value === "object" && value !== null && key !== "loc" && !key.endsWith("Comments"))
          pending.push(value);
      }
    }
  }
}

function isNode(value: unknown): value is Babel.Node {
  return typeof value === "object" && value !== null && "type" in value;
}
