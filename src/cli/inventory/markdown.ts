import { count } from "../io.ts";
import type { Inventory, Tally } from "./shape.ts";

/** So many rows say where to look; the page and the JSON have all. */
const MOST_ROWS = 10;

/** The numbers of an inventory as GitHub's Markdown, for the page of a job or a comment. */
export function markdownOf({ root, summary, rules, kinds, unread }: Inventory): string {
  const { breadcrumbs, files, findings, automatic } = summary;
  const parts = [
    `## Sentry breadcrumbs in ${escaped(root)}`,
    `${count(breadcrumbs, "breadcrumb")} in ${count(files, "file")}, ${count(findings, "finding")}.`,
    list([
      [summary.personal, "with personal data or secrets"],
      [summary.lost, "that never reach their event"],
      [summary.floods, "that each iteration records, and that evict the rest of the trail"],
      [summary.logs, "that would be better as logs"],
    ]),
    table("Rule", "Findings", summary.byRule, (rule) => {
      const name = escaped(rule);
      const url = rules[rule]?.url;
      return url === undefined ? name : `[${name}](${url})`;
    }),
    table("Personal data", "Breadcrumbs", summary.byKind, (kind) => escaped(kinds[kind] ?? kind)),
    table("Category", "Breadcrumbs", summary.byCategory, escaped),
    automatic === 0 ? "" : table("Recorded by", "Calls", summary.byRecorder, escaped),
    unread.length === 0 ? "" : `${count(unread.length, "file")} could not be read.`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The numbers that are not 0, as a list. */
function list(numbers: readonly (readonly [number, string])[]): string {
  return numbers
    .filter(([number]) => number > 0)
    .map(([number, words]) => `- **${number.toLocaleString("en-US")}** ${words}`)
    .join("\n");
}

/** The highest numbers as a table; nothing where there is none. */
function table(what: string, number: string, tallies: readonly Tally[], show: (value: string) => string): string {
  if (tallies.length === 0) return "";
  const rows = tallies.slice(0, MOST_ROWS).map(({ value, count: times }) => {
    const name = typeof value === "string" ? show(value) : value === null ? "*not known from the source*" : "*none*";
    return `| ${name} | ${times.toLocaleString("en-US")} |`;
  });
  const more = tallies.length - rows.length;
  if (more > 0) rows.push(`| *${more.toLocaleString("en-US")} more* | |`);
  return [`| ${what} | ${number} |`, "| :-- | --: |", ...rows].join("\n");
}

/** Text of the project as plain text on one line: https://github.github.com/gfm/#backslash-escapes. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/gu, " ").replaceAll(/[\\`*_~|<>[\]&$@#]/gu, "\\$&");
}
