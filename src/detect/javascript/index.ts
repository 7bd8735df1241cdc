import type { SourceCode } from "eslint";
import type { BreadcrumbFile } from "../../breadcrumb/index.ts";
import type { Settings } from "../../settings.ts";
import { breadcrumbsOf } from "./breadcrumbs.ts";
import { openProgram } from "./program.ts";
import { recordingsOf } from "./recordings.ts";
import { createValueReader } from "./values.ts";
import { createWriter } from "./writer.ts";

/** The breadcrumbs of a JavaScript or TypeScript file, script blocks and templates of components included. */
export function detectJavaScript(sourceCode: SourceCode, settings: Settings): BreadcrumbFile {
  const program = openProgram(sourceCode, settings);
  const values = createValueReader(program);
  const breadcrumbs = recordingsOf(program).flatMap((recording) =>
    breadcrumbsOf(program, recording, values.valueOf, createWriter(program, recording.call)),
  );
  return { language: "javascript", breadcrumbs };
}
