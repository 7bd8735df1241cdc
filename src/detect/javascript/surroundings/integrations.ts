import type { TSESTree } from "@typescript-eslint/utils";
import { resolve, type AutomaticDoor, type Integration, type Recorder, type Value } from "../../../breadcrumb/index.ts";
import { CONSOLE_METHODS } from "../../../sentry/console.ts";
import { BROWSER, INTEGRATIONS, NODE, platformOf, type Platform } from "../../../sentry/integrations.ts";
import { perFile } from "../../per-file.ts";
import { functionAround, functionName } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { scopesOf } from "../names/scopes.ts";
import { indexIn, statementOf, statementsOf } from "../syntax/statements.ts";
import { memberPath, parentOf, textOf, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import { consoleLevelsIn, switchedOff } from "./switches.ts";

/** Methods of routers and of the browser's history that take the target first, and those that take it third. */
const NAVIGATING: ReadonlySet<string> = new Set(["navigate", "push", "replace"]);
const HISTORY_METHODS: ReadonlySet<string> = new Set(["pushState", "replaceState"]);

/** Names of routers, and of framework functions that navigate. */
const ROUTERS = /^(?:browserHistory|history|\$?router)$|Router$/u;
const NAVIGATING_FUNCTIONS: ReadonlySet<string> = new Set(["goto", "navigate", "navigateTo"]);

/** Methods that call a function on each navigation. */
const LISTENING: ReadonlySet<string | undefined> = new Set(["afterEach", "beforeEach", "listen"]);

/** Names for results of router hooks: `useLocation()`, `usePathname()`. */
const LOCATIONS: ReadonlySet<string> = new Set(["location", "pathname"]);

/** Names of functions that handle clicks. */
const CLICK_HANDLER = /^(?:handle|on)\w*Click$/u;

/** Expressions that are longer chains of calls than this are not written by hand. */
const MAX_CALLS = 10;

/** What a file says about the SDK's integrations. */
interface Setting {
  readonly platform: Platform | undefined;
  /** The same, and for files that import no SDK the one that the settings speak of. */
  readonly requesting: Platform;
  readonly integrations: ReadonlySet<Integration>;
  /** The methods of the console that are recorded where the console is. */
  readonly consoleMethods: ReadonlySet<string>;
}

/** The methods of the console of whose calls an SDK records breadcrumbs in a file, where it records the console. */
export function consoleMethodsIn(program: JavaScriptProgram, values: ValueReader): ReadonlySet<string> {
  return settingOf(program, values).consoleMethods;
}

/**
 * What records breadcrumbs by itself in a file: what the SDK that it imports does by default, without what a call of
 * the SDK's `init` in the same file switches off, and as the setting `integrations` has it.
 */
export function integrationsIn(program: JavaScriptProgram, values: ValueReader): ReadonlySet<Integration> {
  return settingOf(program, values).integrations;
}

/** What the SDK of a file records by default from a major version on only, unless the settings say whether it does. */
export function recordedSince(
  program: JavaScriptProgram,
  values: ValueReader,
): ReadonlyMap<Integration, number> | undefined {
  const since = settingOf(program, values).platform?.since;
  const { integrations } = program.settings;
  return since && new Map([...since].filter(([each]) => integrations[each] === undefined));
}

/**
 * What is beside a breadcrumb of which the SDK records one by itself: the statements before and after it, and the
 * handler of clicks or of navigation that it stands in.
 */
export function recordersBeside(
  program: JavaScriptProgram,
  values: ValueReader,
  call: TSESTree.CallExpression,
): readonly Recorder[] {
  const setting = settingOf(program, values);
  const statement = statementOf(call);
  const around = statement && parentOf(statement);
  const list = (around && statementsOf(around)) ?? [];
  const index = statement === undefined ? 0 : indexIn(list, statement);
  const beside = [list[index - 1], list[index + 1]];
  const own = functionAround(call);
  const isDirect = own !== undefined && (around === own.body || parentOf(call) === own);
  const handler = isDirect ? handlerOf(program, own) : undefined;
  return [
    ...beside.flatMap((each) => (each ? recordersOf(program, values, setting, each) : [])),
    ...(handler ?? []),
  ].filter(({ integration }) => setting.integrations.has(integration));
}

/** Whether a call makes a request of which the SDK records a breadcrumb. */
export function isRecordedRequest(
  program: JavaScriptProgram,
  values: ValueReader,
  call: TSESTree.CallExpression,
): boolean {
  const { platform, integrations } = settingOf(program, values);
  const request = platform && requestOf(program, call, platform);
  return request !== undefined && integrations.has(request.integration);
}

/** A call of which an SDK records where it leads. */
export interface AddressedCall {
  readonly door: Extract<AutomaticDoor, "fetch" | "history" | "http" | "xhr">;
  /** The argument that says it, and options with more of it: `axios.get(url, { params })`. */
  readonly address: Node;
  readonly options: Node | undefined;
}

/** The address that a call sends a request to or leads to, if the SDK of the file or of its application records it. */
export function addressOf(
  program: JavaScriptProgram,
  values: ValueReader,
  call: TSESTree.CallExpression,
): AddressedCall | undefined {
  const { requesting, integrations } = settingOf(program, values);
  const found = navigationOf(call) ?? requestOf(program, call, requesting);
  const door = found?.integration;
  if (found?.node === undefined || found.node.type === "SpreadElement") return undefined;
  if (!integrations.has(found.integration) || !isAddressed(door)) return undefined;
  return { door, address: found.node, options: found.options };
}

function isAddressed(integration: Integration | undefined): integration is AddressedCall["door"] {
  return integration === "fetch" || integration === "history" || integration === "http" || integration === "xhr";
}

/** The platform that the settings speak of, for files that import no SDK. Those of React Native know of no `fetch`. */
function platformBy({ settings: { integrations } }: JavaScriptProgram): Platform {
  if ((integrations.xhr ?? false) === false) return NODE;
  return { ...BROWSER, requests: { fetch: integrations.fetch === undefined ? "xhr" : "fetch", library: "xhr" } };
}

const settingOf = perFile((program: JavaScriptProgram, values: ValueReader): Setting => {
  const platform = platformIn(program);
  const off = switchedOff(program, values);
  const integrations = INTEGRATIONS.filter((name) => {
    const to = program.settings.integrations[name];
    return to === undefined ? platform?.integrations.has(name) === true && !off.has(name) : to !== false;
  });
  const { settings } = program;
  const own = consoleLevelsIn(program, values);
  const levels = settings.integrations.console === undefined ? own : (settings.levels.console ?? own);
  return {
    platform,
    requesting: platform ?? platformBy(program),
    integrations: new Set(integrations),
    consoleMethods: levels === undefined ? CONSOLE_METHODS : new Set(levels),
  };
});

/** The platform of the SDKs that a file imports; undefined where they differ. A global SDK is that of a browser. */
function platformIn({ scopes, sourceCode }: JavaScriptProgram): Platform | undefined {
  const found = new Set<Platform | undefined>();
  for (const scope of scopesOf(sourceCode)) {
    for (const variable of scope.variables) {
      // Most are the types of TypeScript's libraries.
      if (variable.defs.length === 0) continue;
      const module = scopes.importOf(variable)?.module;
      if (module?.includes("sentry") === true) found.add(platformOf(module));
    }
  }
  const through = sourceCode.scopeManager?.globalScope?.through;
  const isGlobal = found.size === 0 && through?.some(({ identifier }) => identifier.name === "Sentry") === true;
  found.delete(undefined);
  const [platform, ...others] = found;
  return isGlobal ? BROWSER : others.length > 0 ? undefined : platform;
}

/** The effect of a statement that is recorded. */
function recordersOf(
  program: JavaScriptProgram,
  values: ValueReader,
  { platform, consoleMethods }: Setting,
  statement: Node,
): readonly Recorder[] {
  return expressionsOf(statement).flatMap((expression) => {
    for (const call of callsIn(expression)) {
      const found =
        consoleOf(program, call, consoleMethods) ??
        navigationOf(call) ??
        (platform && requestOf(program, call, platform));
      if (found === undefined) continue;
      const { integration, says, node } = found;
      const value = node && values.valueOf(node);
      const source = program.sourceCode.getText(call.callee);
      return [{ integration, source, text: says ? value : undefined, target: says ? undefined : urlOf(value) }];
    }
    return [];
  });
}

/** An integration, and the argument that it records: what is said, or where it leads. */
interface Recorded {
  readonly integration: Integration;
  readonly says: boolean;
  readonly node: Node | undefined;
  /** Where more of the address may stand. */
  readonly options?: Node | undefined;
}

/** Methods of axios that take a body before their options. */
const WITH_BODY = /^(?:patch|post|put)/u;

/** The method that a call has of the global console, as it is written: `info` of `console.info("saved")`. */
export function consoleMethodOf(
  { scopes }: JavaScriptProgram,
  { callee }: TSESTree.CallExpression,
): string | undefined {
  const { root, path } = memberPath(callee);
  if (root.type !== "Identifier" || root.name !== "console" || !scopes.isGlobal(root)) return undefined;
  return path.length === 1 ? path[0] : undefined;
}

function consoleOf(program: JavaScriptProgram, call: TSESTree.CallExpression, methods: Setting["consoleMethods"]) {
  const method = consoleMethodOf(program, call);
  const [node] = call.arguments;
  return node && method !== undefined && method !== "assert" && methods.has(method)
    ? { integration: "console" as const, says: true, node }
    : undefined;
}

function navigationOf(call: TSESTree.CallExpression): Recorded | undefined {
  const { root, path } = memberPath(call.callee);
  const names = [root.type === "Identifier" ? root.name : "this", ...path];
  const name = names.at(-1) ?? "";
  const owner = names.at(-2);
  const node = call.arguments[HISTORY_METHODS.has(name) ? 2 : 0];
  const isOfRouter = owner !== undefined && ROUTERS.test(owner) && (NAVIGATING.has(name) || HISTORY_METHODS.has(name));
  if (!isOfRouter && (owner !== undefined || !NAVIGATING_FUNCTIONS.has(name))) return undefined;
  return node && { integration: "history", says: false, node };
}

function requestOf(
  { scopes }: JavaScriptProgram,
  { callee, arguments: given }: TSESTree.CallExpression,
  { requests }: Platform,
): Recorded | undefined {
  const { root, path } = memberPath(callee);
  if (root.type !== "Identifier") return undefined;
  const isGlobal = scopes.isGlobal(root);
  if (isGlobal && [root.name, ...path].join(".").replace(/^(?:window|globalThis|self)\./u, "") === "fetch") {
    return { integration: requests.fetch, says: false, node: given[0] };
  }
  const variable = scopes.variableOf(root);
  const isAxios = variable !== undefined && scopes.importOf(variable)?.module === "axios";
  if (isAxios && requests.library !== undefined) {
    const options = given[WITH_BODY.test(path[0] ?? "") ? 2 : 1];
    return { integration: requests.library, says: false, node: given[0], options };
  }
  const definition = variable?.defs[0]?.node;
  const init = definition?.type === "VariableDeclarator" ? definition.init : undefined;
  const isXhr =
    init?.type === "NewExpression" && init.callee.type === "Identifier" && init.callee.name === "XMLHttpRequest";
  return isXhr && path.join() === "open" ? { integration: "xhr", says: false, node: given[1] } : undefined;
}

/** The URL or path of a request: what is given, or its `url`, `pathname` or `path`. */
function urlOf(value: Value | undefined): Value | undefined {
  const record = value && resolve(value);
  if (record?.kind !== "record") return value;
  return record.fields.find(({ name }) => name === "url" || name === "pathname" || name === "path")?.value;
}

function expressionsOf(statement: Node): readonly Node[] {
  switch (statement.type) {
    case "ExpressionStatement":
      return [statement.expression];
    case "ReturnStatement":
      return statement.argument === null ? [] : [statement.argument];
    case "VariableDeclaration":
      return statement.declarations.flatMap(({ init }) => init ?? []);
    default:
      return [];
  }
}

/** The calls that an expression is made of, the outermost first: `(await fetch(url)).json()`. */
function callsIn(expression: Node): readonly TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  let node = withoutTypes(expression);
  for (let step = 0; step < MAX_CALLS; step++) {
    if (node.type === "AwaitExpression" || (node.type === "UnaryExpression" && node.operator === "void")) {
      node = withoutTypes(node.argument);
    } else if (node.type === "AssignmentExpression") {
      node = withoutTypes(node.right);
    } else if (node.type === "CallExpression") {
      calls.push(node);
      if (node.callee.type !== "MemberExpression") break;
      node = withoutTypes(node.callee.object);
    } else {
      break;
    }
  }
  return calls;
}

/** The trigger of a function: clicks, or the router on each navigation. */
function handlerOf(program: JavaScriptProgram, node: FunctionNode): readonly Recorder[] | undefined {
  const use = parentOf(node);
  const nothing = { text: undefined, target: undefined };
  if (use?.type === "CallExpression") {
    const callee = withoutTypes(use.callee);
    const { root, path } = memberPath(callee);
    const names = [root.type === "Identifier" ? root.name : "", ...path];
    const isClick = names.at(-1) === "addEventListener" && use.arguments[0] && textOf(use.arguments[0]) === "click";
    if (isClick === true) return [{ integration: "dom", source: "click", ...nothing }];
    const owner = names.at(-2);
    const isListening = owner !== undefined && LISTENING.has(names.at(-1)) && ROUTERS.test(owner);
    return isListening || (names.at(-1) === "useEffect" && dependsOnLocation(use.arguments[1]))
      ? [{ integration: "history", source: program.sourceCode.getText(callee), ...nothing }]
      : undefined;
  }
  if (use?.type === "JSXExpressionContainer") {
    const attribute = parentOf(use);
    const name = attribute?.type === "JSXAttribute" ? attribute.name.name : undefined;
    return name === "onClick" ? [{ integration: "dom", source: name, ...nothing }] : undefined;
  }
  const name = functionName(node);
  return name !== undefined && CLICK_HANDLER.test(name)
    ? [{ integration: "dom", source: name, ...nothing }]
    : undefined;
}

/** Whether an effect runs when the location changes, and for no other reason: `[pathname]`, `[location.search]`. */
function dependsOnLocation(dependencies: Node | undefined): boolean {
  if (dependencies?.type !== "ArrayExpression" || dependencies.elements.length === 0) return false;
  return dependencies.elements.every((each) => {
    const { root, path } = each === null ? {} : memberPath(each);
    return root?.type === "Identifier" && LOCATIONS.has(root.name) && path !== undefined && path.length < 2;
  });
}
