import { basename, dirname, extname } from "node:path";
import type { ImportedCall } from "../../breadcrumb/index.ts";
import { RESULT } from "../../detect/javascript/names/module-paths.ts";
import { isOfAnother } from "../../detect/javascript/names/module-links.ts";

/** Whether a call names another object on the way to its function, and so means no function of the export itself. */
export function isOfInner({ name, path }: Pick<ImportedCall, "name" | "path">): boolean {
  return isOfAnother(path, name.split(".").slice(1));
}

/**
 * The name of a function in settings: the name that its module exports, or the name in the importing file.
 * @param isWhole whether each member on the way belongs to the name.
 */
export function settingName(
  { name, path }: ImportedCall,
  candidate: { readonly ways: readonly (readonly string[])[] } | undefined,
  isWhole = false,
): string {
  const [first, ...members] = path;
  const last = members.at(-1);
  if (first === undefined || first === "default" || last === undefined) return name;
  if (last === RESULT) return path.slice(0, -1).join(".") + RESULT;
  // The call that returns the object is not part of the name: `Log.getInstance().info`.
  const isExact =
    isWhole ||
    isOfInner({ name, path }) ||
    candidate?.ways.some((way) => way.slice(1).join() === members.join()) === true;
  return (isExact ? path : [first, last]).join(".");
}

/** What React Native's bundler takes of several files, by the platform: `log.native.ts` for `./log`. */
const PLATFORM = /\.(?:native|ios|android|web)$/u;

/** A path as imports may write it: without its extension, and without the platform that it is for. */
export function withoutEnding(path: string): string {
  return path.slice(0, path.length - extname(path).length).replace(PLATFORM, "");
}

/** The name of a file in an import: without its ending, or that of its folder. */
export function stem(file: string): string {
  const name = basename(withoutEnding(file));
  return name === "index" ? basename(dirname(file)) : name;
}
