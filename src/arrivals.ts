import type { SourceCode } from "eslint";
import type { Range } from "./breadcrumb/index.ts";
import { breadcrumbFileOf } from "./detect/index.ts";
import { LANGUAGES, type LanguageDefinition } from "./languages/index.ts";
import { arrivalOf } from "./sentry/arrival.ts";
import { scrubber } from "./sentry/scrubbing.ts";
import type { ShownRecord } from "./sentry/shown.ts";
import type { Settings } from "./settings.ts";

/** What a project says of the way to Sentry, as the options of `valid-data` and `no-filtered-text` do. */
export interface Sending {
  /** How many levels of `data` a JavaScript SDK sends. */
  readonly depth: number;
  /** Words for which the server scrubs, and those for which it does not. */
  readonly words: readonly string[];
  readonly allow: readonly string[];
}

/** A breadcrumb as it would arrive, and the call that records it. */
export interface Arrival extends ShownRecord {
  readonly range: Range;
  /** The called function as written. */
  readonly callee: string;
}

/** The breadcrumbs of a file as they would arrive in Sentry, in the order of the source. */
export function arrivalsIn(
  sourceCode: SourceCode,
  settings: Settings,
  path: string,
  { depth, words, allow }: Sending,
): readonly Arrival[] {
  const file = breadcrumbFileOf(sourceCode, settings, LANGUAGES, { path });
  if (file === undefined) return [];
  const language: LanguageDefinition | undefined = LANGUAGES.find(({ name }) => name === file.language);
  const way = { scrubber: scrubber({ words, allow }), levels: language?.cutsData === true ? depth : Infinity };
  return file.breadcrumbs.map((breadcrumb) => ({
    range: breadcrumb.range,
    callee: breadcrumb.callee.source,
    ...arrivalOf(breadcrumb, way),
  }));
}
