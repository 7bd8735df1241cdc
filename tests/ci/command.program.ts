import { readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildProject, copyProject, type Project } from "../support/built.ts";
import { findingsOf, runESLint } from "./run.ts";
import { FILES, FINDINGS } from "./shop.ts";

// Many starts of programs, and of packages an installation, on a machine that may do other work.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let built: Project;
beforeAll(async () => {
  built = await buildProject(FILES);
});
afterAll(() => built.remove());

interface Run {
  readonly status: number;
  readonly findings: readonly string[];
  readonly stderr: string;
}

/** Runs ESLint's command over the shop. */
async function run(eslint: string, { folder }: Project, ...options: readonly string[]): Promise<Run> {
  const { status, stdout, stderr } = await runESLint(folder, ["--format", "json", ...options, "shop"], { eslint });
  return { status, findings: findingsOf(folder, stdout), stderr };
}

/** `--concurrency` and suppressions are newer than the oldest ESLint that is supported, and in both that are tested. */
describe.concurrent.each(["eslint", "eslint9"])("the command of %s", (eslint) => {
  let project: Project;
  beforeAll(async () => {
    project = await copyProject(built);
  });
  afterAll(() => project.remove());

  it("works with its cache, threads, suppressions and fixes, beside JSON and Markdown", async () => {
    const none: string[] = [];
    const cache = ["--cache", "--cache-strategy", "content", "--cache-location", ".cache/eslint"];
    expect(await run(eslint, project, ...cache)).toEqual({ status: 1, findings: FINDINGS, stderr: "" });

    // What the cache holds is what the second run tells: another message in it comes out.
    const stored = await readFile(project.path(".cache/eslint"), "utf8");
    expect(stored).toContain("sentry-breadcrumbs/no-pii");
    await writeFile(project.path(".cache/eslint"), stored.replaceAll("sentry-breadcrumbs/no-pii", "from-cache"));
    const fromCache = FINDINGS.map((finding) => finding.replace("sentry-breadcrumbs/no-pii", "from-cache"));
    expect((await run(eslint, project, ...cache)).findings).toEqual(fromCache);

    expect((await run(eslint, project, "--concurrency", "2")).findings).toEqual(FINDINGS);

    expect(await run(eslint, project, "--suppress-all")).toEqual({ status: 0, findings: none, stderr: "" });
    const suppressed = await readFile(project.path("eslint-suppressions.json"), "utf8");
    expect(JSON.parse(suppressed)).toEqual({
      "shop/Cart.vue": { "sentry-breadcrumbs/valid-level": { count: 1 } },
      "shop/cart.ts": { "sentry-breadcrumbs/valid-level": { count: 1 } },
      "shop/sign-in.rs": {
        "sentry-breadcrumbs/valid-type": { count: 1 },
        "sentry-breadcrumbs/no-pii": { count: 1 },
      },
    });

    const repaired = (await readFile(project.path("shop/cart.ts"), "utf8")).replace('"warn"', '"warning"');
    await writeFile(project.path("shop/cart.ts"), repaired);
    expect(await run(eslint, project)).toMatchObject({ status: 2, findings: none });
    expect(await run(eslint, project, "--prune-suppressions")).toMatchObject({ status: 0, findings: none });
    const pruned = await readFile(project.path("eslint-suppressions.json"), "utf8");
    expect(Object.keys(JSON.parse(pruned) as object)).toEqual(["shop/Cart.vue", "shop/sign-in.rs"]);

    await writeFile(project.path("eslint-suppressions.json"), "{}\n");
    expect((await run(eslint, project, "--fix")).findings).toEqual(FINDINGS.slice(-1));
    expect(await readFile(project.path("shop/Cart.vue"), "utf8")).toBe(
      FILES["shop/Cart.vue"].replace("'warn'", "'warning'"),
    );
    expect(await readFile(project.path("shop/sign-in.rs"), "utf8")).toBe(
      FILES["shop/sign-in.rs"].replace('User".into', 'user".into'),
    );
  });
});
