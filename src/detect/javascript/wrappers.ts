import type { TSESTree } from "@typescript-eslint/utils";
import { forwardingsOf } from "./forwardings.ts";
import type { NamedWrappers } from "./named-wrappers.ts";
import { implementsType, interfaceOf, ownersOf } from "./owners.ts";
import type { Passing, Recording } from "./passings.ts";
import { functionName, holderOf } from "./place.ts";
import type { JavaScriptProgram } from "./program.ts";
import type { Variable } from "./scope.ts";
import { isFunction, parentOf, propertyName, withoutTypes, type FunctionNode, type Node } from "./syntax.ts";

/** The wrappers that a file itself defines. */
export interface LocalWrappers {
  /** Of each function that is a wrapper, what its parameters become. */
  readonly functions: ReadonlyMap<FunctionNode, readonly Passing[]>;
  passingsOf(call: TSESTree.CallExpression): readonly Passing[] | undefined;
  /** Whether a recording passes on what the function around it was given. */
  forwards(call: TSESTree.CallExpression): boolean;
}

/** Wrappers of wrappers of wrappers are followed this far. */
const MAX_ROUNDS = 4;

/**
 * Finds the functions of a file that pass their parameters to one of its recordings, and those that call them.
 * @param calls all calls of the file.
 * @param recordings those that record by the SDK's means or by a wrapper that the settings name.
 */
export function localWrappers(
  program: JavaScriptProgram,
  calls: readonly TSESTree.CallExpression[],
  recordings: readonly Recording[],
  named: NamedWrappers,
): LocalWrappers {
  const functions = new Map<FunctionNode, Passing[]>();
  const forwarding = new Set<Node>();
  const byVariable = new Map<Variable, readonly Passing[]>();
  const byOwner = new Map<Node, Map<string, readonly Passing[]>>();
  const methods = new Set<string>();
  const known = new Set<Node>(recordings.map(({ call }) => call));
  let round = recordings;
  for (let count = 0; round.length > 0 && count < MAX_ROUNDS; count++) {
    for (const recording of round) take(recording, count > 0);
    for (const [wrapper, passings] of functions) hold(wrapper, passings);
    round = calls.flatMap(newRecording);
  }

  /** Notes what a recording passes on. */
  function take(recording: Recording, isOfWrapper: boolean): void {
    const found = forwardingsOf(program, recording);
    const tells = new Set(found.filter(({ telling }) => telling).map((forwarded) => forwarded.function));
    for (const { function: wrapper, argument, property, field, except } of found) {
      const isTold = tells.has(wrapper) && (!isOfWrapper || isForRecording(wrapper));
      if (!isCallable(wrapper) || !(isTold || isOnlyRecording(wrapper))) continue;
      forwarding.add(recording.call);
      const passings = functions.get(wrapper) ?? [];
      functions.set(wrapper, passings);
      const isKnown = passings.some(
        (other) => other.argument === argument && other.property === property && other.field === field,
      );
      if (!isKnown) passings.push({ argument, property, field, except });
    }
    if (isInNamedWrapper(recording.call, named)) forwarding.add(recording.call);
  }

  function hold(wrapper: FunctionNode, passings: readonly Passing[]): void {
    const place = holdingPlace(program, wrapper);
    if (place?.kind === "variable") byVariable.set(place.variable, passings);
    if (place?.kind !== "member") return;
    const members = byOwner.get(place.owner) ?? new Map<string, readonly Passing[]>();
    byOwner.set(place.owner, members.set(place.name, passings));
    methods.add(place.name);
  }

  function newRecording(call: TSESTree.CallExpression): readonly Recording[] {
    const passings = known.has(call) ? undefined : passingsOf(call);
    if (passings === undefined) return [];
    known.add(call);
    return [{ call, passings }];
  }

  function passingsOf(call: TSESTree.CallExpression): readonly Passing[] | undefined {
    if (functions.size === 0) return undefined;
    const callee = withoutTypes(call.callee);
    if (callee.type === "Identifier") {
      const variable = program.scopes.variableOf(callee);
      return variable && byVariable.get(variable);
    }
    if (callee.type !== "MemberExpression") return undefined;
    const name = propertyName(callee);
    if (name === undefined || !methods.has(name)) return undefined;
    for (const owner of ownersOf(program, callee.object)) {
      const found = byOwner.get(owner)?.get(name);
      if (found !== undefined) return found;
    }
    const type = interfaceOf(program, callee.object);
    if (type === undefined) return undefined;
    for (const [owner, members] of byOwner) if (implementsType(owner, type)) return members.get(name);
    return undefined;
  }

  return { functions, forwards: (call) => forwarding.has(call), passingsOf };
}

/** Whether others can call a function by a name: callbacks, accessors and constructors are no wrappers. */
function isCallable(wrapper: FunctionNode): boolean {
  if (wrapper.type === "FunctionDeclaration") return true;
  const holder = holderOf(wrapper);
  switch (holder?.type) {
    case "MethodDefinition":
      return holder.kind === "method";
    case "Property":
      return holder.kind === "init";
    case "AssignmentExpression":
    case "ExportDefaultDeclaration":
    case "PropertyDefinition":
    case "VariableDeclarator":
      return true;
    default:
      return false;
  }
}

/** Words in the names of functions that are there to tell somebody what happens. */
const TELLING_WORDS = /breadcrumb|crumb|log|track|report|record|trace|event|monitor|notify|sentry|capture|debug|info|warn|error|fatal|telemetry|analytics|audit|write|emit/iu;

/** Whether recording is what a function is there for: it does nothing else, or says so by its name. */
export function isForRecording(wrapper: FunctionNode): boolean {
  return isOnlyRecording(wrapper) || TELLING_WORDS.test(functionName(wrapper) ?? "");
}

/** Whether a function does nothing but record, or says by its name that it is there for that. */
function isOnlyRecording(wrapper: FunctionNode): boolean {
  if (/crumb/iu.test(functionName(wrapper) ?? "")) return true;
  const { body } = wrapper;
  return (
    body.type !== "BlockStatement" ||
    body.body.filter(({ type }) => type !== "VariableDeclaration").length === 1
  );
}

function isInNamedWrapper(call: Node, named: NamedWrappers): boolean {
  for (let node = parentOf(call); node !== undefined; node = parentOf(node)) {
    if (isFunction(node) && named.has(functionName(node))) return true;
  }
  return false;
}

type HoldingPlace =
  | { readonly kind: "variable"; readonly variable: Variable }
  | { readonly kind: "member"; readonly owner: Node; readonly name: string };

/** Where callers find a function: a variable that is never given another one, a class, an object. */
function holdingPlace(program: JavaScriptProgram, wrapper: FunctionNode): HoldingPlace | undefined {
  const holder = holderOf(wrapper);
  const id = wrapper.type === "FunctionDeclaration" ? wrapper.id : undefined;
  const name =
    id ?? (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" ? holder.id : undefined);
  if (name) {
    const variable = program.scopes.variableOf(name);
    if (variable === undefined || program.scopes.isReassigned(variable)) return undefined;
    return { kind: "variable", variable };
  }
  if (
    holder?.type === "MethodDefinition" ||
    holder?.type === "PropertyDefinition" ||
    holder?.type === "Property"
  ) {
    const key = propertyName(holder);
    const around = parentOf(holder);
    const owner = around?.type === "ClassBody" ? parentOf(around) : around;
    return owner === undefined || key === undefined ? undefined : { kind: "member", owner, name: key };
  }
  return undefined;
}
