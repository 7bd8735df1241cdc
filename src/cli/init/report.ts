import { join } from "node:path";
import { createColors } from "picocolors";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { WrapperParameter } from "../../breadcrumb/index.ts";
import { SETTINGS_KEY } from "../../settings.ts";
import { count, usesColor, widthOf, type Output } from "../io.ts";
import { isInstalled } from "../installed.ts";
import { fromRoot } from "../paths.ts";
import { unreadJson, type Unread } from "../unread.ts";
import type { Discovery, FoundWrapper } from "../discovery/found.ts";
import type { Proposal } from "./proposal.ts";
import type { FoundSdk } from "./sdks.ts";
import { DEFAULT_STYLE, writeValue } from "./settings-text.ts";

/** The maximum number of lines; further ones are counted. */
const MOST = 30;

/** The report for people. */
export function formatReport(root: string, discovery: Discovery, proposal: Proposal, output: Output): string {
  const { bold, cyan, dim, green, yellow } = createColors(usesColor(output));
  const width = widthOf(output);
  const { seen } = discovery;
  const { wrappers, modules, categories, sdks, off, settings } = proposal;
  const lines: string[] = [];
  const section = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return;
    lines.push("", bold(title), ...items.slice(0, MOST).map((item) => indented(item, width)));
    if (items.length > MOST) lines.push(dim(`  … and ${String(items.length - MOST)} more`));
  };

  lines.push(
    seen.after === seen.before
      ? `The rules see ${count(seen.before, "breadcrumb")} here.`
      : `The rules see ${count(seen.before, "breadcrumb")} now, and ${bold(green(String(seen.after)))} with the settings below.`,
  );
  section(
    "SDK",
    sdks.map((sdk) => {
      const { name, as, range, version, folder } = sdk;
      const where = fromRoot(root, folder);
      const details = [range, version === range ? "" : checkedAs(sdk)].filter(Boolean);
      return `${cyan(name)}${as === undefined ? "" : ` as ${cyan(as)}`} ${details.join(", ")}${where === "" ? "" : dim(`  ${where}`)}`;
    }),
  );
  const wrapperText = ({ entry, file, calls }: FoundWrapper): string => {
    const parameters = (entry.parameters ?? ["breadcrumb"]).map(parameterText);
    const total = [...calls.values()].reduce((sum, each) => sum + each, 0);
    return `${cyan(entry.name)}(${parameters.join(", ")})  ${dim(`${fromRoot(root, file)}, ${count(total, "call")} in ${count(calls.size, "file")}`)}`;
  };
  const isLogger = ({ entry }: FoundWrapper): boolean => entry.calls !== undefined;
  section(
    "Wrappers: your functions that record breadcrumbs",
    wrappers.filter((each) => !isLogger(each)).map(wrapperText),
  );
  section("Loggers: your functions that log to the console or to Sentry", wrappers.filter(isLogger).map(wrapperText));
  section(
    "Modules that re-export the SDK",
    modules.map(
      ({ names, file, calls }) =>
        `${cyan(names.join(", "))}  ${dim(`${fromRoot(root, file)}, ${count(calls.size, "file")}`)}`,
    ),
  );
  section(
    "Categories",
    categories.counts.map(
      ({ category, count: times, isSentrys }) =>
        `${String(times).padStart(4)}  ${cyan(category)}${isSentrys ? dim("  Sentry's") : ""}`,
    ),
  );
  section(
    "Categories with several spellings",
    categories.variants.map(
      ({ written, use }) =>
        `${yellow(written.join(", "))}: ${use === undefined ? "declare the one that you want" : `write ${cyan(use)}`}`,
    ),
  );
  section("Integrations that init switches off", off.length === 0 ? [] : [off.join(", ")]);
  lines.push(
    "",
    ...(Object.keys(settings).length === 0
      ? ["There is nothing to add to the settings."]
      : [bold("Settings"), "", settingsText(settings, width)]),
  );
  return `${lines.join("\n")}\n`;
}

/** Which version the rules go by, which may be of another SDK in the same package. */
function checkedAs({ name, version, range, folder }: FoundSdk): string {
  if (version === undefined) return "";
  const installed = isInstalled(name, join(folder, "package.json")) ? "" : " (not installed)";
  const isLower = (/\d[\d.]*/u.exec(range ?? "")?.[0] ?? "").localeCompare(version, "en", { numeric: true }) > 0;
  return `checked as ${version}${installed}${isLower ? ", the lowest SDK of the project" : ""}`;
}

function parameterText(parameter: WrapperParameter): string {
  return typeof parameter === "string" ? parameter : `{ ${Object.values(parameter).map(parameterText).join(", ")} }`;
}

/** An item of a list, whose further lines stand further in. */
function indented(item: string, width: number): string {
  const text = stringWidth(item) + 2 <= width ? item : wrapAnsi(item, width - FURTHER.length);
  return `  ${text.replaceAll("\n", `\n${FURTHER}`)}`;
}

const FURTHER = " ".repeat(4);

/** The settings as they stand in a config. @param width of what they are shown in. */
export function settingsText(settings: unknown, width: number): string {
  return `settings: ${writeValue({ [SETTINGS_KEY]: settings }, { ...DEFAULT_STYLE, width }, "", "settings: ,".length)},`;
}

/** The same for other programs; its shape is part of what versions promise. */
export function jsonReport(
  root: string,
  discovery: Discovery,
  proposal: Proposal,
  unread: readonly Unread[],
): Readonly<Record<string, unknown>> {
  const { before, after } = discovery.seen;
  const place = (path: string): string => fromRoot(root, path);
  const callsOf = (calls: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
    Object.fromEntries([...calls].map(([path, number]) => [place(path), number]));
  return {
    breadcrumbs: { before, after },
    sdks: proposal.sdks.map(({ folder, ...sdk }) => ({ ...sdk, folder: place(folder) })),
    wrappers: proposal.wrappers.map(({ entry, file, calls }) => ({
      ...entry,
      definedIn: place(file),
      calls: callsOf(calls),
    })),
    modules: proposal.modules.map(({ names, file, calls }) => ({
      names,
      file: place(file),
      calls: callsOf(calls),
    })),
    categories: proposal.categories,
    integrationsOff: proposal.off,
    unread: unreadJson(unread, root),
    settings: proposal.settings,
  };
}
