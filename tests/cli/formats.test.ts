import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { usesColor, type Output } from "../../src/cli/io.ts";
import { workspace } from "./workspace.ts";

const IMPORT = 'import * as Sentry from "@sentry/node";\n';
const WARN = `${IMPORT}Sentry.addBreadcrumb({ category: "auth", message: "In", level: "warn" });\n`;
const LEAK =
  "  Sentry.addBreadcrumb({ category: \"auth\", message: `Signed in: ${user.email}`, data: { source: 'form' } });\n";

/** What the terminal shows, without colors and links. */
const plain = (text: string): string => stripVTControlCharacters(text);

describe("the format for people", { timeout: 30_000 }, () => {
  it("shows rule, message, place and repair, and then how many there are", async () => {
    const { runAtTerminal } = await workspace({ "src/a.js": WARN, "b.js": `${IMPORT}function f(user) {\n${LEAK}}\n` });
    const { code, stdout } = await runAtTerminal();
    expect(code).toBe(1);
    expect(
      plain(stdout)
        .split("\n")
        .map((line) => line.trimEnd()),
    ).toEqual([
      "error  no-pii  b.js:3:67",
      expect.stringContaining("The breadcrumb's message contains an e-mail address (`user.email`"),
      ...Array.from({ length: 2 }, () => expect.stringMatching(/^ {2}\S/u) as string),
      "  3 │ …\"auth\", message: `Signed in: ${user.email}`, data: { source: 'form' } });",
      "    │                                 ~~~~~~~~~~",
      "  Suggestion: Send `user.id` instead.",
      "",
      "error  valid-level  src/a.js:2:64",
      "  Sentry does not know the level `warn`, drops it and shows the breadcrumb as",
      "  info. Use `warning`.",
      '  2 │ Sentry.addBreadcrumb({ category: "auth", message: "In", level: "warn" });',
      "    │                                                                ~~~~~~",
      "  Fixable with --fix.",
      "",
      "2 findings in 2 files: 2 errors",
      "  1  no-pii",
      "  1  valid-level",
      "1 finding can be fixed with --fix.",
      "To read about a rule: sentry-breadcrumbs --explain RULE",
      "",
    ]);
    expect(stdout).toContain("docs/rules/valid-level.html");
  });

  it.each([40, 60, 80, 120, 200])("fits into %i columns, whatever is written in the file", async (columns) => {
    const wide = "変数名が長い場合😀".repeat(9);
    const long = `${IMPORT}\tSentry.addBreadcrumb({ message: "${wide}", data: { title: "${wide}" }, level: "${wide}" }); // ${wide}\n`;
    const { runAtWidth } = await workspace({
      "a.js": long,
      [`${"deep/".repeat(20)}b.js`]: WARN,
      "c.js": `${IMPORT}Sentry.addBreadcrumb({\n  message: "m",\n  data: [\n    1,\n  ],\n});\n`,
    });
    const lines = plain((await runAtWidth(columns)).stdout).split("\n");
    // A path is not broken, as terminals open what is in one piece.
    expect(lines.filter((line) => stringWidth(line) > columns && !line.includes("deep/"))).toEqual([]);
    // What is underlined is on the line above.
    for (const [index, line] of lines.entries()) {
      if (!/│ +~/u.test(line)) continue;
      expect(stringWidth(line)).toBeLessThanOrEqual(stringWidth(lines[index - 1]!));
    }
  });

  it("tells warnings from errors", async () => {
    const { runAtTerminal } = await workspace({ "a.js": WARN });
    const text = plain((await runAtTerminal("--rule", "valid-level: warn")).stdout);
    expect(text).toContain("warning  valid-level  a.js:2:64\n");
    expect(text).toContain("1 finding in 1 file: 1 warning\n");
  });

  it("lets nothing of a file do something to the terminal", async () => {
    const { runAtTerminal } = await workspace({
      "a.js": `${IMPORT}Sentry.addBreadcrumb({ message: "m", level: "\u001B[2J\u0007warn" }); // \u202E\n`,
    });
    const { stdout } = await runAtTerminal();
    expect(stdout).not.toContain("\u001B[2J");
    expect(stdout).not.toContain("\u202E");
    expect(plain(stdout)).toContain("valid-level");
  });

  it("is not for programs, nor for those who want no color", async () => {
    const { run, runAtTerminal } = await workspace({ "a.js": WARN });
    expect((await runAtTerminal("--no-color")).stdout).toContain("error  valid-level  a.js:2:64\n");
    expect((await runAtTerminal()).stdout).toContain("\u001B[");
    expect((await run()).stdout).toContain("✖ 1 problem");
    const { stdout } = await run("--format", "pretty");
    expect(stdout).toBe(plain(stdout));
  });

  it("says what was fixed, and what was suppressed", async () => {
    const { runAtTerminal } = await workspace({
      "a.js": WARN,
      "b.js": `${IMPORT}// eslint-disable-next-line sentry-breadcrumbs/valid-level\nSentry.addBreadcrumb({ message: "m", level: "loud" });\nSentry.addBreadcrumb({ message: "n", level: "loud" });\n`,
    });
    const { stdout } = await runAtTerminal("--fix");
    expect(plain(stdout)).toContain("Fixed 1 file.\n1 finding suppressed by comments or the baseline.\n");
  });

  it("shows errors alone where it is told so, and says how many warnings there are", async () => {
    const { run, runAtTerminal } = await workspace({ "a.js": WARN });
    const rule = ["--rule", "valid-level: warn", "--quiet"];
    for (const start of [run, runAtTerminal])
      expect(await start(...rule)).toEqual({
        code: 0,
        stdout: "",
        stderr: "1 warning hidden by --quiet.\n1 breadcrumb, all direct.\n",
      });
    expect(await run(...rule, "--max-warnings", "0")).toMatchObject({ code: 1 });
  });
});

it.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { FORCE_COLOR: "0" }, false],
  [{ isTTY: true }, { FORCE_COLOR: "false" }, false],
  [{ isTTY: true }, { NO_COLOR: "1" }, false],
  [{ isTTY: true }, { TERM: "dumb" }, false],
  [{ isTTY: false }, {}, false],
  [{ isTTY: false }, { FORCE_COLOR: "1" }, true],
  [{ isTTY: false }, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
])("colours are for %j with %j: %s", (stream, env, expected) => {
  const output = { stdout: stream, stderr: stream, env } as unknown as Output;
  expect(usesColor(output)).toBe(expected);
});

it("says what is wrong within the width of the terminal", async () => {
  const { runAtTerminal } = await workspace({ "a.js": "" });
  const { stderr } = await runAtTerminal("--rule", "nothing: off");
  const lines = stderr.split("\n");
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

describe("--explain", () => {
  it("prints the page of a rule as text", async () => {
    const { runAtTerminal } = await workspace({});
    const { code, stdout } = await runAtTerminal("--explain", "no-pii");
    const text = plain(stdout);
    expect(code).toBe(0);
    expect(text).toMatch(/^no-pii\n\nDisallow personal data and secrets in breadcrumbs\.\n/u);
    expect(text).toContain("\n\nAn error in recommended and strict. Fixable with --fix. Has suggestions.\nOptions: ");
    expect(text).toContain("    // reported\n    import * as Sentry");
    expect(text).not.toMatch(/```|\]\(|<!--/u);
    expect(text).toContain("docs/rules/no-pii.html");
  });

  it("shows a row of a table as an item of a list", async () => {
    const { runAtTerminal } = await workspace({});
    const text = plain((await runAtTerminal("--explain", "no-redundant-breadcrumb")).stdout);
    expect(text).toContain(`
- \`automatic\`
  - Description: Whether to check what the SDK records of the console and of
    logs automatically, too.
  - Type: Boolean
  - Default: \`false\`
`);
    expect(text).toContain("\n- `XMLHttpRequest`\n  - Browser: ✓\n  - React Native: ✓\n");
  });
});

describe("a page of a rule in a terminal", () => {
  it.each(Object.keys(rules))("fits 80 columns: %s", async (rule) => {
    const { runAtTerminal } = await workspace({});
    const text = plain((await runAtTerminal("--explain", rule)).stdout);
    const prose = text.split("\n").filter((line) => !line.startsWith("    "));
    const wide = prose.filter((line) => stringWidth(line) > 80 && line.trim().includes(" "));
    expect(wide).toEqual([]);
    expect(text).not.toMatch(/^\|/mu);
  });

  it.each(Object.keys(rules))("keeps the paragraphs of %s in one piece", async (rule) => {
    const page = readFileSync(`docs/rules/${rule}.md`, "utf8").replace(/^[^]*<!-- end .*-->\n/u, "");
    const flat = (text: string): string =>
      text
        .replace(/\[([^\]]+)\]\([^)]*\)/gu, "$1")
        .replaceAll(/\s+/gu, " ")
        .trim();
    const paragraphs = page
      .replaceAll(/^```[^]*?^```$/gmu, "")
      .split(/\n{2,}/u)
      .filter((text) => /^[A-Za-z`“]/u.test(text))
      .map(flat);
    const { runAtTerminal } = await workspace({});
    const shown = new Set(
      plain((await runAtTerminal("--explain", rule)).stdout)
        .split("\n\n")
        .map(flat),
    );
    expect(paragraphs.length).toBeGreaterThan(1);
    expect(paragraphs.filter((paragraph) => !shown.has(paragraph))).toEqual([]);
  });
});

describe("formats for other programs", { timeout: 30_000 }, () => {
  const RUST = `fn f(user: &User) {
    let name = "é😀"; sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(user.email.clone()), ..Default::default() });
}
`;

  it("gives SARIF fixes, and names by which findings are known again", async () => {
    const files = { "a.js": WARN };
    interface Result {
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly fixes: readonly unknown[];
    }
    const resultOf = async (text: string): Promise<Result> => {
      const { run } = await workspace({ ...files, "a.js": text });
      const { runs } = JSON.parse((await run("--format", "sarif")).stdout) as { runs: { results: Result[] }[] };
      return runs[0]!.results[0]!;
    };
    const result = await resultOf(WARN);
    expect(result.fixes).toEqual([
      {
        description: { text: "Fix" },
        artifactChanges: [
          {
            artifactLocation: { uri: "a.js", uriBaseId: "ROOT" },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 64, endLine: 2, endColumn: 70 },
                insertedContent: { text: '"warning"' },
              },
            ],
          },
        ],
      },
    ]);
    expect((await resultOf(`\n\n${WARN}`)).partialFingerprints).toEqual(result.partialFingerprints);
    expect((await resultOf(WARN.replace("In", "Out"))).partialFingerprints).not.toEqual(result.partialFingerprints);
  });

  it("writes a report of code quality for GitLab", async () => {
    const { run } = await workspace({
      "a.js": `${WARN}Sentry.addBreadcrumb({ message: "m", level: "warn" });\n`.repeat(2),
    });
    const issues = JSON.parse((await run("--format", "gitlab", "--rule", "valid-level: warn")).stdout) as {
      fingerprint: string;
    }[];
    expect(issues[0]).toMatchObject({
      check_name: "sentry-breadcrumbs/valid-level",
      severity: "minor",
      location: { path: "a.js", lines: { begin: 2, end: 2 } },
    });
    // Equal lines have names of their own.
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    const { run: other } = await workspace({ "a.js": "" });
    expect(await other("--format", "gitlab")).toMatchObject({ code: 0, stdout: "[]\n" });
  });

  it.each<[format: string, rules: readonly string[], text: string, expected: object]>([
    ["gitlab", [], WARN, { check_name: "sentry-breadcrumbs/valid-level", severity: "major" }],
    ["gitlab", [], `${WARN}let x = = 1;`, { check_name: "parsing-error", severity: "major" }],
    ["rustc", ["--rule", "valid-level: warn"], WARN, { level: "warning" }],
    ["rustc", [], `${WARN}let x = = 1;`, { code: null, level: "error" }],
  ])("tells in %s with %j what sort of finding it is: %s", async (format, rules, text, expected) => {
    const { run } = await workspace({ "a.js": text });
    const found = JSON.parse((await run("--format", format, ...rules)).stdout) as unknown;
    expect([found].flat()).toMatchObject([expected]);
  });

  it("writes diagnostics as rustc does, in bytes and code points", async () => {
    const { run } = await workspace({ "src/main.rs": RUST });
    const lines = (await run("--format", "rustc")).stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    const diagnostic = JSON.parse(lines[0]!) as { spans: [{ byte_start: number; byte_end: number }] };
    expect(diagnostic).toMatchObject({
      $message_type: "diagnostic",
      code: { code: "sentry-breadcrumbs/no-pii" },
      level: "error",
      spans: [{ file_name: "src/main.rs", line_start: 2, line_end: 2, column_start: 80, is_primary: true }],
      children: [
        {
          level: "help",
          spans: [{ suggested_replacement: "user.id.to_string()", suggestion_applicability: "MaybeIncorrect" }],
        },
      ],
    });
    const { byte_start: start, byte_end: end } = diagnostic.spans[0];
    expect(Buffer.from(RUST).subarray(start, end).toString()).toBe("user.email");
  });

  it("counts a byte order mark among the bytes, as rustc does", async () => {
    const { run } = await workspace({ "src/main.rs": `\uFEFF${RUST}` });
    const { spans } = JSON.parse((await run("--format", "rustc")).stdout) as {
      spans: [{ byte_start: number; byte_end: number }];
    };
    const [{ byte_start: start, byte_end: end }] = spans;
    expect(Buffer.from(`\uFEFF${RUST}`).subarray(start, end).toString()).toBe("user.email");
  });

  it.each(["stylish", "github"])("shows no control characters of names: %s", async (format) => {
    const { run } = await workspace({ "src/a\u001B[31m.rs": RUST });
    const { stdout } = await run("--format", format);
    expect(stdout).toContain("a\uFFFD[31m.rs");
    expect(stdout).not.toContain("\u001B[31m.rs");
  });

  it("offers fixes that rust-analyzer applies", async () => {
    const { run } = await workspace({
      "a.rs": 'fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { ty: "User".into(), ..Default::default() }); }\n',
    });
    expect(JSON.parse((await run("--format", "rustc")).stdout)).toMatchObject({
      children: [{ message: "Fix", spans: [{ suggestion_applicability: "MachineApplicable" }] }],
    });
  });
});
