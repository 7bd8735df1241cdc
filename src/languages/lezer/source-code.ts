import type { VisitNodeStep } from "@eslint/plugin-kit";
import { disableDirectives, inlineConfigs, isDirective } from "./directives.ts";
import type { LezerLanguageOptions } from "./language-options.ts";
import { kit } from "./libraries.ts";
import type { SourceFile } from "./source-file.ts";
import type { LezerComment, LezerElement, LezerNode } from "./syntax-tree.ts";

const ENTER = 1;
const EXIT = 2;

/** A file as rules see it: `context.sourceCode`. */
export class LezerSourceCode<Type extends string = string> extends kit.TextSourceCodeBase<{
  LangOptions: LezerLanguageOptions;
  RootNode: SourceFile<Type>;
  SyntaxElementWithLoc: LezerElement;
  ConfigNode: LezerComment;
}> {
  readonly #traversal: LezerLanguageOptions["traversal"];
  #configNodes: readonly LezerComment[] | undefined;

  /**
   * @param file.text The text without its byte order mark.
   * @param file.ast The root made for the same text.
   * @param file.traversal Which nodes ESLint hands to listeners; all of them if left out.
   */
  constructor({ text, ast, traversal }: { text: string; ast: SourceFile<Type> } & LezerLanguageOptions) {
    super({ text, ast });
    this.#traversal = traversal;
  }

  /** Every comment in order, doc comments too. */
  get comments(): readonly LezerComment[] {
    return this.ast.comments;
  }

  /** The node around a node; undefined for the root, and for tokens and comments, which know none. */
  override getParent(node: LezerElement): LezerNode<Type> | undefined {
    return (node as Partial<LezerNode<Type>>).parent;
  }

  /** The comments that configure ESLint. A text without the word `eslint` is not parsed for them. */
  getInlineConfigNodes(): LezerComment[] {
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
    const root: LezerNode<Type> = this.ast;
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

function step(node: LezerNode, phase: typeof ENTER | typeof EXIT): VisitNodeStep {
  return new kit.VisitNodeStep({ target: node, phase, args: [node] });
}
