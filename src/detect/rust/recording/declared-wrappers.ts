import type { FieldName, WrapperParameter } from "../../../breadcrumb/index.ts";
import type { WrapperSetting } from "../../../settings.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { calleeOf } from "../syntax/nodes.ts";
import type { Passing } from "./argument-map.ts";
import { FIELD_NAMES } from "./records.ts";

/** Tells what the arguments of a call become, if it calls a wrapper that the project's settings name. */
export function namedWrappers(program: RustProgram): (call: RustNode) => readonly Passing[] | undefined {
  const { settings, names, textOf } = program;
  const wrappers = settings.wrappers.map((setting) => ({
    setting,
    segments: setting.name.split(/::|\./u),
    passings: setting.parameters.flatMap((field, argument): readonly Passing[] =>
      field === "breadcrumb" || isFieldName(field) ? [{ argument, field }] : [],
    ),
  }));
  return (call) => {
    const callee = wrappers.length === 0 ? undefined : calleeOf(call);
    return callee && wrappers.find(({ setting, segments }) => isCalledBy(callee, setting, segments))?.passings;
  };

  function isCalledBy(callee: RustNode, { from, name }: WrapperSetting, segments: readonly string[]): boolean {
    if (callee.type === "FieldExpression") {
      const written = textOf(callee).replaceAll(/\s/gu, "");
      return name.includes(".") && (written === name || written.endsWith(`.${name}`));
    }
    const written = names.pathOf(callee);
    if (written === undefined || name.includes(".")) return false;
    const { path = [] } = names.resolve(callee);
    const ending = segments.join("::");
    if (from !== undefined) return from.some((module) => path.join("::") === `${module}::${ending}`);
    return [written, path].some((candidate) => candidate.slice(-segments.length).join("::") === ending);
  }
}

function isFieldName(parameter: WrapperParameter): parameter is FieldName {
  return FIELD_NAMES.some((name) => name === parameter);
}
