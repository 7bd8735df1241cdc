import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "smol-toml";
import { isWorkspace } from "../cargo.ts";
import { mayHaveSettings, readSettings, SETTINGS_KEY } from "../settings.ts";
import { messageOf } from "./config-errors.ts";
import type { Unread } from "./unread.ts";

type Raw = Readonly<Record<string, unknown>>;

/** What a `Cargo.toml` says that concerns us. */
interface Manifest {
  readonly own: Raw;
  readonly shared: Raw;
  readonly isWorkspace: boolean;
}

/**
 * The settings that Rust files have in `[package.metadata.sentry-breadcrumbs]` of their crate, and in
 * `[workspace.metadata.sentry-breadcrumbs]` of its workspace; what a crate says wins, key by key.
 * @param files absolute.
 */
export function cargoSettings(files: readonly string[]): {
  readonly settings: ReadonlyMap<string, Raw>;
  readonly broken: readonly Unread[];
} {
  const broken: Unread[] = [];
  const manifests = new Map<string, Manifest | undefined>();
  const manifestIn = (folder: string): Manifest | undefined => {
    if (!manifests.has(folder)) manifests.set(folder, readManifest(join(folder, "Cargo.toml"), broken));
    return manifests.get(folder);
  };
  const byFolder = new Map<string, Raw>();
  const settingsIn = (folder: string): Raw => {
    const known = byFolder.get(folder) ?? read(folder);
    byFolder.set(folder, known);
    return known;
  };
  const read = (folder: string): Raw => {
    const manifest = manifestIn(folder);
    const above = dirname(folder);
    if (manifest === undefined) return folder === above ? {} : settingsIn(above);
    return { ...sharedAbove(folder, manifestIn), ...manifest.own };
  };
  const settings = new Map<string, Raw>();
  for (const path of files) {
    if (!path.endsWith(".rs")) continue;
    const known = settingsIn(dirname(path));
    if (Object.keys(known).length > 0) settings.set(path, known);
  }
  return { settings, broken };
}

/** What the nearest workspace says, from a folder upwards. */
function sharedAbove(start: string, manifestIn: (folder: string) => Manifest | undefined): Raw {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest?.isWorkspace === true) return manifest.shared;
    if (folder === dirname(folder)) return {};
  }
}

function readManifest(path: string, broken: Unread[]): Manifest | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const nothing: Manifest = { own: {}, shared: {}, isWorkspace: isWorkspace(text) };
  // Most manifests say nothing of us.
  if (!mayHaveSettings(text)) return nothing;
  try {
    const { package: crate, workspace } = parse(text) as { readonly package?: Table; readonly workspace?: Table };
    return { ...nothing, own: settingsOf(crate, "package"), shared: settingsOf(workspace, "workspace") };
  } catch (error) {
    const [said = ""] = messageOf(error).split("\n");
    broken.push({ path, reason: `its settings are not known: ${said}`, matters: true });
    return nothing;
  }
}

interface Table {
  readonly metadata?: Readonly<Record<string, Raw | undefined>>;
}

/** @throws Error for settings that are wrong, by their place in the manifest. */
function settingsOf(table: Table | undefined, name: string): Raw {
  const { metadata = {} } = table ?? {};
  try {
    readSettings(metadata);
  } catch (error) {
    throw new Error(messageOf(error).replaceAll(/settings\["([^"]+)"\]/gu, `${name}.metadata.$1`), { cause: error });
  }
  return metadata[SETTINGS_KEY] ?? {};
}
