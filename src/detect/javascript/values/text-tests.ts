import { bothFilters, doesCompare, isKind, type TextFilter } from "../../../breadcrumb/index.ts";
import { questionsOf, verdictOn, type Condition, type Verdict } from "../../conditions.ts";
import { initialiserOf } from "../names/scopes.ts";
import type { JavaScriptProgram } from "../program.ts";
import { conditionOf, guardsAt, type Passed, type Question } from "../syntax/conditions.ts";
import { lastName, memberPath, parentOf, textOf, withoutTypes, type Node } from "../syntax/nodes.ts";
import { constantIn, entriesOf, lookUpOf, numberOf, siblingsOf, textsOf, type Names } from "./constants.ts";

/** The values for which a question is answered with yes, as filters write them. */
interface Texts {
  readonly texts: readonly string[];
  /** How it is answered for all others; undefined where that is not known. */
  readonly others: Verdict;
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
  return filtersBy(program, node, [...guardsAt(copy, lasts)], copy).texts;
}

/** Whether a function decides by what a name or member holds whether code reaches it: `isLevel(level)`. */
export function isAskedByCall(program: JavaScriptProgram, node: Node): boolean {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return false;
  return [...guardsAt(node, isLasting(program, node))].some(({ test }) =>
    questionsOf(conditionOf(test)).some(({ kind, ...question }) => {
      const call = kind === "other" && "test" in question ? withoutTypes(question.test) : undefined;
      return call?.type === "CallExpression" && call.arguments.some((given) => isSame(program, given, node));
    }),
  );
}

/** The names and members that the tests around a call ask for what they hold, each with what they let through. */
export function testedAround(
  program: JavaScriptProgram,
  call: Node,
): readonly { readonly node: Node; readonly filter: TextFilter }[] {
  const guards = [...guardsAt(call, true)].filter(({ otherwise }) => otherwise === undefined);
  const asked = guards.flatMap(({ test }) => {
    const condition = conditionOf(test);
    const unnamed = unfolded(program.scopes, condition, () => false);
    return [condition, unnamed].flatMap(questionsOf).flatMap(subjectsOf);
  });
  return [...new Set(asked)].flatMap((node) => {
    const { texts, kinds } = filtersBy(program, node, guards, node);
    return [...(texts === undefined ? [] : [texts]), ...kinds].map((filter) => ({ node, filter }));
  });
}

/** The names and members that a question may ask for what they hold. */
function subjectsOf(question: Question): readonly Node[] {
  return sidesOf(question)
    .flatMap((side) => [side, ...(askedBy(side) ?? [])])
    .filter(({ type }) => type === "Identifier" || type === "MemberExpression");
}

function sidesOf(question: Question): readonly Node[] {
  if (question.kind === "equal") return question.sides.map(withoutTypes);
  if (question.kind === "among") return [withoutTypes(question.item)];
  const { test } = question;
  return test.type === "BinaryExpression" ? [test.left, test.right].map(withoutTypes) : [test];
}

/** How many constants are followed to a test; longer chains are not written by hand. */
const MAX_CONSTANTS = 5;

/** A text that nothing is compared with. */
const ANY_TEXT = "\0";

/** What tests let through: the texts that they all do, and what each lets through that asks for other values, too. */
interface Filters {
  readonly texts: TextFilter | undefined;
  readonly kinds: readonly TextFilter[];
}

function filtersBy(program: JavaScriptProgram, node: Node, guards: readonly Passed[], copy: Node): Filters {
  const isMeant: IsMeant = (tested) => isCopy(program, tested, node);
  const isTarget: IsMeant = (written) => isSame(program, written, copy);
  let texts: TextFilter | undefined;
  const kinds: TextFilter[] = [];
  const lasts = isLasting(program, node);
  for (const { test, holds, otherwise } of guards) {
    if (otherwise?.every((way) => way.some((statement) => isWritten(statement, isTarget))) === false) continue;
    const condition = lasts ? unfolded(program.scopes, conditionOf(test), isMeant) : conditionOf(test);
    for (const part of partsOf(condition, holds).toReversed()) {
      const filter = filterOf(part, (each) => textsAskedBy(program.scopes, each, isMeant));
      if (filter?.texts.some(isKind) === true) kinds.push(filter);
      else texts = filter === undefined ? texts : bothFilters(texts, filter);
    }
  }
  return { texts, kinds };
}

/** A condition with the tests that constants keep instead of their names: `const isWarn = level === "warn"`. */
function unfolded(names: Names, condition: Condition<Question>, isMeant: IsMeant, steps = 0): Condition<Question> {
  switch (condition.kind) {
    case "question": {
      const { question } = condition;
      if (question.kind !== "other" || isMeant(question.test) || steps > MAX_CONSTANTS) return condition;
      const kept = constantIn(names, question.test);
      return kept === question.test ? condition : unfolded(names, conditionOf(kept), isMeant, steps + 1);
    }
    case "not":
      return { kind: "not", of: unfolded(names, condition.of, isMeant, steps) };
    default:
      return { ...condition, of: condition.of.map((part) => unfolded(names, part, isMeant, steps)) };
  }
}

/** A part of a condition, and how it has come out. */
interface Part {
  readonly condition: Condition<Question>;
  readonly holds: boolean;
}

/** The parts of a condition of which each has come out one way. */
function partsOf(condition: Condition<Question>, holds: boolean): readonly Part[] {
  if (condition.kind === "not") return partsOf(condition.of, !holds);
  const isSplit = condition.kind === (holds ? "all" : "any");
  return isSplit ? condition.of.flatMap((part) => partsOf(part, holds)) : [{ condition, holds }];
}

function filterOf({ condition, holds }: Part, read: (question: Question) => Texts | undefined): TextFilter | undefined {
  const asked = new Map(questionsOf(condition).map((each) => [each, read(each)]));
  if ([...asked.values()].every((each) => each === undefined)) return undefined;
  const lets = (text: string): boolean => verdictOn(condition, (each) => isIn(asked.get(each), text)) !== !holds;
  const isOpen = lets(ANY_TEXT);
  const texts = [...asked.values()].flatMap((each) => each?.texts ?? []).filter((text) => lets(text) !== isOpen);
  return isOpen && texts.length === 0 ? undefined : { kind: isOpen ? "allBut" : "only", texts };
}

function isWritten(statement: Node, isMeant: IsMeant): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const { expression } = statement;
  return expression.type === "AssignmentExpression" && expression.operator === "=" && isMeant(expression.left);
}

/** How a test comes out for a text of an expression; undefined where that does not decide it. */
export function outcomeOf(text: string, test: Node, isMeant: IsMeant): Verdict {
  return verdictOn(conditionOf(test), (question) => {
    const asked = textsAskedBy(undefined, question, isMeant);
    const isKindOf = asked?.texts.some((each) => each === "<string>" || (each === "<truthy>" && text !== "")) === true;
    return isKindOf ? true : isIn(asked, text);
  });
}

function isIn(asked: Texts | undefined, text: string): Verdict {
  return asked?.texts.includes(text) === true ? asked.others !== true : asked?.others;
}

/** The values of an expression for which a question is answered with yes; undefined for any other question. */
function textsAskedBy(names: Names, question: Question, isMeant: IsMeant): Texts | undefined {
  switch (question.kind) {
    case "equal":
      return equalTo(names, question.sides, isMeant);
    case "among": {
      const keys = isMeant(question.item) ? entriesOf(names, question.holder).map(({ texts }) => texts) : [];
      const texts = keys.flatMap((key) => key ?? []);
      return texts.length === 0 ? undefined : { texts, others: keys.includes(undefined) ? undefined : false };
    }
    case "other": {
      const { test } = question;
      if (isMeant(test)) return only(["<truthy>"]);
      if (test.type !== "BinaryExpression") return undefined;
      const { left, operator, right } = test;
      if (/^[<>]=?$/u.test(operator)) return ordered(names, operator, [left, right], isMeant);
      const isError = operator === "instanceof" && right.type === "Identifier" && right.name === "Error";
      return isError && isMeant(left) ? only(["<Error>"]) : undefined;
    }
  }
}

function only(texts: readonly string[]): Texts | undefined {
  return texts.length === 0 ? undefined : { texts, others: false };
}

type Sides = readonly [Node, Node];

/** `level === "warn"`, `typeof message === "string"`, `ORDER[level] === 2` */
function equalTo(names: Names, sides: Sides, isMeant: IsMeant): Texts | undefined {
  const [left, right] = sides;
  const [asked, other] = isMeant(right) || isTypeOf(right, isMeant) ? [right, left] : sides;
  if (isTypeOf(asked, isMeant)) return only([textOf(other)].flatMap((type) => (type === undefined ? [] : `<${type}>`)));
  if (!isMeant(asked)) return ordered(names, "===", sides, isMeant);
  const texts = textsOf(names, other);
  const around = parentOf(left);
  const isLoose = around?.type === "BinaryExpression" && around.operator.length === 2;
  return only(isLoose && texts[0] === "<null>" ? ["<null>", "<undefined>"] : texts);
}

function isTypeOf(node: Node, isMeant: IsMeant): boolean {
  return node.type === "UnaryExpression" && node.operator === "typeof" && isMeant(node.argument);
}

/** `ORDER[level] >= ORDER.warn`, `level >= LogLevel.WARN` */
function ordered(names: Names, written: string, sides: Sides, isMeant: IsMeant): Texts | undefined {
  const index = sides.findIndex((side) => isMeant(side) || askedBy(side)?.some(isMeant) === true);
  const side = sides[index];
  const other = sides[1 - index];
  const bound = other && numberOf(names, other);
  if (side === undefined || other === undefined || bound === undefined) return undefined;
  const operator = index === 0 ? written : written.replace(/[<>]/u, (sign) => (sign === "<" ? ">" : "<"));
  const { table, missing } = lookUpIn(names, withoutTypes(side));
  const entries = table === undefined ? siblingsOf(names, other) : entriesOf(names, table);
  if (entries.length === 0) return table === undefined ? only([`${operator} ${bound}`]) : undefined;
  if (entries.some(({ texts, number }) => texts === undefined || number === undefined)) return undefined;
  const holds = (number: number | undefined): boolean => number !== undefined && doesCompare(number, operator, bound);
  const others = holds(missing);
  const listed = entries.filter(({ number }) => holds(number) !== others);
  return { texts: listed.flatMap(({ texts = [] }) => texts), others };
}

/** What a table is asked for, and the table. */
function askedBy(written: Node): readonly Node[] | undefined {
  const node = withoutTypes(written);
  if (node.type === "UnaryExpression" && node.operator === "typeof") return [withoutTypes(node.argument)];
  return node.type === "LogicalExpression" && node.operator === "??" ? askedBy(node.left) : lookUpOf(node);
}

/** The table that is asked, if one is, and what it yields for what it does not hold. */
function lookUpIn(
  names: Names,
  node: Node,
): { readonly table?: Node | undefined; readonly missing?: number | undefined } {
  if (node.type === "LogicalExpression") {
    return { ...lookUpIn(names, withoutTypes(node.left)), missing: numberOf(names, node.right) };
  }
  const [, table] = lookUpOf(node) ?? [];
  return { table, missing: node.type === "CallExpression" && lastName(node.callee) === "indexOf" ? -1 : undefined };
}

/** Whether a name holds the same wherever it is read: functions that run later read it, too. */
function isLasting({ scopes }: JavaScriptProgram, node: Node): boolean {
  const variable = node.type === "Identifier" ? scopes.variableOf(node) : undefined;
  return variable !== undefined && !scopes.isReassigned(variable);
}

/** Whether an expression is a name or member, or a variable that was given it for good: `const copy = level`. */
function isCopy(program: JavaScriptProgram, expression: Node, node: Node): boolean {
  let given = withoutTypes(expression);
  for (let steps = 0; steps < MAX_CONSTANTS && !isSame(program, given, node); steps++) {
    const kept =
      given.type === "Identifier" && isLasting(program, given) ? initialiserOf(program.scopes, given) : undefined;
    if (kept === undefined) return false;
    given = withoutTypes(kept);
  }
  return isSame(program, given, node);
}

/** Whether two expressions are the same variable, or the same member of it. */
export function isSame({ scopes }: JavaScriptProgram, one: Node, other: Node): boolean {
  const [a, b] = [memberPath(one), memberPath(other)];
  if (a.path.join(".") !== b.path.join(".")) return false;
  if (a.root.type === "ThisExpression") return b.root.type === "ThisExpression";
  if (a.root.type !== "Identifier" || b.root.type !== "Identifier" || a.root.name !== b.root.name) return false;
  return scopes.variableOf(a.root) === scopes.variableOf(b.root);
}
