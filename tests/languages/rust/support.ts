import { Linter, type ESLint, type Rule } from "eslint";
import { rust } from "../../../src/languages/rust/index.ts";
import type { RustNodeType } from "../../../src/languages/rust/node-types.ts";
import { descendantsOf } from "../../../src/languages/rust/queries.ts";
import type { RustSourceCode } from "../../../src/languages/rust/source-code.ts";
import type { RustNode } from "../../../src/languages/rust/syntax-tree.ts";

/** What ESLint would make of a file with this text. */
export function read(text: string): RustSourceCode {
  const file = { body: text };
  return rust.createSourceCode(file, rust.parse(file));
}

/** The first node of a type below a node. */
export function find(node: RustNode, type: RustNodeType): RustNode {
  for (const inner of descendantsOf(node)) if (inner.type === type) return inner;
  throw new Error(`The tree holds no ${type}`);
}

/** A rule from its listeners; what a listener returns is reported as the message, at the node. */
export function ruleOf(
  listeners: Record<string, (node: RustNode, sourceCode: RustSourceCode) => string | undefined>,
): Rule.RuleModule {
  return {
    meta: { fixable: "code" },
    create(context) {
      const sourceCode = context.sourceCode as unknown as RustSourceCode;
      const entries = Object.entries(listeners).map(([selector, listener]) => [
        selector,
        (node: RustNode) => {
          const message = listener(node, sourceCode);
          if (message === undefined) return;
          const target = node as unknown as Rule.Node;
          context.report({ node: target, message, fix: (fixer) => fixer.replaceText(target, "good") });
        },
      ]);
      return Object.fromEntries(entries) as Rule.RuleListener;
    },
  };
}

const reportBad = (node: RustNode, sourceCode: RustSourceCode) =>
  sourceCode.getText(node) === "bad" ? "bad name" : undefined;

/** Reports every identifier named `bad`, and calls it `good` as a fix. */
export const noBad = ruleOf({
  Identifier: reportBad,
  BoundIdentifier: reportBad,
  FieldIdentifier: reportBad,
});

/** A plugin of a test's own, which mounts the language as anybody's would. */
export function pluginOf(rules: Record<string, Rule.RuleModule>): ESLint.Plugin {
  return { languages: { rust }, rules };
}

/** A config for Rust files in which the rules given are errors. */
export function configOf(rules: Record<string, Rule.RuleModule>, more: Linter.Config = {}): Linter.Config {
  return {
    files: ["**/*.rs"],
    plugins: { test: pluginOf(rules) },
    language: "test/rust",
    rules: Object.fromEntries(Object.keys(rules).map((name) => [`test/${name}`, "error"])),
    ...more,
  };
}

/** Lints a text with the rule `no-bad` (unless told otherwise) and returns the messages. */
export function lint(text: string, config: Linter.Config = configOf({ "no-bad": noBad })): Linter.LintMessage[] {
  return new Linter({ configType: "flat" }).verify(text, [config], "src/main.rs");
}

/** Where messages start and end, as an editor shows it: `line:column-line:column`, both from 1. */
export function places(messages: readonly Linter.LintMessage[]): string[] {
  return messages.map((m) => `${m.line}:${m.column}-${m.endLine}:${m.endColumn}`);
}
