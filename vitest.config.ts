import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** What every supported ESLint must agree on: the rules, the languages and the plugin as a whole. */
const PER_ENGINE = ["tests/rules/**/*.test.ts", "tests/languages/**/*.test.ts", "tests/plugin.test.ts"];

/**
 * A project whose tests run against one installed copy of ESLint. The files share the modules that a worker has loaded:
 * to load them again for each file takes as long as the tests of the rules do.
 * @param copy the name under which package.json installs it.
 * @param more options of the project, over those that all have.
 */
export function onCopyOfEslint(
  name: string,
  copy: string,
  { env, ...more }: TestProjectInlineConfiguration["test"] = {},
): TestProjectInlineConfiguration {
  const test = {
    name,
    include: PER_ENGINE,
    isolate: false,
    execArgv: ["--require", "./tests/support/use-eslint.cjs"],
    ...more,
  };
  return {
    extends: true,
    test: { ...test, env: { ...env, ESLINT: copy } },
    resolve: { alias: [{ find: /^eslint(?=$|\/)/, replacement: copy }] },
  };
}

/** Every processor runs tests. By default, vitest leaves one to itself, which is half of them in CI. */
export const maxWorkers = "100%";

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      onCopyOfEslint("eslint 10", "eslint", { include: ["tests/**/*.test.ts"], isolate: true }),
      onCopyOfEslint("eslint 9", "eslint9"),
    ],
    reporters: ["default", ["json", { outputFile: ".cache/test-results.json" }]],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "rules/**/*.ts"],
      exclude: [
        // Run in processes and threads of their own, and in a browser, by tests/cli/**/*.program.ts.
        "src/cli/index.ts",
        "src/cli/check/{baseline,eslint-config,options-module}.ts",
        "src/cli/inventory/page/**",
      ],
      reporter: ["text-summary", "html", "json-summary"],
      // A floor that rises: what falls below it has lost a test. Random tests reach a few branches more or fewer.
      thresholds: { lines: 98, branches: 97.5, functions: 98, statements: 98 },
    },
  },
});
