import { defineConfig } from "vitest/config";
import { maxWorkers } from "./vitest.config.ts";

/**
 * Tests that start other programs over and over, ESLint's command and the editor's server: too slow for every run. So are
 * all prefixes of each example file, and files of 10 MB; `npm test` takes some, and smaller ones.
 */
export default defineConfig({
  test: {
    include: ["tests/**/*.program.ts", "tests/robustness/{hostile,prefixes}.test.ts"],
    env: { ROBUSTNESS_PREFIXES: "Infinity", ROBUSTNESS_MEGABYTES: "10" },
    maxWorkers,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
