import { resolve } from "node:path";
import { remembered } from "./discovery/remembered.ts";
import { openProject } from "./project.ts";

/** What to look at. */
export interface DiscoverOptions {
  /** Files and folders, absolute or from the root; the whole folder when left out. */
  readonly paths?: readonly string[];
}

/** What a project's files tell of `settings["sentry-breadcrumbs"]`, as plain JSON. */
export interface DiscoveredSettings {
  /** Modules that re-export an SDK. */
  readonly modules?: readonly string[];
  /** Functions that pass on to Sentry what they are given. */
  readonly wrappers?: readonly {
    readonly name: string;
    readonly from?: string | readonly string[];
    /** Where it is called, if functions of its name mean other things elsewhere. */
    readonly files?: string;
    readonly parameters?: readonly (string | Readonly<Record<string, string>>)[];
  }[];
  /** What the SDK's options switch off. */
  readonly integrations?: Readonly<Record<string, boolean>>;
  /** What SDKs record by themselves in the applications of the project. */
  readonly automatic?: readonly {
    /** Patterns of the application's files; all, when left out. */
    readonly files?: string | readonly string[];
    /** The levels that are recorded, by the door: methods of the console; the SDK's own, when left out. */
    readonly levels?: Readonly<Partial<Record<string, readonly string[]>>>;
    readonly [door: string]:
      boolean | string | readonly string[] | Readonly<Partial<Record<string, readonly string[]>>> | undefined;
  }[];
}

/**
 * Reads from all files of a project what the rules cannot see in one, for its ESLint config:
 * `settings: { "sentry-breadcrumbs": await discover(import.meta.dirname) }`. What categories there are is left to
 * whoever decides it. What was found is kept below `node_modules/.cache`, by file: after a change
 * only files that concern it are parsed anew.
 * @param root the project's folder, absolute or from the current one.
 * @throws Error for paths that are not there.
 */
export async function discover(root: string, { paths = [] }: DiscoverOptions = {}): Promise<DiscoveredSettings> {
  const folder = resolve(root);
  // The config that asks is still being loaded: it is not asked for settings.
  const project = await openProject(folder, paths, false);
  return remembered(folder, project.files, paths, async (memory) => {
    const [{ discover: search }, { proposalFor }] = await Promise.all([
      import("./discovery/search.ts"),
      import("./init/proposal.ts"),
    ]);
    const { settings } = proposalFor(project, await search(project, memory), () => true);
    return Object.fromEntries(Object.entries(settings).filter(([key]) => key !== "categories"));
  });
}
