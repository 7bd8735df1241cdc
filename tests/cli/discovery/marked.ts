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
    text.split("\n").flatMap((line) => (line.endsWith(MARK) ? [`${path}: ${line}`] : [])),
  );
  const found = await discover(await openProject(root, [], false));
  const seen = found.files.flatMap(({ path, crumbs }) => {
    const name = relative(root, path).replaceAll("\\", "/");
    return crumbs.flatMap(({ entry, range: [start] }) =>
      entry === "wrapper" ? [`${name}: ${lineAt(files[name] ?? "", start)}`] : [],
    );
  });
  return { expected: expected.sort(), seen: [...new Set(seen)].sort() };
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end === -1 ? undefined : end);
}
