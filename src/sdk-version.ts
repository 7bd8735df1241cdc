import { sdkExport } from "./detect/javascript/names/sdk-modules.ts";
import { openDisk, type Disk } from "./disk.ts";
import { rangeInYaml } from "./sentry/catalogs.ts";
import { builtOn, hasOwnVersions } from "./sentry/own-versions.ts";
import { lower, lowestOf, versionOf, type Version } from "./sentry/versions.ts";

/** The package that all of Sentry's JavaScript SDKs are built on; its version says which API there is. */
const CORE = "@sentry/core";

/** The files in which pnpm and Yarn have catalogues of versions. */
const CATALOGS = ["pnpm-workspace.yaml", ".yarnrc.yml"];

/** How long an answer holds, in milliseconds: a lint run asks once per folder, an editor sees an update. */
const LIFETIME = 5_000;

interface Answer {
  readonly version: Version | undefined;
  readonly until: number;
}

const answers = new Map<string, Answer>();

/**
 * The version of Sentry's JavaScript SDK that a file is written for, as far as the disk tells: that of the installed
 * packages which the nearest `package.json` with a Sentry SDK names, the lowest of its ranges where none is
 * installed, or else that of an installed `@sentry/core`. Only `package.json` files in the folders above the
 * file, in their `node_modules` and where a range leads, and the catalogues of versions there are read.
 * @param filename absolute, as ESLint gives it.
 * @returns undefined where nothing tells, and where there is no disk to read from, such as in a browser. Never throws.
 */
export function sdkVersionOnDisk(filename: string): Version | undefined {
  const disk = openDisk();
  if (!disk?.isAbsolute(filename)) return undefined;
  const folders = disk.foldersOf(filename);
  const [folder = ""] = folders;
  const known = answers.get(folder);
  const now = Date.now();
  if (now < (known?.until ?? 0)) return known?.version;
  const version = search(disk, folders);
  answers.set(folder, { version, until: now + LIFETIME });
  return version;
}

/** The content of a folder's `package.json`; undefined if it cannot be read. */
function manifestIn(disk: Disk, ...folder: readonly string[]): Manifest | undefined {
  try {
    return manifestOf(JSON.parse(disk.text(...folder, "package.json") ?? ""));
  } catch {
    return undefined; // absent, or not JSON
  }
}

function search(disk: Disk, folders: readonly string[]): Version | undefined {
  for (const [index, folder] of folders.entries()) {
    const declared = [...(manifestIn(disk, folder)?.dependencies ?? [])].filter(([name]) => isSdk(name));
    const versions = declared.map(([name, range]) => versionOfDeclared(disk, folders.slice(index), name, range));
    const version = versions.reduce((one, other) => (one && other ? lower(one, other) : (one ?? other)), undefined);
    if (version !== undefined) return version;
  }
  return installedVersion(disk, folders, CORE);
}

function versionOfDeclared(disk: Disk, folders: readonly string[], name: string, range: string): Version | undefined {
  const installed = installedVersion(disk, folders, name);
  if (installed !== undefined) return installed;
  const own = ownVersion(disk, folders, name, range);
  return own && coreOf(name, own);
}

/** The lowest version that a range takes, wherever that stands: in a catalogue, in another folder of the repository. */
function ownVersion(disk: Disk, folders: readonly string[], name: string, range: string): Version | undefined {
  const [, catalog] = /^catalog:(.*)$/u.exec(range) ?? [];
  if (catalog !== undefined) {
    const found = inCatalog(disk, folders, catalog, name);
    return found === undefined ? undefined : lowestOf(found);
  }
  const [, path] = /^(?:file|link|portal|workspace):(\.{1,2}\/.*)$/u.exec(range) ?? [];
  const [folder = ""] = folders;
  return path === undefined ? lowestOf(range) : versionOf(manifestIn(disk, folder, path)?.version ?? "");
}

function inCatalog(disk: Disk, folders: readonly string[], catalog: string, name: string): string | undefined {
  for (const folder of folders) {
    const inYaml = CATALOGS.map((file) => rangeInYaml(disk.text(folder, file) ?? "", catalog, name));
    const found = [...inYaml, manifestIn(disk, folder)?.catalog(catalog, name)].find((each) => each !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The version of the JavaScript SDKs that a version of a package stands for. */
function coreOf(name: string, own: Version): Version | undefined {
  if (hasOwnVersions(name)) return builtOn(name, own);
  return isSentrys(name) ? own : undefined;
}

/** The version of `@sentry/core` that comes with an installed package. */
function installedVersion(disk: Disk, folders: readonly string[], name: string): Version | undefined {
  for (const folder of folders) {
    const manifest = manifestIn(disk, folder, "node_modules", name);
    if (manifest === undefined) continue;
    const core = manifest.dependencies.get(CORE);
    if (core !== undefined && name !== CORE) return lowestOf(core);
    const own = versionOf(manifest.version);
    return own && coreOf(name, own);
  }
  return undefined;
}

function isSdk(name: string): boolean {
  return sdkExport(name, "addBreadcrumb", []) !== undefined;
}

function isSentrys(name: string): boolean {
  return name.startsWith("@sentry/");
}

interface Manifest {
  readonly version: string;
  /** Every kind of dependency, by name. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** The range that one of Bun's catalogues has for a package; the name is empty for the one without. */
  readonly catalog: (catalog: string, name: string) => string | undefined;
}

function manifestOf(json: unknown): Manifest {
  const { version, ...others } = record(json);
  const dependencies = ["peerDependencies", "optionalDependencies", "devDependencies", "dependencies"]
    .flatMap((key) => Object.entries(record(others[key])))
    .filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return {
    version: typeof version === "string" ? version : "",
    dependencies: new Map(dependencies),
    catalog(catalog, name) {
      for (const { catalog: one, catalogs } of [record(others["workspaces"]), others]) {
        const range = record(catalog === "" ? one : record(catalogs)[catalog])[name];
        if (typeof range === "string") return range;
      }
      return undefined;
    },
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
