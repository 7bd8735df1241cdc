import type { SourceCode } from "eslint";
import type { BreadcrumbFile } from "../../breadcrumb/index.ts";
import type { Settings } from "../../settings.ts";
import { breadcrumbsOf } from "./breadcrumbs.ts";
import { hooksOf } from "./hooks/outcomes.ts";
import { linksOf, NO_LINKS } from "./project/exports.ts";
import { createGate } from "./edits/gate.ts";
import { openProgram } from "./program.ts";
import { recordingsOf } from "./recording/calls.ts";
import { setupsOf } from "./surroundings/init-calls.ts";
import { keepsTemplate } from "./vue/template.ts";
import { once } from "../once.ts";
import { createValueReader } from "./values/reader.ts";
import { createWriter } from "./edits/writer.ts";

/** The breadcrumbs of a JavaScript or TypeScript file, script blocks and templates of components included. */
export function detectJavaScript(sourceCode: SourceCode, settings: Settings): BreadcrumbFile {
  const program = openProgram(sourceCode, settings);
  const values = createValueReader(program);
  const { calls: recordings, wrappers } = recordingsOf(program, values);
  const breadcrumbs = recordings.flatMap((recording) =>
    breadcrumbsOf(program, recording, values, createWriter(program, values, recording.call)),
  );
  const hooks = once(() => hooksOf(program, recordings, values), []);
  const setups = once(() => setupsOf(program, values), []);
  const gate = once(
    () => createGate(program, values, recordings, breadcrumbs),
    () => false,
  );
  const links = once(() => linksOf(program, values, wrappers, setups().length > 0), NO_LINKS);
  return {
    language: "javascript",
    levels: "text",
    breadcrumbs,
    permits: (edits) => keepsTemplate(program, edits),
    changesMore: (edits) => gate()(edits),
    get hooks() {
      return hooks();
    },
    get setups() {
      return setups();
    },
    get links() {
      return links();
    },
  };
}
