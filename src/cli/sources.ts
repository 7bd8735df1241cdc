import { readFileSync } from "node:fs";
import { mayHoldBreadcrumbs } from "../detect/words.ts";
import { readSettings, type Settings } from "../settings.ts";
import { Failure } from "./failure.ts";
import type { Project } from "./project.ts";

/** A file that may record breadcrumbs. */
export interface Source {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** What the project's ESLint config sets for the file, as ESLint hands it to rules. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Why a file was not looked at. */
export interface Unread {
  readonly path: string;
  readonly reason: string;
}

export interface Sources {
  readonly sources: readonly Source[];
  readonly unread: readonly Unread[];
}

/**
 * Reads the files of a project, and keeps those with a word that could record a breadcrumb: the only ones that are
 * parsed at all. A file that is gone since it was listed is left out without a word.
 * @throws Failure for settings of the project that are wrong.
 */
export function readSources(project: Project): Sources {
  const sources: Source[] = [];
  const unread: Unread[] = [];
  for (const path of project.files) {
    const settings = project.settingsOf(path);
    const shared = validated(settings);
    try {
      const text = readFileSync(path, "utf8");
      if (!mayHoldBreadcrumbs(text, shared)) continue;
      if (text.includes("\0")) unread.push({ path, reason: "it is not a text" });
      else sources.push({ path, text, settings });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      // "EACCES: permission denied, open '/shop/cart.ts'"
      if (code !== "ENOENT" && code !== "EISDIR")
        unread.push({ path, reason: message.replace(/^\w+: |, \w+ '.*$/gsu, "") });
    }
  }
  return { sources, unread };
}

function validated(settings: Source["settings"]): Settings {
  try {
    return readSettings(settings);
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}
