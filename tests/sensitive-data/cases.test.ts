import { describe, expect, it, vi } from "vitest";
import plugin from "../../src/index.ts";
import { typedProgram } from "../support/read-values.ts";
import { labelledCases, measure, underlined } from "../../scripts/labelled-cases.js";

// Each half is some two hundred pieces of code, each linted by itself.
vi.setConfig({ testTimeout: 60_000 });

/** What the rule must reach on each part of the labelled cases: precision and recall. */
const FLOORS = [
  ["first", "JavaScript", "default", 1, 0.97],
  ["first", "JavaScript", "strict", 0.98, 0.97],
  ["first", "Rust", "default", 1, 0.97],
  ["first", "Rust", "strict", 1, 0.97],
  ["second", "JavaScript", "default", 0.95, 0.95],
  ["second", "JavaScript", "strict", 0.95, 0.95],
  ["second", "Rust", "default", 1, 0.91],
  ["second", "Rust", "strict", 1, 0.94],
] as const;

describe("the labelled cases", () => {
  it("are as many as docs/sensitive-data.md says", () => {
    expect(labelledCases).toHaveLength(714);
  });

  it("are underlined where they say", () => {
    const elsewhere = labelledCases.filter((each) => {
      const { expression } = each;
      if (each.half === "second" || expression === undefined) return false;
      const texts = underlined(plugin, each, "strict");
      return texts.length > 0 && !texts.some((text) => text.includes(expression) || expression.includes(text));
    });
    expect(elsewhere.map(({ title }) => title)).toEqual([]);
  });

  it("are found with type information wherever they are found without", () => {
    const cases = labelledCases.filter(({ language }) => language === "ts");
    const { files, programs } = typedProgram(cases.map(({ code }) => code));
    const lost = cases.filter((each, index) => {
      const filename = files[index] ?? "";
      const without = underlined(plugin, each, "strict");
      return without.length > 0 && underlined(plugin, each, "strict", { filename, programs }).length === 0;
    });
    expect(lost.map(({ title }) => title)).toEqual([]);
  }, 180_000);

  it.each(FLOORS)("%s half, %s, %s: precision and recall do not fall", (half, language, preset, precision, recall) => {
    const cases = labelledCases.filter(
      (each) => each.half === half && (each.language === "rs") === (language === "Rust"),
    );
    const said = measure(plugin, cases, preset);
    const titles = (list: typeof said.missed): string => list.map(({ title }) => title).join("\n  ");
    const wrong = `missed:\n  ${titles(said.missed)}\nfalsely:\n  ${titles(said.falsely)}`;
    expect(said.precision, wrong).toBeGreaterThanOrEqual(precision);
    expect(said.recall, wrong).toBeGreaterThanOrEqual(recall);
  });
});
