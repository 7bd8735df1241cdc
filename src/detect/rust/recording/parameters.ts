import type { Field, FieldName, Value, OperationValue, SingleValue } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { isMethod } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import type { ArgumentMapping } from "./argument-map.ts";
import type { RecordedContents } from "./contents.ts";

/** A parameter of a function that reaches a breadcrumb. */
export interface ParameterMapping extends ArgumentMapping {
  /** Whether it becomes the field or a part of its text, as others could say it in the settings. */
  readonly isPlain: boolean;
  /** Whether it is one of several parts of a text. */
  readonly isPart: boolean;
}

/** More values than this are not looked through for parameters. */
const MAX_VALUES = 500;

/** Which parameters of a function reach a breadcrumb that it records. */
export function parameterMappingsOf(
  reader: ValueReader,
  contents: readonly RecordedContents[],
  owner: RustNode,
): readonly ParameterMapping[] {
  return contents.flatMap(({ whole, fields }) => [
    ...(whole === undefined ? [] : parametersIn(reader, whole, owner, "breadcrumb")),
    ...Object.entries(fields).flatMap(([name, { value }]) => parametersIn(reader, value, owner, name as FieldName)),
  ]);
}

function parametersIn(
  reader: ValueReader,
  value: Value,
  owner: RustNode,
  field: ArgumentMapping["field"],
): readonly ParameterMapping[] {
  const found = new Map<string, ParameterMapping>();
  const seen = new Set<Value>();
  const pending: Part[] = [{ value, field, isPlain: true, isPart: false }];
  for (let next = pending.pop(); next !== undefined && seen.size < MAX_VALUES; next = pending.pop()) {
    const { value: is, field, isPlain, isPart } = next;
    if (is === undefined || seen.has(is)) continue;
    seen.add(is);
    const argument = parameterOf(reader, is, owner);
    if (argument !== undefined) {
      const { index, isWhole } = argument;
      const parameter = { argument: index, properties: [], field, isPlain: isPlain && isWhole, isPart };
      found.set(`${index} ${field} ${parameter.isPlain} ${isPart}`, parameter);
    } else {
      pending.push(...partsOf(next, is));
    }
  }
  return [...found.values()].sort((one, other) => one.argument - other.argument);
}

/** A part of what a field holds. */
interface Part {
  readonly value: Value | undefined;
  /** Its target. */
  readonly field: ArgumentMapping["field"];
  readonly isPlain: boolean;
  readonly isPart: boolean;
}

/** The parts of an expression that may contain a parameter. */
function partsOf(part: Part, is: Value): readonly Part[] {
  const { isPlain } = part;
  const each = (values: readonly (Value | undefined)[], plain: boolean): readonly Part[] =>
    values.map((value) => ({ ...part, value, isPlain: plain }));
  switch (is.kind) {
    case "name":
      return each([is.definition], isPlain);
    case "member":
      return is.definition === undefined ? each([is.object], false) : each([is.definition], isPlain);
    case "choice":
      return each(is.branches, isPlain);
    case "template":
      return each(is.parts, isPlain).map((each) => ({ ...each, isPart: true }));
    case "list":
      return each(is.items, false);
    case "record":
      return [...each(is.spreads, isPlain), ...is.fields.map((held) => keyedPart(held, part))];
    case "call": {
      const receiver = is.callee.kind === "member" ? is.callee.object : undefined;
      return each([is.result, receiver, ...is.arguments], false);
    }
    default:
      is satisfies SingleValue | OperationValue;
      return [];
  }
}

function keyedPart({ name = "", value }: Field, { field, isPlain, isPart }: Part): Part {
  const isKeyed = /^data(?:\.|$)/u.test(field) && /^[\w-]+$/u.test(name);
  return isKeyed
    ? { value, field: `data.${[...field.split(".").slice(1), name].join(".")}`, isPlain, isPart }
    : { value, field, isPlain: false, isPart };
}

/** The parameter that a name stands for, and whether it is the whole of it. */
function parameterOf(
  reader: ValueReader,
  value: Value,
  owner: RustNode,
): { readonly index: number; readonly isWhole: boolean } | undefined {
  const variable = reader.variableOf(value);
  if (variable?.source.kind !== "parameter" || variable.source.function !== owner) return undefined;
  const index = variable.source.index - (isMethod(owner) ? 1 : 0);
  return { index, isWhole: variable.steps.length === 0 };
}
