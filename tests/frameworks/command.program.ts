import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProject, copyProject, type Project } from "../support/built.ts";

const CONFIG = `
import json from "@eslint/json";
import markdown from "@eslint/markdown";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import vueParser from "vue-eslint-parser";
import sentryBreadcrumbs from "./plugin.js";

export default defineConfig([
  { ignores: ["plugin.js", "package.json"] },
  { plugins: { "sentry-breadcrumbs": sentryBreadcrumbs }, extends: ["sentry-breadcrumbs/recommended", "sentry-breadcrumbs/rust"] },
  { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
  { files: ["**/*.vue"], languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } } },
  { files: ["**/*.json"], plugins: { json }, language: "json/json", extends: ["json/recommended"] },
  { files: ["**/*.md"], plugins: { markdown }, language: "markdown/gfm", extends: ["markdown/recommended"] },
]);
`;

const FILES = {
  "eslint.config.js": CONFIG,
  "shop/cart.ts": `import * as Sentry from "@sentry/node";

export function saved(id: string): void {
  Sentry.addBreadcrumb({ category: "cart", message: \`Saved \${id}\`, level: "warn" });
}
`,
  "shop/Cart.vue": `<script setup lang="ts">
import * as Sentry from "@sentry/vue";
</script>

<template>
  <button @click="Sentry.addBreadcrumb({ message: 'saved', level: 'warn' })">Save</button>
</template>
`,
  "shop/sign-in.rs": `use sentry::{add_breadcrumb, Breadcrumb};

fn signed_in(user: &User) {
    add_breadcrumb(Breadcrumb {
        category: Some("UI.Click".into()),
        message: Some(format!("Signed in {}", user.email)),
        ..Default::default()
    });
}
`,
  "shop/clean.js": `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: "saved", level: "info" });\n`,
  "shop/settings.json": `{ "level": "warn" }\n`,
  "shop/README.md": "# Shop\n\nCalls `addBreadcrumb({ level: \"warn\" })`.\n",
};

const FINDINGS = [
  "shop/Cart.vue:6:67 sentry-breadcrumbs/valid-level",
  "shop/cart.ts:4:75 sentry-breadcrumbs/valid-level",
  "shop/sign-in.rs:5:24 sentry-breadcrumbs/known-category",
  "shop/sign-in.rs:6:47 sentry-breadcrumbs/no-pii",
];

let built: Project;
beforeAll(async () => {
  built = await buildProject(FILES);
});
afterAll(() => built.remove());

interface Run {
  readonly status: number;
  readonly findings: readonly string[];
  readonly stderr: string;
}

/** Runs ESLint's command over the shop. */
function run(eslint: string, { folder }: Project, ...options: readonly string[]): Promise<Run> {
  const command = [join("node_modules", eslint, "bin/eslint.js"), "--format", "json", ...options, "shop"];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: folder }, (error, stdout, stderr) => {
      const status = error === null ? 0 : Number(error.code);
      if (!stdout.startsWith("[")) {
        reject(new Error(`ESLint ${options.join(" ")} failed:\n${stdout}${stderr}`));
        return;
      }
      const results = JSON.parse(stdout) as ESLint.LintResult[];
      const findings = results.flatMap(({ filePath, messages }) =>
        messages.map(
          ({ ruleId, line, column }) =>
            `${relative(folder, filePath).replaceAll("\\", "/")}:${String(line)}:${String(column)} ${ruleId ?? ""}`,
        ),
      );
      resolve({ status, findings: findings.sort(), stderr });
    });
  });
}

/** `--concurrency` and suppressions are newer than the oldest ESLint that is supported, and in both that are tested. */
describe.concurrent.each(["eslint", "eslint9"])("the command of %s", (eslint) => {
  let project: Project;
  beforeAll(async () => {
    project = await copyProject(built);
  });
  afterAll(() => project.remove());

  it("works with its cache, threads, suppressions and fixes, beside JSON and Markdown", async () => {
    const none: string[] = [];
    const cache = ["--cache", "--cache-strategy", "content", "--cache-location", ".cache/eslint"];
    expect(await run(eslint, project, ...cache)).toEqual({ status: 1, findings: FINDINGS, stderr: "" });

    // What the cache holds is what the second run tells: another message in it comes out.
    const stored = await readFile(project.path(".cache/eslint"), "utf8");
    expect(stored).toContain("sentry-breadcrumbs/no-pii");
    await writeFile(project.path(".cache/eslint"), stored.replaceAll("sentry-breadcrumbs/no-pii", "from-cache"));
    const fromCache = FINDINGS.map((finding) => finding.replace("sentry-breadcrumbs/no-pii", "from-cache"));
    expect((await run(eslint, project, ...cache)).findings).toEqual(fromCache);

    expect((await run(eslint, project, "--concurrency", "2")).findings).toEqual(FINDINGS);

    expect(await run(eslint, project, "--suppress-all")).toEqual({ status: 0, findings: none, stderr: "" });
    const suppressed = await readFile(project.path("eslint-suppressions.json"), "utf8");
    expect(JSON.parse(suppressed)).toEqual({
      "shop/Cart.vue": { "sentry-breadcrumbs/valid-level": { count: 1 } },
      "shop/cart.ts": { "sentry-breadcrumbs/valid-level": { count: 1 } },
      "shop/sign-in.rs": { "sentry-breadcrumbs/known-category": { count: 1 }, "sentry-breadcrumbs/no-pii": { count: 1 } },
    });

    const repaired = (await readFile(project.path("shop/cart.ts"), "utf8")).replace('"warn"', '"warning"');
    await writeFile(project.path("shop/cart.ts"), repaired);
    expect(await run(eslint, project)).toMatchObject({ status: 2, findings: none });
    expect(await run(eslint, project, "--prune-suppressions")).toMatchObject({ status: 0, findings: none });
    const pruned = await readFile(project.path("eslint-suppressions.json"), "utf8");
    expect(Object.keys(JSON.parse(pruned) as object)).toEqual(["shop/Cart.vue", "shop/sign-in.rs"]);

    await writeFile(project.path("eslint-suppressions.json"), "{}\n");
    expect((await run(eslint, project, "--fix")).findings).toEqual(FINDINGS.slice(-1));
    expect(await readFile(project.path("shop/Cart.vue"), "utf8")).toBe(
      FILES["shop/Cart.vue"].replace("'warn'", "'warning'"),
    );
    expect(await readFile(project.path("shop/sign-in.rs"), "utf8")).toBe(
      FILES["shop/sign-in.rs"].replace("UI.Click", "ui.click"),
    );
  });
});
