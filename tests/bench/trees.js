import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/findings.js";

/** Packages that ship their TypeScript sources, and the folder these are in; what is compiled beside them is left out. */
const PACKAGES = [
  { name: "effect", version: "4.1.0", sources: "src" },
  { name: "rxjs", version: "7.8.2", sources: "src" },
  { name: "viem", version: "2.57.20", sources: "." },
];

/**
 * Unpacks real TypeScript from the npm registry, once, into a folder that git ignores.
 * @returns {string[]} the folders of the sources
 */
export function realTrees() {
  const cache = join(root, ".cache/bench");
  // oxlint lints nothing that git ignores, but looks for .gitignore no higher than a folder of this name.
  mkdirSync(join(cache, ".git"), { recursive: true });
  return PACKAGES.map(({ name, version, sources }) => {
    const folder = join(cache, `${name}-${version}`);
    if (!existsSync(folder)) {
      mkdirSync(`${folder}.part`, { recursive: true });
      execFileSync("npm", ["pack", `${name}@${version}`, "--pack-destination", cache, "--silent"], { stdio: "ignore" });
      execFileSync("tar", [
        "-xzf",
        join(cache, `${name}-${version}.tgz`),
        "-C",
        `${folder}.part`,
        "--exclude=package/_*",
      ]);
      renameSync(`${folder}.part`, folder);
    }
    return join(folder, "package", sources);
  });
}
