import type { TSESTree } from "@typescript-eslint/utils";
import type { Program, Symbol, Type, TypeChecker } from "typescript";
import type { ValueType } from "../../../breadcrumb/index.ts";
import { narrowedKind, possibleTexts } from "./narrowing.ts";
import { patternOf } from "../syntax/patterns.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { memberPath, parentOf, propertyName, textOf } from "../syntax/nodes.ts";

/** How many aliases, wrappers and members a type is followed through; deeper ones are not written by hand. */
const MAX_STEPS = 20;

type Property = ValueType["properties"][number];

export interface TypeReader {
  /** What the type checker, a declaration in the file or a `typeof` says of an expression. Never throws. */
  readonly typeOf: (node: Node) => ValueType | undefined;
}

/**
 * Reads types where there are any: from the type checker when the parser offers one, and from the annotations and type
 * declarations of the file itself, since the checker knows no name of what is not resolved nor of `type Email =
 * string`.
 * Nothing is asked before `typeOf` is called.
 */
export function createTypeReader(program: JavaScriptProgram): TypeReader {
  const declared = createDeclaredTypes(program);
  let checked: ((node: Node) => ValueType | undefined) | undefined;
  return {
    typeOf(node) {
      checked ??= createCheckedTypes(program) ?? (() => undefined);
      const asserted = assertionAround(node);
      const known = both(checked(asserted ?? node), declared.typeOf(asserted ?? node));
      if (known?.kind === "literals" && known.literals.length > 0) {
        const literals = possibleTexts(program, node, known.literals);
        return literals.length === 0 ? undefined : { ...known, literals };
      }
      if (known !== undefined && known.kind !== "other" && known.kind !== "record") return known;
      const narrowed = narrowedKind(program, node);
      return narrowed === undefined ? known : shape(narrowed);
    },
  };
}

/** What the checker and the annotation say together: the shape that is resolved, under the name that is written. */
function both(checked: ValueType | undefined, written: ValueType | undefined): ValueType | undefined {
  if (checked === undefined || written === undefined) return checked ?? written;
  if (checked.kind === "other" && checked.name === undefined) return written;
  const { kind, literals, name = written.name } = checked;
  const merged = lazily({ ...shape(kind, name), literals }, "item", () => both(checked.item, written.item));
  return withProperties(merged, () =>
    checked.properties.map((property) => {
      const other = written.properties.find((each) => each.name === property.name);
      return lazily<Property>({ ...property, type: undefined }, "type", () => both(property.type, other?.type));
    }),
  );
}

/** The type assertion that an expression stands in: `customer as string`. */
function assertionAround(node: Node): Node | undefined {
  let asserted: Node | undefined;
  let isForced = false;
  let current = node;
  for (let parent = parentOf(current); parent !== undefined; current = parent, parent = parentOf(current)) {
    if (parent.type === "TSAsExpression" || parent.type === "TSTypeAssertion") {
      const { typeAnnotation: type } = parent;
      // What is forced through `unknown` to be a number, as a date is for a timestamp, need not be one.
      isForced ||= type.type === "TSUnknownKeyword" || type.type === "TSAnyKeyword";
      if (saysType(type) && !(isForced && type.type === "TSNumberKeyword")) asserted = parent;
    } else if (parent.type !== "TSNonNullExpression") return asserted;
  }
  return asserted;
}

function saysType(type: TSESTree.TypeNode): boolean {
  const isConst =
    type.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "const";
  return SAYING_TYPES.has(type.type) && !isConst;
}

/** What an assertion says something by; `any`, `unknown` and `const` are for the compiler. */
const SAYING_TYPES: ReadonlySet<string> = new Set([
  "TSStringKeyword",
  "TSNumberKeyword",
  "TSBooleanKeyword",
  "TSArrayType",
  "TSTypeLiteral",
  "TSTypeReference",
  "TSTemplateLiteralType",
  "TSUnionType",
]);

interface Services {
  readonly program?: Program | null;
  readonly esTreeNodeToTSNodeMap?: {
    get(node: Node): Parameters<TypeChecker["getTypeAtLocation"]>[0] | undefined;
  };
}

function createCheckedTypes({ sourceCode }: JavaScriptProgram): TypeReader["typeOf"] | undefined {
  const services = sourceCode.parserServices as Services | undefined;
  const nodes = services?.esTreeNodeToTSNodeMap;
  const program = services?.program;
  if (!program || nodes === undefined) return undefined;
  const checker = program.getTypeChecker();
  return (node) => {
    try {
      const tsNode = nodes.get(node);
      return tsNode && describe(checker.getTypeAtLocation(tsNode), program, checker);
    } catch {
      // The checker throws on some half-typed programs; the file is then read without types.
      return undefined;
    }
  };
}

/** What `type` is in the model's terms; undefined for `any`, `unknown` and what has no shape to tell of. */
function describe(type: Type, program: Program, checker: TypeChecker): ValueType | undefined {
  const name = nameOfType(type);
  const members = (type.isUnion() ? type.types : [type]).filter((member) => !isNothing(member));
  const [first] = members;
  if (first === undefined) return undefined;
  if (members.every((member) => member.isStringLiteral())) {
    return { ...shape("literals", name), literals: members.map(({ value }) => value) };
  }
  // An enumeration: a finite choice of numbers, whatever it is called.
  if (members.length > 1 && members.every((member) => member.isNumberLiteral())) return shape("literals", name);
  if (members.length > 1) return describeUnion(members, name, program, checker);
  return describeOne(first, name ?? nameOfType(first), program, checker);
}

function describeUnion(
  members: readonly Type[],
  name: string | undefined,
  program: Program,
  checker: TypeChecker,
): ValueType {
  const kinds = new Set(members.map((member) => kindOfType(member, checker)));
  const [kind] = kinds;
  if (kinds.size > 1 || kind === undefined) return shape("other", name);
  if (kind !== "record") return shape(kind, name);
  return withProperties(shape(kind, name), () => members.flatMap((member) => propertiesOf(member, program, checker)));
}

function describeOne(
  type: Type,
  name: string | undefined,
  program: Program,
  checker: TypeChecker,
): ValueType | undefined {
  const kind = kindOfType(type, checker);
  if (kind === undefined) return undefined;
  if (kind === "list") {
    const item = checker.getTypeArguments(type as Parameters<TypeChecker["getTypeArguments"]>[0])[0];
    return lazily(shape(kind, name), "item", () => item && safely(() => describe(item, program, checker)));
  }
  if (kind !== "record") return shape(kind, name);
  const promised = name === "Promise" ? (type as { typeArguments?: readonly Type[] }).typeArguments?.[0] : undefined;
  if (promised !== undefined) return describe(promised, program, checker);
  return withProperties(shape(kind, name), () => propertiesOf(type, program, checker));
}

function kindOfType(type: Type, checker: TypeChecker): ValueType["kind"] | undefined {
  switch ((type as { intrinsicName?: string }).intrinsicName) {
    case "any":
    case "unknown":
    case "error":
      return undefined;
    default:
  }
  if (checker.isArrayType(type) || checker.isTupleType(type)) return "list";
  if (type.isIntersection()) {
    const kinds = type.types.map((member) => kindOfType(member, checker));
    return kinds.find((kind) => kind !== "record") ?? "record";
  }
  const apparent = checker.getApparentType(type);
  switch (apparent.getSymbol()?.name) {
    case "String":
      return "text";
    case "Number":
    case "BigInt":
      return "number";
    case "Boolean":
      return "boolean";
    default:
  }
  if (type.getCallSignatures().length > 0) return "other";
  return type.getSymbol() === undefined && type.getProperties().length === 0 ? "other" : "record";
}

function propertiesOf(type: Type, program: Program, checker: TypeChecker): ValueType["properties"] {
  return checker
    .getPropertiesOfType(type)
    .filter((property) => isDeclaredByProject(property, program))
    .map((property) =>
      lazily<Property>({ name: property.name, type: undefined }, "type", () =>
        safely(() => describe(checker.getTypeOfSymbol(property), program, checker)),
      ),
    );
}

function isDeclaredByProject(symbol: Symbol, program: Program): boolean {
  return (symbol.declarations ?? []).some((declaration) => {
    const file = declaration.getSourceFile();
    return (
      !program.isSourceFileDefaultLibrary(file) &&
      !program.isSourceFileFromExternalLibrary(file) &&
      !/[\\/]node_modules[\\/]/.test(file.fileName)
    );
  });
}

/** The declared name; lists are known by their kind, and what has no name is called `__type` and the like. */
function nameOfType(type: Type): string | undefined {
  const name = type.aliasSymbol?.name ?? type.getSymbol()?.name;
  return name?.startsWith("__") === true || name === "Array" || name === "ReadonlyArray" ? undefined : name;
}

function isNothing(type: Type): boolean {
  const { intrinsicName } = type as { intrinsicName?: string };
  return intrinsicName === "undefined" || intrinsicName === "null" || intrinsicName === "void";
}

/** The types that the file itself declares, read from its annotations. */
function createDeclaredTypes({ sourceCode, scopes }: JavaScriptProgram): TypeReader {
  let declarations: ReadonlyMap<string, TypeDeclaration> | undefined;

  function declarationOf(name: string): TypeDeclaration | undefined {
    declarations ??= typeDeclarations(sourceCode.ast);
    return declarations.get(name);
  }

  function typeOf(node: Node, steps = 0): ValueType | undefined {
    if (steps > MAX_STEPS) return undefined;
    if (node.type === "TSAsExpression" || node.type === "TSTypeAssertion") return read(node.typeAnnotation);
    const { root, path } = memberPath(node);
    if (root.type === "AwaitExpression") return below(typeOf(root.argument, steps + 1), path);
    if (root.type === "CallExpression") return below(typeOfCall(root), path);
    if (root.type !== "Identifier") return undefined;
    const [definition, ...others] = scopes.variableOf(root)?.defs ?? [];
    if (definition === undefined || others.length > 0) return undefined;
    return below(typeOfDeclared(definition.name, steps), path);
  }

  function typeOfDeclared(identifier: Node, steps: number): ValueType | undefined {
    const annotation = annotationOf(identifier);
    if (annotation !== undefined) return read(annotation);
    const pattern = patternOf(identifier);
    if (pattern === undefined) return undefined;
    const { top, steps: taken, source } = pattern;
    const declared = annotationOf(top);
    const whole =
      declared !== undefined
        ? read(declared)
        : source?.kind === "expression"
          ? typeOf(source.node, steps + 1)
          : undefined;
    let type = whole;
    for (const step of taken) {
      if (step.kind === "key") type = below(type, [step.name]);
      else if (step.kind === "item" || step.kind === "each") type = type?.item;
      else if (step.kind !== "default") return undefined;
    }
    return type;
  }

  function typeOfCall({ callee }: TSESTree.CallExpression): ValueType | undefined {
    const definition = callee.type === "Identifier" ? scopes.variableOf(callee)?.defs[0] : undefined;
    if ((definition?.type as string | undefined) === "Parameter") return undefined;
    const declared = definition?.node.type === "VariableDeclarator" ? definition.node.init : definition?.node;
    switch (declared?.type) {
      case "ArrowFunctionExpression":
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "TSDeclareFunction":
        return declared.returnType ? read(declared.returnType.typeAnnotation) : undefined;
      default:
        return undefined;
    }
  }

  function read(type: TSESTree.TypeNode, steps = 0): ValueType | undefined {
    if (steps > MAX_STEPS) return undefined;
    switch (type.type) {
      case "TSStringKeyword":
      case "TSTemplateLiteralType":
        return shape("text");
      case "TSNumberKeyword":
      case "TSBigIntKeyword":
        return shape("number");
      case "TSBooleanKeyword":
      case "TSTypePredicate":
        return shape("boolean");
      case "TSLiteralType":
        return readLiteral(type);
      case "TSUnionType":
        return readUnion(type.types, steps);
      case "TSIntersectionType":
        return readIntersection(type.types, steps);
      case "TSArrayType":
        return lazily(shape("list"), "item", () => read(type.elementType, steps + 1));
      case "TSTupleType":
        return shape("list");
      case "TSTypeLiteral":
        return withProperties(shape("record"), () => propertiesIn(type.members));
      case "TSTypeOperator":
        if (type.operator === "keyof") return keysOf(type.typeAnnotation && read(type.typeAnnotation, steps + 1));
        return type.typeAnnotation && read(type.typeAnnotation, steps + 1);
      case "TSTypeReference":
        return readReference(type, steps);
      case "TSIndexedAccessType": {
        const key = read(type.indexType, steps + 1)?.literals[0];
        if (key === undefined) return undefined;
        return below(read(type.objectType, steps + 1), [key]) ?? shape("other", key);
      }
      case "TSFunctionType":
      case "TSConstructorType":
        return shape("other");
      default:
        return undefined;
    }
  }

  function readReference(reference: TSESTree.TSTypeReference, steps: number): ValueType | undefined {
    const { typeName } = reference;
    if (typeName.type !== "Identifier") {
      return typeName.type === "TSQualifiedName" ? shape("other", typeName.right.name) : undefined;
    }
    const { name } = typeName;
    const declaration = declarationOf(name);
    if (declaration !== undefined) return readDeclaration(declaration, name, steps);
    const [argument] = reference.typeArguments?.params ?? [];
    switch (name) {
      case "Array":
      case "ReadonlyArray":
        return lazily(shape("list"), "item", () => argument && read(argument, steps + 1));
      case "Awaited":
      case "NonNullable":
      case "Partial":
      case "Promise":
      case "Readonly":
      case "Required":
        return argument && read(argument, steps + 1);
      case "Omit":
      case "Pick":
        return readSelection(reference, name === "Pick", steps);
      default:
        return shape("other", name);
    }
  }

  function readSelection(
    { typeArguments }: TSESTree.TSTypeReference,
    keep: boolean,
    steps: number,
  ): ValueType | undefined {
    const [from, names] = typeArguments?.params ?? [];
    const whole = from && read(from, steps + 1);
    const selected = names && read(names, steps + 1);
    if (whole?.kind !== "record" || selected?.kind !== "literals") return undefined;
    return withProperties(shape("record"), () =>
      whole.properties.filter(({ name }) => selected.literals.includes(name) === keep),
    );
  }

  function readDeclaration(declaration: TypeDeclaration, name: string, steps: number): ValueType | undefined {
    switch (declaration.type) {
      case "TSTypeAliasDeclaration": {
        const type = read(declaration.typeAnnotation, steps + 1);
        return type && named(type, name);
      }
      case "TSEnumDeclaration": {
        return { ...shape("literals", name), literals: enumTexts(declaration) ?? [] };
      }
      case "TSInterfaceDeclaration":
        return withProperties(shape("record", name), () => [
          ...propertiesIn(declaration.body.body),
          ...declaration.extends.flatMap(({ expression }) => {
            const base = expression.type === "Identifier" ? declarationOf(expression.name) : undefined;
            const type = base && base !== declaration ? readDeclaration(base, name, steps + 1) : undefined;
            return steps > MAX_STEPS ? [] : (type?.properties ?? []);
          }),
        ]);
      case "ClassDeclaration":
        return withProperties(shape("record", name), () => fieldsOfClass(declaration));
    }
  }

  function propertiesIn(members: readonly TSESTree.TypeElement[]): ValueType["properties"] {
    return members.flatMap((member) => {
      if (member.type !== "TSPropertySignature") return [];
      const name = member.computed ? textOf(member.key) : keyName(member.key);
      return name === undefined ? [] : [property(name, member.typeAnnotation?.typeAnnotation)];
    });
  }

  function fieldsOfClass({ body }: TSESTree.ClassDeclaration): ValueType["properties"] {
    return body.body.flatMap((member) => {
      if (member.type !== "PropertyDefinition") return [];
      const name = propertyName(member);
      return name === undefined ? [] : [property(name, member.typeAnnotation?.typeAnnotation)];
    });
  }

  function property(name: string, annotation: TSESTree.TypeNode | undefined): ValueType["properties"][number] {
    return lazily<Property>({ name, type: undefined }, "type", () => annotation && read(annotation));
  }

  function readUnion(types: readonly TSESTree.TypeNode[], steps: number): ValueType | undefined {
    const members = types
      .filter(({ type }) => type !== "TSUndefinedKeyword" && type !== "TSNullKeyword" && type !== "TSVoidKeyword")
      .map((type) => read(type, steps + 1));
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
  function readIntersection(types: readonly TSESTree.TypeNode[], steps: number): ValueType | undefined {
    const members = types.map((type) => read(type, steps + 1)).filter((member) => member !== undefined);
    const plain = members.find(({ kind }) => kind !== "record" && kind !== "other");
    if (plain !== undefined) return shape(plain.kind);
    // `Member & { name: string }` is a member.
    const [name, ...others] = members.flatMap((member) => member.name ?? []);
    const named = others.length === 0 ? name : undefined;
    return withProperties(shape("record", named), () => members.flatMap(({ properties }) => properties));
  }

  return { typeOf: (node) => typeOf(node) };
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
    case "number":
    case "bigint":
      return shape("number");
    default:
      return undefined;
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

function shape(kind: ValueType["kind"], name?: string): ValueType {
  return { kind, name, literals: [], properties: [], item: undefined };
}

/** The same type under the name of its alias. */
function named(type: ValueType, name: string): ValueType {
  const { kind, literals } = type;
  const copy = lazily({ ...shape(kind, name), literals }, "item", () => type.item);
  return withProperties(copy, () => type.properties);
}

/** Each property once; the first one of a name counts. */
function withProperties(type: ValueType, properties: () => ValueType["properties"]): ValueType {
  return lazily(type, "properties", () => {
    const found = safely(properties) ?? [];
    const first = new Map([...found].reverse().map((property) => [property.name, property]));
    return found.filter((property) => first.get(property.name) === property);
  });
}

function safely<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}

/** Computes a property on first use; types refer to themselves, so none may be spelt out in advance. */
function lazily<T extends object>(object: T, key: keyof T, compute: () => T[typeof key]): T {
  return Object.defineProperty(object, key, {
    configurable: true,
    enumerable: true,
    get() {
      const value = compute();
      Object.defineProperty(object, key, { value });
      return value;
    },
  });
}
