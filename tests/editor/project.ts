import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { pack } from "../smoke/packed.js";

const run = promisify(execFile);

/** A project that somebody has open in an editor. */
export interface Workspace {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Makes a project that has installed the packed plugin, and beside it only what the plugin depends on and what is named.
 * @param packages further packages, linked to where this repository has them.
 * @param files what else is in the project, text by path.
 */
export async function createWorkspace(
  packages: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<Workspace> {
  // Without links in its path, so that servers, which resolve them, name files as the test does.
  const folder = await realpath(await mkdtemp(join(tmpdir(), "sentry-breadcrumbs-")));
  const modules = join(folder, "node_modules");
  const plugin = join(modules, packageJson.name);
  await mkdir(plugin, { recursive: true });
  const { plugin: tarball } = await pack(folder);
  await run("tar", ["-xzf", tarball, "-C", plugin, "--strip-components=1"]);
  for (const name of [...Object.keys(packageJson.dependencies), ...packages]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(process.cwd(), "node_modules", name), join(modules, name), "junction");
  }
  for (const [path, text] of Object.entries({ "package.json": '{ "type": "module", "private": true }\n', ...files })) {
    await writeFile(join(folder, path), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
