import { childrenOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { firstOf, itemName, lastOf, plainName, withoutAttributes } from "../syntax/nodes.ts";

/** The segments of a path; the first is `""` where it starts with `::`. */
export type Path = readonly string[];

/** The names that a block or module declares; a function or constant may be called what a module or type is called. */
export interface Declarations {
  readonly uses: ReadonlyMap<string, Path>;
  readonly globs: readonly Path[];
  readonly values: ReadonlyMap<string, RustNode>;
  readonly types: ReadonlyMap<string, RustNode>;
}

const VALUES: ReadonlySet<string> = new Set(["ConstItem", "FunctionItem", "StaticItem"]);

/** Reads what the blocks and modules of a file declare. */
export class DeclarationReader {
  readonly #text: string;
  readonly #declared = new Map<RustNode, Declarations>();

  constructor(text: string) {
    this.#text = text;
  }

  /** A name as written, `type` of `r#type`. */
  textOf({ range }: RustNode): string {
    return plainName(this.#text.slice(range[0], range[1]));
  }

  /** The declarations of a block or module. */
  of(scope: RustNode): Declarations {
    let known = this.#declared.get(scope);
    if (known === undefined) this.#declared.set(scope, (known = this.#readDeclarations(scope)));
    return known;
  }

  #readDeclarations(scope: RustNode): Declarations {
    const uses = new Map<string, Path>();
    const globs: Path[] = [];
    const values = new Map<string, RustNode>();
    const types = new Map<string, RustNode>();
    for (const statement of scope.children) {
      const item = withoutAttributes(statement);
      if (item.type === "UseDeclaration") this.#readUse(item, uses, globs);
      else if (item.type === "ExternCrateDeclaration") this.#readExternCrate(item, uses);
      else if (item.type.endsWith("Item") && item.type !== "ImplItem") {
        const name = itemName(item);
        if (name !== undefined) (VALUES.has(item.type) ? values : types).set(this.textOf(name), item);
      }
    }
    return { uses, globs, values, types };
  }

  /** The declarations of a `use`. */
  usesOf(declaration: RustNode): Pick<Declarations, "uses" | "globs"> {
    const uses = new Map<string, Path>();
    const globs: Path[] = [];
    this.#readUse(declaration, uses, globs);
    return { uses, globs };
  }

  #readUse(declaration: RustNode, uses: Map<string, Path>, globs: Path[]): void {
    const pending = declaration.children.map((node) => ({ node, prefix: [] as Path }));
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { node, prefix } = next;
      switch (node.type) {
        case "UseList":
          for (const child of node.children) pending.push({ node: child, prefix });
          break;
        case "ScopedUseList": {
          const below = [...prefix, ...this.#segmentsOf(node)];
          for (const child of childrenOf(node, "UseList")) pending.push({ node: child, prefix: below });
          break;
        }
        case "UseWildcard":
          globs.push([...prefix, ...this.#segmentsOf(node)]);
          break;
        case "UseAsClause": {
          const [path, alias] = [firstOf(node), lastOf(node)];
          const target = path.type === "self" ? prefix : [...prefix, ...this.#segmentsOf(path)];
          uses.set(this.textOf(alias), target);
          break;
        }
        case "self": {
          for (const name of prefix.slice(-1)) uses.set(name, prefix);
          break;
        }
        case "BoundIdentifier":
        case "ScopedIdentifier": {
          const path = [...prefix, ...this.#segmentsOf(node)];
          for (const name of path.slice(-1)) uses.set(name, path);
          break;
        }
        default:
          break;
      }
    }
  }

  #readExternCrate(declaration: RustNode, uses: Map<string, Path>): void {
    const names = declaration.children.filter(({ type }) => type === "Identifier" || type === "BoundIdentifier");
    const [crate, alias] = names.map((segment) => this.textOf(segment));
    if (crate !== undefined) uses.set(alias ?? crate, ["", crate]);
  }

  /** The segments that a path node writes; types in it are left out. */
  #segmentsOf(node: RustNode): Path {
    if (node.children.length === 0 && node.type !== "UseWildcard") return [this.textOf(node)];
    const segments = node.children.filter(({ type }) => isSegment(type)).map((segment) => this.textOf(segment));
    const [first] = node.tokens;
    const isAbsolute = first?.type === "::" && first.range[0] === node.range[0];
    return isAbsolute ? ["", ...segments] : segments;
  }

  /** A path as written; undefined where a type stands in it. */
  pathOf(node: RustNode): Path | undefined {
    if (node.type === "GenericType") return node.children[0] && this.pathOf(node.children[0]);
    if (node.children.some(({ type }) => type === "QualifiedScope" || type === "GenericType")) return undefined;
    return this.#segmentsOf(node);
  }
}

function isSegment(type: string): boolean {
  return (
    type === "Identifier" ||
    type === "ScopeIdentifier" ||
    type === "TypeIdentifier" ||
    type === "BoundIdentifier" ||
    type === "self" ||
    type === "super" ||
    type === "crate"
  );
}
