import { bothFilters, type TextFilter } from "../../../breadcrumb/index.ts";
import { questionsOf, verdictOn, type Verdict } from "../../conditions.ts";
import type { JavaScriptProgram } from "../program.ts";
import type { Scopes } from "../names/scopes.ts";
import { conditionOf, guardsAt, type Passed, type Question } from "../syntax/conditions.ts";
import { memberPath, propertyName, textOf, withoutTypes, type Node } from "../syntax/nodes.ts";

/** The texts for which a question is answered with yes. */
interface Texts {
  readonly texts: readonly string[];
  /** Whether it is answered with no for all others. */
  readonly isComplete: boolean;
}

/** Whether an expression is the one that is asked for. */
type IsMeant = (tested: Node) => boolean;

/**
 * What a name or member may hold as far as it is a text, by the tests around its use and those before it that leave or
 * write another one: all but `"warn"` after `if (level === "warn") return`.
 * @param copy a use of what has been given the same: `name` of `const name = level`.
 * @returns undefined where no test asks for its text.
 */
export function textFilterAt(program: JavaScriptProgram, node: Node, copy: Node = node): TextFilter | undefined {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return undefined;
  const lasts = isLasting(program, node);
  if (copy !== node && !lasts) return undefined;
  return filterBy(program, node, [...guardsAt(copy, lasts)], copy);
}

/** The names and members that the tests around a call ask for their text, each with what they let through. */
export function testedAround(
  program: JavaScriptProgram,
  call: Node,
): readonly { readonly node: Node; readonly filter: TextFilter }[] {
  const guards = [...guardsAt(call, true)].filter(({ otherwise }) => otherwise === undefined);
  const asked = guards.flatMap(({ test }) => questionsOf(conditionOf(test)).flatMap(subjectsOf));
  return [...new Set(asked)].flatMap((node) => {
    const filter = filterBy(program, node, guards, node);
    return filter === undefined ? [] : [{ node, filter }];
  });
}

/** The names and members whose text a question may ask for. */
function subjectsOf(question: Question): readonly Node[] {
  const sides = question.kind === "equal" ? question.sides : question.kind === "among" ? [question.item] : [];
  return sides.map(withoutTypes).filter(({ type }) => type === "Identifier" || type === "MemberExpression");
}

/** How to look up constants; without it, they are not looked up. */
type Names = Scopes | undefined;

/** A text that nothing is compared with. */
const ANY_TEXT = "\0";

function filterBy(
  program: JavaScriptProgram,
  node: Node,
  guards: readonly Passed[],
  copy: Node,
): TextFilter | undefined {
  const isMeant: IsMeant = (tested) => isSame(program, tested, node);
  const isCopy: IsMeant = (written) => isSame(program, written, copy);
  let filter: TextFilter | undefined;
  for (const { test, holds, otherwise } of guards) {
    if (otherwise?.some((statement) => isWritten(statement, isCopy)) === false) continue;
    const condition = conditionOf(test);
    const asked = new Map(questionsOf(condition).map((each) => [each, textsOf(program.scopes, each, isMeant)]));
    if ([...asked.values()].every((each) => each === undefined)) continue;
    const lets = (text: string): boolean => verdictOn(condition, (each) => isIn(asked.get(each), text)) !== !holds;
    const isOpen = lets(ANY_TEXT);
    const texts = [...asked.values()].flatMap((each) => each?.texts ?? []).filter((text) => lets(text) !== isOpen);
    if (!isOpen || texts.length > 0) filter = bothFilters(filter, { kind: isOpen ? "allBut" : "only", texts });
  }
  return filter;
}

function isWritten(statement: Node, isMeant: IsMeant): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const { expression } = statement;
  return expression.type === "AssignmentExpression" && expression.operator === "=" && isMeant(expression.left);
}

/** How a test comes out for a text of an expression; undefined where that does not decide it. */
export function outcomeOf(text: string, test: Node, isMeant: IsMeant): Verdict {
  return verdictOn(conditionOf(test), (question) => isIn(textsOf(undefined, question, isMeant), text));
}

function isIn(asked: Texts | undefined, text: string): Verdict {
  if (asked?.texts.includes(text) === true) return true;
  return asked?.isComplete === true ? false : undefined;
}

/** The texts for which a question about an expression is answered with yes; undefined for any other question. */
function textsOf(names: Names, question: Question, isMeant: IsMeant): Texts | undefined {
  switch (question.kind) {
    case "equal": {
      const [left, right] = question.sides;
      const other = isMeant(left) ? right : isMeant(right) ? left : undefined;
      const text = other && constantText(names, other);
      return text === undefined ? undefined : { texts: [text], isComplete: true };
    }
    case "among": {
      const keys = isMeant(question.item) ? keysOf(names, question.holder) : [];
      const texts = keys.filter((key) => key !== undefined);
      return texts.length === 0 ? undefined : { texts, isComplete: texts.length === keys.length };
    }
    case "other":
      return undefined;
  }
}

/** The text of a literal, or of a constant, a member of a constant or of an enumeration that holds one. */
function constantText(names: Names, node: Node): string | undefined {
  const held = constantIn(names, node);
  if (held.type !== "MemberExpression") return textOf(held);
  const name = propertyName(held);
  const owner = constantIn(names, held.object);
  const members =
    owner.type === "ObjectExpression" ? owner.properties : owner.type === "TSEnumDeclaration" ? owner.body.members : [];
  for (const member of members) {
    if (member.type === "Property" && propertyName(member) === name) return textOf(member.value);
    if (member.type !== "TSEnumMember" || member.initializer === undefined) continue;
    const key = member.id.type === "Identifier" ? member.id.name : textOf(member.id);
    if (key === name) return textOf(member.initializer);
  }
  return undefined;
}

/** The initialiser of a constant; any other expression itself. */
function constantIn(names: Names, written: Node): Node {
  const node = withoutTypes(written);
  const variable = node.type === "Identifier" ? names?.variableOf(node) : undefined;
  const [declared, ...others] = variable?.defs ?? [];
  if (declared === undefined || others.length > 0) return node;
  if (declared.node.type === "TSEnumDeclaration") return declared.node;
  const isConstant = declared.parent?.type === "VariableDeclaration" && declared.parent.kind === "const";
  if (!isConstant || declared.node.type !== "VariableDeclarator" || declared.node.id.type !== "Identifier") return node;
  return declared.node.init === null ? node : withoutTypes(declared.node.init);
}

/** The texts that a list or set holds, or under which an object or map holds something. */
function keysOf(names: Names, written: Node): readonly (string | undefined)[] {
  const node = constantIn(names, written);
  const textAt = (item: Node | null | undefined): string | undefined => (item ? constantText(names, item) : undefined);
  switch (node.type) {
    case "ObjectExpression":
      return node.properties.map((each) => (each.type === "Property" ? propertyName(each) : undefined));
    case "ArrayExpression":
      return node.elements.map(textAt);
    case "CallExpression":
    case "NewExpression": {
      const [list] = node.arguments;
      const { root, path } = memberPath(node.callee);
      const name = [...(root.type === "Identifier" ? [root.name] : []), ...path].join(".");
      if (list === undefined) return [];
      if (/^(?:Set|Object\.(?:freeze|keys))$/u.test(name)) return keysOf(names, list);
      const entries = name === "Map" ? constantIn(names, list) : undefined;
      if (entries?.type !== "ArrayExpression") return [];
      return entries.elements.map((entry) =>
        entry?.type === "ArrayExpression" ? textAt(entry.elements[0]) : undefined,
      );
    }
    default:
      return [];
  }
}

/** Whether a name holds the same wherever it is read: functions that run later read it, too. */
function isLasting({ scopes }: JavaScriptProgram, node: Node): boolean {
  const variable = node.type === "Identifier" ? scopes.variableOf(node) : undefined;
  return variable !== undefined && !scopes.isReassigned(variable);
}

/** Whether two expressions are the same variable, or the same member of it. */
export function isSame({ scopes }: JavaScriptProgram, one: Node, other: Node): boolean {
  const [a, b] = [memberPath(one), memberPath(other)];
  if (a.path.join(".") !== b.path.join(".")) return false;
  if (a.root.type === "ThisExpression") return b.root.type === "ThisExpression";
  if (a.root.type !== "Identifier" || b.root.type !== "Identifier" || a.root.name !== b.root.name) return false;
  return scopes.variableOf(a.root) === scopes.variableOf(b.root);
}
