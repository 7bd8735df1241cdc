import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName, withoutTypes, type Node } from "../syntax/nodes.ts";
import { yieldsText } from "./known-functions.ts";

/** Whether an expression is a text by its own form; of a concatenation the first operands are looked at. */
export function isTextual(expression: Node): boolean {
  let node = expression;
  for (;;) {
    switch (node.type) {
      case "Literal":
        return typeof node.value === "string";
      case "TemplateLiteral":
        return true;
      case "UnaryExpression":
        return node.operator === "typeof";
      case "BinaryExpression": {
        if (node.operator !== "+") return false;
        const right = withoutTypes(node.right);
        if (right.type === "TemplateLiteral" || (right.type === "Literal" && typeof right.value === "string"))
          return true;
        node = withoutTypes(node.left);
        break;
      }
      case "CallExpression": {
        const callee = withoutTypes(node.callee);
        if (callee.type === "Identifier") return yieldsText(callee.name);
        return callee.type === "MemberExpression" && yieldsText(propertyName(callee));
      }
      default:
        return false;
    }
  }
}

export function isNumeric(node: Node): boolean {
  if (node.type === "UnaryExpression") return node.operator === "-" || node.operator === "+" || node.operator === "~";
  if (node.type === "BinaryExpression") return ["-", "*", "/", "%", "**"].includes(node.operator);
  if (node.type !== "Literal") return node.type === "UpdateExpression";
  return typeof node.value === "number" || typeof node.value === "bigint";
}

export function isIndex(node: Node): node is TSESTree.NumberLiteral {
  return node.type === "Literal" && typeof node.value === "number";
}

export function textOfQuasi({ value }: TSESTree.TemplateElement): string {
  return value.cooked ?? value.raw;
}

/** Where the words of a template's fixed part stand; some parsers count the delimiters in, others do not. */
export function wordsOf(
  quasi: TSESTree.TemplateElement,
  template: TSESTree.TemplateLiteral,
): readonly [number, number] {
  const [start, end] = quasi.range;
  if (template.quasis[0]?.range[0] !== template.range[0]) return [start, end];
  return [start + 1, end - (quasi.tail ? 1 : 2)];
}
