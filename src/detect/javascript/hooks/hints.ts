import type { TSESTree } from "@typescript-eslint/utils";
import type { Edit, HintRead } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { outsideTypes, parametersOf, parentOf, type FunctionNode } from "../syntax/nodes.ts";
import { createLeavings, isAlwaysReached } from "./always-reached.ts";

/**
 * Finds where a hook reads, of every breadcrumb, more of the hint than every breadcrumb has: for those that are
 * recorded by hand it is mostly undefined, and what it holds depends on what was recorded.
 */
export function createHintReads(program: JavaScriptProgram): (hook: FunctionNode) => readonly HintRead[] {
  const { scopes, sourceCode } = program;
  const leaving = createLeavings(program);
  return (hook) => {
    const [, hint] = parametersOf(hook);
    if (hint?.type === "ObjectPattern") return [{ range: hint.range, source: "hint", guard: undefined }];
    const variable = hint?.type === "Identifier" ? scopes.variableOf(hint) : undefined;
    if (variable === undefined || scopes.isReassigned(variable)) return [];
    return variable.references.flatMap(({ identifier }): HintRead[] => {
      const read = throwingRead(identifier);
      if (read === undefined || !isAlwaysReached(leaving, read, hook) || isTried(read, hook)) return [];
      return [{ range: read.range, source: sourceCode.getText(read.object), guard: guarded(program, read) }];
    });
  };
}

/** `hint.event`, and `event.target` of `hint?.event.target` */
function throwingRead(hint: Node): TSESTree.MemberExpression | undefined {
  const read = memberOf(hint);
  if (read?.optional !== true) return read;
  const next = memberOf(read);
  return next?.optional === true ? undefined : next;
}

/** The member that is read of what an expression yields. */
function memberOf(node: Node): TSESTree.MemberExpression | undefined {
  const object = outsideTypes(node);
  const parent = parentOf(object);
  return parent?.type === "MemberExpression" && parent.object === object ? parent : undefined;
}

function isTried(node: Node, hook: FunctionNode): boolean {
  let child = node;
  for (let parent = parentOf(child); parent !== undefined && parent !== hook; parent = parentOf(child)) {
    if (parent.type === "TryStatement" && parent.block === child && parent.handler !== null) return true;
    child = parent;
  }
  return false;
}

/** Reads the members one after another as far as they are there; undefined where one is written to. */
function guarded({ sourceCode }: JavaScriptProgram, first: TSESTree.MemberExpression): Edit[] | undefined {
  const edits: Edit[] = [];
  let last: Node = first;
  for (let member: TSESTree.MemberExpression | undefined = first; member !== undefined; member = memberOf(member)) {
    const [mark] = sourceCode.getTokensBetween(member.object, member.property, (token) => /^[.[]$/u.test(token.value));
    if (!member.optional && mark !== undefined) {
      edits.push({ range: mark.range, text: mark.value === "." ? "?." : "?.[" });
    }
    last = member;
  }
  const parent = parentOf(outsideTypes(last));
  const isWritten = parent?.type === "AssignmentExpression" ? parent.left === outsideTypes(last) : false;
  return isWritten || parent?.type === "UpdateExpression" ? undefined : edits;
}
