import type { TSESTree } from "@typescript-eslint/utils";
import {
  resolve,
  textOf,
  type ExportedLogger,
  type LogIntegration,
  type LogLibrary,
  type Value,
} from "../../../breadcrumb/index.ts";
import { CONSOLE_METHODS } from "../../../sentry/console.ts";
import {
  LOG_INTEGRATION_MAKERS,
  LOG_INTEGRATIONS,
  LOG_LIBRARIES,
  LOGGER_METHODS,
  LOGGER_PACKAGES,
  NARROWING_OPTIONS,
} from "../../../sentry/log-integrations.ts";
import { matchesPattern } from "../../../sentry/patterns.ts";
import type { DoorCall } from "../../door-calls.ts";
import { perFile } from "../../per-file.ts";
import { isOfProject } from "../names/module-paths.ts";
import { reachesSdk } from "../names/mentions.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isCallOrNew, memberPath, propertyName } from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import type { Referent } from "../values/recognition.ts";
import { developmentOf } from "./development.ts";
import { isOpenIn } from "./recorded.ts";

/** A logger of another file, by what it is called, where the settings say what writes the project's logs. */
const LOGGER_NAME = /^(?:log|logger|\w+Logger)$/u;

/** Where Nest's `Logger` comes from, which writes with the library that an application gives it. */
const NEST = "@nestjs/common";

const NAMES_LIBRARY = new RegExp(`["'](?:${[...LOGGER_PACKAGES.keys()].join("|")})["']`, "u");

/** A name of a module. */
interface ImportedName {
  readonly module: string;
  readonly name: string;
}

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
  const mayReach = reachesSdk(program, MAKERS);
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
  const loggers = new LoggerReader(program, values, open);
  return (call) => {
    if (open.size === 0 || call.callee.type !== "MemberExpression") return undefined;
    const method = memberPath(call.callee).path.at(-1);
    const possible = LOG_LIBRARIES.filter((each) => open.has(each) && LOGGER_METHODS[each].has(method));
    if (possible.length === 0) return undefined;
    const { library, isOfNest } = loggers.loggerAt(values.valueOf(call.callee.object)) ?? {};
    if (!possible.some((each) => each === library) || isOnlyForDevelopment(call)) return undefined;
    const isLevelled = library === "winston" && method === "log" && isOfNest !== true;
    return {
      door: "forwarded",
      parts: call.arguments.map((_, index) => (isLevelled && index === 0 ? "_" : "arguments")),
    };
  };
}

/** The loggers among the exports of a file, and the functions that return one. */
export function exportedLoggers(
  program: JavaScriptProgram,
  values: ValueReader,
  exported: readonly { readonly name: string; readonly value: Node }[],
): readonly ExportedLogger[] {
  if (!NAMES_LIBRARY.test(program.sourceCode.text)) return [];
  const loggers = new LoggerReader(program, values, new Set());
  return exported.flatMap(({ name, value }) => {
    const library = loggers.loggerOf(values.valueOf(value))?.library;
    return library === undefined ? [] : [{ name, library }];
  });
}

/** A logger, and whether it is Nest's, whose `log` takes no level. */
interface Logger {
  readonly library: LogLibrary;
  readonly isOfNest: boolean;
}

/** Tells what is a logger of which library. */
class LoggerReader {
  readonly #program: JavaScriptProgram;
  readonly #values: ValueReader;
  readonly #open: ReadonlySet<LogIntegration>;

  /** @param open what is set up, by which imported loggers are told. */
  constructor(program: JavaScriptProgram, values: ValueReader, open: ReadonlySet<LogIntegration>) {
    this.#program = program;
    this.#values = values;
    this.#open = open;
  }

  /** The logger that a value is, or that a function returns. */
  loggerOf(value: Value): Logger | undefined {
    const [own] = this.#values.referents.of(value);
    const returned = own?.path.length === 0 && own.value.kind === "function" ? own.value.returns : undefined;
    return this.loggerAt(returned ?? value);
  }

  loggerAt(value: Value, steps = 0): Logger | undefined {
    return this.#values.referents.of(value).map((referent) => this.#read(referent, steps))[0];
  }

  #read(referent: Referent, steps: number): Logger | undefined {
    const { value, path } = referent;
    const typed = this.#ofPackage(importedType(this.#program, this.#values.referents.typeOf(referent)));
    if (typed !== undefined || steps > MAX_CHILDREN) return typed;
    const imported = this.#importOf(referent);
    if (imported !== undefined) return this.#ofImport(imported, value.kind === "name" ? value.name : imported.name);
    if (value.kind !== "call" || path.length > 0) return undefined;
    const { callee } = value;
    // `logger.child({ … })`
    if (callee.kind === "member" && callee.name === "child") return this.loggerAt(callee.object, steps + 1);
    const [maker] = this.#values.referents.of(callee);
    const origin = maker && this.#importOf(maker);
    return this.#ofPackage(origin) ?? (origin && this.#ofImport(origin, ""));
  }

  /** The module that something is imported or required from, and its name there. */
  #importOf(referent: Referent): ImportedName | undefined {
    const module = this.#values.sdk.moduleOf(referent);
    if (module === undefined) return undefined;
    const { value, path } = referent;
    const name = value.kind === "name" ? (value.binding?.import?.name ?? "*") : "*";
    return { module, name: name === "*" ? (path[0] ?? name) : name };
  }

  /** What is imported from a package that has loggers. */
  #ofPackage(imported: ImportedName | undefined): Logger | undefined {
    const library = LOGGER_PACKAGES.get(imported?.module);
    if (library !== undefined) return { library, isOfNest: imported?.module === "nestjs-pino" };
    return this.#declared(imported);
  }

  #declared(imported: ImportedName | undefined): Logger | undefined {
    const { loggers } = this.#program.settings;
    if (imported === undefined || loggers === undefined) return undefined;
    const { module, name } = imported;
    const library = LOG_LIBRARIES.find((each) =>
      loggers[each]?.some(
        ({ name: known, from }) => known === name && from.some((pattern) => matchesPattern(pattern, module)),
      ),
    );
    return library && { library, isOfNest: module === NEST };
  }

  /** A logger of another file: one that the settings name; where they name none, by what it is called. */
  #ofImport(imported: ImportedName, local: string): Logger | undefined {
    const { integrations, loggers } = this.#program.settings;
    if (loggers !== undefined) return this.#declared(imported);
    const { module, name } = imported;
    if (!isOfProject(module) || !LOGGER_NAME.test(name === "default" ? local : name)) return undefined;
    const [library, ...others] = LOG_LIBRARIES.filter(
      (each) => integrations[each] !== undefined && this.#open.has(each),
    );
    return library === undefined || others.length > 0 ? undefined : { library, isOfNest: false };
  }
}

/** What a type is imported as: `Logger` of `winston.Logger` as the module itself. */
function importedType({ scopes }: JavaScriptProgram, type: TSESTree.TypeNode | undefined): ImportedName | undefined {
  let name = type?.type === "TSTypeReference" ? type.typeName : undefined;
  while (name?.type === "TSQualifiedName") name = name.left;
  const variable = name?.type === "Identifier" ? scopes.variableOf(name) : undefined;
  return variable && scopes.importOf(variable);
}
