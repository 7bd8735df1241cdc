import { join, resolve } from "node:path";
import { isWorkspace } from "../../cargo.ts";
import { installersIn, listenersIn, type Listening } from "../../sentry/rust-listeners.ts";
import { textAt } from "./disk.ts";
import { foldersAbove } from "./manifests.ts";
import { patternOf } from "./automatic.ts";
import type { AutomaticEntry, FoundAutomatic } from "./found.ts";

/** What listens, and the folders of the crates that it hears. */
interface Heard {
  readonly path: string;
  readonly crates: readonly string[];
  readonly listening: readonly Listening[];
}

/** A file that has something listen, in the folder of its crate. */
interface Installing {
  readonly path: string;
  readonly crate: string;
  readonly text: string;
  readonly listening: readonly Listening[];
}

/** `logging = { path = "../logging" }`, `[dependencies.logging]` with `path = "../logging"` */
const PATH = /\bpath\s*=\s*"([^"]+)"/gu;

/** Sections of a manifest whose paths are no dependencies of what runs. */
const OTHER_SECTIONS =
  /^\[(?:\[?(?:bin|lib|test|bench|example)|(?:dev|build)-dependencies|target\.[^\]]*\.(?:dev|build)-dependencies)[^\]]*\][^[]*/gmu;

/** `logging.workspace = true`, `logging = { workspace = true }` */
const INHERITED = /^\s*"?([\w-]+)"?\s*(?:\.\s*workspace\s*=\s*true|=\s*\{[^}]*\bworkspace\s*=\s*true)/gmu;

/**
 * What the SDK records by itself of the crates of a project, for the setting `automatic`: of a crate that installs what
 * listens, of one that calls a function of another crate which does, and of those beside them that they depend on by
 * their paths.
 * @param read the files of Rust, each with its text.
 * @param base the folder around all files, absolute.
 */
export function automaticInRust(
  read: () => Iterable<readonly [path: string, text: string]>,
  base: string,
): readonly FoundAutomatic[] {
  const installing: Installing[] = [];
  const crates = new Set<string>();
  for (const [path, text] of read()) {
    const crate = crateOf(path, base);
    if (crate === undefined) continue;
    crates.add(crate);
    const listening = listenersIn(text);
    if (listening.length > 0) installing.push({ path, crate, text, listening });
  }
  if (installing.length === 0) return [];
  const heard = installing.map(({ path, crate, text, listening }): Heard => {
    const callers = callersOf(crate, installersIn(text), read, base);
    return { path, crates: [crate, ...callers].flatMap((each) => withDependencies(each, base)), listening };
  });
  const entries = [...crates].sort().map((crate): AutomaticEntry => entryFor(crate, heard, base));
  return [{ entries, setups: heard.map(({ path }) => path) }];
}

const DOORS = ["tracing", "log", "slog"] as const;

function entryFor(crate: string, heard: readonly Heard[], base: string): AutomaticEntry {
  const all = heard.flatMap(({ crates, listening }) => (crates.includes(crate) ? listening : []));
  const levels = Object.fromEntries([
    ...DOORS.flatMap((door) =>
      saidOf(
        door,
        all.flatMap((each) => (each.door === door ? [each.levels] : [])),
      ),
    ),
    ...saidOf(
      "spans",
      all.map(({ spans }) => spans),
    ),
  ]);
  return {
    ...(crate !== base && { files: patternOf(crate, base) }),
    ...Object.fromEntries(DOORS.map((door) => [door, all.some((each) => each.door === door)])),
    ...(Object.keys(levels).length > 0 && { levels }),
  };
}

/** The levels that all let pass who say some. */
function saidOf(
  name: string,
  lists: readonly (readonly string[] | undefined)[],
): readonly (readonly [name: string, levels: readonly string[]])[] {
  const said = lists.filter((each) => each !== undefined);
  return said.length === 0 ? [] : [[name, said.reduce((some, other) => some.filter((level) => other.includes(level)))]];
}

/** The crates that call one of the functions of another, by its name in their code. */
function callersOf(
  crate: string,
  functions: readonly string[],
  read: () => Iterable<readonly [path: string, text: string]>,
  base: string,
): readonly string[] {
  const [, name = ""] = /^\s*name\s*=\s*"([^"]+)"/mu.exec(textAt(join(crate, "Cargo.toml"))) ?? [];
  const own = name.replaceAll("-", "_");
  if (own === "" || functions.length === 0) return [];
  const called = new RegExp(`\\b(?:${functions.join("|")})\\(`, "u");
  const callers = new Set<string>();
  for (const [path, text] of read()) {
    const caller = text.includes(`${own}::`) && called.test(text) ? crateOf(path, base) : undefined;
    if (caller !== undefined && caller !== crate) callers.add(caller);
  }
  return [...callers];
}

/** The folder of the crate that a file is of. */
function crateOf(path: string, base: string): string | undefined {
  return [...foldersAbove(path, base)].find((folder) => /^\s*\[package\]/mu.test(textAt(join(folder, "Cargo.toml"))));
}

/** A crate and those that it depends on by their paths, and so on. */
function withDependencies(crate: string, base: string): readonly string[] {
  const found = new Set([crate]);
  for (const folder of found) {
    const manifest = textAt(join(folder, "Cargo.toml")).replaceAll(OTHER_SECTIONS, "");
    for (const [, path = ""] of manifest.matchAll(PATH)) found.add(resolve(folder, path));
    for (const [, name = ""] of manifest.matchAll(INHERITED)) {
      const inherited = inheritedPath(folder, name, base);
      if (inherited !== undefined) found.add(inherited);
    }
  }
  return [...found];
}

/** Where the workspace around a crate has a dependency of some name. */
function inheritedPath(crate: string, name: string, base: string): string | undefined {
  for (const folder of foldersAbove(join(crate, "Cargo.toml"), base)) {
    const text = textAt(join(folder, "Cargo.toml"));
    if (!isWorkspace(text)) continue;
    const [, path] = new RegExp(`^\\s*"?${name}"?\\s*=\\s*\\{[^}]*\\bpath\\s*=\\s*"([^"]+)"`, "mu").exec(text) ?? [];
    return path === undefined ? undefined : resolve(folder, path);
  }
  return undefined;
}
