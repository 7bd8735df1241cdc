import { beforeAll, describe, expect, it } from "vitest";
import type { ESLint } from "eslint";
import { workspace } from "../workspace.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;

/** A module with a logger, and how another file calls it; the first calls are reported, the others are not. */
type Case = readonly [logger: string, use: string, reported: number, ...others: Readonly<Record<string, string>>[]];

const FROM = (what: string, body: string) =>
  `import ${what} from "./logger";\nexport function use(user: User) { ${body} }\n`;
const INFO = `logger.info(\`signed in \${user.email}\`);`;
const OBJECT = `export const logger = { info: (msg: string, meta?: object) => console.info("[app]", msg, meta) };\n`;

const CASES: Readonly<Record<string, Case>> = {
  "an object": [OBJECT, FROM("{ logger }", `${INFO} logger.info("in", { email: user.email });`), 2],
  "an object by another name": [OBJECT, FROM("{ logger as log }", `log.info(user.email);`), 1],
  "a whole module": [OBJECT, FROM("* as lib", `lib.logger.info(user.email);`), 1],
  "a default export": [
    `const logger = { info(msg) { console.info(msg); } };\nexport default logger;\n`,
    FROM("log", `log.info(user.email);`),
    1,
  ],
  "an object that is exported at once": [
    `export default { info(msg) { console.info(msg); } };\n`,
    FROM("log", `log.info(user.email);`),
    1,
  ],
  "a function": [
    `export function logInfo(...all) { console.log("[app]", ...all); }\n`,
    FROM("{ logInfo }", `logInfo("a", 1, user.email);`),
    1,
  ],
  "a class": [
    `export class Logger { constructor(private ctx) {} info(msg) { console.info(\`[\${this.ctx}] \${msg}\`); } }\n`,
    `import { Logger } from "./logger";\nexport class A { private readonly logger = new Logger("a"); use(user: User) { this.logger.info(user.email); } }\n`,
    1,
  ],
  "an instance": [
    `class Logger { info(msg) { console.info(msg); } }\nexport const logger = new Logger();\n`,
    FROM("{ logger }", INFO),
    1,
  ],
  "a factory": [
    `export const createLogger = (name) => ({ info: (msg) => console.info(name, msg) });\n`,
    FROM(
      "{ createLogger }",
      `createLogger("a").info(user.email); const log = createLogger("b"); log.info(user.email);`,
    ),
    2,
  ],
  CommonJS: [
    `exports.logger = { info: (msg) => console.info(msg) };\n`,
    `const { logger } = require("./logger");\nexports.use = (user) => logger.info(user.email);\n`,
    1,
  ],
  "through an index": [
    OBJECT,
    `import { logger } from "./lib";\nexport function use(user: User) { ${INFO} }\n`,
    1,
    { "lib/index.ts": `export * from "../logger";\n` },
  ],
  "the SDK's logger": [
    `${SDK}export const logger = { info: (msg, meta) => Sentry.logger.info(msg, meta) };\n`,
    FROM("{ logger }", `logger.info("in", { email: user.email });`),
    1,
  ],
  "a logger of a logger": [
    `import { writeLog } from "./write";\nexport const logger = { info: (msg) => writeLog(msg) };\n`,
    FROM("{ logger }", INFO),
    1,
    { "write.ts": `export function log(msg) { console.log(msg); }\nexport { log as writeLog };\n` },
  ],
  "an object in a text": [
    `export const logger = { info: (msg) => console.info(\`[app] \${msg}\`) };\n`,
    FROM("{ logger }", `logger.info({ email: user.email });`),
    0,
  ],
  "what is not handed on": [
    `export const logger = { info: (msg) => console.info(msg) };\n`,
    FROM("{ logger }", `logger.info("in", user.email);`),
    0,
  ],
  "in development only": [
    `export const logger = { info: (msg) => { if (process.env.NODE_ENV !== "production") console.info(msg); } };\n`,
    FROM("{ logger }", INFO),
    0,
  ],
  "one for development": [
    `const dev = { info: (msg) => console.info(msg) };\nconst none = { info() {} };\nexport const logger = process.env.NODE_ENV === "development" ? dev : none;\n`,
    FROM("{ logger }", INFO),
    0,
  ],
  "from a level on": [
    `const on = (level) => ORDER[level] >= ORDER[process.env.LEVEL];\nexport const logger = { info(msg) { if (on("info")) console.info(msg); } };\n`,
    FROM("{ logger }", INFO),
    0,
  ],
  scrubbed: [`export const logger = { info: (msg) => console.info(scrub(msg)) };\n`, FROM("{ logger }", INFO), 0],
  "another of this name": [OBJECT, `import { logger } from "other";\nexport function use(user: User) { ${INFO} }\n`, 0],
  "called in development only": [OBJECT, FROM("{ logger }", `if (import.meta.env.DEV) ${INFO}`), 0],
  "called in a test": [OBJECT, FROM("{ logger }", ""), 0, { "a.test.ts": FROM("{ logger }", INFO) }],
};

/** The findings in a project of its own files, by the folder of the case. */
async function foundIn(setup: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const cases = Object.values(CASES).flatMap(([logger, use, , others = {}], index) =>
    Object.entries({ "logger.ts": logger, "use.ts": use, ...others }).map(([name, text]) => [
      `src/c${index}/${name}`,
      text,
    ]),
  );
  const manifest = JSON.stringify({ name: "app", dependencies: { "@sentry/node": "^10.0.0" } });
  const { folder, run } = await workspace({
    "package.json": manifest,
    "src/setup.ts": SDK + setup,
    ...(Object.fromEntries(cases) as Readonly<Record<string, string>>),
  });
  const results = JSON.parse((await run("--format", "json")).stdout) as ESLint.LintResult[];
  return new Map(
    results.map(({ filePath, messages }) => [
      filePath.slice(folder.length + 1),
      messages.map(({ message }) => message),
    ]),
  );
}

describe("loggers of the project in other files", { timeout: 60_000 }, () => {
  let open: ReadonlyMap<string, readonly string[]>;
  let closed: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    open = await foundIn("Sentry.init({ dsn });");
    closed = await foundIn(
      `Sentry.init({ dsn, beforeBreadcrumb: (crumb) => (crumb.category === "console" ? null : crumb) });`,
    );
  }, 60_000);

  it.each(Object.entries(CASES).map(([name, [, , reported]], index) => [name, reported, index] as const))(
    "reports at the call: %s",
    (_, reported, index) => {
      const found = [...open].filter(([path]) => path.startsWith(`src/c${index}/`));
      expect(found.map(([path, messages]) => [path.split("/").at(-1), messages.length])).toEqual(
        reported === 0
          ? found.map(([path]) => [path.split("/").at(-1), 0])
          : expect.arrayContaining([["use.ts", reported]]),
      );
    },
  );

  it("says through which function", () => {
    expect(open.get("src/c0/use.ts")?.[0]).toContain(
      "This call reaches Sentry through `logger.info` of src/c0/logger.ts.",
    );
  });

  it("reports nothing where the console is not recorded", () => {
    expect([...closed].filter(([, messages]) => messages.length > 0).map(([path]) => path)).toEqual([
      `src/c${Object.keys(CASES).indexOf("the SDK's logger")}/use.ts`,
    ]);
  });
});
