import type { Inventory, Tally } from "../shape.ts";
import { NONE, UNKNOWN } from "./filter.ts";

/** One bar of a chart. */
export interface Group {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** What stands at the bar's end, where that is not the number. */
  readonly note?: string;
  /** What a screen reader says of it, where that is more than the label and the number. */
  readonly spoken?: string;
  /** Whether there is no saying how long the bar is. */
  readonly endless?: boolean;
}

const FORMS: Readonly<Record<string, string>> = {
  static: "Constant",
  template: "With values",
  variable: "Built elsewhere",
  none: "No message",
};

/** Groups of a field's values; those without one, or with one that is not known, are groups of their own. */
export function fieldGroups(tallies: readonly Tally[]): readonly Group[] {
  return tallies.map(({ value, count }) => {
    if (value === undefined) return { key: NONE, label: "none given", count };
    if (value === null) return { key: UNKNOWN, label: "not known from the source", count };
    return { key: value, label: value.trim() === value && value !== "" ? value : `"${value}"`, count };
  });
}

export function formGroups(tallies: readonly Tally[]): readonly Group[] {
  return tallies.map(({ value, count }) => ({ key: value ?? "", label: FORMS[value ?? ""] ?? "", count }));
}

export function ruleGroups(tallies: readonly Tally[]): readonly Group[] {
  return tallies.map(({ value, count }) => ({ key: value ?? "", label: ruleName(value ?? ""), count }));
}

/** The kinds of personal data, in words without their article. */
export function kindGroups({ summary, kinds }: Inventory): readonly Group[] {
  return summary.byKind.map(({ value, count }) => ({ key: value ?? "", label: kindName(kinds, value ?? ""), count }));
}

export function kindName(kinds: Inventory["kinds"], kind: string): string {
  const words = (kinds[kind] ?? kind).replace(/^(?:an?|the) /u, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function ruleName(ruleId: string): string {
  return ruleId.slice(ruleId.lastIndexOf("/") + 1);
}

/** How many folders are told apart, unless a single one has more in it. */
const FOLDERS = 16;

/**
 * The folders that hold most, each as deep as their number allows: the fullest one is taken apart first.
 * @returns with keys as the filter takes them, `src/` for all below a folder and `src` for the files in it.
 */
export function folderGroups(tallies: readonly Tally[]): readonly Group[] {
  let groups: readonly Group[] = [
    { key: "./", label: "./", count: tallies.reduce((sum, { count }) => sum + count, 0) },
  ];
  for (;;) {
    const split = groups
      .filter(({ key }) => key.endsWith("/"))
      .sort((a, b) => b.count - a.count)
      .map((group) => ({ group, parts: partsOf(group.key, tallies) }))
      .find(({ parts }) => {
        const [only, ...others] = parts;
        // A folder without others in it is as it should be.
        if (others.length === 0 && only?.key.endsWith("/") !== true) return false;
        return groups.length === 1 || groups.length - 1 + parts.length <= FOLDERS;
      });
    if (split === undefined) break;
    groups = [...groups.filter((group) => group !== split.group), ...split.parts];
  }
  return [...groups].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** What is directly below a folder: its folders, and the files in it as one. */
function partsOf(folder: string, tallies: readonly Tally[]): readonly Group[] {
  const start = folder === "./" ? "" : folder;
  const own = start === "" ? "." : start.slice(0, -1);
  const counts = new Map<string, number>();
  for (const { value, count } of tallies) {
    if (typeof value !== "string") continue;
    if (value === own) counts.set(own, (counts.get(own) ?? 0) + count);
    else if (value.startsWith(start) && value !== ".") {
      const [name = ""] = value.slice(start.length).split("/");
      const key = `${start}${name}/`;
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  }
  const entries = [...counts];
  return entries.map(([key, count]) => {
    const label = key === own ? `${start === "" ? "./" : start}*` : key;
    return { key, label, count };
  });
}

/** How many breadcrumbs an event keeps. */
export const KEPT = 100;

/** The files by what they can fill of the trail, the fullest first. */
export function trailGroups({ files }: Inventory): readonly Group[] {
  return files
    .filter(({ trail }) => trail.once > 0)
    .map(({ file, trail: { once, repeated, unbounded } }) => ({
      key: file,
      label: file,
      count: unbounded ? KEPT : Math.min(once, KEPT),
      endless: unbounded,
      note: unbounded ? `${once}, unlimited` : String(once),
      spoken: unbounded
        ? `${file}: ${once} breadcrumbs, ${repeated} of them recorded repeatedly, which fills the whole trail`
        : `${file}: fills ${once} of ${KEPT}`,
      once,
    }))
    .sort((a, b) => Number(b.endless) - Number(a.endless) || b.once - a.once || (a.key < b.key ? -1 : 1));
}
