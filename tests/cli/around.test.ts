import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { discover } from "../../src/cli/discover.ts";
import { install, run as init, scratch } from "./init/scratch.ts";
import { runIn } from "./workspace.ts";

const SDK = 'import * as Sentry from "@sentry/node";\n';
const LOG = `${SDK}export const log = { note(message, level) { Sentry.addBreadcrumb({ message, level }); } };\n`;
const CALL = 'import { log } from "@shop/core";\nlog.note("Paid", "warn");\n';

/** A workspace whose packages are told by a file. */
const members = (marks: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  "package.json": "{}",
  ...marks,
  "packages/core/package.json": '{ "name": "@shop/core", "main": "src/log.js" }',
  "packages/core/src/log.js": LOG,
  "packages/core/src/start.js": `${SDK}Sentry.init({});\nSentry.addBreadcrumb({ message: "Started" });\n`,
  "packages/app/package.json": '{ "name": "@shop/app", "dependencies": { "@shop/core": "workspace:*" } }',
  "packages/app/src/pay.js": CALL,
});

const CARGO = {
  "Cargo.toml": '[workspace]\nmembers = ["crates/*"]\n',
  "crates/core/Cargo.toml": '[package]\nname = "core_log"\n',
  "crates/core/src/lib.rs":
    "use sentry::*;\npub fn note(message: &str) { add_breadcrumb(Breadcrumb { message: Some(message.into()), ..Default::default() }); }\n",
  "packages/app/Cargo.toml": '[package]\nname = "app"\n[dependencies]\ncore_log = { path = "../../crates/core" }\n',
  "packages/app/src/main.rs": 'fn main() { core_log::note("Paid"); }\n',
};

// The first run loads ESLint and the parsers.
describe("a command that is started in a package", { timeout: 30_000 }, () => {
  it.each([
    ["npm, Yarn or Bun", members({ "package.json": '{ "workspaces": ["packages/*"] }' })],
    ["pnpm", members({ "pnpm-workspace.yaml": "packages:\n  - packages/*\n" })],
    ["Lerna", members({ "lerna.json": "{}" })],
    ["Nx", members({ "nx.json": "{}" })],
    ["Rush", members({ "rush.json": "{}" })],
    ["Cargo", CARGO],
  ])("finds the wrappers of the workspace: %s", async (_, files) => {
    const root = scratch(files);
    const { stderr } = await runIn(`${root}/packages/app`, ["check"]);
    expect(stderr).toMatch(/1 breadcrumb, 0 direct, 1 through `note` of \.\.\/.*(?:core\/src\/log\.js|lib\.rs)\./su);
  });

  it("says of its own files alone what it finds", async () => {
    const app = `${scratch(members({ "lerna.json": "{}" }))}/packages/app`;
    const { stdout, code } = await runIn(app, ["check", "--format", "json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ filePath: `${app}/src/pay.js`, errorCount: 1 }]);
    const inventory = JSON.parse((await runIn(app, ["inventory"])).stdout) as object;
    expect(inventory).toMatchObject({ breadcrumbs: [{ file: "src/pay.js", callee: "log.note" }] });
    expect(JSON.parse((await init(app, { json: true })).stdout)).toMatchObject({
      breadcrumbs: { before: 0, after: 1 },
      wrappers: [{ name: "log.note", definedIn: "../core/src/log.js", calls: { "src/pay.js": 1 } }],
    });
  });

  it("counts what is in its own files, and proposes what concerns them", async () => {
    const root = scratch({
      ...members({ "lerna.json": "{}" }),
      "packages/app/src/start.js": `${SDK}Sentry.init({});\n`,
      "packages/web/package.json": '{ "name": "@shop/web", "dependencies": { "@shop/core": "workspace:*" } }',
      "packages/web/src/pay.js": `${CALL}log.note("Sent", "info");\n${SDK}Sentry.init({});\n`,
    });
    const found = async (folder: string, paths: readonly string[] = []): Promise<Record<string, unknown>> =>
      JSON.parse((await init(folder, { paths, json: true })).stdout) as Record<string, unknown>;
    const app = {
      breadcrumbs: { before: 0, after: 1 },
      settings: {
        wrappers: [{ name: "log.note" }],
        automatic: [{ files: "*/packages/app/*" }],
      },
    };
    expect(await found(`${root}/packages/app`)).toMatchObject({ ...app, wrappers: [{ calls: { "src/pay.js": 1 } }] });
    expect(await found(root, ["packages/app"])).toMatchObject({
      ...app,
      wrappers: [{ calls: { "packages/app/src/pay.js": 1 } }],
    });
    expect(await found(root)).toMatchObject({
      breadcrumbs: { before: 1, after: 4 },
      wrappers: [{ calls: { "packages/app/src/pay.js": 1, "packages/web/src/pay.js": 2 } }],
    });
  });

  it("has the wrappers of the workspace where a package's config asks for them", async () => {
    const root = scratch(members({ "lerna.json": "{}" }));
    const app = `${root}/packages/app`;
    const { wrappers } = await discover(app);
    expect(wrappers).toMatchObject([{ name: "log.note", from: "@shop/core" }]);
    expect(await discover(app)).toEqual(await discover(root));
    expect(await discover(app, { paths: ["src"] })).toEqual({});
    await expect(discover(`${root}/packages/gone`)).rejects.toThrow("gone");
  });

  it("has the config ask from its own folder", async () => {
    const app = `${scratch(members({ "lerna.json": "{}" }))}/packages/app`;
    install(app);
    expect((await init(app, { write: true })).stderr).toContain("eslint.config.mjs was written.");
    expect(readFileSync(`${app}/eslint.config.mjs`, "utf8")).toContain("await discover(import.meta.dirname)");
  });

  it("reads a package from its folders, in a repository", async () => {
    const root = scratch({
      "package.json": "{}",
      "lib/log.js": LOG,
      "src/pay.js": CALL.replace("@shop/core", "../lib/log"),
    });
    expect((await runIn(`${root}/src`, ["check"])).stderr).toContain("Nothing to check");
    execFileSync("git", ["init", "-q"], { cwd: root });
    expect((await runIn(`${root}/src`, ["check"])).stderr).toContain("1 through `note` of ../lib/log.js.");
  });
});

describe("init for a file", () => {
  it("finds the wrappers that the file calls, and proposes nothing for others", async () => {
    const root = scratch({
      "package.json": "{}",
      "lib/log.js": LOG,
      "src/pay.js": CALL.replace("@shop/core", "../lib/log"),
      "src/other.js": "",
    });
    const { stdout } = await init(root, { paths: ["src/pay.js"], json: true });
    expect(JSON.parse(stdout)).toMatchObject({
      breadcrumbs: { before: 0, after: 1 },
      settings: { wrappers: [{ name: "log.note" }] },
    });
    expect((await init(root, { paths: ["src/other.js"] })).stdout).toContain("No file here records");
    expect(await init(root, { paths: ["src/pay.js"], check: true })).toMatchObject({ exitCode: 1 });
    expect(await init(root, { paths: ["src/other.js"], check: true })).toMatchObject({ exitCode: 0 });
  });
});
