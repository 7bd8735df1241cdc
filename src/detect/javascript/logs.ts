import type { TSESTree } from "@typescript-eslint/utils";
import type { Edit, LogCall, Value } from "../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "./program.ts";
import type { Variable } from "./scope.ts";
import {
  escapeText,
  indentationAt,
  isIdentifierName,
  isWithin,
  lineBreakOf,
  writeText,
} from "./source-text.ts";
import { memberPath, nameOfKey, parentOf } from "./syntax.ts";
import { TemplateWords } from "./value-nodes.ts";

/** Packages whose `logger` is, or was until version 9, the SDK's own debug logger. */
const INTERNAL_LOGGERS: ReadonlySet<string> = new Set([
  "@sentry/core",
  "@sentry/hub",
  "@sentry/minimal",
  "@sentry/types",
  "@sentry/utils",
]);

/** A line longer than this is broken, as most formatters do. */
const MAX_LINE = 80;

/** The logger as a file can call it, and what has to change for that. */
interface Logger {
  readonly source: string;
  readonly edits: readonly Edit[];
}

/**
 * Turns the call that records a breadcrumb into one of `Sentry.logger`
 * (sentry-javascript, packages/core/src/logs/public-api.ts).
 * @returns undefined where the breadcrumb is not recorded by the SDK's own function, where what the call yields
 * is used, where it says more than a log can, and where a comment would be lost.
 */
export function logsOf(
  program: JavaScriptProgram,
  call: TSESTree.CallExpression,
  log: LogCall,
): readonly Edit[] | undefined {
  const { scopes } = program;
  const path = scopes.sdkPath(call.callee);
  if (path?.length !== 1 || path[0] !== "addBreadcrumb" || call.optional || !standsAlone(call))
    return undefined;
  const [breadcrumb, ...others] = call.arguments;
  if (breadcrumb === undefined || others.length > 0) return undefined;
  if (program.tokensAt(call).getCommentsInside(call).length > 0) return undefined;
  const logger = loggerFor(program, call);
  const sources = sourcesOf(program, breadcrumb);
  const message = logger && messageOf(program, log.message, sources, logger.source);
  if (message === undefined || logger === undefined) return undefined;

  const attributes: string[] = [];
  for (const attribute of log.attributes) {
    const value = "spread" in attribute ? attribute.spread : attribute.value;
    const source = sources(value);
    if (source === undefined) return undefined;
    attributes.push(
      "spread" in attribute ? `...${source}` : attributeOf(program, call, attribute.name, source),
    );
  }
  const text = layOut(program, call, `${logger.source}.${log.method}`, message, attributes);
  return [...logger.edits, { range: call.range, text }];
}

function attributeOf(program: JavaScriptProgram, call: Node, name: string, source: string): string {
  if (name === source && isIdentifierName(name)) return name;
  return `${isIdentifierName(name) ? name : writeText(program, name, call.range)}: ${source}`;
}

function layOut(
  { sourceCode: { text } }: JavaScriptProgram,
  call: Node,
  callee: string,
  message: string,
  attributes: readonly string[],
): string {
  if (attributes.length === 0) return `${callee}(${message})`;
  const short = `${callee}(${message}, { ${attributes.join(", ")} })`;
  const indentation = indentationAt(text, call.range[0]);
  if (!text.slice(...call.range).includes("\n") || indentation.length + short.length < MAX_LINE) return short;
  const lineBreak = `${lineBreakOf(text)}${indentation}`;
  const step = indentation.startsWith("\t") ? "\t" : "  ";
  const lines = attributes.map((attribute) => `${lineBreak}${step}${attribute},`);
  return `${callee}(${message}, {${lines.join("")}${lineBreak}})`;
}

/** A template with expressions is kept apart by `fmt`, so that logs group by their text. */
function messageOf(
  program: JavaScriptProgram,
  message: Value,
  sourceOf: (value: Value) => string | undefined,
  logger: string,
): string | undefined {
  const source = sourceOf(message);
  if (source === undefined || message.kind !== "template") return source;
  if (source !== message.source) return source;
  if (source.startsWith("`")) return `${logger}.fmt${source}`;
  if (!message.parts.every((part) => isWithin(part.range, message.range))) return undefined;
  const parts = message.parts.map((part) => {
    if (part.kind === "text" && !(part instanceof TemplateWords)) return escapeText(part.text, "`");
    const own = program.sourceCode.text.slice(...part.range);
    return isNested(program, part) ? undefined : `\${${own}}`;
  });
  return parts.includes(undefined) ? undefined : `${logger}.fmt\`${parts.join("")}\``;
}

/** Whether more than the value itself is written for an operand: `await x`, `x as string`. */
function isNested({ sourceCode: { text } }: JavaScriptProgram, { range }: Value): boolean {
  return /\bawait[\s(]*$/u.test(text.slice(Math.max(0, range[0] - 20), range[0]));
}

/** Finds the whole expressions that the fields of a breadcrumb are written as, with `await` and types. */
function sourcesOf(
  { sourceCode: { text } }: JavaScriptProgram,
  breadcrumb: Node,
): (value: Value) => string | undefined {
  const expressions: Node[] = [];
  const pending: Node[] = [breadcrumb];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type !== "ObjectExpression") continue;
    for (const property of next.properties) {
      const value = property.type === "Property" ? property.value : property.argument;
      expressions.push(value);
      const isData = property.type === "Property" && !property.computed && nameOfKey(property.key) === "data";
      if (next === breadcrumb && isData) pending.push(property.value);
    }
  }
  // Inner expressions come later, and are the closer ones.
  return (value) => {
    const expression = expressions.findLast(({ range }) => isWithin(value.range, range));
    if (expression === undefined) return undefined;
    const source = text.slice(...expression.range);
    return expression.type === "SequenceExpression" ? `(${source})` : source;
  };
}

function loggerFor(program: JavaScriptProgram, call: TSESTree.CallExpression): Logger | undefined {
  const { scopes, sourceCode } = program;
  const { callee } = call;
  const { root } = memberPath(callee);
  const variable = root.type === "Identifier" ? scopes.variableOf(root) : undefined;
  const module = variable && scopes.importOf(variable)?.module;
  if (module !== undefined && INTERNAL_LOGGERS.has(module)) return undefined;
  if (callee.type === "MemberExpression") {
    if (callee.optional || callee.computed) return undefined;
    return { source: `${sourceCode.text.slice(...callee.object.range)}.logger`, edits: [] };
  }
  const specifier = variable?.defs[0]?.node;
  if (specifier?.type !== "ImportSpecifier" || specifier.parent.type !== "ImportDeclaration")
    return undefined;
  for (const other of specifier.parent.specifiers) {
    if (other.type !== "ImportSpecifier" || nameOfKey(other.imported) !== "logger") continue;
    const isVisible = variableNamed(program, call, other.local.name)?.defs[0]?.node === other;
    return isVisible ? { source: other.local.name, edits: [] } : undefined;
  }
  if (variableNamed(program, call, "logger") !== undefined || isUsedGlobally(program, "logger"))
    return undefined;
  const end = specifier.range[1];
  return { source: "logger", edits: [{ range: [end, end], text: ", logger" }] };
}

/** The variable that a name would mean at a node. */
function variableNamed({ sourceCode }: JavaScriptProgram, node: Node, name: string): Variable | undefined {
  let scope = sourceCode.scopeManager === null ? null : sourceCode.getScope(node);
  // The template of a component is given the global scope, and sees the script's names.
  if (scope !== null && scope.upper === null)
    scope = scope.childScopes.find(({ type }) => type === "module") ?? scope;
  for (; scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable !== undefined && variable.defs.length > 0) return variable;
  }
  return undefined;
}

function isUsedGlobally({ sourceCode }: JavaScriptProgram, name: string): boolean {
  return (
    sourceCode.scopeManager?.globalScope?.through.some(({ identifier }) => identifier.name === name) === true
  );
}

/** Whether a node is a statement, or all that an arrow function does. */
function standsAlone(node: Node): boolean {
  const parent = parentOf(node);
  return (
    parent?.type === "ExpressionStatement" ||
    (parent?.type === "ArrowFunctionExpression" && parent.body === node)
  );
}
