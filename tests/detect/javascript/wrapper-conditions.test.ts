import { describe, expect, it } from "vitest";
import { detect } from "../../support/detect.ts";

const ADD = `Sentry.addBreadcrumb({ message });`;

/** What files have beside their wrappers. */
const AROUND = `import * as Sentry from "@sentry/node"; import { Severity } from "./severity";
enum Level { Debug, Info, Warn = 5, Error } const LEVELS = { debug: 10, info: 20, warn: 30 };
const ORDER = { debug: 0, info: 1, warn: 2 }; const NAMES = ["debug", "info", "warn"]; const MIN = "info";
const RANKS = new Map([["debug", 0], ["info", 1]]); const WARN = Level.Warn; const OTHERS = listOf(["debug"]), MADE = given()(["debug"]); enum Kind { Early = "early", Late = "late" } const LABELS = { [Severity.Low]: "LOW", [Severity.High]: "HIGH" };`;

type Row = readonly [
  name: string,
  test: string,
  /** What is recorded and what is not, as arguments of calls. */
  recorded: readonly string[],
  not: readonly string[],
  written: string,
];

const BY_ORDER: readonly Row[] = [
  [
    "an enumeration",
    "level >= Level.Warn",
    ["Level.Warn", "Level.Error", "6"],
    ["Level.Debug", "0", "Level.Info"],
    "= 5|Level.Warn|6|Level.Error",
  ],
  [
    "an enumeration from the right",
    "Level.Info >= level",
    ["Level.Info"],
    ["Level.Warn"],
    "= 0|Level.Debug|1|Level.Info",
  ],
  ["a constant of an enumeration", "level === WARN", ["Level.Warn", "5"], ["Level.Info", "4"], "= 5|Level.Warn"],
  ["not one of an enumeration", "level !== Level.Debug", ["Level.Warn"], ["Level.Debug", "0"], "!= 0|Level.Debug"],
  [
    "an enumeration of strings",
    "level === Kind.Late",
    ["Kind.Late", `"late"`],
    ["Kind.Early", `"early"`],
    "= late|Kind.Late",
  ],
  ["a number", "level > 2", ["3", "level"], ["2", "-1"], "= > 2"],
  ["a number from the left", "2 < level", ["3", "level"], ["2"], "= > 2"],
  ["a number from below", "!(level < 2)", ["2", "3"], ["1"], "!= < 2"],
  ["a negative number", "level > -1", ["0"], ["-1", "-2"], "= > -1"],
  [
    "a constant object",
    "level >= LEVELS.info",
    ["LEVELS.warn", "30"],
    ["LEVELS.debug", "10"],
    "= 20|LEVELS.info|30|LEVELS.warn",
  ],
  ["a table", "ORDER[level] >= ORDER.info", [`"info"`, `"warn"`], [`"debug"`, `"other"`], "= info|warn"],
  ["a table with a key", `ORDER[level] >= ORDER[MIN]`, [`"info"`], [`"debug"`], "= info|warn"],
  ["a table with a default", "(ORDER[level] ?? 9) >= 1", [`"info"`, `"other"`], [`"debug"`], "!= debug"],
  ["a table of what is left out", "ORDER[level] < 1", [`"debug"`], [`"info"`, `"other"`], "= debug"],
  ["a table that is equal", "ORDER[level] === 2", [`"warn"`], [`"info"`], "= warn"],
  ["a map", "RANKS.get(level) >= 1", [`"info"`], [`"debug"`], "= info"],
  [
    "a place in a list",
    `NAMES.indexOf(level) >= NAMES.indexOf("info")`,
    [`"info"`, `"warn"`],
    [`"debug"`, `"other"`],
    "= info|warn",
  ],
  [
    "a place in a list before",
    `NAMES.indexOf(level) < NAMES.indexOf("info")`,
    [`"debug"`, `"other"`],
    [`"info"`],
    "!= info|warn",
  ],
  ["an enumeration of another file", "level === Severity.High", ["Severity.High"], ["Severity.Low"], "= Severity.High"],
  [
    "cases",
    "[Severity.High, Severity.Top].includes(level)",
    ["Severity.Top", "level"],
    ["Severity.Low"],
    "= Severity.High|Severity.Top",
  ],
];

const BY_KIND: readonly Row[] = [
  [
    "a type",
    `typeof level === "string"`,
    [`"x"`, "`a${b}`", "level"],
    ["new Failure()", "1", "{}", "undefined", "null"],
    "= <string>",
  ],
  ["no type", `typeof level !== "object"`, [`"x"`, "() => 1"], ["new Failure()", "[]", "null"], "!= <object>"],
  ["the type first", `"number" === typeof level`, ["1"], [`"x"`, "true"], "= <number>"],
  [
    "an error",
    "!(level instanceof Error)",
    [`"x"`, "level", "new Failure()"],
    ["new Error()", "new TypeError()"],
    "!= <Error>",
  ],
  [
    "something",
    "level",
    ["true", `"x"`, "1", "{}", "level", "`${given}`"],
    ["false", `""`, "0", "null", "undefined"],
    "= <truthy>",
  ],
  ["nothing", "!level", ["false", "undefined"], ["true", "{}"], "!= <truthy>"],
  ["true", "level === true", ["true", "level", "!given"], ["false", "1"], "= <true>"],
  ["not undefined", "level !== undefined", ["1", "null"], ["undefined"], "!= <undefined>"],
  ["no null", "level != null", ["1", "0"], ["undefined", "null"], "!= <null>|<undefined>"],
  ["several", `level && typeof level === "string"`, [`"x"`], [`""`, "1"], "= <string>"],
  ["one of several", `typeof level === "string" || level > 3`, [`"x"`, "4"], ["3", "{}"], "= <string>|> 3"],
];

function parametersOf(wrapper: string) {
  return detect(`${AROUND}\nexport ${wrapper}`).links?.wrappers.map(({ parameters }) => parameters);
}

/** Which of some arguments are recorded by a call of a function. */
function recordedOf(before: string, name: string, given: readonly string[], settings = {}) {
  const text = [before.replaceAll("\n", " "), ...given.map((each) => `${name}(${each});`)].join("\n");
  const lines = detect(text, { settings }).breadcrumbs.map(
    ({ callee }) => text.slice(0, callee.range[0]).split("\n").length - 2,
  );
  return given.filter((_, index) => lines.includes(index));
}

describe("what a wrapper asks of a parameter before it records", () => {
  it.each<Row>([...BY_ORDER, ...BY_KIND])("decides for what a call gives: %s", (_, test, records, not, written) => {
    for (const body of [
      `if (${test}) ${ADD}`,
      `if (!(${test})) return; ${ADD}`,
      `const isMeant = ${test}; const isOther = given > 1; if (!isOther && !isMeant) return; if (isMeant) ${ADD}`,
    ]) {
      const wrapper = `function log(level, message) { ${body} }`;
      expect(
        recordedOf(
          AROUND + wrapper,
          "log",
          [...records, ...not].map((each) => `${each}, "m"`),
        ),
      ).toEqual(records.map((each) => `${each}, "m"`));
      expect(parametersOf(wrapper)).toEqual([[`_ if ${written}`, "message"]]);
    }
  });

  it.each([
    "level === given.levels.High",
    "level > given",
    "ORDER[level] > given",
    "({ debug: 1, ...given })[level] > 1",
    "[...given].indexOf(level) > 1",
    "new Map([...given]).get(level) > 1",
    "(level & 2) > 0",
    "typeof level === given",
    "level instanceof Other",
    "given instanceof Error",
    "level > NAMES",
    "Level[given] > level",
    "Global.Warn === level",
    "level > -given",
    "level >= Kind.Late",
    "ORDER[key](level) > 1",
    "ORDER.at(level) > 1",
    "OTHERS.indexOf(level) > 0",
    "MADE.indexOf(level) > 0",
    "given[level] > 1",
    "given.get(level) > 1",
  ])("is open where it cannot be read: %s", (test) => {
    const wrapper = `function log(level, message) { if (${test}) ${ADD} }`;
    const given = [`0, "m"`, `"x", "m"`, `new Error(), "m"`];
    expect(recordedOf(AROUND + wrapper, "log", given)).toEqual(given);
    expect(parametersOf(wrapper)).toEqual([["_", "message"]]);
  });

  it.each([
    ["what is left out", "(message, level)", "level", [], [`"m"`]],
    ["a default that records", "(message, level = true)", "level", [`"m"`, `"m", undefined`], [`"m", false`]],
    ["a default that does not", "(message, level = false)", "level", [`"m", true`], [`"m"`]],
    ["a default that is left out", "(message, level = true)", "!level", [`"m", false`], [`"m"`]],
    ["a default level", `(message, level = "info")`, `level === "warn"`, [`"m", "warn"`], [`"m"`, `"m", "info"`]],
    [
      "a property",
      "(message, { level })",
      "level",
      [`"m", { level: 1 }`, `"m", { ...given }`],
      [`"m", {}`, `"m", { level: 0 }`],
    ],
    [
      "an option",
      "(message, level)",
      "level?.on",
      [`"m", { on: true }`, `"m", given`],
      [`"m"`, `"m", {}`, `"m", null`],
    ],
    ["an option that is off", "(message, level)", "!level?.off", [`"m"`, `"m", {}`], [`"m", { off: true }`]],
    ["a list", "(message, ...rest)", "rest.length > 0", [`"m"`], []],
    ["a spread", "(message, level)", "level", [`"m", ...given`], [`"m", 0, ...given`]],
    ["another function", "(message, level)", "isOn(level)", [`"m", 0`, `"m"`], []],
    ["what may change", "(message, level)", "level >= lowest", [`"m", 0`, `"m"`], []],
  ] as const)("is decided by the call: %s", (_, parameters, test, records, not) => {
    const wrapper = `let lowest = 1; function log${parameters} { if (${test}) ${ADD} }`;
    expect(recordedOf(AROUND + wrapper, "log", [...records, ...not])).toEqual(records);
  });

  it.each([
    "const isOn = level > 0; level = 1;",
    "let isOn = level > 0;",
    "const isOn = level > lowest;",
    "const isOn = isSet(level);",
    "const isOn = () => level > 0;",
    "const isOn = isOn;",
  ])("is open where a constant may hold something else than when it is tested: %s", (before) => {
    const wrapper = `let lowest = 1; function log(message, level) { ${before} if (isOn) ${ADD} }`;
    const given = [`"m", 0`, `"m", { on: false }`];
    expect(recordedOf(AROUND + wrapper, "log", given)).toEqual(given);
  });

  it("is followed through constants of constants, and asked of a constant itself", () => {
    const wrapper = `function log(message, level) { const isHigh = level > 1; const isOn = isHigh && message; const text = message; if (isOn && text) Sentry.addBreadcrumb({ message: text }); }`;
    expect(recordedOf(AROUND + wrapper, "log", [`"m", 2`, `"m", 1`, `"", 2`])).toEqual([`"m", 2`]);
  });

  it("is decided by the call that makes a function", () => {
    const wrapper = `const make = (level, label) => { const add = (message) => { if (level > 1 && label) ${ADD} }; return add; };
      export const log = { high: make(2, "a"), low: make(1, "b"), none: make(2, ""), open: make(...given), free: make(lowest, "c") };
      export const nest = () => { const inner = make(0, "d"); return inner; };`;
    const calls = ["log.high", "log.low", "log.none", "log.open", "log.free", "make(3, true)", "make(0, true)"];
    expect(
      recordedOf(
        AROUND + wrapper,
        "",
        calls.map((each) => `${each}("m")`),
      ).map((each) => each.slice(0, -5)),
    ).toEqual(["log.high", "log.open", "log.free", "make(3, true)"]);
    expect(
      detect(`${AROUND}\n${wrapper}`).links?.wrappers.map(({ exports }) => exports.map((way) => way.join("."))),
    ).toEqual([["log.free", "log.open", "log.high"]]);
  });

  it("is followed through tables of names, in objects and in other functions", () => {
    const wrapper = `function send(entry) { if (entry.label === "HIGH") Sentry.addBreadcrumb({ message: entry.message }); }
      class Log {
        build(level, message) { return { label: LABELS[level], message }; }
        write(level, message) { const entry = this.build(level, message); send(entry); }
        low(message) { this.write(Severity.Low, message); }
        high(message) { this.write(Severity.High, message); }
      }
      export const log = new Log();`;
    const { breadcrumbs, links } = detect(`${AROUND}\n${wrapper}\nlog.low("a"); log.high("b"); log.write(given, "c");`);
    const messages = breadcrumbs.map(({ callee, message }) => `${callee.source} ${message?.value.source ?? ""}`);
    expect(messages.filter((each) => each.startsWith("log"))).toEqual([`log.high "b"`, `log.write "c"`]);
    expect(links?.wrappers.map(({ name, parameters }) => [name, parameters])).toEqual([
      ["write", ["_ if = Severity.High", "message"]],
      ["high", ["message"]],
    ]);
  });

  it("is told of data, which may be left out, and not of texts", () => {
    const wrapper = `function log(message, data) { if (message && data) Sentry.addBreadcrumb({ message, data }); }`;
    expect(parametersOf(wrapper)).toEqual([["message", "data if = <truthy>"]]);
    expect(parametersOf(wrapper.replace("message &&", "message.length > 2 && data.on &&"))).toEqual([
      ["message", { on: "_ if = <truthy>", "...": "data" }],
    ]);
  });

  it("is what settings say", () => {
    const settings = { wrappers: [{ name: "log", parameters: ["message", "_ if = LogLevel.Warn|2|> 5"] }] };
    const given = ["LogLevel.Warn", "LogLevel.Info", "Other.Info", "2", "3", "6", "level"];
    const read = recordedOf(
      `import { log } from "./log";`,
      "log",
      given.map((each) => `"m", ${each}`),
      settings,
    );
    expect(read).toEqual(given.filter((each) => !["LogLevel.Info", "3"].includes(each)).map((each) => `"m", ${each}`));
  });
});

describe("a recording behind tests that contradict each other", () => {
  const IN_CLASS = `class Log { isOn = __DEV__; log(message) { BODY } } const log = new Log();`;
  const wrapped = (file: string, body: string, callee: string): number =>
    recordedOf(AROUND + file.replace("BODY", body), "", [`${callee}("m")`]).length;

  it.each([
    ["a member", IN_CLASS, `if (!this.isOn) return; print(message); if (!this.isOn) { ${ADD} }`, "log.log"],
    ["a member, negated twice", IN_CLASS, `if (this.isOn) { if (a && !this.isOn) ${ADD} }`, "log.log"],
    ["a constant", `const isOn = ask(); function log(message) { BODY }`, `if (isOn) return; if (isOn) ${ADD}`, "log"],
    ["a parameter", `function log(message, isOn) { BODY }`, `if (isOn) return; if (isOn) ${ADD}`, "log"],
    ["a global", `function log(message) { BODY }`, `if (__DEV__) return; if (__DEV__) ${ADD}`, "log"],
  ])("makes no wrapper: %s", (_name, file, body, callee) => {
    expect(wrapped(file, body, callee)).toBe(0);
  });

  it.each([
    ["one test", IN_CLASS, `if (!this.isOn) return; ${ADD}`],
    ["the same twice", IN_CLASS, `if (!this.isOn) return; if (this.isOn) ${ADD}`],
    ["others", IN_CLASS, `if (!this.isOn) return; if (!this.isOff) ${ADD}`],
    ["others of one of several", IN_CLASS, `if (this.isOn && a) return; if (this.isOn) ${ADD}`],
    ["what is set between", IN_CLASS, `if (this.isOn) return; this.isOn = ask(); if (this.isOn) ${ADD}`],
    ["what is set elsewhere", `${IN_CLASS} log.isOn ||= true;`, `if (this.isOn) return; if (this.isOn) ${ADD}`],
    ["a call", IN_CLASS, `if (this.isOn()) return; if (this.isOn()) ${ADD}`],
    ["a way around", IN_CLASS, `if (this.isOn) print(); if (this.isOn) ${ADD}`],
    ["a comparison", IN_CLASS, `if (given === 1) return; if (given === 1) ${ADD}`],
  ])("makes one with %s", (_name, file, body) => {
    expect(wrapped(file, body, "log.log")).toBe(1);
  });

  it("makes one with a variable that is set", () => {
    const body = `if (isOn) return; isOn = true; if (isOn) ${ADD}`;
    expect(wrapped(`let isOn = false; function log(message) { BODY }`, body, "log")).toBe(1);
  });
});
