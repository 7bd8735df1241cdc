import { extname, join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { SETTINGS_KEY } from "../../settings.ts";
import { BUILT } from "../files.ts";
import { isInstalled } from "../installed.ts";
import type { ConfigAddition } from "./edit-config.ts";
import { COMMAND, discoverCall, discoveredValue, PARSER, type FolderName } from "./discovering.ts";
import { manifestOf } from "./former-eslint.ts";
import { namedRules } from "./named-rules.ts";
import { isWhole, KINDS, parserOf, SCRIPTS } from "./parsers.ts";
import { DEFAULT_STYLE, Source, writeValue } from "./settings-text.ts";

/** A config for a project that has none. */
export interface NewConfig {
  readonly path: string;
  readonly text: string;
  /** Parsers that it imports and that are still to be installed. */
  readonly missing: readonly string[];
  /** The same without these: what can be loaded before they are installed. */
  readonly trial: string;
}

/** The ignores for build output and package managers' files, as in the command. */
const IGNORES = `{ ignores: ["**/{${BUILT.filter(isNoDefault).join(",")}}/**", "**/.pnp.*"] },`;

/** Comments for rules that this config does not have are no fault of the files. */
const QUIET = `{ linterOptions: { reportUnusedDisableDirectives: "off" } },`;

/** Placeholders for rules that run elsewhere. */
const ELSEWHERE = `// For rules that comments in the code name, and that do not run here.
const elsewhere = { meta: { schema: false }, create: () => ({}) };

`;

/** ESLint ignores these by default. */
function isNoDefault(name: string): boolean {
  return name !== ".git" && name !== "node_modules";
}

/**
 * Writes a config that works once ESLint, the plugin and the parsers that it names are installed.
 * @param folder where it goes, absolute.
 * @param files the project's files, absolute.
 */
export function newConfig(folder: string, files: readonly string[], addition: ConfigAddition): NewConfig {
  const endings = new Set(files.map((path) => extname(path)));
  const imports = [`import sentryBreadcrumbs from "${packageJson.name}";`];
  if (addition.discover !== undefined) imports.push(`import { discover } from "${COMMAND}";`);
  const trialImports = [...imports];
  const missing: string[] = [];
  const configs = [IGNORES, QUIET];
  let script: string | undefined;
  for (const kind of KINDS) {
    if (!kind.endings.some((ending) => endings.has(ending))) continue;
    const [name, local, expression] = parserOf(kind, folder);
    imports.push(`import ${isWhole(name) ? `* as ${local}` : local} from "${name}";`);
    if (isInstalled(name, join(folder, "package.json"))) trialImports.push(imports.at(-1) ?? "");
    else {
      missing.push(name === PARSER ? COMMAND : name);
      trialImports.push(`const ${local} = { parse() {}, parser: { parse() {} } };`);
    }
    if (kind === SCRIPTS) script = expression;
    const options = kind !== SCRIPTS && script !== undefined ? `, parserOptions: { parser: ${script} }` : "";
    configs.push(`{ files: ["${kind.files}"], languageOptions: { parser: ${expression}${options} } },`);
  }
  const named = namedRules(files);
  if (named.size > 0) {
    const stubs = (rules: readonly string[]): object =>
      Object.fromEntries(rules.map((rule) => [rule, new Source("elsewhere")]));
    const plugins = Object.fromEntries([...named].map(([plugin, rules]) => [plugin, { rules: stubs(rules) }]));
    configs.push(`${writeValue({ plugins }, DEFAULT_STYLE, DEFAULT_STYLE.indent)},`);
  }
  if (endings.has(".jsx") || endings.has(".tsx")) {
    configs.push(`{ files: ["**/*.{js,jsx}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },`);
  }
  configs.push(...addition.presets.map((preset) => `sentryBreadcrumbs.configs.${preset},`));
  const settings = settingsOf(addition);
  if (settings !== undefined) {
    configs.push(`${writeValue({ settings: { [SETTINGS_KEY]: settings } }, DEFAULT_STYLE, DEFAULT_STYLE.indent)},`);
  }
  const lines = configs.map((line) => `${DEFAULT_STYLE.indent}${line}`);
  const stub = named.size === 0 ? "" : ELSEWHERE;
  const body = `\n\n${stub}export default [\n${lines.join("\n")}\n];\n`;
  return {
    path: join(folder, manifestOf(folder).type === "module" ? "eslint.config.js" : "eslint.config.mjs"),
    text: `${imports.join("\n")}${body}`,
    missing,
    trial: `${trialImports.join("\n")}${body}`,
  };
}

/**
 * What a config has under our key: a list, or what asks for it, for `writeValue`.
 * @param folder the config's own, as it names it.
 * @returns undefined where it has nothing to say
 */
export function settingsOf(
  { settings, discover }: ConfigAddition,
  folder: FolderName = "import.meta.dirname",
): unknown {
  if (discover === undefined) return Object.keys(settings).length === 0 ? undefined : settings;
  return discoveredValue(discoverCall("discover", folder, discover), settings);
}
