import type { TSESTree } from "@typescript-eslint/utils";
import type { Edit, FunctionName } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram } from "../program.ts";
import { templateOf } from "../syntax/walk.ts";
import { scopesAt, scopesOf, type Variable } from "../names/scopes.ts";
import { indentationAt, lineBreakOf, writeText } from "./source-text.ts";
import type { Node } from "../syntax/nodes.ts";

/** How an export of a module is called at a place of the file, and what has to change for that. */
export interface Imported {
  readonly source: string;
  readonly edits: readonly Edit[];
}

/**
 * Makes a function callable at a node: by the import that the file has, by one more name of it, or by a new import.
 * @returns undefined where the name means something else there, and where no place for an import can be told.
 */
export function importAt(program: JavaScriptProgram, node: Node, { name, from }: FunctionName): Imported | undefined {
  const [root = name, ...members] = name.split(".");
  const called = (base: string): string => [base, ...members].join(".");
  if (from === undefined) return { source: name, edits: [] };

  const declarations = importsOf(program);
  const own = declarations.filter(({ source }) => source.value === from);
  for (const variable of variablesAt(program, node)) {
    const imported = isOfType(variable) ? undefined : program.scopes.importOf(variable);
    if (imported?.module !== from) continue;
    if (imported.name === root) return { source: called(variable.name), edits: [] };
    if (imported.name === "*") return { source: called(`${variable.name}.${root}`), edits: [] };
  }
  if (isTaken(program, node, root)) return undefined;
  const edit = own.map((declaration) => oneMore(program, declaration, root)).find((one) => one !== undefined);
  const added = edit ?? (isModule(program, declarations) ? newImport(program, declarations, root, from) : undefined);
  return added && { source: called(root), edits: [added] };
}

/** The variables that can be seen at a node, the innermost of a name first and alone. */
function variablesAt({ sourceCode }: JavaScriptProgram, node: Node): readonly Variable[] {
  const seen = new Map<string, Variable>();
  for (const scope of scopesAt(sourceCode, node)) {
    for (const variable of scope.variables) if (!seen.has(variable.name)) seen.set(variable.name, variable);
  }
  return [...seen.values()];
}

function isOfType({ defs }: Variable): boolean {
  return defs.some(
    ({ node, parent }) =>
      (node.type === "ImportSpecifier" && node.importKind === "type") ||
      (parent?.type === "ImportDeclaration" && parent.importKind === "type"),
  );
}

/** Whether a name already means something at a node, at the top of the file, or as a global. */
function isTaken({ sourceCode }: JavaScriptProgram, node: Node, name: string): boolean {
  return [...scopesAt(sourceCode, node)].some(
    ({ set, through }) =>
      set.get(name)?.defs[0] !== undefined || through.some(({ identifier }) => identifier.name === name),
  );
}

/** The imports of the file, in order; in components those of the script. */
function importsOf({ sourceCode }: JavaScriptProgram): readonly TSESTree.ImportDeclaration[] {
  const declarations = new Set<TSESTree.ImportDeclaration>();
  for (const statement of sourceCode.ast.body) if (statement.type === "ImportDeclaration") declarations.add(statement);
  for (const { type, variables } of scopesOf(sourceCode)) {
    for (const { defs } of type === "module" ? variables : []) {
      for (const { parent } of defs) if (parent?.type === "ImportDeclaration") declarations.add(parent);
    }
  }
  return [...declarations].sort((one, other) => one.range[0] - other.range[0]);
}

/** One more name in the braces of an import; undefined where it has none that values are imported in. */
function oneMore(
  program: JavaScriptProgram,
  { importKind, specifiers }: TSESTree.ImportDeclaration,
  name: string,
): Edit | undefined {
  const last = specifiers.at(-1);
  if (last === undefined || importKind === "type" || last.type === "ImportNamespaceSpecifier") return undefined;
  const end = last.range[1];
  if (last.type === "ImportDefaultSpecifier") {
    const next = program.tokensAt(last).getTokenAfter(last);
    return next?.value === "from" ? { range: [end, end], text: `, { ${name} }` } : undefined;
  }
  const line = indentationAt(program.sourceCode.text, last.range[0]);
  const isOnOwnLine = /[\r\n]/u.test(program.sourceCode.text.charAt(last.range[0] - line.length - 1));
  return { range: [end, end], text: `,${isOnOwnLine ? `${lineBreakOf(program.sourceCode.text)}${line}` : " "}${name}` };
}

function isModule({ sourceCode }: JavaScriptProgram, declarations: readonly TSESTree.ImportDeclaration[]): boolean {
  if (declarations.length > 0) return true;
  const { body, sourceType } = sourceCode.ast;
  if (templateOf(sourceCode) !== undefined || !body.every(({ type }) => mayStandAmongImports(type))) return false;
  return sourceType === "module" && !usesRequire(sourceCode);
}

/** Parsers of components make nodes of their own kind. */
function mayStandAmongImports(type: string): boolean {
  return /(?:Statement|Declaration|TSExportAssignment)$/u.test(type);
}

/** Whether a file is a CommonJS module, although it is parsed as one of the other sort. */
function usesRequire({ scopeManager }: JavaScriptProgram["sourceCode"]): boolean {
  return scopeManager?.globalScope?.through.some(({ identifier }) => identifier.name === "require") === true;
}

/** An import after the others, or before all that is not a directive. */
function newImport(
  program: JavaScriptProgram,
  declarations: readonly TSESTree.ImportDeclaration[],
  name: string,
  from: string,
): Edit | undefined {
  const { sourceCode } = program;
  const lineBreak = lineBreakOf(sourceCode.text);
  const last = declarations.at(-1);
  const quoted = last === undefined ? undefined : sourceCode.text.charAt(last.source.range[0]);
  const module = quoted === "'" && !/['\\]/u.test(from) ? `'${from}'` : writeText(program, from, [0, 0]);
  const end = last === undefined || sourceCode.text.slice(...last.range).endsWith(";") ? ";" : "";
  const text = `import { ${name} } from ${module}${end}`;
  if (last !== undefined) {
    const at = last.range[1];
    return { range: [at, at], text: `${lineBreak}${indentationAt(sourceCode.text, last.range[0])}${text}` };
  }
  const first = sourceCode.ast.body.find((statement) => !isDirective(statement));
  if (first === undefined) return undefined;
  const [at] = first.range;
  return { range: [at, at], text: `${text}${lineBreak}${indentationAt(sourceCode.text, at)}` };
}

function isDirective(statement: TSESTree.ProgramStatement): boolean {
  return typeof (statement as { directive?: unknown }).directive === "string";
}
