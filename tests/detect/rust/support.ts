import type { Breadcrumb, BreadcrumbFile, Value } from "../../../src/breadcrumb/index.ts";
import { detectRust } from "../../../src/detect/rust/index.ts";
import { openProgram } from "../../../src/detect/rust/program.ts";
import { createValueReader } from "../../../src/detect/rust/values/reader.ts";
import { walk } from "../../../src/detect/rust/syntax/walk.ts";
import { rust } from "../../../src/languages/rust/index.ts";
import type { RustSourceCode } from "../../../src/languages/rust/source-code.ts";
import { readSettings } from "../../../src/settings.ts";
import { show } from "../../support/detect.ts";

/** What ESLint would make of a file with this text. */
export function read(text: string): RustSourceCode {
  const file = { body: text };
  return rust.createSourceCode(file, rust.parse(file));
}

/** What the detector finds in a text. */
export function detect(text: string, settings: Readonly<Record<string, unknown>> = {}, path?: string): BreadcrumbFile {
  return detectRust(read(text), readSettings({ "sentry-breadcrumbs": settings }, path));
}

/** The breadcrumbs of a text, one line each. */
export function showAll(text: string, settings?: Readonly<Record<string, unknown>>): readonly string[] {
  return detect(text, settings).breadcrumbs.map(show);
}

/** The only breadcrumb of a text. */
export function only(text: string): Breadcrumb {
  const [breadcrumb, ...others] = detect(text).breadcrumbs;
  if (breadcrumb === undefined || others.length > 0) throw new Error("expected one breadcrumb");
  return breadcrumb;
}

/** The values of what a text gives to `observe(…)`. */
export function readValues(text: string): readonly Value[] {
  const sourceCode = read(text);
  const program = openProgram(sourceCode, readSettings({}));
  const found = walk(sourceCode);
  const reader = createValueReader(program, found);
  return found.calls
    .filter(({ children: [callee] }) => callee !== undefined && program.textOf(callee) === "observe")
    .flatMap(({ children }) => children.at(-1)?.children ?? [])
    .map((node) => reader.valueOf(node));
}

/** The value of the only thing that a text gives to `observe(…)`. */
export function readValue(text: string): Value {
  const [value, ...others] = readValues(text);
  if (value === undefined || others.length > 0) throw new Error("expected one argument of `observe`");
  return value;
}
