import type { ESLint } from "eslint";
import { lastName } from "../discovery/forwarded.ts";
import type { Discovery } from "../discovery/found.ts";
import { linesOf } from "../lines.ts";
import { fromRoot } from "../paths.ts";

/** Adds to what is found at the call of a function of another file through which function it reaches Sentry. */
export function sayThrough(
  root: string,
  results: readonly ESLint.LintResult[],
  textOf: ReadonlyMap<string, string>,
  { files, wrappers }: Discovery,
): void {
  const facts = new Map(files.map((file) => [file.path, file]));
  for (const { filePath, messages, output } of results) {
    const text = textOf.get(filePath);
    // Fixed code is in another place now.
    if (text === undefined || output !== undefined) continue;
    const called = wrappers.filter(({ calls }) => calls.has(filePath));
    const crumbs = facts.get(filePath)?.crumbs.filter(({ entry }) => entry === "wrapper") ?? [];
    if (called.length === 0 || crumbs.length === 0) continue;
    const lines = linesOf(filePath, text);
    for (const message of messages) {
      const offset = lines.offset(message);
      const crumb = crumbs.findLast(({ range }) => range[0] <= offset && offset < range[1]);
      const wrapper = crumb && called.find(({ entry }) => lastName(entry.name) === lastName(crumb.callee));
      if (wrapper === undefined) continue;
      message.message += ` This call reaches Sentry through \`${wrapper.name}\` of ${fromRoot(root, wrapper.file)}.`;
    }
  }
}
