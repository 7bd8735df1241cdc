import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { show } from "../../src/cli/browser.ts";
import { filteredIn } from "../../src/sentry/filtered.ts";
import { scrubber } from "../../src/sentry/scrubbing.ts";
import { detect } from "../support/detect.ts";
import { lostOf, receivedOf, sent, type Json, type Sample } from "../support/relay.ts";
import { objectOf } from "../support/shown.ts";

/** What the rule's reading says of a breadcrumb, in the words of the model. */
function foretold(code: string, words: readonly string[] = []): readonly string[] {
  const [breadcrumb] = detect(code).breadcrumbs;
  if (breadcrumb === undefined) throw new Error("expected a breadcrumb");
  const { texts, fields } = filteredIn(breadcrumb, scrubber({ words, allow: [] }), 3);
  return [...new Set([...texts.map(({ key }) => key ?? "message"), ...fields.map(({ key }) => key)])].sort();
}

const codeOf = (sample: Sample): string => `Sentry.addBreadcrumb(${JSON.stringify(sample)});`;

describe("the server's rules, as read", () => {
  test.each<[string, Json, readonly string[]]>([
    ["a word in a text", { note: "User authenticated" }, ["note"]],
    ["a word in a key", { authMethod: "google" }, ["authMethod"]],
    ["a number under a key", { tokens: 512 }, ["tokens"]],
    ["an object under a key", { author: { id: 1 } }, ["author"]],
    ["a boolean under a key", { authenticated: true }, []],
    ["what stays under any key", { auth: "", token: "null", secret: "true" }, []],
    ["`token` before a mark", { note: "token=5", other: "token count" }, ["note"]],
    ["`token` before a space", { note: "Token refreshed: ok" }, []],
    ["a word that has to be alone", { note: "otp", other: "otp sent" }, ["note"]],
    ["a list of a key and its value", { pair: ["tokens", 512] }, ["pair.tokens"]],
    ["a list of a key and a boolean", { pair: ["auth", true] }, ["pair"]],
    ["a list of three", { list: ["auth", "a", "b"] }, ["list"]],
    ["a bearer token, which goes by itself", { note: "sent Bearer auth5 today" }, []],
    ["a card number, which goes by itself", { note: "4111111111111111" }, []],
    ["a social security number, which goes by itself", { note: "123-45-6789" }, []],
    // `@userpath:filter` is in the list of default rules, and defined nowhere.
    ["paths of users", { note: "GET /users/list failed", other: "/home/jane" }, []],
    ["what is not sent", { a: { b: { c: { note: "auth" } } } }, []],
    ["deep, and sent", { a: { b: { note: "auth" } } }, ["a.b.note"]],
    ["`category`, which is not scrubbed", {}, []],
  ])("%s", (_, data, lost) => {
    const sample = { message: "a", category: "auth", data: data as Sample["data"] };
    expect(lostOf(sample)).toEqual(lost);
    expect(foretold(codeOf(sample))).toEqual(lost);
  });
});

const WORDS =
  `a ab auth author coauthors password pass word passwd secret credentials credential mysql_pwd token tokens token: tokens=
  api_key api-key apikey key privatekey private-key otp two-factor two_factor Bearer Auth TOKEN users/list /home/jane salary
  true false null undefined 123-45-6789 4111111111111111 ok`.split(/\s+/);
const word = fc.constantFrom(...WORDS);
const text = fc
  .array(fc.tuple(word, fc.constantFrom("", " ", "/", "-", "_", ".", "=", ": ")), { maxLength: 3 })
  .map((parts) => parts.flat().join(""));
const key = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join("_"));
const scalar = fc.oneof(text, fc.integer({ min: 0, max: 9 }), fc.boolean(), fc.constant(null));
const { value: data } = fc.letrec<{ value: Json; record: Sample["data"] }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, scalar, tie("record"), fc.array(tie("value"), { maxLength: 3 })),
  record: fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
})) satisfies { value: fc.Arbitrary<Json> };
const record = fc.dictionary(key, data, { maxKeys: 4, noNullPrototype: true });
const samples = fc.record({ message: text, data: record });

/** How a text may be written, from its two halves. */
const WRITTEN: readonly ((one: string, other: string) => string)[] = [
  (one, other) => JSON.stringify(one + other),
  (one, other) => `${JSON.stringify(one)} + ${JSON.stringify(other)}`,
  (one, other) => `[${JSON.stringify(one)}, ${JSON.stringify(other)}].join("")`,
  (one, other) => `${JSON.stringify(one)}.concat(${JSON.stringify(other)})`,
  (one, other) => `String(${JSON.stringify(one + other)})`,
  (one, other) => `(() => ${JSON.stringify(one + other)})()`,
];

describe("rule and server agree", { timeout: 60_000 }, () => {
  test("on any breadcrumb of fixed texts", () => {
    fc.assert(
      fc.property(samples, fc.subarray(["salary", "ok"]), (sample, words) => {
        expect(foretold(codeOf(sample), words)).toEqual(lostOf(sample, words));
      }),
    );
  });

  test("on what arrives of any breadcrumb of fixed texts", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const [shown] = show(codeOf(sample));
        expect(shown && objectOf(shown.fields)).toEqual(receivedOf({ ...sample, data: sent(sample.data, 1) }));
      }),
    );
  });

  test("however a text is written", () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(...WRITTEN), (one, other, write) => {
        const lost = lostOf({ message: "a", data: { note: one + other } });
        expect(foretold(`Sentry.addBreadcrumb({ message: "a", data: { note: ${write(one, other)} } });`)).toEqual(lost);
        const asMessage = lostOf({ message: one + other, data: {} });
        expect(foretold(`const m = ${write(one, other)}; Sentry.addBreadcrumb({ message: m });`)).toEqual(asMessage);
        const branches = `let m; switch (k) { case 1: m = ${write(one, other)}; break; default: m = "a"; }`;
        expect(foretold(`${branches} Sentry.addBreadcrumb({ message: m });`)).toEqual(asMessage);
      }),
      // A bearer token goes by itself, wherever the text is taken apart.
      {
        examples: WRITTEN.flatMap((write): [string, string, typeof write][] => [
          ["Bearer ", "api_key", write],
          ["Bearer", " api_key", write],
          ["Bearer a", "uth", write],
          ["Bearer a ", "auth", write],
        ]),
      },
    );
  });

  test("on what is written as JSON into a text", () => {
    fc.assert(
      fc.property(record, (data) => {
        const lost = lostOf({ message: JSON.stringify(data), data: {} });
        expect(foretold(`Sentry.addBreadcrumb({ message: JSON.stringify(${JSON.stringify(data)}) });`)).toEqual(lost);
      }),
    );
  });
});
