import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Output } from "../../src/cli/io.ts";
import { docs, openerOf } from "../../src/cli/docs.ts";
import { workspace } from "./workspace.ts";

const PAGE = join(import.meta.dirname, "../../dist/docs/rules/no-pii.html");

/** A browser that says what it opens. */
const OPENER = `#!${process.execPath}
import { writeFileSync } from "node:fs";
writeFileSync(new URL("opened", import.meta.url), process.argv[2]);
`;

it("prints the path where nobody sees a browser", async () => {
  const { run } = await workspace({});
  expect(await run("docs", "no-pii")).toMatchObject({ code: 0, stdout: `${PAGE}\n` });
});

it("opens the page for somebody at a terminal", async () => {
  const { path } = await workspace({ "browser.mjs": OPENER });
  await chmod(path("browser.mjs"), 0o755);
  const written: string[] = [];
  const stdout = { isTTY: true, write: (text: string) => written.push(text) } as unknown as Output["stdout"];
  const openWith = (BROWSER: string) => docs("sentry-breadcrumbs/no-pii", { stdout, stderr: stdout, env: { BROWSER } });
  await openWith(path("browser.mjs"));
  await openWith(path("missing"));
  expect(written).toEqual([`${PAGE}\n`, `${PAGE}\n`]);
  await expect.poll(() => readFile(path("opened"), "utf8").catch(() => ""), { timeout: 10_000 }).toBe(PAGE);
});

it("names the nearest rule", async () => {
  const { run } = await workspace({});
  const { code, stderr } = await run("docs", "no-pi");
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean "no-pii"?') as string,
  });
});

it.each<[NodeJS.Platform, Record<string, string>, readonly string[] | undefined]>([
  ["darwin", {}, ["open"]],
  ["win32", {}, ["explorer"]],
  ["linux", { DISPLAY: ":0" }, ["xdg-open"]],
  ["linux", { WAYLAND_DISPLAY: "wayland-0" }, ["xdg-open"]],
  ["linux", {}, undefined],
  ["linux", { BROWSER: "firefox" }, ["firefox"]],
  ["darwin", { CI: "true" }, undefined],
])("on %s with %j it opens with %j", (platform, env, opener) => {
  expect(openerOf(platform, env)).toEqual(opener);
});
