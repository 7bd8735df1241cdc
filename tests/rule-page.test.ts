import { describe, expect, it } from "vitest";
import { pageOf } from "../scripts/rule-pages.js";
import packageJson from "../package.json" with { type: "json" };
import { rulePage } from "../src/rule-page.ts";

describe("the address of a rule's page", () => {
  it("is on the site, or in the package while the site has none", () => {
    expect(rulePage("no-pii", "https://example.org/site/")).toBe("https://example.org/site/docs/rules/no-pii.html");
    const { name, version, files } = packageJson;
    expect(rulePage("no-pii", "")).toBe(`https://unpkg.com/${name}@${version}/dist/docs/rules/no-pii.html`);
    expect(files).toContain("dist/docs");
  });
});

describe("a page as HTML", () => {
  it("says what the Markdown says, with a title and links that hold in the package", () => {
    const html = pageOf(
      "valid-level",
      [
        "# sentry-breadcrumbs/valid-level",
        "",
        "Some `code`, [a rule](no-pii.md#options), [a page](../settings.md), [the site](https://sentry.io) and [here](#options).",
        "",
        '```js incorrect options={"allowLog":false} messages=log',
        "a < b;",
        "```",
        "",
        "## Options",
        "",
        "| One | Two |",
        "| :-- | :-- |",
        "| 1 | 2 |",
      ].join("\n"),
    );
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(html).toContain("<title>valid-level</title>");
    expect(html).toContain('<a href="no-pii.html#options">');
    expect(html).toContain('<a href="../../../docs/settings.md">');
    expect(html).toContain('<a href="https://sentry.io">');
    expect(html).toContain('<a href="#options">');
    expect(html).toContain('<h2 id="options">Options</h2>');
    expect(html).toContain(
      '<p class="incorrect">Incorrect, with the options <code>{&quot;allowLog&quot;:false}</code></p>',
    );
    expect(html).toContain("a &lt; b;");
    expect(html).toContain("<td>1</td>".replace("<td>", '<td align="left">'));
    expect(html).not.toMatch(/<(?:script|link|img)\b/u);
  });
});
