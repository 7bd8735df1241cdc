import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseExpression } from "@babel/parser";
import type * as Babel from "@babel/types";
import packageJson from "../../../package.json" with { type: "json" };
import plugin from "../../index.ts";
import { SETTINGS_KEY } from "../../settings.ts";
import { dataOf, keyOf, placeOf } from "./config-tree.ts";
import type { EditedConfig } from "./edit-config.ts";
import { styleOf } from "./settings-text.ts";

/** The configs that oxlint finds by itself, in its order. */
const FOUND = [".oxlintrc.json", ".oxlintrc.jsonc", "oxlint.config.ts", "oxlint.config.mts"];

/** Those that it has to be told of by `--config`. */
const TOLD = ["mjs", "js", "cjs", "cts"].map((ending) => `oxlint.config.${ending}`);

/** A config of oxlint. */
export interface OxlintConfig {
  /** Absolute. */
  readonly path: string;
  /** How oxlint is started so that it uses the config. */
  readonly start: string;
}

/** The config of oxlint that a folder has; undefined where there is none. */
export function oxlintConfig(folder: string): OxlintConfig | undefined {
  const name = [...FOUND, ...TOLD].find((each) => existsSync(join(folder, each)));
  if (name === undefined) return undefined;
  return { path: join(folder, name), start: TOLD.includes(name) ? `oxlint --config ${name}` : "oxlint" };
}

/**
 * Adds the plugin, its recommended rules and settings to a config of oxlint in JSON, whose comments and layout stay.
 * What is there already is left alone.
 * @param settings `settings["sentry-breadcrumbs"]`, plain data.
 */
export function editOxlintConfig(text: string, settings: Readonly<Record<string, unknown>>): EditedConfig {
  let current = text;
  try {
    for (const [path, key, value] of additions(settings)) current = withEntry(current, path, key, value);
  } catch (error) {
    return { reason: `it does not parse: ${(error as Error).message}` };
  }
  return { text: current };
}

type Addition = readonly [path: readonly string[], key: string, value: unknown];

function additions(settings: Readonly<Record<string, unknown>>): readonly Addition[] {
  return [
    [[], "jsPlugins", [packageJson.name]],
    ...Object.entries(plugin.configs.recommended.rules ?? {}).map(([name, entry]): Addition => [
      ["rules"],
      name,
      entry,
    ]),
    ...Object.entries(settings).map(([key, value]): Addition => [["settings", SETTINGS_KEY], key, value]),
  ];
}

/** The text with a value below some objects, which are made where they are missing; unchanged where there is one. */
function withEntry(text: string, path: readonly string[], key: string, value: unknown): string {
  let object = objectOf(parseExpression(text.replace(/^\uFEFF/u, " ")));
  for (const [depth, name] of path.entries()) {
    const inner = valueIn(object, name);
    if (inner === undefined) {
      const missing = path.slice(depth + 1).reduceRight<unknown>((made, each) => ({ [each]: made }), { [key]: value });
      return inserted(text, object, name, missing);
    }
    object = objectOf(inner);
  }
  const present = valueIn(object, key);
  if (present === undefined) return inserted(text, object, key, value);
  const isList = key === "jsPlugins" || path[0] === "settings";
  if (!isList || present.type !== "ArrayExpression" || !Array.isArray(value)) return text;
  const { start, end } = placeOf(present);
  // A plugin may be named inside of an object.
  if (key === "jsPlugins" && text.slice(start, end).includes(packageJson.name)) return text;
  const known = new Set(present.elements.map((element) => element && JSON.stringify(dataOf(element))));
  const items = value.map((item) => JSON.stringify(item)).filter((item) => !known.has(item));
  if (items.length === 0) return text;
  const last = present.elements.at(-1);
  const at = last ? placeOf(last).end : start + 1;
  return `${text.slice(0, at)}${last ? ", " : ""}${items.join(", ")}${text.slice(at)}`;
}

function objectOf(node: Babel.Node): Babel.ObjectExpression {
  if (node.type !== "ObjectExpression") throw new Error("an object is expected");
  return node;
}

function valueIn({ properties }: Babel.ObjectExpression, name: string): Babel.Node | undefined {
  const property = properties.find((each) => each.type === "ObjectProperty" && keyOf(each) === name);
  return property?.type === "ObjectProperty" ? property.value : undefined;
}

/** Puts an entry at the end of an object, on a line of its own. */
function inserted(text: string, object: Babel.ObjectExpression, key: string, value: unknown): string {
  const { indent, lineBreak } = styleOf(text);
  const { start, end } = placeOf(object);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const around = /^[\t ]*/u.exec(text.slice(lineStart))?.[0] ?? "";
  const inner = around + indent;
  const json = JSON.stringify(value, null, indent).replaceAll("\n", `${lineBreak}${inner}`);
  const entry = `${lineBreak}${inner}${JSON.stringify(key)}: ${json}`;
  const last = object.properties.at(-1);
  if (last === undefined) return `${text.slice(0, start + 1)}${entry}${lineBreak}${around}${text.slice(end - 1)}`;
  const at = placeOf(last).end;
  const rest = text.slice(at, end - 1);
  const isClosedThere = !rest.includes("\n");
  // A comma that is there already stands before the new entry, wherever it is.
  const comma = /^\s*,/u.exec(rest)?.[0] ?? "";
  const comment = /^[\t ]*\/\/[^\r\n]*/u.exec(rest.slice(comma.length))?.[0] ?? "";
  const after = text.slice(at + comma.length + comment.length);
  return `${text.slice(0, at)},${comment}${entry}${isClosedThere ? `${lineBreak}${around}` : ""}${after}`;
}
