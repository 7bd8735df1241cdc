// Joins the command and the libraries that it is made of into dist/cli/: who installs the plugin for ESLint alone gets
// no more packages for it, and the command starts with few files to load. What it loads late stays in chunks of its own.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import packageJson from "../package.json" with { type: "json" };
import { root } from "./findings.js";

/** What Babel's plugin `estree` does to each node and token, twice. */
const HIDDEN_INDEX = 'toUnenumerable(node.loc.start, "index");\n  toUnenumerable(node.loc.end, "index");\n';

/**
 * Leaves positions as Babel makes them. Its plugin `estree` hides the property `index` of each by `Object.defineProperty`,
 * which takes a third of the time of parsing, and who reads the tree here asks for lines and columns alone.
 * @type {import("rolldown").Plugin}
 */
const lighterPositions = {
  name: "lighter-positions",
  transform: {
    filter: { id: /[\\/]@babel[\\/]parser[\\/]lib[\\/]index\.js$/u },
    handler(code) {
      if (!code.includes(HIDDEN_INDEX))
        throw new Error("@babel/parser hides the index of positions in another way now.");
      return code.replace(HIDDEN_INDEX, "");
    },
  },
};

/**
 * @param {string} folder absolute: where the command goes.
 * @returns {Promise<void>}
 */
export async function buildCommand(folder) {
  const { dependencies, peerDependencies } = packageJson;
  const bundle = await rolldown({
    input: {
      index: join(root, "src/cli/index.ts"),
      "options-module": join(root, "src/cli/check/options-module.ts"),
      "eslint-config": join(root, "src/cli/check/eslint-config.ts"),
    },
    platform: "node",
    plugins: [lighterPositions],
    external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
  });
  const { output } = await bundle.write({
    dir: folder,
    format: "esm",
    chunkFileNames: "[name].js",
    minify: "dce-only",
  });
  const modules = output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
  writeFileSync(join(folder, "licenses.txt"), licencesOf(modules));
}

/**
 * The licences of the packages that some modules belong to, as they ask to be passed on.
 * @param {readonly string[]} modules absolute paths
 */
export function licencesOf(modules) {
  const folders = new Set(modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(path) ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
      const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}
