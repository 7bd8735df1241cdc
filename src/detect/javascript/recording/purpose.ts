import type { TSESTree } from "@typescript-eslint/utils";
import { matches, resolve } from "../../../breadcrumb/index.ts";
import { isNamedForRecording, isNamedForSetting, isNamedForTransport } from "../../../sentry/recorder-names.ts";
import { answeredBy } from "../../conditions.ts";
import type { OtherWork, Place } from "../../other-work.ts";
import { conditionOf, guardsAt } from "../syntax/conditions.ts";
import { functionAround, isTransparent } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  isAround,
  lastName,
  memberPath,
  parentOf,
  withoutTypes,
  type FunctionNode,
  type Node,
} from "../syntax/nodes.ts";
import { childrenOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import { isSame } from "../values/text-tests.ts";

/** Functions that call another one at times of their own, by the names that they are called by. */
const LATER = /^(?:listen|on|once|setInterval|subscribe|watch|(?:on|use)[A-Z]\w*|add\w*Listener)$/u;

/** Whether a recording is made in a call of a function around it, not in what that hands out or registers. */
export function recordsInCall(
  program: JavaScriptProgram,
  { uses }: ValueReader,
  wrapper: FunctionNode,
  recording: Node,
): boolean {
  if (isContradicted(program, recording)) return false;
  for (let node = functionAround(recording); node !== undefined && node !== wrapper; node = functionAround(node)) {
    const isRun = uses.ofFunction(node).some((use) => {
      if (use.path.length > 0 || (use.kind !== "called" && use.kind !== "argument")) return false;
      const { call } = use;
      const isNow = use.kind === "called" || !(matches(lastName(call.callee), LATER) || isHandedBack(call));
      return isNow && isAround(wrapper, call);
    });
    if (!isRun) return false;
  }
  return true;
}

/** Whether a test around code asks for what an earlier one has let by: `if (isOff) return; … if (isOff) record();` */
function isContradicted(program: JavaScriptProgram, node: Node): boolean {
  const told = [...guardsAt(node, false)]
    .filter(({ otherwise }) => otherwise === undefined)
    .flatMap(({ test, holds }) => answeredBy(conditionOf(test), holds))
    .flatMap(({ question, answer }) => (question.kind === "other" ? [{ asked: question.test, answer }] : []));
  return told.some(({ asked, answer }, index) =>
    told
      .slice(index + 1)
      .some((other) => other.answer !== answer && isSame(program, other.asked, asked) && isKept(program, asked)),
  );
}

/** Assignments to members: `this.isOn = true`. */
const SETTING = /\.([#$\p{L}][\w$]*)\s*(?:\+\+|--|[-+*/%&|^?]*=(?![=>]))/gu;

/** Whether a name or member is set nowhere but where it is declared. */
function isKept({ scopes, sourceCode }: JavaScriptProgram, node: Node): boolean {
  const variable = node.type === "Identifier" ? scopes.variableOf(node) : undefined;
  if (variable !== undefined) return !scopes.isReassigned(variable);
  return ![...sourceCode.text.matchAll(SETTING)].some(([, name]) => name === lastName(node));
}

function isHandedBack(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  return call.type === "CallExpression" && isTransparent(call);
}

/** Methods that put something into a collection. */
const FILLING: ReadonlySet<string | undefined> = new Set(["add", "append", "push", "set", "unshift"]);

/**
 * Results that a function is called for, beside texts, numbers, members and constants of others. A recorder may yield
 * nothing, what the SDK yields, a boolean, what it is given, or a text that it makes of that.
 */
const SERVING: ReadonlySet<string> = new Set([
  "ArrayExpression",
  "BinaryExpression",
  "MemberExpression",
  "NewExpression",
  "ObjectExpression",
]);

/** What only the type checker reads. */
const TYPE = /^TS(?!\w*(?:Assertion|Expression)$)/u;

/** Globals that print, and what they print to. */
const PRINTERS: ReadonlySet<string> = new Set(["console", "process"]);

/**
 * Finds what a function does beside recording.
 * @param recordings the calls that are known to record.
 */
export function otherWorkOf(
  program: JavaScriptProgram,
  reader: ValueReader,
  wrapper: FunctionNode,
  recordings: ReadonlySet<Node>,
): OtherWork {
  return new Inspection(program, reader, wrapper, recordings);
}

/** Goes once through the body of a function. */
class Inspection implements OtherWork {
  sets = false;
  works = false;
  serves = false;
  readonly #program: JavaScriptProgram;
  readonly #reader: ValueReader;
  readonly #wrapper: FunctionNode;
  readonly #recordings: ReadonlySet<Node>;
  readonly #pending: (readonly [node: Node, place: Place])[] = [];
  /** The nodes that recordings stand in. */
  readonly #holding = new Set<Node>();
  readonly #results = new Set<Node>();

  constructor(program: JavaScriptProgram, reader: ValueReader, wrapper: FunctionNode, recordings: ReadonlySet<Node>) {
    this.#program = program;
    this.#reader = reader;
    this.#wrapper = wrapper;
    this.#recordings = recordings;
    for (const recording of recordings) {
      if (!isAround(wrapper, recording)) continue;
      for (let node = parentOf(recording); node !== undefined && node !== wrapper; node = parentOf(node)) {
        this.#holding.add(node);
      }
    }
    this.#pending.push([wrapper.body, wrapper.body.type === "BlockStatement" ? "statement" : "result"]);
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      const [node, place] = next;
      this.serves ||= place === "result" && !recordings.has(node) && this.#isServing(node);
      this.#look(node, place);
    }
  }

  #look(node: Node, place: Place): void {
    if (this.#recordings.has(node)) return;
    switch (node.type) {
      case "JSXElement":
      case "JSXFragment":
        this.serves = true;
        break;
      case "LogicalExpression":
        this.#pending.push([node.left, isTest(node) ? "value" : place], [node.right, place]);
        break;
      case "ArrowFunctionExpression":
      case "FunctionDeclaration":
      case "FunctionExpression":
        // What is called at other times, or by something that is itself looked at, is none of this call's.
        if (this.#holding.has(node))
          this.#pending.push([node.body, node.body.type === "BlockStatement" ? "statement" : "result"]);
        break;
      case "ReturnStatement":
        if (node.argument !== null) this.#pending.push([node.argument, "result"]);
        break;
      case "AwaitExpression":
        this.#pending.push([node.argument, place === "value" ? "statement" : place]);
        break;
      case "AssignmentExpression":
        if (!this.#isOwn(node.left)) this.works = true;
        this.#pending.push([node.right, "value"]);
        break;
      case "UpdateExpression":
        if (!this.#isOwn(node.argument)) this.works = true;
        break;
      case "UnaryExpression":
        if (node.operator === "delete" && !this.#isOwn(node.argument)) this.works = true;
        this.#pending.push([node.argument, node.operator === "void" ? "statement" : place]);
        break;
      case "CallExpression":
        this.#lookAtCall(node, place);
        break;
      case "NewExpression":
        if (place === "statement") this.works = true;
        this.#below(node, "value");
        break;
      case "IfStatement":
      case "ConditionalExpression":
        this.#pending.push([node.test, "value"], [node.consequent, place]);
        if (node.alternate) this.#pending.push([node.alternate, place]);
        break;
      case "ObjectExpression":
      case "TemplateLiteral":
      case "ThrowStatement":
      case "VariableDeclarator":
        this.#below(node, "value");
        break;
      default:
        this.#below(node, place);
    }
  }

  #lookAtCall(call: TSESTree.CallExpression, place: Place): void {
    const isPromise = isPromiseOf(call);
    for (const given of call.arguments) this.#pending.push([given, isPromise ? place : "value"]);
    if (isPromise) return;
    if (this.#holding.has(call)) {
      this.#pending.push([call.callee, "statement"]);
      return;
    }
    this.#pending.push([call.callee, "value"]);
    if (this.#isOfInner(call.callee)) return;
    if (this.#isReporting(call.callee)) {
      this.sets ||= isNamedForSetting(lastName(call.callee) ?? "");
      return;
    }
    if (place === "result" || this.#isGiven(call.callee)) this.serves = true;
    else if (place === "statement") this.works = true;
  }

  /** Whether a function is called for what it yields, by an expression that it returns. */
  #isServing(result: Node): boolean {
    switch (result.type) {
      case "Identifier":
        return this.#isServingName(result);
      case "Literal":
        return typeof result.value !== "boolean" && result.raw !== "null";
      default:
        return SERVING.has(result.type);
    }
  }

  /** The same for a name: one of its own has the values that it is given, which are looked at. */
  #isServingName(name: TSESTree.Identifier): boolean {
    const variable = this.#program.scopes.variableOf(name);
    const [definition] = variable?.defs ?? [];
    if (variable === undefined || definition === undefined) return name.name !== "undefined";
    if (definition.type === "Parameter") return false;
    if (isAround(this.#wrapper, definition.name)) {
      for (const { writeExpr } of variable.references) {
        if (!writeExpr || this.#results.has(writeExpr)) continue;
        this.#results.add(writeExpr);
        this.#pending.push([writeExpr, "result"]);
      }
      return false;
    }
    // What holds the function is returned for the next call: `const log = { info(message) { …; return log; } }`.
    if (isAround(definition.node, this.#wrapper)) return false;
    const { kind } = resolve(this.#reader.valueOf(name));
    return kind !== "boolean" && kind !== "nothing" && this.#reader.sdkPath(name) === undefined;
  }

  #below(node: Node, place: Place): void {
    for (const child of childrenOf(this.#program.sourceCode, node))
      if (!TYPE.test(child.type)) this.#pending.push([child, place]);
  }

  /** Whether a call tells somebody what happens: the SDK, the console, another recorder. */
  #isReporting(callee: Node): boolean {
    if (isNamedForTransport(lastName(callee) ?? "")) return true;
    for (let node = callee; ;) {
      if (this.#reader.sdkPath(node) !== undefined) return true;
      const { root, path } = memberPath(node);
      if (path.some(isNamedForRecording)) return true;
      if (root.type === "Identifier") {
        const isFilled = FILLING.has(path.at(-1)) && this.#isOwn(callee);
        return isFilled || PRINTERS.has(root.name) || isNamedForRecording(root.name);
      }
      // `console[level]` prints, whatever the level.
      if (root.type === "MemberExpression") node = root.object;
      else if (root.type === "CallExpression") node = root.callee;
      else return false;
    }
  }

  /** Whether a callee is a function that a recording stands in, or belongs to one's parameter: `scope.setTag`. */
  #isOfInner(callee: Node): boolean {
    const { root } = memberPath(callee);
    if (root.type !== "Identifier") return false;
    const [definition] = this.#program.scopes.variableOf(root)?.defs ?? [];
    if (definition?.type === "Parameter") return this.#holding.has(definition.node);
    const called = callee === root ? this.#reader.nodeOf(resolve(this.#reader.valueOf(root))) : undefined;
    return called !== undefined && this.#holding.has(called);
  }

  /** Whether a callee is one of the function's own parameters. */
  #isGiven(callee: Node): boolean {
    if (callee.type !== "Identifier") return false;
    const [definition] = this.#program.scopes.variableOf(callee)?.defs ?? [];
    return definition?.type === "Parameter" && definition.node === this.#wrapper;
  }

  /** Whether what is assigned to is a variable of the function, or lies in one. */
  #isOwn(target: Node): boolean {
    const { root } = memberPath(target);
    const variable = root.type === "Identifier" ? this.#program.scopes.variableOf(root) : undefined;
    const [definition] = variable?.defs ?? [];
    if (definition === undefined || definition.type === "Parameter") return false;
    const { node } = definition;
    const isShared = root !== target && node.type === "VariableDeclarator" && node.init !== null && isTaken(node.init);
    return !isShared && isAround(this.#wrapper, definition.name);
  }
}

/** Methods that hand out what their object holds. */
const TAKING: ReadonlySet<string | undefined> = new Set(["at", "find", "get", "getItem"]);

/** Whether an expression takes what lies in another object, where all see it: `this.orders.get(id)`. */
function isTaken(written: Node): boolean {
  const node = withoutTypes(written);
  if (node.type === "CallExpression")
    return node.callee.type === "MemberExpression" && TAKING.has(lastName(node.callee));
  return node.type === "MemberExpression";
}

/** Whether the left side of a logical expression only decides on the other: `isOn && log()`, `isOff || log()`. */
function isTest({ operator, right }: TSESTree.LogicalExpression): boolean {
  return operator === "&&" || (operator === "||" && right.type === "CallExpression");
}

/** Whether a call only makes a promise of what it is given: `Promise.resolve()`. */
function isPromiseOf({ callee }: TSESTree.CallExpression): boolean {
  const { root, path } = memberPath(callee);
  return root.type === "Identifier" && [root.name, ...path].join(".") === "Promise.resolve";
}
