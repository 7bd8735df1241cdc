import { resolve, type Breadcrumb, type LogCall } from "../breadcrumb/index.ts";
import { isLevel, logMethodOf } from "./levels.ts";

/**
 * The structured log that says what a breadcrumb says: its level becomes the method, its category an attribute,
 * its data the other attributes (the JavaScript SDKs' `logger`; sentry-docs, "Logs").
 * @param categoryAttribute the attribute that takes the category.
 * @returns undefined where a log could not say the same: a time or type of its own, a level or data that the
 * source does not tell, fields that Sentry drops.
 */
export function logCallOf(breadcrumb: Breadcrumb, categoryAttribute: string): LogCall | undefined {
  const { message, category, level, type, timestamp, data, unknownFields, complete } = breadcrumb;
  if (!complete || message === undefined || type !== undefined || timestamp !== undefined) return undefined;
  if (unknownFields.length > 0) return undefined;

  const method = level === undefined ? "info" : methodOf(level.value);
  const attributes = data === undefined ? [] : attributesOf(data.value);
  if (method === undefined || attributes === undefined) return undefined;
  return {
    method,
    message: message.value,
    attributes: [...(category === undefined ? [] : [{ name: categoryAttribute, value: category.value }]), ...attributes],
  };
}

type Value = LogCall["message"];

function methodOf(level: Value): LogCall["method"] | undefined {
  const is = resolve(level);
  return is.kind === "text" && isLevel(is.text) ? logMethodOf(is.text) : undefined;
}

function attributesOf(data: Value): LogCall["attributes"] | undefined {
  if (data.kind === "nothing") return [];
  if (data.kind === "name" || data.kind === "member") return [{ spread: data }];
  if (data.kind !== "record") return undefined;
  const order = [
    ...data.fields.map(({ name, value, range }) => ({ at: range[0], attribute: { name, value } })),
    ...data.spreads.map((spread) => ({ at: spread.range[0], attribute: { spread } })),
  ].sort((one, other) => one.at - other.at);
  const attributes: LogCall["attributes"][number][] = [];
  for (const { attribute } of order) {
    if ("spread" in attribute) attributes.push(attribute);
    else if (attribute.name !== undefined) attributes.push({ name: attribute.name, value: attribute.value });
    else return undefined;
  }
  return attributes;
}
