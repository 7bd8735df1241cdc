import { RECORDING_NAMES, sdkExport } from "../../detect/javascript/names/sdk-modules.ts";
import type { FoundModule } from "./found.ts";
import type { ProjectFacts } from "./project-facts.ts";
import { MAX_HOPS } from "./reexports.ts";
import { moduleNames, type Spelling } from "./spellings.ts";
import { isTrial } from "./trials.ts";

/** The modules of the project that re-export an SDK, by which other files call it. */
export class SdkModules {
  readonly #facts: ProjectFacts;
  readonly #uses = new Map<string, { readonly spellings: Spelling[]; readonly calls: Map<string, number> }>();

  constructor(facts: ProjectFacts) {
    this.#facts = facts;
  }

  /** Finds the calls of the SDK's functions by way of such modules, in the files that were parsed. */
  findUses(): void {
    for (const { path, calls } of this.#facts.all) {
      if (isTrial(this.#facts.project, path)) continue;
      const known = this.#facts.settingsOf(path).modules;
      for (const { module, path: way } of calls) {
        const isRecording = way.slice(-1).some((name) => RECORDING_NAMES.has(name));
        if (!isRecording || sdkExport(module, "*", known) !== undefined) continue;
        const file = this.#facts.modules.resolve(module, path);
        if (file === undefined || file === path || !this.#isSdkAt(file, way)) continue;
        const use = this.#uses.get(file) ?? { spellings: [], calls: new Map<string, number>() };
        this.#uses.set(file, use);
        const isPackage = this.#facts.modules.isPackage(module, path);
        use.spellings.push({ specifier: module, importer: path, file, isPackage });
        use.calls.set(path, (use.calls.get(path) ?? 0) + 1);
      }
    }
  }

  /** What settings can say of them by now. */
  found(): readonly FoundModule[] {
    return [...this.#uses].flatMap(([file, { spellings, calls }]): readonly FoundModule[] => {
      const names = moduleNames(spellings, this.#otherModules(file));
      return names.length === 0 || this.#isAmbiguous(file) ? [] : [{ names, file, calls }];
    });
  }

  #isSdkAt(file: string, path: readonly string[], hops = 0): boolean {
    if (hops > MAX_HOPS) return false;
    const [name = ""] = path;
    const exports = this.#facts.exportsOf(file);
    const own = exports.find((each) => each.name === name) ?? exports.find((each) => each.name === "*");
    if (own === undefined) return false;
    // Settings can name a module that is the SDK, and none that has it under a name of its own.
    const isItself = /^(?:\*|default|sentry)$/iu.test(own.name);
    if (own.sdk !== undefined) return isItself ? own.sdk.length === 0 : own.sdk.length === 1 && own.sdk[0] === own.name;
    if (own.from === undefined) return false;
    const { module, path: from } = own.from;
    if (sdkExport(module, "*", []) !== undefined) return isItself || from.at(-1) === own.name;
    const target = this.#facts.modules.resolve(module, file);
    return (
      target !== undefined && this.#isSdkAt(target, own.name === "*" ? path : [...from, ...path.slice(1)], hops + 1)
    );
  }

  /** How the modules are written that files which record breadcrumbs import, but for one. */
  #otherModules(file: string): ReadonlySet<string> {
    const others = new Set<string>();
    for (const { path, calls } of this.#facts.all) {
      for (const { module } of calls) if (this.#facts.modules.resolve(module, path) !== file) others.add(module);
    }
    return others;
  }

  /** Whether a module has a function of its own under a name of the SDK's that settings have no words for. */
  #isAmbiguous(file: string): boolean {
    const facts = this.#facts.known(file);
    const isWrapper = (name: string): boolean =>
      facts?.wrappers.some(({ exports }) => exports.some(([first]) => first === name)) === true;
    return this.#facts
      .exportsOf(file)
      .some(
        ({ name, sdk, from }) =>
          RECORDING_NAMES.has(name) && sdk === undefined && from === undefined && !isWrapper(name),
      );
  }
}
