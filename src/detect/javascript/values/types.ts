import type { TSESTree } from "@typescript-eslint/utils";
import type { Program, Symbol, Type, TypeChecker } from "typescript";
import { letsThrough, type ValueType } from "../../../breadcrumb/index.ts";
import { narrowedKind } from "./narrowing.ts";
import { DeclaredTypes } from "./annotations.ts";
import { lazily, ownShape, safely, shape, withProperties, type Property, type TypeReader } from "./type-shapes.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { parentOf } from "../syntax/nodes.ts";
import { isAskedByCall, textFilterAt } from "./text-tests.ts";

/**
 * Reads types where there are any: from the type checker when the parser offers one, and from the annotations and type
 * declarations of the file itself, since the checker knows no name of what is not resolved nor of `type Email =
 * string`.
 * Nothing is asked before `typeOf` is called.
 */
export function createTypeReader(program: JavaScriptProgram): TypeReader {
  const declared = new DeclaredTypes(program);
  let checked: ((node: Node) => ValueType | undefined) | undefined;
  return {
    typeOf(node) {
      checked ??= createCheckedTypes(program) ?? (() => undefined);
      const asserted = assertionAround(node);
      const known = both(checked(asserted ?? node), declared.typeOf(asserted ?? node));
      if (known?.kind === "literals" && known.literals.length > 0) {
        if (isAskedByCall(program, node)) return shape("text", known.name);
        const filter = textFilterAt(program, node);
        const literals = known.literals.filter((text) => letsThrough(filter, text));
        return literals.length === 0 ? undefined : { ...known, literals };
      }
      if (known !== undefined && known.kind !== "other" && known.kind !== "record") return known;
      const narrowed = narrowedKind(program, node);
      return narrowed === undefined ? known : shape(narrowed);
    },
  };
}

/** The checker's and the annotation's types combined: the resolved shape with the written name. */
function both(checked: ValueType | undefined, written: ValueType | undefined): ValueType | undefined {
  if (checked === undefined || written === undefined) return checked ?? written;
  if (saysNothing(checked)) return written;
  const { kind, literals, prefix = written.prefix, name = written.name } = checked;
  const { known } = checked.name === undefined ? written : checked;
  const merged = lazily({ ...shape(kind, name), literals, prefix, known }, "item", () =>
    both(checked.item, written.item),
  );
  return withProperties(merged, () =>
    checked.properties.map((property) => {
      const other = written.properties.find((each) => each.name === property.name);
      return lazily<Property>({ ...property, type: undefined }, "type", () => both(property.type, other?.type));
    }),
  );
}

/** Whether a type has neither a name nor properties: what it is made of is not resolved (`Pick<User, "id">`). */
function saysNothing({ kind, name = "", properties }: ValueType): boolean {
  return kind === "other" ? name === "" : /^(?:Pick|Omit|Record|Map)$/.test(name) && properties.length === 0;
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

/** The types that an assertion may name; `any`, `unknown` and `const` say nothing. */
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

/** The model's description of `type`; undefined for `any`, `unknown` and types without a known shape. */
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
  if (kind === "text") return { ...shape(kind, name), prefix: (type as { texts?: readonly string[] }).texts?.[0] };
  if (kind !== "record") return shape(kind, name);
  const own = isOfPlatform(type, program) ? shape(kind, name) : ownShape(kind, name);
  const promised = name === "Promise" ? (type as { typeArguments?: readonly Type[] }).typeArguments?.[0] : undefined;
  if (promised !== undefined) return describe(promised, program, checker);
  return withProperties(own, () => propertiesOf(type, program, checker));
}

/** Packages that declare what is global where a program runs. */
const PLATFORM_PACKAGES =
  /\/node_modules\/(?:@types\/(?:bun|node|web)|bun-types|undici-types|@cloudflare\/workers-types)\//u;

function isOfPlatform(type: Type, program: Program): boolean {
  return (type.getSymbol()?.declarations ?? []).some((declaration) => {
    const file = declaration.getSourceFile();
    return program.isSourceFileDefaultLibrary(file) || PLATFORM_PACKAGES.test(file.fileName);
  });
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
