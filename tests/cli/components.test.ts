import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { besideScripts, callsBeside, hasClientScripts, hasSetup, scriptsOf } from "../../src/cli/components.ts";
import { workspace } from "./workspace.ts";

const IMPORT = 'import * as Sentry from "@sentry/browser";';
const CALL = 'Sentry.addBreadcrumb({ message: "In", level: "warn" })';

/** What is left of a text without blanks. */
const words = (text: string): string => text.split(/\s+/u).filter(Boolean).join(" ");

describe("the scripts of components", () => {
  it.each<[path: string, text: string, scripts: string]>([
    ["a.vue", "<template><a/></template>\n<script>\nrun()\n</script>\n<style>b</style>", "run() ;"],
    ["a.vue", "<script>one()</script><script setup lang='ts'>two()</script>", "one(); two();"],
    ["a.vue", '<script setup generic="T extends Map<string, any>">one()</script>', "one();"],
    ["a.vue", "<!-- <script>no()</script> --><SCRIPT>one()</SCRIPT >", "one();"],
    ["a.vue", '<script type="application/json">{}</script><script type="module">one()</script>', "one();"],
    ["a.vue", '<script type="application/ld+json">{}</script><script type=text/javascript>one()</script>', "one();"],
    ["a.svelte", "<script context=module>one()</script>\r\n<p>{x}</p>", "one();"],
    ["a.astro", "---\none()\n---\n<p>{x}</p><script>two()</script>", "one() ; two();"],
    ["a.astro", "<p/>---\n<script>two()</script>", "two();"],
    ["a.vue", "<script>unfinished()", ""],
    ["a.vue", '<script lang="', ""],
    ["a.vue", "<!-- <script>one()</script>", ""],
  ])("of %s: %j", (path, text, scripts) => {
    const blanked = scriptsOf(text, path);
    expect(words(blanked)).toBe(scripts);
    expect(blanked).toHaveLength(text.length);
    for (const { index, 0: word } of blanked.matchAll(/[^\s;]+/gu)) expect(text.startsWith(word, index)).toBe(true);
    expect(blanked.match(/\r\n|[\n\r\u2028\u2029]/gu)).toEqual(text.match(/\r\n|[\n\r\u2028\u2029]/gu));
    expect(besideScripts(text, path)).toHaveLength(text.length);
    expect(besideScripts(text, path)).not.toMatch(/(?:one|two|run)\(\)(?!<)/u);
  });

  it.each([
    ["---\none()\n---\n<p/>", false],
    ["---\none()\n---\n<script></script>", false],
    ["---\none()\n---\n<script>two()</script>", true],
    ["<script>two()</script>", true],
  ])("run in the browser in %j: %s", (text, are) => {
    expect(hasClientScripts(text)).toBe(are);
  });

  it("are found in time in proportion to the text", () => {
    for (const piece of ["<script>", "<!--", '<script a="', "---\n", "a?.b.c", "<script a='b"]) {
      const start = performance.now();
      const text = piece.repeat(100_000);
      callsBeside(text, "a.astro", scriptsOf(text, "a.astro"));
      hasSetup(text);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});

// The first run loads ESLint and the parsers.
describe("the command", { timeout: 30_000 }, () => {
  const found = (stdout: string): readonly string[] =>
    (JSON.parse(stdout) as { messages: Linter.LintMessage[] }[]).flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId ?? "unread"}`),
    );
  const LEVEL = "sentry-breadcrumbs/valid-level";

  it.each<[file: string, text: string, place: string]>([
    [
      "a.vue",
      `<template><p/></template>\n<script setup lang="ts">\n${IMPORT}\nlet x: number; ${CALL};\n</script>`,
      "4:61",
    ],
    ["a.svelte", `<p>{x}</p>\n<script>\n${IMPORT}\n${CALL};\n</script>`, "4:46"],
    ["a.astro", `---\n${IMPORT}\nconst { a } = Astro.props;\n${CALL};\n---\n<p>{a}</p>`, "4:46"],
    ["a.astro", `---\nconst { a } = Astro.props;\n---\n<script>${IMPORT}\n${CALL};</script>`, "5:46"],
  ])("finds in %s without a parser what %j has", async (file, text, place) => {
    const { read, run } = await workspace({ [file]: text });
    expect(found((await run("-f", "json")).stdout)).toEqual([`${place} ${LEVEL}`]);
    expect(await run("--fix")).toMatchObject({ code: 0 });
    expect(await read(file)).toBe(text.replace('"warn"', '"warning"'));
  });

  it("reads what Astro runs in the browser beside the project's parser, too", async () => {
    const text = `---\nconst { a } = Astro.props;\n---\n<p>{a}</p>\n<script>\n${IMPORT}\n${CALL};\n</script>\n`;
    const { run } = await workspace({ "a.astro": text }, ["astro-eslint-parser"]);
    expect(found((await run("-f", "json")).stdout)).toEqual([`7:46 ${LEVEL}`]);
  });

  it("names what stands beside the scripts that it reads alone, if that may record breadcrumbs", async () => {
    const script = `<script setup>\n${IMPORT}\n</script>\n`;
    const { run } = await workspace({
      "A.vue": `${script}<template><a @click="Sentry.addBreadcrumb({})" /></template>`,
      "B.vue": `${script}<template><a @click="addBreadcrumb({})" /></template>`,
      "C.vue": `<script setup>\n${IMPORT}\n${CALL.replace("warn", "info")};\n</script>\n<template><a /></template>`,
    });
    const ran = await run();
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(
      "Not read:\n  A.vue: only its scripts were read\n  B.vue: only its scripts were read\n" +
        "    npm install --save-dev vue-eslint-parser\n2 entries",
    );
    expect(await run("--allow-unread")).toMatchObject({ code: 0 });
  });

  it("names what stands beside them if it may call a wrapper of another file", async () => {
    const script = `<script>\nimport { track } from "./notes";\ntrack("Paid");\n</script>\n`;
    const { run } = await workspace({
      "notes.js": `${IMPORT}\nexport const track = (message) => Sentry.addBreadcrumb({ message });\n`,
      "A.svelte": `${script}<button on:click={() => track("Sent")} />`,
      "B.svelte": `${script}<button />`,
      "C.svelte": `<script>\nimport { track } from "./parcels";\n</script>\n<button on:click={() => track("Sent")} />`,
    });
    for (const [command, code] of [["check", 2] as const, ["inventory", 2] as const, ["init", 0] as const]) {
      const ran = await run(command);
      expect(ran.stderr).toContain("Not read:\n  A.svelte: only its scripts were read\n    npm install");
      expect(ran.code).toBe(code);
    }
  });
});

describe("a wrapper that only templates call", { timeout: 30_000 }, () => {
  const note = `${IMPORT}\nexport const note = (message, level) => Sentry.addBreadcrumb({ message, level });\nexport const log = { note };\n`;
  const script = `<script setup>\nimport { note, log as trail } from "./notes";\n</script>\n`;
  const components = {
    "package.json": "{}",
    "A.vue": `${script}<template><a :title="note.name" @click="ask(() => note('Sent', 'warn'))" /></template>`,
    "B.svelte": `${script}<button on:click={() => trail.note("Sent", "warn")} />`,
    "C.vue": `${script}<template><a @click="other('Sent')">{{ (shown) }}</a></template>`,
    "D.vue": `<script>import { note } from "./parcels";</script>\n<template><a @click="note('Sent')" /></template>`,
  };

  it("is found, and the templates are named, where no parser reads them", async () => {
    const { run } = await workspace({ ...components, "notes.js": note });
    for (const command of ["check", "inventory", "init"]) {
      const { stderr } = await run(command);
      expect(stderr).toContain("Not read:\n  A.vue: only its scripts were read\n");
      expect(stderr).toContain("  B.svelte: only its scripts were read\n");
      expect(stderr).not.toMatch(/[CD]\.vue/u);
    }
    expect((await run("init")).stdout).toMatch(/note\(message, level\) {2}notes\.js, 1 call in 1 file/u);
  });

  it("is found by the project's parsers", async () => {
    const { run } = await workspace({ ...components, "notes.js": note }, ["vue-eslint-parser", "svelte-eslint-parser"]);
    const { stdout, stderr } = await run();
    expect(stdout.match(/\d+:\d+(?=.*`warn`)/gu)).toEqual(["4:64", "4:44"]);
    expect(stderr).not.toContain("Not read");
    expect((await run("init", "A.vue")).stdout).toContain("The rules see 0 breadcrumbs now, and 1 with");
  });
});

describe("Flow", () => {
  const flow = `// @flow strict
${IMPORT}
import typeof { User } from "./user";
import { type Id, save } from "./save";
export type Props = {| +id: ?Id, name?: string |};
opaque type Key: string = string;
declare export function later(x: ?number): void;
declare var __DEV__: boolean;
interface Stack { push(item: number): void }
class Cart<+T> extends Base<T> implements Stack {
  +items: Array<T>;
  static count: number = 0;
  add(this: Cart<T>, item: T, ...more: Array<?T>): %checks { return (item: any); }
}
export function f<T: Object = {}>(props: Props, cb?: (?string) => void): Promise<T> {
  const g = async <U>(x: U, { y }: { y: number }): Promise<U> => (save<U>((x: any)): U);
  ${CALL};
  return g(props);
}
`;

  it("is read where the types are no TypeScript's", async () => {
    const { run } = await workspace({ "src/a.js": flow });
    const { stdout } = await run("-f", "json");
    const [{ messages } = { messages: [] }] = JSON.parse(stdout) as { messages: Linter.LintMessage[] }[];
    expect(messages.map(({ line, ruleId }) => `${line} ${ruleId ?? ""}`)).toEqual([
      "17 sentry-breadcrumbs/valid-level",
    ]);
  });

  it("keeps the error that TypeScript's grammar gives for what is neither", async () => {
    const { run } = await workspace({ "a.js": `${IMPORT}\n${CALL};\nlet x = = 1;\n`, "b.ts": flow });
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain("a.js:3:9: Parsing error: Unexpected token");
    expect(stderr).toContain("b.ts:");
  });
});
