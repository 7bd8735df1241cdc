import type { TSESTree } from "@typescript-eslint/utils";
import type { DataChange, FieldComparison, HookScrubbing, Value } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { initialiserOf, type Variable } from "../names/scopes.ts";
import { guardsAt } from "../syntax/conditions.ts";
import {
  declaredName,
  isAround,
  memberPath,
  nameOfKey,
  outsideTypes,
  parametersOf,
  parentOf,
  propertyName,
  textOf,
  withoutTypes,
  type FunctionNode,
} from "../syntax/nodes.ts";
import { hasNode, nodesOf } from "../syntax/walk.ts";
import { writeText } from "../edits/source-text.ts";
import { testedAround } from "../values/text-tests.ts";
import type { ValueReader } from "../values/reader.ts";

/** How many names a member is followed through: `const { data } = breadcrumb; const own = data;`. */
const MAX_NAMES = 3;

const COMPARED = ["category", "level", "type"] as const;

/** What a hook does with the fields of its breadcrumb; undefined where it takes it apart at once. */
export function scrubbingOf(
  program: JavaScriptProgram,
  values: ValueReader,
  hook: FunctionNode,
): HookScrubbing | undefined {
  const { sourceCode } = program;
  const variable = handedTo(program, hook);
  if (variable === undefined) return undefined;
  const pathOf = createPaths(program, variable);
  const changesBy = createChanges(program, values, pathOf);
  const inside = nodesOf(sourceCode, (node): node is Node => isAround(hook, node));
  const isHandedOver = variable.references.some(({ identifier }) => !keepsApart(outsideTypes(identifier)));
  return {
    changes: inside.flatMap(changesBy),
    comparisons: inside.flatMap(comparisonsIn),
    levels: inside.flatMap(levelsBy),
    mayHandleMessage: isHandedOver || inside.some(namesMessage),
  };

  /** `breadcrumb.level = "info"`, `{ ...breadcrumb, level: "info" }` */
  function levelsBy(node: Node): readonly Value[] {
    if (node.type === "AssignmentExpression")
      return node.operator === "=" && pathOf(node.left)?.join() === "level" ? [values.valueOf(node.right)] : [];
    const isLevel = node.type === "Property" && propertyName(node) === "level" && isInCopy(pathOf, node);
    return isLevel ? [values.valueOf(node.value)] : [];
  }

  function comparisonsIn(node: Node): readonly FieldComparison[] {
    const [fields, texts] = comparedBy(node);
    return fields.flatMap((field) => {
      const path = pathOf(field);
      const name = COMPARED.find((each) => path?.join() === each);
      if (name === undefined) return [];
      return texts.flatMap((text) => (textOf(text) === undefined ? [] : [comparisonWith(name, values.valueOf(text))]));
    });
  }

  function comparisonWith(field: FieldComparison["field"], text: Value): FieldComparison {
    const { range } = text;
    return {
      field,
      text,
      compareWith: (other) => [{ range, text: writeText(program, other, range, text) }],
    };
  }
}

/** The variable that holds what a hook is handed first; undefined where the hook takes it apart at once. */
function handedTo({ scopes }: JavaScriptProgram, hook: FunctionNode): Variable | undefined {
  const [parameter] = parametersOf(hook);
  return parameter?.type === "Identifier" ? scopes.variableOf(parameter) : undefined;
}

/** The member of the breadcrumb that an expression is: `["data", "url"]`; undefined for anything else. */
type Paths = (node: Node) => readonly string[] | undefined;

function createPaths({ scopes }: JavaScriptProgram, breadcrumb: Variable): Paths {
  return (node) => pathOf(node, 0);

  function pathOf(node: Node, names: number): readonly string[] | undefined {
    const { root, path } = memberPath(node);
    if (root.type !== "Identifier") return undefined;
    const found = scopes.variableOf(root);
    if (found === breadcrumb) return path;
    const definition = found?.defs[0]?.node;
    if (definition?.type !== "VariableDeclarator" || !definition.init || names === MAX_NAMES) return undefined;
    const before = pathOf(definition.init, names + 1);
    if (before === undefined || definition.id.type === "Identifier") return before && [...before, ...path];
    const own = definition.id.type === "ObjectPattern" ? keyOf(definition.id, root.name) : undefined;
    return own === undefined ? undefined : [...before, own, ...path];
  }
}

/** Reads what a node changes in the breadcrumb's `data`. */
function createChanges(
  program: JavaScriptProgram,
  values: ValueReader,
  pathOf: Paths,
): (node: Node) => readonly DataChange[] {
  const { sourceCode } = program;
  return (node) => {
    switch (node.type) {
      case "UnaryExpression":
        return node.operator === "delete" ? changesAt(node, node.argument, undefined) : [];
      case "AssignmentExpression":
        return changesAt(node, node.left, node.right);
      case "ExpressionStatement": {
        const call = withoutTypes(node.expression);
        return call.type === "CallExpression" && call.arguments.some(isData) ? [changeOf(call, undefined, call)] : [];
      }
      case "Property": {
        const isOfCopy = propertyName(node) === "data" && isInCopy(pathOf, node);
        return isOfCopy ? changesOfData(node, node.value) : [];
      }
      default:
        return [];
    }
  };

  function isData(node: Node): boolean {
    return pathOf(node)?.join() === "data";
  }

  /** What is written to or deleted from a place, if that lies in `data`. */
  function changesAt(node: Node, place: Node, written: Node | undefined): readonly DataChange[] {
    const path = pathOf(place);
    if (path?.[0] === "data") {
      const isWhole = path.length === 1 && written !== undefined;
      return isWhole ? changesOfData(node, written) : [changeOf(node, path[1], written)];
    }
    const target = withoutTypes(place);
    const isComputed = target.type === "MemberExpression" && target.computed && isData(target.object);
    return isComputed ? [changeOf(node, undefined, written)] : [];
  }

  /** What new data is made of: of the old, of keys beside it, or of something else, which is no change of it. */
  function changesOfData(node: Node, written: Node): readonly DataChange[] {
    const given = withoutTypes(written);
    const initial = given.type === "Identifier" ? initialiserOf(program.scopes, given) : undefined;
    const data = initial === undefined ? given : withoutTypes(initial);
    if (data.type === "ObjectExpression" && data.properties.some(({ type }) => type === "SpreadElement")) {
      return data.properties.flatMap((each) =>
        each.type === "Property" && !each.computed ? [changeOf(each, propertyName(each), each.value)] : [],
      );
    }
    const isNothing = data.type === "ObjectExpression" || (data.type === "Identifier" && data.name === "undefined");
    const isChange = isNothing || hasNode(sourceCode, (each) => isAround(data, each) && pathOf(each)?.[0] === "data");
    return isChange ? [changeOf(node, undefined, data)] : [];
  }

  function changeOf(node: Node, key: string | undefined, written: Node | undefined): DataChange {
    return { range: node.range, key, value: written && values.valueOf(written), categories: categoriesAt(node) };
  }

  /** The categories of the breadcrumbs for which a node is reached. */
  function categoriesAt(node: Node): DataChange["categories"] {
    const tested = testedAround(program, node).find((each) => pathOf(each.node)?.join() === "category");
    if (tested !== undefined) return tested.filter;
    // What fails before `&&`, such as a test for noise that is dropped, says nothing of the rest.
    const isAsked = [...guardsAt(node, false)].some(
      ({ test, holds, otherwise }) =>
        otherwise === undefined &&
        /\b(?:category|type)\b/u.test(sourceCode.getText(test)) &&
        (holds || test.type !== "LogicalExpression" || test.operator !== "&&"),
    );
    return isAsked ? "unclear" : undefined;
  }
}

/** Whether a property stands beside all others of the breadcrumb: `{ ...breadcrumb, data }`. */
function isInCopy(pathOf: Paths, { parent }: TSESTree.Property): boolean {
  return parent.properties.some((each) => each.type === "SpreadElement" && pathOf(each.argument)?.length === 0);
}

/** The key of an object pattern that declares a name. */
function keyOf({ properties }: TSESTree.ObjectPattern, name: string): string | undefined {
  for (const each of properties) {
    if (each.type !== "Property" || each.computed) continue;
    if (declaredName(each.value)?.name === name) return nameOfKey(each.key);
  }
  return undefined;
}

/** The two sides that an expression compares: what may be a field, and what may be strings. */
function comparedBy(node: Node): readonly [fields: readonly Node[], texts: readonly Node[]] {
  switch (node.type) {
    case "BinaryExpression":
      return /^[!=]==?$/u.test(node.operator) ? [[node.left], [node.right]] : [[], []];
    case "SwitchStatement":
      return [[node.discriminant], node.cases.flatMap(({ test }) => test ?? [])];
    case "CallExpression": {
      const list = node.callee.type === "MemberExpression" ? withoutTypes(node.callee.object) : undefined;
      const isAsking = list?.type === "ArrayExpression" && memberPath(node.callee).path.at(-1) === "includes";
      return isAsking ? [node.arguments, list.elements.filter((each) => each !== null)] : [[], []];
    }
    default:
      return [[], []];
  }
}

function namesMessage(node: Node): boolean {
  return node.type === "Identifier" ? node.name === "message" : textOf(node) === "message";
}

/** Whether the code around a use of the breadcrumb takes members off it, copies or returns it, or only asks for it. */
function keepsApart(use: Node): boolean {
  const parent = parentOf(use);
  switch (parent?.type) {
    case "ArrowFunctionExpression":
    case "BinaryExpression":
    case "ConditionalExpression":
    case "IfStatement":
    case "LogicalExpression":
    case "ReturnStatement":
    case "SpreadElement":
    case "UnaryExpression":
      return true;
    case "MemberExpression":
      return parent.object === use;
    case "VariableDeclarator":
      return parent.id.type === "ObjectPattern";
    default:
      return false;
  }
}

/**
 * What a hook of events puts in the place of something in the event, undefined for what it deletes. The hook itself if
 * it is of another file.
 */
export function eventChangesOf(
  program: JavaScriptProgram,
  values: ValueReader,
  hook: Value,
): readonly (Value | undefined)[] {
  const { sourceCode, scopes } = program;
  const functions = values.referents.functionsOf(hook);
  return functions.length === 0 ? [hook] : functions.flatMap(changesIn);

  function changesIn(node: FunctionNode): readonly (Value | undefined)[] {
    const variable = handedTo(program, node);
    const isOfEvent = (each: Node): boolean => {
      const { root } = memberPath(each);
      return variable !== undefined && root.type === "Identifier" && scopes.variableOf(root) === variable;
    };
    return nodesOf(sourceCode, (each): each is Node => isAround(node, each)).flatMap((each) => {
      if (each.type === "UnaryExpression")
        return each.operator === "delete" && isOfEvent(each.argument) ? [undefined] : [];
      if (each.type === "AssignmentExpression") return isOfEvent(each.left) ? [values.valueOf(each.right)] : [];
      return each.type === "CallExpression" && each.arguments.some(isOfEvent) ? [values.valueOf(each)] : [];
    });
  }
}
