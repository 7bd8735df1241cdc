import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { JAVASCRIPT, reportsOf } from "./roads.js";
import { outcomesOf } from "../support/outcomes.ts";

const ROADS = Object.values(JAVASCRIPT).flat();

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

  it.each(["javascript", "rust"] as const)("is reported once in %s", (language) => {
    const found = Object.entries(reportsOf(plugin, language));
    expect(found.filter(([, roads]) => roads.some(({ length }) => length !== 1))).toEqual([]);
  });
});
