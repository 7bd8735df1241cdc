import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import * as vueParser from "vue-eslint-parser";
import { rust } from "../../src/languages/rust/index.ts";
import { configOf, lint as lintKind, type Kind } from "./support.ts";

// What a rule may say while a file is being typed. Where a text parses, it is a program, and whatever is said of it holds.
// Where it does not, nonsense is
// - a report at a place that the text does not have;
// - a report on a call that is half-typed: it starts in or behind the call, and before the place where typing goes on;
// - in a file that ends where typing goes on, any other report that the whole file does not have at the same place.

vi.setConfig({ testTimeout: 300_000 });

const KINDS: Readonly<Record<string, Kind | "vue">> = { ".ts": "ts", ".tsx": "tsx", ".cjs": "js", ".rs": "rust" };

interface File {
  readonly name: string;
  readonly kind: Kind | "vue";
  readonly text: string;
}

const COMPONENT: File = {
  name: "a component",
  kind: "vue",
  text: `<script setup lang="ts">
import * as Sentry from "@sentry/vue";
const { user } = defineProps<{ user: User }>();
function saved() {
  Sentry.addBreadcrumb({ category: "UI.Click", message: \`Saved by \${user.email}\`, level: "warn" });
}
</script>

<template>
  <p v-if="user.id > 3">{{ Sentry.addBreadcrumb({ message: user.email }) }}</p>
  <a @click="Sentry.addBreadcrumb({ message: 'saved by ' + user.email, level: 'warn' })">Save</a>
  <button @click="() => { saved(); Sentry.addBreadcrumb({ category: 'UI.Click', data: { email: user.email } }); }">Send</button>
</template>
`,
};

const FOLDERS = ["examples/shop", "examples/axum-service/src"];

/** The example files, by their names, and a component. */
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name): File[] => {
    const kind = KINDS[extname(name)];
    return kind === undefined
      ? []
      : [{ name: join(folder, name), kind, text: readFileSync(join(folder, name), "utf8") }];
  }),
).concat(COMPONENT);

/** How many places of a file are tried at most; `npm run test:programs` tries every one. */
const most = Number(process.env["ROBUSTNESS_PREFIXES"] ?? 24);

type Span = readonly [start: number, end: number];

interface Said {
  readonly rule: string;
  readonly message: string;
  readonly range: Span;
}

const linter = new Linter();

/** What all rules say of a text, each at its most severe; undefined where the text does not parse and the parser says so. */
function lint(text: string, kind: File["kind"]): readonly Said[] | undefined {
  const messages =
    kind === "vue" ? linter.verify(text, componentConfig, "File.vue") : lintKind(text, kind, "everything");
  if (messages.some(({ fatal }) => fatal)) {
    expect(messages).toHaveLength(1);
    return undefined;
  }
  const starts = [
    0,
    ...[...text.matchAll(/\r\n|[\r\n\u2028\u2029]/gu)].map(({ index, 0: { length } }) => index + length),
  ];
  return messages.map(({ ruleId, message, line, column, endLine = line, endColumn = column }) => ({
    rule: ruleId ?? "",
    message,
    range: [(starts[line - 1] ?? NaN) + column - 1, (starts[endLine - 1] ?? NaN) + endColumn - 1],
  }));
}

const componentConfig: Linter.Config = {
  ...configOf("ts", "everything"),
  languageOptions: { parser: vueParser, parserOptions: { parser: typescriptParser } },
};

/** Some of the offsets of a span, evenly spread; both ends are among them. */
function placesIn([start, end]: Span, count: number): number[] {
  const steps = Math.min(end - start, Math.max(count, 1));
  return Array.from({ length: steps + 1 }, (_, step) => start + Math.round((step * (end - start)) / steps));
}

/** The calls in a file that may record a breadcrumb, from the function's name to the closing parenthesis. */
function callsIn(text: string): Span[] {
  return [...text.matchAll(/\b(?:add_?breadcrumb|note|crumb|track\w*)\(/giu)].map(({ index, 0: { length } }) => {
    let depth = 1;
    let end = index + length;
    for (; depth > 0 && end < text.length; end++) {
      if ("([{".includes(text.charAt(end))) depth++;
      if (")]}".includes(text.charAt(end))) depth--;
    }
    return [index, end];
  });
}

/** Whether the parser found all of a text to be right. That of Vue does not say so of templates. */
function isProgram(text: string, kind: File["kind"]): boolean {
  if (kind === "vue") return false;
  return kind !== "rust" || !rust.parse({ body: text }).ast.hasError;
}

/** What is said of the whole files. */
const wholes = new Map<File, readonly Said[]>();

function holdToSense(file: File, typed: string, at: number, half: readonly Span[]): void {
  const said = lint(typed, file.kind);
  if (said === undefined) return;
  const about = (one: Said) =>
    `${one.rule} says “${one.message}” at ${one.range.join("–")}: ${typed.slice(0, at)}▮${typed.slice(at)}`;
  for (const one of said) {
    const [start, end] = one.range;
    expect(0 <= start && start <= end && end <= typed.length, about(one)).toBe(true);
  }
  if (isProgram(typed, file.kind)) return;
  for (const one of said)
    expect(
      half.every((call) => one.range[0] < call[0] || at <= one.range[0]),
      about(one),
    ).toBe(true);
  if (at < typed.length) return;
  const whole = wholes.get(file) ?? lint(file.text, file.kind) ?? [];
  wholes.set(file, whole);
  // How many breadcrumbs a file records grows as it is typed.
  const saying = ({ rule, message, range }: Said) =>
    [rule, message.replaceAll(/\d+(?: breadcrumbs?)?/gu, "#"), ...range].join();
  for (const one of said) {
    const isKnown = whole.some((each) => saying(each) === saying(one));
    expect(isKnown, about(one)).toBe(true);
  }
}

test("there are files in every language", () => {
  expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set([...Object.values(KINDS), "vue"]));
});

test.each(files)("$name: no prefix makes a rule throw or talk nonsense", (file) => {
  const calls = callsIn(file.text);
  for (const end of placesIn([0, file.text.length], most)) {
    holdToSense(
      file,
      file.text.slice(0, end),
      end,
      calls.filter((call) => call[0] < end && end < call[1]),
    );
  }
});

describe("a call that is typed into a file", () => {
  const typing = files.filter(({ text }) => callsIn(text).length > 0);

  test.each(typing)("$name: is not spoken of before it is whole", (file) => {
    const calls = callsIn(file.text);
    for (const call of calls) {
      const rest = file.text.slice(call[1]);
      for (const at of placesIn(call, most / calls.length)) {
        const half: Span[] = at < call[1] ? [call] : [];
        holdToSense(file, file.text.slice(0, at) + rest, at, half);
      }
    }
  });
});
