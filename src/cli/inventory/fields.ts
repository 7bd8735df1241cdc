import { alternatives, excerpt, textOf, type Breadcrumb, type FieldName, type Value } from "../../breadcrumb/index.ts";
import type { Form, Known } from "./shape.ts";

/**
 * What the breadcrumbs of one call have in a field.
 * @param breadcrumbs the same call, once for each record that it may be given.
 * @param read the text of one value; undefined where the source does not tell it.
 * @returns undefined where none of them has the field.
 */
export function knownField(
  breadcrumbs: readonly Breadcrumb[],
  name: FieldName,
  read: (value: Value) => string | undefined = textOf,
): Known | undefined {
  const texts = new Set<string>();
  for (const breadcrumb of breadcrumbs) {
    const field = breadcrumb[name];
    if (field === undefined) {
      if (!breadcrumb.complete) return null;
      continue;
    }
    for (const { is } of alternatives(field.value)) {
      if (is.kind === "nothing") continue;
      const text = read(is);
      if (text === undefined) return null;
      texts.add(text);
    }
  }
  const [only, ...others] = texts;
  return others.length === 0 ? only : [...texts];
}

/** A message as it is recorded; what the source does not tell stands as written, within `${…}`. */
export function messageText(value: Value): string {
  const parts = value.kind === "template" ? value.parts : [value];
  return parts.map((part) => textOf(part) ?? `\${${excerpt(part)}}`).join("");
}

/** The form of the messages of one call; the least specific one. */
export function formOf(breadcrumbs: readonly Breadcrumb[]): Form {
  const forms = new Set<Form>();
  for (const { message, complete } of breadcrumbs) {
    if (message === undefined) forms.add(complete ? "none" : "variable");
    else for (const { is } of alternatives(message.value)) forms.add(formOfValue(is));
  }
  return (["variable", "template", "static"] as const).find((form) => forms.has(form)) ?? "none";
}

function formOfValue(value: Value): Form {
  if (value.kind === "nothing") return "none";
  if (textOf(value) !== undefined) return "static";
  return value.kind === "template" ? "template" : "variable";
}

/** The keys of the data of one call, each once, as far as the source tells. */
export function dataKeysOf(breadcrumbs: readonly Breadcrumb[]): readonly string[] {
  const keys = new Set<string>();
  for (const { data } of breadcrumbs) {
    if (data === undefined) continue;
    for (const { is } of alternatives(data.value)) {
      if (is.kind !== "record") continue;
      for (const { name } of is.fields) if (name !== undefined) keys.add(name);
    }
  }
  return [...keys];
}
