import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "eslint";
import { NO_LINKS, type BreadcrumbFile, type LookUpConstants } from "../../breadcrumb/index.ts";
import type { Settings } from "../../settings.ts";
import { breadcrumbsOf } from "./breadcrumbs.ts";
import { callPlaceOf } from "./call-place.ts";
import { sendingsOf } from "./doors/sendings.ts";
import { hooksOf } from "./hooks/outcomes.ts";
import { eventChangesOf } from "./hooks/scrubbing.ts";
import { linksOf } from "./project/exports.ts";
import { createGate } from "./edits/gate.ts";
import { openProgram } from "./program.ts";
import { NO_RECORDINGS, recordingsOf } from "./recording/calls.ts";
import { createSdkCalls } from "./recording/sdk-calls.ts";
import { recordedSince } from "./surroundings/integrations.ts";
import { setupsOf } from "./surroundings/init-calls.ts";
import { keepsTemplate } from "./vue/template.ts";
import { once } from "../once.ts";
import { createValueReader } from "./values/reader.ts";
import { createWriter } from "./edits/writer.ts";

/**
 * The breadcrumbs of a JavaScript or TypeScript file, script blocks and templates of components included.
 * @param lookUpConstants reads those of other files; they are unknown by default.
 */
export function detectJavaScript(
  sourceCode: SourceCode,
  settings: Settings,
  lookUpConstants?: LookUpConstants,
): BreadcrumbFile {
  const program = openProgram(sourceCode, settings, lookUpConstants);
  const values = createValueReader(program);
  const sdkCalls = createSdkCalls(program, values);
  const recordings = once(() => recordingsOf(program, values, sdkCalls), NO_RECORDINGS);
  const breadcrumbs = once(
    () =>
      recordings().calls.flatMap((recording) =>
        breadcrumbsOf(program, recording, values, createWriter(program, values, recording.call)),
      ),
    [],
  );
  const setups = once(() => setupsOf(program, values), []);
  const placeOf = (call: TSESTree.CallExpression) =>
    callPlaceOf(program, { call, entry: "sdk", forwards: false }, values);
  const sendings = once(() => sendingsOf(program, values, sdkCalls, setups(), placeOf), []);
  const since = once(() => recordedSince(program, values));
  const hooks = once(() => hooksOf(program, recordings().calls, values), []);
  const gate = once(
    () => createGate(program, values, recordings().calls, breadcrumbs()),
    () => false,
  );
  const links = once(() => linksOf(program, values, recordings().wrappers, setups()), NO_LINKS);
  return {
    language: "javascript",
    levels: "text",
    get breadcrumbs() {
      return breadcrumbs();
    },
    get sendings() {
      return sendings();
    },
    get recordedSince() {
      return since();
    },
    keepsSyntax: (edits) => keepsTemplate(program, edits),
    affectsOtherCode: (edits) => gate()(edits),
    get hooks() {
      return hooks();
    },
    get setups() {
      return setups();
    },
    eventChanges: (hook) => eventChangesOf(program, values, hook),
    get links() {
      return links();
    },
  };
}
