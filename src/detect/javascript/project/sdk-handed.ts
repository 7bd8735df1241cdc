import type { TSESTree } from "@typescript-eslint/utils";
import type { DefinedWrapper, Handed, ModulePath, Receiver } from "../../../breadcrumb/index.ts";
import { originOf } from "../names/module-links.ts";
import { AUTO_IMPORTS } from "../names/virtual-modules.ts";
import type { Scopes } from "../names/scopes.ts";
import { RECORDING_NAMES } from "../names/sdk-modules.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { nameNodeOf } from "../syntax/enclosing-function.ts";
import { memberPath, parentOf, propertyName, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import { patternSource, type PatternSource } from "../syntax/patterns.ts";
import { callsOf, nodesOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import type { NamedExport } from "./named-exports.ts";
import { sdkTokensIn } from "./registrations.ts";
import { waysIn } from "./ways.ts";

/** What a class's constructor is on the way to it: `["Log", "constructor"]` of `new Log(Sentry)`. */
const CONSTRUCTOR = "constructor";

const SDK_NAME = /sentry|raven|toucan/iu;

/** The SDK's function where a container has the SDK under a token, or a function is handed the SDK. */
export function handedSdk(program: JavaScriptProgram, values: ValueReader): readonly DefinedWrapper[] {
  const tokens = sdkTokensIn(program, values);
  const handedTo = [
    ...tokens.flatMap((token): readonly Handed[] =>
      token.module === "." ? [] : [{ ...token, argument: undefined, member: ["addBreadcrumb"] }],
    ),
    ...argumentsIn(program, values),
  ];
  const exports = tokens.flatMap(({ module, path }) => (module === "." ? [[...path, "addBreadcrumb"]] : []));
  if (exports.length + handedTo.length === 0) return [];
  return [{ name: "addBreadcrumb", exports, parameters: ["breadcrumb"], handedTo }];
}

/** The functions that are handed the SDK: `setSdk(Sentry)`, `new Log({ sdk: Sentry })`. */
function argumentsIn(program: JavaScriptProgram, values: ValueReader): readonly Handed[] {
  if (!SDK_NAME.test(program.sourceCode.text)) return [];
  return nodesOf(program.sourceCode, isCall).flatMap((call) =>
    call.arguments.flatMap((given, argument) => {
      const members = waysToSdk(program, values, given);
      const to = members.length === 0 ? undefined : calleeOf(program, call);
      return to === undefined
        ? []
        : members.map((member) => ({ ...to, argument, member: [...member, "addBreadcrumb"] }));
    }),
  );
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

function isCall(node: Node): node is Call {
  return node.type === "CallExpression" || node.type === "NewExpression";
}

/** An object in an object in an argument: deeper ones are not written by hand. */
const MAX_DEPTH = 3;

/** Where an argument has the SDK: it is the SDK, or an object that has it under a name. */
function waysToSdk(
  program: JavaScriptProgram,
  values: ValueReader,
  given: Node,
  depth = 0,
): readonly (readonly string[])[] {
  if (given.type !== "ObjectExpression")
    return mayBeSdk(program, given) && values.sdkPath(given)?.length === 0 ? [[]] : [];
  return given.properties.flatMap((property) => {
    const name = property.type === "Property" ? propertyName(property) : undefined;
    if (property.type !== "Property" || name === undefined || depth === MAX_DEPTH) return [];
    return waysToSdk(program, values, property.value, depth + 1).map((way) => [name, ...way]);
  });
}

/** An argument that is neither imported nor named for it is skipped: most are something else. */
function mayBeSdk({ scopes }: JavaScriptProgram, node: Node): boolean {
  const { root, path } = memberPath(node);
  if (root.type !== "Identifier") return false;
  const variable = scopes.variableOf(root);
  return SDK_NAME.test(path.at(-1) ?? root.name) || (variable !== undefined && scopes.importOf(variable) !== undefined);
}

/** The function that is called, of another module or of the file itself. */
function calleeOf(program: JavaScriptProgram, call: Call): ModulePath | undefined {
  const { root, path } = memberPath(call.callee);
  const origin = originOf(program, call.callee);
  const isOwn = root.type === "Identifier" && origin === undefined;
  const called = isOwn ? { module: ".", path: [root.name, ...path] } : origin;
  if (called === undefined || called.module === AUTO_IMPORTS) return undefined;
  return call.type === "NewExpression" ? { ...called, path: [...called.path, CONSTRUCTOR] } : called;
}

/**
 * The functions of a file that record breadcrumbs by an argument, where that is the SDK, be it that the function itself
 * does or that a variable or field keeps it: `constructor(sdk) { this.sdk = sdk }`.
 */
export function sdkTakersIn(
  program: JavaScriptProgram,
  values: ValueReader,
  exported: readonly NamedExport[],
): readonly Receiver[] {
  return callsOf(program.sourceCode).flatMap(({ callee }) =>
    takenBy(program, values, callee).flatMap(({ function: taker, ...taken }) =>
      waysTo({ program, values, exported }, taker).map((way) => ({ ...taken, way, reaches: [] })),
    ),
  );
}

interface Taken extends Pick<Receiver, "argument" | "local" | "member"> {
  readonly function: FunctionNode;
}

/** The parameters that what records may come from. */
function takenBy({ scopes }: JavaScriptProgram, values: ValueReader, callee: Node): readonly Taken[] {
  const method = withoutTypes(callee);
  if (method.type !== "MemberExpression" || !RECORDING_NAMES.has(propertyName(method))) return [];
  const { root, path } = memberPath(method.object);
  const first = root.type === "ThisExpression" ? "this" : root.type === "Identifier" ? root.name : undefined;
  if (first === undefined || values.sdkPath(method) !== undefined) return [];
  return values.referentsOf(method.object).flatMap(({ value, path: below }): readonly Taken[] => {
    const node = values.nodeOf(value);
    const source = node && parameterAt(scopes, node);
    if (source?.kind !== "parameter" || source.path === undefined) return [];
    const member = [...source.path, ...below];
    return [{ function: source.function, argument: source.index, member, local: [first, ...path].join(".") }];
  });
}

/** The parameter that a name stands for, or that a pattern takes apart. */
function parameterAt(scopes: Scopes, node: Node): PatternSource | undefined {
  const [definition] = node.type === "Identifier" ? (scopes.variableOf(node)?.defs ?? []) : [];
  if (definition?.type === "Parameter") return patternSource(definition.name);
  return node.type === "ObjectPattern" ? patternSource(node) : undefined;
}

/** How others reach a function, and the file itself. */
function waysTo(
  context: {
    readonly program: JavaScriptProgram;
    readonly values: ValueReader;
    readonly exported: readonly NamedExport[];
  },
  taker: FunctionNode,
): readonly (readonly string[])[] {
  const { exported, ...reading } = context;
  const wrappers = new Map([[taker, []]]);
  const ways = exported.flatMap(({ name, value }) =>
    value === undefined ? [] : waysIn({ ...reading, wrappers }, value, name === "*" ? [] : [name]),
  );
  return [...ways.flatMap(({ path, wrapper }) => (wrapper === taker ? [path] : [])), ...ownNames(taker)];
}

function ownNames(taker: FunctionNode): readonly (readonly string[])[] {
  const member = parentOf(taker);
  const isMethod = member?.type === "MethodDefinition";
  const names = isMethod ? [member.parent.parent.id?.name, propertyName(member)] : [nameNodeOf(taker)?.name];
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? [known] : [];
}
