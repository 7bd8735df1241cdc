import { elementsOf, isNode } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { once } from "../../once.ts";
import type { RustProgram } from "../program.ts";
import { elementsWithin, partFrom, splitAt, type Element } from "../syntax/macros.ts";
import { firstOf, lastOf, plainName } from "../syntax/nodes.ts";
import type { Called } from "../values/context.ts";

/** The macros that a file defines by `macro_rules!`, by their names. */
export type Macros = ReadonlyMap<string, RustNode>;

/** The separators between a macro's arguments. */
const SEPARATORS = [",", ";", "=>"] as const;

/** The parts of a loop that are not its body. */
const PARENTHESES: ReadonlySet<string> = new Set(["(", ")"]);

/** Finds the macros of a file when first asked. */
export function macrosIn({ sourceCode, textOf }: RustProgram): () => Macros {
  return once(() => {
    const found = new Map<string, RustNode>();
    const pending: RustNode[] = sourceCode.text.includes("macro_rules") ? [sourceCode.ast] : [];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node.type === "MacroDefinition") found.set(plainName(textOf(firstOf(node))), node);
      else pending.push(...node.children);
    }
    return found;
  }, new Map());
}

/**
 * The rule of a macro of the file that a call takes, with what its variables stand for.
 * @returns undefined where no rule is seen to fit.
 */
export function bindMacro(program: RustProgram, macros: Macros, call: RustNode): Called | undefined {
  const definition = macros.get(plainName(program.textOf(lastOf(firstOf(call)))));
  for (const rule of definition?.children ?? []) {
    const variables = rule.type === "MacroRule" ? bindRule(program, firstOf(rule), lastOf(call)) : undefined;
    if (variables !== undefined) return { function: rule, arguments: [], variables };
  }
  return undefined;
}

function bindRule(
  program: RustProgram,
  pattern: RustNode,
  given: RustNode,
): ReadonlyMap<string, readonly RustNode[]> | undefined {
  const variables = new Map<string, RustNode[]>();
  const parts = splitAt(elementsWithin(given), SEPARATORS);
  let next = 0;
  for (const wanted of splitAt(elementsWithin(pattern), SEPARATORS)) {
    const repetition = wanted.find((element) => element.type === "TokenRepetition");
    const before = repetition === undefined ? wanted : wanted.slice(0, wanted.indexOf(repetition));
    if (before.length > 0 && !bindPart(program, variables, before, parts[next++], given)) return undefined;
    if (repetition === undefined || !isNode(repetition)) continue;
    const turn = splitAt(
      elementsOf(repetition).filter(({ type }) => !PARENTHESES.has(type)),
      SEPARATORS,
    );
    while (turn.length > 0 && next < parts.length) {
      for (const inner of turn) if (!bindPart(program, variables, inner, parts[next++], given)) return undefined;
    }
  }
  return next < parts.length ? undefined : variables;
}

/** Binds the variables of one part of a rule, `$name:kind` or `key = $name:kind`, to a part of what is given. */
function bindPart(
  { sourceCode, textOf }: RustProgram,
  variables: Map<string, RustNode[]>,
  wanted: readonly Element[],
  part: readonly Element[] | undefined,
  tree: RustNode,
): boolean {
  if (part === undefined) return false;
  let rest = part;
  for (const [index, element] of wanted.entries()) {
    if (element.type !== "TokenBinding" || !isNode(element)) {
      if (rest[0] === undefined || written(rest[0]) !== written(element)) return false;
      rest = rest.slice(1);
      continue;
    }
    // What a variable takes ends where the next word of the rule stands.
    const following = wanted[index + 1];
    const end = following === undefined ? -1 : rest.findIndex((each) => written(each) === written(following));
    const taken = end === -1 ? rest : rest.slice(0, end);
    rest = end === -1 ? [] : rest.slice(end);
    const bound = partFrom(sourceCode, tree, taken);
    if (bound === undefined) return false;
    const name = textOf(firstOf(element));
    const nodes = bound.kind === "other" ? [] : [bound.node];
    variables.set(name, [...(variables.get(name) ?? []), ...nodes]);
  }
  return rest.length === 0;

  function written(element: Element): string {
    return sourceCode.text.slice(...element.range);
  }
}
