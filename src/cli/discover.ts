import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { remembered } from "./discovery/remembered.ts";
import { openProject, projectOf } from "./project.ts";

/** What to read. */
export interface DiscoverOptions {
  /** The only files and folders to read, absolute or relative to the root; by default the project around the root. */
  readonly paths?: readonly string[];
}

/** The parts of `settings["sentry-breadcrumbs"]` that follow from a project's files, as plain JSON. */
export interface DiscoveredSettings {
  /** Modules that re-export an SDK. */
  readonly modules?: readonly string[];
  /** Functions that pass their arguments on to Sentry. */
  readonly wrappers?: readonly {
    readonly name: string;
    readonly from?: string | readonly string[];
    /** Where it is called, if functions of its name mean other things elsewhere. */
    readonly files?: string;
    /** For the project's own loggers, the functions of the console or of the SDK's logger that they call. */
    readonly calls?: readonly string[];
    readonly parameters?: readonly (string | Readonly<Record<string, string>>)[];
  }[];
  /** The integrations that the SDK's options switch off. */
  readonly integrations?: Readonly<Record<string, boolean>>;
  /** What SDKs record automatically in the project's applications. */
  readonly automatic?: readonly {
    /** Patterns of the application's files; all files by default. */
    readonly files?: string | readonly string[];
    /** The recorded levels by door, such as methods of the console; the SDK's own by default. */
    readonly levels?: Readonly<Partial<Record<string, readonly string[]>>>;
    /** How files import the loggers whose logs are sent, by the library. */
    readonly loggers?: Readonly<
      Partial<Record<string, readonly { readonly name: string; readonly from: readonly string[] }[]>>
    >;
    readonly [door: string]:
      | boolean
      | string
      | readonly string[]
      | Readonly<
          Partial<Record<string, readonly (string | { readonly name: string; readonly from: readonly string[] })[]>>
        >
      | undefined;
  }[];
}

/**
 * Finds in a project's files what the rules cannot see in a single one, for its ESLint config: `settings: {
 * "sentry-breadcrumbs": await discover(import.meta.dirname) }`. It does not return categories, which you declare
 * yourself. The result is cached in `node_modules/.cache`: after a change, only affected files are parsed again.
 * @param root a folder of the project: absolute, from the current one, or a URL. In a package of a monorepo, the
 * workspace around it is read, because its files may call functions of other packages.
 * @throws Error for paths that are not there.
 */
export async function discover(root: string | URL, { paths = [] }: DiscoverOptions = {}): Promise<DiscoveredSettings> {
  const named = resolve(root instanceof URL ? fileURLToPath(root) : root);
  const around = paths.length === 0 && existsSync(named) ? projectOf(named) : undefined;
  const folder = around ?? named;
  // The config that asks is still being loaded: it is not asked for settings.
  const project = await openProject(folder, paths.length === 0 ? [folder] : paths, false);
  return remembered(folder, project.files, paths, async (memory) => {
    const [{ discover: search }, { proposalFor }] = await Promise.all([
      import("./discovery/search.ts"),
      import("./init/proposal.ts"),
    ]);
    const { settings } = proposalFor(project, await search(project, memory), () => true);
    return Object.fromEntries(Object.entries(settings).filter(([key]) => key !== "categories"));
  });
}
