import { resolve, type CallValue, type Field, type RecordValue, type Setup, type Value } from "../breadcrumb/index.ts";
import { typoOf } from "./closest.ts";
import { hasOwnVersions } from "./own-versions.ts";
import { isAtLeast, type Version } from "./versions.ts";

/**
 * The options of `init` in versions 8 to 11 whose misspelling is noticed (sentry-javascript, `options.ts` in
 * packages/core, `client.ts` in packages/browser, `types.ts` in packages/node).
 */
const OPTIONS: ReadonlySet<string> = new Set(
  `allowUrls attachStacktrace autoSessionTracking beforeSend beforeSendLog beforeSendMetric beforeSendSpan
  beforeSendTransaction dataCollection debug defaultIntegrations denyUrls dsn enableLogs enableMetrics enableTracing
  enabled environment ignoreErrors ignoreSpans ignoreTransactions includeLocalVariables initialScope integrations
  maxBreadcrumbs maxValueLength normalizeDepth normalizeMaxBreadth profileLifecycle profileSessionSampleRate
  profilesSampleRate profilesSampler propagateTraceparent release sampleRate sendClientReports sendDefaultPii serverName
  shutdownTimeout skipOpenTelemetrySetup spotlight stackParser strictTraceContinuation traceLifecycle
  tracePropagationTargets tracesSampleRate tracesSampler transport transportOptions tunnel`
    .trim()
    .split(/\s+/u),
);

/** An option that SDKs read up to the version before `since`. */
interface FormerOption {
  readonly since: number;
  /** What takes its place, as a sentence. */
  readonly instead: string;
}

const LOGS_ARE_ON = "Logs are always on; return `null` from `beforeSendLog` to drop them.";
const METRICS_ARE_ON = "Metrics are always on; return `null` from `beforeSendMetric` to drop them.";

/** Former options, by their paths. Source: where versions 8.55, 9.47, 10.78 and 11.12 of the packages read them. */
const FORMER: ReadonlyMap<string, FormerOption> = new Map([
  ["autoSessionTracking", { since: 9, instead: "Leave out `browserSessionIntegration` to track no sessions." }],
  ["enableTracing", { since: 9, instead: "Use `tracesSampleRate: 1`." }],
  ["_experiments.beforeSendLog", { since: 10, instead: "Use `beforeSendLog`." }],
  ["_experiments.beforeSendMetric", { since: 11, instead: "Use `beforeSendMetric`." }],
  ["_experiments.enableLogs", { since: 11, instead: LOGS_ARE_ON }],
  ["_experiments.enableMetrics", { since: 11, instead: METRICS_ARE_ON }],
  ["enableLogs", { since: 11, instead: LOGS_ARE_ON }],
  ["enableMetrics", { since: 11, instead: METRICS_ARE_ON }],
  ["profilesSampleRate", { since: 11, instead: "Use `profileSessionSampleRate`." }],
  ["sendDefaultPii", { since: 11, instead: "Use `dataCollection`; without it, more is collected than before." }],
]);

/** What records the console in place of an option of `breadcrumbsIntegration`. */
const FORMER_CONSOLE: FormerOption = {
  since: 11,
  instead: "`consoleIntegration` records the console; filter it out of `integrations`.",
};

/** An option that the SDK does not read. */
export type IgnoredOption = { readonly field: Field; readonly name: string } & (
  ({ readonly kind: "former" } & FormerOption) | { readonly kind: "misspelt"; readonly meant: string }
);

/**
 * The options of a set-up that the SDK does not read.
 * @param version of the SDK; undefined where it is not known.
 */
export function ignoredOptionsOf({ options, sdk }: Setup, version: Version | undefined): readonly IgnoredOption[] {
  const record = recordOf(options);
  if (record === undefined) return [];
  const isGone = ({ since }: FormerOption): boolean =>
    version !== undefined && sdk !== undefined && !hasOwnVersions(sdk) && isAtLeast(version, since);
  return [...record.fields.flatMap(misspelt), ...[...optionsIn(record)].filter((option) => isGone(option))];

  function misspelt(field: Field): IgnoredOption[] {
    const meant = field.name === undefined ? undefined : meantOption(field.name);
    const isTaken = record?.fields.some(({ name }) => name === meant) === true;
    return field.name === undefined || meant === undefined || isTaken
      ? []
      : [{ kind: "misspelt", field, name: field.name, meant }];
  }
}

/** The option that is meant by a name: `tracesSampelRate`, `ignore_errors`, `dns`; undefined for any other name. */
function meantOption(name: string): string | undefined {
  if (OPTIONS.has(name)) return undefined;
  if (name === "dns") return "dsn";
  return typoOf(name.replaceAll(/(?<=\w)_(?=\w)/gu, ""), OPTIONS);
}

/** Every option of a set-up that SDKs once read. */
function* optionsIn(record: RecordValue): Iterable<IgnoredOption & FormerOption> {
  for (const field of record.fields) {
    const experiments = field.name === "_experiments" ? recordOf(field.value) : undefined;
    for (const each of experiments?.fields ?? []) yield* former(each, `_experiments.${each.name ?? ""}`);
    yield* former(field, field.name ?? "");
    if (field.name !== "integrations") continue;
    for (const integration of integrationsIn(field.value)) {
      const own = recordOf(integration.arguments[0])?.fields.find(({ name }) => name === "console");
      if (own !== undefined) {
        yield { kind: "former", field: own, name: "breadcrumbsIntegration({ console })", ...FORMER_CONSOLE };
      }
    }
  }
}

function former(field: Field, name: string): (IgnoredOption & FormerOption)[] {
  const option = FORMER.get(name);
  return option === undefined ? [] : [{ kind: "former", field, name, ...option }];
}

/** The calls of `breadcrumbsIntegration` in an array, or in the array that a function returns. */
function integrationsIn(integrations: Value): readonly CallValue[] {
  const is = resolve(integrations);
  const list = is.kind === "function" && is.returns !== undefined ? resolve(is.returns) : is;
  return (list.kind === "list" ? list.items : []).flatMap((item) => {
    const made = resolve(item);
    const callee = made.kind === "call" ? made.callee : undefined;
    const path = callee?.kind === "name" || callee?.kind === "member" ? callee.sdk : undefined;
    return made.kind === "call" && path?.join() === "breadcrumbsIntegration" ? [made] : [];
  });
}

function recordOf(value: Value | undefined): RecordValue | undefined {
  const is = value && resolve(value);
  return is?.kind === "record" ? is : undefined;
}
