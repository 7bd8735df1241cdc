import type { TSESTree } from "@typescript-eslint/utils";
import type { AsyncMark, Edit, Hook, HookRecording, Outcome } from "../../../breadcrumb/index.ts";
import { functionExitsOf } from "../flow/function-exits.ts";
import { calledFunction, hookFunctionsOf, type HookFunction } from "./functions.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { ValueReader } from "../values/reader.ts";
import type { RecognisedCall } from "../recording/calls.ts";
import { isRecordedRequest } from "../surroundings/integrations.ts";
import { indentationAt, lineBreakOf } from "../edits/source-text.ts";
import { isFunction, memberPath, parentOf, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import { once } from "../../once.ts";
import { remember } from "../../remember.ts";
import { callsOf, childrenOf, nodesOf } from "../syntax/walk.ts";

/**
 * The `beforeBreadcrumb` hooks of a file, as far as their functions stand in it.
 * @param recordings the calls of the file that record a breadcrumb.
 */
export function hooksOf(
  program: JavaScriptProgram,
  recordings: readonly RecognisedCall[],
  values: ValueReader,
): readonly Hook[] {
  const { sourceCode } = program;
  const functions = hookFunctionsOf(program, values);
  if (functions.length === 0) return [];
  const all = callsOf(sourceCode);
  const calls = byFunction(all);
  const passing = recordings.filter(({ entry }) => entry !== "scope").map(({ call }) => call);
  const requests = all.filter((call) => isRecordedRequest(program, values, call));
  const recorded = byFunction([...passing, ...requests]);
  const waiting = once(() => waitingFunctions(program));
  const leaving = createLeavings(program);
  return functions.map((hook) => {
    const [parameter] = hook.function.params;
    const name = headOf(program, hook.name);
    return {
      name,
      parameter: parameter?.type === "Identifier" ? parameter.name : undefined,
      async: asyncMarkOf(program, hook, (node) => waiting()?.has(node) === true),
      outcomes: outcomesOf(program, values, hook.function, name.range),
      recordings: recordingsWithin(values, hook.function, calls, recorded, leaving).map(
        ({ callee }): HookRecording => ({
          range: callee.range,
          source: sourceCode.getText(callee),
          effect: "recursion",
        }),
      ),
    };
  });
}

type CallsByFunction = ReadonlyMap<FunctionNode | undefined, readonly TSESTree.CallExpression[]>;

function byFunction(calls: readonly TSESTree.CallExpression[]): CallsByFunction {
  const groups = new Map<FunctionNode | undefined, TSESTree.CallExpression[]>();
  for (const call of calls) {
    const around = functionAround(call);
    const group = groups.get(around);
    if (group === undefined) groups.set(around, [call]);
    else group.push(call);
  }
  return groups;
}

/** A declared name without its type, a function without its body. */
function headOf({ sourceCode: { text } }: JavaScriptProgram, name: Node): Hook["name"] {
  const [start, end] = name.range;
  const annotation = name.type === "Identifier" ? name.typeAnnotation : undefined;
  const source = text.slice(start, isFunction(name) ? name.body.range[0] : (annotation?.range[0] ?? end)).trimEnd();
  return { range: [start, start + source.length], source };
}

function asyncMarkOf(
  program: JavaScriptProgram,
  hook: HookFunction,
  waits: (node: FunctionNode) => boolean,
): AsyncMark | undefined {
  const { function: node, isInline } = hook;
  if (!node.async) return undefined;
  const holder = parentOf(node);
  const isMethod = holder?.type === "Property" && holder.method;
  const tokens = program.tokensAt(node);
  const word = tokens.getFirstToken(isMethod ? holder : node);
  const next = word && tokens.getTokenAfter(word);
  if (word?.value !== "async" || !next) return undefined;
  const isFree = isInline && !node.returnType && !waits(node);
  const gap = program.sourceCode.text.slice(word.range[1], next.range[0]);
  const isRemovable = isFree && gap.trim() === "";
  return {
    range: word.range,
    removal: isRemovable ? { range: [word.range[0], next.range[0]], text: "" } : undefined,
  };
}

/** The functions of a file that wait for something. */
function waitingFunctions({ sourceCode }: JavaScriptProgram): ReadonlySet<FunctionNode | undefined> {
  const isWaiting = (inner: Node): inner is Node =>
    inner.type === "AwaitExpression" || (inner.type === "ForOfStatement" && inner.await);
  return new Set(nodesOf(sourceCode, isWaiting).map((inner) => functionAround(inner)));
}

function outcomesOf(
  program: JavaScriptProgram,
  values: ValueReader,
  node: FunctionNode,
  end: Outcome["range"],
): readonly Outcome[] {
  const { sourceCode } = program;
  const exits = functionExitsOf(program, node);
  if (exits === undefined) return [];
  const outcomes = exits.returns.flatMap((ending): Outcome[] => {
    const returned = ending.type === "ReturnStatement" ? ending.argument : ending;
    if (returned === null) {
      return [{ range: ending.range, value: undefined, promise: false, ending: returning(ending) }];
    }
    return yieldedBy(returned).map((expression) => ({
      range: expression.range,
      value: values.valueOf(expression),
      promise: isPromise(program, values, expression),
      ending: (text) => [{ range: expression.range, text }],
    }));
  });
  if (!exits.reachesEnd) return outcomes;
  return [...outcomes, { range: end, value: undefined, promise: false, ending: atEndOf(node.body) }];

  function returning(statement: Node): Outcome["ending"] {
    return (text) => {
      const hasComment = sourceCode.getCommentsInside(statement).length > 0;
      const close = sourceCode.text.slice(...statement.range).endsWith(";") ? ";" : "";
      return hasComment ? undefined : [{ range: statement.range, text: `return ${text}${close}` }];
    };
  }

  function atEndOf(body: FunctionNode["body"]): Outcome["ending"] {
    return (text) => {
      const edit = body.type === "BlockStatement" ? appended(program, body, `return ${text};`) : undefined;
      return edit && [edit];
    };
  }
}

/** Puts one more statement at the end of a block. */
function appended(program: JavaScriptProgram, block: TSESTree.BlockStatement, statement: string): Edit | undefined {
  const { text } = program.sourceCode;
  const close = block.range[1] - 1;
  const lineStart = text.lastIndexOf("\n", close - 1) + 1;
  if (text.slice(lineStart, close).trim() === "") {
    const indentation = text.slice(lineStart, close);
    const [first] = block.body;
    const inner = first === undefined ? `${indentation}  ` : indentationAt(text, first.range[0]);
    return { range: [lineStart, lineStart], text: `${inner}${statement}${lineBreakOf(text)}` };
  }
  const last = block.body.at(-1);
  const at = last?.range[1] ?? block.range[0] + 1;
  if (text.slice(at, close).trim() !== "") return undefined; // a comment
  const before = last === undefined || text.charAt(at - 1) === ";" ? " " : "; ";
  return { range: [at, close], text: `${before}${statement} ` };
}

/** The expressions that a returned one may yield: both branches of a condition, what a guard lets through. */
export function yieldedBy(returned: Node): readonly Node[] {
  const found: Node[] = [];
  const pending: Node[] = [returned];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const inner = withoutTypes(next);
    if (inner.type === "ConditionalExpression") pending.push(inner.alternate, inner.consequent);
    else if (inner.type === "LogicalExpression") {
      pending.push(inner.right);
      // `isNoise && null` yields `false` as well; what `a ?? b` and `a || b` yield of `a` is there, at least.
      if (inner.operator === "&&" && isComparison(inner.left)) pending.push(inner.left);
    } else found.push(inner);
  }
  return found;
}

function isComparison(node: Node): boolean {
  const inner = withoutTypes(node);
  if (inner.type === "UnaryExpression") return inner.operator === "!";
  return inner.type === "BinaryExpression" && /^(?:[!=]==?|[<>]=?|in|instanceof)$/u.test(inner.operator);
}

const PROMISE_METHODS: ReadonlySet<string | undefined> = new Set(["then", "catch", "finally"]);

function isPromise(program: JavaScriptProgram, values: ValueReader, node: Node): boolean {
  if (node.type === "ImportExpression") return true;
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  const { root, path } = memberPath(node.callee);
  const isGlobal = root.type === "Identifier" && root.name === "Promise" && program.scopes.isGlobal(root);
  if (isGlobal) return (node.type === "NewExpression") === (path.length === 0);
  if (node.type === "NewExpression") return false;
  return PROMISE_METHODS.has(path.at(-1)) || calledFunction(values, node)?.async === true;
}

/**
 * The calls in a hook of which a breadcrumb is recorded by way of the hook on every run of it: by themselves, by the
 * SDK that records requests, or in the function of the file that they call. A condition may tell the second breadcrumb
 * from the first, and so end what would not end.
 */
function recordingsWithin(
  values: ValueReader,
  hook: FunctionNode,
  calls: CallsByFunction,
  recorded: CallsByFunction,
  leaving: Leavings,
): readonly TSESTree.CallExpression[] {
  const own = new Set(recorded.get(hook));
  return (calls.get(hook) ?? []).filter((call) => {
    const called = calledFunction(values, call);
    if (called === hook) return false;
    const records =
      called === undefined
        ? own.has(call)
        : recorded.get(called)?.some((recording) => isAlwaysReached(leaving, recording, called)) === true;
    return records && isAlwaysReached(leaving, call, hook);
  });
}

/** Whether a function evaluates an expression of its own each time that it runs. */
function isAlwaysReached(leaving: Leavings, expression: Node, within: FunctionNode): boolean {
  let child = expression;
  for (let node = parentOf(child); node !== undefined && child !== within; child = node, node = parentOf(node)) {
    switch (node.type) {
      case "BlockStatement":
        if (leaving(node) < child.range[0]) return false;
        break;
      case "ConditionalExpression":
      case "IfStatement":
        if (node.test !== child) return false;
        break;
      case "LogicalExpression":
        if (node.left !== child) return false;
        break;
      case "CallExpression":
        if (node.optional) return false;
        break;
      case "AssignmentPattern":
      case "CatchClause":
      case "DoWhileStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "ForStatement":
      case "SwitchCase":
      case "WhileStatement":
        return false;
      default:
    }
  }
  return child === within;
}

/** Where the first statement of a block ends that may leave it; infinite where none may. */
type Leavings = (block: TSESTree.BlockStatement) => number;

function createLeavings(program: JavaScriptProgram): Leavings {
  const known = new Map<TSESTree.BlockStatement, number>();
  return (block) =>
    remember(known, block, () => block.body.find((statement) => mayLeave(program, statement))?.range[1] ?? Infinity);
}

/** Whether a statement may end the function around it, or leave the block that it stands in. */
function mayLeave({ sourceCode }: JavaScriptProgram, statement: TSESTree.Statement): boolean {
  const pending: Node[] = [statement];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (/^(?:Return|Throw|Break|Continue)Statement$/u.test(node.type)) return true;
    if (!isFunction(node)) pending.push(...childrenOf(sourceCode, node));
  }
  return false;
}
