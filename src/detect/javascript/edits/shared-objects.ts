import type { TSESTree } from "@typescript-eslint/utils";
import {
  alternatives,
  isWithin,
  type Breadcrumb,
  type Edit,
  type Range,
  type Value,
} from "../../../breadcrumb/index.ts";
import { mutationAt } from "../flow/mutations.ts";
import { createUses } from "../flow/uses.ts";
import type { Use } from "../names/arrivals.ts";
import { createBindings } from "../names/bindings.ts";
import { membersOf } from "../names/functions.ts";
import type { Recording } from "../recording/argument-map.ts";
import { nameNodeOf } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { contentsOf, literalOf } from "../values/records.ts";
import { lastName, declaredTypeOf, type FunctionNode } from "../syntax/nodes.ts";

/** Records in records are looked into this far. */
const MAX_DEPTH = 5;

/** Tells where what is recorded goes beside its breadcrumbs. */
export interface OtherUses {
  /** Whether edits change an object that is used elsewhere, too. */
  readonly changesShared: (edits: readonly Edit[]) => boolean;
  /** Whether a value goes nowhere but into a breadcrumb, as far as one of the places tells where it arrives. */
  readonly isPartOfBreadcrumb: (use: Use) => boolean;
  /** Whether what a function hands back is used for anything but breadcrumbs. */
  readonly isResultUsed: (made: FunctionNode) => boolean;
}

/**
 * Follows what is recorded to where else it is used.
 * @param recordings what records the breadcrumbs.
 */
export function otherUses(
  program: JavaScriptProgram,
  recordings: readonly Recording[],
  breadcrumbs: readonly Breadcrumb[],
): OtherUses {
  const bindings = createBindings(program);
  const recorded = new Set<Node>(recordings.flatMap(recordedArguments));
  const uses = createUses(program, {
    membersOf: (owner) => membersOf(program, owner),
    isEnd: isBreadcrumb,
  });

  const literals = new Set<TSESTree.ObjectExpression>();
  for (const { record, data } of breadcrumbs) {
    for (const value of [record, data?.value]) if (value !== undefined) addLiterals(value, literals);
  }
  const shared = [...literals].filter((literal) => !isRecorded(literal)).map(({ range }): Range => range);

  function isRecorded(value: Node): boolean {
    return uses.of(value).every(isPartOfBreadcrumb);
  }

  function isPartOfBreadcrumb(use: Use): boolean {
    switch (use.kind) {
      case "argument":
        return recorded.has(use.node);
      case "held":
        return isBreadcrumb(use.name) || !bindings.bindingOf(use.variable).exported;
      case "member":
        return mutationAt(program, use.node)?.kind === "set";
      case "returned":
        return !isHandedOut(use.function);
      default:
        return false;
    }
  }

  /** Whether a function is anything but called where the file shows it, or a hook. */
  function isHandedOut(made: FunctionNode): boolean {
    if (isBreadcrumb(made)) return false;
    const name = nameNodeOf(made);
    const variable = name && program.scopes.variableOf(name);
    if (variable !== undefined && bindings.bindingOf(variable).exported) return true;
    return !uses.ofFunction(made).every((use) => use.kind === "called" || use.kind === "held" || isHook(use));
  }

  function isResultUsed(made: FunctionNode): boolean {
    return !isBreadcrumb(made) && (isHandedOut(made) || !uses.ofResult(made).every(isPartOfBreadcrumb));
  }

  return {
    changesShared: (edits) => edits.some(({ range }) => shared.some((span) => isWithin(range, span))),
    isPartOfBreadcrumb,
    isResultUsed,
  };
}

/** Whether a function arrives as the hook of an SDK's options: `{ beforeBreadcrumb: keep }`. */
function isHook(use: Use): boolean {
  return (use.kind === "written" ? lastName(use.target) : use.path.at(-1)) === "beforeBreadcrumb";
}

/** The arguments of a call that become something of its breadcrumb. */
function recordedArguments({ call, mappings }: Recording): readonly Node[] {
  return call.arguments.filter((_, index) =>
    mappings.some(
      ({ argument, isRest, factoryCall }) => !factoryCall && (isRest ? argument <= index : argument === index),
    ),
  );
}

/** What is declared as a breadcrumb is one wherever it goes. */
function isBreadcrumb(declared: TSESTree.Identifier | FunctionNode): boolean {
  const type = declared.type === "Identifier" ? declaredTypeOf(declared) : declared.returnType?.typeAnnotation;
  if (type?.type !== "TSTypeReference") return false;
  const { typeName } = type;
  const last = typeName.type === "TSQualifiedName" ? typeName.right : typeName;
  return last.type === "Identifier" && last.name.endsWith("Breadcrumb");
}

function addLiterals(value: Value, literals: Set<TSESTree.ObjectExpression>, depth = 0): void {
  if (depth > MAX_DEPTH) return;
  for (const { is } of alternatives(value)) {
    const literal = literalOf(is);
    if (is.kind !== "record" || (literal !== undefined && literals.has(literal))) continue;
    if (literal !== undefined) literals.add(literal);
    const inner = [...is.spreads, ...contentsOf(is).merged, ...is.fields.map((field) => field.value)];
    for (const each of inner) addLiterals(each, literals, depth + 1);
  }
}
