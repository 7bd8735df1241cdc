// Checked by the compiler, as presets.ts is.
import { defineConfig } from "eslint/config";
import plugin from "../../src/index.ts";

export const byReference = defineConfig([plugin.configs.recommended, plugin.configs.rust]);

export const byName = defineConfig({
  files: ["app/**/*.ts"],
  plugins: { "sentry-breadcrumbs": plugin },
  extends: ["sentry-breadcrumbs/recommended"],
});
