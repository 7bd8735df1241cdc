import type { Setup } from "../../../breadcrumb/index.ts";
import { reachesSdk } from "../names/mentions.ts";
import type { JavaScriptProgram } from "../program.ts";
import { parentOf } from "../syntax/nodes.ts";
import { statementOf } from "../syntax/statements.ts";
import { callsOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";

const INIT: ReadonlySet<string | undefined> = new Set(["init"]);

/** The calls of a file that set an SDK up: `Sentry.init(…)`. */
export function setupsOf(program: JavaScriptProgram, values: ValueReader): readonly Setup[] {
  const mayReach = reachesSdk(program, INIT);
  return callsOf(program.sourceCode).flatMap((call) => {
    const path = mayReach(call.callee) ? values.sdkPath(call.callee) : undefined;
    if (path?.length !== 1 || path[0] !== "init") return [];
    const [options] = call.arguments;
    const modules = values.referentsOf(call.callee).map((referent) => values.sdk.moduleOf(referent));
    return [
      {
        range: call.range,
        options: options && values.valueOf(options),
        sdk: modules.find((module) => module !== undefined),
        isOnLoad: parentOf(statementOf(call) ?? call)?.type === "Program",
      },
    ];
  });
}
