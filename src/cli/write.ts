import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { chmod, chown, realpath, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { randomUUID } from "node:crypto";
import process from "node:process";
import { removeAtEnd, removeNow } from "./temporary.ts";
import { encode, type Encoding } from "./text.ts";

/**
 * Writes a text file so that at any moment there is the whole former text or the whole new one: beside it, and then
 * in its place. Follows a symbolic link, and keeps permissions and owner. A file with several names, or of an owner to
 * whom this user can give none, is written where it is.
 * @param path absolute; the file need not be there yet, its folder has to.
 * @throws what the file system says.
 */
export async function writeSafely(path: string, text: string, encoding: Encoding = "utf-8"): Promise<void> {
  const bytes = encode(text, encoding);
  const target = await realpath(path).catch(() => path);
  const about = await stat(target).catch(() => undefined);
  const user = process.getuid?.();
  const isOthers = about !== undefined && user !== undefined && about.uid !== user;
  if (about !== undefined && (about.nlink > 1 || (isOthers && user !== 0))) {
    await writeFile(target, bytes);
    return;
  }
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  removeAtEnd(beside);
  try {
    await writeFile(beside, bytes, { flag: "wx" });
    if (isOthers) await chown(beside, about.uid, about.gid);
    if (about !== undefined) await chmod(beside, about.mode);
    await rename(beside, target);
  } finally {
    removeNow(beside);
  }
}

/** Whether a file is not to be written: by its permissions, whoever asks, or by those of the disk. */
export function isReadOnly(path: string): boolean {
  try {
    const target = realpathSync(path);
    accessSync(target, constants.W_OK);
    // Who may write everything asks in vain.
    return (statSync(target).mode & 0o222) === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}
