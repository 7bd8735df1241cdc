import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { discover } from "../../../src/cli/discovery/search.ts";
import { openProject } from "../../../src/cli/project.ts";
import { scratch } from "../init/scratch.ts";

const SDK = `import * as Sentry from "@sentry/node";`;
const BODY = "crumb(message: string, category?: string) { Sentry.addBreadcrumb({ message, category }); }";
const LOG = [
  `export class Log { ${BODY} }`,
  `export const createLog = () => new Log();`,
  `export const track = (message: string, category?: string) => Sentry.addBreadcrumb({ message, category });`,
];
const SILENT = [
  `export class Silent { crumb(message: string, category?: string) {} }`,
  `export class Quiet extends Log { crumb(message: string, category?: string) {} }`,
];
const LOG_NAMES = ["Log", "createLog", "track", "Silent", "Quiet"];

type Files = Readonly<Record<string, string>>;

/** A class that keeps an instance: what its body and the code before it say, and how its methods reach the instance. */
interface Holder {
  readonly body: string;
  readonly reach?: string;
  readonly before?: string;
  readonly heritage?: string;
  /** Whether only the class itself reaches it. */
  readonly isClosed?: boolean;
  /** Whether `this` is the class: in its static methods. */
  readonly isStatic?: boolean;
}

const HOLDERS: Readonly<Record<string, Holder>> = {
  "a field": { body: "log = new Log();" },
  "a private field": { body: "private readonly log = new Log();", isClosed: true },
  "a hidden field": { body: "#log = new Log();", reach: "this.#log", isClosed: true },
  "a field of a factory": { body: "log = createLog();" },
  "a typed field": { body: "log!: Log;" },
  "an optional field": { body: "log?: Log;" },
  "a field or null": { body: "log: Log | null = null;" },
  "a constructor that makes it": { body: "constructor() { this.log = new Log(); }" },
  "a constructor that makes it for a typed field": {
    body: "readonly log: Log; constructor() { this.log = new Log(); }",
  },
  "a constructor that makes it for a bare field": { body: "log; constructor() { this.log = new Log(); }" },
  "a constructor that makes it for a hidden field": {
    body: "#log; constructor() { this.#log = new Log(); }",
    reach: "this.#log",
    isClosed: true,
  },
  "a constructor that takes it": { body: "log; constructor(log: Log) { this.log = log; }" },
  "a constructor that takes it for a hidden field": {
    body: "#log; constructor(log: Log) { this.#log = log; }",
    reach: "this.#log",
    isClosed: true,
  },
  "a constructor that takes it by default": { body: "log; constructor(log = new Log()) { this.log = log; }" },
  "a constructor that takes it or makes it": { body: "log; constructor(log?: Log) { this.log = log ?? new Log(); }" },
  "a constructor with options": { body: "log; constructor(options: { log: Log }) { this.log = options.log; }" },
  "a constructor with destructured options": { body: "log; constructor({ log }: { log: Log }) { this.log = log; }" },
  "a constructor with a local": { body: "log; constructor() { const log = createLog(); this.log = log; }" },
  "a parameter property": { body: "constructor(readonly log: Log) {}" },
  "a private parameter property": { body: "constructor(private readonly log: Log) {}", isClosed: true },
  "a parameter property with a default": { body: "constructor(public log: Log = new Log()) {}" },
  "a parameter property with an untyped default": { body: "constructor(public log = new Log()) {}" },
  "a getter": { body: "#log = new Log(); get log() { return this.#log; }" },
  "a getter of a private field": { body: "private _log = new Log(); get log() { return this._log; }" },
  "a typed getter": { body: "get log(): Log { return make(); }" },
  "a getter that makes it": { body: "get log() { return new Log(); }" },
  "a lazy getter": { body: "#log?: Log; get log() { return (this.#log ??= new Log()); }" },
  "a lazy getter with a statement": { body: "#log; get log() { this.#log ??= new Log(); return this.#log; }" },
  "a lazy getter with a condition": {
    body: "#log; get log() { if (!this.#log) this.#log = new Log(); return this.#log; }",
  },
  "a method": { body: "#log = new Log(); getLog() { return this.#log; }", reach: "this.getLog()" },
  "a lazy method": { body: "#log; getLog() { return (this.#log ??= createLog()); }", reach: "this.getLog()" },
  "a field that a method fills": { body: "log; setup() { this.log = createLog(); }" },
  "a typed field that a method fills": { body: "log?: Log; setup() { this.log = new Log(); }" },
  "a hidden field that a method fills": {
    body: "#log; setup() { this.#log = new Log(); }",
    reach: "this.#log",
    isClosed: true,
  },
  "a setter": { body: "#log; set log(log: Log) { this.#log = log; } get log() { return this.#log; }" },
  "a base class": {
    before: "class Base { protected log = new Log(); }",
    heritage: "extends Base",
    body: "",
    isClosed: true,
  },
  "a base class that takes it": {
    before: "class Base { log; constructor(log: Log) { this.log = log; } }",
    heritage: "extends Base",
    body: "",
  },
  "a base class with a getter": {
    before: "abstract class Base { #log = new Log(); get log() { return this.#log; } }",
    heritage: "extends Base",
    body: "",
  },
  "an abstract base class": {
    before: "abstract class Base { protected abstract log: Log; }",
    heritage: "extends Base",
    body: "protected log = new Log();",
    isClosed: true,
  },
  "an abstract getter": {
    before: "abstract class Base { abstract get log(): Log; }",
    heritage: "extends Base",
    body: "",
  },
  "a base class of a base class": {
    before: "class Root { log = new Log(); } class Base extends Root {}",
    heritage: "extends Base",
    body: "",
  },
  "a static field": { body: "static log = new Log();", reach: "Holder.log", isStatic: true },
  "a hidden static field": { body: "static #log = new Log();", reach: "Holder.#log", isClosed: true, isStatic: true },
  "a static getter": {
    body: "static #log = new Log(); static get log() { return this.#log; }",
    reach: "Holder.log",
    isStatic: true,
  },
  "a nested object": { body: "services = { log: new Log() };", reach: "this.services.log" },
  "a nested class": {
    before: "class Services { log = new Log(); }",
    body: "services = new Services();",
    reach: "this.services.log",
  },
  "a nested getter": {
    before: "class Services { #log = new Log(); get log() { return this.#log; } }",
    body: "constructor(readonly services: Services) {}",
    reach: "this.services.log",
  },
  "a singleton": {
    before: "class Services { static instance = new Services(); log = new Log(); }",
    body: "log = Services.instance.log;",
  },
  "a function in a field": { body: "crumb = track;", reach: "this" },
  "a bound function": { body: "log = new Log(); crumb = this.log.crumb.bind(this.log);", reach: "this" },
};

/** Classes that keep something else, or do not tell what. */
const OTHERS: Readonly<Record<string, Holder>> = {
  "a class without work": { body: "log = new Silent();" },
  "a class whose method is overridden": { body: "log = new Quiet();" },
  "a type whose method is overridden": { body: "constructor(readonly log: Quiet) {}" },
  "a field that the constructor replaces": { body: "log = new Log(); constructor() { this.log = new Silent(); }" },
  "a field that the constructor writes twice": {
    body: "log; constructor() { this.log = new Log(); this.log = new Silent(); }",
  },
  "a hidden field beside one of another class": {
    before: "export class Other { #log = new Log(); run() { return this.#log; } }",
    body: "#log = new Silent();",
    reach: "this.#log",
    isClosed: true,
  },
  "a class of a package": { before: `import { Log as Lib } from "a-library";`, body: "log = new Lib();" },
  "a type of a package": {
    before: `import { Log as Lib } from "a-library";`,
    body: "constructor(readonly log: Lib) {}",
  },
  "a function of a package": { before: `import { createLog as lib } from "a-library";`, body: "log = lib();" },
  "an object without work": { body: "log = { crumb() {} };" },
  "a test double": { body: "log = { crumb: vi.fn() };" },
  "an untyped parameter": { body: "log; constructor(log) { this.log = log; }" },
  "an untyped option": { body: "log; constructor({ log }) { this.log = log; }" },
  "a setter alone": { body: "#log; set log(log) { this.#log = log; } get log() { return this.#log; }" },
  "a getter of something else": { body: "#log = new Log(); get log() { return new Silent(); }" },
  "a method of something else": { body: "#log = new Log(); getLog() { return new Silent(); }", reach: "this.getLog()" },
  "a field over one of the base class": {
    before: "class Base { log = new Log(); }",
    heritage: "extends Base",
    body: "log = new Silent();",
  },
  "a getter over one of the base class": {
    before: "class Base { get log() { return new Log(); } }",
    heritage: "extends Base",
    body: "get log() { return new Silent(); }",
  },
  "a method over one of the base class": {
    before: "class Base { getLog() { return new Log(); } }",
    heritage: "extends Base",
    body: "getLog() { return new Silent(); }",
    reach: "this.getLog()",
  },
  "a base class of a package": { before: `import { Base } from "a-library";`, heritage: "extends Base", body: "" },
  "a static field beside": { body: "static log = new Log(); log = new Silent();" },
  "another member": { body: "services = { log: new Silent(), other: new Log() };", reach: "this.services.log" },
  "another member of a type": {
    body: "constructor(readonly services: { log: Silent; other: Log }) {}",
    reach: "this.services.log",
  },
  "a computed member": { body: "services = { [name]: new Log() };", reach: "this.services.log" },
  "a class that is shadowed": {
    body: "log; constructor() { class Log { crumb() {} } this.log = new Log(); }",
  },
  "a base class whose method is overridden": {
    before: "class Base extends Log {}",
    heritage: "extends Base",
    body: "crumb() {}",
    reach: "this",
  },
  "a function that hands out nothing of it": {
    before: "const consume = (log) => 1;",
    body: "log = consume(new Log());",
  },
};

/** How methods of the class reach what it keeps. */
const USES: Readonly<Record<string, (reach: string, call: string) => string>> = {
  "a method": (reach, call) => `run1() { ${reach}.${call} }`,
  "an arrow in a field": (reach, call) => `run2 = () => { ${reach}.${call} };`,
  "a callback": (reach, call) => `run3(all) { all.forEach(() => { ${reach}.${call} }); }`,
  "a destructured member": (reach, call) => {
    const at = reach.lastIndexOf(".");
    return reach.includes("#") || reach.endsWith(")") || at === -1
      ? ""
      : `run4() { const { ${reach.slice(at + 1)}: own } = ${reach.slice(0, at)}; own.${call} }`;
  },
  "another name of this": (reach, call) =>
    `run5() { const self = this; done(function () { ${reach.replace("this", "self")}.${call} }); }`,
  "a constant": (reach, call) => `run6() { const own = ${reach}; own.${call} }`,
  "an optional call": (reach, call) => `run7() { ${reach}?.${call} }`,
  "a getter": (reach, call) => `get own8() { return ${reach}; } run8() { this.own8.${call} }`,
};

/** How others reach it: by an instance of the class, and by a field of another class. */
const OUTSIDE: Readonly<Record<string, (reach: string, call: string) => string>> = {
  "an instance": (reach, call) => `const app = new Holder(); app.${reach}.${call}`,
  "a new instance": (reach, call) => `new Holder().${reach}.${call}`,
  "a parameter": (reach, call) => `export function useIt(app: Holder) { app.${reach}.${call} }`,
  "a field of another": (reach, call) =>
    `export class User { constructor(private app: Holder) {} run() { this.app.${reach}.${call} } }`,
};

const PLACES = ["one file", "two files", "three files"] as const;
type Place = (typeof PLACES)[number];

/** A project in which a class keeps an instance, and each call that has to be seen: a line. */
function projectOf(holder: Holder, place: Place): Files {
  const { body, reach = "this.log", before = "", heritage = "", isClosed = false, isStatic = false } = holder;
  const uses = Object.entries(USES).map(([name, use]) => {
    const text = use(reach, `crumb("${name}");`);
    return isStatic && text !== "" ? `static ${text}` : text;
  });
  const inner = reach.replace(/^(?:this|Holder)\.?/u, "");
  const outside = isClosed
    ? []
    : Object.entries(OUTSIDE).flatMap(([name, use]) => {
        const call = `crumb("${name}");`;
        if (isStatic) return name === "a new instance" ? [`Holder.${inner}.${call}`] : [];
        return inner === "" ? [] : [use(inner, call)];
      });
  const holding = [before, `export class Holder ${heritage} { ${body}`, ...uses, "}"];
  const log = `import { ${LOG_NAMES.join(", ")} } from "./log";`;
  if (place === "one file") return { "all.ts": [SDK, ...LOG, ...SILENT, ...holding, ...outside].join("\n") };
  const own = [SDK, ...LOG, ...SILENT].join("\n");
  if (place === "two files") return { "log.ts": own, "holder.ts": [log, ...holding, ...outside].join("\n") };
  const using = [`import { Holder } from "./holder";`, log, ...outside].join("\n");
  if (!before.includes("class Base") && !before.includes("class Services"))
    return { "log.ts": own, "holder.ts": [log, ...holding].join("\n"), "user.ts": using };
  const names = [...before.matchAll(/class (\w+)/gu)].map(([, name]) => name);
  return {
    "log.ts": own,
    "base.ts": [log, before.replaceAll(/(?:abstract )?class/gu, "export $&")].join("\n"),
    "holder.ts": [`import { ${names.join(", ")} } from "./base";`, log, ...holding.slice(1)].join("\n"),
    "user.ts": using,
  };
}

/** What a module keeps for others, and how they reach it. */
const MODULES: Readonly<Record<string, readonly [keeps: string, reach: string]>> = {
  "an object": ["export const services = { log: new Log() };", "services.log"],
  "an object with a getter": ["export const services = { get log() { return new Log(); } };", "services.log"],
  "an object with a lazy getter": [
    "let kept; export const services = { get log() { return (kept ??= new Log()); } };",
    "services.log",
  ],
  "an object with a method": ["export const services = { getLog() { return new Log(); } };", "services.getLog()"],
  "an object that is filled": ["export const services: any = {}; services.log = new Log();", "services.log"],
  "a nested object": ["export const app = { services: { log: new Log() } };", "app.services.log"],
  "an instance": ["export class Services { log = new Log(); } export const services = new Services();", "services.log"],
  "an instance with a getter": [
    "export class Services { #log = new Log(); get log() { return this.#log; } } export const services = new Services();",
    "services.log",
  ],
  "an instance of a class that is not exported": [
    "class Services { constructor(readonly log = new Log()) {} } export const services = new Services();",
    "services.log",
  ],
  "a default export": [
    "export class Services { log = new Log(); } export default new Services();",
    "new Services().log",
  ],
  "a singleton": [
    "export class Services { static instance = new Services(); log = new Log(); }",
    "Services.instance.log",
  ],
  "a singleton's method": [
    "export class Services { static #own; log = new Log(); static getInstance() { return (this.#own ??= new Services()); } }",
    "Services.getInstance().log",
  ],
  "a singleton's getter": [
    "export class Services { static #own; #log = new Log(); get log() { return this.#log; } static get instance() { return (this.#own ??= new Services()); } }",
    "Services.instance.log",
  ],
  "a static field": ["export class Services { static log = new Log(); }", "Services.log"],
  "a static method": ["export class Services { static getLog() { return new Log(); } }", "Services.getLog()"],
  "a function": ["export function getServices() { return { log: new Log() }; }", "getServices().log"],
  "a function of an instance": [
    "class Services { log = new Log(); } const kept = new Services(); export const getServices = () => kept;",
    "getServices().log",
  ],
  "a typed function": [
    "export class Services { constructor(readonly log: Log) {} } export const getServices = (): Services => find();",
    "getServices().log",
  ],
  "a variable that is set": ["export let log: Log; export function init() { log = new Log(); }", "log"],
  "an untyped variable that is set": ["export let log; export function init() { log = new Log(); }", "log"],
  "a function of a variable": [
    "let log: Log | undefined; export function init() { log = new Log(); } export const getLog = () => log!;",
    "getLog()",
  ],
  "a lazy function": ["let log; export const getLog = () => { if (!log) log = new Log(); return log; };", "getLog()"],
  "a class's only instance": [
    "class Services { log = new Log(); } export const services = Object.freeze(new Services());",
    "services.log",
  ],
};

/** How a module's code reaches what another keeps. */
const MODULE_USES: Readonly<Record<string, (reach: string, call: string) => string>> = {
  "a call": (reach, call) => `${reach}.${call}`,
  "a constant": (reach, call) => `const own = ${reach}; own.${call}`,
  "a function": (reach, call) => `export function run() { ${reach}.${call} }`,
  "a field": (reach, call) => `export class User { own = ${reach}; run() { this.own.${call} } }`,
  "an alias": (reach, call) =>
    `export function run2() { const { crumb: own } = ${reach}; own${call.replace("crumb", "")} }`,
};

/** A project in which a module keeps an instance. */
function moduleProject([keeps, reach]: readonly [keeps: string, reach: string], place: Place): Files {
  const uses = Object.entries(MODULE_USES).map(([name, use]) => use(reach, `crumb("${name}");`));
  const log = `import { ${LOG_NAMES.join(", ")} } from "./log";`;
  if (place === "one file") return { "all.ts": [SDK, ...LOG, ...SILENT, keeps, ...uses].join("\n") };
  const own = [SDK, ...LOG, ...SILENT].join("\n");
  if (place === "two files") return { "log.ts": own, "kept.ts": [log, keeps, ...uses].join("\n") };
  const names = /^(?:new )?(\w+)/u.exec(reach)?.[1];
  return {
    "log.ts": own,
    "kept.ts": [log, keeps].join("\n"),
    "user.ts": [`import { ${names} } from "./kept";`, ...uses].join("\n"),
  };
}

/** One project of several, whose files and modules have names of their own in it. */
function together(projects: readonly Files[]): Files {
  return Object.fromEntries(
    projects.flatMap((files, index) =>
      Object.entries(files).map(([path, text]) => [
        path.replace(".ts", `${String(index)}.ts`),
        text.replaceAll(/"\.\/\w+(?=")/gu, `$&${String(index)}`),
      ]),
    ),
  );
}

/** The calls that are seen, or those that are not, in a project for each holder: the holder, and the call's message. */
async function callsIn<Kept>(
  holders: Readonly<Record<string, Kept>>,
  projectFor: (kept: Kept) => Files,
  isSeen: boolean,
): Promise<readonly string[]> {
  const files = together(Object.values(holders).map(projectFor));
  const found = await discover(await openProject(scratch(files), ["."], false));
  const seen = new Map(
    found.files.map(({ path, crumbs }) => {
      const text = readFileSync(path, "utf8");
      return [basename(path), new Set(crumbs.flatMap(({ range }) => messagesOf(text.slice(...range))))];
    }),
  );
  const names = Object.keys(holders);
  return Object.entries(files).flatMap(([path, text]) =>
    messagesOf(text)
      .filter((message) => (seen.get(path)?.has(message) === true) === isSeen)
      .map((message) => `${names[Number(/\d+/u.exec(path)?.[0])] ?? ""}: ${message}`),
  );
}

function messagesOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/\("([a-z ]+)"\)/gu), ([, message = ""]) => message);
}

describe.each(PLACES)("an instance, in %s,", { timeout: 60_000 }, (place) => {
  it("is seen where a class keeps it", async () => {
    expect(await callsIn(HOLDERS, (holder) => projectOf(holder, place), false)).toEqual([]);
  });

  it("is seen where a module keeps it", async () => {
    expect(await callsIn(MODULES, (kept) => moduleProject(kept, place), false)).toEqual([]);
  });

  it("is not seen in what does not record", async () => {
    expect(await callsIn(OTHERS, (holder) => projectOf(holder, place), true)).toEqual([]);
  });
});
