import { describe, expect, it } from "vitest";
import { detect } from "../../support/detect.ts";

/** How many calls of the console of a text are recorded. */
function recorded(text: string): number {
  return detect(`import * as Sentry from "@sentry/node";\n${text}`).sendings.length;
}

/** What holds in development or in tests only; what precedes it stands before a line break. */
const DEVELOPMENT = [
  "__DEV__",
  "isDev",
  "IS_DEVELOPMENT",
  "devMode",
  "config.isDev",
  "this.env.isDevelopment",
  "getConfig().isDev",
  "isDev()",
  "!isProduction",
  "!!isDev",
  "Boolean(isDev)",
  "isDev as boolean",
  "isDev && verbose",
  "verbose && isDev",
  "!(isProd || quiet)",
  "import.meta.env.DEV",
  "!import.meta.env.PROD",
  "import.meta.env.MODE === 'test'",
  "import.meta.dev",
  "process.dev",
  "!environment.production",
  "!app.isPackaged",
  "process.env.NODE_ENV !== 'production'",
  "process.env['NODE_ENV'] != `production`",
  "'development' === process.env?.NODE_ENV",
  "env.NODE_ENV === 'development'",
  "process.env.APP_ENV === 'local'",
  "['development', 'test'].includes(process.env.NODE_ENV)",
  "!['production'].includes(process.env.NODE_ENV)",
  "window.location.hostname === 'localhost'",
  "location.host.includes('localhost')",
  "isProduction ? false : verbose && isDev",
  "isDev ?? false",
  "isDev ? verbose : false",
  "verbose ? isDev : __DEV__",
  "const options = { mode: process.env.NODE_ENV };\noptions.mode !== 'production'",
  "false",
  "const DEV = process.env.NODE_ENV !== 'production';\nDEV",
  "const { NODE_ENV } = process.env;\nNODE_ENV === 'development'",
  "const { DEV } = import.meta.env;\nDEV",
  "const mode = process.env.NODE_ENV ?? 'development';\nmode !== 'production'",
  "const debug = isDev && verbose;\ndebug",
  "const debug = false;\ndebug",
  "const debugging = () => process.env.NODE_ENV === 'development';\ndebugging()",
  "function debugging() { return __DEV__; }\ndebugging()",
  "const options = { debug: !isProduction };\noptions.debug",
  "import { isDev } from './env';\nisDev",
  "import config from './config';\nconfig.isDevelopment",
  "import { dev } from '$app/environment';\ndev",
  "import { DEV as verbose } from 'esm-env';\nverbose",
];

/** What may hold in production, too. */
const UNKNOWN = [
  "verbose",
  "1",
  "['development', , 'test'].includes(process.env.NODE_ENV)",
  "flags.has('development')",
  "debug",
  "process.env.DEBUG",
  "process.env.NODE_ENV === name",
  "process.env.NODE_ENV === 'staging'",
  "process.env.PLAN !== 'production'",
  "plan !== 'production'",
  "process.env.NODE_ENV < 'production'",
  "[name].includes(process.env.NODE_ENV)",
  "names.includes(process.env.NODE_ENV)",
  "location.hostname === 'example.com'",
  "isDev || verbose",
  "!(isProduction && quiet)",
  "-isDev",
  "verbose ?? isDev",
  "verbose ? isDev : true",
  "dev",
  "device",
  "development.length",
  "import { dev } from './people';\ndev",
  "const debug = process.env.DEBUG;\ndebug",
  "let debug = false; debug = options.debug;\ndebug",
  "const debugging = () => { start(); return isDev; };\ndebugging()",
  "const a = () => b(); const b = () => a();\na()",
];

const PRODUCTION = [
  "isProduction && !isDev",
  "['production', 'staging'].includes(process.env.NODE_ENV)",
  "process.env.NODE_ENV !== 'test'",
  "isProduction",
  "!__DEV__",
  "import.meta.env.PROD",
  "process.env.NODE_ENV === 'production'",
  "process.env.NODE_ENV !== 'development'",
  "const PROD = process.env.NODE_ENV === 'production';\nPROD",
];

type Place = readonly [name: string, write: (test: string) => string];

/** Where a call stands that is made if a test holds. */
const IF: readonly Place[] = [
  ["if", (test) => `if (${test}) console.info('a');`],
  ["block", (test) => `if (${test}) { console.info('a'); }`],
  ["&&", (test) => `(${test}) && console.info('a');`],
  ["else of the inverse", (test) => `if (!(${test})) { save(); } else { console.info('a'); }`],
  ["conditional", (test) => `(${test}) ? console.info('a') : save();`],
  ["callback", (test) => `if (${test}) { on('a', () => { if (b) console.info('a'); }); }`],
  ["chosen function", (test) => `const log = (${test}) ? console.info : () => {}; log('a');`],
  ["early return of the inverse", (test) => `function f() { if (!(${test})) return; console.info('a'); }`],
];

/** Where a call stands that is made unless a test holds. */
const UNLESS: readonly Place[] = [
  ["early return", (test) => `function f() { if (${test}) return; console.info('a'); }`],
  [
    "early return in a block",
    (test) => `const f = () => { if (${test}) { save(); return; } if (b) console.info('a'); };`,
  ],
  ["early return in else", (test) => `function f() { if (!(${test})) { save(); } else return; console.info('a'); }`],
  ["throw", (test) => `function f() { if (${test}) throw new Error(); console.info('a'); }`],
  ["continue", (test) => `for (const a of all) { if (${test}) continue; console.info('a'); }`],
  ["||", (test) => `(${test}) || console.info('a');`],
  ["else", (test) => `if (${test}) { save(); } else { console.info('a'); }`],
  ["other arm", (test) => `(${test}) ? save() : console.info('a');`],
];

function rows(tests: readonly string[], places: readonly Place[]): readonly (readonly [string, string])[] {
  return tests.flatMap((test) =>
    places.map(([name, write]) => {
      const [condition = "", ...before] = test.split("\n").toReversed();
      return [`${name}: ${test}`, [...before, write(condition)].join("\n")] as const;
    }),
  );
}

describe("what is done in development only", () => {
  it.each([...rows(DEVELOPMENT, IF), ...rows(PRODUCTION, UNLESS)])("is not recorded: %s", (_, text) => {
    expect(recorded(text)).toBe(0);
  });

  it.each([...rows([...UNKNOWN, ...PRODUCTION], IF), ...rows([...UNKNOWN, "isDev"], UNLESS)])(
    "is not what may be done in production: %s",
    (_, text) => {
      expect(recorded(text)).toBe(1);
    },
  );

  it.each([
    ["switch (process.env.NODE_ENV) { case 'development': console.info('a'); }", 0],
    ["const mode = process.env.NODE_ENV; switch (mode) { case 'test': case 'development': console.info('a'); }", 0],
    ["switch (process.env.NODE_ENV) { case 'production': break; default: console.info('a'); }", 0],
    ["switch (process.env.NODE_ENV) { case 'production': case 'test': console.info('a'); }", 1],
    ["switch (process.env.NODE_ENV) { default: console.info('a'); }", 1],
    ["switch (process.env.NODE_ENV) { case 'production': console.info('a'); }", 1],
    ["switch (process.env.NODE_ENV) { case name: console.info('a'); }", 1],
    ["switch (plan) { case 'development': console.info('a'); }", 1],
    ["function f() { if (isProduction) return; save(); function save() { console.info('a'); } }", 1],
    ["function f() { if (isProduction) log(); console.info('a'); }", 1],
    ["function f() { return; console.info('a'); }", 0],
    ["function f() { return work(); function work() { console.info('a'); } }", 1],
    ["if (isDev) return;", 0],
  ])("is told by statements: %s", (text, expected) => {
    expect(recorded(text)).toBe(expected);
  });
});
