import { Linter, type Linter as Lint } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";

/** What a rule says of lines that follow an import. */
function lint(rule: string, options: object, lines: readonly string[]): Lint.LintMessage[] {
  return new Linter().verify(lines.join("\n"), {
    plugins: { "sentry-breadcrumbs": plugin },
    rules: { [`sentry-breadcrumbs/${rule}`]: ["error", options] },
  });
}

describe("edits that reach from a breadcrumb to an import", () => {
  const severities = (count: number) =>
    lint("valid-level", {}, [
      'import { addBreadcrumb, Severity } from "@sentry/browser";',
      ...Array.from({ length: count }, () => "addBreadcrumb({ level: Severity.Error });"),
    ]).map(({ fix, line }) => ({ line, lines: fix?.text.split("\n").length }));

  it("are of all members of an enumeration at once, whichever is fixed", () => {
    expect(severities(100)).toEqual(Array.from({ length: 100 }, (_, at) => ({ line: at + 2, lines: 101 })));
  });

  it("are the first member's alone where there are very many", () => {
    expect(severities(101)).toEqual(
      Array.from({ length: 101 }, (_, at) => ({ line: at + 2, lines: at === 0 ? 102 : 1 })),
    );
  });

  const logs = (start: string, call: string) =>
    lint("prefer-logs", { max: 0, report: "each" }, [
      start,
      ...Array.from({ length: 25 }, () => `${call}({ message: "a" });`),
    ]).map(({ suggestions }) => suggestions?.length ?? 0);

  it("are offered for twenty breadcrumbs that become logs, and others for all", () => {
    const some = Array.from({ length: 25 }, (_, at) => (at < 20 ? 1 : 0));
    expect(logs('import { addBreadcrumb } from "@sentry/node";', "addBreadcrumb")).toEqual(some);
    expect(logs('import * as Sentry from "@sentry/node";', "Sentry.addBreadcrumb")).toEqual(some.map(() => 1));
  });
});
