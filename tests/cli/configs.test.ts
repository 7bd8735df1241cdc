import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ESLint } from "eslint";
import { workspace, type Workspace } from "./workspace.ts";

const settings = (name: string): string =>
  `{ settings: { "sentry-breadcrumbs": { wrappers: [{ name: "${name}", parameters: ["message", "level"] }] } } }`;
const CALL = (name: string): string => `import { ${name} } from "wrappers";\n${name}("In", "warn");\n`;

/** Installs one of this repository's copies of ESLint. */
async function installESLint(at: Workspace, copy: string): Promise<void> {
  await mkdir(at.path("node_modules"), { recursive: true });
  await symlink(join(process.cwd(), "node_modules", copy), at.path("node_modules/eslint"), "junction");
}

async function found(at: Workspace, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await at.run("-f", "json", ...args);
  return (JSON.parse(stdout) as ESLint.LintResult[])
    .filter(({ messages }) => messages.length > 0)
    .map(({ filePath }) => filePath.slice(at.folder.length + 1));
}

describe("a config of settings alone", { timeout: 60_000 }, () => {
  it.each(["eslint", "eslint9", "eslint9.15"])("holds for files that ESLint does not lint, with %s", async (copy) => {
    const at = await workspace({
      "eslint.config.mjs": `export default [{ ignores: ["out"] }, ${settings("track")}];\n`,
      "a.ts": CALL("track"),
      "b.vue": `<script>\n${CALL("track")}</script>\n`,
      "c.ts": CALL("note"),
    });
    await installESLint(at, copy);
    expect(await found(at)).toEqual(["a.ts", "b.vue"]);
  });
});

// ESLint is loaded in several versions.
describe("the configs of a monorepo", { timeout: 60_000 }, () => {
  it.each(["eslint", "eslint9", "eslint9.15"])("hold for their own files with %s", async (copy) => {
    const at = await workspace({
      "package.json": '{ "type": "module" }',
      "eslint.config.js": `export default [${settings("track")}];\n`,
      "packages/a/eslint.config.js": `import root from "../../eslint.config.js";\nexport default [...root, { files: ["src/**"], ...${settings("note")} }];\n`,
      "packages/a/src/a.js": CALL("note"),
      "packages/a/b.js": CALL("track"),
      "packages/b/a.js": CALL("note"),
      "packages/b/b.js": CALL("track"),
    });
    await installESLint(at, copy);
    expect(await found(at)).toEqual(["packages/a/b.js", "packages/a/src/a.js", "packages/b/b.js"]);
    expect(await found(at, "packages/a/src")).toEqual(["packages/a/src/a.js"]);
  });
});

describe("a config that does not load", { timeout: 60_000 }, () => {
  const THROWS = "it could not be loaded, so its settings are unknown: boom";
  const files = {
    "package.json": '{ "type": "module" }',
    "a.js": 'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: "In", level: "warn" });\n',
  };

  it.each<[how: string, config: string, matters: boolean]>([
    ["throws", '// sentry-breadcrumbs\nthrow new Error("boom");\n', true],
    ["throws no error", '// sentry-breadcrumbs\nthrow "boom";\n', true],
    ["throws several lines", '// sentry-breadcrumbs\nthrow new Error("boom\\n  at line 3");\n', true],
    [
      "throws through a CommonJS package",
      'import "bad";\nexport default [{ plugins: { "sentry-breadcrumbs": {} } }];\n',
      true,
    ],
    ["may know of the plugin, and does not name it", 'import "bad";\nexport default [];\n', false],
  ])("since it %s, is listed, and the files are checked all the same", async (_, config, matters) => {
    const at = await workspace({
      ...files,
      "eslint.config.js": config,
      "node_modules/bad/package.json": '{ "name": "bad", "main": "index.js" }',
      "node_modules/bad/index.js": 'throw new Error("boom");\n',
      "node_modules/eslint-plugin-sentry-breadcrumbs/package.json": '{ "main": "index.js" }',
      "node_modules/eslint-plugin-sentry-breadcrumbs/index.js": "",
    });
    const ran = await at.run();
    expect(ran.stdout).toContain("valid-level");
    expect(ran.stderr).toContain(
      `Not read:\n  eslint.config.js: ${THROWS}\n    Correct it, or ignore it with --no-config`,
    );
    expect(ran.code).toBe(matters ? 2 : 1);
    expect(await at.run("--allow-unread")).toMatchObject({ code: 1 });
  });

  it.each([
    ["{ plugins: { 'sentry-breadcrumbs': plugin }, rules: { 'sentry-breadcrumbs/no-pi': 2 } }", "no-pii"],
    ["plugin.configs.recommended, plugin.configs.recommanded", "recommended"],
    ["plugin.configs['rust-stict']", "rust-strict"],
    ["plugin.configs.other", undefined],
  ])("says which name was meant: %s", async (entry, meant) => {
    const at = await workspace(
      {
        "package.json": '{ "type": "module" }',
        "eslint.config.js": `const plugin = { configs: { recommended: {} }, rules: {} };\nexport default [${entry}]; // sentry-breadcrumbs\n`,
        "a.js": CALL("track"),
      },
      ["eslint"],
    );
    const { stderr } = await at.run();
    expect(stderr).toContain(
      `\n    ${meant === undefined ? "" : `Did you mean "${meant}"? `}Correct it, or ignore it with --no-config.\n`,
    );
  });

  it("stops init, which does not know then what there is", async () => {
    const at = await workspace({ ...files, "eslint.config.js": '// sentry-breadcrumbs\nthrow new Error("boom");\n' });
    expect(await at.run("init", "--write")).toMatchObject({ code: 2, stdout: "" });
    expect((await at.run("init")).stderr).toContain(`eslint.config.js: ${THROWS}\n`);
  });

  it("is that of an ESLint which does not read it, beside which the command's own does", async () => {
    const at = await workspace({
      "package.json": '{ "type": "module" }',
      "eslint.config.js": `export default [${settings("track")}];\n`,
      "a.js": CALL("track"),
      "node_modules/eslint/package.json": '{ "name": "eslint", "main": "index.js" }',
      "node_modules/eslint/index.js": 'exports.ESLint = class { static version = "8.57.1"; };\n',
    });
    expect(await found(at)).toEqual(["a.js"]);
  });
});
