import type { Field, Value } from "../../src/breadcrumb/index.ts";

/**
 * Prints a value on one line, as its model has it and not as it is written: `template("Hi ", user.email)`,
 * `{ email: user.email, … }`, `(a | b)`, `==boolean(a, b)`, `?`.
 * @param follow whether to print what a name or member is defined as, and what a call yields, in its place.
 */
export function printValue(value: Value, follow = false, depth = 0): string {
  if (depth > 12) return "<deep>";
  const print = (inner: Value): string => printValue(inner, follow, depth + 1);
  const list = (values: readonly Value[]): string => values.map(print).join(", ");
  switch (value.kind) {
    case "text":
      return JSON.stringify(value.text);
    case "number":
      return String(value.number);
    case "boolean":
      return String(value.boolean);
    case "nothing":
      return value.word;
    case "template":
      return `template(${list(value.parts)})`;
    case "record":
      return braces([
        ...value.spreads.map((spread) => `...${print(spread)}`),
        ...value.fields.map((field) => printField(field, print)),
        ...(value.complete ? [] : ["…"]),
      ]);
    case "list":
      return `[${[...value.items.map(print), ...(value.complete ? [] : ["…"])].join(", ")}]`;
    case "name":
      return follow && value.definition !== undefined ? print(value.definition) : value.name;
    case "member":
      if (follow && value.definition !== undefined) return print(value.definition);
      return `${print(value.object)}${value.name === undefined ? `[${value.index ?? ""}]` : `.${value.name}`}`;
    case "call":
      if (follow && value.result !== undefined) return print(value.result);
      return `${value.construct ? "new " : ""}${print(value.callee)}(${list(value.arguments)})`;
    case "choice":
      return `(${value.branches.map(print).join(" | ")})`;
    case "operation":
      return `${value.operator}${value.result}(${list(value.operands)})`;
    case "function":
      return "function";
    case "unknown":
      return "?";
  }
}

function printField(field: Field, print: (value: Value) => string): string {
  return `${field.name ?? `[${field.computedKey === undefined ? "" : print(field.computedKey)}]`}: ${print(field.value)}`;
}

function braces(parts: readonly string[]): string {
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}
