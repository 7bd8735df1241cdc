import type { TSESTree } from "@typescript-eslint/utils";
import { remember } from "../../remember.ts";
import { returnsOf } from "../names/functions.ts";
import { isTransparent } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  isFunction,
  patternSource,
  propertyName,
  withoutTypes,
  type FunctionNode,
  type Node,
} from "../syntax/nodes.ts";

/** A call of a function of the file that handed out another. */
export interface Maker {
  readonly function: FunctionNode;
  readonly call: TSESTree.CallExpression;
}

/** The functions of a file, by the calls that reach them. */
export interface Callees {
  /**
   * The function of the file that a call reaches, and the calls that handed it out: by way of constants, members of
   * object literals, and what functions hand out, as in `createLogger("cart").info` and `const { crumb } = useCrumb()`.
   */
  calledBy(call: TSESTree.CallExpression): Called | undefined;
  /** The functions that a function hands out, by themselves or as members of an object literal. */
  handedOutBy(maker: FunctionNode): ReadonlySet<FunctionNode>;
}

interface Called {
  readonly function: FunctionNode;
  readonly makers: readonly Maker[];
}

/** What an expression stands for, and the calls that handed it out, from the first to the last. */
interface Origin {
  readonly node: Node;
  readonly makers: readonly Maker[];
}

/** More expressions than that are not looked at for one call. */
const MAX_STEPS = 50;

export function calleesOf(program: JavaScriptProgram): Callees {
  const called = new Map<TSESTree.CallExpression, Called | undefined>();
  const onlyReturns = new Map<FunctionNode, Node | undefined>();
  const properties = new Map<Node, ReadonlyMap<string, Node>>();
  const handedOut = new Map<FunctionNode, ReadonlySet<FunctionNode>>();

  /** Follows an expression to the function, object or other expression that it stands for. */
  function originOf(expression: Node, steps = { left: MAX_STEPS }): Origin | undefined {
    if (steps.left === 0) return undefined;
    steps.left -= 1;
    const member = (owner: Origin | undefined, name: string): Origin | undefined => {
      const value = owner && propertiesOf(owner.node).get(name);
      return value && madeBy(owner.makers, originOf(value, steps));
    };
    const node = withoutTypes(expression);
    switch (node.type) {
      case "Identifier": {
        const variable = program.scopes.variableOf(node);
        if (variable === undefined || program.scopes.isReassigned(variable)) return undefined;
        // Of an overloaded function, the last is the one that runs.
        const definition = variable.defs.at(-1);
        if (definition?.type === "FunctionName") return { node: definition.node, makers: [] };
        const source = definition?.type === "Variable" ? patternSource(definition.name) : undefined;
        if (source?.kind !== "expression" || source.path === undefined) return undefined;
        return source.path.reduce(member, originOf(source.expression, steps));
      }
      case "MemberExpression": {
        const name = propertyName(node);
        return name === undefined ? undefined : member(originOf(node.object, steps), name);
      }
      case "CallExpression": {
        const [first] = node.arguments;
        if (isTransparent(node)) return first && originOf(first, steps);
        const callee = originOf(node.callee, steps);
        if (callee === undefined || !isFunction(callee.node)) return undefined;
        const returned = onlyReturnOf(callee.node);
        const maker = { function: callee.node, call: node };
        return returned && madeBy([...callee.makers, maker], originOf(returned, steps));
      }
      default:
        return { node, makers: [] };
    }
  }

  function propertiesOf(owner: Node): ReadonlyMap<string, Node> {
    return remember(properties, owner, () => readProperties(owner));
  }

  function onlyReturnOf(maker: FunctionNode): Node | undefined {
    return remember(onlyReturns, maker, () => {
      const returns = returnsOf(program, maker);
      return returns?.length === 1 ? returns[0] : undefined;
    });
  }

  function readCalled(call: TSESTree.CallExpression): Called | undefined {
    const { node, makers = [] } = originOf(call.callee) ?? {};
    return node !== undefined && isFunction(node) ? { function: node, makers } : undefined;
  }

  function functionsHandedOutBy(maker: FunctionNode): ReadonlySet<FunctionNode> {
    const returned = onlyReturnOf(maker);
    const node = returned && originOf(returned)?.node;
    if (node === undefined) return new Set();
    const values = [...propertiesOf(node).values()].map((value) => originOf(value)?.node);
    return new Set([node, ...values].filter((each) => each !== undefined && isFunction(each)));
  }

  return {
    calledBy: (call) => remember(called, call, () => readCalled(call)),
    handedOutBy: (maker) => remember(handedOut, maker, () => functionsHandedOutBy(maker)),
  };
}

function madeBy(makers: readonly Maker[], origin: Origin | undefined): Origin | undefined {
  return origin && { node: origin.node, makers: [...makers, ...origin.makers] };
}

/** What an object literal has under each name; of any other expression, nothing. */
function readProperties(owner: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const property of owner.type === "ObjectExpression" ? owner.properties : []) {
    const name = property.type === "Property" ? propertyName(property) : undefined;
    if (property.type === "Property" && name !== undefined) found.set(name, property.value);
  }
  return found;
}
