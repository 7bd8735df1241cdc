// A process of the bench: lints folders by oxlint's command in one way and prints the milliseconds that it took.
// node tests/bench/lint-oxlint.js <without|all> <folder>…
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oxlint } from "../../scripts/built-plugin.js";
import { root } from "../../scripts/findings.js";

const [way, ...folders] = process.argv.slice(2);
const { rules } = oxlint.strict;
const jsPlugins = [{ name: "sentry-breadcrumbs", specifier: join(root, "dist/index.js") }];
const folder = mkdtempSync(join(tmpdir(), "sentry-breadcrumbs-"));
try {
  // Without a word on its own rules oxlint runs those that it has on by default.
  writeFileSync(join(folder, "oxlint.json"), JSON.stringify(way === "all" ? { jsPlugins, rules } : {}));
  const bin = join(root, "node_modules/oxlint/bin/oxlint");
  const command = [bin, "--config", join(folder, "oxlint.json"), "--format", "json", ...folders];
  const start = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", maxBuffer: 1e9 });
  const milliseconds = performance.now() - start;
  const { number_of_files: files, number_of_rules: count } = JSON.parse(stdout || stderr);
  console.log(JSON.stringify({ files, rules: count, milliseconds }));
} finally {
  rmSync(folder, { recursive: true });
}
