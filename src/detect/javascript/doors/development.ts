import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../breadcrumb/index.ts";
import { inProductionByImport, inProductionByName, isTextInProduction } from "../../../sentry/development.ts";
import { depthGuard } from "../../depth.ts";
import { oneHolds, verdictOn, type Verdict } from "../../conditions.ts";
import { initialiserOf } from "../names/scopes.ts";
import type { JavaScriptProgram } from "../program.ts";
import { conditionOf, guardsAt, type Question } from "../syntax/conditions.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import { parentOf, propertyName, textOf, withoutTypes, yieldOf, type Node } from "../syntax/nodes.ts";
import { indexIn, isLeaving, statementsOf } from "../syntax/statements.ts";
import { childrenOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";

/** Methods of texts that compare: `host.includes("localhost")` as good as `===`. */
const COMPARING: ReadonlySet<string | undefined> = new Set(["endsWith", "includes", "startsWith"]);

/** Further than this a constant is not followed through others. */
const MAX_STEPS = 20;

/** A value that may be more than that is not asked for what it is. */
const MAX_PATHS = 50;

/** Tells what runs in development or in tests only, as the conditions around it say. */
export function developmentOf(values: ValueReader): (node: Node) => boolean {
  const verdicts = new Verdicts(values);
  return (node) => {
    for (const { test, holds, otherwise } of guardsAt(node, true))
      if (otherwise === undefined && verdicts.of(test) === !holds) return true;
    return isUnreachable(node);
  };
}

/**
 * Tells what a call of the functions around it certainly reaches where users are, but for what they ask of their own
 * parameters.
 */
export function certaintyOf(program: JavaScriptProgram, values: ValueReader): (node: Node) => boolean {
  const verdicts = new Verdicts(values);

  /** Whether a test asks for nothing but what functions around it are given. */
  function isOfParameters(test: Node, steps = 0): boolean {
    if (steps > MAX_STEPS || test.type === "ThisExpression") return false;
    if (test.type === "Identifier") return isOfParameter(test, steps);
    if (test.type === "SwitchCase") return [test.parent.discriminant, test.test].every((each) => isTold(each, steps));
    if (test.type === "MemberExpression" && !test.computed) return isTold(test.object, steps);
    return childrenOf(program.sourceCode, test).every((each) => isTold(each, steps));
  }

  function isTold(part: Node | null, steps: number): boolean {
    return part === null || isOfParameters(part, steps + 1);
  }

  function isOfParameter(name: TSESTree.Identifier, steps: number): boolean {
    const variable = program.scopes.variableOf(name);
    const [definition] = variable?.defs ?? [];
    if (variable === undefined || definition === undefined) return GLOBALS.has(name.name);
    if (definition.type === "Parameter") return true;
    const init = program.scopes.isReassigned(variable) ? undefined : initialiserOf(program.scopes, name);
    return init !== undefined && functionAround(definition.node) !== undefined && isTold(init, steps);
  }

  return (node) => {
    if (isUnreachable(node)) return false;
    return [...guardsAt(node, true)].every(({ test, holds, otherwise }) => {
      if (otherwise !== undefined) return true;
      const verdict = verdicts.of(test);
      return verdict === undefined ? isOfParameters(test) : verdict === holds;
    });
  };
}

/** Globals that are the same wherever a program runs, and those that there are in every browser. */
const GLOBALS: ReadonlySet<string> = new Set(
  "Array Boolean Error JSON NaN Number Object String console document undefined window".split(" "),
);

/** Whether a node stands behind a `return`. */
function isUnreachable(node: Node): boolean {
  for (let child = node, around = parentOf(node); around !== undefined; child = around, around = parentOf(around)) {
    const list = child.type === "FunctionDeclaration" ? undefined : statementsOf(around);
    if (list?.slice(0, Math.max(0, indexIn(list, child))).some(isLeaving) === true) return true;
  }
  return false;
}

/** Works out what tests come to where an application's users are; undefined for what may come to either. */
class Verdicts {
  readonly #values: ValueReader;
  readonly #bounded = depthGuard(MAX_STEPS);
  readonly #paths = new Map<Value, readonly string[]>();

  constructor(values: ValueReader) {
    this.#values = values;
  }

  of(test: Node): Verdict {
    return this.#bounded(() => verdictOn(conditionOf(test), (question) => this.#answer(question)));
  }

  #answer(question: Question): Verdict {
    switch (question.kind) {
      case "equal": {
        const [left, right] = question.sides;
        return this.#isEqual(left, right) ?? this.#isEqual(right, left);
      }
      case "among":
        return this.#isAmong(question.item, withoutTypes(question.holder)) ?? this.#read(question.test);
      case "other":
        return this.#read(question.test);
    }
  }

  #read(node: Node): Verdict {
    switch (node.type) {
      case "Literal":
        return typeof node.value === "boolean" ? node.value : undefined;
      case "LogicalExpression": // `isDev ?? false`
        return this.of(node.left);
      case "ConditionalExpression": {
        const isTrue = this.of(node.test);
        if (isTrue !== undefined) return this.of(isTrue ? node.consequent : node.alternate);
        const verdict = this.of(node.consequent);
        return verdict === this.of(node.alternate) ? verdict : undefined;
      }
      case "CallExpression":
        return this.#compared(node) ?? this.#called(node);
      default:
        return this.#held(node);
    }
  }

  #isEqual(asked: Node, other: Node): Verdict {
    const text = textOf(other);
    return text === undefined ? undefined : this.#isText(asked, text);
  }

  /** `["development", "test"].includes(process.env.NODE_ENV)` */
  #isAmong(item: Node, list: Node): Verdict {
    if (list.type !== "ArrayExpression") return undefined;
    return oneHolds(list.elements.map((each) => (each === null ? undefined : this.#isEqual(item, each))));
  }

  /** `location.hostname.includes("localhost")`: part of a text that is not there is not there, either. */
  #compared({ callee, arguments: [argument] }: TSESTree.CallExpression): false | undefined {
    if (callee.type !== "MemberExpression" || argument === undefined) return undefined;
    if (!COMPARING.has(propertyName(callee))) return undefined;
    return this.#isEqual(callee.object, argument) === false ? false : undefined;
  }

  /** `isDev()`, by what the function yields or is called; `Boolean(isDev)` */
  #called({ callee, arguments: [argument] }: TSESTree.CallExpression): Verdict {
    const value = this.#values.valueOf(callee);
    if (argument !== undefined && value.source === "Boolean") return this.of(argument);
    const yielded = this.#values.referents.functionsOf(value).map(yieldOf);
    const told = yielded.map((each) => each && this.of(each));
    return told.length > 0 && told[0] !== undefined && new Set(told).size === 1 ? told[0] : this.#named(value);
  }

  #held(node: Node): Verdict {
    const value = this.#values.valueOf(node);
    const definition = value.kind === "name" || value.kind === "member" ? value.definition : undefined;
    const defined = definition && this.#values.nodeOf(definition);
    return (defined && this.of(defined)) ?? this.#named(value);
  }

  #named(value: Value): Verdict {
    const imported = value.kind === "name" ? value.binding?.import : undefined;
    const told = imported && inProductionByImport(imported.module, imported.name);
    return told ?? firstOf(this.#pathsOf(value), inProductionByName);
  }

  /** Whether an expression holds a text where users are. */
  #isText(node: Node, text: string): Verdict {
    return firstOf(this.#pathsOf(this.#values.valueOf(node)), (path) => isTextInProduction(path, text));
  }

  /** The ways to what a value is, its own first: also `process.env.NODE_ENV` for `mode`, which was set to it. */
  #pathsOf(value: Value): readonly string[] {
    const known = this.#paths.get(value);
    if (known !== undefined) return known;
    const paths = [...new Set(this.#bounded(() => this.#readPaths(value)))].slice(0, MAX_PATHS);
    this.#paths.set(value, paths);
    return paths;
  }

  #readPaths(value: Value): readonly string[] {
    switch (value.kind) {
      case "name":
        return [value.name, ...(value.definition === undefined ? [] : this.#pathsOf(value.definition))];
      case "member": {
        const own = this.#pathsOf(value.object).map((path) => `${path}.${value.name ?? ""}`);
        return [...own, ...(value.definition === undefined ? [] : this.#pathsOf(value.definition))];
      }
      case "choice": // `process.env.NODE_ENV ?? "development"`
        return value.branches.flatMap((branch) => this.#pathsOf(branch));
      default:
        return [value.source];
    }
  }
}

function firstOf(paths: readonly string[], verdictOf: (path: string) => Verdict): Verdict {
  return paths.map(verdictOf).find((each) => each !== undefined);
}
