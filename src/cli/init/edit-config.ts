import { parse, type ParserOptions } from "@babel/parser";
import type * as Babel from "@babel/types";
import packageJson from "../../../package.json" with { type: "json" };
import { SETTINGS_KEY } from "../../settings.ts";
import { styleOf, writeText, writeValue, type Style } from "./settings-text.ts";

/** What is to stand in an ESLint config. */
export interface ConfigAddition {
  /** `settings["sentry-breadcrumbs"]`, as far as it is new; plain data. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The plugin's configs that have to be there. */
  readonly presets: readonly ("recommended" | "rust")[];
}

/** A config with what was added to it, or why nothing can be. */
export type EditedConfig = { readonly text: string } | { readonly reason: string };

interface Insertion {
  readonly at: number;
  readonly text: string;
}

type List = Babel.ArrayExpression | Babel.CallExpression | Babel.ObjectExpression;

/** Functions that take configs, as a list or one by one, and hand back a list of them. */
const LISTING = /^(?:defineConfig|config)$/u;

/**
 * Adds to the text of an ESLint config. Where it goes, the syntax tree says; everything else stays to the letter.
 * @param path the name of the file, which says what language it is in.
 */
export function editConfig(text: string, path: string, addition: ConfigAddition): EditedConfig {
  let program: Babel.Program;
  try {
    program = parseConfig(text, path);
  } catch (error) {
    return { reason: `it does not parse: ${(error as SyntaxError).message}` };
  }
  const edit = new ConfigEdit(text, program);
  const reason = edit.add(addition);
  return reason === undefined ? { text: edit.result() } : { reason };
}

function parseConfig(text: string, path: string): Babel.Program {
  const plugins: ParserOptions["plugins"] = /\.[mc]?ts$/u.test(path) ? ["typescript"] : [];
  return parse(text, { sourceType: "unambiguous", plugins, tokens: false }).program;
}

class ConfigEdit {
  readonly #text: string;
  readonly #program: Babel.Program;
  readonly #style: Style;
  readonly #insertions: Insertion[] = [];

  constructor(text: string, program: Babel.Program) {
    this.#text = text;
    this.#program = program;
    this.#style = styleOf(text);
  }

  /** @returns why nothing can be added; undefined when it was */
  add({ settings, presets }: ConfigAddition): string | undefined {
    const list = this.#listOfConfigs();
    const existing = this.#existingSettings();
    if (existing.length > 1) return `it has more than one settings[${JSON.stringify(SETTINGS_KEY)}]`;
    const [own] = existing;
    if (own !== undefined && own.type !== "ObjectExpression") {
      return `its settings[${JSON.stringify(SETTINGS_KEY)}] stand elsewhere`;
    }
    const items: unknown[] = [];
    const local = this.#localName();
    const missing = presets.filter((preset) => !this.#mentions(preset, local));
    if (missing.length > 0) {
      const name = local ?? this.#import();
      items.push(...missing.map((preset) => new Source(`${name}.configs.${preset}`)));
    }
    if (own !== undefined) {
      const reason = this.#merge(own, settings);
      if (reason !== undefined) return reason;
    } else if (Object.keys(settings).length > 0) {
      items.push({ settings: { [SETTINGS_KEY]: settings } });
    }
    if (items.length === 0) return undefined;
    if (list === undefined) return "its configs are not in a list that stands in the file";
    this.#append(list, items);
    return undefined;
  }

  result(): string {
    let text = this.#text;
    const fromLast = this.#insertions
      .map((each, order) => ({ ...each, order }))
      .sort((a, b) => b.at - a.at || b.order - a.order);
    for (const { at, text: inserted } of fromLast) text = text.slice(0, at) + inserted + text.slice(at);
    return text;
  }

  /** The array of configs, or the call that takes them one by one. */
  #listOfConfigs(): List | undefined {
    for (const statement of this.#program.body) {
      const exported = exportedBy(statement);
      const list = exported && this.#listIn(exported, 0);
      if (list !== undefined) return list;
    }
    return undefined;
  }

  #listIn(node: Babel.Node, depth: number): List | undefined {
    const value = bare(node);
    if (value.type === "ArrayExpression") return value;
    if (value.type === "Identifier" && depth < 5) {
      const init = this.#initialiserOf(value.name);
      return init && this.#listIn(init, depth + 1);
    }
    if (value.type !== "CallExpression") return undefined;
    const callee = value.callee.type === "MemberExpression" ? value.callee.property : value.callee;
    if (callee.type !== "Identifier" || !LISTING.test(callee.name)) return undefined;
    const [first, ...others] = value.arguments;
    const inner = first === undefined || others.length > 0 ? undefined : bare(first);
    return inner?.type === "ArrayExpression" ? inner : value;
  }

  #initialiserOf(name: string): Babel.Expression | undefined {
    for (const statement of this.#program.body) {
      if (statement.type !== "VariableDeclaration" || statement.kind !== "const") continue;
      for (const { id, init } of statement.declarations)
        if (id.type === "Identifier" && id.name === name) return init ?? undefined;
    }
    return undefined;
  }

  #existingSettings(): readonly Babel.Node[] {
    const found: Babel.Node[] = [];
    for (const node of nodesOf(this.#program)) {
      if (node.type !== "ObjectProperty" || keyOf(node) !== "settings") continue;
      const settings = bare(node.value);
      const object = settings.type === "Identifier" ? this.#initialiserOf(settings.name) : settings;
      if (object?.type !== "ObjectExpression") continue;
      for (const property of object.properties) {
        if (property.type !== "ObjectProperty" || keyOf(property) !== SETTINGS_KEY) continue;
        const value = bare(property.value);
        found.push(value.type === "Identifier" ? (this.#initialiserOf(value.name) ?? value) : value);
      }
    }
    return [...new Set(found.map((node) => bare(node)))];
  }

  /** Adds what an object lacks. @returns why it cannot */
  #merge(own: Babel.ObjectExpression, added: Readonly<Record<string, unknown>>): string | undefined {
    const fresh: [string, unknown][] = [];
    for (const [key, value] of Object.entries(added)) {
      const property = own.properties.find((each) => each.type === "ObjectProperty" && keyOf(each) === key);
      const present = property?.type === "ObjectProperty" ? bare(property.value) : undefined;
      if (present === undefined) fresh.push([key, value]);
      else if (Array.isArray(value) && present.type === "ArrayExpression") {
        const known = new Set(present.elements.map((element) => element && JSON.stringify(dataOf(element))));
        const items = value.filter((item) => !known.has(JSON.stringify(item)));
        if (items.length > 0) this.#append(present, items);
      } else if (!Array.isArray(value) && present.type === "ObjectExpression" && typeof value === "object") {
        const reason = this.#merge(present, value as Readonly<Record<string, unknown>>);
        if (reason !== undefined) return reason;
      } else if (typeof value === "object") {
        return `its ${key} stand elsewhere`;
      }
    }
    if (fresh.length > 0)
      this.#append(
        own,
        fresh.map(([key, value]) => new Entry(key, value)),
      );
    return undefined;
  }

  /** The name under which the plugin is imported. */
  #localName(): string | undefined {
    for (const statement of this.#program.body) {
      if (statement.type === "ImportDeclaration" && statement.source.value === packageJson.name) {
        const name = statement.specifiers[0]?.local.name;
        if (name !== undefined) return name;
      }
      for (const { id, init } of statement.type === "VariableDeclaration" ? statement.declarations : []) {
        if (id.type === "Identifier" && init && requiredBy(init) === packageJson.name) return id.name;
      }
    }
    return undefined;
  }

  /** Whether the plugin's config is in use; who mounts the plugin by hand has no need of `recommended`. */
  #mentions(preset: string, local: string | undefined): boolean {
    if (local === undefined) return false;
    for (const node of nodesOf(this.#program)) {
      if (node.type === "MemberExpression" && memberText(node).startsWith(`${local}.configs.`)) {
        const used = memberText(node).slice(`${local}.configs.`.length);
        if (preset === "rust" ? used.startsWith("rust") : !used.startsWith("rust")) return true;
      }
      if (preset === "recommended" && node.type === "ObjectProperty" && keyOf(node) === "plugins") {
        const isMounted = [...nodesOf(node.value)].some((each) => each.type === "Identifier" && each.name === local);
        if (isMounted) return true;
      }
    }
    return false;
  }

  /** Imports the plugin. @returns under which name */
  #import(): string {
    const names = new Set(
      [...nodesOf(this.#program)].flatMap((node) => (node.type === "Identifier" ? [node.name] : [])),
    );
    const name = names.has("sentryBreadcrumbs") ? "sentryBreadcrumbsPlugin" : "sentryBreadcrumbs";
    const { body } = this.#program;
    const isCommonJs = !body.some(({ type }) => type.startsWith("Import") || type.startsWith("Export"));
    const { semicolon, lineBreak } = this.#style;
    const source = writeText(packageJson.name, this.#style);
    const text = `${isCommonJs ? `const ${name} = require(${source})` : `import ${name} from ${source}`}${semicolon ? ";" : ""}`;
    const last = body.findLast(
      (statement) =>
        statement.type === "ImportDeclaration" ||
        (statement.type === "VariableDeclaration" &&
          statement.declarations.some(({ init }) => init && requiredBy(init) !== undefined)),
    );
    if (last !== undefined) this.#insert(this.#endOfLine(placeOf(last).end), `${lineBreak}${text}`);
    else {
      const first = body[0];
      const comment = first?.leadingComments?.at(-1);
      // A comment that says the type of what follows stays with it.
      const at = comment?.type === "CommentBlock" ? comment.start : first?.start;
      this.#insert(at ?? 0, `${text}${lineBreak}${lineBreak}`);
    }
    return name;
  }

  #insert(at: number, text: string): void {
    this.#insertions.push({ at, text });
  }

  /** Adds items at the end of a list, each on a line of its own where the others are. */
  #append(list: List, items: readonly unknown[]): void {
    const elements: readonly (Babel.Node | null)[] =
      list.type === "ArrayExpression"
        ? list.elements
        : list.type === "CallExpression"
          ? list.arguments
          : list.properties;
    const last = elements.at(-1);
    const { indent, lineBreak } = this.#style;
    const close = placeOf(list).end - 1;
    const around = this.#indentAt(placeOf(list).start);
    if (!last) {
      const inner = around + indent;
      const lines = items.map((item) => `${lineBreak}${inner}${this.#write(item, inner)},`);
      this.#insert(this.#commentsEnd(close), `${lines.join("")}${lineBreak}${around}`);
      return;
    }
    const { start, end } = placeOf(last);
    const lastLine = this.#indentAt(start);
    const isOnOwnLine = this.#text.slice(this.#lineStart(start), start).trim() === "";
    const comma = this.#commaAfter(end, close);
    if (!isOnOwnLine) {
      const texts = items.map((item) => this.#write(item, around)).join(", ");
      this.#insert(comma === undefined ? end : comma + 1, comma === undefined ? `, ${texts}` : ` ${texts},`);
      return;
    }
    const lines = items.map((item) => `${lineBreak}${lastLine}${this.#write(item, lastLine)}`);
    if (comma === undefined) this.#insert(end, ",");
    const at = Math.min(this.#endOfLine(comma === undefined ? end : comma + 1), close);
    // The closing bracket is on the line of the last item.
    const isClosedThere = at === close;
    const place = isClosedThere ? end : at;
    this.#insert(place, lines.join(",") + (comma === undefined ? "" : ","));
  }

  #write(item: unknown, indent: string): string {
    if (item instanceof Source) return item.text;
    if (item instanceof Entry) {
      const [key = ""] = writeValue({ [item.key]: 0 }, this.#style)
        .slice(2)
        .split(":");
      return `${key}: ${writeValue(item.value, this.#style, indent, key.length + 2)}`;
    }
    return writeValue(item, this.#style, indent);
  }

  #lineStart(at: number): number {
    return this.#text.lastIndexOf("\n", at - 1) + 1;
  }

  #indentAt(at: number): string {
    return this.#text.slice(this.#lineStart(at), at).replace(/[^\t ].*$/su, "");
  }

  /** The end of a line if nothing but a comment follows on it; the place itself elsewhere. */
  #endOfLine(at: number): number {
    const rest = /^[\t ]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[\t ]*)?(?=\r?\n|$)/u.exec(this.#text.slice(at));
    return rest === null ? at : at + rest[0].trimEnd().length;
  }

  /** Where a comma stands between the last item of a list and its end; comments may stand there, too. */
  #commaAfter(end: number, close: number): number | undefined {
    const between = this.#text
      .slice(end, close)
      .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu, (comment) => " ".repeat(comment.length));
    const comma = between.indexOf(",");
    return comma === -1 ? undefined : end + comma;
  }

  /** An empty list may hold comments. */
  #commentsEnd(close: number): number {
    return this.#text.slice(0, close).trimEnd().length;
  }
}

/** Source text that stands for itself. */
class Source {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A property that is added to an object. */
class Entry {
  readonly key: string;
  readonly value: unknown;

  constructor(key: string, value: unknown) {
    this.key = key;
    this.value = value;
  }
}

/** What a statement exports as the module itself. */
function exportedBy(statement: Babel.Statement): Babel.Node | undefined {
  if (statement.type === "ExportDefaultDeclaration") return statement.declaration;
  if (statement.type === "TSExportAssignment") return statement.expression;
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
    return undefined;
  const { left, right } = statement.expression;
  return left.type === "MemberExpression" && memberText(left) === "module.exports" ? right : undefined;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a node stands; its type leaves that open, since a program can make nodes, too. */
function placeOf(node: Babel.Node): Place {
  return node as Babel.Node & Place;
}

function bare(node: Babel.Node): Babel.Node {
  let current = node;
  while (
    current.type === "TSAsExpression" ||
    current.type === "TSSatisfiesExpression" ||
    current.type === "ParenthesizedExpression"
  ) {
    current = current.expression;
  }
  return current;
}

function keyOf({ key, computed }: Babel.ObjectProperty): string | undefined {
  if (computed && key.type !== "StringLiteral") return undefined;
  return key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : undefined;
}

function requiredBy(node: Babel.Node): string | undefined {
  if (node.type === "MemberExpression") return requiredBy(node.object);
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "require")
    return undefined;
  const [source] = node.arguments;
  return source?.type === "StringLiteral" ? source.value : undefined;
}

/** `a.b.c`, with `["b"]` read as `.b`. */
function memberText(node: Babel.Node): string {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return "";
  const { object, property } = node;
  const name = property.type === "Identifier" ? property.name : property.type === "StringLiteral" ? property.value : "";
  return `${memberText(object)}.${name}`;
}

/** What a literal of plain data says; undefined for anything else. */
function dataOf(node: Babel.Node): unknown {
  const value = bare(node);
  switch (value.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
      return value.value;
    case "ArrayExpression":
      return value.elements.map((element) => element && dataOf(element));
    case "ObjectExpression":
      return Object.fromEntries(
        value.properties.flatMap((property) =>
          property.type === "ObjectProperty" ? [[keyOf(property) ?? "?", dataOf(property.value)]] : [],
        ),
      );
    default:
      return undefined;
  }
}

function* nodesOf(node: Babel.Node): Generator<Babel.Node, void, undefined> {
  const pending: unknown[] = [node];
  for (let next = pending.pop(); pending.length > 0 || next !== undefined; next = pending.pop()) {
    if (Array.isArray(next)) pending.push(...(next as unknown[]));
    else if (isNode(next)) {
      yield next;
      for (const [key, value] of Object.entries(next)) {
        if (typeof value === "object" && value !== null && key !== "loc" && !key.endsWith("Comments"))
          pending.push(value);
      }
    }
  }
}

function isNode(value: unknown): value is Babel.Node {
  return typeof value === "object" && value !== null && "type" in value;
}
