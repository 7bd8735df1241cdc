import type { LaunchOptions } from "playwright-core";
import { chromiumOnDemand, ifReachable } from "../../scripts/on-demand.js";

/**
 * How Playwright starts the Chromium that `CHROMIUM` names, or one from the npm registry.
 * @returns why there is none, where there is none.
 */
export async function findChromium(): Promise<LaunchOptions | string> {
  const args = ["--no-sandbox", "--headless=shell"];
  const { CHROMIUM } = process.env;
  if (CHROMIUM !== undefined) return { executablePath: CHROMIUM, args };
  if (process.platform !== "linux" || process.arch !== "x64") return "set CHROMIUM to where it is";
  const found = await ifReachable(chromiumOnDemand());
  if (found === undefined) return "the npm registry is out of reach";
  const { executablePath, env } = found;
  return { executablePath, env: { ...(process.env as Record<string, string>), ...env }, args };
}
