import type { BreadcrumbEntry, FileEntry, Trail } from "./shape.ts";

/** Adds to files what each can fill of an event's trail. */
export function withTrails(
  files: readonly Omit<FileEntry, "trail">[],
  breadcrumbs: readonly BreadcrumbEntry[],
): readonly FileEntry[] {
  const byFile = new Map<string, BreadcrumbEntry[]>(files.map(({ file }) => [file, []]));
  for (const breadcrumb of breadcrumbs) byFile.get(breadcrumb.file)?.push(breadcrumb);
  return files.map(({ findings, ...file }) => ({ ...file, trail: trailOf(byFile.get(file.file) ?? []), findings }));
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
