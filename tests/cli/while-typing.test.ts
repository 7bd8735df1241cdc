import { describe, expect, it } from "vitest";
import { documentation, lintOptionsOf, samplesOf } from "../../scripts/samples.js";
import { createTypingLinter, lint, type LintOptions } from "../../src/cli/browser.ts";

const SDK = 'import * as Sentry from "@sentry/node";\n';
const FUNCTIONS = Array.from(
  { length: 5 },
  (_, index) =>
    `export function step${index}() {\n  Sentry.addBreadcrumb({ level: "warn", message: "Step ${index}" });\n}\n`,
);

/** Types a text in place of a word of another, and lints it both ways. */
function change(before: string, word: string, by: string, options: LintOptions = {}) {
  const typing = createTypingLinter();
  typing.lint(before, options);
  const text = before.replace(word, by);
  return { text, typed: typing.lintChange(text, options), whole: lint(text, options) };
}

describe("lintChange", () => {
  it("finds what lint does wherever a sample of the documentation is changed", { timeout: 30_000 }, () => {
    const samples = documentation()
      .flatMap(samplesOf)
      .filter(({ rule }, index) => index % 4 === 0 && rule !== "consistent-category");
    let answers = 0;
    for (const [index, sample] of samples.entries()) {
      const { code } = sample;
      const options = lintOptionsOf(sample);
      const at = (index * 7919) % code.length;
      const typing = createTypingLinter();
      typing.lint(code, options);
      for (const text of [code.slice(0, at) + code.slice(at + 2), code]) {
        const typed = typing.lintChange(text, options);
        if (typed === undefined) continue;
        answers++;
        expect(typed, text).toEqual(lint(text, options));
      }
    }
    expect(answers).toBeGreaterThan(samples.length / 2);
  });

  it.each<[string, string, string, string, LintOptions?]>([
    ["in a function", SDK + FUNCTIONS.join(""), "Step 3", "Step three"],
    [
      "beside a function with an emoji",
      `${SDK}${FUNCTIONS.join("")}function emoji() { return "🍞"; }\n`,
      "Step 3",
      "Step three",
    ],
    ["that adds lines before other findings", SDK + FUNCTIONS.join(""), '"Step 1"', '"a" +\n\n"b"'],
    [
      "between functions",
      SDK + FUNCTIONS.join("\n"),
      "\n\nexport function step2",
      '\nSentry.addBreadcrumb({ level: "ERROR" });\nexport function step2',
    ],
    [
      "at the end",
      SDK + FUNCTIONS.join(""),
      '"Step 4" });\n}\n',
      '"Step 4" });\n}\nSentry.addBreadcrumb({ level: "ERROR" })',
    ],
    [
      "in a method",
      `${SDK}class A {\n  a() { track("warn"); }\n  b() { this.a(); }\n}\nfunction track(level) { Sentry.addBreadcrumb({ level }); }\n`,
      "this.a()",
      'track("ERROR")',
    ],
    [
      "of what a function passes on",
      `${SDK}function level() { return "warn"; }\nfunction a() { Sentry.addBreadcrumb({ level: level(), message: "a" }); }\n`,
      '"a"',
      '"b"',
    ],
    [
      "of what uses a table that holds functions in functions",
      `${SDK}function level() { return "warn"; }\nconst table = { a() { return () => { return "as long as what follows"; }; }, b: level() };\nfunction a() { Sentry.addBreadcrumb({ level: table.b, message: "a" }); }\n`,
      '"a" });',
      '"b" });',
    ],
    [
      "in Rust",
      `use sentry::Breadcrumb;\n${["a", "b", "c"].map((name) => `fn ${name}() { sentry::add_breadcrumb(Breadcrumb { message: Some(user.email), ..Default::default() }); }\n`).join("")}impl A { fn d(&self) { b(); } }\n`,
      "user.email",
      "user.name",
      { language: "rust" },
    ],
    [
      "in Rust, beside a macro and attributes",
      `use sentry::Breadcrumb;\nmacro_rules! note { ($m:expr) => { save($m) } }\n#[inline]\nfn a() { note!("x"); sentry::add_breadcrumb(Breadcrumb { message: Some(user.email), ..Default::default() }); }\n#[test]\nfn b() {}\nfn c() { sentry::add_breadcrumb(Breadcrumb { message: Some(user.phone), ..Default::default() }); }\n`,
      "user.email",
      "user.name",
      { language: "rust" },
    ],
    [
      "beside a suggestion for another call",
      `${SDK}function a() { Sentry.addBreadcrumb({ message: user.email }); }\nfunction b(user) { Sentry.addBreadcrumb({ message: user.id }); }\n`,
      "user.id",
      "user.phone",
    ],
  ])("finds what lint does after a change %s", (_, before, word, by, options) => {
    const { typed, whole } = change(before, word, by, options);
    expect(typed).toEqual(whole);
    expect(whole).not.toEqual([]);
  });

  it.each([
    ["of an import", "@sentry/node", "@sentry/browser"],
    ["that breaks the syntax", "step3() {", "step3() "],
    ["that opens a string", "step1() {", "step1() { `"],
    ["that sets the SDK up", '"Step 2"', "Sentry.init()"],
    ["that switches rules off", '"Step 2"', '"Step 2" /* eslint-disable-line */'],
  ])("leaves to lint a change %s", (_, word, by) => {
    expect(change(SDK + FUNCTIONS.join(""), word, by).typed).toBeUndefined();
  });

  it.each([
    ["comes", "", "\uFEFF"],
    ["goes", "\uFEFF", ""],
    ["stays", "\uFEFF", "\uFEFF"],
  ])("leaves to lint a text whose byte order mark %s", (_, before, after) => {
    const typing = createTypingLinter();
    typing.lint(before + SDK + FUNCTIONS.join(""));
    expect(typing.lintChange(after + SDK + FUNCTIONS.join("").replace("Step 2", "Step two"))).toBeUndefined();
  });

  it("leaves to lint what was never linted, or with other options", () => {
    const typing = createTypingLinter();
    expect(typing.lintChange(SDK)).toBeUndefined();
    typing.lint(SDK);
    expect(typing.lintChange(SDK)).toEqual([]);
    expect(typing.lintChange(SDK, { preset: "strict" })).toBeUndefined();
  });

  it("goes on after what could not be parsed", () => {
    const text = SDK + FUNCTIONS.join("");
    const typing = createTypingLinter();
    typing.lint(text);
    const broken = text.replace('"Step 2"', '"Step 2');
    expect(typing.lintChange(broken)).toBeUndefined();
    expect(typing.lint(broken)).toMatchObject([{ fatal: true }]);
    const mended = text.replace('"Step 2"', '"Step two"');
    expect(typing.lintChange(mended)).toEqual(lint(mended));
  });
});
