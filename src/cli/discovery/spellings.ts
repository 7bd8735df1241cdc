import { matchesPattern } from "../../sentry/patterns.ts";

/** How a module is written in the imports of a project. */
export interface Spelling {
  readonly specifier: string;
  /** The file that imports it. */
  readonly importer: string;
  /** The file that it leads to. */
  readonly file: string;
  /** Whether it is the name of a package, which is the same everywhere. */
  readonly isPackage: boolean;
}

/**
 * The texts by which settings name modules: a pattern for each file where its spellings have an end in common, the
 * spellings themselves where the pattern would take in others.
 * @param others spellings of other modules that must not be meant.
 * @returns none where no text tells them from the others.
 */
export function moduleNames(
  spellings: readonly Omit<Spelling, "importer">[],
  others: ReadonlySet<string>,
): readonly string[] {
  const packages = spellings.filter(({ isPackage }) => isPackage).map(({ specifier }) => specifier);
  const groups = new Map<string, Set<string>>();
  for (const { specifier, file, isPackage } of spellings) {
    if (isPackage) continue;
    const key = `${file} ${/\.\w+$/u.exec(specifier)?.[0] ?? ""}`;
    groups.set(key, (groups.get(key) ?? new Set()).add(specifier));
  }
  const named = [...groups.values()].flatMap((group) => patternOf([...group], others) ?? [...group]);
  return [...new Set([...packages, ...named])].filter((name) => !others.has(name)).sort();
}

/** The longest end that all spellings have in common, as a pattern; undefined where it means others, too. */
function patternOf(specifiers: readonly string[], others: ReadonlySet<string>): string | undefined {
  const [first, ...rest] = specifiers;
  // What is the same from each folder needs no pattern.
  if (rest.length === 0 && first?.startsWith(".") === false) return first;
  const [end = [], ...ends] = specifiers.map((specifier) => endOf(specifier).reverse());
  const differs = end.findIndex((segment, index) => ends.some((other) => other[index] !== segment));
  const common = (differs === -1 ? end : end.slice(0, differs)).reverse();
  if (common.length === 0) return undefined;
  const pattern = `*/${common.join("/")}`;
  if (!specifiers.every((specifier) => matchesPattern(pattern, specifier))) return undefined;
  return [...others].some((other) => matchesPattern(pattern, other)) ? undefined : pattern;
}

/** A path without what leads up from a folder: `lib`, `track` for `../../lib/track`. */
function endOf(specifier: string): string[] {
  const segments = specifier.split("/").filter((segment) => segment !== "." && segment !== "..");
  // The alias itself is what differs: `@`, `~`.
  return specifier.startsWith(".") ? segments : segments.slice(1);
}
