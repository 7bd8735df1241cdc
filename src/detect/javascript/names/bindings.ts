import type { TSESTree } from "@typescript-eslint/utils";
import type { Binding, Edit, Range } from "../../../breadcrumb/index.ts";
import { once } from "../../once.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { templateOf } from "../syntax/walk.ts";
import type { Variable } from "./scopes.ts";
import { exportedPath, parentOf } from "../syntax/nodes.ts";
import { usesAt } from "./arrivals.ts";

/** Describes the declarations of a file. */
export interface Bindings {
  bindingOf(variable: Variable): Binding;
}

export function createBindings(program: JavaScriptProgram): Bindings {
  const known = new Map<Variable, Binding>();
  return {
    bindingOf(variable) {
      let binding = known.get(variable);
      if (binding === undefined) known.set(variable, (binding = new VariableBinding(program, variable)));
      return binding;
    },
  };
}

/** A binding that looks at the variable's uses when it is asked. */
class VariableBinding implements Binding {
  readonly #program: JavaScriptProgram;
  readonly #variable: Variable;
  /** Both go through all that uses the variable, and are asked by each use. */
  readonly #uses = once(() => this.#readUses(), []);
  readonly #exported = once(() => this.#readExported(), true);

  constructor(program: JavaScriptProgram, variable: Variable) {
    this.#program = program;
    this.#variable = variable;
  }

  get name(): string {
    return this.#variable.name;
  }

  get import(): Binding["import"] {
    return this.#program.scopes.importOf(this.#variable);
  }

  get uses(): readonly Range[] {
    return this.#uses();
  }

  #readUses(): readonly Range[] {
    return this.#variable.references
      .filter((reference) => reference.isRead())
      .map(({ identifier }) => identifier.range)
      .sort((one, other) => one[0] - other[0]);
  }

  get removal(): readonly Edit[] | undefined {
    const [definition, ...others] = this.#variable.defs;
    if (definition === undefined || others.length > 0 || this.exported) return undefined;
    const range = removalOfImport(this.#program, definition.node);
    return range === undefined ? undefined : [{ range, text: "" }];
  }

  get exported(): boolean {
    return this.#exported();
  }

  #readExported(): boolean {
    const { defs, references, scope } = this.#variable;
    // The template of a component sees what its script declares, and no reference tells.
    if (scope.type === "module" && templateOf(this.#program.sourceCode) !== undefined) return true;
    return (
      defs.some(({ node, parent }) => isExportStatement(parent?.parent) || isExportStatement(node.parent)) ||
      references.some((reference) => reference.isRead() && isExported(reference.identifier))
    );
  }
}

function isExportStatement(node: { readonly type: string } | null | undefined): boolean {
  return node?.type === "ExportNamedDeclaration" || node?.type === "ExportDefaultDeclaration";
}

function isExported(name: Node): boolean {
  const around = parentOf(name);
  if (around?.type === "ExportSpecifier" || around?.type === "ExportDefaultDeclaration") return true;
  return usesAt(name).some((use) => use.kind === "written" && exportedPath(use.target) !== undefined);
}

/** The range to delete to remove an imported name without leaving an empty line. */
function removalOfImport(program: JavaScriptProgram, node: Node): Range | undefined {
  switch (node.type) {
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
    case "ImportSpecifier": {
      const declaration = node.parent as TSESTree.ImportDeclaration;
      return declaration.specifiers.length === 1
        ? wholeStatement(program, declaration)
        : removalOfSpecifier(program, node, declaration.specifiers);
    }
    case "TSImportEqualsDeclaration":
      return wholeStatement(program, node);
    default:
      return undefined;
  }
}

function removalOfSpecifier(
  program: JavaScriptProgram,
  specifier: TSESTree.ImportClause,
  specifiers: readonly TSESTree.ImportClause[],
): Range | undefined {
  const before = specifiers[specifiers.indexOf(specifier) - 1];
  const tokens = program.tokensAt(specifier);
  let range: Range | null | undefined;
  if (specifier !== specifiers.at(-1)) {
    const next = tokens.getTokenAfter(specifier, { skip: 1 });
    range = next && [specifier.range[0], next.range[0]];
  } else if (before !== undefined) {
    // `import Default, { Name } from …`: the braces go too.
    const hasBraces = specifier.type === "ImportSpecifier" && before.type === "ImportDefaultSpecifier";
    const last = hasBraces ? tokens.getTokenAfter(specifier, ({ value }) => value === "}") : specifier;
    range = last && [before.range[1], last.range[1]];
  }
  return !range || hasComment(program.sourceCode, range) ? undefined : range;
}

function wholeStatement({ sourceCode }: JavaScriptProgram, statement: Node): Range | undefined {
  const [start, end] = statement.range;
  if (hasComment(sourceCode, [start, end])) return undefined;
  const { text } = sourceCode;
  const lineBreak = /^[ \t]*(?:\r\n|[\n\r\u2028\u2029])/u.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  const startsLine = start === 0 || /[\n\r\u2028\u2029]/u.test(text.charAt(start - 1));
  return [start, startsLine ? end + lineBreak : end];
}

function hasComment(sourceCode: JavaScriptProgram["sourceCode"], [start, end]: Range): boolean {
  return sourceCode.getAllComments().some(({ range }) => range[0] < end && start < range[1]);
}
