import type { TSESTree } from "@typescript-eslint/utils";
import type {
  CallValue,
  MemberValue,
  Value,
  ListValue,
  OperationValue,
  RecordValue,
  SingleValue,
  TemplateValue,
} from "../../../breadcrumb/index.ts";
import { remember } from "../../remember.ts";
import { returnsOf } from "../names/functions.ts";
import type { JavaScriptProgram } from "../program.ts";
import { handsBack } from "../syntax/enclosing-function.ts";
import { isFunction, lastName, type FunctionNode, type Node } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import type { ArgumentMapping } from "./argument-map.ts";
import { keptFunctions, type KeptFunctions } from "./kept-functions.ts";
import { createOwners, type Owners } from "./owners.ts";

/** A call of a function of the file that handed out another. */
export interface FactoryCall {
  readonly function: FunctionNode;
  readonly call: TSESTree.CallExpression;
}

/** A function that a call reaches. */
export interface Called {
  readonly function: FunctionNode;
  /** The calls that handed it out, from the first to the last. */
  readonly factoryCalls: readonly FactoryCall[];
  /** The mappings of the call's own arguments, from those of the function. */
  given(mapping: ArgumentMapping): ArgumentMapping;
}

/** The functions of a file, by the calls that reach them. */
export interface Callees {
  /**
   * The functions of the file that a call may reach: by way of constants, members of objects and classes, `bind`,
   * `call` and `apply`, and what functions hand out: `createLogger("cart").info`, `const { crumb } = useCrumb()`.
   */
  calledBy(call: TSESTree.CallExpression): readonly Called[];
  /** What of other modules a call may reach by way of a list that keeps it, as a logger does its transports. */
  keptAt(call: TSESTree.CallExpression): readonly Node[];
  /** The functions that a function hands out, by themselves or as members of an object. */
  handedOutBy(factory: FunctionNode): ReadonlySet<FunctionNode>;
}

/** The path to a value: the calls that returned it, and its bound arguments. */
interface Trail {
  readonly factoryCalls: readonly FactoryCall[];
  readonly bound: readonly { readonly call: TSESTree.CallExpression; readonly argument: number }[];
}

interface End extends Trail {
  readonly is: Value;
}

/** More values than that are not looked at for one call. */
const MAX_STEPS = 60;

const NO_TRAIL: Trail = { factoryCalls: [], bound: [] };

export function createCallees(program: JavaScriptProgram, reader: ValueReader): Callees {
  return new CalleeReader(program, reader);
}

class CalleeReader implements Callees {
  readonly #program: JavaScriptProgram;
  readonly #reader: ValueReader;
  readonly #owners: Owners;
  readonly #kept: KeptFunctions;
  readonly #called = new Map<TSESTree.CallExpression, readonly Called[]>();
  readonly #handedOut = new Map<FunctionNode, ReadonlySet<FunctionNode>>();

  constructor(program: JavaScriptProgram, reader: ValueReader) {
    this.#program = program;
    this.#reader = reader;
    this.#owners = createOwners(program, reader);
    this.#kept = keptFunctions(program);
  }

  calledBy(call: TSESTree.CallExpression): readonly Called[] {
    return remember(this.#called, call, () => this.#readCalled(call));
  }

  keptAt({ callee }: TSESTree.CallExpression): readonly Node[] {
    return this.#kept.calledBy(callee);
  }

  handedOutBy(factory: FunctionNode): ReadonlySet<FunctionNode> {
    return remember(this.#handedOut, factory, () => this.#functionsHandedOutBy(factory));
  }

  /** The possible final values, through names, members and results of the file's functions. */
  #ends(value: Value, trail: Trail, steps: { left: number }): readonly End[] {
    if (steps.left <= 0) return [];
    steps.left -= 1;
    switch (value.kind) {
      case "choice":
        return value.branches.flatMap((branch) => this.#ends(branch, trail, steps));
      case "name": {
        const items = this.#itemEnds(value, trail, steps);
        if (items.length > 0) return items;
        if (value.definition !== undefined) return this.#ends(value.definition, trail, steps);
        break;
      }
      case "member": {
        const found = this.#memberEnds(value, trail, steps);
        if (found.length > 0) return found;
        break;
      }
      case "call": {
        const found = value.construct ? [] : this.#resultEnds(value, trail, steps);
        if (found.length > 0) return found;
        break;
      }
      default:
        value satisfies SingleValue | TemplateValue | RecordValue | ListValue | OperationValue;
    }
    return [{ ...trail, is: value }];
  }

  /** What a name stands for that is each of the items of a list. */
  #itemEnds(value: Value, trail: Trail, steps: { left: number }): readonly End[] {
    const node = this.#reader.nodeOf(value);
    const items = node === undefined ? [] : this.#kept.calledBy(node);
    return items.flatMap((item) => this.#ends(this.#reader.valueOf(item), trail, steps));
  }

  #memberEnds(member: MemberValue, trail: Trail, steps: { left: number }): readonly End[] {
    const { definition, name, object } = member;
    const found = name === undefined ? [] : this.#membersIn(object, name, trail, steps);
    // What a function hands out depends on the call that it was handed out by.
    const isMade = found.some(({ factoryCalls }) => factoryCalls.length > trail.factoryCalls.length);
    if (definition === undefined || isMade) return found;
    const defined = this.#ends(definition, trail, steps);
    return found.length > 0 && !defined.some((end) => this.#isTold(end)) ? found : defined;
  }

  /** The member of an object or class with a name. */
  #membersIn(object: Value, name: string, trail: Trail, steps: { left: number }): readonly End[] {
    return this.#ends(object, trail, steps).flatMap((end): readonly End[] => {
      const { is } = end;
      if (is.kind === "record") {
        const field = is.fields.findLast((each) => each.name === name);
        if (field !== undefined && field.value.kind !== "unknown") return this.#ends(field.value, end, steps);
        return is.spreads.flatMap((spread) => this.#membersIn(spread, name, end, steps));
      }
      return this.#instancesBehind(is, end, steps).flatMap((instance) => {
        const { values, type } = this.#owners.membersOf(instance, name);
        const found = values.flatMap((value) => this.#ends(value, end, steps));
        return this.#orTyped(found, type, end, steps);
      });
    });
  }

  /** What has the members of a value: the class of what it makes, or itself. */
  #instancesBehind(is: Value, trail: Trail, steps: { left: number }): readonly Value[] {
    if (is.kind !== "call") return [is];
    return is.construct ? this.#ends(is.callee, trail, steps).map((end) => end.is) : [];
  }

  /** What is declared for values that do not tell what they are. */
  #orTyped(found: readonly End[], type: Value | undefined, trail: Trail, steps: { left: number }): readonly End[] {
    return type === undefined || found.some((each) => this.#isTold(each)) ? found : this.#ends(type, trail, steps);
  }

  /** Whether a value tells more than the type that is declared for it. */
  #isTold({ is }: End): boolean {
    return is.kind === "record" || is.kind === "function" || (is.kind === "call" && is.construct);
  }

  /** The result of a call: its first argument, a function with bound arguments, or a function's result. */
  #resultEnds(value: CallValue, trail: Trail, steps: { left: number }): readonly End[] {
    const call = this.#callOf(value);
    if (call === undefined) return [];
    const [first] = call.arguments;
    const { callee } = value;
    if (handsBack(call)) return first === undefined ? [] : this.#ends(this.#reader.valueOf(first), trail, steps);
    if (callee.kind === "member" && callee.name === "bind") {
      const given = call.arguments.slice(1).map((_, index) => ({ call, argument: index + 1 }));
      return this.#ends(callee.object, { ...trail, bound: [...trail.bound, ...given] }, steps);
    }
    const computed = lastName(call.callee) === "useMemo" && first !== undefined ? this.#reader.valueOf(first) : callee;
    return this.#ends(computed, trail, steps).flatMap((end) => {
      const made = this.#functionIn(end);
      if (made === undefined) return [];
      const factoryCalls = computed === callee ? [...end.factoryCalls, { function: made, call }] : end.factoryCalls;
      const within = { factoryCalls, bound: [] };
      const found = (returnsOf(this.#program, made) ?? []).flatMap((returned) =>
        this.#ends(this.#reader.valueOf(returned), within, steps),
      );
      const type = made.returnType?.typeAnnotation;
      return this.#orTyped(found, type && this.#reader.valueOf(type), within, steps);
    });
  }

  #callOf(value: Value): TSESTree.CallExpression | undefined {
    const node = this.#reader.nodeOf(value);
    return node?.type === "CallExpression" ? node : undefined;
  }

  #functionIn({ is }: End): FunctionNode | undefined {
    const node = is.kind === "function" ? this.#reader.nodeOf(is) : undefined;
    return node !== undefined && isFunction(node) ? node : undefined;
  }

  #readCalled(call: TSESTree.CallExpression): readonly Called[] {
    const callee = this.#reader.valueOf(call.callee);
    const steps = { left: MAX_STEPS };
    const by = (value: Value, given: (mapping: ArgumentMapping) => ArgumentMapping): readonly Called[] =>
      this.#ends(value, NO_TRAIL, steps).flatMap((end) => {
        const reached = this.#functionIn(end);
        if (reached === undefined) return [];
        return [{ function: reached, factoryCalls: end.factoryCalls, given: (mapping) => bind(mapping, end, given) }];
      });
    const found = by(callee, (mapping) => mapping);
    if (found.length > 0 || callee.kind !== "member") return found;
    if (callee.name === "call") return by(callee.object, (mapping) => ({ ...mapping, argument: mapping.argument + 1 }));
    if (callee.name !== "apply") return [];
    return by(callee.object, ({ argument, isRest, path, ...mapping }) => {
      const inList = isRest ? path : [String(argument), ...path];
      return { ...mapping, argument: 1, isRest: false, path: inList };
    });
  }

  #functionsHandedOutBy(factory: FunctionNode): ReadonlySet<FunctionNode> {
    const steps = { left: MAX_STEPS };
    const found = (returnsOf(this.#program, factory) ?? []).flatMap((returned) =>
      this.#ends(this.#reader.valueOf(returned), NO_TRAIL, steps),
    );
    const inside = found.flatMap(({ is }) =>
      is.kind === "record" ? is.fields.flatMap(({ value }) => this.#ends(value, NO_TRAIL, steps)) : [],
    );
    return new Set([...found, ...inside].flatMap((end) => this.#functionIn(end) ?? []));
  }
}

/** The mappings of a call's arguments if the function's first arguments are bound. */
function bind(
  mapping: ArgumentMapping,
  { bound }: Trail,
  given: (mapping: ArgumentMapping) => ArgumentMapping,
): ArgumentMapping {
  const own = bound[mapping.argument];
  if (own !== undefined) return { ...mapping, argument: own.argument, factoryCall: own.call };
  return given({ ...mapping, argument: mapping.argument - bound.length });
}
