import type { TSESTree } from "@typescript-eslint/utils";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isFunction, lastName, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";

/** Statements within one another are followed to this depth; nobody writes them deeper. */
const MAX_DEPTH = 100;

/** How a function can end: by which `return`s, and whether by reaching its closing brace. */
export interface FunctionExits {
  /** The statements that can be reached, in the order of the source; a body that is an expression is its own. */
  readonly returns: readonly (TSESTree.ReturnStatement | TSESTree.Expression)[];
  readonly reachesEnd: boolean;
}

/**
 * The ways in which a function can end, those that throw or never come back left out. Conditions are not read: every
 * branch counts as reachable.
 * @returns undefined for generators, overloads and functions that are nested too deeply.
 */
export function functionExitsOf(program: JavaScriptProgram, node: FunctionNode): FunctionExits | undefined {
  // Parsers hand in overloads and declared functions without a body.
  const body = node.body as typeof node.body | null | undefined;
  if (node.generator || !body) return undefined;
  if (body.type !== "BlockStatement") return { returns: [body], reachesEnd: false };
  const returns: TSESTree.ReturnStatement[] = [];
  const exits = exitsOf(body, { program, returns }, 0);
  return exits === undefined ? undefined : { returns, reachesEnd: exits.next };
}

/** Where the control goes from a statement, beside returning and throwing. */
interface Exits {
  /** To the statement after it. */
  readonly next: boolean;
  /** To the end of statements, or on with loops: `break`, `continue`, and with labels `out`, `continue out`. */
  readonly jumps: ReadonlySet<string>;
}

interface Context {
  readonly program: JavaScriptProgram;
  readonly returns: TSESTree.ReturnStatement[];
}

const GOES_ON: Exits = { next: true, jumps: new Set() };
const STOPS: Exits = { next: false, jumps: new Set() };

function exitsOf(node: TSESTree.Statement, context: Context, depth: number): Exits | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const below = (statement: TSESTree.Statement) => exitsOf(statement, context, depth + 1);
  switch (node.type) {
    case "BlockStatement":
      return exitsOfAll(node.body, below);
    case "ReturnStatement":
      context.returns.push(node);
      return STOPS;
    case "ThrowStatement":
      return STOPS;
    case "BreakStatement":
      return { next: false, jumps: new Set([node.label?.name ?? "break"]) };
    case "ContinueStatement":
      return { next: false, jumps: new Set([node.label === null ? "continue" : `continue ${node.label.name}`]) };
    case "ExpressionStatement":
      return neverComesBack(context.program, node.expression) ? STOPS : GOES_ON;
    case "IfStatement":
      return either(below(node.consequent), node.alternate ? below(node.alternate) : GOES_ON);
    case "LabeledStatement":
      return landing(below(node.body), node.label.name);
    case "SwitchStatement":
      return exitsOfSwitch(node, below);
    case "TryStatement":
      return exitsOfTry(node, below);
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
      return exitsOfLoop(node, below);
    case "ForInStatement":
    case "ForOfStatement":
      return either(landing(bodyOf(node, below), "break"), GOES_ON);
    default:
      return GOES_ON;
  }
}

type Below = (statement: TSESTree.Statement) => Exits | undefined;

function exitsOfAll(statements: readonly TSESTree.Statement[], below: Below): Exits | undefined {
  let all = GOES_ON;
  for (const statement of statements) {
    const exits = below(statement);
    if (exits === undefined) return undefined;
    all = { next: exits.next, jumps: union(all.jumps, exits.jumps) };
    if (!exits.next) break;
  }
  return all;
}

function exitsOfSwitch({ cases }: TSESTree.SwitchStatement, below: Below): Exits | undefined {
  let all: Exits | undefined = cases.some(({ test }) => test === null) ? STOPS : GOES_ON;
  for (const [index, { consequent }] of cases.entries()) {
    const exits = exitsOfAll(consequent, below);
    // All but the last one fall through to the next.
    all = either(all, exits && { ...exits, next: exits.next && index === cases.length - 1 });
  }
  return landing(all, "break");
}

function exitsOfTry({ block, handler, finalizer }: TSESTree.TryStatement, below: Below): Exits | undefined {
  const exits = either(below(block), handler ? below(handler.body) : STOPS);
  const after = finalizer ? below(finalizer) : GOES_ON;
  if (exits === undefined || after === undefined) return undefined;
  return { next: exits.next && after.next, jumps: union(exits.jumps, after.jumps) };
}

type Loop = TSESTree.DoWhileStatement | TSESTree.ForStatement | TSESTree.WhileStatement;

/** The exits of a loop's body; `continue` leads to its end, by the label of the loop from within another one, too. */
function bodyOf(loop: Loop | TSESTree.ForInStatement | TSESTree.ForOfStatement, below: Below): Exits | undefined {
  const body = landing(below(loop.body), "continue");
  return loop.parent.type === "LabeledStatement" ? landing(body, `continue ${loop.parent.label.name}`) : body;
}

function exitsOfLoop(loop: Loop, below: Below): Exits | undefined {
  const body = bodyOf(loop, below);
  if (body === undefined) return undefined;
  const isEndless = loop.test === null || (loop.test.type === "Literal" && loop.test.value === true);
  const passesTest = loop.type !== "DoWhileStatement" || body.next;
  return landing({ next: passesTest && !isEndless, jumps: body.jumps }, "break");
}

function either(one: Exits | undefined, other: Exits | undefined): Exits | undefined {
  return one && other && { next: one.next || other.next, jumps: union(one.jumps, other.jumps) };
}

function union(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one, ...other]);
}

/** A jump to the end of a statement continues after it. */
function landing(exits: Exits | undefined, label: string): Exits | undefined {
  if (exits?.jumps.has(label) !== true) return exits;
  return { next: true, jumps: new Set([...exits.jumps].filter((jump) => jump !== label)) };
}

/** Functions that end the process or throw, by the names that they are given. */
const NEVER =
  /^(?:abort|absurd|assertNever|assertUnreachable|exhaustive\w*|exit|fail|never|panic|throw\w*|unreachable)$/iu;

function neverComesBack({ scopes }: JavaScriptProgram, expression: Node): boolean {
  let inner = withoutTypes(expression);
  if (inner.type === "AwaitExpression") inner = withoutTypes(inner.argument);
  if (inner.type !== "CallExpression") return false;
  const name = lastName(inner.callee);
  if (name !== undefined && NEVER.test(name)) return true;
  const callee = withoutTypes(inner.callee);
  const definition = callee.type === "Identifier" ? scopes.variableOf(callee)?.defs[0] : undefined;
  return (
    definition !== undefined &&
    isFunction(definition.node) &&
    definition.node.returnType?.typeAnnotation.type === "TSNeverKeyword"
  );
}
