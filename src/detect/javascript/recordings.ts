import type { TSESTree } from "@typescript-eslint/utils";
import type { Entry } from "../../breadcrumb/index.ts";
import { createEntries } from "./entries.ts";
import type { JavaScriptProgram } from "./program.ts";
import { callsOf } from "./walk.ts";
import { localWrappers, namedWrappers, WHOLE_BREADCRUMB, type Recording } from "./wrappers.ts";

/** A call of a file that records a breadcrumb, by the SDK's own means or by a wrapper. */
export interface RecognisedCall extends Recording {
  readonly entry: Entry;
  /** Whether it passes on what the function around it was given. */
  readonly forwards: boolean;
}

/** Every call of a file that records a breadcrumb, in the order of the source. */
export function recordingsOf(program: JavaScriptProgram): readonly RecognisedCall[] {
  const calls = callsOf(program.sourceCode);
  const entries = createEntries(program);
  const named = namedWrappers(program);
  const direct = new Map<TSESTree.CallExpression, Recording & { readonly entry: Entry }>();
  for (const call of calls) {
    const entry = entries.entryOf(call);
    const passings = entry === undefined ? named.passingsOf(call) : WHOLE_BREADCRUMB;
    if (passings !== undefined) direct.set(call, { call, passings, entry: entry ?? "wrapper" });
  }
  const local = localWrappers(program, [...direct.values()], named);
  return calls.flatMap((call) => {
    const recording = direct.get(call);
    if (recording !== undefined) return [{ ...recording, forwards: local.forwards(call) }];
    const passings = local.passingsOf(call);
    return passings === undefined ? [] : [{ call, passings, entry: "wrapper" as const, forwards: false }];
  });
}
