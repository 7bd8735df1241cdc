import { alternatives, matches, type Entry, type Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { accessOf, callAround, calleeOf, isTypePath, parametersOf, plainName } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";

/** An object of the SDK that records breadcrumbs by a method. */
type Handle = "scope" | "hub";

/** Tells which calls record a breadcrumb by the SDK's own means. */
export interface SdkCalls {
  /** How a call reaches Sentry; undefined when it does not, or the file does not tell. */
  entryOf(call: RustNode): Exclude<Entry, "wrapper"> | undefined;
  /** The function of the SDK, or the method of one of its hubs, that a call calls: `capture_message`. */
  calledBy(call: RustNode): string | undefined;
  /** The same, or the method of one of its scopes: `set_user`. */
  methodOf(call: RustNode): string | undefined;
  /**
   * Whether a call waits for the lock of a hub: `capture_message(…)`, `Hub::current().client()`, `logger_info!(…)`
   * (sentry-rust, `sentry-core/src/hub.rs`, `hub_impl.rs`, `logger.rs`).
   */
  isLocking(call: RustNode): boolean;
}

/** Functions and methods that hand a scope to the closure that they are given. */
const SCOPE_CALLBACKS: ReadonlySet<string> = new Set(["configure_scope", "with_scope"]);

/** The same for a hub. */
const HUB_CALLBACKS: ReadonlySet<string> = new Set(["with", "with_active"]);

/** Methods that hand on the hub or scope that they belong to, beside those that hand on any value. */
const LOCKING: ReadonlySet<string> = new Set(["lock", "read", "write", "upgrade"]);

/** Functions of the SDK that ask the current hub for its client or scope. */
const LOCKING_CALLS: ReadonlySet<string | undefined> = new Set([
  "add_breadcrumb",
  "capture_anyhow",
  "capture_error",
  "capture_event",
  "capture_message",
  "configure_scope",
  "end_session",
  "start_session",
  "start_transaction",
  "with_scope",
]);

/** Methods that only make another reference to a hub. */
const SHARING: ReadonlySet<string> = new Set(["as_ref", "borrow", "clone"]);

/** Recognises the SDK's function, hubs and scopes in one file. */
export function createSdkCalls({ names, textOf }: RustProgram, reader: ValueReader): SdkCalls {
  function entryOf(call: RustNode): Exclude<Entry, "wrapper"> | undefined {
    const callee = calleeOf(call);
    const access = accessOf(callee);
    if (access === undefined)
      return pathsOf(callee).some((path) => path.join() === "add_breadcrumb") ? "sdk" : undefined;
    return plainName(textOf(access.name)) === "add_breadcrumb" ? handleOf(access.object) : undefined;
  }

  function isLocking(call: RustNode): boolean {
    const callee = calleeOf(call);
    if (call.type === "MacroInvocation") return matches(names.sdkPath(callee)?.at(-1), /^logger_\w+$/u);
    const access = accessOf(callee);
    const name = calledBy(call);
    return name !== undefined && (access === undefined ? LOCKING_CALLS.has(name) : !SHARING.has(name));
  }

  function calledBy(call: RustNode): string | undefined {
    const callee = calleeOf(call);
    const access = accessOf(callee);
    if (access !== undefined) return handleOf(access.object) === "hub" ? plainName(textOf(access.name)) : undefined;
    const names = pathsOf(callee).map((path) => path.at(-1));
    return names.find((name) => name !== undefined);
  }

  function methodOf(call: RustNode): string | undefined {
    const access = accessOf(calleeOf(call));
    if (access === undefined) return calledBy(call);
    return handleOf(access.object) === undefined ? undefined : plainName(textOf(access.name));
  }

  /** The SDK functions that a callee may be. */
  function pathsOf(callee: RustNode): readonly (readonly string[])[] {
    return alternatives(reader.valueOf(callee)).flatMap(({ is }) => {
      const path = is.kind === "name" || is.kind === "member" ? is.sdk : undefined;
      return path === undefined ? [] : [path];
    });
  }

  function handleOf(node: RustNode): Handle | undefined {
    const type = reader.typeNodeOf(node);
    if (type !== undefined) return handleOfType(type);
    return alternatives(reader.valueOf(node))
      .map(({ is }) => handleOfValue(is))
      .find((handle) => handle !== undefined);
  }

  function handleOfValue(value: Value): Handle | undefined {
    const node = reader.nodeOf(value);
    const type = node && reader.typeNodeOf(node);
    if (type !== undefined) return handleOfType(type);
    if (value.kind === "name") {
      const source = reader.variableOf(value)?.source;
      return source?.kind === "parameter" ? handleOfCallback(source.function) : undefined;
    }
    if (value.kind !== "call" || value.callee.kind !== "member") return undefined;
    // `Hub::current()`, `Hub::main()`, `Hub::new_from_top(…)`
    const { sdk, name = "", object } = value.callee;
    if (sdk?.length === 2 && sdk[0] === "Hub") return "hub";
    const locked = LOCKING.has(name) ? reader.nodeOf(object) : undefined;
    return locked && handleOf(locked);
  }

  /** The argument that the SDK's function passes to a closure. */
  function handleOfCallback(closure: RustNode): Handle | undefined {
    const call = callAround(closure);
    if (call === undefined || parametersOf(closure).length !== 1) return undefined;
    const callee = calleeOf(call);
    const access = accessOf(callee);
    if (access !== undefined) {
      const isScope = SCOPE_CALLBACKS.has(plainName(textOf(access.name))) && handleOf(access.object) === "hub";
      return isScope ? "scope" : undefined;
    }
    const [sdk] = pathsOf(callee);
    const name = sdk?.at(-1) ?? "";
    if (sdk?.length === 1 && SCOPE_CALLBACKS.has(name)) return "scope";
    return sdk?.length === 2 && sdk[0] === "Hub" && HUB_CALLBACKS.has(name) ? "hub" : undefined;
  }

  function handleOfType(type: RustNode): Handle | undefined {
    const inner = reader.types.inner(type);
    const sdk = isTypePath(inner) ? names.sdkPath(inner) : undefined;
    if (sdk?.length !== 1) return undefined;
    return sdk[0] === "Hub" ? "hub" : sdk[0] === "Scope" ? "scope" : undefined;
  }

  return { entryOf, calledBy, methodOf, isLocking };
}
