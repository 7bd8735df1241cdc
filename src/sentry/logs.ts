import {
  alternatives,
  matches,
  resolve,
  runtimeTypeOf,
  type Breadcrumb,
  type BreadcrumbFile,
  type Field,
  type LogAttribute,
  type LogCall,
  type Setup,
  type RuntimeType,
  type Value,
  type CallValue,
  type ChoiceValue,
  type MemberValue,
  type NameValue,
  type OperationValue,
  type UnknownValue,
} from "../breadcrumb/index.ts";
import { valuesIn } from "./data.ts";
import { isLevel, logMethodOf } from "./levels.ts";
import { isAtLeast, type Version } from "./versions.ts";

/** The log for a breadcrumb. */
export interface LogPlan {
  /** The log; undefined where it could not say the same. */
  readonly call?: LogCall;
  /** What the log changes, as parts of a sentence; empty if it says the same. */
  readonly changes: readonly string[];
  /** What it needs besides the call, as parts of a sentence. */
  readonly needs: readonly string[];
  /** Why there is no call, or that logs are off here: a sentence, or nothing. */
  readonly note: string;
}

/** By what logs are planned. */
export interface LogDemands {
  /** The attribute that takes the category. */
  readonly categoryAttribute: string;
  /** The version of the SDK; undefined where it is not known, and in other languages. */
  readonly version: Version | undefined;
  /** What a log needs besides the call, each as part of a sentence. */
  readonly needs: readonly string[];
  /** Personal data in a breadcrumb that a log must not contain (`definite`), or that a person has to check first. */
  readonly leakOf: (breadcrumb: Breadcrumb) => { readonly what: string; readonly definite: boolean } | undefined;
}

type Draft = Required<Pick<LogPlan, "call" | "changes">> | { readonly obstacle: string };

/** The note if logs are off. */
export const LOGS_OFF = "`init` in this file does not enable logs; versions up to 10.70 need `enableLogs: true`.";

/** The attributes that keep what a log has no place for. */
const TYPE_ATTRIBUTE = "breadcrumb.type";
const TIME_ATTRIBUTE = "breadcrumb.timestamp";

/** How deep the data of a breadcrumb is looked at; what is deeper is not written by hand. */
const DEPTH = 20;

/** Plans the logs that replace a file's breadcrumbs. */
export function logPlanner({ setups }: BreadcrumbFile, demands: LogDemands): (breadcrumb: Breadcrumb) => LogPlan {
  const isOff = areLogsOff(setups, demands.version);
  const { needs } = demands;
  return (breadcrumb) => {
    const draft = withoutLeaks(breadcrumb, draftOf(breadcrumb, demands), demands);
    if ("obstacle" in draft) return { changes: [], needs, note: draft.obstacle };
    return { ...draft, needs, note: isOff ? LOGS_OFF : "" };
  };
}

function withoutLeaks(breadcrumb: Breadcrumb, draft: Draft, { leakOf }: LogDemands): Draft {
  if ("obstacle" in draft) return draft;
  const leak = leakOf(breadcrumb);
  if (leak === undefined) return draft;
  if (leak.definite) return { obstacle: `The log would contain ${leak.what}, too.` };
  return { ...draft, changes: [...draft.changes, `the log contains ${leak.what}`] };
}

/**
 * The structured log for a breadcrumb: its level becomes the method, its category an attribute, its data the other
 * attributes (the JavaScript SDKs' `logger`; sentry-docs, "Logs"). A log has no type and no timestamp of its own, so
 * these become attributes. An `Error` would arrive as `{}` (sentry-javascript, `packages/core/src/attributes.ts`), so
 * its string is sent.
 * @returns with an `obstacle`, a sentence or nothing, where a log could not say the same.
 */
function draftOf(breadcrumb: Breadcrumb, { categoryAttribute, version }: LogDemands): Draft {
  const { message, category, level, type, timestamp, data, unknownFields, complete } = breadcrumb;
  if (!hasLogger(version)) return { obstacle: "Logs need version 9.41 of the SDK." };
  if (!complete || unknownFields.length > 0) return { obstacle: "" };
  if (message === undefined || !mayBeText(message.value)) return { obstacle: "A log needs a message." };
  const method = level === undefined ? "info" : methodOf(level.value);
  if (method === undefined) return { obstacle: "A log needs a level that this file shows." };

  const own = [
    ...attributeFrom(categoryAttribute, category),
    ...attributeFrom(TYPE_ATTRIBUTE, type),
    ...attributeFrom(TIME_ATTRIBUTE, timestamp),
  ];
  const given = data === undefined ? [] : attributesOf(data.value);
  if (typeof given === "string") return { obstacle: given };
  const attributes = [...own, ...given];
  const names = attributes.flatMap((attribute) => ("spread" in attribute ? [] : [attribute.name]));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { obstacle: `The attribute \`${twice}\` would have two values.` };
  return {
    call: { method, message: message.value, attributes, sdkMajor: version?.major },
    changes: [
      ...(type === undefined ? [] : [`its \`type\` becomes the attribute \`${TYPE_ATTRIBUTE}\``]),
      ...(timestamp === undefined ? [] : [`its \`timestamp\` becomes the attribute \`${TIME_ATTRIBUTE}\``]),
      ...attributes.flatMap((attribute) =>
        "asText" in attribute ? [`\`${attribute.name}\` becomes the error's string, without its stack`] : [],
      ),
      ...(own.length > 0 && given.some(isOpenSpread) ? ["the spread may replace its other attributes"] : []),
      ...(data === undefined ? [] : emptiedIn(data.value)).map((text) => `\`${text}\` arrives empty`),
      ...(isReordered(breadcrumb) ? ["its parts are evaluated in another order"] : []),
    ],
  };
}

/**
 * The version, as far as it decides about logs. If it is the lowest of a range, the installed one may have a logger, or
 * logs on by default (sentry-javascript, `CHANGELOG.md`, 9.41 and 10.71).
 */
export function versionForLogs(version: Version | undefined): Version | undefined {
  if (version?.isLowest !== true) return version;
  const { major } = version;
  const mayChange = (major === 9 && !isAtLeast(version, 9, 41)) || (major === 10 && !isAtLeast(version, 10, 71));
  return mayChange ? undefined : version;
}

/** Whether one of a file's set-ups leaves logs switched off. */
export function areLogsOff(setups: readonly Setup[], version: Version | undefined): boolean {
  return setups.some((setup) => leavesLogsOff(setup, version));
}

/** Whether an SDK has the logger, be it as the experiment that it was from version 9.10 on. */
export function hasAnyLogger(version: Version | undefined): boolean {
  return version === undefined || isAtLeast(version, 9, 10);
}

/** Whether an SDK has the logger for good, as from version 9.41 on (sentry-javascript, `CHANGELOG.md`). */
export function hasLogger(version: Version | undefined): boolean {
  return version === undefined || isAtLeast(version, 9, 41);
}

/**
 * Whether a set-up leaves logs switched off, as far as it can be seen: up to version 10.70 they are off unless
 * `enableLogs` says otherwise, from 11 on they are always on (sentry-javascript, `packages/core/src/client.ts`).
 */
function leavesLogsOff({ options }: Setup, version: Version | undefined): boolean {
  const given = options === undefined ? undefined : resolve(options);
  if (version !== undefined && isAtLeast(version, 11)) return false;
  if (given !== undefined && given.kind !== "record") return false;
  const named = given?.fields.findLast(({ name }) => name === "enableLogs" || name === "_experiments");
  if (named?.name === "enableLogs") {
    const is = resolve(named.value);
    return is.kind === "boolean" && !is.boolean;
  }
  if (named !== undefined || given?.complete === false) return false;
  return version === undefined || !isAtLeast(version, 10, 71);
}

/** Whether attributes are spread that are not completely known. */
function isOpenSpread(attribute: LogAttribute | { readonly spread: Value }): boolean {
  if (!("spread" in attribute)) return false;
  const is = resolve(attribute.spread);
  return is.kind !== "record" || !is.complete;
}

/** The numbers in data that a log's attributes cannot hold (sentry-javascript, `packages/core/src/attributes.ts`). */
function emptiedIn(data: Value): readonly string[] {
  return valuesIn(data, DEPTH).flatMap(({ at, each }) =>
    each.some((is) => is.kind === "number" && (!Number.isFinite(is.number) || is.source.endsWith("n")))
      ? [at.source]
      : [],
  );
}

/**
 * Whether a log would evaluate the parts of a breadcrumb in another order, or one of them no more, and that can be
 * noticed: a log takes its message first, then its attributes, and its level is the name of the method.
 */
function isReordered({ message, category, type, timestamp, data, level }: Breadcrumb): boolean {
  const starts = [message, category, type, timestamp, data].flatMap((field) =>
    field !== undefined && acts(field.value) ? [field.range[0]] : [],
  );
  return (level !== undefined && acts(level.value)) || starts.some((start, index) => start < (starts[index - 1] ?? 0));
}

/** Whether evaluating an expression may do something, or take time in which something happens. */
function acts(value: Value): boolean {
  switch (value.kind) {
    case "text":
    case "number":
    case "boolean":
    case "nothing":
    case "function":
      return false;
    case "record":
      return [...value.fields.map((field) => field.value), ...value.spreads].some(acts);
    case "list":
      return value.items.some(acts);
    case "template":
      return value.parts.some(acts);
    default:
      value satisfies NameValue | MemberValue | CallValue | ChoiceValue | OperationValue | UnknownValue;
      return /\(|\b(?:await|yield|delete)\b|\+\+|--|[^=!<>]=(?![=>])/u.test(value.source);
  }
}

function mayBeText(value: Value): boolean {
  const sort = runtimeTypeOf(value);
  return sort === undefined || sort === "text";
}

/** The method that all levels which a value may be agree on. */
function methodOf(level: Value): LogCall["method"] | undefined {
  const methods = alternatives(level).map(({ is }) =>
    is.kind === "text" && isLevel(is.text) ? logMethodOf(is.text) : undefined,
  );
  return new Set(methods).size === 1 ? methods[0] : undefined;
}

function attributeFrom(name: string, field: Field | undefined): LogAttribute[] {
  if (field === undefined || runtimeTypeOf(field.value) === "nothing") return [];
  return [{ name, value: field.value }];
}

/** The types that cannot be spread into attributes. */
const NO_RECORD: ReadonlySet<RuntimeType | undefined> = new Set([
  "boolean",
  "date",
  "element",
  "error",
  "function",
  "list",
  "number",
  "text",
]);

/** @returns a sentence where something would be lost. */
function attributesOf(data: Value): LogCall["attributes"] | string {
  const sort = runtimeTypeOf(data);
  if (sort === "nothing") return [];
  if (NO_RECORD.has(sort)) return "";
  if (data.kind !== "record") return holdsError(data) ? IN_DEPTH : [{ spread: data }];
  const attributes: { readonly at: number; readonly attribute: LogCall["attributes"][number] }[] = [];
  for (const { name, value, range } of data.fields) {
    const sort = runtimeTypeOf(value);
    if (name === undefined || sort === "function") return "";
    if (isNamedAsError(value)) {
      return `If \`${value.source}\` is an error, it would arrive as \`{}\`: send its message.`;
    }
    if (sort !== "error" && holdsError(value)) return IN_DEPTH;
    const attribute = { name, value, ...(sort === "error" && { asText: true }) };
    attributes.push({ at: range[0], attribute });
  }
  for (const spread of data.spreads) {
    if (holdsError(spread)) return IN_DEPTH;
    attributes.push({ at: spread.range[0], attribute: { spread } });
  }
  return attributes.sort((one, other) => one.at - other.at).map(({ attribute }) => attribute);
}

const IN_DEPTH = "The error in `data` would arrive as `{}`: send its message.";

function holdsError(value: Value): boolean {
  return valuesIn(value, DEPTH).some(
    ({ at, each }) => each.some((is) => runtimeTypeOf(is) === "error" || isNamedAsError(is)) || isNamedAsError(at),
  );
}

/** Whether a value may be an error according to its name, with no other evidence. */
function isNamedAsError(value: Value): boolean {
  if (value.kind !== "name" && value.kind !== "member") return false;
  return (
    runtimeTypeOf(value) === undefined &&
    matches(value.name, /^(?:e|err|error|ex|exception)$|(?:Err|Error|Exception)$/u)
  );
}
