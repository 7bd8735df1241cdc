import { execFileSync } from "node:child_process";
import { readdir, rm, symlink } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { writeSafely } from "../../src/cli/write.ts";
import { workspace } from "./workspace.ts";

const IMPORT = 'import * as Sentry from "@sentry/node";\n';
const CRUMB = `${IMPORT}Sentry.addBreadcrumb({ category: "cart.open", message: "Opened", level: "info" });\n`;

describe("the command's parts", { timeout: 30_000 }, () => {
  it("take the inventory, with the flags that they are given", async () => {
    const { run } = await workspace({ "src/a.js": CRUMB, "b.js": CRUMB });
    const { code, stdout } = await run("inventory", "src", "--no-messages", "--strict");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      preset: "strict",
      messages: false,
      summary: { files: 1, breadcrumbs: 1 },
    });
    const { stderr } = await run("inventory", "--output", "all.json");
    expect(stderr).toContain("Wrote all.json: 2 breadcrumbs in 2 files.");
  });

  it("print the inventory's JSON without being told to, and with --json", async () => {
    const { folder, run } = await workspace({ "a.js": CRUMB });
    const { stdout } = await run("inventory");
    expect(await run("inventory", "--json")).toMatchObject({ code: 0, stdout, stderr: "" });
    const both = await run("inventory", "--json", "--html", "-");
    expect(both).toMatchObject({ code: 2, stdout: "" });
    expect(both.stderr).toContain("Only one of --json, --html, --markdown and --output can be standard output.");
    const twice = await run("inventory", "--json", "--output", "a.json");
    expect(twice).toMatchObject({ code: 0, stdout: "" });
    expect(await readdir(folder)).toContain("a.json");
  });

  it.each(["--format", "-f"])("say how the inventory's format is chosen: %s", async (option) => {
    const { run } = await workspace({ "a.js": CRUMB });
    const { code, stdout, stderr } = await run("inventory", option, "json");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Expected --json, --html <file> or --markdown <file>; JSON is the default.");
  });

  it("propose settings, and write them where they are told to", async () => {
    const { folder, run } = await workspace({ "package.json": '{ "type": "module" }', "a.js": CRUMB });
    const shown = await run("init", "--json");
    expect(JSON.parse(shown.stdout)).toMatchObject({ settings: { categories: ["cart.open"] } });
    expect((await run("init")).stdout).toContain("--write makes the ESLint config find these each time ESLint starts");
    expect(await readdir(folder)).not.toContain("eslint.config.js");
  });

  it("lint with as many threads as they are told to", async () => {
    const { run } = await workspace({ "a.js": CRUMB });
    for (const threads of ["off", "1"]) expect(await run("--concurrency", threads)).toMatchObject({ code: 0 });
    const wrong = await run("--concurrency", "0");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("Expected a number of threads, auto or off.");
  });

  it("do not take a mistake of their own for one of whoever runs them", async () => {
    const broken = {
      write: () => {
        throw new TypeError("broken");
      },
    } as unknown as NodeJS.WritableStream;
    await expect(main(["--version"], "/", { stdout: broken, stderr: broken, env: {} })).rejects.toThrow(TypeError);
  });

  it("say what they do", async () => {
    const { run } = await workspace({});
    expect((await run("inventory", "--help")).stdout).toContain("--html <file>");
    expect((await run("init", "--help")).stdout).toContain("--write");
  });
});

describe("files of a checkout", () => {
  it("that are gone, or lead nowhere, keep nobody from the rest", async () => {
    const { path, run } = await workspace({ "a.js": CRUMB, "gone.js": CRUMB });
    execFileSync("git", ["init", "-q"], { cwd: path(".") });
    execFileSync("git", ["add", "."], { cwd: path(".") });
    await rm(path("gone.js"));
    await symlink("loop.js", path("loop.js"));
    const { code, stderr } = await run();
    expect(code).toBe(0);
    expect(stderr).toBe(
      "No findings. 1 of 1 file may send data to Sentry.\n1 breadcrumb, all direct.\n" +
        "Not read:\n  loop.js: too many symbolic links encountered\n",
    );
  });
});

describe("writeSafely", () => {
  it("leaves nothing beside a file that it could not write", async () => {
    const { folder, path } = await workspace({ "folder/a.js": "" });
    await expect(writeSafely(path("folder"), "text")).rejects.toThrow("EISDIR");
    expect(await readdir(folder)).toEqual(["folder"]);
  });

  it("writes a file that was not there", async () => {
    const { path, read } = await workspace({ "a.js": "" });
    await writeSafely(path("new.js"), "text");
    expect(await read("new.js")).toBe("text");
  });
});
