import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discover } from "../../../src/cli/discover.ts";
import { FactMemory, type StoredFiles } from "../../../src/cli/discovery/fact-memory.ts";
import type { FileFacts } from "../../../src/cli/discovery/facts.ts";
import { remembered } from "../../../src/cli/discovery/remembered.ts";
import { proposed, run, scratch } from "../init/scratch.ts";

const CACHE = "node_modules/.cache/sentry-breadcrumbs";
const SDK = `import * as Sentry from "@sentry/node";\n`;
const TRACK = `${SDK}export const track = (message) => Sentry.addBreadcrumb({ message });\n`;
const FILES = { "lib/track.ts": TRACK, "a.ts": `import { track } from "./lib/track";\ntrack("Paid");\n` };
const FOUND = { wrappers: [{ name: "track", from: "*/lib/track", parameters: ["message"] }] };

const NO_FACTS = {
  wrappers: [],
  aliases: [],
  fillings: [],
  calls: [],
  exports: [],
  receivers: [],
  setups: [],
  forwards: [],
  loggers: [],
  keepers: [],
  crumbs: [],
};

describe("discover", () => {
  it("gives the settings as plain data, and the same again", async () => {
    const root = scratch({ ...FILES, "node_modules/x/package.json": "{}" });
    expect(await discover(root)).toEqual(FOUND);
    expect(await discover(root)).toEqual(FOUND);
    expect(readdirSync(join(root, CACHE))).toHaveLength(2);
  });

  it("finds anew what has changed", async () => {
    const root = scratch({ ...FILES, "node_modules/x/package.json": "{}" });
    await discover(root);
    writeFileSync(join(root, "lib/track.ts"), TRACK.replace("(message)", "(category, message)"));
    expect(await discover(root)).toEqual({
      wrappers: [{ name: "track", from: "*/lib/track", parameters: ["_", "message"] }],
    });
  });

  it("finds after each of several edits what it finds in a project that it has never seen", async () => {
    const logger = (parameters: string): string =>
      `${SDK}export class Log { note(${parameters}) { Sentry.addBreadcrumb({ message, category: "log" }); } }\n`;
    const variants: Readonly<Record<string, readonly string[]>> = {
      "lib/track.ts": [
        TRACK,
        TRACK.replace("(message)", "(category, message)"),
        "export const track = () => 1;\n",
        "{",
      ],
      "lib/log.ts": [logger("message"), logger("user, message"), 'export { track } from "./track";\n'],
      "lib/level.ts": ["export enum Level { LOW, HIGH }\n", "export enum Level { HIGH, LOW }\n"],
      "lib/leveled.ts": [
        `${SDK}import { Level } from "./level";\nconst make = (level) => (message) => { if (level > Level.LOW) Sentry.addBreadcrumb({ message }); };\nexport const note = make(Level.HIGH);\n`,
      ],
      "c.ts": ['import { note } from "./lib/leveled";\nnote("c");\n'],
      "lib/index.ts": [
        'export * from "./track";\nexport * from "./log";\n',
        'export { track as note } from "./track";\n',
      ],
      "a.ts": [
        'import { track } from "./lib/track";\ntrack("Paid");\n',
        'import { note } from "./lib";\nnote("Paid");\n',
      ],
      "b.ts": [
        'import { Log } from "./lib";\nnew Log().note("Sent");\n',
        'import { track } from "./lib";\ntrack("b");\n',
      ],
      "setup.ts": ["", `${SDK}Sentry.init({ dsn: "x" });\n`, `${SDK}Sentry.init({ defaultIntegrations: false });\n`],
    };
    const edit = fc
      .constantFrom(...Object.keys(variants))
      .chain((file) => fc.tuple(fc.constant(file), fc.constantFrom(...(variants[file] ?? []))));
    const manifest = { "package.json": '{ "dependencies": { "@sentry/node": "10.0.0" } }' };
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const first = Object.fromEntries(Object.entries(variants).map(([file, [text = ""]]) => [file, text]));
        const root = scratch({ ...manifest, ...first, "node_modules/x/package.json": "{}" });
        const state = { ...first };
        await discover(root);
        for (const [index, [file, text]] of edits.entries()) {
          state[file] = text;
          writeFileSync(join(root, file), text);
          // Edits by hand are further apart than the clock's steps.
          utimesSync(join(root, file), index + 1, index + 1);
          expect(await discover(root)).toEqual(await discover(scratch({ ...manifest, ...state })));
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it("uses nothing that another version has kept", async () => {
    const root = scratch({ ...FILES, "node_modules/x/package.json": "{}" });
    await discover(root);
    for (const name of readdirSync(join(root, CACHE))) {
      const place = join(root, CACHE, name);
      const kept = JSON.parse(readFileSync(place, "utf8")) as object;
      writeFileSync(place, JSON.stringify({ ...kept, version: "0.0.0", found: { wrappers: [] } }));
    }
    expect(await discover(root)).toEqual(FOUND);
  });

  it("writes nothing where there is no node_modules", async () => {
    const root = scratch(FILES);
    expect(await discover(root)).toEqual(FOUND);
    expect(existsSync(join(root, "node_modules"))).toBe(false);
  });
});

describe("what is remembered of a file", () => {
  const facts = (path: string): FileFacts => ({ ...NO_FACTS, path, off: new Set(["console"]) });
  const stored = (memory: FactMemory): StoredFiles => JSON.parse(JSON.stringify(memory.stored)) as StoredFiles;

  it("is told again without reading it, by all that it was asked with", () => {
    const first = new FactMemory({}, () => "1");
    for (const basis of ["x", "y"]) first.factsOf("a.ts", basis, () => facts(basis));
    first.factsOf("odd.ts", "x", () => undefined);
    const second = new FactMemory(stored(first), () => "1");
    const unread = (): never => {
      throw new Error("It was read.");
    };
    expect(second.factsOf("a.ts", "x", unread)).toEqual(facts("x"));
    expect(second.factsOf("a.ts", "y", unread)).toEqual(facts("y"));
    expect(second.factsOf("odd.ts", "x", unread)).toBeUndefined();
  });

  it("is read anew when it has changed, or is asked with something else", () => {
    const first = new FactMemory({}, () => "1");
    first.factsOf("a.ts", "x", () => facts("old"));
    const before = stored(first);
    expect(new FactMemory(before, () => "2").factsOf("a.ts", "x", () => facts("new"))).toEqual(facts("new"));
    expect(new FactMemory(before, () => "1").factsOf("a.ts", "z", () => facts("new"))).toEqual(facts("new"));
  });

  it("is forgotten when nobody asks for it", () => {
    const first = new FactMemory({}, () => "1");
    first.factsOf("a.ts", "x", () => facts("a"));
    expect(new FactMemory(stored(first), () => "1").stored).toEqual({});
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
      "how it is built",
      (root) => {
        writeFileSync(join(root, ".babelrc"), "{}");
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
    expect(readdirSync(join(other, CACHE))).toHaveLength(2);
  });
});

function writeCache(root: string, text: string): void {
  const folder = join(root, CACHE);
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), text);
}

describe("init --check", () => {
  const config = (wrappers: unknown, more: object = {}): string =>
    `export default [{ settings: { "sentry-breadcrumbs": ${JSON.stringify({ wrappers, ...more })} } }];\n`;

  it.each<[what: string, modules: readonly string[], exitCode: number, line: string]>([
    ["a module that is missing", [], 1, '+ "*/lib/sentry"'],
    ["a module that is there", ["*/lib/sentry"], 0, "The settings are up to date."],
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
    ["a list that fits", FOUND.wrappers, 0, ["The settings are up to date."]],
    ["no list", [], 1, ['+ { name: "track", from: "*/lib/track", parameters: ["message"] }']],
    [
      "a list with former parameters beside the present ones",
      [{ name: "track", from: "*/lib/track", parameters: ["category"] }, ...FOUND.wrappers],
      1,
      ['- { name: "track", from: "*/lib/track", parameters: ["category"] }'],
    ],
    [
      "a list with other parameters",
      [{ name: "track", from: "*/lib/track", parameters: ["category", "message"] }],
      1,
      [
        '- { name: "track", from: "*/lib/track", parameters: ["category", "message"] }',
        '+ { name: "track", from: "*/lib/track", parameters: ["message"] }',
      ],
    ],
    ["a list with something named by hand", [...FOUND.wrappers, "other"], 0, ["The settings are up to date."]],
  ])("tells of %s", async (_, wrappers, exitCode, lines) => {
    const ran = await run(scratch({ ...FILES, "eslint.config.mjs": config(wrappers) }), { check: true });
    expect(ran).toMatchObject({ exitCode });
    for (const line of lines) expect(ran.stdout).toContain(line);
    expect(ran.stdout.split("\n").filter((line) => /^[-+] /u.test(line))).toEqual(exitCode === 0 ? [] : lines);
    // `--write` keeps what somebody may have named by hand.
    for (const [sign, advice] of [
      ["+", "`init --write` adds what is missing."],
      ["-", "Remove the lines marked with `-` yourself."],
    ] as const)
      expect(ran.stdout.includes(advice)).toBe(exitCode === 1 && lines.some((line) => line.startsWith(sign)));
  });

  it.each<[what: string, rival: string]>([
    ["a class that does not record", "asClass(Quiet)"],
    ["what is not known", "asValue(makeTrail())"],
  ])("tells of what a container may have instead by now: %s", async (_, rival) => {
    const container = (more: string): string =>
      `import { asClass, asValue, createContainer } from "awilix";\nimport { Trail } from "./trail";\nimport { Quiet } from "./quiet";\nimport { Shop } from "./shop";\nexport const container = createContainer();\ncontainer.register({ trail: asClass(Trail), shop: asClass(Shop) });\n${more}`;
    const files = {
      "trail.ts": `import * as Sentry from "@sentry/node";\nexport class Trail { note(message) { Sentry.addBreadcrumb({ message }); } }\n`,
      "quiet.ts": "export class Quiet { note() {} }\n",
      "shop.ts": `export class Shop { constructor({ trail }) { this.trail = trail; } run() { this.trail.note("m"); } }\n`,
    };
    const { settings } = await proposed({ ...files, "container.ts": container("") });
    const { wrappers } = settings;
    const before = { ...files, "container.ts": container(""), "eslint.config.mjs": config(wrappers) };
    expect(await run(scratch(before), { check: true })).toMatchObject({ exitCode: 0 });
    const added = container(`container.register({ trail: ${rival} });\n`);
    const after = await run(scratch({ ...before, "container.ts": added }), { check: true });
    expect(after.exitCode).toBe(1);
    expect(after.stdout).toMatch(/^- \{ name: "[\w.]+", .*"#injected".*\}$/mu);
  });
});
