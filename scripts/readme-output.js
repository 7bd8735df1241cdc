// Writes into README.md what the command prints for some files of the examples.
// With --check it writes nothing and fails when README.md is stale.
import { spawnSync } from "node:child_process";
import { commandIn, commandPackage, examples } from "./findings.js";
import { writeGeneratedPart } from "./generated.js";

const FILES = ["shop/server/orders.ts", "axum-service/src/auth.rs"];

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
const block = ["```text", `$ npx sentry-breadcrumbs ${FILES.join(" ")}`, "", printed, "```"].join("\n");
writeGeneratedPart("README.md", "terminal output", block);
