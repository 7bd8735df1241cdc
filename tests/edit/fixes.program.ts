import { beforeAll, describe, expect, test } from "vitest";
import { fixed, lint } from "../robustness/support.ts";
import { run, typeErrors, type Outcome } from "./programs.ts";

/**
 * Programs with a fault each that a rule mends unasked. `t` notes that a value was computed, and hands it back; what the
 * rule is to have left in the text follows.
 */
const PROGRAMS: Readonly<Record<string, readonly [rule: string, code: string, left: string]>> = {
  "a level": [
    "valid-level",
    `Sentry.addBreadcrumb({ message: t("a"), level: "warn" as any, data: { n: t(1) } });`,
    `"warning"`,
  ],
  "a level of a shared constant": [
    "valid-level",
    `const LEVEL: any = "warn"; Sentry.addBreadcrumb({ message: "a", level: LEVEL }); t(LEVEL);`,
    `"warn"`,
  ],
  "a level of a declared type": [
    "valid-level",
    `const LEVEL: "warn" | "info" = "warn"; Sentry.addBreadcrumb({ message: t("a"), level: LEVEL as any });`,
    `= "warn"`,
  ],
  "a level that a function hands out": [
    "valid-level",
    `const level = () => "warn"; t(level()); Sentry.addBreadcrumb({ message: "a", level: level() as any });`,
    `"warn"`,
  ],
  "a level that a wrapper reads, too": [
    "valid-level",
    `function track(level: any) { t(level); Sentry.addBreadcrumb({ message: "a", level }); } track("warn");`,
    `"warn"`,
  ],
  "a breadcrumb that goes elsewhere, too": [
    "valid-level",
    `const crumb: any = { message: "a", level: "warn" }; Sentry.addBreadcrumb(crumb); t(crumb);`,
    `"warn"`,
  ],
  "a timestamp": [
    "valid-timestamp",
    `Sentry.addBreadcrumb({ message: t("a"), timestamp: Date.now(), data: { n: t(1) } });`,
    `/ 1000`,
  ],
  "a hook": [
    "valid-before-breadcrumb",
    `const options: Sentry.NodeOptions = {
       beforeBreadcrumb: (crumb): any => { t(crumb.message ?? null); if (crumb.category === "x") return false; return crumb; },
     };
     t(typeof options); Sentry.addBreadcrumb({ message: "a" });`,
    `return null`,
  ],
  "a category": [
    "known-category",
    `Sentry.addBreadcrumb({ message: t("a"), category: "Cart", data: { n: t(1) } });`,
    `"cart"`,
  ],
  "a scope": [
    "valid-level",
    `Sentry.withScope((scope) => { t("in"); scope.addBreadcrumb({ message: t("a"), level: "warn" as any }); Sentry.captureMessage("inside"); });`,
    `"warning"`,
  ],
};

const HEAD = `import * as Sentry from "@sentry/node";\n`;
const CASES = Object.entries(PROGRAMS).map(([name, [rule, body, left]]) => {
  const before = HEAD + body;
  return { name, rule, before, after: fixed(before, "ts").output, left };
});

let errors: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  errors = typeErrors(CASES.flatMap(({ before, after }) => [before, after]));
});

/** The breadcrumbs that reach Sentry, without what fixes are there to change. */
const contentOf = ({ sent }: Outcome) => sent.map(({ message, data }) => ({ message, data }));

describe("what fixes leave of a program", () => {
  test.each(CASES)("$name", async ({ rule, before, after, left }) => {
    expect(after).toContain(left);
    expect(errors.get(after)).toStrictEqual(errors.get(before));
    const [was, is] = [await run(before), await run(after)];
    expect(was.sent).not.toStrictEqual([]);
    expect(is.traced).toStrictEqual(was.traced);
    expect(contentOf(is)).toStrictEqual(contentOf(was));
    const again = lint(after, "ts");
    expect(again.filter(({ fatal, fix, ruleId }) => fatal === true || (fix && ruleId?.endsWith(rule)))).toStrictEqual(
      [],
    );
  });
});
