import type { Place, Value } from "../../breadcrumb/index.ts";
import { CallPlace } from "../call-place.ts";
import { captureBefore } from "./surroundings/captures.ts";
import { placeOf } from "./syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "./program.ts";
import { integrationsIn, recordersBeside } from "./surroundings/integrations.ts";
import type { RecognisedCall } from "./recording/calls.ts";
import { repetitionOf } from "./surroundings/repetition.ts";
import { removeStatement, statementOf } from "./syntax/statements.ts";

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
