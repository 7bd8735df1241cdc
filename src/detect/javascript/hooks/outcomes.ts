import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { AsyncMark, Edit, Hook, Outcome } from "../../../breadcrumb/index.ts";
import { once } from "../../once.ts";
import { indentationAt, lineBreakOf } from "../edits/source-text.ts";
import { functionExitsOf } from "../flow/function-exits.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { RecognisedCall } from "../recording/calls.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import { isFunction, lastName, outsideTypes, parentOf, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import { holds } from "../syntax/statements.ts";
import { nodesOf } from "../syntax/walk.ts";
import { makesPromise } from "../values/promises.ts";
import type { ValueReader } from "../values/reader.ts";
import { calledFunction, hookFunctionsOf, type HookFunction } from "./hook-functions.ts";
import { createHintReads } from "./hints.ts";
import { createHookRecordings } from "./recordings.ts";
import { scrubbingOf } from "./scrubbing.ts";

/**
 * The `beforeBreadcrumb` hooks of a file, as far as their functions stand in it.
 * @param recordings the calls of the file that record a breadcrumb.
 */
export function hooksOf(
  program: JavaScriptProgram,
  recordings: readonly RecognisedCall[],
  values: ValueReader,
): readonly Hook[] {
  const functions = hookFunctionsOf(program, values);
  if (functions.length === 0) return [];
  const waiting = once(() => waitingFunctions(program));
  const recordingsOf = createHookRecordings(program, recordings, values);
  const hintsOf = createHintReads(program);
  return functions.map((hook) => {
    const [parameter] = hook.function.params;
    const name = headOf(program, hook.name);
    return {
      name,
      parameter: parameter?.type === "Identifier" ? parameter.name : undefined,
      async: asyncMarkOf(program, hook, (node) => waiting()?.has(node) === true),
      isGenerator: hook.function.generator,
      outcomes: outcomesOf(program, values, hook.function, name.range),
      recordings: recordingsOf(hook.function),
      hints: hintsOf(hook.function),
      scrubbing: scrubbingOf(program, values, hook.function),
    };
  });
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
      value: returnsNothing(program, values, expression) ? undefined : values.valueOf(expression),
      promise: makesPromise(program, values, expression, values.valueOf),
      testBefore: isTest(expression) ? operatorBehind(expression)?.operator : undefined,
      ending: (text) => insteadOf(program, expression, text),
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
      // `isNoise && null` and `isNoise || b` yield a boolean as well; else `a ?? b` and `a || b` yield of `a` is there.
      if (inner.operator !== "??" && isTest(inner.left)) found.push(withoutTypes(inner.left));
    } else found.push(inner);
  }
  return found;
}

/** What answers yes or no, by its name. */
const TESTING: ReadonlySet<string | undefined> = new Set(
  "Boolean endsWith every has hasOwn hasOwnProperty includes isArray some startsWith test".split(" "),
);

/** Whether an expression yields a boolean. */
function isTest(node: Node): boolean {
  const inner = withoutTypes(node);
  switch (inner.type) {
    case "BinaryExpression":
      return /^(?:[!=]==?|[<>]=?|in|instanceof)$/u.test(inner.operator);
    case "CallExpression":
      return TESTING.has(lastName(inner.callee));
    case "LogicalExpression":
      return isTest(inner.left) && isTest(inner.right);
    default:
      return inner.type === "UnaryExpression" && inner.operator === "!";
  }
}

/** The `&&` or `||` that an expression stands before, so that it is yielded where it fails or holds. */
function operatorBehind(expression: Node) {
  const outside = outsideTypes(expression);
  const parent = parentOf(outside);
  if (parent?.type !== "LogicalExpression" || parent.left !== outside) return undefined;
  return parent.operator === "??" ? undefined : { node: parent, operator: parent.operator };
}

/** Has what is yielded be another expression. What is done on the way, such as taking data out, stays. */
function insteadOf(program: JavaScriptProgram, expression: Node, text: string): Edit[] | undefined {
  const test = operatorBehind(expression);
  if (test !== undefined)
    return test.operator === "&&" && text === "null" ? asChoice(program.sourceCode, test.node) : undefined;
  if (!holds(program, expression, isDoing)) return [{ range: expression.range, text }];
  const [start, end] = expression.range;
  return [
    { range: [start, start], text: "(" },
    { range: [end, end], text: `, ${text})` },
  ];
}

/** `a && b` as `a ? b : null` */
function asChoice(
  sourceCode: TSESLint.SourceCode,
  { left, right, range, parent }: TSESTree.LogicalExpression,
): Edit[] | undefined {
  const operator = sourceCode.getTokenAfter(left, ({ value }) => value === "&&");
  if (operator === null || (right.type === "Literal" && right.value === null)) return undefined;
  const [open, close] = parent.type === "LogicalExpression" ? ["(", ")"] : ["", ""];
  const choice: Edit[] = [
    { range: operator.range, text: "?" },
    { range: [range[1], range[1]], text: ` : null${close}` },
  ];
  return open === "" ? choice : [{ range: [range[0], range[0]], text: open } satisfies Edit, ...choice];
}

/** Whether an expression may do more than yield something. */
function isDoing(node: Node): boolean {
  if (node.type === "UnaryExpression") return node.operator === "delete";
  return /^(?:Assignment|Await|Call|Import|New|TaggedTemplate|Update|Yield)Expression$/u.test(node.type);
}

/** Whether an expression is a call of a function of the file that never returns anything. */
function returnsNothing(program: JavaScriptProgram, values: ValueReader, node: Node): boolean {
  const called = node.type === "CallExpression" ? calledFunction(values, node) : undefined;
  if (called === undefined || called.async) return false;
  const exits = functionExitsOf(program, called);
  return exits?.reachesEnd === true && exits.returns.every((each) => each.type === "ReturnStatement" && !each.argument);
}
