import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { root } from "../../scripts/findings.js";
import { packagesOnDemand } from "../../scripts/on-demand.js";
import { documentation, lintOptionsOf, samplesOf } from "../../scripts/samples.js";
import type * as Api from "../../src/cli/browser.ts";
import { describeInChromium } from "../support/chromium.ts";
import { servePages, type PageServer } from "../support/serve.js";
import type { Snippet } from "../support/snippet.ts";

/** A text, how it is linted, and what one rule says of it. */
interface Case {
  readonly title: string;
  readonly text: string;
  readonly options: Api.LintOptions;
  readonly rule: string;
  /** Where it is reported, and as what; undefined for some report or other. */
  readonly reports: readonly string[] | undefined;
}

/** The invalid snippets of the rules' tests, by rule. */
const snippets = vi.hoisted(() => new Map<string, Readonly<Record<string, Snippet>>>());
vi.mock("../support/test-rule.ts", () => ({
  testRule: (name: string, { invalid }: { readonly invalid: Readonly<Record<string, Snippet>> }) =>
    snippets.set(name, invalid),
}));
const RULE_TESTS = join(root, "tests/rules");
for (const file of readdirSync(RULE_TESTS).filter((name) => name.endsWith(".test.ts"))) {
  await import(join(RULE_TESTS, file));
}

const ofRules: readonly Case[] = [...snippets].flatMap(([rule, invalid]) =>
  Object.entries(invalid).map(([title, { code, language, options, settings, reports }]) => ({
    title: `${rule}: ${title}`,
    text: code,
    options: lintOptionsOf({ language, rule, options, settings }),
    rule,
    reports: reports.map(({ line, column, messageId }) => `${line}:${column} ${messageId}`),
  })),
);

const ofPages: readonly Case[] = documentation().flatMap((page) =>
  samplesOf(page).map(({ line, language, verdict, rule, options, settings, code }) => ({
    title: `${page.path}:${line}`,
    text: code,
    options: lintOptionsOf({ language, rule, options, settings }),
    rule,
    reports: verdict === "correct" ? [] : undefined,
  })),
);

declare global {
  /** What the bundle gives the page. */
  var api: typeof Api;
}

const ENTRY = `import * as api from "sentry-breadcrumbs/browser";\nglobalThis.api = api;\n`;

/** A bundle as users of each bundler make it, from what is published. */
const BUNDLERS: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  async vite(folder) {
    await build({
      root: folder,
      configFile: false,
      logLevel: "error",
      resolve: { alias: ALIASES },
      build: { rolldownOptions: { input: join(folder, "entry.js"), output: { entryFileNames: "bundle.js" } } },
    });
    writeFileSync(join(folder, "bundle.js"), readFileSync(join(folder, "dist/bundle.js")));
  },
  async esbuild(folder) {
    const installed = await packagesOnDemand("esbuild", { esbuild: "0.28.2" });
    const esbuild = (await import(join(installed, "node_modules/esbuild/lib/main.js"))) as {
      build(options: Readonly<Record<string, unknown>>): Promise<unknown>;
    };
    await esbuild.build({
      entryPoints: [join(folder, "entry.js")],
      outfile: join(folder, "bundle.js"),
      bundle: true,
      format: "esm",
      platform: "browser",
      minify: true,
      alias: ALIASES,
      define: { "process.env": "{}" },
      logLevel: "error",
    });
  },
};

/** The package as it is built, and what ESLint asks for paths, as docs/browser.md says. */
const ALIASES = {
  "sentry-breadcrumbs/browser": join(root, "dist/command/browser.js"),
  "node:path": join(root, "node_modules/path-browserify/index.js"),
};

await describeInChromium("lint", (browser) => {
  describe.each(Object.entries(BUNDLERS))("bundled by %s, on a page that allows its own scripts only", (_, bundle) => {
    let folder: string;
    let server: PageServer;
    let page: Page;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "browser-lint-"));
      writeFileSync(join(folder, "entry.js"), ENTRY);
      await bundle(folder);
      server = await serve(join(folder, "bundle.js"));
      page = await browser().newPage();
      const troubles: string[] = [];
      page.on("pageerror", ({ message }) => troubles.push(message));
      await page.goto(server.address);
      expect(troubles).toEqual([]);
    }, 120_000);
    afterAll(async () => {
      await page.close();
      server.close();
      rmSync(folder, { recursive: true });
    });

    it.each([
      ["the rules' tests", ofRules],
      ["the documentation", ofPages],
    ] as const)("says of the samples of %s what it says in Node.js", async (_, cases) => {
      expect(cases.length).toBeGreaterThan(100);
      const messages = await page.evaluate(
        (given) => given.map(({ text, options }) => globalThis.api.lint(text, options)),
        cases,
      );
      const differences = cases.flatMap(({ title, rule, reports }, index) => {
        const all = messages[index] ?? [];
        const own = all
          .filter(({ ruleId, fatal }) => fatal === true || ruleId === `sentry-breadcrumbs/${rule}`)
          .map(({ line, column, messageId, message }) => `${line}:${column} ${messageId ?? message}`);
        const isSame =
          reports === undefined
            ? own.length > 0
            : JSON.stringify(own.toSorted()) === JSON.stringify([...reports].toSorted());
        return isSame ? [] : [{ title, own, reports }];
      });
      expect(differences).toEqual([]);
    });

    it("fixes a text", async () => {
      const text = `import * as Sentry from "@sentry/browser";\nSentry.addBreadcrumb({ level: "warn" });\n`;
      const { output } = await page.evaluate((given) => globalThis.api.fix(given), text);
      expect(output).toBe(text.replace("warn", "warning"));
    });
  });
});

/** Serves a page that runs one script, under a policy that forbids to make others. */
function serve(bundle: string): Promise<PageServer> {
  return servePages(({ url }, response) => {
    response.setHeader("content-security-policy", "default-src 'none'; script-src 'self'");
    if (url === "/bundle.js") {
      response.setHeader("content-type", "text/javascript");
      response.end(readFileSync(bundle));
    } else {
      response.setHeader("content-type", "text/html");
      response.end('<!doctype html><script type="module" src="/bundle.js"></script>');
    }
  });
}
