import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { STATEMENTS } from "./statements.js";

it("the SDKs do what the page says", { timeout: 60_000 }, () => {
  expect(execFileSync(process.execPath, ["scripts/facts.js", "--check"], { encoding: "utf8" })).toBe("");
});

it.each(STATEMENTS)("$id: $says is said by a rule", ({ id }) => {
  const [rule = "", message] = id.split("/");
  const messages = plugin.rules?.[rule]?.meta?.messages;
  expect(messages).toBeDefined();
  expect(message === undefined || Object.keys(messages ?? {}).includes(message)).toBe(true);
});
