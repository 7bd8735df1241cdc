import type { TSESTree } from "@typescript-eslint/utils";
import { alternatives, isWithin, type Breadcrumb, type Edit } from "../../../breadcrumb/index.ts";
import type { Path, Use } from "../names/arrivals.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { RecognisedCall } from "../recording/calls.ts";
import { callsOf } from "../syntax/walk.ts";
import { nodeAround } from "../syntax/node-at.ts";
import { isFunction, lastName, parentOf, propertyName } from "../syntax/nodes.ts";
import { once } from "../../once.ts";
import type { ValueReader } from "../values/reader.ts";
import { fitsDeclaredTypes, fitsParameter } from "./fitting-types.ts";
import { otherUses } from "./shared-objects.ts";

/**
 * The gate that every fix passes: tells whether edits change more than breadcrumbs, or more than is seen. What is
 * recorded may be used elsewhere; a wrapper may do more with what it is given; a type may be declared for it.
 */
export function createGate(
  program: JavaScriptProgram,
  { uses, valueOf, nodeOf }: ValueReader,
  recordings: readonly RecognisedCall[],
  breadcrumbs: readonly Breadcrumb[],
): (edits: readonly Edit[]) => boolean {
  const { changesShared, isPartOfBreadcrumb, isResultUsed } = otherUses(program, recordings, breadcrumbs);
  const byCall = new Map(recordings.map((recording) => [recording.call, recording]));
  const recorded = new Set<Node>(recordings.flatMap(({ call }) => call.arguments));
  const runsText = once(() => callsOf(program.sourceCode).some(({ callee }) => lastName(callee) === "eval"), false);

  function affectsOtherCode(edit: Edit): boolean {
    const at = nodeAround(program.sourceCode, edit.range);
    if (!fitsDeclaredTypes(program, at, edit)) return true;
    // A text that is run as a program may read any name.
    if (runsText() && !recordings.some(({ call }) => isWithin(edit.range, call.range))) return true;
    // A change of the call itself is one of the breadcrumb, whatever is made of what the call hands back.
    if (byCall.has(at as TSESTree.CallExpression)) return false;
    return !uses.of(at).every((use) => {
      if (use.kind === "returned") return !isResultUsed(use.function);
      return use.kind !== "argument" || isHarmless(use, at, edit);
    });
  }

  /** Whether a call does nothing with what is changed but to record it. */
  function isHarmless(use: Use & { readonly kind: "argument" }, at: Node, edit: Edit): boolean {
    const { call, index, node: argument, path } = use;
    const recording = byCall.get(call as TSESTree.CallExpression);
    const isWrapper = recording?.entry === "wrapper";
    if (recording !== undefined && !isWrapper) return true;
    const functions = alternatives(valueOf(call.callee)).flatMap(({ is }) => {
      const node = is.kind === "function" ? nodeOf(is) : undefined;
      return node !== undefined && isFunction(node) ? [node] : [];
    });
    if (functions.length === 0) return !isWrapper;
    return functions.every((called) => {
      const parameters = called.params.filter((each) => each.type !== "Identifier" || each.name !== "this");
      const parameter = parameters[index];
      if (argument.type === "SpreadElement" || parameter === undefined) return false;
      return fitsParameter(program, parameter, path, at, edit) && isOnlyRecorded(parameter, path);
    });
  }

  /** Whether what a parameter is given is recorded, and used for nothing else but to ask whether there is something. */
  function isOnlyRecorded(declared: Node, path: Path): boolean {
    switch (declared.type) {
      case "AssignmentPattern":
        return isOnlyRecorded(declared.left, path);
      case "ObjectPattern": {
        const [key, ...rest] = path;
        const taken = declared.properties.find((each) => each.type === "Property" && propertyName(each) === key);
        if (taken?.type === "Property") return isOnlyRecorded(taken.value, rest);
        return declared.properties.every((each) => each.type === "Property" || isOnlyRecorded(each.argument, path));
      }
      case "Identifier":
        return uses
          .ofName(declared, path)
          .every((use) => use.kind === "tested" || isPartOfBreadcrumb(use) || isPartOfRecording(use.node));
      default:
        return false;
    }
  }

  function isPartOfRecording(use: Node): boolean {
    for (let node: Node | undefined = use; node !== undefined; node = parentOf(node)) {
      if (recorded.has(node)) return true;
    }
    return false;
  }

  return (edits) => changesShared(edits) || edits.some(affectsOtherCode);
}
