import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { editOxlintModule } from "../../../src/cli/init/edit-config.ts";
import { editOxlintConfig } from "../../../src/cli/init/oxlint-config.ts";
import { oxlint } from "../../../src/index.ts";
import { run, scratch } from "./scratch.ts";

const SETTINGS = { categories: ["pay"], wrappers: [{ name: "track", parameters: ["message"] }] };

/** The config afterwards, after which the same addition changes nothing. */
function edited(text: string): string {
  const result = editOxlintConfig(text, SETTINGS);
  if (!("text" in result)) return `! ${result.reason}`;
  expect(editOxlintConfig(result.text, SETTINGS)).toEqual(result);
  return result.text;
}

const WHOLE = {
  jsPlugins: ["eslint-plugin-sentry-breadcrumbs"],
  rules: oxlint.recommended.rules,
  settings: { "sentry-breadcrumbs": SETTINGS },
};

it.each<[before: string, expected: object]>([
  ["{}", WHOLE],
  ['{ "rules": {} }\n', WHOLE],
  [
    '{\n  "jsPlugins": ["other"],\n  "rules": { "no-var": "error" },\n  "settings": { "react": {} }\n}\n',
    {
      jsPlugins: ["other", "eslint-plugin-sentry-breadcrumbs"],
      rules: { "no-var": "error", ...WHOLE.rules },
      settings: { react: {}, ...WHOLE.settings },
    },
  ],
  [
    '\uFEFF{\r\n\t"jsPlugins": [],\r\n\t"settings": { "sentry-breadcrumbs": { "categories": ["a"] } }\r\n}',
    { ...WHOLE, settings: { "sentry-breadcrumbs": { ...SETTINGS, categories: ["a", "pay"] } } },
  ],
  [
    '{ "jsPlugins": [{ "name": "s", "specifier": "eslint-plugin-sentry-breadcrumbs" }], "rules": { "sentry-breadcrumbs/no-pii": "off" } }',
    {
      ...WHOLE,
      jsPlugins: [{ name: "s", specifier: "eslint-plugin-sentry-breadcrumbs" }],
      rules: { ...WHOLE.rules, "sentry-breadcrumbs/no-pii": "off" },
    },
  ],
])("adds what is missing, as JSON: %j", (before, expected) => {
  const text = edited(before);
  expect(JSON.parse(text.replace(/^\uFEFF/u, ""))).toEqual(expected);
  expect(text.startsWith("\uFEFF")).toBe(before.startsWith("\uFEFF"));
});

it("keeps comments and the layout", () => {
  const before = '{\n  // ours\n  "rules": {\n    "no-var": "error", // why\n  },\n}\n';
  const text = edited(before);
  expect(text).toContain("{\n  // ours\n");
  expect(text).toContain('"no-var": "error", // why\n    "sentry-breadcrumbs/');
});

it.each(["[]", "{", '{ "rules": 1 }'])("says what it cannot add to: %s", (text) => {
  expect(edited(text)).toMatch(/^! it does not parse: /u);
});

const IMPORT = `import { oxlint } from "eslint-plugin-sentry-breadcrumbs";\n`;
const WRITTEN = `settings: { "sentry-breadcrumbs": { categories: ["pay"] } }`;

it.each<[what: string, before: string, after: string]>([
  [
    "an object",
    `export default {\n  rules: { "no-var": "error" },\n};\n`,
    `${IMPORT}\nexport default {\n  rules: { "no-var": "error" },\n  extends: [oxlint.recommended],\n  ${WRITTEN},\n};\n`,
  ],
  [
    "defineConfig, and a list to extend",
    `import { defineConfig } from "oxlint";\nimport base from "./base.ts";\nexport default defineConfig({\n  extends: [base],\n});\n`,
    `import { defineConfig } from "oxlint";\nimport base from "./base.ts";\n${IMPORT}export default defineConfig({\n  extends: [base, oxlint.recommended],\n  ${WRITTEN},\n});\n`,
  ],
  [
    "a constant, in its types",
    `import type { OxlintConfig } from "oxlint";\nconst config: OxlintConfig = {\n  settings: {},\n};\nexport default config satisfies OxlintConfig;\n`,
    `import type { OxlintConfig } from "oxlint";\n${IMPORT}const config: OxlintConfig = {\n  settings: {\n    "sentry-breadcrumbs": { categories: ["pay"] },\n  },\n  extends: [oxlint.recommended],\n};\nexport default config satisfies OxlintConfig;\n`,
  ],
  [
    "what extends a preset already",
    `import { oxlint as ours } from "eslint-plugin-sentry-breadcrumbs";\nexport default {\n  extends: [ours.strict],\n};\n`,
    `import { oxlint as ours } from "eslint-plugin-sentry-breadcrumbs";\nexport default {\n  extends: [ours.strict],\n  ${WRITTEN},\n};\n`,
  ],
  [
    "a name that is taken",
    `import * as oxlint from "oxlint";\nexport default oxlint.defineConfig({\n});\n`,
    "it exports no object by default",
  ],
  ["a call of something else", `export default make({});\n`, "it exports no object by default"],
  ["nothing that is exported", "const config = {};\n", "it exports no object by default"],
  ["what is extended elsewhere", "export default { extends: other() };\n", "its extends are defined in another place"],
  ["what does not parse", "export default {", "it does not parse: "],
])("adds to a module: %s", (_, before, after) => {
  const settings = { categories: ["pay"] };
  const result = editOxlintModule(before, "oxlint.config.ts", settings);
  if ("reason" in result) expect(result.reason).toContain(after);
  else {
    expect(result.text).toBe(after);
    expect(editOxlintModule(after, "oxlint.config.ts", settings)).toEqual(result);
  }
});

it.each([
  ["oxlint.config.ts", "oxlint"],
  ["oxlint.config.mjs", "oxlint --config oxlint.config.mjs"],
])("is a module where the project has one: %s", async (name, start) => {
  const root = scratch({
    "a.js": `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ category: "pay" });\n`,
    [name]: "export default {};\n",
  });
  const { exitCode, stderr } = await run(root, { write: true });
  expect(stderr).toBe(
    `${name} was changed.\n\nNext:\n  npm i -D oxlint eslint-plugin-sentry-breadcrumbs\n  npx ${start}\n`,
  );
  expect(exitCode).toBe(0);
  expect(readFileSync(join(root, name), "utf8")).toContain("extends: [oxlint.recommended],");
});

it("is what init --write changes where the project is linted by oxlint alone", async () => {
  const root = scratch({
    "a.js": `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ category: "pay" });\n`,
    ".oxlintrc.json": "{}\n",
  });
  const { exitCode, stderr } = await run(root, { write: true });
  expect(stderr).toBe(
    ".oxlintrc.json was changed.\n\nNext:\n  npm i -D oxlint eslint-plugin-sentry-breadcrumbs\n  npx oxlint\n",
  );
  expect(exitCode).toBe(0);
  expect(JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8"))).toEqual({
    ...WHOLE,
    settings: { "sentry-breadcrumbs": { categories: ["pay"] } },
  });
  expect((await run(root, { write: true })).stderr).toContain(".oxlintrc.json already contains all of this.");
});

it("says why nothing was written to a config of oxlint", async () => {
  const root = scratch({
    "a.js": `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ category: "pay" });\n`,
    ".oxlintrc.json": "[]\n",
  });
  const { exitCode, stderr } = await run(root, { write: true });
  expect(stderr).toContain(".oxlintrc.json was not changed: it does not parse: an object is expected");
  expect(exitCode).toBe(2);
});
