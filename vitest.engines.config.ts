import { defineConfig } from "vitest/config";
import { maxWorkers, onCopyOfEslint } from "./vitest.config.ts";
import { Tally } from "./tests/engines/tally.ts";

/**
 * The engines beside those of `npm test`: the oldest supported version of each line of ESLint, and oxlint. Run by
 * `npm run test:engines`, which starts oxlint's project in a Node.js that oxlint's rule tester runs in.
 */
export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      // Before 9.22 `defineConfig` was a package of its own, and this ESLint has no `eslint/config`.
      onCopyOfEslint("eslint 9.15.0", "eslint9.15", { alias: { "eslint/config": "@eslint/config-helpers" } }),
      onCopyOfEslint("eslint 10.0.0", "eslint10.0"),
      onCopyOfEslint("oxlint", "eslint", {
        include: ["tests/rules/**/*.test.ts"],
        env: { ENGINE: "oxlint" },
        // Before the plugin: oxlint exchanges the global WeakMap for one that its single `sourceCode` can be a key of.
        setupFiles: ["tests/engines/oxlint.setup.ts"],
      }),
    ],
    reporters: ["default", new Tally()],
  },
});
