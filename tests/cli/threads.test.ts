import { describe, expect, it, vi } from "vitest";
import { threadsFor, withoutAdviceOnThreads } from "../../src/cli/check/threads.ts";

describe("threads", () => {
  it("are as many as were asked for", () => {
    expect(threadsFor(0, 3)).toBe(3);
    expect(threadsFor(1e9, "off")).toBe(1);
  });

  it("are by default as many as the text keeps busy, and no more than there are idle cores", () => {
    expect(threadsFor(0, "auto", 8)).toBe(1);
    expect(threadsFor(3_900_000, "auto", 8)).toBe(1);
    expect(threadsFor(4_000_000, "auto", 8)).toBe(2);
    expect(threadsFor(1e12, "auto", 8)).toBe(8);
    expect(threadsFor(1e12, "auto", -3)).toBe(1);
  });

  it("bring no advice on their number where nobody chose it, and leave other warnings", async () => {
    const emitWarning = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    await withoutAdviceOnThreads(async () => {
      process.emitWarning("too many", "ESLintPoorConcurrencyWarning");
      process.emitWarning("old", "ESLintIgnoreWarning");
      return Promise.resolve();
    });
    expect(emitWarning.mock.calls).toEqual([["old", "ESLintIgnoreWarning"]]);
    process.emitWarning("too many", "ESLintPoorConcurrencyWarning");
    expect(emitWarning).toHaveBeenCalledTimes(2);
    emitWarning.mockRestore();
  });
});
