import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { LinkedSetup } from "../../breadcrumb/index.ts";
import type { Side } from "../../sentry/doors.ts";
import { stripsConsole } from "../../sentry/builds.ts";
import { sidesOf } from "../../sentry/integrations.ts";
import type { FileFacts } from "./facts.ts";
import type { AutomaticEntry, FoundAutomatic } from "./found.ts";
import type { Manifest, Manifests } from "./manifests.ts";

/** A package of the project whose files set an SDK up. */
interface Application {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly setups: readonly (LinkedSetup & { readonly path: string })[];
}

/**
 * What the SDKs of a project's applications record of the console, for the setting `automatic`. An application is the
 * nearest package around a call of `init`; files of other packages in its folder are none of it.
 * @param replacing the files that replace methods of the console.
 * @param base the folder around all files, absolute.
 */
export function automaticIn(
  files: readonly FileFacts[],
  manifests: Manifests,
  replacing: readonly string[],
  base: string,
): readonly FoundAutomatic[] {
  const applications = applicationsIn(files, manifests);
  const folders = new Set(applications.map(({ folder }) => folder));
  const replaced = new Set(replacing.map((path) => manifests.above(path)[0]?.folder));
  return applications.map((application) => {
    const { folder, setups } = application;
    const isSilent = replaced.has(folder) || stripsConsole(buildTexts(folder));
    const console = isSilent ? false : recordedIn(application);
    const others = console === false ? [] : manifests.below(folder).filter((each) => !folders.has(each));
    const entries: readonly AutomaticEntry[] = [
      { ...(folder !== base && { files: patternOf(folder, base) }), console },
      ...(others.length > 0 ? [{ files: others.map((each) => patternOf(each, base)), console: false }] : []),
    ];
    return { entries, setups: setups.map(({ path }) => path) };
  });
}

/** The outer ones first. */
function applicationsIn(files: readonly FileFacts[], manifests: Manifests): readonly Application[] {
  const byFolder = new Map<string, { manifest: Manifest; setups: Application["setups"][number][] }>();
  for (const { path, setups } of files) {
    const [manifest] = setups.length === 0 ? [] : manifests.above(path);
    if (manifest === undefined) continue;
    const known = byFolder.get(manifest.folder) ?? { manifest, setups: [] };
    known.setups.push(...setups.map((setup) => ({ ...setup, path })));
    byFolder.set(manifest.folder, known);
  }
  return [...byFolder]
    .map(([folder, application]) => ({ folder, ...application }))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Where the console of an application is recorded: on a side where each call of `init` keeps it. */
function recordedIn({ setups, manifest }: Application): AutomaticEntry["console"] {
  const sides = (["browser", "server"] as const).filter((side) => {
    const own = setups.filter(({ sdk, path }) => isOf(side, sdk, path, manifest));
    return own.length > 0 && own.every(({ keepsConsole }) => keepsConsole);
  });
  const [side, other] = sides;
  if (side === undefined || other !== undefined) return other !== undefined;
  return side === "server" && !manifest.hasPages ? true : side;
}

/** Whether an SDK is set up for a side; one that is not known is what the package depends on. */
function isOf(side: Side, sdk: string | undefined, path: string, manifest: Manifest): boolean {
  const sdks = sdk === undefined || sidesOf(sdk, path).length === 0 ? [...manifest.dependencies] : [sdk];
  return sdks.some((each) => sidesOf(each, path).includes(side));
}

/** The files by which a package is built, as far as they lie in its folder. */
const BUILD_FILE =
  /^(?:package\.json|\.babelrc.*|\.swcrc|(?:esbuild|build)[\w.-]*\.[cm]?[jt]s|[\w.-]*(?:astro|babel|craco|esbuild|metro|next|nuxt|quasar|rollup|rsbuild|rspack|svelte|tsdown|tsup|vite|vue|webpack)[\w.-]*\.(?:[cm]?[jt]s|json))$/u;

function buildTexts(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => BUILD_FILE.test(name))
    .map((name) => textOf(join(folder, name)));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** The pattern of the files in a folder, wherever the project is. */
function patternOf(folder: string, base: string): string {
  return `*${folder.slice(base.length)}/*`.replaceAll("\\", "/");
}
