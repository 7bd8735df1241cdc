import { NO_LINKS, type BreadcrumbFile } from "../../breadcrumb/index.ts";
import type { RustNode } from "../../languages/rust/syntax-tree.ts";
import type { RustSourceCode } from "../../languages/rust/source-code.ts";
import type { Settings } from "../../settings.ts";
import { breadcrumbsOf } from "./breadcrumbs.ts";
import { callPlaceOf } from "./call-place.ts";
import { createGate } from "./edits/gate.ts";
import { capturesIn } from "./surroundings/captures.ts";
import { createSdkCalls } from "./recording/sdk-calls.ts";
import { sendingsOf } from "./doors/sendings.ts";
import { hooksOf } from "./hooks/outcomes.ts";
import { linksOf } from "./project/exports.ts";
import { once } from "../once.ts";
import { openProgram } from "./program.ts";
import { createValueReader } from "./values/reader.ts";
import { walk } from "./syntax/walk.ts";
import { WHOLE_BREADCRUMB } from "./recording/argument-map.ts";
import { namedWrappers } from "./recording/declared-wrappers.ts";
import { withWrappers } from "./recording/found-wrappers.ts";

/**
 * The breadcrumbs of a Rust file, those inside macro arguments included. A call that holds a syntax error is not among
 * them: the parser recovers from errors, and what it makes of a half-typed call is a guess.
 */
export function detectRust(sourceCode: RustSourceCode, settings: Settings): BreadcrumbFile {
  const program = openProgram(sourceCode, settings);
  const found = walk(sourceCode);
  const reader = createValueReader(program, found);
  const sdkCalls = createSdkCalls(program, reader);
  const direct = once(() => {
    const mappingsByName = namedWrappers(program, reader);
    const calls = [...found.calls, ...found.macros].filter(({ hasError }) => !hasError);
    return calls.flatMap((call) => {
      const entry = call.type === "CallExpression" ? sdkCalls.entryOf(call) : undefined;
      const mappings = entry === undefined ? mappingsByName(call) : WHOLE_BREADCRUMB;
      return mappings === undefined ? [] : [{ call, mappings, entry: entry ?? ("wrapper" as const) }];
    });
  }, []);
  const recorded = once(() => withWrappers(program, reader, found, direct()), { recordings: [], wrappers: new Map() });
  const captures = once(() => capturesIn(program, sdkCalls, found.calls), []);
  const breadcrumbs = once(
    () => recorded().recordings.flatMap((recording) => breadcrumbsOf(program, reader, recording, captures)),
    [],
  );
  const placeOf = (call: RustNode) => callPlaceOf(program, reader, { call, entry: "sdk", forwards: false }, captures);
  const sendings = once(() => sendingsOf(program, reader, found, sdkCalls, placeOf), []);
  const links = once(() => linksOf(program, recorded().wrappers), NO_LINKS);
  const hooks = once(() => hooksOf(program, reader, found, sdkCalls, direct()), []);
  const gate = once(
    () => createGate(program, reader, found, recorded().recordings),
    () => true,
  );
  return {
    language: "rust",
    levels: "type",
    setups: [],
    affectsOtherCode: (edits) => gate()(edits),
    get breadcrumbs() {
      return breadcrumbs();
    },
    get sendings() {
      return sendings();
    },
    get hooks() {
      return hooks();
    },
    get links() {
      return links();
    },
  };
}
