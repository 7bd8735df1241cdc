const CONFIG = `
import json from "@eslint/json";
import markdown from "@eslint/markdown";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import vueParser from "vue-eslint-parser";
import sentryBreadcrumbs from "./plugin.js";

export default defineConfig([
  { ignores: ["plugin.js", "package.json"] },
  { plugins: { "sentry-breadcrumbs": sentryBreadcrumbs }, extends: ["sentry-breadcrumbs/recommended", "sentry-breadcrumbs/rust"] },
  { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
  { files: ["**/*.vue"], languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } } },
  { files: ["**/*.json"], plugins: { json }, language: "json/json", extends: ["json/recommended"] },
  { files: ["**/*.md"], plugins: { markdown }, language: "markdown/gfm", extends: ["markdown/recommended"] },
]);
`;

/** A small repository in TypeScript, Vue and Rust, with JSON and Markdown beside, as text by path. */
export const FILES = {
  "eslint.config.js": CONFIG,
  "shop/cart.ts": `import * as Sentry from "@sentry/node";

export function saved(id: string): void {
  Sentry.addBreadcrumb({ category: "cart", message: \`Saved \${id}\`, level: "warn" });
}
`,
  "shop/Cart.vue": `<script setup lang="ts">
import * as Sentry from "@sentry/vue";
</script>

<template>
  <button @click="Sentry.addBreadcrumb({ message: 'saved', level: 'warn' })">Save</button>
</template>
`,
  "shop/sign-in.rs": `use sentry::{add_breadcrumb, Breadcrumb};

fn signed_in(user: &User) {
    add_breadcrumb(Breadcrumb {
        ty: "User".into(),
        message: Some(format!("Signed in {}", user.email)),
        ..Default::default()
    });
}
`,
  "shop/clean.js": `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: "saved", level: "info" });\n`,
  "shop/settings.json": `{ "level": "warn" }\n`,
  "shop/README.md": '# Shop\n\nCalls `addBreadcrumb({ level: "warn" })`.\n',
};

/** What is to be found there. */
export const FINDINGS = [
  "shop/Cart.vue:6:67 sentry-breadcrumbs/valid-level",
  "shop/cart.ts:4:75 sentry-breadcrumbs/valid-level",
  "shop/sign-in.rs:5:13 sentry-breadcrumbs/valid-type",
  "shop/sign-in.rs:6:47 sentry-breadcrumbs/no-pii",
];
