import { resolve as resolvePath } from "node:path";
import * as tsParser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import ts from "typescript";
import type { Value } from "../../src/breadcrumb/index.ts";
import { openProgram, type JavaScriptProgram, type Node } from "../../src/detect/javascript/program.ts";
import { createValueReader } from "../../src/detect/javascript/values/reader.ts";
import { readSettings } from "../../src/settings.ts";

export type Parser = "espree" | "typescript" | "typed";

const FILE = resolvePath("snippet.ts");

/** A parsed snippet, with the nodes of what its calls of `use(…)` are given, in the order of the source. */
export interface Snippet {
  readonly program: JavaScriptProgram;
  readonly used: readonly Node[];
  readonly calls: readonly Node[];
}

/** Opens a snippet for detection as ESLint does: `typed` gives the parser a program with a type checker. */
export function openSnippet(code: string, parser: Parser = "espree"): Snippet {
  let opened: Snippet | undefined;
  const linter = new Linter();
  const rule: Rule.RuleModule = {
    create({ sourceCode }) {
      const calls: Node[] = [];
      return {
        CallExpression(node) {
          const call = node as unknown as Node;
          if (call.type !== "CallExpression" || call.callee.type !== "Identifier") return;
          if (call.callee.name === "use") calls.push(call);
        },
        "Program:exit"() {
          const used = calls.flatMap((call) => (call.type === "CallExpression" ? call.arguments : []));
          opened = { program: openProgram(sourceCode, readSettings({})), used, calls };
        },
      };
    },
  };
  const languageOptions: Linter.LanguageOptions =
    parser === "espree"
      ? { parserOptions: { ecmaFeatures: { jsx: true } } }
      : {
          parser: tsParser,
          parserOptions: {
            ecmaFeatures: { jsx: parser === "typescript" },
            ...(parser === "typed" && { programs: typedProgram([code]).programs }),
          },
        };
  const messages = linter.verify(
    code,
    {
      files: ["**"],
      languageOptions,
      plugins: { test: { rules: { open: rule } } },
      rules: { "test/open": "error" },
    },
    { filename: parser === "typed" ? FILE : "file.tsx" },
  );
  if (opened === undefined || messages.length > 0)
    throw new Error(messages[0]?.message ?? "the snippet was not linted");
  return opened;
}

/** The values of what a snippet gives to `use(…)`. */
export function readValues(code: string, parser?: Parser): readonly Value[] {
  const { program, used } = openSnippet(code, parser);
  const reader = createValueReader(program);
  return used.map((node) => reader.valueOf(node));
}

/** The value of the only thing that a snippet gives to `use(…)`. */
export function readValue(code: string, parser?: Parser): Value {
  const [value, ...others] = readValues(code, parser);
  if (value === undefined || others.length > 0) throw new Error("expected one argument of `use`");
  return value;
}

/** The language's own declarations, parsed once. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** A program with a type checker, and the files that its snippets are. */
export interface TypedProgram {
  readonly programs: readonly ts.Program[];
  readonly files: readonly string[];
}

/** Opens snippets as the files of a program with a type checker. */
export function typedProgram(snippets: readonly string[]): TypedProgram {
  const options: ts.CompilerOptions = { strict: true, target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  const codes = new Map(snippets.map((code, index) => [index === 0 ? FILE : resolvePath(`snippet${index}.ts`), code]));
  host.getSourceFile = (name, target) => {
    const code = codes.get(name);
    if (code !== undefined) return ts.createSourceFile(name, code, target, true);
    if (!libraries.has(name)) libraries.set(name, read(name, target));
    return libraries.get(name);
  };
  host.fileExists = (name) => codes.has(name) || ts.sys.fileExists(name);
  const files = [...codes.keys()];
  return { files, programs: [ts.createProgram(files, options, host)] };
}
