// Writes src/rule-options.cts, the TypeScript types of every rule's options, from the schemas of the built rules.
// With --check it writes nothing and fails when the file is stale.
import { plugin } from "./built-plugin.js";
import { writeGenerated } from "./generated.js";

const NAMESPACE = plugin.meta.namespace;

/**
 * @typedef {object} Schema the parts of JSON Schema that src/options.ts writes
 * @property {string} [type]
 * @property {string} [description]
 * @property {unknown[]} [enum]
 * @property {Schema} [items]
 * @property {Schema[]} [anyOf]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 */

const rules = Object.entries(plugin.rules ?? {}).map(([name, { meta }]) => {
  const [schema] = /** @type {Schema[]} */ (meta?.schema ?? [])[0]?.anyOf ?? [];
  const [defaults = {}] = /** @type {Record<string, unknown>[]} */ (meta?.defaultOptions ?? []);
  return { name, description: meta?.docs?.description ?? "", schema, defaults };
});
const text = [
  "// Written by `npm run docs` from what each rule says of its options. CommonJS, as ESLint's own types are:",
  "// `@eslint/core` has its types twice, and these are the ones that ESLint's refer to.",
  'import type { Linter } from "eslint";',
  "",
  ...rules.flatMap(({ name, schema, defaults }) => (schema === undefined ? [] : optionsOf(name, schema, defaults))),
  "/** What may stand for each rule of this plugin under `rules` in an ESLint config. */",
  "export interface RuleOptions {",
  ...rules.flatMap(({ name, description, schema }) => [
    `  /** ${description}. */`,
    `  "${NAMESPACE}/${name}": Linter.RuleEntry<${schema === undefined ? "[]" : `[${typeNameOf(name)}]`}>;`,
  ]),
  "}",
  "",
  "// What ESLint's `rules` accept, of whatever plugin. Optional properties, since a record of rules need not hold",
  "// ours; without `exactOptionalPropertyTypes` these are at odds with the index signature that ESLint declares.",
  'declare module "@eslint/core" {',
  "  interface RulesConfig {",
  ...rules.flatMap(({ name, description }) => [
    `    /** ${description}.`,
    "     * @ts-ignore */",
    `    "${NAMESPACE}/${name}"?: RuleOptions["${NAMESPACE}/${name}"];`,
  ]),
  "  }",
  "}",
  "",
].join("\n");

writeGenerated("src/rule-options.cts", text);

/**
 * @param {string} rule
 * @param {Schema} schema
 * @param {Record<string, unknown>} defaults
 * @returns {string[]} the lines of an interface
 */
function optionsOf(rule, schema, defaults) {
  return [
    `/** Options of \`${NAMESPACE}/${rule}\`. */`,
    `export interface ${typeNameOf(rule)} {`,
    ...Object.entries(schema.properties ?? {}).flatMap(([name, option]) => [
      "  /**",
      `   * ${option.description}`,
      `   * @default ${JSON.stringify(defaults[name])}`,
      "   */",
      `  readonly ${name}?: ${typeOf(option, `${rule}.${name}`)} | undefined;`,
    ]),
    "}",
    "",
  ];
}

/** @param {string} rule @returns {string} `ValidLevelOptions` of `valid-level` */
function typeNameOf(rule) {
  return `${rule.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}Options`;
}

/**
 * @param {Schema} schema
 * @param {string} place for the error
 * @returns {string} a TypeScript type
 */
function typeOf(schema, place) {
  if (schema.enum !== undefined) return union(schema.enum.map((value) => JSON.stringify(value)));
  if (schema.anyOf !== undefined) return union(schema.anyOf.map((one) => typeOf(one, place)));
  switch (schema.type) {
    case "boolean":
    case "string":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array": {
      const item = schema.items === undefined ? "unknown" : typeOf(schema.items, place);
      return item.includes("|") ? `readonly (${item})[]` : `readonly ${item}[]`;
    }
    case "object": {
      const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
        const optional = schema.required?.includes(name) ? "" : "?";
        return `readonly ${name}${optional}: ${typeOf(field, `${place}.${name}`)}`;
      });
      return `{ ${fields.join("; ")} }`;
    }
    default:
      throw new Error(`No type is known for the schema of ${place}: ${JSON.stringify(schema)}`);
  }
}

/** @param {string[]} types @returns {string} the type of either, on several lines where one would be long */
function union(types) {
  const line = types.join(" | ");
  return line.length <= 60 ? line : types.map((type) => `\n    | ${type}`).join("") + "\n  ";
}
