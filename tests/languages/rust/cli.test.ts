import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { ESLint } from "eslint";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { buildProject, type Project } from "../../support/built.ts";

// Each run of the command line is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const require = createRequire(import.meta.url);
const eslintFolder = path.dirname(require.resolve("eslint/package.json"));

const CONFIG = `
import plugin from "./plugin.js";
const noBad = {
  meta: { fixable: "code" },
  create: ({ report, sourceCode }) => ({
    BoundIdentifier(node) {
      if (sourceCode.getText(node) !== "bad") return;
      report({ node, message: "bad name", fix: (fixer) => fixer.replaceText(node, "good") });
    },
  }),
};
export default [
  {
    files: ["**/*.rs"],
    plugins: { test: { meta: { name: "test", version: "1.0.0" }, languages: plugin.languages, rules: { "no-bad": noBad } } },
    language: "test/rust",
    rules: { "test/no-bad": "error" },
  },
];
`;

let folder = "";

/** Whether the ESLint under test is older than 9 with this minor version. */
function isBefore(minor: number): boolean {
  const { version } = require("eslint/package.json") as { version: string };
  return version.startsWith("9.") && Number(version.split(".")[1]) < minor;
}

function eslint(...options: string[]): { status: number | null; output: string } {
  const bin = path.join(eslintFolder, "bin/eslint.js");
  const { status, stdout } = spawnSync(process.execPath, [bin, ...options], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return { status, output: stdout };
}

/** Every message as `file:line:column`. */
function lint(...options: string[]): string[] {
  const { output } = eslint("--format", "json", ...options, ".");
  return (JSON.parse(output) as ESLint.LintResult[]).flatMap(({ filePath, messages }) =>
    messages.map(({ line, column }) => `${path.basename(filePath)}:${line}:${column}`),
  );
}

let project: Project;
beforeAll(async () => {
  project = await buildProject({ "eslint.config.js": CONFIG });
  folder = project.folder;
});

beforeEach(() => {
  rmSync(path.join(folder, "src"), { recursive: true, force: true });
  mkdirSync(path.join(folder, "src"));
  writeFileSync(path.join(folder, "src/main.rs"), 'fn main() {\r\n    let s = "🦀"; let bad = 1;\r\n}\r\n');
  writeFileSync(path.join(folder, "src/lib.rs"), "pub fn bad() {}\npub fn fine() {}\n");
});

afterAll(() => project.remove());

const REPORTS = ["lib.rs:1:8", "main.rs:2:23"];

describe("the command line", () => {
  test("lints .rs files", () => {
    expect(lint().sort()).toEqual(REPORTS);
    expect(eslint("src/lib.rs").status).toBe(1);
  });

  test("--fix changes them", () => {
    expect(lint("--fix")).toEqual([]);
    expect(readFileSync(path.join(folder, "src/main.rs"), "utf8")).toBe(
      'fn main() {\r\n    let s = "🦀"; let good = 1;\r\n}\r\n',
    );
  });

  test("--cache remembers results, and forgets those of changed files", () => {
    const cache = ["--cache", "--cache-location", "cache.json", "--cache-strategy", "content"];
    expect(lint(...cache).sort()).toEqual(REPORTS);
    expect(readFileSync(path.join(folder, "cache.json"), "utf8")).toContain("main.rs");
    expect(lint(...cache).sort()).toEqual(REPORTS);
    writeFileSync(path.join(folder, "src/lib.rs"), "\npub fn bad() {}\n");
    expect(lint(...cache).sort()).toEqual(["lib.rs:2:8", "main.rs:2:23"]);
  });

  test("--concurrency lints in workers", (context) => {
    context.skip(isBefore(34), "ESLint has --concurrency from 9.34 on");
    expect(lint("--concurrency", "2").sort()).toEqual(REPORTS);
  });

  test("--suppress-all keeps what there is silent and lets nothing new in", (context) => {
    context.skip(isBefore(24), "ESLint has --suppress-all from 9.24 on");
    expect(eslint("--suppress-all", ".").status).toBe(0);
    const suppressions = JSON.parse(readFileSync(path.join(folder, "eslint-suppressions.json"), "utf8")) as object;
    expect(suppressions).toEqual({
      "src/lib.rs": { "test/no-bad": { count: 1 } },
      "src/main.rs": { "test/no-bad": { count: 1 } },
    });
    expect(eslint(".").status).toBe(0);
    cpSync(path.join(folder, "src/lib.rs"), path.join(folder, "src/new.rs"));
    expect(eslint(".").status).toBe(1);
    rmSync(path.join(folder, "eslint-suppressions.json"));
  });

  test("--print-config names the language", () => {
    expect(eslint("--print-config", "src/main.rs").output).toContain('"language": "test/rust"');
  });
});
