import type { Receiver } from "../../../breadcrumb/index.ts";
import type { Variable } from "../names/scopes.ts";
import type { Node } from "../program.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import { declaredName, declaredTypeOf, type FunctionNode } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import { initOf, type NamedExport } from "./named-exports.ts";

/**
 * The exported functions of a file that keep an argument in a variable of the file, as `setReporter` does, and the ways
 * by which others reach it there.
 */
export function receiversOf(values: ValueReader, exported: readonly NamedExport[]): readonly Receiver[] {
  return exported.flatMap(({ name, value }) => {
    if (value === undefined || name === "*") return [];
    return functionsAt(values, value).flatMap((setter) =>
      setter.params.flatMap((parameter, argument): readonly Receiver[] => {
        const kept = keptIn(values, setter, parameter);
        if (kept === undefined) return [];
        return [{ way: [name], argument, local: kept.name, reaches: waysTo(values, exported, kept, parameter) }];
      }),
    );
  });
}

/** The variable of the file that a function writes a parameter to. */
function keptIn({ uses }: ValueReader, setter: FunctionNode, parameter: Node): Variable | undefined {
  const name = declaredName(parameter);
  for (const use of name === undefined ? [] : uses.ofName(name, [])) {
    if (use.kind !== "held" || use.path.length > 0 || use.isCopy || functionAround(use.name) !== setter) continue;
    const { type } = use.variable.scope;
    if (type === "module" || type === "global") return use.variable;
  }
  return undefined;
}

/** The exports that hand out what is kept, or are what is kept or its type. */
function waysTo(
  values: ValueReader,
  exported: readonly NamedExport[],
  kept: Variable,
  parameter: Node,
): readonly (readonly string[])[] {
  const declared = kept.defs.map(({ name }) => name as Node);
  const types = [parameter, ...declared].map(typeName).filter(Boolean);
  const uses = declared.flatMap((name) => (name.type === "Identifier" ? values.uses.ofName(name, []) : []));
  const wholes = uses.filter(({ path, isCopy }) => path.length === 0 && !isCopy);
  const places = new Set<Node>([
    ...declared,
    ...wholes.map((use) => (use.kind === "returned" ? use.function : use.node)),
  ]);
  return exported.flatMap(({ name, value }) => {
    if (value === undefined || name === "*") return [];
    const isHandedOut = places.has(value) || functionsAt(values, value).some((getter) => places.has(getter));
    return isHandedOut || types.includes(name) ? [[name]] : [];
  });
}

function typeName(declared: Node): string | undefined {
  const type = declaredTypeOf(declared);
  const named = type?.type === "TSUnionType" ? type.types.find((each) => each.type === "TSTypeReference") : type;
  return named?.type === "TSTypeReference" && named.typeName.type === "Identifier" ? named.typeName.name : undefined;
}

/** The functions that an export is. */
function functionsAt({ referents, valueOf }: ValueReader, value: Node): readonly FunctionNode[] {
  return referents.functionsOf(valueOf(initOf(value)));
}
