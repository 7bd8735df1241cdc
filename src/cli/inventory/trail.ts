import type { BreadcrumbEntry, FileEntry, Trail } from "./shape.ts";

/**
 * Takes a breadcrumb that passes on what its function is given for that of a wrapper only where calls of such a
 * function are listed, too: it is counted with its callers, or else by itself.
 */
export function withoutCallers(breadcrumbs: readonly BreadcrumbEntry[]): readonly BreadcrumbEntry[] {
  const called = new Set(breadcrumbs.flatMap(({ entry, callee }) => (entry === "wrapper" ? [lastName(callee)] : [])));
  return breadcrumbs.map((breadcrumb) => {
    const { forwards, function: name } = breadcrumb;
    const isListed = name !== undefined && called.has(lastName(name));
    return forwards && !isListed ? { ...breadcrumb, forwards: false } : breadcrumb;
  });
}

function lastName(name: string): string {
  return /[\w$]+(?=[^\w$]*$)/u.exec(name)?.[0] ?? name;
}

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
