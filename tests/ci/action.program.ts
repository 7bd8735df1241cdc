import { chmod, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { workspace } from "../cli/workspace.ts";
import { npxScript, run, type Finished } from "./run.ts";

vi.setConfig({ testTimeout: 180_000 });

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly name?: string;
      readonly if?: string;
      readonly shell: string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }[];
  };
}

const action = parse(await readFile("action.yml", "utf8")) as Action;

/** Stands for npx, and notes the package that it is asked for. */
const NPX = npxScript('[ "$1" = --yes ] && echo "$2" >> "$ASKED"', 3);

const FILES = {
  "project/src/pay.ts": `import * as Sentry from "@sentry/node";
Sentry.addBreadcrumb({ category: "cart", message: \`Paid by \${user.email}\`, level: "info" });
`,
  "project/with space/clean.ts": `import * as Sentry from "@sentry/node";
Sentry.addBreadcrumb({ category: "cart", message: "Opened", level: "info" });
`,
};

/** Runs the steps as a runner does, until one fails; those that run even then are for the runner to choose. */
async function runAction(folder: string, inputs: Readonly<Record<string, string>>): Promise<readonly Finished[]> {
  const given = Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, value]));
  const known: Record<string, string> = { "github.action_path": process.cwd() };
  for (const [name, value] of Object.entries({ ...given, ...inputs })) known[`inputs.${name}`] = value;
  const fill = (text: string): string =>
    text.replaceAll(/\$\{\{ (.*?) \}\}/gu, (_, expression: string) => {
      const value = known[expression];
      if (value === undefined) throw new Error(`Nothing sets ${expression}.`);
      return value;
    });
  const finished: Finished[] = [];
  for (const step of action.runs.steps) {
    const env = {
      ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, fill(value)])),
      PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter),
      ASKED: join(folder, "asked"),
      GITHUB_OUTPUT: join(folder, "output"),
      GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    };
    finished.push(
      await run(join(folder, "project"), "bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], { env }),
    );
    if (step.name === undefined) {
      const [, spec = ""] = /^spec=(.*)$/mu.exec(await readFile(env.GITHUB_OUTPUT, "utf8")) ?? [];
      known["steps.package.outputs.spec"] = spec;
    }
  }
  return finished;
}

describe.skipIf(process.platform === "win32")("the action", () => {
  /** A folder with a project, and what stands for npx. */
  async function prepare(): Promise<string> {
    const { folder } = await workspace({ ...FILES, "bin/npx": NPX, "summary.md": "# Before\n" });
    await chmod(join(folder, "bin/npx"), 0o755);
    return folder;
  }

  it("annotates, writes SARIF and adds to the summary, with the command of its own version", async () => {
    const folder = await prepare();
    const [, check, sarif, summary] = await runAction(folder, {
      paths: "src",
      sarif: "all.sarif",
      options: "--strict",
    });
    expect(check).toMatchObject({ status: 1 });
    expect(check?.stdout).toMatch(/^::error file=src\/pay\.ts,line=2,.*title=sentry-breadcrumbs\/no-pii/mu);
    expect(sarif).toMatchObject({ status: 0, stdout: "" });
    expect(JSON.parse(await readFile(join(folder, "project/all.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
    expect(summary).toMatchObject({ status: 0, stdout: "" });
    expect(await readFile(join(folder, "summary.md"), "utf8")).toMatch(
      /^# Before\n## Sentry breadcrumbs in project\n\n1 breadcrumb in 1 file,/u,
    );
    const asked = (await readFile(join(folder, "asked"), "utf8")).trim().split("\n");
    expect(asked).toEqual(Array(3).fill(`sentry-breadcrumbs@${packageJson.version}`));
  });

  it("checks everything by default, and takes no input for code", async () => {
    const folder = await prepare();
    const [, check] = await runAction(folder, { options: "--no-config $(touch hacked); touch hacked" });
    expect(check?.status).toBe(2);
    const [, all] = await runAction(folder, {});
    expect(all?.stdout).toContain("src/pay.ts");
    expect((await run(folder, "ls", ["project"])).stdout).toBe("src\nwith space\n");
  });

  it("fails where the command does", async () => {
    const folder = await prepare();
    const results = await runAction(folder, { paths: "missing", sarif: "no.sarif" });
    expect(results.map(({ status }) => status)).toEqual([0, 2, 1, 2]);
  });
});
