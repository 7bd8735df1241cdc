import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { KINDS } from "../../src/sensitive-data/kinds.ts";
import { classifyName, type Kind } from "../../src/sensitive-data/names.ts";

const page = readFileSync(new URL("../../docs/sensitive-data.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| `(\w+)` \| (.*) \| (.*) \|$/gm)].map(
  ([, kind = "", reported = "", examples = ""]) => ({
    kind,
    reported,
    names: [...examples.matchAll(/`([\w.]+)`/g)].map(([, name = ""]) => name),
  }),
);

/** Examples that the platform's own account tells, not the name. */
const BY_ORIGIN = ["geolocation", "req.ip"];

describe("docs/sensitive-data.md", () => {
  it("has a row for each kind", () => {
    expect(rows.map(({ kind }) => kind)).toEqual(KINDS);
  });

  it.each(rows)("gives examples of $kind that are found as such", ({ kind, reported, names }) => {
    const said = names
      .filter((name) => !BY_ORIGIN.includes(name))
      .map((name) => ({ name, said: classifyName(name.split(".")) }));
    expect(said.map(({ name, said }) => [name, typeof said === "object" ? said.kind : said])).toEqual(
      said.map(({ name }) => [name, kind as Kind]),
    );
    const tiers = new Set(said.map(({ said }) => (typeof said === "object" ? said.tier : undefined)));
    expect([...tiers]).toEqual([reported === "`strict`" ? 2 : 1]);
  });

  it.each(
    [
      ["emailTemplate", "passwordStrength", "emailStatus", "hasEmail", "emailVerified", "maxTokens", "hashedEmail"],
      ["cardLast4", "nextPageToken", "user.id", "accountId", "sessionId", "server.address"],
    ].flat(),
  )("leaves %s alone", (name) => {
    expect(page).toContain(`\`${name}\``);
    expect(classifyName(name.split("."))).toBe("clean");
  });
});
