import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { discover } from "../../../src/cli/discover.ts";
import { remembered } from "../../../src/cli/discovery/remembered.ts";
import { run, scratch } from "../init/scratch.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;
const TRACK = `${SDK}export const track = (message) => Sentry.addBreadcrumb({ message });\n`;
const FILES = { "lib/track.ts": TRACK, "a.ts": `import { track } from "./lib/track";\ntrack("Paid");\n` };
const FOUND = { wrappers: [{ name: "track", from: "*/lib/track", parameters: ["message"] }] };

describe("discover", () => {
  it("gives the settings as plain data, and the same again", async () => {
    const root = scratch({ ...FILES, "node_modules/x/package.json": "{}" });
    expect(await discover(root)).toEqual(FOUND);
    expect(await discover(root)).toEqual(FOUND);
    expect(readdirSync(join(root, "node_modules/.cache/sentry-breadcrumbs"))).toHaveLength(1);
  });

  it("finds anew what has changed", async () => {
    const root = scratch({ ...FILES, "node_modules/x/package.json": "{}" });
    await discover(root);
    writeFileSync(join(root, "lib/track.ts"), TRACK.replace("(message)", "(category, message)"));
    expect(await discover(root)).toEqual({
      wrappers: [{ name: "track", from: "*/lib/track", parameters: ["_", "message"] }],
    });
  });

  it("writes nothing where there is no node_modules", async () => {
    const root = scratch(FILES);
    expect(await discover(root)).toEqual(FOUND);
    expect(existsSync(join(root, "node_modules"))).toBe(false);
  });
});

describe("what is remembered", () => {
  it.each<[what: string, change: (root: string) => void]>([
    [
      "a source",
      (root) => {
        writeFileSync(join(root, "a.ts"), "1234");
      },
    ],
    [
      "a source that is gone",
      (root) => {
        rmSync(join(root, "a.ts"));
      },
    ],
    [
      "a tsconfig",
      (root) => {
        writeFileSync(join(root, "tsconfig.json"), "{}");
      },
    ],
    [
      "what is kept, to something unreadable",
      (root) => {
        writeCache(root, "{");
      },
    ],
  ])("is found anew after a change of %s", async (_, change) => {
    const root = scratch({ "a.ts": "", "node_modules/x/package.json": "{}" });
    let asked = 0;
    const ask = (): Promise<number> => remembered(root, [join(root, "a.ts")], [], () => Promise.resolve(++asked));
    expect([await ask(), await ask()]).toEqual([1, 1]);
    change(root);
    expect(await ask()).toBe(2);
  });

  it("is found each time where nothing can be written, and by several at once", async () => {
    const root = scratch({ "a.ts": "", "node_modules/.cache": "a file" });
    expect(await remembered(root, [], [], () => Promise.resolve(1))).toBe(1);
    expect(await remembered(root, [], [], () => Promise.resolve(2))).toBe(2);
    const other = scratch({ "node_modules/x/package.json": "{}" });
    const all = await Promise.all(
      Array.from({ length: 8 }, () => remembered(other, [], ["q"], () => Promise.resolve("x"))),
    );
    expect(new Set(all)).toEqual(new Set(["x"]));
    expect(readdirSync(join(other, "node_modules/.cache/sentry-breadcrumbs"))).toHaveLength(1);
  });
});

function writeCache(root: string, text: string): void {
  const folder = join(root, "node_modules/.cache/sentry-breadcrumbs");
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), text);
}

describe("init --check", () => {
  const config = (wrappers: unknown, more: object = {}): string =>
    `export default [{ settings: { "sentry-breadcrumbs": ${JSON.stringify({ wrappers, ...more })} } }];\n`;

  it.each<[what: string, modules: readonly string[], exitCode: number, line: string]>([
    ["a module that is missing", [], 1, '+ "*/lib/sentry"'],
    ["a module that is there", ["*/lib/sentry"], 0, "The settings fit the code."],
  ])("tells of %s", async (_, modules, exitCode, line) => {
    const ran = await run(
      scratch({
        "lib/sentry.ts": `export * from "@sentry/react";\n`,
        "a.ts": `import * as Sentry from "./lib/sentry";\nSentry.addBreadcrumb({ message: "m" });\n`,
        "eslint.config.mjs": config([], { modules, categories: ["pay"] }),
      }),
      { check: true },
    );
    expect(ran).toMatchObject({ exitCode });
    expect(ran.stdout.split("\n")).toContain(line);
  });

  it.each<[what: string, wrappers: unknown, exitCode: number, lines: string[]]>([
    ["a list that fits", FOUND.wrappers, 0, ["The settings fit the code."]],
    ["no list", [], 1, ['+ { name: "track", from: "*/lib/track", parameters: ["message"] }']],
    [
      "a list with other parameters",
      [{ name: "track", from: "*/lib/track", parameters: ["category", "message"] }],
      1,
      [
        '- { name: "track", from: "*/lib/track", parameters: ["category", "message"] }',
        '+ { name: "track", from: "*/lib/track", parameters: ["message"] }',
      ],
    ],
    ["a list with something named by hand", [...FOUND.wrappers, "other"], 0, ["The settings fit the code."]],
  ])("tells of %s", async (_, wrappers, exitCode, lines) => {
    const ran = await run(scratch({ ...FILES, "eslint.config.mjs": config(wrappers) }), { check: true });
    expect(ran).toMatchObject({ exitCode });
    for (const line of lines) expect(ran.stdout).toContain(line);
    expect(ran.stdout.split("\n").filter((line) => /^[-+] /u.test(line))).toEqual(exitCode === 0 ? [] : lines);
  });
});
