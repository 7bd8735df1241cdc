import { CONSOLE_METHODS } from "./console.ts";

const COMMENT_LINE = /^\s*(?:\/\/|\/?\*).*$/gmu;

/** The brackets inside which a comma does not end the expression. */
const OPENING = "([{";
const CLOSING = ")]}";

/** An option of a build tool, or a plugin, that takes calls of the console out. */
interface Stripper {
  /** What stands before the value that says which ones. */
  readonly before: RegExp;
  /** The methods that a value takes out. */
  readonly takes: (value: string) => readonly string[];
  /** What the rest of the text has to name. */
  readonly beside?: RegExp;
}

const ALL = [...CONSOLE_METHODS];

/**
 * The options by which esbuild, terser, SWC, Babel, Next.js, Vite, Metro, Rollup, Rsbuild and Rolldown, and plugins for
 * them, take calls of the console out. Sources: esbuild.github.io/api ("Drop", "Pure"), terser's README
 * (`drop_console`, `pure_funcs`), nextjs.org ("Next.js Compiler", `removeConsole`), the READMEs of
 * babel-plugin-transform-remove-console, vite-plugin-remove-console and `@rollup/plugin-strip`, rsbuild.rs
 * (`performance.removeConsole`).
 */
const STRIPPERS: readonly Stripper[] = [
  { before: /\bdrop\b["']?\s*:/gu, takes: (value) => (/["'`]console["'`]/u.test(value) ? ALL : []) },
  { before: /--drop:(?=console)/gu, takes: () => ALL },
  { before: /--pure:(?=console\.)|\b(?:pure|pure_?funcs)\b["']?\s*:/giu, takes: calledIn },
  { before: /\b(?:drop|remove)_?console\b["']?\s*[(:]/giu, takes: chosenIn },
  {
    before: /["'`](?:babel-plugin-)?transform-remove-console["'`]\s*(?:,|(?=\]))/gu,
    takes: (value) => chosenIn(value.startsWith("{") ? value : ""),
  },
  {
    before: /\bstrip\s*\(/gu,
    beside: /\bplugin-strip\b/u,
    takes: (value) => (value.includes("functions") ? calledIn(value) : ALL),
  },
];

/** A plugin that is depended on, and used where nobody looks. */
const PLUGIN = /remove-?console/iu;
const DEPENDENCY = /"[\w@/-]*remove-console"\s*:/u;

/** The methods of the console whose calls some of the files by which an application is built take out. */
export function strippedBy(texts: readonly string[]): ReadonlySet<string> {
  const codes = texts.map((text) => text.replaceAll(COMMENT_LINE, ""));
  const [manifests, others] = [
    codes.filter((code) => DEPENDENCY.test(code)),
    codes.filter((code) => PLUGIN.test(code)),
  ];
  if (manifests.length > 0 && others.length === manifests.length) return CONSOLE_METHODS;
  return new Set(
    codes.flatMap((code) =>
      STRIPPERS.flatMap(({ before, takes, beside }) =>
        beside?.test(code) === false
          ? []
          : [...code.matchAll(before)].flatMap(({ index, 0: word }) => takes(valueAt(code, index + word.length))),
      ),
    ),
  );
}

/** `["console.log", "console.info"]`, `"console.*"` */
function calledIn(value: string): readonly string[] {
  const names = [...value.matchAll(/\bconsole\.(\w+|\*)/gu)].map(([, name = ""]) => name);
  return names.includes("*") ? ALL : names;
}

/** `true`, `isProduction`, `["log"]`, `{ includes: ["log"] }`, `{ exclude: ["error"] }`, one or another of them */
function chosenIn(value: string): readonly string[] {
  if (value === "false") return [];
  const excluded = /\bexcludes?\b["']?\s*:\s*\[([^\]]*)\]/u.exec(value)?.[1];
  const named = ALL.filter((method) => new RegExp(`["'\`]${method}["'\`]`, "u").test(excluded ?? value));
  if (excluded !== undefined) return ALL.filter((method) => !named.includes(method));
  return named.length > 0 ? named : ALL;
}

/** The expression that begins somewhere in a text, up to the comma or bracket behind it. */
function valueAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const letter = text.charAt(at);
    if (OPENING.includes(letter)) depth += 1;
    else if (CLOSING.includes(letter)) depth -= 1;
    if (depth < 0 || (depth === 0 && letter === ",")) return text.slice(start, at).trim();
  }
  return text.slice(start).trim();
}
