import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Linter, SourceCode } from "eslint";
import { detectJavaScript } from "../detect/javascript/index.ts";
import { mayHoldBreadcrumbs } from "../detect/words.ts";
import plugin from "../index.ts";
import { LANGUAGES } from "../languages/index.ts";
import { readSettings } from "../settings.ts";
import { besideScripts, hasClientScripts, hidesMarkup } from "./components.ts";
import type { ParsedScripts, ScriptParser } from "./script-parser.ts";
import type { Source } from "./sources.ts";
import type { Unread } from "./unread.ts";

/** A kind of component whose parser only the project can bring, since it knows the version of the framework. */
interface ComponentParser {
  readonly ending: string;
  readonly name: string;
}

const COMPONENT_PARSERS: readonly ComponentParser[] = [
  { ending: ".vue", name: "vue-eslint-parser" },
  { ending: ".svelte", name: "svelte-eslint-parser" },
  { ending: ".astro", name: "astro-eslint-parser" },
];

/** What is needed to lint files of several kinds. */
export interface Languages {
  /** ESLint configs that say how each kind is read; which rules run is for others to say. */
  readonly configs: readonly Linter.Config[];
  /** Endings of components of which only the scripts are read, and the packages that read all of them. */
  readonly missing: ReadonlyMap<string, string>;
  /** The parser of JavaScript and TypeScript in `configs`; absent where no file needs it. */
  readonly scripts?: ScriptParser;
  /** Reads what it can of a component whose markup no parser reads; absent where no file needs it. */
  readonly readComponent?: (path: string, text: string) => SourceCode | undefined;
}

/**
 * How to read files: by the language that the plugin brings, as for Rust; JavaScript and TypeScript by the embedded
 * parser, by the project's own one where that fails and the project has one; components by the project's parsers, or
 * else their scripts by the embedded one.
 * @param root absolute: where the project's own parsers are looked for.
 * @param paths the files that are to be read; only what they need is loaded.
 * @param parsed scripts that are parsed already, by their paths; each is taken out when it is asked for.
 */
export async function languagesFor(root: string, paths: readonly string[], parsed?: ParsedScripts): Promise<Languages> {
  const endings = new Set(paths.map((path) => extname(path)));
  const missing = new Map<string, string>();
  // A directive for a rule that does not run here is of use elsewhere.
  const configs: Linter.Config[] = [{ linterOptions: { reportUnusedDisableDirectives: "off" } }];
  for (const definition of LANGUAGES) {
    if (!("eslintLanguage" in definition)) continue;
    const { presets, endings: own } = definition;
    if (own.filter((ending) => endings.delete(`.${ending}`)).length === 0) continue;
    const { files, language, languageOptions, plugins } = plugin.configs[presets.recommended];
    configs.push({ files, language, languageOptions, plugins } as Linter.Config);
  }
  if (endings.size === 0) return { configs, missing };

  const { readComponent, scriptParsers } = await import("./script-parser.ts");
  const parsers = scriptParsers(root, parsed);
  configs.push({
    files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
    languageOptions: { parser: parsers.files },
  });
  for (const { ending, name } of COMPONENT_PARSERS) {
    if (!endings.has(ending)) continue;
    const own = await load(root, name);
    if (own === undefined) missing.set(ending, name);
    const parser = ending === ".astro" && own !== undefined ? unlessInBrowser(own, parsers.components) : own;
    configs.push({
      files: [`**/*${ending}`],
      languageOptions: {
        parser: parser ?? parsers.components,
        parserOptions: { parser: parsers.blocks, extraFileExtensions: [ending] },
      },
    });
  }
  return {
    configs,
    missing,
    scripts: parsers.files,
    readComponent: (path, text) => readComponent(parsers.files, path, text),
  };
}

/** Astro's parser treats scripts that run in the browser as text, so only the scripts of such a component are read. */
function unlessInBrowser(own: Linter.Parser, scripts: Linter.Parser): Linter.Parser {
  type Parse = NonNullable<Extract<Linter.Parser, { parseForESLint: unknown }>["parseForESLint"]>;
  const parserOf = (text: string): { parseForESLint: Parse } =>
    (hasClientScripts(text) ? scripts : own) as { parseForESLint: Parse };
  return { parseForESLint: (text, options) => parserOf(text).parseForESLint(text, options) };
}

/** Whether only the scripts of a component are read. */
export function isHalfRead(path: string, text: string, missing: Languages["missing"]): boolean {
  return missing.has(extname(path)) || hidesMarkup(text, path);
}

/**
 * What was not read of components: what stands beside their scripts, where only these are read, and may record
 * breadcrumbs.
 * @param base the folder of the project, absolute.
 */
export function halfRead(
  sources: readonly Source[],
  { missing, readComponent }: Languages,
  base: string,
): readonly Unread[] {
  return sources.flatMap((source): readonly Unread[] => {
    const { path, text } = source;
    if (!isHalfRead(path, text, missing) || !mayRecordBeside(source, base, readComponent)) return [];
    const parser = hidesMarkup(text, path) ? undefined : missing.get(extname(path));
    const remedy = parser === undefined ? undefined : `npm install --save-dev ${parser}`;
    return [{ path, reason: "only its scripts were read", remedy, matters: true }];
  });
}

/** Whether the markup of a component names what records, or calls what its scripts have of such functions. */
function mayRecordBeside(
  { path, text, settings: raw }: Source,
  base: string,
  readComponent: Languages["readComponent"],
): boolean {
  const settings = readSettings(raw, path, base);
  if (mayHoldBreadcrumbs(besideScripts(text, path), settings, undefined, path, text)) return true;
  const sourceCode = readComponent?.(path, text);
  const recorded = sourceCode === undefined ? [] : detectJavaScript(sourceCode, settings).breadcrumbs;
  return recorded.some(({ range: [start] }) => start >= text.length);
}

async function load(root: string, name: string): Promise<Linter.Parser | undefined> {
  try {
    const path = createRequire(join(root, "package.json")).resolve(name);
    const loaded = (await import(pathToFileURL(path).href)) as Linter.Parser & { readonly default?: Linter.Parser };
    return loaded.default ?? loaded;
  } catch {
    return undefined;
  }
}
