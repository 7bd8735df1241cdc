import { describe, expect, it } from "vitest";
import { fix, lint, type LintOptions } from "../../src/cli/browser.ts";

const SDK = 'import * as Sentry from "@sentry/browser";\n';
const WARN = `${SDK}Sentry.addBreadcrumb({ message: "Saved", level: "warn" });\n`;
const USERNAME = `${SDK}Sentry.addBreadcrumb({ message: user.username });\n`;
const VIEW = `${SDK}const view = <a onClick={() => Sentry.addBreadcrumb({ level: "warn" })} />;\n`;
const RUST =
  'fn f() { sentry::add_breadcrumb(Breadcrumb { message: Some(format!("{}", user.email)), ..Default::default() }); }';
const DIRECT = 'import { crumb } from "./telemetry";\ncrumb("warn");\n';
const LOG = `${SDK}Sentry.logger.info("Saved");\n`;

const rulesOf = (text: string, options?: LintOptions): readonly (string | null)[] =>
  lint(text, options).map(({ ruleId }) => ruleId?.replace("sentry-breadcrumbs/", "") ?? null);

describe("lint", () => {
  it.each<[string, string, LintOptions | undefined, readonly (string | null)[]]>([
    ["reads TypeScript where nothing else is said", `${WARN}const n = 1 as number;\n`, undefined, ["valid-level"]],
    ["reads a view", VIEW, { language: "typescriptreact" }, ["valid-level"]],
    ["reads a view in JavaScript", VIEW, { language: "javascriptreact" }, ["valid-level"]],
    ["reads JavaScript", WARN, { language: "javascript" }, ["valid-level"]],
    ["reads Rust", RUST, { language: "rust" }, ["no-pii"]],
    ["reports what cannot be parsed", "const = ;", undefined, [null]],
    ["has the preset recommended", USERNAME, undefined, []],
    [
      "takes the preset strict",
      USERNAME,
      { preset: "strict", rules: { "sentry-breadcrumbs/require-fields": "off" } },
      ["no-pii"],
    ],
    [
      "takes the preset strict for Rust",
      RUST,
      { language: "rust", preset: "strict" },
      ["require-fields", "static-message", "no-pii"],
    ],
    ["takes rules", WARN, { rules: { "sentry-breadcrumbs/valid-level": "off" } }, []],
    [
      "takes options of rules",
      WARN,
      { rules: { "sentry-breadcrumbs/no-pii": ["error", { allow: ["email"] }] } },
      ["valid-level"],
    ],
    [
      "takes settings",
      DIRECT,
      { settings: { wrappers: [{ name: "crumb", from: "./telemetry", parameters: ["level"] }] } },
      ["valid-level"],
    ],
    ["takes the version of the SDK", LOG, { sdkVersion: "8.0" }, ["valid-log"]],
  ])("%s", (_, text, options, rules) => {
    expect(rulesOf(text, options)).toEqual(rules);
  });

  it("refuses wrong settings", () => {
    expect(() => lint(WARN, { settings: { wrapper: [] } as never })).toThrow(/\.wrapper is unknown/u);
  });
});

describe("fix", () => {
  it("fixes what can be fixed, and says what remains", () => {
    const { output, messages } = fix(`${WARN}Sentry.addBreadcrumb({ message: user.email });\n`);
    expect(output).toContain('level: "warning"');
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["sentry-breadcrumbs/no-pii"]);
  });
});
