import { defineConfig } from "eslint/config";
import sentryBreadcrumbs from "eslint-plugin-sentry-breadcrumbs";
import tseslint from "typescript-eslint";

export default defineConfig(
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
    files: ["axum-service/src/sessions.rs"],
    plugins: { "sentry-breadcrumbs": sentryBreadcrumbs },
    extends: ["sentry-breadcrumbs/rust-strict"],
  },
  {
    // A part of its own, held to every rule. Since it declares no categories, their spelling is all there is to go by.
    files: ["shop/support/**"],
    plugins: { "sentry-breadcrumbs": sentryBreadcrumbs },
    extends: ["sentry-breadcrumbs/strict"],
    rules: { "sentry-breadcrumbs/known-category": ["error", { unknown: "declared" }] },
    settings: { "sentry-breadcrumbs": { categories: [] } },
  },
);
