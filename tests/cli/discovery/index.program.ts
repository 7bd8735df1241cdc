import { execFile, spawnSync } from "node:child_process";
import { readdirSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { scratch } from "../init/scratch.ts";

const COMMAND = join(process.cwd(), "dist/command");
const TRACK = `import * as Sentry from "@sentry/node";\nexport const track = (message, level) => Sentry.addBreadcrumb({ message, level });\n`;
const FILES = {
  "track.js": TRACK,
  "a.js": `import { track } from "./track.js";\ntrack("info", "warn");\n`,
  "eslint.config.mjs": `import sentryBreadcrumbs from "eslint-plugin-sentry-breadcrumbs";\nimport { discover } from "sentry-breadcrumbs";\nexport default [\n  sentryBreadcrumbs.configs.recommended,\n  { settings: { "sentry-breadcrumbs": await discover(import.meta.dirname) } },\n];\n`,
};
const ASK = `import(${JSON.stringify(join(COMMAND, "index.js"))}).then(({ discover }) => discover(ROOT))`;

function project(): string {
  const root = scratch(FILES);
  mkdirSync(join(root, "node_modules"));
  symlinkSync(COMMAND, join(root, "node_modules/sentry-breadcrumbs"));
  symlinkSync(process.cwd(), join(root, "node_modules/eslint-plugin-sentry-breadcrumbs"));
  symlinkSync(join(process.cwd(), "node_modules/eslint"), join(root, "node_modules/eslint"));
  return root;
}

/** The rules that `eslint --cache` reports, by the columns of the second line. */
function lint(root: string): readonly string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/eslint/bin/eslint.js", ".", "--cache", "--format", "json"],
    { cwd: root, encoding: "utf8" },
  );
  if (stdout === "") throw new Error(stderr);
  const results = JSON.parse(stdout) as { messages: { ruleId: string | null; line: number; column: number }[] }[];
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId ?? ""}`),
  );
}

it("renews what `eslint --cache` keeps of callers when a wrapper changes its parameters", () => {
  const root = project();
  expect(lint(root)).toEqual(["2:15 sentry-breadcrumbs/valid-level"]);
  expect(lint(root)).toEqual(["2:15 sentry-breadcrumbs/valid-level"]);
  writeFileSync(
    join(root, "track.js"),
    TRACK.replace("(message, level)", "(category, message)").replace("level }", "category }"),
  );
  expect(lint(root)).toEqual([]);
  writeFileSync(join(root, "track.js"), TRACK);
  expect(lint(root)).toEqual(["2:15 sentry-breadcrumbs/valid-level"]);
});

it("gives threads and processes that ask at once the same, and keeps whole files", async () => {
  const root = project();
  const ask = ASK.replace("ROOT", JSON.stringify(root));
  const threads = Array.from(
    { length: 4 },
    () =>
      new Promise<unknown>((resolve, reject) => {
        const code = `${ask}.then((found) => require("node:worker_threads").parentPort.postMessage(found))`;
        new Worker(code, { eval: true }).once("message", resolve).once("error", reject);
      }),
  );
  const processes = Array.from({ length: 2 }, async () => {
    const code = `${ask}.then((found) => console.log(JSON.stringify(found)))`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--eval", code]);
    return JSON.parse(stdout) as unknown;
  });
  const found = { wrappers: [{ name: "track", from: "*/track.js", parameters: ["message", "level"] }] };
  for (const each of await Promise.all([...threads, ...processes])) expect(each).toEqual(found);
  // What was found, and what each file told; nothing half written.
  const names = readdirSync(join(root, "node_modules/.cache/sentry-breadcrumbs")).sort();
  expect(names).toEqual([expect.stringMatching(/^\w+-files\.json$/u), expect.stringMatching(/^\w+\.json$/u)]);
});

it("takes 10,000 callers in a bounded time", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => [`f${index}.js`, FILES["a.js"]] as const);
  const root = scratch({ "track.js": TRACK, ...Object.fromEntries(many) });
  const code = `${ASK.replace("ROOT", JSON.stringify(root))}.then((found) => console.log(found.wrappers.length))`;
  expect(spawnSync(process.execPath, ["--eval", code], { encoding: "utf8", timeout: 150_000 }).stdout).toBe("1\n");
}, 180_000);

it.each<[what: string, change: (root: string) => void]>([
  [
    "there is no node_modules",
    (root) => {
      rmSync(join(root, "node_modules"), { recursive: true });
    },
  ],
  [
    "the disk takes no cache",
    (root) => {
      writeFileSync(join(root, "node_modules/.cache"), "");
    },
  ],
])("finds everything each time where %s", (_, change) => {
  const root = project();
  change(root);
  const before = readdirSync(root);
  const code = `${ASK.replace("ROOT", JSON.stringify(root))}.then((found) => console.log(found.wrappers.length))`;
  const ask = (): string => spawnSync(process.execPath, ["--eval", code], { encoding: "utf8" }).stdout;
  expect([ask(), ask()]).toEqual(["1\n", "1\n"]);
  expect(readdirSync(root)).toEqual(before);
});
