import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Project } from "../project.ts";
import { Source, Spread } from "./settings-text.ts";

/** The package that `discover` is imported from. */
export const COMMAND = "sentry-breadcrumbs";

/** The command's parser of JavaScript and TypeScript, as a config imports it. */
export const PARSER = `${COMMAND}/parser`;

/** Settings that `discover` gives; who asks it writes only the others into a config. */
const DISCOVERED: readonly string[] = ["modules", "wrappers", "integrations", "automatic"];

const IMPORT =
  /(?:import\s*(\{[^{}]*\})\s*from\s*|const\s*(\{[^{}]*\})\s*=\s*require\(\s*)["']sentry-breadcrumbs["']\)?/gu;

/** How a config names its own folder; by its URL where the project supports versions of Node.js without `dirname`. */
export type FolderName = "__dirname" | "import.meta.dirname" | "import.meta.url";

/** Whether a config asks for its settings at each start. */
function isDiscovering(text: string): boolean {
  return [...text.matchAll(IMPORT)].some(([, imported = "", required = ""]) =>
    /\bdiscover\b/u.test(imported + required),
  );
}

/** The configs of a project that ask for their settings at each start, absolute. */
export function discoveringConfigs({ configs }: Pick<Project, "configs">): readonly string[] {
  return configs.filter((path) => isDiscovering(readFileSync(path, "utf8")));
}

const PARSER_IMPORT =
  /(?:import\s+(\w+)\s+from\s*|const\s+(\w+)\s*=\s*require\(\s*)["']sentry-breadcrumbs\/parser["']\)?/gu;

/** A config that finds and reads nothing: to be loaded before the command is installed. */
export function withoutCommand(text: string): string {
  // What an import names is there before all that the module does, wherever the import stands.
  let hoisted = "";
  const standIn =
    (value: string) =>
    (_: string, imported?: string, required?: string): string => {
      const constant = `const ${(imported ?? required ?? "").replaceAll(/\bas\b/gu, ":")} = ${value}`;
      if (imported === undefined) return constant;
      hoisted += `${constant};`;
      return "";
    };
  const unread = text.replaceAll(PARSER_IMPORT, standIn("{ parse() {} }"));
  const undiscovered = unread.replaceAll(IMPORT, standIn("{ discover: () => ({}) }"));
  return hoisted + undiscovered;
}

/**
 * The call that asks for the settings.
 * @param local what the config calls `discover`.
 * @param folder the config's own, as it names it.
 * @param path from there to the project, in the form of a URL; empty where it is the same.
 */
export function discoverCall(local: string, folder: FolderName, path: string): string {
  if (folder === "import.meta.url") return `await ${local}(new URL(${JSON.stringify(path || ".")}, ${folder}))`;
  return `await ${local}(${path === "" ? folder : `\`\${${folder}}/${path}\``})`;
}

/** The way from a config's folder to another one, as `discoverCall` takes it. */
export function wayTo(folder: string, from: string): string {
  return relative(from, folder).replaceAll("\\", "/");
}

/** What is left to write where the rest is discovered. */
export function undiscovered(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !DISCOVERED.includes(key)));
}

/** What a config has under our key, for `writeValue`. @param call as `discoverCall` gives it */
export function discoveredValue(call: string, settings: Readonly<Record<string, unknown>>): unknown {
  const rest = undiscovered(settings);
  return Object.keys(rest).length === 0 ? new Source(call) : { discover: new Spread(`(${call})`), ...rest };
}
