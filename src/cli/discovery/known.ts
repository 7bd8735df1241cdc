import type { Project } from "../project.ts";
import { SETTINGS_KEY } from "../../settings.ts";
import { withFound, type Discovery } from "./found.ts";

/** A project whose settings also have what discovery found; what they say themselves comes first. */
export function knowing(project: Project, discovery: Discovery): Project {
  const { wrappers, modules, automatic } = discovery;
  if (wrappers.length + modules.length + automatic.length === 0) return project;
  const known = new Map<unknown, Readonly<Record<string, unknown>>>();
  return {
    ...project,
    settingsOf(path) {
      const settings = project.settingsOf(path);
      let merged = known.get(settings);
      if (merged === undefined) {
        merged = { ...settings, [SETTINGS_KEY]: withFound(settings[SETTINGS_KEY], discovery) };
        known.set(settings, merged);
      }
      return merged;
    },
  };
}
