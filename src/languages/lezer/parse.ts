import type { PartialParse, Tree } from "@lezer/common";
import type { LezerParser } from "./grammar.ts";

/**
 * How many steps the parser may spend on recovering from errors before the rest of the text is left unread. A
 * step costs some 20 to 40 µs, a file of real code needs a few hundred of them, so only a large file that is
 * of no such language at all (a binary, another language) reaches this. Counting steps, not time, keeps results
 * reproducible.
 */
const MAX_RECOVERY_STEPS = 20_000;

/**
 * Parses a text. Never throws: what is not of the language becomes error nodes, and a text that is nested too deeply
 * for the parser is read as an empty one. The time is linear to the text, and bounded for text that is mostly errors.
 */
export function parseText(parser: LezerParser, text: string): Tree {
  const parse = parser.startParse(text);
  let recoverySteps = 0;
  try {
    for (;;) {
      const tree = parse.advance();
      if (tree !== null) return tree;
      if (isRecovering(parse) && ++recoverySteps === MAX_RECOVERY_STEPS) parse.stopAt(parse.parsedPos);
    }
  } catch (error) {
    // Lezer builds its tree by recursion, which some ten thousand levels exhaust.
    if (error instanceof RangeError) return parser.parse("");
    throw error;
  }
}

/** Lezer's LR parser keeps count of the steps since an error in a field that its types do not mention. */
function isRecovering(parse: PartialParse & { readonly recovering?: unknown }): boolean {
  return typeof parse.recovering === "number" && parse.recovering > 0;
}
