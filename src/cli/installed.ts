import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import process from "node:process";

/** `@scope/name` of `@scope/name/part`. */
const PACKAGE = /^(?:@[^/]+\/)?[^/]+/u;

/**
 * The file that a module of a package is for another file, as `import` finds it there. `require` also looks in
 * `NODE_PATH`, where pnpm lists the packages of the command that it starts.
 * @param name the package, or what it exports: `sentry-breadcrumbs/parser`.
 * @param file absolute: the file that would import it; it need not exist.
 * @returns undefined where it is not installed
 */
export function installedPath(name: string, file: string): string | undefined {
  const everywhere = process.env["NODE_PATH"]?.split(delimiter) ?? [];
  const [folderName = name] = PACKAGE.exec(name) ?? [];
  try {
    const require = createRequire(file);
    const path = require.resolve(name);
    const folder = require.resolve.paths(name)?.find((each) => existsSync(join(each, folderName)));
    return folder !== undefined && everywhere.includes(folder) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Whether a file can import a module of a package. */
export function isInstalled(name: string, file: string): boolean {
  return installedPath(name, file) !== undefined;
}

/** The version of a package as a file imports it; undefined where it is not installed. */
export function installedVersion(name: string, file: string): string | undefined {
  const path = installedPath(`${name}/package.json`, file);
  if (path === undefined) return undefined;
  return (createRequire(file)(path) as { readonly version: string }).version;
}
