import type { TSESTree } from "@typescript-eslint/utils";
import { resolve, textOf, type LogIntegration, type Value } from "../../../breadcrumb/index.ts";
import { CONSOLE_METHODS } from "../../../sentry/console.ts";
import {
  LOG_INTEGRATION_MAKERS,
  LOG_INTEGRATIONS,
  LOGGER_METHODS,
  NARROWING_OPTIONS,
} from "../../../sentry/log-integrations.ts";
import type { DoorCall } from "../../door-calls.ts";
import { perFile } from "../../per-file.ts";
import { reaches } from "../names/mentions.ts";
import type { JavaScriptProgram } from "../program.ts";
import { isCallOrNew, memberPath, propertyName } from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import { developmentOf } from "./development.ts";
import { isOpenIn } from "./recorded.ts";

/** A logger of another file, by what it is called, where the settings say what writes the project's logs. */
const LOGGER_NAME = /^(?:log|logger|\w+Logger)$/u;
const OF_PROJECT = /^(?:\.{1,2}\/|[@~#$]\/|src\/)/u;

const NONE: ReadonlySet<string> = new Set();

const MAKERS: ReadonlySet<string | undefined> = new Set(LOG_INTEGRATION_MAKERS.keys());

/** Further than this a logger is not made of others. */
const MAX_CHILDREN = 5;

/** What sends the logs of a file to Sentry: what the file sets up, and what the settings say. */
export const logIntegrationsIn = perFile(
  (program: JavaScriptProgram, values: ValueReader): ReadonlySet<LogIntegration> => {
    const { integrations } = program.settings;
    const own = logsSetUpIn(program, values).integrations;
    return new Set(
      LOG_INTEGRATIONS.filter((each) => {
        const to = integrations[each];
        return to === undefined ? own.has(each) : isOpenIn(program, to);
      }),
    );
  },
);

/** The methods of the console of whose calls in a file an SDK makes events. */
export function capturedMethodsIn(program: JavaScriptProgram, values: ValueReader): ReadonlySet<string> {
  if (!logIntegrationsIn(program, values).has("consoleEvents")) return NONE;
  const { integrations, levels } = program.settings;
  if (integrations.consoleEvents === undefined) return logsSetUpIn(program, values).captured;
  return levels.consoleEvents === undefined ? CONSOLE_METHODS : new Set(levels.consoleEvents);
}

/** What a file sets up of these integrations, and the methods of the console that become events by all that it says. */
interface LogsSetUp {
  readonly integrations: ReadonlySet<LogIntegration>;
  readonly captured: ReadonlySet<string>;
}

/** What a file sets up; what leaves some logs out is not counted. */
export const logsSetUpIn = perFile((program: JavaScriptProgram, values: ValueReader): LogsSetUp => {
  const mayReach = reaches(program, MAKERS);
  const integrations = new Set<LogIntegration>();
  let captured: ReadonlySet<string> = CONSOLE_METHODS;
  for (const call of nodesOf(program.sourceCode, isCallOrNew)) {
    const path = mayReach(call.callee) ? values.sdkPath(call.callee) : undefined;
    const integration = LOG_INTEGRATION_MAKERS.get(path?.at(-1));
    if (integration === "consoleEvents") {
      const methods = capturedBy(values, call.arguments[0]);
      captured = new Set([...captured].filter((each) => methods.has(each)));
    }
    if (integration !== undefined && (integration === "consoleEvents" || !call.arguments.some(isNarrowing)))
      integrations.add(integration);
  }
  if (captured.size === 0) integrations.delete("consoleEvents");
  return { integrations, captured };
});

/** The methods of the console that `captureConsoleIntegration({ levels })` certainly captures. */
function capturedBy(values: ValueReader, options: TSESTree.CallExpressionArgument | undefined): ReadonlySet<string> {
  if (options === undefined) return CONSOLE_METHODS;
  const record = resolve(values.valueOf(options));
  if (record.kind !== "record" || !record.complete) return NONE;
  const levels = record.fields.findLast(({ name }) => name === "levels");
  if (levels === undefined) return CONSOLE_METHODS;
  const list = resolve(levels.value);
  const named = list.kind === "list" ? list.items.map(textOf) : [];
  return new Set([...CONSOLE_METHODS].filter((method) => named.includes(method)));
}

function isNarrowing(argument: TSESTree.CallExpressionArgument): boolean {
  if (argument.type !== "ObjectExpression") return argument.type === "SpreadElement";
  return argument.properties.some((each) => each.type !== "Property" || NARROWING_OPTIONS.has(propertyName(each)));
}

/** Recognises calls of pino's and winston's loggers whose logs the SDK sends. */
export function libraryLogs(
  program: JavaScriptProgram,
  values: ValueReader,
): (call: TSESTree.CallExpression) => DoorCall | undefined {
  const open = logIntegrationsIn(program, values);
  const isOnlyForDevelopment = developmentOf(values);

  /** The library whose logger a value is. */
  function libraryOf(value: Value, steps = 0): string | undefined {
    if (value.kind === "name") {
      const { module, name } = value.binding?.import ?? {};
      const isNamed =
        module !== undefined &&
        OF_PROJECT.test(module) &&
        LOGGER_NAME.test(name === "default" ? value.name : (name ?? ""));
      const said = (["pino", "winston"] as const).filter(
        (each) => program.settings.integrations[each] !== undefined && open.has(each),
      );
      return isNamed && said.length === 1 ? said[0] : undefined;
    }
    if (value.kind !== "call" || steps > MAX_CHILDREN) return undefined;
    const { callee } = value;
    // `logger.child({ … })`
    if (callee.kind === "member" && callee.name === "child") return ofEach(callee.object, steps + 1);
    const node = values.nodeOf(callee);
    return node && values.referentsOf(node).map((referent) => values.sdk.moduleOf(referent))[0];
  }

  function ofEach(value: Value, steps: number): string | undefined {
    return values.referents.of(value).map((referent) => libraryOf(referent.value, steps))[0];
  }

  return (call) => {
    if (open.size === 0) return undefined;
    const method = memberPath(call.callee).path.at(-1);
    const possible = (["pino", "winston"] as const).filter(
      (each) => open.has(each) && LOGGER_METHODS[each].has(method),
    );
    if (possible.length === 0 || call.callee.type !== "MemberExpression") return undefined;
    const library = ofEach(values.valueOf(call.callee.object), 0);
    if (!possible.some((each) => each === library) || isOnlyForDevelopment(call)) return undefined;
    const isLevelled = library === "winston" && method === "log";
    return {
      door: "forwarded",
      parts: call.arguments.map((_, index) => (isLevelled && index === 0 ? "_" : "arguments")),
    };
  };
}
