import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { chromium, type Browser, type LaunchOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { root } from "../../scripts/findings.js";
import { CHROMIUM_ARGUMENTS, chromiumOnDemand, ifReachable } from "../../scripts/on-demand.js";

/**
 * Describes what happens in Chromium. Where there is none, the tests are skipped, and the title says why.
 * @param tests is given what returns the browser while the tests run.
 */
export async function describeInChromium(title: string, tests: (browser: () => Browser) => void): Promise<void> {
  const found = await findChromium();
  const isMissing = typeof found === "string";
  describe.skipIf(isMissing)(`${title}, in Chromium${isMissing ? ` (${found})` : ""}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      if (!isMissing) browser = await chromium.launch(found);
    });
    afterAll(() => browser.close());
    tests(() => browser);
  });
}

/**
 * How Playwright starts the Chromium that `CHROMIUM` names, or one from the npm registry.
 * @returns why there is none, where there is none.
 */
async function findChromium(): Promise<LaunchOptions | string> {
  const { CHROMIUM } = process.env;
  if (CHROMIUM !== undefined) return { executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS };
  if (process.platform !== "linux" || process.arch !== "x64") return "set CHROMIUM to where it is";
  return (await ifReachable(chromiumOnDemand())) ?? "the npm registry is out of reach";
}

/**
 * What the accessibility checker objects to in a page, by its rule.
 * @param exclude selectors of what is not checked.
 */
export async function objectionsTo(page: Page, exclude: readonly string[] = []): Promise<readonly string[]> {
  // The page's own policy keeps foreign scripts out; what a debugger evaluates is let in.
  await page.evaluate(readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8"));
  const context = { exclude: exclude.map((selector) => [selector]) };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(context)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`),
  );
}
