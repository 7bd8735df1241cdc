import { parse } from "@typescript-eslint/parser";

/** What a module can do beyond computing, as its text tells. Each list is sorted and names everything once. */
export interface Abilities {
  /** Modules that it loads: `import`, `export … from`, and `import()` or `require()` of a literal text. */
  readonly loads: readonly string[];
  /** What it asks `process.getBuiltinModule` for. */
  readonly builtIns: readonly string[];
  /** Members of `node:fs` that it uses, under the name `fs`. */
  readonly files: readonly string[];
  /** Names that reach a network, a process, or code in a text, and modules whose name is computed. */
  readonly dangers: readonly string[];
}

/** Globals of Node.js and of browsers, wherever they are mentioned and not as a key or member. */
const DANGEROUS = new Set([
  "eval",
  "Function",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "Worker",
  "importScripts",
  "Deno",
  "Bun",
]);

/** Members of `process` that load native code, start or send. */
const DANGEROUS_OF_PROCESS = new Set(["binding", "_linkedBinding", "dlopen", "kill", "send", "execve", "mainModule"]);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/**
 * Reads a module, JavaScript or TypeScript; types do not count.
 * @throws where the text does not parse.
 */
export function abilitiesOf(text: string): Abilities {
  const loads = new Set<string>();
  const builtIns = new Set<string>();
  const files = new Set<string>();
  const dangers = new Set<string>();

  const load = (source: unknown, how: string): void => {
    const name = literalOf(source);
    if (name === undefined) dangers.add(`${how} of what is computed`);
    else loads.add(name);
  };
  const visit = (node: Node, parent: Node | undefined, key: string): void => {
    if (
      node.type.startsWith("TS") &&
      !/^TS(?:As|Satisfies|NonNull)|^TSTypeAssertion|^TSParameterProperty|^TSEnum/.test(node.type)
    )
      return;
    if (/^(?:Import|Export(?:Named|All))Declaration$/.test(node.type)) {
      if (node["importKind"] === "type" || node["exportKind"] === "type") return;
      if (isNode(node["source"])) load(node["source"], "import");
    }
    if (node.type === "ImportExpression") load(node["source"], "import()");
    if (node.type === "CallExpression") {
      const [callee, [argument]] = [nameOf(node["callee"]), node["arguments"] as readonly unknown[]];
      if (/^(?:__)?require$/.test(callee)) load(argument, "require()");
      if (callee === "process.getBuiltinModule") {
        const name = literalOf(argument);
        if (name === undefined) dangers.add("getBuiltinModule() of what is computed");
        else builtIns.add(name);
      }
    }
    if (node.type === "MemberExpression") {
      const [object = "", member = ""] = nameOf(node).split(".");
      if (object === "fs") files.add(member);
      if (object === "process" && DANGEROUS_OF_PROCESS.has(member)) dangers.add(`process.${member}`);
      if (node["computed"] === true && /^(?:fs|process|globalThis|window|global)$/.test(nameOf(node["object"]))) {
        dangers.add(`a computed member of ${nameOf(node["object"])}`);
      }
      if (member === "constructor" && parent?.type === "CallExpression" && key === "callee")
        dangers.add("constructor()");
      if (/^(?:globalThis|window|global|self)$/.test(object) && DANGEROUS.has(member)) dangers.add(member);
    }
    if (node.type === "Identifier" && typeof node["name"] === "string" && DANGEROUS.has(node["name"])) {
      const isKey = (key === "property" || key === "key") && parent?.["computed"] !== true;
      if (!isKey) dangers.add(node["name"]);
    }
    for (const [name, value] of Object.entries(node)) {
      if (name === "parent") continue;
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
        if (isNode(child)) visit(child, node, name);
    }
  };
  visit(parse(text, { sourceType: "module", range: false }) as unknown as Node, undefined, "");
  const sorted = (names: ReadonlySet<string>): string[] => [...names].sort();
  return { loads: sorted(loads), builtIns: sorted(builtIns), files: sorted(files), dangers: sorted(dangers) };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function literalOf(value: unknown): string | undefined {
  return isNode(value) && value.type === "Literal" && typeof value["value"] === "string" ? value["value"] : undefined;
}

/** `name` or `object.member`, through `?.`; nothing for anything else. */
function nameOf(value: unknown): string {
  if (!isNode(value)) return "";
  if (value.type === "ChainExpression") return nameOf(value["expression"]);
  if (value.type === "Identifier" && typeof value["name"] === "string") return value["name"];
  if (value.type !== "MemberExpression") return "";
  const member = value["computed"] === true ? (literalOf(value["property"]) ?? "") : nameOf(value["property"]);
  return `${nameOf(value["object"])}.${member}`;
}
