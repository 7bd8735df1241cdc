import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };

/** The absolute path of a file in the plugin's package. */
export function fileOfPlugin(...path: readonly string[]): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${packageJson.name}/package.json`)), ...path);
}
