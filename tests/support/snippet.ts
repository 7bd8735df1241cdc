/**
 * A piece of code with its findings drawn into it. Under a line of code, `~` marks the span that is reported
 * (`^` an empty span), followed by the message id; `+2` says that the report carries two suggestions:
 *
 *     Sentry.addBreadcrumb({ message: "saved", level: "warn" });
 *                                                     ~~~~~~ meant
 *     === fix
 *     Sentry.addBreadcrumb({ message: "saved", level: "warning" });
 *
 * A span of several lines starts with `~~~…` on its first line and is not checked for its end. Sections after
 * the code: `=== fix` is the text after one round of fixes; `=== suggest use` the text after the suggestion
 * with that message id, in the order of the reports and of their suggestions.
 */
export interface Snippet {
  readonly language: SnippetLanguage;
  readonly code: string;
  readonly reports: readonly ExpectedReport[];
  readonly output: string | undefined;
  readonly suggestions: readonly { readonly messageId: string; readonly output: string }[];
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly settings: Readonly<Record<string, unknown>> | undefined;
}

export type SnippetLanguage = "js" | "ts" | "rust";

export interface ExpectedReport {
  readonly messageId: string;
  /** One-based, as ESLint counts. */
  readonly line: number;
  readonly column: number;
  /** Undefined where the span goes on over the end of the line. */
  readonly endColumn: number | undefined;
  readonly suggestionCount: number;
}

export interface SnippetContext {
  readonly options?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

interface Tag {
  (strings: TemplateStringsArray, ...values: readonly string[]): Snippet;
  (context: SnippetContext): (strings: TemplateStringsArray, ...values: readonly string[]) => Snippet;
}

export const js = tagOf("js");
export const ts = tagOf("ts");
export const rust = tagOf("rust");

const MARK = /^(\s*)([~^]+)(…?) (\w+)(?: \+(\d+))?\s*$/;
const SECTION = /^=== (?:(fix)|suggest (\w+))$/;

function tagOf(language: SnippetLanguage): Tag {
  const make = (context: SnippetContext) => (strings: TemplateStringsArray, values: readonly string[]) =>
    parse(language, context, String.raw({ raw: strings.raw }, ...values));
  function tag(strings: TemplateStringsArray, ...values: readonly string[]): Snippet;
  function tag(context: SnippetContext): (strings: TemplateStringsArray, ...values: readonly string[]) => Snippet;
  function tag(first: TemplateStringsArray | SnippetContext, ...values: readonly string[]) {
    if ("raw" in first) return make({})(first, values);
    return (strings: TemplateStringsArray, ...inner: readonly string[]) => make(first)(strings, inner);
  }
  return tag;
}

function parse(language: SnippetLanguage, context: SnippetContext, text: string): Snippet {
  const code: string[] = [];
  const reports: ExpectedReport[] = [];
  const suggestions: { messageId: string; lines: string[] }[] = [];
  let fix: string[] | undefined;
  let section = code;
  for (const line of dedent(text)) {
    const head = SECTION.exec(line);
    const mark = section === code ? MARK.exec(line) : null;
    if (head !== null) {
      section = [];
      if (head[2] === undefined) fix = section;
      else suggestions.push({ messageId: head[2], lines: section });
    } else if (mark !== null) {
      const [, indent = "", span = "", more, messageId = "", count = "0"] = mark;
      const length = span.startsWith("^") ? 0 : span.length;
      const column = indent.length + 1;
      const endColumn = more === "" ? column + length : undefined;
      reports.push({ messageId, line: code.length, column, endColumn, suggestionCount: Number(count) });
    } else {
      section.push(line);
    }
  }
  return {
    language,
    code: code.join("\n"),
    reports: reports.sort((one, other) => one.line - other.line || one.column - other.column),
    output: fix?.join("\n"),
    suggestions: suggestions.map(({ messageId, lines }) => ({ messageId, output: lines.join("\n") })),
    options: context.options,
    settings: context.settings,
  };
}

function dedent(text: string): string[] {
  const lines = text.split("\n");
  if (lines[0]?.trim() === "") lines.shift();
  if (lines.at(-1)?.trim() === "") lines.pop();
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent));
}
