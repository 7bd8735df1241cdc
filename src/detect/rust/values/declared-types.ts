import type { Origin, ValueType } from "../../../breadcrumb/index.ts";
import { childAfter, childOf, closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { originOfType } from "../origins.ts";
import { calleeOf } from "../syntax.ts";
import { returnType } from "../types.ts";
import type { Variable } from "../variables.ts";
import type { Reading } from "./reading.ts";
import { constantItem } from "./references.ts";

/** What the declared type of an expression says of it. */
export function typeOf(reading: Reading, node: RustNode): ValueType | undefined {
  return reading.bounded(() => {
    const type = reading.typeNodeOf(node);
    return type && reading.types.read(type);
  });
}

/** The declared type of an expression without conversions, where the file has it. */
export function declaredType(reading: Reading, node: RustNode): RustNode | undefined {
  const { variables, items, names } = reading.program;
  switch (node.type) {
    case "Identifier": {
      const variable = variables.variableOf(node);
      if (variable !== undefined) return variableType(reading, variable);
      const item = constantItem(reading, node);
      return item && childAfter(item, ":");
    }
    case "self": {
      const impl = closest(node, "ImplItem");
      return impl?.children.findLast(({ type }) => /^(?:Scoped)?TypeIdentifier$|^GenericType$/u.test(type));
    }
    case "FieldExpression": {
      const [object, field] = node.children;
      const type = object && reading.typeNodeOf(object);
      return type && field && reading.types.ofField(type, reading.nameOf(field));
    }
    case "StructExpression":
      return node.children[0];
    case "CallExpression": {
      const callee = calleeOf(node);
      if (callee === undefined) return undefined;
      if (callee.type === "FieldExpression") {
        const [receiver, method] = callee.children;
        const owner = receiver && (receiver.type === "self" ? items.selfItem(receiver) : structOf(reading, receiver));
        const item = owner && method && items.memberOf(owner, reading.nameOf(method));
        return item && returnType(item);
      }
      const { item, rest } = names.resolve(callee);
      if (item?.type === "FunctionItem" && rest.length === 0) return returnType(item);
      const member = item && rest.length === 1 ? items.memberOf(item, rest[0] ?? "") : undefined;
      return member && returnType(member);
    }
    default:
      return undefined;
  }
}

function variableType(reading: Reading, variable: Variable): RustNode | undefined {
  const declared = reading.types.ofVariable(variable);
  if (declared !== undefined || variable.type !== undefined) return declared;
  const { source, steps } = variable;
  if (source.kind !== "expression" || steps.some(({ kind }) => kind !== "wrapped")) return undefined;
  return reading.typeNodeOf(source.node);
}

/** What the type of a handler's parameter says of the data in it. */
export function originOfVariable(reading: Reading, { type, steps, source }: Variable): Origin | undefined {
  if (type === undefined || source.kind !== "parameter" || !steps.every(({ kind }) => kind === "wrapped")) return undefined;
  const names: string[] = [];
  for (let current: RustNode | undefined = type; current !== undefined && names.length < 3; ) {
    const name = reading.program.names.pathOf(current.type === "ReferenceType" ? (current.children.at(-1) ?? current) : current)?.at(-1);
    if (name === undefined) break;
    names.push(name);
    current = childOf(current, "TypeArgList")?.children[0];
  }
  return originOfType(names);
}

/** The struct or enum of the file that an expression is declared to be. */
export function structOf(reading: Reading, node: RustNode): RustNode | undefined {
  const type = reading.typeNodeOf(node);
  return type && reading.program.items.typeItem(reading.types.inner(type));
}
