import { defineConfig } from "eslint/config";
import sentryBreadcrumbs from "eslint-plugin-sentry-breadcrumbs";
import tseslint from "typescript-eslint";

export default defineConfig(
  {
    files: ["**/*.{js,cjs,ts,tsx}"],
    plugins: { "sentry-breadcrumbs": sentryBreadcrumbs },
    extends: ["sentry-breadcrumbs/recommended"],
  },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parser: tseslint.parser },
  },
  {
    files: ["**/*.rs"],
    plugins: { "sentry-breadcrumbs": sentryBreadcrumbs },
    extends: ["sentry-breadcrumbs/rust"],
  },
  {
    settings: {
      "sentry-breadcrumbs": {
        categories: ["account", "cart", "catalog", "checkout.*", "mail", "order", "payment", "stock"],
        wrappers: [
          { name: "trackBreadcrumb", from: "@/lib/track", parameters: ["message", "category", "data", "level"] },
        ],
      },
    },
  },
);
