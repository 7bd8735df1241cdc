/** A text literal taken apart. */
export interface Literal {
  readonly text: string;
  /** Where each UTF-16 unit of the text starts in the source of the literal; one more for the end. */
  readonly offsets: readonly number[];
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "0": "\0",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/**
 * Reads the source of a string, byte string, C string, raw string or character.
 * @param source the literal as written, with prefix and quotes.
 * @returns undefined when it is not closed, as while it is being typed.
 */
export function readLiteral(source: string): Literal | undefined {
  const [prefix = "", hashes = ""] = /^(?:b|c)?r(#*)"/u.exec(source) ?? [];
  if (prefix !== "") {
    const end = source.length - 1 - hashes.length;
    const start = prefix.length;
    return end < start || source[end] !== '"' ? undefined : verbatim(source, start, end);
  }
  const open = /^(?:b|c)?(["'])/u.exec(source);
  const start = open?.[0].length ?? 0;
  const end = source.length - 1;
  if (open === null || end < start || source[end] !== open[1]) return undefined;
  return source.includes("\\") ? unescaped(source, start, end) : verbatim(source, start, end);
}

function verbatim(source: string, start: number, end: number): Literal {
  // A line break in a literal is a line feed, however the file ends its lines.
  if (source.includes("\r\n")) return unescaped(source, start, end, true);
  const offsets = Array.from({ length: end - start + 1 }, (_, index) => start + index);
  return { text: source.slice(start, end), offsets };
}

function unescaped(source: string, start: number, end: number, isRaw = false): Literal {
  let text = "";
  const offsets: number[] = [];
  const add = (content: string, at: number): void => {
    offsets.push(...Array.from({ length: content.length }, () => at));
    text += content;
  };
  for (let at = start; at < end;) {
    const char = source.charAt(at);
    if (char === "\r" && source[at + 1] === "\n") {
      at += 1;
    } else if (char !== "\\" || isRaw) {
      add(char, at);
      at += 1;
    } else {
      const [content, length] = escapeAt(source, at, end);
      add(content, at);
      at += length;
    }
  }
  offsets.push(end);
  return { text, offsets };
}

/**
 * The character of an escape and its length in the source; for an unknown escape, the character after the backslash.
 */
function escapeAt(source: string, at: number, end: number): readonly [content: string, length: number] {
  const next = source.charAt(at + 1);
  const simple = SIMPLE_ESCAPES[next];
  if (simple !== undefined) return [simple, 2];
  if (next === "\n" || next === "\r") {
    // An escaped line break goes with all white space after it.
    let after = at + 1;
    while (after < end && /\s/u.test(source.charAt(after))) after += 1;
    return ["", after - at];
  }
  const code = /^\\(?:x([\da-fA-F]{2})|u\{([\da-fA-F_]{1,12})\})/u.exec(source.slice(at, Math.min(end, at + 18)));
  if (code === null) return [next, 2];
  const point = Number.parseInt(code[0].replaceAll(/^..\{?|_/gu, ""), 16);
  return [point <= 0x10ffff ? String.fromCodePoint(point) : "\u{fffd}", code[0].length];
}

/** The number that a literal writes, with its underscores and type suffix: `1_000u64`, `0xff`, `2.5e3f32`. */
export function readNumber(source: string): number {
  const digits = source.replaceAll("_", "");
  if (/^0[xob]/u.test(digits)) return Number(digits.replace(/[ui](?:8|16|32|64|128|size)$/u, ""));
  return Number(digits.replace(/(?:[ui](?:8|16|32|64|128|size)|f(?:32|64))$/u, ""));
}

/**
 * Writes a text literal.
 * @param like the source of a literal whose form is kept as far as the content allows: `r"…"`, `b"…"`.
 */
export function writeLiteral(content: string, like = '"'): string {
  const [, prefix = "", isRaw, written = ""] = /^([bc]?)(r?)(#*)"/u.exec(like) ?? [];
  // A carriage return cannot stand in a raw literal.
  if (isRaw && !content.includes("\r")) {
    let hashes = written;
    while (content.includes(`"${hashes}`)) hashes += "#";
    return `${prefix}r${hashes}"${content}"${hashes}`;
  }
  return `${prefix}"${escapeText(content)}"`;
}

/** A text as it stands between the quotes of a literal. */
export function escapeText(content: string): string {
  return content.replace(/["\\\n\r\t\0]/gu, (char) => `\\${LETTERS.charAt(ESCAPED.indexOf(char))}`);
}

/** What is written after a backslash for each character that cannot stand for itself. */
const ESCAPED = '"\\\n\r\t\0';
const LETTERS = '"\\nrt0';
