import type { Entry, Repetition } from "../../../breadcrumb/index.ts";
import { perFile } from "../../per-file.ts";
import { remember } from "../../remember.ts";
import { childAfter, hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { exitOf } from "../flow/function-exits.ts";
import { indexIn, nodesIn } from "../syntax/statements.ts";
import {
  callAround,
  calleeOf,
  firstOf,
  lastOf,
  methodCalledBy,
  partsOf,
  plainName,
  type Access,
} from "../syntax/nodes.ts";

/** Loops that end after this many turns at the latest leave room for the breadcrumbs before them. */
const MAX_TURNS = 10;

/** Names of counters for attempts, which end soon. */
const RETRY = /attempt|retr(?:y|ies)|tries|backoff/iu;

/** Methods of iterators and streams that no `Option` and no `Result` has. */
const ITERATING: ReadonlySet<string> = new Set([
  "filter_map",
  "flat_map",
  "fold",
  "for_each",
  "for_each_concurrent",
  "retain",
  "scan",
  "try_fold",
  "try_for_each",
]);

/** Methods of iterators that an `Option` or a `Result` has, too. */
const AMBIGUOUS: ReadonlySet<string> = new Set(["filter", "inspect", "map"]);

/** Methods that yield as many items as they are called of, or fewer. */
const KEEPING = /^(?:iter|iter_mut|into_iter|enumerate|filter|inspect|map|rev|cloned|copied)$/u;

/** Methods that make an iterator. */
const MAKING = /(?:^|_)(?:iter|iter_mut|chars|bytes|lines|keys|values|drain|windows|chunks|enumerate|zip|split\w*)$/u;

const firstGuardsIn = perFile((_program: RustProgram) => new Map<RustNode, number>());

/**
 * What records a breadcrumb again and again: the nearest loop or iterator that has no end in sight.
 * @returns undefined where nothing does, or where it comes to an end: after few turns, or with the breadcrumb.
 */
export function repetitionOf(program: RustProgram, call: RustNode, entry: Entry): Repetition | undefined {
  let conditional = false;
  let exit: "break" | "return" | undefined;
  let child = call;
  for (let parent = call.parent; parent !== undefined; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case "AsyncBlock":
        // `stream.for_each(|item| async move { … })`
        if (parent.parent?.type !== "ClosureExpression") return undefined;
        break;
      case "FunctionItem":
        return undefined;
      case "Block":
        exit ??= exitOf(program, parent.children.at(-1));
        conditional ||= firstGuard(program, parent) < indexIn(parent.children, child);
        break;
      case "ClosureExpression": {
        const name = iterationBy(program, parent);
        if (name !== undefined) return { kind: "iteration", name, conditional };
        if (entry === "scope" || !isRunAtOnce(program, parent)) return undefined;
        exit = undefined;
        break;
      }
      case "ForExpression":
      case "LoopExpression":
      case "WhileExpression":
        if (child === parent.children.at(-1)) {
          const name = parent.type.slice(0, -"Expression".length).toLowerCase();
          if (exit === undefined && !isBounded(program, parent)) return { kind: "loop", name, conditional };
          if (exit === "break") exit = undefined;
        }
        break;
      case "IfExpression":
        conditional ||= child !== parent.children[0];
        break;
      case "LetDeclaration":
        // `let Some(order) = found else { … };`
        conditional ||= childAfter(parent, "else") === child;
        break;
      case "MatchArm":
        exit ??= exitOf(program, child === call ? undefined : child);
        conditional = true;
        break;
      default:
        break;
    }
  }
  return undefined;
}

/** The place of the first statement in a block after which the others may be left out: `if done { continue; }`. */
function firstGuard(program: RustProgram, block: RustNode): number {
  return remember(firstGuardsIn(program), block, () => {
    const found = block.children.findIndex(skips);
    return found === -1 ? Infinity : found;
  });
}

function skips(statement: RustNode): boolean {
  const [node] = statement.type === "ExpressionStatement" ? partsOf(statement) : [];
  if (node?.type !== "IfExpression" && node?.type !== "MatchExpression") return false;
  for (const { type } of nodesIn(node)) {
    if (type === "BreakExpression" || type === "ContinueExpression" || type === "ReturnExpression") return true;
  }
  return false;
}

function isBounded(program: RustProgram, loop: RustNode): boolean {
  const head = loop.children.slice(0, -1);
  if (head.some((part) => RETRY.test(program.textOf(part)))) return true;
  const over = head.at(-1);
  if (loop.type === "ForExpression" && over !== undefined) return isShort(program, over);
  const body = loop.children.at(-1);
  return body?.children.some((statement) => countsAttempts(program, statement)) === true;
}

/** `0..3`, `1..=5`, `[a, b]`, `items.iter().take(3)` */
function isShort(program: RustProgram, over: RustNode): boolean {
  const items = itemsOf(program, over);
  const text = program.textOf(items);
  const range = /^\(?(\d+)\s*\.\.=?\s*(\d+)(?:[iu]\w+)?(?:\)|$)/u.exec(text);
  if (range !== null) return Number(range[2]) - Number(range[1]) <= MAX_TURNS;
  const taken = /\.take\((\d+)\)$/u.exec(text);
  if (taken !== null) return Number(taken[1]) <= MAX_TURNS;
  return items.type === "ArrayExpression" && !hasToken(items, ";") && items.children.length <= MAX_TURNS;
}

/** The source of an iterator's items: `[a, b]` in `[a, b].iter().map(f)`. */
function itemsOf(program: RustProgram, over: RustNode): RustNode {
  let node = over;
  for (;;) {
    const access = methodCalledBy(node);
    if (node.type === "ReferenceExpression") node = lastOf(node);
    else if (access !== undefined && KEEPING.test(program.textOf(access.name))) node = access.object;
    else return node;
  }
}

/** `attempts += 1;` */
function countsAttempts(program: RustProgram, statement: RustNode): boolean {
  const [node] = statement.type === "ExpressionStatement" ? partsOf(statement) : [];
  const target = node?.type === "AssignmentExpression" ? node.children[0] : undefined;
  return target !== undefined && RETRY.test(program.textOf(target));
}

/** The method of an iterator that calls a closure for each item. */
function iterationBy(program: RustProgram, closure: RustNode): string | undefined {
  const access = methodCalledBy(callAround(closure));
  if (access === undefined) return undefined;
  const name = plainName(program.textOf(access.name));
  const isIterating = ITERATING.has(name) || (AMBIGUOUS.has(name) && isIterator(program, access.object));
  return isIterating && !isShort(program, access.object) ? name : undefined;
}

function isIterator(program: RustProgram, receiver: RustNode): boolean {
  for (let node: RustNode | undefined = receiver; node !== undefined;) {
    const access: Access | undefined = methodCalledBy(node);
    if (node.type === "RangeExpression" || (access && MAKING.test(program.textOf(access.name)))) return true;
    node = node.type === "ParenthesizedExpression" ? firstOf(node) : access?.object;
  }
  return false;
}

/**
 * `sentry::configure_scope(|scope| …)`, which calls what it is given once and at once. `with_scope` takes what was
 * recorded in it away again.
 */
function isRunAtOnce({ names }: RustProgram, closure: RustNode): boolean {
  const call = callAround(closure);
  const callee = call && calleeOf(call);
  const isPath = callee?.type === "Identifier" || callee?.type === "ScopedIdentifier";
  const name = isPath ? names.sdkPath(callee)?.at(-1) : undefined;
  return name === "configure_scope";
}
