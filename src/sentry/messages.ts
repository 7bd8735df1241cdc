import {
  alternatives,
  handedOn,
  knownOf,
  pathOf,
  runtimeTypeOf,
  textOf,
  type CallValue,
  type Field,
  type NamedValue,
  type TemplateValue,
  type Value,
} from "../breadcrumb/index.ts";

/** A message without what it held, and what it held under names. */
export interface PartedMessage {
  readonly text: string;
  readonly values: readonly NamedValue[];
}

/**
 * The parts of a message that differ each time: not literals, constants, or values from a small set.
 * @returns the expressions in order, as they stand in the template.
 */
export function valuesOf({ parts }: TemplateValue): readonly Value[] {
  return parts.filter((part) => !isFixed(part));
}

/**
 * The values that a call certainly puts into its string: `JSON.stringify(cart)`, `["a", id].join(" ")`.
 * @returns nothing for every other call.
 */
export function valuesOfCall(call: CallValue): readonly Value[] {
  if (runtimeTypeOf(call) !== "text" || call.result !== undefined) return [];
  return (handedOn(call) ?? [])
    .flatMap((value) => (value.kind === "list" ? value.items : [value]))
    .filter((value) => !isFixed(value));
}

/**
 * Parts a message from what it holds: `Loaded {count} items`, without values at the end and what introduces them.
 * @param data what the breadcrumb has already; a value that is there keeps its name, and is not listed.
 * @returns undefined where words are missing, or a name for one of the values.
 */
export function partedMessage({ parts }: TemplateValue, data: readonly Field[]): PartedMessage | undefined {
  const taken = new Set(data.map(({ name }) => name));
  const names = new Map(data.map(({ name, value }) => [pathOf(value)?.join("."), name]));
  const values: NamedValue[] = [];
  const pieces: { readonly text: string; readonly isValue: boolean }[] = [];
  for (const part of parts) {
    const literal = part.kind === "text" ? part.text : undefined;
    if (literal === undefined && isFixed(part)) return undefined;
    if (literal !== undefined) {
      pieces.push({ text: literal, isValue: false });
      continue;
    }
    const path = pathOf(part)?.join(".");
    let name = path === undefined ? undefined : names.get(path);
    if (name === undefined) {
      name = nameFor(part, (candidate) => !taken.has(candidate));
      if (name === undefined) return undefined;
      taken.add(name);
      values.push({ name, value: part });
      names.set(path, name);
    }
    pieces.push({ text: `{${name}}`, isValue: true });
  }
  const end = pieces.findLastIndex(({ isValue, text }) => !isValue && WORDS.test(text)) + 1;
  const kept = pieces.slice(0, end);
  const whole = kept.map((piece) => piece.text).join("");
  const text = end < pieces.length ? withoutIntroduction(whole) : whole;
  return kept.some((piece) => !piece.isValue && /\p{L}/u.test(piece.text)) ? { text, values } : undefined;
}

/** A letter or digit; without one, a string only separates values. */
const WORDS = /[\p{L}\p{N}]/u;

/** What introduces a value: punctuation, and words after others. */
const INTRODUCING_MARK = /[\s:=#([{<"'`,–—-]/u;
const INTRODUCING_WORD = /\s(?:as|at|by|for|from|in|is|of|on|to|was|with)$/iu;
const LONGEST_INTRODUCING_WORD = " from".length;

/**
 * A string without the words that introduce a value at its end. Goes backwards once; a regular expression would start
 * again at each character.
 */
function withoutIntroduction(text: string): string {
  let end = text.length;
  for (;;) {
    while (end > 0 && INTRODUCING_MARK.test(text.charAt(end - 1))) end -= 1;
    const word = INTRODUCING_WORD.exec(text.slice(Math.max(0, end - LONGEST_INTRODUCING_WORD), end));
    const before = word === null ? 0 : text.slice(0, end - word[0].length).trimEnd().length;
    if (before === 0) return text.slice(0, end);
    end = before;
  }
}

/** Whether a value is one of few: a constant, an enum's member, true or false. */
function isFixed(value: Value): boolean {
  if (value.type?.kind === "boolean" || value.type?.kind === "literals") return true;
  if (isConstantName(value)) return true;
  return alternatives(value).every(({ is }) => textOf(is) !== undefined || LITERALS.has(is.kind) || isTruth(is));
}

/** A constant by its name, or a member of an enum by its owner's, where the definition is another file's. */
function isConstantName(value: Value): boolean {
  if (value.kind === "member") {
    const { object, name } = value;
    return (
      (name !== undefined && CONSTANT.test(name)) || (object.kind === "name" && /^[A-Z]\w*[a-z]/u.test(object.name))
    );
  }
  return value.kind === "name" && CONSTANT.test(value.name);
}

const CONSTANT = /^[A-Z][A-Z\d_]+$/u;

const LITERALS: ReadonlySet<Value["kind"]> = new Set(["number", "boolean", "nothing"]);

function isTruth(value: Value): boolean {
  return value.kind === "operation" && value.result === "boolean";
}

/** Words that mean nothing without their owner. */
const BARE: ReadonlySet<string> = new Set(["length", "size", "message", "name", "value", "data"]);

/** What methods are called whose result is what they are called of, in another form: `toDto`, `as_view`. */
const CONVERTING = /^(?:to|as)(?:[A-Z_]\w*)?$/u;

/** A name for what an expression yields, by its last member; with its owner where it is bare or in use. */
function nameFor(value: Value, isFree: (name: string) => boolean): string | undefined {
  const words = wordsFor(value, 0);
  const [last, owner] = [words.at(-1), words.at(-2)];
  if (last === undefined) return undefined;
  const isSnake = words.some((word) => word.includes("_"));
  const full =
    owner === undefined
      ? undefined
      : isSnake
        ? `${owner}_${last}`
        : owner + last.charAt(0).toUpperCase() + last.slice(1);
  return [BARE.has(last) ? undefined : last, full, last].find((name) => name !== undefined && isFree(name));
}

function wordsFor(value: Value, depth: number): readonly string[] {
  if (depth > 5) return [];
  switch (value.kind) {
    case "name":
      return value.name === "this" ? [] : [value.name];
    case "member":
      return value.name === undefined ? [] : [...wordsFor(value.object, depth + 1), value.name];
    case "choice":
      return value.branches.map((branch) => wordsFor(branch, depth + 1)).find((words) => words.length > 0) ?? [];
    case "call": {
      const { callee, arguments: given } = value;
      if (callee.kind === "member" && callee.name !== undefined) {
        const known = knownOf(callee);
        const isSame = known?.handsOn === "all" || known?.does === "read" || CONVERTING.test(callee.name);
        if (isSame) return wordsFor(callee.object, depth + 1);
        const noun = /^get_?(\w+)$/u.exec(callee.name)?.[1];
        if (noun !== undefined) return [noun.charAt(0).toLowerCase() + noun.slice(1)];
      }
      const [only, ...others] = given;
      return only === undefined || others.length > 0 ? [] : wordsFor(only, depth + 1);
    }
    case "text":
    case "number":
    case "boolean":
    case "nothing":
    case "template":
    case "record":
    case "list":
    case "operation":
    case "function":
    case "unknown":
      return [];
  }
}
