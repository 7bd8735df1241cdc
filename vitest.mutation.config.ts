import { defineConfig } from "vitest/config";

/**
 * The tests that mutants are run against: those that say what single parts do. Tests that generate programs, measure
 * time, start other programs or read the project's own files would tell little of a mutant, and take long.
 */
export default defineConfig({
  test: {
    include: ["tests/{detect,languages,rules,sensitive-data,sentry}/**/*.test.ts", "tests/{sdk-version,settings}.test.ts"],
    exclude: ["tests/sensitive-data/page.test.ts", "tests/detect/rust/robustness.test.ts", "tests/languages/rust/cli.test.ts"],
    execArgv: ["--require", "./tests/support/use-eslint.cjs"],
  },
});
