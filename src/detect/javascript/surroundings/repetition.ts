import type { TSESTree } from "@typescript-eslint/utils";
import { alternatives, matches, resolve, type Entry, type Repetition, type Value } from "../../../breadcrumb/index.ts";
import { perFile } from "../../per-file.ts";
import { remember } from "../../remember.ts";
import { FREQUENT_EVENTS } from "../../../sentry/volume.ts";
import type { Use } from "../names/arrivals.ts";
import { functionAround, functionName, runsApart } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { ValueReader } from "../values/reader.ts";
import { holds, indexIn, nodesIn, statementsOf } from "../syntax/statements.ts";
import {
  isAround,
  isFunction,
  lastName,
  memberPath,
  parentOf,
  propertyName,
  textOf,
  withoutTypes,
  type FunctionNode,
} from "../syntax/nodes.ts";

/** Loops that end after this many turns at the latest leave room for the breadcrumbs before them. */
const MAX_TURNS = 10;

/** Names of counters for attempts, which end soon. */
const RETRY = /attempt|retr(?:y|ies)|tries|backoff/iu;

/** Methods that call a function for each item of a list. */
const ITERATING: ReadonlySet<string> = new Set([
  "each",
  "filter",
  "flatMap",
  "forEach",
  "from",
  "map",
  "reduce",
  "reduceRight",
]);

/** The same, but no further than to the first item for which it returns what is looked for. */
const FINDING: ReadonlySet<string> = new Set(["every", "find", "findIndex", "findLast", "findLastIndex", "some"]);

/** Objects whose functions take the list before the function. */
const LIBRARIES: ReadonlySet<string> = new Set(["$", "Array", "_", "jQuery", "lodash"]);

/** Names of what has a `map` and is no list: one thing or none, or one after the other as time goes by. */
const NO_LIST = /(?:observable|forward|nextLink|maybe|option|optional|either|result|stream)\$?$|\w\$$/iu;

/** Functions of the SDK that call what they are given at once, and once. */
const AT_ONCE: ReadonlySet<string | undefined> = new Set([
  "continueTrace",
  "startSpan",
  "startSpanManual",
  "suppressTracing",
  "withActiveSpan",
  "withScope",
]);

/** The functions that stop a timer or a listener. */
const CANCELLING: ReadonlySet<string> = new Set(["cancelAnimationFrame", "clearInterval", "removeEventListener"]);

/** Classes of the platform that call a function for each change that they see. */
const OBSERVERS: ReadonlySet<string> = new Set([
  "IntersectionObserver",
  "MutationObserver",
  "PerformanceObserver",
  "ResizeObserver",
]);

/** Names of connections and streams, which have a `message` or `data` event for each part of what they receive. */
const RECEIVING = /(?:channel|connection|port|process|socket|source|std(?:err|in|out)|stream|worker|\bws)$/iu;
const RECEIVED: ReadonlySet<string> = new Set(["data", "message"]);

/** Elements whose `onChange` React calls for each key. */
const TYPED: ReadonlySet<string> = new Set(["input", "textarea"]);
const CHOSEN: ReadonlySet<string | undefined> = new Set([
  "checkbox",
  "color",
  "date",
  "file",
  "radio",
  "range",
  "time",
]);

/** React's hooks that run a function after each render unless they are given what it depends on. */
const EFFECTS: ReadonlySet<string> = new Set(["useEffect", "useInsertionEffect", "useLayoutEffect"]);

/** Functions that make of another one that is called less often. */
const SLOWING = /^once$|debounce|memo|throttle/iu;

const LOOPS = {
  DoWhileStatement: "do … while",
  ForInStatement: "for … in",
  ForOfStatement: "for … of",
  ForStatement: "for",
  WhileStatement: "while",
} as const;

type Loop =
  | TSESTree.DoWhileStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement;

/** How often a function is called by what it is given to. */
type Calling =
  | { readonly how: "elsewhere" }
  | { readonly how: "at once"; readonly callee: Node | undefined }
  | { readonly how: "again"; readonly kind: Repetition["kind"]; readonly name: string }
  /** For each item of a list. */
  | { readonly how: "items"; readonly name: string; readonly list: Node | undefined; readonly finds: boolean };

/** The exit that certainly follows a node. */
type Exit = "break" | "return" | "throw" | undefined;

/** Cached facts about the functions, blocks and loops of a file, because one may contain thousands of calls. */
const memoryOf = perFile((_program: JavaScriptProgram) => ({
  callings: new Map<FunctionNode, Calling>(),
  firstGuards: new Map<readonly Node[], number>(),
  cancellingLists: new Map<Node, boolean>(),
  boundedLoops: new Map<Loop, boolean>(),
}));

/**
 * What records a breadcrumb again and again: the nearest loop, callback or handler that has no end in sight.
 * @returns undefined where nothing does, or where it comes to an end: after few turns, or with the breadcrumb.
 */
export function repetitionOf(
  program: JavaScriptProgram,
  call: TSESTree.CallExpression,
  entry: Entry,
  values: ValueReader,
): Repetition | undefined {
  let conditional = false;
  let exit: Exit;
  let child: Node = call;
  for (let parent = parentOf(child); parent !== undefined; child = parent, parent = parentOf(child)) {
    if (isFunction(parent)) {
      const calling = callingOf(program, values, parent);
      if (exit === "throw" || cancels(program, call) || isElsewhere(calling, entry)) return undefined;
      const repetition = repetitionBy(calling, values, exit);
      if (repetition !== undefined) return { ...repetition, conditional };
      exit = undefined;
      continue;
    }
    if (runsApart(parent, child)) return undefined;
    const list = statementsOf(parent);
    if (list !== undefined) {
      exit ??= exitOf(list.at(-1));
      conditional ||= firstGuard(program, list) < indexIn(list, child);
    }
    if (isLoop(parent) && isRepeated(parent, child)) {
      const isEndless = exit === undefined && !isBounded(program, parent, values);
      if (isEndless) return { kind: "loop", name: LOOPS[parent.type], conditional };
    }
    exit = exitBeyond(exit, parent, child);
    conditional ||= isBranch(parent, child);
  }
  return undefined;
}

/** Whether what calls a function is not seen, or gives it a scope whose breadcrumbs are gone with it. */
function isElsewhere(calling: Calling, entry: Entry): boolean {
  return (
    calling.how === "elsewhere" || (calling.how === "at once" && entry === "scope" && calling.callee !== undefined)
  );
}

/** How a function is called again and again, without an end in sight. */
function repetitionBy(calling: Calling, values: ValueReader, exit: Exit): Omit<Repetition, "conditional"> | undefined {
  if (calling.how === "again") return { kind: calling.kind, name: calling.name };
  if (calling.how !== "items" || (exit === "return" && calling.finds)) return undefined;
  const isShort = calling.list !== undefined && isShortList(values.valueOf(calling.list));
  return isShort ? undefined : { kind: "iteration", name: calling.name };
}

function isLoop(node: Node): node is Loop {
  return Object.hasOwn(LOOPS, node.type);
}

/** Whether a part of a loop is evaluated on each turn. */
function isRepeated(loop: Loop, part: Node): boolean {
  if (loop.type === "ForStatement") return loop.init !== part;
  return !(loop.type === "ForInStatement" || loop.type === "ForOfStatement") || loop.right !== part;
}

function isBounded(program: JavaScriptProgram, loop: Loop, values: ValueReader): boolean {
  return remember(memoryOf(program).boundedLoops, loop, () => readBounded(program, loop, values));
}

function readBounded(program: JavaScriptProgram, loop: Loop, values: ValueReader): boolean {
  if (loop.type === "ForOfStatement") return isShortList(values.valueOf(loop.right));
  if (loop.type === "ForInStatement") return false;
  if (loop.test !== null && (holds(program, loop.test, isRetryName) || isShortCount(loop, values))) return true;
  return statementsOf(loop.body)?.some(countsAttempts) === true;
}

/** `for (let i = 0; i < 3; i++)`, counted to either side. */
function isShortCount(loop: Loop, values: ValueReader): boolean {
  if (loop.type !== "ForStatement" || loop.test?.type !== "BinaryExpression") return false;
  const [declarator] = loop.init?.type === "VariableDeclaration" ? loop.init.declarations : [];
  if (declarator?.id.type !== "Identifier" || declarator.init === null) return false;
  const { name } = declarator.id;
  const { left, right } = loop.test;
  const limit = left.type === "Identifier" && left.name === name ? right : left;
  const from = numbersOf(values.valueOf(declarator.init));
  return numbersOf(values.valueOf(limit)).some((to) => from.some((each) => Math.abs(to - each) <= MAX_TURNS));
}

/** A number, or those of which a value is the least: `Math.min(3, list.length)`. */
function numbersOf(value: Value): readonly number[] {
  const is = resolve(value);
  if (is.kind === "number") return [is.number];
  return is.kind === "call" && is.callee.source === "Math.min" ? is.arguments.flatMap(numbersOf) : [];
}

/** `attempt++;` */
function countsAttempts(statement: Node): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const { expression } = statement;
  if (expression.type === "UpdateExpression") return isRetryName(expression.argument);
  return expression.type === "AssignmentExpression" && isRetryName(expression.left);
}

function isRetryName(node: Node): boolean {
  if (node.type === "Identifier") return RETRY.test(node.name);
  return node.type === "MemberExpression" && matches(propertyName(node), RETRY);
}

function isShortList(value: Value): boolean {
  return alternatives(value).every(({ is }) =>
    is.kind === "list" ? is.complete && is.items.length <= MAX_TURNS : isShortSlice(is),
  );
}

/** `list.slice(0, 3)`, `list.slice(-3)` */
function isShortSlice(is: Value): boolean {
  if (is.kind !== "call" || is.callee.kind !== "member" || is.callee.name !== "slice") return false;
  const [from, to = is.arguments.length === 1 ? 0 : Infinity] = is.arguments.map((each) => numbersOf(each)[0]);
  // What is counted from the end, to what is counted from the start, may be much.
  const isOneWay = from !== undefined && from < 0 === (to < 0 || is.arguments.length === 1);
  return isOneWay && to - from <= MAX_TURNS;
}

function exitOf(last: Node | undefined): Exit {
  switch (last?.type) {
    case "BreakStatement":
      return last.label === null ? "break" : "return";
    case "ReturnStatement":
      return "return";
    case "ThrowStatement":
      return "throw";
    case "ExpressionStatement": {
      const { root, path } = last.expression.type === "CallExpression" ? memberPath(last.expression.callee) : {};
      return root?.type === "Identifier" && root.name === "process" && path?.join() === "exit" ? "throw" : undefined;
    }
    default:
      return undefined;
  }
}

/** The exits that continue beyond a node: loops and `switch` end a `break`, a `catch` ends a `throw`. */
function exitBeyond(exit: Exit, node: Node, part: Node): Exit {
  const isCaught = node.type === "TryStatement" && node.block === part && node.handler !== null;
  const ends = exit === "break" ? isLoop(node) || node.type === "SwitchStatement" : exit === "throw" && isCaught;
  return ends ? undefined : exit;
}

/** The place of the first statement in a list after which the others may be left out: `if (done) continue;`. */
function firstGuard(program: JavaScriptProgram, list: readonly Node[]): number {
  return remember(memoryOf(program).firstGuards, list, () => {
    const found = list.findIndex((each) => each.type === "IfStatement" && holds(program, each, isJump));
    return found === -1 ? Infinity : found;
  });
}

function isJump({ type }: Node): boolean {
  return type === "BreakStatement" || type === "ContinueStatement" || type === "ReturnStatement";
}

/** Whether a part of a node is run in some cases only. */
function isBranch(parent: Node, part: Node): boolean {
  switch (parent.type) {
    case "CatchClause":
    case "SwitchCase":
      return true;
    case "ConditionalExpression":
    case "IfStatement":
      return parent.test !== part;
    case "LogicalExpression":
      return parent.left !== part;
    default:
      return false;
  }
}

/** Whether a breadcrumb is recorded where a timer or a listener is stopped. */
function cancels(program: JavaScriptProgram, call: Node): boolean {
  let statement: Node | undefined = call;
  while (statement !== undefined && statement.type !== "ExpressionStatement") statement = parentOf(statement);
  const list = statement && parentOf(statement);
  if (list === undefined) return false;
  return remember(memoryOf(program).cancellingLists, list, () => statementsOf(list)?.some(isCancelling) === true);
}

function isCancelling(statement: Node): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const expression = withoutTypes(statement.expression);
  return expression.type === "CallExpression" && CANCELLING.has(nameOf(expression.callee));
}

/** The name of a function or method that is called; none where what is called has no name. */
function nameOf(callee: Node): string {
  return lastName(callee) ?? "";
}

function callingOf(program: JavaScriptProgram, values: ValueReader, node: FunctionNode): Calling {
  return remember(memoryOf(program).callings, node, () => readCalling(program, values, node));
}

function readCalling(program: JavaScriptProgram, values: ValueReader, node: FunctionNode): Calling {
  const component = componentName(program, node);
  if (component !== undefined) return { how: "again", kind: "render", name: component };
  const uses = values.uses.ofFunction(node);
  if (uses.some(isSlowedDown)) return { how: "elsewhere" };
  for (const use of uses) {
    const calling = use.path.length === 0 ? callingAt(program, values, node, use) : undefined;
    if (calling !== undefined) return calling;
  }
  return { how: "elsewhere" };
}

/** Whether a function is handed to what calls it once in a while, or once. */
function isSlowedDown(use: Use): boolean {
  return use.kind === "argument" && SLOWING.test(nameOf(use.call.callee));
}

function callingAt(program: JavaScriptProgram, values: ValueReader, node: FunctionNode, use: Use): Calling | undefined {
  switch (use.kind) {
    case "called":
      if (withoutTypes(use.node) === node) return { how: "at once", callee: undefined };
      return callingByTimer(program, node, use.call);
    case "argument":
      return callingByCall(program, values, node, use);
    case "attribute":
      return callingByAttribute(use.attribute);
    case "written": {
      const handler = memberPath(use.target).path.at(-1);
      const isOfConnection = handler === "onmessage" && isReceiving(program, use.target);
      return isOfConnection ? { how: "again", kind: "event", name: "message" } : callingByHandler(handler);
    }
    default:
      return undefined;
  }
}

function callingByCall(
  program: JavaScriptProgram,
  values: ValueReader,
  node: FunctionNode,
  { call, index, node: argument }: Use & { readonly kind: "argument" },
): Calling | undefined {
  const callee = withoutTypes(call.callee);
  const name = nameOf(callee);
  const own = index === 0 ? callingFirst(program, node, call, name) : undefined;
  if (own !== undefined) return own;
  if (name === "addEventListener" || name === "on") {
    const isOnce = call.arguments.some((each) => each !== argument && holds(program, each, isOnceOption));
    return isOnce ? undefined : callingByListener(program, callee, call);
  }
  if (withoutTypes(argument) === node && AT_ONCE.has(values.sdkPath(callee)?.at(-1))) return { how: "at once", callee };
  return callee.type === "MemberExpression" ? callingByItems(program, callee, call, index) : undefined;
}

/** `function poll() { setTimeout(() => poll(), 1000); }` */
function callingByTimer(program: JavaScriptProgram, node: FunctionNode, call: Node): Calling | undefined {
  const around = functionAround(call);
  if (around === undefined || !isAlways(program, call, around)) return undefined;
  const timer = parentOf(around);
  if (timer?.type !== "CallExpression" || timer.arguments[0] !== around) return undefined;
  return callingFirst(program, node, timer, nameOf(timer.callee));
}

/** The component or hook whose effect a call sets up. */
function effectOwner(call: Node): string {
  const owner = functionAround(call);
  return (owner && functionName(owner)) ?? "useEffect";
}

/** By functions that call the first of their arguments again and again. */
function callingFirst(
  program: JavaScriptProgram,
  node: FunctionNode,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  name: string,
): Calling | undefined {
  switch (name) {
    case "setInterval":
      return { how: "again", kind: "timer", name };
    case "requestAnimationFrame":
      // Only one that asks for the next frame itself goes on.
      return isAround(node, call) ? { how: "again", kind: "frame", name } : undefined;
    case "setTimeout":
      return isAround(node, call) && isAlways(program, call, node) ? { how: "again", kind: "timer", name } : undefined;
    default:
      if (OBSERVERS.has(name) && call.type === "NewExpression") return { how: "again", kind: "event", name };
      return EFFECTS.has(name) && call.arguments.length === 1
        ? { how: "again", kind: "render", name: effectOwner(call) }
        : undefined;
  }
}

/** `element.addEventListener("scroll", f)`, `stream.on("data", f)` */
function callingByListener(
  program: JavaScriptProgram,
  callee: Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): Calling | undefined {
  const [event] = call.arguments;
  const type = (event && textOf(event)) ?? "";
  return RECEIVED.has(type) && isReceiving(program, callee)
    ? { how: "again", kind: "event", name: type }
    : callingByEvent(type);
}

/** Whether a function reaches a call in it whenever it runs. */
function isAlways(program: JavaScriptProgram, call: Node, within: FunctionNode): boolean {
  let child = call;
  for (let parent = parentOf(child); parent !== undefined && child !== within.body; parent = parentOf(child)) {
    const list = statementsOf(parent);
    if (isBranch(parent, child) || (list !== undefined && firstGuard(program, list) < indexIn(list, child)))
      return false;
    child = parent;
  }
  return child === within.body;
}

/** Whether the object whose method is called, or whose member is written, is a connection or stream. */
function isReceiving({ scopes }: JavaScriptProgram, member: Node): boolean {
  const owner = withoutTypes(member);
  if (owner.type !== "MemberExpression") return false;
  const object = withoutTypes(owner.object);
  const definition = object.type === "Identifier" ? scopes.variableOf(object)?.defs[0]?.node : undefined;
  const made = definition?.type === "VariableDeclarator" ? definition.init : undefined;
  const source = made?.type === "NewExpression" ? nameOf(made.callee) : nameOf(object);
  return RECEIVING.test(source);
}

/** `onMouseMove={f}`, and `onChange={f}` of what one types into. */
function callingByAttribute({ name: { name }, parent }: TSESTree.JSXAttribute): Calling | undefined {
  if (typeof name !== "string") return undefined;
  const handler = name.replace(/Capture$/u, "");
  if (handler !== "onChange") return callingByHandler(handler);
  const isTyped = parent.name.type === "JSXIdentifier" && TYPED.has(parent.name.name);
  const type = parent.attributes.find((each) => each.type === "JSXAttribute" && each.name.name === "type");
  const isOpen = parent.attributes.some((each) => each.type === "JSXSpreadAttribute");
  const given = type?.type === "JSXAttribute" ? type.value : undefined;
  const kind = given?.type === "Literal" ? textOf(given) : undefined;
  const isText = given === undefined ? !isOpen : kind !== undefined && !CHOSEN.has(kind);
  return isTyped && isText ? { how: "again", kind: "event", name: "change" } : undefined;
}

/** `list.forEach(f)`, `_.each(list, f)` */
function callingByItems(
  program: JavaScriptProgram,
  callee: TSESTree.MemberExpression,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  index: number,
): Calling | undefined {
  const { object } = callee;
  const name = nameOf(callee);
  const isLibrary = object.type === "Identifier" && LIBRARIES.has(object.name);
  if (index !== (isLibrary ? 1 : 0) || (name === "from" && !isLibrary)) return undefined;
  if (!ITERATING.has(name) && !FINDING.has(name)) return undefined;
  const list = isLibrary ? call.arguments[0] : object;
  if (list !== undefined && NO_LIST.test(nameOf(list.type === "CallExpression" ? list.callee : list))) return undefined;
  const source = program.sourceCode.getText(callee);
  return { how: "items", name: source, list, finds: FINDING.has(name) };
}

function isOnceOption(node: Node): boolean {
  return node.type === "Property" && propertyName(node) === "once";
}

/** By the name of a property or attribute: `onscroll`, `onMouseMove`. */
function callingByHandler(name: string | undefined): Calling | undefined {
  return name?.startsWith("on") === true ? callingByEvent(name.slice(2)) : undefined;
}

function callingByEvent(event: string): Calling | undefined {
  const name = event.toLowerCase();
  return FREQUENT_EVENTS.has(name) ? { how: "again", kind: "event", name } : undefined;
}

/** The name of the React component that a function renders; undefined on the server, where it does so once. */
function componentName(program: JavaScriptProgram, node: FunctionNode): string | undefined {
  if (node.async || node.generator) return undefined;
  const name = functionName(node);
  const method = parentOf(node);
  if (method?.type === "MethodDefinition" && name === "render") {
    const owner = method.parent.parent;
    const base = owner.superClass ? nameOf(owner.superClass) : "";
    return base.endsWith("Component") ? (owner.id?.name ?? name) : undefined;
  }
  if (name === undefined || !/^\p{Lu}/u.test(name)) return undefined;
  if (node.body.type !== "BlockStatement") return isElement(node.body) ? name : undefined;
  for (const each of nodesIn(program, node.body)) {
    if (each.type === "ReturnStatement" && each.argument !== null && isElement(each.argument)) return name;
  }
  return undefined;
}

function isElement(node: Node): boolean {
  const inner = withoutTypes(node);
  switch (inner.type) {
    case "JSXElement":
    case "JSXFragment":
      return true;
    case "ConditionalExpression":
      return isElement(inner.consequent) || isElement(inner.alternate);
    case "LogicalExpression":
      return isElement(inner.right);
    case "CallExpression":
      return nameOf(inner.callee) === "createElement";
    default:
      return false;
  }
}
