import type { FieldName, Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { isMethod } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import type { Passing } from "./argument-map.ts";
import type { Contents } from "./contents.ts";

/** A parameter of a function that reaches a breadcrumb. */
export interface Forwarding extends Passing {
  /** Whether it becomes the field or a part of its text, as others could say it in the settings. */
  readonly isPlain: boolean;
}

/** More values than this are not looked through for parameters. */
const MAX_VALUES = 500;

/** Which parameters of a function reach a breadcrumb that it records. */
export function forwardingsOf(
  reader: ValueReader,
  contents: readonly Contents[],
  owner: RustNode,
): readonly Forwarding[] {
  return contents.flatMap(({ whole, fields }) => [
    ...(whole === undefined ? [] : parametersIn(reader, whole, owner, "breadcrumb")),
    ...Object.entries(fields).flatMap(([name, { value }]) => parametersIn(reader, value, owner, name as FieldName)),
  ]);
}

function parametersIn(
  reader: ValueReader,
  value: Value,
  owner: RustNode,
  field: Passing["field"],
): readonly Forwarding[] {
  const found = new Map<string, Forwarding>();
  const seen = new Set<Value>();
  const pending: { readonly value: Value | undefined; readonly isPlain: boolean }[] = [{ value, isPlain: true }];
  for (let next = pending.pop(); next !== undefined && seen.size < MAX_VALUES; next = pending.pop()) {
    const { value: is, isPlain } = next;
    if (is === undefined || seen.has(is)) continue;
    seen.add(is);
    const argument = parameterOf(reader, is, owner);
    if (argument !== undefined) {
      const forwarding = { argument: argument.index, field, isPlain: isPlain && argument.isWhole };
      found.set(`${forwarding.argument} ${forwarding.isPlain}`, forwarding);
    } else {
      pending.push(...partsOf(is, isPlain));
    }
  }
  return [...found.values()].sort((one, other) => one.argument - other.argument);
}

/** What an expression is put together from, as far as a parameter may be a part of it. */
function partsOf(is: Value, isPlain: boolean): { readonly value: Value | undefined; readonly isPlain: boolean }[] {
  const each = (values: readonly (Value | undefined)[], plain: boolean) =>
    values.map((value) => ({ value, isPlain: plain }));
  switch (is.kind) {
    case "name":
      return each([is.definition], isPlain);
    case "member":
      return is.definition === undefined ? each([is.object], false) : each([is.definition], isPlain);
    case "choice":
      return each(is.branches, isPlain);
    case "template":
      return each(is.parts, isPlain);
    case "list":
      return each(is.items, false);
    case "record":
      return [
        ...each(is.spreads, isPlain),
        ...each(
          is.fields.map(({ value }) => value),
          false,
        ),
      ];
    case "call": {
      const receiver = is.callee.kind === "member" ? is.callee.object : undefined;
      return each([is.result, receiver, ...is.arguments], false);
    }
    default:
      return [];
  }
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
