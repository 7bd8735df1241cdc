import { Linter, type Rule, type SourceCode } from "eslint";
import {
  NO_LINKS,
  alternatives,
  textOf,
  type Breadcrumb,
  type BreadcrumbFile,
  type Links,
  type LookUpConstants,
  type Range,
} from "../../breadcrumb/index.ts";
import { detectJavaScript } from "../../detect/javascript/index.ts";
import { exportedConstants } from "../../detect/javascript/project/exported-constants.ts";
import type { Node } from "../../detect/javascript/syntax/nodes.ts";
import { detectRust } from "../../detect/rust/index.ts";
import type { RustSourceCode } from "../../languages/rust/source-code.ts";
import type { Settings } from "../../settings.ts";
import { isHalfRead, languagesFor } from "../languages.ts";
import type { Project } from "../project.ts";
import { readScript, type ParsedScripts } from "../script-parser.ts";
import type { Forwarded } from "./forwarded.ts";

/** What one breadcrumb says about the project. */
export interface CrumbFacts extends Forwarded {
  /** The call that records it, in UTF-16 units. */
  readonly range: Range;
  /** The categories that it may have, as far as they can be read. */
  readonly categories: readonly string[];
}

/** The facts of a file that concern others. */
export interface FileFacts extends Links {
  readonly path: string;
  /** Read when they are first asked for: most are not before all wrappers are known. */
  readonly crumbs: readonly CrumbFacts[];
}

/** Reads files as the rules do, and keeps of each only what concerns the others. */
export interface FactReader {
  /** @returns undefined for a file that cannot be parsed. */
  factsOf(path: string, text: string, settings: Settings, lookUpConstants?: LookUpConstants): FileFacts | undefined;
  /** An enumeration or table of constants that a file exports; undefined if not all of it is written there. */
  constantsOf(path: string, text: string, name: string): Node | undefined;
  /** The scripts whose trees are kept, for whoever reads them next. */
  readonly parsed: ParsedScripts;
}

/** Of so much text, in UTF-16 units, the trees are kept: they take some fifty times the room. */
const MOST_TEXT = 4_000_000;

/** Files that are scripts as a whole, no components. */
const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/u;

/** Opens the parsers for a project's files. */
export async function createFactReader({ root, base, files }: Project): Promise<FactReader> {
  const { configs, scripts, readComponent, missing } = await languagesFor(root, files);
  const linter = new Linter({ cwd: base });
  const parsed: ParsedScripts = new Map();
  let kept = 0;
  let current: SourceCode | undefined;
  const collect: Rule.RuleModule = {
    meta: { schema: false },
    create({ sourceCode }) {
      current = sourceCode;
      return {};
    },
  };
  const config: Linter.Config[] = [
    ...configs,
    { files: ["**/*"], plugins: { command: { rules: { collect } } }, rules: { "command/collect": 2 } },
  ];

  function parse(path: string, text: string): SourceCode | undefined {
    if (scripts !== undefined && SCRIPT.test(path)) return readScript(scripts, path, text);
    const half = isHalfRead(path, text, missing) ? readComponent?.(path, text) : undefined;
    if (half !== undefined) return half;
    current = undefined;
    linter.verify(text, config, { filename: path });
    return current;
  }

  function read(path: string, text: string): SourceCode | undefined {
    const sourceCode = parsed.get(path) ?? parse(path, text);
    // What was found elsewhere may make wrappers of more of its functions: most files are asked again.
    if (sourceCode !== undefined && !parsed.has(path) && kept + text.length <= MOST_TEXT) {
      kept += text.length;
      parsed.set(path, sourceCode);
    }
    return sourceCode;
  }

  return {
    parsed,
    constantsOf(path, text, name) {
      const sourceCode = read(path, text);
      return sourceCode && exportedConstants(sourceCode, name);
    },
    factsOf(path, text, settings, lookUpConstants) {
      const sourceCode = read(path, text);
      if (sourceCode === undefined) return undefined;
      try {
        const facts = factsIn(path, sourceCode, settings, parsed.has(path), lookUpConstants);
        return isHalfRead(path, text, missing) ? withoutMarkup(facts, text) : facts;
      } catch (error) {
        // Bundles nest deeper than the stack; they say nothing of the project.
        if (!(error instanceof RangeError)) throw error;
        return undefined;
      }
    },
  };
}

/** The same without the breadcrumbs of markup that nobody else reads. */
function withoutMarkup(facts: FileFacts, text: string): FileFacts {
  return { ...facts, crumbs: facts.crumbs.filter(({ range }) => range[0] < text.length) };
}

/** @param isKept whether the tree stays in memory anyway, so that some of it can be read later. */
function factsIn(
  path: string,
  sourceCode: SourceCode,
  settings: Settings,
  isKept: boolean,
  lookUpConstants?: LookUpConstants,
): FileFacts {
  let file: BreadcrumbFile | undefined = path.endsWith(".rs")
    ? detectRust(sourceCode as unknown as RustSourceCode, settings)
    : detectJavaScript(sourceCode, settings, lookUpConstants);
  let crumbs: readonly CrumbFacts[] = [];
  const facts = {
    path,
    ...NO_LINKS,
    ...file.links,
    get crumbs() {
      if (file !== undefined) crumbs = file.breadcrumbs.map(crumbFacts);
      file = undefined;
      return crumbs;
    },
  };
  return isKept ? facts : { ...facts };
}

function crumbFacts({ entry, callee, category, place, range }: Breadcrumb): CrumbFacts {
  const categories = category === undefined ? [] : alternatives(category.value).map(({ is }) => textOf(is));
  return {
    range,
    entry,
    callee: callee.source.replaceAll(/\s+/gu, ""),
    function: place.function?.name,
    forwards: place.forwards,
    categories: [...new Set(categories.filter((text) => text !== undefined))],
  };
}
