import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/**
 * What a part of the project may import; anything else is refused. docs/architecture.md gives the reasons.
 * @param {string} part glob of the files
 * @param {string} allowed regular expression of import sources, without anchors
 * @param {string} reason
 * @returns {import("eslint").Linter.Config}
 */
function boundary(part, allowed, reason) {
  return {
    name: `boundary of ${part}`,
    files: [part],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex: `^(?!(?:${allowed})$)`, message: reason }] }],
      "no-restricted-syntax": [
        "error",
        { selector: "ImportExpression, TSImportType, TSImportEqualsDeclaration", message: reason },
      ],
    },
  };
}

/** A file of the same folder. */
const OWN = String.raw`\./[\w-]+\.ts`;
const MODEL = String.raw`\.\./breadcrumb/index\.ts`;
/** Types of ESLint and of what it parses; `@typescript-eslint/no-restricted-imports` refuses anything but types. */
const TYPES = "eslint|typescript|@typescript-eslint/utils";

/** The folders of a detector: each may import those before it. `program.ts` stands with the names that it holds. */
const ROOMS = [
  "syntax",
  "names",
  "vue",
  "flow",
  "values",
  "recording",
  "edits",
  "surroundings",
  "hooks",
  "doors",
  "project",
];

const IN_ROOM = [
  OWN,
  TYPES,
  String.raw`\.\./\.\./[\w-]+\.ts`,
  String.raw`\.\./\.\./\.\./(?:breadcrumb/index|sentry/[\w-]+|languages/rust/[\w-]+|ordered|settings)\.ts`,
].join("|");

const rooms = ROOMS.map((room, index) => {
  const before = ROOMS.slice(0, index).map((each) => `${each}/[\\w-]+`);
  const allowed = [...before, ...(index === 0 ? [] : ["program"])].join("|");
  return boundary(
    `src/detect/*/${room}/**`,
    allowed === "" ? IN_ROOM : `${IN_ROOM}|\\.\\./(?:${allowed})\\.ts`,
    `The folders of a detector are in order: ${ROOMS.join(", ")}. Each imports those before it.`,
  );
});

export default defineConfig(
  // The site has packages and a compiler of its own.
  globalIgnores(["dist/", "coverage/", ".cache/", "examples/", "site/"]),
  {
    name: "all files",
    files: ["**/*.{js,ts}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/consistent-type-definitions": "off",
      // Keys of a record that is still to be validated are not members that a type declares.
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      // A rule without options has an empty table of them.
      "@typescript-eslint/no-generated-empty-object-type": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // The node types of typescript-eslint are an enum of which only the types may be imported.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    name: "what is published",
    files: ["src/**/*.ts", "rules/**/*.ts"],
    rules: {
      "max-len": [
        "error",
        {
          code: 120,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
        },
      ],
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(?:eslint|typescript|@typescript-eslint|@eslint/core)(?:$|/)",
              allowTypeImports: true,
              message: "Types only: the plugin must not load ESLint, TypeScript or typescript-eslint.",
            },
          ],
        },
      ],
    },
  },
  {
    name: "the size of functions",
    files: ["src/**/*.ts", "rules/**/*.ts"],
    rules: {
      // A `switch` counts once: whoever tells kinds of values apart lists all of them.
      complexity: ["error", { max: 20, variant: "modified" }],
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    name: "the command",
    files: ["src/cli/**/*.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": "off" },
  },
  boundary("src/breadcrumb/**", OWN, "The model imports nothing outside of its folder."),
  boundary(
    "src/sentry/**",
    `${OWN}|${MODEL}|fastest-levenshtein`,
    "What Sentry defines is data: it knows the model, and small helpers from npm.",
  ),
  boundary("src/sensitive-data/**", `${OWN}|${MODEL}`, "Classification knows the model only."),
  boundary("src/edit/**", `${OWN}|${MODEL}`, "Edits know the model only."),
  boundary("src/options.ts", "eslint", "Options are described in ESLint's types, and know nothing of ours."),
  boundary(
    "src/settings.ts",
    String.raw`\./(?:breadcrumb/index|options|sentry/[\w-]+)\.ts`,
    "Settings are validated against the model, the form of options and what Sentry defines.",
  ),
  boundary("src/ordered.ts", "(?!)", "Finding a place among ordered ones needs nothing."),
  boundary("src/disk.ts", "(?!)", "Reading files beside the linted ones needs nothing of ours."),
  boundary("src/cargo.ts", String.raw`\./(?:disk|sentry/[\w-]+)\.ts`, "Cargo.toml is read by what Sentry defines."),
  boundary(
    "src/sdk-version.ts",
    String.raw`\./(?:disk|sentry/[\w-]+|detect/javascript/names/sdk-modules)\.ts`,
    "An SDK's version is read by what Sentry defines and the names of its packages.",
  ),
  boundary(
    "src/detect/*.ts",
    String.raw`${OWN}|${TYPES}|\.\./(?:breadcrumb/index|languages/index|sentry/[\w-]+|settings)\.ts|\./\w+/index\.ts`,
    "What detectors share knows the model, what Sentry defines, settings and languages.",
  ),
  boundary(
    "src/detect/*/*.ts",
    String.raw`${OWN}|${TYPES}|\./\w+/[\w-]+\.ts|\.\./[\w-]+\.ts|\.\./\.\./(?:breadcrumb/index|languages/rust/[\w-]+|settings)\.ts`,
    "A detector knows the model, what Sentry defines, settings and its language: no rule, no edit, no other detector.",
  ),
  ...rooms,
  boundary(
    "src/languages/*.ts",
    String.raw`${OWN}|${TYPES}|\./\w+/[\w-]+\.ts|\.\./(?:breadcrumb/index|detect/detectors|detect/javascript/(?:names/virtual-modules|doors/calls)|cargo|sdk-version|sentry/doors|sentry/versions|settings)\.ts`,
    "A language says what the rest has to know of it: how ESLint reads it, what detects its breadcrumbs.",
  ),
  boundary(
    "src/languages/*/**",
    String.raw`${OWN}|\.\./lezer/[\w-]+\.ts|\.\./\.\./ordered\.ts|node:module|@eslint/plugin-kit|@lezer/\w+`,
    "A language of ESLint knows nothing of breadcrumbs, and of other languages what Lezer's have in common.",
  ),
  boundary(
    "src/define-rule.ts",
    String.raw`eslint|\./(?:breadcrumb/index|detect/index|languages/index|options|rule-page|sentry/[\w-]+|settings)\.ts`,
    "What makes a rule of a check knows breadcrumb files, languages, options, settings and what Sentry defines.",
  ),
  boundary(
    "rules/!(index).ts",
    String.raw`\.\./src/(?:define-rule|filtered-report|leak-report|options)\.ts|\.\./src/(?:breadcrumb|edit|sensitive-data|sentry)/[\w-]+\.ts`,
    "A rule knows breadcrumbs only: no ESLint, no syntax, no detector, no other rule.",
  ),
  boundary(
    "src/leak-report.ts",
    String.raw`\./(?:breadcrumb|edit|sensitive-data)/index\.ts|\./(?:define-rule|options|sentry/[\w-]+)\.ts`,
    "What rules on personal data have in common knows what a rule knows.",
  ),
  boundary(
    "src/filtered-report.ts",
    String.raw`\./(?:breadcrumb|edit|sensitive-data)/index\.ts|\./sentry/[\w-]+\.ts`,
    "What is reported of filtered texts beside the rule knows what a rule knows.",
  ),
  boundary(
    "src/arrivals.ts",
    String.raw`eslint|\./(?:breadcrumb|detect|languages)/index\.ts|\./sentry/[\w-]+\.ts|\./settings\.ts`,
    "What arrives follows from the model and what is known of Sentry.",
  ),
  boundary("rules/index.ts", `${OWN}|${String.raw`\.\./src/define-rule\.ts`}`, "The index lists the rules."),
  boundary("src/plugin-types.ts", "eslint", "What others see of the plugin leads to nothing inside of it."),
  boundary(
    "src/configs.ts",
    String.raw`eslint|\./(?:define-rule|languages/index|plugin-types)\.ts`,
    "Presets follow from what the rules say of themselves.",
  ),
  boundary(
    "src/plugin{,-for}.ts",
    String.raw`eslint|\.\./package\.json|\.\./rules/index\.ts|\./(?:configs|languages/index|plugin-for|plugin-types)\.ts`,
    "The plugin is rules, presets and languages.",
  ),
  boundary("src/browser.ts", String.raw`\./plugin\.ts`, "The plugin for browsers is the plugin."),
  boundary(
    "src/internal.ts",
    String.raw`\.\./rules/index\.ts|\./(?:arrivals|detect/index|plugin|sensitive-data/index|settings)\.ts`,
    "The command is given the plugin and the indexes of its parts.",
  ),
  {
    name: "scripts",
    files: ["**/*.js"],
    rules: {
      "no-console": "off",
      // What JSON.parse returns is given its type by JSDoc, which these rules do not see.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    name: "tests",
    files: ["tests/**/*.ts"],
    rules: {
      // Values of the model are read with certainty in tests; a wrong one fails the test.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
