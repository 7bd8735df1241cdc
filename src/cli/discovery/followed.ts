import { count } from "../io.ts";
import { fromRoot } from "../paths.ts";
import type { Discovery } from "./found.ts";

/** So many wrappers are named; the rest is counted. */
const MOST = 3;

/**
 * Says what was followed: "137 breadcrumbs, 16 direct, 121 through `debugLog` of src/debugLogger.ts."
 * @param root what paths are shown from, absolute.
 * @param checked the files that it is about, absolute.
 * @returns undefined where these record no breadcrumb
 */
export function followedLine(root: string, discovery: Discovery, checked: ReadonlySet<string>): string | undefined {
  const isChecked = (path: string): boolean => checked.has(path);
  const { wrappers, modules } = discovery;
  const seen = discovery.seenIn(isChecked);
  if (seen.after === 0) return undefined;
  const found = [...wrappers, ...modules.map((module) => ({ ...module, name: undefined }))];
  const byPlace = new Map<string, number>();
  for (const { name, file, calls } of found) {
    const place = name === undefined ? fromRoot(root, file) : `\`${name}\` of ${fromRoot(root, file)}`;
    const total = [...calls].reduce((sum, [path, each]) => (isChecked(path) ? sum + each : sum), 0);
    if (total === 0) continue;
    byPlace.set(place, (byPlace.get(place) ?? 0) + total);
  }
  const places = [...byPlace].sort(([, one], [, other]) => other - one);
  const through = seen.after - seen.before;
  if (through === 0 || places.length === 0) {
    const files = discovery.files.filter(({ path }) => isChecked(path));
    const known = files.flatMap(({ crumbs }) => crumbs).filter(({ entry }) => entry === "wrapper").length;
    const direct = known === 0 ? "all direct" : `${known.toLocaleString("en-US")} through functions of the project`;
    return `${count(seen.after, "breadcrumb")}, ${direct}.`;
  }
  const named = places.slice(0, MOST).map(([place]) => place);
  const others = places.length - named.length;
  if (others > 0) named.push(`${String(others)} more`);
  const list = [named.slice(0, -1).join(", "), named.at(-1)].filter(Boolean).join(" and ");
  return `${count(seen.after, "breadcrumb")}, ${seen.before.toLocaleString("en-US")} direct, ${through.toLocaleString("en-US")} through ${list}.`;
}
