// npm run test:engines: the rules' tests in the engines that `npm test` leaves out, by vitest.engines.config.ts. oxlint's
// rule tester needs Node.js 22, where its command runs on 20 as well; an older Node.js gets a newer one for it.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../../scripts/findings.js";
import { ifReachable, nodeOnDemand } from "../../scripts/on-demand.js";

const NODE = "24.21.0";

const major = Number(process.versions.node.split(".")[0]);
const node = major >= 22 ? process.execPath : await newerNode();
const statuses = [vitest(process.execPath, "eslint *"), node === undefined ? 0 : vitest(node, "oxlint")];
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;

/** @param {string} binary @param {string} project @returns {number | null} the exit status */
function vitest(binary, project) {
  const script = join(root, "node_modules/vitest/vitest.mjs");
  const parameters = [script, "run", "--config", "vitest.engines.config.ts", "--project", project];
  return spawnSync(binary, parameters, { cwd: root, stdio: "inherit" }).status;
}

/** @returns {Promise<string | undefined>} a Node.js in which oxlint's rule tester runs, or undefined, the reason printed */
async function newerNode() {
  const machine = `${process.platform} on ${process.arch}`;
  if (machine !== "linux on x64") {
    console.log(`oxlint: skipped, its rule tester needs Node.js 22 or later, and none is fetched for ${machine}.`);
    return undefined;
  }
  const node = await ifReachable(nodeOnDemand(NODE));
  if (node === undefined) {
    console.log("oxlint: skipped, its rule tester needs Node.js 22 or later, and the npm registry is out of reach.");
  }
  return node;
}
