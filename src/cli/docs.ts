import { spawn } from "node:child_process";
import { PREFIX } from "./check/job.ts";
import { fileOfPlugin } from "./plugin-files.ts";
import type { Output } from "./io.ts";

/** A program and its arguments. */
type Run = readonly [string, ...string[]];

/**
 * Opens a rule's page, which is part of the plugin, in a browser, and prints its path. Without a terminal or a desktop
 * it only prints the path.
 * @param rule with the prefix of the plugin.
 */
export async function docs(rule: string, output: Output): Promise<void> {
  const page = fileOfPlugin("dist/docs/rules", `${rule.slice(PREFIX.length)}.html`);
  output.stdout.write(`${page}\n`);
  const opener = output.stdout.isTTY === true ? openerOf(process.platform, output.env) : undefined;
  if (opener !== undefined) await started([...opener, page]);
}

/** What opens a page in a browser; undefined where nobody would see it. */
export function openerOf(platform: NodeJS.Platform, env: Output["env"]): Run | undefined {
  const { BROWSER, CI, DISPLAY, WAYLAND_DISPLAY } = env;
  if (CI !== undefined) return undefined;
  if (BROWSER !== undefined && BROWSER !== "") return [BROWSER];
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["explorer"];
  return DISPLAY === undefined && WAYLAND_DISPLAY === undefined ? undefined : ["xdg-open"];
}

/** Starts a program and does not wait for its end. One that is not there does nothing: the path is printed already. */
function started([program, ...rest]: Run): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(program, rest, { detached: true, stdio: "ignore" });
    child.once("spawn", resolve).once("error", () => {
      resolve();
    });
    child.unref();
  });
}
