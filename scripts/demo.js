// Lints the example application with the built command, and prints what it finds.
// Findings are expected there: exits 0 with some, 1 without any, the command's own exit code when it fails.
import { spawnSync } from "node:child_process";
import { commandIn, commandPackage, examples } from "./findings.js";

console.log("examples/ holds a shop in JavaScript and TypeScript, and a service in Rust.");
console.log("Both contain mistakes on purpose. This is what the command reports:\n");
// With warnings counted as failures, 0 means that nothing was found and 1 that something was.
const { status } = spawnSync(process.execPath, [commandIn(commandPackage), "--max-warnings", "0"], {
  cwd: examples,
  stdio: "inherit",
});
if (status === 0) console.error("The command found nothing in examples/, which contains mistakes on purpose.");
if (status === 1) {
  console.error("\nTo check a repository of your own, run this in its folder:");
  console.error(`node ${commandIn(commandPackage)}`);
}
process.exitCode = status === 1 ? 0 : Math.max(status ?? 1, 1);
