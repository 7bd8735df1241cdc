import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { progressOf } from "../../src/cli/check/progress.ts";

/** What is written to the error output while 100 files are linted, in two steps. */
async function shown({ isTTY = true, env = {}, files = 100 }): Promise<string> {
  const stderr = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY, columns: 80 });
  const progress = await progressOf(files, { stdout: stderr, stderr, env });
  progress.add(files / 2);
  progress.add(files / 2);
  progress.end();
  return (stderr.read() as string | null) ?? "";
}

describe("progress", () => {
  it("is a bar on a terminal, which goes when the run is over", async () => {
    const written = await shown({});
    expect(written).toContain("0 of 100 files checked");
    expect(written).toMatch(/█/u);
    // The cursor is hidden meanwhile, and shown again.
    expect(written.lastIndexOf("\u001B[?25h")).toBeGreaterThan(written.lastIndexOf("\u001B[?25l"));
  });

  it.each([
    ["where nobody watches", { isTTY: false }],
    ["in CI", { env: { CI: "true" } }],
    ["for a run that is over at once", { files: 20 }],
  ])("is silent %s", async (_, where) => {
    expect(await shown(where)).toBe("");
  });
});
