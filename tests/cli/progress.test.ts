import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { progressOf, whileSearching } from "../../src/cli/progress.ts";

interface Where {
  readonly isTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: number;
}

/** What is written to the error output while 100 files are linted, in two steps. */
async function shown({ isTTY = true, env = {}, files = 100 }: Where): Promise<string> {
  const stderr = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY, columns: 80 });
  const progress = await progressOf(files, { stdout: stderr, stderr, env });
  progress.add(files / 2);
  progress.add(files / 2);
  progress.end();
  return (stderr.read() as string | null) ?? "";
}

/** The same while they are searched. */
async function shownBefore({ isTTY = true, env = {}, files = 100 }: Where, search = () => Promise.resolve("found")) {
  const stderr = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY });
  const result = await whileSearching(files, { stdout: stderr, stderr, env }, search).catch(String);
  return [result, (stderr.read() as string | null) ?? ""];
}

describe("progress", () => {
  it("is a bar on a terminal, which goes when the run is over", async () => {
    const written = await shown({});
    expect(written).toContain("0 of 100 files checked");
    expect(written).toMatch(/█/u);
    // The cursor is hidden meanwhile, and shown again.
    expect(written.lastIndexOf("\u001B[?25h")).toBeGreaterThan(written.lastIndexOf("\u001B[?25l"));
  });

  it("is a line before that, which goes in any case", async () => {
    const line = "Looking for your wrappers in 100 files …\r\u001B[K";
    expect(await shownBefore({})).toEqual(["found", line]);
    expect(await shownBefore({}, () => Promise.reject(new Error("no")))).toEqual(["Error: no", line]);
  });

  it.each<[string, Where]>([
    ["where nobody watches", { isTTY: false }],
    ["in CI", { env: { CI: "true" } }],
    ["for a run that is over at once", { files: 20 }],
  ])("is silent %s", async (_, where) => {
    expect(await shown(where)).toBe("");
    expect(await shownBefore(where)).toEqual(["found", ""]);
  });
});
