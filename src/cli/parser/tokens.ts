import type { Location, LocatedText, Place } from "./tree.ts";

/** A token or comment as ESLint wants it; a token's types are espree's. */
export interface Token extends Place {
  type: string;
  value: string;
  regex?: { readonly pattern: string; readonly flags: string };
}

/** What is read of Babel's tokens, among which are its comments. */
export interface BabelToken {
  readonly type: string | { readonly label: string; readonly keyword?: string | undefined };
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  readonly loc: Location;
}

/** The words that Babel takes for names, and ESLint's parsers for keywords. */
const RESERVED_NAMES = new Set([
  "enum",
  "implements",
  "interface",
  "let",
  "package",
  "private",
  "protected",
  "public",
  "static",
  "yield",
]);

/**
 * Babel's tokens as ESLint's: without comments and the end, a template's delimiters with its text
 * (`` `a${ `` and `` }b` ``), the `#` with the private name.
 */
export function convertTokens(babelTokens: readonly BabelToken[], located: LocatedText): Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < babelTokens.length; index++) {
    const token = babelTokens[index];
    if (token === undefined || typeof token.type === "string") continue;
    const { label, keyword } = token.type;
    const last = tokens.at(-1);
    if (label === "eof" || label.startsWith("#!")) continue;
    if (label === "template") {
      // Before it stands the delimiter "`" or "}", after it "`" or "${": all of them touch it.
      tokens.pop();
      const end = token.end + (located.text[token.end] === "`" ? 1 : 2);
      tokens.push(tokenOf("Template", located.text, located.place(token.start - 1, end)));
      index++;
      continue;
    }
    const place: Place = { range: [token.start, token.end], loc: token.loc };
    if (last?.type === "Punctuator" && last.value === "#") {
      last.type = "PrivateIdentifier";
      last.value = located.text.slice(token.start, token.end);
      last.range = [last.range[0], token.end];
      last.loc = { start: last.loc.start, end: token.loc.end };
      continue;
    }
    const type = keyword === undefined ? typeOf(label, token, tokens) : keywordType(keyword);
    tokens.push(tokenOf(type, located.text, place));
  }
  return tokens;
}

function tokenOf(type: string, text: string, place: Place): Token {
  const value = text.slice(...place.range);
  if (type !== "RegularExpression") return { type, value, ...place };
  const end = value.lastIndexOf("/");
  return { type, value, regex: { pattern: value.slice(1, end), flags: value.slice(end + 1) }, ...place };
}

function keywordType(keyword: string): string {
  switch (keyword) {
    case "null":
      return "Null";
    case "true":
    case "false":
      return "Boolean";
    default:
      return "Keyword";
  }
}

function typeOf(label: string, { value }: BabelToken, before: readonly Token[]): string {
  switch (label) {
    case "name":
      return typeof value === "string" && RESERVED_NAMES.has(value) ? "Keyword" : "Identifier";
    case "string":
      // An attribute's value; a default of a variable follows an Identifier.
      return before.at(-1)?.value === "=" && before.at(-2)?.type === "JSXIdentifier" ? "JSXText" : "String";
    case "num":
    case "bigint":
    case "decimal":
      return "Numeric";
    case "regexp":
      return "RegularExpression";
    case "jsxName":
      return "JSXIdentifier";
    case "jsxText":
      return "JSXText";
    default:
      return "Punctuator";
  }
}

/** Babel's comments as ESLint's. */
export function convertComments(comments: readonly BabelToken[]): Token[] {
  return comments.map(({ type, value, start, end, loc }) => ({
    type: type === "CommentBlock" ? "Block" : "Line",
    value: String(value),
    range: [start, end],
    loc,
  }));
}
