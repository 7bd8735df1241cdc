import type { TSESTree } from "@typescript-eslint/utils";
import type { Entry } from "../../../breadcrumb/index.ts";
import type { ValueReader } from "../values/reader.ts";
import { createCallees } from "./callees.ts";
import type { SdkCalls, SdkEntry } from "./sdk-calls.ts";
import { recordedAt } from "./given-fields.ts";
import { namedWrappers } from "./declared-wrappers.ts";
import { WHOLE_BREADCRUMB, type Recording } from "./argument-map.ts";
import type { JavaScriptProgram } from "../program.ts";
import type { FunctionNode } from "../syntax/nodes.ts";
import { callsOf } from "../syntax/walk.ts";
import { localWrappers, type LocalWrappers } from "./found-wrappers.ts";

/** A call of a file that records a breadcrumb, by the SDK's own means or by a wrapper. */
export interface RecognisedCall extends Recording {
  readonly entry: Entry;
  /** The level for the SDK's own functions; undefined for wrappers. */
  readonly sdkEntry: SdkEntry | undefined;
  /** The wrapper of the file that it calls. */
  readonly wrapper?: FunctionNode | undefined;
  /** Whether it passes on what the function around it was given, or what it is given to a wrapper that it hands out. */
  readonly forwards: boolean;
}

/** The calls and functions that record in a file. */
export interface Recordings {
  /** Every call that records a breadcrumb, in the order of the source. */
  readonly calls: readonly RecognisedCall[];
  /** The functions of the file that pass what they are given on to one. */
  readonly wrappers: LocalWrappers["functions"];
}

export const NO_RECORDINGS: Recordings = { calls: [], wrappers: new Map() };

/** Finds what records the breadcrumbs of a file. */
export function recordingsOf(program: JavaScriptProgram, reader: ValueReader, sdkCalls: SdkCalls): Recordings {
  const calls = callsOf(program.sourceCode);
  const named = namedWrappers(program, reader);
  const direct = new Map<TSESTree.CallExpression, Omit<RecognisedCall, "forwards">>();
  for (const call of calls) {
    // A module that re-exports an SDK may have functions of its own under the SDK's names.
    const own = named.mappingsOf(call, true);
    const sdkEntry = own === undefined ? sdkCalls.entryOf(call) : undefined;
    const all =
      own ?? (sdkEntry === undefined ? named.mappingsOf(call, false) : (sdkEntry.mappings ?? WHOLE_BREADCRUMB));
    const mappings = all && recordedAt(reader, call, all);
    if (mappings !== undefined && (mappings.length > 0 || all?.length === 0))
      direct.set(call, { call, mappings, entry: sdkEntry?.entry ?? "wrapper", sdkEntry });
  }
  const callees = createCallees(program, reader);
  for (const call of calls.filter((each) => !direct.has(each))) {
    const [mappings] = callees
      .keptAt(call)
      .flatMap((callee) => [named.mappingsOf({ callee }, true) ?? named.mappingsOf({ callee }, false) ?? []])
      .filter((all) => all.length > 0);
    if (mappings !== undefined) direct.set(call, { call, mappings, entry: "wrapper", sdkEntry: undefined });
  }
  const local = localWrappers({ program, reader, callees, named }, calls, [...direct.values()]);
  const wrapperAt = (call: TSESTree.CallExpression): FunctionNode | undefined => {
    if (local.functions.size === 0) return undefined;
    return callees.calledBy(call).find((called) => local.functions.has(called.function))?.function;
  };
  const found = calls.flatMap((call) => {
    const recording = direct.get(call);
    if (recording !== undefined) return [{ ...recording, wrapper: wrapperAt(call), forwards: local.forwards(call) }];
    const recorded = local.recordedBy(call);
    const mappings = recorded ?? local.handedOutBy(call);
    if (mappings === undefined) return [];
    const forwards = recorded === undefined || local.forwards(call);
    return [{ call, mappings, entry: "wrapper" as const, sdkEntry: undefined, wrapper: wrapperAt(call), forwards }];
  });
  return { calls: found, wrappers: local.functions };
}
