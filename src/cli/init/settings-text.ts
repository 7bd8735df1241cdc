/** How a file is written: what is added should look as if its author had. */
export interface Style {
  readonly quote: '"' | "'";
  /** One step of indentation. */
  readonly indent: string;
  readonly semicolon: boolean;
  readonly lineBreak: string;
  /** Longer values are written on several lines. */
  readonly width: number;
}

export const DEFAULT_STYLE: Style = { quote: '"', indent: "  ", semicolon: true, lineBreak: "\n", width: 100 };

/** Source text that stands for itself, among plain data. */
export class Source {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value spread into an object, whatever its key. */
export class Spread extends Source {}

/** Reads the style of a file from its most frequent quotes and indentation. */
export function styleOf(text: string): Style {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return {
    quote: count(/'[^'\n"]*'/gu) > count(/"[^"\n']*"/gu) ? "'" : '"',
    indent: /^(?:\t| {2,8})(?=\S)/mu.exec(text)?.[0] ?? "  ",
    semicolon: count(/[^\s,;{}([]\s*$/gmu) === 0 || count(/;\s*$/gmu) > 0,
    lineBreak: text.includes("\r\n") ? "\r\n" : "\n",
    width: DEFAULT_STYLE.width,
  };
}

/**
 * A value of plain data as JavaScript writes it.
 * @param indent what stands before the line that it begins on.
 * @param before how long what precedes it on its line is.
 */
export function writeValue(value: unknown, style: Style, indent = "", before = 0): string {
  const inline = writeInline(value, style);
  if (indent.length + before + inline.length <= style.width || !isComposed(value)) return inline;
  const inner = indent + style.indent;
  const items = Array.isArray(value)
    ? value.map((item) => writeValue(item, style, inner))
    : Object.entries(value).map(([key, item]) => {
        if (item instanceof Spread) return `...${item.text}`;
        const name = `${writeKey(key, style)}: `;
        return name + writeValue(item, style, inner, name.length);
      });
  const [open, close] = Array.isArray(value) ? (["[", "]"] as const) : (["{", "}"] as const);
  const lines = items.map((item) => `${inner}${item},`);
  return [open, ...lines, `${indent}${close}`].join(style.lineBreak);
}

function isComposed(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Source);
}

function writeInline(value: unknown, style: Style): string {
  if (typeof value === "string") return writeText(value, style);
  if (Array.isArray(value)) return `[${value.map((item) => writeInline(item, style)).join(", ")}]`;
  if (value instanceof Source) return value.text;
  if (!isComposed(value)) return String(value);
  const items = Object.entries(value).map(([key, item]) =>
    item instanceof Spread ? `...${item.text}` : `${writeKey(key, style)}: ${writeInline(item, style)}`,
  );
  return items.length === 0 ? "{}" : `{ ${items.join(", ")} }`;
}

function writeKey(key: string, style: Style): string {
  return /^[A-Za-z_$][\w$]*$/u.test(key) ? key : writeText(key, style);
}

export function writeText(text: string, { quote }: Pick<Style, "quote">): string {
  const json = JSON.stringify(text);
  return quote === '"'
    ? json
    : `'${json
        .slice(1, -1)
        .replaceAll(String.raw`\"`, '"')
        .replaceAll("'", String.raw`\'`)}'`;
}
