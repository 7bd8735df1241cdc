// Lints the example application with the built plugin, by ESLint's own command, and prints what it finds.
// Findings are expected there: exits 0 with some, 1 without any, ESLint's own exit code when ESLint fails.
import { spawnSync } from "node:child_process";
import { examples, eslintOf, root } from "./findings.js";

// With warnings counted as failures, 0 means that nothing was found and 1 that something was.
const { status } = spawnSync(process.execPath, [eslintOf(root), "--max-warnings", "0", "."], {
  cwd: examples,
  stdio: "inherit",
});
if (status === 0) console.error("ESLint found nothing in examples/, where faults are on purpose.");
process.exitCode = status === 1 ? 0 : Math.max(status ?? 1, 1);
