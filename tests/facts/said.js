import { readdirSync, readFileSync } from "node:fs";

const DOCS = new URL("../../docs/", import.meta.url);

/** The names by which a section names its facts: `<!-- facts: level-sent, level-unknown -->`. */
const NAMED = /<!-- facts: (?<ids>[^>]*?) -->/gu;

/**
 * The facts that a text names.
 * @param {string} text
 */
export function factsIn(text) {
  return [...text.matchAll(NAMED)].flatMap(({ groups }) => groups?.["ids"]?.split(", ") ?? []);
}

/** The pages that make statements, by their paths in `docs/`. */
export const PAGES = new Map(
  ["", "rules/"].flatMap((folder) =>
    readdirSync(new URL(folder, DOCS))
      .filter((name) => name.endsWith(".md") && name !== "facts.md")
      .map((name) => [`${folder}${name}`, readFileSync(new URL(`${folder}${name}`, DOCS), "utf8")]),
  ),
);

/**
 * The pages that say a fact, themselves or in a message of their rule.
 * @param {string} id
 * @param {readonly string[]} by the messages that say it
 */
export function saysWhat(id, by) {
  const pages = [...PAGES].flatMap(([path, text]) => (factsIn(text).includes(id) ? [path] : []));
  return [...new Set([...by.map((message) => `rules/${message.split("/")[0] ?? ""}.md`), ...pages])].sort();
}
