import { join } from "node:path";
import { installedVersion, isInstalled } from "../installed.ts";
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
  const isReadable = kind !== SCRIPTS || Number.parseInt(installedVersion("typescript", from) ?? "0", 10) < TOO_NEW;
  const installed = kind.parsers.find(([name]) => isReadable && isInstalled(name, from));
  return installed ?? (kind === SCRIPTS ? OWN_PARSER : kind.parsers[0]);
}

/** Whether the ending of a file's name is one of TypeScript's. */
function isTypeScript(ending: string): boolean {
  return SCRIPTS.endings.includes(ending);
}

/** Whether a parser is imported as `* as parser`. */
export function isWhole(name: string): boolean {
  return !["vue-eslint-parser", "typescript-eslint", PARSER].includes(name);
}

/** Whether the command's parser reads files of an ending. */
export function isScript(ending: string): boolean {
  return isTypeScript(ending) || /^\.[mc]?jsx?$/u.test(ending);
}

/** A parser of components, by its package and the name that it is imported by. */
export interface ComponentParser {
  readonly name: string;
  readonly local: string;
  /** Whether the parser is the module itself, and not what it exports by default. */
  readonly isWhole: boolean;
}

/** The parser of a kind of components that a folder's files can import. */
export function componentParser(ending: string, folder: string): ComponentParser | undefined {
  const [parser] = KINDS.find(({ endings }) => endings.includes(ending))?.parsers ?? [];
  if (parser === undefined || !isInstalled(parser[0], join(folder, "package.json"))) return undefined;
  return { name: parser[0], local: parser[1], isWhole: isWhole(parser[0]) };
}
