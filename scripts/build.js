// Compiles src/ and rules/ into dist/ by tsc, and joins the modules into the few files that are published: ESLint waits for
// the plugin at every start and in every worker, and most of that wait is for files, not for code.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";
import typescript from "typescript";
import packageJson from "../package.json" with { type: "json" };
import { buildCommand } from "./build-command.js";
import { buildPage } from "./build-page.js";
import { root } from "./findings.js";
import { writeRulePages } from "./rule-pages.js";

/**
 * What the package exports, as src/index.ts does, of the CommonJS that follows. By an `import` of it Node.js would read it
 * twice, once for the names of its exports.
 */
const PLUGIN = `import { createRequire } from "node:module";

const { oxlint, plugin } = createRequire(import.meta.url)("./plugin.cjs");

export { oxlint, plugin as default, plugin as "module.exports" };
`;

/** The same for bundlers, which read CommonJS by an `import` alone. */
const PLUGIN_FOR_BROWSERS = `import built from "./plugin.cjs";

export default built.plugin;
`;

const dist = join(root, "dist");
// A package must never hold the output of a file that is gone.
rmSync(dist, { recursive: true, force: true });
const tsc = join(root, "node_modules/typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [tsc, "--project", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});

// The plugin imports its name and version from package.json, which tsc therefore copies. Only these may stay:
// a nested copy of `exports` would be one that Node ignores and some bundlers follow.
const { name, version, type } = packageJson;
writeFileSync(join(dist, "package.json"), `${JSON.stringify({ name, version, type }, null, 2)}\n`);
if (status === 0) {
  await buildPlugin();
  keepPublicTypes();
  await buildCommand(join(dist, "command"));
  await buildPage(join(dist, "command/inventory.html"));
  writeRulePages(join(dist, "docs/rules"));
}
process.exitCode = status ?? 1;

/**
 * Joins the modules into one file, `plugin.cjs`, but for the detectors, `detectors.cjs`, and what both are made of,
 * `shared.cjs`. They are CommonJS, as rules cannot wait for an `import()`.
 */
async function buildPlugin() {
  /** @type {import("rolldown").Plugin} */
  const detectorsOnDemand = {
    name: "detectors-on-demand",
    load: {
      filter: { id: /[\\/]dist[\\/]src[\\/]languages[\\/]\w+\.js$/u },
      handler(id) {
        const code = readFileSync(id, "utf8").replace(
          /^import \{ (\w+) \} from "\.\.\/detect\/detectors\.js";$/mu,
          'const $1 = (...given) => require("./detectors.cjs").$1(...given);',
        );
        if (code.includes("/detectors.js")) throw new Error(`${id} loads the detectors in another way now.`);
        return code;
      },
    },
  };
  /**
   * CommonJS has a `require` of its own; one that Node.js makes no browser has.
   * @type {import("rolldown").Plugin}
   */
  const ownRequire = {
    name: "own-require",
    load: {
      filter: { id: /[\\/]dist[\\/]src[\\/]languages[\\/]\w+[\\/]libraries\.js$/u },
      handler(id) {
        const code = readFileSync(id, "utf8")
          .replace('import { createRequire } from "node:module";', "")
          .replace("const require = createRequire(import.meta.url);", "");
        if (code.includes("createRequire")) throw new Error(`${id} makes its require in another way now.`);
        return code;
      },
    },
  };
  const bundle = await rolldown({
    input: { plugin: join(dist, "src/internal.js"), detectors: join(dist, "src/detect/detectors.js") },
    platform: "node",
    external: [...Object.keys(packageJson.dependencies), "./detectors.cjs"],
    // The names of the modules are for whoever reads the sources.
    experimental: { attachDebugInfo: "none" },
    // As it is written: the file is beside the one that asks.
    makeAbsoluteExternalsRelative: false,
    plugins: [detectorsOnDemand, ownRequire],
  });
  await bundle.write({
    dir: dist,
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "shared.cjs",
    // ESLint reads these files at every start; the comments are for whoever reads the sources.
    comments: { jsdoc: false },
  });
  writeFileSync(join(dist, "index.js"), PLUGIN);
  writeFileSync(join(dist, "browser.js"), PLUGIN_FOR_BROWSERS);
}

/** Removes the types that no export of the package leads to, by far the most. */
function keepPublicTypes() {
  const reached = new Set();
  const reach = (/** @type {string} */ path) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { fileName } of typescript.preProcessFile(readFileSync(path, "utf8")).importedFiles) {
      if (fileName.startsWith(".")) reach(resolve(path, "..", fileName.replace(/\.(c?)ts$/u, ".d.$1ts")));
    }
  };
  for (const entry of Object.values(packageJson.exports)) {
    if (typeof entry === "object") reach(join(root, entry.types));
  }
  for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
    const path = join(dist, name);
    if (/\.d\.c?ts$/u.test(name) && !reached.has(path)) rmSync(path);
  }
}
