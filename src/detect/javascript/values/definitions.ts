import type { TSESTree } from "@typescript-eslint/utils";
import { resolve, type Change, type Value } from "../../../breadcrumb/index.ts";
import { MAX_MUTATIONS, builtUp, given } from "./mutated-objects.ts";
import { isFunctionName, resultOf } from "./call-results.ts";
import { isIndex } from "./forms.ts";
import type { Write } from "../flow/reaching-writes.ts";
import type { Mutation } from "../flow/mutations.ts";
import { changesAfter } from "../flow/later-changes.ts";
import type { Node } from "../program.ts";
import type { Reading } from "./context.ts";
import { memberOf, partial, siteOf, someMemberOf } from "./records.ts";
import type { Variable } from "../names/scopes.ts";
import { memberPath, ownerOf, parentOf, propertyName, textOf, withoutTypes } from "../syntax/nodes.ts";
import { writtenBy } from "./destructuring.ts";
import { thrownTo } from "./errors.ts";
import { LazyCall, LazyChoice, LazyName, LazyUnknown } from "./lazy-values.ts";

/** The value of a name at its use. */
export function definitionOf(reader: Reading, node: TSESTree.Identifier | TSESTree.JSXIdentifier): Value | undefined {
  const variable = reader.context.program.scopes.variableOf(node);
  // Of the signatures of an overloaded function, the last is the one that runs.
  const declaration = variable?.defs.at(-1);
  if (variable === undefined || declaration === undefined) return undefined;
  const isOnly = variable.defs.every((other) => other === declaration || other.node.type === "TSDeclareFunction");
  if (isOnly && isFunctionName(declaration)) {
    const isReplaced = variable.references.some((reference) => reference.isWrite());
    return isReplaced ? undefined : reader.valueOf(declaration.node);
  }
  const thrown = thrownTo(reader.context.program.sourceCode, variable);
  if (thrown.length > 0) {
    // Whatever is called there may throw, too.
    const others = (): Value => new LazyUnknown(reader.siteOf(node));
    return new LazyChoice(reader.siteOf(node), () => [...thrown.map((error) => reader.valueOf(error)), others()]);
  }
  const writes = reader.context.flow.writesReaching(variable, node);
  const only = writes?.[0];
  if (writes === undefined || only === undefined) return undefined;
  if (writes.length === 1) {
    const held = heldBy(reader, only, variable, node);
    return held !== undefined && isBoundOutside(reader, variable) ? beginning(held) : held;
  }
  const branches: Value[] = [];
  for (const write of writes) {
    const isParameter = write.pattern.source?.kind === "parameter";
    const branch = heldBy(reader, write, variable, node) ?? (isParameter ? given(reader, write) : undefined);
    if (branch === undefined) return undefined;
    branches.push(branch);
  }
  return new LazyChoice(reader.siteOf(node), () => branches);
}

/** Whether something out of sight may write a variable: who uses a component, or its markup (`bind:value`). */
function isBoundOutside(reader: Reading, variable: Variable): boolean {
  const declaration = variable.defs[0]?.parent;
  if (declaration?.type !== "VariableDeclaration" || declaration.kind !== "let") return false;
  const { body } = reader.context.program.sourceCode.ast;
  const isComponent = body.some(({ type }) => (type as string) === "SvelteScriptElement");
  return isComponent || parentOf(declaration)?.type === "ExportNamedDeclaration";
}

/** An empty initial value is there to be replaced. What an object begins with is told as a call of Vue's `reactive`. */
function beginning(held: Value): Value | undefined {
  if (held.kind === "nothing" || (held.kind === "text" && held.text === "")) return undefined;
  if (held.kind !== "record") return held;
  const { range, source } = held;
  return new LazyCall(siteOf(held), {
    callee: () => new LazyName({ range, source }, { name: "reactive" }),
    arguments: () => [held],
    construct: false,
  });
}

/** The value of a variable at a use after one of its writes, including changes to the object in between. */
function heldBy(reader: Reading, write: Write, variable: Variable, use: Node): Value | undefined {
  const own = readerAt(reader, write.identifier);
  const written = writtenBy(own, write);
  // The members of what was not made here are followed one by one, so that it keeps its own form.
  if (isObjectOfMember(use) && written?.kind !== "record" && written?.kind !== "list") return written;
  return builtUp(own, written, write, variable, use) ?? written;
}

/** Names outside of an inlined function are read as at their own place. */
function readerAt(reader: Reading, node: Node): Reading {
  if (reader.frame === undefined) return reader;
  const [start, end] = reader.frame.function.range;
  return start <= node.range[0] && node.range[1] <= end ? reader : reader.frame.caller;
}

/** The value of a member at its use. */
export function memberDefinitionOf(
  reader: Reading,
  node: TSESTree.MemberExpression,
  owner: Value,
  name: string | undefined,
): Value | undefined {
  const object = withoutTypes(node.object);
  if (isIndex(node.property)) {
    const list = resolve(owner);
    return list.kind === "list" && list.complete ? list.items[node.property.value] : undefined;
  }
  if (name === undefined) return someMemberOf(owner, reader.siteOf(node));
  if (object.type === "ThisExpression") return memberOfThis(reader, object, name);
  if (object.type === "Identifier") {
    const variable = reader.context.program.scopes.variableOf(object);
    const declared = variable?.defs[0]?.node;
    if (declared?.type === "TSEnumDeclaration") return enumMember(reader, declared, name);
    if (declared?.type === "ClassDeclaration") return staticMember(reader, declared, name);
    if (variable !== undefined && owner.kind === "name") {
      const written = writtenMember(reader, object, variable, name);
      if (written !== undefined) return written;
    }
  }
  return memberOf(owner, name);
}

/** The writes of straight-line code to a member of an object that was created elsewhere. */
function writtenMember(
  reader: Reading,
  object: TSESTree.Identifier,
  variable: Variable,
  name: string,
): Value | undefined {
  const mutations = reader.context.mutationsOf(variable);
  if (mutations?.some(({ kind }) => kind === "set") !== true) return undefined;
  const writes = reader.context.flow.writesReaching(variable, object);
  const write = writes?.[0];
  if (write === undefined || writes?.length !== 1) return undefined;
  const value = writtenBy(readerAt(reader, write.identifier), write);
  if (value?.kind === "record" || value?.kind === "list") return undefined;
  let held: Value | undefined;
  for (const mutation of mutations.slice(0, MAX_MUTATIONS)) {
    const reach = reader.context.flow.reach(mutation.node, object);
    if (reach !== "never" && !reader.context.isReadBySdk(mutation))
      held = heldAfter(reader, mutation, name, held, reach === "always");
  }
  return held;
}

/** The value of a member after a change to its object; it was `held` before. */
function heldAfter(
  reader: Reading,
  mutation: Mutation,
  name: string,
  held: Value | undefined,
  isSure: boolean,
): Value | undefined {
  const written = "path" in mutation ? reader.nameOf(mutation.path[0]) : undefined;
  // Without a name that can be read, any member may be written.
  if (written === undefined) return undefined;
  if (written !== name) return held;
  if (mutation.kind === "set" && mutation.path.length === 1 && isSure) return reader.valueOf(mutation.value);
  return mutation.kind === "escape" ? held && partial(held) : undefined;
}

function memberOfThis(reader: Reading, node: TSESTree.ThisExpression, name: string): Value | undefined {
  const owner = ownerOf(node);
  if (owner === undefined) return undefined;
  const { fields, getters } = reader.context.membersOf(owner);
  const getter = getters.get(name);
  if (getter !== undefined) return resultOf(reader, getter, []);
  const written = fields.get(name);
  if (written === undefined) return undefined;
  // Any method may change what a field holds.
  return reader.context.isLasting(owner, name) ? reader.valueOf(written) : partial(reader.valueOf(written));
}

/** The value of a class's static field without writes. */
function staticMember(reader: Reading, owner: TSESTree.ClassDeclaration, name: string): Value | undefined {
  const { context } = reader;
  const field = owner.body.body.find(
    (member) => member.type === "PropertyDefinition" && member.static && propertyName(member) === name,
  );
  const value = field?.type === "PropertyDefinition" ? field.value : null;
  if (value === null) return undefined;
  const variables = context.program.sourceCode.scopeManager?.getDeclaredVariables(owner) ?? [];
  const touching = variables.flatMap((variable) =>
    (context.mutationsOf(variable) ?? []).filter(
      (mutation) =>
        "path" in mutation &&
        [name, undefined].includes(reader.nameOf(mutation.path[0])) &&
        !context.isReadBySdk(mutation),
    ),
  );
  if (touching.some(({ kind }) => kind === "set" || kind === "remove")) return undefined;
  const isShared = touching.length > 0 || variables.some((variable) => context.bindings.bindingOf(variable).exported);
  return isShared ? partial(reader.valueOf(value)) : reader.valueOf(value);
}

function enumMember(reader: Reading, { body }: TSESTree.TSEnumDeclaration, name: string): Value | undefined {
  let next: number | undefined = 0;
  for (const member of body.members) {
    const value = member.initializer && reader.valueOf(member.initializer);
    if (value?.kind === "number") next = value.number;
    const key = member.id.type === "Identifier" ? member.id.name : textOf(member.id);
    if (key === name) {
      if (value !== undefined) return value;
      const { range, source } = reader.siteOf(member);
      return next === undefined ? undefined : { kind: "number", number: next, range, source };
    }
    next = next === undefined || (value !== undefined && value.kind !== "number") ? undefined : next + 1;
  }
  return undefined;
}

/** The changes to the value of a name, or of a member of one, after its use. */
export function laterChangesOf(reader: Reading, node: Node): readonly Change[] | undefined {
  const { root, path } = memberPath(node);
  const variable = root.type === "Identifier" ? reader.context.program.scopes.variableOf(root) : undefined;
  const mutations = variable && reader.context.mutationsOf(variable);
  if (variable === undefined || mutations === undefined) return undefined;
  return changesAfter(reader.context.program, variable, mutations, { node, path }, (expression) => {
    const value = reader.valueOf(expression);
    return resolve(value).kind === "list" || value.type?.kind === "list";
  });
}

function isObjectOfMember(use: Node): boolean {
  let node = use;
  let parent = parentOf(node);
  while (parent?.type === "TSNonNullExpression" || parent?.type === "TSAsExpression") {
    node = parent;
    parent = parentOf(node);
  }
  return parent?.type === "MemberExpression" && parent.object === node;
}
