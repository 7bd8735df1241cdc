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
  const { after, through } = discovery.seenIn(isChecked);
  if (after === 0) return undefined;
  const breadcrumbs = count(after, "breadcrumb");
  if (through === 0) return `${breadcrumbs}, all direct.`;
  const byPlace = new Map<string, number>();
  for (const { entry, name, file, calls } of discovery.wrappers) {
    if (entry.calls !== undefined) continue;
    const place = `\`${name}\` of ${fromRoot(root, file)}`;
    const total = [...calls].reduce((sum, [path, each]) => (isChecked(path) ? sum + each : sum), 0);
    if (total > 0) byPlace.set(place, (byPlace.get(place) ?? 0) + total);
  }
  const places = [...byPlace].sort(([, one], [, other]) => other - one);
  const named = places.slice(0, MOST).map(([place]) => place);
  const others = places.length - named.length;
  if (others > 0) named.push(`${String(others)} more`);
  const list = [named.slice(0, -1).join(", "), named.at(-1)].filter(Boolean).join(" and ");
  const functions = list === "" ? "functions of the project" : list;
  const direct = after - through;
  return `${breadcrumbs}, ${direct.toLocaleString("en-US")} direct, ${through.toLocaleString("en-US")} through ${functions}.`;
}
