import type { BreadcrumbFile, Value } from "../../src/breadcrumb/index.ts";

/** What a file hands to Sentry, one line for each call: the door, and each part with its value as written. */
export function showSendings({ sendings }: BreadcrumbFile): readonly string[] {
  return sendings
    .toSorted((one, other) => one.range[0] - other.range[0])
    .map(({ door, parts }) => [door, ...parts.map(({ name = "", value }) => `${name}=${shown(value)}`)].join(" "));
}

/** A record that stands in no record of the source is shown field by field. */
function shown(value: Value): string {
  if (value.kind !== "record" || value.source.startsWith("{")) return value.source;
  const fields = value.fields.map((field) => `${field.name ?? "?"}:${field.value.source}`);
  return fields.length === 1 ? fields.join() : `(${fields.join()})`;
}
