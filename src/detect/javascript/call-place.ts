import type { Place, Value } from "../../breadcrumb/index.ts";
import { CallPlace } from "../call-place.ts";
import { captureBefore } from "./captures.ts";
import { placeOf } from "./place.ts";
import type { JavaScriptProgram, Node } from "./program.ts";
import { integrationsIn, recordersBeside } from "./recorders.ts";
import type { RecognisedCall } from "./recordings.ts";
import { repetitionOf } from "./repetition.ts";
import { removeStatement, statementOf } from "./statements.ts";

/**
 * Where a call stands.
 * @param valueOf reads an expression.
 */
export function callPlaceOf(
  program: JavaScriptProgram,
  { call, entry, forwards }: RecognisedCall,
  valueOf: (node: Node) => Value,
): Place {
  return new CallPlace(placeOf(call, forwards), {
    captureBefore: () => captureBefore(program, call),
    repetition: () => repetitionOf(program, call, entry, valueOf),
    integrations: () => integrationsIn(program),
    recorders: () => recordersBeside(program, call, valueOf),
    removal: () => {
      const statement = statementOf(call);
      return statement && removeStatement(program, statement);
    },
  });
}
