import type { Integration, Recorder, Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { partsOfTokens, type MacroPart } from "../syntax/macros.ts";
import type { RustProgram } from "../program.ts";
import { indexIn, statementOf } from "../syntax/statements.ts";
import { calleeOf, firstOf, isText, lastOf, partsOf } from "../syntax/nodes.ts";

/**
 * The macros that the SDK's integrations record as breadcrumbs by default, by crate. Errors become events; traces and
 * debug messages are left out, but for slog (sentry-rust, sentry-tracing/src/layer/mod.rs, sentry-log/src/logger.rs,
 * sentry-slog/src/drain.rs).
 */
const RECORDED: ReadonlyMap<string, { readonly integration: Integration; readonly macros: ReadonlySet<string> }> =
  new Map([
    ["tracing", { integration: "tracing", macros: new Set(["info", "warn"]) }],
    ["log", { integration: "log", macros: new Set(["info", "warn"]) }],
    ["slog", { integration: "slog", macros: new Set(["debug", "info", "trace"]) }],
  ]);

/** The macros that are given the level of what they record, with those of which a breadcrumb is made by default. */
const WITH_LEVEL: ReadonlyMap<string, RegExp> = new Map([
  ["tracing::event", /\bLevel::(?:INFO|WARN)$/u],
  ["log::log", /\bLevel::(?:Info|Warn)$/u],
]);

/** The state of an integration whose filter lets nothing become a breadcrumb. */
const FILTERS: ReadonlyMap<Integration, { readonly ignoring: RegExp; readonly recording: RegExp }> = new Map([
  [
    "tracing",
    {
      ignoring: /\bevent_filter\([^]*\bEventFilter::\w/u,
      recording: /\bEventFilter::Breadcrumb\b|default_event_filter/u,
    },
  ],
  ["log", { ignoring: /\bfilter\([^]*\bLogFilter::\w/u, recording: /\bLogFilter::Breadcrumb\b|default_filter/u }],
]);

/** The crates that a project can have connected to Sentry, unless its settings or the file say that they are not. */
export function integrationsOf({ settings, sourceCode: { text } }: RustProgram): ReadonlySet<Integration> {
  const all = [...RECORDED.values()].map(({ integration }) => integration);
  return new Set(
    all.filter((integration) => (settings.integrations[integration] ?? !isFilteredOut(integration, text)) !== false),
  );
}

function isFilteredOut(integration: Integration, text: string): boolean {
  const filter = FILTERS.get(integration);
  return filter !== undefined && filter.ignoring.test(text) && !filter.recording.test(text);
}

/** Whether a macro is one by which a logging crate records breadcrumbs. */
export function isRecordedMacro(program: RustProgram, call: RustNode): boolean {
  if (call.type !== "MacroInvocation") return false;
  const { path: [crate = "", kind = "", ...others] = [] } = program.names.resolve(firstOf(call));
  return others.length === 0 && RECORDED.get(crate)?.macros.has(kind) === true;
}

/** Whether the SDK's integration for a crate makes a breadcrumb of a log of some level, as macros name it. */
export function isBreadcrumbLevel(crate: string, level: string): boolean {
  return RECORDED.get(crate)?.macros.has(level) === true;
}

/** Whether a file itself connects `tracing` or `log` to Sentry: by the layer or the logger of the SDK. */
export function installsLayer({ names, sourceCode: { text } }: RustProgram, calls: readonly RustNode[]): boolean {
  if (!CONNECTING.test(text)) return false;
  return calls.some((call) => {
    const callee = calleeOf(call);
    const { path } = callee.type === "FieldExpression" ? {} : names.resolve(callee);
    return path !== undefined && CONNECTING.test(path.join("::"));
  });
}

const CONNECTING = /\bsentry(?:_tracing|_log|::integrations::(?:tracing|log))::(?:layer|SentryLogger)\b/u;

/**
 * The events of logging crates in the statements before and after a breadcrumb.
 * @param valueOf reads an expression.
 */
export function recordersBeside(
  program: RustProgram,
  call: RustNode,
  valueOf: (node: RustNode) => Value,
): readonly Recorder[] {
  const statement = statementOf(call);
  if (statement?.parent === undefined) return [];
  const { children } = statement.parent;
  const index = indexIn(children, statement);
  const beside = [children[index - 1], children[index + 1]];
  const on = integrationsOf(program);
  return beside.flatMap((each) => {
    const recorder = each && recorderOf(program, each, valueOf);
    return recorder !== undefined && on.has(recorder.integration) ? [recorder] : [];
  });
}

/** The source text of a part of a macro's arguments. */
function writtenIn({ sourceCode: { text } }: RustProgram): (part: MacroPart) => string {
  return ({ range }) => text.slice(...range);
}

function recorderOf(
  program: RustProgram,
  statement: RustNode,
  valueOf: (node: RustNode) => Value,
): Recorder | undefined {
  const macro = statement.type === "ExpressionStatement" ? partsOf(statement)[0] : statement;
  if (macro?.type !== "MacroInvocation") return undefined;
  const { path: [crate = "", kind = "", ...others] = [] } = program.names.resolve(firstOf(macro));
  const recorded = RECORDED.get(crate);
  const tree = lastOf(macro);
  const given = partsOfTokens(program.sourceCode, tree);
  const written = writtenIn(program);
  const level = WITH_LEVEL.get(`${crate}::${kind}`);
  const isRecorded = level === undefined ? recorded?.macros.has(kind) : given.some((part) => level.test(written(part)));
  if (recorded === undefined || isRecorded !== true || others.length > 0) return undefined;
  const text = given.flatMap((part) => (part.kind === "expression" && isText(part.node) ? [part.node] : [])).at(0);
  if (text === undefined) return undefined;
  const source = `${program.textOf(firstOf(macro))}!`;
  const isLast = given.at(-1)?.range[1] === text.range[1];
  const rest = isLast ? "" : program.sourceCode.text.slice(text.range[1], tree.range[1] - 1);
  const words = program.textOf(text);
  const isPlain = rest.trim() === "" && !words.includes("{");
  const { integration } = recorded;
  // What is written alike says the same.
  const template: Value = {
    kind: "template",
    range: text.range,
    source: `format!(${words}${rest.trimEnd()})`,
    parts: [{ kind: "unknown", range: text.range, source: words }],
  };
  return { integration, source, text: isPlain ? valueOf(text) : template, target: undefined };
}
