/** How many folders a file is looked for in at most, upwards. */
const MAX_FOLDERS = 64;

/** The little of Node's `fs` and `path` by which files beside the linted ones are read. */
export interface Disk {
  isAbsolute(name: string): boolean;
  /** The folder of a file and those above it, the nearest first. */
  foldersOf(filename: string): readonly string[];
  /** A file's text; undefined if it cannot be read. */
  text(...path: readonly string[]): string | undefined;
}

/**
 * Gets modules from the runtime instead of importing them, so that a bundle for browsers contains no trace of them.
 * @returns undefined where there is no disk to read from, such as in a browser. Never throws, nor do its methods.
 */
export function openDisk(): Disk | undefined {
  const { process } = globalThis as { readonly process?: Partial<Pick<NodeJS.Process, "getBuiltinModule">> };
  const fs = process?.getBuiltinModule?.("node:fs");
  const path = process?.getBuiltinModule?.("node:path");
  // Bundlers replace modules that a browser does not have with an empty object.
  if (!fs?.readFileSync || !path?.dirname) return undefined;
  return {
    isAbsolute: (name) => path.isAbsolute(name),
    foldersOf(filename) {
      const folders: string[] = [];
      let next = path.dirname(filename);
      for (; folders.at(-1) !== next && folders.length < MAX_FOLDERS; next = path.dirname(next)) folders.push(next);
      return folders;
    },
    text(...parts) {
      try {
        return fs.readFileSync(path.join(...parts), "utf8");
      } catch {
        return undefined; // absent, or not allowed to be read
      }
    },
  };
}
