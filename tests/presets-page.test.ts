import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rules } from "../rules/index.ts";

it("the page on the presets has every rule with its severities, and a reason", () => {
  const rows = [
    ...readFileSync("docs/presets.md", "utf8").matchAll(/^\| \[(.*)\]\(rules\/(.*)\.md\) \|(.*)\|(.*)\| (.+) \|$/gm),
  ];
  const told = rows.map(([, name, page, recommended = "", strict = "", reason = ""]) => ({
    name,
    page,
    recommended: recommended.trim(),
    strict: strict.trim(),
    hasReason: /^[A-Z`].*\.$/.test(reason),
  }));
  const wanted = Object.entries(rules).map(([name, { meta }]) => ({
    name,
    page: name,
    recommended: meta.docs.severity.recommended ?? "",
    strict: meta.docs.severity.strict,
    hasReason: true,
  }));
  expect(told).toEqual(wanted);
});
