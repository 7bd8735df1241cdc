import { fieldFor, resolve, type Field, type Value } from "../../../breadcrumb/index.ts";
import { childOf, isNode } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { shortened } from "../../../sentry/rust-listeners.ts";
import { namesIn } from "../names/pattern-names.ts";
import { elementsWithin, splitAt, type Element } from "../syntax/macros.ts";
import { calleeOf, firstOf, lastOf, parametersOf, plainName, withoutAttributes } from "../syntax/nodes.ts";
import type { Reading } from "../values/context.ts";
import { shownBy } from "../values/templates.ts";
import { MacroArguments } from "./events.ts";

/** A span of `tracing`, or an event. */
export interface Span {
  /** As macros name it, `info`; undefined where the source does not tell. */
  readonly level: string | undefined;
  readonly fields: readonly Field[];
}

/** The span of a function, and the events of what it returns. */
export interface Instrumented extends Span {
  readonly events: readonly Span[];
}

/**
 * Reads `#[instrument(skip(password), fields(user.email = %user.email))]`: a span with what its function is given, as
 * `Debug` shows it, but for what is skipped or has a field of its own, and with `ret` and `err` an event of what it
 * returns (tracing f40ccda, `tracing-attributes/src/expand.rs:203-232`, `268-297`).
 * @param attribute what stands in the brackets.
 */
export function instrumentedBy(reading: Reading, attribute: RustNode): Instrumented | undefined {
  const item = attribute.parent?.parent;
  const owner = item?.type === "AttributeItem" ? withoutAttributes(item) : undefined;
  if (owner?.type !== "FunctionItem") return undefined;
  const written = (elements: readonly Element[]): string => elements.map((each) => writtenIn(reading, each)).join("");
  const tree = childOf(attribute, "ParenthesizedTokens");
  const options = new Map(
    (tree === undefined ? [] : splitAt(elementsWithin(tree), [","])).map(([name, ...others]) => [
      name === undefined ? "" : writtenIn(reading, name),
      others,
    ]),
  );
  const own = treeOf(options.get("fields"));
  const fields = own === undefined ? [] : fieldsSetIn(new MacroArguments(reading, own));
  const skipped = treeOf(options.get("skip"));
  const left = new Set([
    ...(skipped === undefined ? [] : elementsWithin(skipped).map((each) => writtenIn(reading, each))),
    ...fields.map(({ name }) => name),
  ]);
  const given = options.has("skip_all") ? [] : parametersOf(owner).flatMap((each) => givenBy(reading, each));
  const named = options.get("level");
  const level = named === undefined ? "info" : levelIn(written(named));
  const returned = options.has("err") || options.has("ret") ? returnedBy(reading, owner) : undefined;
  const eventOf = (option: string, byDefault: string | undefined, values: readonly Value[] = []): readonly Span[] => {
    const elements = options.get(option);
    if (elements === undefined) return [];
    const isReturn = option === "ret";
    const isDebug = /\bDebug\b/u.test(written(elements)) || (isReturn && !/\bDisplay\b/u.test(written(elements)));
    const name = isReturn ? "return" : "error";
    const shown = values.map((value) => fieldFor(name, shownBy(reading, value, isDebug)));
    return [{ level: levelIn(/\blevel\s*=[^]*/u.exec(written(elements))?.[0]) ?? byDefault, fields: shown }];
  };
  return {
    level,
    fields: [...given.filter(({ name }) => !left.has(name)), ...fields],
    events: [...eventOf("ret", level, returned?.values), ...eventOf("err", "error", returned?.errors)],
  };
}

/** `Level::WARN`, `"warn"` */
function levelIn(text = ""): string | undefined {
  return /\b(debug|error|info|trace|warn)\b/iu.exec(text)?.[1]?.toLowerCase();
}

/** What a function returns, and of errors what it says of them: `Err(Error::Unknown(email))`. */
function returnedBy(reading: Reading, owner: RustNode) {
  const ends = reading.resultsOf(owner).map((value) => {
    const is = resolve(value);
    return { value, error: is.kind === "call" && is.callee.source === "Err" ? is.arguments[0] : undefined };
  });
  return {
    values: ends.flatMap(({ value, error }) => (error === undefined ? [value] : [])),
    errors: ends.flatMap(({ error }) => error ?? []),
  };
}

/** Reads `info_span!("sign in", user.email = %user.email)`. */
export function spanFieldsOf(reading: Reading, macro: RustNode): readonly Field[] {
  const given = new MacroArguments(reading, lastOf(macro));
  const name = given.parts.findIndex((part) => given.isTextIn(part));
  return given.parts.slice(name + 1).flatMap((part) => given.fieldIn(part) ?? []);
}

/** The parentheses behind the name of an option. */
function treeOf(elements: readonly Element[] | undefined): RustNode | undefined {
  return elements?.find((each) => isNode(each) && each.type === "ParenthesizedTokens") as RustNode | undefined;
}

/** The fields with a value; the others are empty until something is recorded under them. */
function fieldsSetIn(given: MacroArguments): readonly Field[] {
  return given.parts.filter((part) => given.hasValue(part)).flatMap((part) => given.fieldIn(part) ?? []);
}

function givenBy(reading: Reading, parameter: RustNode): readonly Field[] {
  if (parameter.type !== "Parameter") return [];
  return namesIn(firstOf(parameter), false, reading.program.sourceCode.text).map(({ name, identifier }) => {
    return fieldFor(name, shownBy(reading, reading.valueOf(identifier), true));
  });
}

/** `Level::WARN` */
const LEVEL = /\bLevel::(\w+)\b/u;

/** Macros of `tracing` that make a span: `span!`, `info_span!`. */
const SPAN_MACRO = /^(?:(\w+)_)?span$/u;

/** The level that a macro's text names, as macros call it; "" where it names none. */
export function levelNamedIn(text: string): string {
  return shortened(LEVEL.exec(text)?.[1] ?? "");
}

/** Whether a macro of `tracing` makes a span. */
export function isSpanMacro(name: string): boolean {
  return SPAN_MACRO.test(name);
}

/** The level of the span that a macro makes. */
export function levelOfMacro(name: string, text: string): string {
  return SPAN_MACRO.exec(name)?.[1] ?? levelNamedIn(text);
}

/**
 * The level of a span: `Span::current()`, which has the one that `#[instrument]` has by default, or a variable that
 * holds what a macro made. Undefined for what is no span.
 */
export function levelOfSpan(reading: Reading, node: RustNode): string | undefined {
  const { names, textOf, variables } = reading.program;
  if (node.type === "CallExpression")
    return names.resolve(calleeOf(node)).path?.join("::") === "tracing::Span::current" ? "info" : undefined;
  const source = node.type === "Identifier" ? variables.variableOf(node)?.source : undefined;
  const init = source?.kind === "expression" ? source.node : undefined;
  if (init?.type !== "MacroInvocation") return undefined;
  const [crate, name = "", ...deeper] = names.resolve(calleeOf(init)).path ?? [];
  const isOne = crate === "tracing" && deeper.length === 0 && isSpanMacro(name);
  return isOne ? levelOfMacro(name, textOf(init)) : undefined;
}

function writtenIn({ program }: Reading, { range }: Element): string {
  return plainName(program.sourceCode.text.slice(...range));
}
