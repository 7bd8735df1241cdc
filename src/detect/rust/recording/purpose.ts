import { isNamedForRecording, isNamedForSetting } from "../../../sentry/recorder-names.ts";
import type { OtherWork, Place } from "../../other-work.ts";
import { hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { accessOf, bodyOf, branchesOf, calleeOf, firstOf, isUpperName, lastOf, partsOf } from "../syntax/nodes.ts";
import { isInside } from "../names/variables.ts";

/** Methods that put something into a collection. */
const FILLING: ReadonlySet<string> = new Set("append extend insert push push_str".split(" "));

/** Macros that print, end the program, or make a value. */
const PLAIN_MACROS: ReadonlySet<string | undefined> = new Set(
  `assert assert_eq assert_ne dbg debug_assert eprint eprintln format json matches panic print println todo unreachable
  vec`.split(/\s+/u),
);

/**
 * Results that a function is called for, beside calls and names. A recorder may yield nothing, a boolean, what it is
 * given, or a text that it makes of that.
 */
const SERVING: ReadonlySet<string> = new Set(
  "ArrayExpression Char FieldExpression Float Integer RawString String".split(" "),
);

/** Variants that say of another value how it came about. */
const WRAPPING: ReadonlySet<string> = new Set("Break Continue Err Ok Ready Some".split(" "));

/**
 * Finds what a function or closure does beside recording.
 * @param recordings the calls that are known to record.
 */
export function otherWorkOf(program: RustProgram, owner: RustNode, recordings: ReadonlySet<RustNode>): OtherWork {
  return new Inspection(program, owner, recordings);
}

/** Goes once through the body of a function. */
class Inspection implements OtherWork {
  sets = false;
  works = false;
  serves = false;
  readonly #program: RustProgram;
  readonly #owner: RustNode;
  readonly #recordings: ReadonlySet<RustNode>;
  readonly #pending: (readonly [node: RustNode, place: Place])[] = [];
  /** The nodes that recordings stand in. */
  readonly #holding = new Set<RustNode>();
  readonly #results = new Set<RustNode>();

  constructor(program: RustProgram, owner: RustNode, recordings: ReadonlySet<RustNode>) {
    this.#program = program;
    this.#owner = owner;
    this.#recordings = recordings;
    for (const recording of recordings) {
      if (!isInside(recording, owner)) continue;
      for (let node = recording.parent; node && node !== owner; node = node.parent) this.#holding.add(node);
    }
    const body = bodyOf(owner);
    if (body !== undefined) this.#pending.push([body, "result"]);
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) this.#look(...next);
  }

  #look(node: RustNode, place: Place): void {
    if (this.#recordings.has(node)) return;
    this.serves ||= place === "result" && this.#isServing(node);
    switch (node.type) {
      case "Block":
        for (const child of node.children) {
          const isLast = child === node.children.at(-1) && !hasToken(child, ";");
          this.#pending.push([child, isLast ? place : "statement"]);
        }
        break;
      case "ClosureExpression":
        // What is called at other times, or by something that is itself looked at, is none of this call's.
        if (this.#holding.has(node)) this.#pending.push([lastOf(node), "result"]);
        break;
      case "FunctionItem":
        break;
      case "ReturnExpression":
        this.#below(node, "result");
        break;
      case "AwaitExpression":
        this.#below(node, place === "value" ? "statement" : place);
        break;
      case "AssignmentExpression":
        if (!this.#isOwn(firstOf(node))) this.works = true;
        this.#pending.push([lastOf(node), "value"]);
        break;
      case "CallExpression":
        this.#lookAtCall(node, place);
        break;
      case "MacroInvocation":
        if (!this.#isPlain(node)) this.#note(place);
        break;
      case "IfExpression": {
        const { condition, then, otherwise } = branchesOf(node);
        if (condition !== undefined) this.#pending.push([condition, "value"]);
        for (const branch of [then, otherwise]) if (branch !== undefined) this.#pending.push([branch, place]);
        break;
      }
      case "MatchExpression":
        this.#pending.push([firstOf(node), "value"], [lastOf(node), place]);
        break;
      case "MatchArm":
        this.#pending.push([lastOf(node), place]);
        break;
      case "BinaryExpression":
        this.#below(node, node.children.some(({ type }) => type === "CompareOp") ? "value" : place);
        break;
      case "ForExpression":
      case "LoopExpression":
      case "WhileExpression":
        this.#below(node, "statement");
        break;
      case "IndexExpression":
        this.#pending.push([firstOf(node), place], [lastOf(node), "value"]);
        break;
      case "StructExpression": {
        const base = baseOf(node);
        if (base !== undefined) this.#pending.push([lastOf(base), place]);
        this.#below(node, "value");
        break;
      }
      case "LetDeclaration":
        this.#below(node, "value");
        break;
      default:
        this.#below(node, place);
    }
  }

  #lookAtCall(call: RustNode, place: Place): void {
    const callee = calleeOf(call);
    const isMaking = isUpperName(this.#program.textOf(lastOf(callee)));
    for (const given of lastOf(call).children) this.#pending.push([given, isMaking ? place : "value"]);
    if (isMaking) return;
    if (this.#holding.has(call)) {
      this.#pending.push([callee, "statement"]);
      return;
    }
    this.#pending.push([callee, "value"]);
    if (this.#isOfInner(callee)) return;
    if (this.#isReporting(callee)) {
      this.sets ||= isNamedForSetting(this.#program.textOf(lastOf(callee)));
      return;
    }
    if (this.#isGiven(callee)) this.serves = true;
    else this.#note(place);
  }

  #note(place: Place): void {
    if (place === "result") this.serves = true;
    else if (place === "statement") this.works = true;
  }

  /** Whether a function is called for what it yields, by an expression that it returns. */
  #isServing(result: RustNode): boolean {
    switch (result.type) {
      case "Identifier":
        return this.#isServingName(result);
      case "ScopedIdentifier":
        return this.#program.textOf(lastOf(result)) !== "None";
      case "BinaryExpression":
        return result.children.some(({ type }) => type === "ArithOp" || type === "BitOp");
      case "CallExpression": {
        const made = this.#program.textOf(lastOf(calleeOf(result)));
        return isUpperName(made) && !WRAPPING.has(made);
      }
      case "StructExpression":
        // A builder yields what it is given with another field.
        return baseOf(result) === undefined;
      default:
        return SERVING.has(result.type);
    }
  }

  /** The same for a name: a variable has its initialiser, which is looked at. */
  #isServingName(name: RustNode): boolean {
    const variable = this.#program.variables.variableOf(name);
    if (variable === undefined) return this.#program.textOf(name) !== "None";
    const { source } = variable;
    if (source.kind === "expression" && !this.#results.has(source.node)) {
      this.#results.add(source.node);
      this.#pending.push([source.node, "result"]);
    }
    return false;
  }

  #below(node: RustNode, place: Place): void {
    for (const child of partsOf(node)) this.#pending.push([child, place]);
  }

  #isPlain(macro: RustNode): boolean {
    if (this.#holding.has(macro)) return true;
    const path = this.#program.textOf(firstOf(macro)).split("::");
    return path.some(isNamedForRecording) || PLAIN_MACROS.has(path.at(-1));
  }

  /** Whether a call tells somebody what happens: the SDK, a log, another recorder. */
  #isReporting(callee: RustNode): boolean {
    let node = callee;
    for (let access = accessOf(node); access !== undefined; access = accessOf(node)) {
      if (isNamedForRecording(this.#program.textOf(access.name))) return true;
      const { object } = access;
      node = object.type === "CallExpression" ? calleeOf(object) : object;
    }
    const isFilled = node !== callee && FILLING.has(this.#program.textOf(lastOf(callee))) && this.#isOwn(node);
    return isFilled || this.#program.textOf(node).split("::").some(isNamedForRecording);
  }

  /** Whether a callee belongs to a parameter of a closure that a recording stands in: `scope.set_tag`. */
  #isOfInner(callee: RustNode): boolean {
    const source = this.#parameterOf(rootOf(callee));
    return source !== undefined && this.#holding.has(source.function);
  }

  /** Whether a callee is one of the function's own parameters. */
  #isGiven(callee: RustNode): boolean {
    return this.#parameterOf(callee)?.function === this.#owner;
  }

  #parameterOf(node: RustNode): { readonly function: RustNode } | undefined {
    const source = node.type === "Identifier" ? this.#program.variables.variableOf(node)?.source : undefined;
    return source?.kind === "parameter" ? source : undefined;
  }

  /** Whether what is assigned to is a variable of the function, or lies in one. */
  #isOwn(target: RustNode): boolean {
    const node = rootOf(target);
    const variable = node.type === "Identifier" ? this.#program.variables.variableOf(node) : undefined;
    return variable !== undefined && variable.source.kind !== "parameter";
  }
}

/** Where a struct takes its other fields from: `..event`. */
function baseOf(struct: RustNode): RustNode | undefined {
  return partsOf(lastOf(struct)).find(({ type }) => type === "BaseFieldInitializer");
}

/** The objects of nested members, from the outside in. */
function rootOf(node: RustNode): RustNode {
  let root = node;
  for (let access = accessOf(root); access !== undefined; access = accessOf(root)) root = access.object;
  return root;
}
