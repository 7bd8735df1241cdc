import type { SourceCode } from "eslint";
import type { TSESLint } from "@typescript-eslint/utils";
import { withoutTypes, type Node } from "../syntax/nodes.ts";
import { exportsIn, initOf } from "./named-exports.ts";

/**
 * An enumeration or table of constants that a file exports: `export enum Level { DEBUG, INFO = 5 }`,
 * `export const Level = { DEBUG: 0 } as const`.
 * @returns undefined where some of it is not written in place, and so depends on other names.
 */
export function exportedConstants(parsed: SourceCode, name: string): Node | undefined {
  const { body } = (parsed as unknown as TSESLint.SourceCode).ast;
  const found = exportsIn(body).flatMap((each) => (each.name === name && each.value ? [initOf(each.value)] : []));
  return found.map(withoutTypes).find(isTable);
}

function isTable(node: Node): boolean {
  if (node.type === "TSEnumDeclaration") return node.body.members.every(({ initializer }) => isPlain(initializer));
  if (node.type !== "ObjectExpression") return false;
  return node.properties.every((each) => each.type === "Property" && !each.computed && isPlain(each.value));
}

function isPlain(value: Node | undefined): boolean {
  return value === undefined || value.type === "Literal";
}
