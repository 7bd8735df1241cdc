import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { examples, readExpectedFindings } from "../../scripts/findings.js";
import { ifReachable, nodeOnDemand } from "../../scripts/on-demand.js";

const CATEGORIES = ["account", "cart", "catalog", "checkout.*", "mail", "order", "payment", "stock"];
const WRAPPER = { name: "trackBreadcrumb", from: "@/lib/track", parameters: ["message", "category", "data", "level"] };

/** Only our rules: those of oxlint's own that are on by default are off. */
const OURS = { categories: { correctness: "off" } };

/** The examples as their ESLint config has them: but for the support chat they are linted by `recommended`. */
const SHOP_CONFIG = `
  import { oxlint } from "eslint-plugin-sentry-breadcrumbs";
  export default {
    ...${JSON.stringify(OURS)},
    extends: [oxlint.recommended],
    settings: { "sentry-breadcrumbs": ${JSON.stringify({ categories: CATEGORIES, wrappers: [WRAPPER] })} },
  };
`;
const SUPPORT_CONFIG = `
  import { oxlint } from "eslint-plugin-sentry-breadcrumbs";
  export default {
    ...${JSON.stringify(OURS)},
    extends: [oxlint.strict],
    rules: { "sentry-breadcrumbs/known-category": ["error", { unknown: "declared" }] },
  };
`;

const SIGN_IN = `import * as Sentry from "@sentry/browser";
export function signedIn(user) {
  Sentry.addBreadcrumb({ category: "auth", message: "Signed in " + user.email, level: "warn" });
  // oxlint-disable-next-line sentry-breadcrumbs/no-pii -- agreed with the data protection officer
  Sentry.addBreadcrumb({ category: "auth", message: "Signed in " + user.email });
  // eslint-disable-next-line sentry-breadcrumbs/no-pii -- agreed with the data protection officer
  Sentry.addBreadcrumb({ category: "auth", message: "Signed in " + user.email });
}
`;
const SIGN_IN_FINDINGS = [
  "sign-in.ts:3:68 error sentry-breadcrumbs/no-pii",
  "sign-in.ts:3:87 error sentry-breadcrumbs/valid-level",
];

const COMPONENTS = {
  "Cart.vue": `<script setup lang="ts">
import * as Sentry from "@sentry/vue";
Sentry.addBreadcrumb({ message: "saved", level: "warn" });
</script>

<template>
  <button @click="Sentry.addBreadcrumb({ message: 'paid', level: 'warn' })">Pay</button>
</template>
`,
  "Cart.svelte": `<script>
  import * as Sentry from "@sentry/svelte";
  Sentry.addBreadcrumb({ message: "saved", level: "warn" });
</script>

<button onclick={() => Sentry.addBreadcrumb({ message: "paid", level: "warn" })}>Pay</button>
`,
  "Cart.astro": `---
import * as Sentry from "@sentry/astro";
Sentry.addBreadcrumb({ message: "saved", level: "warn" });
---

<button>Pay</button>
<script>
  import * as Sentry from "@sentry/browser";
  Sentry.addBreadcrumb({ message: "paid", level: "warn" });
</script>
`,
  "auth.rs": `fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { ty: "User".into(), ..Default::default() }); }
`,
};

interface Diagnostic {
  readonly code?: string;
  readonly severity: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
}

let folder = "";
const path = (file: string): string => join(folder, file);

/** A project that has the package installed, as `npm install` would lay it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sentry-breadcrumbs-"));
  const installed = path("node_modules/eslint-plugin-sentry-breadcrumbs");
  await mkdir(installed, { recursive: true });
  await symlink(join(process.cwd(), "node_modules"), join(installed, "node_modules"), "junction");
  await cp("package.json", join(installed, "package.json"));
  const external = Object.keys(packageJson.dependencies);
  const bundle = await rolldown({ input: "src/index.ts", platform: "node", external });
  await bundle.write({ file: join(installed, packageJson.main), format: "esm" });
  await bundle.close();
  await cp(join(examples, "shop"), path("shop"), { recursive: true });
  await Promise.all(
    Object.entries({
      ...COMPONENTS,
      "sign-in.ts": SIGN_IN,
      "shop.config.mjs": SHOP_CONFIG,
      "support.config.mjs": SUPPORT_CONFIG,
      "oxlintrc.json": JSON.stringify(
        withRules({ "valid-level": "error", "no-pii": "error", "known-category": "error" }),
      ),
      "option.json": JSON.stringify(withRules({ "valid-level": ["error", { allowed: [] }] })),
      "setting.json": JSON.stringify({
        ...withRules({ "valid-level": "error" }),
        settings: { "sentry-breadcrumbs": { category: [] } },
      }),
    }).map(([file, text]) => writeFile(path(file), text)),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A config as JSON, which loads the plugin by itself. */
function withRules(rules: Readonly<Record<string, unknown>>): object {
  const named = Object.entries(rules).map(([name, entry]) => [`sentry-breadcrumbs/${name}`, entry]);
  return { ...OURS, jsPlugins: ["eslint-plugin-sentry-breadcrumbs"], rules: Object.fromEntries(named) as object };
}

/** Runs oxlint's command in the project. */
function oxlint(...parameters: readonly string[]): Promise<{ status: number; output: string }> {
  return oxlintBy(process.execPath, folder, parameters);
}

/** The same by another Node.js and in another folder. */
function oxlintBy(
  node: string,
  cwd: string,
  parameters: readonly string[],
): Promise<{ status: number; output: string }> {
  const command = [join(process.cwd(), "node_modules/oxlint/bin/oxlint"), ...parameters];
  return new Promise((resolve) => {
    execFile(node, command, { cwd, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

/** @returns `file:line:column severity rule` of each finding, in order; what is wrong with the run, for lack of a rule. */
async function findingsIn(config: string, ...files: readonly string[]): Promise<string[]> {
  const { output } = await oxlint("--config", config, "--format", "json", ...files);
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly Diagnostic[] };
  return diagnostics
    .map(({ code = "failed()", severity, filename, labels }) => {
      const { line, column } = labels[0]?.span ?? { line: 0, column: 0 };
      return `${filename.replaceAll("\\", "/")}:${line}:${column} ${severity} ${code.replace(/\((.*)\)/, "/$1")}`;
    })
    .toSorted(inOrder);
}

function inOrder(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

describe("the page on oxlint", () => {
  const page = readFileSync("docs/oxlint.md", "utf8");
  const fences = [...page.matchAll(/^`{3}(\w+)\n(.*?)^`{3}$/gmsu)].map(
    ([, language, text]) => [language, text] as const,
  );
  const sample = (language: string): string => fences.find(([each]) => each === language)?.[1] ?? "";

  /** What oxlint prints in a project with a config, as the page says to run it. */
  async function printed(node: string, name: string, config: string, ...options: readonly string[]): Promise<string> {
    const project = await mkdtemp(path("page-"));
    await writeFile(join(project, name), config);
    await writeFile(join(project, "sign-in.ts"), SIGN_IN);
    return (await oxlintBy(node, project, options)).output;
  }

  it("installs what its configs import", () => {
    expect(sample("sh")).toBe(`npm install --save-dev oxlint ${packageJson.name}\n`);
  });

  it("has a config that oxlint finds by its name, and any other by an option", async ({ skip }) => {
    const config = sample("js");
    const name = /^\/\/ (\S+)\n/u.exec(config)?.[1] ?? "";
    const [, otherName = ""] = /run `oxlint --config (\S+)`/u.exec(page) ?? [];
    const other = await printed(process.execPath, otherName, config, "--config", otherName);
    expect(other).toContain("sentry-breadcrumbs(valid-level)");
    const node = await ifReachable(nodeOnDemand("24.21.0"));
    if (node === undefined) skip();
    else expect(await printed(node, name, config)).toContain("sentry-breadcrumbs(valid-level)");
  });

  it("has one in JSON, for any Node.js", async () => {
    const output = await printed(process.execPath, ".oxlintrc.json", sample("json"));
    expect(output).toContain("sentry-breadcrumbs(valid-level)");
    expect(output).toContain("sentry-breadcrumbs(no-pii)");
  });
});

describe("the command of oxlint", () => {
  it("finds in the examples what ESLint finds", async () => {
    const expected = readExpectedFindings()
      .filter((finding) => finding.startsWith("shop/"))
      .map((finding) => finding.replace(/ \(\w+\)$/, ""))
      .toSorted(inOrder);
    const recommended = await findingsIn("shop.config.mjs", "shop/client", "shop/server");
    const strict = await findingsIn("support.config.mjs", "shop/support");
    expect([...recommended, ...strict].toSorted(inOrder)).toEqual(expected);
    expect(strict).not.toEqual([]);
  });

  it("takes a config in JSON, and honours comments that disable rules", async () => {
    expect(await findingsIn("oxlintrc.json", "sign-in.ts")).toEqual(SIGN_IN_FINDINGS);
  });

  it("lints the scripts of components, and neither their templates nor Rust", async () => {
    expect(await findingsIn("oxlintrc.json", ...Object.keys(COMPONENTS))).toEqual([
      "Cart.astro:3:49 error sentry-breadcrumbs/valid-level",
      "Cart.astro:9:50 error sentry-breadcrumbs/valid-level",
      "Cart.svelte:3:51 error sentry-breadcrumbs/valid-level",
      "Cart.vue:3:49 error sentry-breadcrumbs/valid-level",
    ]);
  });

  it("applies fixes, and suggestions when asked to", async () => {
    await writeFile(path("fixed.ts"), SIGN_IN);
    await writeFile(path("fixed.vue"), COMPONENTS["Cart.vue"]);
    await writeFile(path("suggested.ts"), SIGN_IN);
    await oxlint("--config", "oxlintrc.json", "--fix", "fixed.ts", "fixed.vue");
    await oxlint("--config", "oxlintrc.json", "--fix-suggestions", "suggested.ts");
    const fixed = SIGN_IN.replace('"warn"', '"warning"');
    expect(await readFile(path("fixed.ts"), "utf8")).toBe(fixed);
    expect(await readFile(path("fixed.vue"), "utf8")).toBe(COMPONENTS["Cart.vue"].replace('"warn"', '"warning"'));
    expect(await readFile(path("suggested.ts"), "utf8")).toBe(fixed.replace("user.email", "user.id"));
  });

  it("refuses options and settings that are wrong, and says which", async () => {
    const option = await oxlint("--config", "option.json", "sign-in.ts");
    expect(option.status).not.toBe(0);
    expect(option.output).toContain('Unexpected property "allowed". Expected properties: "allowLog"');
    const setting = await oxlint("--config", "setting.json", "sign-in.ts");
    expect(setting.status).not.toBe(0);
    expect(setting.output).toContain('settings["sentry-breadcrumbs"].category is unknown');
  });

  it("writes SARIF and GitHub's annotations", async () => {
    const sarif = await oxlint("--config", "oxlintrc.json", "--format", "sarif", "sign-in.ts");
    const [run] = (JSON.parse(sarif.output) as Sarif).runs;
    const regions = run?.results.map(({ ruleId, locations }) => ({ ruleId, ...locations[0]?.physicalLocation.region }));
    const inLine = { startLine: 3, endLine: 3 };
    expect(regions).toEqual([
      { ruleId: "sentry-breadcrumbs(no-pii)", ...inLine, startColumn: 68, endColumn: 78 },
      { ruleId: "sentry-breadcrumbs(valid-level)", ...inLine, startColumn: 87, endColumn: 93 },
    ]);
    const { output } = await oxlint("--config", "oxlintrc.json", "--format", "github", "sign-in.ts");
    expect(output).toContain("::error file=sign-in.ts,line=3,endLine=3,col=87,endColumn=93,title=sentry-breadcrumbs");
  });
});

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly locations: readonly { readonly physicalLocation: { readonly region: object } }[];
    }[];
  }[];
}
