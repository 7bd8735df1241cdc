import { count } from "./io.ts";
import { fromRoot } from "./paths.ts";

/** A file that was not read, or not completely, and why. */
export interface Unread {
  /** A file or folder, absolute. */
  readonly path: string;
  /** The reason: `not in UTF-8`. */
  readonly reason: string;
  /** What to do about it, as a sentence or a command. */
  readonly remedy?: string | undefined;
  /** The place in it, where there is one. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /**
   * Whether what was missed is known to matter: a file with a word that records breadcrumbs, or an ESLint config with
   * our settings. The run did not do its work then.
   */
  readonly matters: boolean;
}

/** Whether a file is no longer there, or is none. */
export function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "EISDIR";
}

/** The file system's error, without the path: "EACCES: permission denied, open '/shop/cart.ts'". */
export function reasonOf(error: unknown): string {
  return (error as Error).message.replace(/^\w+: |, \w+(?: '.*)?$/gsu, "");
}

/** The same for other programs, with paths from a folder. */
export function unreadJson(
  unread: readonly Unread[],
  root: string,
): readonly { readonly file: string; readonly reason: string }[] {
  return unread.map(({ path, reason, remedy, line }) => ({
    file: fromRoot(root, path),
    reason: `${reason}${remedy === undefined ? "" : `: ${remedy}`}${line === undefined ? "" : ` (line ${String(line)})`}`,
  }));
}

/** From how many things with the same reason and remedy on only their number is told. */
const MANY = 8;

/**
 * The block at the end that lists what was not read, the most important first.
 * @param root the folder that paths are shown from, absolute.
 * @param isAllowed whether it makes no difference to the exit code, since somebody said so.
 * @returns lines; none where everything was read.
 */
export function unreadBlock(unread: readonly Unread[], root: string, isAllowed: boolean): readonly string[] {
  if (unread.length === 0) return [];
  const mattering = unread.filter(({ matters }) => matters);
  const groups = new Map<string, Unread[]>();
  for (const each of [...mattering, ...unread.filter(({ matters }) => !matters)]) {
    const key = JSON.stringify([each.reason, each.remedy]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [
    "Not read:",
    ...[...groups.values()].flatMap((group) => linesOf(group, root)),
    ...(mattering.length === 0 || isAllowed
      ? []
      : [
          `${count(mattering.length, "entry", "entries")} may contain breadcrumbs, so the exit code is 2. --allow-unread ignores this.`,
        ]),
  ];
}

function linesOf(group: readonly Unread[], root: string): readonly string[] {
  const shown = group.length <= MANY ? group : group.slice(0, MANY - 1);
  const { remedy } = group[0] ?? {};
  return [
    ...shown.map(({ path, line, column, reason }) => {
      const place = [fromRoot(root, path) || ".", line, column].filter((part) => part !== undefined);
      return `  ${place.join(":")}: ${reason}`;
    }),
    ...(shown.length === group.length ? [] : [`  … and ${String(group.length - shown.length)} more of these`]),
    ...(remedy === undefined ? [] : [`    ${remedy}`]),
  ];
}
