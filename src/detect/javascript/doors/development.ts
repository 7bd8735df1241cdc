import type { TSESTree } from "@typescript-eslint/utils";
import type { JavaScriptProgram } from "../program.ts";
import { memberPath, parentOf, textOf, withoutTypes, type Node } from "../syntax/nodes.ts";
import { indexIn, statementsOf } from "../syntax/statements.ts";
import { guardOf } from "../values/narrowing.ts";

/** Names that are true in development only. */
const DEVELOPMENT: ReadonlySet<string> = new Set([
  "__DEV__",
  "import.meta.env.DEV",
  "isDev",
  "isDevelopment",
  "IS_DEV",
  "IS_DEVELOPMENT",
]);

/** Names that are true in production only. */
const PRODUCTION: ReadonlySet<string> = new Set([
  "import.meta.env.PROD",
  "isProd",
  "isProduction",
  "IS_PROD",
  "IS_PRODUCTION",
]);

/** What holds the name of the environment. */
const ENVIRONMENT = /^(?:process\.env|import\.meta\.env)\.(?:NODE_ENV|MODE)$/u;

/** Environments that are none in which users are. */
const NOT_PRODUCTION = /^(?:development|dev|local|test)$/u;

/** Statements by which nothing of what follows is done. */
const LEAVING: ReadonlySet<string | undefined> = new Set([
  "BreakStatement",
  "ContinueStatement",
  "ReturnStatement",
  "ThrowStatement",
]);

/** Whether a call is made in development or in tests only, as the conditions around it say. */
export function isOnlyForDevelopment({ sourceCode }: JavaScriptProgram, call: TSESTree.CallExpression): boolean {
  const meansOf = (test: Node): boolean | undefined => isProduction(test, (node) => sourceCode.getText(node));
  for (let child: Node = call, node = parentOf(child); node !== undefined; child = node, node = parentOf(node)) {
    const guard = guardOf(node, child);
    if (guard !== undefined && meansOf(guard.test) === !guard.holds) return true;
    if (node.type === "SwitchCase" && isOfDevelopment(node, sourceCode)) return true;
    // `if (isProduction) return;`
    const list = statementsOf(node) ?? [];
    const before = list.slice(0, Math.max(0, indexIn(list, child)));
    if (before.some((each) => each.type === "IfStatement" && leaves(each) && meansOf(each.test) === true)) return true;
  }
  return false;
}

/** `switch (process.env.NODE_ENV) { case "development": … }` */
function isOfDevelopment({ test, parent }: TSESTree.SwitchCase, sourceCode: JavaScriptProgram["sourceCode"]): boolean {
  const name = test === null ? undefined : textOf(test);
  const asked = sourceCode.getText(parent.discriminant).replaceAll("?.", ".");
  return ENVIRONMENT.test(asked) && name !== undefined && NOT_PRODUCTION.test(name);
}

/** Whether a test holds in production only (true), outside of it only (false), or says nothing of that. */
function isProduction(test: Node, textAt: (node: Node) => string): boolean | undefined {
  const node = withoutTypes(test);
  switch (node.type) {
    case "UnaryExpression": {
      // `!(isProduction && quiet)` holds in production, too.
      const isPlain = node.operator === "!" && withoutTypes(node.argument).type !== "LogicalExpression";
      const inner = isPlain ? isProduction(node.argument, textAt) : undefined;
      return inner === undefined ? undefined : !inner;
    }
    case "BinaryExpression": {
      if (!/^[!=]==?$/u.test(node.operator)) return undefined;
      const name = [node.left, node.right].find((side) => ENVIRONMENT.test(textAt(side).replaceAll("?.", ".")));
      const other = name === node.left ? node.right : node.left;
      const text = name && textOf(other);
      if (text === undefined) return undefined;
      const isEqual = node.operator.startsWith("=");
      if (text === "production") return isEqual;
      return NOT_PRODUCTION.test(text) && isEqual ? false : undefined;
    }
    case "LogicalExpression": {
      // `isDev && verbose` is as strict as either side.
      const sides = [isProduction(node.left, textAt), isProduction(node.right, textAt)];
      return node.operator === "&&" ? sides.find((side) => side !== undefined) : undefined;
    }
    default: {
      const { root } = memberPath(node);
      const text = root.type === "Identifier" || root.type === "MetaProperty" ? textAt(node) : "";
      if (DEVELOPMENT.has(text)) return false;
      return PRODUCTION.has(text) ? true : undefined;
    }
  }
}

function leaves({ consequent }: TSESTree.IfStatement): boolean {
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  return LEAVING.has(last?.type);
}
