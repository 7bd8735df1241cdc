import type { TSESTree } from "@typescript-eslint/utils";
import { textOf, type Value } from "../../../breadcrumb/index.ts";
import { isTransparent } from "../syntax/enclosing-function.ts";
import type { Node } from "../program.ts";
import type { Variable } from "../names/scopes.ts";
import { declaredName, declaredMember, ownerOf, parentOf, propertyName, type Owner } from "../syntax/nodes.ts";
import { depthGuard } from "../../depth.ts";
import { remember } from "../../remember.ts";
import type { Knowledge } from "./context.ts";
import { writtenBy } from "./destructuring.ts";
import type { Referent, Referents } from "./recognition.ts";

/** How many things an expression is taken to stand for; what may be more could be anything. */
const MAX_REFERENTS = 64;

/** How far what is asked for one thing asks for another; longer chains are not written by hand. */
const MAX_DEPTH = 30;

/** How much is asked for one thing in all. */
const MAX_STEPS = 500;

/** Calls that hand back their first argument. */
const HANDING_BACK: ReadonlySet<string> = new Set(["Object.freeze", "Object.seal", "Promise.resolve"]);

/** Objects of a Vue component whose members `this` has. */
const COMPONENT_OPTIONS: ReadonlySet<string | undefined> = new Set(["computed", "methods"]);

export function createReferents(knowledge: Knowledge): Referents {
  const { base, program } = knowledge;
  const known = new WeakMap<Value, readonly Referent[]>();
  const knownMembers = new Map<Value, Map<string, readonly Referent[]>>();
  const bounded = depthGuard(MAX_DEPTH);
  let depth = 0;
  let left = 0;

  function referentsOf(value: Value): readonly Referent[] {
    const before = known.get(value);
    if (before !== undefined) return before;
    if (depth === 0) left = MAX_STEPS;
    if (depth >= MAX_DEPTH || left === 0) return [itself(value)];
    depth += 1;
    left -= 1;
    known.set(value, []); // for what is defined by itself
    const found = distinct(read(value));
    known.set(value, found);
    depth -= 1;
    return found;
  }

  function read(value: Value): readonly Referent[] {
    switch (value.kind) {
      case "choice":
        return value.branches.flatMap(referentsOf);
      case "name":
        return ofName(value);
      case "member": {
        if (value.definition !== undefined) return referentsOf(value.definition);
        const name = value.name ?? value.index?.toString();
        return name === undefined
          ? [itself(value)]
          : referentsOf(value.object).flatMap((referent) => memberOfReferent(referent, name));
      }
      case "call":
        return ofCall(value);
      default:
        return [itself(value)];
    }
  }

  function ofName(value: Value & { readonly kind: "name" }): readonly Referent[] {
    const own = itself(value);
    const variable = variableOf(value);
    const typed = typeOf(own) === undefined ? [] : [own];
    if (value.definition !== undefined) return [...typed, ...referentsOf(value.definition)];
    // A parameter as such, which its own default refers to.
    const isParameter = variable?.defs.some(
      ({ type, name }) => type === "Parameter" && name === knowledge.nodeOf(value),
    );
    const held = variable === undefined || isParameter === true ? [] : heldBy(variable);
    return held.length === 0 ? [own] : [...typed, ...held];
  }

  /** What a variable holds at any time, where it cannot be told for one place. */
  function heldBy(variable: Variable): readonly Referent[] {
    // Of an overloaded function, the last is the one that runs.
    const definition = variable.defs.at(-1);
    const declared = definition?.node as Node | undefined;
    const own =
      declared?.type === "TSImportEqualsDeclaration"
        ? ofEntity(declared.moduleReference)
        : definition?.type === "FunctionName" || definition?.type === "ClassName"
          ? [itself(base.valueOf(definition.node))]
          : [];
    const written = knowledge.flow.writesOf(variable).flatMap((write) => {
      const value = writtenBy(base, write);
      return value === undefined ? [] : referentsOf(value);
    });
    return [...own, ...written];
  }

  /** `S.addBreadcrumb` of `import X = S.addBreadcrumb` */
  function ofEntity(name: Node): readonly Referent[] {
    if (name.type === "Identifier") return referentsOf(base.valueOf(name));
    if (name.type !== "TSQualifiedName") return [];
    return ofEntity(name.left).flatMap((referent) => memberOfReferent(referent, name.right.name));
  }

  function ofCall(call: Value & { readonly kind: "call" }): readonly Referent[] {
    const own = [itself(call)];
    const { callee } = call;
    if (call.construct) return own;
    if (call.result !== undefined) return referentsOf(call.result);
    const node = knowledge.nodeOf(call);
    const [first] = call.arguments;
    if (first !== undefined && node?.type === "CallExpression" && handsBack(node, callee)) return referentsOf(first);
    if (callee.kind === "member" && callee.name === "bind") return referentsOf(callee.object);
    if (callee.kind === "member" && first !== undefined && (callee.name === "get" || callee.name === "at")) {
      const key = first.kind === "number" ? String(first.number) : textOf(first);
      const found = key === undefined ? [] : referentsOf(callee.object).flatMap((from) => entryOf(from, key));
      if (found.length > 0) return found;
    }
    const yielded = referentsOf(callee).flatMap(({ value, path }) =>
      value.kind === "function" && path.length === 0 && value.returns !== undefined ? referentsOf(value.returns) : [],
    );
    return yielded.length === 0 ? own : yielded;
  }

  function handsBack(node: TSESTree.CallExpression, callee: Value): boolean {
    return isTransparent(node) || HANDING_BACK.has(callee.source);
  }

  /** What a list has at a place, or a map under a name. */
  function entryOf({ value, path }: Referent, key: string): readonly Referent[] {
    if (path.length > 0) return [];
    if (value.kind === "list") return memberOfReferent({ value, path }, key);
    const [entries] = value.kind === "call" && value.construct ? value.arguments : [];
    return entries === undefined ? [] : pairedWith(entries, key);
  }

  /** What stands beside a name in `[["name", value], …]`. */
  function pairedWith(entries: Value, key: string): readonly Referent[] {
    return referentsOf(entries).flatMap(({ value: list }) =>
      (list.kind === "list" ? list.items : []).flatMap((pair) => {
        const [name, value] = pair.kind === "list" ? pair.items : [];
        return name !== undefined && value !== undefined && textOf(name) === key ? referentsOf(value) : [];
      }),
    );
  }

  function memberOfReferent(referent: Referent, name: string): readonly Referent[] {
    const { value, path } = referent;
    const further = [{ value, path: [...path, name] }];
    const found = path.length > 0 ? [] : ownMembers(value, name);
    return found.length > 0 ? found : further;
  }

  /** The members that the file shows, remembered: objects may be spread into one another in circles, and many times. */
  function ownMembers(value: Value, name: string): readonly Referent[] {
    const members = remember(knownMembers, value, () => new Map<string, readonly Referent[]>());
    const before = members.get(name);
    if (before !== undefined) return before;
    members.set(name, []); // for what is a member of itself
    const found = distinct(bounded(() => readMembers(value, name)) ?? []);
    members.set(name, found);
    return found;
  }

  function readMembers(value: Value, name: string): readonly Referent[] {
    switch (value.kind) {
      case "record": {
        const field = value.fields.findLast((each) => each.name === name);
        const spread = value.spreads.flatMap((each) =>
          referentsOf(each).flatMap((referent) => memberOfReferent(referent, name)),
        );
        return field === undefined ? spread : referentsOf(field.value);
      }
      case "list": {
        const item = value.items[Number(name)];
        return item === undefined ? [] : referentsOf(item);
      }
      case "name": {
        const node = knowledge.nodeOf(value);
        const owner = node?.type === "ThisExpression" ? ownerOf(node) : undefined;
        return owner === undefined ? [] : ofOwner(owner, name);
      }
      case "call": {
        if (value.construct) return classesOf(value.callee).flatMap((owner) => ofOwner(owner, name));
        const [entries] = value.callee.source === "Object.fromEntries" ? value.arguments : [];
        return entries === undefined ? [] : pairedWith(entries, name);
      }
      case "unknown": {
        const owner = classAt(value);
        return owner === undefined ? [] : ofOwner(owner, name);
      }
      default:
        return [];
    }
  }

  /** What `this` has under a name in a class or an object literal, a class's static members included. */
  function ofOwner(owner: Owner, name: string): readonly Referent[] {
    const { methods, getters, writes } = knowledge.membersOf(owner);
    const method = methods.get(name);
    const yielded = getters.get(name);
    const returned = yielded && knowledge.returnsOf(yielded);
    const found = [
      ...(method === undefined ? [] : [itself(base.valueOf(method))]),
      ...[...(returned ?? []), ...(writes.get(name) ?? [])].flatMap((node) => referentsOf(base.valueOf(node))),
    ];
    if (found.length > 0) return found;
    if (owner.type === "ObjectExpression") return [owner, ...besides(owner)].flatMap((each) => ofLiteral(each, name));
    const parent = owner.superClass === null ? [] : classesOf(base.valueOf(owner.superClass));
    return parent.flatMap((each) => (each === owner ? [] : (bounded(() => ofOwner(each, name)) ?? [])));
  }

  function ofLiteral(literal: TSESTree.ObjectExpression, name: string): readonly Referent[] {
    return ownMembers(base.valueOf(literal), name);
  }

  function classesOf(value: Value): readonly Owner[] {
    return referentsOf(value).flatMap(({ value: each, path }) => (path.length === 0 ? (classAt(each) ?? []) : []));
  }

  function classAt(value: Value): Owner | undefined {
    const node = knowledge.nodeOf(value);
    return node?.type === "ClassDeclaration" || node?.type === "ClassExpression" ? node : undefined;
  }

  function variableOf(value: Value): Variable | undefined {
    const node = knowledge.nodeOf(value);
    const isName = node?.type === "Identifier" || node?.type === "JSXIdentifier";
    return isName ? program.scopes.variableOf(node) : undefined;
  }

  function typeOf({ value, path: [member, ...others] }: Referent): TSESTree.TypeNode | undefined {
    if (value.kind !== "name" || others.length > 0) return undefined;
    if (member === undefined) {
      const declared = variableOf(value)?.defs[0]?.name as Node | undefined;
      return declared && declaredName(declared)?.typeAnnotation?.typeAnnotation;
    }
    const node = knowledge.nodeOf(value);
    const owner = node?.type === "ThisExpression" ? ownerOf(node) : undefined;
    return owner && declaredMember(owner, member)?.type;
  }

  return { of: referentsOf, member: memberOfReferent, typeOf };
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

/** A Vue component has its methods in an object beside its hooks; `this` is the component in all of them. */
function besides(owner: TSESTree.ObjectExpression): readonly TSESTree.ObjectExpression[] {
  const around = parentOf(owner);
  const component = around?.type === "Property" && around.parent.type === "ObjectExpression" ? [around.parent] : [];
  return [owner, ...component].flatMap(({ properties }) => properties.flatMap(optionsObject));
}

function optionsObject(property: TSESTree.ObjectLiteralElement): readonly TSESTree.ObjectExpression[] {
  return property.type === "Property" &&
    COMPONENT_OPTIONS.has(propertyName(property)) &&
    property.value.type === "ObjectExpression"
    ? [property.value]
    : [];
}
