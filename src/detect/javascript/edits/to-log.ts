import type { TSESTree } from "@typescript-eslint/utils";
import { isWithin, type Edit, type LogCall, type Range, type Value } from "../../../breadcrumb/index.ts";
import { perFile } from "../../per-file.ts";
import { remember } from "../../remember.ts";
import { createBindings } from "../names/bindings.ts";
import type { ValueReader } from "../values/reader.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { scopesAt, scopesOf, type Variable } from "../names/scopes.ts";
import { sdkExport } from "../names/sdk-modules.ts";
import { escapeText, indentationAt, isIdentifierName, lineBreakOf, writeText } from "./source-text.ts";
import { memberPath, nameOfKey, parentOf } from "../syntax/nodes.ts";

/** Packages of Sentry's own scopes that export no logger of logs: most of them their own debug logger. */
const WITHOUT_LOGGER = /^@sentry(?:-internal)?\/(?:hub|minimal|types|utils)(?:$|\/)/u;

/** Its `logger` is the SDK's own debug logger up to version 9 (sentry-javascript, `packages/core/src/index.ts`). */
const CORE = "@sentry/core";

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
 * @param others the callees of the calls that are turned at the same time.
 * @returns undefined where the breadcrumb is not recorded by the SDK's own function, where what the call yields
 * is used, where it says more than a log can, and where a comment would be lost.
 */
export function logsOf(
  program: JavaScriptProgram,
  values: ValueReader,
  call: TSESTree.CallExpression,
  log: LogCall,
  others: readonly Range[],
): readonly Edit[] | undefined {
  const path = values.sdkPath(call.callee);
  if (path?.length !== 1 || path[0] !== "addBreadcrumb" || !standsAlone(call)) return undefined;
  const [breadcrumb, ...rest] = call.arguments;
  if (breadcrumb === undefined || rest.length > 0) return undefined;
  if (program.commentsAt(call).getCommentsInside(call).length > 0) return undefined;
  const logger = loggerFor(program, call, log.sdkMajor, others);
  if (logger === undefined) return undefined;
  const sources = sourcesOf(program, breadcrumb);
  const message = messageOf(program, log.message, sources, logger.source);
  if (message === undefined) return undefined;

  const attributes: string[] = [];
  for (const attribute of log.attributes) {
    const value = "spread" in attribute ? attribute.spread : attribute.value;
    const source = sources(value);
    if (source === undefined) return undefined;
    if ("spread" in attribute) attributes.push(`...${source}`);
    else attributes.push(attributeOf(program, call, attribute.name, attribute.asText ? `String(${source})` : source));
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
  const [first] = message.parts;
  const isLiteral = source.startsWith("`") && first !== undefined && first.range[0] > message.range[0];
  if (isLiteral) return `${logger}.fmt${source}`;
  const parts = message.parts.flatMap((part) =>
    part.kind === "template" && !isNested(program, part) ? part.parts : [part],
  );
  const written = parts.map((part) => {
    if (!isWithin(part.range, message.range) || isNested(program, part)) return undefined;
    return part.kind === "text" ? escapeText(part.text, "`") : `\${${program.sourceCode.text.slice(...part.range)}}`;
  });
  return written.includes(undefined) ? undefined : `${logger}.fmt\`${written.join("")}\``;
}

/** Whether more than the value itself is written for an operand: `await x`, `(f(), x)`. */
function isNested({ sourceCode: { text } }: JavaScriptProgram, { range }: Value): boolean {
  return /(?:\bawait[\s(]*|,\s*)$/u.test(text.slice(Math.max(0, range[0] - 20), range[0]));
}

/** Finds the whole expressions that the fields of a breadcrumb are written as, with `await` and types. */
function sourcesOf(
  { sourceCode: { text } }: JavaScriptProgram,
  breadcrumb: Node,
): (value: Value) => string | undefined {
  const sources = new Map<string, string>();
  const pending: Node[] = [breadcrumb];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const layers = layersOf(next);
    const object = layers.at(-1);
    // Whatever is computed before a record goes with it.
    if (object?.type !== "ObjectExpression" || layers.some(({ type }) => type === "SequenceExpression")) continue;
    for (const property of object.properties) {
      const value = property.type === "Property" ? property.value : property.argument;
      const source = text.slice(...value.range);
      for (const layer of layersOf(value)) {
        sources.set(String(layer.range), value.type === "SequenceExpression" ? `(${source})` : source);
      }
      const isData = property.type === "Property" && !property.computed && nameOfKey(property.key) === "data";
      if (next === breadcrumb && isData) pending.push(property.value);
    }
  }
  return ({ range }) => sources.get(String(range));
}

/** An expression, and what it only awaits, gives a type to or ends with, inwards. */
function layersOf(expression: Node): readonly Node[] {
  const layers = [expression];
  for (let inner = contentOf(expression); inner !== undefined; inner = contentOf(inner)) layers.push(inner);
  return layers;
}

function contentOf(node: Node): Node | undefined {
  switch (node.type) {
    case "AwaitExpression":
      return node.argument;
    case "ChainExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return node.expression;
    case "SequenceExpression":
      return node.expressions.at(-1);
    default:
      return undefined;
  }
}

function loggerFor(
  program: JavaScriptProgram,
  call: TSESTree.CallExpression,
  major: number | undefined,
  others: readonly Range[],
): Logger | undefined {
  const { scopes, settings, sourceCode } = program;
  const { callee } = call;
  const { root } = memberPath(callee);
  const variable = root.type === "Identifier" ? scopes.variableOf(root) : undefined;
  const imported = variable && scopes.importOf(variable);
  // What a page loads from Sentry's CDN has a logger that does nothing, unless the name of the bundle says `logs`
  // (sentry-javascript, `packages/browser/src/index.bundle.ts`).
  if (root.type === "Identifier" && scopes.isGlobal(root)) return undefined;
  const isProjects = imported !== undefined && settings.modules.includes(imported.module);
  if (imported !== undefined && !isProjects && !hasLogger(imported.module, major)) return undefined;
  if (callee.type === "MemberExpression") {
    if (!isPlainPath(callee.object)) return undefined;
    return { source: `${sourceCode.text.slice(...callee.object.range)}.logger`, edits: [] };
  }
  // A module of the project may export what it likes.
  return variable === undefined || imported === undefined || isProjects
    ? undefined
    : importedLogger(program, call, variable, major, others);
}

/** The logger beside a function that is imported by its name: imported with it, or in its place. */
function importedLogger(
  program: JavaScriptProgram,
  call: TSESTree.CallExpression,
  variable: Variable,
  major: number | undefined,
  others: readonly Range[],
): Logger | undefined {
  const specifier = specifierOf(variable);
  if (specifier === undefined) return undefined;
  const isLast = isOnlyUsedBy(program, variable, call.callee, others);
  const known = namesOf(program).logger(major);
  if (known !== undefined) {
    if (variableNamed(program, call, known.name) !== known) return undefined;
    const removal = isLast ? createBindings(program).bindingOf(variable).removal : undefined;
    return { source: known.name, edits: removal ?? [] };
  }
  const name = ["logger", "sentryLogger"].find((candidate) => !namesOf(program).taken.has(candidate));
  if (name === undefined) return undefined;
  const separator = specifier.type === "ImportSpecifier" ? " as " : ": ";
  const source = name === "logger" ? name : `logger${separator}${name}`;
  const [start, end] = specifier.range;
  return {
    source: name,
    edits: isLast ? [{ range: [start, end], text: source }] : [{ range: [end, end], text: `, ${source}` }],
  };
}

/** Whether a module of Sentry's exports the logger of logs, in a version that has one. */
function hasLogger(module: string, major: number | undefined): boolean {
  const name = module.replace(/^npm:\/?/u, "");
  if (name === CORE || name.startsWith(`${CORE}@`)) return major !== undefined && major >= 10;
  return /^@sentry(?:-internal)?\//u.test(name) && !WITHOUT_LOGGER.test(name);
}

/** Whether an expression can be written twice, and another member taken of it: `Sentry`, `this.sentry`. */
function isPlainPath(node: Node): boolean {
  let current = node;
  while (current.type === "MemberExpression" && !current.computed && !current.optional) current = current.object;
  return current.type === "Identifier" || current.type === "ThisExpression";
}

/** Facts about calls that become logs at once: where they start, and which variables only they use. */
interface Group {
  readonly starts: ReadonlySet<number>;
  readonly only: Map<Variable, boolean>;
}

const groupsOf = perFile((_program: JavaScriptProgram) => new Map<readonly Range[], Group>());

/** Whether nothing but a callee, and others that go with it, uses a variable. */
function isOnlyUsedBy(program: JavaScriptProgram, variable: Variable, callee: Node, others: readonly Range[]): boolean {
  const { starts, only } = remember(groupsOf(program), others, () => ({
    starts: new Set(others.map(([start]) => start)),
    only: new Map<Variable, boolean>(),
  }));
  return remember(only, variable, () => {
    const isGone = ({ range: [start] }: Node) => start === callee.range[0] || starts.has(start);
    return (
      variable.references.every((reference) => !reference.isRead() || isGone(reference.identifier)) &&
      !createBindings(program).bindingOf(variable).exported
    );
  });
}

/** Where a variable is named among others that are imported, or required: `addBreadcrumb as crumb`. */
function specifierOf({ defs: [definition] }: Variable): TSESTree.ImportSpecifier | TSESTree.Property | undefined {
  if (definition === undefined) return undefined;
  const { node } = definition;
  if (node.type === "ImportSpecifier") return node;
  if (node.type !== "VariableDeclarator" || node.id.type !== "ObjectPattern") return undefined;
  return node.id.properties.find(
    (property): property is TSESTree.Property => property.type === "Property" && property.value === definition.name,
  );
}

/** The names that a file gives a meaning, anywhere, or takes from outside. */
interface Names {
  readonly taken: ReadonlySet<string>;
  /** The variable of the file that already is the logger, for a major version of the SDK. */
  readonly logger: (major: number | undefined) => Variable | undefined;
}

interface Imported {
  readonly variable: Variable;
  readonly module: string;
  readonly name: string;
}

const namesOf = perFile(({ scopes, settings, sourceCode }: JavaScriptProgram): Names => {
  const taken = new Set(sourceCode.scopeManager?.globalScope?.through.map(({ identifier }) => identifier.name));
  const imported: Imported[] = [];
  for (const { type, variables } of scopesOf(sourceCode)) {
    for (const variable of variables) {
      if (variable.defs.length === 0) continue;
      taken.add(variable.name);
      const from = type === "module" || type === "global" ? scopes.importOf(variable) : undefined;
      if (from !== undefined) imported.push({ variable, ...from });
    }
  }
  const loggers = new Map<number | undefined, Variable | undefined>();
  const logger = (major: number | undefined): Variable | undefined =>
    remember(loggers, major, () => {
      const isLogger = ({ module, name }: Imported): boolean => {
        const path = hasLogger(module, major) ? sdkExport(module, name, settings.modules) : undefined;
        return path?.length === 1 && path[0] === "logger";
      };
      return imported.find(isLogger)?.variable;
    });
  return { taken, logger };
});

/** The variable that a name would mean at a node. */
function variableNamed({ sourceCode }: JavaScriptProgram, node: Node, name: string): Variable | undefined {
  for (const scope of scopesAt(sourceCode, node)) {
    const variable = scope.set.get(name);
    if (variable !== undefined && variable.defs.length > 0) return variable;
  }
  return undefined;
}

/** Whether a node is a statement, or all that an arrow function does. */
function standsAlone(node: Node): boolean {
  const parent = parentOf(node);
  return parent?.type === "ExpressionStatement" || (parent?.type === "ArrowFunctionExpression" && parent.body === node);
}
