import { describe, expect, it } from "vitest";
import { openProgram } from "../../../src/detect/javascript/program.ts";
import { createValueReader } from "../../../src/detect/javascript/values/reader.ts";
import { recordingsOf } from "../../../src/detect/javascript/recording/calls.ts";
import { createSdkCalls } from "../../../src/detect/javascript/recording/sdk-calls.ts";
import { readSettings } from "../../../src/settings.ts";
import { detect } from "../../support/detect.ts";
import { parse, type Dialect } from "../../support/parse.ts";

/** `entry source-of-the-callee` of every recording in a snippet. */
function entries(text: string, dialect: Dialect = "tsx"): readonly string[] {
  const program = openProgram(parse(text, dialect), readSettings({}));
  const values = createValueReader(program);
  return recordingsOf(program, values, createSdkCalls(program, values)).calls.map(
    ({ entry, call }) => `${entry} ${program.sourceCode.getText(call.callee)}`,
  );
}

describe("the SDK's own function", () => {
  it.each([
    `import * as Sentry from "@sentry/node"; Sentry.addBreadcrumb({})`,
    `import * as Sentry from "@sentry/node"; Sentry?.addBreadcrumb?.({})`,
    `import * as Sentry from "@sentry/node"; (Sentry as any).addBreadcrumb({})`,
    `import * as Sentry from "@sentry/node"; Sentry["addBreadcrumb"]({})`,
    `import { addBreadcrumb as crumb } from "@sentry/node"; crumb({})`,
    `(await import("@sentry/node")).addBreadcrumb({})`,
    `require("@sentry/node").addBreadcrumb({})`,
    `window.Sentry?.addBreadcrumb({})`,
    `const add = Sentry.addBreadcrumb<Crumb>; add({})`,
    `(a, b, Sentry).addBreadcrumb({})`,
    `import * as S from "@sentry/node"; class A { constructor(private s: typeof S) { s.addBreadcrumb({}) } }`,
    `import * as S from "@sentry/node"; class A { constructor(private x: X, private s: typeof S) {} m() { this.s.addBreadcrumb({}) } }`,
    `import * as S from "@sentry/node"; class A { constructor(private s: typeof S = x) {} m() { this.s.addBreadcrumb({}) } }`,
    `class A { constructor() { f(); x = 1; this.other = 2; this.s ??= Sentry } m() { this.s.addBreadcrumb({}) } }`,
    `let add; ({ addBreadcrumb: add } = Sentry); add({})`,
    `class A { load() { this.s = Sentry } m() { this.s.addBreadcrumb({}) } }`,
    `class A { static {} sentry = Sentry; m() { this.sentry.addBreadcrumb({}) } }`,
    `class A { constructor(a: string); constructor(a) { this.sentry = Sentry } m() { this.sentry.addBreadcrumb({}) } }`,
    `import { SentryService } from "@ntegral/nestjs-sentry";
      class A { constructor(@InjectSentry() private readonly c: SentryService) {} m() { this.c.instance().addBreadcrumb({}) } }`,
    `new (class { m() { Sentry.addBreadcrumb({}) } })`,
    `const load = () => import("@sentry/node"); async function f() { const { addBreadcrumb: add } = await load(); add({}) }`,
    `async function load() { const S = await import("@sentry/node"); return S } async function f() { (await load()).addBreadcrumb({}) }`,
    `let p: Promise<S> | null = null; function load() { if (!p) p = import("@sentry/node"); return p } load().then((S) => S.addBreadcrumb({}))`,
    `let s; const get = () => { try { s = s ?? require("@sentry/node") } catch { return null } return s }; get()?.addBreadcrumb({})`,
    `let S: typeof import("@sentry/node") | null = null; export function set(s) { S = s } S?.addBreadcrumb({})`,
    `let S: typeof Sentry | undefined; S?.addBreadcrumb({})`,
    `import { BrowserMicroSentryClient } from "@micro-sentry/browser"; const c = new BrowserMicroSentryClient({}); c.addBreadcrumb({})`,
  ])("%s", (text) => {
    expect(entries(text)).toEqual([expect.stringMatching(/^sdk /u)]);
  });
});

describe("scopes", () => {
  it.each([
    `Sentry.getCurrentScope().addBreadcrumb({})`,
    `Sentry.getIsolationScope().addBreadcrumb({})`,
    `import { getGlobalScope } from "@sentry/core"; getGlobalScope().addBreadcrumb({})`,
    `const scope = Sentry.getCurrentScope(); scope.addBreadcrumb({})`,
    `new Sentry.Scope().addBreadcrumb({})`,
    `function f(scope: Sentry.Scope) { scope.addBreadcrumb({}) }`,
    `import { Scope } from "@sentry/core"; const s = new Scope(); s.setTag("a", "b").addBreadcrumb({})`,
    `Sentry.getCurrentHub().getScope()?.addBreadcrumb({})`,
    `const hub = Sentry.getCurrentHub(); const s = hub.pushScope(); s.addBreadcrumb({})`,
    `Sentry.getCurrentScope().clone().addBreadcrumb({})`,
    `Sentry.withScope((scope) => scope.addBreadcrumb({}))`,
    `Sentry.withScope(function (scope) { scope.addBreadcrumb({}) })`,
    `Sentry.withScope(current, (scope) => { if (a) { scope.addBreadcrumb({}) } })`,
    `Sentry.withIsolationScope((scope) => scope.addBreadcrumb({}))`,
    `Sentry.withActiveSpan(span, (scope) => scope.addBreadcrumb({}))`,
    `Sentry.configureScope((scope) => scope.addBreadcrumb({}))`,
    `Sentry.getCurrentHub().withScope((scope) => scope.addBreadcrumb({}))`,
    `Sentry.captureException(e, (scope) => scope.addBreadcrumb({}))`,
    `Sentry.captureMessage("m", (scope) => scope.addBreadcrumb({}))`,
    `Sentry.init({ initialScope: (scope) => scope.addBreadcrumb({}) })`,
    `Sentry.init({ initialScope(scope) { return scope.addBreadcrumb({}) } })`,
    `function fill(scope) { scope.addBreadcrumb({}) } Sentry.withScope(fill)`,
    `const fill = (scope) => scope.addBreadcrumb({}); Sentry.withScope(fill)`,
    `import type { Scope } from "@sentry/types"; function f(scope: Scope | undefined) { scope?.addBreadcrumb({}) }`,
    `import * as S from "@sentry/node"; class A { private scope: S.Scope; m() { this.scope.addBreadcrumb({}) } }`,
    `class A { constructor() { this.scope = Sentry.getCurrentScope() } m() { this.scope.addBreadcrumb({}) } }`,
    `function f(scope: import("@sentry/node").Scope) { scope.addBreadcrumb({}) }`,
    `<Sentry.ErrorBoundary beforeCapture={(scope) => { scope.addBreadcrumb({}) }} />`,
    `import { Toucan } from "toucan-js"; const t = new Toucan({}); t.addBreadcrumb({})`,
  ])("%s", (text) => {
    expect(entries(text)).toEqual([expect.stringMatching(/^scope /u)]);
  });
});

describe("hubs", () => {
  it.each([
    `Sentry.getCurrentHub().addBreadcrumb({})`,
    `const hub = new Sentry.Hub(); hub.addBreadcrumb({})`,
    `import { Hub } from "@sentry/hub"; function f(hub: Hub) { hub.addBreadcrumb({}) }`,
    `Sentry.getCurrentHub().run((hub) => hub.addBreadcrumb({}))`,
  ])("%s", (text) => {
    expect(entries(text)).toEqual([expect.stringMatching(/^hub /u)]);
  });
});

describe("legacy", () => {
  it.each([
    `import Raven from "raven-js"; Raven.captureBreadcrumb({})`,
    `Raven.captureBreadcrumb({})`,
    `import { Sentry } from "react-native-sentry"; Sentry.captureBreadcrumb({})`,
    `import raven from "raven"; const client = new raven.Client("dsn"); client.captureBreadcrumb({})`,
    `import * as Sentry from "sentry-expo"; Sentry.Native.addBreadcrumb({})`,
    `import { Browser } from "sentry-expo"; Browser.addBreadcrumb({})`,
    `export default { methods: { m() { this.$sentry.addBreadcrumb({}) } } }`,
    `const { $sentry } = useNuxtApp(); $sentry.addBreadcrumb({})`,
  ])("%s", (text) => {
    expect(entries(text)).toEqual([expect.stringMatching(/^legacy /u)]);
  });
});

describe("what is not ours", () => {
  it.each([
    `import Honeybadger from "@honeybadger-io/js"; Honeybadger.addBreadcrumb("m")`,
    `import Appsignal from "@appsignal/javascript"; new Appsignal({}).addBreadcrumb({})`,
    `import { addBreadcrumb } from "@embrace-io/react-native"; addBreadcrumb("m")`,
    `function f(scope) { scope.addBreadcrumb({}) }`,
    `function f(scope: Scope) { scope.addBreadcrumb({}) }`,
    `logger.addBreadcrumb({})`,
    `class A { m() { this.scope.addBreadcrumb({}) } }`,
    `class A { addBreadcrumb() {} m() { this.addBreadcrumb({}) } }`,
    `function addBreadcrumb() {} addBreadcrumb({})`,
    `addBreadcrumb({})`,
    `items.forEach((scope) => scope.addBreadcrumb({}))`,
    `Sentry.withScope((scope, other) => other.addBreadcrumb({}))`,
    `Sentry.startSpan({}, (span) => span.addBreadcrumb({}))`,
    `Sentry.withScope((scope) => { { const scope = other(); scope.addBreadcrumb({}) } })`,
    `Sentry.captureException((scope) => scope.addBreadcrumb({}))`,
    `import { trail } from "./trail"; trail.addBreadcrumb({})`,
    `Sentry.addBreadcrumb`,
    `Sentry.setTag("a", "b"); Sentry.logger.info("m")`,
    `Other.init({ initialScope: (scope) => scope.addBreadcrumb({}) })`,
    `class A { $sentry = other; m() { this.$sentry.addBreadcrumb({}) } }`,
    `app.$sentry.addBreadcrumb({})`,
    `const { a: [addBreadcrumb] } = Sentry; addBreadcrumb({})`,
    `const [addBreadcrumb] = Sentry; addBreadcrumb({})`,
    `const { [k]: { addBreadcrumb } } = Sentry; addBreadcrumb({})`,
    `let S; S += Sentry; S.addBreadcrumb({})`,
    `for (const S of Sentry) S.addBreadcrumb({})`,
    `class A { constructor(o) { o.s = Sentry; s = Sentry; s(Sentry) } m() { this.s.addBreadcrumb({}) } }`,
    `class A { constructor(o) { this.o = Sentry } m() { this.s.addBreadcrumb({}) } }`,
    `import * as S from "@sentry/node"; class A { constructor(private a: typeof S, private b: X) {} m() { this.b.addBreadcrumb({}) } }`,
    `class A { s = Sentry; m() { function f() { this.s.addBreadcrumb({}) } } }`,
    `class A { [this.s.addBreadcrumb({})] = 1; s = Sentry }`,
    `const o = { s: Sentry, m() { this.x.addBreadcrumb({}) } }`,
  ])("%s", (text) => {
    expect(entries(text)).toEqual([]);
  });
});

describe("components", () => {
  it("finds calls in a Vue template", () => {
    const text = `<script setup>import * as S from "@sentry/vue"; S.addBreadcrumb({})</script>
      <template><a @click="S.addBreadcrumb({ message: 'a' })" @x="() => S.addBreadcrumb({})">{{ S.addBreadcrumb({}) }}
      <i v-if="ok" @y="$sentry.addBreadcrumb({})"/></a></template>`;
    expect(entries(text, "vue")).toEqual([
      ...Array.from({ length: 4 }, () => "sdk S.addBreadcrumb"),
      "legacy $sentry.addBreadcrumb",
    ]);
  });

  it("finds calls in a Svelte template", () => {
    const text = `<script>import * as S from "@sentry/svelte"; $: S.addBreadcrumb({})</script>
      {#if ok}<a on:click={() => S.addBreadcrumb({})}>x</a>{/if}`;
    expect(entries(text, "svelte")).toEqual(["sdk S.addBreadcrumb", "sdk S.addBreadcrumb"]);
  });
});

describe("odd and huge files", () => {
  it("survives deep nesting in linear time", () => {
    const depth = 3000;
    const text = `import * as S from "@sentry/node";
      const long = ${"a.b(".repeat(300)}S.addBreadcrumb({})${")".repeat(300)};
      const sum = ${Array.from({ length: depth }, (_, index) => `x${String(index)}`).join(" + ")};
      ${Array.from({ length: depth }, (_, index) => `const s${String(index + 1)} = s${String(index)};`).join("\n")}
      s${String(depth)}.addBreadcrumb({});
      S.getCurrentScope()${".setTag('a', 'b')".repeat(1000)}.addBreadcrumb({});`;
    expect(entries(text, "js")).toEqual(["sdk S.addBreadcrumb"]);
  });

  it("takes any syntax", () => {
    const text = `import * as S from "@sentry/node";
      enum E { A = S.addBreadcrumb({}) as any }
      namespace N { S.addBreadcrumb({}) }
      abstract class A<T> { @dec(S.addBreadcrumb({})) accessor x = [, ...S.addBreadcrumb({})]; static { S.addBreadcrumb({}) } abstract m(): void }
      declare function f(this: A, ...rest: any[]): asserts rest is [];
      export = S; import X = S.addBreadcrumb; X({});
      label: for await (const [, a = S.addBreadcrumb({})] of b) { continue label }
      import defer from "x" with { type: "json" };
      type M = { [K in keyof typeof S]?: S.Scope };
      S.addBreadcrumb<T>\`x\`; S.addBreadcrumb; void S.addBreadcrumb({}); ;;`;
    expect(entries(text, "ts").length).toBe(8);
  });
});

describe("ways to a client, a hub or a scope", () => {
  it.each<[code: string, found: readonly string[]]>([
    [
      "async () => (await Sentry.getCurrentScope()).addBreadcrumb({})",
      ["scope (await Sentry.getCurrentScope()).addBreadcrumb"],
    ],
    ["const s = a && Sentry.getCurrentScope(); s.addBreadcrumb({})", ["scope s.addBreadcrumb"]],
    ["const s = x ?? Sentry.getCurrentScope(); s.addBreadcrumb({})", ["scope s.addBreadcrumb"]],
    ["const s = Sentry.getCurrentScope() || x; s.addBreadcrumb({})", ["scope s.addBreadcrumb"]],
    ["const s = a ? Sentry.getCurrentScope() : x; s.addBreadcrumb({})", ["scope s.addBreadcrumb"]],
    ["const s = a ? x : Sentry.getCurrentScope(); s.addBreadcrumb({})", ["scope s.addBreadcrumb"]],
    ["const s = Sentry.getCurrentScope() && x; s.addBreadcrumb({})", []],
    ["Sentry.getCurrentHub().clone().addBreadcrumb({})", ["hub Sentry.getCurrentHub().clone().addBreadcrumb"]],
    ["const c = new Sentry.BrowserClient({}); c.getScope().addBreadcrumb({})", []],
    [
      "Sentry.getCurrentHub().getIsolationScope().addBreadcrumb({})",
      ["scope Sentry.getCurrentHub().getIsolationScope().addBreadcrumb"],
    ],
    ["Sentry.getCurrentHub().instance().addBreadcrumb({})", ["scope Sentry.getCurrentHub().instance().addBreadcrumb"]],
    ["Sentry.getCurrentScope().getScope().addBreadcrumb({})", []],
    ["Sentry.getCurrentScope().pushScope().addBreadcrumb({})", []],
    [
      "import Raven from 'raven'; new Raven.Client().captureBreadcrumb({})",
      ["legacy new Raven.Client().captureBreadcrumb"],
    ],
    ["import Raven from 'raven'; const r = new Raven(); r.captureBreadcrumb({})", ["legacy r.captureBreadcrumb"]],
    [
      "import { ErrorBoundary } from '@sentry/react'; <ErrorBoundary beforeCapture={(s) => s.addBreadcrumb({})} />",
      ["scope s.addBreadcrumb"],
    ],
    ["import { ErrorBoundary } from 'other'; <ErrorBoundary beforeCapture={(s) => s.addBreadcrumb({})} />", []],
    ["<Other.ErrorBoundary beforeCapture={(s) => s.addBreadcrumb({})} />", []],
    ["<Sentry.ErrorBoundary onError={(s) => s.addBreadcrumb({})} />", []],
    ["<Sentry.ErrorBoundary>{(s) => s.addBreadcrumb({})}</Sentry.ErrorBoundary>", []],
    ["Sentry.withScope((scope, other) => other.addBreadcrumb({}))", []],
    ["Sentry.init({ beforeSend: (s) => s.addBreadcrumb({}) })", []],
    ["start({ initialScope: (s) => s.addBreadcrumb({}) })", []],
    ["((s) => s.addBreadcrumb({}))(Sentry.getCurrentScope())", ["scope s.addBreadcrumb"]],
    ["export default function (s) { s.addBreadcrumb({}) }", []],
    ["export default function () { this.$sentry.addBreadcrumb({}) }", ["legacy this.$sentry.addBreadcrumb"]],
    ["useNuxtApp().$sentry.addBreadcrumb({})", ["legacy useNuxtApp().$sentry.addBreadcrumb"]],
    ["const { $sentry } = useNuxtApp(); $sentry.addBreadcrumb({})", ["legacy $sentry.addBreadcrumb"]],
    ["const { $sentry } = other(); $sentry.addBreadcrumb({})", []],
    ["$sentry.addBreadcrumb({})", ["legacy $sentry.addBreadcrumb"]],
    ["a.$sentry.addBreadcrumb({})", []],
    ["class A { $sentry = x; m() { this.$sentry.addBreadcrumb({}) } }", []],
    ["$sentry.x.addBreadcrumb({})", []],
    ["Sentry.getCurrentHub().run((hub) => hub.addBreadcrumb({}))", ["hub hub.addBreadcrumb"]],
    ["x.withScope((s) => s.addBreadcrumb({}))", []],
    ["withScope((s) => s.addBreadcrumb({}))", []],
    ["Sentry.captureException((s) => s.addBreadcrumb({}))", []],
    ["Raven.captureBreadcrumb({})", ["legacy Raven.captureBreadcrumb"]],
    ["window.Raven.captureBreadcrumb({})", ["legacy window.Raven.captureBreadcrumb"]],
    ["Sentry.Native.addBreadcrumb({})", ["legacy Sentry.Native.addBreadcrumb"]],
    ["Sentry.Browser.addBreadcrumb({})", ["legacy Sentry.Browser.addBreadcrumb"]],
    [
      "import * as S from 'sentry-expo'; S.Native.addBreadcrumb({}); S.React.addBreadcrumb({}); S.a.b.addBreadcrumb({})",
      ["legacy S.Native.addBreadcrumb", "legacy S.React.addBreadcrumb"],
    ],
    ["require('raven-js').captureBreadcrumb({})", ["legacy require('raven-js').captureBreadcrumb"]],
    ["function f(s: Foo | import('@sentry/node').Scope) { s.addBreadcrumb({}) }", ["scope s.addBreadcrumb"]],
    ["let s = s2; let s2 = s; s.addBreadcrumb({})", []],
    ["f().addBreadcrumb({})", []],
    ["super_.addBreadcrumb({})", []],
    ["addBreadcrumb?.({})", []],
    ["(0, Sentry.addBreadcrumb)({})", ["sdk 0, Sentry.addBreadcrumb"]],
    ["let s; s = Sentry.getCurrentScope(); s.addBreadcrumb({})", ["scope s.addBreadcrumb"]],
    ["let s; s.addBreadcrumb({})", []],
    ["for (const s of scopes) s.addBreadcrumb({})", []],
    ["const { client } = Sentry.getCurrentScope(); client.addBreadcrumb({})", []],
    ["const [first] = Sentry.getCurrentScope(); first.addBreadcrumb({})", []],
    ["class A { s = Sentry.getCurrentScope(); m(other) { other.s.addBreadcrumb({}) } }", []],
    ["class A { [key] = Sentry.getCurrentScope(); m() { this[other].addBreadcrumb({}) } }", []],
    [
      "import { BrowserMicroSentryClient } from '@micro-sentry/browser'; const c = new BrowserMicroSentryClient({}); c.getScope().addBreadcrumb({})",
      [],
    ],
    ["Sentry.getCurrentScope().instance().addBreadcrumb({})", []],
    ["Sentry.getCurrentScope().run((s) => s.addBreadcrumb({}))", []],
    ["const options = { initialScope: (s) => s.addBreadcrumb({}) }; start(options)", []],
    ["Sentry.init({ nested: { initialScope: (s) => s.addBreadcrumb({}) } })", []],
    ["<Sentry.Profiler beforeCapture={(s) => s.addBreadcrumb({})} />", []],
    ["<x:ErrorBoundary beforeCapture={(s) => s.addBreadcrumb({})} />", []],
    ["<Sentry.ErrorBoundary onError={{ beforeCapture: (s) => s.addBreadcrumb({}) }} />", []],
    ["import * as S from 'sentry-expo'; S.Native.client.addBreadcrumb({}); S.Native.setTag('a', 'b')", []],
    ["const { app: { $sentry } } = useNuxtApp(); $sentry.addBreadcrumb({})", []],
    ["const { sentry: $sentry } = useNuxtApp(); $sentry.addBreadcrumb({})", []],
    ["const [$sentry] = useNuxtApp(); $sentry.addBreadcrumb({})", []],
    ["function f($sentry) { $sentry.addBreadcrumb({}) }", []],
    ["let $sentry; $sentry.addBreadcrumb({})", []],
    ["import $sentry from './sentry'; $sentry.addBreadcrumb({})", []],
    ["useNuxtApp().$sentry.client.addBreadcrumb({})", []],
    [
      "other().$sentry.addBreadcrumb({}); new useNuxtApp().$sentry.addBreadcrumb({}); (a || b).$sentry.addBreadcrumb({})",
      [],
    ],
    ["app.useNuxtApp().$sentry.addBreadcrumb({})", []],
  ])("%s", (text, found) => {
    expect(entries(text)).toEqual(found);
  });
});

describe("of a scope or a removed API", () => {
  it.each<[code: string, told: string]>([
    ["Sentry.getCurrentScope().addBreadcrumb({})", "scope current"],
    ["Sentry.getCurrentScope().setTag('a', 'b').addBreadcrumb({})", "scope current"],
    ["Sentry.getIsolationScope().addBreadcrumb({})", "scope isolation"],
    ["Sentry.getGlobalScope().addBreadcrumb({})", "scope global"],
    ["Sentry.getDefaultCurrentScope().addBreadcrumb({})", "scope"],
    ["Sentry.getDefaultIsolationScope().addBreadcrumb({})", "scope"],
    ["Sentry.getCurrentScope().clone().addBreadcrumb({})", "scope"],
    ["Sentry.withScope((s) => s.addBreadcrumb({}))", "scope"],
    ["Sentry.withIsolationScope((s) => s.addBreadcrumb({}))", "scope isolation"],
    ["Sentry.configureScope((s) => s.addBreadcrumb({}))", "scope current, by configureScope"],
    ["Sentry.getCurrentHub().addBreadcrumb({})", "hub, by getCurrentHub"],
    ["Sentry.getCurrentHub().getScope().addBreadcrumb({})", "scope current, by getCurrentHub"],
    ["Sentry.getCurrentHub().getIsolationScope().addBreadcrumb({})", "scope isolation, by getCurrentHub"],
    ["Sentry.getCurrentHub().clone().addBreadcrumb({})", "hub, by Hub"],
    ["new Sentry.Hub().addBreadcrumb({})", "hub, by Hub"],
    ["import * as Raven from 'raven-js'; Raven.captureBreadcrumb({})", "legacy, by captureBreadcrumb of raven-js"],
    ["Raven.captureBreadcrumb({})", "legacy, by captureBreadcrumb of raven-js"],
    ["Sentry.captureBreadcrumb({})", "legacy, by captureBreadcrumb"],
    [
      "import { Sentry } from 'react-native-sentry'; Sentry.captureBreadcrumb({})",
      "legacy, by captureBreadcrumb of react-native-sentry",
    ],
    ["import { Native } from 'sentry-expo'; Native.addBreadcrumb({})", "legacy, by Native of sentry-expo"],
    ["import * as S from 'sentry-expo'; S.Browser.addBreadcrumb({})", "legacy, by Browser of sentry-expo"],
    ["import * as S from 'sentry-expo'; S.React.captureBreadcrumb({})", "legacy, by React of sentry-expo"],
  ])("%s", (text, told) => {
    const lines = detect(text, { dialect: "tsx" }).breadcrumbs.map(({ entry, scope, former }) => {
      const by = former && `, by ${former.name}${former.package === undefined ? "" : ` of ${former.package}`}`;
      return `${entry}${scope === undefined ? "" : ` ${scope}`}${by ?? ""}`;
    });
    expect(lines).toEqual([told]);
  });
});
