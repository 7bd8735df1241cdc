import { basename, dirname, extname } from "node:path";
import type { ImportedCall } from "../../breadcrumb/index.ts";

/** What settings call a function: by what its module exports, or by how it is written where the import names it. */
export function settingName(
  { name, path }: ImportedCall,
  candidate: { readonly ways: readonly (readonly string[])[] } | undefined,
): string {
  const [first, ...members] = path;
  const last = members.at(-1);
  if (first === undefined || first === "default" || last === undefined) return name;
  // What hands out the object is no part of the name: `Log.getInstance().info`.
  const isExact = candidate?.ways.some((way) => way.slice(1).join() === members.join()) === true;
  return (isExact ? path : [first, last]).join(".");
}

/** What an import calls a file: its name without the ending, or that of its folder. */
export function stem(file: string): string {
  const name = basename(file, extname(file));
  return name === "index" ? basename(dirname(file)) : name;
}
