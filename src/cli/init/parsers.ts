import { createRequire } from "node:module";
import { join } from "node:path";
import { PARSER } from "./discovering.ts";

/** A kind of files that ESLint reads by a parser of the project. */
export interface Kind {
  readonly endings: readonly string[];
  readonly files: string;
  /** In order of preference: the package, the name it is imported by, and what of it is the parser. */
  readonly parsers: readonly [Parser, ...Parser[]];
}

type Parser = readonly [name: string, local: string, parser: string];

/** TypeScript in all its forms. */
export const SCRIPTS: Kind = {
  endings: [".ts", ".mts", ".cts", ".tsx"],
  files: "**/*.{ts,mts,cts,tsx}",
  parsers: [
    ["typescript-eslint", "tseslint", "tseslint.parser"],
    ["@typescript-eslint/parser", "tsParser", "tsParser"],
  ],
};

/** Reads TypeScript where the project has no parser for it, or has a TypeScript that is too new for that parser. */
const OWN_PARSER: Parser = [PARSER, "breadcrumbsParser", "breadcrumbsParser"];

export const KINDS: readonly Kind[] = [
  SCRIPTS,
  { endings: [".vue"], files: "**/*.vue", parsers: [["vue-eslint-parser", "vueParser", "vueParser"]] },
  {
    endings: [".svelte"],
    files: "**/*.svelte",
    parsers: [["svelte-eslint-parser", "svelteParser", "svelteParser"]],
  },
  {
    endings: [".astro"],
    files: "**/*.astro",
    parsers: [["astro-eslint-parser", "astroParser", "astroParser"]],
  },
];

/** The first version of TypeScript that typescript-eslint's parser does not load. */
const TOO_NEW = 7;

/** The parser of a kind of files that a project has, or else the one to be installed. */
export function parserOf(kind: Kind, folder: string): Parser {
  const from = join(folder, "package.json");
  const isReadable = kind !== SCRIPTS || (majorOf("typescript", from) ?? 0) < TOO_NEW;
  const installed = kind.parsers.find(([name]) => isReadable && isInstalled(name, from));
  return installed ?? (kind === SCRIPTS ? OWN_PARSER : kind.parsers[0]);
}

function majorOf(name: string, from: string): number | undefined {
  try {
    const { version } = createRequire(from)(`${name}/package.json`) as { readonly version: string };
    return Number.parseInt(version, 10);
  } catch {
    return undefined;
  }
}

/** Whether the ending of a file's name is one of TypeScript's. */
export function isTypeScript(ending: string): boolean {
  return SCRIPTS.endings.includes(ending);
}

/** Whether ESLint cannot read files of an ending by itself. */
export function needsParser(ending: string): boolean {
  return KINDS.some(({ endings }) => endings.includes(ending));
}

/** Whether a package can be imported by a file. */
export function isInstalled(name: string, path: string): boolean {
  try {
    createRequire(path).resolve(name);
    return true;
  } catch {
    return false;
  }
}
