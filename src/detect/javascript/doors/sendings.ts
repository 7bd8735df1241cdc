import type { TSESTree } from "@typescript-eslint/utils";
import { textOf, type Field, type RecordValue, type Sending, type Value } from "../../../breadcrumb/index.ts";
import { createWriter } from "../edits/writer.ts";
import { reaches } from "../names/mentions.ts";
import type { JavaScriptProgram } from "../program.ts";
import { createEntries } from "../recording/sdk-calls.ts";
import { integrationsIn } from "../surroundings/integrations.ts";
import { memberPath, withoutTypes } from "../syntax/nodes.ts";
import { callsOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import {
  CALLS_OF_SCOPE,
  CALLS_OF_SDK,
  CALLS_OF_SPAN,
  CONSOLE_METHODS,
  DOOR_NAMES,
  LOG_CALL,
  NO_LOG,
  type DoorCall,
} from "./calls.ts";
import { isOnlyForDevelopment } from "./development.ts";

/** What a file hands to Sentry beside the breadcrumbs that it records by hand. */
export function sendingsOf(program: JavaScriptProgram, values: ValueReader): readonly Sending[] {
  const entries = createEntries(program, values);
  const mayReach = reaches(program, DOOR_NAMES);

  function doorOf(call: TSESTree.CallExpression): DoorCall | undefined {
    const recorded = consoleOf(call);
    if (recorded !== undefined) return recorded;
    const { root, path } = memberPath(call.callee);
    const owner = path.at(-2) ?? (root.type === "Identifier" ? root.name : undefined);
    if (!mayReach(call.callee) && owner !== "logger") return undefined;
    const sdkPath = values.sdkPath(call.callee);
    if (sdkPath !== undefined) return doorOfPath(sdkPath);
    const method = path.at(-1);
    if (method === undefined) return undefined;
    const kind = entries.ownerOf(call.callee);
    if (kind === undefined) return undefined;
    return (kind === "span" ? CALLS_OF_SPAN : CALLS_OF_SCOPE).get(method);
  }

  /** `console.info(…)`, where an SDK records it. */
  function consoleOf(call: TSESTree.CallExpression): DoorCall | undefined {
    const { root, path } = memberPath(call.callee);
    if (root.type !== "Identifier" || root.name !== "console" || path.length !== 1) return undefined;
    if (!CONSOLE_METHODS.has(path[0]) || !program.scopes.isGlobal(root)) return undefined;
    if (!integrationsIn(program, values).has("console") || isOnlyForDevelopment(program, call)) return undefined;
    return { door: "console", parts: call.arguments.map(() => "arguments") };
  }

  /** The arguments of a call, up to the first that is spread. */
  function partsOf({ arguments: given }: TSESTree.CallExpression, { parts }: DoorCall): readonly Field[] {
    const spread = given.findIndex(({ type }) => type === "SpreadElement");
    const readable = spread === -1 ? given : given.slice(0, spread);
    return readable.flatMap((argument, index) => {
      const name = parts[index];
      if (name === undefined || name === "_" || name === "key") return [];
      const value = values.valueOf(argument);
      const key = parts[index - 1] === "key" ? readable[index - 1] : undefined;
      return [part(name, key === undefined ? value : keyed(values.valueOf(key), value))];
    });
  }

  return callsOf(program.sourceCode).flatMap((call) => {
    const door = doorOf(call);
    if (door === undefined) return [];
    const callee = withoutTypes(call.callee);
    const named = callee.type === "MemberExpression" ? callee.property : callee;
    return [
      {
        door: door.door,
        range: call.range,
        callee: {
          range: call.callee.range,
          source: program.sourceCode.getText(call.callee),
          name: program.sourceCode.getText(named),
          nameRange: named.range,
        },
        parts: partsOf(call, door),
        write: createWriter(program, values, call),
      },
    ];
  });
}

function doorOfPath(path: readonly string[]): DoorCall | undefined {
  const [first, second, ...deeper] = path;
  if (first === "logger" && second !== undefined && deeper.length === 0) {
    return NO_LOG.has(second) ? undefined : LOG_CALL;
  }
  return CALLS_OF_SDK.get(path.join("."));
}

function part(name: string, value: Value): Field {
  return { name, value, range: value.range, keyRange: undefined, removal: undefined };
}

/** `setTag("email", email)` says of its second argument what `{ email }` says. */
function keyed(key: Value, value: Value): RecordValue {
  const field: Field = {
    name: textOf(key),
    value,
    range: value.range,
    keyRange: key.range,
    removal: undefined,
    computedKey: textOf(key) === undefined ? key : undefined,
  };
  const { range, source } = value;
  return { kind: "record", range, source, fields: [field], spreads: [], complete: true };
}
