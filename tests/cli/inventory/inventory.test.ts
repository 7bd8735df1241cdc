import { mkdir, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { Failure } from "../../../src/cli/failure.ts";
import { inventory, type Inventory, type InventoryOptions } from "../../../src/cli/inventory/index.ts";
import { markdownOf } from "../../../src/cli/inventory/markdown.ts";
import { workspace } from "../workspace.ts";

const IMPORT = 'import * as Sentry from "@sentry/node";\n';

interface Taken {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder, with a page of nothing but its data. */
async function run(root: string, options: Partial<InventoryOptions> = {}): Promise<Taken> {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written) =>
    ({ write: (text: string) => ((written[name] += text), true) }) as unknown as NodeJS.WritableStream;
  const output = { stdout: stream("stdout"), stderr: stream("stderr"), env: {} };
  const page = pathToFileURL(`${root}.page`);
  await writeFile(page, "<p>{{inventory}}</p>");
  const all = {
    root,
    paths: [],
    strict: false,
    messages: true,
    useConfig: false,
    discover: true,
    allowUnread: false,
    ...options,
  };
  return { code: await inventory(all, output, page), ...written };
}

/** The inventory of some files, by path. */
async function take(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<InventoryOptions> = {},
): Promise<Inventory> {
  const { folder } = await workspace(files);
  return JSON.parse((await run(folder, options)).stdout) as Inventory;
}

/** The breadcrumbs that a piece of JavaScript records. */
async function taken(source: string, options: Partial<InventoryOptions> = {}): Promise<Inventory["breadcrumbs"]> {
  return (await take({ "a.js": IMPORT + source }, options)).breadcrumbs;
}

// The first run loads ESLint and the parsers.
describe("the inventory", { timeout: 30_000 }, () => {
  it("lists what no-pii finds, and not what a comment lets pass", async () => {
    const [found] = await taken(`Sentry.addBreadcrumb({ data: {
      a: user.email,
      // eslint-disable-next-line sentry-breadcrumbs/no-pii
      b: user.phone,
    } });`);
    expect(found?.personalData).toEqual(["email"]);
  });

  it("knows wrappers of other files by discovery alone", async () => {
    const files = {
      "crumb.js": `${IMPORT}export const crumb = (message) => Sentry.addBreadcrumb({ message });`,
      "a.js": 'import { crumb } from "./crumb";\ncrumb("saved");',
    };
    const callees = async (discover: boolean): Promise<readonly string[]> =>
      (await take(files, { discover })).breadcrumbs.map(({ file }) => file);
    expect(await callees(true)).toEqual(["a.js", "crumb.js"]);
    expect(await callees(false)).toEqual(["crumb.js"]);
  });

  it("knows levels of an SDK's enumeration, and does not guess others", async () => {
    const source = (level: string) =>
      `import { Severity } from "@sentry/node";\nSentry.addBreadcrumb({ level: ${level} });`;
    for (const [level, known] of [
      ["Severity.Warning", "warning"],
      ["Other.Warning", null],
      ["Severity", null],
      ["given", null],
    ] as const) {
      const [found] = await taken(source(level));
      expect({ level, known: found?.level }).toEqual({ level, known });
    }
  });

  it("says of a breadcrumb where it is, what it holds and what the rules say", async () => {
    const found = await take({
      "src/ü/sign-in.ts": `${IMPORT}function signIn(user: User) {
  Sentry.addBreadcrumb({ category: "auth", level: "warn", message: \`Hello \${user.email}\`, data: { id: user.id, try: 1 } });
}
`,
      "src/other.ts": "export const nothing = 0;\n",
    });
    const [finding, ...more] = found.breadcrumbs[0]?.findings ?? [];
    expect(finding).toEqual({
      ruleId: "sentry-breadcrumbs/valid-level",
      severity: "error",
      line: 3,
      column: 51,
      message: expect.stringContaining("`warn`") as string,
      fixable: true,
      suggestions: 0,
    });
    expect(more.map(({ ruleId }) => ruleId)).toEqual(["sentry-breadcrumbs/no-pii"]);
    expect(found).toEqual({
      version: 1,
      plugin: packageJson.version,
      root: expect.stringMatching(/^sentry breadcrumbs é /u) as string,
      preset: "recommended",
      messages: true,
      summary: {
        files: 1,
        breadcrumbs: 1,
        findings: 2,
        personal: 1,
        lost: 0,
        floods: 0,
        logs: 0,
        byCategory: [{ value: "auth", count: 1 }],
        byLevel: [{ value: "warn", count: 1 }],
        byFolder: [{ value: "src/ü", count: 1 }],
        byForm: [{ value: "template", count: 1 }],
        byRule: [
          { value: "sentry-breadcrumbs/no-pii", count: 1 },
          { value: "sentry-breadcrumbs/valid-level", count: 1 },
        ],
        byKind: [{ value: "email", count: 1 }],
        automatic: 0,
        byRecorder: [{ value: "manual", count: 1 }],
      },
      files: [
        {
          file: "src/ü/sign-in.ts",
          language: "javascript",
          breadcrumbs: 1,
          automatic: 0,
          trail: { once: 1, repeated: 0, unbounded: false },
          findings: [],
        },
      ],
      breadcrumbs: [
        {
          file: "src/ü/sign-in.ts",
          line: 3,
          column: 3,
          callee: "Sentry.addBreadcrumb",
          entry: "sdk",
          language: "javascript",
          category: "auth",
          level: "warn",
          message: "Hello ${user.email}",
          form: "template",
          dataKeys: ["id", "try"],
          function: "signIn",
          forwards: false,
          findings: [finding, ...more],
          personalData: ["email"],
          lost: false,
          log: { advised: false, rewrite: expect.stringMatching(/^(?:same|adapted|none)$/u) as string },
        },
      ],
      automatic: [],
      rules: {
        "sentry-breadcrumbs/no-pii": {
          description: "Disallow personal data and secrets in breadcrumbs",
          url: expect.stringMatching(/\/docs\/rules\/no-pii\.html$/u) as string,
        },
        "sentry-breadcrumbs/valid-level": {
          description: "Require breadcrumb levels that Sentry knows",
          url: expect.stringMatching(/\/docs\/rules\/valid-level\.html$/u) as string,
        },
      },
      kinds: { email: "an e-mail address" },
      unread: [],
    });
  });

  it("lists what an SDK records by itself apart from what is recorded by hand", async () => {
    const files = {
      "package.json": '{ "name": "app", "dependencies": { "@sentry/node": "^10.0.0" } }',
      "src/sentry.js": `${IMPORT}Sentry.init({ dsn });\n`,
      "src/a.js": `${IMPORT}Sentry.addBreadcrumb({ message: "A" });\nconsole.info("to", user.email);\nconsole.warn("b");\n`,
      "src/b.js": "export const load = () => fetch(`/c?d=${e}`);\n",
    };
    const { automatic, summary, breadcrumbs, files: listed } = await take(files);
    expect(
      automatic.map(({ file, line, column, callee, recorder, language, findings }) => [
        `${file}:${line}:${column}`,
        callee,
        recorder,
        language,
        findings.map(({ ruleId }) => ruleId),
      ]),
    ).toEqual([
      ["src/a.js:3:1", "console.info", "console", "javascript", ["sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs"]],
      ["src/a.js:4:1", "console.warn", "console", "javascript", []],
      ["src/b.js:1:27", "fetch", "requests", "javascript", []],
    ]);
    expect(breadcrumbs).toHaveLength(1);
    expect(summary).toMatchObject({
      files: 1,
      breadcrumbs: 1,
      findings: 1,
      personal: 0,
      automatic: 3,
      byRecorder: [
        { value: "console", count: 2 },
        { value: "manual", count: 1 },
        { value: "requests", count: 1 },
      ],
      byRule: [{ value: "sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs", count: 1 }],
    });
    expect(listed.map(({ file, breadcrumbs, automatic, trail }) => [file, breadcrumbs, automatic, trail.once])).toEqual(
      [
        ["src/a.js", 1, 2, 1],
        ["src/b.js", 0, 1, 0],
      ],
    );

    const { folder, read } = await workspace(files);
    const ran = await run(folder, { html: "page.html" });
    expect(ran.stderr).toBe(
      "Wrote page.html: 1 breadcrumb in 1 file. SDKs record 3 more calls automatically: console 2, requests 1.\n",
    );
    // The page counts by files what it does not list.
    const [, data = ""] = /^<p>(.*)<\/p>$/u.exec(await read("page.html")) ?? [];
    const { inventory: shown } = JSON.parse(data) as { inventory: Inventory };
    expect(shown.automatic).toEqual(automatic.filter(({ findings }) => findings.length > 0));
  });

  it("lists what an SDK records of Rust where the crate depends on it", async () => {
    const manifest = (features: string) => `[dependencies]\nsentry = { version = "0.42", features = [${features}] }\n`;
    const source =
      'use tracing::info;\nfn f(a: u8) {\n    info!("a {a}");\n    log::warn!("b");\n    tracing::error!("c");\n    tracing::info_span!("d");\n}\n';
    const of = async (features: string) =>
      (await take({ "Cargo.toml": manifest(features), "src/main.rs": source })).automatic.map(
        ({ callee, recorder }) => `${recorder} ${callee}`,
      );
    expect(await of('"tracing"')).toEqual(["tracing info"]);
    expect(await of('"log"')).toEqual(["log log::warn"]);
    expect(await of("")).toEqual([]);
  });

  it("tells fixed texts, choices, what is not known and what is missing apart", async () => {
    const found = await taken(`export function f(ok, given, more) {
  Sentry.addBreadcrumb({ message: ok ? "Yes" : "No", level: ok ? "info" : "error", category: given.category, data: { a: 1, [given]: 2 } });
  Sentry.addBreadcrumb({ message: given, category: undefined, type: "user" });
  Sentry.addBreadcrumb({ message: undefined, data: given });
  Sentry.addBreadcrumb({ ...more });
  Sentry.addBreadcrumb({ category: "step", message: ok ? "Yes" : \`No \${given}\`, level: Sentry.Severity.Error });
}
`);
    expect(
      found.map(({ message, form, level, category, type, dataKeys }) => ({
        message,
        form,
        level,
        category,
        type,
        dataKeys,
      })),
    ).toEqual([
      { message: ["Yes", "No"], form: "static", level: ["info", "error"], category: null, dataKeys: ["a"] },
      { message: "${given}", form: "variable", type: "user", dataKeys: [] },
      { form: "none", dataKeys: [] },
      { message: null, form: "variable", level: null, category: null, type: null, dataKeys: [] },
      { message: ["Yes", "No ${given}"], form: "template", level: "error", category: "step", dataKeys: [] },
    ]);
  });

  it("takes a call for one breadcrumb, whichever record it is given", async () => {
    const found = await taken(
      `Sentry.addBreadcrumb(ok() ? { message: "Yes", category: "a", data: { yes: 1 } } : { category: "a", level: "warn", data: { no: 1 } });\n`,
    );
    expect(found.map(({ findings, ...rest }) => [rest, findings.length])).toMatchObject([
      [{ message: "Yes", category: "a", level: "warn", form: "static", dataKeys: ["yes", "no"] }, 1],
    ]);
  });

  it("counts a choice for each of its values, and what has none as such", async () => {
    const { summary } = await take({
      "a.js": `${IMPORT}export function f(ok, given) {
  Sentry.addBreadcrumb({ message: "A", category: ok ? "one" : "two" });
  Sentry.addBreadcrumb({ message: "B", category: "two" });
  Sentry.addBreadcrumb({ message: "C", category: given });
  Sentry.addBreadcrumb({ message: "D" });
}
`,
    });
    expect(summary.byCategory).toEqual([
      { value: "two", count: 2 },
      { value: "one", count: 1 },
      { value: null, count: 1 },
      { count: 1 },
    ]);
    expect(summary.byFolder).toEqual([{ value: ".", count: 4 }]);
  });

  it("reads Rust", async () => {
    const found = await take({
      "src/main.rs": `use sentry::{add_breadcrumb, Breadcrumb, Level};
fn run(user: &User) {
    let text = "\u2028";
    for job in jobs {
        add_breadcrumb(Breadcrumb {
            level: Level::Warning,
            message: Some(format!("Job {}", job.id)),
            category: None,
            ..Default::default()
        });
    }
}
`,
    });
    expect(found.breadcrumbs).toMatchObject([
      {
        line: 5,
        column: 9,
        language: "rust",
        level: "warning",
        message: "Job ${job.id}",
        form: "template",
        repetition: { kind: "loop", name: "for" },
      },
    ]);
    expect(found.breadcrumbs[0]).not.toHaveProperty("category");
    expect(found.breadcrumbs[0]?.findings.map(({ ruleId }) => ruleId)).toContain(
      "sentry-breadcrumbs/no-breadcrumb-in-loop",
    );
  });

  it("weighs what each file can fill of the trail", async () => {
    const { files, summary, breadcrumbs } = await take({
      "endless.js": `${IMPORT}for (;;) Sentry.addBreadcrumb({ message: "Turn" });\nSentry.addBreadcrumb({ message: "End" });\n`,
      "few.js": `${IMPORT}while (next()) { if (odd) Sentry.addBreadcrumb({ message: "Odd" }); }\n`,
      "alone.js": `${IMPORT}export function start(job) {\n  Sentry.addBreadcrumb({ message: job });\n}\n`,
      "wrap.js": `${IMPORT}function note(message) {\n  Sentry.addBreadcrumb({ category: "x", message });\n}\nnote("One");\nnote("Two");\n`,
    });
    expect(files.map(({ file, breadcrumbs, trail }) => ({ file, breadcrumbs, ...trail }))).toEqual([
      { file: "alone.js", breadcrumbs: 1, once: 1, repeated: 0, unbounded: false },
      { file: "endless.js", breadcrumbs: 2, once: 2, repeated: 1, unbounded: true },
      { file: "few.js", breadcrumbs: 1, once: 1, repeated: 1, unbounded: false },
      { file: "wrap.js", breadcrumbs: 2, once: 2, repeated: 0, unbounded: false },
    ]);
    expect(summary).toMatchObject({ floods: 1, breadcrumbs: 6, files: 4 });
    expect(breadcrumbs.map(({ entry, forwards }) => `${entry} ${forwards}`)).toContain("wrapper false");
    expect(breadcrumbs.filter(({ forwards }) => forwards).length).toBe(1);
  });

  it("counts what a wrapper passes on with its calls, in each number of breadcrumbs and of files", async () => {
    const { files, summary, breadcrumbs } = await take({
      "lib/note.js": `${IMPORT}export const note = (message) => Sentry.addBreadcrumb({ category: "x", level: "info", message });\n`,
      "a.js": `${IMPORT}import { note } from "./lib/note";\nnote("One");\nnote("Two");\nSentry.addBreadcrumb({ category: "y" });\n`,
    });
    expect(breadcrumbs.map(({ file, forwards }) => `${file} ${forwards}`)).toEqual([
      "a.js false",
      "a.js false",
      "a.js false",
      "lib/note.js true",
    ]);
    const total = (tallies: readonly { readonly count: number }[]): number =>
      tallies.reduce((sum, { count }) => sum + count, 0);
    const { byCategory, byLevel, byFolder, byForm } = summary;
    expect([byCategory, byLevel, byFolder, byForm].map(total)).toEqual([3, 3, 3, 3]);
    expect(files.map(({ file, breadcrumbs }) => `${file} ${breadcrumbs}`)).toEqual(["a.js 3"]);
    expect(summary).toMatchObject({ breadcrumbs: 3, files: 1 });
  });

  it("gives each finding to the breadcrumb that it concerns, wherever it stands", async () => {
    const { breadcrumbs, files, summary } = await take({
      "a.js": `${IMPORT}const data = { name: user.email };
const crumb = { message: "Far", level: "warn" };
Sentry.init({ beforeBreadcrumb() { return false; } });
Sentry.addBreadcrumb(crumb);
Sentry.addBreadcrumb({ message: "Near", data });
Sentry.addBreadcrumb();
`,
    });
    expect(
      breadcrumbs.map(({ findings }) => findings.map(({ ruleId, line }) => `${ruleId.split("/")[1] ?? ""} ${line}`)),
    ).toEqual([["valid-level 3"], ["no-pii 2"], ["valid-argument 7"]]);
    expect(breadcrumbs.map(({ lost }) => lost)).toEqual([false, false, true]);
    expect(breadcrumbs.map(({ personalData }) => personalData)).toEqual([[], ["email"], []]);
    expect(files[0]?.findings.map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([
      "sentry-breadcrumbs/valid-before-breadcrumb 4",
    ]);
    expect(summary).toMatchObject({ lost: 1, personal: 1, findings: 4 });
  });

  it("knows the innermost of calls within calls, and what was said to be right", async () => {
    const [outer, inner] = await taken(
      `Sentry.addBreadcrumb({ message: "Outer", data: { then: () => Sentry.addBreadcrumb({ message: "Inner", level: "warn" }) }, level: "oops" });
// eslint-disable-next-line sentry-breadcrumbs/no-pii
Sentry.addBreadcrumb({ message: user.email });\n`,
    );
    expect(outer?.findings.map(({ column }) => column)).toContain(130);
    expect(inner?.findings.map(({ ruleId }) => ruleId)).toEqual(["sentry-breadcrumbs/valid-level"]);
    const [, , allowed] =
      await taken(`f();\nSentry.addBreadcrumb({ message: "A" });\nSentry.addBreadcrumb({ message: "B" });
// eslint-disable-next-line sentry-breadcrumbs/no-pii, other/unknown
Sentry.addBreadcrumb({ message: user.email });\n`);
    expect(allowed).toMatchObject({ findings: [], personalData: [] });
  });

  it("says which breadcrumbs would better be logs, and what a log of each would be", async () => {
    const calls = Array.from(
      { length: 5 },
      (_, index) => `  Sentry.addBreadcrumb({ category: "step", message: "Step ${index}" });\n`,
    );
    const found = await taken(`export function f() {\n${calls.join("")}  Sentry.addBreadcrumb(window.given);
  Sentry.addBreadcrumb({ message: "Failed", data: { error } });\n}\n`);
    expect(found.map(({ log }) => log.advised)).toEqual([false, false, false, false, true, true, true]);
    expect(found.map(({ log }) => log.rewrite)).toEqual([
      "same",
      "same",
      "same",
      "same",
      "same",
      "none",
      expect.any(String),
    ]);
  });

  it("counts lines as ESLint does", async () => {
    const { breadcrumbs } = await take({
      "a.js": `\uFEFFimport { addBreadcrumb } from "@sentry/node";\r\n"\u2028";\r  addBreadcrumb({ message: "A" });`,
    });
    expect(breadcrumbs.map(({ line, column }) => [line, column])).toEqual([[4, 3]]);
  });

  it("leaves out messages and all that quotes them", async () => {
    const source = `const note = (text) => Sentry.addBreadcrumb({ category: "auth", message: text });
note("kept-one");
Sentry.addBreadcrumb({ message: \`kept-two \${user.email}\`, data: { key: "kept-three" }, level: "warn" });
Sentry.getCurrentScope().setTag("a", "kept-four").addBreadcrumb({ message: "kept-five" });
items("kept-six").forEach(() => Sentry.addBreadcrumb({ message: "kept-seven" }));
`;
    // The comment is one that ESLint calls fatal; it lints the file.
    const files = { "a.js": `/* eslint-env node */\n${IMPORT}${source}`, "broken.js": "addBreadcrumb('kept-eight;" };
    const { folder } = await workspace(files);
    const { stdout } = await run(folder, { messages: false, html: "page.html", output: "-" });
    expect(stdout).not.toMatch(/kept-|user\.email/u);
    const found = JSON.parse(stdout) as Inventory;
    expect(found.breadcrumbs.length).toBeGreaterThanOrEqual(5);
    expect(found.breadcrumbs.every((breadcrumb) => !("message" in breadcrumb))).toBe(true);
    expect(found.breadcrumbs.flatMap(({ findings }) => findings.map(({ message }) => message))).toContain(
      "Disallow personal data and secrets in breadcrumbs",
    );
    expect(found.breadcrumbs.flatMap(({ dataKeys }) => dataKeys)).toEqual(["key"]);
    expect(found.breadcrumbs.flatMap(({ repetition }) => repetition?.name ?? [])).toEqual(["forEach"]);
    expect(found.unread).toEqual([{ file: "broken.js", reason: "it cannot be parsed (line 1)" }]);
    expect((await run(folder)).stdout).toMatch(/kept-one[^]*kept-two/u);
  });

  it("takes strict rules where they are wanted", async () => {
    const source = 'Sentry.addBreadcrumb({ message: `Hello ${user.username}`, category: "auth" });\n';
    const rules = async (strict: boolean) => {
      return (await taken(source, { strict })).flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
    };
    const [lax, strict] = [await rules(false), await rules(true)];
    expect(strict.length).toBeGreaterThan(lax.length);
    expect((await take({ "a.rs": "" }, { strict: true })).preset).toBe("strict");
  });

  describe("of a call through a wrapper", () => {
    const body = (fields: string): string => `Sentry.addBreadcrumb({ ${fields} });`;
    const LOG = `${IMPORT}export function track(message, level, category) { ${body('message, category: "ui", level: "info"')} }\n`;
    const CALL = 'import { track } from "./log.js";\ntrack("Paid");\n';

    it.each<[kind: string, files: Record<string, string>, category: unknown, level: unknown]>([
      ["fixed in its file", { "a.js": `${LOG}track("Paid");\n` }, "ui", "info"],
      ["fixed in another file", { "log.js": LOG, "a.js": CALL }, "ui", "info"],
      [
        "fixed by a method",
        {
          "log.js": `${IMPORT}export const log = { track(message) { ${body('message, category: "ui"')} } };\n`,
          "a.js": 'import { log } from "./log.js";\nlog.track("Paid");\n',
        },
        "ui",
        undefined,
      ],
      [
        "fixed by the wrapper of a wrapper",
        { "log.js": LOG, "a.js": 'import { track } from "./log.js";\nconst note = (m) => track(m);\nnote("Paid");\n' },
        "ui",
        "info",
      ],
      [
        "fixed by a function that calls itself",
        {
          "a.js": `${IMPORT}function track(m) { if (on) track(m); ${body('message: m, category: "ui"')} }\ntrack("Paid");\n`,
        },
        "ui",
        undefined,
      ],
      [
        "given",
        {
          "a.js": `${IMPORT}const track = (category, message) => { ${body("message, category")} };\ntrack("pay", "Paid");\n`,
        },
        "pay",
        undefined,
      ],
      [
        "given, but unknown",
        {
          "a.js": `${IMPORT}const track = (category, message) => { ${body("message, category")} };\ntrack(kind, "Paid");\n`,
        },
        null,
        undefined,
      ],
      [
        "not given",
        { "a.js": `${IMPORT}const track = (message, category) => { ${body("message, category")} };\ntrack("Paid");\n` },
        null,
        undefined,
      ],
      [
        "chosen by the wrapper",
        {
          "a.js": `${IMPORT}const track = (message) => { ${body('message, category: on ? "a" : "b"')} };\ntrack("Paid");\n`,
        },
        ["a", "b"],
        undefined,
      ],
      [
        "different in each of its breadcrumbs",
        {
          "a.js": `${IMPORT}const track = (message) => { ${body('message, category: "a"')} ${body('message, category: "b"')} };\ntrack("Paid");\n`,
        },
        ["a", "b"],
        undefined,
      ],
      [
        "fixed in Rust",
        {
          "a.rs":
            'fn track(m: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), category: Some("ui".into()), ..Default::default() }); }\nfn f() { track("Paid"); }\n',
        },
        "ui",
        undefined,
      ],
    ])("tells the category and the level: %s", async (_, files, category, level) => {
      const { breadcrumbs, summary } = await take(files);
      const calls = breadcrumbs.filter(({ forwards }) => !forwards);
      expect(calls.map((each) => [each.category, each.level])).toEqual([[category, level]]);
      expect(summary.byCategory.flatMap(({ value }) => value)).toEqual([category].flat());
    });

    it("does not tell what a function writes that is not listed", async () => {
      const config = `export default [{ settings: { "sentry-breadcrumbs": { wrappers: [{ name: "track", parameters: ["message"] }] } } }];`;
      const { breadcrumbs } = await take(
        { "eslint.config.mjs": config, "a.js": 'track("Paid");\n' },
        { useConfig: true },
      );
      expect(breadcrumbs).toMatchObject([{ category: null, level: null }]);
    });
  });

  it("lists what it could not read", async () => {
    const { unread } = await take({
      "binary.ts": new Uint8Array([0, 0xff, ...Buffer.from("addBreadcrumb")]),
      "broken.ts": "\naddBreadcrumb({;",
      "Component.vue":
        '<script>\nimport { addBreadcrumb } from "@sentry/vue";\n</script><a @click="addBreadcrumb({})"/>',
      "Whole.vue": '<script>\nimport { addBreadcrumb } from "@sentry/vue";\n</script>',
    });
    expect(unread).toEqual([
      { file: "binary.ts", reason: "it is not a text file" },
      { file: "Component.vue", reason: "only its scripts were read: npm install --save-dev vue-eslint-parser" },
      { file: "broken.ts", reason: expect.stringMatching(/^Parsing error: .* \(line 2\)$/u) as string },
    ]);
  });

  it("finds nothing where there is nothing", async () => {
    const { folder } = await workspace({ "a.js": "export {};\n", "readme.md": "addBreadcrumb" });
    const ran = await run(folder);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      summary: { breadcrumbs: 0, byCategory: [] },
      files: [],
      breadcrumbs: [],
      unread: [],
      rules: {},
    });
  });

  it("leaves out files that record nothing", async () => {
    const { files } = await take({ "a.js": "export const addBreadcrumb = 1;\n" });
    expect(files).toEqual([]);
  });
});

describe("where the inventory goes", { timeout: 30_000 }, () => {
  const CRUMB = `${IMPORT}Sentry.addBreadcrumb({ message: "</p><!-- \u2028 $& {{inventory}}" });\n`;

  it("writes the files that are asked for, and says what they hold", async () => {
    const { folder, read, path } = await workspace({ "a.js": CRUMB, "b.js": "addBreadcrumb(" });
    await mkdir(path("öut"));
    const ran = await run(folder, {
      html: "öut/page.html",
      output: "öut/all.json",
      link: "https://example.com/{file}",
    });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(await run(folder, { allowUnread: true })).toMatchObject({ code: 0 });
    expect(ran.stderr).toMatch(
      /^Wrote öut\/page\.html and öut\/all\.json: 1 breadcrumb in 1 file\.\nNot read:\n {2}b\.js:1:15: Parsing error.*\n1 entry .*\n$/u,
    );
    const json = await read("öut/all.json");
    const [, data] = /^<p>(.*)<\/p>$/u.exec(await read("öut/page.html")) ?? [];
    expect(data).not.toMatch(/[<>&\u2028\u2029]/u);
    expect(JSON.parse(data ?? "")).toEqual({
      inventory: JSON.parse(json) as unknown,
      link: "https://example.com/{file}",
    });
  });

  it("writes to standard output what shall go there", async () => {
    const { folder, read } = await workspace({ "a.js": CRUMB });
    const json = (await run(folder, { output: "-" })).stdout;
    expect(JSON.parse(json)).toMatchObject({ version: 1 });
    expect((await run(folder)).stdout).toBe(json);
    const page = await run(folder, { html: "-" });
    expect(page.stdout).toMatch(/^<p>\{"inventory":/u);
    expect(page.stderr).toBe("");
    const both = await run(folder, { html: "page.html", output: "-" });
    expect(both.stdout).toBe(json);
    expect(both.stderr).toBe("Wrote page.html: 1 breadcrumb in 1 file.\n");
    expect(await read("page.html")).not.toContain("link");
  });

  it("leaves out of Markdown what there is nothing of, and shows rules without a page", async () => {
    const { folder } = await workspace({ "a.js": CRUMB });
    const { stdout } = await run(folder, { output: "-" });
    const made = JSON.parse(stdout) as Inventory;
    const byRule = [{ value: "own/rule", count: 1 }];
    const summary = { ...made.summary, byKind: [], byCategory: [], byRule };
    expect(markdownOf({ ...made, root: "a", summary, rules: {} })).toBe(
      "## Sentry breadcrumbs in a\n\n1 breadcrumb in 1 file, 0 findings.\n\n| Rule | Findings |\n| :-- | --: |\n| own/rule | 1 |\n",
    );
  });

  it("writes the numbers as Markdown that shows text of the project as it is", async () => {
    const many = Array.from({ length: 12 }, (_, at) => `Sentry.addBreadcrumb({ category: "c${at}", level });`);
    const { folder } = await workspace({
      "a.js": [
        IMPORT,
        'Sentry.addBreadcrumb({ category: "<b>|`x`\\n[y](z)", message: `Signed in ${user.email}`, timestamp: 1 });',
        "Sentry.addBreadcrumb({ category: unknown, message: user.phone });",
        "while (next()) Sentry.addBreadcrumb({ message: `Item` });",
        'Sentry.addBreadcrumb({ category: "<b>|`x`\\n[y](z)", level });',
        "Sentry.addBreadcrumb({ category: unknown, level });",
        "Sentry.addBreadcrumb({ level });",
        'console.info("Done");',
        ...many,
      ].join("\n"),
      "b.js": "addBreadcrumb(",
    });
    const { code, stdout, stderr } = await run(folder, { markdown: "-" });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Not read:/u);
    expect(stdout.replace(/in .*/u, "in …").replaceAll(/https:\S*\/rules\/(.*?)\.\w+\)/gu, "…$1)"))
      .toBe(`## Sentry breadcrumbs in …

18 breadcrumbs in 1 file, 11 findings.

- **2** with personal data or secrets
- **1** that each iteration records, and that evict the rest of the trail
- **8** that would be better as logs

| Rule | Findings |
| :-- | --: |
| [sentry-breadcrumbs/prefer-logs](…prefer-logs) | 8 |
| [sentry-breadcrumbs/no-pii](…no-pii) | 2 |
| [sentry-breadcrumbs/no-breadcrumb-in-loop](…no-breadcrumb-in-loop) | 1 |

| Personal data | Breadcrumbs |
| :-- | --: |
| an e-mail address | 1 |
| a phone number | 1 |

| Category | Breadcrumbs |
| :-- | --: |
| \\<b\\>\\|\\\`x\\\` \\[y\\](z) | 2 |
| *not known from the source* | 2 |
| *none* | 2 |
${["c0", "c1", "c10", "c11", "c2", "c3", "c4"].map((category) => `| ${category} | 1 |\n`).join("")}| *5 more* | |

| Recorded by | Calls |
| :-- | --: |
| manual | 18 |
| console | 1 |

1 file could not be read.
`);
  });

  it("says which file could not be written, and why", async () => {
    const { folder } = await workspace({ "a.js": CRUMB });
    const name = "x".repeat(250);
    await expect(run(folder, { output: name })).rejects.toThrow(Failure);
    await expect(run(folder, { output: name })).rejects.toThrow(/^"x+" could not be written: ENAMETOOLONG/u);
  });

  it.each<[string, Partial<InventoryOptions>]>([
    ['There is no folder "no/such" to write "page.html" to.', { html: "no/such/page.html" }],
    ['There is no folder "a.js" to write "x.json" to.', { output: "a.js/x.json" }],
    ['"src" is a folder.', { output: "src" }],
    ["Only one of --json, --html, --markdown and --output can be standard output.", { html: "-", output: "-" }],
    [
      '--link must contain {file}, and can contain {line} and {column}: "https://example.com".',
      { link: "https://example.com" },
    ],
    ['--link is not a web address: " JavaScript:{file}".', { link: " JavaScript:{file}" }],
    ['There is no file or folder "missing".', { paths: ["missing"] }],
  ])("fails with: %s", async (message, options) => {
    const { folder } = await workspace({ "a.js": CRUMB, "src/b.js": "" });
    await expect(run(folder, options)).rejects.toThrow(message);
  });
});
