import {
  resolve,
  textOf as knownText,
  type Binding,
  type CallValue,
  type ChoiceValue,
  type Clock,
  type Field,
  type FunctionValue,
  type ListValue,
  type MemberValue,
  type NameValue,
  type OperationValue,
  type Origin,
  type Range,
  type RecordValue,
  type TemplateValue,
  type UnknownValue,
  type Value,
  type ValueType,
} from "../../breadcrumb/index.ts";
import { childAfter, childOf, closest, descendantsOf, hasToken } from "../../languages/rust/queries.ts";
import type { RustNode } from "../../languages/rust/syntax-tree.ts";
import { createBindings, type Bindings } from "./bindings.ts";
import { clockOf } from "./clocks.ts";
import {
  CALLBACK_METHODS,
  EMPTY_LISTS,
  EMPTY_RECORDS,
  EMPTY_TEXTS,
  FALLBACK_METHODS,
  ITERATING_METHODS,
  LEVELS,
  MAPPING_METHODS,
  MAPS_OF_PAIRS,
  SELECTING_METHODS,
  WRAPPING_CALLS,
  WRAPPING_METHODS,
} from "./conversions.ts";
import { cutStatement, cutterOf } from "./fields.ts";
import { createFlow, neverEnds, type Change, type Effects, type Flow } from "./flow.ts";
import { readFormat } from "./format.ts";
import { lazyValue } from "./lazy.ts";
import { readLiteral, readNumber } from "./literals.ts";
import { entriesOfTokens, listedArguments, partsOfTokens, tokensOf, type MacroPart } from "./macros.ts";
import { originOfCall, originOfMember, originOfType } from "./origins.ts";
import type { RustProgram } from "./program.ts";
import {
  argumentsOf,
  blockOf,
  bodyOf,
  branchesOf,
  calleeOf,
  isFunction,
  itemName,
  parametersOf,
  partsOf,
  plainName,
  tailOf,
  typeArgumentsOf,
} from "./syntax.ts";
import { createTypeReader, returnType, type TypeReader } from "./types.ts";
import type { Step, Variable } from "./variables.ts";
import type { Found } from "./walk.ts";

/** Reads the expressions of one file. */
export interface ValueReader {
  /** What an expression yields; the same value each time that it is asked for. */
  valueOf(node: RustNode): Value;
  /** What a closure or function yields, of each of its ends. */
  resultsOf(node: RustNode): readonly Value[];
  /** The variable that a name stands for. */
  variableOf(name: Value): Variable | undefined;
  /** The expression that a value was read from; undefined for values that are put together from several. */
  nodeOf(value: Value): RustNode | undefined;
  /** The declared type of an expression. */
  typeNodeOf(node: RustNode): RustNode | undefined;
  readonly types: TypeReader;
}

export function createValueReader(program: RustProgram, found: Found): ValueReader {
  return new Reader(new Knowledge(program, found), undefined);
}

/** How many definitions are looked up within one another; longer chains are not written by hand. */
const MAX_DEPTH = 30;

/** How many calls of functions of the file are read within one another. */
const MAX_FRAMES = 2;

/** How many branches a choice is read to have. */
const MAX_BRANCHES = 64;

/** What all readers of a file share. */
class Knowledge {
  readonly program: RustProgram;
  readonly found: Found;
  readonly flow: Flow;
  readonly types: TypeReader;
  readonly bindings: Bindings;
  readonly returns = new Map<RustNode, readonly RustNode[]>();
  /** The expressions that values were read from. */
  readonly nodes = new WeakMap<Value, RustNode>();
  /** The variables that names stand for. */
  readonly variables = new WeakMap<Value, Variable>();
  /** The nodes that hold the items of lists, for what to cut when an item goes. */
  readonly lists = new WeakMap<Value, RustNode>();
  #depth = 0;

  constructor(program: RustProgram, found: Found) {
    this.program = program;
    this.found = found;
    this.flow = createFlow(program, found);
    this.types = createTypeReader(program);
    this.bindings = createBindings(program, found, this.flow);
  }

  /** Looks something up unless too much is being looked up already, which would exhaust the stack. */
  bounded<T>(lookUp: () => T): T | undefined {
    if (this.#depth >= MAX_DEPTH) return undefined;
    this.#depth += 1;
    try {
      return lookUp();
    } finally {
      this.#depth -= 1;
    }
  }
}

/** A call whose function's body is being read. */
interface Frame {
  readonly function: RustNode;
  readonly arguments: readonly RustNode[];
  /** What the method is called on. */
  readonly receiver: RustNode | undefined;
  readonly caller: Reader;
  readonly depth: number;
}

class Reader implements ValueReader {
  readonly #knowledge: Knowledge;
  readonly #frame: Frame | undefined;
  readonly #values = new Map<RustNode, Value>();

  constructor(knowledge: Knowledge, frame: Frame | undefined) {
    this.#knowledge = knowledge;
    this.#frame = frame;
  }

  get types(): TypeReader {
    return this.#knowledge.types;
  }

  get #program(): RustProgram {
    return this.#knowledge.program;
  }

  valueOf(expression: RustNode): Value {
    const node = this.#inner(expression);
    let value = this.#values.get(node);
    if (value === undefined) {
      value = this.#read(node);
      this.#values.set(node, value);
      this.#knowledge.nodes.set(value, node);
    }
    return value;
  }

  nodeOf(value: Value): RustNode | undefined {
    return this.#knowledge.nodes.get(value);
  }

  resultsOf(node: RustNode): readonly Value[] {
    const ends = this.#endsOf(node);
    return ends.map((end) => this.valueOf(end));
  }

  variableOf(name: Value): Variable | undefined {
    return this.#knowledge.variables.get(name);
  }

  /** The expression that yields what `expression` does, without what only converts, borrows or waits. */
  #inner(expression: RustNode): RustNode {
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
        return node.children.at(-1);
      case "UnaryExpression":
        return node.children[0]?.type === "DerefOp" ? node.children[1] : undefined;
      case "CallExpression":
        return this.#converted(node);
      case "MacroInvocation":
        return this.#macroName(node) === "dbg" ? this.#onlyArgument(node) : undefined;
      default: {
        const block = blockOf(node);
        return block && tailOf(block);
      }
    }
  }

  #onlyArgument(macro: RustNode): RustNode | undefined {
    const list = listedArguments(this.#program.sourceCode, macro);
    return list?.length === 1 ? list[0] : undefined;
  }

  #converted(call: RustNode): RustNode | undefined {
    const callee = calleeOf(call);
    const [argument, ...others] = argumentsOf(call);
    if (callee === undefined) return undefined;
    if (callee.type !== "FieldExpression") {
      if (argument === undefined || others.length > 0 || this.#program.variables.variableOf(callee)) return undefined;
      return this.#namesOneOf(callee, WRAPPING_CALLS) && this.#program.names.resolve(callee).item === undefined
        ? argument
        : undefined;
    }
    const [receiver, method] = callee.children;
    if (receiver === undefined || method === undefined) return undefined;
    const name = this.#text(method);
    if (name === "parse") return this.#isParsedText(call, receiver) ? receiver : undefined;
    // `take(3)` and `ok_or(…)` have arguments, and the former keeps the items.
    return WRAPPING_METHODS.has(name) || (SELECTING_METHODS.has(name) && name === "rev") ? receiver : undefined;
  }

  /** `"warn".parse::<Level>()`, and `"warn".parse()` where something else says the type. */
  #isParsedText(call: RustNode, receiver: RustNode): boolean {
    const [type] = typeArgumentsOf(call);
    if (type === undefined) return receiver.type === "String" || receiver.type === "RawString";
    return this.#program.names.sdkPath(type)?.join() === "Level";
  }

  /** Whether the end of a path is one of some names, as written or as imported. */
  #namesOneOf(path: RustNode, names: ReadonlySet<string>): boolean {
    const written = this.#program.names.pathOf(path);
    if (written === undefined) return false;
    return names.has(written.slice(-2).join("::")) || (written.length === 1 && names.has(written[0] ?? ""));
  }

  #text(node: RustNode): string {
    return plainName(this.#program.textOf(node));
  }

  #at(node: RustNode): { readonly range: Range; readonly source: string } {
    return { range: node.range, source: this.#program.textOf(node) };
  }

  #unknown(node: RustNode): Value {
    return lazyValue<UnknownValue>(
      { kind: "unknown", ...this.#at(node) },
      { type: { compute: () => this.#typeOf(node), meanwhile: undefined } },
    );
  }

  #read(node: RustNode): Value {
    switch (node.type) {
      case "String":
      case "RawString":
      case "Char":
        return this.#literal(node);
      case "Integer":
      case "Float":
        return { kind: "number", number: readNumber(this.#program.textOf(node)), ...this.#at(node) };
      case "Boolean":
        return { kind: "boolean", boolean: this.#program.textOf(node) === "true", ...this.#at(node) };
      case "UnitExpression":
      case "AssignmentExpression":
        return { kind: "nothing", word: "none", ...this.#at(node) };
      case "Identifier":
      case "self":
        return this.#name(node);
      case "ScopedIdentifier":
        return this.#path(node);
      case "FieldExpression":
        return this.#member(node);
      case "IndexExpression":
        return this.#index(node);
      case "CallExpression":
        return this.#call(node);
      case "MacroInvocation":
        return this.#macro(node);
      case "BinaryExpression":
        return this.#binary(node);
      case "UnaryExpression":
        return this.#unary(node);
      case "LetDeclaration":
      case "LetChain":
        return this.#operation(node, "is", "boolean", []);
      case "IfExpression":
      case "MatchExpression":
        return this.#choice(node);
      case "StructExpression":
        return this.#struct(node);
      case "ArrayExpression":
      case "TupleExpression":
        return this.#list(node);
      case "ClosureExpression":
        return lazyValue<FunctionValue>({ kind: "function", ...this.#at(node) }, {});
      default:
        return this.#unknown(node);
    }
  }

  #literal(node: RustNode): Value {
    const literal = readLiteral(this.#program.textOf(node));
    return literal === undefined ? this.#unknown(node) : { kind: "text", text: literal.text, ...this.#at(node) };
  }

  // Names

  #name(node: RustNode): Value {
    const name = this.#text(node);
    const variable = node.type === "self" ? undefined : this.#program.variables.variableOf(node);
    if (variable === undefined && name === "None") return { kind: "nothing", word: "none", ...this.#at(node) };
    const isShorthand = node.parent?.type === "ShorthandFieldInitializer";
    const now = { kind: "name" as const, name, ...this.#at(node), shorthand: isShorthand ? `${name}: ` : undefined };
    const type = { compute: () => this.#typeOf(node), meanwhile: undefined };
    if (variable !== undefined) {
      const value = lazyValue<NameValue>(now, {
        binding: { compute: () => this.#knowledge.bindings.ofVariable(variable), meanwhile: undefined },
        definition: { compute: () => this.#definitionAt(variable, node), meanwhile: undefined },
        origin: { compute: () => this.#originOf(variable), meanwhile: undefined },
        type,
      });
      this.#knowledge.variables.set(value, variable);
      return value;
    }
    if (node.type === "self") {
      const receiver = this.#frame?.receiver;
      return lazyValue<NameValue>({ ...now, binding: undefined }, {
        definition: { compute: () => receiver && this.#frame?.caller.valueOf(receiver), meanwhile: undefined },
        type,
      });
    }
    const sdk = this.#program.names.sdkPath(node);
    return lazyValue<NameValue>({ ...now, sdk }, {
      binding: { compute: () => this.#constantBinding(node), meanwhile: undefined },
      definition: { compute: () => this.#levelOf(node, sdk) ?? this.#constant(node), meanwhile: undefined },
      type,
    });
  }

  #path(node: RustNode): Value {
    const segments = node.children.filter(({ type }) => type !== "TypeArgList" && type !== "QualifiedScope");
    const last = segments.at(-1);
    if (last === undefined) return this.#unknown(node);
    const sdk = this.#program.names.sdkPath(node);
    return lazyValue<MemberValue>(
      { kind: "member", ...this.#at(node), name: this.#text(last), nameRange: last.range, sdk },
      {
        object: { compute: () => this.#owner(node, segments.slice(0, -1)), meanwhile: this.#unknown(node) },
        definition: { compute: () => this.#levelOf(node, sdk) ?? this.#constant(node), meanwhile: undefined },
        type: { compute: () => this.#typeOf(node), meanwhile: undefined },
      },
    );
  }

  /** The path in front of its last name, as names and members. */
  #owner(path: RustNode, segments: readonly RustNode[]): Value {
    const { text } = this.#program.sourceCode;
    let owner: Value | undefined;
    for (const segment of segments) {
      const range: Range = [path.range[0], segment.range[1]];
      const source = text.slice(range[0], range[1]);
      const name = this.#text(segment);
      owner =
        owner === undefined
          ? { kind: "name", name, range: segment.range, source: name, binding: undefined, definition: undefined }
          : { kind: "member", object: owner, name, nameRange: segment.range, range, source, definition: undefined };
    }
    return owner ?? this.#unknown(path);
  }

  /** The text that a level of the SDK stands for: `warning` for `Level::Warning`. */
  #levelOf(node: RustNode, sdk: readonly string[] | undefined): Value | undefined {
    const text = sdk?.at(-2) === "Level" ? LEVELS.get(sdk.at(-1) ?? "") : undefined;
    return text === undefined ? undefined : { kind: "text", text, ...this.#at(node) };
  }

  /** What a constant or static of the file holds. */
  #constant(path: RustNode): Value | undefined {
    const item = this.#constantItem(path);
    const init = item && childAfter(item, "=");
    return init && this.#knowledge.bounded(() => this.valueOf(init));
  }

  #constantItem(path: RustNode): RustNode | undefined {
    const { names, items } = this.#program;
    const { item, rest } = names.resolve(path);
    const written = names.pathOf(path);
    const isSelf = written?.length === 2 && written[0] === "Self";
    const owner = isSelf ? items.selfItem(path) : item;
    const member = isSelf ? written[1] : rest[0];
    if (owner !== undefined && member !== undefined && rest.length <= 1) {
      const found = items.memberOf(owner, member);
      return found?.type === "ConstItem" ? found : undefined;
    }
    const isConstant = (item?.type === "ConstItem" || item?.type === "StaticItem") && rest.length === 0;
    return isConstant && !hasToken(item, "mut") ? item : undefined;
  }

  #constantBinding(path: RustNode): Binding | undefined {
    const item = this.#constantItem(path);
    const name = item && itemName(item);
    return item && name && this.#knowledge.bindings.ofItem(name, childOf(item, "Vis") !== undefined);
  }

  #definitionAt(variable: Variable, use: RustNode): Value | undefined {
    return this.#knowledge.bounded(() => {
      const initial = this.#initial(variable);
      return this.#knowledge.flow.stateAt<Value | undefined>(variable, use, initial, this.#effects(variable));
    });
  }

  /** What a variable holds where it is bound. */
  #initial(variable: Variable): Value | undefined {
    const { source, steps } = variable;
    switch (source.kind) {
      case "nothing":
        return undefined;
      case "expression":
        return this.#below(this.valueOf(source.node), steps, variable);
      case "iterated":
        return this.#iterated(source.node, steps, variable);
      case "parameter":
        return this.#given(variable, source.function, source.index);
    }
  }

  #given(variable: Variable, owner: RustNode, index: number): Value | undefined {
    const { steps } = variable;
    if (this.#frame?.function === owner) {
      const own = parametersOf(owner)[0]?.type === "SelfParameter" ? index - 1 : index;
      const argument = this.#frame.arguments[own];
      return argument && this.#below(this.#frame.caller.valueOf(argument), steps, variable);
    }
    if (owner.type !== "ClosureExpression") return undefined;
    const call = owner.parent?.parent;
    const callee = call?.type === "CallExpression" ? calleeOf(call) : undefined;
    const [receiver, method] = callee?.type === "FieldExpression" ? callee.children : [];
    if (receiver === undefined || method === undefined || !CALLBACK_METHODS.has(this.#text(method))) return undefined;
    // The closure of `fold` and the like takes more; what they are is not followed.
    if (index !== 0) return undefined;
    if (!this.#isIteration(receiver)) return this.#below(this.valueOf(receiver), steps, variable);
    return this.#iterated(receiver, steps, variable);
  }

  /** Whether a chain of methods begins with one that iterates: `users.iter().filter(…)`. */
  #isIteration(node: RustNode): boolean {
    let current: RustNode | undefined = node;
    while (current !== undefined) {
      if (current.type === "RangeExpression") return true;
      if (current.type === "ParenthesizedExpression" || current.type === "ReferenceExpression") {
        current = current.children.at(-1);
        continue;
      }
      const callee: RustNode | undefined = current.type === "CallExpression" ? calleeOf(current) : undefined;
      const [receiver, method]: readonly RustNode[] = callee?.type === "FieldExpression" ? callee.children : [];
      if (method === undefined) return false;
      if (ITERATING_METHODS.has(this.#text(method))) return true;
      current = receiver;
    }
    return false;
  }

  #iterated(iterable: RustNode, steps: readonly Step[], variable: Variable): Value | undefined {
    const node = this.#inner(iterable);
    const callee = node.type === "CallExpression" ? calleeOf(node) : undefined;
    const [receiver, method] = callee?.type === "FieldExpression" ? callee.children : [];
    const [first, ...rest] = steps;
    if (method !== undefined && receiver !== undefined && this.#text(method) === "enumerate") {
      if (first?.kind !== "field") return undefined;
      return first.name === "1" ? this.#iterated(receiver, rest, variable) : undefined;
    }
    return this.#below(this.valueOf(node), [{ kind: "item" }, ...steps], variable);
  }

  /** What a pattern takes out of a value, at the name that it binds. */
  #below(value: Value, steps: readonly Step[], { identifier }: Variable): Value | undefined {
    let current = value;
    for (const step of steps) {
      if (step.kind === "unknown") return undefined;
      if (step.kind === "wrapped") continue;
      const is = resolve(current);
      if (step.kind === "item") {
        current = is.kind === "list" && is.complete && is.items.length > 0 ? this.#either(is.items, is) : this.#part(current, undefined, identifier);
      } else {
        current = this.#fieldOf(is, step.name) ?? this.#part(current, step.name, identifier);
      }
    }
    return current;
  }

  #part(object: Value, name: string | undefined, { range }: RustNode): Value {
    const source = this.#program.sourceCode.text.slice(range[0], range[1]);
    return lazyValue<MemberValue>(
      { kind: "member", object, name, nameRange: range, range, source, definition: undefined },
      { type: { compute: () => partType(object.type, name), meanwhile: undefined } },
    );
  }

  #fieldOf(is: Value, name: string): Value | undefined {
    if (is.kind === "record") return is.fields.findLast((field) => field.name === name)?.value;
    return is.kind === "list" ? is.items[Number(name)] : undefined;
  }

  #either(values: readonly Value[], { range, source }: Value): Value {
    const [only, ...others] = values;
    if (only !== undefined && others.length === 0) return only;
    return { kind: "choice", branches: values.slice(0, MAX_BRANCHES), range, source };
  }

  // Changes

  #effects({ identifier }: Variable): Effects<Value | undefined> {
    return {
      join: (states) => this.#join(states, identifier),
      apply: (state, change) => this.#update(state, change.path, change, identifier),
    };
  }

  #join(states: readonly (Value | undefined)[], identifier: RustNode): Value | undefined {
    const values = [...new Set(states.filter((state) => state !== undefined))];
    const [first, ...others] = values;
    if (first === undefined || others.length === 0) return first;
    const records = values.map(resolve);
    if (records.every((value) => value.kind === "record")) return this.#joinRecords(records);
    if (records.every((value) => value.kind === "list")) {
      const items = [...new Set(records.flatMap(({ items }) => items))];
      return { kind: "list", range: first.range, source: first.source, items, complete: false };
    }
    return this.#either(values, { ...this.#at(identifier), kind: "unknown" });
  }

  #joinRecords(records: readonly RecordValue[]): Value {
    const fields = new Map<string | Field, Field>();
    for (const field of records.flatMap(({ fields }) => fields)) {
      const key = field.name ?? field.value.source;
      const known = fields.get(key);
      if (known === undefined || known.value === field.value) fields.set(key, known ?? field);
      else fields.set(key, { ...field, value: this.#either([known.value, field.value], field.value) });
    }
    const [first] = records;
    return {
      kind: "record",
      range: first?.range ?? [0, 0],
      source: first?.source ?? "",
      fields: [...fields.values()],
      spreads: [...new Set(records.flatMap(({ spreads }) => spreads))],
      complete: records.every(({ complete }) => complete),
    };
  }

  #update(state: Value | undefined, path: readonly string[], change: Change, identifier: RustNode): Value | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return this.#changed(state, change, identifier);
    const record = this.#recordIn(state, identifier);
    const before = record.fields.findLast((field) => field.name === name);
    // What a complete record does not list is as empty as its type makes it.
    const missing = record.complete && rest.length === 0 && change.kind === "insert" ? emptyRecord(record) : undefined;
    const value = this.#update(before?.value ?? missing, rest, change, identifier);
    if (value === undefined) return record;
    const isWrite = change.kind === "write" && rest.length === 0;
    const field: Field = isWrite
      ? this.#changedField(name, change.pathNode, value, change.node)
      : { ...(before ?? this.#changedField(name, change.pathNode, value, change.node)), value, removal: undefined };
    return withField(record, field);
  }

  #changed(state: Value | undefined, change: Change, identifier: RustNode): Value | undefined {
    const [first, second] = change.values;
    switch (change.kind) {
      case "write":
        return first && this.valueOf(first);
      case "append":
        return first && this.#appended(state, first, change.node);
      case "insert": {
        if (first === undefined || second === undefined) return state;
        const key = this.valueOf(first);
        const field = this.#changedField(knownText(key), undefined, this.valueOf(second), change.node);
        const known = field.name === undefined ? { ...field, computedKey: key } : { ...field, keyRange: key.range };
        return withField(this.#recordIn(state, identifier), known);
      }
      case "push": {
        const list = state && resolve(state);
        if (first === undefined) return state;
        const items = list?.kind === "list" ? list.items : [];
        const complete = list?.kind === "list" && list.complete;
        return { kind: "list", ...this.#site(list, identifier), items: [...items, this.valueOf(first)], complete };
      }
      case "extend":
        return this.#extended(state, first && this.valueOf(first), identifier);
      case "open":
        return this.#opened(state, identifier);
    }
  }

  #site(value: Value | undefined, identifier: RustNode): { readonly range: Range; readonly source: string } {
    return value === undefined ? this.#at(identifier) : { range: value.range, source: value.source };
  }

  #appended(state: Value | undefined, added: RustNode, node: RustNode): Value {
    const parts = added.type === "MacroInvocation" ? this.#formatParts(added, 1) : [this.valueOf(added)];
    const known = state === undefined ? undefined : resolve(state);
    const before = known === undefined ? [] : known.kind === "template" ? known.parts : [known];
    const kept = before.filter((part) => part.kind !== "text" || part.text !== "");
    return { kind: "template", ...this.#at(node), parts: [...kept, ...(parts ?? [this.#unknown(added)])] };
  }

  #extended(state: Value | undefined, added: Value | undefined, identifier: RustNode): Value {
    const is = added && resolve(added);
    const known = state && resolve(state);
    if (known?.kind === "list") {
      const items = is?.kind === "list" ? is.items : added === undefined ? [] : [added];
      return { kind: "list", ...this.#site(known, identifier), items: [...known.items, ...items], complete: false };
    }
    const record = this.#recordIn(state, identifier);
    const pairs = is === undefined ? undefined : this.#recordOfPairs(is);
    const entries = is?.kind === "record" ? is : pairs;
    if (entries === undefined) {
      const spreads = added === undefined ? record.spreads : [...record.spreads, added];
      return { ...plainRecord(record), spreads, complete: false };
    }
    const merged = entries.fields.reduce(withField, record);
    return { ...plainRecord(merged), complete: merged.complete && entries.complete };
  }

  #opened(state: Value | undefined, identifier: RustNode): Value {
    const is = state && resolve(state);
    if (is?.kind === "record") return { ...plainRecord(is), complete: false };
    if (is?.kind === "list") return { kind: "list", ...this.#site(is, identifier), items: is.items, complete: false };
    const unknown: Value = { kind: "unknown", ...this.#at(identifier) };
    return state === undefined ? unknown : this.#either([state, unknown], unknown);
  }

  #recordIn(state: Value | undefined, identifier: RustNode): RecordValue {
    const is = state && resolve(state);
    if (is?.kind === "record") return is;
    const spreads = state === undefined ? [] : [state];
    return { kind: "record", ...this.#at(identifier), fields: [], spreads, complete: false };
  }

  #changedField(name: string | undefined, key: RustNode | undefined, value: Value, node: RustNode): Field {
    const statement = node.parent?.type === "ExpressionStatement" ? node.parent : undefined;
    const removal = statement && cutStatement(this.#program.sourceCode, statement);
    return { name, keyRange: key?.range, value, range: node.range, removal };
  }

  // Members and calls

  #member(node: RustNode): Value {
    const [object, name] = node.children;
    if (object === undefined || name === undefined) return this.#unknown(node);
    return this.#memberNamed(node, object, this.#text(name), name.range);
  }

  #index(node: RustNode): Value {
    const [object, index] = node.children;
    if (object === undefined || index === undefined) return this.#unknown(node);
    const key = this.valueOf(index);
    const name = key.kind === "number" ? String(key.number) : knownText(key);
    return this.#memberNamed(node, object, name, index.range);
  }

  #memberNamed(node: RustNode, object: RustNode, name: string | undefined, nameRange: Range): Value {
    const value: MemberValue = lazyValue<MemberValue>(
      { kind: "member", ...this.#at(node), name, nameRange },
      {
        object: { compute: () => this.valueOf(object), meanwhile: this.#unknown(object) },
        definition: {
          compute: () =>
            name === undefined
              ? undefined
              : this.#knowledge.bounded(() => this.#fieldOf(resolve(this.valueOf(object)), name)),
          meanwhile: undefined,
        },
        origin: { compute: () => originOfMember(value), meanwhile: undefined },
        type: { compute: () => this.#typeOf(node), meanwhile: undefined },
      },
    );
    return value;
  }

  #call(node: RustNode): Value {
    const callee = calleeOf(node);
    if (callee === undefined) return this.#unknown(node);
    return callee.type === "FieldExpression" ? this.#methodCall(node, callee) : this.#pathCall(node, callee);
  }

  #methodCall(node: RustNode, callee: RustNode): Value {
    const [receiver, method] = callee.children;
    if (receiver === undefined || method === undefined) return this.#unknown(node);
    const name = this.#text(method);
    const given = argumentsOf(node);
    if (FALLBACK_METHODS.has(name)) {
      return lazyValue<ChoiceValue>({ kind: "choice", ...this.#at(node) }, {
        branches: {
          compute: () => [this.valueOf(receiver), ...given.slice(-1).flatMap((last) => this.#yielded(last))],
          meanwhile: [],
        },
      });
    }
    if (name === "collect") return this.#collected(node, receiver);
    if (name === "get" || name === "get_mut") {
      const key = given[0] && knownText(this.valueOf(given[0]));
      const owner = this.valueOf(receiver);
      const isHeaders = (owner.kind === "name" || owner.kind === "member") && /headers?$/u.test(owner.name ?? "");
      if (key !== undefined && owner.origin === undefined && !isHeaders) {
        return this.#memberNamed(node, receiver, key, given[0]?.range ?? node.range);
      }
    }
    const [closure] = given.slice(-1);
    return this.#callValue(node, callee, given, () => {
      if (SELECTING_METHODS.has(name)) return this.valueOf(receiver);
      if (MAPPING_METHODS.has(name) && closure !== undefined) return this.#mapped(name, given);
      return this.#resultOfMethod(receiver, name, given);
    });
  }

  /** What `map(|user| user.email)` yields. */
  #mapped(name: string, given: readonly RustNode[]): Value | undefined {
    const values = (name === "map_or" || name === "map_or_else" ? given : given.slice(-1)).flatMap((argument) =>
      this.#yielded(argument),
    );
    const [first] = values;
    return first && this.#either(values, first);
  }

  /** What a closure yields when it is called; any other expression itself. */
  #yielded(node: RustNode): readonly Value[] {
    if (node.type !== "ClosureExpression") return isFunctionPath(node) ? [this.#unknown(node)] : [this.valueOf(node)];
    return this.#knowledge.bounded(() => this.resultsOf(node)) ?? [];
  }

  #collected(node: RustNode, receiver: RustNode): Value {
    const items = this.#knowledge.bounded(() => resolve(this.valueOf(receiver)));
    const [type] = typeArgumentsOf(node);
    const isList = type !== undefined && /^Vec\b/u.test(this.#program.textOf(type));
    const record = items === undefined || isList ? undefined : this.#recordOfPairs(items);
    return record ?? this.valueOf(receiver);
  }

  #resultOfMethod(receiver: RustNode, name: string, given: readonly RustNode[]): Value | undefined {
    const { items } = this.#program;
    const owner = receiver.type === "self" ? items.selfItem(receiver) : this.#structOf(receiver);
    const method = owner && items.memberOf(owner, name);
    return method?.type === "FunctionItem" ? this.#resultOf(method, given, receiver) : undefined;
  }

  #structOf(node: RustNode): RustNode | undefined {
    const type = this.typeNodeOf(node);
    return type && this.#program.items.typeItem(this.types.inner(type));
  }

  #pathCall(node: RustNode, callee: RustNode): Value {
    const given = argumentsOf(node);
    if (!this.#program.variables.variableOf(callee)) {
      const made = this.#made(node, callee, given);
      if (made !== undefined) return made;
    }
    return this.#callValue(node, callee, given, () => this.#resultOfPath(callee, given));
  }

  /** What well-known functions make. */
  #made(node: RustNode, callee: RustNode, given: readonly RustNode[]): Value | undefined {
    const at = this.#at(node);
    const [first] = given;
    if (this.#namesOneOf(callee, EMPTY_RECORDS)) return { kind: "record", ...at, fields: [], spreads: [], complete: true };
    if (this.#namesOneOf(callee, EMPTY_LISTS)) return { kind: "list", ...at, items: [], complete: true };
    if (this.#namesOneOf(callee, EMPTY_TEXTS)) return { kind: "text", text: "", ...at };
    if (first === undefined) {
      const path = this.#program.names.pathOf(callee)?.join("::");
      // Of `Default::default()` only the place says what it is; where a map is wanted it is an empty one.
      return path === "Default::default" ? { kind: "record", ...at, fields: [], spreads: [], complete: true } : undefined;
    }
    const name = this.#program.names.pathOf(callee)?.at(-1);
    const path = this.#program.names.resolve(callee).path?.join("::");
    if (path === "std::iter::once" || path === "iter::once") {
      return { kind: "list", ...at, items: [this.valueOf(first)], complete: true };
    }
    if ((path === "std::env::var" || path === "env::var") && name !== undefined) {
      const key = this.valueOf(first);
      const variable = knownText(key);
      const object = this.valueOf(callee);
      return { kind: "member", ...at, object, name: variable, nameRange: key.range, definition: undefined };
    }
    if (!this.#namesOneOf(callee, MAPS_OF_PAIRS)) return undefined;
    const pairs = this.#knowledge.bounded(() => resolve(this.valueOf(first)));
    const record = pairs && this.#recordOfPairs(pairs);
    return record ?? { kind: "record", ...at, fields: [], spreads: [this.valueOf(first)], complete: false };
  }

  #resultOfPath(callee: RustNode, given: readonly RustNode[]): Value | undefined {
    const { names, items, variables } = this.#program;
    const variable = callee.type === "Identifier" ? variables.variableOf(callee) : undefined;
    if (variable !== undefined) {
      const closure = variable.source.kind === "expression" ? variable.source.node : undefined;
      return closure?.type === "ClosureExpression" ? this.#resultOf(closure, given, undefined) : undefined;
    }
    const { item, rest } = names.resolve(callee);
    const written = names.pathOf(callee);
    if (item?.type === "FunctionItem" && rest.length === 0) return this.#resultOf(item, given, undefined);
    const owner = written?.length === 2 && written[0] === "Self" ? items.selfItem(callee) : rest.length === 1 ? item : undefined;
    const method = owner && items.memberOf(owner, written?.at(-1) ?? "");
    return method?.type === "FunctionItem" ? this.#resultOf(method, given, undefined) : undefined;
  }

  /** What a function of the file yields for some arguments. */
  #resultOf(owner: RustNode, given: readonly RustNode[], receiver: RustNode | undefined): Value | undefined {
    const depth = (this.#frame?.depth ?? 0) + 1;
    if (depth > MAX_FRAMES) return undefined;
    return this.#knowledge.bounded(() => {
      const isMethod = parametersOf(owner)[0]?.type === "SelfParameter";
      const all = isMethod && receiver === undefined ? given.slice(1) : given;
      const frame: Frame = { function: owner, arguments: all, receiver: receiver ?? (isMethod ? given[0] : undefined), caller: this, depth };
      const results = new Reader(this.#knowledge, frame).resultsOf(owner);
      const [first] = results;
      return first && this.#either(results, first);
    });
  }

  /** The expressions that a function yields: its last one, and those that it returns. */
  #endsOf(owner: RustNode): readonly RustNode[] {
    const { returns } = this.#knowledge;
    let ends = returns.get(owner);
    if (ends === undefined) returns.set(owner, (ends = readEnds(owner)));
    return ends;
  }

  #callValue(node: RustNode, callee: RustNode, given: readonly RustNode[], result: () => Value | undefined): Value {
    const value: CallValue = lazyValue<CallValue>(
      { kind: "call", ...this.#at(node), construct: false },
      {
        callee: { compute: () => this.#calleeValue(callee), meanwhile: this.#unknown(callee) },
        arguments: { compute: () => given.map((argument) => this.valueOf(argument)), meanwhile: [] },
        result: { compute: () => this.#knowledge.bounded(result), meanwhile: undefined },
        origin: { compute: (): Origin | undefined => originOfCall(value), meanwhile: undefined },
        type: { compute: () => this.#typeOf(node), meanwhile: undefined },
        clock: { compute: (): Clock | undefined => clockOf(value), meanwhile: undefined },
      },
    );
    return value;
  }

  /** A function is named, whatever a variable or constant of that name may hold. */
  #calleeValue(callee: RustNode): Value {
    const value = this.valueOf(callee);
    if (value.kind !== "name") return value;
    const { name, range, source, sdk } = value;
    return { kind: "name", name, range, source, sdk, binding: undefined, definition: undefined };
  }

  // Operations and choices

  #binary(node: RustNode): Value {
    const [left, operator, right] = node.children;
    if (left === undefined || operator === undefined || right === undefined) return this.#unknown(node);
    const sign = this.#program.textOf(operator);
    if (sign === "==" || sign === "!=") return this.#operation(node, "==", "boolean", [left, right]);
    if (operator.type === "CompareOp") return this.#operation(node, "<", "boolean", [left, right]);
    if (operator.type === "LogicOp") return this.#operation(node, sign, "boolean", [left, right]);
    if (sign !== "+") return this.#operation(node, sign, "number", [left, right]);
    const operands: RustNode[] = [];
    let first = node;
    for (;;) {
      const [inner, plus, last] = first.children;
      if (first.type !== "BinaryExpression" || inner === undefined || plus === undefined || last === undefined) break;
      if (this.#program.textOf(plus) !== "+") break;
      operands.push(last);
      first = inner;
    }
    operands.push(first);
    operands.reverse();
    if (!operands.some((operand) => this.#isText(operand))) return this.#operation(node, "+", "unknown", operands);
    return lazyValue<TemplateValue>({ kind: "template", ...this.#at(node) }, {
      parts: { compute: () => operands.map((operand) => this.valueOf(operand)), meanwhile: [] },
    });
  }

  /** Whether an operand of `+` is seen to be a text. A `String` is joined with a reference, numbers hardly are. */
  #isText(operand: RustNode): boolean {
    if (operand.type === "ReferenceExpression") return true;
    const value = this.valueOf(operand);
    return value.kind === "text" || value.kind === "template" || this.#typeOf(operand)?.kind === "text";
  }

  #unary(node: RustNode): Value {
    const [operator, operand] = node.children;
    if (operator === undefined || operand === undefined) return this.#unknown(node);
    if (operator.type === "LogicOp") return this.#operation(node, "!", "boolean", [operand]);
    if (operand.type !== "Integer" && operand.type !== "Float") return this.#operation(node, "-", "number", [operand]);
    return { kind: "number", number: -readNumber(this.#program.textOf(operand)), ...this.#at(node) };
  }

  #operation(node: RustNode, operator: string, result: OperationValue["result"], operands: readonly RustNode[]): Value {
    const value: OperationValue = lazyValue<OperationValue>(
      { kind: "operation", operator, result, ...this.#at(node) },
      {
        operands: { compute: () => operands.map((operand) => this.valueOf(operand)), meanwhile: [] },
        clock: { compute: (): Clock | undefined => clockOf(value), meanwhile: undefined },
      },
    );
    return value;
  }

  #choice(node: RustNode): Value {
    return lazyValue<ChoiceValue>({ kind: "choice", ...this.#at(node) }, {
      branches: { compute: () => this.#branches(node).map((branch) => this.valueOf(branch)), meanwhile: [] },
    });
  }

  /** What an `if` or `match` can yield, nested ones taken apart. Arms that leave the function yield nothing. */
  #branches(node: RustNode): readonly RustNode[] {
    const found: RustNode[] = [];
    const pending: RustNode[] = [node];
    for (let next = pending.pop(); next !== undefined && found.length < MAX_BRANCHES; next = pending.pop()) {
      const inner = this.#inner(next);
      const arms = armsOf(inner);
      if (arms === undefined) found.push(inner);
      else pending.push(...arms.filter((arm) => !this.#leaves(arm)).reverse());
    }
    return found;
  }

  #leaves(arm: RustNode): boolean {
    if (neverEnds(arm)) return true;
    const inner = this.#inner(arm);
    return inner.type === "MacroInvocation" && LEAVING_MACROS.has(this.#macroName(inner));
  }

  // Literals of structs, lists and maps

  #struct(node: RustNode): Value {
    return lazyValue<RecordValue>({ kind: "record", ...this.#at(node) }, {
      ...this.#contents(() => this.#structContents(node)),
    });
  }

  #contents(read: () => Contents) {
    let contents: Contents | undefined;
    const known = (): Contents => (contents ??= read());
    return {
      fields: { compute: () => known().fields, meanwhile: [] },
      spreads: { compute: () => known().spreads, meanwhile: [] },
      complete: { compute: () => known().complete, meanwhile: false },
    };
  }

  #structContents(node: RustNode): Contents {
    const list = childOf(node, "FieldInitializerList");
    const fields: Field[] = [];
    const spreads: Value[] = [];
    const base = list && childOf(list, "BaseFieldInitializer");
    const cut = list && cutterOf(this.#program.sourceCode, list);
    for (const initializer of list?.children ?? []) {
      const [name, value = name] = partsOf(initializer);
      if (name === undefined || value === undefined || initializer === base) continue;
      // Without a base, a struct must have all of its fields.
      const removal = base && cut?.(initializer.range);
      fields.push({ name: this.#text(name), keyRange: name.range, value: this.valueOf(value), range: initializer.range, removal });
    }
    const rest = base?.children[0];
    if (rest !== undefined && !this.#isDefault(rest)) spreads.push(this.valueOf(rest));
    return { fields, spreads, complete: spreads.length === 0 && !node.hasError };
  }

  /** `Default::default()`, `Breadcrumb::default()` */
  #isDefault(node: RustNode): boolean {
    const callee = node.type === "CallExpression" ? calleeOf(node) : undefined;
    return callee !== undefined && this.#program.names.pathOf(callee)?.at(-1) === "default";
  }

  #list(node: RustNode): Value {
    const isRepeated = hasToken(node, ";");
    const value = lazyValue<ListValue>({ kind: "list", ...this.#at(node), complete: !isRepeated }, {
      items: {
        compute: () => (isRepeated ? partsOf(node).slice(0, 1) : partsOf(node)).map((item) => this.valueOf(item)),
        meanwhile: [],
      },
    });
    this.#knowledge.lists.set(value, node);
    return value;
  }

  /** A list of pairs, read as the map that is made of it; undefined for any other list. */
  #recordOfPairs(list: Value): RecordValue | undefined {
    if (list.kind === "record") return list;
    if (list.kind !== "list" || (list.items.length === 0 && !list.complete)) return undefined;
    const written = this.#knowledge.lists.get(list);
    const cut = written && cutterOf(this.#program.sourceCode, written);
    const fields: Field[] = [];
    for (const item of list.items) {
      const pair = resolve(item);
      const [key, value, ...others] = pair.kind === "list" ? pair.items : [];
      if (key === undefined || value === undefined || others.length > 0) return undefined;
      const name = knownText(key);
      const removal = cut?.(pair.range);
      fields.push({
        name,
        keyRange: key.range,
        value,
        range: pair.range,
        removal,
        ...(name === undefined && { computedKey: key }),
      });
    }
    const complete = list.complete && fields.every(({ name }) => name !== undefined);
    return { kind: "record", range: list.range, source: list.source, fields, spreads: [], complete };
  }

  // Macros

  #macroName(macro: RustNode): string {
    const [path] = macro.children;
    return path === undefined ? "" : (this.#program.names.pathOf(path)?.at(-1) ?? "");
  }

  #macro(node: RustNode): Value {
    const name = this.#macroName(node);
    switch (name) {
      case "format":
      case "format_args":
      case "formatcp":
      case "anyhow":
        return this.#template(node, () => this.#formatParts(node, 0));
      case "concat":
        return this.#template(node, () => {
          const list = listedArguments(this.#program.sourceCode, node);
          return list?.map((part) => this.valueOf(part));
        });
      case "vec":
        return this.#vec(node);
      case "json": {
        const tree = tokensOf(node);
        const [part, ...others] = tree === undefined ? [] : partsOfTokens(this.#program.sourceCode, tree);
        return part === undefined || others.length > 0 ? this.#unknown(node) : this.#json(part, node);
      }
      case "matches":
        return this.#operation(node, "is", "boolean", []);
      case "line":
      case "column":
        return this.#operation(node, "+", "number", []);
      default:
        return /map/iu.test(name) ? this.#mapMacro(node) : this.#unknown(node);
    }
  }

  #template(node: RustNode, read: () => readonly Value[] | undefined): Value {
    const parts = read();
    if (parts === undefined) return this.#unknown(node);
    return lazyValue<TemplateValue>({ kind: "template", ...this.#at(node), parts }, {});
  }

  /** @param skip how many arguments come before the format string */
  #formatParts(macro: RustNode, skip: number): readonly Value[] | undefined {
    const given = listedArguments(this.#program.sourceCode, macro)?.slice(skip);
    const [format, ...others] = given ?? [];
    if (format === undefined) return given === undefined ? undefined : [];
    const literal = format.type === "String" || format.type === "RawString" ? readLiteral(this.#program.textOf(format)) : undefined;
    const parts = literal && readFormat(literal.text);
    if (literal === undefined || parts === undefined) return undefined;
    const positional = others.filter((argument) => argument.type !== "AssignmentExpression");
    const named = new Map(
      others.flatMap((argument): [string, RustNode][] => {
        const [name, value] = argument.type === "AssignmentExpression" ? argument.children : [];
        return name === undefined || value === undefined ? [] : [[this.#text(name), value]];
      }),
    );
    const inOrder = others.map((argument) => (argument.type === "AssignmentExpression" ? argument.children[1] : argument));
    const at = (offset: number): number => format.range[0] + (literal.offsets[offset] ?? 0);
    return parts.map((part): Value => {
      const range: Range = [at(part.start), at(part.end)];
      const source = this.#program.sourceCode.text.slice(range[0], range[1]);
      if (part.kind === "text") return { kind: "text", text: part.text, range, source };
      const { argument } = part;
      const node = typeof argument === "number" ? (positional[argument] ?? inOrder[argument]) : named.get(plainName(argument));
      const value =
        node !== undefined
          ? this.valueOf(node)
          : typeof argument === "string"
            ? this.#inlineArgument(range, format)
            : ({ kind: "unknown", range, source } satisfies Value);
      return part.isDebug ? debugOf(value) : value;
    });
  }

  /** `{email}` in a format string: the variable of that name. */
  #inlineArgument(range: Range, format: RustNode): Value {
    const node = this.#program.sourceCode.parseFragment("expression", [range[0], range[1]], format);
    if (node !== undefined) return this.valueOf(node);
    return { kind: "unknown", range, source: this.#program.sourceCode.text.slice(range[0], range[1]) };
  }

  #vec(node: RustNode): Value {
    const tree = tokensOf(node);
    const list = listedArguments(this.#program.sourceCode, node);
    if (list !== undefined) {
      const value: Value = lazyValue<ListValue>({ kind: "list", ...this.#at(node), complete: true }, {
        items: { compute: () => list.map((item) => this.valueOf(item)), meanwhile: [] },
      });
      if (tree !== undefined) this.#knowledge.lists.set(value, tree);
      return value;
    }
    const [first] = tree === undefined ? [] : partsOfTokens(this.#program.sourceCode, tree);
    const items = first?.kind === "expression" ? [this.valueOf(first.node)] : [];
    return { kind: "list", ...this.#at(node), items, complete: false };
  }

  #json(part: MacroPart, macro: RustNode, depth = 0): Value {
    const { sourceCode } = this.#program;
    if (part.kind === "expression") return this.valueOf(part.node);
    if (part.kind === "other" || depth > MAX_DEPTH) return this.#unread(part.kind === "other" ? part.range : part.node.range);
    const { node } = part;
    if (node.type === "BracketedTokens") {
      return lazyValue<ListValue>({ kind: "list", ...this.#at(node), complete: true }, {
        items: {
          compute: () => partsOfTokens(sourceCode, node).map((item) => this.#json(item, macro, depth + 1)),
          meanwhile: [],
        },
      });
    }
    return this.#entries(node, ":", (value) => this.#json(value, macro, depth + 1));
  }

  #unread(range: Range): Value {
    const source = this.#program.sourceCode.text.slice(range[0], range[1]);
    return source === "null" ? { kind: "nothing", word: "null", range, source } : { kind: "unknown", range, source };
  }

  #mapMacro(node: RustNode): Value {
    const tree = tokensOf(node);
    if (tree === undefined) return this.#unknown(node);
    return this.#entries(tree, "=>", (part) => this.#partValue(part), node);
  }

  #partValue(part: MacroPart): Value {
    if (part.kind === "other") return this.#unread(part.range);
    return part.kind === "expression" ? this.valueOf(part.node) : this.#unknown(part.node);
  }

  #entries(tree: RustNode, separator: "=>" | ":", valueOf: (part: MacroPart) => Value, at: RustNode = tree): Value {
    const { sourceCode } = this.#program;
    return lazyValue<RecordValue>({ kind: "record", ...this.#at(at) }, {
      ...this.#contents(() => {
        const entries = entriesOfTokens(sourceCode, tree, separator);
        if (entries === undefined) return { fields: [], spreads: [], complete: false };
        const cut = cutterOf(sourceCode, tree);
        const fields = entries.map(({ key, value, range }): Field => {
          const computedKey = this.#partValue(key);
          const name = knownText(computedKey);
          const own = { keyRange: computedKey.range, value: valueOf(value), range, removal: cut(range) };
          return name === undefined ? { name, computedKey, ...own } : { name, ...own };
        });
        return { fields, spreads: [], complete: fields.every(({ name }) => name !== undefined) };
      }),
    });
  }

  // Types and origins

  #typeOf(node: RustNode): ValueType | undefined {
    return this.#knowledge.bounded(() => {
      const type = this.typeNodeOf(node);
      return type && this.types.read(type);
    });
  }

  typeNodeOf(expression: RustNode): RustNode | undefined {
    return this.#knowledge.bounded(() => this.#declaredType(this.#inner(expression)));
  }

  #declaredType(node: RustNode): RustNode | undefined {
    const { variables, items, names } = this.#program;
    switch (node.type) {
      case "Identifier": {
        const variable = variables.variableOf(node);
        if (variable !== undefined) return this.#variableType(variable);
        const item = this.#constantItem(node);
        return item && childAfter(item, ":");
      }
      case "self": {
        const impl = closest(node, "ImplItem");
        return impl?.children.findLast(({ type }) => /^(?:Scoped)?TypeIdentifier$|^GenericType$/u.test(type));
      }
      case "FieldExpression": {
        const [object, field] = node.children;
        const type = object && this.typeNodeOf(object);
        return type && field && this.types.ofField(type, this.#text(field));
      }
      case "StructExpression":
        return node.children[0];
      case "CallExpression": {
        const callee = calleeOf(node);
        if (callee === undefined) return undefined;
        if (callee.type === "FieldExpression") {
          const [receiver, method] = callee.children;
          const owner = receiver && (receiver.type === "self" ? items.selfItem(receiver) : this.#structOf(receiver));
          const item = owner && method && items.memberOf(owner, this.#text(method));
          return item && returnType(item);
        }
        const { item, rest } = names.resolve(callee);
        if (item?.type === "FunctionItem" && rest.length === 0) return returnType(item);
        const member = item && rest.length === 1 ? items.memberOf(item, rest[0] ?? "") : undefined;
        return member && returnType(member);
      }
      default:
        return undefined;
    }
  }

  #variableType(variable: Variable): RustNode | undefined {
    const declared = this.types.ofVariable(variable);
    if (declared !== undefined || variable.type !== undefined) return declared;
    const { source, steps } = variable;
    if (source.kind !== "expression" || steps.some(({ kind }) => kind !== "wrapped")) return undefined;
    return this.typeNodeOf(source.node);
  }

  /** What the type of a handler's parameter says of the data in it. */
  #originOf({ type, steps, source }: Variable): Origin | undefined {
    if (type === undefined || source.kind !== "parameter" || !steps.every(({ kind }) => kind === "wrapped")) return undefined;
    const names: string[] = [];
    for (let current: RustNode | undefined = type; current !== undefined && names.length < 3; ) {
      const name = this.#program.names.pathOf(current.type === "ReferenceType" ? (current.children.at(-1) ?? current) : current)?.at(-1);
      if (name === undefined) break;
      names.push(name);
      current = childOf(current, "TypeArgList")?.children[0];
    }
    return originOfType(names);
  }
}

interface Contents {
  readonly fields: readonly Field[];
  readonly spreads: readonly Value[];
  readonly complete: boolean;
}

const LEAVING_MACROS: ReadonlySet<string> = new Set(["panic", "unreachable", "todo", "unimplemented", "bail"]);

/** The arms of an `if` or `match`; undefined for every other expression. */
function armsOf(node: RustNode): readonly RustNode[] | undefined {
  if (node.type === "IfExpression") {
    const { then, otherwise } = branchesOf(node);
    return [then, otherwise].filter((arm) => arm !== undefined);
  }
  if (node.type !== "MatchExpression") return undefined;
  const arms = childOf(node, "MatchBlock")?.children.filter(({ type }) => type === "MatchArm") ?? [];
  return arms.flatMap((arm) => arm.children.slice(-1));
}

/** The expressions that a function yields: its last one, and those that it returns. */
function readEnds(owner: RustNode): readonly RustNode[] {
  const body = bodyOf(owner);
  if (body === undefined) return [];
  const ends: RustNode[] = [];
  for (const node of body.type === "ReturnExpression" ? [] : descendantsOf(body)) {
    const value = node.type === "ReturnExpression" ? node.children[0] : undefined;
    if (value !== undefined && closest(node, "FunctionItem", "ClosureExpression") === owner) ends.push(value);
  }
  const block = blockOf(body);
  const tail = block === undefined ? body : tailOf(block);
  const last = tail?.type === "ReturnExpression" ? undefined : tail;
  return last === undefined ? ends : [...ends, last];
}

function isFunctionPath(node: RustNode): boolean {
  return (node.type === "ScopedIdentifier" || isFunction(node)) && node.children.length > 0;
}

/** What `{:?}` writes of a value: the whole of it, as a call that renders it. */
function debugOf(value: Value): Value {
  const { range, source } = value;
  const callee: Value = { kind: "name", name: "debug", range, source, binding: undefined, definition: undefined };
  return { kind: "call", range, source, callee, arguments: [value], construct: false, result: undefined };
}

function partType(type: ValueType | undefined, name: string | undefined): ValueType | undefined {
  if (name === undefined) return type?.item;
  return type?.properties.find((property) => property.name === name)?.type;
}

/** A record whose properties are known, so that it can be copied with some of them changed. */
function plainRecord({ range, source, fields, spreads, complete }: RecordValue): RecordValue {
  return { kind: "record", range, source, fields, spreads, complete };
}

function emptyRecord({ range, source }: RecordValue): RecordValue {
  return { kind: "record", range, source, fields: [], spreads: [], complete: true };
}

function withField(record: RecordValue, field: Field): RecordValue {
  const others = field.name === undefined ? record.fields : record.fields.filter(({ name }) => name !== field.name);
  const complete = record.complete && field.name !== undefined;
  return { ...plainRecord(record), fields: [...others, field], complete };
}
