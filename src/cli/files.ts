import { execFile } from "node:child_process";
import { existsSync, lstatSync, realpathSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { LANGUAGES } from "../languages/index.ts";
import { Failure, MissingPath } from "./failure.ts";
import { isGone, reasonOf, type Unread } from "./unread.ts";

/** The kinds of files that the rules read, by the ending of their name. */
const ENDINGS: readonly string[] = LANGUAGES.flatMap(({ endings }) => endings);

const READABLE = new RegExp(String.raw`\.(?:${ENDINGS.join("|")})$`, "u");

/**
 * Code that a program wrote: declarations, bundles in which no name is left as its author gave it, and Yarn's list of
 * packages.
 */
const WRITTEN_BY_PROGRAMS = /\.d\.[mc]?ts$|\.(?:min|bundle)\.[mc]?js$|(?:^|\/)\.pnp\.(?:c?js|loader\.mjs)$/u;

/** Folders of installed packages and build output, for repositories that do not ignore them in git. */
export const BUILT: readonly string[] = [
  ".git",
  ".next",
  ".nuxt",
  ".output",
  ".svelte-kit",
  ".turbo",
  ".vercel",
  ".yarn",
  "bower_components",
  "build",
  "coverage",
  "dist",
  "node_modules",
  "out",
  "target",
];

const IN_BUILT = new RegExp(String.raw`(?:^|/)(?:${BUILT.join("|").replaceAll(".", String.raw`\.`)})/`, "u");

const run = promisify(execFile);

/** The variables by which git takes another repository, index or folder than those that it is started in. */
const GIT_ELSEWHERE =
  /^GIT_(?:DIR|WORK_TREE|IMPLICIT_WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|NAMESPACE|(?:ALTERNATE_)?OBJECT_DIRECTOR(?:Y|IES))$/u;

/** The files that were found, and those that cannot be read. */
export interface Found {
  /** Absolute paths of regular files, in order; of several names of one file, links among them, one. */
  readonly files: readonly string[];
  readonly unread: readonly Unread[];
}

/**
 * The files below some paths that the rules can read: what git lists, tracked or new, in a checkout and its
 * submodules; elsewhere all that no `.gitignore` names. Installed packages, build outputs, declarations and minified
 * bundles are left out, except for a file that is named itself.
 * @param paths files, folders and patterns such as `src/*.ts`, absolute or from `cwd`.
 * @param cwd absolute.
 * @throws Failure for a path that is not there, and for a file of a kind that no rule reads.
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<Found> {
  const unread: Unread[] = [];
  const found = await Promise.all(
    paths.map(async (path) => {
      const absolute = resolve(cwd, path);
      const about = await stat(absolute).catch(() => undefined);
      if (about === undefined) return matching(path, cwd);
      if (about.isDirectory()) return filesBelow(absolute, unread);
      if (READABLE.test(absolute)) return [absolute];
      throw new Failure(
        `The rules do not read "${path}". They read files in ${ENDINGS.map((ending) => `.${ending}`).join(", ")}.`,
      );
    }),
  );
  return { files: distinct(found.flat(), unread), unread };
}

async function matching(pattern: string, cwd: string): Promise<readonly string[]> {
  const { globby, isDynamicPattern } = await import("globby");
  // On Windows a shell does not expand patterns, and people write them with either slash.
  const plain = sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
  if (!isDynamicPattern(plain)) throw new MissingPath(pattern);
  const names = await globby(plain, { ...WALK, cwd, absolute: true });
  const files = names
    .filter((name) => READABLE.test(name) && !WRITTEN_BY_PROGRAMS.test(name))
    .map((name) => resolve(name));
  if (files.length === 0) throw new Failure(`No file matches "${pattern}".`);
  return files;
}

async function filesBelow(folder: string, unread: Unread[]): Promise<readonly string[]> {
  const names = (await listedByGit(folder, unread)) ?? (await listedByWalking(folder));
  return names
    .filter((name) => READABLE.test(name) && !WRITTEN_BY_PROGRAMS.test(name) && !IN_BUILT.test(name))
    .map((name) => join(folder, name));
}

/** Leaves out what is no regular file, and all names of a file but one. */
function distinct(paths: readonly string[], unread: Unread[]): readonly string[] {
  const folders = new Map<string, string>();
  const byFile = new Map<string, { readonly path: string; readonly isLink: boolean }>();
  for (const path of paths) {
    const about = lstatSync(path, { throwIfNoEntry: false });
    if (about === undefined) {
      // It is gone since it was listed, as what is deleted and not committed yet; or its name was lost in decoding.
      if (path.includes("\uFFFD")) unread.push({ path, reason: "its name is not in UTF-8", matters: false });
      continue;
    }
    const isLink = about.isSymbolicLink();
    let file: string;
    try {
      const folder = dirname(path);
      if (!folders.has(folder)) folders.set(folder, realpathSync(folder));
      file = isLink ? realpathSync(path) : join(folders.get(folder) ?? folder, basename(path));
    } catch (error) {
      // One that leads nowhere is as good as gone.
      if (!isGone(error)) unread.push({ path, reason: reasonOf(error), matters: false });
      continue;
    }
    const target = isLink ? lstatSync(file) : about;
    if (target.isDirectory()) continue;
    const known = byFile.get(file);
    if (!target.isFile()) unread.push({ path, reason: "it is not a regular file", matters: false });
    else if (known === undefined || (known.isLink && !isLink)) byFile.set(file, { path, isLink });
  }
  return [...byFile.values()].map(({ path }) => path).sort();
}

/** @returns paths from the folder, with `/`; undefined outside of a checkout, and where there is no git. */
async function listedByGit(folder: string, unread: Unread[]): Promise<readonly string[] | undefined> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !GIT_ELSEWHERE.test(name)));
  // A program that the repository's config names to watch its files is not started.
  const list = [
    "-c",
    "core.fsmonitor=false",
    "ls-files",
    "-z",
    "--stage",
    "--cached",
    "--others",
    "--exclude-standard",
  ];
  let names: readonly string[];
  try {
    const { stdout } = await run("git", list, { cwd: folder, env, maxBuffer: Number.MAX_SAFE_INTEGER });
    names = stdout.split("\0").filter((name) => name !== "");
  } catch {
    return undefined;
  }
  const found: string[] = [];
  const repositories: string[] = [];
  for (const entry of names) {
    // "100644 e69de29bb2d1… 0\tsrc/cart.ts"; what is new stands without the numbers.
    const [, mode, tracked] = /^(\d{6}) [\da-f]+ \d\t(.*)$/su.exec(entry) ?? [];
    const name = tracked ?? entry;
    if (mode !== SUBMODULE && !name.endsWith("/")) found.push(name);
    else if (existsSync(join(folder, name, ".git"))) repositories.push(name.replace(/\/$/u, ""));
    else if (name !== "./" && !IN_BUILT.test(`${name}/`)) {
      const remedy = `git submodule update --init ${name}`;
      unread.push({ path: join(folder, name), reason: "a submodule that is not checked out", remedy, matters: false });
    }
  }
  for (const name of repositories) {
    const inside = (await listedByGit(join(folder, name), unread)) ?? [];
    found.push(...inside.map((path) => `${name}/${path}`));
  }
  return found;
}

/** The mode of a submodule in git's index. */
const SUBMODULE = "160000";

/** How globby looks for files. */
const WALK = {
  dot: true,
  gitignore: true,
  ignore: BUILT.map((name) => `**/${name}/**`),
  followSymbolicLinks: false,
  suppressErrors: true,
};

/** @throws Failure for the root of a disk, which would take forever. */
async function listedByWalking(folder: string): Promise<readonly string[]> {
  if (folder === dirname(folder)) {
    throw new Failure(`"${folder}" is the root of the disk. Name the folder of a project.`);
  }
  const { globby } = await import("globby");
  return globby(`**/*.{${ENDINGS.join(",")}}`, { ...WALK, cwd: folder });
}
