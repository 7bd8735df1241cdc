import { describe, expect, it } from "vitest";
import { proposed } from "../init/scratch.ts";

const SDK = `import * as Sentry from "@sentry/vue";\n`;

/** A function that records, with its parameters in some order. */
const recording = (parameters: string): string => `(${parameters}) => Sentry.addBreadcrumb({ message, category })`;

/** Ways by which an application has something under a name, and how its other files call that. */
const WAYS: Readonly<Record<string, { readonly put: (value: string) => string; readonly call: string }>> = {
  "a global property of Vue": {
    put: (value) =>
      `${SDK}import { createApp } from "vue";\ncreateApp({}).config.globalProperties.$crumb = ${value};\n`,
    call: `export default { methods: { run() { this.$crumb("a", "b"); } } };\n`,
  },
  "a name that is provided": {
    put: (value) => `${SDK}import { createApp } from "vue";\ncreateApp({}).provide("crumb", ${value});\n`,
    call: `import { inject } from "vue";\nconst crumb = inject("crumb");\ncrumb("a", "b");\n`,
  },
  "a plugin of Nuxt": {
    put: (value) => `${SDK}export default defineNuxtPlugin(() => ({ provide: { crumb: ${value} } }));\n`,
    call: `const { $crumb } = useNuxtApp();\n$crumb("a", "b");\n`,
  },
  "the global object": {
    put: (value) => `${SDK}window.crumb = ${value};\n`,
    call: `window.crumb("a", "b");\n`,
  },
  "what a preload script exposes": {
    put: (value) =>
      `${SDK}import { contextBridge } from "electron";\ncontextBridge.exposeInMainWorld("trail", { crumb: ${value} });\n`,
    call: `window.trail.crumb("a", "b");\n`,
  },
};

/** Two applications of a workspace, of which each puts something under the same name. */
async function found(one: string, other: string, call: string): Promise<{ seen: number; entries: readonly object[] }> {
  const manifest = (name: string): string => JSON.stringify({ name, dependencies: { vue: "3", "@sentry/vue": "10" } });
  const { settings, breadcrumbs } = await proposed({
    "package.json": JSON.stringify({ private: true, workspaces: ["apps/*"] }),
    "apps/shop/package.json": manifest("shop"),
    "apps/shop/main.js": one,
    "apps/shop/pay.js": call,
    "apps/admin/package.json": manifest("admin"),
    "apps/admin/main.js": other,
    "apps/admin/list.js": call,
  });
  return { seen: breadcrumbs.after, entries: settings["wrappers"] as readonly object[] };
}

describe.each(Object.entries(WAYS))("%s, in two applications of a workspace", (_, { put, call }) => {
  it("is one function if both have the same parameters", async () => {
    const same = put(recording("message, category"));
    const { seen, entries } = await found(same, same, call);
    expect(seen).toBe(2);
    expect(entries).toMatchObject([{ parameters: ["message", "category"] }]);
    expect(entries[0]).not.toHaveProperty("files");
  });

  it("is bound to each of them otherwise", async () => {
    const { seen, entries } = await found(
      put(recording("message, category")),
      put(recording("category, message")),
      call,
    );
    expect(seen).toBe(2);
    expect(entries).toMatchObject([
      { files: "*/apps/admin/*", parameters: ["category", "message"] },
      { files: "*/apps/shop/*", parameters: ["message", "category"] },
    ]);
  });
});
