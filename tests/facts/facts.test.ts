import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import * as relay from "../support/relay.ts";
import { PROBED_FACTS, SOURCE_FACTS } from "./facts.js";
import { factsIn, PAGES } from "./said.js";

const FACTS = [...PROBED_FACTS, ...SOURCE_FACTS];
const IDS = FACTS.map(({ id }) => id);

const MESSAGES = new Map(
  Object.entries(plugin.rules ?? {}).flatMap(([rule, { meta }]) =>
    Object.entries(meta?.messages ?? {}).map(([id, text]): [string, string] => [`${rule}/${id}`, text]),
  ),
);

/** What Sentry does, in the words in which messages and pages say it. */
const DOES =
  "accepts?|adds?|arrives?|calls?|captures?|drops?|dropped|evicts?|exists?|expects?|has no|holds?|ignores?|keeps?|knows?|lost|masks?|needs?|passes|reads?|records?|recorded|removed?s?|replaces?d?|scrubs?|sends?|serialised|sets|shows?|skips?|spread|stays?|takes?|throws?|titles?d?|treats?|uses|waits?";
/** One of Sentry's parts does something, in a main clause. */
const CLAIM = new RegExp(
  String.raw`(?<!\b(?:because|if|or|make|of|that|what|when|where|which|whether)\s(?:[\w']+\s){0,3})\b(?:crate|SDKs?|Sentry|relay|(?<!\w+int's |language )server)(?:\s+(?:does not|never|then|also|only|always|still))?\s+(?:${DOES}|know|show|drop|record|send|call)\b`,
  "iu",
);

/** The statements about Sentry in a text. */
function claimsIn(text: string): readonly string[] {
  const prose = text.replaceAll(/^```[^]*?^```$/gmu, "").replaceAll(/<!--[^]*?-->/gu, "");
  return prose.split(/(?<=[.:!?”)`*])\s+(?=[A-Z*[`“-])|\n\n|\n(?=[-|#])/u).filter((sentence) => CLAIM.test(sentence));
}

it("the SDKs do what the page says", { timeout: 60_000 }, () => {
  expect(execFileSync(process.execPath, ["scripts/facts.js", "--check"], { encoding: "utf8" })).toBe("");
});

it.each(SOURCE_FACTS.filter(({ isTrue }) => isTrue !== undefined))("the model of relay agrees: $says", ({ isTrue }) => {
  expect(isTrue?.(relay)).toBe(true);
});

describe("facts", () => {
  it("have each an id of their own", () => {
    expect(IDS.filter((id, index) => IDS.indexOf(id) !== index)).toEqual([]);
  });

  it("name messages that exist", () => {
    expect(FACTS.flatMap(({ by }) => by).filter((message) => !MESSAGES.has(message))).toEqual([]);
  });

  it("are said somewhere", () => {
    const named = new Set([...PAGES.values()].flatMap(factsIn));
    expect(FACTS.filter(({ id, by }) => by.length === 0 && !named.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

/** Messages that say what to write instead, or what the project has declared. */
const ADVICE =
  /^(?:`\{\{category\}\}` is not one of this project's|`\{\{package\}\}` is no longer developed|Call|Change|Keep|Pass|Put|Read|Record|Remove|Rename|Return|Send|Use|Write|Move|Name)\b/u;

it("every message about Sentry is a fact", () => {
  const said = new Set(FACTS.flatMap(({ by }) => by));
  const claims = [...MESSAGES].filter(([, text]) => !ADVICE.test(text));
  expect(claims.filter(([id]) => !said.has(id))).toEqual([]);
});

describe.each([...PAGES])("%s", (path, text) => {
  it("names facts that exist", () => {
    expect(factsIn(text).filter((id) => !IDS.includes(id))).toEqual([]);
  });

  it("names a fact in each section that says what Sentry does", () => {
    // A rule's page says it in one section, and repeats it in others.
    const sections = path.startsWith("rules/") ? [text] : text.split(/^(?=##+ )/mu);
    const without = sections.filter((section) => factsIn(section).length === 0);
    expect(without.flatMap(claimsIn)).toEqual([]);
  });
});

const RULE_PAGES = [...PAGES].filter(([path]) => path.startsWith("rules/"));

it.each(RULE_PAGES)("%s names facts for what happens in Sentry", (_, text) => {
  const [, section = ""] = /^## What happens in Sentry\n(?<section>[^]*?)^## /mu.exec(text) ?? [];
  expect(factsIn(section)).not.toEqual([]);
});
