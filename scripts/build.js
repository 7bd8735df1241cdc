// Compiles src/ and rules/ into dist/ by tsc, and joins the modules into the one file that is published: ESLint waits for
// the plugin at every start and in every worker, and most of that wait is for files, not for code.
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import packageJson from "../package.json" with { type: "json" };
import { buildCommand } from "./build-command.js";
import { buildPage } from "./build-page.js";
import { root } from "./findings.js";

const dist = join(root, "dist");
// A package must never hold the output of a file that is gone.
rmSync(dist, { recursive: true, force: true });
const tsc = join(root, "node_modules/typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [tsc, "--project", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });

// The plugin imports its name and version from package.json, which tsc therefore copies. Only these may stay:
// a nested copy of `exports` would be one that Node ignores and some bundlers follow.
const { name, version, type } = packageJson;
writeFileSync(join(dist, "package.json"), `${JSON.stringify({ name, version, type }, null, 2)}\n`);
if (status === 0) {
  const dependencies = Object.keys(packageJson.dependencies);
  const bundle = await rolldown({ input: join(dist, "src/index.js"), platform: "node", external: dependencies });
  await bundle.write({ file: join(dist, "index.js"), format: "esm" });
  await buildCommand(join(dist, "cli"));
  await buildPage(join(dist, "cli/inventory.html"));
}
process.exitCode = status ?? 1;
