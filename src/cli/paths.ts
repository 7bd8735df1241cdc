import { relative, sep } from "node:path";

/** The way from a folder to a file, with `/` on every platform: what people and other programs read. */
export function fromRoot(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}
