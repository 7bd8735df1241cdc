import type { DefinedWrapper, Handed } from "../../breadcrumb/index.ts";
import { below, restBelow } from "../../detect/javascript/names/module-paths.ts";
import type { FileFacts } from "./facts.ts";
import { isVirtual, type ProjectFacts } from "./project-facts.ts";
import { isSameWay, MAX_HOPS, passedOn, type Candidate } from "./reexports.ts";

/** The functions that pass their arguments on to Sentry and that other files can reach. */
export class Candidates {
  readonly all: Candidate[] = [];
  /** The wrappers, by their files and names, that a function of another file keeps for others. */
  readonly kept = new Set<string>();
  readonly #facts: ProjectFacts;
  /** The ways that lead to candidates, with their files. */
  readonly #ways = new Set<string>();

  constructor(facts: ProjectFacts) {
    this.#facts = facts;
  }

  /** Takes what some files define. @returns those that were not known */
  take(files: readonly FileFacts[]): readonly Candidate[] {
    const before = this.all.length;
    for (const { path, wrappers } of files) {
      for (const wrapper of wrappers) {
        if (wrapper.exports.length > 0) this.#add({ wrapper, definedIn: path, file: path, ways: wrapper.exports });
        for (const handed of wrapper.handedTo ?? []) this.#takeHanded(path, wrapper, handed);
      }
    }
    return this.all.slice(before);
  }

  #takeHanded(path: string, wrapper: DefinedWrapper, handed: Handed): void {
    const file = this.#facts.fileOf(handed.module, path);
    if (file === undefined) return;
    const ways = this.#waysFrom(file, handed.path, { wrapper, definedIn: path, handed });
    for (const [at, way] of ways) this.#add({ wrapper, definedIn: path, file: at, ways: [way] });
    if (ways.length > 0 || this.#facts.handed.includes(file)) this.kept.add(`${path} ${wrapper.name}`);
  }

  /** If several functions of a package have the same path, one is enough. */
  #add(candidate: Candidate): void {
    const { file, definedIn } = candidate;
    const owner = isVirtual(file) ? this.#facts.packageOf(definedIn) : undefined;
    const keyOf = (way: readonly string[]): string => `${owner ?? ""} ${file} ${way.join(".")}`;
    const ways = candidate.ways.filter((way) => !this.#ways.has(keyOf(way)));
    for (const way of ways) this.#ways.add(keyOf(way));
    if (ways.length > 0) this.all.push({ ...candidate, ways });
  }

  /** The paths by which others reach an object that is passed to a function or has a type. */
  #waysFrom(
    file: string,
    path: readonly string[],
    what: { readonly wrapper: DefinedWrapper; readonly definedIn: string; readonly handed: Handed },
    hops = 0,
  ): readonly (readonly [file: string, way: readonly string[]])[] {
    const { argument, member } = what.handed;
    if (isVirtual(file)) return argument === undefined ? [[file, below(path, member)]] : [];
    const facts = this.#facts.at(file);
    if (facts === undefined || hops > MAX_HOPS) return [];
    const receivers = facts.receivers.filter((each) => {
      return (
        argument === each.argument && isSameWay(each.way, path) && restBelow(member, each.member ?? []) !== undefined
      );
    });
    // What has the type is what is kept under it.
    const typed = facts.receivers.filter(
      ({ member: kept, reaches }) =>
        argument === undefined && kept === undefined && reaches.some((way) => isSameWay(way, path)),
    );
    for (const { local, member: kept = [] } of [...receivers, ...typed]) {
      this.#facts.hand(file, [local, ...member.slice(kept.length)].join("."), what);
    }
    // What a package makes, as `createContext()` does, is the file's own.
    const isOwn = facts.exports.some(
      ({ name, from }) => name === path[0] && (from && this.#facts.fileOf(from.module, file)) === undefined,
    );
    if (argument === undefined && isOwn) return [[file, below(path, member)]];
    if (receivers.length > 0) {
      return receivers.flatMap(({ reaches }) => reaches.map((way) => [file, below(way, member)] as const));
    }
    return passedOn(this.#facts, file, path).flatMap(([target, rest]) => this.#waysFrom(target, rest, what, hops + 1));
  }
}
