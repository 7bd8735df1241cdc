import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";
import { LANGUAGES } from "../src/languages/index.ts";
import { LANGUAGES as NAMED, readSettings } from "../src/settings.ts";

const KEYS = "modules, wrappers, categories, sdkVersion, integrations, automatic, sensitiveData";
const read = (integrations: unknown) => readSettings({ "sentry-breadcrumbs": { integrations } }).integrations;

describe("the settings", () => {
  const refusal = (own: unknown) => {
    try {
      readSettings({ "sentry-breadcrumbs": own });
    } catch (error) {
      return (error as Error).message;
    }
    return undefined;
  };

  it("are filled in", () => {
    const sensitiveData = { allow: [], deny: [], sanitizers: [], owners: [], redact: undefined };
    const none = {
      modules: [],
      wrappers: [],
      categories: [],
      sdkVersion: undefined,
      integrations: {},
      automatic: [],
      levels: {},
      sensitiveData,
    };
    expect(readSettings({})).toEqual(none);
    expect(readSettings({ "sentry-breadcrumbs": {} })).toEqual(none);
    expect(readSettings({ "sentry-breadcrumbs": undefined })).toEqual(none);
  });

  it("are read once for each object", () => {
    const settings = { "sentry-breadcrumbs": { modules: ["~/sentry"] } };
    expect(readSettings(settings)).toBe(readSettings({ ...settings }));
  });

  it.each([
    [null, " is null, expected an object."],
    [["~/sentry"], ' is ["~/sentry"], expected an object.'],
    ["~/sentry", ' is "~/sentry", expected an object.'],
    [{ module: "a" }, `.module is unknown. The keys are ${KEYS}. Its value is "a". Did you mean modules?`],
    [{ rules: { a: 1 } }, `.rules is unknown. The keys are ${KEYS}. Its value is {"a":1}.`],
    [
      { category: "p".repeat(99) },
      `.category is unknown. The keys are ${KEYS}. Its value is "${"p".repeat(79)}…. Did you mean categories?`,
    ],
    [{ modules: "~/sentry" }, '.modules is "~/sentry", expected an array.'],
    [{ modules: [5] }, ".modules[0] is 5, expected a non-empty string."],
    [{ categories: ["a", ""] }, '.categories[1] is "", expected a non-empty string.'],
    [{ modules: [], categories: {} }, ".categories is {}, expected an array."],
    [{ modules: () => [] }, ".modules is () => [], expected an array."],
    [{ modules: 10n }, ".modules is a value that cannot be printed, expected an array."],
  ])("are refused: %o", (own, message) => {
    expect(refusal(own)).toBe(`settings["sentry-breadcrumbs"]${message}`);
  });
});

describe("the setting integrations", () => {
  it("keeps what it is given", () => {
    expect(read({ console: false, tracing: true })).toEqual({ console: false, tracing: true });
    expect(readSettings({}).integrations).toEqual({});
  });

  it.each([
    [["console"], 'integrations is ["console"], expected an object with true or false for each'],
    [{ console: "off" }, 'integrations.console is "off", expected true, false, "browser" or "server"'],
    [{ breadcrumbs: false }, "integrations.breadcrumbs is unknown. The keys are console, dom"],
  ])("refuses %j", (integrations, message) => {
    expect(() => read(integrations)).toThrow(message);
  });
});

describe("the setting automatic", () => {
  const at = (path: string | undefined, automatic: unknown, integrations = {}) =>
    readSettings({ "sentry-breadcrumbs": { automatic, integrations } }, path).integrations;

  it("holds for its files, later entries before earlier ones", () => {
    const automatic = [{ console: true }, { files: ["*/lib/*", "*/tools/*"], console: false }];
    expect(at("/x/src/a.ts", automatic)).toEqual({ console: true });
    expect(at("/x/lib/a.ts", automatic)).toEqual({ console: false });
    expect(at(String.raw`C:\x\tools\a.ts`, automatic)).toEqual({ console: false });
    expect(at("/x/src/a.ts", [{ files: "*/lib/*", console: true }])).toEqual({});
    expect(at(undefined, automatic)).toEqual({});
  });

  it("comes after what is said of the whole project", () => {
    expect(at("/x/src/a.ts", [{ console: true, fetch: true }], { console: false })).toEqual({
      console: false,
      fetch: true,
    });
  });

  it("tells the sides of an application by the path", () => {
    const on = (path: string, console: string) => at(path, [{ console }]).console;
    expect(on("/x/components/a.tsx", "browser")).toBe(true);
    expect(on("/x/pages/api/a.ts", "browser")).toBe(false);
    expect(on("/x/src/cart.ts", "browser")).toBe("browser");
    expect(on("/x/server/a.ts", "server")).toBe(true);
    expect(on("/x/App.vue", "server")).toBe(false);
  });

  it("says nothing of logs that are sent from files that run without an SDK", () => {
    const automatic = [{ console: true, consoleEvents: true, winston: true }];
    expect(at("/x/src/a.ts", automatic)).toEqual({ console: true, consoleEvents: true, winston: true });
    expect(at("/x/scripts/a.ts", automatic)).toEqual({ console: true, consoleEvents: false, winston: false });
    expect(at("/x/src/a.test.ts", automatic, { winston: true })).toEqual({
      console: true,
      consoleEvents: false,
      winston: true,
    });
  });

  it("says the methods of the console by the last entry that says anything of the console", () => {
    const automatic = [
      { console: true, levels: { console: ["warn"] } },
      { files: "*/lib/*", console: true },
      { files: "*/src/*", fetch: true },
    ];
    const levelsAt = (path: string) => readSettings({ "sentry-breadcrumbs": { automatic } }, path).levels.console;
    expect(["/x/a.ts", "/x/src/a.ts", "/x/lib/a.ts"].map(levelsAt)).toEqual([["warn"], ["warn"], undefined]);
  });

  it.each([
    ["console", 'automatic is "console", expected an array'],
    [["console"], 'automatic[0] is "console", expected an object with'],
    [[{ files: 1 }], "automatic[0].files is 1, expected a non-empty string"],
    [[{ levels: { console: ["table"] } }], 'automatic[0].levels.console[0] is "table", expected one of assert, debug'],
    [[{ levels: { tracing: ["log"] } }], 'automatic[0].levels.tracing[0] is "log", expected one of error, warn'],
    [[{ levels: { console: "warn" } }], 'automatic[0].levels.console is "warn", expected an array'],
    [[{ levels: { fetch: [] } }], "automatic[0].levels.fetch is unknown"],
    [
      [{ levels: ["warn"] }],
      'automatic[0].levels is ["warn"], expected an object with a list for console, consoleEvents, consoleLogs',
    ],
    [[{ cookies: true }], "automatic[0].cookies is unknown"],
    [[{ loggers: [] }], "automatic[0].loggers is [], expected an object with a list for pino, winston"],
    [[{ loggers: { bunyan: [] } }], "automatic[0].loggers.bunyan is unknown. The keys are pino, winston"],
    [[{ loggers: { pino: {} } }], "automatic[0].loggers.pino is {}, expected an array"],
    [[{ loggers: { pino: ["log"] } }], 'automatic[0].loggers.pino[0] is "log", expected an object with `name` and'],
    [[{ loggers: { pino: [{ name: "a" }] } }], "automatic[0].loggers.pino[0].from is undefined, expected a non-empty"],
    [[{ loggers: { pino: [{ name: "a", of: "b" }] } }], "automatic[0].loggers.pino[0].of is unknown"],
  ])("refuses %j", (automatic, message) => {
    expect(() => at("/x/a.ts", automatic)).toThrow(message);
  });
});

describe("the setting wrappers", () => {
  const read = (wrapper: unknown) => readSettings({ "sentry-breadcrumbs": { wrappers: [wrapper] } }).wrappers[0];

  it("takes one module, and several", () => {
    expect(read({ name: "crumb", from: "*/track" })?.from).toEqual(["*/track"]);
    expect(read({ name: "crumb", from: ["*/track", "~"] })?.from).toEqual(["*/track", "~"]);
    expect(read("crumb")?.from).toBeUndefined();
  });

  it.each([
    [[{ title: "message" }, "_"]],
    [["data.payload", "data.cart.total"]],
    [["level != none|off", "category = a"]],
    [[{ meta: { level: "level", "...": "data.meta" }, id: "_", "...": "breadcrumb" }]],
  ])("takes keys of the data, and the properties of an object: %j", (parameters) => {
    expect(read({ name: "crumb", parameters })?.parameters).toEqual(parameters);
  });

  it.each(["getReporter().addBreadcrumb", "crumb!", "telemetry::crumb"])("takes the name %s", (name) => {
    expect(read(name)?.name).toBe(name);
  });

  it("takes the files in which it is called, and holds for no others", () => {
    const settings = {
      "sentry-breadcrumbs": {
        wrappers: ["crumb", { name: "track", files: "*/a/*" }, { name: "note", files: ["*/b/*", "*.vue"] }],
      },
    };
    const names = (path?: string) => readSettings(settings, path).wrappers.map(({ name }) => name);
    expect(names()).toEqual(["crumb", "track", "note"]);
    expect(names("/x/a/one.ts")).toEqual(["crumb", "track"]);
    expect(names(String.raw`C:\x\b\one.ts`)).toEqual(["crumb", "note"]);
    expect(names("/x/a/One.vue")).toEqual(["crumb", "track", "note"]);
    expect(names("/x/one.ts")).toEqual(["crumb"]);
    expect(readSettings(settings, "/x/a/1.ts")).toBe(readSettings(settings, "/x/a/2.ts"));
    expect(readSettings({}, "/x/a/1.ts")).toBe(readSettings({}));
  });

  it.each(["src/lib/*", "*/lib/*", "/x/src/*.ts", String.raw`src\lib\a.ts`, String.raw`C:\x\src\*`])(
    "holds for files by their paths, absolute or from the project's folder: %s",
    (files) => {
      const settings = { "sentry-breadcrumbs": { wrappers: [{ name: "track", files }] } };
      const isHeld = (path: string, root: string) => readSettings(settings, path, root).wrappers.length > 0;
      const holds = [isHeld("/x/src/lib/a.ts", "/x"), isHeld(String.raw`C:\x\src\lib\a.ts`, String.raw`C:\x`)];
      expect(holds).toEqual([!files.startsWith("C:"), !files.startsWith("/")]);
      expect(isHeld("/x/other/src/a.ts", "/x")).toBe(false);
    },
  );

  it("is of a module whose path may have the slashes of Windows", () => {
    expect(read({ name: "track", from: [String.raw`..\lib\track`, "*/log"] })?.from).toEqual(["../lib/track", "*/log"]);
    const modules = [String.raw`src\lib\sentry`];
    expect(readSettings({ "sentry-breadcrumbs": { modules } }).modules).toEqual(["src/lib/sentry"]);
  });

  it("is a breadcrumb's function where no parameters are named", () => {
    expect(read("crumb")).toEqual({ name: "crumb", parameters: ["breadcrumb"] });
    expect(read({ name: "crumb" })?.parameters).toEqual(["breadcrumb"]);
  });

  it("says what loggers call, which hand on all that they are given where no parameters are named", () => {
    expect(read({ name: "log", calls: "console.info" })).toMatchObject({
      calls: ["console.info"],
      parameters: ["data.arguments", "..."],
    });
  });

  it.each<[unknown, string]>([
    [
      { name: "log", calls: "console.table" },
      'wrappers[0].calls is "console.table", expected one of console.assert, console.debug',
    ],
    [
      5,
      "wrappers[0] is 5, expected a name, or an object with `name`, `from`, `export`, `files`, `calls`, `names` and `parameters`",
    ],
    [
      null,
      "wrappers[0] is null, expected a name, or an object with `name`, `from`, `export`, `files`, `calls`, `names` and `parameters`",
    ],
    [{ name: "crumb", from: "./a", export: 5 }, "wrappers[0].export is 5, expected a non-empty string"],
    [{ name: "crumb", export: "default" }, "wrappers[0].from is undefined, expected the module that has the `export`"],
    ["", 'wrappers[0] is "", expected a non-empty string'],
    [{ from: "a" }, "wrappers[0].name is undefined, expected a non-empty string"],
    [{ title: "a" }, "wrappers[0].title is unknown. The keys are name, from, export, files, calls, names, parameters"],
    [
      { name: "crumb", parameters: ["headline"] },
      'parameters[0] is "headline", expected one of breadcrumb, message, category, level, type, timestamp, data, _, or a key of `data`, such as data.total',
    ],
    [{ name: "crumb", parameters: [5] }, "wrappers[0].parameters[0] is 5, expected one of breadcrumb, message, c"],
    [{ name: "crumb", files: 5 }, "wrappers[0].files is 5, expected a non-empty string"],
    [{ name: "crumb", from: [""] }, 'wrappers[0].from[0] is "", expected a non-empty string'],
    [
      { name: "crumb", parameters: [{ title: "headline" }] },
      'wrappers[0].parameters[0].title is "headline", expected one of breadcrumb, message, c',
    ],
    [{ name: "crumb", names: "email" }, 'wrappers[0].names is "email", expected an array'],
    [
      { name: "crumb", parameters: [{ meta: { level: "lvl" } }] },
      'wrappers[0].parameters[0].meta.level is "lvl", expected one of breadcrumb, message, c',
    ],
    [
      { name: "crumb", parameters: [{ "...": "_" }] },
      'wrappers[0].parameters[0].... is "_", expected one of breadcrumb, message, category, level, type, timestamp, data, or',
    ],
    ...["data.", "data..a", "message.a", "dataset.a"].map((parameter): [unknown, string] => [
      { name: "crumb", parameters: [parameter] },
      `wrappers[0].parameters[0] is "${parameter}", expected one of breadcrumb`,
    ]),
  ])("refuses %j", (wrapper, message) => {
    expect(() => read(wrapper)).toThrow(message);
  });
});

describe("the setting sensitiveData", () => {
  it("knows each language", () => {
    expect(NAMED).toEqual(LANGUAGES.map(({ name }) => name));
  });

  const read = (sensitiveData: unknown) => readSettings({ "sentry-breadcrumbs": { sensitiveData } }).sensitiveData;
  const none = { allow: [], deny: [], sanitizers: [], owners: [], redact: undefined };

  it.each([
    { allow: ["shop.phone"], deny: ["ticket.body"], sanitizers: ["veil"], owners: ["tenant"] },
    { redact: { name: "redact" } },
    { redact: { name: "privacy.redact", from: "@/lib/privacy" } },
    { redact: { rust: { name: "crate::privacy::redact" } } },
    { redact: { javascript: { name: "redact", from: "~/privacy" }, rust: { name: "redact", from: "crate::privacy" } } },
  ])("keeps what it is given: %j", (sensitiveData) => {
    expect(read(sensitiveData)).toEqual({ ...none, ...sensitiveData });
  });

  it.each([
    [["email"], 'sensitiveData is ["email"], expected an object.'],
    [{ allowed: [] }, "sensitiveData.allowed is unknown. The keys are allow, deny, sanitizers"],
    [{ allow: "email" }, 'sensitiveData.allow is "email", expected an array.'],
    [{ owners: [""] }, 'sensitiveData.owners[0] is "", expected a non-empty string.'],
    [{ redact: "redact" }, 'sensitiveData.redact is "redact", expected an object with `name` and `from`, or one such'],
    [{ redact: {} }, "sensitiveData.redact.name is undefined, expected a non-empty string."],
    [{ redact: { name: "redact(x)" } }, 'sensitiveData.redact.name is "redact(x)", expected a name, or a path'],
    [{ redact: { name: "redact", from: 5 } }, "sensitiveData.redact.from is 5, expected a non-empty string."],
    [{ redact: { name: "redact", module: "a" } }, "redact.module is unknown. The keys are name, from"],
    [{ redact: { rust: "redact" } }, 'redact.rust is "redact", expected an object with `name` and `from`.'],
    [{ redact: { rust: { name: "a" }, go: {} } }, "redact.go is unknown. The keys are javascript, rust"],
  ])("refuses %j", (sensitiveData, message) => {
    expect(() => read(sensitiveData)).toThrow(message);
  });
});

describe("the folder that a project is kept in", () => {
  const shared = {
    "sentry-breadcrumbs": { automatic: [{ files: ["*"], console: "browser" }] },
  };
  const reported = (root: string, file: string): number =>
    new Linter({ cwd: root }).verify(
      "console.log(user.email);",
      {
        plugins: { "sentry-breadcrumbs": plugin },
        rules: { "sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs": "warn" },
        settings: shared,
      },
      `${root}/${file}`,
    ).length;
  const file = "components/cart.js";
  const roots = ["app", "scratch/app", "test/app", "examples/app", "tools", "scripts/app", "server/app", "functions"];

  it.each(roots)("says nothing of its files: %s", (folder) => {
    expect(reported(`/home/me/${folder}`, file)).toBe(reported("/home/me/projects/shop", file));
    expect(reported(`/home/me/${folder}`, file)).toBeGreaterThan(0);
  });

  it.each(roots.slice(1))("says something in the project: %s", (folder) => {
    expect(reported("/home/me/app", `${folder}/${file}`)).toBeLessThan(reported("/home/me/app", file));
  });
});
