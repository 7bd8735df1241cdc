import type { LogLibrary } from "../../breadcrumb/index.ts";
import { LOG_LIBRARIES, LOGGER_PACKAGES } from "../../sentry/log-integrations.ts";
import type { Loggers } from "../../settings.ts";
import type { ProjectFacts } from "./project-facts.ts";
import { MAX_HOPS } from "./reexports.ts";
import { moduleNames, type Spelling } from "./spellings.ts";
import { isTrial } from "./trials.ts";

const NAMES_LIBRARY = new RegExp(`["'](?:${[...LOGGER_PACKAGES.keys()].join("|")})["']`, "u");
const REEXPORTS = /\bexport\s*(?:type\s*)?[{*][^;]*?\bfrom\s*["']([^"'\n]+)["']/gu;
const IMPORTED = /(?:\bfrom\s*|\brequire\(\s*|\bimport\(\s*)["']([^"'\n]+)["']/gu;

/** What has Nest log with a library: `app.useLogger(app.get(Logger))`, `logger: WinstonModule.createLogger()`. */
const USED_BY_NEST: readonly (readonly [library: LogLibrary, module: RegExp, use: RegExp])[] = [
  ["pino", /["']nestjs-pino["']/u, /\.useLogger\(/u],
  ["winston", /["']nest-winston["']/u, /\.useLogger\(|\blogger\s*:\s*WinstonModule\.createLogger\(/u],
];
const OF_NEST = { name: "Logger", from: ["@nestjs/common"] };

/** The loggers that a file exports, by their names. */
type Exported = ReadonlyMap<string, LogLibrary>;

/**
 * How the files of a project import its loggers, for the setting `automatic`.
 * @returns nothing where no file exports one.
 */
export function loggersIn(facts: ProjectFacts): Loggers {
  const files = facts.project.files.filter((path) => !path.endsWith(".rs") && !isTrial(facts.project, path));
  const exporting = exportingIn(facts, files);
  const used = USED_BY_NEST.filter(([, module, use]) =>
    [...facts.read(files)].some(([, text]) => module.test(text) && use.test(text)),
  );
  const { spellings, others } = spelledIn(facts, files, exporting);
  const lists = LOG_LIBRARIES.map((library) => {
    const own = [...exporting].flatMap(([file, exported]) => {
      const from = moduleNames(spellings.get(file) ?? [], others);
      const names = [...exported].flatMap(([name, each]) => (each === library ? [name] : []));
      return from.length === 0 ? [] : names.map((name) => ({ name, from }));
    });
    return [library, [...own, ...used.flatMap(([each]) => (each === library ? [OF_NEST] : []))]] as const;
  });
  return Object.fromEntries(lists.filter(([, list]) => list.length > 0));
}

/** The files that export a logger, their own or one of another file. */
function exportingIn(facts: ProjectFacts, files: readonly string[]): ReadonlyMap<string, Exported> {
  const exporting = new Map<string, Exported>();
  for (const [path, text] of facts.read(files)) {
    const loggers = NAMES_LIBRARY.test(text) ? (facts.at(path)?.loggers ?? []) : [];
    if (loggers.length > 0) exporting.set(path, new Map(loggers.map(({ name, library }) => [name, library])));
  }
  for (let hops = 0, before = 0; exporting.size > before && hops < MAX_HOPS; hops++) {
    before = exporting.size;
    for (const [path, text] of facts.read(files)) {
      if (exporting.has(path)) continue;
      const isPassingOn = Array.from(text.matchAll(REEXPORTS), ([, module = ""]) => facts.fileOf(module, path)).some(
        (file) => file !== undefined && exporting.has(file),
      );
      const passed = isPassingOn ? passedOn(facts, path, exporting) : new Map<string, LogLibrary>();
      if (passed.size > 0) exporting.set(path, passed);
    }
  }
  return exporting;
}

/** The loggers of other files that a file exports. */
function passedOn(facts: ProjectFacts, path: string, exporting: ReadonlyMap<string, Exported>): Exported {
  return new Map(
    (facts.at(path)?.exports ?? []).flatMap(({ name, from }): readonly (readonly [string, LogLibrary])[] => {
      const file = from && facts.fileOf(from.module, path);
      const theirs = file === undefined ? undefined : exporting.get(file);
      if (theirs === undefined) return [];
      if (name === "*") return [...theirs].filter(([each]) => each !== "default");
      const library = theirs.get(from?.path[0] ?? "");
      return library === undefined ? [] : [[name, library]];
    }),
  );
}

/** How files write the modules with loggers in their imports, and how they write all others. */
function spelledIn(facts: ProjectFacts, files: readonly string[], exporting: ReadonlyMap<string, Exported>) {
  const spellings = new Map<string, Spelling[]>();
  const others = new Set<string>();
  if (exporting.size === 0) return { spellings, others };
  for (const [importer, text] of facts.read(files)) {
    for (const [, specifier = ""] of text.matchAll(IMPORTED)) {
      const file = facts.fileOf(specifier, importer);
      if (file === undefined || !exporting.has(file)) {
        others.add(specifier);
        continue;
      }
      const own = spellings.get(file) ?? [];
      spellings.set(file, own);
      own.push({ specifier, importer, file, isPackage: facts.modules.isPackage(specifier, importer) });
    }
  }
  return { spellings, others };
}
