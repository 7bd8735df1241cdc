import { posix } from "node:path";
import type { AutomaticEntry, BreadcrumbEntry, FileEntry, Known, Summary, Tally } from "./shape.ts";

/** Counts what the inventory lists. */
export function summaryOf(
  files: readonly FileEntry[],
  breadcrumbs: readonly BreadcrumbEntry[],
  automatic: readonly AutomaticEntry[],
): Summary {
  const findings = [...breadcrumbs, ...automatic, ...files].flatMap((entry) => entry.findings);
  const counted = breadcrumbs.filter(({ forwards }) => !forwards);
  return {
    files: new Set(counted.map(({ file }) => file)).size,
    breadcrumbs: counted.length,
    findings: findings.length,
    personal: breadcrumbs.filter(({ personalData }) => personalData.length > 0).length,
    lost: breadcrumbs.filter(({ lost }) => lost).length,
    floods: counted.filter(({ repetition }) => repetition?.conditional === false).length,
    logs: breadcrumbs.filter(({ log }) => log.advised).length,
    byCategory: tally(counted.flatMap(({ category }) => valuesOf(category))),
    byLevel: tally(counted.flatMap(({ level }) => valuesOf(level))),
    byFolder: tally(counted.map(({ file }) => posix.dirname(file))),
    byForm: tally(counted.map(({ form }) => form)),
    byRule: tally(findings.map(({ ruleId }) => ruleId)),
    byKind: tally(breadcrumbs.flatMap(({ personalData }) => personalData)),
    automatic: automatic.length,
    byRecorder: tally([...counted.map(() => "manual"), ...automatic.map(({ recorder }) => recorder)]),
  };
}

function valuesOf(known: Known | undefined): readonly (string | null | undefined)[] {
  return typeof known === "object" && known !== null ? known : [known];
}

/** Highest first, and by name among equals; what has no value, or none that is known, comes last among them. */
function tally(values: readonly (string | null | undefined)[]): readonly Tally[] {
  const counts = new Map<string | null | undefined, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || compare(a, b))
    .map(([value, count]) => (value === undefined ? { count } : { value, count }));
}

function compare(a: string | null | undefined, b: string | null | undefined): number {
  if (typeof a !== "string" || typeof b !== "string")
    return Number(typeof b === "string") - Number(typeof a === "string");
  return a < b ? -1 : 1;
}
