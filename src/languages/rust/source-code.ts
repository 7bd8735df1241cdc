import { LezerSourceCode } from "../lezer/source-code.ts";
import { Fragments, type FragmentKind } from "./fragments.ts";
import type { RustNodeType } from "./node-types.ts";
import type { RustNode, SourceRange } from "./syntax-tree.ts";

/** A Rust file as rules see it: `context.sourceCode`. */
export class RustSourceCode extends LezerSourceCode<RustNodeType> {
  readonly #fragments: Fragments;

  /** @param file What rules see any file by: its text without its byte order mark, its root, what is traversed. */
  constructor(file: ConstructorParameters<typeof LezerSourceCode<RustNodeType>>[0]) {
    super(file);
    this.#fragments = new Fragments(file.text, file.ast.lines);
  }

  /**
   * What a macro's token tree holds, as far as it is Rust's own syntax: an `ArgList`, a `Block`, or single
   * expressions. See `Fragments.in`. These nodes are not traversed; a rule that wants to look into macros
   * asks for them.
   */
  reparseTokens(tree: RustNode): readonly RustNode[] {
    return this.#fragments.in(tree);
  }

  /** Reads a part of the text as an expression, arguments or a block. See `Fragments.parse`. */
  parseFragment(kind: FragmentKind, range: SourceRange, parent: RustNode): RustNode | undefined {
    return this.#fragments.parse(kind, range, parent);
  }
}
