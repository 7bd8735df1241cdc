import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";
import { readSettings } from "../src/settings.ts";
import { optionSchema, type Schema } from "./support/option-schema.ts";

/** A value that a schema refuses, where it stands in the options, and what the error has to say of it. */
interface Wrong {
  readonly value: unknown;
  readonly says: readonly string[];
}

/** @param at puts a value where the schema is. */
function wrongOf(schema: Schema, at: (value: unknown) => unknown): readonly Wrong[] {
  const refused = (value: unknown, ...allowed: readonly string[]): Wrong => {
    return { value: at(value), says: [`Value ${JSON.stringify(value)}`, withKey(at(value)), ...allowed] };
  };
  const otherTypes = (type: string) =>
    [null, true, 3, "text", ["text"], { key: 1 }]
      .filter((value) => typeOf(value) !== type)
      .map((value) => refused(value, `should be ${type}.`));
  switch (schema.type) {
    case "boolean":
      return otherTypes("boolean");
    case "integer":
      return [
        ...otherTypes("integer"),
        refused(1.5, "should be integer."),
        refused((schema.minimum ?? 0) - 1, `should be >= ${String(schema.minimum)}.`),
      ];
    case "string":
      return [
        ...otherTypes("string"),
        ...(schema.enum === undefined
          ? [
              refused("", "should NOT be shorter than 1 characters"),
              refused("a".repeat(201), "should NOT be longer than 200"),
            ]
          : [refused("other", ...schema.enum), refused("", ...schema.enum)]),
        ...(schema.pattern !== undefined ? [refused("two words", schema.pattern.slice(0, 10))] : []),
      ];
    case "array":
      return [...otherTypes("array"), ...wrongOf(schema.items ?? {}, (value) => at([value]))];
    case "object":
      return [
        ...otherTypes("object"),
        {
          value: at({ ...exampleOf(schema), other: 1 }),
          says: ['Unexpected property "other"', ...Object.keys(schema.properties ?? {}).map((key) => `"${key}"`)],
        },
        ...(schema.required ?? []).map((key) => refused({}, `should have required property '${key}'`)),
        ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
          wrongOf(property, (value) => at({ ...exampleOf(schema), [key]: value })),
        ),
      ];
    default:
      throw new Error(`This test does not know the schema ${JSON.stringify(schema)}.`);
  }
}

/** An option as ESLint prints it among all options, with its key; a value that is no object has none. */
function withKey(options: unknown): string {
  return typeOf(options) === "object" ? JSON.stringify(options).slice(1, -1) : JSON.stringify(options);
}

function exampleOf({ required = [] }: Schema): Readonly<Record<string, string>> {
  return Object.fromEntries(required.map((key) => [key, "example"]));
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" ? "integer" : typeof value;
}

const configured = Object.entries(plugin.rules ?? {}).flatMap(([rule, module]) => {
  const schema = optionSchema(module);
  return schema === undefined ? [] : wrongOf(schema, (value) => value).map((wrong) => ({ rule, ...wrong }));
});

function lint(rule: string, options: readonly unknown[]): unknown {
  const rules = { [`sentry-breadcrumbs/${rule}`]: ["error", ...options] } as Linter.RulesRecord;
  return new Linter().verify("", [{ plugins: { "sentry-breadcrumbs": plugin }, rules }]);
}

describe("options of a wrong shape", () => {
  it.each(configured)("are refused: $rule $value", ({ rule, value, says }) => {
    let message = "";
    try {
      lint(rule, [value]);
    } catch (error) {
      message = (error as Error).message;
    }
    for (const part of [`Key "sentry-breadcrumbs/${rule}"`, ...says]) expect(message).toContain(part);
  });

  it("are refused where a rule has none", () => {
    expect(() => lint("valid-timestamp", [{}])).toThrow('Key "sentry-breadcrumbs/valid-timestamp"');
  });
});

it("refuses settings that nobody waits for", () => {
  expect(() => readSettings({ "sentry-breadcrumbs": Promise.resolve({}) })).toThrow(
    "Write `await` before `discover(…)`",
  );
});

describe("settings under another name", () => {
  it.each([
    "sentryBreadcrumbs",
    "sentry_breadcrumbs",
    "sentry-breadcrumb",
    "SentryBreadcrumbs",
    "sentry-braedcrumbs",
    "sentry/breadcrumbs",
    "eslint-plugin-sentry-breadcrumbs",
  ])("are refused: %s", (name) => {
    expect(() => readSettings({ [name]: {} })).toThrow(
      `settings["${name}"] is unknown. Its value is {}. Did you mean settings["sentry-breadcrumbs"]?`,
    );
  });

  it("are another plugin's business where they do not look like ours", () => {
    for (const name of ["sentry", "breadcrumbs", "react", "sentry-breadcrumbs-next"])
      expect(() => readSettings({ [name]: {} })).not.toThrow();
    expect(() => readSettings({ "sentry-breadcrumbs": undefined })).not.toThrow();
  });
});

describe("settings of a wrong shape", () => {
  const circular: Record<string, unknown> = {};
  circular["categories"] = [circular];
  it.each([
    ["a text", "", '"a text"', "an object"],
    [["an array"], "", '["an array"]', "an object"],
    [null, "", "null", "an object"],
    [{ categories: "cart" }, ".categories", '"cart"', "an array"],
    [{ categories: ["cart", 1] }, ".categories[1]", "1", "a non-empty string"],
    [{ categories: [""] }, ".categories[0]", '""', "a non-empty string"],
    [circular, ".categories[0]", "a value that cannot be printed", "a non-empty string"],
    [{ categories: [Symbol("cart")] }, ".categories[0]", "Symbol(cart)", "a non-empty string"],
    [{ modules: {} }, ".modules", "{}", "an array"],
    [{ modules: [null] }, ".modules[0]", "null", "a non-empty string"],
    [{ wrappers: "track" }, ".wrappers", '"track"', "an array"],
    [
      { wrappers: [3] },
      ".wrappers[0]",
      "3",
      "a name, or an object with `name`, `from`, `export`, `files`, `calls`, `names` and `parameters`",
    ],
    [{ wrappers: [{}] }, ".wrappers[0].name", "undefined", "a non-empty string"],
    [{ wrappers: [{ name: "track", from: 1 }] }, ".wrappers[0].from", "1", "a non-empty string"],
    [{ wrappers: [{ name: "track", parameters: "message" }] }, ".wrappers[0].parameters", '"message"', "an array"],
    [
      { wrappers: [{ name: "track", parameters: ["text"] }] },
      ".wrappers[0].parameters[0]",
      '"text"',
      "one of breadcrumb, message",
    ],
    [{ sdkVersion: "ten" }, ".sdkVersion", '"ten"', 'a version such as "10.4.0", a major version such as 10, or false'],
    [{ sdkVersion: 10.1 }, ".sdkVersion", "10.1", "a version such as"],
    [{ sdkVersion: true }, ".sdkVersion", "true", "a version such as"],
    [{ integrations: [] }, ".integrations", "[]", "an object with true or false for each"],
    [{ integrations: { dom: 1 } }, ".integrations.dom", "1", 'true, false, "browser" or "server"'],
  ])("are refused: %o", (settings: unknown, key, value, allowed) => {
    // A copy, since an object that was read is not read again, whoever runs this twice.
    const fresh = typeOf(settings) === "object" ? { ...(settings as object) } : settings;
    expect(() => readSettings({ "sentry-breadcrumbs": fresh })).toThrow(
      `settings["sentry-breadcrumbs"]${key} is ${value}, expected ${allowed}`,
    );
  });

  it.each([
    [
      { category: ["cart"] },
      ".category",
      "modules, wrappers, categories, sdkVersion, integrations, automatic, sensitiveData",
    ],
    [
      { wrappers: [{ name: "track", params: [] }] },
      ".wrappers[0].params",
      "name, from, export, files, calls, names, parameters",
    ],
    [{ integrations: { crumbs: true } }, ".integrations.crumbs", "console, dom"],
    [JSON.parse('{ "__proto__": 1 }'), ".__proto__", "modules"],
    [{ constructor: 1 }, ".constructor", "modules"],
  ])("are refused for their keys: %o", (settings: unknown, key, keys) => {
    expect(() => readSettings({ "sentry-breadcrumbs": { ...(settings as object) } })).toThrow(
      `settings["sentry-breadcrumbs"]${key} is unknown. The keys are ${keys}`,
    );
  });

  it("come out of ESLint as they are", () => {
    const config = {
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { "sentry-breadcrumbs/valid-level": "error" },
    } as const;
    const lintWith = (settings: unknown) =>
      new Linter().verify("addBreadcrumb();", [{ ...config, settings: { "sentry-breadcrumbs": settings } }]);
    expect(() => lintWith({ categories: "cart" })).toThrow(
      'settings["sentry-breadcrumbs"].categories is "cart", expected an array.',
    );
  });
});
