import { execFileSync } from "node:child_process";
import { symlink } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { ESLint } from "eslint";
import { workspace, type Ran } from "./workspace.ts";

const IMPORT = 'import * as Sentry from "@sentry/node";\n';
const WARN = `${IMPORT}Sentry.addBreadcrumb({ category: "auth", message: "In", level: "warn" });\n`;
const FINE = `${IMPORT}Sentry.addBreadcrumb({ category: "auth", message: "In", level: "info" });\n`;
const RUST =
  "fn f(user: &User) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(user.email.clone()), ..Default::default() }); }\n";

/** Which rules found something, by file. */
function found({ stdout }: Ran, folder: string): Readonly<Record<string, readonly (string | null)[]>> {
  return Object.fromEntries(
    (JSON.parse(stdout) as ESLint.LintResult[])
      .filter(({ messages }) => messages.length > 0)
      .map(({ filePath, messages }) => [
        filePath.slice(folder.length + 1),
        messages.map(({ ruleId }) => ruleId?.replace("sentry-breadcrumbs/", "") ?? null),
      ]),
  );
}

// The first run loads ESLint and the parsers.
describe("sentry-breadcrumbs", { timeout: 30_000 }, () => {
  it("lints JavaScript, TypeScript and Rust without configuration", async () => {
    const { folder, run } = await workspace({
      "src/a.js": WARN,
      "src/b.tsx": `${WARN}const view: JSX.Element = <a>{x satisfies string}</a>;\n`,
      "src/fine.ts": FINE,
      "src/c.rs": RUST,
    });
    const ran = await run("--format", "json");
    expect(found(ran, folder)).toEqual({
      "src/a.js": ["valid-level"],
      "src/b.tsx": ["valid-level"],
      "src/c.rs": ["no-pii"],
    });
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });

  it("prints as ESLint does", async () => {
    const { path, run } = await workspace({ "a.js": WARN });
    const { stdout } = await run();
    expect(stdout).toContain(path("a.js"));
    expect(stdout).toMatch(/2:64 {2}error {2}Sentry does not know the level `warn`.+sentry-breadcrumbs\/valid-level/u);
    expect(stdout).toContain("1 problem (1 error, 0 warnings)");
  });

  it.each<[what: string, files: Record<string, string>, line: string]>([
    [
      "nothing is wrong",
      { "a.js": FINE, "b.js": "" },
      "No findings. 1 of 2 files may send data to Sentry.\n1 breadcrumb, all direct.",
    ],
    [
      "nothing is recorded",
      { "a.js": "", "b.ts": "" },
      "Nothing to check: none of 2 files mentions a function that sends data to Sentry.",
    ],
    ["there is no code", { "a.txt": WARN }, "There are no files to check here."],
  ])("says so where %s", async (_, files, line) => {
    const { run } = await workspace(files);
    expect(await run()).toEqual({ code: 0, stdout: "", stderr: `${line}\n` });
  });

  it("says what it followed, and follows nothing where it is told so", async () => {
    const { folder, run } = await workspace({
      "lib/track.js": `${IMPORT}export const track = (message, level) => Sentry.addBreadcrumb({ message, level });\n`,
      "a.js": `${IMPORT}import { track } from "./lib/track";\nSentry.addBreadcrumb({ message: "m" });\ntrack("m", "warn");\n`,
    });
    const ran = await run();
    expect(ran.stderr).toBe("2 breadcrumbs, 1 direct, 1 through `track` of lib/track.js.\n");
    expect(ran.stdout).toContain("This call reaches Sentry through `track` of lib/track.js");
    expect(found(await run("-f", "json"), folder)).toEqual({ "a.js": ["valid-level"] });
    expect(await run("--no-discover")).toEqual({
      code: 0,
      stdout: "",
      stderr: "No findings. 2 of 2 files may send data to Sentry.\n",
    });
  });

  it.each([["use.js"], ["./use.js"]])(
    "follows functions of files that are not named, and counts the named: %s",
    async (name) => {
      const { run } = await workspace({
        "package.json": "{}",
        "lib/track.js": `${IMPORT}export function track(message, level) { Sentry.addBreadcrumb({ message, level }); }\n`,
        "lib/other.js": `import { track } from "./track.js";\ntrack("Left", "warn");\n`,
        "use.js": `import { track } from "./lib/track.js";\ntrack("Paid", "warn");\n`,
      });
      const { code, stdout, stderr } = await run(name);
      expect(code).toBe(1);
      expect(stdout.match(/^ +\d+:\d+ /gmu)).toEqual(["  2:15 "]);
      expect(stderr).toContain("1 breadcrumb, 0 direct, 1 through `track` of lib/track.js.");
    },
  );

  it("reads no more than is named outside of a project", async () => {
    const { run } = await workspace({
      "track.js": `${IMPORT}export function track(message, level) { Sentry.addBreadcrumb({ message, level }); }\n`,
      "use.js": `import { track } from "./track.js";\ntrack("Paid", "warn");\n`,
    });
    expect((await run()).code).toBe(1);
    expect((await run("use.js")).code).toBe(0);
  });

  it("takes functions of one name for those of their applications", async () => {
    const { run } = await workspace({
      "a/track.js": `import * as Sentry from "@sentry/node";\nexport function track(level, message) { Sentry.addBreadcrumb({ level, message }); }\n`,
      "a/x.js": 'import { track } from "./track";\ntrack("warn", "fatal");\n',
      "b/track.js": `import * as Sentry from "@sentry/node";\nexport function track(message, level) { Sentry.addBreadcrumb({ message, level }); }\n`,
      "b/x.js": 'import { track } from "./track";\ntrack("warn", "fatel");\n',
    });
    const { stdout } = await run();
    expect(stdout.match(/^ +\d+:\d+.*$/gmu)?.map((line) => line.trim().split(/\s+/u)[0])).toEqual(["2:7", "2:15"]);
  });

  it("names the functions with most of the calls, and counts the others", async () => {
    const names = ["one", "two", "three", "four", "five"];
    const { run } = await workspace({
      ...Object.fromEntries(
        names.map((name) => [
          `lib/${name}.js`,
          `${IMPORT}export const ${name} = (message) => Sentry.addBreadcrumb({ message });\n`,
        ]),
      ),
      "a.js": names
        .map((name, index) => `import { ${name} } from "./lib/${name}";\n${`${name}("m");\n`.repeat(index + 1)}`)
        .join(""),
    });
    expect((await run()).stderr).toContain(
      "15 breadcrumbs, 0 direct, 15 through `five` of lib/five.js, `four` of lib/four.js, `three` of lib/three.js and 2 more.",
    );
  });

  it("says of other findings in a file with such calls nothing of them", async () => {
    const { run } = await workspace({
      "lib/track.js": `${IMPORT}export const track = (message, level) => Sentry.addBreadcrumb({ message, level });\n`,
      "a.js": `${WARN}import { track } from "./lib/track";\ntrack("m", "info");\n`,
    });
    const { code, stdout } = await run();
    expect(stdout).toContain("valid-level");
    expect(stdout).not.toContain("reaches Sentry");
    expect(code).toBe(1);
  });

  it("takes the strict presets", async () => {
    const dynamic = `${IMPORT}Sentry.addBreadcrumb({ category: "auth", level: "info", message: \`Paid \${total}\` });\n`;
    const { folder, run } = await workspace({ "a.js": dynamic });
    expect(found(await run("-f", "json"), folder)).toEqual({});
    expect(found(await run("-f", "json", "--strict"), folder)).toEqual({ "a.js": ["static-message"] });
  });

  it("counts warnings", async () => {
    const { run } = await workspace({ "a.js": WARN });
    const warning = ["--rule", "valid-level: warn"];
    expect(await run(...warning)).toMatchObject({ code: 0 });
    expect(await run(...warning, "--max-warnings", "1")).toMatchObject({ code: 0 });
    const ran = await run(...warning, "--max-warnings", "0");
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe("1 breadcrumb, all direct.\nToo many warnings: 1, with --max-warnings 0.\n");
  });

  it.each<[rule: string[]]>([
    [["--rule", "valid-level: off"]],
    [["--rule", "sentry-breadcrumbs/valid-level: 0"]],
    [["--rule", 'valid-level: ["off"]']],
    [["--rule", '{"valid-level": "off", "no-pii": "off"}']],
    [["--rule", "no-pii: off", "--rule", "valid-level: off"]],
  ])("sets rules by %j", async (rule) => {
    const { run } = await workspace({ "a.js": WARN, "c.rs": "// add_breadcrumb" });
    expect(await run(...rule)).toMatchObject({ code: 0, stdout: "" });
  });

  it("hands options on to rules", async () => {
    const { folder, run } = await workspace({ "a.js": FINE });
    const ran = await run("-f", "json", "--rule", 'require-fields: ["error", { "fields": ["data"] }]');
    expect(found(ran, folder)).toEqual({ "a.js": ["require-fields"] });
  });

  describe("which files", () => {
    const files = {
      ".gitignore": "generated/\n",
      "a.js": WARN,
      "generated/b.js": WARN,
      "node_modules/x/c.js": WARN,
      "target/d.rs": RUST,
      "dist/e.js": WARN,
      "src/vendor.min.js": WARN,
      "src/types.d.ts": WARN,
      ".storybook/f.js": WARN,
      ".yarn/releases/yarn-4.0.0.cjs": WARN,
      ".pnp.cjs": WARN,
    };

    it("leaves out what git ignores and what is built, outside of a checkout", async () => {
      const { folder, run } = await workspace(files);
      expect(Object.keys(found(await run("-f", "json"), folder))).toEqual([".storybook/f.js", "a.js"]);
    });

    it("does so in a checkout, where only git is asked", async () => {
      const { folder, run } = await workspace(files);
      execFileSync("git", ["init", "-q"], { cwd: folder });
      expect(Object.keys(found(await run("-f", "json"), folder))).toEqual([".storybook/f.js", "a.js"]);
    });

    it("takes files and folders that are named, also outside of where it is started", async () => {
      const { folder, path, run } = await workspace(files);
      expect(
        Object.keys(found(await run("-f", "json", "generated/b.js", "target/d.rs", ".storybook"), folder)),
      ).toEqual([".storybook/f.js", "generated/b.js", "target/d.rs"]);
      const elsewhere = await workspace({ "nested [id]/a.js": WARN });
      const ran = await run("-f", "json", elsewhere.path("nested [id]"), path("a.js"));
      expect(ran).toMatchObject({ code: 1, stderr: "" });
      expect(found(ran, elsewhere.folder)["nested [id]/a.js"]).toEqual(["valid-level"]);
    });

    it("leaves out by its text what is minified, and says so", async () => {
      const packed = `${WARN}${"a=1;".repeat(20_000)}\n`;
      const long = `${WARN}${"a = 1;\n".repeat(20_000)}`;
      const { folder, run } = await workspace({ "public/app.js": packed, "long.js": long });
      const ran = await run("-f", "json");
      expect(Object.keys(found(ran, folder))).toEqual(["long.js"]);
      expect(ran.stderr).toBe("Not read:\n  public/app.js: it is minified\n    Name the file to read it anyway.\n");
      expect(Object.keys(found(await run("-f", "json", "public/app.js"), folder))).toEqual(["public/app.js"]);
    });

    it("does not follow symbolic links into a loop", async () => {
      const { folder, path, run } = await workspace({ "src/a.js": WARN });
      await symlink(path("."), path("src/loop"), "dir");
      expect(Object.keys(found(await run("-f", "json"), folder))).toEqual(["src/a.js"]);
    });

    it("says which it could not read", async () => {
      const { run } = await workspace({
        "a.js": FINE,
        "src/binary.ts": new Uint8Array([0, 1, 0xff, ...Buffer.from("addBreadcrumb")]),
      });
      const { code, stderr } = await run();
      expect(code).toBe(2);
      expect(stderr).toContain(
        "Not read:\n  src/binary.ts: it is not a text file\n1 entry may contain breadcrumbs, so the exit code is 2",
      );
      const allowed = await run("--allow-unread");
      expect(allowed.code).toBe(0);
      expect(allowed.stderr).toMatch(/Not read:\n {2}src\/binary\.ts: it is not a text file\n$/u);
    });

    it("reads NUL characters where the language permits them, and names a file where it does not", async () => {
      const { folder, run } = await workspace({
        "string.ts": `export const SEPARATOR = "a\0b"; // \0\n${WARN}`,
        "string.js": `export const SEPARATOR = "a\0b"; // \0\n${WARN}`,
        "string.rs": `const SEPARATOR: &str = "a\0b"; // \0\n${RUST}`,
        "track.ts": `${IMPORT}export const track = (category: string, message: string) =>
          Sentry.addBreadcrumb({ category, message, level: "info" });
        export const SEPARATOR = "\0";\n`,
        "call.ts": 'import { track } from "./track.ts";\ntrack("a", user.email);\n',
        "code.js": `${FINE}\0\n`,
      });
      const ran = await run("-f", "json");
      expect(Object.keys(found(ran, folder)).sort()).toEqual([
        "call.ts",
        "code.js",
        "string.js",
        "string.rs",
        "string.ts",
      ]);
      expect(ran.stderr).toMatch(/Not read:\n {2}code\.js:\d+:\d+: Parsing error: .+\n1 entry may/u);
    });

    it("reports what does not parse", async () => {
      const { folder, run } = await workspace({ "a.ts": `${FINE}let x = = 1;` });
      const ran = await run("-f", "json");
      expect(found(ran, folder)).toEqual({ "a.ts": [null] });
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain("  a.ts:3:9: Parsing error: Unexpected token\n");
      expect(await run()).toMatchObject({ code: 2, stdout: "" });
      expect(await run("--allow-unread")).toMatchObject({ code: 0 });
    });

    it("reads files with a comment that ESLint calls fatal", async () => {
      const { folder, run } = await workspace({ "a.js": `/* eslint-env node */\n${WARN}` });
      const ran = await run("-f", "json");
      expect(found(ran, folder)).toEqual({ "a.js": ["valid-level"] });
      expect(ran).toMatchObject({ code: 1, stderr: expect.not.stringContaining("Not read") as unknown });
    });

    it("asks the project's own parser for what is too new", async () => {
      const parser = `exports.parseForESLint = () => { throw new SyntaxError("Newer than this one, too."); };\n`;
      const { folder, run } = await workspace({
        "a.ts": `${FINE}let x = = 1;`,
        "node_modules/@typescript-eslint/parser/index.js": parser,
      });
      const ran = await run("-f", "json");
      expect(found(ran, folder)).toEqual({ "a.ts": [null] });
      expect(ran.stderr).toContain("Parsing error: Newer than this one, too.\n");
    });
  });

  describe("a baseline", () => {
    it.each(["--suppress-all", "--prune-suppressions"])(
      "is not missed by %s where nothing is recorded",
      async (flag) => {
        const { run } = await workspace({ "a.js": "", "b.js": "" });
        expect(await run(flag)).toMatchObject({ code: 0, stdout: "" });
      },
    );

    it("may name files that are gone", async () => {
      const { run } = await workspace({
        "a.js": "",
        "eslint-suppressions.json": JSON.stringify({ "gone.js": { "sentry-breadcrumbs/valid-level": { count: 1 } } }),
      });
      expect(await run("--prune-suppressions")).toMatchObject({ code: 0, stdout: "" });
    });

    it("is none of files in UTF-16", async () => {
      const { run } = await workspace({ "a.js": new Uint8Array(Buffer.from(`\u{feff}${WARN}`, "utf16le")) });
      const { code, stderr } = await run("--suppress-all");
      expect(code).toBe(2);
      expect(stderr).toContain("a.js: it is in UTF-16, which a baseline does not support\n");
    });
  });

  describe("components", () => {
    const files = {
      "A.vue": `<script setup lang="ts">\n${WARN}</script>\n<template><a @click="Sentry.addBreadcrumb({ level: 'warn' })" /></template>\n`,
      "B.vue": `<script>\n${WARN}</script>\n`,
    };

    it("are read by the project's parsers", async () => {
      const { folder, run } = await workspace(files, ["vue-eslint-parser"]);
      expect(found(await run("-f", "json"), folder)).toEqual({
        "A.vue": ["valid-level", "valid-level"],
        "B.vue": ["valid-level"],
      });
    });
  });

  describe("the project's ESLint config", () => {
    const settings = '{ "sentry-breadcrumbs": { wrappers: [{ name: "crumb", parameters: ["message", "level"] }] } }';
    const files = {
      "package.json": '{ "type": "module" }',
      "eslint.config.js": `export default [{ settings: ${settings} }];\n`,
      "a.js": 'import { crumb } from "./crumb.js";\ncrumb("In", "warn");\n',
    };

    it("is asked for its settings", async () => {
      const { folder, run } = await workspace(files);
      expect(found(await run("-f", "json"), folder)).toEqual({ "a.js": ["valid-level"] });
      expect(found(await run("-f", "json", "--no-config"), folder)).toEqual({});
      expect((await run()).stderr).toBe("1 breadcrumb, 0 direct, 1 through functions of the project.\n");
    });

    it("changes nothing in the count of what is direct and what goes through functions", async () => {
      const code = {
        "package.json": '{ "type": "module" }',
        "lib/track.js": `${IMPORT}export function track(message) { Sentry.addBreadcrumb({ message }); }\nexport const twice = (message) => { track(message); };\n`,
        "a.js": `${IMPORT}import { track, twice } from "./lib/track.js";\nfunction own(message) { Sentry.addBreadcrumb({ message }); }\nSentry.addBreadcrumb({ message: "a" });\nown("b");\ntrack("c");\ntwice("d");\n`,
      };
      const wrappers = '[{ name: "track", parameters: ["message"] }, { name: "twice", parameters: ["message"] }]';
      for (const config of [
        undefined,
        `export default [{ settings: { "sentry-breadcrumbs": { wrappers: ${wrappers} } } }];\n`,
      ]) {
        const { run } = await workspace({ ...code, ...(config !== undefined && { "eslint.config.js": config }) });
        expect((await run()).stderr).toMatch(/^4 breadcrumbs, 1 direct, 3 through /mu);
      }
    });

    it("may name wrappers that no file calls, which is said of a whole repository", async () => {
      const names = ["crumb", "misspelt", "nowhere().crumb", "getLog().note", "crumb!", "log::gone", "Log.gone"];
      const elsewhere = '{ name: "track", files: ["*/nowhere/*"] }';
      const { run } = await workspace({
        ...files,
        "eslint.config.js": `export default [{ settings: { "sentry-breadcrumbs": {
          wrappers: [...${JSON.stringify(names)}, ${elsewhere}] } } }];\n`,
        "b/b.ts": 'import { getLog, Log } from "./log";\ngetLog().note({ message: "m" });\ntrack({});\n',
        "settings.js": 'export const names = ["misspelt"];\nexport const misspelling = "nowhere().crumb";\n',
        "src/lib.rs": 'fn f() { crumb!(breadcrumb); log::note("m"); }\n',
      });
      const { stderr } = await run();
      expect(stderr).toContain(
        "No file calls these wrappers of the settings: `misspelt`, `nowhere().crumb`, `log::gone`, `Log.gone`, `track`. Correct their names, or remove them.\n",
      );
      for (const args of [["b"], ["--no-config"]]) expect((await run(...args)).stderr).not.toContain("No file calls");
    });

    it("may set other things for other files", async () => {
      const { folder, run } = await workspace({
        ...files,
        "eslint.config.js": `export default [{ files: ["a.js"], settings: ${settings} }];\n`,
        "b.js": files["a.js"],
        "c.js": WARN,
      });
      expect(Object.keys(found(await run("-f", "json"), folder))).toEqual(["a.js", "c.js"]);
    });

    it("need not be above a file that is named", async () => {
      const { path, run } = await workspace(files);
      const elsewhere = await workspace({ "b.js": WARN });
      const ran = await run("-f", "json", elsewhere.path("b.js"), path("a.js"));
      expect(found(ran, elsewhere.folder)["b.js"]).toEqual(["valid-level"]);
      expect(ran.stdout.match(/"ruleId"/gu)).toHaveLength(2);
    });

    it("is not loaded where it cannot know of the plugin", async () => {
      const { run } = await workspace({ "eslint.config.js": "throw new Error('loaded');", "a.js": FINE });
      expect(await run()).toMatchObject({ code: 0 });
    });

    it("is named where it does not load", async () => {
      const { run } = await workspace({
        "package.json": '{ "type": "module" }',
        "eslint.config.js": "// sentry-breadcrumbs\nthrow new Error('no such preset');",
        "a.js": FINE,
      });
      const { code, stderr } = await run();
      expect(code).toBe(2);
      expect(stderr).toContain(
        "  eslint.config.js: it could not be loaded, so its settings are unknown: no such preset\n" +
          "    Correct it, or ignore it with --no-config.\n",
      );
      expect(await run("--allow-unread")).toMatchObject({ code: 0 });
      expect(await run("--no-config")).toMatchObject({ code: 0 });
    });

    it("is asked for settings under another name, which are an error", async () => {
      const { run } = await workspace({
        "eslint.config.mjs": "export default [{ settings: { sentryBreadcrumbs: {} } }];",
        "a.js": FINE,
      });
      const { code, stderr } = await run();
      expect(stderr).toContain('settings["sentryBreadcrumbs"] is unknown. Its value is {}. Did you mean');
      expect(code).toBe(2);
    });

    it("gets an error for settings that are wrong", async () => {
      const { run } = await workspace({
        ...files,
        "eslint.config.js": 'export default [{ settings: { "sentry-breadcrumbs": { wrapper: [] } } }];\n',
      });
      const { code, stderr } = await run();
      expect(code).toBe(2);
      expect(stderr).toContain('settings["sentry-breadcrumbs"].wrapper is unknown');
    });
  });

  describe("--fix", () => {
    it("writes what fixes make of a file, byte order mark, mode and link included", async () => {
      const { path, read, run } = await workspace({ "real/a.js": `\u{feff}${WARN}`, "b.js": FINE });
      await symlink(path("real/a.js"), path("linked.js"));
      expect(await run("--fix", "linked.js")).toMatchObject({ code: 0, stdout: "" });
      expect(await read("real/a.js")).toBe(`\u{feff}${WARN.replace('"warn"', '"warning"')}`);
    });

    it("leaves suggestions to who asks for them, by rule", async () => {
      const leak = `${IMPORT}export function f(user) {\n  Sentry.addBreadcrumb({ category: "auth", message: \`In \${user.email}\`, data: { phone: user.phone }, level: "warn" });\n}\n`;
      const { read, run } = await workspace({ "a.js": leak });
      expect(await run("--fix")).toMatchObject({ code: 1 });
      expect(await read("a.js")).toBe(leak.replace('"warn"', '"warning"'));
      const ran = await run("--fix-suggestions", "no-pii");
      expect(ran).toMatchObject({ code: 0, stdout: "" });
      expect(await read("a.js")).not.toMatch(/user\.(?:email|phone)/u);
    });

    it("leaves alone what other rules suggest", async () => {
      const text = `${IMPORT}export const f = (user) => Sentry.addBreadcrumb({ category: "auth", message: "In", data: { email: user.email }, level: "nonsense" });\n`;
      const { read, run } = await workspace({ "a.js": text });
      await run("--fix-suggestions", "no-pii");
      expect(await read("a.js")).not.toContain("user.email }");
      expect(await read("a.js")).toContain('level: "nonsense"');
    });

    it("makes of two changes in one place the first, and the other one after it", async () => {
      const text = `${IMPORT}export const f = (user) => Sentry.addBreadcrumb({ category: "auth", message: "In", data: { email: user.email, phone: user.phone } });\n`;
      const { read, run } = await workspace({ "a.js": text, "b.js": FINE });
      expect(await run("--fix-suggestions", "no-pii,no-unknown-fields")).toMatchObject({ code: 0, stdout: "" });
      expect(await read("a.js")).not.toMatch(/user\.(?:email|phone)\b(?!\))/u);
      expect(await read("b.js")).toBe(FINE);
    });

    it("applies no fix of other rules that a comment in the file has run", async () => {
      const text = `/* eslint quotes: "error", semi: ["error", "never"], other/rule: 2 */\n${FINE}`;
      const { read, run } = await workspace({ "a.js": text });
      expect(await run("--fix")).toMatchObject({ code: 0, stdout: "" });
      expect(await read("a.js")).toBe(text);
    });
  });

  describe("formats for other programs", () => {
    it("annotates on GitHub", async () => {
      const { run } = await workspace({ "src/a,b.js": WARN });
      const { stdout } = await run("--format", "github");
      expect(stdout).toMatch(
        /^::error file=src\/a%2Cb\.js,line=2,endLine=2,col=64,endColumn=70,title=sentry-breadcrumbs\/valid-level::Sentry does not know the level `warn`/u,
      );
    });

    it("tells errors from warnings, and names what cannot be parsed", async () => {
      const { run } = await workspace({ "a.js": WARN, "b.js": "let x = = addBreadcrumb" });
      const rule = ["--rule", "valid-level: warn"];
      const { stdout } = await run("--format", "github", ...rule);
      expect(stdout).toMatch(/^::warning file=a\.js,.*,title=sentry-breadcrumbs\/valid-level::/u);
      expect(stdout).toMatch(/^::error file=b\.js,line=1,.*,title=Parsing error::/mu);
      const log = JSON.parse((await run("--format", "sarif", ...rule)).stdout) as unknown;
      expect(log).toMatchObject({ runs: [{ results: [{ level: "warning" }, { level: "error" }] }] });
    });

    it("writes SARIF", async () => {
      const { run } = await workspace({ "a b.js": WARN, "c.ts": "let x = = addBreadcrumb" });
      const { stdout } = await run("--format", "sarif");
      const [log] = (JSON.parse(stdout) as { runs: [Record<string, never>] }).runs;
      expect(log).toMatchObject({
        columnKind: "utf16CodeUnits",
        results: [
          {
            ruleId: "sentry-breadcrumbs/valid-level",
            level: "error",
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "a%20b.js", uriBaseId: "ROOT" },
                  region: { startLine: 2, startColumn: 64, endLine: 2, endColumn: 70 },
                },
              },
            ],
          },
          { level: "error", locations: [{ physicalLocation: { region: { startLine: 1 } } }] },
        ],
      });
      const { results, tool } = log as unknown as {
        results: { ruleIndex: number }[];
        tool: { driver: { rules: { id: string; helpUri: string; shortDescription: { text: string } }[] } };
      };
      const rule = tool.driver.rules[results[0]!.ruleIndex]!;
      expect(rule.id).toBe("sentry-breadcrumbs/valid-level");
      expect(rule.helpUri).toContain("docs/rules/valid-level.html");
      expect(rule.shortDescription.text).not.toBe("");
    });

    it("writes them for nothing, too", async () => {
      const { run } = await workspace({ "a.js": "" });
      expect(JSON.parse((await run("-f", "json")).stdout)).toEqual([]);
      expect(JSON.parse((await run("-f", "sarif")).stdout)).toMatchObject({ runs: [{ results: [] }] });
      expect((await run("-f", "github")).stdout).toBe("");
    });
  });

  describe("what it is told wrongly", () => {
    it.each<[args: string[], line: string]>([
      [["nowhere"], 'There is no file or folder "nowhere".\n'],
      [["chekc"], 'There is no file or folder "chekc". Did you mean the command "check"?'],
      [["a.txt"], 'The rules do not read "a.txt". They read files in .js, .mjs,'],
      [["--rule", "no-pi: off"], 'There is no rule "no-pi". Did you mean "no-pii"?\n'],
      [["--rule", "loud: off"], 'There is no rule "loud". The rules are consistent-category, known-category,'],
      [["--rule", "no-pii"], '--rule is "no-pii", expected a rule and its severity (off, warn, error)'],
      [["--rule", "no-pii: of"], '--rule is "no-pii: of", expected'],
      [["--rule", 'no-pii: ["loud"]'], '--rule is "no-pii: ["loud"]", expected'],
      [["--rule", "{no-pii: off}"], '--rule is "{no-pii: off}", expected'],
      [["--rule", 'no-pii: ["warn", {"alow": []}]'], "alow"],
      [["--fix-suggestions", "a.js"], 'There is no rule "a.js".'],
      [["--format", "xml"], "Expected one of pretty, stylish, json, sarif, github, gitlab, rustc.\n"],
      [
        ["--format", "prety"],
        "argument 'prety' is invalid. Expected one of pretty, stylish, json, sarif, github, gitlab, rustc. Did you mean pretty?",
      ],
      [
        ["--preset", "recomended"],
        "argument 'recomended' is invalid. Expected --strict, or nothing for the recommended preset.",
      ],
      [["--max-warnings", "few"], "Expected a whole number, such as 0."],
      [["--concurrency", "0"], "Expected a number of threads, auto or off."],
      [["--suppress-rule", "valid", "--rule", "no-pii: off"], 'There is no rule "valid".'],
      [
        ["--suppress-all", "--prune-suppressions"],
        "Use only one of --suppress-all, --suppress-rule and --prune-suppressions",
      ],
      [["--fixx"], "error: unknown option '--fixx'\n(Did you mean --fix?)"],
      [["--explain", "no-pi"], 'There is no rule "no-pi". Did you mean "no-pii"?'],
    ])("%j", async (args, line) => {
      const { run } = await workspace({ "a.js": WARN, "a.txt": "" });
      const { code, stdout, stderr } = await run(...args);
      expect(stderr).toContain(line);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    });

    it("helps", async () => {
      const { run } = await workspace({});
      expect(await run("--version")).toMatchObject({ code: 0, stderr: "" });
      const { stdout } = await run("--help");
      expect(stdout).toContain("check [options] [paths...]");
      expect(stdout).toContain("--strict");
      expect(stdout.split("\n").filter((line) => line.length > 80 && !line.includes("https://"))).toEqual([]);
    });
  });
});
