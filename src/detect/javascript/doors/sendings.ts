import type { TSESTree } from "@typescript-eslint/utils";
import {
  fieldFor,
  resolve,
  type AutomaticBreadcrumb,
  type Place,
  type Sending,
  type Setup,
  type Value,
} from "../../../breadcrumb/index.ts";
import { partsOf, type DoorCall } from "../../door-calls.ts";
import { createWriter } from "../edits/writer.ts";
import { reachesSdk } from "../names/mentions.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { SdkCalls } from "../recording/sdk-calls.ts";
import { memberPath, propertyName, withoutTypes } from "../syntax/nodes.ts";
import { callsOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import { CALLS_OF_SCOPE, CALLS_OF_SDK, CALLS_OF_SPAN, DOOR_NAMES, LOG_CALL, NO_LOG } from "./calls.ts";
import { addressCalls } from "./addresses.ts";
import { consoleCalls, recordedOfConsole } from "./console.ts";
import { libraryLogs } from "./log-integrations.ts";
import { ownLoggerCalls } from "./own-loggers.ts";

/** Packages below the SDKs, whose `logger` writes what the SDK says of itself to the console. */
const INTERNAL: ReadonlySet<string | undefined> = new Set(["@sentry/core", "@sentry/utils"]);

/** The data that a file sends to Sentry besides the breadcrumbs that it records by hand. */
export function sendingsOf(
  program: JavaScriptProgram,
  values: ValueReader,
  sdkCalls: SdkCalls,
  setups: readonly Setup[],
  placeOf: (call: TSESTree.CallExpression) => Place,
): readonly Sending[] {
  const mayReach = reachesSdk(program, DOOR_NAMES);
  const ofAddress = addressCalls(program, values, setups);
  const ofConsole = consoleCalls(program, values, setups);
  const ofOwnLogger = ownLoggerCalls(program, values, setups);
  const ofLibrary = libraryLogs(program, values);

  function doorOf(call: TSESTree.CallExpression): DoorCall | undefined {
    const recorded = ofConsole(call) ?? ofLibrary(call);
    if (recorded !== undefined || !program.mayUseSdk) return recorded;
    const { root, path } = memberPath(call.callee);
    const owner = path.at(-2) ?? (root.type === "Identifier" ? root.name : undefined);
    if (!mayReach(call.callee) && owner !== "logger") return undefined;
    const sdkPath = values.sdkPath(call.callee);
    if (sdkPath !== undefined) return isInternal(call.callee) ? undefined : doorOfPath(sdkPath);
    const method = path.at(-1);
    if (method === undefined) return undefined;
    const kind = sdkCalls.ownerOf(call.callee) ?? (isOfClient(call.callee) ? "client" : undefined);
    if (kind === undefined) return undefined;
    return (kind === "span" ? CALLS_OF_SPAN : CALLS_OF_SCOPE).get(method);
  }

  /** `Sentry.getClient()?.captureMessage` */
  function isOfClient(callee: Node): boolean {
    return values.referentsOf(callee).some(({ value, path }) => {
      const getter = path.length === 1 && value.kind === "call" ? values.nodeOf(value.callee) : undefined;
      return getter !== undefined && values.sdkPath(getter)?.join() === "getClient";
    });
  }

  /** Whether a function comes from a package that has a logger for the SDK itself under the same name. */
  function isInternal(callee: Node): boolean {
    return values.referentsOf(callee).some((referent) => INTERNAL.has(values.sdk.moduleOf(referent)));
  }

  /** The arguments of a call, up to the first that is spread. */
  function givenTo({ arguments: given }: TSESTree.CallExpression): readonly Value[] {
    const spread = given.findIndex(({ type }) => type === "SpreadElement");
    const readable = spread === -1 ? given : given.slice(0, spread);
    return readable.map((argument) => values.valueOf(argument));
  }

  function sentBy(call: TSESTree.CallExpression): readonly Sent[] {
    const setup = setups.find(({ range }) => range === call.range);
    if (setup !== undefined) return [initialScopeOf(setup)].filter((each) => each !== undefined);
    const door = doorOf(call);
    if (door !== undefined) return [{ ...door, parts: partsOf(door, givenTo(call)) }];
    const logged = ofOwnLogger(call);
    return logged.length > 0 ? logged : [ofAddress(call)].filter((each) => each !== undefined);
  }

  return callsOf(program.sourceCode).flatMap((call) => {
    const sent = sentBy(call);
    if (sent.length === 0) return [];
    const callee = withoutTypes(call.callee);
    const named = callee.type === "MemberExpression" ? callee.property : callee;
    const common = {
      callee: {
        range: call.callee.range,
        source: program.sourceCode.getText(call.callee),
        name: nameOf(callee) ?? program.sourceCode.getText(named),
        nameRange: named.range,
      },
      write: createWriter(program, values, call),
    };
    return sent.map(({ arguments: given, door, parts, isRecorded = false }) => ({
      door,
      arguments: given,
      parts,
      ...common,
      range: call.range,
      get breadcrumb(): AutomaticBreadcrumb | undefined {
        if (!isRecorded) return undefined;
        const recorded = recordedOfConsole(program, call, parts);
        return { door: "console", ...common, ...recorded, place: placeOf(call) };
      },
    }));
  });
}

/** What a call sends through one door. */
type Sent = Pick<Sending, "arguments" | "door" | "parts"> & Pick<DoorCall, "isRecorded">;

/** `Sentry.init({ initialScope: { tags } })` */
function initialScopeOf({ options }: Setup): Pick<Sending, "door" | "parts"> | undefined {
  const record = options && resolve(options);
  const field = record?.kind === "record" ? record.fields.find(({ name }) => name === "initialScope") : undefined;
  return field && { door: "context", parts: [fieldFor("initialScope", field.value)] };
}

/** The name of a method, in quotes or not. */
function nameOf(callee: Node): string | undefined {
  return callee.type === "MemberExpression" ? propertyName(callee) : undefined;
}

function doorOfPath(path: readonly string[]): DoorCall | undefined {
  const [first, second, ...deeper] = path;
  if (first === "logger" && second !== undefined && deeper.length === 0) {
    return NO_LOG.has(second) ? undefined : LOG_CALL;
  }
  return CALLS_OF_SDK.get(path.join("."));
}
