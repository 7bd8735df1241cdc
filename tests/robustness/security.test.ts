import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { strayIn } from "../smoke/packed.js";
import { abilitiesOf } from "../support/abilities.ts";
import { buildProject, type Project } from "../support/built.ts";
import plugin from "../../src/index.ts";
import { configOf, timeOf } from "./support.ts";

/** The modules of Node that the plugin may load: `createRequire`, for the libraries of the Rust parser. */
const LOADED = ["node:module"];

/** What `process.getBuiltinModule` may be asked for: to read what manifests say of the SDK. */
const ASKED = ["node:fs", "node:path"];

/** The plugin's sources. The command in src/cli/ is a program of its own, which writes what it is asked to. */
const sources = ["src", "rules"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.[cm]?ts$/.test(name) && !name.startsWith("src/cli/"))
  .map((name) => ({ name, ...abilitiesOf(readFileSync(name, "utf8")) }));

describe("the sources of the plugin", () => {
  test("load its dependencies and nothing else", () => {
    const allowed = [...Object.keys(packageJson.dependencies), ...LOADED];
    const foreign = sources.flatMap(({ name, loads }) =>
      loads
        .filter((module) => !module.startsWith(".") && !allowed.includes(module))
        .map((module) => `${name}: ${module}`),
    );
    expect(foreign).toEqual([]);
    const ofCommand = sources.filter(({ loads }) => loads.some((module) => /(?:^|\/)cli(?:\/|$)/.test(module)));
    expect(ofCommand.map(({ name }) => name)).toEqual([]);
  });

  test("ask the runtime for files and paths in one module, to read with", () => {
    expect(sources.filter(({ builtIns, files }) => builtIns.length + files.length > 0)).toEqual([
      expect.objectContaining({ name: "src/disk.ts", builtIns: ASKED, files: ["readFileSync"] }),
    ]);
  });

  test("reach no network, start nothing, and evaluate nothing", () => {
    expect(sources.filter(({ dangers }) => dangers.length > 0)).toEqual([]);
    expect(sources.length).toBeGreaterThan(50);
  });
});

describe("what is built of them", () => {
  let project: Project;
  beforeAll(async () => {
    project = await buildProject({});
  });
  afterAll(() => project.remove());

  test("can do no more", { timeout: 60_000 }, () => {
    const { loads, ...others } = abilitiesOf(readFileSync(project.path("plugin.js"), "utf8"));
    expect(others).toEqual({ builtIns: ASKED, files: ["readFileSync"], dangers: [] });
    const allowed = [...Object.keys(packageJson.dependencies), ...LOADED];
    expect(loads.filter((module) => !allowed.includes(module))).toEqual([]);
    expect(loads).toContain("@lezer/rust");
  });
});

describe("what looks for such abilities", () => {
  test.each([
    ['import http from "node:http"', { loads: ["node:http"] }],
    ['const { get } = await import("node:https")', { loads: ["node:https"] }],
    ['export { rm } from "node:fs/promises"', { loads: ["node:fs/promises"] }],
    ['require("child_process").execSync("ls")', { loads: ["child_process"] }],
    ["await import(name)", { dangers: ["import() of what is computed"] }],
    ["require(`${name}`)", { dangers: ["require() of what is computed"] }],
    ["process?.getBuiltinModule?.(name)", { dangers: ["getBuiltinModule() of what is computed"] }],
    ['process.getBuiltinModule("node:net")', { builtIns: ["node:net"] }],
    ["fs?.writeFileSync(path, text)", { files: ["writeFileSync"] }],
    ["fs[method](path)", { dangers: ["a computed member of fs"], files: [""] }],
    ["new Function(text)()", { dangers: ["Function"] }],
    ["(0, eval)(text)", { dangers: ["eval"] }],
    ['globalThis.fetch("https://localhost")', { dangers: ["fetch"] }],
    ["(() => {}).constructor(text)()", { dangers: ["constructor()"] }],
    ["process.dlopen(module, path)", { dangers: ["process.dlopen"] }],
    ["export const table = { eval: 1, fetch: 2 }; table.eval; table.fetch;", {}],
    ['import type { ESLint } from "eslint"', {}],
  ])("sees %s", (text, abilities) => {
    expect(abilitiesOf(text)).toEqual({ loads: [], builtIns: [], files: [], dangers: [], ...abilities });
  });
});

describe("what is packed", () => {
  test("is what is meant, as far as it is built", async () => {
    expect(await strayIn()).toEqual([]);
    const { scripts } = packageJson as { readonly scripts: Readonly<Record<string, string>> };
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?(?:install|prepare|publish)$/.test(name))).toEqual([]);
  });
});

describe("texts of users", () => {
  /** All schemas of texts in the rules' options. */
  const schemas = Object.entries(plugin.rules ?? {}).flatMap(([rule, { meta }]) => textsIn(meta?.schema, rule));

  test("are bounded wherever they may be any", () => {
    expect(schemas.filter(({ schema }) => !("enum" in schema) && !(Number(schema["maxLength"]) <= 200))).toEqual([]);
    expect(schemas.length).toBeGreaterThan(5);
  });

  test("are no expressions: hostile ones are only texts, found in linear time", () => {
    const words = ["(a+)+$", "(.*)*\\1", "[", "a|b|", "(?<=x", "a{1,9999}"];
    const letters = "a".repeat(9_000);
    const run = (own: readonly string[], categories: readonly string[], text: string): readonly (string | null)[] => {
      const code = `import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ category: "${text}", message: "${text}" });\n`;
      const rules: Linter.RulesRecord = {
        "sentry-breadcrumbs/no-filtered-text": ["error", { words: own }],
        "sentry-breadcrumbs/known-category": "error",
      };
      const messages = new Linter().verify(code, { ...configOf("js", "defaults", { categories }), rules }, "file.jsx");
      return messages.map(({ ruleId }) => ruleId);
    };
    const categories = ["*a*a*a*a*a*a*a*a*a*a*b", ...words.map((word) => word.replaceAll("*", "?"))];
    expect(timeOf(() => run(words, categories, letters), 2)).toBeLessThan(1_000);
    expect(run(words, categories, letters)).toEqual(["sentry-breadcrumbs/known-category"]);
    expect(run(words, ["*a*a*"], letters)).toEqual([]);
    expect(run(words, ["see*"], "see (a+)+$ there")).toEqual(["sentry-breadcrumbs/no-filtered-text"]);
    expect(() => run(["a".repeat(201)], [], "a")).toThrow("should NOT be longer than 200 characters");
  });
});

function textsIn(
  value: unknown,
  path: string,
): { readonly path: string; readonly schema: Readonly<Record<string, unknown>> }[] {
  if (typeof value !== "object" || value === null) return [];
  const schema = value as Readonly<Record<string, unknown>>;
  const own = schema["type"] === "string" ? [{ path, schema }] : [];
  return [
    ...own,
    ...Object.entries(schema).flatMap(([key, part]) => (key === "enum" ? [] : textsIn(part, `${path}.${key}`))),
  ];
}
