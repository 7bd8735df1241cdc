import type { TSESTree } from "@typescript-eslint/utils";
import { resolve, type Integration, type Value } from "../../../breadcrumb/index.ts";
import { INTEGRATIONS, integrationsNamed, namesOfIntegration } from "../../../sentry/integrations.ts";
import { perFile } from "../../per-file.ts";
import { reachesSdk } from "../names/mentions.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  isCallOrNew,
  isFunction,
  memberPath,
  propertyName,
  textOf,
  withoutTypes,
  yieldOf,
  type FunctionNode,
  type Node,
} from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";
import { outcomeOf } from "../values/text-tests.ts";
import type { ValueReader } from "../values/reader.ts";
import { setupsOf } from "./init-calls.ts";

/** Functions and classes of the SDK whose options switch off what they record. */
const SWITCHING: ReadonlySet<string | undefined> = new Set([
  "Breadcrumbs",
  "breadcrumbsIntegration",
  "consoleIntegration",
  "httpIntegration",
  "nativeNodeFetchIntegration",
]);

const NONE: ReadonlySet<Integration> = new Set();
const ALL: ReadonlySet<Integration> = new Set(INTEGRATIONS);

/** Those of them that have no say in the console from version 11 on (sentry-javascript#24387). */
const BEFORE_11: ReadonlySet<string> = new Set(["Breadcrumbs", "breadcrumbsIntegration"]);

/** The integrations that the file's own calls of the SDK switch off, or may switch off. */
export const switchedOff = perFile((program: JavaScriptProgram, values: ValueReader) =>
  offBy(program, values, () => true),
);

/** The same in version 11 and after it. */
export const switchedOffFrom11 = perFile((program: JavaScriptProgram, values: ValueReader) =>
  offBy(program, values, (name, integration) => integration !== "console" || !BEFORE_11.has(name)),
);

function offBy(
  program: JavaScriptProgram,
  values: ValueReader,
  isHeeded: (name: string, integration: Integration) => boolean,
): ReadonlySet<Integration> {
  const byOptions = setupsOf(program, values).map(({ options }) =>
    options === undefined ? NONE : leftOutBy(values, options),
  );
  const byFunctions = optionsIn(program, values).flatMap(({ name, option }) =>
    INTEGRATIONS.filter((integration) => isHeeded(name, integration) && switchesOff(name, option, integration)),
  );
  return new Set([...byOptions.flatMap((each) => [...each]), ...byFunctions]);
}

/** The methods of the console that the file's own integration records; undefined for all. */
export function consoleLevelsIn(program: JavaScriptProgram, values: ValueReader): readonly string[] | undefined {
  for (const { name, option } of optionsIn(program, values)) {
    if (name === "consoleIntegration" && propertyName(option) === "levels") return textsIn(option.value);
  }
  return undefined;
}

/** The options that a file gives to the SDK's integrations. */
function optionsIn(
  program: JavaScriptProgram,
  values: ValueReader,
): readonly { readonly name: string; readonly option: TSESTree.Property }[] {
  const mayReach = reachesSdk(program, SWITCHING);
  return nodesOf(program.sourceCode, isCallOrNew).flatMap((call) => {
    const name = mayReach(call.callee) ? values.sdkPath(call.callee)?.at(-1) : undefined;
    const [options] = call.arguments;
    if (name === undefined || !SWITCHING.has(name) || options?.type !== "ObjectExpression") return [];
    return options.properties.flatMap((option) => (option.type === "Property" ? [{ name, option }] : []));
  });
}

/** Whether one option of one function of the SDK leaves an integration out. */
function switchesOff(name: string, option: TSESTree.Property, integration: Integration): boolean {
  const key = propertyName(option);
  const { value } = option;
  const isFalse = value.type === "Literal" && value.value === false;
  switch (name) {
    case "Breadcrumbs":
    case "breadcrumbsIntegration":
      return isFalse && integration === key;
    case "consoleIntegration":
      return integration === "console" && (key === "filter" || (key === "levels" && textsIn(value) === undefined));
    default:
      return isFalse && key === "breadcrumbs" && integration === (name === "httpIntegration" ? "http" : "fetch");
  }
}

/** The texts of a list of nothing else. */
function textsIn(list: Node): readonly string[] | undefined {
  const inner = withoutTypes(list);
  if (inner.type !== "ArrayExpression") return undefined;
  const texts = inner.elements.map((element) => (element === null ? undefined : textOf(element)));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** The automatic breadcrumbs that options of `init` switch off, or may switch off. */
export function leftOutBy(values: ValueReader, options: Value): ReadonlySet<Integration> {
  const record = resolve(options);
  if (record.kind !== "record") return NONE;
  const valueUnder = (name: string): Value | undefined => record.fields.findLast((field) => field.name === name)?.value;
  const [integrations, defaults] = [valueUnder("integrations"), valueUnder("defaultIntegrations")];
  const off = defaults === undefined ? NONE : offByDefaults(values, defaults, integrations);
  return integrations === undefined ? off : new Set([...off, ...offByIntegrations(values, integrations)]);
}

/** `defaultIntegrations: false` leaves what `integrations` lists; a list takes the place of the SDK's own. */
function offByDefaults(
  values: ValueReader,
  defaults: Value,
  integrations: Value | undefined,
): ReadonlySet<Integration> {
  const is = resolve(defaults);
  if (is.kind === "nothing" || (is.kind === "boolean" && is.boolean)) return NONE;
  if (is.kind === "call" || is.kind === "name" || is.kind === "member") {
    const node = values.nodeOf(is);
    return node === undefined ? ALL : offByFiltering(values, node, (each) => isDefault(values, each));
  }
  const kept = new Set([is, integrations].flatMap((list) => (list === undefined ? [] : listedIn(values, list))));
  return new Set(INTEGRATIONS.filter((each) => !kept.has(each)));
}

/** `getDefaultIntegrations({})`, `Sentry.defaultIntegrations` */
function isDefault(values: ValueReader, node: Node): boolean {
  const path = values.sdkPath(node.type === "CallExpression" ? node.callee : node);
  return /^(?:getDefaultI|defaultI)ntegrations/u.test(path?.at(-1) ?? "");
}

/** The integrations in an array of calls: `[Sentry.consoleIntegration()]`. */
function listedIn(values: ValueReader, list: Value): readonly Integration[] {
  const is = resolve(list);
  return (is.kind === "list" ? is.items : []).flatMap((item) => {
    const made = resolve(item);
    const callee = made.kind === "call" ? values.nodeOf(made.callee) : undefined;
    return integrationsNamed((callee && values.sdkPath(callee)?.at(-1)) ?? "");
  });
}

/** A list adds to what the SDK has by default; a function is handed that, and hands on what it likes of it. */
function offByIntegrations(values: ValueReader, integrations: Value): ReadonlySet<Integration> {
  const is = resolve(integrations);
  if (is.kind === "list" || is.kind === "nothing") return NONE;
  const node = values.nodeOf(is);
  if (node === undefined) return ALL;
  // `[Sentry.httpIntegration(), isServer && other].filter(Boolean)`
  if (!isFunction(node)) return rootOf(node).type === "ArrayExpression" ? NONE : ALL;
  const [parameter] = node.params;
  const yielded = yieldOf(node);
  if (parameter?.type !== "Identifier" || yielded === undefined) return ALL;
  return offByFiltering(values, yielded, (each) => each.type === "Identifier" && each.name === parameter.name);
}

/** The innermost receiver of a chain: `[a]` in `[a].concat(b).filter(c)`. */
function rootOf(node: Node): Node {
  let inner = withoutTypes(node);
  while (inner.type === "CallExpression" && inner.callee.type === "MemberExpression")
    inner = withoutTypes(inner.callee.object);
  return inner;
}

/** What an expression takes out of the SDK's default integrations: `[...defaults.filter(isWanted), other]`. */
function offByFiltering(values: ValueReader, node: Node, isAll: (node: Node) => boolean): ReadonlySet<Integration> {
  const inner = withoutTypes(node);
  if (isAll(inner)) return NONE;
  if (inner.type === "ArrayExpression") {
    const spread = inner.elements.find((each) => each?.type === "SpreadElement");
    return spread?.type === "SpreadElement" ? offByFiltering(values, spread.argument, isAll) : ALL;
  }
  const [argument] = inner.type === "CallExpression" ? inner.arguments : [];
  if (inner.type !== "CallExpression" || inner.callee.type !== "MemberExpression" || argument === undefined) return ALL;
  const off = offByFiltering(values, inner.callee.object, isAll);
  switch (propertyName(inner.callee)) {
    case "concat":
      return off;
    case "filter":
      return new Set([...off, ...droppedBy(values, argument)]);
    default:
      return ALL;
  }
}

/** What a function that asks for the names of integrations drops, or may drop: `({ name }) => name !== "Console"`. */
function droppedBy(values: ValueReader, node: Node): readonly Integration[] {
  const [asking, ...others] = values.referents.functionsOf(values.valueOf(node));
  const test = asking && others.length === 0 ? yieldOf(asking) : undefined;
  const name = asking && nameWithin(asking);
  if (test === undefined || name === undefined) return INTEGRATIONS;
  const isName = (each: Node): boolean => {
    const { root, path } = memberPath(each);
    return root.type === "Identifier" && [root.name, ...path].join(".") === name;
  };
  return INTEGRATIONS.filter((integration) =>
    namesOfIntegration(integration).some((each) => outcomeOf(each, test, isName) !== true),
  );
}

/** What a function calls the name of what it is handed: `each.name`, or `name` of `({ name }) => …`. */
function nameWithin({ params: [parameter] }: FunctionNode): string | undefined {
  if (parameter?.type === "Identifier") return `${parameter.name}.name`;
  if (parameter?.type !== "ObjectPattern") return undefined;
  const named = parameter.properties.find((each) => each.type === "Property" && propertyName(each) === "name");
  return named?.type === "Property" && named.value.type === "Identifier" ? named.value.name : undefined;
}
