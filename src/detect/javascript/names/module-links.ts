import type { TSESTree } from "@typescript-eslint/utils";
import type { ModulePath } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  lastName,
  declaredMember,
  memberPath,
  nameOfKey,
  ownerOf,
  patternSource,
  typeOf,
  type Node,
} from "../syntax/nodes.ts";

const MAX_STEPS = 20;

/** Types that are, or promise, what their argument is. */
const TRANSPARENT_TYPES: ReadonlySet<string> = new Set([
  "Awaited",
  "InstanceType",
  "NonNullable",
  "Omit",
  "Partial",
  "Pick",
  "Promise",
  "Readonly",
  "Required",
  "ReturnType",
]);

/** Functions that hand out what is registered under a class, a token or a context. */
const LOOK_UPS: ReadonlySet<string | undefined> = new Set(["get", "inject", "resolve", "use", "useContext"]);

/** `inject(CrumbService)`, `useContext(CrumbContext)`, `container.resolve(CrumbService)` */
function isLookUp({ callee, arguments: [of] }: TSESTree.CallExpression): boolean {
  return of?.type === "Identifier" && /^[A-Z]/u.test(of.name) && LOOK_UPS.has(lastName(callee));
}

function firstDefined<T, Found>(values: readonly T[], find: (value: T) => Found | undefined): Found | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The module that a value comes from, or the class or function that it was made by, and the way from there.
 * @param below members that are taken from the value.
 */
export function originOf(
  program: JavaScriptProgram,
  node: Node,
  below: readonly string[] = [],
  steps = 0,
): ModulePath | undefined {
  if (steps > MAX_STEPS) return undefined;
  const { root, path: members } = memberPath(node);
  const path = [...members, ...below];
  const behind = (inner: Node, members: readonly string[] = path): ModulePath | undefined =>
    originOf(program, inner, members, steps + 1);
  /** What a declared member of an object leads to, where the way goes through one. */
  const ofMembers = (declared: readonly TSESTree.TypeElement[]): ModulePath | undefined => {
    const [name, ...others] = path;
    const member = declared.find(
      (each) => each.type === "TSPropertySignature" && !each.computed && nameOfKey(each.key) === name,
    );
    const type = member?.type === "TSPropertySignature" ? member.typeAnnotation?.typeAnnotation : undefined;
    return type && behind(type, others);
  };
  switch (root.type) {
    case "AwaitExpression":
      return behind(root.argument);
    case "CallExpression": {
      const [of] = root.arguments;
      return (of && isLookUp(root) ? behind(of) : undefined) ?? behind(root.callee);
    }
    case "NewExpression":
      return behind(root.callee);
    case "ThisExpression": {
      const [name, ...others] = path;
      const owner = ownerOf(root);
      if (owner === undefined || name === undefined) return undefined;
      const source = declaredMember(owner, name);
      return (source?.type && behind(source.type, others)) ?? (source?.value && behind(source.value, others));
    }
    case "TSTypeReference": {
      const [of] = root.typeArguments?.params ?? [];
      const isAround = root.typeName.type === "Identifier" && TRANSPARENT_TYPES.has(root.typeName.name);
      return of !== undefined && isAround ? behind(of) : behind(root.typeName);
    }
    case "TSUnionType":
    case "TSIntersectionType":
      return firstDefined(root.types, (type) => behind(type));
    case "TSTypeLiteral":
      return ofMembers(root.members);
    case "TSQualifiedName":
      return behind(root.left, [root.right.name, ...path]);
    case "TSTypeQuery":
      return behind(root.exprName);
    case "Identifier": {
      const variable = program.scopes.variableOf(root);
      const imported = variable && program.scopes.importOf(variable);
      if (imported !== undefined) {
        return { module: imported.module, path: imported.name === "*" ? path : [imported.name, ...path] };
      }
      const declared = variable?.defs[0]?.name as Node | undefined;
      if (declared === undefined) return undefined;
      const node = variable?.defs[0]?.node as Node;
      if (node.type === "TSInterfaceDeclaration") return ofMembers(node.body.body);
      if (node.type === "TSTypeAliasDeclaration") return behind(node.typeAnnotation);
      const type = typeOf(declared);
      const source = patternSource(declared);
      return (
        (type && behind(type)) ??
        (source?.kind === "expression" ? behind(source.expression, [...(source.path ?? []), ...path]) : undefined)
      );
    }
    default:
      return undefined;
  }
}
