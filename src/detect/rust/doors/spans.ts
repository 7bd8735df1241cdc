import { fieldFor, type Field } from "../../../breadcrumb/index.ts";
import { childOf, isNode } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { namesIn } from "../names/pattern-names.ts";
import { elementsWithin, splitAt, type Element } from "../syntax/macros.ts";
import { firstOf, lastOf, parametersOf, plainName, withoutAttributes } from "../syntax/nodes.ts";
import type { Reading } from "../values/context.ts";
import { shownBy } from "../values/templates.ts";
import { MacroArguments } from "./events.ts";

/** A span of `tracing`. */
export interface Span {
  /** As macros name it, `info`; undefined where the source does not tell. */
  readonly level: string | undefined;
  readonly fields: readonly Field[];
}

/**
 * Reads `#[instrument(skip(password), fields(user.email = %user.email))]`: a span with what its function is given, as
 * `Debug` shows it, but for what is skipped or has a field of its own (tracing f40ccda,
 * `tracing-attributes/src/expand.rs:203-232`).
 * @param attribute what stands in the brackets.
 */
export function instrumentedBy(reading: Reading, attribute: RustNode): Span | undefined {
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
  const level = options.get("level");
  return {
    level:
      level === undefined ? "info" : /\b(debug|error|info|trace|warn)\b/iu.exec(written(level))?.[1]?.toLowerCase(),
    fields: [...given.filter(({ name }) => !left.has(name)), ...fields],
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
    const value = shownBy(reading, reading.valueOf(identifier), true);
    return fieldFor(name, value);
  });
}

function writtenIn({ program }: Reading, { range }: Element): string {
  return plainName(program.sourceCode.text.slice(...range));
}
