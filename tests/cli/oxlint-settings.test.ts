import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run as init, scratch } from "./init/scratch.ts";
import { runIn } from "./workspace.ts";

const SDK = 'import * as Sentry from "@sentry/node";\n';
const CRUMB = `${SDK}Sentry.addBreadcrumb({ category: "shop.pay", message: "Paid", level: "info" });\n`;
const SETTINGS = '"settings": { "sentry-breadcrumbs": { "categories": ["cart"] } }';

/** The categories that `check` reports in each file. */
async function reported(root: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runIn(root, ["check", "--format", "json", ...args]);
  const results = JSON.parse(stdout) as readonly { filePath: string; messages: readonly { ruleId: string }[] }[];
  return results
    .filter(({ messages }) => messages.some(({ ruleId }) => ruleId.endsWith("known-category")))
    .map(({ filePath }) => filePath.slice(root.length + 1))
    .sort();
}

// The first run loads ESLint and the parsers.
describe("the settings in a config of oxlint", { timeout: 30_000 }, () => {
  it.each<[kind: string, files: Record<string, string>, expected: string[]]>([
    ["in JSON", { ".oxlintrc.json": `{ ${SETTINGS} }` }, ["a.js", "app/b.js"]],
    ["with comments", { ".oxlintrc.jsonc": `// ours\n{ ${SETTINGS}, }\n` }, ["a.js", "app/b.js"]],
    ["of a folder", { "app/.oxlintrc.json": `{ ${SETTINGS} }` }, ["app/b.js"]],
    ["above a folder with one", { ".oxlintrc.json": `{ ${SETTINGS} }`, "app/.oxlintrc.json": "{}" }, ["a.js"]],
    ["that say nothing", { ".oxlintrc.json": '{ "jsPlugins": ["eslint-plugin-sentry-breadcrumbs"] }' }, []],
    [
      "beside ESLint's, which win",
      {
        ".oxlintrc.json": `{ ${SETTINGS} }`,
        "eslint.config.mjs": 'export default [{ settings: { "sentry-breadcrumbs": { categories: ["shop.*"] } } }];',
      },
      [],
    ],
  ])("hold for the command: %s", async (_, files, expected) => {
    const root = scratch({ "a.js": CRUMB, "app/b.js": CRUMB, ...files });
    expect(await reported(root)).toEqual(expected);
    expect(await reported(root, "--no-config")).toEqual([]);
  });

  it("are unknown where it cannot be read", async () => {
    const root = scratch({ "a.js": CRUMB, ".oxlintrc.json": `{ ${SETTINGS}` });
    const { code, stderr } = await runIn(root, ["check"]);
    expect(code).toBe(2);
    expect(stderr).toContain("  .oxlintrc.json: it could not be read, so its settings are unknown: ");
  });

  it("are compared with the code, and what is missing is added", async () => {
    const root = scratch({
      ".oxlintrc.json": "{}\n",
      "track.js": `${SDK}export function track(message) { Sentry.addBreadcrumb({ message }); }\n`,
      "note.js": `${SDK}export function note(message) { Sentry.addBreadcrumb({ message }); }\n`,
      "pay.js": 'import { track } from "./track";\ntrack("Paid");\n',
    });
    const written = async (): Promise<unknown> => {
      expect((await init(root, { write: true, fixed: true })).exitCode).toBe(0);
      expect(await init(root, { check: true })).toMatchObject({
        exitCode: 0,
        stdout: "The settings are up to date.\n",
      });
      return JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8"));
    };
    const wrappers = [{ name: "track" }];
    expect(await written()).toMatchObject({ settings: { "sentry-breadcrumbs": { wrappers } } });
    writeFileSync(join(root, "send.js"), 'import { note } from "./note";\nnote("Sent");\n');
    expect((await init(root, { check: true })).exitCode).toBe(1);
    expect(await written()).toMatchObject({
      settings: { "sentry-breadcrumbs": { wrappers: [...wrappers, { name: "note" }] } },
    });
  });
});
