import type { Hook, HookRecording } from "../../../breadcrumb/index.ts";
import { descendantsOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { accessOf, bodyOf, callAround, calleeOf, functionAround, itemName, plainName } from "../syntax/nodes.ts";
import type { Found } from "../syntax/walk.ts";

/** The option of the SDK that holds the hook, a field of `ClientOptions` and a method that sets it. */
const OPTION = "before_breadcrumb";

/** What a hook is wrapped in on its way: `Some(Arc::new(|crumb| …))`. */
const WRAPPING = /^(?:Some|(?:(?:std|alloc)::)?(?:sync::|rc::|boxed::)?(?:Arc|Rc|Box)::(?:new|from))$/u;

/** Wrappers within one another; nobody writes more. */
const MAX_STEPS = 10;

/**
 * The `before_breadcrumb` hooks of a file that record breadcrumbs, themselves or by a function of the file. The
 * compiler sees to what a hook returns. The SDK calls it while it holds the lock of the hub that the breadcrumb is
 * recorded on, and a second breadcrumb waits for that lock (sentry-rust, `sentry-core/src/hub.rs`, `hub_impl.rs`).
 * @param recordings the calls of the SDK's own `add_breadcrumb`.
 */
export function hooksOf(program: RustProgram, found: Found, recordings: readonly RustNode[]): readonly Hook[] {
  const textOf = (node: RustNode): string => program.textOf(node);
  if (!program.sourceCode.text.includes(OPTION)) return [];
  const known = new Map<RustNode, boolean>();
  const isHook = (node: RustNode): boolean => {
    let answer = known.get(node);
    if (answer === undefined) {
      answer = usesOf(node).some((use) => isGivenAsHook(use, textOf));
      known.set(node, answer);
    }
    return answer;
  };

  const within = new Map<RustNode, Set<RustNode>>();
  const add = (hook: RustNode, call: RustNode): void => {
    within.set(hook, (within.get(hook) ?? new Set()).add(call));
  };
  for (const call of recordings) {
    const around = functionAround(call);
    if (around !== undefined && isHook(around)) add(around, call);
    else if (around?.type === "FunctionItem" && isAlwaysReached(call, around)) {
      for (const use of usesOf(around)) {
        const caller = use.parent;
        if (caller?.type !== "CallExpression") continue;
        const hook = functionAround(caller);
        if (hook !== undefined && isHook(hook)) add(hook, caller);
      }
    }
  }
  return [...within].map(([hook, calls]) => ({
    name: headOf(hook),
    parameter: undefined,
    async: undefined,
    outcomes: [],
    recordings: [...calls].map(recordingOf),
  }));

  /** Where a function is used: a closure where it stands, an item where it is named. */
  function usesOf(node: RustNode): readonly RustNode[] {
    if (node.type === "ClosureExpression") return [node];
    const name = itemName(node);
    const uses = name === undefined ? [] : (found.identifiers.get(plainName(textOf(name))) ?? []);
    return uses.filter((use) => program.names.resolve(use).item === node);
  }

  function headOf(hook: RustNode): Hook["name"] {
    const name = (hook.type === "FunctionItem" ? itemName(hook) : undefined) ?? hook;
    return { range: name.range, source: textOf(name) };
  }

  function recordingOf(call: RustNode): HookRecording {
    const callee = calleeOf(call);
    return { range: callee.range, source: textOf(callee), effect: "deadlock" };
  }
}

/** `.before_breadcrumb(hook)`, `before_breadcrumb: Some(Arc::new(hook))` */
function isGivenAsHook(hook: RustNode, textOf: (node: RustNode) => string): boolean {
  let node = hook;
  for (let step = 0; step < MAX_STEPS; step++) {
    const around = node.parent;
    if (around?.type === "FieldInitializer") return around.children.some((child) => textOf(child) === OPTION);
    const call = callAround(node);
    if (call === undefined) return false;
    const callee = calleeOf(call);
    const access = accessOf(callee);
    if (access !== undefined) return textOf(access.name) === OPTION;
    if (!WRAPPING.test(textOf(callee))) return false;
    node = call;
  }
  return false;
}

/** Whether a function comes to a call of its own each time that it runs. */
function isAlwaysReached(call: RustNode, around: RustNode): boolean {
  const statement = call.parent;
  const body = bodyOf(around);
  if (statement === undefined || body === undefined || statement.parent !== body) return false;
  const before = body.children.slice(0, body.children.indexOf(statement));
  return before.every((node) => ![...descendantsOf(node)].some(({ type }) => LEAVING.has(type)));
}

const LEAVING: ReadonlySet<string> = new Set(["ReturnExpression", "TryExpression"]);
