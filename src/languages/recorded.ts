import type { AutomaticDoor, BreadcrumbFile, Integration, Sending } from "../breadcrumb/index.ts";
import { isSince, type Version } from "../sentry/versions.ts";
import type { Settings } from "../settings.ts";
import type { LanguageDefinition } from "./definition.ts";

/**
 * The version of the SDK that a file uses, by the settings or the disk; undefined if it is not known.
 * @param path of the file, on disk.
 */
export function sdkVersionOf(
  language: LanguageDefinition,
  { sdkVersion }: Pick<Settings, "sdkVersion">,
  path: string,
): Version | undefined {
  if (sdkVersion === false || language.sdkVersionOf === undefined) return undefined;
  return sdkVersion ?? language.sdkVersionOf(path);
}

/**
 * Tells whether the SDK of a file records by default, in the version in use, what it records in the newest one.
 * @param file is not asked before something else is: few rules do.
 */
export function versionCheckOf(
  language: LanguageDefinition,
  settings: Pick<Settings, "sdkVersion">,
  path: string,
  file: Pick<BreadcrumbFile, "recordedSince">,
): (integration: Integration) => boolean {
  return (integration) => isSince(file.recordedSince?.get(integration), () => sdkVersionOf(language, settings, path));
}

/**
 * Tells whether an SDK records by itself what goes through the doors of a file, as far as the settings and the disk
 * tell. The disk is asked when the first door is.
 * @param path of the file, on disk.
 * @param isInVersion whether the version in use records it.
 */
export function recordingOf(
  language: LanguageDefinition,
  { integrations }: Pick<Settings, "integrations">,
  path: string,
  isInVersion: (integration: Integration) => boolean,
): (sending: Pick<Sending, "level"> & { readonly door: AutomaticDoor }) => boolean {
  let recorded: ReturnType<NonNullable<LanguageDefinition["recordsByItself"]>> | undefined;
  return ({ door, level }) => {
    if (!isInVersion(door)) return false;
    const set = integrations[door];
    if (set === false || (set !== undefined && level === undefined)) return set !== false;
    recorded ??= language.recordsByItself?.(path);
    if (set === undefined && recorded?.has(door) === false) return false;
    return level === undefined || recorded?.get(door)?.includes(level) !== false;
  };
}
