import { readFileSync } from "node:fs";
import { createColors } from "picocolors";
import wrapAnsi from "wrap-ansi";
import { PREFIX, ruleMeta } from "./check/job.ts";
import { fileOfPlugin } from "./plugin-files.ts";
import { READABLE, usesColor, widthOf, type Output } from "./io.ts";

/**
 * Prints a rule's page, which is part of the plugin, for a terminal.
 * @param rule with the prefix of the plugin.
 */
export function explain(rule: string, output: Output): void {
  const name = rule.slice(PREFIX.length);
  const page = readFileSync(fileOfPlugin("docs/rules", `${name}.md`), "utf8");
  const { docs, fixable, hasSuggestions, defaultOptions } = ruleMeta(name);
  const facts = [
    docs.severity.recommended === undefined
      ? `${severityIn(docs.severity.strict)} in strict alone.`
      : `${severityIn(docs.severity.recommended)} in recommended and strict.`,
    ...(fixable === undefined ? [] : ["Fixable with --fix."]),
    ...(hasSuggestions === true ? ["Has suggestions."] : []),
    ...(defaultOptions ?? []).map((options) => `Options: ${Object.keys(options as object).join(", ")}.`),
  ];
  const { bold, cyan } = createColors(usesColor(output));
  const body = blocksOf(page.replace(HEADER, "").replace(COMMENTS, "")).map((block) => asText(block, output));
  output.stdout.write(
    [bold(name), asText(`${docs.description}.`, output), asText(facts.join(" "), output), ...body, cyan(docs.url)].join(
      "\n\n",
    ) + "\n",
  );
}

function severityIn(severity: "error" | "warn"): string {
  return severity === "error" ? "An error" : "A warning";
}

/** The generated header of a page. */
const HEADER = /^[^]*<!-- end auto-generated rule header -->\n/u;

/** Marks for the scripts that write parts of a page or check it. */
const COMMENTS = /^<!--.*-->\n/gmu;

/** Paragraphs, list items, headings, tables and code samples, in order. */
function blocksOf(markdown: string): readonly string[] {
  return Array.from(
    markdown.matchAll(
      /^```[^]*?^```$|^#.*$|^(?:\|.*\n?)+|^(?:[-*]|\d+\.) .*(?:\n {2,}\S.*)*|^.+(?:\n(?!#|\||```|- ).+)*/gmu,
    ),
    ([block]) => block.trimEnd(),
  );
}

function asText(block: string, output: Output): string {
  const { bold, cyan, dim } = createColors(usesColor(output));
  if (block.startsWith("```")) {
    const [info, ...lines] = block.split("\n");
    const [kind] = /\b(?:incorrect|correct)\b/u.exec(String(info)) ?? [];
    const code = indented(lines.slice(0, -1).join("\n"), "    ");
    return kind === undefined ? code : `${dim(`    // ${kind === "correct" ? "not reported" : "reported"}`)}\n${code}`;
  }
  if (block.startsWith("|")) return asLists(block, output);
  if (/^#+ /u.test(block)) return bold(plain(block.replace(/^#+ /u, "")));
  const [, bullet = ""] = /^((?:[-*]|\d+\.) )/u.exec(block) ?? [];
  const text = plain(block.slice(bullet.length).replace(/\n\s*/gu, " "));
  // A list within a list stands further in.
  const width = Math.min(widthOf(output), READABLE) - 2 - bullet.length;
  const lines = wrapAnsi(text, width).replace(/`[^`]*`/gu, (code) => cyan(code));
  return bullet + indented(lines, " ".repeat(bullet.length)).trimStart();
}

/** A table as a list of its rows: the first cell, and below it the others that are not empty, with their headings. */
function asLists(table: string, output: Output): string {
  const [headings = [], , ...rows] = table.split("\n").map(cellsOf);
  return rows
    .map(([first = "", ...cells]) => {
      const others = cells.flatMap((cell, index) => {
        const heading = headings[index + 1] ?? "";
        if (cell === "") return [];
        return [indented(asText(`- ${heading === "" ? "" : `${heading}: `}${cell}`, output), "  ")];
      });
      return [asText(`- ${first}`, output), ...others].join("\n");
    })
    .join("\n");
}

function cellsOf(row: string): readonly string[] {
  const cells = row.replace(/^\|(.*)\|$/u, "$1").split(/(?<!\\)\|/u);
  return cells.map((cell) => cell.replaceAll("\\|", "|").trim());
}

/** Without what Markdown marks links by. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]*\)/gu, "$1");
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gmu, indent);
}
