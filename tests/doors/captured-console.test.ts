import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { outcomesOf } from "../support/outcomes.ts";

const METHODS = ["debug", "info", "log", "warn", "error", "trace"];

/** What a program writes to the console, each with an address of its own. */
const CALLS: readonly string[] = [
  ...METHODS.map((method) => `console.${method}("a", user.email);`),
  "console.info(`a ${user.email}`);",
  'console.info("a", { email: user.email });',
  'console.error("a", new Error(`a ${user.email}`));',
  'console.assert(false, "a", user.email);',
];
/** What is captured of errors only: in Node.js, `console.trace` calls `console.error`. */
const OF_ERRORS = CALLS.filter((call) => /^console\.(?:error|trace)/.test(call));

const lines = CALLS.map((call, index) => `{ const user = { email: "call-${index}@example.org" }; ${call} }`);
const SET_UPS = [
  ["without options", "", CALLS, CALLS],
  ["by levels", '{ levels: ["error"] }', OF_ERRORS, OF_ERRORS.filter((call) => !call.includes("trace"))],
] as const;

describe.each(SET_UPS)("what becomes an event of the console: %s", (_, options, captured, reported) => {
  const setUp = `{ defaultIntegrations: false, integrations: [Sentry.captureConsoleIntegration(${options})] }`;
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "captured-"));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(["sentry-node-10", "sentry-node-11"])("is sent by %s", (sdk) => {
    const module = `export const options = (Sentry) => (${setUp});
export const programs = async () => [() => {\n${lines.join("\n")}\n}];`;
    const sent = outcomesOf(sdk, join(folder, "program.mjs"), module)[0]?.sent ?? "";
    expect(CALLS.filter((_, index) => sent.includes(`call-${index}@example.org`))).toEqual(captured);
  });

  it("is reported, each call once", () => {
    const before = `import * as Sentry from "@sentry/node"; Sentry.init(${setUp});\n`;
    const messages = new Linter().verify(
      before + CALLS.join("\n"),
      {
        files: ["**"],
        plugins: { "sentry-breadcrumbs": plugin },
        rules: Object.fromEntries(
          ["events", "logs", "automatic-breadcrumbs"].map((each) => [`sentry-breadcrumbs/no-pii-in-${each}`, "error"]),
        ),
      },
      { filename: "src/program.js" },
    );
    expect(messages.map(({ ruleId, line }) => [ruleId, CALLS[line - 2]])).toEqual(
      reported.map((call) => ["sentry-breadcrumbs/no-pii-in-events", call]),
    );
  });
});
