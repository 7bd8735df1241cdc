import type { AutomaticDoor, Sending } from "../breadcrumb/index.ts";
import type { Settings } from "../settings.ts";
import type { LanguageDefinition } from "./definition.ts";

/**
 * Tells whether an SDK records by itself what goes through the doors of a file, as far as the settings and the disk
 * tell. The disk is asked when the first door is.
 * @param path of the file, on disk.
 */
export function recordingOf(
  language: LanguageDefinition,
  { integrations }: Pick<Settings, "integrations">,
  path: string,
): (sending: Pick<Sending, "level"> & { readonly door: AutomaticDoor }) => boolean {
  let recorded: ReturnType<NonNullable<LanguageDefinition["recordsByItself"]>> | undefined;
  return ({ door, level }) => {
    const set = integrations[door];
    if (set === false || (set !== undefined && level === undefined)) return set !== false;
    recorded ??= language.recordsByItself?.(path);
    if (set === undefined && recorded?.has(door) === false) return false;
    return level === undefined || recorded?.get(door)?.includes(level) !== false;
  };
}
