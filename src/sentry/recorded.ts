import {
  resolve,
  textOf,
  type AutomaticBreadcrumb,
  type Breadcrumb,
  type Recorder,
  type Value,
} from "../breadcrumb/index.ts";
import { isRecordedKey } from "./integrations.ts";

/** Shorter paths than this are in many a text by chance: `/`. */
const MIN_PATH = 2;

/**
 * Whether a breadcrumb says no more than the one that an integration records for the code next to it: the same text,
 * the same URL without further data, or only a click.
 */
export function isRecordedBy(
  { category, type, message, data, complete }: Breadcrumb,
  { integration, text, target }: Recorder,
): boolean {
  if (text !== undefined) return saysSame({ message }, text);
  const is = data && resolve(data.value);
  if (!complete || (is !== undefined && (is.kind !== "record" || !is.complete))) return false;
  const fields = is?.kind === "record" ? is.fields : [];
  if (!fields.every(({ name = "" }) => isRecordedKey(integration, name))) return false;
  const named = category && textOf(category.value);
  if (integration === "dom") {
    if (message === undefined) return named === "ui.click";
    return /\bclick(?:s|ed)?\b/iu.test(fixedText(message.value));
  }
  if (target === undefined) return named === "navigation" || (type && textOf(type.value)) === "navigation";
  return fields.some(({ value }) => isSame(value, target)) || mentions(message?.value, target);
}

/** Whether a breadcrumb's message is the text of another. */
export function saysSame({ message }: Pick<Breadcrumb | AutomaticBreadcrumb, "message">, text: Value): boolean {
  return message !== undefined && isSame(message.value, text);
}

/** Whether two values are the same string, or the same expression. */
function isSame(one: Value, other: Value): boolean {
  const [text, wanted] = [textOf(one), textOf(other)];
  if (text !== undefined || wanted !== undefined) return text !== "" && text === wanted;
  return one.source === other.source && one.kind !== "unknown";
}

/** Whether a message contains a target, as a word or as a part of a template. */
function mentions(message: Value | undefined, target: Value): boolean {
  const [text, path] = [message && textOf(message), textOf(target)];
  if (text !== undefined && path !== undefined) return path.length >= MIN_PATH && text.split(/\s+/u).includes(path);
  return piecesOf(message).some((part) => isSame(part, target));
}

function fixedText(message: Value | undefined): string {
  return piecesOf(message)
    .map((part) => textOf(part) ?? "")
    .join(" ");
}

function piecesOf(message: Value | undefined): readonly Value[] {
  return message?.kind === "template" ? message.parts : message === undefined ? [] : [message];
}
