import { basename, dirname, extname } from "node:path";
import type { ImportedCall } from "../../breadcrumb/index.ts";

/** The name of a function in settings: the name that its module exports, or the name in the importing file. */
export function settingName(
  { name, path }: ImportedCall,
  candidate: { readonly ways: readonly (readonly string[])[] } | undefined,
): string {
  const [first, ...members] = path;
  const last = members.at(-1);
  if (first === undefined || first === "default" || last === undefined) return name;
  // The call that returns the object is not part of the name: `Log.getInstance().info`.
  const isExact = candidate?.ways.some((way) => way.slice(1).join() === members.join()) === true;
  return (isExact ? path : [first, last]).join(".");
}

/** The name of a file in an import: without its extension, or that of its folder. */
export function stem(file: string): string {
  const name = basename(file, extname(file));
  return name === "index" ? basename(dirname(file)) : name;
}
