import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { LANGUAGES } from "../languages/index.ts";
import { Failure } from "./failure.ts";

/** The kinds of files that the rules read, by the ending of their name. */
const ENDINGS: readonly string[] = LANGUAGES.flatMap(({ endings }) => endings);

const READABLE = new RegExp(String.raw`\.(?:${ENDINGS.join("|")})$`, "u");

/** Code that a program wrote: declarations, and bundles in which no name is left as its author gave it. */
const WRITTEN_BY_PROGRAMS = /\.d\.[mc]?ts$|\.(?:min|bundle)\.[mc]?js$/u;

/** Folders of installed packages and of what builds leave behind, for repositories that do not tell git. */
const BUILT = [
  ".git",
  ".next",
  ".nuxt",
  ".output",
  ".svelte-kit",
  ".turbo",
  ".vercel",
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

/**
 * The files below some paths that the rules can read: what git lists, tracked or new, in a checkout; elsewhere all
 * that no `.gitignore` names. Installed packages, build outputs, declarations and minified bundles are left out,
 * except for a file that is named itself.
 * @param paths files and folders, absolute or from `cwd`.
 * @param cwd absolute.
 * @returns absolute paths in order, each once.
 * @throws Failure for a path that is not there, and for a file of a kind that no rule reads.
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const absolute = resolve(cwd, path);
      const about = await stat(absolute).catch(() => undefined);
      if (about === undefined) throw new Failure(`There is no file or folder "${path}".`);
      if (about.isDirectory()) return filesBelow(absolute);
      if (READABLE.test(absolute)) return [absolute];
      throw new Failure(
        `"${path}" is of no kind that the rules read. They read ${ENDINGS.map((ending) => `.${ending}`).join(", ")}.`,
      );
    }),
  );
  return [...new Set(found.flat())].sort();
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const names = (await listedByGit(folder)) ?? (await listedByWalking(folder));
  return names
    .filter((name) => READABLE.test(name) && !WRITTEN_BY_PROGRAMS.test(name) && !IN_BUILT.test(name))
    .map((name) => join(folder, name));
}

/** @returns paths from the folder, with `/`; undefined outside of a checkout, and where there is no git. */
async function listedByGit(folder: string): Promise<readonly string[] | undefined> {
  try {
    const { stdout } = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: folder,
      maxBuffer: Number.MAX_SAFE_INTEGER,
    });
    return stdout.split("\0").filter((name) => name !== "");
  } catch {
    return undefined;
  }
}

async function listedByWalking(folder: string): Promise<readonly string[]> {
  const { globby } = await import("globby");
  return globby(`**/*.{${ENDINGS.join(",")}}`, {
    cwd: folder,
    dot: true,
    gitignore: true,
    ignore: BUILT.map((name) => `**/${name}/**`),
    followSymbolicLinks: false,
    suppressErrors: true,
  });
}
