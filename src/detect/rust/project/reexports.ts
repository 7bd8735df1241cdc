import type { Export } from "../../../breadcrumb/index.ts";
import { childOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { DeclarationReader } from "../names/declarations.ts";
import type { RustProgram } from "../program.ts";
import { itemName, withoutAttributes } from "../syntax/nodes.ts";

/**
 * What the modules of a file pass on by `pub use`: the name, `*` for all names of another module, and the path as
 * written, with the module of the file that it stands in.
 */
export function reexportsOf({ sourceCode }: RustProgram): readonly Export[] {
  if (!sourceCode.text.includes("use")) return [];
  const reader = new DeclarationReader(sourceCode.text);
  const found: Export[] = [];
  const pending: { readonly scope: RustNode; readonly module: string }[] = [{ scope: sourceCode.ast, module: "" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { scope, module } = next;
    for (const statement of scope.children) {
      const item = withoutAttributes(statement);
      const list = item.type === "ModItem" ? childOf(item, "DeclarationList") : undefined;
      const name = itemName(item);
      if (list !== undefined && name !== undefined)
        pending.push({ scope: list, module: [...(module === "" ? [] : [module]), reader.textOf(name)].join("::") });
      if (item.type !== "UseDeclaration" || childOf(item, "Vis") === undefined) continue;
      const { uses, globs } = reader.usesOf(item);
      for (const [alias, path] of uses) found.push({ name: alias, from: { module, path }, sdk: undefined });
      for (const path of globs) found.push({ name: "*", from: { module, path }, sdk: undefined });
    }
  }
  return found;
}
