import type { BreadcrumbEntry, FileEntry, Trail } from "./shape.ts";

/**
 * Adds to files how many breadcrumbs count in each, and what they can fill of an event's trail.
 * @returns the files in which something is left to count.
 */
export function withTrails(
  files: readonly Omit<FileEntry, "breadcrumbs" | "trail">[],
  breadcrumbs: readonly BreadcrumbEntry[],
): readonly FileEntry[] {
  const byFile = new Map<string, BreadcrumbEntry[]>(files.map(({ file }) => [file, []]));
  for (const breadcrumb of breadcrumbs) byFile.get(breadcrumb.file)?.push(breadcrumb);
  return files
    .map(({ findings, file, language, automatic }) => {
      const trail = trailOf(byFile.get(file) ?? []);
      return { file, language, breadcrumbs: trail.once, automatic, trail, findings };
    })
    .filter((file) => file.breadcrumbs + file.automatic + file.findings.length > 0);
}

function trailOf(breadcrumbs: readonly BreadcrumbEntry[]): Trail {
  const own = breadcrumbs.filter(({ forwards }) => !forwards);
  const repeated = own.flatMap(({ repetition }) => repetition ?? []);
  return {
    once: own.length,
    repeated: repeated.length,
    unbounded: repeated.some(({ conditional }) => !conditional),
  };
}
