import { mayHoldBreadcrumbs } from "../detect/words.ts";
import { readSettings, type Settings } from "../settings.ts";
import { Failure } from "./failure.ts";
import type { Project } from "./project.ts";
import { isBundled, readText, type Encoding, type ReadText } from "./text.ts";
import { isGone, reasonOf, type Unread } from "./unread.ts";

/** A file that may record breadcrumbs. */
export interface Source {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** The settings in the project's ESLint config for the file. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Sources {
  readonly sources: readonly Source[];
  readonly unread: readonly Unread[];
}

/**
 * Reads the files of a project, and keeps those with a word of what is looked for, breadcrumbs when not given: the only
 * ones that are parsed at all. A file that is gone since it was listed is left out without a word.
 * @throws Failure for settings of the project that are wrong.
 */
export function readSources(
  project: Project,
  mayHold: (text: string, settings: Settings, path: string) => boolean = (text, settings, path) =>
    mayHoldBreadcrumbs(text, settings, undefined, path),
): Sources {
  const sources: Source[] = [];
  const unread: Unread[] = [...project.unread];
  for (const path of project.files) {
    const settings = project.settingsOf(path);
    const shared = validated(settings, path, project.base);
    try {
      const read = readText(path);
      const { text, encoding } = read;
      if (!mayHold(text, shared, path)) continue;
      if (encoding === undefined) unread.push({ path, matters: true, ...whyNot(read) });
      else if (isBundled(text) && !project.named.has(path)) unread.push({ path, matters: false, ...BUNDLED });
      else sources.push({ path, text, encoding, settings });
    } catch (error) {
      if (!isGone(error)) unread.push({ path, reason: reasonOf(error), matters: false });
    }
  }
  return { sources, unread };
}

const BUNDLED = { reason: "it is minified", remedy: "Name the file to read it anyway." };

function whyNot({ text }: ReadText): Pick<Unread, "reason" | "remedy"> {
  return text.includes("\0")
    ? { reason: "it is not a text file" }
    : { reason: "it is not in UTF-8", remedy: "Save it as UTF-8." };
}

function validated(settings: Source["settings"], path: string, base: string): Settings {
  try {
    return readSettings(settings, path, base);
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}
