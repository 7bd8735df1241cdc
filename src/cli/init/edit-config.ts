import { parse, type ParserOptions } from "@babel/parser";
import type * as Babel from "@babel/types";
import packageJson from "../../../package.json" with { type: "json" };
import { SETTINGS_KEY } from "../../settings.ts";
import { bare, dataOf, exportedBy, keyOf, memberText, nameOf, nodesOf, placeOf, requiredBy } from "./config-tree.ts";
import { COMMAND, discoverCall, discoveredValue, PARSER, undiscovered, type FolderName } from "./discovering.ts";
import { NOTHING_NEW, type Reading } from "./new-files.ts";
import { Source, Spread, styleOf, writeText, writeValue, type Style } from "./settings-text.ts";

/** What to add to an ESLint config. */
export interface ConfigAddition {
  /** `settings["sentry-breadcrumbs"]`, as far as it is new; plain data. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The plugin's configs that have to be there. */
  readonly presets: readonly ("recommended" | "rust")[];
  /** Has the config ask `discover` of a folder, from its own: empty for the same. A fixed list is written without. */
  readonly discover?: string | undefined;
  /** How a module names its folder there; by the path when left out. */
  readonly folder?: FolderName | undefined;
  /** What lets files pass that ESLint lints only since the presets are there; nothing when left out. */
  readonly reading?: Reading | undefined;
}

/** A config with what was added to it, or why nothing can be. */
export type EditedConfig = { readonly text: string } | { readonly reason: string };

interface Insertion {
  readonly at: number;
  /** The end of what the text replaces. */
  readonly end: number;
  readonly text: string;
}

type List = Babel.ArrayExpression | Babel.CallExpression | Babel.ObjectExpression;

/** What the plugin exports for oxlint. */
const OXLINT = "oxlint";

/** Functions that take configs, as an array or as arguments, and return an array of them. */
const LISTING = /^(?:defineConfig|config|withNuxt)$/u;

/**
 * Adds to the text of an ESLint config. Where it goes, the syntax tree says; everything else stays to the letter.
 * @param path the name of the file, which says what language it is in.
 */
export function editConfig(text: string, path: string, addition: ConfigAddition): EditedConfig {
  return edited(text, path, (edit) => edit.add(addition));
}

/**
 * The same for a module that configures oxlint: one object, which extends the preset.
 * @param settings `settings["sentry-breadcrumbs"]`, plain data.
 */
export function editOxlintModule(
  text: string,
  path: string,
  settings: Readonly<Record<string, unknown>>,
): EditedConfig {
  return edited(text, path, (edit) => edit.addToOxlint(settings));
}

/** @param add adds to a config, or says why it cannot */
function edited(text: string, path: string, add: (edit: ConfigEdit) => string | undefined): EditedConfig {
  let program: Babel.Program;
  try {
    program = parseConfig(text, path);
  } catch (error) {
    return { reason: `it does not parse: ${(error as SyntaxError).message}` };
  }
  const edit = new ConfigEdit(text, program);
  const reason = add(edit);
  return reason === undefined ? { text: edit.result() } : { reason };
}

function parseConfig(text: string, path: string): Babel.Program {
  const plugins: ParserOptions["plugins"] = /\.[mc]?ts$/u.test(path) ? ["typescript"] : [];
  return parse(text, { sourceType: "unambiguous", plugins, tokens: false }).program;
}

function isCommonJs({ body }: Babel.Program): boolean {
  return !body.some(({ type }) => type.startsWith("Import") || type.startsWith("Export"));
}

/** Whether a config requires and assigns to `module.exports`; one that does not parse counts by its name. */
export function isWrittenInCommonJs(text: string, path: string): boolean {
  try {
    return isCommonJs(parseConfig(text, path));
  } catch {
    return path.endsWith(".cjs");
  }
}

class ConfigEdit {
  readonly #text: string;
  readonly #program: Babel.Program;
  readonly #style: Style;
  readonly #isCommonJs: boolean;
  /** What the module exports by default. */
  readonly #exported: readonly Babel.Node[];
  readonly #insertions: Insertion[] = [];
  readonly #imports: string[] = [];
  /** The names under which modules are imported by what is added. */
  readonly #added = new Map<string, string>();
  /** Whether what is exported is to be wrapped in a function that may wait. */
  #isAsync = false;

  constructor(text: string, program: Babel.Program) {
    this.#text = text;
    this.#program = program;
    this.#style = styleOf(text);
    this.#isCommonJs = isCommonJs(program);
    this.#exported = program.body.map(exportedBy).filter((node) => node !== undefined);
  }

  /** @returns why nothing can be added; undefined when it was */
  add({ settings, presets, discover, folder, reading = NOTHING_NEW }: ConfigAddition): string | undefined {
    const existing = this.#existingSettings();
    if (existing.length > 1) return `it has more than one settings[${JSON.stringify(SETTINGS_KEY)}]`;
    const [own] = existing;
    const items: unknown[] = [];
    const local = this.#localName(packageJson.name);
    const missing = presets.filter((preset) => !this.#mentions(preset, local));
    if (missing.length > 0) {
      const name = local ?? this.#importPlugin();
      items.push(...missing.map((preset) => presetWithout(`${name}.configs.${preset}`, preset, reading.leftOut)));
    }
    const { silenced } = reading;
    if (silenced !== undefined) {
      items.push({
        files: silenced.files,
        ...(silenced.comments && { linterOptions: { reportUnusedDisableDirectives: "off" } }),
        ...(silenced.rules.length > 0 && { rules: Object.fromEntries(silenced.rules.map((rule) => [rule, "off"])) }),
      });
    }
    const reason =
      discover === undefined
        ? this.#addFixed(own, settings, items)
        : this.#addDiscover(own, { discover, folder }, settings, items);
    if (reason !== undefined) return reason;
    const parsers = reading.parsers.map((entry) => this.#parserEntry(entry));
    if (items.length + parsers.length > 0 && !this.#addToList(parsers, items))
      return "it exports no configs by default that others could be added to";
    this.#insertImports();
    return undefined;
  }

  /** The same for oxlint. */
  addToOxlint(settings: Readonly<Record<string, unknown>>): string | undefined {
    const [exported] = this.#exported;
    const own = exported && this.#objectIn(exported);
    if (own === undefined) return "it exports no object by default";
    const local = this.#localExport(packageJson.name, OXLINT);
    const isExtended =
      local !== undefined &&
      [...nodesOf(this.#program)].some(
        (node) => node.type === "MemberExpression" && memberText(node).startsWith(`${local}.`),
      );
    const preset = isExtended ? undefined : `${local ?? this.#importNamed(OXLINT, packageJson.name)}.recommended`;
    const reason = this.#merge(own, {
      ...(preset !== undefined && { extends: [new Source(preset)] }),
      ...(Object.keys(settings).length > 0 && { settings: { [SETTINGS_KEY]: settings } }),
    });
    this.#insertImports();
    return reason;
  }

  /** The object that an expression stands for, or that it hands to `defineConfig`. */
  #objectIn(node: Babel.Node): Babel.ObjectExpression | undefined {
    const value = bare(node);
    if (value.type === "ObjectExpression") return value;
    const inner =
      value.type === "Identifier"
        ? this.#initialiserOf(value.name)
        : value.type === "CallExpression" && LISTING.test(memberText(value.callee))
          ? value.arguments[0]
          : undefined;
    return inner && this.#objectIn(inner);
  }

  #parserEntry({ files, parser }: Reading["parsers"][number]): unknown {
    const own = new Source(this.#importAs("breadcrumbsParser", PARSER));
    if (parser === "own") return { files, languageOptions: { parser: own } };
    const component = new Source(this.#importAs(parser.local, parser.name, parser.isWhole));
    return { files, languageOptions: { parser: component, parserOptions: { parser: own } } };
  }

  /**
   * @param first entries for files that others have none for: where others have one, it comes later and counts.
   * @param last the other entries.
   * @returns whether there is an export that they can be added to
   */
  #addToList(first: readonly unknown[], last: readonly unknown[]): boolean {
    const list = this.#listOfConfigs();
    if (list === undefined) return this.#wrap(first, last);
    const [element] = elementsOf(list);
    if (!element) this.#append(list, [...first, ...last]);
    else {
      const indent = this.#indentAt(placeOf(element).start);
      for (const item of first) this.#prepend(element, this.#write(item, indent));
      if (last.length > 0) this.#append(list, last);
    }
    return true;
  }

  /** Makes a list of whatever is exported: one config, or what a call gives, which may be a promise of many. */
  #wrap(first: readonly unknown[], last: readonly unknown[]): boolean {
    const [exported] = this.#exported;
    if (exported === undefined || /Function|Class/u.test(exported.type)) return false;
    const { start, end } = placeOf(exported);
    const { indent, lineBreak } = this.#style;
    const lines = (items: readonly unknown[]): string =>
      items.map((item) => `${indent}${this.#write(item, indent)},${lineBreak}`).join("");
    const waits = exported.type === "CallExpression" && (!this.#isCommonJs || this.#isAsync) ? "await " : "";
    const [open, close] = this.#isAsync ? ["(async () => ", ")()"] : ["", ""];
    this.#insert(start, `${open}[${lineBreak}${lines(first)}${indent}${waits}`);
    this.#insert(end, `,${lineBreak}${lines(last)}].flat()${close}`);
    return true;
  }

  /** @param items what goes into the list of configs; it is added to. @returns why nothing can be added */
  #addFixed(
    own: Babel.Node | undefined,
    settings: Readonly<Record<string, unknown>>,
    items: unknown[],
  ): string | undefined {
    if (own === undefined) {
      if (Object.keys(settings).length > 0) items.push({ settings: { [SETTINGS_KEY]: settings } });
      return undefined;
    }
    if (this.#asksDiscover(own)) return this.#fix(own, settings);
    if (own.type !== "ObjectExpression")
      return `its settings[${JSON.stringify(SETTINGS_KEY)}] are defined in another place`;
    return this.#merge(own, settings);
  }

  /** Puts settings in the place of the call that asks for them. @returns why it cannot */
  #fix(own: Babel.Node, settings: Readonly<Record<string, unknown>>): string | undefined {
    const { start, end } = placeOf(own);
    const others = own.type === "ObjectExpression" ? own.properties.filter((each) => !this.#asksDiscover(each)) : [];
    if (own.type !== "ObjectExpression" || others.length === 0)
      this.#replace(start, end, this.#write(settings, this.#indentAt(start)));
    else {
      const index = own.properties.findIndex((each) => this.#asksDiscover(each));
      const [before, call, after] = [-1, 0, 1].map((by) => own.properties[index + by]);
      if (call?.type !== "SpreadElement") return "its call of `discover` is not spread";
      const from = placeOf(call).start;
      if (after !== undefined) this.#replace(from, after.leadingComments?.[0]?.start ?? placeOf(after).start, "");
      else if (before !== undefined) {
        const comma = this.#commaAfter(placeOf(before).end, from) ?? from;
        const last = placeOf(call).end;
        this.#replace(this.#endOfLine(comma + 1), (this.#commaAfter(last, end) ?? last - 1) + 1, "");
      }
      const reason = this.#merge({ ...own, properties: others }, settings);
      if (reason !== undefined) return reason;
    }
    this.#dropDiscover();
    return undefined;
  }

  /** Removes the import of `discover`, if nothing else is imported there and its call was the only one. */
  #dropDiscover(): void {
    const local = this.#localDiscover();
    const uses = [...nodesOf(this.#program)].filter(
      (node) => node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === local,
    );
    const statement = this.#program.body.find((each) => {
      if (each.type === "ImportDeclaration") return each.source.value === COMMAND && each.specifiers.length === 1;
      const [only, ...others] = each.type === "VariableDeclaration" ? each.declarations : [];
      if (only?.id.type !== "ObjectPattern" || others.length > 0) return false;
      return only.init && requiredBy(only.init) === COMMAND && only.id.properties.length === 1;
    });
    if (statement === undefined || uses.length > 1) return;
    const { start, end } = placeOf(statement);
    this.#replace(start, this.#endOfLine(end) + this.#style.lineBreak.length, "");
  }

  /** The same for settings that are asked for at each start. */
  #addDiscover(
    own: Babel.Node | undefined,
    {
      discover,
      folder = "import.meta.dirname",
    }: { readonly discover: string; readonly folder: FolderName | undefined },
    settings: Readonly<Record<string, unknown>>,
    items: unknown[],
  ): string | undefined {
    const rest = undiscovered(settings);
    if (own !== undefined && this.#asksDiscover(own)) {
      if (own.type === "ObjectExpression") return this.#merge(own, rest);
      if (Object.keys(rest).length > 0) {
        const { start, end } = placeOf(own);
        const entries = Object.entries(rest).map(([key, value]) => this.#write(new Entry(key, value), ""));
        this.#insert(start, "{ ...(");
        this.#insert(end, `), ${entries.join(", ")} }`);
      }
      return undefined;
    }
    if (own !== undefined && own.type !== "ObjectExpression") return this.#addFixed(own, rest, items);
    if (own?.properties.some((each) => /^(?:wrappers|modules)$/u.test(nameOf(each))) === true) {
      return "it already contains wrappers or modules";
    }
    if (this.#isCommonJs && !this.#waitForExports(own)) return "it does not export an array literal";
    const local = this.#localDiscover() ?? this.#importNamed("discover", COMMAND);
    const call = discoverCall(local, this.#isCommonJs ? "__dirname" : folder, discover);
    if (own === undefined) {
      items.push({ settings: { [SETTINGS_KEY]: discoveredValue(call, settings) } });
      return undefined;
    }
    const [first] = own.properties;
    if (first !== undefined) {
      this.#prepend(first, `...(${call})`);
      return this.#merge(own, rest);
    }
    this.#append(own, [
      new Source(`...(${call})`),
      ...Object.entries(rest).map(([key, value]) => new Entry(key, value)),
    ]);
    return undefined;
  }

  /** Whether settings are what `discover` gives, or hold that. */
  #asksDiscover(own: Babel.Node): boolean {
    const local = this.#localDiscover();
    return [...nodesOf(own)].some(
      (node) => node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === local,
    );
  }

  /**
   * Has a CommonJS module export a promise of its list, in which it may wait.
   * @param own settings in which it waits; they are to stand in the list.
   * @returns whether it can
   */
  #waitForExports(own: Babel.Node | undefined): boolean {
    const [exported] = this.#exported;
    if (exported === undefined) return false;
    const list = this.#listOfConfigs();
    if (exported.type === "CallExpression" && exported.callee.type === "ArrowFunctionExpression") {
      return exported.callee.async;
    }
    const { start, end } = placeOf(exported);
    const isWithin = (node: Babel.Node): boolean => placeOf(node).start >= start && placeOf(node).end <= end;
    if (own !== undefined && !isWithin(own)) return false;
    if (list === undefined) {
      this.#isAsync = true;
      return true;
    }
    if (!isWithin(list)) return false;
    this.#insert(start, "(async () => ");
    this.#insert(end, ")()");
    return true;
  }

  result(): string {
    let text = this.#text;
    const fromLast = this.#insertions
      .map((each, order) => ({ ...each, order }))
      .sort((a, b) => b.at - a.at || b.end - a.end || b.order - a.order);
    for (const { at, end, text: inserted } of fromLast) text = text.slice(0, at) + inserted + text.slice(end);
    return text;
  }

  /** The array of configs, or the call that takes them one by one. */
  #listOfConfigs(): List | undefined {
    for (const exported of this.#exported) {
      const list = this.#listIn(exported, 0);
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
    if (value.callee.type === "ArrowFunctionExpression") return this.#listIn(value.callee.body, depth);
    const { callee: called } = value;
    if (called.type === "MemberExpression" && this.#isCompat(called.object)) return undefined;
    const callee = called.type === "MemberExpression" ? called.property : called;
    if (callee.type !== "Identifier") return undefined;
    // `[a, b].flat()`
    if (callee.name === "flat" && called.type === "MemberExpression") return this.#listIn(called.object, depth);
    if (!LISTING.test(callee.name)) return undefined;
    const [first, ...others] = value.arguments;
    const inner = first === undefined || others.length > 0 ? undefined : bare(first);
    return inner?.type === "ArrayExpression" ? inner : value;
  }

  /** Whether it translates former configs: its `config` takes one of these. */
  #isCompat(node: Babel.Node): boolean {
    return node.type === "Identifier" && this.#initialiserOf(node.name)?.type === "NewExpression";
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
        return `its ${key} are defined in another place`;
      }
    }
    if (fresh.length > 0)
      this.#append(
        own,
        fresh.map(([key, value]) => new Entry(key, value)),
      );
    return undefined;
  }

  /** The name under which a package is imported. */
  #localName(source: string): string | undefined {
    for (const statement of this.#program.body) {
      if (statement.type === "ImportDeclaration" && statement.source.value === source) {
        const name = statement.specifiers[0]?.local.name;
        if (name !== undefined) return name;
      }
      for (const { id, init } of statement.type === "VariableDeclaration" ? statement.declarations : []) {
        if (id.type === "Identifier" && init && requiredBy(init) === source) return id.name;
      }
    }
    return undefined;
  }

  #localDiscover(): string | undefined {
    return this.#localExport(COMMAND, "discover");
  }

  /** The name under which an export of a package is imported. */
  #localExport(source: string, name: string): string | undefined {
    const isNamed = (node: Babel.Node): boolean => node.type === "Identifier" && node.name === name;
    for (const node of nodesOf(this.#program)) {
      if (node.type === "ImportDeclaration" && node.source.value === source) {
        const found = node.specifiers.find((each) => each.type === "ImportSpecifier" && isNamed(each.imported));
        if (found !== undefined) return found.local.name;
      }
      if (node.type !== "VariableDeclarator" || node.id.type !== "ObjectPattern" || !node.init) continue;
      if (requiredBy(node.init) !== source) continue;
      const found = node.id.properties.find((each) => each.type === "ObjectProperty" && isNamed(each.key));
      if (found?.type === "ObjectProperty" && found.value.type === "Identifier") return found.value.name;
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
  #importPlugin(): string {
    const name = this.#isTaken("sentryBreadcrumbs") ? "sentryBreadcrumbsPlugin" : "sentryBreadcrumbs";
    this.#import(name, packageJson.name);
    return name;
  }

  /** Imports a module, unless it is there: all of it, or what it exports by default. @returns under which name */
  #importAs(local: string, module: string, isWhole = false): string {
    const known = this.#localName(module) ?? this.#added.get(module);
    if (known !== undefined) return known;
    const name = this.#isTaken(local) ? `${local}OfBreadcrumbs` : local;
    this.#import(isWhole && !this.#isCommonJs ? `* as ${name}` : name, module);
    this.#added.set(module, name);
    return name;
  }

  /** Imports what a package exports by a name. @returns under which name */
  #importNamed(exported: string, source: string): string {
    if (!this.#isTaken(exported)) {
      this.#import(`{ ${exported} }`, source);
      return exported;
    }
    const name = `${exported}Breadcrumbs`;
    this.#import(`{ ${exported}${this.#isCommonJs ? ":" : " as"} ${name} }`, source);
    return name;
  }

  #isTaken(name: string): boolean {
    return [...nodesOf(this.#program)].some((node) => node.type === "Identifier" && node.name === name);
  }

  /** @param binding what stands before the module in an import. */
  #import(binding: string, module: string): void {
    const source = writeText(module, this.#style);
    const text = this.#isCommonJs ? `const ${binding} = require(${source})` : `import ${binding} from ${source}`;
    this.#imports.push(`${text}${this.#style.semicolon ? ";" : ""}`);
  }

  #insertImports(): void {
    if (this.#imports.length === 0) return;
    const { body } = this.#program;
    const { lineBreak } = this.#style;
    const text = this.#imports.join(lineBreak);
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
  }

  #insert(at: number, text: string): void {
    this.#replace(at, at, text);
  }

  #replace(at: number, end: number, text: string): void {
    this.#insertions.push({ at, end, text });
  }

  /** Inserts source code before the first item of an object or an array. */
  #prepend(first: Babel.Node, text: string): void {
    const [comment] = first.leadingComments ?? [];
    const start = comment?.start ?? placeOf(first).start;
    const isOnOwnLine = this.#text.slice(this.#lineStart(start), start).trim() === "";
    this.#insert(start, isOnOwnLine ? `${text},${this.#style.lineBreak}${this.#indentAt(start)}` : `${text}, `);
  }

  /** Appends items to an array, each on its own line if the others are. */
  #append(list: List, items: readonly unknown[]): void {
    const last = elementsOf(list).at(-1);
    const { indent, lineBreak } = this.#style;
    const close = placeOf(list).end - 1;
    const around = this.#indentAt(placeOf(list).start);
    if (!last) {
      const inner = around + indent;
      const lines = items.map((item) => `${lineBreak}${inner}${this.#write(item, inner)},`);
      const end = this.#commentsEnd(close);
      const closing = this.#text.slice(end, close).includes("\n") ? "" : lineBreak + around;
      this.#insert(end, lines.join("") + closing);
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

  /** The place of a comma after the last item of an array; there may be comments, too. */
  #commaAfter(end: number, close: number): number | undefined {
    const between = this.#text
      .slice(end, close)
      .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu, (comment) => " ".repeat(comment.length));
    const comma = between.indexOf(",");
    return comma === -1 ? undefined : end + comma;
  }

  /** An empty array may contain comments. */
  #commentsEnd(close: number): number {
    return this.#text.slice(0, close).trimEnd().length;
  }
}

function elementsOf(list: List): readonly (Babel.Node | null)[] {
  if (list.type === "ArrayExpression") return list.elements;
  return list.type === "CallExpression" ? list.arguments : list.properties;
}

/** A preset, for its files but those of some patterns. */
function presetWithout(text: string, preset: string, leftOut: readonly string[]): unknown {
  const ignores = leftOut.filter((pattern) => pattern.endsWith(".rs") === (preset === "rust"));
  return ignores.length === 0 ? new Source(text) : { preset: new Spread(text), ignores };
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
