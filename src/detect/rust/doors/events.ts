import { fieldFor, type Field, type RecordValue, type Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { elementsWithin, partFrom, splitAt, type Element } from "../syntax/macros.ts";
import { isText, lastOf, plainName } from "../syntax/nodes.ts";
import type { Placed, Reading } from "../values/context.ts";
import { formatParts, shownBy } from "../values/templates.ts";

/** The arguments of a macro of `tracing`, `log` or the SDK's logger. */
export interface LoggedEvent {
  readonly message: Value | undefined;
  /** Its fields, by their names. */
  readonly fields: RecordValue;
}

/** Keys that say where an event comes from or belongs to, and are followed by a colon. */
const SETTINGS: ReadonlySet<string> = new Set(["logger", "name", "parent", "target"]);

/**
 * Reads the arguments of a macro that logs: `info!(target: "app", email = %user.email, ?order, "saved {}", id)`
 * (tracing, `tracing/src/macros.rs`; log, `src/macros.rs`; slog, `src/lib.rs`; sentry-rust,
 * `sentry-core/src/logger.rs`).
 * @param skipped how many arguments come before these: the level of `event!`, slog's logger.
 */
export function loggedBy(reading: Reading, macro: RustNode, skipped: number): LoggedEvent {
  const given = new MacroArguments(reading, lastOf(macro));
  const parts = given.parts.slice(skipped);
  const pairs = parts.filter((part) => isPair(part));
  const others = parts.filter((part) => !isPair(part));
  const at = others.findIndex((part) => given.isTextIn(part));
  const fields = (at === -1 ? others : others.slice(0, at)).flatMap((part) => given.fieldIn(part) ?? []);
  return {
    message: at === -1 ? undefined : given.messageIn(others.slice(at)),
    fields: recordOf(reading, macro, [...fields, ...pairs.flatMap((part) => given.pairIn(part) ?? [])]),
  };
}

/** `"email" => user.email`, as slog takes fields behind the text. */
function isPair(part: readonly Element[]): boolean {
  return part.some(({ type }) => type === "=>");
}

/** `tracing::field::Empty`, which holds the place of a field. */
const EMPTY = /^(?:(?:tracing::)?field::)?Empty$/u;

/** The arguments of one macro, read part by part. */
export class MacroArguments {
  readonly parts: readonly (readonly Element[])[];
  readonly #reading: Reading;
  readonly #tree: RustNode;

  constructor(reading: Reading, tree: RustNode) {
    this.#reading = reading;
    this.#tree = tree;
    this.parts = splitAt(elementsWithin(tree), [",", ";"]).filter(
      (part) => !this.#isSetting(part) && !this.#isTag(part),
    );
  }

  isTextIn(part: readonly Element[]): boolean {
    const node = part.length === 1 ? this.#nodeFrom(part) : undefined;
    return node !== undefined && isText(node);
  }

  /** A text with what it formats behind it. */
  messageIn(parts: readonly (readonly Element[])[]): Value | undefined {
    const given = parts.flatMap((part): readonly Placed[] => {
      const node = this.#nodeFrom(part);
      return node === undefined ? [] : [{ node, reading: this.#reading }];
    });
    const [format] = given;
    if (format === undefined) return undefined;
    const texts = formatParts(this.#reading, given);
    const isFixed = texts?.every(({ kind }) => kind === "text") !== false;
    return isFixed
      ? this.#reading.valueOf(format.node)
      : { kind: "template", ...this.#reading.at(format.node), parts: texts };
  }

  /** Whether a part says what a field holds: `email = user.email`, `%email`, and not `email`. */
  hasValue([first, ...others]: readonly Element[]): boolean {
    const isMarked = first !== undefined && /^[%?]$/u.test(this.#written(first));
    return isMarked || others.some((each) => this.#written(each) === "=");
  }

  /** `email = %user.email`, `user.email`, `?user` */
  fieldIn(part: readonly Element[]): Field | undefined {
    const at = part.findIndex((each) => this.#written(each) === "=");
    const value = this.#valueFrom(part.slice(at + 1));
    // What is recorded later is reported there.
    if (value === undefined || EMPTY.test(value.source)) return undefined;
    const name = at > 0 ? this.#textOf(part.slice(0, at)) : value.source;
    return fieldFor(plainName(name), value);
  }

  /** `"email" => %user.email` */
  pairIn(part: readonly Element[]): Field | undefined {
    const at = part.findIndex(({ type }) => type === "=>");
    const value = this.#valueFrom(part.slice(at + 1));
    const name = this.#textOf(part.slice(0, at)).replaceAll('"', "");
    return value && fieldFor(name, value);
  }

  /** `%user.email` by its own text, `?user` by the one for developers. */
  #valueFrom(elements: readonly Element[]): Value | undefined {
    const [sigil] = elements;
    const mark = sigil === undefined ? "" : this.#written(sigil);
    const node = this.#nodeFrom(mark === "%" || mark === "?" ? elements.slice(1) : elements);
    return node && shownBy(this.#reading, this.#reading.valueOf(node), mark === "?");
  }

  #isSetting([key, colon]: readonly Element[]): boolean {
    const isKeyed = key !== undefined && colon !== undefined && this.#written(colon) === ":";
    return isKeyed && SETTINGS.has(this.#written(key));
  }

  /** slog's `#"tag"` */
  #isTag([first]: readonly Element[]): boolean {
    return first !== undefined && this.#reading.program.sourceCode.text[first.range[0] - 1] === "#";
  }

  /** Some elements as they are written, `user.email`. */
  #textOf(elements: readonly Element[]): string {
    const [first] = elements;
    const last = elements.at(-1) ?? first;
    if (first === undefined || last === undefined) return "";
    return this.#reading.program.sourceCode.text.slice(first.range[0], last.range[1]);
  }

  #written({ range }: Element): string {
    return this.#reading.program.sourceCode.text.slice(...range);
  }

  #nodeFrom(elements: readonly Element[]): RustNode | undefined {
    const part = partFrom(this.#reading.program.sourceCode, this.#tree, elements);
    return part?.kind === "expression" ? part.node : undefined;
  }
}

/** A record of fields that are written one by one. */
function recordOf(reading: Reading, at: RustNode, fields: readonly Field[]): RecordValue {
  return { kind: "record", ...reading.at(at), fields, spreads: [], complete: true };
}
