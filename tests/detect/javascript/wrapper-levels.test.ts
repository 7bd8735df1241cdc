import { describe, expect, it } from "vitest";
import { detect } from "../../support/detect.ts";
import { reportsIn } from "../../support/reports.ts";

const SDK = `import * as Sentry from "@sentry/node";`;
const ADD = "Sentry.addBreadcrumb({ message, level });";

/** The body of `log(level, message)`, and what settings would say of its level. */
type Row = [name: string, body: string, level: string];

/** The level `none` is not recorded at all, be it in these ways. */
const NOT_RECORDED: readonly Row[] = [
  ["an early return", `if (level === "none") return; ${ADD}`, "level if != none"],
  ["the text first", `if ("none" === level) return; ${ADD}`, "level if != none"],
  ["loosely compared", `if (level == "none") { return; } ${ADD}`, "level if != none"],
  ["a throw", `if (level === "none") throw new Error("x"); ${ADD}`, "level if != none"],
  ["one of two", `if (level === "none" || level === "off") return; ${ADD}`, "level if != none|off"],
  ["with another reason", `if (!enabled || level === "none") return; ${ADD}`, "level if != none"],
  ["a condition", `if (level !== "none") ${ADD}`, "level if != none"],
  ["two conditions", `if (level !== "off" && level !== "none") { ${ADD} }`, "level if != off|none"],
  ["conditions within one another", `if (enabled) { if (level !== "none") { ${ADD} } }`, "level if != none"],
  ["the other branch", `if (level === "none") { count++; } else { ${ADD} }`, "level if != none"],
  ["&&", `level !== "none" && ${ADD}`, "level if != none"],
  ["||", `level === "none" || ${ADD}`, "level if != none"],
  ["a conditional", `level === "none" ? undefined : ${ADD.slice(0, -1)};`, "level if != none"],
  ["not", `if (!(level !== "none")) return; ${ADD}`, "level if != none"],
  ["a case that returns", `switch (level) { case "off": case "none": return; } ${ADD}`, "level if != off|none"],
  ["a case before", `switch (level) { case "none": break; default: ${ADD} }`, "level if != none"],
  ["cases", `switch (level) { case "info": case "warn": ${ADD} }`, "level if = info|warn"],
  ["a list", `if (["none", "off"].includes(level)) return; ${ADD}`, "level if != none|off"],
  ["a list of what is recorded", `if (["info", "warn"].includes(level)) ${ADD}`, "level if = info|warn"],
  ["a constant list", `if (!RECORDED.includes(level)) return; ${ADD}`, "level if = info|warn"],
  ["a place in a list", `if (RECORDED.indexOf(level) === -1) return; ${ADD}`, "level if = info|warn"],
  ["a place in a list from the start", `if (RECORDED.indexOf(level) >= 0) { ${ADD} }`, "level if = info|warn"],
  ["no place in a list", `if (RECORDED.indexOf(level) < 0) return; ${ADD}`, "level if = info|warn"],
  ["a set", `if (new Set(["none"]).has(level)) return; ${ADD}`, "level if != none"],
  ["a constant", `if (level === NONE) return; ${ADD}`, "level if != none"],
  ["an enumeration", `if (level === Levels.None) return; ${ADD}`, "level if != none|Levels.None"],
  ["a quoted member of an enumeration", `if (level === Levels["None so far"]) return; ${ADD}`, "level if != none"],
  ["a constant object", `if (level === LEVELS.none) return; ${ADD}`, "level if != none|LEVELS.none"],
  ["a key of an object", `if (!(level in ORDER)) return; ${ADD}`, "level if = info|warn"],
  ["a value in an object", `if (!ORDER[level]) return; ${ADD}`, "level if = info|warn"],
  ["a key that is its own", `if (!Object.hasOwn(ORDER, level)) return; ${ADD}`, "level if = info|warn"],
  ["a key of its own, asked of it", `if (ORDER.hasOwnProperty(level)) { ${ADD} }`, "level if = info|warn"],
  ["keys as a list", `if (Object.keys(ORDER).includes(level)) { ${ADD} }`, "level if = info|warn"],
  ["a key of a map", `if (!MAP.has(level)) return; ${ADD}`, "level if = info|warn"],
  [
    "a callback of the SDK",
    `if (level === "none") return; Sentry.withScope((scope) => { scope.addBreadcrumb({ message, level }); });`,
    "level if != none",
  ],
  ["a callback at once", `if (level === "none") return; whenReady(() => { ${ADD} });`, "level if != none"],
  [
    "a default",
    `const l = level ?? "info"; if (l === "none") return; Sentry.addBreadcrumb({ message, level: l });`,
    "level if != none",
  ],
  [
    "a copy",
    `const l = level; if (level === "none") return; Sentry.addBreadcrumb({ message, level: l });`,
    "level if != none",
  ],
];

/** The level `none` is recorded as another one. */
const TRANSLATED: readonly Row[] = [
  ["a conditional", `Sentry.addBreadcrumb({ message, level: level === "none" ? "debug" : level });`, "level != none"],
  [
    "a conditional that asks for the others",
    `Sentry.addBreadcrumb({ message, level: level !== "none" ? level : "debug" });`,
    "level != none",
  ],
  [
    "conditionals",
    `Sentry.addBreadcrumb({ message, level: level === "none" ? "debug" : level === "off" ? "info" : level });`,
    "level != none|off",
  ],
  [
    "a constant",
    `const l = level === "none" ? "debug" : level; Sentry.addBreadcrumb({ message, level: l });`,
    "level != none",
  ],
  [
    "a variable",
    `let l = level; if (level === "none") l = "debug"; Sentry.addBreadcrumb({ message, level: l });`,
    "level != none",
  ],
  ["the parameter itself", `if (level === "none") level = "debug"; ${ADD}`, "level != none"],
  [
    "a variable that is asked itself",
    `let l = level; if (l === "none") { l = "debug"; } Sentry.addBreadcrumb({ message, level: l });`,
    "level != none",
  ],
  [
    "a variable that is written over in any case",
    `let l = level; l = l === "none" ? "debug" : l; Sentry.addBreadcrumb({ message, level: l });`,
    "level != none",
  ],
  [
    "one after the other",
    `if (level === "none") level = "debug"; else if (level === "off") level = "info"; ${ADD}`,
    "level != off|none",
  ],
  [
    "cases",
    `let l = level; switch (l) { case "none": l = "debug"; break; case "off": { l = "info"; break; } case "x": other(); } Sentry.addBreadcrumb({ message, level: l });`,
    "level != off|none",
  ],
  ["a table", `Sentry.addBreadcrumb({ message, level: OTHERS[level] ?? level });`, "level != none|off"],
  ["a table with ||", `Sentry.addBreadcrumb({ message, level: OTHERS[level] || level });`, "level != none|off"],
  [
    "a table that is asked before",
    `Sentry.addBreadcrumb({ message, level: level in OTHERS ? OTHERS[level] : level });`,
    "level != none|off",
  ],
  ["a map", `Sentry.addBreadcrumb({ message, level: RENAMED.get(level) ?? level });`, "level != none|off"],
];

/** Tests that do not decide by the level's text. */
const OPEN: readonly Row[] = [
  [
    "a member of an enumeration that is a number",
    `if (level === Levels.Count) return; ${ADD}`,
    "level if != 0|Levels.Count",
  ],
  ["a variable without a value", `if (level === missing) return; ${ADD}`, "level"],
  ["a key of what is made of others", `if (!(level in { ...ORDER, [given]: 1 })) return; ${ADD}`, "level"],
  ["a key of what a function makes", `if (!made().has(level)) return; ${ADD}`, "level"],
  ["a key of a map that is not known", `if (!new Map(given).has(level)) return; ${ADD}`, "level"],
  ["a key of a map with another item", `if (!new Map([...given]).has(level)) return; ${ADD}`, "level"],
  ["a level in an order", `if (RECORDED.indexOf(level) < minimum) return; ${ADD}`, "level"],
  ["another function", `if (!isEnabled(level)) return; ${ADD}`, "level"],
  ["none at all", `if (!level) return; ${ADD}`, "level"],
  ["another parameter", `if (other === "none") return; ${ADD}`, "level"],
  ["what stands for a missing level", `if (level ?? other) return; ${ADD}`, "level"],
  ["the length of it", `if (level.length > 3) return; ${ADD}`, "level"],
  ["another one's place", `if (RECORDED.indexOf(other) === -1) return; ${ADD}`, "level"],
  ["one place in a list", `if (RECORDED.indexOf(level) === 0) return; ${ADD}`, "level if != info"],
  ["a place without what is asked for", `if (RECORDED.indexOf() === -1) return; ${ADD}`, "level"],
  ["a result of a function", `if (rank(level) === 1) return; ${ADD}`, "level"],
  ["a key of what is not known", `if (level in given) return; ${ADD}`, "level"],
  ["another key", `if (other in ORDER) return; ${ADD}`, "level"],
  ["an item of a list", `if (RECORDED[0] === other) return; ${ADD}`, "level"],
  ["a comparison with what is not known", `if (level === given) return; ${ADD}`, "level"],
  ["a sign before it", `if (-level) return; ${ADD}`, "level"],
  ["a function's own list", `if (lists().includes(level)) return; ${ADD}`, "level"],
  ["a method without a value", `if (RECORDED.includes()) return; ${ADD}`, "level"],
  ["a list with gaps and spreads", `if ([...RECORDED, , given].includes(level)) return; ${ADD}`, "level"],
  ["a case by itself", `switch (true) { case level === given: return; } ${ADD}`, "level"],
  ["a case of what is not known", `switch (level) { case given: return; } ${ADD}`, "level"],
  ["nothing that is done", `if (level === "none"); ${ADD}`, "level"],
  ["another thing that is written", `if (level === "none") other = "x"; ${ADD}`, "level"],
  ["something added to it", `if (level === "none") level += "x"; ${ADD}`, "level"],
  ["another object's member", `if (config.level === "none") return; ${ADD}`, "level"],
  ["a text that settings cannot list", `if (level === "a|b" || level === "") return; ${ADD}`, "level"],
  ["a text that is not known", `if (level === hidden) return; ${ADD}`, "level"],
  ["a list that is not known", `if (hidden.includes(level)) return; ${ADD}`, "level"],
  ["a list of which one is known", `if ([...hidden, "off"].includes(level)) return; ${ADD}`, "level if != off"],
  ["&& in an early return", `if (level === "none" && quiet) return; ${ADD}`, "level"],
  [
    "what an else does after something else",
    `if (other) quiet(); else if (level === "none") level = "debug"; ${ADD}`,
    "level",
  ],
  ["a test that does not leave", `if (level === "none") count++; ${ADD}`, "level"],
  ["a case that goes on", `switch (level) { case "none": count++; break; } ${ADD}`, "level"],
  ["either way", `if (level === "none") { ${ADD} } else { ${ADD} }`, "level = none"],
  ["a default", `Sentry.addBreadcrumb({ message, level: level ?? "info" });`, "level"],
  ["a conditional on it", `Sentry.addBreadcrumb({ message, level: level ? level : "info" });`, "level"],
  ["a test in a function that is declared", `if (level === "none") return; add(); function add() { ${ADD} }`, "level"],
];

/** What the file has beside the wrapper. */
const AROUND = `
const NONE = "none"; enum Levels { Count, None = "none", "None so far" = "none" } const LEVELS = { none: "none" } as const;
const RECORDED = ["info", "warn"]; const ORDER = { info: 1, warn: 2 }; const MAP = new Map([["info", 1], ["warn", 2]]);
const OTHERS = { none: "debug", off: "debug" }; const RENAMED = new Map([["none", "debug"], ["off", "debug"]]);`;

/** What is reported at the calls of a wrapper: they stand in the last lines. */
function read(wrapper: string, ...calls: string[]) {
  const lines = [SDK + AROUND.replaceAll("\n", " "), wrapper, ...calls];
  return reportsIn(lines.join("\n")).flatMap(({ line, source }) => (line > 2 ? [source] : []));
}

function parametersOf(wrapper: string) {
  return detect(`${SDK}${AROUND}\nexport ${wrapper}`).links?.wrappers.map(({ parameters }) => parameters);
}

describe("the level of a wrapper that tests it", () => {
  it.each<Row>([...NOT_RECORDED, ...TRANSLATED, ...OPEN])("is known to other files: %s", (_, body, level) => {
    expect(parametersOf(`function log(level, message) { ${body} }`)).toEqual([[level, "message"]]);
  });

  it.each<Row>([...NOT_RECORDED, ...TRANSLATED, ...OPEN])("is checked: %s", (_, body) => {
    const wrapper = `function log(level, message) { ${body} }`;
    expect(read(wrapper, `log("warn", "m");`, `log("info", "m");`)).toEqual([`"warn"`]);
  });

  it.each<Row>(NOT_RECORDED)("ends the breadcrumb: %s", (_, body) => {
    const wrapper = `function log(level, message) { ${body} }`;
    expect(read(wrapper, `log("none", user.email);`, `log("info", user.email);`)).toEqual(["user.email"]);
  });

  it.each<Row>(TRANSLATED)("becomes another one: %s", (_, body) => {
    const wrapper = `function log(level, message) { ${body} }`;
    expect(read(wrapper, `log("none", user.email);`)).toEqual(["user.email"]);
  });

  const EARLY = `function log(level, message) { if (level === "none") return; ${ADD} }`;
  it.each([
    ["a choice", `log(quiet ? "none" : "warn", "m");`, [`"warn"`]],
    ["a choice of what is not recorded", `log(quiet ? "none" : "none", user.email);`, []],
    ["a constant", `const level = "none"; log(level, user.email);`, []],
    ["a type that allows more", `function f(level: "none" | "warn") { log(level, "m"); }`, []],
    ["a type that allows less", `function f(level: "warn") { log(level, "m"); }`, ["level"]],
    ["what is not known", `log(level, user.email);`, ["user.email"]],
    ["nothing", `log(undefined, user.email);`, ["user.email"]],
  ])("is taken from what the call gives: %s", (_, call, reported) => {
    expect(read(EARLY, call)).toEqual(reported);
  });

  it.each([
    [
      "a property",
      `function log({ level, message }) { if (level === "none") return; ${ADD} }`,
      `log({ level: "none", message: user.email })`,
    ],
    [
      "a member",
      `function log(o) { if (o.level === "none") return; Sentry.addBreadcrumb({ message: o.message, level: o.level }); }`,
      `log({ level: "none", message: user.email })`,
    ],
    ["a wrapper of it", `${EARLY} function info(level, message) { log(level, message); }`, `info("none", "m")`],
    [
      "a wrapper that tests more",
      `${EARLY} function info(level, message) { if (level !== "off") log(level, message); }`,
      `info("off", "m"); info("none", "m")`,
    ],
    [
      "a level that is not recorded itself",
      `function log(kind, message) { if (kind === "none") return; Sentry.addBreadcrumb({ message }); }`,
      `log("none", user.email)`,
    ],
  ])("is silent: %s", (_, wrapper, call) => {
    expect(read(wrapper, call)).toEqual([]);
  });

  it("is followed through wrappers of wrappers, as far as objects that these put together", () => {
    const wrappers = `function send(entry) {
        if (entry.level === "ERROR" || entry.level === "WARN") Sentry.addBreadcrumb({ message: entry.message });
      }
      function log(level, message) { send({ level, message, at: Date.now() }); }
      const logger = { info(message) { log("INFO", message); }, warn(message) { log("WARN", message); } };`;
    const file = detect(`${SDK}\nexport ${wrappers.replaceAll("\n", " ").replace("const logger", "export const logger")}
      logger.info(1); logger.warn(2); log("INFO", 3); log("ERROR", 4); log(level, 5);`);
    const calls = file.breadcrumbs.filter(({ callee }) => !callee.source.startsWith("Sentry"));
    expect(calls.map(({ callee, message }) => `${callee.source} ${message?.value.source ?? ""}`)).toEqual([
      "send message",
      "log message",
      "logger.warn 2",
      "log 4",
      "log 5",
    ]);
    expect(file.links?.wrappers.map(({ name, parameters }) => [name, parameters])).toEqual([
      ["send", [{ message: "message", level: "_ if = ERROR|WARN" }]],
      ["warn", ["message"]],
    ]);
  });

  it("is what settings say of what is recorded at all", () => {
    const wrappers = [
      { name: "send", parameters: [{ message: "message", level: "_ if = ERROR|WARN" }] },
      { name: "log", parameters: ["level if != none", "message"] },
    ];
    const text = `import { log, send } from "./log"; log("none", user.email); log("info", user.email);
      send({ level: "INFO", message: user.email }); send({ level: "WARN", message: user.email });`;
    expect(reportsIn(text, { wrappers }).map(({ line, column }) => [line, column])).toEqual([
      [1, text.indexOf("user", 70) + 1],
      [2, 84],
    ]);
  });

  it("is what settings say of it", () => {
    const wrappers = [
      { name: "log", parameters: ["level != none|off", "message"] },
      { name: "note", parameters: ["level = info|warn"] },
    ];
    const text = `import { log, note } from "./log"; log("none", "m"); log("off", "m"); log("warn", "m"); note("none"); note("warn");`;
    expect(reportsIn(text, { wrappers }).map(({ source }) => source)).toEqual([`"warn"`, `"warn"`]);
  });
});
