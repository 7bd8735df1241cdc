import {
  alternatives,
  knownOf,
  nameOf,
  resolve,
  textOf,
  type BreadcrumbFile,
  type DataChange,
  type Door,
  type Field,
  type FieldComparison,
  type Hook,
  type Setup,
  type Value,
} from "../breadcrumb/index.ts";
import { categoryJudge } from "./categories.ts";
import { integrationOfCategory, requestCategoriesOf } from "./integrations.ts";
import { isLevel, levelFaultsOf } from "./levels.ts";
import { areLogsOff, hasLogger } from "./logs.ts";
import { isType } from "./types.ts";
import type { Version } from "./versions.ts";

/** Names of functions that redact what they are given. */
const SCRUBBING = /anonym|censor|mask|obfusc|pii|pseudonym|redact|sanit|scrub|sensitive|strip|^replace(?:All)?$/iu;

/** What stands in the place of what was redacted. */
const BLANK = /^[^\p{L}\p{N}]*$|^\W*(?:redacted|filtered|hidden|masked|removed|scrubbed)\b.*$|^x{3,}$/iu;

/** The keys of `data` that hold addresses, which hooks shorten for the sake of what is in them. */
const ADDRESSES: ReadonlySet<string | undefined> = new Set(["from", "to", "url", "http.query", "http.fragment"]);

/** The categories of requests, which hold the same data whatever makes the request. */
const REQUESTS: readonly string[] = ["fetch", "http", "xhr"];

/** Whether what is written redacts what was there; undefined stands for what is deleted. */
function redacts(written: Value | undefined): boolean {
  if (written === undefined) return true;
  return alternatives(written).some(({ at, is }) => {
    const text = textOf(is);
    if (text !== undefined) return BLANK.test(text);
    if (is.kind === "nothing") return true;
    if (is.kind === "record") return is.complete && is.fields.length === 0;
    if (isCutOff(at)) return true;
    const call = at.kind === "call" ? at : is;
    return SCRUBBING.test(nameOf(call.kind === "call" ? call.callee : call) ?? "");
  });
}

/** `url.split("?")[0]` */
function isCutOff(value: Value): boolean {
  if (value.kind !== "member" || value.index !== 0 || value.object.kind !== "call") return false;
  return knownOf(value.object.callee)?.does === "split";
}

/**
 * The first place where a hook redacts `data` of breadcrumbs of every category and leaves their messages.
 * @param keys whether single keys count, too, other than those of addresses.
 */
export function leftMessage({ scrubbing }: Hook, keys: boolean): DataChange | undefined {
  if (scrubbing === undefined || scrubbing.mayHandleMessage) return undefined;
  return scrubbing.changes.find(
    ({ key, value, categories }) =>
      categories === undefined && (key === undefined || (keys && !ADDRESSES.has(key))) && redacts(value),
  );
}

/** Requests that a hook does not redact although it redacts others. */
interface LeftRequests {
  readonly change: DataChange;
  readonly tested: readonly string[];
  readonly missing: readonly string[];
}

/**
 * The categories of requests that a hook leaves as they are although it redacts others.
 * @param setups of the file, which say which SDK the hook is for.
 */
export function leftRequests({ scrubbing }: Hook, setups: readonly Setup[]): LeftRequests | undefined {
  const changes = scrubbing?.changes.filter(({ value }) => redacts(value)) ?? [];
  const tested = changes.flatMap(({ categories }) => (categories === undefined ? REQUESTS : requestsIn(categories)));
  const recorded = setups.flatMap(({ sdk, options }) => recordedRequests(sdk, options));
  const missing = [...new Set(recorded)].filter((category) => !tested.includes(category));
  const change = changes.find(({ categories }) => categories !== undefined && requestsIn(categories).length > 0);
  return change === undefined || missing.length === 0 ? undefined : { change, tested: [...new Set(tested)], missing };
}

function requestsIn(categories: NonNullable<DataChange["categories"]>): readonly string[] {
  return categories === "unclear" || categories.kind === "allBut"
    ? REQUESTS
    : categories.texts.filter((text) => REQUESTS.includes(text));
}

/** The categories of the requests that an SDK records; none where its integrations are chosen. */
function recordedRequests(sdk: string | undefined, options: Value | undefined): readonly string[] {
  const isChosen =
    options !== undefined &&
    /\b(?:[bB]readcrumbs|http|[fF]etch)(?:Integration)?\(|defaultIntegrations/u.test(options.source);
  return sdk === undefined || isChosen ? [] : requestCategoriesOf(sdk);
}

/** A comparison that never holds for what an SDK records, and what to write instead. */
interface VainComparison extends FieldComparison {
  /** The string that is compared. */
  readonly string: string;
  /** The string that is meant; undefined if another field has it. */
  readonly meant: string | undefined;
  /** What to do, as a sentence. */
  readonly instead: string;
}

/**
 * The comparisons of a hook with strings that no SDK records.
 * @param declared the project's own categories.
 * @param sdks the names of the language's SDKs.
 */
export function vainComparisons(
  { scrubbing }: Hook,
  declared: readonly string[],
  sdks: RegExp | undefined,
): readonly VainComparison[] {
  const comparisons = scrubbing?.comparisons ?? [];
  const faultOf = categoryJudge(declared, true, sdks);
  return comparisons.flatMap((comparison): VainComparison[] => {
    const text = textOf(comparison.text) ?? "";
    const meant = meantBy(comparison, text, faultOf);
    // Requests have the type `http`.
    const found = comparison.field === "type" && REQUESTS.includes(text) ? "http" : meant;
    const isThere = comparisons.some(
      (other) => other !== comparison && other.field === comparison.field && textOf(other.text) === found,
    );
    if (meant === undefined || isThere) return [];
    return comparison.field === "type"
      ? [{ ...comparison, string: text, meant: undefined, instead: "It is a category: test `category`." }]
      : [{ ...comparison, string: text, meant, instead: `Use \`${meant}\`.` }];
  });
}

function meantBy(
  { field, text: value }: FieldComparison,
  text: string,
  faultOf: ReturnType<typeof categoryJudge>,
): string | undefined {
  switch (field) {
    case "level":
      return isLevel(text) ? undefined : levelFaultsOf(value, { allowLog: true, parsed: false })[0]?.meant;
    case "type":
      return !isType(text) && integrationOfCategory(text) !== undefined ? text : undefined;
    case "category": {
      const fault = faultOf(text);
      return fault?.kind === "variant" ? fault.instead[0] : undefined;
    }
  }
}

/** Integrations that send what a program logs otherwise as logs. */
const LOGGING = /\b(?:consoleLogging|pino)Integration\(/u;

/** The hooks of events that redact, in set-ups that send logs and have no such hook for them. */
export function unscrubbedLogs(file: BreadcrumbFile, version: Version | undefined): readonly Field[] {
  return file.setups.flatMap((setup) => {
    const record = setup.options && resolve(setup.options);
    if (record?.kind !== "record" || !record.complete || areLogsOff([setup], version) || !hasLogger(version)) return [];
    const field = (wanted: string): Field | undefined => record.fields.findLast(({ name }) => name === wanted);
    const [hook, enabled] = [field("beforeSend"), field("enableLogs")];
    const isOn = enabled && alternatives(enabled.value).every(({ is }) => is.kind === "boolean" && is.boolean);
    const areSent =
      isOn === true || LOGGING.test(record.source) || file.sendings.some(({ door }) => LOG_DOORS.has(door));
    if (!areSent || hook === undefined || field("beforeSendLog") !== undefined) return [];
    return file.eventChanges?.(hook.value).some(redacts) === true ? [hook] : [];
  });
}

const LOG_DOORS: ReadonlySet<Door> = new Set(["logger", "forwarded"]);
