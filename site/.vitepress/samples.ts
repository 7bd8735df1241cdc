// What the rules say of the documentation's samples: underlined in the code, and listed below it with what a fix or a
// suggestion makes of the code. It is worked out when the site is built, by the rules themselves.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { MarkdownOptions } from "vitepress";
import type * as Browser from "../../dist/command/browser.js";
import { lintOptionsOf, sampleHead } from "../../scripts/samples.js";
import { changedLines, changesOf, partsOf, type Message } from "./theme/messages.ts";
import { addressOf } from "./theme/state.ts";

// By an address that is put together, so that it is not made a part of the config.
const built = pathToFileURL(join(import.meta.dirname, "../../dist/command/browser.js")).href;
const { lint } = (await import(built)) as typeof Browser;

type Transformer = NonNullable<MarkdownOptions["codeTransformers"]>[number];
type Markdown = Parameters<NonNullable<MarkdownOptions["config"]>>[0];

/** The fence that is rendered right now, between its renderer and the highlighter that this calls. */
let current: readonly Message[] = [];

/** Underlines in the highlighted code what is reported. */
export const underlining: Transformer = {
  name: "findings",
  preprocess(code, options) {
    options.decorations = [
      ...(options.decorations ?? []),
      ...current.flatMap(({ line, column, endLine = line, endColumn = column, message }) => {
        const [start, end] = [offsetOf(code, line, column), offsetOf(code, endLine, endColumn)];
        const properties = { class: "finding", title: message };
        return start < end && end <= code.length ? [{ start, end, properties }] : [];
      }),
    ];
  },
};

/** Has a Markdown renderer show the findings of each sample. */
export function showFindings(md: Markdown, base: string): void {
  // Before the attributes between braces are taken out, which here are JSON.
  md.core.ruler.after("block", "samples", ({ tokens, env }: { tokens: Fence[]; env: { relativePath?: string } }) => {
    for (const token of tokens.filter(({ type }) => type === "fence")) {
      const head = sampleHead(token.info, env.relativePath ?? "");
      if (head === undefined) continue;
      token.meta = { head };
      token.info = head.language;
    }
  });
  const fence = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const token = tokens[index]!;
    const { head } = (token.meta ?? {}) as { readonly head?: SampleHead };
    if (head === undefined) return fence(tokens, index, ...rest);
    const text = token.content.trimEnd();
    const linting = lintOptionsOf(head);
    const messages = lint(text, linting).filter(({ ruleId }) => ruleId === `sentry-breadcrumbs/${head.rule}`);
    current = firstAtEachPlace(messages);
    const code = fence(tokens, index, ...rest);
    current = [];
    // A page of its own: the theme fails where its outline is left while it scrolls.
    const open = `${base}playground#${addressOf({ text, ...linting })}`;
    return `<div class="sample ${head.verdict}">${code}${listOf(text, messages)}<a class="open" target="_self" href="${open}">Open in the playground</a></div>`;
  };
}

type SampleHead = NonNullable<ReturnType<typeof sampleHead>>;

interface Fence {
  readonly type: string;
  info: string;
  meta: unknown;
}

/** The messages without those at the place of another one, which would be a second line under the same code. */
function firstAtEachPlace(messages: readonly Message[]): readonly Message[] {
  const placeOf = ({ line, column, endLine, endColumn }: Message) => [line, column, endLine, endColumn].join();
  const places = messages.map(placeOf);
  return messages.filter((_, index) => places.indexOf(places[index]!) === index);
}

function listOf(text: string, messages: readonly Message[]): string {
  if (messages.length === 0) return "";
  const items = messages.map((message) => {
    const after = changesOf(message).map(({ kind, name, fix }) => {
      const title = kind === "fix" ? name : `Suggestion: ${name}`;
      return `<dt>${inline(title)}</dt><dd>${shown(changedLines(text, fix))}</dd>`;
    });
    const list = after.length === 0 ? "" : `<dl>${after.join("")}</dl>`;
    return `<li><span class="line">Line ${message.line}</span> ${inline(message.message)}${list}</li>`;
  });
  const count = messages.length === 1 ? "1 finding" : `${messages.length} findings`;
  return `<details class="findings" v-pre><summary>${count}</summary><ol>${items.join("")}</ol></details>`;
}

function shown({ before, after }: ReturnType<typeof changedLines>): string {
  return `<del><code>${escaped(before)}</code></del><ins><code>${escaped(after)}</code></ins>`;
}

function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, { length }) => sum + length + 1, column - 1);
}

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (character) => `&#${character.codePointAt(0)};`);

const inline = (message: string): string =>
  partsOf(message)
    .map(({ isCode, text }) => (isCode ? `<code>${escaped(text)}</code>` : escaped(text)))
    .join("");
