import { readFileSync } from "node:fs";

const page = readFileSync("docs/ci.md", "utf8");

/**
 * The text of a fence in docs/ci.md.
 * @param start how it begins; only one may.
 */
export function snippet(start: string): string {
  const fences = [...page.matchAll(/^```\w+\n([^]*?)^```$/gm)].map(([, text = ""]) => text);
  const found = fences.filter((text) => text.startsWith(start));
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`docs/ci.md has ${found.length} snippets of ${start}`);
  return found[0];
}

/** All texts of its fences in a language. */
export function snippets(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);
}
