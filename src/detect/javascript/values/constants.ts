import type { TSESTree } from "@typescript-eslint/utils";
import type { Scopes } from "../names/scopes.ts";
import { memberPath, propertyName, textOf, withoutTypes, type Node } from "../syntax/nodes.ts";

/** How to look up constants; without it, they are not looked up. */
export type Names = Scopes | undefined;

/** An entry of a constant list, object, enumeration, set or map. */
export interface Entry {
  /** What it is asked by, as filters write it; undefined where that is not known. */
  readonly texts: readonly string[] | undefined;
  /** Its place in a list; otherwise its value. */
  readonly number: number | undefined;
}

/** What a constant is in a filter: its text or number, and the enumeration's member that it is written as. */
export function textsOf(names: Names, written: Node): readonly string[] {
  const node = withoutTypes(written);
  if (node.type === "Literal" && (node.value === null || typeof node.value === "boolean")) return [`<${node.raw}>`];
  if (node.type === "Identifier" && node.name === "undefined") return ["<undefined>"];
  return [constantText(names, node), memberName(names, node)].filter((text) => text !== undefined);
}

/** `LogLevel.WARN`: others know it by that name only. */
function memberName(names: Names, written: Node): string | undefined {
  const node = constantIn(names, written);
  const name = node.type === "MemberExpression" && !node.computed ? propertyName(node) : undefined;
  if (name === undefined || node.type !== "MemberExpression" || node.object.type !== "Identifier") return undefined;
  const [declared] = names?.variableOf(node.object)?.defs ?? [];
  const isEnumeration = /^[A-Z]/u.test(node.object.name) && declared !== undefined && declared.type !== "Parameter";
  return isEnumeration ? `${node.object.name}.${name}` : undefined;
}

/** The number that a constant holds, or that a constant table holds of one. */
export function numberOf(names: Names, written: Node): number | undefined {
  const node = constantIn(names, written);
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const number = numberOf(names, node.argument);
    return number === undefined ? undefined : -number;
  }
  const [asked, table] = lookUpOf(node) ?? [];
  if (asked !== undefined && table !== undefined) {
    const texts = textsOf(names, asked);
    return entriesOf(names, table).find((entry) => entry.texts?.some((text) => texts.includes(text)))?.number;
  }
  const text = constantText(names, node);
  return text === undefined || text === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** What a table is asked for, and the table: `ORDER[level]`, `ORDER.get(level)`, `LEVELS.indexOf(level)`. */
export function lookUpOf(node: Node): readonly [asked: Node, table: Node] | undefined {
  if (node.type === "MemberExpression") return node.computed ? [node.property, node.object] : undefined;
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const [asked] = node.arguments;
  const isAsking = /^(?:get|indexOf)$/u.test(propertyName(node.callee) ?? "");
  return isAsking && asked !== undefined ? [asked, node.callee.object] : undefined;
}

/** The entries of what the member that a bound is written as belongs to; none if they are not all numbers. */
export function siblingsOf(names: Names, bound: Node): readonly Entry[] {
  const node = constantIn(names, bound);
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return [];
  const owner = node.object;
  const members = entriesOf(names, owner);
  if (members.some(({ number, texts }) => number === undefined || texts === undefined)) return [];
  return members.map(({ number, texts = [] }) => ({
    number,
    texts: [String(number), ...texts.map((name) => `${owner.name}.${name}`)],
  }));
}

/** What a list or set holds, or what an object, enumeration or map holds something under. */
export function entriesOf(names: Names, written: Node): readonly Entry[] {
  const node = constantIn(names, written);
  switch (node.type) {
    case "ObjectExpression":
      return node.properties.map((each): Entry => {
        if (each.type !== "Property") return { texts: undefined, number: undefined };
        const name = propertyName(each);
        const texts = name === undefined ? textsOf(names, each.key) : [name];
        return { texts: texts.length === 0 ? undefined : texts, number: numberOf(names, each.value) };
      });
    case "TSEnumDeclaration":
      return node.body.members.map((member) => ({
        texts: [memberKey(member)],
        number: numberIn(names, member),
      }));
    case "ArrayExpression":
      return node.elements.map((item, number) => entryOf(names, item, number));
    case "CallExpression":
    case "NewExpression": {
      const [list] = node.arguments;
      const { root, path } = memberPath(node.callee);
      const name = [...(root.type === "Identifier" ? [root.name] : []), ...path].join(".");
      if (list === undefined) return [];
      if (/^(?:Set|Object\.(?:freeze|keys))$/u.test(name)) return entriesOf(names, list);
      const entries = name === "Map" ? constantIn(names, list) : undefined;
      if (entries?.type !== "ArrayExpression") return [];
      return entries.elements.map((entry) => {
        const [key, value] = entry?.type === "ArrayExpression" ? entry.elements : [];
        return entryOf(names, key, value ? numberOf(names, value) : undefined);
      });
    }
    default:
      return [];
  }
}

function entryOf(names: Names, key: Node | null | undefined, number: number | undefined): Entry {
  const texts = key ? textsOf(names, key) : [];
  return { texts: texts.length === 0 ? undefined : texts, number };
}

/** The text of a literal, or of a constant, a member of a constant or of an enumeration that holds one. */
function constantText(names: Names, node: Node): string | undefined {
  const held = constantIn(names, node);
  if (held.type !== "MemberExpression") return textOf(held);
  const name = propertyName(held);
  const owner = constantIn(names, held.object);
  if (owner.type === "TSEnumDeclaration") {
    const member = owner.body.members.find((each) => memberKey(each) === name);
    const { initializer } = member ?? {};
    const number = member && numberIn(names, member);
    return (initializer && textOf(initializer)) ?? (number === undefined ? undefined : String(number));
  }
  const members = owner.type === "ObjectExpression" ? owner.properties : [];
  for (const each of members) if (each.type === "Property" && propertyName(each) === name) return textOf(each.value);
  return undefined;
}

function memberKey({ id }: TSESTree.TSEnumMember): string {
  return id.type === "Identifier" ? id.name : String(textOf(id));
}

/** The number of an enumeration's member, which may follow from the one before. */
function numberIn(names: Names, member: TSESTree.TSEnumMember): number | undefined {
  const { members } = member.parent;
  const index = members.indexOf(member);
  const last = members.slice(0, index + 1).findLastIndex(({ initializer }) => initializer !== undefined);
  const initializer = members[last]?.initializer;
  if (initializer === undefined) return index;
  const number = numberOf(names, initializer);
  return number === undefined ? undefined : number + index - last;
}

/** The initialiser of a constant, be it another file's; any other expression itself. */
export function constantIn(names: Names, written: Node): Node {
  const node = withoutTypes(written);
  const variable = node.type === "Identifier" ? names?.variableOf(node) : undefined;
  const imported = variable && names?.constantsOf(variable);
  if (imported !== undefined) return imported;
  const [declared, ...others] = variable?.defs ?? [];
  if (declared === undefined || others.length > 0) return node;
  if (declared.node.type === "TSEnumDeclaration") return declared.node;
  const isConstant = declared.parent?.type === "VariableDeclaration" && declared.parent.kind === "const";
  if (!isConstant || declared.node.type !== "VariableDeclarator" || declared.node.id.type !== "Identifier") return node;
  return declared.node.init === null ? node : withoutTypes(declared.node.init);
}
