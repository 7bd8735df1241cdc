import { defineConfig } from "vitest/config";

/**
 * Tests that start other programs over and over, ESLint's command and the editor's server: too slow for every run. So is
 * every prefix of the example files; `npm test` takes some.
 */
export default defineConfig({
  test: {
    include: ["tests/**/*.program.ts", "tests/robustness/prefixes.test.ts"],
    env: { ROBUSTNESS_PREFIXES: "1500" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
