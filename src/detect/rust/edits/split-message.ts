import type { Edit, NamedValue, Value } from "../../../breadcrumb/index.ts";

/** The expressions before a method that need no parentheses. */
const RECEIVER = /^[\w.:]+(?:\([^()]*\))?$/u;

/** Placeholders that do not use plain `Display`: `{:?}`, `{:.2}`, `{price:>8}`. */
const FORMATTED = /\{[^{}:]*:[^{}]*\}/u;

/** Constructs that bind a name known only within the message: a variable of a block, an arm, a closure. */
const BINDING = /\blet\b|=>|\|/u;

/**
 * Puts a fixed text in the place of a message, and the text of each value that it held into a map as the data.
 * @param text the fixed text, as it must stand there.
 * @param crate the path of the SDK's crate.
 * @param insert adds the data, as source text, to the breadcrumb.
 */
export function splitMessage(
  message: Value,
  text: string,
  values: readonly NamedValue[],
  crate: string,
  insert: (data: string) => Edit | undefined,
): readonly Edit[] | undefined {
  if (FORMATTED.test(message.source) || BINDING.test(message.source)) return undefined;
  const entries = values.map(({ name, value: { source } }) => {
    const receiver = RECEIVER.test(source) ? source : `(${source})`;
    return `("${name}".to_owned(), ${crate}::protocol::Value::from(${receiver}.to_string()))`;
  });
  const replacement = { range: message.range, text };
  if (entries.length === 0) return [replacement];
  const insertion = insert(`[${entries.join(", ")}].into()`);
  return insertion && [replacement, insertion];
}
