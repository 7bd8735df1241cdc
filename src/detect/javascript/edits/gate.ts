import type { TSESTree } from "@typescript-eslint/utils";
import { alternatives, isWithin, type Breadcrumb, type Edit } from "../../../breadcrumb/index.ts";
import type { Variable } from "../names/scopes.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { RecognisedCall } from "../recording/calls.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import { callsOf } from "../syntax/walk.ts";
import { nodeAround } from "../syntax/node-at.ts";
import { isFunction, lastName, parentOf, propertyName, type FunctionNode } from "../syntax/nodes.ts";
import { once } from "../../once.ts";
import type { ValueReader } from "../values/reader.ts";
import { fitsDeclaredTypes, fitsParameter } from "./declared-types.ts";
import { otherUses } from "./shared-objects.ts";

/** The keys and positions that lead from a value to a part of it. */
type Path = readonly (string | number)[];

/** An argument of a call, and the way from there to what is changed. */
interface Given {
  readonly call: TSESTree.CallExpression;
  readonly argument: Node;
  readonly path: Path;
}

/** What a value is given to as it is: the calls that it is an argument of, and the functions that hand it back. */
interface Way {
  readonly given: readonly Given[];
  readonly makers: readonly FunctionNode[];
}

/**
 * The gate that every fix passes: tells whether edits change more than breadcrumbs, or more than is seen. What is
 * recorded may be used elsewhere; a wrapper may do more with what it is given; a type may be declared for it.
 */
export function createGate(
  program: JavaScriptProgram,
  { valueOf, nodeOf }: ValueReader,
  recordings: readonly RecognisedCall[],
  breadcrumbs: readonly Breadcrumb[],
): (edits: readonly Edit[]) => boolean {
  const { changesShared, isRecorded, isResultUsed } = otherUses(program, recordings, breadcrumbs);
  const byCall = new Map(recordings.map((recording) => [recording.call, recording]));
  const recorded = new Set<Node>(recordings.flatMap(({ call }) => call.arguments));
  const waysOfVariables = new Map<Variable, Way>();
  const runsText = once(() => callsOf(program.sourceCode).some(({ callee }) => lastName(callee) === "eval"), false);

  function changesMore(edit: Edit): boolean {
    const at = nodeAround(program.sourceCode, edit.range);
    if (!fitsDeclaredTypes(program, at, edit)) return true;
    // A text that is run as a program may read any name.
    if (runsText() && !recordings.some(({ call }) => isWithin(edit.range, call.range))) return true;
    const { given, makers } = wayFrom(at);
    return makers.some(isResultUsed) || !given.every((each) => isHarmless(each, at, edit));
  }

  /** Whether a call does nothing with what is changed but to record it. */
  function isHarmless({ call, argument, path }: Given, at: Node, edit: Edit): boolean {
    const isWrapper = byCall.get(call)?.entry === "wrapper";
    if (byCall.has(call) && !isWrapper) return true;
    const functions = alternatives(valueOf(call.callee)).flatMap(({ is }) => {
      const node = is.kind === "function" ? nodeOf(is) : undefined;
      return node !== undefined && isFunction(node) ? [node] : [];
    });
    const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
    if (functions.length === 0) return !isWrapper;
    return functions.every((called) => {
      const parameters = called.params.filter((each) => each.type !== "Identifier" || each.name !== "this");
      const parameter = parameters[index];
      if (argument.type === "SpreadElement" || parameter === undefined) return false;
      return fitsParameter(program, parameter, path, at, edit) && isOnlyRecorded(parameter, path);
    });
  }

  /** Whether what a parameter is given is recorded, and used for nothing else. */
  function isOnlyRecorded(declared: Node, path: Path): boolean {
    switch (declared.type) {
      case "AssignmentPattern":
        return isOnlyRecorded(declared.left, path);
      case "ObjectPattern": {
        const [key, ...rest] = path;
        const taken = declared.properties.find((each) => each.type === "Property" && propertyName(each) === key);
        if (taken?.type === "Property") return isOnlyRecorded(taken.value, rest);
        return declared.properties.every((each) => each.type === "Property" || isOnlyRecorded(each.argument, path));
      }
      case "Identifier": {
        const variable = program.scopes.variableOf(declared);
        return variable?.references.every((use) => !use.isRead() || isRecording(use.identifier, path)) === true;
      }
      default:
        return false;
    }
  }

  /** Whether a use of a value does nothing but to record the part of it that a path leads to. */
  function isRecording(use: Node, path: Path): boolean {
    const parent = parentOf(use);
    const [key, ...rest] = path;
    if (parent?.type === "MemberExpression" && parent.object === use && key !== undefined) {
      const name = propertyName(parent);
      if (name !== undefined) return name !== key || isRecording(parent, rest);
    }
    return isPartOfRecording(use) || isTested(use) || isRecorded(use);
  }

  function isPartOfRecording(use: Node): boolean {
    for (let node: Node | undefined = use; node !== undefined; node = parentOf(node)) {
      if (recorded.has(node)) return true;
    }
    return false;
  }

  /** Where a value goes from where it stands. */
  function wayFrom(start: Node): Way {
    let path: Path = [];
    let child = start;
    // A change of the call itself is one of the breadcrumb, whatever is made of what the call hands back.
    if (byCall.has(start as TSESTree.CallExpression)) return NO_WAY;
    for (let node = parentOf(child); node !== undefined; child = node, node = parentOf(node)) {
      switch (node.type) {
        case "Property":
          path = [propertyName(node) ?? "", ...path];
          break;
        case "ArrayExpression":
          path = [node.elements.indexOf(child as TSESTree.Expression), ...path];
          break;
        case "AwaitExpression":
        case "ConditionalExpression":
        case "LogicalExpression":
        case "ObjectExpression":
        case "SpreadElement":
        case "TSAsExpression":
        case "TSNonNullExpression":
        case "TSSatisfiesExpression":
        case "TSTypeAssertion":
          break;
        case "CallExpression": {
          const isArgument = node.arguments.includes(child as TSESTree.CallExpressionArgument);
          return { given: isArgument ? [{ call: node, argument: child, path }] : [], makers: [] };
        }
        case "VariableDeclarator": {
          const variable = node.id.type === "Identifier" ? program.scopes.variableOf(node.id) : undefined;
          return variable === undefined ? NO_WAY : below(wayOfVariable(variable), path);
        }
        case "ArrowFunctionExpression":
          return { given: [], makers: node.body === child ? [node] : [] };
        case "ReturnStatement": {
          const around = functionAround(node);
          return { given: [], makers: around === undefined ? [] : [around] };
        }
        default:
          return NO_WAY;
      }
    }
    return NO_WAY;
  }

  /** Where the uses of a variable go. */
  function wayOfVariable(variable: Variable): Way {
    if (waysOfVariables.has(variable)) return waysOfVariables.get(variable) ?? NO_WAY;
    waysOfVariables.set(variable, NO_WAY); // for a variable that is defined by itself
    const ways = variable.references.flatMap((use) => (use.isRead() ? [wayFrom(use.identifier)] : []));
    const way = { given: ways.flatMap(({ given }) => given), makers: ways.flatMap(({ makers }) => makers) };
    waysOfVariables.set(variable, way);
    return way;
  }

  return (edits) => changesShared(edits) || edits.some(changesMore);
}

const NO_WAY: Way = { given: [], makers: [] };

function below({ given, makers }: Way, path: Path): Way {
  return { given: given.map((each) => ({ ...each, path: [...each.path, ...path] })), makers };
}

/** Whether a use asks no more than whether there is something: another text tells the same. */
function isTested(use: Node): boolean {
  const parent = parentOf(use);
  switch (parent?.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return parent.test === use;
    case "UnaryExpression":
      return parent.operator === "!";
    default:
      return false;
  }
}
