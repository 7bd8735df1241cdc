import { openDisk } from "./disk.ts";
import { LEVELS_BY_DOOR } from "./sentry/doors.ts";
import { isAtLeast, lowestOf } from "./sentry/versions.ts";

/** A dependency in a `Cargo.toml`. */
export interface Dependency {
  /** The name that it has there, and in code but for hyphens. */
  readonly name: string;
  /** The crate that it is, by the name of its package. */
  readonly crate: string;
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

/** A dependency of a crate. */
interface Declaration {
  readonly own: Dependency;
  /** What it is based on: what the workspace says where that is to hold, or else the same. */
  readonly base: Dependency | undefined;
}

/**
 * What the nearest of some manifests depends on.
 * @param manifests the texts of the `Cargo.toml` files above a file, the nearest first.
 */
export function declarationsIn(
  manifests: readonly string[],
  tables: readonly string[] = ["dependencies", "dev-dependencies"],
): readonly (Declaration & { readonly crate: string })[] {
  const [nearest = ""] = manifests;
  return dependenciesIn(nearest, tables).map((own) => {
    const shared = own.isInherited
      ? dependenciesIn(manifests.find(isWorkspace) ?? "", ["workspace.dependencies"])
      : [own];
    const base = shared.find(({ name }) => name === own.name);
    return { own, base, crate: (base ?? own).crate };
  });
}

function declarationOf(crate: string, manifests: readonly string[], tables: readonly string[]): Partial<Declaration> {
  return declarationsIn(manifests, tables).find((each) => each.crate === crate) ?? {};
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

/** The entries in some tables of a manifest, including tables of a target. */
export function dependenciesIn(manifest: string, tables: readonly string[]): readonly Dependency[] {
  const text = manifest.replace(/^\s*#.*$/gmu, "");
  const sections = text.matchAll(/^[ \t]*\[([^[\]\r\n]+)\][ \t]*(?:#.*)?$([^]*?)(?=^[ \t]*\[\[?[\w'"]|$(?![^]))/gmu);
  return [...sections].flatMap(([, head = "", body = ""]) => {
    const table = head.trim().replace(/^target\..+\./u, "");
    const [, holder = "", own = ""] = /^(.*dependencies)\."?([\w-]+)"?$/u.exec(table) ?? [];
    if (own !== "") return tables.includes(holder) ? [dependencyOf(own, body)] : [];
    if (!tables.includes(table)) return [];
    const entries = body.matchAll(ENTRY);
    return Array.from(entries, ([, name = "", plain, inline = "workspace = true"]) =>
      dependencyOf(name, plain === undefined ? inline : `version = "${plain}"`),
    );
  });
}

/** `sentry = "0.49"`, `sentry = { version = "0.49" }`, `sentry.workspace = true` */
const ENTRY = /^[ \t]*"?([\w-]+)"?(?:\s*=\s*(?:"([^"\r\n]*)"|\{([^}]*)\})|\.workspace\s*=\s*true)/gmu;

function dependencyOf(name: string, written: string): Dependency {
  const [, features = ""] =
    /\bfeatures\s*=\s*\[([^\]]*)\]/u.exec(written.replace(/\bdefault-features\b/gu, "defaults")) ?? [];
  return {
    name,
    crate: /\bpackage\s*=\s*"([^"]*)"/u.exec(written)?.[1] ?? name,
    version: /\bversion\s*=\s*"([^"]*)"/u.exec(written)?.[1],
    features: Array.from(features.matchAll(/"([^"]*)"/gu), ([, feature = ""]) => feature),
    hasDefaults: !/\bdefault[-_]features\s*=\s*false/u.test(written),
    isInherited: /\bworkspace\s*=\s*true/u.test(written),
  };
}
