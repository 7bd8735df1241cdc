import { describe, expect, it } from "vitest";
import { proposed } from "../init/scratch.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;
const TRACK = `${SDK}export function track(message, category) { Sentry.addBreadcrumb({ message, category }); }\n`;
const CALL = (from: string) => `import { track } from "${from}";\ntrack("Paid", "payment");\n`;

/** The wrappers of a project, one line each: `name(parameters) from`. */
async function wrappers(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { settings } = await proposed(files);
  const entries = (settings["wrappers"] ?? []) as {
    name: string;
    from?: unknown;
    export?: string;
    files?: string;
    parameters?: unknown[];
  }[];
  return entries.map(({ name, from, export: exported, files, parameters }) =>
    [
      `${name}(${(parameters ?? ["breadcrumb"]).map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join(", ")})`,
      from === undefined ? "" : JSON.stringify(from),
      exported === undefined ? "" : `as ${exported}`,
      files === undefined ? "" : `in ${files}`,
    ]
      .filter((part) => part !== "")
      .join(" "),
  );
}

describe("wrappers", () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      "imported from several folders",
      { "src/lib/track.ts": TRACK, "src/a.ts": CALL("./lib/track"), "src/b/c/d.ts": CALL("../../lib/track") },
      ['track(message, category) "*/lib/track"'],
    ],
    [
      "imported by an alias that nothing defines",
      { "src/lib/track.ts": TRACK, "src/a.ts": CALL("@/lib/track"), "src/b.ts": CALL("./lib/track") },
      ['track(message, category) "*/lib/track"'],
    ],
    [
      "imported on the line of another import",
      {
        "lib/track.ts": TRACK,
        "a.ts": `import { x } from "elsewhere"; import { track } from "./lib/track"; track("Paid", "payment");\n`,
      },
      ['track(message, category) "*/lib/track"'],
    ],
    [
      "imported in one way alone",
      { "src/lib/track.ts": TRACK, "src/a.ts": CALL("~/lib/track") },
      ['track(message, category) "~/lib/track"'],
    ],
    [
      "imported by the paths of a tsconfig",
      {
        "tsconfig.json": `{ "compilerOptions": { "paths": { "#t": ["./src/lib/track.ts"] } } }`,
        "src/lib/track.ts": TRACK,
        "src/a.ts": CALL("#t"),
      },
      ['track(message, category) "#t"'],
    ],
    [
      "imported from a package of the workspace",
      {
        "packages/track/package.json": `{ "name": "@acme/track", "exports": { ".": { "import": "./src/index.ts" } } }`,
        "packages/track/src/index.ts": `export * from "./track.js";\n`,
        "packages/track/src/track.ts": TRACK,
        "apps/web/package.json": `{ "name": "web", "dependencies": { "@acme/track": "workspace:*" } }`,
        "apps/web/a.ts": CALL("@acme/track"),
      },
      ['track(message, category) "@acme/track"'],
    ],
    [
      "passed on under another name",
      {
        "lib/track.ts": TRACK,
        "lib/index.ts": `export { track as note } from "./track";\n`,
        "a.ts": `import { note } from "./lib";\nnote("m", "c");\n`,
      },
      ['note(message, category) "*/lib"'],
    ],
    [
      "a default export",
      {
        "track.ts": `${SDK}export default (message) => Sentry.addBreadcrumb({ message });\n`,
        "a.ts": `import track from "./track";\ntrack("m");\n`,
      },
      ['track(message) "*/track"'],
    ],
    [
      "a method of an object, a class and an instance",
      {
        "log.ts": `${SDK}class Log { info(message: string) { this.write("info", message); } private write(level, message) { Sentry.addBreadcrumb({ level, message }); } static note(message) { Sentry.addBreadcrumb({ message }); } }\nexport const log = new Log();\nexport { Log };\nexport const api = { deep: { crumb: (message) => Sentry.addBreadcrumb({ message }) } };\n`,
        "a.ts": `import { api, Log, log } from "./log";\nlog.info("m"); Log.note("m"); api.deep.crumb("m");\nclass A { constructor(private readonly logger: Log) {} run() { this.logger.info("m"); } }\n`,
      },
      [
        'log.info(message) "*/log"',
        'Log.note(message) "*/log"',
        'api.deep.crumb(message) "*/log"',
        'Log.info(message) "*/log"',
      ],
    ],
    [
      "what a hook hands out",
      {
        "use-track.ts": `${SDK}import { useCallback } from "react";\nexport function useTrack() { const track = useCallback((message) => { Sentry.addBreadcrumb({ message }); }, []); return { track }; }\n`,
        "a.tsx": `import { useTrack } from "./use-track";\nexport function A() { const { track } = useTrack(); track("m"); }\n`,
      },
      ['useTrack.track(message) "*/use-track"'],
    ],
    [
      "what a factory hands out",
      {
        "log.ts": `${SDK}export function createLogger(category) { return { info: (message) => Sentry.addBreadcrumb({ category, message }) }; }\n`,
        "a.ts": `import { createLogger } from "./log";\nconst log = createLogger("cart");\nlog.info("m");\n`,
      },
      ['createLogger.info(message) "*/log"'],
    ],
    [
      "what a factory makes by another",
      {
        "log.ts": `${SDK}const say = (level) => (message) => Sentry.addBreadcrumb({ level, message });\nexport const createLogger = () => ({ info: say("info") });\nexport const logger = { info: say("info") };\n`,
        "a.ts": `import { createLogger, logger } from "./log";\nconst log = createLogger();\nlog.info("m");\nlogger.info("m");\n`,
      },
      ['createLogger.info(message) "*/log"', 'logger.info(message) "*/log"'],
    ],
    [
      "what a function hands out by itself",
      {
        "log.ts": `${SDK}export const say = (level) => (message) => Sentry.addBreadcrumb({ level, message });\nexport function tell() { function log(message) { Sentry.addBreadcrumb({ message }); } return log; }\n`,
        "a.ts": `import { say, tell } from "./log";\nconst info = say("info");\ninfo("m");\nsay("info")("m");\ntell()("m");\n`,
      },
      ['say()(message) "*/log"', 'tell()(message) "*/log"'],
    ],
    [
      "an object's properties",
      {
        "track.ts": `${SDK}export function track({ title, level, size }) { Sentry.addBreadcrumb({ message: title, level, data: { size } }); }\n`,
        "a.ts": `import { track } from "./track";\ntrack({ title: "m", level: "info" });\n`,
      },
      ['track({"title":"message","level":"level","size":"data.size"}) "*/track"'],
    ],
    [
      "a breadcrumb of which the wrapper sets a part",
      {
        "track.ts": `${SDK}export const track = (crumb) => Sentry.addBreadcrumb({ ...crumb, level: "info", type: "default", timestamp: 1 });\n`,
        "a.ts": `import { track } from "./track";\ntrack({ message: "m" });\n`,
      },
      ['track({"level":"_","type":"_","timestamp":"_","...":"breadcrumb"}) "*/track"'],
    ],
    [
      "of wrappers in other files",
      {
        "a/track.ts": TRACK,
        "b/shop.ts": `import { track } from "../a/track";\nexport const trackShop = (what) => track(what, "shop");\n`,
        "c.ts": `import { trackShop } from "./b/shop";\ntrackShop("m");\n`,
      },
      ['track(message, category) "*/a/track"', 'trackShop(message) "*/b/shop"'],
    ],
    [
      "of CommonJS",
      {
        "track.js": `const Sentry = require("@sentry/node");\nfunction track(message) { Sentry.addBreadcrumb({ message }); }\nmodule.exports = { track };\n`,
        "a.js": `const { track } = require("./track");\ntrack("m");\n`,
        "b.js": `const t = require("./track");\nt.track("m");\n`,
      },
      ['track(message) "*/track"'],
    ],
    [
      "of CommonJS, one by one",
      {
        "track.js": `const Sentry = require("@sentry/node");\nexports.track = (message) => { Sentry.addBreadcrumb({ message }); };\n`,
        "own.cjs": `module.exports = require("./track.js");\n`,
        "a.js": `const { track } = require("./own.cjs");\ntrack("m");\n`,
      },
      ['track(message) "*/own.cjs"'],
    ],
    [
      "of CommonJS, alone",
      {
        "track.js": `const Sentry = require("@sentry/node");\nmodule.exports = function track(message) { Sentry.addBreadcrumb({ message }); };\n`,
        "a.js": `const track = require("./track");\ntrack("m");\n`,
      },
      ['track(message) "*/track"'],
    ],
    [
      "of the interface that a class is given",
      {
        "log.ts": `${SDK}interface Sink { warn(message: string): void }\nclass Log { constructor(private sink: Sink) {} warn(message: string) { this.sink.warn(message); } static get() { return new Log(toSentry); } }\nconst toSentry: Sink = { warn: (message) => { Sentry.addBreadcrumb({ message }); } };\nexport const log = Log.get();\n`,
        "a.ts": `import { log } from "./log";\nlog.warn("m");\n`,
      },
      ['log.warn(message) "*/log"'],
    ],
    [
      "one of two, and what stands in for nothing",
      {
        "track.ts": `${SDK}const own = { crumb: (message) => { Sentry.addBreadcrumb({ message }); } };\nexport const log = enabled ? own : other;\nexport const maybe = given || own;\nexport { own as "quoted" };\n`,
        "a.ts": `import { log, maybe } from "./track";\nlog.crumb("m"); maybe.crumb("n");\n`,
      },
      ['log.crumb(message) "*/track"', 'maybe.crumb(message) "*/track"'],
    ],
    [
      "typed by the module that they are from",
      {
        "log.ts": `${SDK}export class Log { info(message) { Sentry.addBreadcrumb({ message }); } }\n`,
        "a.ts": `import * as logs from "./log";\nexport function a(log: logs.Log) { log.info("m"); }\n`,
        "b.ts": `import { Log } from "./log";\nconst made = new Log();\nexport function b(other: typeof made) { other.info("m"); }\n`,
        "c.ts": `export async function c() { const { Log } = await import("./log"); const own = await new Log(); own.info("m"); }\n`,
      },
      ['Log.info(message) "*/log"'],
    ],
    [
      "of TypeScript's own modules",
      {
        "track.cts": `import Sentry = require("@sentry/node");\nconst track = (message) => Sentry.addBreadcrumb({ message });\nexport = { track };\n`,
        "a.cts": `import own = require("./track.cjs");\nown.track("m");\n`,
      },
      ['track(message) "*/track.cjs"'],
    ],
    [
      "inherited, and spread",
      {
        "log.ts": `${SDK}class Base { note(message) { Sentry.addBreadcrumb({ message }); } }\nclass Log extends Base { #own = 1; size = 2; }\nexport const log = new Log();\nconst parts = { crumb(message) { Sentry.addBreadcrumb({ message }); } };\nexport default { ...parts };\n`,
        "a.ts": `import own, { log } from "./log";\nlog.note("m"); own.crumb("n");\n`,
      },
      ['log.note(message) "*/log"', 'own.crumb(message) "*/log"'],
    ],
  ])("are found: %s", async (_, files, expected) => {
    expect(await wrappers(files)).toEqual(expected);
  });

  it.each<[string, string, Record<string, string>, string[]]>([
    [
      "the default export alone records",
      `export const log = { warn: (text) => console.warn(text) };\nexport default recording;\n`,
      {
        "src/a.ts": `import log from "./log";\nlog.warn("m");\nlog.warn("n");\n`,
        "src/b/b.ts": `import log from "../log";\nlog.warn("m");\n`,
        "src/c.ts": `import { log } from "./log";\nlog.warn("m");\n`,
        "src/b/c.ts": `import { log } from "../log";\nlog.warn("m");\n`,
      },
      ['log.warn(message) "*/log" as default'],
    ],
    [
      "the other export calls what does not record of the same object",
      `const own = { ...recording, note(text) { console.warn(text); } };\nexport const log = { warn: (text) => own.note(text) };\nexport default own;\n`,
      {
        "src/a.ts": `import log from "./log";\nlog.warn("m");\n`,
        "src/c.ts": `import { log } from "./log";\nlog.warn("m");\n`,
      },
      ['log.warn(message) "*/log" as default'],
    ],
    [
      "a named export alone records",
      `export default { warn: (text) => console.warn(text) };\nexport { recording as log };\n`,
      {
        "src/a.ts": `import log from "./log";\nlog.warn("m");\n`,
        "src/c.ts": `import { log as other } from "./log";\nother.warn("m");\n`,
      },
      ['log.warn(message) "*/log" as log'],
    ],
    [
      "both record, of other parameters",
      `export const log = { warn: (id, message) => Sentry.addBreadcrumb({ message, data: { id } }) };\nexport default recording;\n`,
      {
        "src/a.ts": `import log from "./log";\nlog.warn("m");\n`,
        "src/c.ts": `import { log } from "./log";\nlog.warn(1, "m");\n`,
      },
      ['log.warn(message) "*/log" as default', 'log.warn(data.id, message) "*/log" as log'],
    ],
    [
      "both are the same",
      `export default recording;\nexport { recording as log };\n`,
      {
        "src/a.ts": `import log from "./log";\nlog.warn("m");\n`,
        "src/c.ts": `import { log } from "./log";\nlog.warn("m");\n`,
      },
      ['log.warn(message) "*/log"'],
    ],
    [
      "another module's default export does not record",
      `export default recording;\n`,
      {
        "src/a.ts": `import log from "./log";\nlog.warn("m");\n`,
        "src/b/b.ts": `import log from "./log";\nlog.warn("m");\n`,
        "src/b/log.ts": `export default { warn: (text) => console.warn(text) };\n`,
        "src/c.ts": `import { log } from "./log";\nlog.warn("m");\n`,
      },
      [],
    ],
    [
      "the whole module may be the function",
      `module.exports = (message) => Sentry.addBreadcrumb({ message });\nmodule.exports.log = () => {};\n`,
      {
        "src/a.ts": `const log = require("./log");\nlog("m");\n`,
        "src/c.ts": `import { log } from "./log";\nlog("m");\n`,
      },
      [],
    ],
  ])("are bound to an export of their module where %s", async (_, exported, callers, expected) => {
    const log = `${SDK}const recording = { warn: (message) => Sentry.addBreadcrumb({ message }) };\n${exported}`;
    expect(await wrappers({ "src/log.ts": log, ...callers })).toEqual(expected);
  });

  it.each<[string, Record<string, string>]>([
    ["nothing outside calls it", { "track.ts": `${TRACK}track("m", "c");\n`, "a.ts": `import "./track";\n` }],
    [
      "tests alone call it",
      { "track.ts": TRACK, "track.test.ts": CALL("./track"), "__tests__/a.ts": CALL("../track") },
    ],
    [
      "what is called is another",
      {
        "track.ts": TRACK,
        "a.ts": `import { track } from "somewhere";\ntrack("m");\nfunction other(track) { track("n"); }\n`,
      },
    ],
    [
      "it does more than to tell",
      {
        "load.ts": `${SDK}import { log } from "./log";\nexport function load(path) { log(path); return fetch(path); }\n`,
        "log.ts": `${SDK}const own = (message) => Sentry.addBreadcrumb({ message });\nexport function start(path) { own(path); return fetch(path); }\n`,
        "a.ts": `import { start } from "./log";\nstart("/");\n`,
      },
    ],
    [
      "a text is given for a breadcrumb",
      {
        "track.ts": `${SDK}export const track = (what: string) => Sentry.addBreadcrumb(what);\n`,
        "a.ts": `import { track } from "./track";\ntrack("m");\n`,
      },
    ],
    [
      "no name tells it from another",
      {
        "a/track.ts": TRACK,
        "a/x.ts": CALL("./track"),
        "a/b/track.ts": `export function track() {}\n`,
        "a/b/x.ts": CALL("./track"),
      },
    ],
    [
      "a module of a library is meant",
      {
        "package.json": `{ "dependencies": { "lib": "1" } }`,
        "src/lib/track.ts": TRACK,
        "a.ts": CALL("lib/track"),
      },
    ],
    ["an alias may mean two files", { "a/lib/track.ts": TRACK, "b/lib/track.ts": TRACK, "c.ts": CALL("@/lib/track") }],
  ])("are not proposed where %s", async (_, files) => {
    expect(await wrappers(files)).toEqual([]);
  });

  const MESSAGE = `${SDK}export function track(message) { Sentry.addBreadcrumb({ message }); }\n`;
  const RUST = (parameters: string, fields: string) =>
    `pub fn log(${parameters}) { sentry::add_breadcrumb(sentry::Breadcrumb { ${fields}, ..Default::default() }); }\n`;

  it.each<[string, Record<string, string>, string[]]>([
    [
      "other parameters",
      { "a/track.ts": TRACK, "a/x.ts": CALL("./track"), "b/track.ts": MESSAGE, "b/x.ts": CALL("./track") },
      ['track(message, category) "*/track" in */a/*', 'track(message) "*/track" in */b/*'],
    ],
    [
      "no breadcrumb",
      {
        "a/track.ts": TRACK,
        "a/x.ts": CALL("./track"),
        "b/track.ts": `export function track() {}\n`,
        "b/x.ts": CALL("./track"),
        "b/c/y.ts": CALL("../track"),
      },
      ['track(message, category) "*/track" in */a/*'],
    ],
    [
      "the same parameters",
      { "a/track.ts": TRACK, "a/x.ts": CALL("./track"), "b/track.ts": TRACK, "b/x.ts": CALL("./track") },
      ['track(message, category) "*/track"'],
    ],
    [
      "other parameters, in Rust",
      {
        "a/Cargo.toml": "[package]\n",
        "a/src/logger.rs": RUST("m: &str", "message: Some(m.into())"),
        "a/src/main.rs": `mod logger;\nfn main() { logger::log("in"); }\n`,
        "b/Cargo.toml": "[package]\n",
        "b/src/logger.rs": RUST("c: &str, m: &str", "message: Some(m.into()), category: Some(c.into())"),
        "b/src/main.rs": `mod logger;\nfn main() { logger::log("auth", "in"); }\n`,
      },
      ["logger::log(message) in */a/*", "logger::log(category, message) in */b/*"],
    ],
  ])("are bound to the files of their application where another one's have %s", async (_, files, expected) => {
    expect(await wrappers(files)).toEqual(expected);
  });

  it("are named so that no other module is meant", async () => {
    const files = {
      "a/lib/track.ts": TRACK,
      "a/x.ts": CALL("./lib/track"),
      "b/lib/track.ts": `export function track() {}\n`,
      "b/c/x.ts": CALL("../lib/track"),
    };
    expect(await wrappers(files)).toEqual(['track(message, category) "./lib/track"']);
  });

  it("counts the breadcrumbs that are seen before and after, and the calls by file", async () => {
    const found = await proposed({
      "track.ts": TRACK,
      "a.ts": `${SDK}${CALL("./track")}Sentry.addBreadcrumb({ message: "own" });\n`,
    });
    expect(found.breadcrumbs).toEqual({ before: 1, after: 2 });
    expect(found["wrappers"]).toEqual([
      {
        name: "track",
        from: "*/track",
        parameters: ["message", "category"],
        definedIn: "track.ts",
        calls: { "a.ts": 1 },
      },
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      "a whole breadcrumb",
      {
        "track.ts": `${SDK}export const track = (crumb) => Sentry.addBreadcrumb(crumb);\n`,
        "a.ts": CALL("./track"),
      },
      ['track(breadcrumb) "*/track"'],
    ],
    [
      "imported with an ending and without",
      { "track.ts": TRACK, "a.ts": CALL("./track"), "b.ts": CALL("./track.js") },
      ['track(message, category) ["*/track","*/track.js"]'],
    ],
    [
      "a default export of an index",
      {
        "track/index.ts": `${SDK}export default (message) => Sentry.addBreadcrumb({ message });\n`,
        "a.ts": `import track from "./track";\ntrack("m");\n`,
      },
      ['track(message) "*/track"'],
    ],
    [
      "the module itself, passed on as it is",
      {
        "track.js": `const Sentry = require("@sentry/node");\nmodule.exports = (message) => { Sentry.addBreadcrumb({ message }); };\n`,
        "own/track.js": `module.exports = require("../track");\n`,
        "a.js": `const track = require("./own/track");\ntrack("m");\n`,
      },
      ['track(message) "*/own/track"'],
    ],
    [
      "two of one name, by the modules that they are in",
      {
        "a/track.ts": TRACK,
        "b/note.ts": TRACK.replace(", category", "").replace(", category", ""),
        "c.ts": CALL("./a/track"),
        "d.ts": CALL("./b/note"),
      },
      ['track(message, category) "*/a/track"', 'track(message) "*/b/note"'],
    ],
    [
      "not called by its own module, nor by way of one that exports nothing",
      {
        "track.ts": `import * as self from "./track";\n${TRACK}self.track("m");\n`,
        "plain.ts": `track();\n`,
        "a.ts": `import { track } from "./plain";\ntrack("m");\n`,
      },
      [],
    ],
    [
      "two of Rust that have one name",
      Object.fromEntries(
        ["a", "b"].flatMap((crate) => [
          [
            `${crate}/src/logger.rs`,
            `pub fn log(message: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(message.into()), ..Default::default() }); }\n`,
          ],
          [`${crate}/src/shop.rs`, `fn pay() { crate::logger::log("paid"); }\n`],
        ]),
      ),
      ["logger::log(message)"],
    ],
    [
      "of Rust, but named in a text only",
      {
        "src/logger.rs": `pub fn log(message: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(message.into()), ..Default::default() }); }\n`,
        "src/shop.rs": `// logs nothing\nfn pay() { print("log"); }\n`,
      },
      [],
    ],
  ])("are found: %s", async (_, files, expected) => {
    expect(await wrappers(files)).toEqual(expected);
  });

  it("are counted once where they have several names", async () => {
    const found = await proposed({
      "lib/track.ts": TRACK,
      "lib/index.ts": `export { track as note, gone } from "./track";\nexport { other } from "elsewhere";\n`,
      "a.ts": CALL("./lib/track"),
      "b.ts": `import { note } from "./lib";\nnote("m", "c");\n`,
    });
    expect(found["wrappers"]).toMatchObject([
      { name: "track", calls: { "a.ts": 1 } },
      { name: "note", calls: { "b.ts": 1 } },
    ]);
  });

  it("are not looked for in what cannot be read", async () => {
    const found = await proposed({ "track.ts": TRACK, "a.ts": CALL("./track"), "b.ts": `${CALL("./track")}}` });
    expect(found["wrappers"]).toMatchObject([{ name: "track", calls: { "a.ts": 1 } }]);
    expect(found["unread"]).toMatchObject([{ file: "b.ts" }]);
  });

  it("are of Rust, too", async () => {
    const body = `sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(message.into()), ..Default::default() });`;
    const files = {
      "src/main.rs": `mod logger;\nmod shop;\nfn main() {}\npub fn note(message: &str) { ${body} }\n`,
      "src/logger.rs": `pub fn log(message: &str) { ${body} }\npub struct Log;\nimpl Log { pub fn write(message: &str) { ${body} } pub fn method(&self, message: &str) { ${body} } }\npub mod inner { pub fn deep(message: &str) { ${body} } }\npub fn unused(message: &str) { ${body} }\n`,
      "src/shop.rs": `use crate::logger::{self, Log};\nfn pay() { logger::log("paid"); Log::write("x"); logger::inner::deep("y"); crate::note("z"); }\n`,
      "src/audit/mod.rs": `pub fn audit(message: &str) { crate::logger::log(message); }\n`,
      "src/other.rs": `fn f() { crate::audit::audit("w"); }\n`,
    };
    expect([...(await wrappers(files))].sort()).toEqual([
      "Log::write(message)",
      "audit::audit(message)",
      "inner::deep(message)",
      "logger::log(message)",
      'note(message) "crate"',
    ]);
  });
});

describe("modules that re-export an SDK", () => {
  const USE = (from: string, what = "* as Sentry") =>
    `import ${what} from "${from}";\nSentry.addBreadcrumb({ message: "m" });\n`;

  it.each<[string, Record<string, string>, string[]]>([
    [
      "everything",
      {
        "lib/sentry.ts": `export * from "@sentry/react";\n`,
        "a.ts": USE("./lib/sentry"),
        "b/c.ts": USE("../lib/sentry"),
      },
      ["*/lib/sentry"],
    ],
    [
      "under its name",
      {
        "lib/sentry.ts": `${SDK}Sentry.init({});\nexport { Sentry };\n`,
        "a.ts": USE("@/lib/sentry", "{ Sentry }"),
      },
      ["@/lib/sentry"],
    ],
    [
      "as default",
      { "lib/sentry.ts": `${SDK}export default Sentry;\n`, "a.ts": USE("./lib/sentry", "Sentry") },
      ["*/lib/sentry"],
    ],
    [
      "by way of another",
      {
        "lib/sentry.ts": `${SDK}export default Sentry;\n`,
        "lib/index.ts": `export { default as Sentry } from "./sentry";\n`,
        "a.ts": USE("./lib", "{ Sentry }"),
      },
      ["*/lib"],
    ],
    [
      "one function",
      {
        "lib/sentry.ts": `export { addBreadcrumb } from "@sentry/react";\n`,
        "a.ts": `import { addBreadcrumb } from "./lib/sentry";\naddBreadcrumb({});\n`,
      },
      ["*/lib/sentry"],
    ],
    [
      "one function that is imported first",
      {
        "lib/sentry.ts": `import { addBreadcrumb } from "@sentry/react";\nexport { addBreadcrumb };\n`,
        "a.ts": `import { addBreadcrumb } from "./lib/sentry";\naddBreadcrumb({});\n`,
      },
      ["*/lib/sentry"],
    ],
    [
      "everything, by way of another",
      {
        "lib/sentry.ts": `export * from "@sentry/react";\n`,
        "lib/index.ts": `export * from "./sentry";\n`,
        "a.ts": USE("./lib"),
      },
      ["*/lib"],
    ],
    [
      "with CommonJS",
      {
        "sentry.js": `module.exports = require("@sentry/node");\n`,
        "a.js": `const Sentry = require("./sentry");\nSentry.addBreadcrumb({});\n`,
      },
      ["*/sentry"],
    ],
  ])("are named: %s", async (_, files, expected) => {
    const { settings, breadcrumbs } = await proposed(files);
    expect(settings["modules"]).toEqual(expected);
    expect(breadcrumbs.after).toBeGreaterThan(breadcrumbs.before);
  });

  it.each<[string, Record<string, string>]>([
    [
      "the SDK has a name of its own there",
      {
        "lib/sentry.ts": `${SDK}export { Sentry as monitoring };\n`,
        "a.ts": `import { monitoring } from "./lib/sentry";\nmonitoring.addBreadcrumb({});\n`,
      },
    ],
    [
      "it is another thing",
      {
        "lib/sentry.ts": `// sentry\nexport const Sentry = { addBreadcrumb() {} };\n`,
        "a.ts": USE("./lib/sentry", "{ Sentry }"),
      },
    ],
    [
      "it has an addBreadcrumb that nobody knows",
      {
        "lib/sentry.ts": `${SDK}export { Sentry };\nexport const addBreadcrumb = (a) => other(a);\n`,
        "a.ts": USE("./lib/sentry", "{ Sentry }"),
      },
    ],
    [
      "nothing of that name is exported",
      { "lib/sentry.ts": `${SDK}export const other = 1;\n`, "a.ts": USE("./lib/sentry", "{ Sentry }") },
    ],
    [
      "one function has the name of another",
      {
        "lib/sentry.ts": `import { setTag } from "@sentry/react";\nexport { setTag as addBreadcrumb };\n`,
        "a.ts": `import { addBreadcrumb } from "./lib/sentry";\naddBreadcrumb({});\n`,
      },
    ],
    [
      "it goes round in a circle",
      {
        "a.ts": USE("./sentry", "{ Sentry }"),
        "sentry.ts": `export { Sentry } from "./b";\n`,
        "b.ts": `export { Sentry } from "./sentry";\n`,
      },
    ],
  ])("are not where %s", async (_, files) => {
    expect((await proposed(files)).settings["modules"]).toBeUndefined();
  });

  it("are named so that no other module is meant", async () => {
    const { settings } = await proposed({
      "lib/sentry.ts": `export * from "@sentry/react";\n`,
      "a.ts": `import { helper } from "other/lib/sentry";\nhelper();\n${USE("./lib/sentry")}`,
    });
    expect(settings["modules"]).toEqual(["./lib/sentry"]);
  });

  it("may have functions of their own", async () => {
    const { settings } = await proposed({
      "lib/sentry.ts": `${SDK}export { Sentry };\nexport function addBreadcrumb(message: string) { Sentry.addBreadcrumb({ message }); }\n`,
      "a.ts": `import { addBreadcrumb, Sentry } from "./lib/sentry";\naddBreadcrumb("m");\nSentry.addBreadcrumb({ message: "n" });\n`,
    });
    expect(settings).toEqual({
      modules: ["*/lib/sentry"],
      wrappers: [{ name: "addBreadcrumb", from: "*/lib/sentry", parameters: ["message"] }],
    });
  });
});
