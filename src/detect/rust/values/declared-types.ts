import type { Origin, ValueType } from "../../../breadcrumb/index.ts";
import { childAfter, childOf, closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { originOfType } from "./data-origins.ts";
import { calledItem, constantItem } from "../names/items.ts";
import { ITEM_METHODS } from "./conversions.ts";
import { accessOf, calleeOf, firstOf, isTypePath, lastOf, typeArgumentsOf, type Access } from "../syntax/nodes.ts";
import { returnType } from "./types.ts";
import type { Variable } from "../names/variables.ts";
import type { Reading } from "./context.ts";

/** The declared type of an expression. */
export function typeOf(reading: Reading, node: RustNode): ValueType | undefined {
  return reading.bounded(() => {
    const type = reading.typeNodeOf(node);
    return type && reading.types.read(type);
  });
}

/** The declared type of an expression without conversions, where the file has it. */
export function declaredType(reading: Reading, node: RustNode): RustNode | undefined {
  const { variables } = reading.program;
  switch (node.type) {
    case "Identifier":
    case "ScopedIdentifier": {
      const variable = variables.variableOf(node);
      if (variable !== undefined) return variableType(reading, variable);
      const item = constantItem(reading.program, node);
      return item === undefined ? structNamed(reading, node) : childAfter(item, ":");
    }
    case "self": {
      const impl = closest(node, "ImplItem");
      return impl?.children.findLast(isTypePath);
    }
    case "FieldExpression": {
      const type = reading.typeNodeOf(firstOf(node));
      return type && reading.types.ofField(type, reading.nameOf(lastOf(node)));
    }
    case "StructExpression":
      return node.children[0];
    case "CallExpression": {
      const callee = calleeOf(node);
      const access = accessOf(callee);
      const called = access === undefined ? calledItem(reading.program, callee) : methodItem(reading, access);
      if (called !== undefined) return returnType(called);
      if (access !== undefined && ITEM_METHODS.has(reading.nameOf(access.name)))
        return itemType(reading, access.object);
      return readType(reading, node, callee) ?? (access === undefined ? structNamed(reading, callee) : undefined);
    }
    case "IndexExpression":
      return itemType(reading, firstOf(node));
    default:
      return undefined;
  }
}

/** The type of the items of a list. */
function itemType(reading: Reading, list: RustNode): RustNode | undefined {
  const type = reading.typeNodeOf(list);
  return type && reading.types.along(type, [{ kind: "item" }]);
}

/** Functions that read what they yield from another form: of serde, sqlx, reqwest and the standard library. */
const READERS =
  /^(?:from_(?:str|slice|reader|value|bytes|json)|json|parse|deserialize|query_as|try_get|get|extract|decode)$/;

/** The type that a function is told to read: `serde_json::from_str::<Login>(text)`. */
function readType(reading: Reading, call: RustNode, callee: RustNode): RustNode | undefined {
  const type = typeArgumentsOf(call).at(-1);
  return type !== undefined && READERS.test(reading.nameOf(lastOf(callee))) ? type : undefined;
}

/** The path of a struct of the file that an expression makes: `Unit`, `Pair(a, b)`, `Options::default()`. */
function structNamed(reading: Reading, path: RustNode): RustNode | undefined {
  const { item, rest } = reading.program.names.resolve(path);
  if (item?.type !== "StructItem") return undefined;
  if (rest.length === 0) return path;
  return rest.join() === "default" ? path.children[0] : undefined;
}

/** The method of the file that is called of an expression. */
export function methodItem(reading: Reading, { object, name }: Access): RustNode | undefined {
  const { items } = reading.program;
  const owner = object.type === "self" ? items.selfItem(object) : structOf(reading, object);
  return owner && items.memberOf(owner, reading.nameOf(name));
}

function variableType(reading: Reading, variable: Variable): RustNode | undefined {
  const { source, steps } = variable;
  const declared = variable.type?.type === "InferredType" ? undefined : variable.type;
  const type = declared ?? (source.kind === "expression" ? reading.typeNodeOf(source.node) : undefined);
  return type && reading.types.along(type, steps);
}

/** The data in a handler's parameter, from its type. */
export function originOfVariable(reading: Reading, { type, steps, source }: Variable): Origin | undefined {
  if (source.kind !== "parameter" || !steps.every(({ kind }) => kind === "wrapped")) return undefined;
  const names: string[] = [];
  for (let current = type; current !== undefined && names.length < 3;) {
    const own = current.type === "ReferenceType" ? lastOf(current) : current;
    names.push(...(reading.program.names.pathOf(own)?.slice(-1) ?? []));
    current = childOf(current, "TypeArgList")?.children[0];
  }
  return originOfType(names);
}

/** The struct or enum of the file that an expression is declared to be. */
function structOf(reading: Reading, node: RustNode): RustNode | undefined {
  const type = reading.typeNodeOf(node);
  return type && reading.program.items.typeItem(reading.types.inner(type));
}
