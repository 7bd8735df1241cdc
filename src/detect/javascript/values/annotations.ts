import type { TSESTree } from "@typescript-eslint/utils";
import type { ValueType } from "../../../breadcrumb/index.ts";
import { patternOf } from "../syntax/patterns.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { memberPath, propertyName, textOf } from "../syntax/nodes.ts";
import { lazily, ownShape, shape, withProperties, type Property, type TypeReader } from "./type-shapes.ts";

/** How many aliases, wrappers and members a type is followed through; deeper ones are not written by hand. */
const MAX_STEPS = 20;

/** Reads the types that the file itself declares from its annotations. */
export class DeclaredTypes implements TypeReader {
  readonly #program: JavaScriptProgram;
  #declarations: ReadonlyMap<string, TypeDeclaration> | undefined;

  constructor(program: JavaScriptProgram) {
    this.#program = program;
  }

  #declarationOf(name: string): TypeDeclaration | undefined {
    this.#declarations ??= typeDeclarations(this.#program.sourceCode.ast);
    return this.#declarations.get(name);
  }

  typeOf(node: Node, steps = 0): ValueType | undefined {
    if (steps > MAX_STEPS) return undefined;
    if (node.type === "TSAsExpression" || node.type === "TSTypeAssertion") return this.#read(node.typeAnnotation);
    const { root, path } = memberPath(node);
    if (root.type === "AwaitExpression") return below(this.typeOf(root.argument, steps + 1), path);
    if (root.type === "CallExpression") return below(this.#typeOfCall(root), path);
    if (root.type !== "Identifier") return undefined;
    const [definition, ...others] = this.#program.scopes.variableOf(root)?.defs ?? [];
    if (definition === undefined || others.length > 0) return undefined;
    return below(this.#typeOfDeclared(definition.name, steps), path);
  }

  #typeOfDeclared(identifier: Node, steps: number): ValueType | undefined {
    const annotation = annotationOf(identifier);
    if (annotation !== undefined) return this.#read(annotation);
    const pattern = patternOf(identifier);
    if (pattern === undefined) return undefined;
    const { top, steps: taken, source } = pattern;
    const declared = annotationOf(top);
    const whole =
      declared !== undefined
        ? this.#read(declared)
        : source?.kind === "expression"
          ? this.typeOf(source.node, steps + 1)
          : top.type === "RestElement"
            ? shape("list")
            : undefined;
    let type = whole;
    for (const step of taken) {
      if (step.kind === "key") type = below(type, [step.name]);
      else if (step.kind === "item" || step.kind === "each") type = type?.item;
      else if (step.kind === "restItems") type = type?.kind === "list" ? type : shape("list");
      else if (step.kind !== "default") return undefined;
    }
    return type;
  }

  #typeOfCall({ callee }: TSESTree.CallExpression): ValueType | undefined {
    const definition = callee.type === "Identifier" ? this.#program.scopes.variableOf(callee)?.defs[0] : undefined;
    if ((definition?.type as string | undefined) === "Parameter") return undefined;
    const declared = definition?.node.type === "VariableDeclarator" ? definition.node.init : definition?.node;
    switch (declared?.type) {
      case "ArrowFunctionExpression":
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "TSDeclareFunction":
        return declared.returnType ? this.#read(declared.returnType.typeAnnotation) : undefined;
      default:
        return undefined;
    }
  }

  #read(type: TSESTree.TypeNode, steps = 0): ValueType | undefined {
    if (steps > MAX_STEPS) return undefined;
    switch (type.type) {
      case "TSStringKeyword":
        return shape("text");
      case "TSTemplateLiteralType":
        return { ...shape("text"), prefix: type.quasis[0]?.value.raw };
      case "TSNumberKeyword":
      case "TSBigIntKeyword":
        return shape("number");
      case "TSBooleanKeyword":
      case "TSTypePredicate":
        return shape("boolean");
      case "TSLiteralType":
        return readLiteral(type);
      case "TSUnionType":
        return this.#readUnion(type.types, steps);
      case "TSIntersectionType":
        return this.#readIntersection(type.types, steps);
      case "TSArrayType":
        return lazily(shape("list"), "item", () => this.#read(type.elementType, steps + 1));
      case "TSTupleType":
        return shape("list");
      case "TSTypeLiteral":
        return withProperties(shape("record"), () => this.#propertiesIn(type.members));
      case "TSTypeOperator":
        if (type.operator === "keyof") return keysOf(type.typeAnnotation && this.#read(type.typeAnnotation, steps + 1));
        return type.typeAnnotation && this.#read(type.typeAnnotation, steps + 1);
      case "TSTypeReference":
        return this.#readReference(type, steps);
      case "TSIndexedAccessType": {
        const key = this.#read(type.indexType, steps + 1)?.literals[0];
        if (key === undefined) return undefined;
        return below(this.#read(type.objectType, steps + 1), [key]) ?? shape("other", key);
      }
      case "TSFunctionType":
      case "TSConstructorType":
        return shape("other");
      default:
        return undefined;
    }
  }

  #readReference(reference: TSESTree.TSTypeReference, steps: number): ValueType | undefined {
    const { typeName } = reference;
    if (typeName.type !== "Identifier") {
      return typeName.type === "TSQualifiedName" ? shape("other", typeName.right.name) : undefined;
    }
    const { name } = typeName;
    const declaration = this.#declarationOf(name);
    if (declaration !== undefined) return this.#readDeclaration(declaration, name, steps);
    const [argument, second] = reference.typeArguments?.params ?? [];
    if (this.#isOfChain(typeName)) return { ...shape("text", name), prefix: "0x" };
    switch (name) {
      case "Array":
      case "ReadonlyArray":
        return lazily(shape("list"), "item", () => argument && this.#read(argument, steps + 1));
      case "Awaited":
      case "NonNullable":
      case "Partial":
      case "Promise":
      case "Readonly":
      case "Required":
        return argument && this.#read(argument, steps + 1);
      case "Map":
      case "ReadonlyMap":
      case "Record":
        return lazily(this.#shapeOf(typeName), "item", () => second && this.#read(second, steps + 1));
      case "Omit":
      case "Pick":
        return this.#readSelection(reference, name === "Pick", steps);
      default:
        return this.#shapeOf(typeName);
    }
  }

  /** A type of the platform, or one that the file imports under its name. */
  #shapeOf(typeName: TSESTree.Identifier): ValueType {
    return (this.#program.scopes.isGlobal(typeName) ? shape : ownShape)("other", typeName.name);
  }

  /** `Address` and `Hex` of viem, which are `0x…`. */
  #isOfChain(name: TSESTree.Identifier): boolean {
    const variable = this.#program.scopes.variableOf(name);
    const from = variable && this.#program.scopes.importOf(variable);
    return (
      from !== undefined &&
      /^(?:Address|Hex)$/.test(from.name) &&
      /^(?:viem|wagmi|abitype|@wagmi)(?:\/|$)/.test(from.module)
    );
  }

  #readSelection({ typeArguments }: TSESTree.TSTypeReference, keep: boolean, steps: number): ValueType | undefined {
    const [from, names] = typeArguments?.params ?? [];
    const whole = from && this.#read(from, steps + 1);
    const selected = names && this.#read(names, steps + 1);
    if (selected?.kind !== "literals") return undefined;
    if (whole?.kind === "other" && whole.properties.length === 0) {
      // Of a type that is not resolved what is picked is known, and what is left out.
      return keep
        ? withProperties(shape("record"), () => selected.literals.map((name) => ({ name, type: undefined })))
        : { ...shape("other", whole.name), literals: selected.literals };
    }
    if (whole?.kind !== "record") return undefined;
    return withProperties(shape("record"), () =>
      whole.properties.filter(({ name }) => selected.literals.includes(name) === keep),
    );
  }

  #readDeclaration(declaration: TypeDeclaration, name: string, steps: number): ValueType | undefined {
    switch (declaration.type) {
      case "TSTypeAliasDeclaration": {
        const type = this.#read(declaration.typeAnnotation, steps + 1);
        return type && named(type, name);
      }
      case "TSEnumDeclaration": {
        return { ...shape("literals", name), literals: enumTexts(declaration) ?? [] };
      }
      case "TSInterfaceDeclaration":
        return withProperties(ownShape("record", name), () => [
          ...this.#propertiesIn(declaration.body.body),
          ...declaration.extends.flatMap(({ expression }) => {
            const base = expression.type === "Identifier" ? this.#declarationOf(expression.name) : undefined;
            const type = base && base !== declaration ? this.#readDeclaration(base, name, steps + 1) : undefined;
            return steps > MAX_STEPS ? [] : (type?.properties ?? []);
          }),
        ]);
      case "ClassDeclaration":
        return withProperties(ownShape("record", name), () => this.#fieldsOfClass(declaration));
    }
  }

  #propertiesIn(members: readonly TSESTree.TypeElement[]): ValueType["properties"] {
    return members.flatMap((member) => {
      if (member.type !== "TSPropertySignature") return [];
      const name = member.computed ? textOf(member.key) : keyName(member.key);
      return name === undefined ? [] : [this.#property(name, member.typeAnnotation?.typeAnnotation)];
    });
  }

  #fieldsOfClass({ body }: TSESTree.ClassDeclaration): ValueType["properties"] {
    return body.body.flatMap((member) => {
      if (member.type !== "PropertyDefinition") return [];
      const name = propertyName(member);
      return name === undefined ? [] : [this.#property(name, member.typeAnnotation?.typeAnnotation)];
    });
  }

  #property(name: string, annotation: TSESTree.TypeNode | undefined): ValueType["properties"][number] {
    return lazily<Property>({ name, type: undefined }, "type", () => annotation && this.#read(annotation));
  }

  #readUnion(types: readonly TSESTree.TypeNode[], steps: number): ValueType | undefined {
    const members = types
      .filter(({ type }) => type !== "TSUndefinedKeyword" && type !== "TSNullKeyword" && type !== "TSVoidKeyword")
      .map((type) => this.#read(type, steps + 1));
    const known = members.filter((member) => member !== undefined);
    const [first] = known;
    if (first === undefined || known.length < members.length) return undefined;
    if (known.length === 1) return first;
    const kinds = new Set(known.map(({ kind }) => kind));
    if (kinds.size === 2 && kinds.has("literals") && kinds.has("text")) return shape("text");
    if (kinds.size > 1) return shape("other");
    if (first.kind === "literals") {
      return { ...shape("literals"), literals: known.flatMap(({ literals }) => literals) };
    }
    if (first.kind !== "record") return shape(first.kind);
    return withProperties(shape("record"), () => known.flatMap(({ properties }) => properties));
  }

  /** `string & { __brand: "Email" }` is a text. */
  #readIntersection(types: readonly TSESTree.TypeNode[], steps: number): ValueType | undefined {
    const members = types.map((type) => this.#read(type, steps + 1)).filter((member) => member !== undefined);
    const plain = members.find(({ kind }) => kind !== "record" && kind !== "other");
    if (plain !== undefined) return shape(plain.kind);
    // `Member & { name: string }` is a member.
    const [name, ...others] = members.flatMap((member) => member.name ?? []);
    const named = others.length === 0 ? name : undefined;
    return withProperties(shape("record", named), () => members.flatMap(({ properties }) => properties));
  }
}

type TypeDeclaration =
  | TSESTree.ClassDeclaration
  | TSESTree.TSEnumDeclaration
  | TSESTree.TSInterfaceDeclaration
  | TSESTree.TSTypeAliasDeclaration;

function typeDeclarations(ast: TSESTree.Program): ReadonlyMap<string, TypeDeclaration> {
  const found = new Map<string, TypeDeclaration>();
  for (const statement of ast.body) {
    const declaration =
      statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
        ? statement.declaration
        : statement;
    switch (declaration?.type) {
      case "ClassDeclaration":
      case "TSEnumDeclaration":
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
        if (declaration.id) found.set(declaration.id.name, declaration);
        break;
      default:
    }
  }
  return found;
}

/** The texts of an enum's members; undefined when some member is not a text. */
function enumTexts(declaration: TSESTree.TSEnumDeclaration): readonly string[] | undefined {
  const texts: string[] = [];
  for (const { initializer } of declaration.body.members) {
    if (initializer?.type !== "Literal" || typeof initializer.value !== "string") return undefined;
    texts.push(initializer.value);
  }
  return texts;
}

function readLiteral({ literal }: TSESTree.TSLiteralType): ValueType | undefined {
  if (literal.type === "TemplateLiteral") {
    const text = textOf(literal);
    return text === undefined ? shape("text") : { ...shape("literals"), literals: [text] };
  }
  if (literal.type !== "Literal") return shape("number");
  switch (typeof literal.value) {
    case "string":
      return { ...shape("literals"), literals: [literal.value] };
    case "boolean":
      return shape("boolean");
    default:
      return shape("number");
  }
}

/** The names of an object's properties, under the name that TypeScript has for such names. */
function keysOf(type: ValueType | undefined): ValueType {
  const literals = type?.properties.map(({ name }) => name) ?? [];
  return literals.length > 0 ? { ...shape("literals"), literals } : shape("text", "PropertyKey");
}

/** The annotation of a declared name or pattern; a default value comes behind it. */
function annotationOf(pattern: Node): TSESTree.TypeNode | undefined {
  const declared = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
  return "typeAnnotation" in declared && declared.typeAnnotation?.type === "TSTypeAnnotation"
    ? declared.typeAnnotation.typeAnnotation
    : undefined;
}

function keyName(key: Node): string | undefined {
  return key.type === "Identifier" ? key.name : textOf(key);
}

function below(type: ValueType | undefined, path: readonly (string | undefined)[]): ValueType | undefined {
  let current = type;
  for (const name of path) current = current?.properties.find((property) => property.name === name)?.type;
  return current;
}

/** The same type under the name of its alias. */
function named(type: ValueType, name: string): ValueType {
  const { kind, literals } = type;
  const copy = lazily({ ...shape(kind, name), literals }, "item", () => type.item);
  return withProperties(copy, () => type.properties);
}
