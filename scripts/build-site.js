// Checks the types of the site, and builds it into dist/site, with packages of its own: no other work on the project needs them.
import { execFileSync } from "node:child_process";
import { root } from "./findings.js";

/**
 * Builds the site. The plugin and the command have to be built before.
 * @param {NodeJS.ProcessEnv} [env] `SITE_BASE` is the path below which a host serves the site; `/`, when left out
 */
export function buildSite(env = {}) {
  const npm = (/** @type {readonly string[]} */ words) => {
    execFileSync("npm", words, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
  };
  npm(["ci", "--prefix", "site", "--ignore-scripts", "--no-audit", "--no-fund"]);
  npm(["exec", "--prefix", "site", "--", "vue-tsc", "--project", "site"]);
  npm(["exec", "--prefix", "site", "--", "vitepress", "build", "site"]);
}

if (import.meta.filename === process.argv[1]) buildSite();
