import type { DefinedWrapper } from "../../breadcrumb/index.ts";
import { isInstance } from "../../detect/javascript/names/module-links.ts";
import { below, restBelow, RESULT } from "../../detect/javascript/names/module-paths.ts";
import { AUTO_IMPORTS, FRAMEWORK_MODULES } from "../../detect/javascript/names/virtual-modules.ts";
import { stem } from "./names.ts";
import { isVirtual, type ProjectFacts } from "./project-facts.ts";

/** Modules that only pass on what others export are followed through so many of them. */
export const MAX_HOPS = 8;

/** A function that records, and the file in which a way leads to it. */
export interface Candidate {
  /** Where the paths begin: in the file that defines it, or in one that receives it. */
  readonly file: string;
  readonly wrapper: DefinedWrapper;
  readonly ways: readonly (readonly string[])[];
  /** The file that defines it. */
  readonly definedIn: string;
}

/** A file, and the exported name and members that lead from there to something. */
export type Place = readonly [file: string, path: readonly string[]];

/** Where a file has an exported name from, when it only passes it on: files of the project. */
export function passedOn(facts: ProjectFacts, file: string, path: readonly string[]): readonly Place[] {
  const registered = facts.registeredAt(file).flatMap((each): readonly Place[] => {
    const rest = restBelow(path, each.way);
    return rest === undefined ? [] : [[each.file, below(each.path, rest)]];
  });
  if (isVirtual(file)) return [...registered, ...(file === AUTO_IMPORTS ? importedByItself(facts, path) : [])];
  const handedOn = facts.aliasesOf(file).flatMap(({ of, from, except }): readonly Place[] => {
    const rest = of.module === "." ? restOf(path, of.path) : undefined;
    if (rest === undefined || (rest[0] !== undefined && except?.includes(rest[0]) === true)) return [];
    const target = facts.fileOf(from.module, file);
    return target === undefined ? [] : [[target, below(from.path, rest)]];
  });
  return [...reexported(facts, file, path), ...registered, ...handedOn];
}

/** What a file re-exports from another module under a name. */
function reexported(facts: ProjectFacts, file: string, path: readonly string[]): readonly Place[] {
  const [name, ...members] = path;
  const exports = facts.exportsOf(file);
  const own = exports.filter((each) => each.name === name);
  const found = own.length > 0 ? own : exports.filter((each) => each.name === "*");
  return found.flatMap((each): readonly Place[] => {
    const target = each.from && facts.fileOf(each.from.module, file);
    if (each.from === undefined || target === undefined) return [];
    return [[target, below(each.from.path, each.name === "*" ? path : members)]];
  });
}

/** What Nuxt auto-imports under a name; a default export has the name of its file. */
function importedByItself(facts: ProjectFacts, [name = "", ...members]: readonly string[]): readonly Place[] {
  return facts.autoImporting().flatMap((file): readonly Place[] => {
    const byFile: readonly Place[] = inCamelCase(stem(file)) === name ? [[file, ["default", ...members]]] : [];
    return [[file, [name, ...members]], ...byFile];
  });
}

function inCamelCase(name: string): string {
  return name.replaceAll(/[-.](\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** What remains of a path after a way, also where the class hands out an instance of itself in between. */
function restOf(path: readonly string[], way: readonly string[]): readonly string[] | undefined {
  const [first, instance, ...members] = path;
  const rest = restBelow(path, way);
  return rest !== undefined || first === undefined || !isInstance(instance) ? rest : restOf([first, ...members], way);
}

/** Whether a place leads to one of the wrappers, or to what has one. */
export function leadsToWrapper(facts: ProjectFacts, place: Place, candidates: readonly Candidate[]): boolean {
  for (const [file, path] of placesFrom(facts, place))
    if (candidates.some((each) => each.file === file && each.ways.some((way) => restBelow(way, path) !== undefined)))
      return true;
  return false;
}

/** Whether a path leads through a framework's application, where what others put into it stands beside its own. */
export function isOfFramework(facts: ProjectFacts, place: Place): boolean {
  for (const [file] of placesFrom(facts, place)) if (FRAMEWORK_MODULES.has(file)) return true;
  return false;
}

/**
 * The wrapper that a path of exported names and members leads to, be it through modules that only pass it on.
 * @param isExact whether each member of the path counts; otherwise one may hand out the object of the next.
 */
export function candidateAt(
  facts: ProjectFacts,
  place: Place,
  candidates: readonly Candidate[],
  isExact = false,
): Candidate | undefined {
  for (const [file, path] of placesFrom(facts, place)) {
    const here = candidates.filter((candidate) => candidate.file === file);
    const loosely = isExact || FRAMEWORK_MODULES.has(file) ? [] : here;
    const found =
      here.find(({ ways }) => ways.some((way) => way.join() === path.join())) ??
      loosely.find(({ ways }) => ways.some((way) => isSameWay(way, path)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A place and those that it leads to, nearest first. Many ways may lead to the same one, which comes once. */
function* placesFrom(facts: ProjectFacts, place: Place): Generator<Place, void, undefined> {
  const seen = new Set<string>();
  let places: readonly Place[] = [place];
  for (let hops = 0; hops <= MAX_HOPS + 1; hops++) {
    const fresh = places.filter(([file, path]) => seen.size < seen.add([file, ...path].join("\n")).size);
    yield* fresh;
    places = fresh.flatMap(([file, path]) => passedOn(facts, file, path));
  }
}

/** Whether the path of a call leads to an export; between an object and its method there may be what hands it out. */
export function isSameWay(way: readonly string[], path: readonly string[]): boolean {
  if (path.length === 0) return way.length === 1 && way[0] === "default";
  if (path.at(-1) === RESULT) return way.join() === path.join();
  if (way.length === 1 || path.length === 1) return way.length === path.length && way[0] === path[0];
  return way.length <= path.length && way[0] === path[0] && way.at(-1) === path.at(-1);
}
