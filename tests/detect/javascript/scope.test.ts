import type { SourceCode } from "eslint";
import { describe, expect, it } from "vitest";
import { openProgram } from "../../../src/detect/javascript/program.ts";
import { callsOf } from "../../../src/detect/javascript/syntax/walk.ts";
import { createValueReader } from "../../../src/detect/javascript/values/reader.ts";
import { readSettings } from "../../../src/settings.ts";
import { parse, type Dialect } from "../../support/parse.ts";

/** The SDK path of the first argument of every `is(…)` in a snippet. */
function sdkPaths(
  text: string,
  { dialect = "ts", globals = [], modules = [] }: { dialect?: Dialect; globals?: string[]; modules?: string[] } = {},
): readonly (readonly string[] | undefined)[] {
  const sourceCode: SourceCode = parse(text, dialect, globals);
  const program = openProgram(sourceCode, readSettings({ "sentry-breadcrumbs": { modules } }));
  const values = createValueReader(program);
  return callsOf(program.sourceCode).flatMap(({ callee, arguments: [argument] }) =>
    callee.type === "Identifier" && callee.name === "is" && argument !== undefined ? [values.sdkPath(argument)] : [],
  );
}

describe("what an expression of the SDK stands for", () => {
  it.each([
    ["a namespace import", `import * as Sentry from "@sentry/node"; is(Sentry); is(Sentry.addBreadcrumb)`],
    ["a default import", `import S from "@sentry/react"; is(S); is(S.addBreadcrumb)`],
    ["import =", `import S = require("@sentry/node"); is(S); is(S["addBreadcrumb"])`],
    ["require", `const S = require("@sentry/node"); is(S); is(S?.addBreadcrumb)`],
    ["await import", `const S = await import("@sentry/browser"); is(S); is(S!.addBreadcrumb)`],
    ["a default of await import", `const { default: S } = await import("@sentry/browser"); is(S); is(S.addBreadcrumb)`],
    ["an imported promise", `import("@sentry/browser").then((S) => { is(S); is((S as any).addBreadcrumb); })`],
    [
      "a promise in a variable",
      `const p = import("@sentry/browser"); is(await p); p.then((S) => is(S.addBreadcrumb));`,
    ],
    ["an undeclared global", `is(Sentry); is(Sentry.addBreadcrumb)`],
    ["a property of the global object", `is(window.Sentry); is((0, globalThis.Sentry!.addBreadcrumb))`],
    ["an ambient declaration", `declare const Sentry: any; is(Sentry); is(Sentry.addBreadcrumb)`],
    ["the sub-path of a package", `import * as S from "@sentry/electron/main"; is(S); is(S.addBreadcrumb)`],
    ["a later assignment", `let S; try { S = require("@sentry/node") } catch {} is(S); is(S?.addBreadcrumb)`],
    [
      "either of two SDKs",
      `const S = x ? require("@sentry/node") : require("@sentry/browser"); is(S); is(S.addBreadcrumb)`,
    ],
    ["a typed parameter", `import type * as T from "@sentry/node"; (S: typeof T) => { is(S); is(S.addBreadcrumb); }`],
    [
      "a parameter property",
      `import * as T from "@sentry/node"; class A { constructor(private s: typeof T) {} m() { is(this.s); is(this.s.addBreadcrumb) } }`,
    ],
    [
      "a property of a class",
      `import * as T from "@sentry/node"; class A { s = T; m = () => { is(this.s); is(this.s.addBreadcrumb) } }`,
    ],
    [
      "an assigned property",
      `import * as T from "@sentry/node"; class A { constructor() { this.s = T } m() { is(this.s); is(this.s.addBreadcrumb) } }`,
    ],
    [
      "a parameter property beside others, with a default",
      `import * as T from "@sentry/node"; class A { constructor(name: string, private s: typeof T = T) {} m() { is(this.s); is(this.s.addBreadcrumb) } }`,
    ],
    [
      "a property that an overloaded constructor assigns after others",
      `class A { constructor(a: string); constructor(a: unknown) { super(); if (a) f(); f(); this.t = a; this.s = Sentry } m() { is(this.s); is(this.s.addBreadcrumb) } }`,
    ],
    ["the type of a module", `(S: typeof import("@sentry/node")) => { is(S); is(S.addBreadcrumb) }`],
    [
      "a parameter's type beside its default",
      `import type * as T from "@sentry/node"; (S: typeof T = other) => { is(S); is(S.addBreadcrumb) }`,
    ],
    ["a destructured window", `const { Sentry: S } = window; is(S); is(S.addBreadcrumb)`],
    [
      "an object that holds the SDK's functions",
      `let S; const { addBreadcrumb } = await import("@sentry/browser"); S = { addBreadcrumb }; is(S); is(S.addBreadcrumb)`,
    ],
    [
      "legacy packages",
      `import Raven from "raven-js"; is(Raven); import { addBreadcrumb } from "sentry-cordova"; is(addBreadcrumb)`,
    ],
  ])("%s", (_, text) => {
    const [whole, member] = sdkPaths(text);
    expect(whole).toEqual([]);
    expect(member).toEqual(["addBreadcrumb"]);
  });

  it.each([
    `import { addBreadcrumb } from "@sentry/node"; is(addBreadcrumb)`,
    `import { addBreadcrumb as crumb } from "@sentry/node"; is(crumb)`,
    `const { addBreadcrumb } = require("@sentry/node"); is(addBreadcrumb)`,
    `const crumb = require("@sentry/node").addBreadcrumb; is(crumb)`,
    `const { addBreadcrumb: crumb = () => {} } = await import("@sentry/node"); is(crumb)`,
    `import * as S from "@sentry/node"; const { addBreadcrumb: crumb } = S; is(crumb)`,
    `import * as S from "@sentry/node"; const a = S.addBreadcrumb; const b = a; is(b satisfies unknown)`,
    `import("@sentry/node").then(({ addBreadcrumb }) => is(addBreadcrumb))`,
    `(crumb: typeof import("@sentry/node").addBreadcrumb) => is(crumb)`,
    `import { createRequire } from "node:module"; const require = createRequire(import.meta.url); const { addBreadcrumb } = require("@sentry/node"); is(addBreadcrumb)`,
    `let crumb = Sentry.addBreadcrumb; crumb = require("@sentry/node").addBreadcrumb; is(crumb)`,
    `is(x ? other : Sentry.addBreadcrumb)`,
    `is((x && Sentry).addBreadcrumb)`,
  ])("reaches the function: %s", (text) => {
    expect(sdkPaths(text)).toEqual([["addBreadcrumb"]]);
  });

  it.each([
    `is(x && Sentry)`,
    `is(x || Sentry)`,
    `is(Sentry || x)`,
    `is(x ?? Sentry)`,
    `is(Sentry ?? x)`,
    `is(x ? Sentry : other)`,
    `is(x ? other : Sentry)`,
    `const S = { other: 1, addBreadcrumb: Sentry.addBreadcrumb }; is(S)`,
    `let S = require("@sentry/node"); S = require("@sentry/browser"); is(S)`,
    `let S = Sentry; if (x) S = other; is(S)`,
    `let S = other; S = Sentry; is(S)`,
    `const [S] = [Sentry]; is(S)`,
    `import module from "node:module"; const require = module.createRequire(import.meta.url); is(require("@sentry/node"))`,
  ])("reaches the SDK: %s", (text) => {
    expect(sdkPaths(text)).toEqual([[]]);
  });

  it.each([
    "npm:@sentry/deno",
    "npm:@sentry/deno@9.1.0",
    "https://deno.land/x/sentry@8/index.mjs",
    "https://esm.sh/@sentry/browser",
  ])("knows %s", (module) => {
    expect(sdkPaths(`import * as S from "${module}"; is(S)`)).toEqual([[]]);
  });

  it("keeps what stands between the SDK and the name", () => {
    const text = `import * as S from "sentry-expo"; is(S.Native.addBreadcrumb); is(S.Severity.Warning);
      import { Severity } from "@sentry/types"; is(Severity.Warning);
      (crumb: typeof import("sentry-expo").Native.addBreadcrumb) => is(crumb)`;
    expect(sdkPaths(text)).toEqual([
      ["Native", "addBreadcrumb"],
      ["Severity", "Warning"],
      ["Severity", "Warning"],
      ["Native", "addBreadcrumb"],
    ]);
  });

  it.each([
    ["another vendor", `import * as Sentry from "@honeybadger-io/js"; is(Sentry.addBreadcrumb)`],
    ["another vendor's function", `import { addBreadcrumb } from "@embrace-io/react-native"; is(addBreadcrumb)`],
    ["a package without breadcrumbs", `import { addBreadcrumb } from "@sentry/profiling-node"; is(addBreadcrumb)`],
    ["a package of types", `import { addBreadcrumb } from "@sentry/types"; is(addBreadcrumb)`],
    ["a parameter", `(Sentry) => is(Sentry.addBreadcrumb)`],
    ["a local object", `const Sentry = { addBreadcrumb() {} }; is(Sentry.addBreadcrumb)`],
    ["a shadowing parameter", `import * as Sentry from "@sentry/node"; function f(Sentry: Other) { is(Sentry) }`],
    ["a shadowed window", `(window: any) => is(window.Sentry)`],
    ["a shadowed require", `(require: any) => is(require("@sentry/node"))`],
    ["a variable defined by itself", `var a = a || b; var b = b || a; is(a)`],
    ["a variable with two meanings", `let a = Sentry.addBreadcrumb; if (x) a = Sentry.setTag; is(a)`],
    ["an object with a function of its own", `const S = { addBreadcrumb: (c) => Sentry.addBreadcrumb(c) }; is(S)`],
    ["a computed member", `is(Sentry[name])`],
    ["a member under what is no name", `is(Sentry[null])`],
    ["a member under a name with gaps", "is(Sentry[`add${what}`])"],
    ["what is taken by a computed key", `const { [key]: S } = Sentry; is(S)`],
    ["what is taken by a computed key, later", `let S; ({ [key]: { addBreadcrumb: S } } = Sentry); is(S)`],
    ["this", `class A { s = Sentry; m() { is(this) } }`],
    ["a member of this in a function of its own", `class A { s = Sentry; m() { f(function () { is(this.s) }) } }`],
    ["a member of this in a key", `class A { s = Sentry; [is(this.s)]() {} }`],
    ["a member of this that nothing gives", `class A { constructor({ s }) {} m() { is(this.s) } }`],
    ["a member that the type of a pattern has", `({ s }: typeof Sentry) => is(s)`],
    ["an object with other things", `const S = { ...x, [key]: Sentry.addBreadcrumb, setTag: Sentry.setTag }; is(S)`],
    ["what is only asked whether it is there", `is(Sentry && x)`],
    ["the global object", `is(window)`],
    ["another function that takes the name of a module", `is(load("@sentry/node"))`],
    ["a call of require without a module", `is(require())`],
    ["a require of another kind", `const require = make("x"); is(require("@sentry/node"))`],
    ["a require that is not given yet", `let require; is(require("@sentry/node"))`],
    ["what has been replaced", `let S = Sentry; S = other; is(S)`],
    ["a member under another name", `const S = { addBreadcrumb: Sentry.setTag }; is(S)`],
    ["this, where a member under a computed name is the SDK", `class A { [k] = Sentry; m() { is(this) } }`],
    ["the SDK or a function of it", `let a = Sentry; if (x) a = Sentry.addBreadcrumb; is(a)`],
    ["a group of names or one of them", `let a = Sentry.Severity; if (x) a = Sentry.Severity.Warning; is(a)`],
    ["one name of a group or another", `let a = Sentry.Severity.Warning; if (x) a = Sentry.Severity.Error; is(a)`],
    ["what is called when an import fails", `import("@sentry/browser").then(f, (S) => is(S))`],
    ["a second parameter of what is called with an import", `import("@sentry/browser").then((a, S) => is(S))`],
    ["the project's own module", `import { addBreadcrumb } from "./sentry.js"; is(addBreadcrumb)`],
  ])("is silent about %s", (_, text) => {
    expect(sdkPaths(text)).toEqual([undefined]);
  });

  it("knows a module that settings name, by its specifier as written", () => {
    const text = `import { Sentry, addBreadcrumb } from "@/lib/sentry"; is(Sentry); is(addBreadcrumb);
      import Default from "./sentry.js"; is(Default.addBreadcrumb);
      import Other from "../sentry.js"; is(Other);
      import * as all from "@/lib/sentry"; is(all.Sentry.addBreadcrumb)`;
    expect(sdkPaths(text, { modules: ["@/lib/sentry", "./sentry.js"] })).toEqual([
      [],
      ["addBreadcrumb"],
      ["addBreadcrumb"],
      undefined,
      ["addBreadcrumb"],
    ]);
  });

  it("knows a global that the config declares", () => {
    expect(sdkPaths(`is(Sentry)`, { dialect: "cjs", globals: ["Sentry"] })).toEqual([[]]);
  });
});

describe("components", () => {
  it("resolves the names of Vue's templates to the script", () => {
    const text = `<script setup lang="ts">
      import * as Sentry from "@sentry/vue";
      import * as Other from "other";
      is(Sentry);
      </script>
      <template>
        <button @click="is(Sentry.addBreadcrumb)">{{ is(Other) }}</button>
        <i v-for="Sentry in list" @click="() => is(Sentry)" />
        <i v-for="item in list" @click="() => is(Sentry)" />
      </template>`;
    expect(sdkPaths(text, { dialect: "vue" })).toEqual([[], ["addBreadcrumb"], undefined, undefined, []]);
  });

  it.each<[what: string, options: string, inTemplate: string, isSdk: boolean]>([
    ["no member of the component", "{}", "Sdk", false],
    ["a method", "{ methods: { Sdk } }", "Sdk", true],
    ["a method of another name", "{ methods: { log: Sdk } }", "log", true],
    ["another method of the name", "{ methods: { Sdk() {} } }", "Sdk", false],
    ["what setup() returns", "defineComponent({ setup() { const log = Sdk; return { log }; } })", "log", true],
    ["what an arrow function returns", "{ data: () => ({ Sdk }) }", "Sdk", true],
    ["what setup() does not return", "{ setup() { const log = Sdk; } }", "log", false],
    ["a computed value", "{ computed: { Sdk } }", "Sdk", false],
    ["options that cannot be read", "options", "Sdk", false],
    ["options that a call makes of others", "make(...all)", "Sdk", false],
  ])("sees in the template of a component with options: %s", (_, options, inTemplate, isSdk) => {
    const text = `<script>
      import * as Sdk from "@sentry/vue";
      export default ${options};
      </script>
      <template><a @click="is(${inTemplate})" /></template>`;
    expect(sdkPaths(text, { dialect: "vue" })).toEqual([isSdk ? [] : undefined]);
  });

  it.each<[what: string, inTemplate: string, isSdk: boolean]>([
    ["a parameter", "(Sentry) => is(Sentry)", false],
    ["a part of a parameter", "({ Sentry }) => is(Sentry)", false],
    ["a variable", "() => { const Sentry = other; is(Sentry); }", false],
    ["a parameter of another name", "(other) => is(Sentry)", true],
    ["a parameter of another function", "() => { (Sentry) => Sentry; is(Sentry); }", true],
  ])("tells names of an expression in a template from the script's: %s", (_, inTemplate, isSdk) => {
    const text = `<script setup>import * as Sentry from "@sentry/vue";</script>
      <template><a @click="${inTemplate}" /></template>`;
    expect(sdkPaths(text, { dialect: "vue" })).toEqual([isSdk ? [] : undefined]);
  });

  it("resolves the names of Svelte's templates", () => {
    const text = `<script lang="ts">import * as Sentry from "@sentry/svelte"; is(Sentry);</script>
      <button on:click={() => is(Sentry.addBreadcrumb)}>x</button>
      {#each list as Sentry}<i on:click={() => is(Sentry)} />{/each}`;
    expect(sdkPaths(text, { dialect: "svelte" })).toEqual([[], ["addBreadcrumb"], undefined]);
  });

  it("resolves the names of Astro's front matter and template", () => {
    const text = `---\nimport * as Sentry from "@sentry/astro";\nis(Sentry);\n---\n<p>{is(Sentry.addBreadcrumb)}</p>\n`;
    expect(sdkPaths(text, { dialect: "astro" })).toEqual([[], ["addBreadcrumb"]]);
  });

  it("resolves names in JSX", () => {
    const text = `import * as Sentry from "@sentry/react"; <a onClick={() => is(Sentry.addBreadcrumb)} />`;
    expect(sdkPaths(text, { dialect: "jsx" })).toEqual([["addBreadcrumb"]]);
  });
});
