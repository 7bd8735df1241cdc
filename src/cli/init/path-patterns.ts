import { extname } from "node:path";

/**
 * Patterns, as ESLint's `files` and `ignores` take them, that match some files and none of others of the same endings:
 * the shortest there are, so that they hold for files that are still to come.
 * @param chosen paths from the config's folder, with `/`.
 * @param others the same.
 */
export function patternsOf(chosen: readonly string[], others: readonly string[]): readonly string[] {
  const endings = new Set(chosen.map((path) => extname(path)));
  return [...endings].sort().flatMap((ending) => {
    const isOfIt = (path: string): boolean => extname(path) === ending;
    return patternsBelow("", ending, chosen.filter(isOfIt), others.filter(isOfIt));
  });
}

/** @param folder in which all the paths are: empty, or with a `/` at its end. */
function patternsBelow(
  folder: string,
  ending: string,
  chosen: readonly string[],
  others: readonly string[],
): readonly string[] {
  if (others.length === 0) return [`${escaped(folder)}**/*${ending}`];
  const isHere = (path: string): boolean => !path.slice(folder.length).includes("/");
  const here = chosen.filter(isHere);
  const files = others.some(isHere)
    ? here.map((path) => escaped(path))
    : here.slice(0, 1).map(() => `${escaped(folder)}*${ending}`);
  const below = new Set(
    chosen.filter((path) => !isHere(path)).map((path) => path.slice(0, path.indexOf("/", folder.length) + 1)),
  );
  return [
    ...files,
    ...[...below].flatMap((inner) => {
      const isInside = (path: string): boolean => path.startsWith(inner);
      return patternsBelow(inner, ending, chosen.filter(isInside), others.filter(isInside));
    }),
  ];
}

/** Characters that mean something in a pattern. */
function escaped(path: string): string {
  return path.replaceAll(/[[\]{}()!*?+@\\]/gu, String.raw`\$&`);
}
