import type { ESLint } from "eslint";
import type { Range } from "../../breadcrumb/index.ts";
import { lastName } from "../discovery/forwarded.ts";
import type { Discovery } from "../discovery/found.ts";
import { linesOf } from "../lines.ts";
import { fromRoot } from "../paths.ts";

/** Adds to what is found at the call of a function of another file through which function it reaches Sentry. */
export function sayThrough(
  root: string,
  results: readonly ESLint.LintResult[],
  textOf: ReadonlyMap<string, string>,
  { callsIn, files, wrappers }: Discovery,
): void {
  const facts = new Map(files.map((file) => [file.path, file]));
  for (const { filePath, messages, output } of results) {
    const text = textOf.get(filePath);
    // Fixed code is in another place now.
    if (text === undefined || output !== undefined) continue;
    const called = wrappers.filter(({ calls }) => calls.has(filePath));
    const crumbs = facts.get(filePath)?.crumbs.filter(({ entry }) => entry === "wrapper") ?? [];
    if (called.length === 0 || messages.length === 0) continue;
    const loggers = called.filter(({ entry }) => entry.calls !== undefined).map(({ entry }) => lastName(entry.name));
    const logging =
      loggers.length === 0 ? [] : callsIn(filePath).filter(({ name }) => loggers.includes(lastName(name)));
    const lines = linesOf(filePath, text);
    for (const message of messages) {
      const offset = lines.offset(message);
      const isAround = ({ range }: { readonly range: Range }): boolean => range[0] <= offset && offset < range[1];
      const name = crumbs.findLast(isAround)?.callee ?? logging.findLast(isAround)?.name ?? "";
      const wrapper = called.find(({ entry }) => lastName(entry.name) === lastName(name));
      if (wrapper === undefined) continue;
      const through = wrapper.entry.calls === undefined ? wrapper.name : wrapper.entry.name;
      message.message += ` This call reaches Sentry through \`${through}\` of ${fromRoot(root, wrapper.file)}.`;
    }
  }
}
