import { relative } from "node:path";
import { discover } from "../../../src/cli/discovery/search.ts";
import { openProject } from "../../../src/cli/project.ts";
import { scratch } from "../init/scratch.ts";

/** What marks a line in the files of a test that holds a call of the project's own functions which records. */
const MARK = " // +";

/** The lines of a project that are marked, and those with calls that are seen to record by what discovery found. */
export async function marked(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly expected: readonly string[]; readonly seen: readonly string[] }> {
  const root = scratch(files);
  const expected = Object.entries(files).flatMap(([path, text]) =>
    text.split("\n").flatMap((line, index) => (line.endsWith(MARK) ? [`${path}:${String(index + 1)}`] : [])),
  );
  const found = await discover(await openProject(root, [], false));
  const seen = found.files.flatMap(({ path, crumbs }) => {
    const name = relative(root, path).replaceAll("\\", "/");
    const lineOf = (offset: number): number => (files[name] ?? "").slice(0, offset).split("\n").length;
    return crumbs.flatMap(({ entry, range: [start] }) =>
      entry === "wrapper" ? [`${name}:${String(lineOf(start))}`] : [],
    );
  });
  return { expected: expected.sort(), seen: [...new Set(seen)].sort() };
}
