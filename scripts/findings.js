import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this project. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The example application. */
export const examples = join(root, "examples");

/** What is expected to be found there: one line per finding, as `findingsIn` returns them. */
export const expectedFindings = join(examples, "expected-findings.txt");

/**
 * The file that ESLint's command runs.
 * @param {string} project folder whose `node_modules` holds ESLint
 */
export function eslintOf(project) {
  return join(project, "node_modules/eslint/bin/eslint.js");
}

/** The package of the command, as the build leaves it. */
export const commandPackage = join(root, "dist/command");

/**
 * The file that our own command runs.
 * @param {string} folder its package
 */
export function commandIn(folder) {
  return join(folder, "cli.js");
}

/**
 * Lints a folder by a command.
 * @param {string} folder what to lint, with an ESLint config in it
 * @param {string} script ESLint's command or ours
 * @param {string} [node] the Node.js that runs it
 * @returns {Promise<string[]>} `file:line:column severity rule (message id)` for each finding, by file and place
 * @throws when the command fails or warns, or cannot parse a file
 */
export async function findingsIn(folder, script, node = process.execPath) {
  const report = await /** @type {Promise<string>} */ (
    new Promise((resolve, reject) => {
      execFile(node, [script, "--format", "json", "."], { cwd: folder, maxBuffer: 1e8 }, (error, stdout, stderr) => {
        if (stderr !== "" || (error !== null && error.code !== 1))
          reject(new Error(`Linting failed in ${folder}:\n${stderr}`));
        else resolve(stdout);
      });
    })
  );
  /** @type {import("eslint").ESLint.LintResult[]} */
  const results = JSON.parse(report);
  return results
    .toSorted((one, other) => (one.filePath < other.filePath ? -1 : 1))
    .flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, severity, ruleId, messageId, fatal, message }) => {
        const place = `${relative(folder, filePath).replaceAll("\\", "/")}:${line}:${column}`;
        if (fatal) throw new Error(`${place} ${message}`);
        return `${place} ${severity === 2 ? "error" : "warning"} ${ruleId} (${messageId})`;
      }),
    );
}

/** @returns {string[]} the stored findings */
export function readExpectedFindings() {
  return readFileSync(expectedFindings, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}
