import type { TSESTree } from "@typescript-eslint/utils";
import type { Door, Sending, Setup, Value } from "../../../breadcrumb/index.ts";
import { LOG_METHODS } from "../../../sentry/levels.ts";
import { once } from "../../once.ts";
import { perFile } from "../../per-file.ts";
import { reachesSdk } from "../names/mentions.ts";
import type { JavaScriptProgram } from "../program.ts";
import { namesOf, wrapperParametersOf, type ArgumentMapping, type Recording } from "../recording/argument-map.ts";
import { createCallees } from "../recording/callees.ts";
import { namedWrappers } from "../recording/declared-wrappers.ts";
import { localWrappers, type LocalWrappers } from "../recording/found-wrappers.ts";
import { argumentsAt, givenValues, recordedAt } from "../recording/given-fields.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import { isAround, propertyName, type Node } from "../syntax/nodes.ts";
import { callsOf, nodesOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import { consoleCallsIn, consoleDoors } from "./console.ts";
import { certaintyOf, developmentOf } from "./development.ts";

/** The project's own loggers, which hand on what they are given to the console or to the SDK's logger. */
export interface OwnLoggers {
  /** The functions of the file that log, with what their parameters become. */
  readonly functions: LocalWrappers["functions"];
  /** What becomes of the arguments of a call of such a function, of the file or of the settings. */
  mappingsOf(call: TSESTree.CallExpression): readonly ArgumentMapping[];
}

const METHODS: ReadonlySet<string | undefined> = new Set(LOG_METHODS);

const ARGUMENT: Omit<ArgumentMapping, "argument" | "calls"> = {
  isRest: false,
  path: [],
  field: "data",
  below: ["arguments"],
  as: "value",
  except: [],
};

/** Finds the functions of a file that do nothing but log, whether or not anything is recorded where they are called. */
export const ownLoggersIn = perFile((program: JavaScriptProgram, values: ValueReader): OwnLoggers => {
  const calls = callsOf(program.sourceCode);
  const named = namedWrappers(program, values, true);
  const direct = new Map<TSESTree.CallExpression, readonly ArgumentMapping[]>();
  for (const call of calls) {
    const own = named.mappingsOf(call, true) ?? named.mappingsOf(call, false);
    if (own !== undefined) direct.set(call, recordedAt(values, call, own));
  }
  const isCertain = certaintyOf(program, values);
  const mayReach = reachesSdk(program, METHODS);
  const masking = once(() => nodesOf(program.sourceCode, isMasking), []);
  const logging = calls.flatMap((call): readonly Recording[] => {
    const around = functionAround(call);
    const mappings = around === undefined ? [] : (direct.get(call) ?? loggedBy(call));
    if (around === undefined || mappings.length === 0 || !isCertain(call)) return [];
    return masking().some((each) => isAround(around, each)) ? [] : [{ call, mappings }];
  });
  if (logging.length === 0) return { functions: new Map(), mappingsOf: (call) => direct.get(call) ?? [] };
  const callees = createCallees(program, values);
  const local = localWrappers({ program, reader: values, callees, named }, calls, logging, () => true);
  return {
    functions: new Map([...local.functions].map(([of, mappings]) => [of, mappings.map(asWritten)])),
    mappingsOf: (call) => direct.get(call) ?? local.recordedBy(call)?.map(asWritten) ?? [],
  };

  function loggedBy(call: TSESTree.CallExpression): readonly ArgumentMapping[] {
    const { method, skipped } = consoleCallsIn(program, values)(call) ?? {};
    if (method !== undefined) return argumentsOf(call, `console.${method}`, skipped);
    const path = mayReach(call.callee) ? values.sdkPath(call.callee) : undefined;
    const isLog = path?.length === 2 && path[0] === "logger" && METHODS.has(path[1]);
    return isLog ? argumentsOf(call, `Sentry.${path.join(".")}`) : [];
  }
});

/** Whether an expression takes something out of an object under a key that is not written: `copy[key] = "***"`. */
function isMasking(node: Node): node is TSESTree.AssignmentExpression | TSESTree.UnaryExpression {
  const target =
    node.type === "AssignmentExpression"
      ? node.left
      : node.type === "UnaryExpression" && node.operator === "delete"
        ? node.argument
        : undefined;
  return target?.type === "MemberExpression" && propertyName(target) === undefined;
}

function argumentsOf(
  { arguments: given }: TSESTree.CallExpression,
  called: string,
  skipped = 0,
): readonly ArgumentMapping[] {
  return given.slice(skipped).map((each, index) => {
    return { ...ARGUMENT, argument: index + skipped, isRest: each.type === "SpreadElement", calls: [called] };
  });
}

/** Parts of a text say of an object no more than that it is one. */
function asWritten<Mapping extends ArgumentMapping>(mapping: Mapping): Mapping {
  return mapping.as === "part" ? { ...mapping, field: "message", below: [] } : mapping;
}

const CONSOLE = "console.";

/** Recognises what an SDK records or sends of calls of the project's own loggers, for each door that one leads to. */
export function ownLoggerCalls(
  program: JavaScriptProgram,
  values: ValueReader,
  setups: readonly Setup[],
): (call: TSESTree.CallExpression) => readonly Pick<Sending, "arguments" | "door" | "parts">[] {
  const doorOf = consoleDoors(program, values, setups);
  const isOnlyForDevelopment = developmentOf(values);
  const isOfConsole = (called: string): boolean => called.startsWith(CONSOLE);

  return (call) => {
    const mappings = ownLoggersIn(program, values).mappingsOf(call);
    if (mappings.length === 0 || isOnlyForDevelopment(call)) return [];
    const reached = mappings.flatMap(({ calls = [] }) => calls).filter(isOfConsole);
    // Which of several methods is called is not known.
    const doors = new Set(reached.map((called) => doorOf(called.slice(CONSOLE.length))?.door));
    const [ofConsole] = doors.has(undefined) ? [] : doors;
    const sent = (door: Door, isMeant: (called: string) => boolean): Pick<Sending, "arguments" | "door" | "parts"> => {
      const own = mappings.filter(({ calls = [] }) => calls.some(isMeant));
      const argumentsOf = (of = call): readonly Value[] => argumentsAt(values, of);
      const parameters = wrapperParametersOf(own);
      const given = argumentsOf().map((value, index) => {
        return { value, becomes: parameters[index] ?? "_", names: namesOf(own, index) };
      });
      return { door, arguments: given, parts: givenValues(own, argumentsOf) };
    };
    return [
      ...(ofConsole === undefined ? [] : [sent(ofConsole, isOfConsole)]),
      sent("forwarded", (called) => !isOfConsole(called)),
    ].filter(({ parts }) => parts.length > 0);
  };
}
