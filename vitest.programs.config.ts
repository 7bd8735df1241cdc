import { defineConfig } from "vitest/config";

/**
 * Tests that start other programs over and over, ESLint's command and the editor's server: too slow for every run. So are
 * hundreds of prefixes of each example file; `npm test` takes some.
 */
export default defineConfig({
  test: {
    include: ["tests/**/*.program.ts", "tests/robustness/prefixes.test.ts"],
    env: { ROBUSTNESS_PREFIXES: "500" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
