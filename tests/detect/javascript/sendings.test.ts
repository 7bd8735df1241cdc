import { describe, expect, it } from "vitest";
import { detect, type DetectOptions } from "../../support/detect.ts";
import { showSendings } from "../../support/sendings.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;

function sendings(text: string, options?: DetectOptions): readonly string[] {
  return showSendings(detect(text, options));
}

describe("what a file hands to Sentry beside breadcrumbs", () => {
  it.each([
    ["Sentry.logger.info('a', { b })", "logger message='a' attributes={ b }"],
    ["Sentry.logger.warning('a')", "logger message='a'"],
    ["const { logger } = Sentry; logger.info('a')", "logger message='a'"],
    ["const { info } = Sentry.logger; info('a')", "logger message='a'"],
    ["const log = Sentry.logger; log.error('a')", "logger message='a'"],
    ["Sentry.setUser({ id })", "user user={ id }"],
    ["Sentry.setTag('email', email)", "tag tag=email:email"],
    ["Sentry.setTag(key, email)", "tag tag=?:email"],
    ["Sentry.setTags({ a })", "tag tags={ a }"],
    ["Sentry.setExtra('a', b)", "extra extra=a:b"],
    ["Sentry.setContext('a', { b })", "context context={ b }"],
    ["Sentry.captureMessage(`a ${b}`, { extra })", "message message=`a ${b}` context={ extra }"],
    ["Sentry.captureException(err, { extra })", "exception exception=err context={ extra }"],
    ["Sentry.setAttribute('a', b)", "attribute attribute=a:b"],
    ["Sentry.getIsolationScope().setAttributes({ a })", "attribute attributes={ a }"],
    ["Sentry.updateSpanName(span, `a ${b}`)", "span name=`a ${b}`"],
    ["Sentry.getClient()?.captureMessage(a)", "message message=a"],
    ["const client = Sentry.getClient(); client.captureException(a)", "exception exception=a"],
    ["Sentry.init({ dsn, initialScope: { user: { id }, tags } })", "context initialScope={ user: { id }, tags }"],
    ["Sentry.withScope((scope) => { scope.setUser({ id }); })", "user user={ id }"],
    ["Sentry.getCurrentScope().setTag('a', b)", "tag tag=a:b"],
    ["Sentry.getCurrentScope().update({ user: { a } })", "context context={ user: { a } }"],
    ["Sentry.withScope((scope) => { scope.setFingerprint([a]); })", "message fingerprint=[a]"],
    ["Sentry.getCurrentScope().setTransactionName(a)", "message name=a"],
    ["Sentry.startTransaction({ name: a })", "span options={ name: a }"],
    ["Sentry.metrics.increment('a', 1, { tags: { b } })", "metric options={ tags: { b } }"],
    ["Sentry.startSpan({ name, attributes }, () => {})", "span options={ name, attributes }"],
    ["Sentry.getActiveSpan()?.setAttribute('a', b)", "span attribute=a:b"],
    [
      "Sentry.startInactiveSpan({ name: 'a' }).setAttributes({ b })",
      "span options={ name: 'a' }",
      "span attributes={ b }",
    ],
    [
      "Sentry.startSpan({ name: 'a' }, (span) => { span.setAttribute('a', b); })",
      "span options={ name: 'a' }",
      "span attribute=a:b",
    ],
    ["Sentry.metrics.count('a', 1, { attributes: { b } })", "metric options={ attributes: { b } }"],
    ["console.info('a', b)", "console arguments='a' arguments=b"],
    ["window.console.info('a')", "console arguments='a'"],
    ["console.assert(a, b)", "console arguments=b"],
    ["global.console.info('a')", "console arguments='a'"],
    ["const { log } = console; log('a')", "console arguments='a'"],
    ["const out = console; out.warn('a')", "console arguments='a'"],
    ["const log = console.log; log('a')", "console arguments='a'"],
    ["console.info.call(console, 'a')", "console arguments='a'"],
    ["Sentry.logger['info']('a')", "logger message='a'"],
    ["Sentry.setUser(...list)", "user"],
  ])("%s", (text, ...expected) => {
    expect(sendings(SDK + text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    "logger.info('a')",
    "Sentry.logger.fmt`a ${b}`",
    "Sentry.addBreadcrumb({ message: 'a' })",
    "import { logger } from '@sentry/utils'; logger.log('a')",
    "import { logger } from '@sentry/core'; logger.log('a')",
    "const f = (scope) => { scope.run(f); scope.setUser({ id }); };",
    "const f = (a) => { a.run(g); a.setTag('b', c); }; const g = (b) => { b.run(f); b.setTag('b', c); };",
    "scope.setUser({ id })",
    "client().captureMessage(a)",
    "Sentry.init(options); Sentry.init(); Sentry.init({ dsn })",
    "const { setUser } = scopes(); setUser({ id })",
    "scopes()[method]({ id }); logger[method]('a')",
    "map.setTag('a', b)",
    "const console = makeConsole(); console.info('a')",
    "console.table(rows)",
  ])("nothing: %s", (text) => {
    expect(sendings(SDK + text)).toEqual([]);
  });

  const PINO = "import pino from 'pino'; Sentry.init({ integrations: [Sentry.pinoIntegration()] });";
  const WINSTON = "import winston from 'winston'; const T = Sentry.createSentryWinstonTransport(Transport);";

  it.each([
    [`${PINO} const log = pino(); log.info({ a }, 'b');`, "forwarded arguments={ a } arguments='b'"],
    [`${PINO} pino({ level }).warn(a);`, "forwarded arguments=a"],
    [`${PINO} const log = pino().child({ a }); log.error('b');`, "forwarded arguments='b'"],
    [
      `${WINSTON} const log = winston.createLogger({}); log.notice('a', { b });`,
      "forwarded arguments='a' arguments={ b }",
    ],
    [`${WINSTON} import { createLogger } from 'winston'; createLogger().log('info', a);`, "forwarded arguments=a"],
    [
      `${WINSTON} winston.createLogger().log({ level: 'info', message: a });`,
      "forwarded arguments={ level: 'info', message: a }",
    ],
    [
      "Sentry.init({ defaultIntegrations: false, integrations: [Sentry.consoleLoggingIntegration()] }); console.info(a);",
      "forwarded arguments=a",
    ],
    ["Sentry.init({ integrations: [Sentry.consoleLoggingIntegration()] }); console.info(a);", "console arguments=a"],
  ])("is sent as a log: %s", (text, expected) => {
    expect(sendings(SDK + text)).toEqual([expected]);
  });

  it.each([
    "import pino from 'pino'; const log = pino(); log.info(a);",
    `${PINO} const log = pino(); log.silly(a); log.child(a); log[level](a);`,
    `${PINO} if (isDev) pino().info(a);`,
    `${PINO} import { logger } from './logger'; logger.info(a);`,
    `${PINO} const log = other(); log.info(a);`,
    `${PINO} const log = winston.createLogger(); log.info(a);`,
    "import pino from 'pino'; Sentry.pinoIntegration({ autoInstrument: false }); pino().info(a);",
    "import pino from 'pino'; Sentry.pinoIntegration({ ...options }); pino().info(a);",
    "import pino from 'pino'; Sentry.pinoIntegration(...options); pino().info(a);",
    "import w from 'winston'; Sentry.createSentryWinstonTransport(T, { levels }); w.createLogger().info(a);",
  ])("is not sure to be sent as a log: %s", (text) => {
    expect(sendings(SDK + text)).toEqual([]);
  });

  it.each([
    ["import { logger } from './logger'; logger.info(a);", 1],
    ["import log from '@/lib/log'; log.info(a);", 1],
    ["import { requestLogger } from '../log'; requestLogger.warn(a);", 1],
    ["import { logger } from 'other'; logger.info(a);", 0],
    ["import { account } from './account'; account.info(a);", 0],
    ["import pino from 'pino'; pino().info(a);", 1],
    ["logger.info(a);", 0],
  ])("is sent as a log where the settings say that pino's are: %s", (text, count) => {
    expect(sendings(text, { settings: { integrations: { pino: true } } })).toHaveLength(count);
    expect(sendings(text, { settings: { integrations: { pino: false } } })).toHaveLength(0);
  });

  const SET_UP = {
    pino: (options: string) => `import pino from 'pino'; const log = pino(); Sentry.pinoIntegration(${options});`,
    winston: (options: string) =>
      `import w from 'winston'; const log = w.createLogger(); Sentry.createSentryWinstonTransport(T, ${options});`,
    consoleLogs: (options: string) =>
      `Sentry.init({ defaultIntegrations: false }); const log = console; Sentry.consoleLoggingIntegration(${options});`,
  };
  const NARROWED = {
    pino: '{ log: { levels: ["error"] } }',
    winston: '{ levels: ["error"] }',
    consoleLogs: '{ levels: ["error"] }',
  };
  const LEVELS = (integration: keyof typeof SET_UP) => ({ [integration]: true, levels: { [integration]: ["error"] } });

  describe.each(Object.keys(SET_UP) as (keyof typeof SET_UP)[])("by its level, where %s sends some", (integration) => {
    const setUp = SET_UP[integration];
    const narrowed = NARROWED[integration];

    it.each<[what: string, text: string, automatic: object, error: number, info: number]>([
      ["by default", setUp(""), {}, 1, 1],
      ["by other options", setUp("{ handled: true }"), {}, 1, 1],
      ["by the file's options", setUp(narrowed), {}, 1, 0],
      ["by a variable", `const some = ${narrowed}; ${setUp("some")}`, {}, 1, 0],
      ["by a list in a variable", `const some = ["error"]; ${setUp(narrowed.replace('["error"]', "some"))}`, {}, 1, 0],
      ["by options of others", setUp("options"), {}, 0, 0],
      ["by levels of others", setUp(narrowed.replace('["error"]', "given")), {}, 0, 0],
      ["by no level", setUp(narrowed.replace('["error"]', "[]")), {}, 0, 0],
      ["by the settings", setUp(""), LEVELS(integration), 1, 0],
      ["by the file where the settings name no levels", setUp(narrowed), { [integration]: true }, 1, 0],
      ["by the settings before the file", setUp(narrowed.replace("error", "info")), LEVELS(integration), 1, 0],
      ["by settings without levels", setUp("options"), { [integration]: true }, 1, 1],
      ["by settings that switch it off", setUp(""), { [integration]: false }, 0, 0],
    ])("%s", (_, text, automatic, error, info) => {
      const options = { settings: { automatic: [automatic] }, path: "/x/src/a.js" };
      expect(sendings(`${SDK}${text} log.error(a);`, options)).toHaveLength(error);
      expect(sendings(`${SDK}${text} log.info(a);`, options)).toHaveLength(info);
    });
  });

  it.each(["pino", "winston"] as const)("is of a level by the settings in files that set nothing up: %s", (library) => {
    const options = { settings: { automatic: [LEVELS(library)] }, path: "/x/src/a.js" };
    const text = "import { logger } from './logger'; logger.error(a); logger.info(b);";
    expect(sendings(text, options)).toEqual(["forwarded arguments=a"]);
  });

  it.each([
    ["log.log('error', a);", 1],
    ["log.log('info', a);", 0],
    ["const level = 'error'; log.log(level, a);", 1],
    ["log.log(level, a);", 0],
    ["log.crit(a);", 0],
    ["log.log();", 0],
  ])("is known to be of a level that is sent: %s", (text, count) => {
    expect(sendings(SDK + SET_UP.winston(NARROWED.winston) + text)).toHaveLength(count);
  });

  it.each([
    ["silly", "trace"],
    ["http", "debug"],
    ["notice", "info"],
    ["warning", "warn"],
    ["emerg", "fatal"],
  ])("has the level that the SDK knows winston's by: %s is %s", (method, level) => {
    const options = (levels: string) => SET_UP.winston(`{ levels: ["${levels}"] }`);
    expect(sendings(`${SDK}${options(level)} log.${method}(a);`)).toHaveLength(1);
    expect(sendings(`${SDK}${options("error")} log.${method}(a);`)).toHaveLength(0);
  });

  it.each([
    ["{ customLevelMap }", 1],
    ['{ customLevelMap, levels: ["error"] }', 0],
  ])("may have another level in the SDK by winston's options: %s", (options, count) => {
    expect(sendings(`${SDK}${SET_UP.winston(options)} log.error(a);`)).toHaveLength(count);
  });

  const FIELDS = (member: string) => `class A { ${member} f() { this.logger.info(a); } }`;

  it.each([
    [`import pino from 'pino'; ${FIELDS("logger = pino();")}`, 1],
    [`import pino from 'pino'; ${FIELDS("logger = pino({ level }).child({ a });")}`, 1],
    [`import pino from 'pino'; ${FIELDS("constructor() { this.logger = pino(); }")}`, 1],
    [`import { type Logger } from 'pino'; ${FIELDS("constructor(private readonly logger: Logger) {}")}`, 1],
    [`import type pino from 'pino'; ${FIELDS("private logger: pino.Logger;")}`, 1],
    [`import { PinoLogger } from 'nestjs-pino'; ${FIELDS("constructor(private readonly logger: PinoLogger) {}")}`, 1],
    [`import { Logger } from 'nestjs-pino'; ${FIELDS("private readonly logger = new Logger(options);")}`, 1],
    ["import type { Logger } from 'pino'; function f(log: Logger) { log.info(a); }", 1],
    ["import { Logger } from 'nestjs-pino'; function f(app) { const log: Logger = app.get(Logger); log.log(a); }", 1],
    [`import { Logger } from './types'; ${FIELDS("constructor(private readonly logger: Logger) {}")}`, 0],
    [`import { Logger } from '@nestjs/common'; ${FIELDS("private readonly logger = new Logger(A.name);")}`, 0],
    [`import { Logger } from 'tslog'; ${FIELDS("private readonly logger = new Logger(A.name);")}`, 0],
    [FIELDS("constructor(private readonly logger: pino.Logger) {}"), 0],
    [FIELDS("private readonly logger: { info(text: string): void };"), 0],
    ["import pino from 'pino'; pino.info(a); log(a);", 0],
  ])("is sent as a log by a logger of a class or a type: %s", (text, count) => {
    expect(sendings(text, { settings: { integrations: { pino: true } } })).toHaveLength(count);
  });

  const LOGGERS = {
    winston: [
      { name: "logger", from: ["@acme/logger", "*/log"] },
      { name: "default", from: "*/default" },
      { name: "getLogger", from: ["@acme/logger"] },
      { name: "Logger", from: ["@nestjs/common"] },
    ],
  };

  it.each([
    ["import { logger } from '@acme/logger'; logger.info('a', { b });", "forwarded arguments='a' arguments={ b }"],
    ["import { logger as log } from '../log'; log.log('info', a);", "forwarded arguments=a"],
    ["const { logger } = require('./log'); logger.silly(a);", "forwarded arguments=a"],
    ["const log = require('./log'); log.logger.silly(a);", "forwarded arguments=a"],
    ["import * as log from './log'; log.logger.silly(a);", "forwarded arguments=a"],
    ["import any from './default'; any.info(a);", "forwarded arguments=a"],
    ["import { getLogger } from '@acme/logger'; getLogger('a').info(b);", "forwarded arguments=b"],
    ["import { getLogger } from '@acme/logger'; const log = getLogger('a'); log.info(b);", "forwarded arguments=b"],
    ["import { logger } from '@acme/logger'; logger.child({ a }).info(b);", "forwarded arguments=b"],
    [`import { Logger } from '@nestjs/common'; ${FIELDS("logger = new Logger(A.name);")}`, "forwarded arguments=a"],
    ["import { Logger } from '@nestjs/common'; new Logger('a').log(b, c);", "forwarded arguments=b arguments=c"],
    ["import { Logger } from '@nestjs/common'; Logger.verbose(a);", "forwarded arguments=a"],
    ["import { createLogger } from 'winston'; createLogger().info(a);", "forwarded arguments=a"],
    ["import { logger } from './logger'; logger.info(a);", undefined],
    ["import { log } from '@acme/logger'; log.info(a);", undefined],
    ["import { Logger } from './nest'; new Logger('a').log(b);", undefined],
    ["import { logger } from '@acme/logger'; logger.end(a); logger(a);", undefined],
  ])("is sent as a log by the loggers that the settings name: %s", (text, expected) => {
    const automatic = [{ winston: true }, { files: "*/src/*", loggers: LOGGERS }];
    const found = sendings(text, { settings: { automatic }, path: "/x/src/a.ts" });
    expect(found).toEqual(expected === undefined ? [] : [expected]);
  });

  const CAPTURE = "Sentry.init({ defaultIntegrations: false, integrations: [Sentry.captureConsoleIntegration(";

  it.each([
    [`${CAPTURE})] }); console.info(a); console.assert(b, c);`, ["captured arguments=a", "captured arguments=c"]],
    [`${CAPTURE}{ handled: false })] }); console.log(a);`, ["captured arguments=a"]],
    [`${CAPTURE}{ levels: ["error"] })] }); console.info(a); console.error(b);`, ["captured arguments=b"]],
    [
      `const levels = ["error"]; ${CAPTURE}{ levels })] }); console.info(a); console.error(b);`,
      ["captured arguments=b"],
    ],
    [`const o = { levels: ["warn"] }; ${CAPTURE}o)] }); console.warn(a); console.error(b);`, ["captured arguments=a"]],
    [
      `${CAPTURE}{ levels: ["warn", "error"] })] }); Sentry.captureConsoleIntegration({ levels: ["error"] }); console.warn(a); console.error(b);`,
      ["captured arguments=b"],
    ],
    [
      "import { CaptureConsole } from '@sentry/integrations'; Sentry.init({ integrations: [new CaptureConsole({ levels: ['error'] })] }); console.error(a);",
      ["captured arguments=a"],
    ],
    [
      "Sentry.init({ integrations: [Sentry.captureConsoleIntegration({ levels: ['error'] })] }); console.error(a); console.info(b);",
      ["captured arguments=a", "console arguments=b"],
    ],
    [
      "Sentry.init({ defaultIntegrations: false, integrations: [Sentry.captureConsoleIntegration({ levels: ['error'] }), Sentry.consoleLoggingIntegration()] }); console.error(a); console.info(b);",
      ["captured arguments=a", "forwarded arguments=b"],
    ],
    [`${CAPTURE}{ levels: [] })] }); console.error(a);`, []],
    [`${CAPTURE}{ levels })] }); console.error(a);`, []],
    [`${CAPTURE}{ ...options })] }); console.error(a);`, []],
    [`${CAPTURE}...options)] }); console.error(a);`, []],
    [`${CAPTURE}options)] }); console.error(a);`, []],
    [`${CAPTURE})] }); if (isDev) console.error(a);`, []],
  ])("becomes an event of the console: %s", (text, expected) => {
    expect(sendings(SDK + text)).toEqual(expected);
  });

  it("becomes an event, and is recorded as a breadcrumb as well", () => {
    const text = "Sentry.init({ integrations: [Sentry.captureConsoleIntegration()] }); console.error(a);";
    expect(detect(SDK + text).sendings.map(({ breadcrumb }) => breadcrumb?.door)).toEqual(["console"]);
    expect(detect(`${SDK}${CAPTURE})] }); console.error(a);`).sendings.map(({ breadcrumb }) => breadcrumb)).toEqual([
      undefined,
    ]);
  });

  it.each<[settings: Record<string, unknown>, expected: string[]]>([
    [{ integrations: { consoleEvents: true } }, ["captured arguments=a", "captured arguments=b"]],
    [{ integrations: { consoleEvents: false } }, []],
    [{ integrations: { consoleEvents: "browser" } }, []],
    [{ integrations: { consoleEvents: "server" } }, ["captured arguments=a", "captured arguments=b"]],
  ])("becomes an event where the settings say so: %j", (settings, expected) => {
    expect(sendings("import fs from 'node:fs'; console.info(a); console.error(b);", { settings })).toEqual(expected);
  });

  it("is nothing of the console where no SDK is seen, unless the settings say so", () => {
    expect(sendings("console.info('a')")).toEqual([]);
    expect(sendings("console.info('a')", { settings: { integrations: { console: true } } })).toEqual([
      "console arguments='a'",
    ]);
    expect(sendings(SDK + "console.info('a')", { settings: { integrations: { console: false } } })).toEqual([]);
  });

  it("is of the console what the settings or the file's own integration say", () => {
    const code = "console.info('a'); console.warn('b');";
    const settings = { automatic: [{ console: true, levels: { console: ["warn"] } }] };
    expect(sendings(code, { settings, path: "/x/a.js" })).toEqual(["console arguments='b'"]);
    const own = "Sentry.init({ integrations: [Sentry.consoleIntegration({ levels: ['info'] })] });";
    expect(sendings(SDK + own + code)).toEqual(["console arguments='a'"]);
  });

  it.each([
    ["", true, true],
    ['import fs from "node:fs";', false, true],
    ['import { NextResponse } from "next/server";', false, true],
    ["'use server';", false, true],
    ["'use client';", true, false],
    ['import { useRouter } from "next/navigation";', true, false],
  ])("is of the side that a file is of: %s", (text, inBrowser, onServer) => {
    const count = (console: "browser" | "server") =>
      sendings(`${text} console.info('a')`, { settings: { integrations: { console } } }).length;
    expect([count("browser"), count("server")]).toEqual([Number(inBrowser), Number(onServer)]);
  });

  it.each([
    ["#!/usr/bin/env node\nconsole.info('a')", 0],
    ["console.info('a'); process.exit(1);", 0],
    ["import 'dotenv/config'; console.info('a');", 0],
    ["console.info(Deno.env)", 0],
    ["import { serve } from 'https://deno.land/std/http/server.ts'; console.info('a');", 0],
    ["export function f() { console.info('a'); process.exit(1); }", 1],
    ["import './sentry.js'; console.info('a'); process.exit(1);", 1],
    ["import pg from 'pg';\nasync function run() { console.info('a'); }\nrun();", 0],
    ["const pg = require('pg');\nasync function run() { console.info('a'); }\nrun().catch(console.error);", 0],
    ["import pg from 'pg';\nimport { a } from './a.js';\nasync function run() { console.info('a'); }\nrun();", 1],
    ["import pg from 'pg';\nimport { a } from '@/a';\nasync function run() { console.info('a'); }\nrun();", 1],
    ["const pg = require('pg');\nasync function run() { console.info('a'); }\nrun();\nmodule.exports = run;", 1],
    ["import pg from 'pg';\nasync function run() { console.info('a'); }\non(run);", 1],
    ["async function run() { console.info('a'); }\nrun();", 1],
  ])("is nothing of programs in which no SDK listens: %s", (text, expected) => {
    expect(sendings(text, { settings: { integrations: { console: true } } })).toHaveLength(expected);
  });

  it("is nothing of the console where a hook of the file may drop it", () => {
    const hook = (does: string) => `${SDK}Sentry.init({ beforeBreadcrumb: (crumb) => ${does} }); console.info('a');`;
    expect(sendings(hook("crumb"))).toEqual(["console arguments='a'"]);
    expect(sendings(hook("crumb.category === 'console' ? null : crumb"))).toEqual([]);
  });
});

describe("what is recorded of addresses", () => {
  it.each([
    ["fetch(`/reset?email=${email}`)", "fetch url=`/reset?email=${email}`"],
    ["window.fetch('/a', { body: email })", "fetch url='/a'"],
    ["import axios from 'axios'; axios.get('/a', { params: { email }, headers })", "xhr url='/a' params={ email }"],
    ["import axios from 'axios'; axios({ url: '/a', params })", "xhr url='/a' params=params"],
    ["const xhr = new XMLHttpRequest(); xhr.open('GET', address)", "xhr url=address"],
    ["history.pushState(null, '', `/a?email=${email}`)", "history to=`/a?email=${email}`"],
    ["router.push({ pathname: '/a', query: { email }, state })", "history pathname='/a' query={ email }"],
    ["this.$router.replace({ path: '/a', query })", "history path='/a' query=query"],
    ["navigate(`/a/${id}`)", "history to=`/a/${id}`"],
  ])("by a browser: %s", (text, expected) => {
    expect(sendings(`import "@sentry/browser"; import * as Sentry from "@sentry/browser"; ${text}`)).toEqual([
      expected,
    ]);
    const all = (to: boolean) => ({ settings: { integrations: { fetch: to, xhr: to, history: to } } });
    expect(sendings(text, all(true))).toEqual([expected]);
    expect(sendings(text, all(false))).toEqual([]);
    expect(sendings(text)).toEqual([]);
  });

  it.each([
    ["fetch('/a')", "fetch url='/a'"],
    ["import axios from 'axios'; axios.post('/a', { url: email }, { params })", "http url='/a' params=params"],
    ["router.push('/a')"],
  ])("by a server: %s", (text, ...expected) => {
    expect(sendings(`${SDK}${text}`)).toEqual(expected);
    expect(sendings(text, { settings: { integrations: { fetch: true, http: true } } })).toEqual(expected);
  });

  it("by React Native, whose fetch is made of its XMLHttpRequest", () => {
    const xhr = { settings: { integrations: { xhr: true } } };
    expect(sendings("fetch('/a'); router.push('/b')", xhr)).toEqual(["xhr url='/a'"]);
  });

  it.each(["if (__DEV__) fetch('/a')", "fetch()", "fetch(...all)", "api.get('/a')", "list.push(user.email)"])(
    "nothing: %s",
    (text) => {
      expect(sendings(text, { settings: { integrations: { fetch: true, xhr: true, history: true } } })).toEqual([]);
    },
  );
});
