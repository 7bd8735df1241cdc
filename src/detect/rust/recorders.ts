import type { Integration, Recorder, Value } from "../../breadcrumb/index.ts";
import type { RustNode } from "../../languages/rust/syntax-tree.ts";
import { partsOfTokens, tokensOf } from "./macros.ts";
import type { RustProgram } from "./program.ts";
import { indexIn, statementOf } from "./statements.ts";
import { partsOf } from "./syntax.ts";

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

/** The crates that a project can have connected to Sentry, unless its settings say that they are not. */
export function integrationsOf({ settings }: RustProgram): ReadonlySet<Integration> {
  const all = [...RECORDED.values()].map(({ integration }) => integration);
  return new Set(all.filter((integration) => settings.integrations[integration] ?? true));
}

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
  const list = statement?.parent?.children ?? [];
  const index = statement === undefined ? -1 : indexIn(list, statement);
  const beside = index === -1 ? [] : [list[index - 1], list[index + 1]];
  const on = integrationsOf(program);
  return beside.flatMap((each) => {
    const recorder = each && recorderOf(program, each, valueOf);
    return recorder !== undefined && on.has(recorder.integration) ? [recorder] : [];
  });
}

function recorderOf(
  program: RustProgram,
  statement: RustNode,
  valueOf: (node: RustNode) => Value,
): Recorder | undefined {
  const macro = statement.type === "ExpressionStatement" ? partsOf(statement)[0] : statement;
  const name = macro?.type === "MacroInvocation" ? macro.children[0] : undefined;
  const tree = macro && tokensOf(macro);
  if (name === undefined || tree === undefined) return undefined;
  const [crate = "", kind = "", ...others] = program.names.resolve(name).path ?? [];
  const recorded = RECORDED.get(crate);
  if (recorded?.macros.has(kind) !== true || others.length > 0) return undefined;
  const given = partsOfTokens(program.sourceCode, tree);
  const index = given.findIndex((part) => part.kind === "expression" && isLiteral(part.node));
  const text = given[index];
  if (text?.kind !== "expression") return undefined;
  const source = `${program.textOf(name)}!`;
  const end = tree.range[1] - 1;
  const rest = index === given.length - 1 ? "" : program.sourceCode.text.slice(text.node.range[1], end);
  const words = program.textOf(text.node);
  const isPlain = rest.trim() === "" && !words.includes("{");
  const { integration } = recorded;
  const template: Value = { kind: "unknown", range: text.node.range, source: `format!(${words}${rest.trimEnd()})` };
  return { integration, source, text: isPlain ? valueOf(text.node) : template, target: undefined };
}

function isLiteral({ type }: RustNode): boolean {
  return type === "String" || type === "RawString";
}
