import type { RustSourceCode } from "../../languages/rust/source-code.ts";
import type { RustNode } from "../../languages/rust/syntax-tree.ts";
import type { Settings } from "../../settings.ts";
import { createItems, type Items } from "./names/items.ts";
import { createNames, type Names } from "./names/paths.ts";
import { createVariables, type Variables } from "./names/variables.ts";

/** A Rust file as the detector reads it. */
export interface RustProgram {
  readonly sourceCode: RustSourceCode;
  readonly settings: Settings;
  readonly names: Names;
  readonly variables: Variables;
  readonly items: Items;
  readonly textOf: (node: RustNode) => string;
}

/** Opens a file for the detector. What is looked up in it is looked up when asked for. */
export function openProgram(sourceCode: RustSourceCode, settings: Settings): RustProgram {
  const { text } = sourceCode;
  const textOf = ({ range }: RustNode): string => text.slice(range[0], range[1]);
  const names = createNames(text, settings);
  return {
    sourceCode,
    settings,
    names,
    variables: createVariables(text),
    items: createItems(sourceCode, names),
    textOf,
  };
}
