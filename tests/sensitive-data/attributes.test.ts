import { ATTRIBUTE_METADATA } from "@sentry/conventions/attributes";
import { describe, expect, it } from "vitest";
import { attributeOf, findingOfAttribute } from "../../src/sensitive-data/attributes.ts";
import { SCRUBBED_ATTRIBUTES } from "../../src/sensitive-data/conventions.ts";

describe("the attributes that Sentry marks for scrubbing", () => {
  it("are those of the installed conventions (npm run docs)", () => {
    const marked = Object.entries(ATTRIBUTE_METADATA)
      .filter(([name, { applyScrubbing }]) => name.includes(".") && applyScrubbing.key === "auto")
      .map(([name]) => name);
    expect(SCRUBBED_ATTRIBUTES.trim().split(/\s+/)).toEqual(marked.sort());
  });

  it.each([
    [["user.email"], "user.email"],
    [["user", "email"], "user.email"],
    [["http.query"], "http.query"],
    [["http.request.header.x-trace"], "http.request.header.<key>"],
    [["params", "slug"], "params.<key>"],
    [["mcp.prompt.result.3.role"], "mcp.prompt.result.<key>.role"],
  ])("has %j as %s", (path, attribute) => {
    expect(attributeOf(path)).toBe(attribute);
  });

  it.each([[["url"]], [["email"]], [["http.method"]], [["httpXquery"]], [["a", "user.email"]], [[]]])(
    "does not have %j",
    (path) => {
      expect(attributeOf(path)).toBeUndefined();
    },
  );

  it("hold what their area tells", () => {
    const said = (attribute: string) => findingOfAttribute(attribute);
    expect(said("http.request.body.data")).toMatchObject({ kind: "object", tier: 1 });
    expect(said("http.query")).toMatchObject({ kind: "url_query", tier: 2 });
    expect(said("url.fragment")).toMatchObject({ kind: "url_query", tier: 2 });
    expect(said("db.query.text")).toMatchObject({ kind: "free_form", tier: 2 });
  });
});
