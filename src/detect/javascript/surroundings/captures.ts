import type { TSESTree } from "@typescript-eslint/utils";
import type { Capture } from "../../../breadcrumb/index.ts";
import { perFile } from "../../per-file.ts";
import { mutationAt } from "../flow/mutations.ts";
import { moveStatement } from "../edits/statement-edits.ts";
import { runAround, runsApart } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { CAPTURE_NAMES } from "../names/sdk-modules.ts";
import type { Variable } from "../names/scopes.ts";
import { holds, indexIn, nodesIn, statementOf, statementsOf } from "../syntax/statements.ts";
import { parentOf, propertyName, withoutTypes } from "../syntax/nodes.ts";
import { patternSource } from "../syntax/patterns.ts";
import { callsOf } from "../syntax/walk.ts";
import { reachesSdk } from "../names/mentions.ts";
import { isSame } from "../values/text-tests.ts";
import type { ValueReader } from "../values/reader.ts";

/** More statements than this between a capture and a breadcrumb part the two. */
const MAX_BETWEEN = 20;

/** More captures than this before a breadcrumb are not looked at. */
const MAX_CAPTURES = 20;

/** Functions of the SDK that only wait until what was captured is sent. */
const FLUSHING: ReadonlySet<string | undefined> = new Set(["close", "flush"]);

/**
 * The nearest capture that is made before a breadcrumb is recorded, whatever happens, so that its event goes without
 * the breadcrumb (sentry-javascript, packages/core/src/utils/prepareEvent.ts: an event takes what the scopes hold).
 * @returns undefined where the breadcrumb may be meant for something else: where code between the two waits or may
 * leave, where the breadcrumb says what came about only after the capture, and where another event may follow.
 */
export function captureBefore(
  program: JavaScriptProgram,
  values: ValueReader,
  call: TSESTree.CallExpression,
): Capture | undefined {
  const within = (runAround(call) ?? program.sourceCode.ast).range;
  const all = capturesOf(program, values);
  const next = indexIn(all, call);
  const following = all[next];
  if (following !== undefined && following.range[1] <= within[1]) return undefined;
  for (let index = next - 1; index >= Math.max(0, next - MAX_CAPTURES); index--) {
    const capture = all[index];
    if (capture === undefined || capture.range[0] < within[0]) return undefined;
    const statement = statementOf(capture);
    if (statement === undefined) continue;
    const between = statementsBetween(statement, call);
    if (between === undefined) continue;
    if (between.some((each) => parts(program, values, each)) || throwsOther(program, call, capture)) return undefined;
    if (saysTheSame(program, call, capture)) return undefined;
    const uses = usesBetween(program, values, call, statement);
    if (uses === "later") return undefined;
    const moved = uses === "none" ? statementOf(call) : undefined;
    const isBeside = moved !== undefined && parentOf(moved) === parentOf(statement);
    const isMovable = isBeside && !usesDeclared(program, moved, statement);
    return {
      range: capture.range,
      source: program.sourceCode.getText(capture.callee),
      moveBefore: isMovable ? moveStatement(program, moved, statement) : undefined,
    };
  }
  return undefined;
}

/** Every call of a file that captures an event, in the order of the source. */
const capturesOf = perFile((program: JavaScriptProgram, values: ValueReader): readonly TSESTree.CallExpression[] => {
  const mayReach = reachesSdk(program, CAPTURE_NAMES);
  return callsOf(program.sourceCode).filter(
    ({ callee }) => mayReach(callee) && CAPTURE_NAMES.has(values.sdkPath(callee)?.at(-1)),
  );
});

/**
 * What runs between a statement and a node behind it in the same list of statements, or in a list inside of that.
 * @returns undefined where the node can be reached without the statement, and where too much is between the two.
 */
function statementsBetween(statement: Node, node: Node): readonly Node[] | undefined {
  const outermost = parentOf(statement);
  const between: Node[] = [];
  for (let child = node, parent = parentOf(child); parent !== undefined; child = parent, parent = parentOf(child)) {
    const list = statementsOf(parent);
    if (list === undefined) continue;
    const from = parent === outermost ? indexIn(list, statement) + 1 : 0;
    const to = indexIn(list, child);
    if (to - from > MAX_BETWEEN) return undefined;
    between.push(...list.slice(from, to));
    if (parent === outermost) return between;
  }
  return undefined;
}

/** Whether a statement waits for something or may leave, so that what follows is told of another time or case. */
function parts(program: JavaScriptProgram, values: ValueReader, statement: Node): boolean {
  return holds(program, statement, (node) => {
    switch (node.type) {
      case "BreakStatement":
      case "ContinueStatement":
      case "ReturnStatement":
      case "ThrowStatement":
      case "YieldExpression":
        return true;
      case "AwaitExpression": {
        const call = withoutTypes(node.argument);
        const path = call.type === "CallExpression" ? values.sdkPath(call.callee) : undefined;
        return !FLUSHING.has(path?.at(-1));
      }
      default:
        return node.type === "ForOfStatement" && node.await;
    }
  });
}

/** Whether a breadcrumb repeats what was captured: the event has it, and the next one is told of it. */
function saysTheSame(
  program: JavaScriptProgram,
  call: TSESTree.CallExpression,
  { arguments: [captured] }: TSESTree.CallExpression,
): boolean {
  if (captured?.type !== "Identifier") return false;
  return holds(
    program,
    call,
    (node) => node.type === "Property" && propertyName(node) === "message" && isSame(program, node.value, captured),
  );
}

/** Whether an error is thrown behind a breadcrumb that is not the captured one: the SDK captures none twice. */
function throwsOther(
  { sourceCode }: JavaScriptProgram,
  call: TSESTree.CallExpression,
  capture: TSESTree.CallExpression,
): boolean {
  const [captured] = capture.arguments;
  let child: Node = call;
  for (let parent = parentOf(child); parent !== undefined; child = parent, parent = parentOf(child)) {
    if (runsApart(parent, child)) return false;
    const list = statementsOf(parent);
    const thrown = list?.slice(indexIn(list, child) + 1).find(({ type }) => type === "ThrowStatement");
    if (thrown?.type !== "ThrowStatement") continue;
    return captured === undefined || sourceCode.getText(thrown.argument) !== sourceCode.getText(captured);
  }
  return false;
}

/**
 * What a breadcrumb says that is written between a capture's statement and it: nothing, plain values, or (`later`) what
 * was computed in between, so that it tells of something that came after.
 */
function usesBetween(
  program: JavaScriptProgram,
  values: ValueReader,
  call: TSESTree.CallExpression,
  capture: Node,
): "none" | "plain" | "later" {
  let uses: "none" | "plain" = "none";
  const seen = new Set<Variable>();
  for (const identifier of call.arguments.flatMap((argument) => [...nodesIn(program, argument)])) {
    if (identifier.type !== "Identifier") continue;
    const variable = program.scopes.variableOf(identifier);
    if (variable === undefined || seen.has(variable)) continue;
    seen.add(variable);
    for (const { identifier: use } of variable.references) {
      if (use.range[0] < capture.range[0] || use.range[0] > call.range[0]) continue;
      const source = writtenAt(use);
      if (source !== undefined && holds(program, source, isComputed)) return "later";
      // Whoever is handed an object may fill it.
      if (source !== undefined || isChanged(program, values, use)) uses = "plain";
    }
  }
  return uses;
}

/** Whether a statement names something that is declared between another one and it, and does not exist before. */
function usesDeclared(program: JavaScriptProgram, moved: Node, before: Node): boolean {
  return holds(program, moved, (node) => {
    const variable = node.type === "Identifier" ? program.scopes.variableOf(node) : undefined;
    const isBetween = (at: number) => at >= before.range[0] && at < moved.range[0];
    return variable?.defs.some(({ name, type }) => type !== "FunctionName" && isBetween(name.range[0])) === true;
  });
}

/** Whether a use of an object changes it, or hands it to somebody else than the SDK who may. */
function isChanged(program: JavaScriptProgram, values: ValueReader, use: Node): boolean {
  const mutation = mutationAt(program, use);
  if (mutation?.kind !== "escape" || mutation.call === undefined) return mutation !== undefined;
  return values.sdkPath(mutation.call.callee) === undefined;
}

/** The value that a use of a name assigns to the variable, or to a member of its value. */
function writtenAt(use: Node): Node | undefined {
  let target = use;
  let parent = parentOf(target);
  while (parent?.type === "MemberExpression" && parent.object === target) {
    target = parent;
    parent = parentOf(target);
  }
  if (parent?.type === "UpdateExpression") return parent;
  if (parent?.type === "AssignmentExpression" && parent.left === target) return parent.right;
  const source = patternSource(use);
  return source?.kind === "expression" ? source.node : undefined;
}

function isComputed({ type }: Node): boolean {
  return type === "CallExpression" || type === "NewExpression";
}
