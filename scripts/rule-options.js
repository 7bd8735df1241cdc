// Writes src/rule-options.ts, the TypeScript types of every rule's options, from the schemas of the built rules.
// With --check it writes nothing and fails when the file is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { plugin } from "./built-plugin.js";

const NAMESPACE = plugin.meta.namespace;
const FILE = new URL("../src/rule-options.ts", import.meta.url);

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
  const [schema] = /** @type {Schema[]} */ (meta?.schema ?? []);
  const [defaults = {}] = /** @type {Record<string, unknown>[]} */ (meta?.defaultOptions ?? []);
  return { name, description: meta?.docs?.description ?? "", schema, defaults };
});
const text = [
  "// Written by `npm run docs` from what each rule says of its options.",
  'import type { Linter } from "eslint";',
  "",
  ...rules.flatMap(({ name, schema, defaults }) => (schema === undefined ? [] : optionsOf(name, schema, defaults))),
  "/** The rules of this plugin, as they stand under `rules` in an ESLint config. */",
  "export interface RuleOptions {",
  ...rules.flatMap(({ name, description, schema }) => [
    `  /** ${description}. */`,
    `  "${NAMESPACE}/${name}": Linter.RuleEntry<${schema === undefined ? "[]" : `[${typeNameOf(name)}]`}>;`,
  ]),
  "}",
  "",
  "/** What ESLint's `rules` accept, of whatever plugin. */",
  'declare module "@eslint/core" {',
  "  interface RulesConfig extends RuleOptions {}",
  "}",
  "",
].join("\n");

if (!process.argv.includes("--check")) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, "utf8") !== text) {
  console.error("src/rule-options.ts is stale: run `npm run docs` and commit what it writes.");
  process.exitCode = 1;
}

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
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => typeOf(one, place)).join(" | ");
  switch (schema.type) {
    case "boolean":
    case "string":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return `readonly (${schema.items === undefined ? "unknown" : typeOf(schema.items, place)})[]`;
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
