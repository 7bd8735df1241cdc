import type { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import { workspace } from "../workspace.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;

/** What passes a value on to Sentry. */
const WAYS = {
  breadcrumbs: (value: string) => `Sentry.addBreadcrumb({ message: ${value} });`,
  console: (value: string) => `console.log(${value});`,
  logs: (value: string) => `Sentry.logger.info(${value});`,
};

type Case = readonly [
  log: (record: (value: string) => string) => string,
  call: string,
  reported: readonly ("log" | "call")[],
];

/** A function that records, its call, and where an address or a number is reported: in the function, or at the call. */
const CASES: Readonly<Record<string, Case>> = {
  "a telling parameter": [(record) => `function log(email) { ${record("email")} }`, "log(user.email)", ["log"]],
  "a default": [(record) => `function log(email = "") { ${record("email")} }`, "log(user.email)", ["log"]],
  "one of several": [(record) => `function log(id, email) { ${record("email")} }`, "log(1, user.email)", ["log"]],
  "a property": [(record) => `function log({ email }) { ${record("email")} }`, "log({ email: user.email })", ["log"]],
  "a property of an object": [
    (record) => `function log(given) { ${record("given.email")} }`,
    "log({ email: user.email })",
    ["log"],
  ],
  "a part of a text": [(record) => `function log(email) { ${record("`to ${email}`")} }`, "log(user.email)", ["log"]],
  "a call that does not tell": [(record) => `function log(email) { ${record("email")} }`, "log(value)", ["log"]],
  "a parameter that does not tell": [(record) => `function log(m) { ${record("m")} }`, "log(user.email)", ["call"]],
  "another kind": [(record) => `function log(email) { ${record("email")} }`, "log(user.password)", ["log", "call"]],
  "another argument": [
    (record) => `function log(m, email) { ${record("`${m} ${email}`")} }`,
    "log(user.email, user.email)",
    ["log", "call"],
  ],
};

const FILES = Object.entries(CASES).flatMap(([, [log, call]], index) =>
  Object.entries(WAYS).flatMap(([way, record]) => [
    [`src/${way}${index}/same.ts`, `${SDK}${log(record)}\nexport function use(user) {\n${call};\n}\n`],
    [`src/${way}${index}/log.ts`, `${SDK}export ${log(record)}\n`],
    [`src/${way}${index}/call.ts`, `import { log } from "./log";\nexport function use(user) { ${call}; }\n`],
  ]),
);

describe("personal data that a function is given", () => {
  let lines: (path: string) => readonly number[];

  beforeAll(async () => {
    const { folder, run } = await workspace({
      "package.json": JSON.stringify({ name: "app", dependencies: { "@sentry/node": "^10.0.0" } }),
      "src/setup.ts": `${SDK}Sentry.init({ dsn, enableLogs: true });\n`,
      ...(Object.fromEntries(FILES) as Readonly<Record<string, string>>),
    });
    const results = JSON.parse((await run("--format", "json")).stdout) as ESLint.LintResult[];
    const found = new Map(
      results.map(({ filePath, messages }) => [
        filePath.slice(folder.length + 1).replaceAll("\\", "/"),
        messages.flatMap(({ line, ruleId }) => (ruleId?.includes("/no-pii") === true ? [line] : [])),
      ]),
    );
    lines = (path) => found.get(path) ?? [];
  }, 60_000);

  describe.each(Object.keys(WAYS))("for %s", (way) => {
    it.each(Object.entries(CASES).map(([title, [, , reported]], index) => [title, reported, index] as const))(
      "is reported once: %s",
      (_, reported, index) => {
        const folder = `src/${way}${index}`;
        expect(lines(`${folder}/same.ts`)).toEqual(reported.map((each) => (each === "log" ? 2 : 4)));
        expect(lines(`${folder}/log.ts`).length).toBe(Number(reported.includes("log")));
        expect(lines(`${folder}/call.ts`).length).toBe(Number(reported.includes("call")));
      },
    );
  });
});
