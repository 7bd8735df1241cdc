/** One part of a format string; offsets are those of the string's text. */
export type FormatPart =
  | { readonly kind: "text"; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: "argument";
      /** The argument by its place, or by its name. */
      readonly argument: number | string;
      /** Where the name or number stands, empty for `{}`. */
      readonly start: number;
      readonly end: number;
      /** Whether it is written by `Debug` (`{:?}`), not by `Display`. */
      readonly isDebug: boolean;
      /** Whether it is written as a number (`{:x}`, `{:e}`, `{:p}`). */
      readonly isNumber: boolean;
    };

const FORM = /^(?:.?[<^>])?[+-]?#?0?(?:\w+\$|\d+)?(?:\.(\*|\w+\$|\d+))?(x\?|X\?|\?|[xXobeEp])?\s*$/su;

/**
 * Reads a format string by the grammar of `std::fmt`.
 * @returns undefined when it is not one: a brace is missing, or the form is unknown.
 */
export function readFormat(text: string): readonly FormatPart[] | undefined {
  const parts: FormatPart[] = [];
  let words = "";
  let start = 0;
  let next = 0;
  let at = 0;
  const endWords = (end: number): void => {
    if (words !== "") parts.push({ kind: "text", text: words, start, end });
    words = "";
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (char !== "{" && char !== "}") {
      if (words === "") start = at;
      words += char;
      at += 1;
      continue;
    }
    if (text[at + 1] === char) {
      if (words === "") start = at;
      words += char;
      at += 2;
      continue;
    }
    const close = char === "{" ? text.indexOf("}", at) : -1;
    if (close === -1) return undefined;
    const inner = text.slice(at + 1, close);
    const colon = inner.indexOf(":");
    const written = colon === -1 ? inner : inner.slice(0, colon);
    const form = FORM.exec(colon === -1 ? "" : inner.slice(colon + 1));
    const name = written.trim();
    if (form === null || !/^(?:\d+|(?:r#)?[\p{L}_][\p{L}\p{N}_]*)?$/u.test(name)) return undefined;
    // The precision comes before the value in the order of the arguments.
    if (form[1] === "*") next += 1;
    endWords(at);
    const nameStart = at + 1 + written.indexOf(name);
    parts.push({
      kind: "argument",
      argument: name === "" ? next++ : /^\d/u.test(name) ? Number(name) : name,
      start: nameStart,
      end: nameStart + name.length,
      isDebug: form[2]?.endsWith("?") === true,
      isNumber: form[2] !== undefined && !form[2].endsWith("?"),
    });
    at = close + 1;
  }
  endWords(text.length);
  return parts;
}
