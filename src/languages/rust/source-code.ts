import type { VisitNodeStep } from "@eslint/plugin-kit";
import { kit } from "./libraries.ts";
import { disableDirectives, inlineConfigs, isDirective } from "./directives.ts";
import { Fragments, type FragmentKind } from "./fragments.ts";
import type { RustLanguageOptions } from "./language-options.ts";
import type { SourceFile } from "./source-file.ts";
import type { RustComment, RustNode, RustSyntaxElement, SourceRange } from "./syntax-tree.ts";

const ENTER = 1;
const EXIT = 2;

/** A Rust file as rules see it: `context.sourceCode`. */
export class RustSourceCode extends kit.TextSourceCodeBase<{
  LangOptions: RustLanguageOptions;
  RootNode: SourceFile;
  SyntaxElementWithLoc: RustSyntaxElement;
  ConfigNode: RustComment;
}> {
  readonly #traversal: RustLanguageOptions["traversal"];
  readonly #fragments: Fragments;
  #configNodes: readonly RustComment[] | undefined;

  /**
   * @param file.text The text without its byte order mark.
   * @param file.ast The root made for the same text.
   * @param file.traversal Which nodes ESLint hands to listeners; all of them if left out.
   */
  constructor({ text, ast, traversal }: { text: string; ast: SourceFile } & RustLanguageOptions) {
    super({ text, ast });
    this.#traversal = traversal;
    this.#fragments = new Fragments(text, ast.lines);
  }

  /** Every comment in order, doc comments too. */
  get comments(): readonly RustComment[] {
    return this.ast.comments;
  }

  /** The node around a node; undefined for the root, and for tokens and comments, which know none. */
  override getParent(node: RustSyntaxElement): RustNode | undefined {
    return (node as Partial<RustNode>).parent;
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

  /** The comments that configure ESLint. A text without the word `eslint` is not parsed for them. */
  getInlineConfigNodes(): RustComment[] {
    this.#configNodes ??= this.text.includes("eslint") ? this.comments.filter(isDirective) : [];
    return [...this.#configNodes];
  }

  getDisableDirectives(): ReturnType<typeof disableDirectives> {
    return disableDirectives(this.getInlineConfigNodes());
  }

  applyInlineConfig(): ReturnType<typeof inlineConfigs> {
    return inlineConfigs(this.getInlineConfigNodes());
  }

  /**
   * The steps of ESLint's walk, which it takes for every file whether or not a rule listens. The text is
   * parsed on the way to the second step, and not at all when only the root is to be handed to listeners.
   */
  override *traverse(): Generator<VisitNodeStep, void, undefined> {
    const root: RustNode = this.ast;
    yield step(root, ENTER);
    const open = this.#traversal === "root" ? [] : [{ node: root, next: 0 }];
    for (let current = open.at(-1); current !== undefined; current = open.at(-1)) {
      const child = current.node.children[current.next++];
      if (child !== undefined) {
        yield step(child, ENTER);
        open.push({ node: child, next: 0 });
      } else {
        open.pop();
        if (current.node !== root) yield step(current.node, EXIT);
      }
    }
    yield step(root, EXIT);
  }
}

function step(node: RustNode, phase: typeof ENTER | typeof EXIT): VisitNodeStep {
  return new kit.VisitNodeStep({ target: node, phase, args: [node] });
}
