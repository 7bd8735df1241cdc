import type { TSESTree } from "@typescript-eslint/utils";
import { isWithin, matches, resolve, type Edit } from "../../../breadcrumb/index.ts";
import { createBindings } from "../names/bindings.ts";
import { importAt } from "./add-import.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import type { ValueReader } from "../values/reader.ts";
import { scopesAt } from "../names/scopes.ts";
import { RECORDING_NAMES } from "../names/sdk-modules.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isFunction, memberPath, parentOf, propertyName, withoutTypes } from "../syntax/nodes.ts";

/** The SDKs' names for the function that records a breadcrumb. */
const RECORD = "addBreadcrumb";

/** Functions of the SDK that hand out what records a breadcrumb where the SDK's own function does. */
const GETTERS: ReadonlySet<string> = new Set(["getCurrentHub", "getIsolationScope"]);

/** The same for functions that hand it to a callback. */
const CALLBACKS: ReadonlySet<string | undefined> = new Set(["configureScope", "withIsolationScope"]);

/** With more calls than this, the import of a former name is left for another rule to find unused. */
const MAX_TOGETHER = 50;

/** An export of the SDK that a call uses on its way, and the call that is to become one of the SDK's own function. */
interface Way {
  readonly export: Node;
  readonly replaced: TSESTree.CallExpression;
}

/**
 * Has the SDK's own `addBreadcrumb` record what a hub, a scope or an API of former versions does, imports put right.
 * @returns undefined where the breadcrumb would come to stand elsewhere, where more than the call would change, and
 * where a comment would be lost.
 */
export function callThroughSdk(
  program: JavaScriptProgram,
  values: ValueReader,
  call: TSESTree.CallExpression,
): readonly Edit[] | undefined {
  const { sourceCode } = program;
  const way = wayOf(program, values, call);
  if (way === undefined) return undefined;
  const [from, to] = way.replaced === call ? call.callee.range : way.replaced.range;
  const kept = call.arguments.map(({ range }) => range);
  const comments = program.commentsAt(call).getCommentsInside(way.replaced);
  const isCommented = comments.some(
    ({ range }) => isWithin(range, [from, to]) && !kept.some((argument) => isWithin(range, argument)),
  );
  const callee = isCommented ? undefined : calleeFor(program, way);
  if (callee === undefined) return undefined;
  const given = call.arguments.map((argument) => sourceCode.getText(argument)).join(", ");
  const text = way.replaced === call ? callee.source : `${callee.source}(${given})`;
  const own: Edit = { range: [from, to], text };
  return [...callee.edits.filter(({ range }) => range[0] !== from), own];
}

function wayOf(program: JavaScriptProgram, values: ValueReader, call: TSESTree.CallExpression): Way | undefined {
  const callee = withoutTypes(call.callee);
  const path = values.sdkPath(callee);
  if (path !== undefined) {
    if (!RECORDING_NAMES.has(path.at(-1))) return undefined;
    // `Sentry.captureBreadcrumb`, and `Sentry.Native.addBreadcrumb`, whose namespace goes.
    const isNamespaced = path.length === 2 && callee.type === "MemberExpression";
    return { export: isNamespaced ? withoutTypes(callee.object) : callee, replaced: call };
  }
  return callee.type === "MemberExpression" ? wayFrom(program, values, callee.object, call) : undefined;
}

/** @param owner what has the method that records; for certain, since the call is to record in the same place. */
function wayFrom(
  program: JavaScriptProgram,
  values: ValueReader,
  owner: Node,
  call: TSESTree.CallExpression,
): Way | undefined {
  const node = values.nodeOf(resolve(values.valueOf(owner)));
  if (node?.type === "CallExpression") {
    // Elsewhere, another hub or scope may be the one in use.
    return functionAround(node) === functionAround(call) ? wayFromGetter(program, values, node, call) : undefined;
  }
  const variable = node?.type === "Identifier" ? program.scopes.variableOf(node) : undefined;
  const declared = variable?.defs[0]?.node;
  const isParameter = variable !== undefined && declared !== undefined && isFunction(declared);
  return isParameter && !program.scopes.isReassigned(variable) ? wayFromCallback(values, declared, call) : undefined;
}

/** @param inner the call that hands out what has the method. */
function wayFromGetter(
  program: JavaScriptProgram,
  values: ValueReader,
  inner: TSESTree.CallExpression,
  call: TSESTree.CallExpression,
): Way | undefined {
  const name = values.sdkPath(inner.callee)?.at(-1);
  if (name !== undefined) {
    const isSame = GETTERS.has(name) && (name === "getCurrentHub" || takesBreadcrumbOnly(call));
    return isSame ? { export: withoutTypes(inner.callee), replaced: call } : undefined;
  }
  const method = withoutTypes(inner.callee);
  const isScope = method.type === "MemberExpression" && matches(propertyName(method), /^get(?:Isolation)?Scope$/u);
  return isScope && takesBreadcrumbOnly(call) ? wayFrom(program, values, method.object, call) : undefined;
}

function wayFromCallback(values: ValueReader, callback: Node, call: TSESTree.CallExpression): Way | undefined {
  const giving = parentOf(callback);
  if (giving?.type !== "CallExpression" || !isFunction(callback) || functionAround(call) !== callback) return undefined;
  if (giving.arguments[0] !== callback || callback.params.length !== 1 || !takesBreadcrumbOnly(call)) return undefined;
  const name = values.sdkPath(giving.callee)?.at(-1);
  if (!CALLBACKS.has(name)) return undefined;
  const found = withoutTypes(giving.callee);
  if (name === "withIsolationScope") return { export: found, replaced: call };
  return isAllOf(call, callback.body) && parentOf(giving)?.type === "ExpressionStatement"
    ? { export: found, replaced: giving }
    : undefined;
}

/** Whether a call is all that a function does. */
function isAllOf(call: Node, body: TSESTree.BlockStatement | TSESTree.Expression): boolean {
  if (body === call) return true;
  const [only, ...others] = body.type === "BlockStatement" ? body.body : [];
  return others.length === 0 && only?.type === "ExpressionStatement" && only.expression === call;
}

/** A scope's method takes a number beside the breadcrumb, and hands back the scope. */
function takesBreadcrumbOnly(call: TSESTree.CallExpression): boolean {
  const use = parentOf(call);
  const [argument] = call.arguments;
  const isUnused =
    use?.type === "ExpressionStatement" || (use?.type === "ArrowFunctionExpression" && use.body === call);
  return isUnused && call.arguments.length === 1 && argument?.type !== "SpreadElement";
}

interface Callee {
  readonly source: string;
  readonly edits: readonly Edit[];
}

function calleeFor(program: JavaScriptProgram, { export: used, replaced }: Way): Callee | undefined {
  if (used.type === "MemberExpression") {
    if (used.computed || !meansSame(program, used, replaced)) return undefined;
    return { source: `${receiverText(program, used)}${used.optional ? "?." : "."}${RECORD}`, edits: [] };
  }
  const variable = used.type === "Identifier" ? program.scopes.variableOf(used) : undefined;
  const module = variable && program.scopes.importOf(variable)?.module;
  const definition = variable?.defs[0];
  if (variable === undefined || module === undefined || definition?.node.type !== "ImportSpecifier") return undefined;
  const imported = importAt(program, replaced, { name: RECORD, from: module });
  if (imported === undefined) return undefined;

  const uses = variable.references.map(({ identifier }) => directCall(identifier));
  const together = uses.filter((use) => use !== undefined);
  const { exported, removal } = createBindings(program).bindingOf(variable);
  if (exported || together.length < uses.length || uses.length > MAX_TOGETHER) return imported;
  // With the last use of the former name, its import goes.
  const renamed: Edit[] = [{ range: definition.node.range, text: RECORD }];
  const freed = imported.edits.length > 0 ? renamed : removal;
  if (freed === undefined) return imported;
  const calls = together.map(({ callee }): Edit => ({ range: callee.range, text: imported.source }));
  return { source: imported.source, edits: [...freed, ...calls] };
}

/** Whether what a member is taken off can be written at another place, and is the same there. */
function meansSame({ scopes, sourceCode }: JavaScriptProgram, used: Node, place: Node): boolean {
  const { root } = memberPath(used);
  if (root.type !== "Identifier") return true;
  const seen = [...scopesAt(sourceCode, place)].find(({ set }) => set.has(root.name))?.set.get(root.name);
  return seen === scopes.variableOf(root) || isWithin(root.range, place.range);
}

/** The object of a member, as written: including parentheses, which are not in the tree. */
function receiverText(program: JavaScriptProgram, { object, property, range }: TSESTree.MemberExpression): string {
  const dot = program.tokensAt(object).getTokenBefore(property);
  return program.sourceCode.text.slice(range[0], dot?.range[0] ?? object.range[1]).trimEnd();
}

/** The call `getCurrentHub().addBreadcrumb(…)` or `captureBreadcrumb(…)` that a name is used in. */
function directCall(name: Node): TSESTree.CallExpression | undefined {
  const use = parentOf(name);
  if (use?.type !== "CallExpression" || use.callee !== name) return undefined;
  const member = parentOf(use);
  // A hub or scope that nothing is asked of stands for something else.
  if (member?.type !== "MemberExpression") return isRecorder(name) ? use : undefined;
  const call = parentOf(member);
  const isRecording = call?.type === "CallExpression" && call.callee === member && propertyName(member) === RECORD;
  return isRecording && takesBreadcrumbOnly(call) ? call : undefined;
}

function isRecorder(name: Node): boolean {
  return name.type === "Identifier" && name.name === "captureBreadcrumb";
}
