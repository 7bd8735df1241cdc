import type { TSESTree } from "@typescript-eslint/utils";
import type { HookRecording } from "../../../breadcrumb/index.ts";
import { CONSOLE_METHODS } from "../../../sentry/console.ts";
import { remember } from "../../remember.ts";
import { runAround } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { RecognisedCall } from "../recording/calls.ts";
import { consoleMethodOf, isRecordedRequest } from "../surroundings/integrations.ts";
import { isFunction, lastName, type FunctionNode } from "../syntax/nodes.ts";
import { callsOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import { createLeavings, isAlwaysReached } from "./always-reached.ts";
import { calledFunction } from "./hook-functions.ts";

/** What runs a function that it is handed once the hook is left: the SDK then records the console again. */
const DEFERS: ReadonlySet<string | undefined> = new Set([
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "nextTick"],
  ...["requestAnimationFrame", "requestIdleCallback", "then", "catch", "finally"],
]);

type CallsByFunction = ReadonlyMap<Node | undefined, readonly TSESTree.CallExpression[]>;

function byFunction(calls: readonly TSESTree.CallExpression[]): CallsByFunction {
  const groups = new Map<Node | undefined, TSESTree.CallExpression[]>();
  for (const call of calls) remember(groups, runAround(call), () => []).push(call);
  return groups;
}

/**
 * Finds in hooks the calls by which another breadcrumb is recorded by way of the hook on every run of it: by
 * themselves, by the SDK that records requests and the console, or in the function of the file that they call. A
 * condition may tell the second breadcrumb from the first, and so end what would not end.
 */
export function createHookRecordings(
  program: JavaScriptProgram,
  recordings: readonly RecognisedCall[],
  values: ValueReader,
): (hook: FunctionNode) => readonly HookRecording[] {
  const all = callsOf(program.sourceCode);
  const calls = byFunction(all);
  const passing = recordings.filter(({ entry }) => entry !== "scope").map(({ call }) => call);
  const requests = all.filter((call) => isRecordedRequest(program, values, call));
  const recorded = byFunction([...passing, ...requests]);
  const leaving = createLeavings(program);

  /** The calls of a function that record, each time that it runs, save those in a function that they call. */
  const recordingIn = (node: FunctionNode): readonly TSESTree.CallExpression[] =>
    (recorded.get(node) ?? []).filter((call) => isAlwaysReached(leaving, call, node));

  function recordingsOf(node: FunctionNode, hook: FunctionNode): readonly TSESTree.CallExpression[] {
    const own = recordingIn(node);
    return (calls.get(node) ?? []).flatMap((call) => {
      if (!isAlwaysReached(leaving, call, node)) return [];
      const called = calledFunction(values, call);
      if (called === hook) return [];
      if (called === undefined ? own.includes(call) : recordingIn(called).length > 0) return [call];
      return DEFERS.has(lastName(call.callee))
        ? call.arguments.filter((argument) => isFunction(argument)).flatMap(recordingsLater)
        : [];
    });

    function recordingsLater(later: FunctionNode): readonly TSESTree.CallExpression[] {
      const said = (calls.get(later) ?? []).filter((call) => CONSOLE_METHODS.has(consoleMethodOf(program, call) ?? ""));
      return [...said.filter((call) => isAlwaysReached(leaving, call, later)), ...recordingsOf(later, hook)];
    }
  }

  return (hook) =>
    recordingsOf(hook, hook).map(({ callee }) => ({
      range: callee.range,
      source: program.sourceCode.getText(callee),
      effect: "recursion",
    }));
}
