import { describe, expect, it } from "vitest";
import { detect } from "../../support/detect.ts";
import { showSendings } from "../../support/sendings.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;

/** What calls of a project's own logger send: those in the function `use`. */
function logged(text: string): readonly string[] {
  const file = detect(SDK + text);
  const start = SDK.length + text.lastIndexOf("use(");
  return showSendings({ ...file, sendings: file.sendings.filter(({ range }) => range[0] > start) });
}

const USE = "\nfunction use(a, b) {";

describe("what a project's own logger is given", () => {
  it.each([
    ["a function", "function log(m) { console.log(m); }", "log(a)", "console arguments=a"],
    ["all arguments", "function log(...all) { console.log(...all); }", "log(a, b)", "console arguments=a arguments=b"],
    [
      "all but the first",
      "function log(n, ...all) { console.log(...all); }",
      "log(1, a, b)",
      "console arguments=a arguments=b",
    ],
    ["`arguments`", "function log() { console.log(...arguments); }", "log(a, b)", "console arguments=a arguments=b"],
    [
      "an arrow function",
      "const log = (m, meta) => console.info('[app]', m, meta)",
      "log(a, b)",
      "console arguments=a arguments=b",
    ],
    ["an object", "const logger = { info: (m) => console.info(m) }", "logger.info(a)", "console arguments=a"],
    ["a method", "const logger = { warn(m) { console.warn(m); } }", "logger.warn(a)", "console arguments=a"],
    [
      "a class",
      "class Logger { info(m) { console.info(this.name, m); } }\nconst log = new Logger('x')",
      "log.info(a)",
      "console arguments=a",
    ],
    [
      "a factory",
      "const make = (name) => ({ info: (m) => console.info(name, m) });\nconst log = make('x')",
      "log.info(a)",
      "console arguments=a arguments='x'",
    ],
    ["a part of a text", "function log(m) { console.log(`[app] ${m}`); }", "log(a)", "console message=a"],
    ["an object in a text", "function log(m) { console.log(`[app] ${m}`); }", "log({ a })"],
    [
      "JSON",
      "function log(m, meta) { console.log(JSON.stringify({ m, ...meta })); }",
      "log('x', { a })",
      "console arguments={ a } arguments='x'",
    ],
    [
      "JSON in a text",
      "function log(m, meta) { console.log(`${m} ${JSON.stringify(meta)}`); }",
      "log('x', { a })",
      "console message='x' arguments={ a }",
    ],
    [
      "a logger of a logger",
      "const write = (m) => console.log(m);\nconst logger = { info: (m) => write('[i]', m) && write(m) }",
      "logger.info(a)",
      "console arguments=a",
    ],
    [
      "the SDK's logger",
      "const logger = { info: (m, meta) => Sentry.logger.info(m, { ...meta, app }) }",
      "logger.info(a, { b })",
      "forwarded arguments=a arguments={ b }",
    ],
    [
      "both",
      "function log(m) { console.log(m); Sentry.logger.info(m); }",
      "log(a)",
      "console arguments=a",
      "forwarded arguments=a",
    ],
    [
      "what stands where it is left out",
      "function log(m, meta) { if (meta) console.log(m, meta); else console.log(m); }",
      "log(a, b)",
      "console arguments=a arguments=b",
    ],
    [
      "by a level",
      "function log(level, m) { if (level === 'error') console.error(m); else console.log(m); }",
      "log('info', a)",
      "console arguments=a",
    ],
    [
      "by a method of the level",
      "function log(level, m) { const write = level === 'error' ? console.error : console.log; write(m); }",
      "log('info', a)",
      "console arguments=a",
    ],
    [
      "by a case of a switch",
      "function log(level, m) { switch (level) { case 'error': console.error(m); break; default: console.log(m); } }",
      "log('info', a)",
      "console arguments=a",
    ],
    [
      "by a constant of its own",
      "function log(m, meta) { const has = meta !== undefined; if (has) console.log(m, meta); }",
      "log(a, b)",
      "console arguments=a arguments=b",
    ],
    [
      "in production",
      "function log(m) { if (process.env.NODE_ENV === 'production') console.log(m); }",
      "log(a)",
      "console arguments=a",
    ],
    [
      "not in tests",
      "function log(m) { if (process.env.NODE_ENV === 'test') return; console.log(m); }",
      "log(a)",
      "console arguments=a",
    ],
    [
      "by a switch of what it is given",
      "function log(level, m) { switch (level) { case 'warn': console.warn(m); break; default: console.log(m); } }",
      "log(level, a)",
      "console arguments=a",
    ],
    [
      "in browsers",
      "function log(m) { if (typeof window !== 'undefined') console.log(m); }",
      "log(a)",
      "console arguments=a",
    ],
    [
      "beside a store of its own",
      "const all = [];\nfunction log(m) { all.push(m); console.log(m); }",
      "log(a)",
      "console arguments=a",
    ],
  ])("%s", (_, logger, call, ...expected) => {
    expect(logged(`${logger}${USE} ${call}; }`)).toEqual(expected);
  });

  it.each([
    ["in development only", "function log(m) { if (process.env.NODE_ENV !== 'production') console.log(m); }"],
    ["behind a return", "function log(m) { if (process.env.NODE_ENV === 'production') return; console.log(m); }"],
    ["where nothing is reached", "function log(m) { return; console.log(m); }"],
    ["where a switch asks for a setting", "function log(m) { switch (mode) { case 'on': console.log(m); } }"],
    ["in an object for development", "const log = import.meta.env.DEV ? (m) => console.log(m) : () => {}"],
    ["where a switch decides", "function log(m) { if (enabled) console.log(m); }"],
    [
      "where a setting decides",
      "class L { log(m) { if (this.enabled) console.log(m); } }\nconst log = (m) => new L().log(m)",
    ],
    [
      "from a level on",
      "const MIN = process.env.LOG_LEVEL;\nfunction log(m) { if (ORDER.info >= ORDER[MIN]) console.log(m); }",
    ],
    ["where a function decides", "function log(m) { if (!shouldLog('info')) return; console.log(m); }"],
    ["scrubbed", "function log(m) { console.log(redact(m)); }"],
    ["scrubbed before", "function log(m) { const safe = redact(m); console.log(safe); }"],
    ["scrubbed in place", "function log(m) { m = redact(m); console.log(m); }"],
    ["its addresses replaced", "function log(m) { console.log(m.replace(/@/g, '')); }"],
    ["as a list that is scrubbed", "function log(...all) { console.log(...all.map(redact)); }"],
    ["without some of its keys", "function log(m) { for (const key of KEYS) delete m[key]; console.log(m); }"],
    [
      "in a copy without some of its keys",
      "function log(m) { const safe = { ...m }; for (const key of KEYS) if (key in safe) safe[key] = '***'; console.log(safe); }",
    ],
    ["by a function that does something else", "function log(m) { console.log('x'); send(m); }"],
    ["for something else", "async function save(m) { console.log(m); return await post(m); }\nconst log = save"],
    ["by a console of its own", "const console = { log() {} };\nfunction log(m) { console.log(m); }"],
    ["in a table", "function log(m) { console.table(m); }"],
  ])("is not sent: %s", (_, logger) => {
    expect(logged(`${logger}${USE} log(a); }`)).toEqual([]);
  });

  it("is not sent where the method is not called for what it is given", () => {
    const log = "function log(level, m) { if (level === 'error') console.error(m); }";
    expect(logged(`${log}${USE} log("info", a); }`)).toEqual([]);
  });

  it.each<[parameters: readonly unknown[] | undefined, call: string, ...expected: string[]]>([
    [undefined, "log(a, b)", "console arguments=a arguments=b"],
    [["data.arguments", "..."], "log(a, b)", "console arguments=a arguments=b"],
    [["_", "data.arguments"], "log(1, a, b)", "console arguments=a"],
    [["message"], "log({ a })"],
    [["message"], "log(`${a}`)", "console message=`${a}`"],
    [[{ error: "data.arguments" }], "log({ a, error: b })", "console arguments=b"],
    [["_ if = error", "data.arguments"], "log('info', a)"],
    [["_ if = error", "data.arguments"], "log('error', a)", "console arguments=a"],
  ])("is what the settings say: %j %s", (parameters, call, ...expected) => {
    const log = { name: "log", from: "./log", calls: "console.info", ...(parameters && { parameters }) };
    const text = `${SDK}import { log } from "./log";\n${call};\nif (import.meta.env.DEV) ${call};`;
    expect(showSendings(detect(text, { settings: { wrappers: [log] } }))).toEqual(expected);
  });

  it("is sent as the settings say of all functions that it may reach", () => {
    const text = `import { log } from "./log";\nlog(a);`;
    const sent = (calls: readonly string[], integrations: object) =>
      showSendings(
        detect(text, {
          settings: { wrappers: [{ name: "log", from: "./log", calls }], automatic: [integrations] },
          path: "a.ts",
        }),
      );
    const levels = { console: ["error"] };
    expect(sent(["console.error"], { console: true, levels })).toEqual(["console arguments=a"]);
    expect(sent(["console.error", "console.log"], { console: true, levels })).toEqual([]);
    expect(sent(["console.error"], { console: false })).toEqual([]);
    expect(sent(["console.error"], { consoleLogs: true })).toEqual(["forwarded arguments=a"]);
    expect(sent(["console.error"], { consoleEvents: true })).toEqual(["captured arguments=a"]);
    expect(sent(["Sentry.logger.info", "console.log"], {})).toEqual(["forwarded arguments=a"]);
  });
});
