// What a user gets on each Node.js that `engines` names: one project with the packed packages and ESLint 10, loaded and linted
// by the first and the newest version of each line. The binaries come from the npm registry.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { isUnreachable, nodeOnDemand } from "../../scripts/on-demand.js";
import { root } from "../../scripts/findings.js";
import { lintExamples, pack, projectOfExamples } from "./packed.js";

const run = promisify(execFile);

/** The first version of each range in `engines`, and the newest of each even line. */
const NODES = ["20.19.0", "22.13.0", "22.23.3", "24.0.0", "24.21.0", "26.10.0"];

/** The two ways to load the plugin, from files as a project has them. */
const LOADERS = {
  "load.mjs": `
    import plugin from "eslint-plugin-sentry-breadcrumbs";
    if (plugin.rules["valid-level"] === undefined) throw new Error("No rules.");
  `,
  "load.cjs": `
    const plugin = require("eslint-plugin-sentry-breadcrumbs");
    if (plugin.rules["valid-level"] === undefined) throw new Error("No rules.");
    import("eslint-plugin-sentry-breadcrumbs").then((imported) => {
      if (imported.default !== plugin) throw new Error("Two plugins.");
    });
  `,
};

if (process.platform !== "linux" || process.arch !== "x64") {
  console.log(`Skipped: there are binaries for Linux on x64 here, not for ${process.platform} on ${process.arch}.`);
} else {
  const work = await mkdtemp(join(tmpdir(), "sentry-breadcrumbs-"));
  try {
    await tryAll(await installed(work));
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    console.log("Skipped: the npm registry is out of reach.");
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @returns {Promise<string>} a project with the packed packages
 */
async function installed(work) {
  const project = join(work, "shop");
  const { devDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const install = await projectOfExamples(project);
  const versions = ["eslint", "typescript", "typescript-eslint"].map((name) => `${name}@${devDependencies[name]}`);
  await install(...Object.values(await pack(work)), ...versions);
  for (const [file, text] of Object.entries(LOADERS)) await writeFile(join(project, file), text);
  return project;
}

/** @param {string} project */
async function tryAll(project) {
  for (const version of NODES) {
    try {
      const node = await nodeOnDemand(version);
      const { stdout } = await run(node, ["--version"]);
      if (stdout.trim() !== `v${version}`) throw new Error(`this is ${stdout}`);
      console.log(`Node.js ${version}: imported, required, ${await tryOut(project, node)} findings as stored`);
    } catch (error) {
      if (isUnreachable(error)) {
        console.log(`Node.js ${version}: skipped, the npm registry is out of reach.`);
      } else {
        console.error(`Node.js ${version}: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 1;
      }
    }
  }
}

/**
 * @param {string} project
 * @param {string} node
 * @returns {Promise<number>} how many findings there were
 * @throws with what is wrong, a warning included
 */
async function tryOut(project, node) {
  for (const file of Object.keys(LOADERS)) {
    const { stderr } = await run(node, [file], { cwd: project });
    if (stderr !== "") throw new Error(`${file} warns: ${stderr}`);
  }
  return lintExamples(project, node);
}
