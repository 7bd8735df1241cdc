import type { TSESTree } from "@typescript-eslint/utils";
import type { DefinedWrapper, Export, Links, ModulePath, Range, Setup } from "../../../breadcrumb/index.ts";
import { certaintyOf } from "../doors/development.ts";
import { exportedLoggers, logsSetUpIn } from "../doors/log-integrations.ts";
import { ownLoggersIn } from "../doors/own-loggers.ts";
import { keepersIn, keepingOf } from "../hooks/kept-breadcrumbs.ts";
import { sdkExport } from "../names/sdk-modules.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { wrapperParametersOf, type ArgumentMapping } from "../recording/argument-map.ts";
import type { LocalWrappers } from "../recording/found-wrappers.ts";
import { isNamedForRecording, mayDefineLogger } from "../../../sentry/recorder-names.ts";
import { RESULT } from "../names/module-paths.ts";
import { consoleLevelsIn, switchedOff, switchedOffFrom11 } from "../surroundings/switches.ts";
import { functionAround, functionName } from "../syntax/enclosing-function.ts";
import { parametersOf, declaredTypeOf, isFunction, type FunctionNode } from "../syntax/nodes.ts";
import { callsOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import { filledWith, fillingsIn, type OwnFilling } from "./fillings.ts";
import { destinationsOf } from "./handed.ts";
import { importedCalls } from "./imported-calls.ts";
import { exportsOf, initOf, type NamedExport } from "./named-exports.ts";
import { receiversOf } from "./receivers.ts";
import { registeredIn } from "./registrations.ts";
import { handedSdk, sdkTakersIn } from "./sdk-handed.ts";
import { importedFrom, waysIn, waysToSdk, type Context, type Way } from "./ways.ts";

/** The options and hooks for `init` in a file. */
const FOR_SETUP = /crumb|dsn\b|[eE]vent\b|sampleRate/u;

const NO_FUNCTIONS: LocalWrappers["functions"] = new Map();

/**
 * What a file has to do with others.
 * @param recorders the wrappers that it defines.
 * @param setups its calls of the SDK's `init`.
 */
export function linksOf(
  program: JavaScriptProgram,
  values: ValueReader,
  recorders: LocalWrappers["functions"],
  setups: readonly Setup[],
): Links {
  const exported = exportsOf(program);
  const logging = mayDefineLogger(program.sourceCode.text) ? ownLoggersIn(program, values).functions : NO_FUNCTIONS;
  // What records breadcrumbs, too, is known by these.
  const loggers = new Map([...logging].filter(([each]) => !recorders.has(each)));
  const wrappers = new Map([...loggers, ...recorders]);
  const isCertain = certaintyOf(program, values);
  const waysOf = (context: Context): readonly Way[] =>
    exported.flatMap(({ name, value, from }) => {
      if (value === undefined) return from === undefined ? [] : waysToSdk(sdkPathOf(program, from), name);
      const found = waysIn(context, value, name === "*" ? [] : [name]);
      return [...found, ...waysByType(exported, value, found)];
    });
  const logged =
    loggers.size === 0
      ? []
      : waysOf({ program, values, wrappers: loggers, isLeft: (node) => !isCertain(node) }).filter(
          ({ path, wrapper }) => wrapper !== undefined && path.some(isNamedForRecording),
        );
  const ways = [...waysOf({ program, values, wrappers: recorders }), ...logged];
  const fillings = fillingsIn(program, values, recorders);
  return {
    wrappers: [
      ...definedWrappers({ program, values, wrappers }, exported, ways, fillings),
      ...handedSdk(program, values),
    ],
    aliases: [
      ...ways.flatMap(({ path, from, except }) =>
        from === undefined ? [] : [{ of: { module: ".", path }, from, ...(except && { except }) }],
      ),
      ...registeredIn(program),
    ],
    fillings: fillings.map(({ of, ways: filled }) => ({ of, ways: filled.map(({ path, from }) => ({ path, from })) })),
    calls: importedCalls(program),
    exports: exported.map(({ name, from, value }): Export => {
      const origin = from ?? (value && importedFrom(program, value));
      return { name, from: origin, sdk: value && values.sdkPath(initOf(value)) };
    }),
    receivers: [...receiversOf(values, exported), ...sdkTakersIn(program, values, exported)],
    off: setups.length > 0 ? switchedOff(program, values) : undefined,
    setups: setups.map(({ range, sdk }) => {
      const consoleLevels = consoleLevelsIn(program, values);
      const from11 = switchedOffFrom11(program, values);
      return {
        sdk,
        by: exportedAround(program, exported, range),
        ...keepingOf(program, values, setups),
        ...(from11.size < switchedOff(program, values).size && {
          keepsFrom11: keepingOf(program, values, setups, from11).keeps,
        }),
        ...(consoleLevels && { consoleLevels }),
      };
    }),
    forwards: [...logsSetUpIn(program, values)].map(([integration, levels]) => ({ integration, levels: [...levels] })),
    loggers: exportedLoggers(
      program,
      values,
      exported.flatMap(({ name, value }) => (value ? [{ name, value: initOf(value) }] : [])),
    ),
    keepers: FOR_SETUP.test(program.sourceCode.text)
      ? exported.flatMap(({ name, value }) => (value ? keepersIn(program, values, initOf(value), [name]) : []))
      : [],
  };
}

/** What a name that a file re-exports is of an SDK. */
function sdkPathOf(
  { settings }: JavaScriptProgram,
  { module, path: [name = "*"] }: ModulePath,
): readonly string[] | undefined {
  return sdkExport(module, name, settings.modules);
}

/** The exported function that a call stands in, if it is a named one. */
function exportedAround(
  { sourceCode }: JavaScriptProgram,
  exported: readonly NamedExport[],
  range: Range,
): string | undefined {
  let around: Node | undefined = callsOf(sourceCode).find((call) => call.range === range);
  for (around &&= functionAround(around); around !== undefined; around = functionAround(around)) {
    const name = functionName(around);
    const found = exported.find(({ value }) => {
      return value === around || (value?.type === "Identifier" && value.name === name);
    });
    if (found !== undefined && found.name !== "default") return found.name;
  }
  return undefined;
}

/** The same ways from an exported type, where a function says to return it: `createLog = (): Log => …` */
function waysByType(exported: readonly NamedExport[], value: Node, ways: readonly Way[]): readonly Way[] {
  const maker = initOf(value);
  const type = isFunction(maker) ? maker.returnType?.typeAnnotation : undefined;
  const named =
    type?.type === "TSTypeReference" && type.typeName.type === "Identifier" ? type.typeName.name : undefined;
  if (named === undefined || !exported.some(({ name }) => name === named)) return [];
  return ways.flatMap((way) => {
    const members = way.path.slice(1).filter((name) => name !== RESULT);
    return members.length > 0 || way.from !== undefined ? [{ ...way, path: [named, ...members] }] : [];
  });
}

function definedWrappers(
  {
    program,
    values,
    wrappers,
  }: {
    readonly program: JavaScriptProgram;
    readonly values: ValueReader;
    readonly wrappers: LocalWrappers["functions"];
  },
  exported: readonly NamedExport[],
  ways: readonly Way[],
  fillings: readonly OwnFilling[],
): readonly DefinedWrapper[] {
  const handedOut = ways.flatMap(({ path, wrapper, from }) =>
    wrapper === undefined && from === undefined ? [sdkFunction(path)] : [],
  );
  const own = [...wrappers].flatMap(([wrapper, all]): readonly DefinedWrapper[] => {
    const parameters = wrapperParametersOf(all.filter((mapping) => isPossible(wrapper, mapping)));
    if (parameters.every((parameter) => parameter === "_")) return [];
    const exports = ways.flatMap(({ path, wrapper: other }) => (other === wrapper && path.length > 0 ? [path] : []));
    const { elsewhere, types } = destinationsOf(program, values, wrapper);
    for (const [type, ...members] of types) {
      exports.push(...exported.filter(({ name }) => name === type).map(({ name }) => [name, ...members]));
    }
    const handedTo = [...elsewhere, ...filledWith(fillings, wrapper)];
    if (exports.length + handedTo.length === 0) return [];
    const name = functionName(wrapper) ?? exports[0]?.at(-1) ?? "";
    const calls = [...new Set(all.flatMap((mapping) => mapping.calls ?? []))];
    return [
      {
        name,
        exports,
        parameters,
        names: parameters.map((_, index) => nameOf(parametersOf(wrapper)[index])),
        ...(calls.length > 0 && { calls }),
        ...(handedTo.length > 0 && { handedTo }),
      },
    ];
  });
  const filled = filledWith(fillings, undefined).map((handed): DefinedWrapper => ({
    name: handed.member.at(-1) ?? handed.path.at(-1) ?? "",
    exports: [],
    parameters: ["breadcrumb"],
    handedTo: [handed],
  }));
  return [...own, ...handedOut, ...filled];
}

/** The SDK's function where a file hands it out under a way that settings cannot name as a module's. */
function sdkFunction(path: readonly string[]): DefinedWrapper {
  return { name: path.at(-1) ?? "", exports: [path], parameters: ["breadcrumb"] };
}

/** The name of a parameter; `_` for a pattern. */
function nameOf(parameter: TSESTree.Parameter | undefined): string {
  if (parameter?.type === "AssignmentPattern") return nameOf(parameter.left);
  if (parameter?.type === "RestElement") return nameOf(parameter.argument as TSESTree.Parameter);
  return parameter?.type === "Identifier" ? parameter.name : "_";
}

/** Whether a parameter can be what it is passed on as: a text is no breadcrumb. */
function isPossible(wrapper: FunctionNode, { argument, path, field }: ArgumentMapping): boolean {
  const declared = parametersOf(wrapper)[argument];
  const type = declared && declaredTypeOf(declared)?.type;
  return field !== "breadcrumb" || path.length > 0 || type !== "TSStringKeyword";
}
