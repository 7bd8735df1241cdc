import type { Range, Value } from "../../../breadcrumb/index.ts";
import { perFile } from "../../per-file.ts";
import type { JavaScriptProgram } from "../program.ts";
import { attributeQuoteAt } from "../vue/template.ts";
import { LazyTemplateText } from "../values/lazy-values.ts";

type Quote = '"' | "'" | "`";

/**
 * A text literal.
 * @param at where it will stand; in an attribute of a component's template, it keeps clear of the quotes around.
 */
export function writeText(program: JavaScriptProgram, content: string, at: Range, like?: Value): string {
  const attributeQuote = attributeQuoteAt(program, at);
  if (like instanceof LazyTemplateText) return escapeText(content, "`", attributeQuote);
  const wanted = like?.kind === "text" ? quoteOf(like.source) : undefined;
  const quote = wanted ?? prevailingQuote(program);
  const free = quote === attributeQuote ? other(quote) : quote;
  return `${free}${escapeText(content, free, attributeQuote)}${free}`;
}

function quoteOf(source: string): Quote | undefined {
  const first = source.charAt(0);
  return first === '"' || first === "'" || first === "`" ? first : undefined;
}

function other(quote: Quote): Quote {
  return quote === '"' ? "'" : '"';
}

/** The quotes that most texts of a file stand in; double ones in doubt. */
const prevailingQuote = perFile(({ sourceCode: { text } }: JavaScriptProgram): Quote => {
  const count = (opening: RegExp): number => text.match(opening)?.length ?? 0;
  return count(/[\s(,:=[{]'/gu) > count(/[\s(,:=[{]"/gu) ? "'" : '"';
});

/** Writes a text so that it reads the same between quotes of a kind, which are not added. */
export function escapeText(content: string, quote: Quote, attributeQuote?: Quote): string {
  let escaped = content
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replace(/[\0-\x1f\x7f\u2028\u2029]/gu, escapeControl);
  if (quote === "`") escaped = escaped.replaceAll("${", "\\${");
  if (attributeQuote === undefined) return escaped;
  // In an attribute, HTML reads quotes and character references before JavaScript does.
  return escaped.replaceAll(attributeQuote, attributeQuote === '"' ? "\\x22" : "\\x27").replaceAll("&", "\\x26");
}

function escapeControl(character: string): string {
  switch (character) {
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    default:
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  }
}

export function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** The white space at the start of the line that a place is on. */
export function indentationAt(text: string, place: number): string {
  // Lines may end in a lone carriage return; looking for one further back than the line feed would read the whole file.
  const line = text.slice(text.lastIndexOf("\n", place - 1) + 1, place);
  const own = line.slice(line.lastIndexOf("\r") + 1);
  return own.slice(0, own.search(/[^ \t]|$/u));
}

export function isIdentifierName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}
