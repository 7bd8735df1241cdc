import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, propertyName, withoutTypes, type Node } from "../syntax/nodes.ts";
import { templateOf } from "../syntax/walk.ts";

/** What vue-eslint-parser says of the parts of a template. */
interface TemplateNode {
  readonly type: string;
  readonly parent?: TemplateNode | null;
  /** Of an expression: its names that it does not declare itself, with what `v-for` or `v-slot` declares for them. */
  readonly references?: readonly { readonly id: unknown; readonly variable?: object | null }[];
}

/** The parts of a Vue file, as far as they say whether it has a `<script setup>`. */
interface VueFile {
  readonly children?: readonly {
    readonly name?: string;
    readonly startTag?: { readonly attributes: readonly { readonly key: { readonly name: unknown } }[] };
  }[];
}

/** Options of a component whose members a template calls by their names. */
const CALLABLE: ReadonlySet<string | undefined> = new Set(["data", "methods", "setup"]);

/** Whether a name stands in the template of a Vue component. */
export function isInTemplate(identifier: Node): boolean {
  return expressionAround(identifier) !== undefined;
}

/** Whether a name stands in a template and is declared there: by `v-for`, `v-slot` or a function of the expression. */
export function isDeclaredInTemplate(identifier: Node): boolean {
  const references = expressionAround(identifier)?.references;
  return references !== undefined && !references.some(({ id, variable }) => id === identifier && !variable);
}

/**
 * What a name of a template stands for where the component has no `<script setup>`: the template sees the component's
 * members alone.
 * @returns undefined where the template sees the names of the script; no value for what is no known member.
 */
export function memberOfComponent(
  sourceCode: TSESLint.SourceCode,
  identifier: Node,
): { readonly value: Node | undefined } | undefined {
  if (!isInTemplate(identifier) || hasSetup(sourceCode)) return undefined;
  const wanted = "name" in identifier ? identifier.name : undefined;
  const values = optionsOf(sourceCode.ast).flatMap((option) =>
    option.type === "Property" && CALLABLE.has(propertyName(option)) ? membersIn(option.value) : [],
  );
  const member = values.find((each) => each.type === "Property" && propertyName(each) === wanted);
  return { value: member?.type === "Property" ? withoutTypes(member.value) : undefined };
}

function expressionAround(identifier: Node): TemplateNode | undefined {
  let node: TemplateNode | null | undefined = identifier;
  while (node && node.type !== "VExpressionContainer") node = node.parent;
  return node ?? undefined;
}

function hasSetup(sourceCode: TSESLint.SourceCode): boolean {
  const file = templateOf(sourceCode)?.parent as VueFile | undefined;
  return (file?.children ?? []).some(
    ({ name, startTag }) => name === "script" && startTag?.attributes.some(({ key }) => key.name === "setup") === true,
  );
}

type ObjectParts = TSESTree.ObjectExpression["properties"];

/** `export default { … }`, `export default defineComponent({ … })` */
function optionsOf({ body }: TSESTree.Program): ObjectParts {
  const exported = body.find((statement) => statement.type === "ExportDefaultDeclaration");
  if (exported === undefined) return [];
  const value = withoutTypes(exported.declaration);
  const options = value.type === "CallExpression" ? value.arguments[0] : value;
  return options?.type === "ObjectExpression" ? options.properties : [];
}

/** The members of an option: of an object, or of the one that a function returns. */
function membersIn(option: Node): ObjectParts {
  if (option.type === "ObjectExpression") return option.properties;
  if (!isFunction(option)) return [];
  const { body } = option;
  if (body.type !== "BlockStatement") return membersIn(withoutTypes(body));
  const last = body.body.at(-1);
  return last?.type === "ReturnStatement" && last.argument !== null ? membersIn(withoutTypes(last.argument)) : [];
}
