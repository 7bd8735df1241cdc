import fc, { type Arbitrary } from "fast-check";
import { describe, test, vi } from "vitest";
import { rustPrograms, scripts } from "./grammar.ts";
import { holdToPromises, type Kind, type Level } from "./support.ts";

/** How many programs each test makes; set `ROBUSTNESS_RUNS` for more of them, and others with each `ROBUSTNESS_SEED`. */
const runs = Number(process.env["ROBUSTNESS_RUNS"] ?? 20);
const seed = Number(process.env["ROBUSTNESS_SEED"] ?? 7);

vi.setConfig({ testTimeout: 60_000 + runs * 500 });

describe.each<[Kind, Arbitrary<string>]>([
  ["js", scripts],
  ["tsx", scripts],
  ["rust", rustPrograms],
])("programs that record breadcrumbs, as %s", (kind, programs) => {
  test.each<Level>(["defaults", "everything"])(
    "parse, settle and keep their comments after every edit: %s",
    (level) => {
      fc.assert(
        fc.property(programs, (program) => {
          holdToPromises(program, kind, level);
        }),
        { seed, numRuns: runs },
      );
    },
  );
});
