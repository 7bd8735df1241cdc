import type { Filling } from "../../breadcrumb/index.ts";
import { below, restBelow } from "../../detect/javascript/names/module-paths.ts";
import { FRAMEWORK_MODULES, INJECTED, PROVIDED } from "../../detect/javascript/names/virtual-modules.ts";
import type { ProjectFacts } from "./project-facts.ts";
import { candidateAt, MAX_HOPS, passedOn, type Candidate, type Place } from "./reexports.ts";

/** Where others have what a file puts into an application or a container of a framework. */
const FILLED: ReadonlySet<string> = new Set([INJECTED, PROVIDED, ...FRAMEWORK_MODULES]);

const FILLS = /\blocals\b|\bdecorate|\bas(?:Class|Function|Value)\b|\.set\(|context\b|Context\b|\bctx\b/u;

/** Members under which an application or a container has all that is put into it. */
const HOLDERS: ReadonlySet<string> = new Set(["context", "cradle", "locals", "state", "var"]);

/** A file that puts something into an application or a container of a framework. */
export interface Filler {
  readonly path: string;
  /** The module of the framework. */
  readonly module: string;
  /** Whether it is a wrapper. */
  readonly isWrapper: boolean;
}

/**
 * The files that fill applications and containers of frameworks. Two of one program may have the same name for
 * different things, and no file says which of them a handler is given.
 */
export class Fillers {
  readonly #facts: ProjectFacts;
  readonly #files: readonly string[];
  readonly #candidates: readonly Candidate[];
  /** By the name of what is put in: files that may do so. */
  readonly #filling = new Map<string, readonly string[]>();

  /**
   * @param files those of the program.
   * @param candidates all that are known, of whichever round.
   */
  constructor(facts: ProjectFacts, files: readonly string[], candidates: readonly Candidate[]) {
    this.#facts = facts;
    this.#files = files;
    this.#candidates = candidates;
  }

  /** The files that fill what a place leads through, under the name that it leads by. */
  at(place: Place, hops = 0): readonly Filler[] {
    const [module, path] = place;
    if (!FILLED.has(module))
      return hops > MAX_HOPS ? [] : passedOn(this.#facts, module, path).flatMap((each) => this.at(each, hops + 1));
    return this.#fillingUnder(FRAMEWORK_MODULES.has(module) ? path.slice(1) : path).flatMap((filler) => {
      const fillings = this.#facts.parse(filler)?.fillings ?? [];
      return fillings.flatMap((filling): readonly Filler[] => {
        const members =
          this.#facts.fileOf(filling.of.module, filler) === module ? restBelow(path, filling.of.path) : undefined;
        if (members === undefined) return [];
        return [{ path: filler, module, isWrapper: this.#isWrapper(filling, filler, members) }];
      });
    });
  }

  /** Whether a file is given what is a wrapper: all that is put in is one, or all of its own package is. */
  isSure(importer: string, fillers: readonly Filler[]): boolean {
    if (fillers.every(({ isWrapper }) => isWrapper)) return true;
    const own = this.#facts.packageOf(importer);
    const near = fillers.filter(({ path }) => this.#facts.packageOf(path) === own);
    return near.length > 0 && near.every(({ isWrapper }) => isWrapper);
  }

  #fillingUnder(path: readonly string[]): readonly string[] {
    const name = path.find((member) => !HOLDERS.has(member)) ?? "";
    let files = this.#filling.get(name);
    if (files === undefined) {
      files = [...this.#facts.read(this.#files)].flatMap(([file, text]) => (mayFill(text, name) ? [file] : []));
      this.#filling.set(name, files);
    }
    return files;
  }

  #isWrapper({ ways }: Filling, filler: string, members: readonly string[]): boolean {
    return ways.some(({ path, from }) => {
      if (from === undefined) return path.at(-1) === members.at(-1);
      const rest = restBelow(members, path);
      const target = rest && this.#facts.fileOf(from.module, filler);
      const way = below(from.path, rest ?? []);
      return target !== undefined && candidateAt(this.#facts, [target, way], this.#candidates) !== undefined;
    });
  }
}

/** Whether a file may put something into an application, a container or a request under a name. */
function mayFill(text: string, name: string): boolean {
  if (!text.includes(name)) return false;
  return FILLS.test(text) || text.includes(`.${name} =`) || text.includes(`.${name}=`);
}
