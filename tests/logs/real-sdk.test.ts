import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Linter } from "eslint";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { outcomesOf } from "../support/outcomes.ts";
import { given } from "./given.js";

/** The pairs of the documentation, ```js before and ```js after, which are tried with the SDKs themselves. */
const PAIRS = [
  ...readFileSync("docs/rules/prefer-logs.md", "utf8").matchAll(
    /^```js before\n([^]*?)^```\n\n```js after\n([^]*?)^```$/gm,
  ),
].map(([, before = "", after = ""]) => ({ before: programOf(before), after: programOf(after) }));

const SDKS = ["sentry-node-10", "sentry-node-11"];

/**
 * The code of a sample as a program: what it does not import itself, it is given. It does something else as well, or it
 * would be a function that passes on what it is given.
 */
function programOf(sample: string): string {
  const imports = sample.match(/^import .*\n/gm) ?? ['import * as Sentry from "@sentry/node";\n'];
  const names = Object.keys(given()).join(", ");
  const body = sample.replace(/^import .*\n\n?/gm, "").replaceAll(/^(?=.)/gm, "  ");
  return `${imports.join("")}\nexport function run({ ${names} }) {\n  performance.mark("run");\n${body}}\n`;
}

interface Crumb {
  readonly level?: string;
  readonly message: string;
  readonly category?: string;
  readonly type?: string;
  readonly timestamp: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface Log {
  readonly level: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Outcome {
  readonly breadcrumbs: readonly Crumb[];
  readonly logs: readonly Log[];
}

const rules = (options: object): Linter.Config => ({
  settings: { "sentry-breadcrumbs": { sdkVersion: 10 } },
  plugins: { "sentry-breadcrumbs": plugin },
  rules: { "sentry-breadcrumbs/prefer-logs": ["error", { max: 0, report: "each", ...options }] },
});

/** All rules of the plugin, and what a change of imports could break. */
const EVERYTHING: Linter.Config = {
  plugins: { "sentry-breadcrumbs": plugin },
  languageOptions: { globals: { console: "readonly", performance: "readonly" } },
  rules: {
    ...plugin.configs.strict.rules,
    "sentry-breadcrumbs/prefer-logs": ["error", { max: 0, report: "each" }],
    "no-undef": "error",
    "no-unused-vars": ["error", { args: "none" }],
  },
};

/** Applies every fix, and every suggestion where there is no fix, one after the other. */
function converted(code: string): string {
  const linter = new Linter();
  let { output } = linter.verifyAndFix(code, rules({ fix: true }));
  for (let round = 0; round < 20; round++) {
    const [fix] = linter
      .verify(output, rules({}))
      .flatMap(({ suggestions = [] }) => suggestions.map((suggestion) => suggestion.fix));
    if (fix === undefined) break;
    output = output.slice(0, fix.range[0]) + fix.text + output.slice(fix.range[1]);
  }
  return output;
}

const WORDS = new Map([
  ["warning", "warn"],
  ["log", "info"],
]);

/** What a log has to say for a breadcrumb, by what the SDK does with attributes. */
function expectedLog({ level = "info", message, category, type, timestamp, data = {} }: Crumb, sample: string) {
  const attributes = Object.entries(data).map(([name, value]): [string, unknown] => [name, attributeOf(value)]);
  return {
    level: WORDS.get(level) ?? level,
    body: message,
    attributes: Object.fromEntries([
      ...(category === undefined ? [] : [["category", category]]),
      ...(type === undefined ? [] : [["breadcrumb.type", type]]),
      ...(sample.includes("timestamp:") ? [["breadcrumb.timestamp", timestamp]] : []),
      ...attributes,
    ]) as unknown,
  };
}

function attributeOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  // The SDK sends an error of a breadcrumb as an object of these.
  if ("stack" in value && "name" in value && "message" in value)
    return `${String(value.name)}: ${String(value.message)}`;
  return JSON.stringify(value);
}

function said({ level, body, attributes }: Log) {
  const own = Object.entries(attributes).filter(([name]) => !/^(?:sentry|server)\./.test(name));
  return { level, body, attributes: Object.fromEntries(own.map(([name, { value }]) => [name, value])) as unknown };
}

describe("the transformations of the documentation", () => {
  it("are there", () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(7);
  });

  it.each(PAIRS)("are what the rule writes, and settled: $before", ({ before, after }) => {
    const output = converted(before);
    expect(output).toBe(after);
    expect(new Linter().verify(output, EVERYTHING)).toEqual([]);
  });
});

describe.each(SDKS)("run with %s", (sdk) => {
  const folder = mkdtempSync(join(tmpdir(), "logs-"));
  let outcomes: readonly Outcome[] = [];

  beforeAll(() => {
    const programs = PAIRS.flatMap(({ before, after }, index) => {
      writeFileSync(join(folder, `${index}-before.mjs`), before);
      writeFileSync(join(folder, `${index}-after.mjs`), after);
      return [`./${index}-before.mjs`, `./${index}-after.mjs`];
    });
    mkdirSync(join(folder, "node_modules/@sentry"), { recursive: true });
    symlinkSync(resolve("node_modules", sdk), join(folder, "node_modules/@sentry/node"));
    outcomes = outcomesOf(
      sdk,
      join(folder, "all.mjs"),
      `import { given } from ${JSON.stringify(resolve("tests/logs/given.js"))};
export const options = () => ({ enableLogs: true, defaultIntegrations: false });
export const programs = () => Promise.all(${JSON.stringify(programs)}.map(async (file) => {
  const { run } = await import(file);
  return () => run(given());
}));`,
    );
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(PAIRS.map(({ before }, index) => ({ before, index })))(
    "logs what was a breadcrumb: $before",
    ({ before, index }) => {
      const [recorded, logged] = [outcomes[index * 2], outcomes[index * 2 + 1]];
      expect(recorded?.logs).toEqual([]);
      expect(logged?.breadcrumbs).toEqual([]);
      expect(recorded?.breadcrumbs.length).toBeGreaterThan(0);
      expect(logged?.logs.map(said)).toEqual(recorded?.breadcrumbs.map((crumb) => expectedLog(crumb, before)));
    },
  );

  it("keeps a template apart from what it holds", () => {
    const log = outcomes.flatMap(({ logs }) => logs).find(({ body }) => body === "Order o-1 of 12.5");
    expect(log?.attributes).toMatchObject({
      "sentry.message.template": { value: "Order %s of %s" },
      "sentry.message.parameter.0": { value: "o-1" },
      "sentry.message.parameter.1": { value: 12.5 },
    });
  });
});

it("what is written compiles with the types of both SDKs", { timeout: 60_000 }, () => {
  const files = new Map(
    SDKS.flatMap((sdk) =>
      PAIRS.map(({ after }, index): [string, string] => [
        resolve(`tests/logs/${sdk}-${index}.ts`),
        after
          .replaceAll('"@sentry/node"', `"${sdk}"`)
          .replace(" }) {", ' }: ReturnType<typeof import("./given.js").given>) {'),
      ]),
    ),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    allowJs: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.fileExists = (name) => files.has(name) || onDisk.fileExists(name);
  host.readFile = (name) => files.get(name) ?? onDisk.readFile(name);
  host.getSourceFile = (name, target, ...rest) => {
    const text = files.get(name);
    return text === undefined ? onDisk.getSourceFile(name, target, ...rest) : ts.createSourceFile(name, text, target);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.text ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  expect(messages).toEqual([]);
});
