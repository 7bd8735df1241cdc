import type { Place } from "../../breadcrumb/index.ts";
import { CallPlace } from "../call-place.ts";
import { captureBefore } from "./surroundings/captures.ts";
import type { JavaScriptProgram, Node } from "./program.ts";
import { integrationsIn, recordersBeside } from "./surroundings/integrations.ts";
import type { RecognisedCall } from "./recording/calls.ts";
import { repetitionOf } from "./surroundings/repetition.ts";
import { removeStatement } from "./edits/statement-edits.ts";
import { functionName, runAround } from "./syntax/enclosing-function.ts";
import { isFunction, parentOf } from "./syntax/nodes.ts";
import type { ValueReader } from "./values/reader.ts";
import { statementOf } from "./syntax/statements.ts";

/** Where a call stands. */
export function callPlaceOf(
  program: JavaScriptProgram,
  { call, entry, forwards }: Pick<RecognisedCall, "call" | "entry" | "forwards">,
  values: ValueReader,
): Place {
  const around = runAround(call);
  const place = {
    function: around && { name: isFunction(around) ? functionName(around) : undefined, range: around.range },
    statement: isOwnStatement(call),
    forwards,
  };
  return new CallPlace(place, {
    captureBefore: () => captureBefore(program, values, call),
    repetition: () => repetitionOf(program, call, entry, values),
    integrations: () => integrationsIn(program, values),
    recorders: () => recordersBeside(program, values, call),
    removal: () => {
      const statement = statementOf(call);
      return statement && removeStatement(program, statement);
    },
  });
}

/** Nothing uses what the call yields, so that another statement may stand in its place. */
function isOwnStatement(call: Node): boolean {
  let node = parentOf(call);
  while (node?.type === "ChainExpression" || node?.type === "AwaitExpression") node = parentOf(node);
  return node?.type === "ExpressionStatement";
}
