import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../breadcrumb/index.ts";
import type { FunctionNode } from "../syntax/nodes.ts";

/** Something that an expression may stand for, and the members taken off it of which the file tells no more. */
export interface Referent {
  readonly value: Value;
  readonly path: readonly string[];
}

/** Says what expressions may stand for. */
export interface Referents {
  /**
   * Everything that an expression may stand for, with names, members, calls and choices followed as far as the file
   * goes: a function, a class, a record, an import, a parameter. Unlike what a value is known to hold, this is for
   * recognising things: an object that others may have changed still has the function that was put there.
   */
  of(value: Value): readonly Referent[];
  /** The possible members with a name, of an expression's possible values. */
  member(referent: Referent, name: string): readonly Referent[];
  /** The functions of the file that a value may be. */
  functionsOf(value: Value): readonly FunctionNode[];
  /** The type that the file declares for something of which it tells no more. */
  typeOf(referent: Referent): TSESTree.TypeNode | undefined;
}

/** An export of the SDK, by the names that lead to it; `[]` is the SDK itself. */
export type SdkPath = readonly string[];

/** Says what of the SDK expressions stand for. */
export interface SdkPaths {
  /**
   * The SDK export that a value stands for: `[]` for the SDK itself, `["addBreadcrumb"]`, `["Severity", "Warning"]`.
   * What else it may be by the account of the file does not count as long as that is not known, or a mock.
   * @returns undefined for everything else, and where it may be one export or another.
   */
  pathOf(value: Value): SdkPath | undefined;
  /** The same for one of the things that a value may stand for. */
  pathOfReferent(referent: Referent): SdkPath | undefined;
  /** The module that something is imported or required from. */
  moduleOf(referent: Referent): string | undefined;
}
