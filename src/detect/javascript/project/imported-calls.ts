import type { ImportedCall } from "../../../breadcrumb/index.ts";
import { originsOf } from "../names/module-links.ts";
import type { JavaScriptProgram } from "../program.ts";
import { keptFunctions } from "../recording/kept-functions.ts";
import { memberPath } from "../syntax/nodes.ts";
import { callsOf } from "../syntax/walk.ts";

/** The calls of a file whose function comes from another module. */
export function importedCalls(program: JavaScriptProgram): readonly ImportedCall[] {
  const kept = keptFunctions(program);
  const callees = callsOf(program.sourceCode).flatMap(({ callee, range }) =>
    [callee, ...kept.calledBy(callee)].map((each) => ({ callee: each, range })),
  );
  return callees.flatMap(({ callee, range }) => {
    const { root, path } = memberPath(callee);
    return originsOf(program, root, path).flatMap((origin): readonly ImportedCall[] => {
      const found = { ...origin, range };
      if (root.type !== "Identifier" && root.type !== "ThisExpression") {
        if (path.length === 1 && program.scopes.moduleLoadedBy(root) !== undefined)
          return [{ ...found, name: path.join() }];
        // What a call on the way hands out has no name of its own.
        return origin.path.length > 1
          ? [{ ...found, name: [origin.path[0], ...(path.length > 1 ? path : origin.path.slice(-1))].join(".") }]
          : [];
      }
      const variable = root.type === "Identifier" ? program.scopes.variableOf(root) : undefined;
      const imported = variable && program.scopes.importOf(variable);
      const written = root.type === "Identifier" ? root.name : "this";
      const isByName = imported !== undefined && imported.name !== "*" && imported.name !== "default";
      if (path.length === 0) return [{ ...found, name: isByName ? imported.name : written }];
      const isOfModule = path.length === 1 && imported?.name === "*";
      return [{ ...found, name: (isOfModule ? path : [written, ...path]).join(".") }];
    });
  });
}
