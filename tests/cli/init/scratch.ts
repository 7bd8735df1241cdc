import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach } from "vitest";
import { init, type InitOptions } from "../../../src/cli/init/index.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Makes a project of some files, which is gone after the test. @returns its folder, absolute */
export function scratch(files: Readonly<Record<string, string>>, name = "init "): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), name)));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What the plugin is to a config: its presets, without rules that would have to be built. */
const PLUGIN = `
const rules = { "valid-level": { create: () => ({}) } };
const plugin = { rules };
const preset = { plugins: { "sentry-breadcrumbs": plugin }, rules: { "sentry-breadcrumbs/valid-level": "error" } };
plugin.configs = { recommended: { files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro}"], ...preset }, rust: { files: ["**/*.rs"], ...preset } };
export { plugin as default, plugin as "module.exports" };
`;

/** Installs ESLint, and something that a config can take for the plugin and for the command. */
export function install(folder: string, ...others: readonly string[]): void {
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "eslint-plugin-sentry-breadcrumbs"), { recursive: true });
  writeFileSync(
    join(modules, "eslint-plugin-sentry-breadcrumbs/package.json"),
    JSON.stringify({ name: "eslint-plugin-sentry-breadcrumbs", type: "module", exports: "./index.js" }),
  );
  writeFileSync(join(modules, "eslint-plugin-sentry-breadcrumbs/index.js"), PLUGIN);
  mkdirSync(join(modules, "sentry-breadcrumbs"));
  writeFileSync(
    join(modules, "sentry-breadcrumbs/package.json"),
    JSON.stringify({
      name: "sentry-breadcrumbs",
      type: "module",
      exports: { ".": "./index.js", "./parser": "./parser.js" },
    }),
  );
  writeFileSync(
    join(modules, "sentry-breadcrumbs/parser.js"),
    `import { createRequire } from "node:module";
const parser = createRequire(${JSON.stringify(join(process.cwd(), "package.json"))})("@typescript-eslint/parser");
export { parser as default, parser as "module.exports" };
`,
  );
  writeFileSync(join(modules, "sentry-breadcrumbs/index.js"), "export const discover = async () => ({});\n");
  for (const name of ["eslint", ...others]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(process.cwd(), "node_modules", name), join(modules, name));
  }
}

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder. */
export async function run(
  root: string,
  options: Partial<InitOptions> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const exitCode = await init({ root, paths: [], write: false, json: false, ...options }, { stdout, stderr, env });
  const text = (stream: PassThrough): string => String(stream.read() ?? "");
  return { exitCode, stdout: text(stdout), stderr: text(stderr) };
}

/** What is proposed for a project, as `--json` says it. */
export async function proposed(files: Readonly<Record<string, string>>): Promise<{
  readonly settings: Readonly<Record<string, unknown>>;
  readonly breadcrumbs: { readonly before: number; readonly after: number };
  readonly [key: string]: unknown;
}> {
  const { stdout } = await run(scratch(files), { json: true });
  return JSON.parse(stdout) as Awaited<ReturnType<typeof proposed>>;
}
