import type { Linter } from "eslint";
import {
  excerpt,
  isWithin,
  resolve,
  type AutomaticDoor,
  type Breadcrumb,
  type BreadcrumbFile,
  type Field,
  type Range,
} from "../../breadcrumb/index.ts";
import { readSettings } from "../../internal.ts";
import { LANGUAGES, recordingOf, versionCheckOf, type LanguageDefinition } from "../../languages/index.ts";
import { describeLeak, leakFinder, policyOf, type Policy } from "../../sensitive-data/index.ts";
import { isAutomatic } from "../../sentry/doors.ts";
import { levelText } from "../../sentry/levels.ts";
import type { BreadcrumbSource } from "../breadcrumbs.ts";
import { firstFrom } from "../../ordered.ts";
import { dataKeysOf, formOf, knownField, messageText } from "./fields.ts";
import { FIXED, type ListedCall } from "./fixed.ts";
import { linesOf, type Lines } from "../lines.ts";
import { EACH_AS_LOG, NO_PII, PREFER_LOGS, ruleOf, saysLost } from "./rules.ts";
import type { AutomaticEntry, BreadcrumbEntry, FileEntry, FindingEntry, LogEntry, Recorder } from "./shape.ts";

/** A file's part of the inventory. */
export interface FileInventory {
  readonly file: Omit<FileEntry, "breadcrumbs" | "trail">;
  readonly breadcrumbs: readonly ListedCall[];
  readonly automatic: readonly AutomaticEntry[];
  /** The kinds of personal data that were found, in words. */
  readonly kinds: ReadonlyMap<string, string>;
}

/** Everything that a call may record, with its findings. */
interface Call {
  readonly breadcrumbs: readonly [Breadcrumb, ...Breadcrumb[]];
  readonly findings: Linter.LintMessage[];
}

/** The inventory's names for automatic breadcrumbs, by door. */
const RECORDERS: Readonly<Record<AutomaticDoor, Recorder>> = {
  console: "console",
  fetch: "requests",
  http: "requests",
  xhr: "requests",
  history: "navigation",
  tracing: "tracing",
  log: "log",
  slog: "slog",
};

/**
 * Takes from a parsed file what the inventory says of it, and nothing that would keep its tree.
 * @param name the file as the inventory names it.
 * @param withMessages whether messages are wanted, and what findings quote of the source.
 */
export function fileInventory(
  source: Omit<BreadcrumbSource, "file" | "encoding">,
  file: BreadcrumbFile,
  name: string,
  withMessages: boolean,
): FileInventory {
  const { text, messages, settings } = source;
  const lines = linesOf(name, text);
  const calls = callsOf(file);
  const callAt = callFinder(calls);
  const recorded = source.mayBeRecorded ? recordedIn(file, source) : [];
  const logs = new Map<number, LogEntry["rewrite"]>();
  const others: Linter.LintMessage[] = [];
  for (const message of messages) {
    const offset = lines.offset(message);
    if (message.ruleId === EACH_AS_LOG) logs.set(offset, rewriteOf(message));
    if (ruleOf(message.ruleId) === undefined) continue;
    const sending = recorded.find(({ range }) => isWithin([offset, offset], range));
    (callAt(offset)?.findings ?? sending?.findings ?? others).push(message);
  }

  const findingOf = findingReader(withMessages);
  const policy = policyOf(readSettings(settings).sensitiveData);
  const kinds = new Map<string, string>();
  const shown = withMessages ? (source: string) => excerpt({ source }) : nameOnly;
  const entryOf = ({ breadcrumbs, findings }: Call): BreadcrumbEntry => {
    const [first] = breadcrumbs;
    const { place, callee, entry } = first;
    const category = knownField(breadcrumbs, "category");
    const level = knownField(breadcrumbs, "level", levelText);
    const type = knownField(breadcrumbs, "type");
    const message = withMessages ? knownField(breadcrumbs, "message", messageText) : undefined;
    const found = personalDataIn(breadcrumbs, findings, lines, policy);
    for (const [kind, words] of found) kinds.set(kind, words);
    return {
      file: name,
      ...lines.place(first.range[0]),
      callee: shown(callee.source),
      entry,
      language: file.language,
      ...(category !== undefined && { category }),
      ...(level !== undefined && { level }),
      ...(type !== undefined && { type }),
      ...(message !== undefined && { message }),
      form: formOf(breadcrumbs),
      dataKeys: dataKeysOf(breadcrumbs),
      ...(place.function?.name !== undefined && { function: place.function.name }),
      ...(place.repetition !== undefined && {
        repetition: { ...place.repetition, name: shown(place.repetition.name) },
      }),
      forwards: place.forwards,
      findings: findings.map(findingOf),
      personalData: [...found.keys()],
      lost: findings.some(saysLost),
      log: {
        advised: findings.some(({ ruleId }) => ruleId === PREFER_LOGS),
        rewrite: logs.get(callee.range[0]) ?? "none",
      },
    };
  };
  return {
    file: {
      file: name,
      language: file.language,
      automatic: recorded.length,
      findings: others.map(findingOf),
    },
    breadcrumbs: calls.map((call) => ({ entry: entryOf(call), open: openIn(call) })),
    automatic: recorded.map(({ range, callee, recorder, findings }) => ({
      file: name,
      ...lines.place(range[0]),
      callee: shown(callee),
      language: file.language,
      recorder,
      findings: findings.map(findingOf),
    })),
    kinds,
  };
}

/** The fields that a call of a wrapper does not give. */
function openIn({ breadcrumbs }: Call): ListedCall["open"] {
  const [{ entry, record }] = breadcrumbs;
  if (entry !== "wrapper" || record !== undefined) return [];
  return FIXED.filter((name) => breadcrumbs.every((breadcrumb) => breadcrumb[name] === undefined));
}

function findingReader(withMessages: boolean): (message: Linter.LintMessage) => FindingEntry {
  return (message) => ({
    ruleId: message.ruleId ?? "",
    severity: message.severity === 2 ? "error" : "warn",
    line: message.line,
    column: message.column,
    message: (withMessages ? undefined : ruleOf(message.ruleId)?.description) ?? message.message,
    fixable: message.fix !== undefined,
    suggestions: message.suggestions?.length ?? 0,
  });
}

/** A call that an SDK records automatically. */
interface RecordedCall {
  readonly range: Range;
  readonly callee: string;
  readonly recorder: Recorder;
  readonly findings: Linter.LintMessage[];
}

function recordedIn(
  file: BreadcrumbFile,
  { settings, path, base }: Pick<BreadcrumbSource, "settings" | "path" | "base">,
): readonly RecordedCall[] {
  const definition: LanguageDefinition | undefined = LANGUAGES.find(({ name }) => name === file.language);
  if (definition === undefined) return [];
  const own = readSettings(settings, path, base);
  const isRecorded = recordingOf(definition, own, path, versionCheckOf(definition, own, path, file));
  return file.sendings
    .flatMap(({ becomes, breadcrumb, door: first, level, range, callee }) => {
      const door = breadcrumb?.door ?? first;
      return becomes === undefined && isAutomatic(door) && isRecorded({ door, level })
        ? [{ range, callee: callee.source, recorder: RECORDERS[door], findings: [] }]
        : [];
    })
    .sort((one, other) => one.range[0] - other.range[0]);
}

function callsOf({ breadcrumbs }: BreadcrumbFile): readonly Call[] {
  const calls = new Map<number, { breadcrumbs: [Breadcrumb, ...Breadcrumb[]]; findings: Linter.LintMessage[] }>();
  for (const breadcrumb of breadcrumbs) {
    const call = calls.get(breadcrumb.range[0]);
    if (call === undefined) calls.set(breadcrumb.range[0], { breadcrumbs: [breadcrumb], findings: [] });
    else call.breadcrumbs.push(breadcrumb);
  }
  return [...calls.values()].sort((a, b) => a.breadcrumbs[0].range[0] - b.breadcrumbs[0].range[0]);
}

/** Finds the call that a finding concerns: the innermost around it, or the first that is given what stands there. */
function callFinder(calls: readonly Call[]): (offset: number) => Call | undefined {
  // Where all calls up to one end, by which a search back knows that nothing before is around a place.
  const reaching: { readonly call: Call; readonly end: number }[] = [];
  for (const call of calls) {
    const end = Math.max(call.breadcrumbs[0].range[1], reaching.at(-1)?.end ?? 0);
    reaching.push({ call, end });
  }
  return (offset) => {
    const place: Range = [offset, offset];
    let index = firstFrom(offset + 1, calls, ({ breadcrumbs: [{ range }] }) => range[0]);
    for (let last = reaching[--index]; last !== undefined && last.end >= offset; last = reaching[--index]) {
      if (isWithin(place, last.call.breadcrumbs[0].range)) return last.call;
    }
    return calls.find(({ breadcrumbs }) => breadcrumbs.some((breadcrumb) => isGiven(breadcrumb, place)));
  };
}

/** How deep data is looked into; what is deeper is not written by hand. */
const DEPTH = 5;

/** Whether a place is in what a breadcrumb is made of, which may stand before its call. */
function isGiven(breadcrumb: Breadcrumb, place: Range): boolean {
  const { record, message, data, category, level, type, timestamp, unknownFields } = breadcrumb;
  if (record !== undefined && isWithin(place, record.range)) return true;
  const fields = [message, data, category, level, type, timestamp, ...unknownFields];
  return fields.some((field) => field !== undefined && isInField(field, place, DEPTH));
}

function isInField({ range, value }: Field, place: Range, depth: number): boolean {
  const is = resolve(value);
  if (isWithin(place, range) || isWithin(place, is.range)) return true;
  return is.kind === "record" && depth > 0 && is.fields.some((field) => isInField(field, place, depth - 1));
}

/** The kinds of what `no-pii` reports in a call, and how to say them. */
function personalDataIn(
  breadcrumbs: readonly Breadcrumb[],
  findings: readonly Linter.LintMessage[],
  lines: Lines,
  policy: Policy,
): ReadonlyMap<string, string> {
  const reported = new Set(findings.filter(({ ruleId }) => ruleId === NO_PII).map((finding) => lines.offset(finding)));
  const kinds = new Map<string, string>();
  if (reported.size === 0) return kinds;
  const leaksOf = leakFinder(policy);
  for (const breadcrumb of breadcrumbs) {
    for (const name of ["message", "data", "category", "type"] as const) {
      const field = breadcrumb[name];
      for (const leak of field === undefined ? [] : leaksOf(field.value)) {
        if (reported.has(leak.at.range[0])) kinds.set(leak.kind, describeLeak(leak, name).what);
      }
    }
  }
  return kinds;
}

function rewriteOf({ suggestions }: Linter.LintMessage): LogEntry["rewrite"] {
  const [suggestion] = suggestions ?? [];
  if (suggestion === undefined) return "none";
  return suggestion.messageId === "log" ? "same" : "adapted";
}

/** A function's name without what it is called on or given, which may be a value. */
function nameOnly(source: string): string {
  // Names may be written in any script: https://tc39.es/ecma262/#prod-IdentifierName.
  if (/^[\p{ID_Continue}$.:#!?]+$/u.test(source)) return source;
  return /[\p{ID_Continue}$]+(?=[^\p{ID_Continue}$]*$)/u.exec(source)?.[0] ?? "";
}
