import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../breadcrumb/index.ts";
import { inProductionByImport, inProductionByName, isTextInProduction } from "../../../sentry/development.ts";
import { depthGuard } from "../../depth.ts";
import { allHold, oneHolds, opposite } from "../../verdicts.ts";
import { parentOf, propertyName, textOf, withoutTypes, yieldOf, type Node } from "../syntax/nodes.ts";
import { indexIn, isLeaving, statementsOf } from "../syntax/statements.ts";
import { guardOf, mayReach } from "../values/text-tests.ts";
import type { ValueReader } from "../values/reader.ts";

/** Methods of texts and lists that compare; of `host.includes("localhost")` as good as `===`. */
const COMPARING: ReadonlySet<string | undefined> = new Set(["endsWith", "includes", "startsWith"]);

/** Further than this a constant is not followed through others. */
const MAX_STEPS = 20;

/** Tells what runs in development or in tests only, as the conditions around it say. */
export function developmentOf(values: ValueReader): (node: Node) => boolean {
  const verdicts = new Verdicts(values);

  /** Whether a statement is never passed where users are: `if (isProduction) return;` */
  function leaves(statement: Node): boolean {
    if (statement.type !== "IfStatement") return isLeaving(statement);
    const isTrue = verdicts.of(statement.test);
    if (isTrue === undefined) return false;
    const branch = isTrue ? statement.consequent : statement.alternate;
    const last = branch?.type === "BlockStatement" ? branch.body.at(-1) : branch;
    return last ? isLeaving(last) : false;
  }

  return (node) => {
    for (let child = node, around = parentOf(node); around !== undefined; child = around, around = parentOf(around)) {
      const guard = guardOf(around, child);
      if (guard !== undefined && verdicts.of(guard.test) === !guard.holds) return true;
      if (around.type === "SwitchCase" && child !== around.test && !verdicts.mayReach(around)) return true;
      const list = child.type === "FunctionDeclaration" ? undefined : statementsOf(around);
      if (list?.slice(0, Math.max(0, indexIn(list, child))).some(leaves) === true) return true;
    }
    return false;
  };
}

/** Works out what tests come to where an application's users are; undefined for what may come to either. */
class Verdicts {
  readonly #values: ValueReader;
  readonly #bounded = depthGuard(MAX_STEPS);

  constructor(values: ValueReader) {
    this.#values = values;
  }

  /** Whether a case of `switch (process.env.NODE_ENV)` may be reached. */
  mayReach(found: TSESTree.SwitchCase): boolean {
    const { discriminant } = found.parent;
    const own = found.test === null ? "production" : textOf(found.test);
    if (own === undefined || this.#isText(discriminant, own) === undefined) return true;
    return mayReach("production", found, (node) => node === discriminant) !== false;
  }

  of(test: Node): boolean | undefined {
    return this.#bounded(() => this.#read(withoutTypes(test)));
  }

  #read(node: Node): boolean | undefined {
    switch (node.type) {
      case "Literal":
        return typeof node.value === "boolean" ? node.value : undefined;
      case "UnaryExpression":
        return node.operator === "!" ? opposite(this.of(node.argument)) : undefined;
      case "LogicalExpression": {
        const sides = [this.of(node.left), this.of(node.right)];
        if (node.operator === "??") return sides[0];
        return node.operator === "||" ? oneHolds(sides) : allHold(sides);
      }
      case "ConditionalExpression": {
        const isTrue = this.of(node.test);
        if (isTrue !== undefined) return this.of(isTrue ? node.consequent : node.alternate);
        const verdict = this.of(node.consequent);
        return verdict === this.of(node.alternate) ? verdict : undefined;
      }
      case "BinaryExpression": {
        if (!/^[!=]==?$/u.test(node.operator)) return undefined;
        const isEqual = this.#isEqual(node.left, node.right) ?? this.#isEqual(node.right, node.left);
        return node.operator.startsWith("=") ? isEqual : opposite(isEqual);
      }
      case "CallExpression":
        return this.#compared(node) ?? this.#called(node);
      default:
        return this.#held(node);
    }
  }

  #isEqual(asked: Node, other: Node): boolean | undefined {
    const text = textOf(other);
    return text === undefined ? undefined : this.#isText(asked, text);
  }

  /** `["development", "test"].includes(process.env.NODE_ENV)`, `location.hostname.includes("localhost")` */
  #compared({ callee, arguments: [argument] }: TSESTree.CallExpression): boolean | undefined {
    if (callee.type !== "MemberExpression" || argument === undefined) return undefined;
    if (!COMPARING.has(propertyName(callee))) return undefined;
    const list = withoutTypes(callee.object);
    // Part of a text that is not there is not there, either; the other way round tells nothing.
    if (list.type !== "ArrayExpression") return this.#isEqual(list, argument) === false ? false : undefined;
    return oneHolds(list.elements.map((item) => (item === null ? undefined : this.#isEqual(argument, item))));
  }

  /** `isDev()`, by what the function yields or is called; `Boolean(isDev)` */
  #called({ callee, arguments: [argument] }: TSESTree.CallExpression): boolean | undefined {
    const value = this.#values.valueOf(callee);
    if (argument !== undefined && value.source === "Boolean") return this.of(argument);
    const yielded = this.#values.referents.functionsOf(value).map(yieldOf);
    const told = yielded.map((each) => each && this.of(each));
    return told.length > 0 && told[0] !== undefined && new Set(told).size === 1 ? told[0] : this.#named(value);
  }

  #held(node: Node): boolean | undefined {
    const value = this.#values.valueOf(node);
    const definition = value.kind === "name" || value.kind === "member" ? value.definition : undefined;
    const defined = definition && this.#values.nodeOf(definition);
    return (defined && this.of(defined)) ?? this.#named(value);
  }

  #named(value: Value): boolean | undefined {
    const imported = value.kind === "name" ? value.binding?.import : undefined;
    const told = imported && inProductionByImport(imported.module, imported.name);
    return told ?? firstOf(this.#pathsOf(value), inProductionByName);
  }

  /** Whether an expression holds a text where users are. */
  #isText(node: Node, text: string): boolean | undefined {
    return firstOf(this.#pathsOf(this.#values.valueOf(node)), (path) => isTextInProduction(path, text));
  }

  /** The ways to what a value is, its own first: also `process.env.NODE_ENV` for `mode`, which was set to it. */
  #pathsOf(value: Value): readonly string[] {
    return this.#bounded(() => this.#readPaths(value)) ?? [];
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

function firstOf(paths: readonly string[], verdictOf: (path: string) => boolean | undefined): boolean | undefined {
  return paths.map(verdictOf).find((each) => each !== undefined);
}
