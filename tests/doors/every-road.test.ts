import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { outcomesOf } from "../support/outcomes.ts";

/** The ways by which `user.email` reaches Sentry, a statement each: at once, or with an event that is captured behind. */
const ROADS: readonly string[] = [
  "Sentry.addBreadcrumb({ message: user.email });",
  'Sentry.addBreadcrumb({ message: "a", data: { email: user.email } });',
  "Sentry.addBreadcrumb({ category: user.email });",
  "Sentry.getCurrentScope().addBreadcrumb({ message: user.email });",
  ...["debug", "info", "log", "warn", "error", "trace"].map((method) => `console.${method}("a", user.email);`),
  "console.info(`a ${user.email}`);",
  "console.info({ email: user.email });",
  ...["trace", "debug", "info", "warn", "error", "fatal"].map((method) => `Sentry.logger.${method}(user.email);`),
  'Sentry.logger.info("a", { email: user.email });',
  "const { logger } = Sentry; logger.info(user.email);",
  "const { info: renamed } = Sentry.logger; renamed(user.email);",
  "Sentry.logger.info(Sentry.logger.fmt`a ${user.email}`);",
  'Sentry.setTag("address", user.email);',
  "Sentry.setTags({ address: user.email });",
  'Sentry.setExtra("address", user.email);',
  "Sentry.setExtras({ address: user.email });",
  'Sentry.setContext("person", { address: user.email });',
  "Sentry.setUser({ contact: user.email });",
  'Sentry.withScope((scope) => { scope.setTag("address", user.email); Sentry.captureMessage("b"); });',
  'Sentry.getIsolationScope().setExtra("address", user.email);',
  "Sentry.captureMessage(user.email);",
  "Sentry.captureException(new Error(`a ${user.email}`));",
  'Sentry.captureException(new Error("a"), { extra: { address: user.email } });',
  'Sentry.captureException(new Error("a"), { tags: { address: user.email } });',
  "Sentry.captureEvent({ message: user.email });",
  'Sentry.startSpan({ name: "a", attributes: { address: user.email } }, () => undefined);',
  'Sentry.startSpan({ name: "a" }, (span) => { span.setAttribute("address", user.email); });',
  'Sentry.startSpan({ name: "a" }, () => { Sentry.getActiveSpan()?.setAttributes({ address: user.email }); });',
  'const inactive = Sentry.startInactiveSpan({ name: "a", attributes: { address: user.email } }); inactive.end();',
  "await (await fetch(`${host}/?email=${user.email}`)).text();",
  'Sentry.setAttributes({ address: user.email }); Sentry.logger.info("a");',
  'Sentry.startSpan({ name: "a" }, (span) => { Sentry.updateSpanName(span, user.email); });',
  "Sentry.getClient()?.captureMessage(user.email);",
  'Sentry.withScope((scope) => { scope.setFingerprint(["a", user.email]); Sentry.captureMessage("b"); });',
  'Sentry.withScope((scope) => { scope.setTransactionName(user.email); Sentry.captureMessage("b"); });',
  'Sentry.withScope((scope) => { scope.update({ tags: { address: user.email } }); Sentry.captureMessage("b"); });',
  'Sentry.metrics.count("a", 1, { attributes: { address: user.email } });',
];

const SDKS = ["sentry-node-10", "sentry-node-11"];

/** Each statement on a line of its own, the second and those behind it. */
const functions = ROADS.map((statement) => `async (user) => { ${statement} },`).join("\n");

/** The program that takes them all. Version 10 needs `enableLogs` up to 10.70; version 11 has no such option. */
const MODULE = `import { createServer } from "node:http";
export const options = () => ({ enableLogs: true, tracesSampleRate: 1 });
export async function programs(Sentry) {
  const server = createServer((_, response) => response.end("a"));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = "http://127.0.0.1:" + server.address().port;
  const roads = [\n${functions}\n];
  return roads.map((road, index) => () => road({ email: "road-" + index + "@example.org" }));
}`;

/** What the rules on personal data report of the program, by the line. */
function reports(): ReadonlyMap<number, readonly string[]> {
  const rules = Object.keys(plugin.rules ?? {}).filter((name) => name.startsWith("no-pii"));
  const messages = new Linter().verify(
    `import * as Sentry from "@sentry/node"; export const roads = (host) => [\n${functions}\n];`,
    {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      rules: Object.fromEntries(rules.map((name) => [`sentry-breadcrumbs/${name}`, "error"])),
    },
    { filename: "src/program.js" },
  );
  const byLine = new Map<number, string[]>();
  for (const { line, ruleId } of messages) byLine.set(line, [...(byLine.get(line) ?? []), ruleId ?? "no rule"]);
  return byLine;
}

describe("every road by which an address reaches Sentry", () => {
  let folder: string;
  const sent = new Map<string, string>();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "roads-"));
    for (const sdk of SDKS) {
      const outcomes = outcomesOf(sdk, join(folder, "program.mjs"), MODULE);
      sent.set(sdk, outcomes.map((outcome) => outcome.sent).join());
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(SDKS)("is taken by %s", (sdk) => {
    const missing = ROADS.filter((_, index) => sent.get(sdk)?.includes(`road-${index}@example.org`) !== true);
    expect(missing).toEqual([]);
  });

  it("is reported once", () => {
    const found = reports();
    const counts = ROADS.map((statement, index) => [statement, found.get(index + 2)?.length ?? 0] as const);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  });
});
