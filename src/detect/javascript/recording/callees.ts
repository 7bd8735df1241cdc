import type { TSESTree } from "@typescript-eslint/utils";
import type { CallValue, MemberValue, Value } from "../../../breadcrumb/index.ts";
import { remember } from "../../remember.ts";
import { membersOf, returnsOf, type Members } from "../names/functions.ts";
import type { JavaScriptProgram } from "../program.ts";
import { isTransparent } from "../syntax/enclosing-function.ts";
import { isFunction, lastName, type FunctionNode, type Owner } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import type { Passing } from "./argument-map.ts";
import { createOwners } from "./owners.ts";

/** A call of a function of the file that handed out another. */
export interface Maker {
  readonly function: FunctionNode;
  readonly call: TSESTree.CallExpression;
}

/** A function that a call reaches. */
export interface Called {
  readonly function: FunctionNode;
  /** The calls that handed it out, from the first to the last. */
  readonly makers: readonly Maker[];
  /** What becomes of the call's own arguments, from what becomes of the function's. */
  given(passing: Passing): Passing;
}

/** The functions of a file, by the calls that reach them. */
export interface Callees {
  /**
   * The functions of the file that a call may reach: by way of constants, members of objects and classes, `bind`,
   * `call` and `apply`, and what functions hand out: `createLogger("cart").info`, `const { crumb } = useCrumb()`.
   */
  calledBy(call: TSESTree.CallExpression): readonly Called[];
  /** The functions that a function hands out, by themselves or as members of an object. */
  handedOutBy(maker: FunctionNode): ReadonlySet<FunctionNode>;
}

/** What leads to a value: the calls that handed it out, and the arguments that are bound to it. */
interface Trail {
  readonly makers: readonly Maker[];
  readonly bound: readonly { readonly call: TSESTree.CallExpression; readonly argument: number }[];
}

interface End extends Trail {
  readonly is: Value;
}

/** More values than that are not looked at for one call. */
const MAX_STEPS = 60;

const NO_TRAIL: Trail = { makers: [], bound: [] };

export function createCallees(program: JavaScriptProgram, reader: ValueReader): Callees {
  const called = new Map<TSESTree.CallExpression, readonly Called[]>();
  const handedOut = new Map<FunctionNode, ReadonlySet<FunctionNode>>();
  const members = new Map<Owner, Members>();
  const owners = createOwners(program, reader);

  /** What a value may be in the end, names and members followed, and what functions of the file hand out. */
  function ends(value: Value, trail: Trail, steps: { left: number }): readonly End[] {
    if (steps.left <= 0) return [];
    steps.left -= 1;
    switch (value.kind) {
      case "choice":
        return value.branches.flatMap((branch) => ends(branch, trail, steps));
      case "name":
        if (value.definition !== undefined) return ends(value.definition, trail, steps);
        break;
      case "member": {
        const found = memberEnds(value, trail, steps);
        if (found.length > 0) return found;
        break;
      }
      case "call": {
        const found = value.construct ? [] : resultEnds(value, trail, steps);
        if (found.length > 0) return found;
        break;
      }
      default:
    }
    return [{ ...trail, is: value }];
  }

  function memberEnds(member: MemberValue, trail: Trail, steps: { left: number }): readonly End[] {
    const { definition, name, object } = member;
    const found = name === undefined ? [] : membersIn(object, name, trail, steps);
    // What a function hands out depends on the call that it was handed out by.
    const isMade = found.some(({ makers }) => makers.length > trail.makers.length);
    return definition === undefined || isMade ? found : ends(definition, trail, steps);
  }

  /** What an object or class has under a name. */
  function membersIn(object: Value, name: string, trail: Trail, steps: { left: number }): readonly End[] {
    return ends(object, trail, steps).flatMap((end): readonly End[] => {
      const { is } = end;
      if (is.kind === "record") {
        const field = is.fields.findLast((each) => each.name === name);
        if (field !== undefined && field.value.kind !== "unknown") return ends(field.value, end, steps);
        return is.spreads.flatMap((spread) => membersIn(spread, name, end, steps));
      }
      return ownersBehind(is, end, steps).flatMap((owner) => {
        const value = memberValue(owner, name);
        return value === undefined ? [] : ends(value, end, steps);
      });
    });
  }

  /** The classes and object literals whose members a value has. */
  function ownersBehind(is: Value, trail: Trail, steps: { left: number }): readonly Owner[] {
    if (is.kind !== "call") return owners.ownersOf(is);
    return is.construct ? ends(is.callee, trail, steps).flatMap((end) => owners.ownersOf(end.is)) : [];
  }

  function memberValue(owner: Owner, name: string): Value | undefined {
    for (const each of owners.withBases(owner)) {
      const { methods, fields } = remember(members, each, () => membersOf(program, each));
      const node = methods.get(name) ?? fields.get(name);
      if (node !== undefined) return reader.valueOf(node);
    }
    return undefined;
  }

  /** What a call hands back: its first argument, a function with arguments bound to it, what a function returns. */
  function resultEnds(value: CallValue, trail: Trail, steps: { left: number }): readonly End[] {
    const call = callOf(value);
    if (call === undefined) return [];
    const [first] = call.arguments;
    if (isTransparent(call)) return first === undefined ? [] : ends(reader.valueOf(first), trail, steps);
    const { callee } = value;
    if (callee.kind === "member" && callee.name === "bind") {
      const given = call.arguments.slice(1).map((_, index) => ({ call, argument: index + 1 }));
      return ends(callee.object, { ...trail, bound: [...trail.bound, ...given] }, steps);
    }
    const computed = lastName(call.callee) === "useMemo" && first !== undefined ? reader.valueOf(first) : callee;
    return ends(computed, trail, steps).flatMap((end) => {
      const made = functionIn(end);
      if (made === undefined) return [];
      const makers = computed === callee ? [...end.makers, { function: made, call }] : end.makers;
      return (returnsOf(program, made) ?? []).flatMap((returned) =>
        ends(reader.valueOf(returned), { makers, bound: [] }, steps),
      );
    });
  }

  function callOf(value: Value): TSESTree.CallExpression | undefined {
    const node = reader.nodeOf(value);
    return node?.type === "CallExpression" ? node : undefined;
  }

  function functionIn({ is }: End): FunctionNode | undefined {
    const node = is.kind === "function" ? reader.nodeOf(is) : undefined;
    return node !== undefined && isFunction(node) ? node : undefined;
  }

  function readCalled(call: TSESTree.CallExpression): readonly Called[] {
    const callee = reader.valueOf(call.callee);
    const steps = { left: MAX_STEPS };
    const by = (value: Value, given: (passing: Passing) => Passing): readonly Called[] =>
      ends(value, NO_TRAIL, steps).flatMap((end) => {
        const reached = functionIn(end);
        if (reached === undefined) return [];
        return [{ function: reached, makers: end.makers, given: (passing) => bind(passing, end, given) }];
      });
    const found = by(callee, (passing) => passing);
    if (found.length > 0 || callee.kind !== "member") return found;
    if (callee.name === "call") return by(callee.object, (passing) => ({ ...passing, argument: passing.argument + 1 }));
    if (callee.name !== "apply") return [];
    return by(callee.object, ({ argument, isRest, path, ...passing }) => {
      const inList = isRest ? path : [String(argument), ...path];
      return { ...passing, argument: 1, isRest: false, path: inList };
    });
  }

  function functionsHandedOutBy(maker: FunctionNode): ReadonlySet<FunctionNode> {
    const steps = { left: MAX_STEPS };
    const found = (returnsOf(program, maker) ?? []).flatMap((returned) =>
      ends(reader.valueOf(returned), NO_TRAIL, steps),
    );
    const inside = found.flatMap(({ is }) =>
      is.kind === "record" ? is.fields.flatMap(({ value }) => ends(value, NO_TRAIL, steps)) : [],
    );
    return new Set([...found, ...inside].flatMap((end) => functionIn(end) ?? []));
  }

  return {
    calledBy: (call) => remember(called, call, () => readCalled(call)),
    handedOutBy: (maker) => remember(handedOut, maker, () => functionsHandedOutBy(maker)),
  };
}

/** What becomes of a call's arguments where the first of the function's are bound already. */
function bind(passing: Passing, { bound }: Trail, given: (passing: Passing) => Passing): Passing {
  const own = bound[passing.argument];
  if (own !== undefined) return { ...passing, argument: own.argument, maker: own.call };
  return given({ ...passing, argument: passing.argument - bound.length });
}
