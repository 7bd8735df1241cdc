// Looks for phrases in pages and rules that CONTRIBUTING ("Words") asks to write otherwise.
// Exits with 1 and lists them, with better ones.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** @type {readonly (readonly [RegExp, string])[]} */
const PHRASES = [
  [/\bby (?:itself|themselves)\b/gu, "automatically, or nothing"],
  [/\bat times\b/gu, "sometimes"],
  [/\bagain and again\b/gu, "repeatedly"],
  [/\bstands? (?:under|in it|there|elsewhere|for itself)\b/gu, "is in, is defined in"],
  [/\bin the place of\b/gu, "instead of"],
  [/\bpush(?:es|ed)? out\b/gu, "evict"],
  [/\bhand(?:s|ed)? (?:out|on|over)\b/gu, "return, pass"],
  [/\b(?:is|are) (?:handed|given) to\b/gu, "is passed to"],
  [/\b(?:is|are) looked at\b/gu, "the rule checks"],
  [/\b(?:is|are) left out\b/gu, "is skipped, is removed"],
  [/\bbelongs? into\b/gu, "belongs in"],
  [/\btells? of\b/gu, "describes"],
  [/\bis taken for\b/gu, "counts as"],
  [/\bmakes? of (?:it|them)\b/gu, "does with"],
  [/\bput together\b/gu, "built"],
  [/\bunasked\b/gu, "without asking"],
];

const files = execFileSync("git", ["ls-files", "*.md", "rules/*.ts"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => path !== "" && path !== "CHANGELOG.md");
const found = files.flatMap((path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) =>
      PHRASES.flatMap(([phrase, better]) =>
        [...line.matchAll(phrase)].map(
          (match) => `${path}:${index + 1}:${match.index + 1}: “${match[0]}”: write ${better}`,
        ),
      ),
    ),
);
if (found.length > 0) {
  console.error(found.join("\n"));
  process.exitCode = 1;
}
