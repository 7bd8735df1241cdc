// Checked by the compiler, as presets.ts is: what settings a config may write.
import type { Settings } from "../../src/index.ts";

export const all = {
  modules: ["@/lib/sentry"],
  wrappers: [
    "trackBreadcrumb",
    {
      name: "logger.warn",
      from: ["*/logger"],
      files: "*/apps/web/*",
      parameters: ["category", { text: "message" }, "_"],
    },
  ],
  categories: ["checkout.*"],
  sdkVersion: 10,
  integrations: { console: false },
  automatic: [{ files: "*/server/*", console: "server", loggers: { pino: [{ name: "logger", from: "*/log" }] } }],
  sensitiveData: { allow: ["shop.name"], redact: { javascript: "redact" } },
} satisfies Settings;

// @ts-expect-error -- no such key
export const unknownKey: Settings = { category: ["auth"] };

// @ts-expect-error -- nothing that a parameter becomes
export const unknownParameter: Settings = { wrappers: [{ name: "track", parameters: ["text"] }] };
