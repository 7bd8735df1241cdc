import type { Value } from "../../../breadcrumb/index.ts";
import { isNode } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { elementsWithin, splitAt } from "../syntax/macros.ts";
import { firstOf } from "../syntax/nodes.ts";
import type { ArgumentMapping } from "./argument-map.ts";
import type { RecordedContents } from "./contents.ts";

/** `$message`, `&$message` */
const VARIABLE = /^&?\s*(\$\w+)$/u;

/** `format!($($arg)*)`, `format!($($arg),+)` */
const FORMATTED = /^&?\s*format!\s*\(\s*\$\(\s*(\$\w+)\s*\)\s*,?\s*[*+]\s*\)$/u;

/**
 * What the arguments of a macro's call become, by a rule of it that takes them one after the other: variables that are
 * fields or parts of their texts, and a repetition that is formatted.
 */
export function macroMappings(
  program: RustProgram,
  rule: RustNode,
  contents: readonly RecordedContents[],
): readonly ArgumentMapping[] {
  const variables = variablesOf(program, rule);
  const mappings = contents.flatMap(({ whole, fields }) => [
    ...(whole === undefined ? [] : variablesIn(whole).map((name) => ({ name, field: "breadcrumb" as const }))),
    ...Object.values(fields).flatMap(({ name, value }) =>
      variablesIn(value).map((variable) => ({ name: variable, field: name as ArgumentMapping["field"] })),
    ),
  ]);
  return mappings.flatMap(({ name, field }) => {
    const argument = variables.indexOf(name);
    return argument === -1 ? [] : [{ argument, properties: [], field }];
  });
}

/** The variables of a rule by their positions; none where what stands at a position is not one variable alone. */
function variablesOf({ textOf }: RustProgram, rule: RustNode): readonly string[] {
  const parts = splitAt(elementsWithin(firstOf(rule)), [","]);
  const names = parts.map(([first, ...others]) => {
    if (first === undefined || !isNode(first) || others.length > 0) return undefined;
    const binding = first.type === "TokenRepetition" ? firstOf(first) : first;
    return binding.type === "TokenBinding" ? textOf(firstOf(binding)) : undefined;
  });
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? known : [];
}

function variablesIn(value: Value): readonly string[] {
  switch (value.kind) {
    case "choice":
      return value.branches.flatMap(variablesIn);
    case "template":
      return value.parts.flatMap(variablesIn);
    default: {
      const name = (VARIABLE.exec(value.source) ?? FORMATTED.exec(value.source))?.[1];
      return name === undefined ? [] : [name];
    }
  }
}
