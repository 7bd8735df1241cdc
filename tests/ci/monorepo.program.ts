import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { packagesOnDemand } from "../../scripts/on-demand.js";
import { buildProject, type Project } from "../support/built.ts";
import { findingsOf, run, runESLint } from "./run.ts";
import { snippet } from "./snippet.ts";

// Many starts of programs, and of packages an installation, on a machine that may do other work.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** A binary of 40 MB, hence no devDependency. */
const TURBO = { turbo: "2.11.11" };

const PACKAGES = ["app", "service", "shared"];

/** Everything as warnings: what fails is not kept by Turborepo. Only the app's settings tell that `track` of another package records. */
const CONFIG = `
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import sentryBreadcrumbs from "./plugin.js";

export default defineConfig([
  { ignores: ["plugin.js"] },
  { plugins: { "sentry-breadcrumbs": sentryBreadcrumbs }, extends: ["sentry-breadcrumbs/recommended", "sentry-breadcrumbs/rust"] },
  { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
  { files: ["**/*.{ts,rs}"], rules: { "sentry-breadcrumbs/known-category": "warn", "sentry-breadcrumbs/no-pii": "warn" } },
  { files: ["**/*.ts"], rules: { "sentry-breadcrumbs/valid-level": "warn" } },
  {
    files: ["packages/app/**"],
    settings: { "sentry-breadcrumbs": { wrappers: [{ name: "track", parameters: ["message", "level"] }] } },
  },
]);
`;

const lint = JSON.stringify({ lint: "eslint --format json --output-file lint.json ." });
const manifest = (name: string) => `{ "name": "${name}", "version": "1.0.0", "type": "module", "scripts": ${lint} }\n`;

const LOCKED: Record<string, object> = { "": { name: "shop", workspaces: ["packages/*"] } };
for (const name of PACKAGES) {
  LOCKED[`node_modules/${name}`] = { link: true, resolved: `packages/${name}` };
  LOCKED[`packages/${name}`] = { name, version: "1.0.0" };
}

const FILES = {
  "package.json": `{ "name": "shop", "private": true, "type": "module", "packageManager": "npm@10.9.0", "workspaces": ["packages/*"] }\n`,
  "package-lock.json": `${JSON.stringify({
    name: "shop",
    lockfileVersion: 3,
    packages: LOCKED,
  })}\n`,
  ".gitignore": "node_modules\n.turbo\nlint.json\n",
  "turbo.json": snippet("// turbo.json"),
  "eslint.config.js": CONFIG,
  ...Object.fromEntries(PACKAGES.map((name) => [`packages/${name}/package.json`, manifest(name)])),
  "packages/app/src/cart.ts": `import { track } from "shared";\n\nexport const saved = (): void => track("Saved", "warn");\n`,
  "packages/app/src/main.ts": `import * as Sentry from "@sentry/node";\n\nSentry.addBreadcrumb({ message: "Started", level: "fatal_error" });\n`,
  "packages/shared/src/track.ts": `import { addBreadcrumb, type SeverityLevel } from "@sentry/core";

export function track(message: string, level: SeverityLevel): void {
  addBreadcrumb({ category: "UI.Click", message, level });
}

track("Loaded", "warn");
`,
  "packages/shared/src/none.ts": "export const none = 0;\n",
  "packages/service/src/main.rs": `use sentry::{add_breadcrumb, Breadcrumb};

fn signed_in(user: &User) {
    add_breadcrumb(Breadcrumb { message: Some(format!("Signed in {}", user.email)), ..Default::default() });
}
`,
};

const FINDINGS = [
  "packages/app/src/cart.ts:3:49 sentry-breadcrumbs/valid-level",
  "packages/app/src/main.ts:3:51 sentry-breadcrumbs/valid-level",
  "packages/service/src/main.rs:4:71 sentry-breadcrumbs/no-pii",
  "packages/shared/src/track.ts:4:29 sentry-breadcrumbs/known-category",
  "packages/shared/src/track.ts:7:17 sentry-breadcrumbs/valid-level",
];

let project: Project;
let turbo: string;
beforeAll(async () => {
  const [built, tools] = await Promise.all([buildProject(FILES), packagesOnDemand("turbo", TURBO)]);
  project = built;
  turbo = join(tools, "node_modules/turbo/bin/turbo");
  // Turborepo asks git which files are there, and what they hold.
  await run(project.folder, "git", ["init", "--quiet"]);
});
afterAll(() => project.remove());

async function lintAll(...options: readonly string[]): Promise<string[]> {
  const { stdout } = await runESLint(project.folder, ["--format", "json", ...options]);
  return findingsOf(project.folder, stdout);
}

/** What the runs in the packages have written, or what Turborepo has put there from its cache. */
async function written(): Promise<string[]> {
  const reports = PACKAGES.map(async (name) =>
    findingsOf(project.folder, await readFile(project.path(`packages/${name}/lint.json`), "utf8")),
  );
  return (await Promise.all(reports)).flat().sort();
}

/** @returns the packages that were linted, and those whose result came from the cache. */
async function turboLint(): Promise<{
  readonly linted: string[];
  readonly cached: string[];
  readonly isFull: boolean;
}> {
  const env = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NO_COLOR: "1", TURBO_UI: "false" };
  const args = [turbo, "run", "lint", "--continue", "--no-update-notifier", "--cache-dir", ".turbo/cache"];
  const { stdout, stderr } = await run(project.folder, process.execPath, args, { env });
  const named = (what: string) => {
    const packages = [...stdout.matchAll(new RegExp(`^(\\w+):lint: cache ${what}`, "gm"))].map(([, name = ""]) => name);
    return packages.sort();
  };
  const result = { linted: named("miss"), cached: named("hit"), isFull: stdout.includes("FULL TURBO") };
  if (result.linted.length + result.cached.length !== PACKAGES.length) throw new Error(stdout + stderr);
  return result;
}

describe("a repository of several packages", () => {
  it("has the same findings as a whole, on two threads, and in two halves", async () => {
    expect(await lintAll(".")).toEqual(FINDINGS);
    expect(await lintAll("--concurrency", "2", ".")).toEqual(FINDINGS);
    const files = Object.keys(FILES).filter((file) => /\.(?:ts|rs)$/.test(file));
    const halves = [0, 1].map((part) => files.filter((_, index) => index % 2 === part));
    const found = await Promise.all(halves.map((half) => lintAll(...half)));
    expect(found.every((half) => half.length > 0)).toBe(true);
    expect(found.flat().sort()).toEqual(FINDINGS);
  });

  it("is linted by Turborepo package by package, and the second time from its cache", async () => {
    expect(await turboLint()).toEqual({ linted: PACKAGES, cached: [], isFull: false });
    expect(await written()).toEqual(FINDINGS);

    for (const name of PACKAGES) await rm(project.path(`packages/${name}/lint.json`));
    expect(await turboLint()).toEqual({ linted: [], cached: PACKAGES, isFull: true });
    expect(await written()).toEqual(FINDINGS);

    await appendFile(
      project.path("packages/app/src/main.ts"),
      'Sentry.addBreadcrumb({ message: "Ready", level: "warn" });\n',
    );
    expect(await turboLint()).toEqual({ linted: ["app"], cached: ["service", "shared"], isFull: false });
    const more = [...FINDINGS, "packages/app/src/main.ts:4:49 sentry-breadcrumbs/valid-level"].sort();
    expect(await written()).toEqual(more);
    expect(await lintAll(".")).toEqual(more);

    const config = await readFile(project.path("eslint.config.js"), "utf8");
    await writeFile(project.path("eslint.config.js"), config.replace('valid-level": "warn"', 'valid-level": "error"'));
    expect(await turboLint()).toMatchObject({ linted: PACKAGES });
    expect(await turboLint()).toEqual({ linted: ["app", "shared"], cached: ["service"], isFull: false });
    expect(await written()).toEqual(more);
  });
});
