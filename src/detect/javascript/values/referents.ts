import type { TSESTree } from "@typescript-eslint/utils";
import {
  textOf,
  type Value,
  type ChoiceValue,
  type ListValue,
  type MemberValue,
  type OperationValue,
  type RecordValue,
  type SingleValue,
  type TemplateValue,
} from "../../../breadcrumb/index.ts";
import { handsBack } from "../syntax/enclosing-function.ts";
import type { Node } from "../program.ts";
import type { Variable } from "../names/scopes.ts";
import {
  componentObjects,
  declaredName,
  declaredMember,
  isFunction,
  ownerOf,
  type FunctionNode,
  type Owner,
} from "../syntax/nodes.ts";
import { depthGuard } from "../../depth.ts";
import { remember } from "../../remember.ts";
import type { FileContext } from "./context.ts";
import { writtenBy } from "./destructuring.ts";
import type { Referent, Referents } from "./recognition.ts";

/** How many things an expression is taken to stand for; what may be more could be anything. */
const MAX_REFERENTS = 64;

/** How far what is asked for one thing asks for another; longer chains are not written by hand. */
const MAX_DEPTH = 30;

/** How much is asked for one thing in all. */
const MAX_STEPS = 500;

/** Objects of a Vue component whose members `this` has. */
const COMPONENT_OPTIONS: ReadonlySet<string | undefined> = new Set(["computed", "methods"]);

/** Follows values to what they may stand for; what it found it remembers for the file. */
export class ReferentFinder implements Referents {
  readonly #context: FileContext;
  readonly #known = new Map<Value, readonly Referent[]>();
  readonly #knownMembers = new Map<Value, Map<string, readonly Referent[]>>();
  readonly #bounded = depthGuard(MAX_DEPTH);
  #depth = 0;
  #left = 0;

  constructor(context: FileContext) {
    this.#context = context;
  }

  of(value: Value): readonly Referent[] {
    const before = this.#known.get(value);
    if (before !== undefined) return before;
    if (this.#depth === 0) this.#left = MAX_STEPS;
    if (this.#depth >= MAX_DEPTH || this.#left === 0) return [itself(value)];
    this.#depth += 1;
    this.#left -= 1;
    this.#known.set(value, []); // for what is defined by itself
    const found = distinct(this.#read(value));
    this.#known.set(value, found);
    this.#depth -= 1;
    return found;
  }

  #read(value: Value): readonly Referent[] {
    switch (value.kind) {
      case "choice":
        return value.branches.flatMap((each) => this.of(each));
      case "name":
        return this.#ofName(value);
      case "member": {
        if (value.definition !== undefined) return this.of(value.definition);
        const name = value.name ?? value.index?.toString();
        return name === undefined
          ? [itself(value)]
          : this.of(value.object).flatMap((referent) => this.member(referent, name));
      }
      case "call":
        return this.#ofCall(value);
      default:
        value satisfies SingleValue | TemplateValue | RecordValue | ListValue | OperationValue;
        return [itself(value)];
    }
  }

  #ofName(value: Value & { readonly kind: "name" }): readonly Referent[] {
    const own = itself(value);
    const variable = this.#variableOf(value);
    const typed = this.typeOf(own) === undefined ? [] : [own];
    if (value.definition !== undefined) return [...typed, ...this.of(value.definition)];
    // A parameter as such, which its own default refers to.
    const isParameter = variable?.defs.some(
      ({ type, name }) => type === "Parameter" && name === this.#context.nodeOf(value),
    );
    const held = variable === undefined || isParameter === true ? [] : this.#heldBy(variable);
    return held.length === 0 ? [own] : [...typed, ...held];
  }

  /** The possible values of a variable at any time, if they cannot be told for one place. */
  #heldBy(variable: Variable): readonly Referent[] {
    // Of an overloaded function, the last is the one that runs.
    const definition = variable.defs.at(-1);
    const declared = definition?.node as Node | undefined;
    const own =
      declared?.type === "TSImportEqualsDeclaration"
        ? this.#ofEntity(declared.moduleReference)
        : definition?.type === "FunctionName" || definition?.type === "ClassName"
          ? [itself(this.#context.base.valueOf(definition.node))]
          : [];
    const written = this.#context.flow.writesOf(variable).flatMap((write) => {
      const value = writtenBy(this.#context.base, write);
      return value === undefined ? [] : this.of(value);
    });
    return [...own, ...written];
  }

  /** `S.addBreadcrumb` of `import X = S.addBreadcrumb` */
  #ofEntity(name: Node): readonly Referent[] {
    if (name.type === "Identifier") return this.of(this.#context.base.valueOf(name));
    if (name.type !== "TSQualifiedName") return [];
    return this.#ofEntity(name.left).flatMap((referent) => this.member(referent, name.right.name));
  }

  #ofCall(call: Value & { readonly kind: "call" }): readonly Referent[] {
    const own = [itself(call)];
    const { callee } = call;
    if (call.construct) return own;
    if (call.result !== undefined) return this.of(call.result);
    const node = this.#context.nodeOf(call);
    const [first] = call.arguments;
    if (first !== undefined && node?.type === "CallExpression" && handsBack(node)) return this.of(first);
    // One that is given arguments beforehand takes others than the function itself.
    if (callee.kind === "member" && callee.name === "bind")
      return call.arguments.length > 1 ? own : this.of(callee.object);
    if (callee.kind === "member" && first !== undefined && (callee.name === "get" || callee.name === "at")) {
      const key = first.kind === "number" ? String(first.number) : textOf(first);
      const found = key === undefined ? [] : this.of(callee.object).flatMap((from) => this.#entryOf(from, key));
      if (found.length > 0) return found;
    }
    const yielded = this.of(callee).flatMap(({ value, path }) =>
      value.kind === "function" && path.length === 0 && value.returns !== undefined ? this.of(value.returns) : [],
    );
    return yielded.length === 0 ? own : yielded;
  }

  /** The item of an array at an index, or the value of a map for a name. */
  #entryOf({ value, path }: Referent, key: string): readonly Referent[] {
    if (path.length > 0) return [];
    if (value.kind === "list") return this.member({ value, path }, key);
    const [entries] = value.kind === "call" && value.construct ? value.arguments : [];
    return entries === undefined ? [] : this.#pairedWith(entries, key);
  }

  /** The value beside a name in `[["name", value], …]`. */
  #pairedWith(entries: Value, key: string): readonly Referent[] {
    return this.of(entries).flatMap(({ value: list }) =>
      (list.kind === "list" ? list.items : []).flatMap((pair) => {
        const [name, value] = pair.kind === "list" ? pair.items : [];
        return name !== undefined && value !== undefined && textOf(name) === key ? this.of(value) : [];
      }),
    );
  }

  member(referent: Referent, name: string): readonly Referent[] {
    const { value, path } = referent;
    const further = [{ value, path: [...path, name] }];
    const found = path.length > 0 ? [] : this.#ownMembers(value, name);
    return found.length > 0 ? found : further;
  }

  /** The members that the file shows, remembered: objects may be spread into one another in circles, and many times. */
  #ownMembers(value: Value, name: string): readonly Referent[] {
    const members = remember(this.#knownMembers, value, () => new Map<string, readonly Referent[]>());
    const before = members.get(name);
    if (before !== undefined) return before;
    members.set(name, []); // for what is a member of itself
    const found = distinct(this.#bounded(() => this.#readMembers(value, name)) ?? []);
    members.set(name, found);
    return found;
  }

  #readMembers(value: Value, name: string): readonly Referent[] {
    switch (value.kind) {
      case "record": {
        const field = value.fields.findLast((each) => each.name === name);
        const spread = value.spreads.flatMap((each) =>
          this.of(each).flatMap((referent) => this.member(referent, name)),
        );
        return field === undefined ? spread : this.of(field.value);
      }
      case "list": {
        const item = value.items[Number(name)];
        return item === undefined ? [] : this.of(item);
      }
      case "name": {
        const node = this.#context.nodeOf(value);
        const owner = node?.type === "ThisExpression" ? ownerOf(node) : undefined;
        return owner === undefined ? [] : this.#ofOwner(owner, name);
      }
      case "call": {
        if (value.construct) return this.#classesOf(value.callee).flatMap((owner) => this.#ofOwner(owner, name));
        const [entries] = value.callee.source === "Object.fromEntries" ? value.arguments : [];
        return entries === undefined ? [] : this.#pairedWith(entries, name);
      }
      case "unknown": {
        const owner = this.#classAt(value);
        return owner === undefined ? [] : this.#ofOwner(owner, name);
      }
      default:
        value satisfies SingleValue | TemplateValue | MemberValue | ChoiceValue | OperationValue;
        return [];
    }
  }

  /** The member of `this` with a name in a class or an object literal, including static members. */
  #ofOwner(owner: Owner, name: string): readonly Referent[] {
    const { methods, getters, writes } = this.#context.membersOf(owner);
    const method = methods.get(name);
    const yielded = getters.get(name);
    const returned = yielded && this.#context.returnsOf(yielded);
    const found = [
      ...(method === undefined ? [] : [itself(this.#context.base.valueOf(method))]),
      ...[...(returned ?? []), ...(writes.get(name) ?? [])].flatMap((node) =>
        this.of(this.#context.base.valueOf(node)),
      ),
    ];
    if (found.length > 0) return found;
    if (owner.type === "ObjectExpression")
      return [owner, ...componentObjects(owner, COMPONENT_OPTIONS)].flatMap((each) => this.#ofLiteral(each, name));
    const parent = owner.superClass === null ? [] : this.#classesOf(this.#context.base.valueOf(owner.superClass));
    return parent.flatMap((each) => (each === owner ? [] : (this.#bounded(() => this.#ofOwner(each, name)) ?? [])));
  }

  #ofLiteral(literal: TSESTree.ObjectExpression, name: string): readonly Referent[] {
    return this.#ownMembers(this.#context.base.valueOf(literal), name);
  }

  #classesOf(value: Value): readonly Owner[] {
    return this.of(value).flatMap(({ value: each, path }) => (path.length === 0 ? (this.#classAt(each) ?? []) : []));
  }

  #classAt(value: Value): Owner | undefined {
    const node = this.#context.nodeOf(value);
    return node?.type === "ClassDeclaration" || node?.type === "ClassExpression" ? node : undefined;
  }

  #variableOf(value: Value): Variable | undefined {
    const node = this.#context.nodeOf(value);
    const isName = node?.type === "Identifier" || node?.type === "JSXIdentifier";
    return isName ? this.#context.program.scopes.variableOf(node) : undefined;
  }

  functionsOf(value: Value): readonly FunctionNode[] {
    return this.of(value).flatMap(({ value: each, path }) => {
      const node = path.length === 0 ? this.#context.nodeOf(each) : undefined;
      return node !== undefined && isFunction(node) ? [node] : [];
    });
  }

  typeOf({ value, path: [member, ...others] }: Referent): TSESTree.TypeNode | undefined {
    if (value.kind !== "name" || others.length > 0) return undefined;
    if (member === undefined) {
      const declared = this.#variableOf(value)?.defs[0]?.name as Node | undefined;
      return declared && declaredName(declared)?.typeAnnotation?.typeAnnotation;
    }
    const node = this.#context.nodeOf(value);
    const owner = node?.type === "ThisExpression" ? ownerOf(node) : undefined;
    return owner && declaredMember(owner, member)?.type;
  }
}

function itself(value: Value): Referent {
  return { value, path: [] };
}

function distinct(referents: readonly Referent[]): readonly Referent[] {
  const found: Referent[] = [];
  for (const each of referents) {
    if (found.length === MAX_REFERENTS) break;
    if (!found.some((other) => other.value === each.value && other.path.join() === each.path.join())) found.push(each);
  }
  return found;
}
