import { openDisk } from "./disk.ts";
import { LEVELS_BY_DOOR } from "./sentry/doors.ts";
import { isAtLeast, lowestOf } from "./sentry/versions.ts";

/** A dependency in a `Cargo.toml`. */
interface Dependency {
  readonly version: string | undefined;
  readonly features: readonly string[];
  readonly hasDefaults: boolean;
  readonly isInherited: boolean;
}

/**
 * Whether a file's crate has the SDK's logger: version 0.39 of `sentry` or later with the feature `logs`, a default
 * feature from 0.49 on (sentry-rust, `CHANGELOG.md`). Reads only `Cargo.toml` files in the folders above the file.
 * @param filename absolute, as ESLint gives it.
 * @returns undefined where nothing tells, and where there is no disk to read from. Never throws.
 */
export function hasSentryLogger(filename: string): boolean | undefined {
  const { own, base } = declarationOf("sentry", manifestsAbove(filename), ["dependencies", "dev-dependencies"]);
  const version = base?.version === undefined ? undefined : lowestOf(base.version);
  if (own === undefined || base === undefined || version === undefined) return undefined;
  if (!isAtLeast(version, 0, 39)) return false;
  const features = [...own.features, ...base.features];
  return features.includes("logs") || (base.hasDefaults && own.hasDefaults && isAtLeast(version, 0, 49));
}

/** Whether a manifest is that of a workspace. */
export function isWorkspace(manifest: string): boolean {
  return /^\s*\[workspace\b/mu.test(manifest);
}

/**
 * What the nearest of some manifests says of a crate.
 * @returns with what that is based on: what the workspace says where that is to hold, or else the same.
 */
function declarationOf(
  crate: string,
  manifests: readonly string[],
  tables: readonly string[],
): { readonly own?: Dependency | undefined; readonly base?: Dependency | undefined } {
  const [nearest] = manifests;
  const own = nearest === undefined ? undefined : dependencyIn(nearest, crate, tables);
  if (own?.isInherited !== true) return { own, base: own };
  return { own, base: dependencyIn(manifests.find(isWorkspace) ?? "", crate, ["workspace.dependencies"]) };
}

/** The texts of the `Cargo.toml` files above a file, the nearest first. */
function manifestsAbove(filename: string): readonly string[] {
  const disk = openDisk();
  if (!disk?.isAbsolute(filename)) return [];
  return disk.foldersOf(filename).flatMap((folder) => disk.text(folder, "Cargo.toml") ?? []);
}

/** The integrations for other crates, as features of `sentry` and as separate crates. */
const LISTENERS = ["tracing", "log", "slog"] as const;

/** The levels that crates can be compiled without, by features (`max_level_warn`), the highest first. */
const MAX_LEVELS = ["off", "error", "warn", "info", "debug", "trace"];

/**
 * What the SDK records by itself of what a crate logs, `tracing`, `log` or `slog`: where the crate that a file belongs
 * to depends on `sentry` with the feature of that name, or on `sentry-tracing`, `sentry-log` or `sentry-slog`
 * (sentry-rust 0b21336, `sentry/Cargo.toml`). Only `Cargo.toml` files in the folders above the file are read.
 * @param filename absolute, as ESLint gives it.
 * @returns with the levels that a release is compiled with; nothing where nothing tells, and where there is no disk to
 * read from. Never throws.
 */
export function recordedByItself(filename: string): ReadonlyMap<(typeof LISTENERS)[number], readonly string[]> {
  const manifests = manifestsAbove(filename);
  const declared = (crate: string): ReturnType<typeof declarationOf> =>
    declarationOf(crate, manifests, ["dependencies"]);
  const featuresOf = (crate: string): readonly string[] => {
    const { own, base } = declared(crate);
    return [...(own?.features ?? []), ...(base?.features ?? [])];
  };
  const features = featuresOf("sentry");
  return new Map(
    LISTENERS.filter((name) => features.includes(name) || declared(`sentry-${name}`).own !== undefined).map((name) => [
      name,
      levelsWith(name, featuresOf(name)),
    ]),
  );
}

/**
 * The levels that a crate is compiled with for a release (tracing f40ccda, `tracing/src/level_filters.rs`; slog
 * 1adf642, `src/lib.rs:4199-4232`, which leaves out what is below `info` unless told otherwise).
 */
function levelsWith(crate: (typeof LISTENERS)[number], features: readonly string[]): readonly string[] {
  const named = ["release_max_level_", "max_level_"].flatMap((prefix) =>
    MAX_LEVELS.filter((level) => features.includes(`${prefix}${level}`)),
  );
  const most = MAX_LEVELS.indexOf(named[0] ?? (crate === "slog" ? "info" : "trace"));
  return LEVELS_BY_DOOR[crate].filter((level) => MAX_LEVELS.indexOf(level === "crit" ? "error" : level) <= most);
}

/** The entry for a crate in one of several tables of a manifest, including tables of a target. */
function dependencyIn(manifest: string, crate: string, tables: readonly string[]): Dependency | undefined {
  const text = manifest.replace(/^\s*#.*$/gmu, "");
  for (const [, name = "", body = ""] of text.matchAll(
    /^[ \t]*\[([^[\]\r\n]+)\][ \t]*(?:#.*)?$([^]*?)(?=^[ \t]*\[\[?[\w'"]|$(?![^]))/gmu,
  )) {
    const table = name.trim().replace(/^target\..+\./u, "");
    if (tables.includes(table)) {
      const [, plain, inline] =
        new RegExp(`^[ \\t]*"?${crate}"?\\s*=\\s*(?:"([^"\\r\\n]*)"|\\{([^}]*)\\})`, "mu").exec(body) ?? [];
      const isInherited = new RegExp(`^[ \\t]*${crate}\\.workspace\\s*=\\s*true`, "mu").test(body);
      if (plain !== undefined) return dependencyOf(`version = "${plain}"`);
      if (inline !== undefined) return dependencyOf(inline);
      if (isInherited) return dependencyOf("workspace = true");
    }
    if (tables.some((each) => table === `${each}.${crate}`)) return dependencyOf(body);
  }
  return undefined;
}

function dependencyOf(written: string): Dependency {
  const [, features = ""] =
    /\bfeatures\s*=\s*\[([^\]]*)\]/u.exec(written.replace(/\bdefault-features\b/gu, "defaults")) ?? [];
  return {
    version: /\bversion\s*=\s*"([^"]*)"/u.exec(written)?.[1],
    features: Array.from(features.matchAll(/"([^"]*)"/gu), ([, name = ""]) => name),
    hasDefaults: !/\bdefault[-_]features\s*=\s*false/u.test(written),
    isInherited: /\bworkspace\s*=\s*true/u.test(written),
  };
}
