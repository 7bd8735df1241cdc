import type { Linter, Rule, Scope } from "eslint";
import type { Range } from "../breadcrumb/index.ts";
import { blank } from "./components.ts";
import { Lines } from "./lines.ts";

/** A statement or an item at the top level of a file, or the body of a function anywhere, with its braces. */
interface Part {
  readonly kind: "statement" | "body";
  readonly range: Range;
  /** What other code can refer to it by. */
  readonly names: readonly string[];
}

/** What was read of a file while it was linted. */
export interface Reading {
  readonly messages: Linter.LintMessage[];
  readonly parts: readonly Part[];
}

/** A text, and what was found in it. */
export interface Linted extends Reading {
  readonly text: string;
}

/** What compares all calls of a file: of these, a part alone says nothing. */
const COMPARING_RULES: readonly string[] = ["sentry-breadcrumbs/consistent-category"];

/** What concerns all of a file: imports, how an SDK is set up, and which rules are switched off. */
const CONCERNS_ALL = /\b(?:import|init|eslint)\b|\brequire\(|^\s*(?:pub\s+)?(?:use|extern)\s/mu;

/** What ESLint takes for the end of a line, in all languages. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/gu;

const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/** How many calls may lie between the code that changes and a function that says something of it. */
const STEPS = 2;

/** A function that is no longer than this is linted as a whole when something in a function within it changes. */
const LONG = 4000;

/**
 * Lints a text after a change: the function that was changed, and of all others the bodies only of those that it calls
 * or that call it. What was found elsewhere moves with the text.
 * @param before the text before the change, and what was found in it.
 * @param read lints a text as long as the new one, in which bodies are blank.
 * @returns undefined where the whole text has to be linted.
 */
export function lintChange(before: Linted, text: string, read: (text: string) => Reading): Linted | undefined {
  const change = changeBetween(before.text, text);
  // The offsets of a tree do not count this mark.
  if ([before.text, text].some((each) => each.startsWith("\uFEFF"))) return undefined;
  const untouched = before.parts.flatMap((part) => {
    const range = moved(part.range, change);
    return range === undefined ? [] : [{ ...part, range }];
  });
  const region = regionOf(text, untouched, [change.from, change.to + change.by]);
  const formerly = before.text.slice(region[0], region[1] - change.by);
  if (CONCERNS_ALL.test(text.slice(...region)) || CONCERNS_ALL.test(formerly)) return undefined;

  const outside = untouched.filter(({ range }) => !isWithin(range, region));
  const touched = before.parts.filter(({ range }) => isWithin(range, [region[0], region[1] - change.by]));
  const hidden = unneeded(text, region, touched, outside);
  const { messages, parts } = read(blanked(text, hidden));
  if (messages.some(({ fatal }) => fatal)) return undefined;
  const isHidden = ({ range }: Part): boolean =>
    hidden.some((body) => body.range !== range && isWithin(range, body.range));
  const renewed = parts.filter(({ range }) => isWithin(range, region));
  const others = parts.filter(({ range }) => !isWithin(range, region));
  // Where a quote or a brace is missing, the rest of the text is something else.
  if (placesOf(others) !== placesOf(outside.filter((part) => !isHidden(part)))) return undefined;

  const lines = new Lines(text, LINE_END);
  const isRenewed = ({ line, column, ruleId }: Linter.LintMessage): boolean => {
    const at = lines.offset({ line, column });
    return at >= region[0] && at < region[1] && !COMPARING_RULES.some((rule) => rule === ruleId);
  };
  const kept = movedMessages(before, change, lines).filter((message) => !isRenewed(message));
  return {
    text,
    parts: inOrder([...outside, ...renewed]),
    messages: [...kept, ...messages.filter(isRenewed)].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

interface Change {
  /** What is replaced, in the former text. */
  readonly from: number;
  readonly to: number;
  /** How far what follows moves. */
  readonly by: number;
}

function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same, by: after.length - before.length };
}

/** Where something is after a change; undefined if the change reaches into it or its edge. */
function moved([start, end]: Range, { from, to, by }: Change): Range | undefined {
  if (end < from) return [start, end];
  if (start > to) return [start + by, end + by];
  return start < from && end > to ? [start, end + by] : undefined;
}

const isWithin = ([start, end]: Range, [from, to]: Range): boolean => start >= from && end <= to;

const lengthOf = ([start, end]: Range): number => end - start;

const inOrder = (parts: readonly Part[]): readonly Part[] => [...parts].sort((a, b) => a.range[0] - b.range[0]);

const placesOf = (parts: readonly Part[]): string =>
  inOrder(parts)
    .map(({ range }) => range.join("-"))
    .join();

/**
 * What is linted anew after a change: the longest function around it that is not long, or the shortest; outside of
 * functions, the statements that it touches, and those beside them, which they may repeat.
 * @param parts what the change left as it was.
 * @param at where the new text is.
 */
function regionOf(text: string, parts: readonly Part[], [from, to]: Range): Range {
  const around = parts
    .filter(({ kind, range: [start, end] }) => kind === "body" && start < from && end > to)
    .map(({ range }) => range)
    .reverse();
  const body = around.findLast((range) => lengthOf(range) <= LONG) ?? around[0];
  if (body !== undefined) return body;
  const statements = parts.filter(({ kind }) => kind === "statement").map(({ range }) => range);
  const before = statements.filter(([, end]) => end < from);
  const after = statements.filter(([start]) => start > to);
  const isIncluded = (range: Range | undefined): boolean =>
    range !== undefined && !CONCERNS_ALL.test(text.slice(...range));
  const start = isIncluded(before.at(-1)) ? before.at(-2) : before.at(-1);
  const end = isIncluded(after[0]) ? after[1] : after[0];
  return [start?.[1] ?? 0, end?.[0] ?? text.length];
}

/**
 * The bodies of functions that say nothing of the code in a region: neither it nor what it refers to refers to them,
 * and they do not refer to it.
 * @param touched what the region held before.
 * @param outside what is not in the region.
 */
function unneeded(text: string, region: Range, touched: readonly Part[], outside: readonly Part[]): readonly Part[] {
  const bodies = outside.filter(({ kind }) => kind === "body");
  const named = new Map<string, Part[]>();
  for (const part of outside) {
    for (const name of part.names) named.set(name, [...(named.get(name) ?? []), part]);
  }
  const refersTo = mentionOf(touched.flatMap(({ names }) => names));
  const needed = new Set(
    bodies.filter(({ range }) => {
      const code = text.slice(...range);
      return !isWithin(region, range) && (CONCERNS_ALL.test(code) || refersTo(code));
    }),
  );
  let words = wordsIn(text.slice(...region));
  for (let step = 0; step < STEPS; step++) {
    const found = new Set(words.flatMap((word) => named.get(word) ?? []).filter((part) => !needed.has(part)));
    for (const part of found) needed.add(part);
    words = [...found].flatMap((part) => wordsOf(text, part, outside));
  }
  const kept = [region, ...[...needed].filter(({ kind }) => kind === "body").map(({ range }) => range)];
  const hidden = bodies.filter(({ range }) => !kept.some((each) => isWithin(range, each) || isWithin(each, range)));
  return hidden.filter(({ range }) => !hidden.some((outer) => outer.range !== range && isWithin(range, outer.range)));
}

function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** The words of a part; of a statement those outside of the bodies in it, but for these functions' own names. */
function wordsOf(text: string, { kind, range }: Part, parts: readonly Part[]): readonly string[] {
  if (kind === "body") return wordsIn(text.slice(...range));
  const bodies = parts.filter((part) => part.kind === "body" && isWithin(part.range, range));
  const own = new Set(bodies.flatMap(({ names }) => names));
  return wordsIn(blanked(text, bodies).slice(...range)).filter((word) => !own.has(word));
}

/** Returns a function that says whether a text holds one of some names. */
function mentionOf(names: readonly string[]): (text: string) => boolean {
  if (names.length === 0) return () => false;
  const escaped = names.map((name) => name.replaceAll("$", String.raw`\$`)).join("|");
  const pattern = new RegExp(String.raw`(?<![\w$])(?:${escaped})(?![\w$])`, "u");
  return (text) => pattern.test(text);
}

/** A text in which nothing is between the braces of some bodies, as long as before and with the same lines. */
function blanked(text: string, bodies: readonly Part[]): string {
  let result = "";
  let at = 0;
  for (const { range } of bodies) {
    if (range[0] < at) continue;
    const [start, end] = [range[0] + 1, range[1] - 1];
    result += text.slice(at, start) + blank(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

/** The messages of a text that a change does not touch, where they are after it. */
function movedMessages({ text, messages }: Linted, change: Change, now: Lines): readonly Linter.LintMessage[] {
  const then = new Lines(text, LINE_END);
  const move = ([start, end]: Range): Range | undefined =>
    end < change.from || start > change.to ? moved([start, end], change) : undefined;
  const moveFix = (fix: Linter.LintMessage["fix"]): { fix?: NonNullable<Linter.LintMessage["fix"]> } => {
    const range = fix && move(fix.range);
    return fix && range ? { fix: { range: [...range], text: fix.text } } : {};
  };
  return messages.flatMap(({ fix, suggestions, line, column, endLine, endColumn, ...message }) => {
    const range = move([
      then.offset({ line, column }),
      then.offset({ line: endLine ?? line, column: endColumn ?? column }),
    ]);
    if (range === undefined) return [];
    const end = now.place(range[1]);
    const suggested = suggestions?.flatMap((each) => {
      const { fix } = moveFix(each.fix);
      return fix === undefined ? [] : [{ ...each, fix }];
    });
    return {
      ...message,
      ...now.place(range[0]),
      ...(endLine !== undefined && { endLine: end.line, endColumn: end.column }),
      ...moveFix(fix),
      ...(suggested !== undefined && { suggestions: suggested }),
    };
  });
}

/** Reads the parts of a file that is being linted. */
export function partsOf({ sourceCode: { ast, scopeManager, text } }: Rule.RuleContext): readonly Part[] {
  const root = ast as unknown as Root;
  return inOrder("body" in root ? partsByScope(root.body, scopeManager) : partsInRust(root.children, text));
}

/** What the languages' trees have at their roots: JavaScript's and Rust's. */
type Root = { readonly body: readonly Pick<Part, "range">[] } | { readonly children: readonly RustNode[] };

/** Nodes around a function that say its name. */
interface Naming {
  readonly type: string;
  readonly parent?: Naming | null;
  readonly id?: { readonly name?: string } | null;
  readonly key?: { readonly name?: string };
  readonly left?: { readonly name?: string; readonly property?: { readonly name?: string } };
}

/** The parts of JavaScript, whose scopes know all functions and what the statements declare. */
function partsByScope(statements: readonly Pick<Part, "range">[], { scopes }: Scope.ScopeManager): readonly Part[] {
  const declared = scopes
    .filter(({ type }) => type === "module" || type === "global")
    .flatMap(({ variables }) => variables)
    .flatMap(({ name, defs }) =>
      defs.map((def) => ({ name, at: (def.name as unknown as Pick<Part, "range">).range[0] })),
    );
  const parts = statements.map(({ range }): Part => {
    const own = declared.filter(({ at }) => at >= range[0] && at < range[1]);
    return { kind: "statement", range, names: own.map(({ name }) => name) };
  });
  const bodies = scopes.flatMap(({ type, block }): Part[] => {
    const { body } = block as { readonly body?: { readonly type: string; readonly range: Range } | null };
    if (type !== "function" || body?.type !== "BlockStatement") return [];
    return [{ kind: "body", range: body.range, names: namesOf(block as unknown as Naming) }];
  });
  return [...parts, ...bodies];
}

/** The names of a function: its own, and those of what it becomes a part of, up to the function around it. */
function namesOf(node: Naming): readonly string[] {
  const names = [node.id?.name];
  for (let around = node.parent; around && !around.type.includes("Function"); around = around.parent) {
    const { id, key, left } = around;
    names.push(id?.name, key?.name, left?.name, left?.property?.name);
  }
  return names.filter((name) => name !== undefined);
}

interface RustNode {
  readonly type: string;
  readonly range: Range;
  readonly children: readonly RustNode[];
}

/** `fn f`, `static mut COUNT`, `impl<T> Trait for Type` */
const RUST_NAME =
  /\b(?:fn|struct|enum|union|trait|mod|type|const|for|static(?:\s+mut)?|impl(?:\s*<[^{]*?>)?)\s+([\p{ID_Start}_]\p{ID_Continue}*)|\bmacro_rules!\s*(\w+)/gu;

/** Items that hold items. */
const RUST_HOLDERS: ReadonlySet<string> = new Set([
  "AttributeItem",
  "DeclarationList",
  "ImplItem",
  "ModItem",
  "TraitItem",
]);

function partsInRust(items: readonly RustNode[], text: string): readonly Part[] {
  const parts = items.map((item): Part => ({ kind: "statement", range: item.range, names: namesInRust(item, text) }));
  const pending = [...items];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (RUST_HOLDERS.has(node.type)) pending.push(...node.children);
    const body = node.type === "FunctionItem" ? node.children.find(({ type }) => type === "Block") : undefined;
    if (body !== undefined) parts.push({ kind: "body", range: body.range, names: namesInRust(node, text) });
  }
  return parts;
}

function namesInRust({ type, range, children }: RustNode, text: string): readonly string[] {
  const start = (type === "AttributeItem" ? children.at(-1) : undefined)?.range[0] ?? range[0];
  const [head = ""] = text.slice(start, range[1]).split(/[({=;]/u, 1);
  return Array.from(head.matchAll(RUST_NAME), ([, name = "", macro = ""]) => name + macro);
}
