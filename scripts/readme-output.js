// Writes into README.md what the command prints for some files of the examples.
// With --check it writes nothing and fails when README.md is stale.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandIn, commandPackage, examples, root } from "./findings.js";

const FILES = ["shop/server/orders.ts", "axum-service/src/auth.rs"];
const README = join(root, "README.md");
const BLOCK = /(?<=<!-- begin terminal output -->\n)[^]*(?=<!-- end terminal output -->)/;

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [commandIn(commandPackage), "--format", "pretty", ...FILES],
  {
    cwd: examples,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" },
  },
);
if (status !== 1) throw new Error(`The command should find faults there, and exited with ${status}:\n${stderr}`);
const printed = stdout.trim();
const readme = readFileSync(README, "utf8");
const current = readme.replace(
  BLOCK,
  () => `\n\`\`\`text\n$ npx sentry-breadcrumbs ${FILES.join(" ")}\n\n${printed}\n\`\`\`\n\n`,
);

if (!process.argv.includes("--check")) {
  writeFileSync(README, current);
} else if (readme !== current) {
  console.error("The terminal output in README.md is stale: run `npm run docs` and commit what it writes.");
  process.exitCode = 1;
}
