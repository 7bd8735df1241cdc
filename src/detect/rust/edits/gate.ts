import { isWithin, type Binding, type Edit, type Range } from "../../../breadcrumb/index.ts";
import { childAfter, childOf, closest, hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { createMutations } from "../flow/mutations.ts";
import { createBindings, type Bindings } from "../names/bindings.ts";
import type { Variable } from "../names/variables.ts";
import type { RustProgram } from "../program.ts";
import type { Recording } from "../recording/argument-map.ts";
import {
  accessOf,
  argumentsOf,
  branchesOf,
  calleeOf,
  firstOf,
  functionAround,
  isMethod,
  itemName,
  lastOf,
  operandsOf,
  parametersOf,
  partsOf,
  plainName,
} from "../syntax/nodes.ts";
import { readChildrenOf, type CollectedNodes } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";

/** What becomes of a value: it is recorded, whatever else is done to the record; something else reads it; neither. */
type Fate = "recorded" | "elsewhere" | "nowhere";

/** A value on its way out of the expression that it stands in. */
interface Way {
  /** Where it stands. */
  readonly start: RustNode;
  /** The fields that lead from the value to the part of it that is changed. */
  readonly path: readonly string[];
  /** Whether a function of which nothing is known has been handed it. */
  readonly isHandedOut: boolean;
  /** Whether it has been put into something that is recorded. */
  readonly isKept: boolean;
}

/** Macros that only put together what they are given. */
const BUILDING = /(?:^|::)(?:format|format_args|concat|vec|json|hashmap|btreemap)$/u;

/** Functions that only wrap what they are given: `Some`, `Cow::Borrowed`, `String::from`, `Box::new`. */
const WRAPPING = /(?:^|::)(?:\p{Lu}\w*|new|from)$/u;

/**
 * The gate that every fix passes: tells whether edits change more than breadcrumbs, or more than is seen. What is
 * recorded may be used elsewhere, and a wrapper may do more with what it is given.
 */
export function createGate(
  program: RustProgram,
  reader: ValueReader,
  found: CollectedNodes,
  recordings: readonly Recording[],
): (edits: readonly Edit[]) => boolean {
  const gate = new Gate(program, reader, found, recordings);
  return (edits) => edits.some(({ range }) => gate.affectsOtherCode(range));
}

class Gate {
  readonly #program: RustProgram;
  readonly #reader: ValueReader;
  readonly #recordings: ReadonlyMap<RustNode, Recording>;
  readonly #bindings: Bindings;
  readonly #fates = new Map<string, Fate>();

  constructor(program: RustProgram, reader: ValueReader, found: CollectedNodes, recordings: readonly Recording[]) {
    this.#program = program;
    this.#reader = reader;
    this.#recordings = new Map(recordings.map((recording) => [recording.call, recording]));
    this.#bindings = createBindings(program, found, createMutations(program, found));
  }

  /** Whether a change in a span reaches further than the breadcrumb. */
  affectsOtherCode(range: Range): boolean {
    const node = this.#nodeAround(range);
    // A change of the call itself is one of the breadcrumb.
    if (this.#recordings.has(node)) return false;
    return this.#fateOf(node, []) === "elsewhere";
  }

  /** The innermost node that a span lies in. */
  #nodeAround(range: Range): RustNode {
    const { sourceCode } = this.#program;
    let found: RustNode = sourceCode.ast;
    for (let node: RustNode | undefined = found; node !== undefined;) {
      found = node;
      node = readChildrenOf(node, sourceCode).find((child) => isWithin(range, child.range));
    }
    return found;
  }

  /** The destination of a value, or of a part of it. */
  #fateOf(start: RustNode, path: readonly string[]): Fate {
    let way: Way = { start, path, isHandedOut: false, isKept: false };
    let child = start;
    for (let node = child.parent; node !== undefined; child = node, node = node.parent) {
      const next = this.#step(node, child, way);
      if (next === "nowhere" && way.isKept) return "recorded";
      if (typeof next === "string") return next;
      way = next;
    }
    return "nowhere";
  }

  /** The effect of the parent node on a value. */
  #step(node: RustNode, child: RustNode, way: Way): Way | Fate {
    switch (node.type) {
      case "FieldInitializer":
      case "ShorthandFieldInitializer":
        return { ...way, path: [this.#nameOf(firstOf(node)), ...way.path] };
      case "FieldExpression":
        return this.#takenOff(node, way);
      case "ArgList":
        return node.parent?.type === "CallExpression" ? this.#given(node.parent, child, way) : way;
      case "MacroInvocation":
        return this.#givenToMacro(node, way);
      case "LetDeclaration":
        return child === childAfter(node, "=") ? this.#bound(node, way) : "nowhere";
      case "AssignmentExpression":
        return this.#assigned(node, child, way);
      case "BinaryExpression":
        return this.#program.textOf(operandsOf(node)[1]) === "+" ? way : "elsewhere";
      case "IfExpression":
        return child === branchesOf(node).condition ? "elsewhere" : way;
      case "MatchExpression":
        return child === partsOf(node)[0] ? "elsewhere" : way;
      case "MatchArm":
        return child === lastOf(node) ? way : "elsewhere";
      case "WhileExpression":
      case "ForExpression":
        return child === lastOf(node) ? "nowhere" : "elsewhere";
      case "ExpressionStatement":
        return hasToken(node, ";") ? "nowhere" : way;
      case "Block":
        return child === lastOf(node) ? way : "nowhere";
      case "ReturnExpression":
        return this.#returned(functionAround(node), way);
      case "ClosureExpression":
        return node.parent?.type === "ArgList" ? way : this.#returned(node, way);
      case "FunctionItem":
        return this.#returned(node, way);
      case "ConstItem":
      case "StaticItem":
        return this.#ofItem(node, way);
      default:
        return way;
    }
  }

  /** The effect of reading a field of the value, or of calling a method. */
  #takenOff(node: RustNode, way: Way): Way | Fate {
    const { parent } = node;
    if (parent?.type === "CallExpression" && calleeOf(parent) === node) {
      return this.#reader.methodOf({ object: firstOf(node), name: lastOf(node) }) === undefined ? way : "elsewhere";
    }
    const [key, ...rest] = way.path;
    if (key === undefined) return way;
    // Who reads another field sees no change.
    return key === this.#nameOf(lastOf(node)) ? { ...way, path: rest } : "recorded";
  }

  /** The effect of a call on an argument. */
  #given(call: RustNode, argument: RustNode, way: Way): Way | Fate {
    const recording = this.#recordings.get(call);
    if (recording !== undefined && recording.entry !== "wrapper") return "recorded";
    const callee = calleeOf(call);
    const access = accessOf(callee);
    const method = access && this.#reader.methodOf(access);
    const functions = access === undefined ? this.#reader.functionsOf(callee) : method === undefined ? [] : [method];
    if (functions.length > 0) {
      const index = argumentsOf(call).indexOf(argument);
      const fates = functions.map((called) =>
        this.#ofParameter(called, index + (access !== undefined && isMethod(called) ? 1 : 0), way.path),
      );
      return worst(fates);
    }
    if (recording !== undefined) return "elsewhere";
    if (access === undefined) {
      return WRAPPING.test(this.#program.textOf(callee)) ? way : { ...way, isHandedOut: true };
    }
    const holder = this.#variableIn(access.object);
    if (holder === undefined) return { ...way, isHandedOut: true };
    return this.#ofVariable(holder.variable, holder.path) === "recorded" ? { ...way, isKept: true } : "elsewhere";
  }

  /** The effect of a macro on an argument; a macro of the file may be seen to use it once. */
  #givenToMacro(macro: RustNode, way: Way): Way | Fate {
    const { textOf } = this.#program;
    const recording = this.#recordings.get(macro);
    if (recording === undefined) {
      return BUILDING.test(textOf(firstOf(macro))) ? { ...way, path: [] } : { ...way, isHandedOut: true };
    }
    const { wrapper } = recording;
    if (wrapper?.variables === undefined) return "elsewhere";
    const names = [...wrapper.variables].flatMap(([name, nodes]) =>
      nodes.some(({ range }) => isWithin(way.start.range, range)) ? [name] : [],
    );
    const body = textOf(lastOf(wrapper.function));
    const isUsedOnce = names.length > 0 && names.every((name) => body.split(name).length === 2);
    return isUsedOnce ? "recorded" : "elsewhere";
  }

  #bound(declaration: RustNode, { path, isHandedOut }: Way): Fate {
    if (isHandedOut) return "elsewhere";
    const scope = closest(declaration, "Block", "IfExpression", "WhileExpression", "LetChain");
    const variables = scope === undefined ? [] : this.#program.variables.boundIn(scope);
    return this.#ofVariables(
      variables.filter(({ identifier }) => isWithin(identifier.range, declaration.range)),
      path,
    );
  }

  #assigned(assignment: RustNode, child: RustNode, { path, isHandedOut }: Way): Fate {
    const [target] = operandsOf(assignment);
    if (child === target) return "recorded";
    const holder = this.#variableIn(target);
    if (holder === undefined || isHandedOut) return "elsewhere";
    return this.#ofVariable(holder.variable, [...holder.path, ...path]);
  }

  /** The variable that a place is in, and the fields from there: of `crumb.data` it is `crumb`. */
  #variableIn(place: RustNode): { readonly variable: Variable; readonly path: readonly string[] } | undefined {
    const path: string[] = [];
    let current = place;
    for (let access = accessOf(current); access !== undefined; access = accessOf(current)) {
      path.unshift(this.#nameOf(access.name));
      current = access.object;
    }
    const variable = current.type === "Identifier" ? this.#program.variables.variableOf(current) : undefined;
    return variable && { variable, path };
  }

  #ofParameter(called: RustNode, index: number, path: readonly string[]): Fate {
    const variables = this.#program.variables
      .boundIn(called)
      .filter(({ source }) => source.kind === "parameter" && source.index === index);
    return index < parametersOf(called).length ? this.#ofVariables(variables, path) : "elsewhere";
  }

  /** The effect on the parts that a pattern takes. */
  #ofVariables(variables: readonly Variable[], path: readonly string[]): Fate {
    return worst(
      variables.map((variable) => {
        let rest = path;
        for (const step of variable.steps) {
          if (step.kind === "wrapped") continue;
          if (step.kind !== "field") return "elsewhere";
          if (rest[0] !== step.name) return "recorded";
          rest = rest.slice(1);
        }
        return this.#ofVariable(variable, rest);
      }),
    );
  }

  #ofVariable(variable: Variable, path: readonly string[]): Fate {
    return this.#ofAll(variable.identifier, this.#usesOf(this.#bindings.ofVariable(variable)), path);
  }

  /** The combined effect of all uses of a declaration; a definition in terms of itself adds none. */
  #ofAll(declared: RustNode, uses: readonly RustNode[], path: readonly string[]): Fate {
    const key = JSON.stringify([declared.range, path]);
    let fate = this.#fates.get(key);
    if (fate === undefined) {
      this.#fates.set(key, "recorded");
      fate = worst(uses.map((use) => this.#fateOf(use, path)));
      this.#fates.set(key, fate);
    }
    return fate;
  }

  /** The nodes that use a name; a pattern that binds another of that name uses none. */
  #usesOf({ uses }: Binding): readonly RustNode[] {
    return uses.map((use) => this.#nodeAround(use)).filter(({ type }) => type !== "BoundIdentifier");
  }

  #ofItem(item: RustNode, { path }: Way): Fate {
    const name = itemName(item);
    if (name === undefined || isSeenOutside(item)) return "elsewhere";
    return this.#ofAll(name, this.#usesOf(this.#bindings.ofItem(name, false)), path);
  }

  /** The effect of the callers on a function's result. */
  #returned(owner: RustNode | undefined, { path, isHandedOut }: Way): Fate {
    const name = owner?.type === "FunctionItem" ? itemName(owner) : undefined;
    if (owner === undefined || name === undefined || isHandedOut || isSeenOutside(owner)) return "elsewhere";
    const uses = this.#usesOf(this.#bindings.ofItem(name, false));
    const calls = uses.flatMap(({ parent }) => (parent?.type === "CallExpression" ? [parent] : []));
    if (calls.length === 0 || calls.length < uses.length) return "elsewhere";
    return this.#ofAll(name, calls, path);
  }

  #nameOf(node: RustNode): string {
    return plainName(this.#program.textOf(node));
  }
}

/** Whether an item can be named by other files, or as a member of its type. */
function isSeenOutside(item: RustNode): boolean {
  return childOf(item, "Vis") !== undefined || item.parent?.type === "DeclarationList";
}

/** What becomes of all together: nothing more may read any of them. */
function worst(fates: readonly Fate[]): "recorded" | "elsewhere" {
  return fates.every((fate) => fate === "recorded") ? "recorded" : "elsewhere";
}
