import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mayHaveSettings, SETTINGS_KEY } from "../settings.ts";
import { messageOf } from "./config-errors.ts";
import { parseJson } from "./jsonc.ts";
import type { Unread } from "./unread.ts";

type Raw = Readonly<Record<string, unknown>>;

/** The configs of oxlint that are data; the others are programs, in the languages that oxlint runs. */
const NAMES = [".oxlintrc.json", ".oxlintrc.jsonc"];

/**
 * The settings that files have in the nearest config of oxlint above them.
 * @param files absolute.
 */
export function oxlintSettings(files: readonly string[]): {
  readonly settings: ReadonlyMap<string, Raw>;
  readonly broken: readonly Unread[];
} {
  const broken: Unread[] = [];
  const byFolder = new Map<string, Raw | undefined>();
  const settingsIn = (folder: string): Raw | undefined => {
    if (byFolder.has(folder)) return byFolder.get(folder);
    const above = dirname(folder);
    const own = readConfig(folder, broken) ?? (above === folder ? undefined : settingsIn(above));
    byFolder.set(folder, own);
    return own;
  };
  const settings = new Map<string, Raw>();
  for (const path of files) {
    const known = path.endsWith(".rs") ? undefined : settingsIn(dirname(path));
    if (known !== undefined && Object.keys(known).length > 0) settings.set(path, known);
  }
  return { settings, broken };
}

/** @returns undefined where there is no config; nothing where one says nothing of us */
function readConfig(folder: string, broken: Unread[]): Raw | undefined {
  for (const name of NAMES) {
    const path = join(folder, name);
    const text = textAt(path);
    if (text === undefined) continue;
    if (!mayHaveSettings(text)) return {};
    try {
      const { settings } = parseJson(text) as { readonly settings?: Readonly<Record<string, Raw>> };
      return settings?.[SETTINGS_KEY] ?? {};
    } catch (error) {
      const reason = `it could not be read, so its settings are unknown: ${messageOf(error)}`;
      broken.push({ path, reason, matters: true });
      return {};
    }
  }
  return undefined;
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
