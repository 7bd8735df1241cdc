import type { JavaScriptProgram } from "../program.ts";
import { qualifiedNames, textOf, type Node } from "../syntax/nodes.ts";
import { GLOBAL_SDKS, sdkExport, sdkPathFrom } from "./sdk-modules.ts";

/** The SDK's type that the name of a type stands for, as a path below the SDK: `["Scope"]`. */
export function sdkTypePath({ scopes, settings }: JavaScriptProgram, type: Node): readonly string[] | undefined {
  const path: string[] = [];
  let current = type.type === "TSTypeReference" ? type.typeName : type;
  while (current.type === "TSQualifiedName") {
    path.unshift(current.right.name);
    current = current.left;
  }
  if (current.type === "TSImportType") {
    const source = current.source as Node | undefined;
    const module = source && textOf(source);
    const names = current.qualifier === null ? [] : qualifiedNames(current.qualifier);
    return module === undefined ? undefined : below(sdkExport(module, "*", settings.modules), [...names, ...path]);
  }
  if (current.type !== "Identifier") return undefined;
  if (GLOBAL_SDKS.has(current.name) && scopes.isGlobal(current)) return sdkPathFrom(path);
  const variable = scopes.variableOf(current);
  const imported = variable && scopes.importOf(variable);
  return imported && below(sdkExport(imported.module, imported.name, settings.modules), path);
}

function below(base: readonly string[] | undefined, path: readonly string[]): readonly string[] | undefined {
  return base && sdkPathFrom([...base, ...path]);
}
