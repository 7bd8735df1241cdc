import { describe, expect, it } from "vitest";
import { editConfig, type ConfigAddition } from "../../../src/cli/init/edit-config.ts";

const WRAPPER = { name: "crumb", from: "*/track" };

/** The config with an addition, after which the same addition changes nothing. */
function edited(text: string, addition: Partial<ConfigAddition> = {}, path = "eslint.config.js"): string {
  const whole: ConfigAddition = { settings: { wrappers: [WRAPPER] }, presets: ["recommended"], ...addition };
  const result = editConfig(text, path, whole);
  if (!("text" in result)) return `! ${result.reason}`;
  expect(editConfig(result.text, path, whole)).toEqual(result);
  return result.text;
}

const IMPORT = `import sentryBreadcrumbs from "eslint-plugin-sentry-breadcrumbs";`;
const SETTINGS = `settings: { "sentry-breadcrumbs": { wrappers: [{ name: "crumb", from: "*/track" }] } }`;

describe("a config without the plugin", () => {
  it("gets it at the end of its list, and keeps the rest to the letter", () => {
    expect(
      edited(`// @ts-check
import js from "@eslint/js";   // rules

export default [
  // ours
  { ignores: ["dist"] },
  js.configs.recommended, // theirs
];
`),
    ).toBe(`// @ts-check
import js from "@eslint/js";   // rules
${IMPORT}

export default [
  // ours
  { ignores: ["dist"] },
  js.configs.recommended, // theirs
  sentryBreadcrumbs.configs.recommended,
  { ${SETTINGS} },
];
`);
  });

  it.each([
    [
      "a call with a list",
      `export default defineConfig([\n\ta,\n])`,
      `export default defineConfig([\n\ta,\n\tX.recommended,\n\tS,\n])`,
    ],
    [
      "a call with one list of lists",
      `export default defineConfig([ a, b ]);`,
      `export default defineConfig([ a, b, X.recommended, S ]);`,
    ],
    [
      "a call with configs",
      `export default tseslint.config(\n  a,\n  ...b\n);`,
      `export default tseslint.config(\n  a,\n  ...b,\n  X.recommended,\n  S\n);`,
    ],
    [
      "a call with nothing",
      `export default defineConfig();`,
      `export default defineConfig(\n  X.recommended,\n  S,\n);`,
    ],
    [
      "Nuxt's function, which has nothing but a comment",
      `export default withNuxt(\n  // Your custom configs here\n)`,
      `export default withNuxt(\n  // Your custom configs here\n  X.recommended,\n  S,\n)`,
    ],
    ["an empty list", `export default [];`, `export default [\n  X.recommended,\n  S,\n];`],
    ["a list of one line", `export default [a];`, `export default [a, X.recommended, S];`],
    ["a list of one line with a comma", `export default [a,];`, `export default [a, X.recommended, S,];`],
    [
      "a constant",
      `/** @type {import("eslint").Linter.Config[]} */\nconst config = [\n  a,\n];\nexport default config;`,
      `/** @type {import("eslint").Linter.Config[]} */\nconst config = [\n  a,\n  X.recommended,\n  S,\n];\nexport default config;`,
    ],
    [
      "a bracket after the last item",
      `export default [\n  a,\n  b];`,
      `export default [\n  a,\n  b,\n  X.recommended,\n  S];`,
    ],
    [
      "a comment after the last item",
      `export default [\n  a, // why\n  // end\n];`,
      `export default [\n  a, // why\n  X.recommended,\n  S,\n  // end\n];`,
    ],
    [
      "a last item without a comma",
      `export default [\n  a // why, though\n];`,
      `export default [\n  a, // why, though\n  X.recommended,\n  S\n];`,
    ],
    ["Windows", `export default [\r\n  a,\r\n];`, `export default [\r\n  a,\r\n  X.recommended,\r\n  S,\r\n];`],
  ])("gets it: %s", (_, before, after) => {
    const lineBreak = before.includes("\r") ? "\r\n" : "\n";
    const expected = after.replace("X.", "sentryBreadcrumbs.configs.").replace("S", `{ ${SETTINGS} }`);
    const result = edited(before).replace(
      `${IMPORT.slice(0, before.includes(";") ? undefined : -1)}${lineBreak}${lineBreak}`,
      "",
    );
    expect(result.replaceAll(";", "")).toBe(expected.replace(/(?<=\n)\t\{.*\n/u, (line) => line).replaceAll(";", ""));
  });

  it("is required where modules are", () => {
    expect(
      edited(
        `'use strict'\nconst js = require('@eslint/js')\n\nmodule.exports = [\n  js,\n]\n`,
        {},
        "eslint.config.cjs",
      ),
    ).toBe(
      `'use strict'\nconst js = require('@eslint/js')\nconst sentryBreadcrumbs = require('eslint-plugin-sentry-breadcrumbs')\n\nmodule.exports = [\n  js,\n  sentryBreadcrumbs.configs.recommended,\n  { ${SETTINGS.replaceAll('"', "'")} },\n]\n`,
    );
  });

  it("is TypeScript where the file is", () => {
    const before = `import { type Linter } from "eslint";\n\nexport default [\n  a,\n] satisfies Linter.Config[];\n`;
    expect(edited(before, {}, "eslint.config.mts")).toContain(`  { ${SETTINGS} },\n] satisfies Linter.Config[];`);
    expect(edited(`const all = [a];\nexport = all;`, {}, "eslint.config.cts")).toContain(
      "[a, sentryBreadcrumbs.configs.recommended, {",
    );
  });

  it("has a name that is free", () => {
    const result = edited(`import { sentryBreadcrumbs } from "./mine.js";\nexport default [sentryBreadcrumbs];`);
    expect(result).toContain(`import sentryBreadcrumbsPlugin from`);
    expect(result).toContain("sentryBreadcrumbsPlugin.configs.recommended");
  });

  it("gets the rules for Rust beside", () => {
    expect(edited(`export default [a];`, { presets: ["recommended", "rust"] })).toContain(
      "[a, sentryBreadcrumbs.configs.recommended, sentryBreadcrumbs.configs.rust, {",
    );
  });
});

describe("a config with the plugin", () => {
  it.each([
    ["strict", `${IMPORT}\nexport default [sentryBreadcrumbs.configs.strict];`],
    ["by hand", `${IMPORT}\nexport default [{ plugins: { "sentry-breadcrumbs": sentryBreadcrumbs }, rules: {} }];`],
    [
      "required",
      `const sentryBreadcrumbs = require("eslint-plugin-sentry-breadcrumbs");\nmodule.exports = [sentryBreadcrumbs.configs["recommended"]];`,
    ],
  ])("gets settings alone: %s", (_, before) => {
    expect(edited(before)).toBe(before.replace(/\];$/u, `, { ${SETTINGS} }];`));
  });

  it("gets the rules for Rust where they are missing", () => {
    expect(
      edited(`${IMPORT}\nexport default [sentryBreadcrumbs.configs.strict];`, {
        presets: ["recommended", "rust"],
        settings: {},
      }),
    ).toBe(`${IMPORT}\nexport default [sentryBreadcrumbs.configs.strict, sentryBreadcrumbs.configs.rust];`);
  });
});

describe("settings that are there", () => {
  const config = (settings: string) =>
    `${IMPORT}\nexport default [sentryBreadcrumbs.configs.recommended, { settings: { "sentry-breadcrumbs": ${settings} } }];`;

  it.each([
    ["without the key", `{ categories: ["a"] }`, `{ categories: ["a"], wrappers: [W] }`],
    ["empty", `{}`, `{\n  wrappers: [W],\n}`],
    ["with others", `{ wrappers: ["mine", { name: "crumb" }] }`, `{ wrappers: ["mine", { name: "crumb" }, W] }`],
    ["with the same", `{ wrappers: [{ name: "crumb", from: "*/track" }] }`, undefined],
    ["elsewhere", `{ wrappers: mine }`, `! its wrappers are defined in another place`],
    ["of another module", `shared`, `! its settings["sentry-breadcrumbs"] are defined in another place`],
  ])("are kept and added to: %s", (_, before, after) => {
    const expected = after?.startsWith("!") ? after : config(after?.replace("W", JSON.stringify(WRAPPER)) ?? before);
    const plain = (text: string) => text.replaceAll(/[\s"]/gu, "");
    expect(plain(edited(config(before)))).toBe(plain(expected));
  });

  it("are added to on lines of their own", () => {
    const before = `${IMPORT}
export default [
  sentryBreadcrumbs.configs.recommended,
  {
    settings: {
      "sentry-breadcrumbs": {
        integrations: { console: false },
        wrappers: [
          "mine", // of old
        ]
      },
    },
  },
];
`;
    expect(
      edited(before, {
        settings: {
          wrappers: [WRAPPER],
          integrations: { dom: false, console: true },
          categories: ["pay"],
          sdkVersion: 10,
        },
      }),
    ).toBe(
      before
        .replace("console: false }", "console: false, dom: false }")
        .replace(
          `// of old\n        ]`,
          `// of old\n          { name: "crumb", from: "*/track" },\n        ],\n        categories: ["pay"],\n        sdkVersion: 10`,
        ),
    );
  });

  it("may be in a constant", () => {
    const before = `${IMPORT}\nconst own = { wrappers: ["mine"] };\nexport default [sentryBreadcrumbs.configs.recommended, { settings: { "sentry-breadcrumbs": own } }];`;
    expect(edited(before)).toContain(`const own = { wrappers: ["mine", { name: "crumb"`);
    const shared = `${IMPORT}\nconst settings = { "sentry-breadcrumbs": { wrappers: [] } };\nexport default [sentryBreadcrumbs.configs.recommended, { settings }];`;
    expect(edited(shared)).toContain(`wrappers: [\n  { name: "crumb", from: "*/track" },\n] } };`);
  });
});

describe("a config that is to ask for settings at each start", () => {
  const DISCOVER = `import { discover } from "sentry-breadcrumbs";`;
  const config = (settings: string) => `export default [{ settings: { "sentry-breadcrumbs": ${settings} } }];`;

  it.each([
    ["asks already", `${DISCOVER}\n${config("await discover(import.meta.dirname)")}`, undefined],
    [
      "has settings of another module",
      config("shared"),
      `! its settings["sentry-breadcrumbs"] are defined in another place`,
    ],
    [
      "exports what is made elsewhere",
      `const configs = [];\nmodule.exports = configs;`,
      "! it does not export an array literal",
    ],
    [
      "imports something else of the command",
      `import { other } from "sentry-breadcrumbs";\nexport default [a];`,
      `import { other } from "sentry-breadcrumbs";\n${DISCOVER}\n` +
        `export default [a, { settings: { "sentry-breadcrumbs": await discover(import.meta.dirname) } }];`,
    ],
    [
      "requires something else of the command, and of others",
      `const { a } = require("other");\nconst { b } = require("sentry-breadcrumbs");\nmodule.exports = [a];`,
      `const { a } = require("other");\nconst { b } = require("sentry-breadcrumbs");\n` +
        `const { discover } = require("sentry-breadcrumbs");\n` +
        `module.exports = (async () => [a, { settings: { "sentry-breadcrumbs": await discover(__dirname) } }])();`,
    ],
  ])("%s", (_, before, after = before) => {
    expect(edited(before, { settings: {}, presets: [], discover: "" })).toBe(after);
  });
});

describe("a config that asks for settings and is to list them", () => {
  const DISCOVER = `import { discover } from "sentry-breadcrumbs";\n`;
  const CALL = "await discover(import.meta.dirname)";
  const config = (settings: string) => `export default [{ settings: { "sentry-breadcrumbs": ${settings} } }];`;
  const fixed = { categories: ["pay"], wrappers: ["crumb"] };
  const LIST = `wrappers: ["crumb"]`;

  it.each([
    ["alone", DISCOVER + config(CALL), config(`{ categories: ["pay"], ${LIST} }`)],
    ["alone, spread", DISCOVER + config(`{ ...(${CALL}) }`), config(`{ categories: ["pay"], ${LIST} }`)],
    [
      "before others",
      DISCOVER + config(`{ ...(${CALL}), categories: ["pay"] }`),
      config(`{ categories: ["pay"], ${LIST} }`),
    ],
    [
      "after others",
      DISCOVER + config(`{ categories: ["pay"], ...(${CALL}) }`),
      config(`{ categories: ["pay"], ${LIST}, }`),
    ],
    [
      "on its own line, before others",
      DISCOVER + config(`{\n  ...(${CALL}),\n  // ours\n  categories: ["pay"],\n}`),
      config(`{\n  // ours\n  categories: ["pay"],\n  ${LIST},\n}`),
    ],
    [
      "on its own line, after others",
      DISCOVER + config(`{\n  categories: ["pay"], // ours\n  ...(${CALL}),\n}`),
      config(`{\n  categories: ["pay"], // ours\n  ${LIST},\n}`),
    ],
    [
      "beside another import of the command",
      `import { discover, other } from "sentry-breadcrumbs";\n${config(`{ ...(${CALL}), sdkVersion: 10 }`)}`,
      `import { discover, other } from "sentry-breadcrumbs";\n${config(`{ sdkVersion: 10, categories: ["pay"], ${LIST} }`)}`,
    ],
    [
      "in CommonJS",
      `const { discover } = require("sentry-breadcrumbs");\nmodule.exports = (async () => [{ settings: { "sentry-breadcrumbs": await discover(__dirname) } }])();`,
      `module.exports = (async () => [{ settings: { "sentry-breadcrumbs": { categories: ["pay"], ${LIST} } } }])();`,
    ],
    [
      "in a property",
      DISCOVER + config(`{ wrappers: (${CALL}).wrappers, sdkVersion: 10 }`),
      "! its call of `discover` is not spread",
    ],
  ])("has them instead of the call: %s", (_, before, after) => {
    expect(edited(before, { settings: fixed, presets: [] })).toBe(after);
  });
});

describe("what exports no list that stands there becomes an item of one", () => {
  const PRESET = "sentryBreadcrumbs.configs.recommended";
  it.each<[before: string, after: string, path?: string]>([
    [
      `export default antfu({ react: true }).append(a);`,
      `export default [\n  await antfu({ react: true }).append(a),\n  ${PRESET},\n].flat();`,
    ],
    [`export default antfu();`, `export default [\n  await antfu(),\n  ${PRESET},\n].flat();`],
    [`export default { rules: {} };`, `export default [\n  { rules: {} },\n  ${PRESET},\n].flat();`],
    [`let list = [];\nexport default list;`, `let list = [];\nexport default [\n  list,\n  ${PRESET},\n].flat();`],
    [
      `const compat = new FlatCompat();\nexport default compat.config({});`,
      `const compat = new FlatCompat();\nexport default [\n  await compat.config({}),\n  ${PRESET},\n].flat();`,
    ],
    [
      `declare const list: unknown[];\nexport default list;`,
      `declare const list: unknown[];\nexport default [\n  list,\n  ${PRESET},\n].flat();`,
      "eslint.config.ts",
    ],
    [
      `const create = require("preset");\nmodule.exports = create();`,
      `const create = require("preset");\nmodule.exports = [\n  create(),\n  ${PRESET},\n].flat();`,
    ],
  ])("%s", (before, after, path) => {
    expect(edited(before, { settings: {} }, path).replace(/^.*eslint-plugin-sentry-breadcrumbs.*\n+/mu, "")).toBe(
      after,
    );
  });

  it("which may be waited for in CommonJS, where it asks `discover`", () => {
    expect(edited(`module.exports = create();`, { settings: {}, presets: [], discover: "" })).toBe(
      `const { discover } = require("sentry-breadcrumbs");

module.exports = (async () => [
  await create(),
  { settings: { "sentry-breadcrumbs": await discover(__dirname) } },
].flat())();`,
    );
  });
});

describe("what lets files pass that have not been linted before", () => {
  const reading = {
    parsers: [
      { files: ["**/*.ts"], parser: "own" },
      { files: ["**/*.vue"], parser: { name: "vue-eslint-parser", local: "vueParser", isWhole: false } },
      { files: ["**/*.svelte"], parser: { name: "svelte-eslint-parser", local: "svelteParser", isWhole: true } },
    ],
    silenced: { files: ["*.ts"], rules: ["no-undef"], comments: true },
    leftOut: ["**/*.astro", "**/*.rs"],
    because: "",
  } as const;
  const whole = { settings: {}, presets: ["recommended", "rust"], reading } as const;

  it("stands before the project's entries, where they come first, and after them, where ours do", () => {
    const result = editConfig(
      `import vueParser from "vue-eslint-parser";\nexport default [\n  // ours\n  a,\n];`,
      "",
      whole,
    );
    expect(result).toEqual({
      text: `import vueParser from "vue-eslint-parser";
import sentryBreadcrumbs from "eslint-plugin-sentry-breadcrumbs";
import breadcrumbsParser from "sentry-breadcrumbs/parser";
import * as svelteParser from "svelte-eslint-parser";
export default [
  { files: ["**/*.ts"], languageOptions: { parser: breadcrumbsParser } },
  {
    files: ["**/*.vue"],
    languageOptions: { parser: vueParser, parserOptions: { parser: breadcrumbsParser } },
  },
  {
    files: ["**/*.svelte"],
    languageOptions: { parser: svelteParser, parserOptions: { parser: breadcrumbsParser } },
  },
  // ours
  a,
  { ...sentryBreadcrumbs.configs.recommended, ignores: ["**/*.astro"] },
  { ...sentryBreadcrumbs.configs.rust, ignores: ["**/*.rs"] },
  {
    files: ["*.ts"],
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: { "no-undef": "off" },
  },
];`,
    });
  });

  it.each(["const breadcrumbsParser = 1;\nexport default [];", "const breadcrumbsParser = 1;\nmodule.exports = f;"])(
    "has names that are free: %s",
    (before) => {
      const { text } = editConfig(before, "", { ...whole, presets: ["recommended"] }) as { text: string };
      expect(text).toMatch(/(?:import|const) breadcrumbsParserOfBreadcrumbs (?:from|=) /u);
      expect(text).toContain("parser: breadcrumbsParserOfBreadcrumbs }");
      expect(text).toMatch(/(?:const|\* as) svelteParser (?:from|=) /u);
    },
  );
});

describe("a config of another shape", () => {
  it.each([
    [`export default async () => [];`, "it exports no configs by default that others could be added to"],
    [`export default function config() {}`, "it exports no configs by default"],
    [`export * from "./base.js";`, "it exports no configs by default"],
    [`export default [`, "it does not parse: "],
    [``, "it exports no configs by default"],
    [`module.other = [];\nlist[0] = [];\nexports = [];\nf().x = [];`, "it exports no configs by default"],
    [
      `const own = read();\nexport default [{ settings: { "sentry-breadcrumbs": own } }];`,
      `its settings["sentry-breadcrumbs"] are defined in another place`,
    ],
    [
      `export default [{ settings: { "sentry-breadcrumbs": { wrappers: own } } }];`,
      "its wrappers are defined in another place",
    ],
    [
      `export default [{ settings: { "sentry-breadcrumbs": { integrations: { of: { dom } } } } }];`,
      "its dom are defined in another place",
    ],
    [
      `export default [{ settings: { "sentry-breadcrumbs": {} } }, { settings: { "sentry-breadcrumbs": {} } }];`,
      `it has more than one settings["sentry-breadcrumbs"]`,
    ],
  ])("%s", (text, reason, path = "eslint.config.js") => {
    const result = editConfig(text, path, {
      settings: { wrappers: [WRAPPER], integrations: { of: { dom: [] } } },
      presets: ["recommended"],
    });
    expect(result).toHaveProperty("reason", expect.stringContaining(reason));
  });
});

describe("what else a config may hold", () => {
  it("is no settings of the plugin", () => {
    const before = `${IMPORT}
export default [
  { plugins: { other }, settings: shared(), 1: 2, ...more },
  { plugins: { other }, settings: { react: {}, [name]: {}, ...rest } },
  plugins[0].configs.all,
  load().configs.all,
];
`;
    expect(edited(before)).toBe(
      before.replace("\n];", `\n  sentryBreadcrumbs.configs.recommended,\n  { ${SETTINGS} },\n];`),
    );
  });

  it("is settings with keys and values of any kind", () => {
    const before = `${IMPORT}
export default [sentryBreadcrumbs.configs["recommended"], { ["settings"]: { "sentry-breadcrumbs": { wrappers: [f(), , { ...a, [b]: 1, 2: 3 }] } } }];`;
    expect(edited(before)).toBe(before.replace("2: 3 }]", `2: 3 }, { name: "crumb", from: "*/track" }]`));
  });

  it("is the plugin under no name, or by way of another", () => {
    expect(edited(`import "eslint-plugin-sentry-breadcrumbs";\nexport default [a];`)).toBe(
      `import "eslint-plugin-sentry-breadcrumbs";\n${IMPORT}\nexport default [a, sentryBreadcrumbs.configs.recommended, { ${SETTINGS} }];`,
    );
    const before = `const other = require(name);\nconst own = require("eslint-plugin-sentry-breadcrumbs").default;\nmodule.exports = [own.configs.recommended];`;
    expect(edited(before)).toBe(before.replace("recommended]", `recommended, { ${SETTINGS} }]`));
  });

  it("is left as it is where there is nothing to set", () => {
    expect(
      edited(`${IMPORT}\nexport default [{ settings: { "sentry-breadcrumbs": {} } }];`, {
        settings: { integrations: {} },
      }),
    ).toBe(
      `${IMPORT}\nexport default [{ settings: { "sentry-breadcrumbs": {\n  integrations: {},\n} } }, sentryBreadcrumbs.configs.recommended];`,
    );
  });
});

it("breaks long settings into lines", () => {
  const wrappers = [
    WRAPPER,
    {
      name: "logger.info",
      from: ["*/lib/logger", "@acme/logger"],
      parameters: ["message", { "my-title": "data" }],
    },
  ];
  expect(
    edited(`${IMPORT}\nexport default [\n    sentryBreadcrumbs.configs.recommended,\n];`, {
      settings: { wrappers },
    }),
  ).toContain(`
    {
        settings: {
            "sentry-breadcrumbs": {
                wrappers: [
                    { name: "crumb", from: "*/track" },
                    {
                        name: "logger.info",
                        from: ["*/lib/logger", "@acme/logger"],
                        parameters: ["message", { "my-title": "data" }],
                    },
                ],
            },
        },
    },
];`);
});
