import { isWithin, type Range, type Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { readFormat } from "../syntax/format.ts";
import { listedArguments } from "../syntax/macros.ts";
import type { RustProgram } from "../program.ts";
import { firstOf } from "../syntax/nodes.ts";

/**
 * What the macros of the SDK's logger take as a message. They format it only where arguments follow, and evaluate each
 * of these twice: for the text, and for a JSON value that it is made into, which takes it away (sentry-rust,
 * `sentry-core/src/logger.rs`, `logger_log!`). So a text of its own is given for each.
 * @param within the call that holds the message.
 */
export function logMessage(program: RustProgram, within: RustNode, message: Value): string | undefined {
  if (!isWithin(message.range, within.range)) return undefined;
  if (message.kind === "text") return /^(?:r#*)?"/u.test(message.source) ? message.source : undefined;
  const macro = message.kind === "template" ? macroAt(program, within, message.range) : undefined;
  if (macro === undefined || program.textOf(firstOf(macro)) !== "format") return undefined;
  const [format = "", ...given] = listedArguments(program.sourceCode, macro)?.map(program.textOf) ?? [];
  // In a raw text, or one with `\u{…}`, braces are not where they seem to be.
  const words = /^"([^]*)"$/u.exec(format)?.[1];
  if (words === undefined || words.includes("\\u{") || given.some((argument) => NAMED.test(argument))) return undefined;
  return formatted(words, given);
}

const NAMED = /^\w+\s*=(?!=)/u;

/** An expression that always evaluates to the same value and can be borrowed. */
const STEADY = /^[&*]?(?:\w+(?:::|\.))*\w+(?:\.(?:as_ref|as_str|clone|display|id|len|name|to_string)\(\))?$/u;

function formatted(words: string, given: readonly string[]): string | undefined {
  const parts = readFormat(words);
  if (parts === undefined) return undefined;
  let text = "";
  let end = 0;
  const values: string[] = [];
  for (const part of parts) {
    if (part.kind === "text") continue;
    const value = typeof part.argument === "number" ? given[part.argument] : part.argument;
    const open = words.lastIndexOf("{", part.start);
    const close = words.indexOf("}", part.end);
    const form = words.slice(part.end, close).trim();
    if (value === undefined || !STEADY.test(value) || /[$*]/u.test(form)) return undefined;
    text += `${words.slice(end, open)}{}`;
    end = close + 1;
    values.push(
      form === "" ? `${/^\w/u.test(value) ? value : `(${value})`}.to_string()` : `format!("{${form}}", ${value})`,
    );
  }
  text += words.slice(end);
  // Without arguments the message is not formatted.
  return values.length === 0 ? `"${text.replaceAll(/([{}])\1/gu, "$1")}"` : [`"${text}"`, ...values].join(", ");
}

function macroAt({ sourceCode }: RustProgram, within: RustNode, [start, end]: Range): RustNode | undefined {
  let node: RustNode | undefined = within;
  while (node !== undefined && !(node.type === "MacroInvocation" && node.range[0] === start && node.range[1] === end)) {
    const inner: readonly RustNode[] = node.type.endsWith("Tokens") ? sourceCode.reparseTokens(node) : node.children;
    node = inner.find(({ range }) => range[0] <= start && end <= range[1]);
  }
  return node;
}
