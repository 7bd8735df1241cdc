import type { ValueType } from "../../../breadcrumb/index.ts";
import { childAfter, childOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { aliasedType } from "../names/items.ts";
import { once } from "../../once.ts";
import type { RustProgram } from "../program.ts";
import { firstOf, isTypePath, lastOf } from "../syntax/nodes.ts";
import { EXTRACTORS, type Step } from "../names/pattern-names.ts";
import type { Variable } from "../names/variables.ts";
import { knownType } from "./known-types.ts";

/** Reads declared types. */
export interface TypeReader {
  /** The verdict of a type on its values. */
  read(type: RustNode): ValueType | undefined;
  /** The node of a variable's declared type, the way from the source to the name considered. */
  ofVariable(variable: Variable): RustNode | undefined;
  /** The type of what a pattern takes out of a value of some type. */
  along(type: RustNode, steps: readonly Step[]): RustNode | undefined;
  /** The type, or else its trait, when what only wraps it is taken off: `User` of `&Option<Box<User>>`. */
  inner(type: RustNode): RustNode;
  /** The type of a field of a struct of the file. */
  ofField(type: RustNode, field: string): RustNode | undefined;
  /** Whether a type is an `Option`, references to it among them. */
  isOption(type: RustNode): boolean;
}

/** Types that hold one value and behave like it, or hand it to a request handler. */
const WRAPPING: ReadonlySet<string> = new Set([
  ...EXTRACTORS,
  "Option",
  "Result",
  "Box",
  "Arc",
  "Rc",
  "Cow",
  "RefCell",
  "Cell",
  "Mutex",
  "RwLock",
  "MutexGuard",
  "RwLockReadGuard",
  "RwLockWriteGuard",
  "Ref",
  "RefMut",
  "Weak",
  "OnceCell",
  "LazyLock",
  "Lazy",
  "OnceLock",
]);

const LISTS: ReadonlySet<string> = new Set([
  "Vec",
  "VecDeque",
  "HashSet",
  "BTreeSet",
  "IndexSet",
  "LinkedList",
  "SmallVec",
  "BinaryHeap",
]);

const NUMBER = /^(?:[iu](?:8|16|32|64|128|size)|f(?:32|64)|(?:NonZero|Atomic)[IU]\w+|Duration)$/u;
const TEXT: ReadonlySet<string> = new Set(["String", "str", "char", "OsString", "OsStr", "CString", "CStr"]);

/** Types within types deeper than this are not written by hand. */
const MAX_STEPS = 20;

/** Reads the declared types of one file. */
export function createTypeReader(program: RustProgram): TypeReader {
  return new DeclaredTypes(program);
}

class DeclaredTypes implements TypeReader {
  readonly #program: RustProgram;
  readonly #known = new Map<RustNode, ValueType | undefined>();

  constructor(program: RustProgram) {
    this.#program = program;
  }

  #nameOf(type: RustNode): string | undefined {
    return this.#program.names.pathOf(type)?.at(-1);
  }

  /** The first type among the arguments of a generic type. */
  #argumentOf(type: RustNode): RustNode | undefined {
    const list = childOf(type, "TypeArgList");
    return list?.children.find(({ type }) => type !== "Lifetime");
  }

  inner(type: RustNode): RustNode {
    return unwrapped(type, (current) => this.#content(current) ?? this.#traitOf(current));
  }

  #content(type: RustNode): RustNode | undefined {
    switch (type.type) {
      case "ReferenceType":
      case "PointerType":
        return lastOf(type);
      case "GenericType": {
        const name = this.#nameOf(type);
        return name !== undefined && WRAPPING.has(name) ? this.#argumentOf(type) : undefined;
      }
      default: {
        const item = isTypePath(type) ? this.#program.items.typeItem(type) : undefined;
        return item && aliasedType(item);
      }
    }
  }

  /** The trait that is all that is known of a type: `Reporter` of `dyn Reporter`, `impl Reporter`, `T: Reporter`. */
  #traitOf(type: RustNode): RustNode | undefined {
    if (type.type === "AbstractType" || type.type === "BoundedType" || type.type === "DynamicType") {
      return type.children[0];
    }
    if (type.type !== "TypeIdentifier" || this.#program.items.typeItem(type) !== undefined) return undefined;
    const name = this.#program.textOf(type);
    for (let around = type.parent; around !== undefined; around = around.parent) {
      const lists = around.children.filter((child) => child.type === "TypeParamList" || child.type === "WhereClause");
      const bounds = lists
        .flatMap(({ children }) => children)
        .find((each) => each !== type && this.#program.textOf(firstOf(each)) === name && childOf(each, "TraitBounds"));
      const bound = bounds && childOf(bounds, "TraitBounds");
      if (bound !== undefined) return firstOf(bound);
    }
    return undefined;
  }

  read(type: RustNode): ValueType | undefined {
    const node = unwrapped(type, (current) => (current.type === "PointerType" ? undefined : this.#content(current)));
    if (!this.#known.has(node)) {
      this.#known.set(node, undefined);
      this.#known.set(node, this.#readInner(node));
    }
    return this.#known.get(node);
  }

  #readInner(type: RustNode): ValueType | undefined {
    switch (type.type) {
      case "ArrayType":
        return this.#listOf(firstOf(type));
      case "GenericType": {
        const name = this.#nameOf(type);
        if (name !== undefined && LISTS.has(name)) return this.#listOf(this.#argumentOf(type));
        return this.#named(type);
      }
      case "TypeIdentifier":
      case "ScopedTypeIdentifier":
        return this.#named(type);
      case "UnitType":
        return simple("other");
      // It is printed as an address in memory.
      case "PointerType":
        return { ...simple("other"), known: "no-data" };
      default:
        return undefined;
    }
  }

  #named(type: RustNode): ValueType | undefined {
    const name = this.#nameOf(type);
    if (name === undefined) return undefined;
    const item = this.#program.items.typeItem(type);
    if (item === undefined) {
      if (name === "bool") return simple("boolean");
      if (NUMBER.test(name)) return simple("number");
      if (TEXT.has(name)) return simple("text");
      if (this.#isDeclaredHere(type)) return undefined;
      // A token that borrows is one of a text that is parsed.
      const borrows = name === "Token" && childOf(type, "TypeArgList")?.children[0]?.type === "Lifetime";
      return borrows ? { ...simple("other", name), known: "no-data" } : simple("other", name);
    }
    if (item.type === "EnumItem" && isPlainEnum(item)) return simple("literals", name);
    if (item.type === "EnumItem") return this.#variantsOf(item, name);
    return item.type === "StructItem" ? this.#structOf(item, name) : simple("other", name);
  }

  /** `T` of a generic function says nothing. */
  #isDeclaredHere(type: RustNode): boolean {
    const name = this.#program.textOf(type);
    for (let around = type.parent; around !== undefined; around = around.parent) {
      const list = childOf(around, "TypeParamList");
      if (
        list?.children.some((parameter) => this.#program.textOf(parameter.children[0] ?? parameter) === name) === true
      )
        return true;
    }
    return false;
  }

  /** The content of an enum's variants; a tuple's under the name of the variant. */
  #variantsOf(item: RustNode, name: string): ValueType {
    return recordOf(name, () =>
      lastOf(item).children.flatMap((variant) =>
        this.#program.items.fieldsOf(variant).map(({ name, type }) => ({
          name: /^\d/.test(name) ? this.#program.textOf(firstOf(variant)) : name,
          type: this.read(type),
        })),
      ),
    );
  }

  #structOf(item: RustNode, name: string): ValueType {
    return recordOf(name, () =>
      this.#program.items.fieldsOf(item).map((field) => {
        const type = once(() => this.read(field.type));
        return {
          name: field.name,
          get type() {
            return type();
          },
        };
      }),
    );
  }

  #listOf(type: RustNode | undefined): ValueType {
    const item = once(() => type && this.read(type));
    return {
      ...simple("list"),
      get item() {
        return item();
      },
    };
  }

  ofField(type: RustNode, field: string): RustNode | undefined {
    const node = this.inner(type);
    const item = isTypePath(node) ? this.#program.items.typeItem(node) : undefined;
    return item && this.#program.items.fieldsOf(item).find(({ name }) => name === field)?.type;
  }

  ofVariable(variable: Variable): RustNode | undefined {
    return variable.type && this.along(variable.type, variable.steps);
  }

  along(type: RustNode, steps: readonly Step[]): RustNode | undefined {
    let current: RustNode | undefined = type;
    for (const step of steps) current = current && this.#below(current, step);
    return current;
  }

  #below(type: RustNode, step: Step): RustNode | undefined {
    switch (step.kind) {
      case "wrapped":
        return type.type === "GenericType" ? this.#argumentOf(type) : type;
      case "field": {
        const node = this.inner(type);
        if (node.type === "TupleType") return node.children[Number(step.name)];
        return this.ofField(type, step.name);
      }
      case "item": {
        const node = this.inner(type);
        return node.type === "ArrayType" ? firstOf(node) : this.#argumentOf(node);
      }
      case "unknown":
        return undefined;
    }
  }

  isOption(type: RustNode): boolean {
    let current = type;
    for (let step = 0; step < MAX_STEPS && current.type === "ReferenceType"; step++) {
      current = lastOf(current);
    }
    return current.type === "GenericType" && this.#nameOf(current) === "Option";
  }
}

function unwrapped(type: RustNode, content: (type: RustNode) => RustNode | undefined): RustNode {
  let current = type;
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = content(current);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

function simple(kind: ValueType["kind"], name?: string): ValueType {
  return { kind, name, literals: [], properties: [], item: undefined, known: knownType(name) };
}

/** A record whose properties are read when they are asked for. */
function recordOf(name: string, read: () => ValueType["properties"]): ValueType {
  const properties = once(read, []);
  return {
    ...simple("record", name),
    get properties() {
      return properties();
    },
  };
}

/** An enum whose variants hold nothing; it says which one, and no more. */
function isPlainEnum(item: RustNode): boolean {
  return lastOf(item).children.every(
    (variant) =>
      childOf(variant, "FieldDeclarationList") === undefined &&
      childOf(variant, "OrderedFieldDeclarationList") === undefined,
  );
}

/** The type that a function is declared to return. */
export function returnType(node: RustNode): RustNode | undefined {
  return childAfter(node, "->");
}
