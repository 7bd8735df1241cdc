import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";

/** The supported encodings: UTF-16 with a byte order mark, UTF-8 with and without one. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** A file's content, with its byte order mark if it has one. */
export interface ReadText {
  readonly text: string;
  /** Undefined where the bytes are in none of these: the text then serves to search for words, and is never written. */
  readonly encoding: Encoding | undefined;
}

/**
 * Reads a file.
 * @throws what the file system says.
 */
export function readText(path: string): ReadText {
  const text = readFileSync(path, "utf8");
  // The sign for what is not in UTF-8, which a text may hold as well.
  return text.includes("\uFFFD") ? decode(readFileSync(path)) : { text, encoding: "utf-8" };
}

function decode(bytes: Buffer): ReadText {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    if (encoding !== "utf-8" || isUtf8(bytes))
      return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    // Half a character.
  }
  return { text: bytes.toString("latin1"), encoding: undefined };
}

/** Shorter texts, in UTF-16 units, are read whatever they look like. */
const SHORTEST_BUNDLE = 50_000;

/** No person writes lines that are so long on the average, in UTF-16 units. */
const LONG_LINE = 250;

/** Whether a file is generated for machines: a minified bundle, or packed data. */
export function isBundled(text: string): boolean {
  if (text.length < SHORTEST_BUNDLE) return false;
  let lines = 1;
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) lines++;
  return text.length / lines > LONG_LINE;
}

/** The bytes of a string. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
}
