import { readFileSync } from "node:fs";
import { mayHoldBreadcrumbs } from "../detect/words.ts";
import { readSettings } from "../settings.ts";
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
 */
export function readSources(project: Project): Sources {
  const sources: Source[] = [];
  const unread: Unread[] = [];
  for (const path of project.files) {
    try {
      const text = readFileSync(path, "utf8");
      const settings = project.settingsOf(path);
      if (!mayHoldBreadcrumbs(text, readSettings(settings))) continue;
      if (text.includes("\0")) unread.push({ path, reason: "it is not a text" });
      else sources.push({ path, text, settings });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      if (code !== "ENOENT" && code !== "EISDIR") unread.push({ path, reason: code === "EACCES" ? "permission denied" : code });
    }
  }
  return { sources, unread };
}
