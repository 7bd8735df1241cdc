import { javascript } from "../../languages/javascript.ts";
import { categoryJudge, plainSpelling } from "../../sentry/categories.ts";

/** The categories that a project uses. */
export interface CategoryUse {
  /** Each as it is written, with how many breadcrumbs have it, the most frequent first. */
  readonly counts: readonly {
    readonly category: string;
    readonly count: number;
    readonly isSentrys: boolean;
  }[];
  /** Those that are the same but for their spelling, or a slip of the pen, and what to write if the project tells. */
  readonly variants: readonly { readonly written: readonly string[]; readonly use?: string }[];
  /** What to declare: names, and patterns for what is within one another. */
  readonly declare: readonly string[];
}

/** This many categories with the same beginning become a pattern. */
const FAMILY = 3;

/**
 * What categories a project has to declare, and which it should join first.
 * @param written every category as it stands in a breadcrumb, again for each time.
 * @param besides those of tests, which are to be declared but are no use of the project's.
 */
export function categoriesOf(written: readonly string[], besides: readonly string[] = []): CategoryUse {
  const faultOf = categoryJudge([], true, javascript.recordingSdks);
  const byName = new Map<string, number>();
  for (const category of written) byName.set(category, (byName.get(category) ?? 0) + 1);
  const counts = [...byName]
    .sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
    .map(([category, count]) => ({ category, count, isSentrys: faultOf(category) === undefined }));

  const isUnlisted = (category: string): boolean => faultOf(category)?.kind === "unlisted";
  const own = written.filter(isUnlisted);
  const chosen = new Map([...new Set(own.map(plainSpelling))].map((plain) => [plain, spellingOf(plain, own, written)]));
  // In a test a category may be misspelt for a reason.
  const declared = new Set([
    ...[...chosen.values()].filter((use) => use !== undefined),
    ...besides.filter((category) => isUnlisted(category) && !chosen.has(plainSpelling(category))),
  ]);
  const variants = [...chosen].flatMap(([plain, use]) => {
    const same = counts.map(({ category }) => category).filter((each) => plainSpelling(each) === plain && each !== use);
    return same.length === 0 ? [] : [{ written: same, ...(use !== undefined && { use }) }];
  });
  const slips = counts.flatMap(({ category }) => {
    const fault = faultOf(category);
    const [use] = fault?.instead ?? [];
    const isSlip =
      fault !== undefined &&
      fault.kind !== "unlisted" &&
      !variants.some(({ written: known }) => known.includes(category));
    return isSlip && use !== undefined ? [{ written: [category], use }] : [];
  });
  return {
    counts,
    variants: [...variants, ...slips],
    declare: families(own.length === 0 ? [] : [...declared].sort()),
  };
}

/** By what spellings differ: capitals and separators. */
const TRAITS = [/^\p{Ll}/u, /^\p{Lu}/u, /\p{Ll}\p{Lu}/u, /\p{Lu}{2}/u, /\./u, /_/u, /-/u, /\s/u];

/**
 * The spelling to declare of a category: the most frequent, or of several such the one that is most like the project's
 * other categories; undefined where these do not tell.
 * @param plain the category without case and separators.
 * @param own the categories that Sentry does not know, again for each time.
 * @param written all categories.
 */
function spellingOf(plain: string, own: readonly string[], written: readonly string[]): string | undefined {
  const isSame = (category: string): boolean => plainSpelling(category) === plain;
  const same = own.filter(isSame);
  const frequent = foremost([...new Set(same)], (spelling) => same.filter((each) => each === spelling).length);
  if (frequent.length === 1) return frequent[0];
  const others = [...new Set(written)].filter((category) => !isSame(category));
  const traits = others.flatMap((other) => TRAITS.filter((trait) => trait.test(other)));
  const [only, ...rest] = foremost(frequent, (spelling) => traits.filter((trait) => trait.test(spelling)).length);
  return rest.length === 0 ? only : undefined;
}

/** Those of the highest rank. */
function foremost(names: readonly string[], rankOf: (name: string) => number): readonly string[] {
  const highest = Math.max(...names.map(rankOf));
  return names.filter((name) => rankOf(name) === highest);
}

function families(names: readonly string[]): readonly string[] {
  const sizes = new Map<string, number>();
  const family = (name: string): string | undefined => /^([^.*]+)\../u.exec(name)?.[1];
  for (const name of names) {
    const first = family(name);
    if (first !== undefined) sizes.set(first, (sizes.get(first) ?? 0) + 1);
  }
  const grouped = names.map((name) => {
    const first = family(name);
    return first !== undefined && (sizes.get(first) ?? 0) >= FAMILY ? `${first}.*` : name;
  });
  return [...new Set(grouped)];
}
