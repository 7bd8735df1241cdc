import { readFileSync, writeFileSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);

/**
 * Writes a file that is generated. With --check nothing is written, and the process fails if the file is stale.
 * @param {string} path from the root of the repository
 * @param {string} text
 * @param {string} command what writes it
 */
export function writeGenerated(path, text, command = "npm run docs") {
  const file = new URL(path, ROOT);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
  } else if (readFileSync(file, "utf8") !== text) {
    console.error(`${path} is stale: run \`${command}\` and commit what it writes.`);
    process.exitCode = 1;
  }
}

/**
 * The same for the part of a page between two comments: `<!-- begin NAME -->` and `<!-- end NAME -->`.
 * @param {string} path from the root of the repository
 * @param {string} name
 * @param {string} text
 * @param {string} [command] what writes it
 */
export function writeGeneratedPart(path, name, text, command) {
  const block = new RegExp(`(?<=<!-- begin ${name} -->\n)[^]*(?=<!-- end ${name} -->)`);
  writeGenerated(
    path,
    readFileSync(new URL(path, ROOT), "utf8").replace(block, () => `\n${text}\n\n`),
    command,
  );
}
