import type { TSESTree } from "@typescript-eslint/utils";
import {
  accepts,
  alternatives,
  bothFilters,
  nameOf,
  pathOf,
  resolve,
  type CallValue,
  type FieldName,
  type Value,
  type ChoiceValue,
  type ListValue,
  type MemberValue,
  type NameValue,
  type OperationValue,
  type RecordValue,
  type SingleValue,
  type TemplateValue,
  type TextFilter,
} from "../../../breadcrumb/index.ts";
import { depthGuard } from "../../depth.ts";
import { remember } from "../../remember.ts";
import type { Variable } from "../names/scopes.ts";
import type { JavaScriptProgram } from "../program.ts";
import { isAround, isFunction, parentOf, positionOf, type FunctionNode, type Node } from "../syntax/nodes.ts";
import { patternOf, type PatternStep } from "../syntax/patterns.ts";
import { testedAround, textFilterAt } from "../values/text-tests.ts";
import type { ValueReader } from "../values/reader.ts";
import { argumentsAt } from "./given-fields.ts";
import { namesIn, type Condition, type ArgumentMapping, type Recording } from "./argument-map.ts";

/** The destination of a parameter of a function around a recording. */
export interface ParameterMapping extends ArgumentMapping {
  readonly function: FunctionNode;
  /** What the other functions around the recording ask of their own parameters. */
  readonly outer: readonly OuterCondition[];
  /** Whether it alone makes a wrapper; parts of a message and attached data may be by the way. */
  readonly makesWrapper: boolean;
}

/** A condition of a function that hands out the one with the recording: `make(level)` of `{ info: make("info") }`. */
export interface OuterCondition extends Condition {
  readonly function: FunctionNode;
}

/** The arguments of the enclosing functions that a recording passes on. */
export interface Forwarded {
  readonly parameters: readonly ParameterMapping[];
  /** The functions whose message is made of a parameter, in a way that is not followed. */
  readonly rewording: ReadonlySet<FunctionNode>;
}

/** A parameter of a function, or something in it. */
interface Parameter extends Pick<ArgumentMapping, "argument" | "except" | "isRest" | "path"> {
  readonly function: FunctionNode;
  readonly name: string;
}

/** What a function asks of a parameter before it records. */
type ParameterCondition = Parameter & { readonly filter: TextFilter };

/** What stands in for a parameter that is left out. */
const DEFAULTS: ReadonlySet<Value["kind"]> = new Set(["boolean", "nothing", "number", "text"]);

/** Where a value goes that is looked into. */
type Place = Pick<ArgumentMapping, "as" | "below" | "calls" | "except" | "field" | "filter" | "names">;

const FIELD_NAMES: ReadonlySet<string> = new Set<FieldName>([
  "type",
  "category",
  "message",
  "level",
  "timestamp",
  "data",
]);

/** The fields that hold one word of several. */
const WORDS: ReadonlySet<ArgumentMapping["field"]> = new Set(["category", "level", "type"]);

/** Records in records, and what is put together of what is put together, are looked into this far. */
const MAX_DEPTH = 8;

/** How many members of members are looked through; longer chains are not written by hand. */
const MAX_MEMBERS = 30;

/** Functions that make a text of all that they are given, by the names that they are called by. */
const TEXTS: ReadonlySet<string> = new Set([
  "JSON.stringify",
  "String",
  "format",
  "inspect",
  "util.format",
  "util.inspect",
]);

/** Methods whose text says all that their object does, and what they are given. */
const TEXT_METHODS: ReadonlySet<string | undefined> = new Set(
  `concat join normalize padEnd padStart toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim trimEnd
  trimStart`.split(/\s+/u),
);

/** Follows what a recording is given back to the parameters of the functions around it. */
export function forwardedBy(program: JavaScriptProgram, reader: ValueReader, { call, mappings }: Recording): Forwarded {
  const follower = new ParameterFollower(program, reader, call);
  for (const { factoryCall = call, conditions = [], ...mapping } of mappings) {
    follower.under(factoryCall, conditions);
    const spread = factoryCall.arguments.findIndex(({ type }) => type === "SpreadElement");
    const last = mapping.isRest ? factoryCall.arguments.length - 1 : mapping.argument;
    for (let index = mapping.argument; index <= last; index++) {
      const node = factoryCall.arguments[spread !== -1 && spread < index ? spread : index];
      if (node === undefined) continue;
      const isSpread = node.type === "SpreadElement";
      const value = reader.valueOf(isSpread ? node.argument : node);
      // All that a list holds goes where there is room for a list.
      const isItem = isSpread && !(mapping.isRest && mapping.below.length > 0);
      follower.follow(value, isItem ? [String(index - spread), ...mapping.path] : mapping.path, mapping, 0);
    }
  }
  return follower;
}

/** Collects the parameters that the values of one recording are made of. */
class ParameterFollower implements Forwarded {
  readonly #program: JavaScriptProgram;
  readonly #reader: ValueReader;
  readonly #call: Node;
  readonly parameters: ParameterMapping[] = [];
  readonly rewording = new Set<FunctionNode>();
  readonly #parameters = new Map<Value, Parameter | undefined>();
  readonly #bounded = depthGuard(MAX_MEMBERS);
  /** Where each value has been followed to: what is put together of one thing many times is followed once. */
  readonly #followed = new Map<Value, Set<string>>();
  #inherited: readonly ParameterCondition[] = [];
  #conditions: readonly ParameterCondition[] | undefined;

  constructor(program: JavaScriptProgram, reader: ValueReader, call: Node) {
    this.#program = program;
    this.#reader = reader;
    this.#call = call;
  }

  /** @param path what is taken of the value, from the outside in. */
  follow(value: Value, path: readonly string[], place: Place, depth: number): void {
    if (depth > MAX_DEPTH || !this.#isNew(value, path, place)) return;
    for (const { is, through } of alternatives(value)) {
      const parameter = this.#parameterOf(is);
      if (parameter !== undefined) {
        const filter = path.length === 0 ? this.#filterOf(value, through, is, place) : place.filter;
        this.#add(parameter, path, { ...place, filter });
      } else if (path.length > 0) this.#followInto(is, path, place, depth + 1);
      else this.#followParts(is, place, depth + 1);
    }
  }

  /** Takes on what the function that is called asks of what it is given. */
  under(call: TSESTree.CallExpression, conditions: readonly Condition[]): void {
    const given = argumentsAt(this.#reader, call);
    this.#inherited = conditions.flatMap(({ argument, path, filter }) => {
      const value = given[argument];
      return value === undefined ? [] : this.#conditionsFor(value, path, filter);
    });
  }

  #isNew(value: Value, path: readonly string[], { as, below, calls, except, field, filter }: Place): boolean {
    const places = remember(this.#followed, value, () => new Set<string>());
    const size = places.size;
    return (
      places.add(JSON.stringify([path, as, below, calls, except, field, filter, this.#inherited.map(conditionOf)]))
        .size > size
    );
  }

  /** The words that are handed on: a function may make others of some, or leave before it comes to record. */
  #filterOf(value: Value, through: readonly Value[], is: Value, { field, filter }: Place): TextFilter | undefined {
    if (!WORDS.has(field)) return filter;
    const [written, given] = [value, is].map((each) => this.#reader.nodeOf(each));
    let all = filter;
    for (const node of new Set([written, ...through.map((name) => this.#reader.nodeOf(name)), given])) {
      if (node !== undefined) all = bothFilters(all, textFilterAt(this.#program, node));
    }
    return written && given && written !== given ? bothFilters(all, textFilterAt(this.#program, given, written)) : all;
  }

  /** The conditions on the parameters of the functions around the recording, in the tests around it. */
  #allConditions(): readonly ParameterCondition[] {
    this.#conditions ??= testedAround(this.#program, this.#call).flatMap(({ node, filter }) =>
      this.#conditionsFor(this.#reader.valueOf(node), [], filter),
    );
    return [...this.#inherited, ...this.#conditions];
  }

  /** What a filter asks of a parameter, where what it filters is one, lies below one or is looked up by one. */
  #conditionsFor(value: Value, path: readonly string[], filter: TextFilter): readonly ParameterCondition[] {
    const all = alternatives(value).map(({ is }) => is);
    const [only, ...others] = all.filter((is) => !DEFAULTS.has(is.kind));
    if (only === undefined || others.length > 0) return [];
    const [name, ...rest] = path;
    if (only.kind === "record" && name !== undefined) {
      const field = only.fields.findLast((each) => each.name === name);
      return field === undefined ? [] : this.#conditionsFor(field.value, rest, filter);
    }
    const keys = path.length === 0 && only.kind === "member" ? keysThrough(only, filter) : undefined;
    if (keys !== undefined) return this.#conditionsFor(keys.key, [], keys.filter);
    const parameter = this.#parameterOf(only);
    const inner = parameter && parameterBelow(parameter, path);
    if (inner === undefined || inner.isRest) return [];
    const byDefault = all.filter((is) => is !== only).map((is) => accepts(filter, is));
    return [{ ...inner, filter: byDefault.includes(filter.kind === "only") ? withDefault(filter) : filter }];
  }

  #add(parameter: Parameter, path: readonly string[], place: Place): void {
    const inner = parameterBelow(parameter, path);
    // A parameter of another function, as of one that makes a record, was given nothing.
    if (inner === undefined || !isAround(inner.function, this.#call)) return;
    // All that is left of the arguments is a list, which is no breadcrumb and no field of one.
    const isList = inner.isRest && inner.path.length === 0;
    if (isList && place.as !== "part" && place.below.length === 0) return;
    const except = [...new Set([...inner.except, ...place.except])];
    if (place.field === "breadcrumb" && [...FIELD_NAMES].every((field) => except.includes(field))) return;
    const { function: of, argument, isRest, path: from } = inner;
    const { as, below, calls, field, filter, names = [] } = place;
    const all = this.#allConditions();
    const conditions = all.filter((each) => each.function === of).map(conditionOf);
    this.parameters.push({
      function: of,
      outer: all.flatMap((each) => (each.function === of ? [] : [{ function: each.function, ...conditionOf(each) }])),
      argument,
      isRest,
      path: from,
      as,
      below,
      field,
      except,
      filter,
      calls,
      names: [...namesIn({ below, path: from }, inner.name), ...names],
      ...(conditions.length > 0 && { conditions }),
      makesWrapper: makesWrapper(inner, place),
    });
  }

  #followInto(is: Value, [name = "", ...rest]: readonly string[], place: Place, depth: number): void {
    if (is.kind === "list") {
      const item = is.items[Number(name)];
      if (item !== undefined) this.follow(item, rest, place, depth);
    }
    if (is.kind !== "record") return;
    const field = is.fields.findLast((each) => each.name === name);
    if (field !== undefined) this.follow(field.value, rest, place, depth);
    else for (const spread of is.spreads) this.follow(spread, [name, ...rest], place, depth);
  }

  /** Follows the parts of what was put together in a function. */
  #followParts(is: Value, place: Place, depth: number): void {
    const takesParts = place.field === "message" || place.field === "data";
    switch (is.kind) {
      case "record":
        for (const spread of is.spreads) {
          const later = is.fields.filter(({ range }) => range[0] > spread.range[0]);
          const except = [...place.except, ...later.flatMap(({ name }) => name ?? [])];
          if (takesFields(place)) this.follow(spread, [], { ...place, as: "fields", except }, depth);
        }
        for (const [name, { value }] of new Map(is.fields.map((field) => [field.name, field]))) {
          const inner = name === undefined || place.except.includes(name) ? undefined : below(place, name);
          if (inner !== undefined) this.follow(value, [], inner, depth);
        }
        break;
      case "template":
        if (takesParts) this.#followTexts(is.parts, place, depth);
        break;
      case "operation":
        // Of two that are not known, the sum may be a text.
        if (takesParts && is.operator === "+" && is.result === "unknown") this.#followTexts(is.operands, place, depth);
        break;
      case "list":
        if (place.below.length > 0) this.#followTexts(is.items, place, depth);
        break;
      case "call":
        this.#followCall(is, place, depth);
        break;
      default:
        is satisfies SingleValue | NameValue | MemberValue | ChoiceValue;
    }
  }

  /** Follows what a call makes a text of. */
  #followCall(is: CallValue, place: Place, depth: number): void {
    const texts = place.field === "message" || place.field === "data" ? textsOf(is) : undefined;
    if (texts === undefined) {
      if (place.field === "message") for (const given of is.arguments) this.#noteRewording(given);
    } else if (place.calls !== undefined && is.callee.source === "JSON.stringify") {
      // Of what a logger writes, JSON says as much as the value itself.
      for (const text of texts) this.follow(text, [], { ...place, as: "value" }, depth);
    } else {
      this.#followTexts(texts, place, depth);
    }
  }

  /** Of several parts, the first is to be the one that carries the text: what is named so, or what stands last. */
  #followTexts(parts: readonly Value[], place: Place, depth: number): void {
    const isNamed = (part: Value): boolean => nameOf(part) === "message";
    const main = parts.findLast(isNamed) ?? parts.findLast((part) => this.#parameterIn(part));
    for (const part of main === undefined ? parts : [main, ...parts.filter((each) => each !== main)]) {
      this.follow(part, [], { ...place, as: "part" }, depth);
    }
  }

  #noteRewording(given: Value): void {
    for (const { is } of alternatives(given)) {
      const parameter = this.#parameterOf(is);
      if (parameter !== undefined && isAround(parameter.function, this.#call)) this.rewording.add(parameter.function);
    }
  }

  /** The parameter that a value is, or one of those that it may be. */
  #parameterIn(value: Value): Parameter | undefined {
    for (const { is } of alternatives(value)) {
      const parameter = this.#parameterOf(is);
      if (parameter !== undefined) return parameter;
    }
    return undefined;
  }

  #parameterOf(value: Value): Parameter | undefined {
    if (this.#parameters.has(value)) return this.#parameters.get(value);
    this.#parameters.set(value, undefined); // for a value that is defined by itself
    const parameter = this.#bounded(() => this.#readParameter(value));
    this.#parameters.set(value, parameter);
    return parameter;
  }

  #readParameter(value: Value): Parameter | undefined {
    switch (value.kind) {
      case "member": {
        const owner = this.#parameterIn(value.object);
        const name = value.index === undefined ? value.name : String(value.index);
        return owner === undefined || name === undefined ? undefined : parameterBelow({ ...owner, name }, [name]);
      }
      case "call": {
        const [object, names] = nameOf(value.callee) === "omit" ? value.arguments : [];
        const owner = object && this.#parameterIn(object);
        if (owner === undefined || owner.isRest || names?.kind !== "list") return undefined;
        const taken = names.items.flatMap((item) => (item.kind === "text" ? item.text : []));
        return { ...owner, except: [...owner.except, ...taken] };
      }
      case "name":
      case "unknown": {
        const node = this.#reader.nodeOf(value);
        return node && parameterAt(this.#program, node);
      }
      default:
        value satisfies SingleValue | TemplateValue | RecordValue | ListValue | ChoiceValue | OperationValue;
        return undefined;
    }
  }
}

/** The same filter where a default decides for what is left out, other than the filter says of it. */
function withDefault({ kind, texts }: TextFilter): TextFilter {
  return { kind, texts: [...texts, "<undefined>"] };
}

/** The keys of a table under which it holds what a filter accepts: `LEVEL_NAMES[level]`. */
function keysThrough(
  { key, object }: MemberValue,
  filter: TextFilter,
): { readonly key: Value; readonly filter: TextFilter } | undefined {
  const table = resolve(object);
  if (key === undefined || table.kind !== "record" || table.spreads.length > 0) return undefined;
  const texts = table.fields.flatMap(({ computedKey, name, value }) => {
    const written = [name, computedKey && pathOf(computedKey)?.join(".")].filter((text) => text !== undefined);
    return accepts(filter, value) === false ? [] : written;
  });
  return texts.length === 0 ? undefined : { key, filter: { kind: "only", texts } };
}

function conditionOf({ argument, path, filter }: Condition): Condition {
  return { argument, path, filter };
}

/** The values that a call serialises; undefined if they are not all known. */
function textsOf({ callee, arguments: given, construct }: CallValue): readonly Value[] | undefined {
  if (construct) return undefined;
  if (callee.kind === "member" && TEXT_METHODS.has(callee.name)) return [callee.object, ...given];
  if (!TEXTS.has(callee.source)) return undefined;
  // A replacer, be it a list of keys, takes out what it likes.
  const isWhole = callee.source !== "JSON.stringify" || given[1] === undefined || given[1].kind === "nothing";
  return isWhole ? given.slice(0, callee.source === "JSON.stringify" ? 1 : undefined) : undefined;
}

/** The parameter that a name is of, or the pattern that stands for one. */
function parameterAt({ scopes }: JavaScriptProgram, node: Node): Parameter | undefined {
  const around = parentOf(node);
  if (around !== undefined && isFunction(around)) {
    const argument = positionOf(around, node);
    // Otherwise it is what an arrow function yields.
    if (argument !== -1)
      return { function: around, argument, isRest: node.type === "RestElement", path: [], except: [], name: "" };
  }
  const variable = node.type === "Identifier" ? scopes.variableOf(node) : undefined;
  if (variable === undefined || node.type !== "Identifier") return undefined;
  const [declaration] = variable.defs;
  if (declaration === undefined) return allArguments(variable, node);
  const { source, steps = [] } = patternOf(declaration.name) ?? {};
  if (source?.kind !== "parameter") return undefined;
  let found: Parameter | undefined = {
    function: source.function,
    argument: source.index,
    isRest: false,
    path: [],
    except: [],
    name: variable.name,
  };
  for (const step of steps) found = found && parameterAfter(found, step);
  return found;
}

/** The part of a parameter that a step of a pattern takes. */
function parameterAfter(parameter: Parameter, step: PatternStep): Parameter | undefined {
  switch (step.kind) {
    case "item":
      return parameterBelow(parameter, [String(step.index)]);
    case "key":
      return step.name === undefined ? undefined : parameterBelow(parameter, [step.name]);
    case "rest":
      return { ...parameter, except: step.taken };
    case "restItems":
      return parameter.path.length === 0 ? { ...parameter, isRest: true } : undefined;
    // A default is read where nothing is given; a loop goes through no parameter.
    default:
      return parameter;
  }
}

/** `arguments` of a function. */
function allArguments({ name, scope }: Variable, node: Node): Parameter | undefined {
  const { block } = scope;
  if (name !== "arguments" || !isFunction(block) || !isAround(block, node)) return undefined;
  return { function: block, argument: 0, isRest: true, path: [], except: [], name };
}

/** A part of a parameter. */
function parameterBelow(parameter: Parameter, path: readonly string[]): Parameter | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return parameter;
  if (parameter.path.length === 0 && parameter.isRest) {
    // What a list has under a name is none of its items.
    if (!/^\d+$/u.test(first)) return undefined;
    return { ...parameter, argument: parameter.argument + Number(first), isRest: false, path: rest };
  }
  if (parameter.except.includes(first)) return undefined;
  return { ...parameter, except: [], path: [...parameter.path, ...path] };
}

function makesWrapper({ path }: Pick<ArgumentMapping, "path">, { as, below, field }: Place): boolean {
  if (field === "breadcrumb") return true;
  if (as !== "value" || below.length > 0) return false;
  return path.length === 0 ? field !== "data" && field !== "timestamp" : path.at(-1) === field;
}

function takesFields({ field }: Place): boolean {
  return field === "breadcrumb" || field === "data";
}

/** Where a field of a record goes. */
function below({ field, below: keys, calls }: Place, name: string): Place | undefined {
  const place = { as: "value", below: [], except: [], filter: undefined, calls } as const;
  if (field === "breadcrumb") return FIELD_NAMES.has(name) ? { ...place, field: name as FieldName } : undefined;
  return field === "data" ? { ...place, field, below: [...keys, name] } : undefined;
}
