import type { Capture } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import type { SdkCalls } from "../recording/sdk-calls.ts";
import { moveStatement } from "../edits/statement-edits.ts";
import { exitOf } from "../flow/function-exits.ts";
import { indexIn, nodesIn, statementOf } from "../syntax/statements.ts";
import { calleeOf, firstOf, functionAround } from "../syntax/nodes.ts";

/** The functions by which the SDK and its helpers for error crates send an event. */
const CAPTURE_NAMES: ReadonlySet<string | undefined> = new Set([
  "capture_anyhow",
  "capture_error",
  "capture_event",
  "capture_message",
]);

/** Crates beside the SDK that have one of them. */
const HELPERS: ReadonlySet<string | undefined> = new Set(["sentry_anyhow", "sentry_eyre"]);

/** More statements than this between a capture and a breadcrumb part the two. */
const MAX_BETWEEN = 20;

/** More captures than this before a breadcrumb are not looked at. */
const MAX_CAPTURES = 20;

/** The calls of a file that capture an event, in the order of the source. */
export function capturesIn(
  { names, textOf }: RustProgram,
  sdkCalls: SdkCalls,
  calls: readonly RustNode[],
): readonly RustNode[] {
  return calls.filter((call) => {
    const callee = calleeOf(call);
    if (!textOf(callee).includes("capture_")) return false;
    const { path } = callee.type === "FieldExpression" ? {} : names.resolve(callee);
    const isHelper = path !== undefined && HELPERS.has(path[0]);
    return CAPTURE_NAMES.has(isHelper ? path.at(-1) : sdkCalls.calledBy(call));
  });
}

/**
 * The nearest capture that is made before a breadcrumb is recorded, whatever happens, so that its event goes without
 * the breadcrumb (sentry-rust, sentry-core/src/scope/real.rs: an event takes what the scope holds).
 * @param captures the captures of the file.
 * @returns undefined where the breadcrumb may be meant for something else: where code between the two waits or may
 * leave, where the breadcrumb says what came about only after the capture, and where another event may follow.
 */
export function captureBefore(
  program: RustProgram,
  call: RustNode,
  captures: readonly RustNode[],
): Capture | undefined {
  const own = functionAround(call);
  const next = indexIn(captures, call);
  const following = captures[next];
  if (own === undefined || (following !== undefined && following.range[1] <= own.range[1])) return undefined;
  for (let index = next - 1; index >= Math.max(0, next - MAX_CAPTURES); index--) {
    const capture = captures[index];
    if (capture === undefined || capture.range[0] < own.range[0]) return undefined;
    const statement = functionAround(capture) === own ? statementOf(capture) : undefined;
    const between = statement && statementsBetween(statement, call);
    if (statement === undefined || between === undefined) continue;
    if (between.some((each) => parts(program, each))) return undefined;
    const uses = usesBetween(program, call, [statement, ...between]);
    if (uses === "later") return undefined;
    const moved = uses === "none" ? statementOf(call) : undefined;
    return {
      range: capture.range,
      source: program.textOf(calleeOf(capture)),
      moveBefore: moved?.parent === statement.parent && moved ? moveStatement(program, moved, statement) : undefined,
    };
  }
  return undefined;
}

/** The code between a statement and a later node in the same or a nested block. */
function statementsBetween(statement: RustNode, node: RustNode): readonly RustNode[] | undefined {
  const between: RustNode[] = [];
  let child = node;
  for (let parent = node.parent; parent !== undefined; child = parent, parent = parent.parent) {
    if (parent.type !== "Block") continue;
    const from = parent === statement.parent ? indexIn(parent.children, statement) + 1 : 0;
    const to = indexIn(parent.children, child);
    if (to - from > MAX_BETWEEN) return undefined;
    between.push(...parent.children.slice(from, to));
    if (parent === statement.parent) return between;
  }
  return undefined;
}

/** Whether a statement waits for something or may leave, so that what follows is told of another time or case. */
function parts(program: RustProgram, statement: RustNode): boolean {
  for (const node of nodesIn(statement)) {
    switch (node.type) {
      case "AwaitExpression":
      case "BreakExpression":
      case "ContinueExpression":
      case "ReturnExpression":
      case "TryExpression":
        return true;
      default:
        if (exitOf(program, node) !== undefined) return true;
    }
  }
  return false;
}

/**
 * What a breadcrumb says that is written between a capture and it: nothing, plain values, or (`later`) what was
 * computed in between, so that it tells of something that came after.
 */
function usesBetween(program: RustProgram, call: RustNode, between: readonly RustNode[]): "none" | "plain" | "later" {
  // What a format string names counts as well.
  const names = new Set(wordsIn(program.textOf(call)));
  let uses: "none" | "plain" = "none";
  for (const node of between.flatMap((statement) => [...nodesIn(statement)])) {
    if (node.type !== "LetDeclaration" && node.type !== "AssignmentExpression") continue;
    if (!wordsIn(program.textOf(firstOf(node))).some((name) => names.has(name))) continue;
    const isComputed = [...nodesIn(node)].some(({ type }) => type === "CallExpression" || type === "MacroInvocation");
    if (isComputed) return "later";
    uses = "plain";
  }
  return uses;
}

function wordsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu), ([word]) => word);
}
