import type { TSESTree } from "@typescript-eslint/utils";
import {
  resolve,
  textOf,
  type ExportedLogger,
  type LogIntegration,
  type LogLibrary,
  type RecordValue,
  type Value,
} from "../../../breadcrumb/index.ts";
import { LEVELS_BY_DOOR } from "../../../sentry/doors.ts";
import {
  LOG_INTEGRATION_MAKERS,
  LOG_INTEGRATIONS,
  LOG_LIBRARIES,
  LOGGER_METHODS,
  LOGGER_PACKAGES,
  type LogIntegrationMaker,
} from "../../../sentry/log-integrations.ts";
import { matchesPattern } from "../../../sentry/patterns.ts";
import type { DoorCall } from "../../door-calls.ts";
import { perFile } from "../../per-file.ts";
import { isOfProject } from "../names/module-paths.ts";
import { reachesSdk } from "../names/mentions.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isCallOrNew, memberPath } from "../syntax/nodes.ts";
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

const ALL_LEVELS: Readonly<Record<LogIntegration, ReadonlySet<string>>> = {
  consoleEvents: new Set(LEVELS_BY_DOOR.consoleEvents),
  consoleLogs: new Set(LEVELS_BY_DOOR.consoleLogs),
  pino: new Set(LEVELS_BY_DOOR.pino),
  winston: new Set(LEVELS_BY_DOOR.winston),
};

const MAKERS: ReadonlySet<string | undefined> = new Set(LOG_INTEGRATION_MAKERS.keys());

/** Further than this a logger is not made of others. */
const MAX_CHILDREN = 5;

/**
 * What sends the logs of a file to Sentry, by what the file sets up and what the settings say, with the levels, or
 * methods of the console, of the logs that are sent.
 */
export const sentLevelsIn = perFile((program: JavaScriptProgram, values: ValueReader): SentLevels => {
  const { integrations, levels } = program.settings;
  const own = logsSetUpIn(program, values);
  return new Map(
    LOG_INTEGRATIONS.flatMap((each) => {
      const to = integrations[each];
      if (to === undefined ? !own.has(each) : !isOpenIn(program, to)) return [];
      const said = to === undefined ? undefined : levels[each];
      return [[each, said ? new Set(said) : (own.get(each) ?? ALL_LEVELS[each])]];
    }),
  );
});

type SentLevels = ReadonlyMap<LogIntegration, ReadonlySet<string>>;

/** What a file sets up, with the levels of the logs that certainly are sent. */
export const logsSetUpIn = perFile((program: JavaScriptProgram, values: ValueReader): SentLevels => {
  const mayReach = reachesSdk(program, MAKERS);
  const sent = new Map<LogIntegration, ReadonlySet<string>>();
  for (const call of nodesOf(program.sourceCode, isCallOrNew)) {
    const path = mayReach(call.callee) ? values.sdkPath(call.callee) : undefined;
    const maker = LOG_INTEGRATION_MAKERS.get(path?.at(-1));
    if (maker === undefined) continue;
    const { integration } = maker;
    const levels = levelsSentBy(values, call.arguments, maker);
    const before = sent.get(integration) ?? ALL_LEVELS[integration];
    sent.set(integration, new Set([...before].filter((level) => levels.has(level))));
  }
  return new Map([...sent].filter(([, { size }]) => size > 0));
});

/** The levels of the logs that an integration certainly sends, by its options. */
function levelsSentBy(
  values: ValueReader,
  given: readonly TSESTree.CallExpressionArgument[],
  { integration, options, levels: path }: LogIntegrationMaker,
): ReadonlySet<string> {
  if (given.slice(0, options + 1).some(({ type }) => type === "SpreadElement")) return NONE;
  const argument = given[options];
  let value = argument && values.valueOf(argument);
  for (const name of path) {
    const record = value && resolve(value);
    if (record === undefined) break;
    if (record.kind !== "record" || !record.complete || isOtherwise(record)) return NONE;
    value = record.fields.findLast((field) => field.name === name)?.value;
  }
  if (value === undefined) return ALL_LEVELS[integration];
  const list = resolve(value);
  const named = list.kind === "list" ? list.items.map(textOf) : [];
  return new Set([...ALL_LEVELS[integration]].filter((level) => named.includes(level)));
}

/** Whether options say which loggers are meant, or give levels other names. */
function isOtherwise({ fields }: RecordValue): boolean {
  const names = new Set(fields.map(({ name }) => name));
  return names.has("autoInstrument") || (names.has("customLevelMap") && names.has("levels"));
}

/** Recognises calls of pino's and winston's loggers whose logs the SDK sends. */
export function libraryLogs(
  program: JavaScriptProgram,
  values: ValueReader,
): (call: TSESTree.CallExpression) => DoorCall | undefined {
  const open = sentLevelsIn(program, values);
  const isOnlyForDevelopment = developmentOf(values);
  const loggers = new LoggerReader(program, values, open);
  return (call) => {
    if (open.size === 0 || call.callee.type !== "MemberExpression") return undefined;
    const method = memberPath(call.callee).path.at(-1);
    const possible = LOG_LIBRARIES.filter((each) => open.has(each) && LOGGER_METHODS[each].has(method));
    if (possible.length === 0) return undefined;
    const { library, isOfNest } = loggers.loggerAt(values.valueOf(call.callee.object)) ?? {};
    if (library === undefined || !possible.includes(library) || isOnlyForDevelopment(call)) return undefined;
    const isLevelled = library === "winston" && method === "log" && isOfNest !== true;
    const [first] = isLevelled ? call.arguments : [];
    const entry = first && resolve(values.valueOf(first));
    const level = isLevelled ? levelGiven(entry) : LOGGER_METHODS[library].get(method);
    const sent = open.get(library);
    if (sent !== undefined && sent.size < ALL_LEVELS[library].size && (level === undefined || !sent.has(level)))
      return undefined;
    return {
      door: "forwarded",
      parts: call.arguments.map((_, index) =>
        isLevelled && index === 0 && entry?.kind !== "record" ? "_" : "arguments",
      ),
    };
  };
}

/**
 * What the SDK takes for the level of winston's `log("warning", …)` and `log({ level: "warning", … })`; undefined where
 * the source does not tell.
 */
function levelGiven(entry: Value | undefined): string | undefined {
  const level = entry?.kind === "record" ? entry.fields.findLast(({ name }) => name === "level")?.value : entry;
  return LOGGER_METHODS.winston.get(level && textOf(level));
}

/** The loggers among the exports of a file, and the functions that return one. */
export function exportedLoggers(
  program: JavaScriptProgram,
  values: ValueReader,
  exported: readonly { readonly name: string; readonly value: Node }[],
): readonly ExportedLogger[] {
  if (!NAMES_LIBRARY.test(program.sourceCode.text)) return [];
  const loggers = new LoggerReader(program, values, new Map());
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
  readonly #open: SentLevels;

  /** @param open what is set up, by which imported loggers are told. */
  constructor(program: JavaScriptProgram, values: ValueReader, open: SentLevels) {
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
