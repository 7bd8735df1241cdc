import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { randomUUID } from "node:crypto";

/**
 * Writes a text file so that at any moment there is the whole former text or the whole new one: beside it, and then
 * in its place. Follows a symbolic link, and keeps the permissions.
 * @param path absolute; the file need not be there yet, its folder has to.
 * @throws what the file system says.
 */
export async function writeSafely(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  const mode = (await stat(target).catch(() => undefined))?.mode;
  try {
    await writeFile(beside, text, { flag: "wx" });
    if (mode !== undefined) await chmod(beside, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
