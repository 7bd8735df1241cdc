import { describe, expect, test } from "vitest";
import { clockOf } from "../../../src/detect/javascript/clocks.ts";
import { readValue } from "../../support/read-values.ts";

describe("the clock that an expression reads", () => {
  test.each<[expression: string, clock: string | undefined]>([
    ["Date.now()", "milliseconds"],
    ["window.Date.now()", "milliseconds"],
    ["new Date()", "date"],
    ["+new Date()", "milliseconds"],
    ["new Date().getTime()", "milliseconds"],
    ["d.getTime()", "milliseconds"],
    ["d.toISOString()", "date-text"],
    ["d.valueOf()", undefined],
    ["new Date().toISOString()", "date-text"],
    ["new Date().toJSON()", "date-text"],
    ["Date()", undefined],
    ["Date.now() / 1000", "seconds"],
    ["Date.now() / 60", undefined],
    ["(a ? Date.now() : 5) / 1000", undefined],
    ["Date.now() * 0.001", "seconds"],
    ["Date.now() * x", undefined],
    ["Date.now() * 2", undefined],
    ["Date.now() / 1000 * 1000", "milliseconds"],
    ["Date.now() - 5", "milliseconds"],
    ["Date.now() - x", undefined],
    ["new Date() - 5", "milliseconds"],
    ["Date.now() + 5", "milliseconds"],
    ["Date.now() + x", "milliseconds"],
    ["5 + Date.now()", "milliseconds"],
    ["x + 5", undefined],
    ["performance.now()", "since-start"],
    ["performance.now() + 5", "since-start"],
    ["performance.now() + x", undefined],
    ["performance.timeOrigin", "milliseconds"],
    ["performance.timeOrigin + performance.now()", "milliseconds"],
    ["performance.now() + 1 + 2", "since-start"],
    ["1 + 2 + Date.now()", "milliseconds"],
    ["Math.floor(Date.now() / 1000)", "seconds"],
    ["Math.round(Date.now())", "milliseconds"],
    ["Math.floor(new Date())", "milliseconds"],
    ["Math.floor()", undefined],
    ["Number(new Date())", "milliseconds"],
    ["Number(new Date().toISOString())", undefined],
    ["+new Date().toISOString()", undefined],
    ["-Date.now()", undefined],
    ["Date.now() % 2", undefined],
    ["new Foo()", undefined],
    ["f()", undefined],
    ["process.hrtime()", undefined],
    ["process.uptime()", undefined],
    ["Date.parse(x)", "milliseconds"],
    ["Date.UTC(2020)", "milliseconds"],
    ["new Date().getFoo()", undefined],
    ["Date.now().toString()", undefined],
    ["(() => Date.now())()", "milliseconds"],
  ])("%s", (expression, clock) => {
    expect(clockOf(readValue(`use(${expression})`))).toBe(clock);
  });

  test.each<[code: string, clock: string | undefined]>([
    ['import dayjs from "dayjs"; use(dayjs().unix())', "seconds"],
    ['import dayjs from "dayjs"; use(dayjs().valueOf())', "milliseconds"],
    ['import dayjs from "dayjs"; use(dayjs().toISOString())', "date-text"],
    ['import dayjs from "dayjs"; use(dayjs().format())', undefined],
    ['import * as m from "moment"; use(m.utc().unix())', "seconds"],
    ['import moment from "moment"; const n = moment(); use(n.unix())', "seconds"],
    ['import x from "other"; use(x().unix())', undefined],
    ['import x from "other"; use(x.unix())', undefined],
    ['import dayjs from "dayjs"; use(f().g().unix())', undefined],
    ['import { performance } from "node:perf_hooks"; use(performance.now())', "since-start"],
    ['import { performance } from "./measure.js"; use(performance.now())', undefined],
    ["const Date = x; use(Date.now())", undefined],
    ["const d = new Date(); use(d.getTime())", "milliseconds"],
    ["function f(Date) { use(Date.now()) }", undefined],
    ["const t = Date.now(); use(t / 1000)", "seconds"],
    ["const now = () => Date.now() / 1000; use(now())", "seconds"],
  ])("%s", (code, clock) => {
    expect(clockOf(readValue(code))).toBe(clock);
  });

  test.each<[code: string, clock: string | undefined]>([
    ["function f(d: Date) { use(d) }", "date"],
    ["function f(d: Date) { use(d.getTime()) }", "milliseconds"],
    ["function f(d: Date) { use(+d) }", "milliseconds"],
    ["interface E { at: Date } function f(e: E) { use(e.at) }", "date"],
    ["interface E { at: Date } function f(e: E) { use(e.at.getTime()) }", "milliseconds"],
    ["interface D { getTime(): string } function f(d: D) { use(d.getTime()) }", undefined],
    ["function f(d: Dayjs) { use(d.unix()) }", undefined],
  ])("%s, by its type", (code, clock) => {
    expect(clockOf(readValue(code, "typescript"))).toBe(clock);
  });
});
