import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { patternsOf } from "../../../src/cli/init/path-patterns.ts";
import { install, run, scratch } from "./scratch.ts";

/** What ESLint says of a project, and which files our rules run on. */
async function linted(root: string): Promise<{ readonly others: readonly string[]; readonly ours: readonly string[] }> {
  const eslint = new ESLint({ cwd: root });
  const results = await eslint.lintFiles(["."]);
  const others = results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ ruleId }) => ruleId?.startsWith("sentry-breadcrumbs/") !== true)
      .map(({ ruleId, message }) => `${filePath.slice(root.length + 1)} ${ruleId ?? message}`),
  );
  const ours: string[] = [];
  for (const { filePath } of results) {
    const { rules = {} } = (await eslint.calculateConfigForFile(filePath)) as { rules?: object };
    if (Object.keys(rules).some((name) => name.startsWith("sentry-breadcrumbs/")))
      ours.push(filePath.slice(root.length + 1));
  }
  return { others, ours: ours.filter((path) => !path.startsWith("eslint.config.")).sort() };
}

const SDK = `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: "m" });\n`;
const TYPED = `${SDK}export const one = { a: 1 } satisfies object;\n`;
const VUE = `<script setup lang="ts">\nexport type A = string;\n</script>\n<template><a :href="x" /></template>\n`;
const SVELTE = `<script lang="ts">\n  let a = 1 as number;\n</script>\n<p>{a}</p>\n`;
const ASTRO = `---\nconst a = 1 as number;\n---\n<p>{a}</p>\n`;
const JSX = `${SDK}export const A = () => <a />;\n`;
/** JavaScript's rules for all files, as \`js.configs.recommended\` has them. */
const UNDEFINED = `{ rules: { "no-undef": "error", "no-unused-vars": "error" }, languageOptions: { globals: { process: "readonly" } } }`;
const PARSER = `import parser from "@typescript-eslint/parser";\n`;

interface Row {
  readonly files: Readonly<Record<string, string>>;
  /** The files that our rules run on afterwards, beside `a.js`. */
  readonly ours: readonly string[];
  /** What the config has, and what it has not. */
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  readonly name?: string;
}

describe("what ESLint let pass still passes", { timeout: 60_000 }, () => {
  it.each<[what: string, config: string, row: Row]>([
    [
      "JavaScript alone",
      `export default [${UNDEFINED}];`,
      { files: {}, ours: [], lacks: ["files:", "ignores", "breadcrumbsParser"] },
    ],
    [
      "TypeScript that was not linted, under rules of JavaScript",
      `export default [${UNDEFINED}];`,
      {
        files: {
          "src/a.ts": `${TYPED}export type T = NodeJS.Timeout;\n`,
          "src/types.d.ts": "declare const one: string;\n",
        },
        ours: ["src/a.ts", "src/types.d.ts"],
        has: [`{ files: ["**/*.ts"], languageOptions: { parser: breadcrumbsParser } }`, `"no-undef": "off"`],
      },
    ],
    [
      "a parser for the files of some folders",
      `${PARSER}export default [{ files: ["src/**/*.ts"], languageOptions: { parser } }];`,
      {
        files: { "src/a.ts": TYPED, "vite.config.ts": TYPED, "scripts/x/b.ts": TYPED },
        ours: ["scripts/x/b.ts", "src/a.ts", "vite.config.ts"],
        has: [`{ files: ["*.ts", "scripts/**/*.ts"], languageOptions: { parser: breadcrumbsParser } }`],
      },
    ],
    [
      "a parser of TypeScript for all files, and components",
      `${PARSER}export default [{ files: ["**/*.ts"] }, { languageOptions: { parser } }];`,
      {
        files: { "a.ts": TYPED, "B.vue": VUE, "C.svelte": SVELTE, "D.astro": ASTRO },
        ours: ["a.ts"],
        has: [`ignores: ["**/*.astro", "**/*.svelte", "**/*.vue"]`],
      },
    ],
    [
      "components whose parsers are installed",
      `export default [{ rules: { "no-var": "error" } }];`,
      {
        files: { "B.vue": VUE, "C.svelte": SVELTE, "D.astro": ASTRO },
        ours: ["B.vue", "C.svelte", "D.astro"],
        has: [`{ parser: vueParser, parserOptions: { parser: breadcrumbsParser } }`, "import * as svelteParser"],
      },
    ],
    [
      "a rule that forbids what older versions of Node.js do not have",
      `export default [{ rules: { "no-restricted-syntax": ["error", "MemberExpression[property.name='dirname']"] } }];`,
      { files: {}, ours: [], has: [`await discover(new URL(".", import.meta.url))`], lacks: ["dirname)"] },
    ],
    [
      "a rule that forbids all ways in which a module names its folder",
      `export default [{ rules: { "no-restricted-syntax": ["error", "MetaProperty"] } }];`,
      { files: {}, ours: [], has: [], lacks: ["import.meta", "discover"] },
    ],
    [
      "JSX",
      `export default [{ rules: {} }];`,
      { files: { "A.jsx": JSX }, ours: ["A.jsx"], has: [`{ files: ["**/*.jsx"], languageOptions`] },
    ],
    [
      "JSX in files that cannot be read at all",
      `export default [{ rules: {} }];`,
      {
        files: { "A.jsx": JSX, "b/B.jsx": "<a>" },
        ours: ["A.jsx"],
        has: [`{ files: ["*.jsx"]`, `ignores: ["b/**/*.jsx"]`],
      },
    ],
    [
      "rules that throw where there are no types, at once or later",
      `const rule = { create({ filename }) { if (filename.endsWith(".ts")) throw new Error("It needs types"); return {}; } };
const late = { create: ({ filename }) => ({ Program() { if (filename.endsWith(".ts")) throw new Error("It needs types"); } }) };
export default [{ plugins: { own: { rules: { rule, late } } }, rules: { "own/rule": "error", "own/late": "error" } }];`,
      { files: { "b.ts": SDK }, ours: ["b.ts"], has: [`"own/late": "off", "own/rule": "off"`] },
    ],
    [
      "types for files of a project, and files outside of it",
      `${PARSER}export default [{ files: ["src/*.ts"] }, { files: ["**/*.{js,ts,tsx}"], ignores: ["*.js"], languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } }];`,
      {
        files: { "tsconfig.json": `{ "include": ["src"] }`, "src/b.ts": TYPED, "out.mts": TYPED, "x.jsx": JSX },
        ours: ["out.mts", "src/b.ts", "x.jsx"],
        has: [`{ files: ["**/*.jsx", "**/*.mts"], languageOptions: { parser: breadcrumbsParser } }`],
      },
    ],
    [
      "comments for rules that the config does not know",
      `export default [{ files: ["src/*.js"] }];`,
      {
        files: { "b.ts": `/* eslint-disable react/jsx-key */\n${TYPED}`, "src/[id]/c.ts": TYPED },
        ours: ["src/[id]/c.ts"],
        has: [String.raw`files: ["src/**/*.ts"]`, `ignores: ["*.ts"]`],
      },
    ],
    [
      "comments that suppress nothing",
      `export default [{ rules: {} }];`,
      {
        files: { "b.ts": `// eslint-disable-next-line no-var\n${TYPED}` },
        ours: ["b.ts"],
        has: [`linterOptions: { reportUnusedDisableDirectives: "off" }`],
      },
    ],
    [
      "rules that were not made for the files",
      `export default [{ files: ["**/*.js"] }, { rules: { semi: "error", quotes: ["error", "single"], indent: ["error", 8], "no-undef": "error", "no-magic-numbers": "error", "no-lone-blocks": "error", "sort-keys": "error", "one-var": ["error", "always"], "prefer-const": "error", "id-length": "error", "no-var": "error", "max-len": ["error", 9], "no-console": "error" } }, { files: ["**/*.js"], rules: { quotes: "off", indent: "off", "max-len": "off" } }];`,
      {
        files: {
          "b.ts": `export {}\nvar a = "a", c = { z: 1, a: 2 };\nlet d = 7;\nconsole.log(a, c, d as number);\nif (a) {\n  a;\n}\n`,
        },
        ours: [],
        has: [`ignores: ["**/*.ts"]`],
        lacks: [`"off" } }\n`, "breadcrumbsParser"],
      },
    ],
    [
      "a function that makes a promise of configs",
      `const create = async () => [{ rules: {} }];\nexport default create();`,
      { files: { "b.ts": TYPED }, ours: ["b.ts"], has: ["  await create(),\n", "].flat();"] },
    ],
    [
      "CommonJS",
      `const parser = require("@typescript-eslint/parser");\nmodule.exports = [{ files: ["src/**/*.ts"], languageOptions: { parser } }];`,
      {
        name: "eslint.config.cjs",
        files: { "src/a.ts": TYPED, "b.cts": "export const a = 1 as number;\n" },
        ours: ["b.cts", "src/a.ts"],
        has: [`const breadcrumbsParser = require("sentry-breadcrumbs/parser");`],
      },
    ],
    [
      "a monorepo in which one package has its parser",
      `${PARSER}export default [{ files: ["apps/web/**/*.{ts,tsx}"], languageOptions: { parser } }];`,
      {
        files: { "apps/web/a.ts": TYPED, "apps/web/b.tsx": JSX, "apps/api/a.ts": TYPED, "libs/x/c.tsx": JSX },
        ours: ["apps/api/a.ts", "apps/web/a.ts", "apps/web/b.tsx", "libs/x/c.tsx"],
        has: [`files: ["apps/api/**/*.ts", "libs/**/*.tsx"]`],
      },
    ],
    [
      "a config that is linted itself",
      `import b from "node:path";\n\nexport default [\n  { rules: { semi: ["error", "never"], "comma-dangle": ["error", "never"], "max-len": ["error", 400] }, name: b.sep }\n];`,
      { files: {}, ours: [], has: [`recommended,\n`] },
    ],
    [
      "what it ignores",
      `export default [{ ignores: ["dist", "**/*.vue"] }];`,
      { files: { "dist/a.ts": "<", "B.vue": "<" }, ours: [], lacks: ["leftOut", "breadcrumbsParser"] },
    ],
  ])("%s", async (_, config, { files, ours, has = [], lacks = [], name = "eslint.config.mjs" }) => {
    const root = scratch({ "a.js": SDK, ...files, [name]: `${config}\n` });
    install(
      root,
      "@typescript-eslint/parser",
      "typescript",
      ...(ours.some((path) => path.endsWith(".vue"))
        ? ["vue-eslint-parser", "svelte-eslint-parser", "svelte", "astro-eslint-parser"]
        : []),
    );
    const before = await linted(root);
    const { exitCode, stderr } = await run(root, { write: true });
    expect(stderr).toContain(`${name} was changed.`);
    expect(exitCode).toBe(0);
    const written = readFileSync(join(root, name), "utf8");
    const after = await linted(root);
    expect(after.others.filter((message) => !before.others.includes(message))).toEqual([]);
    expect(after.ours).toEqual(["a.js", ...ours].sort());
    for (const part of has) expect(written).toContain(part);
    for (const part of lacks) expect(written).not.toContain(part);
    expect(readdirSync(root).filter((each) => each.startsWith("eslint.config."))).toEqual([name]);
    await run(root, { write: true });
    expect(readFileSync(join(root, name), "utf8")).toBe(written);
  });
});

it("says what ESLint reports of the config itself", async () => {
  const config = `export default [{ rules: { "max-lines": ["error", 1] } }];\n`;
  const root = scratch({ "a.js": SDK, "eslint.config.mjs": config });
  install(root);
  expect((await run(root, { write: true })).stderr).toContain("ESLint reports of eslint.config.mjs itself: max-lines.");
});

it("says that settings are listed where each call of discover breaks a rule", async () => {
  const config = `import b from "node:path";\n\nexport default [{ rules: { "sort-imports": "error" }, name: b.sep }];\n`;
  const root = scratch({ "a.js": SDK, "eslint.config.mjs": config });
  install(root);
  expect((await run(root, { write: true })).stderr).toContain(
    "It contains fixed settings: rules of the project report each call of `discover` here.",
  );
});

it("says why nothing is added where ESLint would lint nothing of what records", async () => {
  const root = scratch({
    "b.ts": TYPED,
    "eslint.config.mjs": `const names = "abcdefghij".split("");
const of = (value) => Object.fromEntries(names.map((name) => [name, value(name)]));
const rules = of((name) => ({ create() { throw new Error(name + " needs types"); } }));
const levels = Object.fromEntries(names.map((name) => ["own/" + name, "error"]));
export default [{ plugins: { own: { rules } }, rules: levels }];\n`,
  });
  install(root);
  const { exitCode, stderr } = await run(root, { write: true });
  expect(stderr).toContain("ESLint lints no file that records a breadcrumb, and would report b.ts: ");
  expect(exitCode).toBe(2);
});

describe("a new config", () => {
  it("has nothing to say of comments for rules that it does not have", async () => {
    const root = scratch({
      "a.js": `/* eslint no-var: 2, own/style: [2, { a: 1 }] */\n${SDK}// eslint-disable-next-line react-hooks/exhaustive-deps, @acme/x -- see lib/own\nconst a = 1; // eslint-disable-line @acme/rules/y\n/* eslint-enable\n  import/no-cycle, sentry-breadcrumbs/no-pii */\n`,
      "b.js": "export {}; // eslint is fine, see a/b\n",
    });
    install(root);
    expect((await run(root, { write: true })).exitCode).toBe(0);
    expect(await linted(root)).toEqual({ others: [], ours: ["a.js", "b.js"] });
    const written = readFileSync(join(root, "eslint.config.mjs"), "utf8");
    expect(written).toContain("const elsewhere = {");
    expect(written).not.toContain('"no-pii": elsewhere');
    expect(written).not.toContain("lib");
  });
});

describe("patterns", () => {
  it.each<[chosen: readonly string[], others: readonly string[], patterns: readonly string[]]>([
    [["a.ts", "b/c.ts"], [], ["**/*.ts"]],
    [["a.ts", "b/c.ts"], ["b/d.js"], ["**/*.ts"]],
    [["a.ts", "x/y/c.ts"], ["b/d.ts"], ["*.ts", "x/**/*.ts"]],
    [["x/a.ts"], ["x/b/d.ts"], ["x/*.ts"]],
    [
      ["x/a.ts", "x/c.ts", "x/e/f/g.ts"],
      ["x/b.ts", "x/e/h.ts"],
      ["x/a.ts", "x/c.ts", "x/e/f/**/*.ts"],
    ],
    [["p/[id]/(g)/a.tsx"], ["p/b.tsx", "p/[id]/c.tsx"], [String.raw`p/\[id\]/\(g\)/**/*.tsx`]],
    [["a.ts", "B.vue"], [], ["**/*.ts", "**/*.vue"]],
  ])("%j without %j are %j", (chosen, others, patterns) => {
    expect([...patternsOf(chosen, others)].sort()).toEqual([...patterns].sort());
  });
});
