import type { TSESTree } from "@typescript-eslint/utils";
import { depthGuard } from "../../depth.ts";
import { remember } from "../../remember.ts";
import { usesAt, type Path, type Use } from "../names/arrivals.ts";
import type { Members } from "../names/functions.ts";
import type { Scopes, Variable } from "../names/scopes.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isTransparent, memoOf } from "../syntax/enclosing-function.ts";
import { outsideTypes, parentOf, propertyName, type FunctionNode, type Owner } from "../syntax/nodes.ts";

/** Variables that hold variables, and functions that return what functions return, are followed this far. */
const MAX_DEPTH = 30;

/** So many steps are made for one question; what doubles at each step, as copies of copies do, has no end otherwise. */
const MAX_STEPS = 1000;

/** A value that arrives at more places is taken to be anywhere; that keeps a file's cost linear. */
const MAX_USES = 256;

/** Says where the values of a file go. */
export interface Uses {
  /** Every place where the value of an expression arrives, by way of variables, members and functions of the file. */
  of(expression: Node): readonly Use[];
  /** The same for what lies under a path in the value of a variable, by any of its names. */
  ofName(name: TSESTree.Identifier, path: Path): readonly Use[];
  /** The same for a function, wherever its name or that of the method is mentioned. */
  ofFunction(node: FunctionNode): readonly Use[];
  /** The same for what a function returns, by the calls of it that are seen. */
  ofResult(node: FunctionNode): readonly Use[];
}

/** The context for following uses in a file. */
export interface UsesOptions {
  readonly membersOf: (owner: Owner) => Members;
  /** Whether it does not matter where what a name is declared to hold, or a function to return, goes. */
  readonly isEnd: (declared: TSESTree.Identifier | FunctionNode) => boolean;
}

export function createUses(program: JavaScriptProgram, options: UsesOptions): Uses {
  return new Follower(program, options);
}

/** Follows values by way of the names of a file; what is found for a name is kept. */
class Follower implements Uses {
  readonly #scopes: Scopes;
  readonly #options: UsesOptions;
  readonly #bounded = depthGuard(MAX_DEPTH);
  #steps = 0;
  readonly #known = new Map<Variable | FunctionNode, Map<string, readonly Use[]>>();
  readonly #reads = new Map<Variable, ReadonlyMap<string | undefined, readonly Node[]>>();

  constructor({ scopes }: JavaScriptProgram, options: UsesOptions) {
    this.#scopes = scopes;
    this.#options = options;
  }

  of(expression: Node): readonly Use[] {
    this.#steps = 0;
    return this.#along(expression, []);
  }

  ofName(name: TSESTree.Identifier, path: Path): readonly Use[] {
    this.#steps = 0;
    return this.#ofName(name, path, { node: name, isCopy: false });
  }

  ofFunction(node: FunctionNode): readonly Use[] {
    this.#steps = 0;
    return this.#ofFunction(node);
  }

  ofResult(node: FunctionNode): readonly Use[] {
    this.#steps = 0;
    return this.#ofResult(node, []);
  }

  #along(expression: Node, path: Path): readonly Use[] {
    const found = usesAt(expression).flatMap((use) =>
      this.#follow({ ...use, path: [...use.path, ...path], isCopy: use.isCopy && path.length === 0 }),
    );
    return found.length > MAX_USES ? [lost(expression, path)] : found;
  }

  #deeper(expression: Node, path: Path): readonly Use[] {
    this.#steps += 1;
    const found = this.#steps > MAX_STEPS ? undefined : this.#bounded(() => this.#along(expression, path));
    return found ?? [lost(expression, path)];
  }

  #follow(use: Use): readonly Use[] {
    switch (use.kind) {
      case "written":
        return namesIn(use.target, use.path)?.flatMap((each) => this.#ofName(each.name, each.path, use)) ?? [use];
      case "member":
        return this.#followMember(use);
      case "returned":
        return this.#options.isEnd(use.function) ? [use] : [use, ...this.#ofResult(use.function, use.path)];
      case "field":
        return this.#followField(use);
      case "argument": {
        const { call, index, path } = use;
        const isHandedBack = index === 0 && call.type === "CallExpression" && isTransparent(call);
        return isHandedBack ? [use, ...this.#deeper(call, path)] : [use];
      }
      default:
        return [use];
    }
  }

  #ofName(name: TSESTree.Identifier, path: Path, { node, isCopy }: Pick<Use, "node" | "isCopy">): readonly Use[] {
    const variable = this.#scopes.variableOf(name);
    if (variable === undefined) return [lost(name, path)];
    const held: Use = { node, path, isCopy, kind: "held", variable, name };
    return this.#options.isEnd(name) ? [held] : [held, ...this.#ofVariable(variable, path)];
  }

  #followMember(use: Use & { readonly kind: "member" }): readonly Use[] {
    const { member } = use;
    const name = propertyName(member);
    const [key, ...rest] = use.path;
    if (key !== undefined) {
      if (key === null || name === undefined) return [use];
      return String(key) === name ? this.#deeper(member, rest) : [];
    }
    // `handler.bind(this)` is the handler.
    const bind = outsideTypes(member);
    const call = name === "bind" ? parentOf(bind) : undefined;
    return call?.type === "CallExpression" && call.callee === bind ? this.#deeper(call, []) : [use];
  }

  #followField(use: Use & { readonly kind: "field" }): readonly Use[] {
    const name = propertyName(use.field);
    const { mentions, hidden } = this.#options.membersOf(use.field.parent.parent);
    const mentioned = (name === undefined ? undefined : mentions.get(name)) ?? [];
    const isHidden = name !== undefined && (name.startsWith("#") || hidden.has(name));
    return [...(isHidden ? [] : [use]), ...this.#readUses(mentioned, use.path)];
  }

  /** Where what a variable or a function is, holds or hands out goes; what leads to itself ends. */
  #remembered(of: Variable | FunctionNode, id: string, read: () => readonly Use[]): readonly Use[] {
    const uses = remember(this.#known, of, () => new Map<string, readonly Use[]>());
    const before = uses.get(id);
    if (before !== undefined) return before;
    uses.set(id, []);
    const found = read();
    uses.set(id, found);
    return found;
  }

  #ofVariable(variable: Variable, path: Path): readonly Use[] {
    return this.#remembered(variable, JSON.stringify(path), () => this.#readUses(this.#readsOf(variable, path), path));
  }

  #ofFunction(node: FunctionNode): readonly Use[] {
    return this.#remembered(node, "itself", () => {
      if (node.type !== "FunctionDeclaration") return this.#along(node, []);
      const variable = node.id === null ? undefined : this.#scopes.variableOf(node.id);
      return variable === undefined ? [lost(node, [])] : this.#ofVariable(variable, []);
    });
  }

  #ofResult(node: FunctionNode, path: Path): readonly Use[] {
    return this.#remembered(node, JSON.stringify(path), () => this.#readUses(this.#callsOf(node), path));
  }

  #readUses(places: readonly Node[], path: Path): readonly Use[] {
    const found: Use[] = [];
    for (const place of places) {
      found.push(...this.#deeper(place, path));
      if (found.length > MAX_USES) return [lost(place, path)];
    }
    return found;
  }

  /** The reads of a variable that may be of what lies under a path. */
  #readsOf(variable: Variable, [key]: Path): readonly Node[] {
    const byMember = remember(this.#reads, variable, () => readsByMember(variable));
    if (key === undefined || key === null) return [...byMember.values()].flat();
    return [...(byMember.get(undefined) ?? []), ...(byMember.get(String(key)) ?? [])];
  }

  #callsOf(node: FunctionNode): readonly Node[] {
    const memo = memoOf(node);
    const calls = this.#ofFunction(node).flatMap((use) =>
      use.kind === "called" && use.path.length === 0 ? [use.call] : [],
    );
    return memo === undefined ? calls : [memo, ...calls];
  }
}

/** The placeholder for everything that cannot be followed. */
function lost(node: Node, path: Path): Use {
  return { kind: "kept", node, path, isCopy: false };
}

/**
 * The names of a pattern that get what lies under a path, and what leads from there to it.
 * @returns undefined where no name gets it: a member, a pattern that takes apart the value itself.
 */
function namesIn(
  target: Node,
  path: Path,
): readonly { readonly name: TSESTree.Identifier; readonly path: Path }[] | undefined {
  const [key, ...rest] = path;
  switch (target.type) {
    case "Identifier":
      return [{ name: target, path }];
    case "AssignmentPattern":
      return namesIn(target.left, path);
    case "ObjectPattern": {
      if (key === undefined || key === null) return undefined;
      const isKnown = target.properties.every(
        (each) => each.type === "RestElement" || propertyName(each) !== undefined,
      );
      if (!isKnown) return undefined;
      const taken = target.properties.find((each) => each.type === "Property" && propertyName(each) === String(key));
      if (taken?.type === "Property") return namesIn(taken.value, rest);
      const others = target.properties.find((each) => each.type === "RestElement");
      return others === undefined ? [] : namesIn(others.argument, path);
    }
    case "ArrayPattern": {
      if (typeof key !== "number" || target.elements.some((each) => each?.type === "RestElement")) return undefined;
      const item = target.elements[key];
      return item ? namesIn(item, rest) : [];
    }
    default:
      return undefined;
  }
}

/** The reads of a variable by the member that is taken off it; undefined for those of the whole, or of any. */
function readsByMember(variable: Variable): ReadonlyMap<string | undefined, readonly Node[]> {
  const reads = new Map<string | undefined, Node[]>();
  for (const reference of variable.references) {
    if (!reference.isRead()) continue;
    const { identifier } = reference;
    const member = parentOf(outsideTypes(identifier));
    const name = member?.type === "MemberExpression" && member.object === identifier ? propertyName(member) : undefined;
    const list = reads.get(name);
    if (list === undefined) reads.set(name, [identifier]);
    else list.push(identifier);
  }
  return reads;
}
