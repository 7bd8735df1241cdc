import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { lint, type Kind } from "./support.ts";

vi.setConfig({ testTimeout: 120_000 });

const KINDS: Readonly<Record<string, Kind>> = { ".ts": "ts", ".tsx": "tsx", ".cjs": "js", ".rs": "rust" };

const FOLDERS = ["examples/shop", "examples/axum-service/src"];

/** The example files, by their names. */
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const kind = KINDS[extname(name)];
    return kind === undefined ? [] : [{ name: join(folder, name), kind, text: readFileSync(join(folder, name), "utf8") }];
  }),
);

/** How many prefixes of a file are linted at most; set `ROBUSTNESS_PREFIXES` for more. */
const most = Number(process.env["ROBUSTNESS_PREFIXES"] ?? 12);

/** Where the prefixes of a text end, evenly spread. */
function endsOf(text: string): number[] {
  const count = Math.min(text.length, most);
  return Array.from({ length: count }, (_, index) => Math.round(((index + 1) * text.length) / count));
}

describe("half-typed files", () => {
  test("there are examples in every language", () => {
    expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(Object.values(KINDS)));
  });

  test.each(files)("$name: no prefix makes a rule throw or report what is not typed yet", ({ kind, text }) => {
    for (const end of endsOf(text)) {
      const prefix = text.slice(0, end);
      const lines = prefix.split("\n");
      for (const message of lint(prefix, kind, "everything")) {
        if (message.fatal) {
          expect(message.ruleId).toBe(null); // the parser's own word on half a file
          continue;
        }
        const { line, column, endLine = line, endColumn = column } = message;
        expect([line, column, endLine, endColumn].every(Number.isInteger), message.message).toBe(true);
        expect(endLine).toBeLessThanOrEqual(lines.length);
        expect(endColumn - 1).toBeLessThanOrEqual(lines[endLine - 1]?.length ?? 0);
      }
    }
  });

  test.each(files.filter(({ kind }) => kind === "rust"))(
    "$name: a report on a prefix stays within a call that is begun there",
    ({ text }) => {
      // Whole lines, so that a line of the prefix is one of the file.
      const known = new Set(lint(text, "rust").map(({ ruleId, line }) => `${ruleId} ${line}`));
      const calls = [...text.matchAll(/\b(?:add_breadcrumb|note|crumb|track)\b/g)].map(({ index }) => index);
      for (const end of endsOf(text)) {
        for (const { ruleId, line, column } of lint(text.slice(0, end), "rust")) {
          const start = text.split("\n").slice(0, line - 1).join("\n").length + column;
          const isKnown = known.has(`${ruleId} ${line}`);
          const isTyping = calls.some((call) => call <= start && start <= end);
          expect(isKnown || isTyping, `${ruleId} at ${line}:${column} of the first ${end}`).toBe(true);
        }
      }
    },
  );
});
