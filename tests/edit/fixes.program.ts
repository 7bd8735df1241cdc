import { createRequire } from "node:module";
import { runInNewContext } from "node:vm";
import * as Sentry from "sentry-node-10";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { fixed, lint } from "../robustness/support.ts";

/**
 * Programs with a fault each that a rule mends unasked. `t` notes that a value was computed, and hands it back; what the
 * rule is to have left in the text follows.
 */
const PROGRAMS: Readonly<Record<string, readonly [rule: string, code: string, left: string]>> = {
  "a level": [
    "valid-level",
    `Sentry.addBreadcrumb({ message: t("a"), level: "warn" as any, data: { n: t(1) } });`,
    `"warning"`,
  ],
  "a level of a shared constant": [
    "valid-level",
    `const LEVEL: any = "warn"; Sentry.addBreadcrumb({ message: "a", level: LEVEL }); t(LEVEL);`,
    `"warn"`,
  ],
  "a level of a declared type": [
    "valid-level",
    `const LEVEL: "warn" | "info" = "warn"; Sentry.addBreadcrumb({ message: t("a"), level: LEVEL as any });`,
    `= "warn"`,
  ],
  "a level that a function hands out": [
    "valid-level",
    `const level = () => "warn"; t(level()); Sentry.addBreadcrumb({ message: "a", level: level() as any });`,
    `"warn"`,
  ],
  "a level that a wrapper reads, too": [
    "valid-level",
    `function track(level: any) { t(level); Sentry.addBreadcrumb({ message: "a", level }); } track("warn");`,
    `"warn"`,
  ],
  "a breadcrumb that goes elsewhere, too": [
    "valid-level",
    `const crumb: any = { message: "a", level: "warn" }; Sentry.addBreadcrumb(crumb); t(crumb);`,
    `"warn"`,
  ],
  "a timestamp": [
    "valid-timestamp",
    `Sentry.addBreadcrumb({ message: t("a"), timestamp: Date.now(), data: { n: t(1) } });`,
    `/ 1000`,
  ],
  "a hook": [
    "valid-before-breadcrumb",
    `const options: Sentry.NodeOptions = {
       beforeBreadcrumb: (crumb): any => { t(crumb.message ?? null); if (crumb.category === "x") return false; return crumb; },
     };
     t(typeof options); Sentry.addBreadcrumb({ message: "a" });`,
    `return null`,
  ],
  "a category": [
    "known-category",
    `Sentry.addBreadcrumb({ message: t("a"), category: "Cart", data: { n: t(1) } });`,
    `"cart"`,
  ],
  "a scope": [
    "valid-level",
    `Sentry.withScope((scope) => { t("in"); scope.addBreadcrumb({ message: t("a"), level: "warn" as any }); Sentry.captureMessage("inside"); });`,
    `"warning"`,
  ],
};

const HEAD = `import * as Sentry from "@sentry/node";\ndeclare function t<T>(value: T): T;\n`;
const CASES = Object.entries(PROGRAMS).map(([name, [rule, body, left]]) => {
  const before = HEAD + body;
  return { name, rule, before, after: fixed(before, "ts").output, left };
});

const require = createRequire(import.meta.url);
let sent: unknown[] = [];
let errors: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  Sentry.init({
    dsn: "https://a@o1.ingest.sentry.io/1",
    defaultIntegrations: false,
    beforeSend: (event) => {
      sent.push(...(event.breadcrumbs ?? []).map(({ message, data }) => ({ message, data })));
      return event;
    },
    transport: () => ({ send: () => Promise.resolve({}), flush: () => Promise.resolve(true) }),
  });
  errors = typeErrors(
    CASES.flatMap(({ name, before, after }) => [
      [`before ${name}`, before] as const,
      [`after ${name}`, after] as const,
    ]),
  );
});

/** What TypeScript says of each of some texts. */
function typeErrors(texts: readonly (readonly [name: string, text: string])[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map(
    texts.map(([, text], index) => [
      `${import.meta.dirname}/text-${index}.ts`,
      text.replace("@sentry/node", "sentry-node-10"),
    ]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, ...rest) => {
    const text = files.get(file);
    return text === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return new Map(
    [...files.keys()].map((file, index) => {
      const source = program.getSourceFile(file);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [texts[index]![0], found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))];
    }),
  );
}

/** What a program computes, in order, and the breadcrumbs that reach Sentry, without what fixes are there to change. */
async function run(code: string): Promise<{ readonly traced: readonly unknown[]; readonly sent: readonly unknown[] }> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const traced: unknown[] = [];
  sent = [];
  await Sentry.withIsolationScope(async () => {
    const t = (value: unknown): unknown => {
      traced.push(JSON.stringify(value));
      return value;
    };
    const load = (name: string): unknown => (name === "@sentry/node" ? Sentry : require(name));
    runInNewContext(outputText, { t, require: load, exports: {}, console });
    Sentry.captureMessage("end");
    await Sentry.flush(1000);
  });
  return { traced, sent };
}

describe("what fixes leave of a program", () => {
  test.each(CASES)("$name", async ({ name, rule, before, after, left }) => {
    expect(after).toContain(left);
    expect(errors.get(`after ${name}`)).toStrictEqual(errors.get(`before ${name}`));
    const ran = await run(before);
    expect(ran.sent).not.toStrictEqual([]);
    expect(await run(after)).toStrictEqual(ran);
    const again = lint(after, "ts");
    expect(again.filter(({ fatal, fix, ruleId }) => fatal === true || (fix && ruleId?.endsWith(rule)))).toStrictEqual(
      [],
    );
  });
});
