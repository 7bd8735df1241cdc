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

export default defineConfig(
  globalIgnores(["dist/", "coverage/", ".cache/", "examples/"]),
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
    name: "the command",
    files: ["src/cli/**/*.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": "off" },
  },
  boundary("src/breadcrumb/**", OWN, "The model imports nothing outside of its folder."),
  boundary("src/sensitive-data/**", `${OWN}|${MODEL}`, "Classification knows the model only."),
  boundary("src/edit/**", `${OWN}|${MODEL}`, "Edits know the model only."),
  boundary(
    "src/sentry/**",
    `${OWN}|${MODEL}|fastest-levenshtein`,
    "What Sentry defines is data: it knows the model, and small helpers from npm.",
  ),
  boundary(
    "rules/!(index).ts",
    String.raw`\.\./src/(?:define-rule|options)\.ts|\.\./src/(?:breadcrumb|edit|sensitive-data|sentry)/[\w-]+\.ts`,
    "A rule knows breadcrumbs only: no ESLint, no syntax, no detector, no other rule.",
  ),
  boundary("rules/index.ts", `${OWN}|${String.raw`\.\./src/define-rule\.ts`}`, "The index lists the rules."),
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
