import type { Place } from "../../breadcrumb/index.ts";
import { closest, hasToken } from "../../languages/rust/queries.ts";
import type { RustNode } from "../../languages/rust/syntax-tree.ts";
import { CallPlace } from "../call-place.ts";
import { captureBefore } from "./surroundings/captures.ts";
import { functionName } from "./syntax/enclosing-function.ts";
import { functionAround } from "./syntax/nodes.ts";
import type { RustProgram } from "./program.ts";
import { integrationsOf, recordersBeside } from "./surroundings/integrations.ts";
import { repetitionOf } from "./surroundings/repetition.ts";
import { removeStatement } from "./edits/statement-edits.ts";
import { statementOf } from "./syntax/statements.ts";
import type { ValueReader } from "./values/reader.ts";
import type { Recording } from "./recording/argument-map.ts";

/**
 * Where a call stands.
 * @param captures finds the captures of the file.
 */
export function callPlaceOf(
  program: RustProgram,
  reader: ValueReader,
  { call, entry, forwards }: Pick<Recording, "call" | "entry" | "forwards">,
  captures: () => readonly RustNode[],
): Place {
  // Half-typed, a block has no end, and what comes after it seems to stand in it.
  const isGuess = closest(call, "FunctionItem")?.hasError === true;
  const around = functionAround(call);
  const place = {
    function: around && { name: functionName(around, program.textOf), range: around.range },
    statement: call.parent?.type === "ExpressionStatement" && hasToken(call.parent, ";"),
    forwards,
  };
  return new CallPlace(place, {
    captureBefore: () => (isGuess ? undefined : captureBefore(program, call, captures())),
    repetition: () => (isGuess ? undefined : repetitionOf(program, call, entry)),
    integrations: () => integrationsOf(program),
    recorders: () => (isGuess ? [] : recordersBeside(program, call, (node) => reader.valueOf(node))),
    removal: () => {
      const statement = statementOf(call);
      return statement && removeStatement(program, statement);
    },
  });
}
