import type { FieldName } from "../../../breadcrumb/index.ts";
import { literalBehind } from "../names/object-literals.ts";
import type { Passing, Recording } from "./argument-map.ts";
import { patternOf } from "../syntax/patterns.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  memberPath,
  parentOf,
  patternSource,
  propertyName,
  withoutTypes,
  type FunctionNode,
  type Node,
} from "../syntax/nodes.ts";

const FIELD_NAMES: readonly FieldName[] = ["type", "category", "message", "level", "timestamp", "data"];

/** What a parameter of a function around a recording becomes. */
export interface Forwarding extends Passing {
  readonly function: FunctionNode;
  /** Whether it alone makes a wrapper; parts of a message and attached data may be by the way. */
  readonly telling: boolean;
}

/** What the functions around a recording were given, and it passes on. */
export function forwardingsOf(program: JavaScriptProgram, { call, passings }: Recording): readonly Forwarding[] {
  const found: Forwarding[] = [];
  for (const { maker = call, ...passing } of passings) {
    const node = maker.arguments[passing.argument];
    if (node === undefined) continue;
    if (passing.property !== undefined) {
      forwardProperty(program, passing, passing.property, node, found);
    } else if (node.type === "SpreadElement") {
      const rest = parameterBehind(program, node.argument, true);
      if (rest !== undefined) found.push({ ...passing, ...rest, telling: true });
    } else {
      forwardValue(program, passing, node, found);
    }
  }
  return found;
}

/** Passes on what becomes a field, or a whole breadcrumb. */
function forwardValue(program: JavaScriptProgram, passing: Passing, node: Node, found: Forwarding[]): void {
  if (passing.field === "breadcrumb") forwardRecord(program, passing, node, found);
  else forwardField(program, passing.field, node, found);
}

function forwardRecord(
  program: JavaScriptProgram,
  { except }: Pick<Passing, "except">,
  node: Node,
  found: Forwarding[],
): void {
  const parameter = parameterBehind(program, node);
  if (parameter !== undefined) {
    found.push({ ...parameter, field: "breadcrumb", except, telling: true });
    return;
  }
  const literal = literalBehind(program, node);
  if (literal === undefined) return;
  // From the last to the first, since what is written later wins.
  const set = [...except];
  const fromLast: Forwarding[] = [];
  for (const property of [...literal.properties].reverse()) {
    if (property.type !== "Property") {
      const spread = parameterBehind(program, property.argument);
      if (spread !== undefined) fromLast.push({ ...spread, field: "breadcrumb", except: [...set], telling: true });
      continue;
    }
    const name = propertyName(property);
    const field = FIELD_NAMES.find((known) => known === name);
    if (field === undefined || set.includes(field)) continue;
    set.push(field);
    forwardField(program, field, property.value, fromLast);
  }
  found.push(...fromLast.reverse());
}

/** Passes on what becomes of one property of an argument: of a parameter handed on, or of what a literal has. */
function forwardProperty(
  program: JavaScriptProgram,
  passing: Passing,
  property: string,
  node: Node,
  found: Forwarding[],
): void {
  const { field, except } = passing;
  const parameter = parameterBehind(program, node);
  if (parameter !== undefined) {
    if (parameter.property === undefined) {
      const telling = field === "breadcrumb" || property === field;
      found.push({ ...parameter, property, field, except, telling });
    }
    return;
  }
  const value = literalBehind(program, node)?.properties.findLast(
    (each) => each.type === "Property" && propertyName(each) === property,
  );
  if (value?.type === "Property") forwardValue(program, passing, value.value, found);
}

function forwardField(program: JavaScriptProgram, field: FieldName, node: Node, found: Forwarding[]): void {
  const value = withoutDefault(node);
  const parameter = parameterBehind(program, value);
  if (parameter !== undefined) {
    const { property } = parameter;
    const telling = property === undefined ? field !== "data" && field !== "timestamp" : property === field;
    found.push({ ...parameter, field, except: [], telling });
  } else if (field === "data") {
    const rest = restBehind(program, value);
    if (rest !== undefined) found.push({ ...rest, field, telling: false });
  } else if (field === "message") {
    const parts = partsOf(value).map((part) => parameterBehind(program, withoutDefault(part)));
    // Of several, the one that carries the text: what is named so, or what stands last.
    const part = parts.findLast((known) => known?.name === "message") ?? parts.findLast((known) => known !== undefined);
    if (part !== undefined) found.push({ ...part, field, except: [], telling: false });
  }
}

interface ParameterUse extends Pick<Passing, "argument" | "property"> {
  readonly function: FunctionNode;
  readonly name: string;
}

/** The parameter that an expression reads, or its property; undefined where the function writes to it. */
function parameterBehind(program: JavaScriptProgram, node: Node, spread = false): ParameterUse | undefined {
  const { root, path } = memberPath(node);
  if (root.type !== "Identifier") return undefined;
  const variable = program.scopes.variableOf(root);
  if (variable === undefined || program.scopes.isReassigned(variable)) return undefined;
  const [definition] = variable.defs;
  if (definition?.type !== "Parameter") return undefined;
  const declared = definition.name as Node;
  const around = parentOf(declared);
  const rest = around?.type === "RestElement" ? around : undefined;
  const source = spread ? rest && patternSource(rest) : patternSource(declared);
  if (source?.kind !== "parameter" || source.path === undefined) return undefined;
  const properties = [...source.path, ...path];
  if (properties.length > 1) return undefined;
  return { function: source.function, argument: source.index, property: properties[0], name: root.name };
}

/** The parameter of which an expression is what is left, as `data` is of `({ category, ...data })`. */
function restBehind(program: JavaScriptProgram, node: Node): (ParameterUse & Pick<Passing, "except">) | undefined {
  const variable = node.type === "Identifier" ? program.scopes.variableOf(node) : undefined;
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined || program.scopes.isReassigned(variable)) return undefined;
  const { source, steps = [] } = patternOf(definition.name) ?? {};
  const [step, ...others] = steps.filter(({ kind }) => kind !== "default");
  if (source?.kind !== "parameter" || step?.kind !== "rest" || others.length > 0) return undefined;
  const { function: around, index: argument } = source;
  return { function: around, argument, property: undefined, name: variable.name, except: step.taken };
}

/** `level` of `level ?? "info"` and `level || "info"`: what a caller gives is passed on. */
function withoutDefault(node: Node): Node {
  const value = withoutTypes(node);
  return value.type === "LogicalExpression" && value.operator !== "&&" ? withoutTypes(value.left) : value;
}

/** The expressions that a template or a concatenation puts together; of anything else, itself. */
function partsOf(node: Node): readonly Node[] {
  if (node.type === "TemplateLiteral") return node.expressions;
  const parts: Node[] = [];
  let current: Node = node;
  while (current.type === "BinaryExpression" && current.operator === "+") {
    parts.push(current.right);
    current = withoutTypes(current.left);
  }
  return [current, ...parts.reverse()];
}
