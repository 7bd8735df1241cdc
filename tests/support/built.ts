import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import packageJson from "../../package.json" with { type: "json" };

/** A folder with the built plugin, as `./plugin.js`, and what this repository has installed. */
export interface Project {
  readonly folder: string;
  path(file: string): string;
  remove(): Promise<void>;
}

/**
 * Builds the plugin into a folder of its own, for programs that cannot read TypeScript.
 * @param files what else to put there, text by path.
 */
export async function buildProject(files: Readonly<Record<string, string>>): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "sentry-breadcrumbs-"));
  const path = (file: string): string => join(folder, file);
  await symlink(join(process.cwd(), "node_modules"), path("node_modules"), "junction");
  const bundle = await rolldown({
    input: "src/index.ts",
    platform: "node",
    external: Object.keys(packageJson.dependencies),
  });
  await bundle.write({ file: path("plugin.js"), format: "esm" });
  await bundle.close();
  await writeFile(path("package.json"), '{ "type": "module", "private": true }\n');
  await writeFiles(folder, files);
  return { folder, path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A copy of a project with the same plugin. */
export async function copyProject({ folder }: Project): Promise<Project> {
  const copy = await mkdtemp(join(tmpdir(), "sentry-breadcrumbs-"));
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
  return { folder: copy, path: (file) => join(copy, file), remove: () => rm(copy, { recursive: true, force: true }) };
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
