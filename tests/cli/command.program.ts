import { spawn } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { commandIn, commandPackage } from "../../scripts/findings.js";

const IMPORT = 'import * as Sentry from "@sentry/node";\n';
const WARN = `${IMPORT}Sentry.addBreadcrumb({ category: "auth", message: "In", level: "warn" });\n`;
const FINE = WARN.replace('"warn"', '"warning"');
const SUPPRESSIONS = "eslint-suppressions.json";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let folder: string;

afterEach(() => rm(folder, { recursive: true, force: true }));

async function project(files: Readonly<Record<string, string>>): Promise<void> {
  folder = await realpath(await mkdtemp(join(tmpdir(), "project ")));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

const read = (file: string): Promise<string> => readFile(join(folder, file), "utf8");

/** Starts the built command; `killAfter` ends it, in milliseconds, as somebody who loses patience. */
function start(args: readonly string[], killAfter?: number): Promise<Ended> {
  const child = spawn(process.execPath, [commandIn(commandPackage), ...args], { cwd: folder });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((done) => {
    child.on("close", (code) => {
      done({ code, stdout, stderr });
    });
  });
}

describe("the built command", () => {
  it("lints, and ends as ESLint does", async () => {
    await project({
      "a.js": WARN,
      "b.rs":
        "fn f(user: &User) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(user.email.clone()), ..Default::default() }); }",
    });
    const { code, stdout, stderr } = await start([]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "2 breadcrumbs, all direct.\n" });
    expect(stdout).toMatch(/valid-level[^]+no-pii/u);
    const fixed = await start(["--fix", "a.js"]);
    expect(fixed).toMatchObject({ code: 0, stdout: "" });
    expect(fixed.stderr).toContain("No findings.");
  });

  it.runIf(existsSync("/dev/full"))("says in a sentence that its output could not be written", async () => {
    await project({ "a.js": WARN });
    const child = spawn(process.execPath, [commandIn(commandPackage)], {
      cwd: folder,
      stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
    });
    let stderr = "";
    child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
    const code = await new Promise((done) => child.on("close", done));
    expect(code).toBe(2);
    expect(stderr).toContain("The output could not be written: no space left on device.\n");
    expect(stderr).not.toContain("    at ");
  });

  it("lints by several of ESLint's threads as by one", async () => {
    await project(
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`src/${index}.ts`, index % 2 === 0 ? WARN : FINE])),
    );
    const one = await start(["--format", "json"]);
    expect(JSON.parse(one.stdout)).toHaveLength(30);
    // ESLint warns that threads do not pay for so few files.
    const two = await start(["--format", "json", "--concurrency", "2"]);
    expect(two.stdout === one.stdout).toBe(true);
    expect(two.code).toBe(1);
    expect(await start(["--fix", "--concurrency", "2"])).toMatchObject({ code: 0 });
    expect(await read("src/0.ts")).toBe(FINE);
  });

  it("loses no text when it is ended while it fixes", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `src/${index}.js`);
    for (const patience of [300, 450, 600, 800]) {
      await project(Object.fromEntries(names.map((name) => [name, WARN])));
      await start(["--fix"], patience);
      for (const name of names) expect([WARN, FINE]).toContain(await read(name));
      expect(await start(["--fix"])).toMatchObject({ code: 0 });
      await rm(folder, { recursive: true });
    }
  });

  describe("leaves no file of its own behind", () => {
    const WAITING = 'console.log("loading");\nawait new Promise((done) => setTimeout(done, 60_000));\n';

    it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("where %s ends it while a config is loaded", async (signal) => {
      // The config that is there does not wait, and the one to try does.
      const config = `if (!import.meta.url.endsWith("/eslint.config.js")) {\n${WAITING}}\nexport default [];\n`;
      await project({ "package.json": '{ "type": "module" }', "a.js": WARN, "eslint.config.js": config });
      const child = spawn(process.execPath, [commandIn(commandPackage), "init", "--write"], { cwd: folder });
      child.stdout.on("data", (chunk) => {
        if (String(chunk).includes("loading")) child.kill(signal);
      });
      const endedBy = await new Promise((done) => {
        child.on("close", (_, by) => {
          done(by);
        });
      });
      expect(endedBy).toBe(signal);
      expect((await readdir(folder)).sort()).toEqual(["a.js", "eslint.config.js", "package.json"]);
      expect(await read("eslint.config.js")).toBe(config);
    });

    it.each([
      ["ends the process", "process.exit(3);", 3],
      ["throws", 'throw new Error("boom");', 2],
      ["throws in a CommonJS package", 'import "./bad.cjs";', 2],
    ])("where a config %s", async (_, text, code) => {
      const config = `${text}\nexport default [];\n`;
      const files = { "a.js": WARN, "bad.cjs": 'throw new Error("boom");\n', "eslint.config.mjs": config };
      await project(files);
      const ended = await start(["init", "--write"]);
      expect(ended.code).toBe(code);
      expect(ended.stderr).not.toMatch(/^\s+at /mu);
      expect((await readdir(folder)).sort()).toEqual(Object.keys(files));
      expect(await read("eslint.config.mjs")).toBe(config);
    });
  });

  it("writes a config before anything is installed, and says what to install", async () => {
    await project({ "src/a.ts": WARN });
    // As `pnpm dlx` starts it: a config can import nothing from there.
    process.env["NODE_PATH"] = join(commandPackage, "node_modules");
    const { code, stderr } = await start(["init", "--write"]);
    delete process.env["NODE_PATH"];
    expect(stderr).toBe(
      "eslint.config.mjs was written.\n\nNext:\n" +
        "  npm i -D eslint eslint-plugin-sentry-breadcrumbs sentry-breadcrumbs\n  npx eslint .\n",
    );
    expect(code).toBe(0);
    expect(await read("eslint.config.mjs")).toContain(
      'import breadcrumbsParser from "sentry-breadcrumbs/parser";\n\nexport default [\n',
    );
  });

  describe("keeps a baseline", () => {
    it("in ESLint's own file, heeds it, complains of what it no longer needs, and prunes it", async () => {
      await project({ "a.js": WARN, "b.js": WARN });
      expect(await start(["--suppress-all"])).toMatchObject({ code: 0 });
      expect(JSON.parse(await read(SUPPRESSIONS))).toEqual({
        "a.js": { "sentry-breadcrumbs/valid-level": { count: 1 } },
        "b.js": { "sentry-breadcrumbs/valid-level": { count: 1 } },
      });
      expect(await start([])).toMatchObject({ code: 0 });

      await writeFile(join(folder, "a.js"), WARN + WARN.replace(IMPORT, ""));
      const more = await start(["--format", "github"]);
      expect(more.code).toBe(1);
      expect(more.stdout).toContain("a.js,line=3");

      await writeFile(join(folder, "a.js"), FINE);
      await writeFile(join(folder, "b.js"), "");
      const unneeded = await start([]);
      expect(unneeded.code).toBe(2);
      expect(unneeded.stderr).toContain("--prune-suppressions");
      expect(await start(["--prune-suppressions"])).toMatchObject({ code: 0 });
      expect(JSON.parse(await read(SUPPRESSIONS))).toEqual({});
    });

    it("of some rules", async () => {
      await project({ "a.js": WARN.replace("auth", "Http") });
      expect(await start(["--suppress-rule", "valid-level"])).toMatchObject({ code: 1 });
      expect(JSON.parse(await read(SUPPRESSIONS))).toEqual({
        "a.js": { "sentry-breadcrumbs/valid-level": { count: 1 } },
      });
    });

    it("beside that of other rules, which it leaves alone", async () => {
      const others = { "a.js": { "no-console": { count: 3 } }, "c.js": { "no-eval": { count: 1 } } };
      await project({
        "a.js": `/* eslint no-alert: 2 */\nalert();\n${WARN}`,
        "c.js": "",
        [SUPPRESSIONS]: JSON.stringify(others),
      });
      expect(await start([])).toMatchObject({ code: 1 });
      expect(await start(["--suppress-all"])).toMatchObject({ code: 0 });
      expect(JSON.parse(await read(SUPPRESSIONS))).toEqual({
        ...others,
        "a.js": { ...others["a.js"], "sentry-breadcrumbs/valid-level": { count: 1 } },
      });
      expect(await start([])).toMatchObject({ code: 0 });
      const pruned = await start(["--prune-suppressions"]);
      expect(pruned.code).toBe(2);
      expect(pruned.stderr).toContain("suppressions of other rules");
    });

    it("says so where the file cannot be read", async () => {
      await project({ "a.js": WARN, [SUPPRESSIONS]: "{" });
      const { code, stderr } = await start([]);
      expect(code).toBe(2);
      expect(stderr).toContain(`${SUPPRESSIONS} cannot be read`);
    });
  });
});
