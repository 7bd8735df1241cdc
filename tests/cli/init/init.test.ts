import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { sayWrapped } from "../../../src/cli/io.ts";
import { Failure } from "../../../src/cli/failure.ts";
import { categoriesOf } from "../../../src/cli/init/categories.ts";
import { plainSpelling } from "../../../src/sentry/categories.ts";
import { moduleNames } from "../../../src/cli/discovery/spellings.ts";
import { install, run, scratch } from "./scratch.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;
const FILES = {
  "package.json": `{ "name": "shop", "dependencies": { "@sentry/node": "^10.4.0" } }`,
  "src/track.js": `${SDK}export function track(message, category) { Sentry.addBreadcrumb({ message, category }); }\n`,
  "src/shop/pay.js": `import { track } from "../track";\ntrack("Paid", "pay");\ntrack("Paid", "ui.click");\ntrack("Left", "checkOut");\ntrack("In", "check-out");\ntrack("Out", "check-out");\n`,
};
const SETTINGS = {
  wrappers: [{ name: "track", from: "*/track", parameters: ["message", "category"] }],
  categories: ["check-out", "pay"],
};
/** An ESLint that is installed, as far as its version is asked for. */
const eslintOfVersion = (version: string): Readonly<Record<string, string>> => ({
  "node_modules/eslint/package.json": JSON.stringify({ name: "eslint", version }),
  "node_modules/eslint/index.js": "",
});
const FLAT = `export default [\n  { rules: { "no-var": "error" } },\n];\n`;

describe("what is shown", () => {
  it("is a report and the settings", async () => {
    const { exitCode, stdout, stderr } = await run(scratch(FILES));
    expect(exitCode).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toBe(`The rules see 0 breadcrumbs now, and 5 with the settings below.

SDK
  @sentry/node ^10.4.0, checked as 10.4.0 (not installed)

Wrappers: your functions that record breadcrumbs
  track(message, category)  src/track.js, 5 calls in 1 file

Categories
     2  check-out
     1  checkOut
     1  pay
     1  ui.click  Sentry's

Categories with several spellings
  checkOut: write check-out

Settings

settings: {
  "sentry-breadcrumbs": {
    wrappers: [
      { name: "track", from: "*/track", parameters: ["message", "category"] },
    ],
    categories: ["check-out", "pay"],
  },
},

--write makes the ESLint config find these each time ESLint starts;
--write --fixed stores them in the config.
`);
  });

  it("fits a terminal, and says where the rules go by another SDK's version", async () => {
    const name = "aFunctionWithANameThatIsLongEnoughToFillALine";
    const { stdout } = await run(
      scratch({
        "package.json": `{ "dependencies": { "@sentry/node": "^10.4.0", "@sentry/react": "^9.2.0" } }`,
        "src/some/folder/far/below/the/others/track.js": `${SDK}export function ${name}(message, category) { Sentry.addBreadcrumb({ message, category }); }\n`,
        "src/pay.js": `import { ${name} } from "./some/folder/far/below/the/others/track";\n${name}("Paid", "pay");\n`,
      }),
    );
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toContain(
      "@sentry/node ^10.4.0, checked as 9.2.0 (not installed), the lowest SDK of\n    the project\n",
    );
    expect(stdout).toContain("@sentry/react ^9.2.0, checked as 9.2.0 (not installed)\n");
    expect(stdout).toContain(`  ${name}(message, category)\n    src/some`);
  });

  it("is said in the columns of a terminal", () => {
    const stderr = Object.assign(new PassThrough(), { isTTY: true });
    sayWrapped({ stdout: new PassThrough(), stderr, env: { COLUMNS: "40" } }, "one two three ".repeat(5).trim());
    expect(String(stderr.read())).toBe("one two three one two three one two\nthree one two three one two three\n");
  });

  it("has what a wrapper takes: a whole breadcrumb, or an object", async () => {
    const { stdout } = await run(
      scratch({
        "track.js": `${SDK}export function crumb(one) { Sentry.addBreadcrumb(one); }\nexport function track({ title, level }) { Sentry.addBreadcrumb({ message: title, level }); }\n`,
        "a.js": `import { crumb, track } from "./track";\ncrumb({});\ntrack({});\n`,
      }),
    );
    expect(stdout).toContain("  crumb(breadcrumb)  track.js, 1 call in 1 file\n  track({ message, level })  track.js");
  });

  it("has colours where they are wanted", async () => {
    const root = scratch(FILES);
    expect((await run(root, {}, { FORCE_COLOR: "1" })).stdout).toContain("\u001B[36mtrack\u001B[39m");
    expect((await run(root, {}, { FORCE_COLOR: "1", NO_COLOR: "1" })).stdout).not.toContain("\u001B");
  });

  it("is data for other programs", async () => {
    const { stdout } = await run(scratch(FILES), { json: true });
    expect(JSON.parse(stdout)).toMatchObject({
      breadcrumbs: { before: 0, after: 5 },
      sdks: [{ name: "@sentry/node", range: "^10.4.0", version: "10.4.0", folder: "" }],
      categories: { variants: [{ written: ["checkOut"], use: "check-out" }] },
      settings: SETTINGS,
    });
  });

  it("has the crates of the SDK, whatever a manifest calls them", async () => {
    const call = "fn f() { crash::add_breadcrumb(crash::Breadcrumb::default()); }\n";
    const root = scratch({
      "Cargo.toml": `[workspace]\n[workspace.dependencies]\ncrash = { package = "sentry", version = "0.49" }\n`,
      "a/Cargo.toml": `[package]\nname = "a"\n[dependencies]\ncrash.workspace = true\n`,
      "a/src/lib.rs": call,
      "b/Cargo.toml": `[package]\nname = "b"\n[dependencies.crash]\npackage = "sentry"\nversion = "0.41"\n`,
      "b/src/lib.rs": call,
    });
    expect((await run(root)).stdout).toContain("SDK\n  sentry as crash 0.49  a\n  sentry as crash 0.41  b\n");
  });

  it("has what init switches off", async () => {
    const { stdout } = await run(
      scratch({
        "a.ts": `import * as Sentry from "@sentry/react";\nSentry.init({ integrations: [Sentry.breadcrumbsIntegration({ console: false, dom: false })] });\nSentry.addBreadcrumb({});\n`,
      }),
    );
    expect(stdout).toContain("Integrations that init switches off\n  console, dom\n");
    expect(stdout).toContain("integrations: { console: false, dom: false }");
  });

  it("does not take a filter of integrations for a fact about one", async () => {
    const files = {
      "a.ts": `${SDK}Sentry.init({ integrations: (all) => all.filter(wanted) });\nSentry.addBreadcrumb({});\n`,
    };
    expect((await run(scratch(files))).stdout).toContain("There is nothing to add to the settings.");
  });

  it("has re-exporting modules, long lists, crates and unreadable files", async () => {
    const many = Array.from(
      { length: 40 },
      (_, index) => `Sentry.addBreadcrumb({ category: "own${String(index)}.x" });`,
    ).join("\n");
    const { stdout, stderr } = await run(
      scratch({
        "lib/sentry.ts": `export * from "@sentry/react";\n`,
        "a.ts": `import * as Sentry from "./lib/sentry";\n${many}\n`,
        "broken.ts": `Sentry.addBreadcrumb({\n`,
        "crate/Cargo.toml": `[dependencies]\nsentry = { version = "0.46", features = [] }\nsentry-log = "0.46"\nsentry-tracing.workspace = true\n`,
        "crate/src/main.rs": `fn main() { sentry::add_breadcrumb(sentry::Breadcrumb::default()); }\n`,
      }),
    );
    expect(stdout).toContain("  */lib/sentry  lib/sentry.ts, 1 file\n");
    expect(stdout).toContain("  … and 10 more\n");
    expect(stderr).toBe("Not read:\n  broken.ts:2:1: Parsing error: Unexpected token\n");
    expect(stdout).toContain("  sentry 0.46  crate\n  sentry-log 0.46  crate\n  sentry-tracing   crate\n");
  });

  it("gives other programs the reasons and lines of what was not read", async () => {
    const root = scratch({
      "a.ts": `${SDK}Sentry.addBreadcrumb({ category: "own.a" });\n`,
      "broken.ts": "Sentry.addBreadcrumb({\n",
      "latin.js": "",
    });
    writeFileSync(join(root, "latin.js"), Buffer.from("addBreadcrumb({ message: 'caf\u00e9' })", "latin1"));
    const { stdout, stderr } = await run(root, { json: true });
    expect((JSON.parse(stdout) as { unread: object[] }).unread).toEqual([
      { file: "latin.js", reason: "it is not in UTF-8: Save it as UTF-8." },
      { file: "broken.ts", reason: "Parsing error: Unexpected token (line 2)" },
    ]);
    expect(stderr).toContain("  broken.ts:2:1: Parsing error: Unexpected token\n");
  });

  it("takes the categories of tests for known", async () => {
    const files = {
      ...FILES,
      "src/pay.test.js": `import { track } from "./track";\ntrack("m", "only-here");\n`,
    };
    const { stdout } = await run(scratch(files), { json: true });
    const { settings, categories } = JSON.parse(stdout) as {
      settings: object;
      categories: { counts: object[] };
    };
    expect(settings).toHaveProperty("categories", ["check-out", "only-here", "pay"]);
    expect(categories.counts).toHaveLength(4);
  });

  it("is one line without Sentry", async () => {
    const root = scratch({ "a.ts": "export {};\n" });
    expect(await run(root, { write: true })).toEqual({
      exitCode: 0,
      stdout: "No file here records anything for Sentry, so there is nothing to set up.\n",
      stderr: "",
    });
    expect(JSON.parse((await run(root, { json: true })).stdout)).toMatchObject({ settings: {}, wrappers: [] });
    expect(readdirSync(root)).toEqual(["a.ts"]);
  });
});

describe("--write", () => {
  it("adds to the config, once", async () => {
    const root = scratch({ ...FILES, "eslint.config.mjs": FLAT }, "init mit Umlaut ü ");
    install(root);
    const { exitCode, stderr } = await run(root, { write: true });
    expect(stderr).toBe("eslint.config.mjs was changed.\n\nNext:\n  npx eslint .\n");
    expect(exitCode).toBe(0);
    const written = readFileSync(join(root, "eslint.config.mjs"), "utf8");
    expect(written).toContain(`{ rules: { "no-var": "error" } },\n  sentryBreadcrumbs.configs.recommended,\n`);
    expect(written).toContain(`categories: ["check-out", "pay"]`);
    const again = await run(root, { write: true });
    expect(again.stderr).toContain("eslint.config.mjs already contains all of this.");
    expect(again.exitCode).toBe(0);
    expect(readFileSync(join(root, "eslint.config.mjs"), "utf8")).toBe(written);
    expect(readdirSync(root).filter((name) => name.startsWith("eslint"))).toEqual(["eslint.config.mjs"]);
    expect((await run(root)).stdout).toContain("\nThe ESLint config finds these each time ESLint starts; --write");
    await run(root, { write: true, fixed: true });
    const fixed = readFileSync(join(root, "eslint.config.mjs"), "utf8");
    expect(fixed).toContain(`{ name: "track", from: "*/track", parameters: ["message", "category"] }`);
    expect(fixed).not.toContain("discover");
    expect((await run(root)).stdout).toContain("\n--write makes the ESLint config find these");
  });

  it("writes a new config without a call of discover where settings are to be listed, or none are needed", async () => {
    const listed = scratch({
      "a.js": `${SDK}export const track = (message) => Sentry.addBreadcrumb({ message });\n`,
      "b.js": `import { track } from "./a.js";\ntrack("Paid");\n`,
    });
    install(listed);
    await run(listed, { write: true, fixed: true });
    const text = readFileSync(join(listed, "eslint.config.mjs"), "utf8");
    expect(text).toContain('name: "track"');
    expect(text).not.toContain("discover");
    const bare = scratch({ "a.js": `${SDK}Sentry.addBreadcrumb({ message: "m" });\n` });
    install(bare);
    await run(bare, { write: true, fixed: true });
    expect(readFileSync(join(bare, "eslint.config.mjs"), "utf8")).not.toContain("settings");
  });

  it("keeps to what the project has declared", async () => {
    const root = scratch({
      ...FILES,
      "eslint.config.mjs": `import own from "eslint-plugin-sentry-breadcrumbs";\nexport default [\n  own.configs.recommended,\n  { settings: { "sentry-breadcrumbs": { categories: ["pay"], wrappers: [{ name: "track", from: "../track", parameters: ["message"] }] } } },\n];\n`,
    });
    install(root);
    const { stdout } = await run(root, { json: true });
    const { settings, breadcrumbs } = JSON.parse(stdout) as { settings: object; breadcrumbs: object };
    expect(settings).toEqual({ wrappers: SETTINGS.wrappers });
    expect(breadcrumbs).toEqual({ before: 5, after: 5 });
  });

  it("writes a config where there is none", async () => {
    const root = scratch({
      ...FILES,
      "src/a.tsx": `${SDK}Sentry.addBreadcrumb({} as object);\nexport const A = () => <a />;\n`,
      "src/B.vue": `<script setup>\nimport * as Sentry from "@sentry/vue";\nSentry.addBreadcrumb({});\n</script>\n`,
      "src/main.rs": `fn main() { sentry::add_breadcrumb(sentry::Breadcrumb::default()); }\n`,
      "pnpm-lock.yaml": "",
    });
    install(root, "typescript-eslint", "typescript");
    const { exitCode, stderr } = await run(root, { write: true });
    expect(stderr).toBe(
      "eslint.config.mjs was written.\n\nNext:\n  pnpm add -D vue-eslint-parser\n  pnpm exec eslint .\n",
    );
    expect(exitCode).toBe(0);
    expect(readFileSync(join(root, "eslint.config.mjs"), "utf8"))
      .toBe(`import sentryBreadcrumbs from "eslint-plugin-sentry-breadcrumbs";
import { discover } from "sentry-breadcrumbs";
import tseslint from "typescript-eslint";
import vueParser from "vue-eslint-parser";

export default [
  { ignores: ["**/{.next,.nuxt,.output,.svelte-kit,.turbo,.vercel,.yarn,bower_components,build,coverage,dist,out,target}/**", "**/.pnp.*"] },
  { linterOptions: { reportUnusedDisableDirectives: "off" } },
  { files: ["**/*.{ts,mts,cts,tsx}"], languageOptions: { parser: tseslint.parser } },
  { files: ["**/*.vue"], languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } } },
  { files: ["**/*.{js,jsx}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  sentryBreadcrumbs.configs.recommended,
  sentryBreadcrumbs.configs.rust,
  {
    settings: {
      "sentry-breadcrumbs": {
        ...(await discover(import.meta.dirname)),
        categories: ["check-out", "pay"],
      },
    },
  },
];
`);
  });

  it("calls it a module in a package of modules, and has components read by the project's parser", async () => {
    const root = scratch({
      "package.json": `{ "type": "module" }`,
      "yarn.lock": "",
      "B.vue": `<script setup lang="ts">\nimport * as Sentry from "@sentry/vue";\nSentry.addBreadcrumb({} as object);\n</script>\n`,
      "a.ts": "export {};\n",
    });
    install(root, "vue-eslint-parser", "@typescript-eslint/parser");
    expect((await run(root, { write: true })).stderr).toContain(
      "eslint.config.js was written.\n\nNext:\n  yarn eslint .\n",
    );
    expect(readFileSync(join(root, "eslint.config.js"), "utf8")).toContain(
      `{ files: ["**/*.vue"], languageOptions: { parser: vueParser, parserOptions: { parser: tsParser } } },`,
    );
  });

  it.each([
    ["a module", "eslint.config.mjs", FLAT, 'import breadcrumbsParser from "sentry-breadcrumbs/parser";'],
    [
      "CommonJS",
      "eslint.config.cjs",
      FLAT.replace("export default", "module.exports ="),
      'const breadcrumbsParser = require("sentry-breadcrumbs/parser");',
    ],
  ])("leaves no file to ESLint that it has no parser for: %s", async (_, name, text, line) => {
    const root = scratch({
      ...FILES,
      // Nothing is recorded here, but the preset has ESLint lint all of its kind.
      "vite.config.ts": "export default {} satisfies object;\n",
      "src/B.vue": "<template><a /></template>\n",
      [name]: text,
      "bun.lock": "",
    });
    install(root);
    const { exitCode, stderr } = await run(root, { write: true });
    expect(stderr).toContain("**/*.ts: read by sentry-breadcrumbs/parser, without types");
    expect(stderr).toContain(
      "**/*.vue: ignored, because ESLint did not lint it before and would report src/B.vue: Parsing error: ",
    );
    expect(stderr).toContain("  bunx eslint .\n");
    expect(exitCode).toBe(0);
    const written = readFileSync(join(root, name), "utf8");
    expect(written).toContain(line);
    expect(written).toContain('{ files: ["**/*.ts"], languageOptions: { parser: breadcrumbsParser } },');
    expect(written).toContain('{ ...sentryBreadcrumbs.configs.recommended, ignores: ["**/*.vue"] },');
    const again = await run(root, { write: true });
    expect(again.stderr).toContain(`${name} already contains all of this.`);
  });

  it("leaves files to the parser that the project has for some of them", async () => {
    const config = `import parser from "./parser.mjs";\nexport default [{ files: ["src/**/*.ts"], languageOptions: { parser } }];\n`;
    const root = scratch({
      ...FILES,
      "src/a.ts": `${SDK}Sentry.addBreadcrumb({});\n`,
      "zz.config.ts": "export default {};\n",
      "parser.mjs": "export default { parse() {} };\n",
      "eslint.config.mjs": config,
    });
    install(root);
    expect((await run(root, { write: true })).exitCode).toBe(0);
    expect(readFileSync(join(root, "eslint.config.mjs"), "utf8")).not.toContain("breadcrumbsParser");
  });

  it.each([
    ["there is none", undefined, 'import breadcrumbsParser from "sentry-breadcrumbs/parser";'],
    ["TypeScript is too new for it", "7.0.2", 'import breadcrumbsParser from "sentry-breadcrumbs/parser";'],
    ["TypeScript is old enough", "6.0.3", 'import tseslint from "typescript-eslint";'],
  ])("reads TypeScript by typescript-eslint or by the command's parser: %s", async (_, version, line) => {
    const root = scratch({
      ...FILES,
      "a.ts": "export {};\n",
      ...(version !== undefined && {
        "node_modules/typescript/package.json": JSON.stringify({ name: "typescript", version }),
        "node_modules/typescript/index.js": "",
      }),
    });
    install(root, ...(version === undefined ? [] : ["typescript-eslint"]));
    expect((await run(root, { write: true })).exitCode).toBe(0);
    expect(readFileSync(join(root, "eslint.config.mjs"), "utf8")).toContain(line);
  });

  it.each<[how: string, config: string, isShared: boolean]>([
    ["spreads it", 'import root from "../eslint.config.mjs";\nexport default [...root, { rules: {} }];\n', true],
    ["names it", 'import root from "../eslint.config.mjs";\nexport default [root, { rules: {} }].flat();\n', true],
    ["requires it", 'const $root = require("../eslint.config.mjs");\nmodule.exports = [].concat($root);\n', true],
    ["takes a part of it", 'import root from "../eslint.config.mjs";\nexport default [...root.slice(1)];\n', false],
    ["takes another one", 'import root from "../other.mjs";\nexport default [...root];\n', false],
  ])("writes to the root's config for a package's that %s", async (_, config, isShared) => {
    const name = config.includes("require") ? "app/eslint.config.cjs" : "app/eslint.config.mjs";
    const root = scratch({
      "eslint.config.mjs": FLAT,
      "other.mjs": FLAT,
      [name]: config,
      "app/track.js": FILES["src/track.js"],
      "app/pay.js": FILES["src/shop/pay.js"].replace("../track", "./track"),
      "own.js": `${SDK}Sentry.addBreadcrumb({ category: "theirs" });\n`,
    });
    install(root);
    await run(root, { write: true, fixed: true });
    const [ofRoot, ofPackage] = ["eslint.config.mjs", name].map((file) => readFileSync(join(root, file), "utf8"));
    expect(ofRoot?.includes('name: "track"')).toBe(isShared);
    expect(ofPackage === config).toBe(isShared);
  });

  it("writes to the config that is nearest to the files", async () => {
    const root = scratch({
      "a/eslint.config.mjs": FLAT,
      "a/track.js": FILES["src/track.js"],
      "a/x/pay.js": FILES["src/shop/pay.js"],
      "b/eslint.config.mjs": FLAT,
      "b/own.js": `${SDK}Sentry.addBreadcrumb({ category: "theirs" });\n`,
      "c/eslint.config.mjs": FLAT,
    });
    install(root);
    expect((await run(root, { write: true, fixed: true })).exitCode).toBe(0);
    const [a = "", b = "", c] = ["a", "b", "c"].map((name) =>
      readFileSync(join(root, name, "eslint.config.mjs"), "utf8"),
    );
    expect(a).toContain(`name: "track"`);
    expect(b).toContain(`categories: ["theirs"]`);
    expect(b).not.toContain(`name: "track"`);
    expect(c).toBe(FLAT);
  });

  it("keeps a link to a config that is elsewhere, and its permissions", async () => {
    const root = scratch({
      ...FILES,
      "shared/eslint.mjs": `import { own } from "./own.mjs";\nexport default [\n  own,\n];\n`,
      "shared/own.mjs": "export const own = {};\n",
    });
    install(root);
    chmodSync(join(root, "shared/eslint.mjs"), 0o640);
    symlinkSync("shared/eslint.mjs", join(root, "eslint.config.mjs"));
    expect((await run(root, { write: true })).exitCode).toBe(0);
    expect(readFileSync(join(root, "shared/eslint.mjs"), "utf8")).toContain("sentryBreadcrumbs");
    expect(statSync(join(root, "shared/eslint.mjs")).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(root, "shared"))).toEqual(["eslint.mjs", "own.mjs"]);
  });
});

describe("a project that records no breadcrumb by hand", () => {
  const LOG = "export const log = { note(message) { console.log(message); } };\n";
  const CALL = `import { log } from "./log";\nlog.note("Paid");\n`;

  it.each<[name: string, files: Record<string, string>, settings: object]>([
    [
      "with own loggers",
      { "log.js": LOG, "pay.js": CALL, "start.js": `${SDK}Sentry.init({});\n` },
      { wrappers: [{ name: "log.note", calls: ["console.log"] }], automatic: [{ console: true }] },
    ],
    ["with an SDK that is set up", { "start.js": `${SDK}Sentry.init({});\n` }, { automatic: [{ console: true }] }],
  ])("is set up, and then up to date: %s", async (_, files, settings) => {
    const root = scratch({ "package.json": FILES["package.json"], ...files });
    install(root);
    const { stdout } = await run(root, { json: true });
    expect(JSON.parse(stdout)).toMatchObject({ breadcrumbs: { before: 0, after: 0 }, sdks: [{}], settings });
    const { exitCode, stderr } = await run(root, { write: true, fixed: true });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stderr).toContain("eslint.config.mjs was written.");
    expect(await run(root, { check: true })).toMatchObject({ exitCode: 0, stdout: "The settings are up to date.\n" });
  });

  it("is left alone where the SDK records nothing", async () => {
    const root = scratch({ "package.json": FILES["package.json"], "log.js": LOG, "pay.js": CALL });
    expect((await run(root, { write: true })).stdout).toContain("there is nothing to set up");
    expect(await run(root, { check: true })).toMatchObject({ exitCode: 0 });
  });
});

describe("--write by default", () => {
  /** What `--write` makes of a config, with the project's other files in `lib/`. */
  async function written(name: string, config: string, more: Readonly<Record<string, string>> = {}) {
    const root = scratch({ ...FILES, [name]: config, ...more });
    install(root);
    const { stderr, exitCode } = await run(root, { write: true, useConfig: false });
    const text = readFileSync(join(root, name), "utf8");
    const again = await run(root, { write: true, useConfig: false });
    expect(readFileSync(join(root, name), "utf8")).toBe(text);
    expect(again.stderr).toContain(`${name} already contains all of this.`);
    return { stderr, exitCode, text };
  }
  const ESM = `import { discover } from "sentry-breadcrumbs";\n`;
  const REQUIRE = `const { discover } = require("sentry-breadcrumbs");\n`;
  const ASKS = "...(await discover(import.meta.dirname))";
  const own = (settings: string): string => `export default [{ settings: { "sentry-breadcrumbs": ${settings} } }];\n`;

  it.each<[what: string, name: string, config: string, expected: readonly string[]]>([
    ["a module", "eslint.config.mjs", FLAT, [ESM, ASKS, 'categories: ["check-out", "pay"]']],
    ["settings of its own", "eslint.config.mjs", own("{ categories: [] }"), [`{ ${ASKS}, categories: [\n`]],
    [
      "settings of its own, on lines",
      "eslint.config.mjs",
      own(`{\n  sdkVersion: 10,\n}`),
      [`{\n  ${ASKS},\n  sdkVersion: 10,\n  categories: [`],
    ],
    ["settings that are empty", "eslint.config.mjs", own("{}"), [`{\n  ${ASKS},\n  categories: [`]],
    [
      "settings that ask already",
      "eslint.config.mjs",
      ESM + own("await discover(import.meta.dirname)"),
      [`{ ...(await discover(import.meta.dirname)), categories: ["check-out", "pay"] }`],
    ],
    [
      "settings that ask among others, under a name of their own",
      "eslint.config.mjs",
      ESM.replace("discover", "discover as find") + own("{ ...(await find(import.meta.dirname)) }"),
      ['{ ...(await find(import.meta.dirname)), categories: ["check-out", "pay"] }'],
    ],
    [
      "a name that is taken",
      "eslint.config.mjs",
      `const discover = [];\nexport default [...discover, {}];\n`,
      ["import { discover as discoverBreadcrumbs } from", "...(await discoverBreadcrumbs(import.meta.dirname))"],
    ],
    [
      "CommonJS",
      "eslint.config.cjs",
      FLAT.replace("export default", "module.exports ="),
      [REQUIRE, "module.exports = (async () => [\n", "...(await discover(__dirname))", "\n])();\n"],
    ],
    [
      "CommonJS with settings of its own, under a name that is taken",
      "eslint.config.cjs",
      `const discover = [];\nmodule.exports = [...discover, { settings: { "sentry-breadcrumbs": {} } }];\n`,
      ["const { discover: discoverBreadcrumbs } = require(", "...(await discoverBreadcrumbs(__dirname))"],
    ],
    [
      "CommonJS that waits already",
      "eslint.config.cjs",
      "module.exports = (async () => [{}])();\n",
      ["module.exports = (async () => [{}, ", "...(await discover(__dirname))", "])();\n"],
    ],
    [
      "CommonJS that asks already",
      "eslint.config.cjs",
      `${REQUIRE}module.exports = (async () => [{ settings: { "sentry-breadcrumbs": await discover(__dirname) } }])();\n`,
      ["{ ...(await discover(__dirname)), categories: ["],
    ],
  ])("asks discover at each start: %s", async (what, name, config, expected) => {
    const { text, stderr, exitCode } = await written(name, config);
    for (const part of expected) expect(text).toContain(part);
    expect(text).not.toContain("wrappers");
    expect(stderr).toContain(`${name} was changed.\n`);
    expect(exitCode).toBe(0);
    expect(text.match(/discover(?:Breadcrumbs)? \} (?:from|=)/gu) ?? [what]).toHaveLength(1);
  });

  it.each<[what: string, name: string, config: string, reason: string]>([
    ["a list of its own", "eslint.config.mjs", own("{ wrappers: [] }"), "it already contains wrappers or modules."],
    [
      "CommonJS whose list stands elsewhere",
      "eslint.config.cjs",
      "const configs = [{}];\nmodule.exports = configs;\n",
      "it does not export an array literal.",
    ],
  ])("lists what was found where it cannot be asked for: %s", async (_, name, config, reason) => {
    const { text, stderr, exitCode } = await written(name, config);
    expect(text).toContain('name: "track"');
    expect(text).not.toContain("discover");
    expect(stderr).toContain(`It contains fixed settings instead of a call of \`discover\`: ${reason}\n`);
    expect(exitCode).toBe(0);
  });

  it("lists what was found in a config that another one requires", async () => {
    const root = scratch({
      ...FILES,
      "eslint.config.cjs": FLAT.replace("export default", "module.exports ="),
      "app/eslint.config.cjs": `const root = require("../eslint.config.cjs");\nmodule.exports = [...root];\n`,
    });
    install(root);
    expect((await run(root, { write: true })).exitCode).toBe(0);
    expect(readFileSync(join(root, "eslint.config.cjs"), "utf8")).toContain('name: "track"');
  });

  it.each([
    ["", "`${import.meta.dirname}/../..`"],
    [`{ rules: { "no-restricted-properties": [2, { property: "dirname" }] } }`, 'new URL("../..", import.meta.url)'],
  ])("asks of the whole project where a package calls what another one defines%s", async (rules, folder) => {
    const root = scratch({
      "log/package.json": `{ "name": "log", "main": "track.js" }`,
      "log/track.js": FILES["src/track.js"],
      "web/shop/pay.js": FILES["src/shop/pay.js"].replace("../track", "log"),
      "web/shop/eslint.config.mjs": FLAT.replace(/\];/u, `${rules}];`),
    });
    install(root);
    expect((await run(root, { write: true })).exitCode).toBe(0);
    expect(readFileSync(join(root, "web/shop/eslint.config.mjs"), "utf8")).toContain(`...(await discover(${folder}))`);
  });

  it.each([
    'export default [];\nimport fs from "node:fs";\n',
    'import os from "node:os";\nexport default [{ settings: { os } }];\nimport fs from "node:fs";\n',
    'const withNuxt = (...all) => all;\nexport default withNuxt({ rules: {} });\nimport fs from "node:fs";\n',
  ])("goes where imports stand last: %s", async (config) => {
    const root = scratch({ ...FILES, "eslint.config.mjs": config });
    install(root);
    expect((await run(root, { write: true })).exitCode).toBe(0);
    expect(readFileSync(join(root, "eslint.config.mjs"), "utf8")).toContain("await discover(");
  });

  it("has no list that --check could compare", async () => {
    const root = scratch({ ...FILES, "eslint.config.mjs": FLAT });
    install(root);
    await run(root, { write: true });
    expect(await run(root, { check: true })).toMatchObject({
      exitCode: 0,
      stdout: "eslint.config.mjs calls `discover`, so there is nothing to check.\n",
    });
  });
});

it("writes to no config whose files only pass the SDK on, and says how little there is to add", async () => {
  const root = scratch({
    "lib/eslint.config.mjs": FLAT,
    "lib/sentry.js": `${SDK}Sentry.init({});\nexport * from "@sentry/node";\n`,
    "app/eslint.config.mjs": `export * from "./base.mjs";\n`,
    "app/a.js": `${SDK}Sentry.addBreadcrumb({ message: "m" });\n`,
  });
  install(root);
  const { exitCode, stderr } = await run(root, { write: true, fixed: true });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    /^app\/eslint\.config\.mjs was not changed[^\n]*\nTo add by hand:\n\n[^\n]*\n\nsentryBreadcrumbs\.configs\.recommended,\n\nNot read:\n {2}app\/eslint\.config\.mjs: it could not be loaded/u,
  );
  expect(readFileSync(join(root, "lib/eslint.config.mjs"), "utf8")).toBe(FLAT);
});

describe("a config that cannot be changed", () => {
  it.each([
    [
      "of an unknown shape",
      `export * from "./base.mjs";\n`,
      ": it exports no configs by default that others could be added to\nTo add by hand:",
    ],
    [
      "that ESLint does not load afterwards",
      `import missing from "missing";\nexport default [\n  missing,\n];\n`,
      "Install the project's packages, and run this again.\n",
    ],
    ["that throws what is no error", `throw "not today";\nexport default [\n];\n`, "not today"],
    [
      "that would not run the rules",
      `export default [\n  { ignores: ["**/*"] },\n];\n`,
      "ESLint would not run the rules with it",
    ],
  ])("is left as it is: %s", async (_, config, reason) => {
    const root = scratch({ ...FILES, "eslint.config.mjs": config });
    install(root);
    const { exitCode, stderr } = await run(root, { write: true, useConfig: false });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("eslint.config.mjs was not changed");
    expect(stderr).toContain(reason);
    expect(stderr).toContain(
      `import sentryBreadcrumbs from "eslint-plugin-sentry-breadcrumbs";\nimport { discover } from "sentry-breadcrumbs";\n\nsentryBreadcrumbs.configs.recommended,\n{ settings: {`,
    );
    expect(readFileSync(join(root, "eslint.config.mjs"), "utf8")).toBe(config);
    expect(readdirSync(root).filter((name) => name.includes("eslint"))).toEqual(["eslint.config.mjs"]);
  });

  it.each([
    [{ ".eslintrc.json": "{}" }, ".eslintrc.json. Convert it with `npx @eslint/migrate-config .eslintrc.json`,"],
    [{ ".eslintrc.cjs": "" }, ".eslintrc.cjs. Convert it with `npx @eslint/migrate-config .eslintrc.cjs`,"],
    [
      { "package.json": `{ "eslintConfig": {} }` },
      "`eslintConfig` in package.json. Move that to .eslintrc.json. Convert it with `npx @eslint/migrate-config .eslintrc.json`,",
    ],
  ])("is not put in the place of one of former versions of ESLint: %j", async (files, advice) => {
    const root = scratch({ ...FILES, ...files, ...eslintOfVersion("8.57.1") });
    const before = readdirSync(root);
    const { exitCode, stderr } = await run(root, { write: true });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `Nothing was written, because an eslint.config.js would replace ${advice} and run this again. ` +
        "The rules need ESLint 9.15 or later; this project has 8.57.1.\n",
    );
    expect(readdirSync(root)).toEqual(before);
  });

  it("is for the command alone where Biome lints", async () => {
    const root = scratch({ ...FILES, "biome.json": "{}" });
    const { exitCode, stderr } = await run(root, { write: true });
    expect(exitCode).toBe(0);
    expect(stderr).toBe(
      "eslint.config.mjs was written, for the command alone: this project is linted by Biome.\n\nNext:\n" +
        "  npm i -D sentry-breadcrumbs\n  npx sentry-breadcrumbs\n",
    );
    expect(readFileSync(join(root, "eslint.config.mjs"), "utf8")).toBe(
      `export default [{ settings: { "sentry-breadcrumbs": { categories: ["check-out", "pay"] } } }];\n`,
    );
    const bare = scratch({ "biome.jsonc": "{}", "a.js": `${SDK}Sentry.addBreadcrumb({ message: "m" });\n` });
    expect((await run(bare, { write: true })).stderr).toContain("Nothing was written: the command needs no settings");
    expect(readdirSync(bare)).toEqual(["a.js", "biome.jsonc"]);
  });

  describe("in a folder above", () => {
    const ABOVE = { "eslint.config.mjs": FLAT, "package.json": "{}" };
    const PACKAGE = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`app/${path}`, text]));

    it("is changed within the repository, and named", async () => {
      const root = scratch({ ...ABOVE, ...PACKAGE, ".git/HEAD": "" });
      install(root);
      const { stderr } = await run(join(root, "app"), { write: true });
      expect(stderr).toContain(
        "../eslint.config.mjs was changed.\nIt is in a folder above this one, and applies to the files there, too.\n",
      );
      expect(readFileSync(join(root, "eslint.config.mjs"), "utf8")).toContain("sentryBreadcrumbs.configs.recommended");
    });

    it.each([{ "app/.git": "gitdir: elsewhere" }, {}])("is left alone outside of it: %j", async (git) => {
      const root = scratch({ ...ABOVE, ...PACKAGE, ...git });
      install(root);
      const { stderr } = await run(join(root, "app"), { write: true });
      expect(stderr).toContain(
        "eslint.config.mjs was written.\nIt replaces ../eslint.config.mjs, which is outside this repository, for its files.\n",
      );
      expect(readFileSync(join(root, "eslint.config.mjs"), "utf8")).toBe(ABOVE["eslint.config.mjs"]);
    });
  });

  it("is left as it is: read-only", async () => {
    const root = scratch({ ...FILES, "eslint.config.mjs": FLAT });
    install(root);
    chmodSync(join(root, "eslint.config.mjs"), 0o444);
    const { exitCode, stderr } = await run(root, { write: true });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("eslint.config.mjs was not changed: it is read-only");
    expect(readFileSync(join(root, "eslint.config.mjs"), "utf8")).toBe(FLAT);
  });

  it("stops the command where its settings are wrong", async () => {
    const root = scratch({
      ...FILES,
      "eslint.config.mjs": `export default [{ settings: { "sentry-breadcrumbs": { category: [] } } }];\n`,
    });
    install(root);
    await expect(run(root)).rejects.toThrow(Failure);
  });
});

it.each([
  ["a module", { "eslint.config.mjs": FLAT, "eslint.config.cjs": "" }],
  ["CommonJS", { "eslint.config.cjs": FLAT.replace("export default", "module.exports =") }],
])("uses the plugin that it belongs to until the project has one: %s", async (_, config) => {
  const root = scratch({ ...FILES, ...config });
  mkdirSync(join(root, "node_modules"));
  const { exitCode, stderr } = await run(root, { write: true });
  // The plugin itself is there once the project is built.
  if (existsSync("dist/index.js")) {
    expect(stderr).toContain("  npm i -D eslint eslint-plugin-sentry-breadcrumbs sentry-breadcrumbs\n  npx eslint .\n");
    expect(exitCode).toBe(0);
  } else {
    expect(exitCode).toBe(2);
    expect(stderr).toContain("eslint-plugin-sentry-breadcrumbs");
  }
});

describe("categories", () => {
  it("are grouped where several have one beginning", () => {
    expect(categoriesOf(["pay.a", "pay.b", "pay.c", "pay", "own.a", "own.b", "http"]).declare).toEqual([
      "own.a",
      "own.b",
      "pay",
      "pay.*",
    ]);
  });

  it("are declared for tests, too, if there is anything to declare", () => {
    expect(categoriesOf(["own"], ["ctx", "Own", "http"]).declare).toEqual(["ctx", "own"]);
    expect(categoriesOf(["http"], ["ctx"])).toEqual({
      counts: [{ category: "http", count: 1, isSentrys: true }],
      variants: [],
      declare: [],
    });
  });

  it("are counted, and those of Sentry known", () => {
    expect(categoriesOf(["http", "own", "own"]).counts).toEqual([
      { category: "own", count: 2, isSentrys: false },
      { category: "http", count: 1, isSentrys: true },
    ]);
  });

  it.each<[written: string[], use: string | undefined]>([
    [["Orders", "orders", "auth", "books"], "orders"],
    [["orders", "Orders", "Auth", "Books"], "Orders"],
    [["ORDERS", "orders", "AUTH", "BOOKS"], "ORDERS"],
    [["Orders", "Orders", "orders", "auth", "books"], "Orders"],
    [["Orders", "orders", "http"], "orders"],
    [["user_login", "userLogin", "cart_item"], "user_login"],
    [["user_login", "userLogin", "user-login", "cartItem"], "userLogin"],
    [["user.login", "user-login", "cart-item", "pay-pal", "shop.open"], "user-login"],
    [["Orders", "orders"], undefined],
    [["Orders", "orders", "auth", "Books"], undefined],
    [["Orders", "ORDERS", "auth"], undefined],
    [["user_login", "userlogin", "auth"], undefined],
  ])("of as many breadcrumbs are spelt like the project's others: %j", (written, use) => {
    const { variants, declare } = categoriesOf(written);
    const [first = ""] = written;
    const same = declare.filter((name) => plainSpelling(name) === plainSpelling(first));
    expect({ use: variants[0]?.use, same }).toEqual({ use, same: use === undefined ? [] : [use] });
    expect(written.every((name) => name !== use || !variants[0]?.written.includes(name))).toBe(true);
  });

  it("of which the project does not tell the spelling are left to its authors", async () => {
    const crumb = (category: string): string => `Sentry.addBreadcrumb({ category: "${category}", message: "m" });\n`;
    const { stdout } = await run(scratch({ "a.ts": `${SDK}${crumb("Orders")}${crumb("orders")}` }));
    expect(stdout).toContain("Orders, orders: declare the one that you want");
  });

  it("are joined by spelling, and slips pointed out", () => {
    expect(
      categoriesOf(["user_login", "userLogin", "userLogin", "naviagtion", "ui_click", " own", "own", ""]).variants,
    ).toEqual([
      { written: ["user_login"], use: "userLogin" },
      { written: [" own"], use: "own" },
      { written: ["naviagtion"], use: "navigation" },
      { written: ["ui_click"], use: "ui.click" },
    ]);
  });
});

describe("the names of modules", () => {
  const names = (specifiers: readonly string[], others: readonly string[] = []) =>
    moduleNames(
      specifiers.map((specifier) => ({ specifier, file: "/f", isPackage: specifier.startsWith("@acme/") })),
      new Set(others),
    );

  it.each([
    [["./track"], [], ["*/track"]],
    [["../../lib/track", "@/lib/track"], [], ["*/lib/track"]],
    [["../../lib/track", "./track"], ["x/track"], ["../../lib/track", "./track"]],
    [["./track", "./track.js"], [], ["*/track", "*/track.js"]],
    [["@acme/track", "./track"], [], ["*/track", "@acme/track"]],
    [["~track", "./track"], [], ["./track", "~track"]],
    [["..", "."], [], [".", ".."]],
    [["./track"], ["./track"], []],
    [["../app/track", "@/src/track"], [], ["*/track"]],
    [["./app/track", "./app/crumb"], [], ["./app/crumb", "./app/track"]],
    [["../lib/../track", "./track"], [], ["*/track"]],
    [["./lib/../track"], [], ["./lib/../track"]],
    [[], [], []],
  ])("%j", (specifiers, others, expected) => {
    expect(names(specifiers, others)).toEqual(expected);
  });
});
