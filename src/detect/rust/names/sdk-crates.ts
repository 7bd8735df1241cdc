import type { Path } from "./declarations.ts";

/** Crates and modules that are the SDK: the crate itself, its core, and what Tauri's plugins re-export. */
const SDK_MODULES = ["sentry", "sentry_core", "sentry_types", "tauri_plugin_sentry::sentry", "sentry_tauri::sentry"];

/** Modules of the SDK under which it exports what it exports elsewhere too. */
const SDK_FOLDERS: ReadonlySet<string> = new Set(["protocol", "types", "v7", "latest", "prelude"]);

/** The names that `use sentry::*` imports and that concern breadcrumbs. */
const SDK_EXPORTS: ReadonlySet<string> = new Set([
  "add_breadcrumb",
  "capture_error",
  "capture_event",
  "capture_message",
  "configure_scope",
  "with_scope",
  "protocol",
  "Breadcrumb",
  "Hub",
  "IntoBreadcrumbs",
  "Level",
  "Map",
  "Scope",
  "Value",
]);

const LEVEL_VARIANTS: ReadonlySet<string> = new Set(["Debug", "Info", "Warning", "Error", "Fatal"]);

/** The paths of a file that are the SDK. */
export interface SdkCrates {
  /** A path below the SDK, without the modules that only hold types; undefined for what is not the SDK's. */
  below(path: Path): Path | undefined;
}

/** @param modules further modules that re-export the SDK, as settings name them. */
export function sdkCrates(modules: readonly string[]): SdkCrates {
  const known = [...SDK_MODULES, ...modules]
    .map((module) => module.split("::"))
    .sort((one, other) => other.length - one.length);
  return {
    below(path) {
      const module = known.find((module) => module.every((segment, index) => segment === path[index]));
      return module && path.slice(module.length).filter((segment) => !SDK_FOLDERS.has(segment));
    },
  };
}

/** Whether `use sentry::*`, or `use sentry::Level::*`, brings a name. */
export function isExported(name: string, sdkPath: Path): boolean {
  return sdkPath.length === 0 ? SDK_EXPORTS.has(name) : sdkPath.join() === "Level" && LEVEL_VARIANTS.has(name);
}
