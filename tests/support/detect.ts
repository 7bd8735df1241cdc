import type { Breadcrumb, BreadcrumbFile, FieldName } from "../../src/breadcrumb/index.ts";
import { detectJavaScript } from "../../src/detect/javascript/index.ts";
import { readSettings } from "../../src/settings.ts";
import { parse, type Dialect } from "./parse.ts";

const FIELD_NAMES: readonly FieldName[] = ["type", "category", "message", "level", "timestamp", "data"];

export interface DetectOptions {
  readonly dialect?: Dialect;
  /** `settings["sentry-breadcrumbs"]` */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The path of the file, which decides on the settings of a part of the project. */
  readonly path?: string;
}

/** What the detector finds in a text. */
export function detect(text: string, { dialect = "ts", settings = {}, path }: DetectOptions = {}): BreadcrumbFile {
  return detectJavaScript(parse(text, dialect), readSettings({ "sentry-breadcrumbs": settings }, path));
}

/**
 * A breadcrumb on one line: the entry, the fields with their values as written, `?name` for fields that Sentry does not
 * know, and `…` where there may be more: `sdk message="saved" level=level ?extra …`.
 */
export function show(breadcrumb: Breadcrumb): string {
  const known = FIELD_NAMES.flatMap((name) => {
    const field = breadcrumb[name];
    return field === undefined ? [] : [`${name}=${field.value.source.replaceAll(/\s+/gu, " ")}`];
  });
  const unknown = breadcrumb.unknownFields.map(({ name }) => `?${name ?? ""}`);
  return [breadcrumb.entry, ...known, ...unknown, ...(breadcrumb.complete ? [] : ["…"])].join(" ");
}

/** The breadcrumbs of a text, one line each. */
export function showAll(text: string, options?: DetectOptions): readonly string[] {
  return detect(text, options).breadcrumbs.map(show);
}
