import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** What every supported ESLint must agree on: the rules, the languages and the plugin as a whole. */
const PER_ENGINE = ["tests/rules/**/*.test.ts", "tests/languages/**/*.test.ts", "tests/plugin.test.ts"];

/**
 * Runs tests against one installed copy of ESLint.
 * @param copy the name under which package.json installs it.
 */
function engine(name: string, copy: string, include: string[]): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: { name, include, env: { ESLINT: copy }, execArgv: ["--require", "./tests/support/use-eslint.cjs"] },
    resolve: { alias: [{ find: /^eslint(?=$|\/)/, replacement: copy }] },
  };
}

export default defineConfig({
  test: {
    projects: [engine("eslint 10", "eslint", ["tests/**/*.test.ts"]), engine("eslint 9", "eslint9", PER_ENGINE)],
    reporters: ["default", ["json", { outputFile: ".cache/test-results.json" }]],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "rules/**/*.ts"],
      reporter: ["text", "html", "json-summary"],
    },
  },
});
