import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sdkExport } from "../../detect/javascript/names/sdk-modules.ts";
import { declarationsIn } from "../../cargo.ts";
import { sdkVersionOnDisk } from "../../sdk-version.ts";
import { textAt } from "../discovery/disk.ts";
import { foldersAbove } from "../discovery/manifests.ts";

/** An SDK that a part of the project depends on. */
export interface FoundSdk {
  readonly name: string;
  /** The name that a manifest gives it instead of its own. */
  readonly as?: string;
  /** The range as written, by the workspace where that is to hold; undefined where none is. */
  readonly range: string | undefined;
  /** The version that is installed, or the lowest that the range takes; for JavaScript, as far as the disk tells. */
  readonly version: string | undefined;
  /** The folder of the `package.json` or `Cargo.toml`, absolute. */
  readonly folder: string;
}

/**
 * The SDKs of the packages and crates that files belong to.
 * @param files absolute.
 * @param root the folder above which nothing is looked for, absolute.
 */
export function sdksOf(files: readonly string[], root: string): readonly FoundSdk[] {
  const folders = new Map<string, { readonly rust: boolean }>();
  for (const path of files) {
    const rust = path.endsWith(".rs");
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (sdksIn(folder, rust).length > 0) {
        folders.set(`${folder}\0${rust ? "rs" : ""}`, { rust });
        break;
      }
      if (folder === root || folder === dirname(folder)) break;
    }
  }
  return [...folders].flatMap(([key, { rust }]) => sdksIn(key.slice(0, key.indexOf("\0")), rust));
}

function sdksIn(folder: string, rust: boolean): readonly FoundSdk[] {
  return rust ? cratesIn(folder) : packagesIn(folder);
}

function packagesIn(folder: string): readonly FoundSdk[] {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Readonly<
      Record<string, unknown>
    >;
    const found = ["dependencies", "devDependencies", "peerDependencies"].flatMap((key) =>
      Object.entries((manifest[key] ?? {}) as Readonly<Record<string, unknown>>),
    );
    const sdks = found.filter(([name]) => sdkExport(name, "addBreadcrumb", []) !== undefined);
    const version = sdks.length === 0 ? undefined : sdkVersionOnDisk(join(folder, "index.js"));
    const text = version && `${version.major}.${version.minor}.${version.patch}`;
    return sdks.map(([name, range]) => ({ name, range: String(range), version: text, folder }));
  } catch {
    return []; // there is none, or it is not JSON
  }
}

/** The crates of the SDK. */
const CRATE = /^sentry(?:-[\w-]+)?$/u;

function cratesIn(folder: string): readonly FoundSdk[] {
  const manifests = [...foldersAbove(join(folder, "Cargo.toml"), "")].map((each) => join(each, "Cargo.toml"));
  return declarationsIn(manifests.map(textAt)).flatMap(({ crate, own, base }) =>
    CRATE.test(crate)
      ? { name: crate, ...(own.name !== crate && { as: own.name }), range: base?.version, version: undefined, folder }
      : [],
  );
}
