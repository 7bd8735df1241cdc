import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandIn, commandPackage } from "../../../scripts/findings.js";
import { buildProject, type Project } from "../../support/built.ts";
import { run, scratch } from "./scratch.ts";

let built: Project;

beforeAll(async () => {
  built = await buildProject({});
});

afterAll(() => built.remove());

/** A project with the built plugin and command and one of the supported versions of ESLint. */
function project(eslint: string, files: Readonly<Record<string, string>>): string {
  const root = scratch({
    "src/track.ts": `import * as Sentry from "@sentry/node";\nexport function track(message: string, level: string) { Sentry.addBreadcrumb({ message, level }); }\n`,
    "src/shop/pay.ts": `import { track } from "../track";\ntrack("Paid", "warn");\n`,
    "src/lib.rs": `fn pay() { sentry::add_breadcrumb(sentry::Breadcrumb { ty: "nonsense".into(), ..Default::default() }); }\n`,
    ...files,
  });
  const plugin = join(root, "node_modules/eslint-plugin-sentry-breadcrumbs");
  mkdirSync(plugin, { recursive: true });
  writeFileSync(
    join(plugin, "package.json"),
    JSON.stringify({ name: "eslint-plugin-sentry-breadcrumbs", type: "module", exports: "./index.js" }),
  );
  writeFileSync(join(plugin, "index.js"), readFileSync(built.path("plugin.js")));
  symlinkSync(join(process.cwd(), "node_modules"), join(plugin, "node_modules"));
  symlinkSync(join(process.cwd(), "dist/command"), join(root, "node_modules/sentry-breadcrumbs"));
  for (const [name, copy] of [
    ["eslint", eslint],
    ["typescript-eslint", "typescript-eslint"],
    ["typescript", "typescript"],
  ] as const) {
    symlinkSync(join(process.cwd(), "node_modules", copy), join(root, "node_modules", name));
  }
  return root;
}

/** The rules that ESLint's own command reports in a project, with the file. */
function lint(root: string): readonly string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules/eslint/bin/eslint.js"), ".", "--format", "json"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  if (stdout === "") throw new Error(stderr);
  const results = JSON.parse(stdout) as {
    filePath: string;
    messages: { ruleId: string | null; message: string }[];
  }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => `${filePath.slice(root.length + 1)} ${ruleId ?? message}`),
  );
}

const FOUND = ["src/lib.rs sentry-breadcrumbs/valid-type", "src/shop/pay.ts sentry-breadcrumbs/valid-level"];

describe.each(["eslint", "eslint9", "eslint9.15"])("%s", (eslint) => {
  it.each<[string, Record<string, string>]>([
    ["no config", {}],
    ["no config in a package of modules", { "package.json": `{ "type": "module" }` }],
    [
      "a list",
      {
        "eslint.config.mjs": `import tseslint from "typescript-eslint";\n\nexport default [\n  { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },\n];\n`,
      },
    ],
    [
      "tseslint.config",
      {
        "eslint.config.mjs": `import tseslint from 'typescript-eslint'\n\nexport default tseslint.config(\n  tseslint.configs.base\n)\n`,
      },
    ],
    [
      "CommonJS",
      {
        "eslint.config.cjs": `const tseslint = require("typescript-eslint");\nmodule.exports = [tseslint.configs.base];\n`,
      },
    ],
    [
      "JavaScript's rules for all files",
      {
        "eslint.config.mjs": `export default [{ rules: { "no-undef": "error", "no-unused-vars": "error", "no-irregular-whitespace": "error", "no-unexpected-multiline": "error", "no-unused-expressions": "error" } }];\n`,
      },
    ],
    [
      "a list that reads no TypeScript, and components without their parser",
      {
        "eslint.config.mjs": `export default [{ rules: {} }];\n`,
        "vite.config.ts": "export default {} satisfies object;\n",
        "src/Page.vue": "<template><a /></template>\n",
      },
    ],
  ])("runs on what is written for %s", (_, files) => {
    const root = project(eslint, files);
    // In a process of its own: typescript-eslint takes the folders of all configs that a process loads for candidates.
    const command = [commandIn(commandPackage), "init", "--write"];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
    expect(stderr).toMatch(
      /^eslint\.config\.[mc]?js was (?:written|changed)\.\n(?:\*\*.*\n|`.*\n)*\nNext:\n {2}npx eslint \.\n$/u,
    );
    expect(status).toBe(0);
    expect(
      readdirSync(root).flatMap((name) =>
        name.startsWith("eslint.config.") ? readFileSync(join(root, name), "utf8") : [],
      ),
    ).toEqual([expect.stringContaining("await discover(")]);
    expect([...lint(root)].sort()).toEqual(FOUND);
  });
});

describe("what is to be installed", () => {
  it.each([
    ["9.14.0", "\nThe rules need ESLint 9.15 or later; this project has 9.14.0.\n\nNext:\n  npm i -D eslint@latest "],
    ["9.15.0", "\nNext:\n  npm i -D eslint-plugin-sentry-breadcrumbs "],
    ["10.0.0", "\nNext:\n  npm i -D eslint-plugin-sentry-breadcrumbs "],
  ])("comes with what ESLint %s has to be", async (version, next) => {
    const root = scratch({
      "package.json": `{ "name": "shop", "dependencies": { "@sentry/node": "^10.4.0" } }`,
      "src/pay.js": `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ category: "pay", message: "Paid" });\n`,
      "node_modules/eslint/package.json": JSON.stringify({ name: "eslint", version }),
      "node_modules/eslint/index.js": "",
    });
    const { stderr } = await run(root, { write: true });
    expect(stderr).toContain(next);
  });
});
