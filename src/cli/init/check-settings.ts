import { SETTINGS_KEY } from "../../settings.ts";
import { within, type WrapperEntry } from "../discovery/found.ts";
import { discover } from "../discovery/search.ts";
import type { Output } from "../io.ts";
import { fromRoot } from "../paths.ts";
import type { Project } from "../project.ts";
import { discoveringConfigs } from "./discovering.ts";
import { DEFAULT_STYLE, writeValue } from "./settings-text.ts";

type RawSettings = Readonly<Record<string, unknown>>;

/**
 * Compares the wrappers and modules that a project's settings name with what its code has now.
 * @param whole the project that it is a part of.
 * @returns 1 where something is to be added or taken out, which is printed as a diff; 0 otherwise.
 */
export async function checkSettings(project: Project, whole: Project, { stdout }: Output): Promise<0 | 1> {
  const discovering = discoveringConfigs(project);
  for (const path of discovering)
    stdout.write(`${fromRoot(project.root, path)} calls \`discover\`, so there is nothing to check.\n`);
  if (discovering.length > 0 && discovering.length === project.configs.length) return 0;
  const present = presentSettings(project);
  const all = await discover({ ...whole, settingsOf: (path) => withoutFound(whole.settingsOf(path)) });
  const found = within(all, project.files);
  const wrappers = found.wrappers.map(({ entry }) => entry);
  const modules = found.modules.flatMap(({ names }) => names);
  const called = new Set([...wrappers.map(({ name }) => name), ...found.doubtful].map(lastName));
  const added = wrappers.filter((entry) => !present.wrappers.some((other) => isSame(entry, other)));
  // What was named by hand stays as long as nothing else is found under its name, or is in doubt.
  const removed = present.wrappers.filter(
    (entry) => called.has(lastName(entry.name)) && !wrappers.some((other) => isSame(entry, other)),
  );
  const lines = [
    ...removed.map((entry) => `- ${writeValue(entry, DEFAULT_STYLE)}`),
    ...added.map((entry) => `+ ${writeValue(entry, DEFAULT_STYLE)}`),
    ...modules.filter((name) => !present.modules.includes(name)).map((name) => `+ ${writeValue(name, DEFAULT_STYLE)}`),
  ];
  if (lines.length === 0) {
    stdout.write("The settings are up to date.\n");
    return 0;
  }
  const adding = lines.length > removed.length ? ["`init --write` adds what is missing."] : [];
  const removing = removed.length > 0 ? ["Remove the lines marked with `-` yourself."] : [];
  stdout.write(`The settings are out of date:\n\n${lines.join("\n")}\n\n${[...adding, ...removing].join(" ")}\n`);
  return 1;
}

function presentSettings(project: Project): { wrappers: readonly WrapperEntry[]; modules: unknown[] } {
  const all = [...new Set(project.files.map((path) => project.settingsOf(path)[SETTINGS_KEY]))].map(
    (raw) => (raw ?? {}) as RawSettings,
  );
  const list = (key: string): unknown[] =>
    all.flatMap((own) => (Array.isArray(own[key]) ? (own[key] as unknown[]) : []));
  const wrappers = list("wrappers").map((entry) => (typeof entry === "string" ? { name: entry } : entry));
  return { wrappers: wrappers as WrapperEntry[], modules: list("modules") };
}

function withoutFound(settings: RawSettings): RawSettings {
  const own = Object.entries((settings[SETTINGS_KEY] ?? {}) as RawSettings);
  const others = own.filter(([key]) => key !== "wrappers" && key !== "modules");
  return { ...settings, [SETTINGS_KEY]: Object.fromEntries(others) };
}

function isSame(one: WrapperEntry, other: WrapperEntry): boolean {
  const text = ({ name, from, export: exported, files, parameters = ["breadcrumb"] }: WrapperEntry): string =>
    JSON.stringify([name, [from ?? []].flat(), exported, [files ?? []].flat(), parameters]);
  return text(one) === text(other);
}

function lastName(name: string): string {
  return name.split(/\.|::/u).at(-1) ?? name;
}
