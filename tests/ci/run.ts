import { execFile } from "node:child_process";
import { join, relative } from "node:path";
import type { ESLint } from "eslint";
import { commandIn, commandPackage } from "../../scripts/findings.js";

export interface Finished {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end, whatever its exit code. The environment is that of the tests, but not of a CI. */
export function run(
  folder: string,
  file: string,
  args: readonly string[],
  { env = {} }: Options = {},
): Promise<Finished> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:CI|CI_.*|GITHUB_.*|GITLAB_.*|TURBO_.*|NODE_ENV|VITEST.*)$/.test(name),
  );
  return new Promise((resolve, reject) => {
    const settings = { cwd: folder, maxBuffer: 1e8, env: { ...Object.fromEntries(inherited), ...env } };
    execFile(file, args, settings, (error, stdout, stderr) => {
      const status = error === null ? 0 : error.code;
      if (typeof status === "number") resolve({ status, stdout, stderr });
      else reject(error ?? new Error(`${file} was ended.`));
    });
  });
}

/** Runs the built command in a folder. */
export function runCommand(folder: string, args: readonly string[]): Promise<Finished> {
  return run(folder, process.execPath, [commandIn(commandPackage), ...args]);
}

/**
 * A program that stands for npx, which would ask the registry: it starts the built command.
 * @param asked a condition in Bash, that npx was asked for the command.
 * @param first the number of the first argument of the command.
 */
export function npxScript(asked: string, first: number): string {
  const command = `"${process.execPath}" "${commandIn(commandPackage)}"`;
  return `#!/usr/bin/env bash\n${asked} && exec ${command} "\${@:${String(first)}}"\n`;
}

/** Runs ESLint's command in a folder, of the installed copy `eslint`. */
export function runESLint(
  folder: string,
  args: readonly string[],
  { eslint = "eslint", env = {} }: Options & { readonly eslint?: string } = {},
): Promise<Finished> {
  return run(folder, process.execPath, [join(folder, "node_modules", eslint, "bin/eslint.js"), ...args], { env });
}

/**
 * What ESLint reports as JSON, sorted: `file:line:column rule` with the file as seen from the folder.
 * @throws Error with the text, if it is none of ESLint's reports.
 */
export function findingsOf(folder: string, json: string): string[] {
  if (!json.startsWith("[")) throw new Error(`This is no report of ESLint:\n${json}`);
  return (JSON.parse(json) as ESLint.LintResult[])
    .flatMap(({ filePath, messages }) =>
      messages.map(
        ({ ruleId, line, column, message }) =>
          `${relative(folder, filePath).replaceAll("\\", "/")}:${String(line)}:${String(column)} ${ruleId ?? message}`,
      ),
    )
    .sort();
}
