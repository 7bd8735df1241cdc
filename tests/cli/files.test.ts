import { execFileSync } from "node:child_process";
import { chmod, link, lstat, mkdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ESLint } from "eslint";
import { writeAll } from "../../src/cli/check/write-all.ts";
import { Failure } from "../../src/cli/failure.ts";
import { workspace, type Ran, type Workspace } from "./workspace.ts";

const IMPORT = 'import * as Sentry from "@sentry/node";\n';
const WARN = `${IMPORT}Sentry.addBreadcrumb({ category: "auth", message: "In", level: "warn" });\n`;
const FIXED = WARN.replace('"warn"', '"warning"');
const FINE = WARN.replace('"warn"', '"info"');

/** The files in which something was found. */
function files({ stdout }: Ran, { folder }: Workspace): readonly string[] {
  return (JSON.parse(stdout) as ESLint.LintResult[])
    .filter(({ messages }) => messages.length > 0)
    .map(({ filePath }) => filePath.slice(folder.length + 1).replaceAll("\\", "/"));
}

function git(folder: string, ...args: readonly string[]): void {
  const who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "protocol.file.allow=always"];
  execFileSync("git", [...who, ...args], { cwd: folder, stdio: "ignore" });
}

// The first run loads ESLint and the parsers.
describe("files", { timeout: 30_000 }, () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("that are pipes keep nobody waiting", async () => {
    const at = await workspace({ "a.js": WARN });
    execFileSync("mkfifo", [at.path("pipe.js"), at.path("named.js")]);
    await symlink("pipe.js", at.path("link.js"));
    const ran = await at.run("-f", "json", ".", "named.js");
    expect(files(ran, at)).toEqual(["a.js"]);
    expect(ran.stderr).toContain("  named.js: it is not a regular file\n");
    expect(ran.code).toBe(1);
  });

  it("count once under all their names", async () => {
    const at = await workspace({ "z/a.js": WARN });
    await symlink("z/a.js", at.path("b.js"));
    await symlink("z", at.path("other"), "dir");
    git(at.folder, "init", "-q");
    for (const paths of [[], ["b.js", "z/a.js"], ["z", "other"], ["other/a.js", "z"]])
      expect(files(await at.run("-f", "json", ...paths), at)).toHaveLength(1);
    expect(files(await at.run("-f", "json"), at)).toEqual(["z/a.js"]);
  });

  it("are those of the repository that the command is started in, whatever git was told before", async () => {
    const other = await workspace({ "c.js": "" });
    git(other.folder, "init", "-q");
    const at = await workspace({ "a.js": WARN, "ignored.js": WARN, ".gitignore": "ignored.js\n" });
    git(at.folder, "init", "-q");
    vi.stubEnv("GIT_DIR", other.path(".git"));
    vi.stubEnv("GIT_WORK_TREE", other.folder);
    vi.stubEnv("GIT_INDEX_FILE", other.path(".git/index"));
    expect(files(await at.run("-f", "json"), at)).toEqual(["a.js"]);
  });

  it("start no program that the repository's config names", async () => {
    const at = await workspace({ "a.js": WARN, "watch.sh": "#!/bin/sh\ntouch started\n" });
    await chmod(at.path("watch.sh"), 0o755);
    git(at.folder, "init", "-q");
    git(at.folder, "config", "core.fsmonitor", at.path("watch.sh"));
    await at.run();
    await expect(stat(at.path("started"))).rejects.toThrow("ENOENT");
  });

  it("of submodules and of repositories within are read", async () => {
    const library = await workspace({ "src/lib.js": WARN });
    git(library.folder, "init", "-q");
    git(library.folder, "add", ".");
    git(library.folder, "commit", "-qm", "a");
    const at = await workspace({ "a.js": WARN, "within/b.js": WARN });
    git(at.folder, "init", "-q");
    git(at.path("within"), "init", "-q");
    git(at.folder, "submodule", "add", "-q", library.folder, "libs/ui");
    git(at.folder, "commit", "-qam", "a");
    expect(files(await at.run("-f", "json"), at)).toEqual(["a.js", "libs/ui/src/lib.js", "within/b.js"]);

    await rm(at.path("libs/ui"), { recursive: true });
    await mkdir(at.path("libs/ui"));
    const ran = await at.run("-f", "json");
    expect(ran.stderr).toBe(
      "Not read:\n  libs/ui: a submodule that is not checked out\n    git submodule update --init libs/ui\n",
    );
    expect(ran.code).toBe(1);
  });

  it.each<[pattern: string, found: readonly string[]]>([
    ["src/**/*.ts", ["src/a.ts", "src/deep/b.ts"]],
    ["src/*.{ts,js}", ["src/a.ts", "src/c.js"]],
    ["**/b.ts", ["src/deep/b.ts"]],
    ["src/[id]/page.ts", ["src/[id]/page.ts"]],
    ["src/[id]", ["src/[id]/page.ts"]],
  ])("are found by the pattern %s", async (pattern, found) => {
    const at = await workspace({
      "src/a.ts": WARN,
      "src/deep/b.ts": WARN,
      "src/c.js": WARN,
      "src/[id]/page.ts": pattern.includes("[") ? WARN : FINE,
      "node_modules/x/b.ts": WARN,
      "src/a.d.ts": WARN,
    });
    expect(files(await at.run("-f", "json", pattern), at)).toEqual(found);
  });

  it("that are links to nowhere, to themselves or to folders are left out", async () => {
    const at = await workspace({ "a.js": WARN, "folder.js/b.js": WARN });
    await symlink("gone", at.path("nowhere.js"));
    await symlink("loop.js", at.path("loop.js"));
    await symlink("folder.js", at.path("link.js"), "dir");
    await symlink("a.js", at.path("z.js"));
    git(at.folder, "init", "-q");
    const ran = await at.run("-f", "json");
    expect(files(ran, at)).toEqual(["a.js", "folder.js/b.js"]);
    expect(ran.stderr).not.toContain("nowhere.js");
  });

  it("that are deleted and not committed yet are left out", async () => {
    const at = await workspace({ "a.js": WARN, "b.js": WARN });
    git(at.folder, "init", "-q");
    git(at.folder, "add", ".");
    await rm(at.path("b.js"));
    const ran = await at.run("-f", "json");
    expect(files(ran, at)).toEqual(["a.js"]);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });

  it("that cannot be read for one reason are listed up to a number", async () => {
    const names = Array.from({ length: 10 }, (_, index) => `f${String(index)}.js`);
    const binary = new Uint8Array([0, 0xff, ...Buffer.from("addBreadcrumb")]);
    const at = await workspace(Object.fromEntries(names.map((name) => [name, binary])));
    const { stderr, code } = await at.run();
    expect(stderr.match(/it is not a text/gu)).toHaveLength(7);
    expect(stderr).toContain("  … and 3 more of these\n10 entries may contain breadcrumbs");
    expect(code).toBe(2);
  });

  it("that no pattern matches are an error", async () => {
    const { run } = await workspace({ "a.ts": WARN, "b.md": "" });
    expect(await run("src/**/*.ts")).toMatchObject({
      code: 2,
      stderr: 'No file matches "src/**/*.ts".\n',
    });
    expect(await run("*.md")).toMatchObject({ code: 2 });
  });

  it.each(["-a.js", "a b.js", "a'b.js", "$(touch x).js", "a\nb.js", "é.js", "%41.js", "a;b.js"])(
    "may be called %j",
    async (name) => {
      const at = await workspace({ [name]: WARN });
      git(at.folder, "init", "-q");
      expect(files(await at.run("-f", "json"), at)).toEqual([name]);
      expect(await at.run("--fix")).toMatchObject({ code: 0 });
      expect(await at.read(name)).toBe(FIXED);
    },
  );
});

describe.runIf(process.platform === "linux")("names", () => {
  it("that are not in UTF-8 are named", async () => {
    const at = await workspace({ "b.js": FINE });
    await writeFile(Buffer.concat([Buffer.from(at.path("a")), Buffer.from([0xff]), Buffer.from(".js")]), WARN);
    expect((await at.run()).stderr).toContain("Not read:\n  a\ufffd.js: its name is not in UTF-8\n");
    git(at.folder, "init", "-q");
    expect((await at.run()).stderr).toContain("Not read:\n  a\ufffd.js: its name is not in UTF-8\n");
  });
});

describe("encodings", { timeout: 30_000 }, () => {
  const inUtf16 = (text: string, isBig: boolean): Buffer => {
    const bytes = Buffer.from(`\u{feff}${text}`, "utf16le");
    return isBig ? bytes.swap16() : bytes;
  };

  it.each([
    ["UTF-16LE", false],
    ["UTF-16BE", true],
  ])("of %s are read and written by their mark", async (_, isBig) => {
    const at = await workspace({ "a.ts": inUtf16(`${WARN}// é 🎉\n`, isBig) });
    expect(files(await at.run("-f", "json"), at)).toEqual(["a.ts"]);
    expect(await at.run("--fix")).toMatchObject({ code: 0 });
    expect(await readFile(at.path("a.ts"))).toEqual(inUtf16(`${FIXED}// é 🎉\n`, isBig));
  });

  it("change nothing about what fixes and suggestions write", async () => {
    const call = `Sentry.addBreadcrumb({ category: "auth", message: \`In \${user.email}\`, data: { phone: user.phone, id: 1 }, level: "warn" });\n`;
    const texts = {
      js: `${IMPORT}export const f = (user) => ${call}`,
      rs: `fn f(user: &User) {\n  sentry::add_breadcrumb(sentry::Breadcrumb { category: Some("auth".into()), message: Some(user.email.clone()), ..Default::default() });\n}\n`,
      vue: `<script setup>\n${IMPORT}const user = load();\n${call}</script>\n`,
    };
    const written = {
      plain: (text: string) => Buffer.from(text),
      marked: (text: string) => Buffer.from(`\u{feff}${text}`),
      little: (text: string) => inUtf16(text, false),
      big: (text: string) => inUtf16(text, true),
    };
    const rows = Object.entries(texts).flatMap(([ending, text]) =>
      Object.entries(written).map(([name, encode]) => ({ path: `${name}.${ending}`, ending, text, encode })),
    );
    const at = await workspace(Object.fromEntries(rows.map(({ path, text, encode }) => [path, encode(text)])));
    expect(await at.run("--fix", "--fix-suggestions", "no-pii")).toMatchObject({ code: 0, stdout: "" });
    for (const { path, ending, text, encode } of rows) {
      const expected = await at.read(`plain.${ending}`);
      expect(expected).not.toMatch(/user\.(?:email|phone)/u);
      expect(expected.split(text.slice(0, 8)), path).toHaveLength(2);
      expect((await readFile(at.path(path))).equals(encode(expected)), path).toBe(true);
    }
  });

  it("count alike for all commands", async () => {
    const track = `${IMPORT}export const track = (message) => Sentry.addBreadcrumb({ message });\n`;
    const call = `import { track } from "./track";\ntrack("Paid");\n`;
    const at = await workspace({
      "track.ts": inUtf16(track, false),
      "a.ts": call,
      "b.ts": inUtf16(call, true),
      "c.ts": Buffer.from(`${call}// \xe9\n`, "latin1"),
    });
    expect((await at.run()).stderr).toContain("2 breadcrumbs, 0 direct, 2 through `track` of track.ts.");
    expect(JSON.parse((await at.run("inventory")).stdout)).toMatchObject({ summary: { breadcrumbs: 2 } });
    const { stdout, stderr } = await at.run("init");
    expect(stdout).toContain("The rules see 0 breadcrumbs now, and 2 with the settings below.");
    expect(stderr).toBe("Not read:\n  c.ts: it is not in UTF-8\n    Save it as UTF-8.\n");
  });

  const latin1 = Buffer.from(`${WARN}// \xe9\n`, "latin1");

  it("that are not known are named, and what is in them is never written", async () => {
    const at = await workspace({ "a.js": latin1, "b.js": Buffer.from("// \xe9\n", "latin1"), "c.js": WARN });
    for (const flags of [[], ["--fix"], ["--fix-suggestions", "no-pii"], ["--fix", "--allow-unread"]]) {
      const { code, stderr } = await at.run(...flags);
      expect(stderr).toContain("Not read:\n  a.js: it is not in UTF-8\n    Save it as UTF-8.\n");
      expect(stderr).not.toContain("b.js");
      expect(code).toBe(flags.includes("--allow-unread") ? 0 : 2);
      expect(await readFile(at.path("a.js"))).toEqual(latin1);
    }
    expect(await at.read("c.js")).toBe(FIXED);
  });

  it("of UTF-8 may hold the sign for what is none", async () => {
    const at = await workspace({ "a.js": `${WARN}// \u{fffd}\n` });
    expect(await at.run("--fix")).toMatchObject({ code: 0 });
    expect(await at.read("a.js")).toBe(`${FIXED}// \u{fffd}\n`);
  });
});

describe("writing", { timeout: 30_000 }, () => {
  it("leaves read-only files alone, and says so", async () => {
    const at = await workspace({ "a.js": WARN, "b.js": WARN, "c.js": FINE });
    for (const name of ["a.js", "c.js"]) await chmod(at.path(name), 0o444);
    const ran = await at.run("--fix");
    expect(ran.stderr).toMatch(/^Not changed because it is read-only: a\.js\n$/mu);
    expect(ran.stdout).toContain("valid-level");
    expect(ran.code).toBe(1);
    expect([await at.read("a.js"), await at.read("b.js")]).toEqual([WARN, FIXED]);
  });

  it("keeps names, links and permissions of a file", async () => {
    const at = await workspace({ "a.js": WARN, "run.js": WARN, "real/c.js": WARN, ".gitignore": "out\nreal\n" });
    await chmod(at.path("run.js"), 0o750);
    await mkdir(at.path("out"));
    await link(at.path("a.js"), at.path("out/a.js"));
    await symlink("real/c.js", at.path("c.js"));
    git(at.folder, "init", "-q");
    expect(await at.run("--fix")).toMatchObject({ code: 0 });
    for (const name of ["a.js", "out/a.js", "run.js", "c.js"]) expect(await at.read(name)).toBe(FIXED);
    expect((await stat(at.path("a.js"))).nlink).toBe(2);
    expect((await stat(at.path("run.js"))).mode & 0o777).toBe(0o750);
    expect((await lstat(at.path("c.js"))).isSymbolicLink()).toBe(true);
  });

  it("leaves a file that has changed since it was read, and says what could not be written", async () => {
    const at = await workspace({ "a.js": FINE });
    const sources = ["a.js", "gone/b.js"].map((name) => {
      return { path: at.path(name), text: WARN, encoding: "utf-8", settings: {} } as const;
    });
    const results = sources.map(({ path }) => ({ filePath: path, output: FIXED }) as ESLint.LintResult);
    await expect(writeAll(results, sources)).rejects.toThrow(
      new Failure(
        `Not written:\n  ${at.path("a.js")}: it has changed in the meantime\n  ${at.path("gone/b.js")}: no such file or directory`,
      ),
    );
    expect(await at.read("a.js")).toBe(FINE);
  });
});
