import { readFileSync } from "node:fs";
import { globbySync } from "globby";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/languages/index.ts";
import { pluginFor } from "../../../src/plugin-for.ts";
import { python } from "./definition.ts";

const plugin = pluginFor([...LANGUAGES, python]);

/** What the strict preset says of a Python file, and what its fixes make of it. */
function lint(code: string, filename = "file.py") {
  const config = [plugin.configs["python-strict"]!, plugin.configs["rust-strict"]!];
  const messages = new Linter().verify(code, config, { filename });
  return {
    found: messages.map(({ ruleId, line, column }) => [ruleId?.replace("sentry-breadcrumbs/", ""), line, column]),
    fixed: new Linter().verifyAndFix(code, config, { filename }).output,
  };
}

describe("a third language, added by one object", () => {
  it("is read by the rules, which report and fix in its terms", () => {
    const { found, fixed } = lint(
      [
        "import sentry_sdk",
        "",
        'sentry_sdk.add_breadcrumb(category="auth", message="signed in as jane.doe@posteo.de", level="info")',
        "def pay(order):",
        "    sentry_sdk.add_breadcrumb(category='cart', message='paid', level='warn')",
        "    sentry_sdk.add_breadcrumb(category='cart', message=describe(order), level=order.level)",
      ].join("\n"),
    );
    expect(found).toEqual([
      ["no-pii", 3, 52],
      ["valid-level", 5, 70],
    ]);
    expect(fixed).toContain('level="warning")');
  });

  it("is asked for each rule that names no languages", () => {
    const rules = Object.keys(plugin.configs["python"]?.rules ?? {});
    expect(rules).toContain("sentry-breadcrumbs/valid-level");
    expect(rules).not.toContain("sentry-breadcrumbs/valid-argument");
    expect(plugin.rules?.["valid-level"]?.meta?.languages).toContain("sentry-breadcrumbs/python");
  });

  it("heeds ESLint's comments", () => {
    const code = 'sentry_sdk.add_breadcrumb(category="auth", message="in", level="warn")  # eslint-disable-line';
    expect(lint(code).found).toEqual([]);
  });

  it.each(["", "x = (", "sentry_sdk.add_breadcrumb(", 'sentry_sdk.add_breadcrumb(level="warn"', "add_breadcrumb"])(
    "reads %j without a complaint of its own",
    (code) => {
      expect(lint(code).found.filter(([rule]) => rule === undefined)).toEqual([]);
    },
  );

  it("leaves the others as they are", () => {
    const crumb = 'Breadcrumb { message: Some("jane.doe@posteo.de".into()), ..Default::default() }';
    const code = `use sentry::Breadcrumb;\nfn f() { sentry::add_breadcrumb(${crumb}); }`;
    expect(lint(code, "file.rs").found.map(([rule]) => rule)).toContain("no-pii");
  });

  it("is named by no rule, and by nothing that rules share", () => {
    const files = globbySync(["rules/*.ts", "src/{breadcrumb,detect,edit,sensitive-data}/**/*.ts", "src/*.ts"]);
    const naming = files.filter((file) => /["'`]python/iu.test(readFileSync(file, "utf8")));
    expect(naming).toEqual([]);
  });
});
