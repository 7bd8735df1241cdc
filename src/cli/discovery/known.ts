import type { Output } from "../io.ts";
import { whileSearching } from "../progress.ts";
import { openProject, partOf, projectAround, type Project } from "../project.ts";
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

/** What was named, and what is known of it. */
export interface Known {
  /** What was named, with the settings of its configs alone. */
  readonly opened: Project;
  /** The same with what was found. */
  readonly project: Project;
  /** Absent where nothing was to be looked for. */
  readonly discovery?: Discovery;
}

/**
 * Opens what was named, with what is found in the project around it.
 * @throws Failure for paths that are not there.
 */
export async function openKnown(
  {
    root,
    paths,
    useConfig,
    discover: isToDiscover,
  }: {
    readonly root: string;
    readonly paths: readonly string[];
    readonly useConfig: boolean;
    readonly discover: boolean;
  },
  output: Output,
): Promise<Known> {
  const opened = await openProject(root, paths, useConfig);
  if (!isToDiscover) return { opened, project: opened };
  const { discover } = await import("./search.ts");
  const whole = await projectAround(opened, paths, useConfig);
  const discovery = await whileSearching(whole.files.length, output, () => discover(whole));
  return { opened, project: partOf(knowing(whole, discovery), opened), discovery };
}
