import { pathWithin, runsApart } from "../../sentry/doors.ts";
import type { ProjectFacts } from "./project-facts.ts";
import { isTrial } from "./trials.ts";

/** `import a from "b"`, `export * from "b"`, `import "b"`, `require("b")`, `import("b")`, and whether of types alone */
const IMPORTED =
  /(?:\b(?:import|export)\s+(type\s)?[^;"'()]*?\bfrom\s*|\bimport\s*|\b(?:require|import)\s*\(\s*)["']([^"'\n]+)["']/gu;

/**
 * The packages of a project that the code of each imports, by their folders.
 * @returns what is imported directly.
 */
export function packageImports(facts: ProjectFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const { modules, project } = facts;
  const folderOf = (path: string): string | undefined => modules.manifests.above(path)[0]?.folder;
  const imports = new Map<string, Set<string>>();
  const asked = new Set<string>();
  const files = project.files.filter(
    (path) => !path.endsWith(".rs") && !isTrial(project, path) && !runsApart(pathWithin(project.base, path)),
  );
  for (const [path, text] of facts.read(files)) {
    const own = folderOf(path);
    for (const [, type, specifier = ""] of text.matchAll(IMPORTED)) {
      const question = `${own ?? ""} ${specifier}`;
      // Within a package, files import one another by relative paths.
      if (own === undefined || type !== undefined || specifier.startsWith(".") || asked.has(question)) continue;
      asked.add(question);
      const file = modules.resolve(specifier, path);
      const theirs = file === undefined ? undefined : folderOf(file);
      if (theirs !== undefined && theirs !== own) imports.set(own, (imports.get(own) ?? new Set()).add(theirs));
    }
  }
  return imports;
}

/** What a package imports, and what that imports, and so on. */
export function reachedFrom(folder: string, imports: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set(imports.get(folder));
  for (const each of reached) for (const further of imports.get(each) ?? []) reached.add(further);
  reached.delete(folder);
  return reached;
}
