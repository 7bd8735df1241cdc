import type { Hook, HookRecording } from "../../../breadcrumb/index.ts";
import { descendantsOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import type { Recording } from "../recording/argument-map.ts";
import type { SdkCalls } from "../recording/sdk-calls.ts";
import { installsLayer, isRecordedMacro } from "../surroundings/integrations.ts";
import {
  accessOf,
  argumentsOf,
  bodyOf,
  calleeOf,
  firstOf,
  functionAround,
  itemName,
  lastOf,
  plainName,
} from "../syntax/nodes.ts";
import type { CollectedNodes } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";

/** The option of the SDK that holds the hook, a field of `ClientOptions` and a method that sets it. */
const OPTION = "before_breadcrumb";

/**
 * The functions of a file that the SDK calls while it holds the lock of a hub, with the calls in them that wait for
 * that lock, in themselves or in a function of the file: `before_breadcrumb`, and closures that make the breadcrumb
 * (sentry-rust, `sentry-core/src/hub.rs`). The compiler sees to what they return.
 * @param recordings the calls that record by the SDK's own means.
 */
export function hooksOf(
  program: RustProgram,
  reader: ValueReader,
  found: CollectedNodes,
  sdkCalls: SdkCalls,
  recordings: readonly Pick<Recording, "call" | "entry">[],
): readonly Hook[] {
  const { textOf } = program;
  const locked = new Map<RustNode, HookRecording["effect"]>();
  for (const { call, entry } of recordings) {
    const [given] = entry === "wrapper" ? [] : argumentsOf(call);
    for (const closure of given === undefined ? [] : reader.functionsOf(given)) locked.set(closure, "closure");
  }
  for (const value of hookValues()) for (const hook of reader.functionsOf(value)) locked.set(hook, "deadlock");
  if (locked.size === 0) return [];

  const hasLayer = installsLayer(program, found.calls);
  const waiting = [...found.calls, ...found.macros].filter(
    (call) => sdkCalls.isLocking(call) || (hasLayer && isRecordedMacro(program, call)),
  );
  const waitingItems = new Set(
    waiting
      .map((call) => ({ call, around: functionAround(call) }))
      .flatMap(({ call, around }) =>
        around?.type === "FunctionItem" && isAlwaysReached(call, around) ? [around] : [],
      ),
  );
  const indirect = found.calls.filter((call) => {
    const around = functionAround(call);
    const isInside = around !== undefined && locked.has(around) && accessOf(calleeOf(call)) === undefined;
    return isInside && reader.functionsOf(calleeOf(call)).some((called) => waitingItems.has(called));
  });
  const within = new Map<RustNode, Set<RustNode>>();
  for (const call of [...waiting, ...indirect].sort((one, other) => one.range[0] - other.range[0])) {
    const around = functionAround(call);
    if (around !== undefined && locked.has(around)) within.set(around, (within.get(around) ?? new Set()).add(call));
  }
  return [...within].map(([hook, calls]) => ({
    name: headOf(hook),
    parameter: undefined,
    async: undefined,
    outcomes: [],
    isGenerator: false,
    hints: [],
    recordings: [...calls].map((call) => recordingOf(call, locked.get(hook) ?? "deadlock")),
  }));

  /** The value of the option: from its method, a struct literal, or an assignment to the field. */
  function hookValues(): readonly RustNode[] {
    if (!program.sourceCode.text.includes(OPTION)) return [];
    const isOption = (name: RustNode | undefined): boolean => name !== undefined && plainName(textOf(name)) === OPTION;
    const byMethod = found.calls.filter((call) => isOption(accessOf(calleeOf(call))?.name)).flatMap(argumentsOf);
    const byField = found.writes.filter((write) => isOption(accessOf(firstOf(write))?.name ?? firstOf(write)));
    return [...byMethod, ...byField.map(lastOf)];
  }

  function headOf(hook: RustNode): Hook["name"] {
    const name = (hook.type === "FunctionItem" ? itemName(hook) : undefined) ?? hook;
    return { range: name.range, source: textOf(name) };
  }

  function recordingOf(call: RustNode, effect: HookRecording["effect"]): HookRecording {
    const callee = calleeOf(call);
    return { range: callee.range, source: `${textOf(callee)}${call.type === "MacroInvocation" ? "!" : ""}`, effect };
  }
}

/** Whether a function comes to a call of its own each time that it runs. */
function isAlwaysReached(call: RustNode, around: RustNode): boolean {
  const body = bodyOf(around);
  const statement = body?.children.find((each) => each === call || each === call.parent);
  if (body === undefined || statement === undefined) return false;
  const before = body.children.slice(0, body.children.indexOf(statement));
  return before.every((node) => ![...descendantsOf(node)].some(({ type }) => LEAVING.has(type)));
}

const LEAVING: ReadonlySet<string> = new Set(["ReturnExpression", "TryExpression"]);
