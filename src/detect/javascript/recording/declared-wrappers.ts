import type { TSESTree } from "@typescript-eslint/utils";
import {
  resolve,
  type Value,
  type ChoiceValue,
  type ListValue,
  type OperationValue,
  type RecordValue,
  type SingleValue,
  type TemplateValue,
} from "../../../breadcrumb/index.ts";
import { matchesPattern } from "../../../sentry/patterns.ts";
import type { WrapperSetting } from "../../../settings.ts";
import { reaches } from "../names/mentions.ts";
import { RESULT } from "../names/module-paths.ts";
import { isOfAnother, originsOf } from "../names/module-links.ts";
import { FRAMEWORK_MODULES } from "../names/virtual-modules.ts";
import type { JavaScriptProgram } from "../program.ts";
import { memberPath, type Node } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import { mappingsOf, type ArgumentMapping } from "./argument-map.ts";

/** The wrappers that the project's settings name. */
export interface NamedWrappers {
  /**
   * What the arguments of a call become, if it calls one of them.
   * @param withModule whether to look among those that the settings name with a module, or among the others.
   */
  mappingsOf(call: { readonly callee: Node }, withModule: boolean): readonly ArgumentMapping[] | undefined;
  /** Whether a function of the file has the name of one of them. */
  has(name: string | undefined): boolean;
}

/** @param isLogging whether to take those that log to the console or by the SDK's logger, or those that record. */
export function namedWrappers(program: JavaScriptProgram, reader: ValueReader, isLogging = false): NamedWrappers {
  const { scopes, settings } = program;
  const meant = settings.wrappers.filter(({ calls }) => (calls !== undefined) === isLogging);
  const wrappers = meant.map((setting) => ({
    setting,
    segments: setting.name.split("."),
    mappings: mappingsOf(setting),
  }));
  const names = wrappers.map(({ segments }) => segments.at(-1));
  // What stands under these is called by another name.
  const isHidden = names.some((name) => name === undefined || name === "default" || isHiddenName(name));
  const mayReach = isHidden ? () => true : reaches(program, new Set(names));

  function isCalledBy(callee: Node, setting: WrapperSetting, segments: readonly string[]): boolean {
    if (setting.export !== undefined && !isOfExport(callee, setting)) return false;
    if (segments.length > 1 || isCallSegment(setting.name)) return isMethod(callee, setting, segments);
    // A name of the file may stand for the function.
    const held = reader.nodeOf(resolve(reader.valueOf(callee)));
    return isFunction(callee, setting) || (held !== undefined && held !== callee && isFunction(held, setting));
  }

  /** A file may import one export of a module under the name of another. */
  function isOfExport(callee: Node, { from = [], export: exported }: WrapperSetting): boolean {
    return originsOf(program, callee).some(({ module, path }) => isOneOf(from, module) && path[0] === exported);
  }

  function isMethod(callee: Node, { from }: WrapperSetting, segments: readonly string[]): boolean {
    const value = reader.valueOf(callee);
    const follow = segments.some(isCallSegment);
    const isWritten = (each: Value): boolean => {
      const tail = writtenPath(each, follow).slice(-segments.length);
      return segments.every((segment, index) => segment === tail[index]);
    };
    if (isWritten(value) || isWritten(resolve(value))) return isFrom(callee, from);
    return from !== undefined && isExport(callee, from, segments);
  }

  function isFunction(callee: Node, setting: WrapperSetting): boolean {
    const { root, path } = memberPath(callee);
    if (path.length > 1 || (path.length === 1 && path[0] !== setting.name)) return false;
    if (root.type === "Identifier") return isNamed(callee, root, path.length === 1, setting);
    const module = path.length === 1 ? scopes.moduleLoadedBy(root) : undefined;
    return module !== undefined && (setting.from === undefined || isOneOf(setting.from, module));
  }

  function isNamed(
    callee: Node,
    root: TSESTree.Identifier,
    isMember: boolean,
    { from, name }: WrapperSetting,
  ): boolean {
    const variable = scopes.variableOf(root);
    const imported = variable && scopes.importOf(variable);
    if (isMember) return imported?.name === "*" && (from === undefined || isOneOf(from, imported.module));
    // What lies below the function is another thing.
    if (imported === undefined) return root.name === name && isFrom(callee, from, name);
    if (from !== undefined && !isOneOf(from, imported.module)) return false;
    const isWholeModule = imported.name === "default" || imported.name === "*";
    return imported.name === name || (root.name === name && (isWholeModule || from === undefined));
  }

  /**
   * Whether a function is what a module has under a name and a member of it, whatever the file calls it. Between the
   * two there may be what hands it out: `Log.getInstance().info` is `Log.info` to settings.
   */
  function isExport(callee: Node, from: readonly string[], segments: readonly string[]): boolean {
    const { path } = memberPath(callee);
    const last = segments.at(-1) ?? "";
    const isResult = isCallSegment(last);
    if (path.length > 0 && path.at(-1) !== last) return false;
    return originsOf(program, callee).some((origin) => {
      if (!isOneOf(from, origin.module)) return false;
      // What others put into a framework's application stands beside much that is its own.
      if (segments.length > 2 || FRAMEWORK_MODULES.has(origin.module)) return segments.join() === origin.path.join();
      if (isResult) return origin.path.join(".") === `${segments.join(".").slice(0, -RESULT.length)}.${RESULT}`;
      if (origin.path.length < 2 || isOfAnother(origin.path, path)) return false;
      return origin.path[0] === segments[0] && origin.path.at(-1) === segments[1];
    });
  }

  /** @param above what leads to the callee must not go through. */
  function isFrom(callee: Node, from: readonly string[] | undefined, above?: string): boolean {
    if (from === undefined) return true;
    return originsOf(program, callee).some(
      ({ module, path }) => isOneOf(from, module) && (above === undefined || !path.slice(0, -1).includes(above)),
    );
  }

  return {
    mappingsOf({ callee }, withModule) {
      const candidates = wrappers.filter(({ setting }) => (setting.from !== undefined) === withModule);
      if (candidates.length === 0 || !mayReach(callee)) return undefined;
      return candidates.find(({ setting, segments }) => isCalledBy(callee, setting, segments))?.mappings;
    },
    has: (name) => names.includes(name),
  };
}

/**
 * The names that an expression is written as: `["this", "logger", "crumb"]`, `["getReporter()", "crumb"]`. What has no
 * name is an empty text.
 * @param follow whether a variable is told by what it holds.
 */
function writtenPath(value: Value, follow: boolean): readonly string[] {
  switch (value.kind) {
    case "name":
      return follow && value.definition !== undefined ? writtenPath(value.definition, follow) : [value.name];
    case "member":
      return [...writtenPath(value.object, follow), value.name ?? ""];
    case "call": {
      const callee = value.construct ? [] : writtenPath(value.callee, false);
      const last = callee.at(-1) ?? "";
      return [...callee.slice(0, -1), last === "" ? "" : `${last}()`];
    }
    default:
      value satisfies SingleValue | TemplateValue | RecordValue | ListValue | ChoiceValue | OperationValue;
      return [""];
  }
}

function isCallSegment(segment: string): boolean {
  return segment.endsWith(RESULT);
}

/** Whether a name is none that a file calls something by: what a call yields, an item of a list. */
function isHiddenName(segment: string): boolean {
  return isCallSegment(segment) || /^\d+$/u.test(segment);
}

function isOneOf(modules: readonly string[], module: string): boolean {
  return modules.some((pattern) => matchesPattern(pattern, module));
}
