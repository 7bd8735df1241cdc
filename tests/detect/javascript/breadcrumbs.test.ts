import { describe, expect, it } from "vitest";
import { detect, showAll } from "../../support/detect.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;

describe("what a call records", () => {
  it.each([
    ["no argument", `Sentry.addBreadcrumb()`, ["sdk"]],
    ["an empty record", `Sentry.addBreadcrumb({})`, ["sdk"]],
    [
      "every field",
      `Sentry.addBreadcrumb({ data: {}, timestamp: 1, "level": "info", message: m, ["category"]: "c", type: "t" })`,
      [`sdk type="t" category="c" message=m level="info" timestamp=1 data={}`],
    ],
    [
      "fields that Sentry does not know",
      `Sentry.addBreadcrumb({ message: "m", extra: 1 })`,
      [`sdk message="m" ?extra`],
    ],
    ["the id that Sentry gives", `Sentry.addBreadcrumb({ event_id: "1" })`, ["sdk"]],
    ["the last of two", `Sentry.addBreadcrumb({ level: "info", level: "error" })`, [`sdk level="error"`]],
    ["a spread", `Sentry.addBreadcrumb({ ...base, level: "info" })`, [`sdk level="info" …`]],
    ["a computed key", `Sentry.addBreadcrumb({ [key]: 1, level: "info" })`, [`sdk level="info" …`]],
    ["a parameter", `function f(crumb) { g(crumb); for (const c of crumb) Sentry.addBreadcrumb(c) }`, ["sdk …"]],
    ["a text", `Sentry.addBreadcrumb("saved")`, ["sdk …"]],
    ["spread arguments", `Sentry.addBreadcrumb(...args)`, ["sdk …"]],
    ["an argument before a spread", `Sentry.addBreadcrumb({ level: "info" }, ...args)`, [`sdk level="info"`]],
    [
      "a constant",
      `const crumb = { message: "m", level: "info" }; Sentry.addBreadcrumb(crumb)`,
      [`sdk message="m" level="info"`],
    ],
    [
      "one of two records",
      `Sentry.addBreadcrumb(bad ? { level: "error" } : { level: "info", extra: 1 })`,
      [`sdk level="error"`, `sdk level="info" ?extra`],
    ],
    ["a record or something else", `Sentry.addBreadcrumb(crumb ?? { level: "info" })`, [`sdk level="info"`]],
  ])("%s", (_, text, expected) => {
    expect(showAll(SDK + text)).toEqual(expected);
  });
});

describe("what a wrapper's call records", () => {
  it.each([
    [
      "positional arguments",
      { name: "crumb", parameters: ["message", "category", "data"] },
      `crumb("m", "c", { a: 1 })`,
      [`wrapper category="c" message="m" data={ a: 1 } …`],
    ],
    [
      "arguments that are not given",
      { name: "crumb", parameters: ["message", "level"] },
      `crumb("m")`,
      [`wrapper message="m" …`],
    ],
    [
      "what stands behind a spread",
      { name: "crumb", parameters: ["message", "level"] },
      `crumb("m", ...rest)`,
      [`wrapper message="m" …`],
    ],
    ["nothing at all", { name: "crumb", parameters: ["breadcrumb"] }, `crumb()`, [`wrapper …`]],
    [
      "a record and a field beside it",
      { name: "crumb", parameters: ["level", "breadcrumb"] },
      `crumb("info", { message: "m", level: "x", extra: 1 })`,
      [`wrapper message="m" level="info" ?extra …`],
    ],
  ])("%s", (_, wrapper, text, expected) => {
    expect(showAll(text, { settings: { wrappers: [wrapper] } })).toEqual(expected);
  });

  it.each([
    [
      "destructured",
      `function crumb({ message, level = "info" }) { Sentry.addBreadcrumb({ message, level }) }
       crumb({ message: "m", level: "x", other: 1 })`,
      `wrapper message="m" level="x" …`,
    ],
    [
      "overridden",
      `function crumb(c) { Sentry.addBreadcrumb({ ...c, level: "info" }) }
       crumb({ message: "m", level: "x" })`,
      `wrapper message="m" …`,
    ],
    [
      "under a name",
      `function crumb({ crumb }) { Sentry.addBreadcrumb(crumb) }
       crumb({ crumb: { message: "m" } })`,
      `wrapper message="m" …`,
    ],
    [
      "under a name that is left out",
      "function crumb({ crumb }) { Sentry.addBreadcrumb(crumb) } crumb({})",
      "wrapper …",
    ],
    [
      "destructured, and not given",
      "function crumb({ message }) { Sentry.addBreadcrumb({ message }) } crumb()",
      "wrapper …",
    ],
    [
      "destructured, and a text",
      'function crumb({ message }) { Sentry.addBreadcrumb({ message }) } crumb("m")',
      "wrapper …",
    ],
  ])("of a file's own: %s", (_, text, expected) => {
    expect(showAll(SDK + text).at(-1)).toBe(expected);
  });

  it("makes fields of arguments that cannot be cut, and of properties that can", () => {
    const text = `${SDK}function positional(message) { Sentry.addBreadcrumb({ message }) }
      function named({ message }) { Sentry.addBreadcrumb({ message }) }
      positional("m"); named({ message: "m" });`;
    const [, , positional, named] = detect(text).breadcrumbs;
    expect(positional?.message).toMatchObject({ name: "message", keyRange: undefined, removal: undefined });
    const { removal, keyRange } = named?.message ?? {};
    expect([keyRange && text.slice(...keyRange), removal && text.slice(...removal)]).toEqual([
      "message",
      ` message: "m" `,
    ]);
  });
});

describe("where a call stands", () => {
  const places = (text: string): readonly unknown[] =>
    detect(SDK + text).breadcrumbs.map(({ place }) => [
      place.function && (place.function.name ?? "?"),
      place.statement,
    ]);

  it.each([
    [`Sentry.addBreadcrumb({})`, undefined, true],
    [`Sentry?.addBreadcrumb({})`, undefined, true],
    [`ok && Sentry.addBreadcrumb({})`, undefined, false],
    [`function save() { Sentry.addBreadcrumb({}) }`, "save", true],
    [`const save = async () => { await Sentry.addBreadcrumb({}) }`, "save", true],
    [`const save = () => Sentry.addBreadcrumb({})`, "save", false],
    [`const save = useCallback(() => { Sentry.addBreadcrumb({}) }, [])`, "save", true],
    [`class A { save() { Sentry.addBreadcrumb({}) } }`, "save", true],
    [`class A { save = () => { Sentry.addBreadcrumb({}) } }`, "save", true],
    [`const a = { "save": () => { Sentry.addBreadcrumb({}) } }`, "save", true],
    [`a.b.save = function () { Sentry.addBreadcrumb({}) }`, "save", true],
    [`function outer() { run(() => { Sentry.addBreadcrumb({}) }) }`, "?", true],
    [`class A { static { Sentry.addBreadcrumb({}) } }`, undefined, true],
    [`const save = memo(other, () => { Sentry.addBreadcrumb({}) })`, "?", true],
    [`const { save } = () => { Sentry.addBreadcrumb({}) }`, "?", true],
  ])("%s", (text, name, statement) => {
    expect(places(text)).toEqual([[name, statement]]);
  });

  it("is the handler of a template that it stands in", () => {
    const text = `<script setup>import * as Sentry from "@sentry/vue";</script>
      <template><a @click="Sentry.addBreadcrumb({})" /></template>`;
    const [breadcrumb] = detect(text, { dialect: "vue" }).breadcrumbs;
    const around = breadcrumb?.place.function;
    expect([around?.name, around && text.slice(...around.range)]).toEqual([undefined, "Sentry.addBreadcrumb({})"]);
  });

  it("says what the call looks like", () => {
    const text = `${SDK}Sentry?.addBreadcrumb({ message: "m" }, { hint: 1 })`;
    const [breadcrumb] = detect(text).breadcrumbs;
    expect(breadcrumb?.callee).toEqual({
      source: "Sentry?.addBreadcrumb",
      range: [SDK.length, SDK.length + 21],
    });
    expect(breadcrumb?.range).toEqual([SDK.length, text.length]);
    expect(breadcrumb?.arguments.map(({ value, becomes }) => [value.source, becomes])).toEqual([
      [`{ message: "m" }`, "breadcrumb"],
      ["{ hint: 1 }", "_"],
    ]);
  });
});

describe("what a file is said to hold beside breadcrumbs", () => {
  const setups = (text: string) =>
    detect(SDK + text).setups.map(({ range, options }) => [
      text.slice(range[0] - SDK.length, range[1] - SDK.length),
      options?.source,
    ]);

  it.each([
    ["Sentry.init({ dsn });", [["Sentry.init({ dsn })", "{ dsn }"]]],
    ["Sentry.init();", [["Sentry.init()", undefined]]],
    ["Sentry.close(); Sentry.init.x(); init(); Sentry.addBreadcrumb({});", []],
  ])("the calls that set an SDK up: %s", (text, expected) => {
    expect(setups(text)).toEqual(expected);
  });

  it("how levels are written", () => {
    expect(detect(SDK)).toMatchObject({ language: "javascript", levels: "text" });
  });

  it("which edits a template takes", () => {
    const text = `<script setup>import * as Sentry from "@sentry/vue";</script>
      <template><a @click="Sentry.addBreadcrumb({})" /></template>`;
    const file = detect(text, { dialect: "vue" });
    const at = text.indexOf("{})");
    const range = [at, at] as const;
    expect(["a", '"'].map((edit) => file.keepsSyntax?.([{ range, text: edit }]))).toEqual([true, false]);
    expect(detect(SDK).keepsSyntax?.([{ range: [0, 0], text: '"' }])).toBe(true);
  });
});
