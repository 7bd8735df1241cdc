import {
  alternatives,
  type FunctionValue,
  type Range,
  type UnknownValue,
  type Value,
} from "../../../breadcrumb/index.ts";
import { descendantsOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { LOCKING_METHODS, WRAPPING_CALLS, WRAPPING_METHODS } from "./conversions.ts";
import { lazyValue } from "./lazy-value.ts";
import { readLiteral, readNumber } from "../syntax/literals.ts";
import { listedArguments, partsOfTokens } from "../syntax/macros.ts";
import type { RustProgram } from "../program.ts";
import {
  accessOf,
  argumentsOf,
  blockOf,
  bodyOf,
  calleeOf,
  firstOf,
  functionAround,
  isMethod,
  isText,
  lastOf,
  partsOf,
  plainName,
  tailOf,
  typeArgumentsOf,
  type Access,
} from "../syntax/nodes.ts";
import type { TypeReader } from "./types.ts";
import { callOf, variableNamed } from "./call-results.ts";
import { jsonValue, listValue, mapValue, structValue, vecValue } from "./collections.ts";
import { declaredType, methodItem, typeOf } from "./declared-types.ts";
import { binaryValue, choiceValue, operationValue, unaryValue } from "./operations.ts";
import {
  FileContext,
  MAX_BRANCHES,
  MAX_FRAMES,
  type Called,
  type Frame,
  type Placed,
  type Reading,
  type ValueReader,
} from "./context.ts";
import { constantItem } from "../names/items.ts";
import { indexValue, memberValue, nameValue, pathValue } from "./references.ts";
import { formatParts, templateValue } from "./templates.ts";
import type { Variable } from "../names/variables.ts";
import type { CollectedNodes } from "../syntax/walk.ts";

export type { ValueReader } from "./context.ts";

/** Makes a reader of the values of one file. */
export function createValueReader(program: RustProgram, found: CollectedNodes): Reading {
  return new Reader(new FileContext(program, found), undefined);
}

class Reader implements Reading {
  readonly context: FileContext;
  readonly frame: Frame | undefined;
  readonly #values = new Map<RustNode, Value>();

  constructor(context: FileContext, frame: Frame | undefined) {
    this.context = context;
    this.frame = frame;
  }

  get types(): TypeReader {
    return this.context.types;
  }

  get program(): RustProgram {
    return this.context.program;
  }

  bounded<T>(lookUp: () => T): T | undefined {
    return this.context.bounded(lookUp);
  }

  valueOf(expression: RustNode): Value {
    const node = this.inner(expression);
    let value = this.#values.get(node);
    if (value === undefined) {
      value = this.#boundTo(node) ?? this.#readNew(node);
      this.#values.set(node, value);
    }
    return value;
  }

  #readNew(node: RustNode): Value {
    const value = this.#read(node);
    this.context.nodes.set(value, node);
    if (this.frame !== undefined) this.context.frames.set(value, this.frame);
    return value;
  }

  /** The expansion of a macro variable. */
  #boundTo(node: RustNode): Value | undefined {
    const { frame } = this;
    const bound = node.type === "Metavariable" ? frame?.variables?.get(this.program.textOf(node)) : undefined;
    const values = bound?.map((each) => frame?.caller.valueOf(each)).filter((value) => value !== undefined) ?? [];
    const [first] = values;
    return first && this.either(values, first);
  }

  listedIn(macro: RustNode): readonly Placed[] | undefined {
    const { frame } = this;
    return listedArguments(this.program.sourceCode, macro)?.flatMap((node): readonly Placed[] => {
      const bound = node.type === "Metavariable" ? frame?.variables?.get(this.program.textOf(node)) : undefined;
      return frame === undefined || bound === undefined
        ? [{ node, reading: this }]
        : bound.map((each) => ({ node: each, reading: frame.caller }));
    });
  }

  argumentsOf(call: RustNode): readonly RustNode[] {
    if (call.type !== "MacroInvocation") return argumentsOf(call);
    const listed = listedArguments(this.program.sourceCode, call);
    if (listed !== undefined) return listed;
    const parts = partsOfTokens(this.program.sourceCode, lastOf(call));
    return parts.flatMap((part) => (part.kind === "expression" ? [part.node] : []));
  }

  messageOf(call: RustNode, index: number): Value {
    const [format = call, ...others] = this.argumentsOf(call).slice(index);
    const isFormat = call.type === "MacroInvocation" && isText(format);
    const parts = isFormat ? formatParts(this, this.listedIn(call)?.slice(index)) : undefined;
    const isPlain = others.length === 0 && parts?.every(({ kind }) => kind === "text");
    if (parts === undefined || isPlain === true) return this.valueOf(format);
    return { kind: "template", ...this.at(format), parts };
  }

  functionsOf(node: RustNode): readonly RustNode[] {
    return alternatives(this.valueOf(node)).flatMap(({ is }) => {
      const own = is.kind === "function" ? this.nodeOf(is) : undefined;
      return own === undefined ? [] : [own];
    });
  }

  methodOf(access: Access): RustNode | undefined {
    const method = this.bounded(() => methodItem(this, access));
    return method?.type === "FunctionItem" ? method : undefined;
  }

  inside(called: Called): ValueReader {
    return this.#inside(called, this.frame?.depth ?? 0);
  }

  #inside({ function: owner, arguments: given, receiver, variables }: Called, depth: number): Reader {
    // `Self::method(self, a)` passes along what the method is called on.
    const isGiven = receiver === undefined && owner.type === "FunctionItem" && isMethod(owner);
    const [self, all] = isGiven ? [given[0], given.slice(1)] : [receiver, given];
    const frame: Frame = { function: owner, arguments: all, receiver: self, variables, caller: this, depth };
    return new Reader(this.context, frame);
  }

  isOwn(value: Value): boolean {
    for (let frame = this.context.frames.get(value); frame !== undefined; frame = frame.caller.frame) {
      if (frame === this.frame) return true;
    }
    return this.frame === undefined;
  }

  nodeOf(value: Value): RustNode | undefined {
    return this.context.nodes.get(value);
  }

  resultsOf(node: RustNode): readonly Value[] {
    const ends = this.#endsOf(node);
    return ends.map((end) => this.valueOf(end));
  }

  variableOf(name: Value): Variable | undefined {
    return this.context.variables.get(name);
  }

  /** The expression that yields what `expression` does, without what only converts, borrows or waits. */
  inner(expression: RustNode): RustNode {
    let current = expression;
    for (let next = this.#content(current); next !== undefined; next = this.#content(current)) current = next;
    return current;
  }

  #content(node: RustNode): RustNode | undefined {
    switch (node.type) {
      case "ParenthesizedExpression":
      case "TryExpression":
      case "AwaitExpression":
      case "TypeCastExpression":
        return partsOf(node)[0];
      case "ReferenceExpression":
        return lastOf(node);
      case "UnaryExpression":
        return firstOf(node).type === "DerefOp" ? lastOf(node) : undefined;
      case "CallExpression":
        return this.#converted(node);
      case "MacroInvocation":
        return this.macroName(node) === "dbg" ? this.#onlyArgument(node) : undefined;
      default: {
        const block = blockOf(node);
        return block && tailOf(block);
      }
    }
  }

  #onlyArgument(macro: RustNode): RustNode | undefined {
    const [argument, ...others] = listedArguments(this.program.sourceCode, macro) ?? [];
    return others.length === 0 ? argument : undefined;
  }

  #converted(call: RustNode): RustNode | undefined {
    const callee = calleeOf(call);
    const [argument, ...others] = argumentsOf(call);
    const access = accessOf(callee);
    if (access === undefined) {
      if (argument === undefined || others.length > 0 || this.program.variables.variableOf(callee)) return undefined;
      return this.namesOneOf(callee, WRAPPING_CALLS) && this.program.names.resolve(callee).item === undefined
        ? argument
        : undefined;
    }
    const name = this.nameOf(access.name);
    const isSame = name === "parse" ? this.#isParsedText(call, access.object) : WRAPPING_METHODS.has(name);
    const isLock = argument === undefined && LOCKING_METHODS.has(name);
    return isSame || isLock ? access.object : undefined;
  }

  /** `"warn".parse::<Level>()`, and `"warn".parse()` where something else says the type. */
  #isParsedText(call: RustNode, receiver: RustNode): boolean {
    const [type] = typeArgumentsOf(call);
    if (type === undefined) return isText(receiver) || this.#isConstant(receiver);
    return this.program.names.sdkPath(type)?.join() === "Level";
  }

  #isConstant(node: RustNode): boolean {
    const isPath = node.type === "Identifier" || node.type === "ScopedIdentifier";
    return isPath && !this.program.variables.variableOf(node) && constantItem(this.program, node) !== undefined;
  }

  /** Whether the end of a path is one of some names, as written or as imported. */
  namesOneOf(path: RustNode, names: ReadonlySet<string | undefined>): boolean {
    const written = this.program.names.pathOf(path);
    if (written === undefined) return false;
    return names.has(written.slice(-2).join("::"));
  }

  nameOf(node: RustNode): string {
    return plainName(this.program.textOf(node));
  }

  at(node: RustNode): { readonly range: Range; readonly source: string } {
    return { range: node.range, source: this.program.textOf(node) };
  }

  unknown(node: RustNode): Value {
    return lazyValue<UnknownValue>(
      { kind: "unknown", ...this.at(node) },
      { type: { compute: () => typeOf(this, node), meanwhile: undefined } },
    );
  }

  #read(node: RustNode): Value {
    // What the parser made of half-typed code is a guess.
    if (node.hasError) return this.unknown(node);
    switch (node.type) {
      case "String":
      case "RawString":
      case "Char":
        return this.#literal(node);
      case "Integer":
      case "Float":
        return { kind: "number", number: readNumber(this.program.textOf(node)), ...this.at(node) };
      case "Boolean":
        return { kind: "boolean", boolean: this.program.textOf(node) === "true", ...this.at(node) };
      case "UnitExpression":
      case "AssignmentExpression":
        return { kind: "nothing", word: "none", ...this.at(node) };
      case "BoundIdentifier":
      case "Identifier":
      case "self":
        return nameValue(this, node);
      case "ScopedIdentifier":
        return pathValue(this, node);
      case "FieldExpression":
        return memberValue(this, node);
      case "IndexExpression":
        return indexValue(this, node);
      case "CallExpression":
        return callOf(this, node);
      case "MacroInvocation":
        return this.#macro(node);
      case "BinaryExpression":
        return binaryValue(this, node);
      case "UnaryExpression":
        return unaryValue(this, node);
      case "IfExpression":
      case "MatchExpression":
        return choiceValue(this, node);
      case "StructExpression":
        return structValue(this, node);
      case "ArrayExpression":
      case "TupleExpression":
        return listValue(this, node);
      case "ClosureExpression":
      case "FunctionItem":
        return lazyValue<FunctionValue>({ kind: "function", ...this.at(node) }, {});
      default:
        return this.unknown(node);
    }
  }

  #literal(node: RustNode): Value {
    const literal = readLiteral(this.program.textOf(node));
    return literal === undefined ? this.unknown(node) : { kind: "text", text: literal.text, ...this.at(node) };
  }

  either(values: readonly Value[], { range, source }: Value): Value {
    const [only, ...others] = values;
    if (only !== undefined && others.length === 0) return only;
    return { kind: "choice", branches: values.slice(0, MAX_BRANCHES), range, source };
  }

  /** The result of a function of the file for some arguments. */
  resultOf(owner: RustNode, given: readonly RustNode[], receiver: RustNode | undefined): Value | undefined {
    const depth = (this.frame?.depth ?? 0) + 1;
    if (depth > MAX_FRAMES) return undefined;
    return this.context.bounded(() => {
      const results = this.#inside({ function: owner, arguments: given, receiver }, depth).resultsOf(owner);
      const [first] = results;
      return first && this.either(results, first);
    });
  }

  /** The expressions that a function yields: its last one, and those that it returns. */
  #endsOf(owner: RustNode): readonly RustNode[] {
    const { returns } = this.context;
    let ends = returns.get(owner);
    if (ends === undefined) returns.set(owner, (ends = readEnds(owner)));
    return ends;
  }

  macroName(macro: RustNode): string {
    return this.nameOf(lastOf(firstOf(macro)));
  }

  #macro(node: RustNode): Value {
    const name = this.macroName(node);
    switch (name) {
      case "format":
      case "format_args":
      case "formatcp":
      case "anyhow":
        return templateValue(this, node, () => formatParts(this, this.listedIn(node)));
      case "env":
      case "option_env": {
        const [key] = this.listedIn(node) ?? [];
        if (key === undefined) return this.unknown(node);
        const env: Value = { kind: "name", name, ...this.at(node), binding: undefined, definition: undefined };
        return variableNamed(this, node, env, key.reading.valueOf(key.node));
      }
      case "concat":
        return templateValue(this, node, () => this.listedIn(node)?.map((part) => part.reading.valueOf(part.node)));
      case "vec":
        return vecValue(this, node);
      case "json": {
        const [part, ...others] = partsOfTokens(this.program.sourceCode, lastOf(node));
        return part === undefined || others.length > 0 ? this.unknown(node) : jsonValue(this, part, node);
      }
      case "matches":
        return operationValue(this, node, "is", "boolean", []);
      case "line":
      case "column":
        return operationValue(this, node, "+", "number", []);
      default:
        return /map/iu.test(name) ? mapValue(this, node) : this.unknown(node);
    }
  }

  typeNodeOf(expression: RustNode): RustNode | undefined {
    return this.context.bounded(() => declaredType(this, this.inner(expression)));
  }
}

/** The expressions that a function yields: its last one, and those that it returns. */
function readEnds(owner: RustNode): readonly RustNode[] {
  const returns = [...descendantsOf(owner)].filter(
    (node) => node.type === "ReturnExpression" && functionAround(node) === owner,
  );
  const body = bodyOf(owner);
  const block = body && blockOf(body);
  const last = block === undefined ? body : tailOf(block);
  const ends = returns.flatMap(({ children }) => children);
  return last === undefined || returns.includes(last) ? ends : [...ends, last];
}
