import { defineConfig } from "vitest/config";

/** Tests that start other programs over and over, ESLint's command and the editor's server: too slow for every run. */
export default defineConfig({
  test: { include: ["tests/**/*.program.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
