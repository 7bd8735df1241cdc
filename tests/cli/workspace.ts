import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { main } from "../../src/cli/main.ts";

/** What the command did. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository to run the command in. */
export interface Workspace {
  readonly folder: string;
  readonly path: (file: string) => string;
  readonly read: (file: string) => Promise<string>;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  /** The same, watched by somebody, at a terminal of 80 columns. */
  readonly runAtTerminal: (...args: readonly string[]) => Promise<Ran>;
  /** The same, at one of so many columns. */
  readonly runAtWidth: (columns: number, ...args: readonly string[]) => Promise<Ran>;
}

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/**
 * Makes a folder that is removed after the test.
 * @param files text by path.
 * @param packages installed packages that the project shall have, by name.
 */
export async function workspace(
  files: Readonly<Record<string, string | Uint8Array>>,
  packages: readonly string[] = [],
): Promise<Workspace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "sentry breadcrumbs é ")));
  folders.push(folder);
  const path = (file: string): string => join(folder, file);
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(path(file)), { recursive: true });
    await writeFile(path(file), content);
  }
  for (const name of packages) {
    await mkdir(dirname(path(`node_modules/${name}`)), { recursive: true });
    await symlink(join(process.cwd(), "node_modules", name), path(`node_modules/${name}`), "junction");
  }
  return {
    folder,
    path,
    read: (file) => readFile(path(file), "utf8"),
    run: (...args) => runIn(folder, args),
    runAtTerminal: (...args) => runIn(folder, args, 80),
    runAtWidth: (columns, ...args) => runIn(folder, args, columns),
  };
}

/** Runs the command in a folder. */
export async function runIn(folder: string, args: readonly string[], columns?: number): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written) =>
    ({
      isTTY: columns !== undefined,
      columns,
      write: (text: string) => ((written[name] += text), true),
    }) as unknown as NodeJS.WritableStream;
  const output = { stdout: stream("stdout"), stderr: stream("stderr"), env: {} };
  const code = await main(args, folder, output);
  return { code, ...written };
}
