import type { AutomaticDoor, Integration } from "../breadcrumb/index.ts";
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
): (door: AutomaticDoor) => boolean {
  let recorded: ReadonlySet<Integration> | undefined;
  return (door) => {
    const set = integrations[door];
    if (set !== undefined) return set !== false;
    recorded ??= language.recordsByItself?.(path);
    return recorded?.has(door) ?? true;
  };
}
