import { parser } from "@lezer/python";
import type { Grammar } from "../../../src/languages/lezer/grammar.ts";
import { lezerLanguage } from "../../../src/languages/lezer/index.ts";
import { LezerSourceCode } from "../../../src/languages/lezer/source-code.ts";

const nodeTypes = ["Error", ...parser.nodeSet.types.map(({ name }) => name).filter((name) => /^[A-Z]/.test(name))];

const grammar: Grammar = { root: "Script", nodeTypes, comments: { Comment: { open: "#" } }, parser: () => parser };

/** Python for ESLint, as far as Lezer tells. */
export const pythonLanguage = lezerLanguage(grammar, {
  isInClass: () => false,
  createSourceCode: (file) => new LezerSourceCode(file),
});
