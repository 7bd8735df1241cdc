/** How the path of a file of the project begins, relative or below one of the usual aliases; no package's name does. */
const OF_PROJECT = /^(?:\.{1,2}\/|[@~#$]\/|src\/)/u;

/** Whether a file imports a module of its own project, as far as the module's name tells. */
export function isOfProject(module: string): boolean {
  return OF_PROJECT.test(module);
}

/** What a path ends in that leads to what a function yields, where that is itself called: `useCrumb()("Opened")`. */
export const RESULT = "()";

/** A path with what lies below it; a member of what a function yields is said to be the function's own. */
export function below(path: readonly string[], members: readonly string[]): readonly string[] {
  return members.length > 0 && path.at(-1) === RESULT ? [...path.slice(0, -1), ...members] : [...path, ...members];
}

/** What of a path lies below another; undefined where it does not lead through that. */
export function restBelow(path: readonly string[], way: readonly string[]): readonly string[] | undefined {
  const isOfResult = way.at(-1) === RESULT && path.length >= way.length && path[way.length - 1] !== RESULT;
  const start = isOfResult ? way.slice(0, -1) : way;
  return start.every((name, index) => path[index] === name) ? path.slice(start.length) : undefined;
}

/** The last name on a path that a text calls something by: no position in a list. */
export function lastWord(path: readonly string[]): string | undefined {
  return path.findLast((name) => !/^(?:\d+|\(\))$/u.test(name));
}
