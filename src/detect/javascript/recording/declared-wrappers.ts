import type { TSESTree } from "@typescript-eslint/utils";
import type { WrapperParameter } from "../../../breadcrumb/index.ts";
import { matchesPattern } from "../../../sentry/patterns.ts";
import type { WrapperSetting } from "../../../settings.ts";
import { originOf } from "../names/module-links.ts";
import type { Passing } from "./argument-map.ts";
import type { JavaScriptProgram } from "../program.ts";
import { memberPath, type Node } from "../syntax/nodes.ts";

/** The wrappers that the project's settings name. */
export interface NamedWrappers {
  /**
   * What the arguments of a call become, if it calls one of them.
   * @param withModule whether to look among those that the settings name with a module, or among the others.
   */
  passingsOf(call: TSESTree.CallExpression, withModule: boolean): readonly Passing[] | undefined;
  /** Whether a function of the file has the name of one of them. */
  has(name: string | undefined): boolean;
}

export function namedWrappers(program: JavaScriptProgram): NamedWrappers {
  const wrappers = program.settings.wrappers.map((setting) => ({
    setting,
    segments: setting.name.split("."),
    passings: setting.parameters.flatMap(passingsOfParameter),
  }));
  return {
    passingsOf({ callee }, withModule) {
      if (wrappers.length === 0) return undefined;
      const { root, path } = memberPath(callee);
      return wrappers.find(
        ({ setting, segments }) =>
          (setting.from !== undefined) === withModule && isCalledBy(program, root, path, setting, segments),
      )?.passings;
    },
    has: (name) => wrappers.some(({ segments }) => segments.at(-1) === name),
  };
}

function isCalledBy(
  program: JavaScriptProgram,
  root: Node,
  path: readonly string[],
  { from, name }: WrapperSetting,
  segments: readonly string[],
): boolean {
  if (segments.length > 1) {
    const written = root.type === "Identifier" ? root.name : root.type === "ThisExpression" ? "this" : "";
    const tail = [written, ...path].slice(-segments.length);
    const isWritten = segments.every((segment, index) => segment === tail[index]);
    if (isWritten) return from === undefined || comesFrom(program, from, root, path);
    return from !== undefined && isExport(program, from, root, path, segments);
  }
  if (root.type !== "Identifier" || path.length > 1 || (path.length === 1 && path[0] !== name)) return false;
  const variable = program.scopes.variableOf(root);
  const imported = variable && program.scopes.importOf(variable);
  if (path.length === 1) return imported?.name === "*" && (from === undefined || isOneOf(from, imported.module));
  if (imported === undefined) return root.name === name && (from === undefined || comesFrom(program, from, root, path));
  if (from !== undefined && !isOneOf(from, imported.module)) return false;
  const isWholeModule = imported.name === "default" || imported.name === "*";
  return imported.name === name || (root.name === name && (isWholeModule || from === undefined));
}

/**
 * Whether a function is what a module has under a name and a member of it, whatever the file calls it. Between the two
 * there may be what hands it out: `Log.getInstance().info` is `Log.info` to settings.
 */
function isExport(
  program: JavaScriptProgram,
  from: readonly string[],
  root: Node,
  path: readonly string[],
  segments: readonly string[],
): boolean {
  if (path.length > 0 && path.at(-1) !== segments.at(-1)) return false;
  const origin = originOf(program, root, path);
  if (origin === undefined || !isOneOf(from, origin.module)) return false;
  if (segments.length > 2) return segments.join() === origin.path.join();
  return origin.path.length > 1 && origin.path[0] === segments[0] && origin.path.at(-1) === segments[1];
}

function comesFrom(program: JavaScriptProgram, from: readonly string[], root: Node, path: readonly string[]): boolean {
  const module = originOf(program, root, path)?.module;
  return module !== undefined && isOneOf(from, module);
}

function isOneOf(modules: readonly string[], module: string): boolean {
  return modules.some((pattern) => matchesPattern(pattern, module));
}

function passingsOfParameter(parameter: WrapperParameter, argument: number): readonly Passing[] {
  if (typeof parameter === "object") {
    return Object.entries(parameter).map(([property, field]) => ({ argument, property, field, except: [] }));
  }
  return parameter === "_" ? [] : [{ argument, property: undefined, field: parameter, except: [] }];
}
