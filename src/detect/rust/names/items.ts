import { childOf, closest, hasToken } from "../../../languages/rust/queries.ts";
import type { RustSourceCode } from "../../../languages/rust/source-code.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { Names } from "./paths.ts";
import { once } from "../../once.ts";
import { isTypePath, itemName, lastOf, partsOf, plainName, withoutAttributes } from "../syntax/nodes.ts";

/** The types of one file and what belongs to them. */
export interface Items {
  /** The item of the file that a type names (`User`, `Self`); undefined for types from elsewhere. */
  typeItem(type: RustNode): RustNode | undefined;
  /** The struct, enum or union that an `impl` block around a node is for. */
  selfItem(node: RustNode): RustNode | undefined;
  /** The declarations of a struct's fields; those of a tuple struct are named by their index. */
  fieldsOf(struct: RustNode): readonly { readonly name: string; readonly type: RustNode }[];
  /**
   * A method or associated constant of a type of the file, when there is one of that name: its own, or what a trait has
   * for it by default. Of a trait it is that of its only implementation, or else the trait's own.
   */
  memberOf(type: RustNode, name: string): RustNode | undefined;
  /** A method of a trait, be it of the file or not, that a type implements by hand: `fmt` of `Debug`. */
  methodOfTrait(type: RustNode, trait: string, name: string): RustNode | undefined;
}

/** Looks up the types of one file. */
export function createItems(sourceCode: RustSourceCode, names: Names): Items {
  return new ItemTable(sourceCode, names);
}

class ItemTable implements Items {
  readonly #sourceCode: RustSourceCode;
  readonly #names: Names;
  readonly #fields = new Map<RustNode, ReturnType<Items["fieldsOf"]>>();
  readonly #membersOf = once(() => this.#readMembers());

  constructor(sourceCode: RustSourceCode, names: Names) {
    this.#sourceCode = sourceCode;
    this.#names = names;
  }

  #nameOf(item: RustNode): string | undefined {
    const name = itemName(item);
    return name && plainName(this.#sourceCode.text.slice(name.range[0], name.range[1]));
  }

  typeItem(type: RustNode): RustNode | undefined {
    const path = this.#names.pathOf(type);
    if (path?.length === 1 && path[0] === "Self") return this.selfItem(type);
    const { item, rest } = this.#names.resolve(type);
    return item !== undefined && rest.length === 0 && TYPES.has(item.type) ? item : undefined;
  }

  selfItem(node: RustNode): RustNode | undefined {
    const impl = closest(node, "ImplItem", "TraitItem");
    return impl?.type === "ImplItem" ? this.#implemented(impl) : undefined;
  }

  #implemented(impl: RustNode): RustNode | undefined {
    const type = impl.children.findLast(isTypePath);
    return type && this.typeItem(type);
  }

  #nameOfTrait(impl: RustNode): string | undefined {
    const trait = traitPathOf(impl);
    return trait && this.#names.pathOf(trait)?.at(-1);
  }

  #implementedTrait(impl: RustNode): RustNode | undefined {
    const trait = traitPathOf(impl);
    const item = trait && this.typeItem(trait);
    return item?.type === "TraitItem" ? item : undefined;
  }

  fieldsOf(struct: RustNode): ReturnType<Items["fieldsOf"]> {
    let known = this.#fields.get(struct);
    if (known === undefined) {
      const list = childOf(struct, "FieldDeclarationList");
      const inOrder = childOf(struct, "OrderedFieldDeclarationList");
      const named = (list?.children ?? []).flatMap((declaration) => {
        const name = childOf(declaration, "FieldIdentifier");
        return name === undefined
          ? []
          : [{ name: plainName(this.#sourceCode.text.slice(...name.range)), type: lastOf(declaration) }];
      });
      const numbered = (inOrder === undefined ? [] : partsOf(inOrder)).filter(({ type }) => type !== "Vis");
      known = [...named, ...numbered.map((type, index) => ({ name: String(index), type }))];
      this.#fields.set(struct, known);
    }
    return known;
  }

  /** Of two members of one name, as different traits may have them, none is known. */
  #readMembers(): Members {
    const own = new Map<RustNode, Map<string, RustNode | undefined>>();
    const traits = new Map<RustNode, RustNode[]>();
    const types = new Map<RustNode, RustNode[]>();
    const blocks = new Map<RustNode, RustNode[]>();
    const pending: RustNode[] = [this.#sourceCode.ast];
    for (let scope = pending.pop(); scope !== undefined; scope = pending.pop()) {
      for (const statement of scope.children) {
        const item = withoutAttributes(statement);
        const list = childOf(item, "DeclarationList");
        if (list === undefined) continue;
        if (item.type === "ModItem") pending.push(list);
        const type = item.type === "ImplItem" ? this.#implemented(item) : item.type === "TraitItem" ? item : undefined;
        if (type === undefined) continue;
        const trait = item.type === "ImplItem" ? this.#implementedTrait(item) : undefined;
        if (trait !== undefined) {
          traits.set(type, [...(traits.get(type) ?? []), trait]);
          types.set(trait, [...(types.get(trait) ?? []), type]);
        }
        if (item.type === "ImplItem") blocks.set(type, [...(blocks.get(type) ?? []), item]);
        const members = own.get(type) ?? new Map<string, RustNode | undefined>();
        own.set(type, members);
        for (const member of list.children.map(withoutAttributes)) {
          const name = hasBody(member) ? this.#nameOf(member) : undefined;
          if (name !== undefined) members.set(name, members.has(name) ? undefined : member);
        }
      }
    }
    return { own, traits, types, blocks };
  }

  memberOf(type: RustNode, name: string): RustNode | undefined {
    const { own, traits, types } = this.#membersOf() ?? NO_MEMBERS;
    const found = own.get(type);
    const implementations = (types.get(type) ?? []).map((each) => own.get(each)).filter((each) => each?.has(name));
    if (implementations.length > 0) {
      return implementations.length === 1 && !found?.has(name) ? implementations[0]?.get(name) : undefined;
    }
    if (found?.has(name)) return found.get(name);
    const defaults = (traits.get(type) ?? []).map((trait) => own.get(trait)?.get(name)).filter((each) => each);
    return defaults.length === 1 ? defaults[0] : undefined;
  }

  methodOfTrait(type: RustNode, trait: string, name: string): RustNode | undefined {
    const { blocks } = this.#membersOf() ?? NO_MEMBERS;
    const block = blocks.get(type)?.find((impl) => this.#nameOfTrait(impl) === trait);
    const members = block && childOf(block, "DeclarationList")?.children.map(withoutAttributes);
    return members?.find((member) => this.#nameOf(member) === name);
  }
}

/** What belongs to the types of a file. */
interface Members {
  readonly own: ReadonlyMap<RustNode, ReadonlyMap<string, RustNode | undefined>>;
  /** The traits that a type implements. */
  readonly traits: ReadonlyMap<RustNode, readonly RustNode[]>;
  /** The types that implement a trait. */
  readonly types: ReadonlyMap<RustNode, readonly RustNode[]>;
  /** The `impl` blocks of a type. */
  readonly blocks: ReadonlyMap<RustNode, readonly RustNode[]>;
}

const NO_MEMBERS: Members = { own: new Map(), traits: new Map(), types: new Map(), blocks: new Map() };

/** The path of the trait that a block implements. */
function traitPathOf(impl: RustNode): RustNode | undefined {
  return hasToken(impl, "for") ? impl.children.find(isTypePath) : undefined;
}

/** Whether a member says what it does or is; a trait may only name it. */
function hasBody(member: RustNode): boolean {
  return member.type === "FunctionItem" ? childOf(member, "Block") !== undefined : hasToken(member, "=");
}

const TYPES: ReadonlySet<string> = new Set(["StructItem", "EnumItem", "UnionItem", "TypeItem", "TraitItem"]);

/** The declarations of a file, by name and by type. */
interface Declared {
  readonly names: Names;
  readonly items: Items;
}

/** The function of the file that a path is called by: an item, or one that belongs to a type. */
export function calledItem({ names, items }: Declared, path: RustNode): RustNode | undefined {
  const { item, rest } = names.resolve(path);
  if (item?.type === "FunctionItem" && rest.length === 0) return item;
  const [first = "", last, ...others] = names.pathOf(path) ?? [];
  const isSelf = first === "Self" && last !== undefined && others.length === 0;
  const [owner, [name, ...below]] = isSelf ? [items.selfItem(path), [last]] : [item, rest];
  const member = owner && name !== undefined && below.length === 0 ? items.memberOf(owner, name) : undefined;
  return member?.type === "FunctionItem" ? member : undefined;
}

/** The constant or static of the file that a path leads to. */
export function constantItem({ names, items }: Declared, path: RustNode): RustNode | undefined {
  const { item, rest } = names.resolve(path);
  const written = names.pathOf(path);
  const isSelf = written?.length === 2 && written[0] === "Self";
  const owner = isSelf ? items.selfItem(path) : item;
  const member = isSelf ? written[1] : rest[0];
  if (owner !== undefined && member !== undefined && rest.length <= 1) {
    const found = items.memberOf(owner, member);
    return found?.type === "ConstItem" ? found : undefined;
  }
  const isConstant = (item?.type === "ConstItem" || item?.type === "StaticItem") && rest.length === 0;
  return isConstant && !hasToken(item, "mut") ? item : undefined;
}

/** The type that an alias stands for. */
export function aliasedType(alias: RustNode): RustNode | undefined {
  return alias.type === "TypeItem" ? partsOf(alias).at(-1) : undefined;
}
