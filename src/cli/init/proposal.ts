import type { Integration } from "../../breadcrumb/index.ts";
import { INTEGRATIONS } from "../../sentry/integrations.ts";
import { SETTINGS_KEY } from "../../settings.ts";
import type { Project } from "../project.ts";
import { categoriesOf, type CategoryUse } from "./categories.ts";
import { discoveringConfigs } from "./discovering.ts";
import {
  concernedBy,
  type Discovery,
  type FoundAutomatic,
  type FoundModule,
  type FoundWrapper,
} from "../discovery/found.ts";
import { isTrial } from "../discovery/trials.ts";
import { sdksOf, type FoundSdk } from "./sdks.ts";

/** What an ESLint config is missing, and why. */
export interface Proposal {
  readonly wrappers: readonly FoundWrapper[];
  readonly modules: readonly FoundModule[];
  readonly categories: CategoryUse;
  readonly sdks: readonly FoundSdk[];
  /** The automatic breadcrumbs that `init` switches off. */
  readonly off: readonly Integration[];
  /** All of it, as `settings["sentry-breadcrumbs"]`: what is not there yet, as plain data. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly presets: readonly ("recommended" | "rust")[];
}

/**
 * What to set for some of a project's files.
 * @param holds whether a file is among them.
 */
export function proposalFor(project: Project, discovery: Discovery, holds: (path: string) => boolean): Proposal {
  const files = discovery.files.filter(({ path }) => holds(path));
  const isCalled = ({ calls }: FoundWrapper | FoundModule): boolean => [...calls.keys()].some(holds);
  const wrappers = discovery.wrappers.filter(isCalled);
  const modules = discovery.modules.filter(isCalled);
  const categoriesIn = (some: Discovery["files"]): readonly string[] =>
    some.flatMap(({ crumbs }) => crumbs.flatMap((crumb) => crumb.categories));
  const isOfTrial = ({ path }: Discovery["files"][number]): boolean => isTrial(project, path);
  const categories = categoriesOf(
    categoriesIn(files.filter((file) => !isOfTrial(file))),
    categoriesIn(discovery.files.filter(isOfTrial)),
  );
  const off = new Set(files.flatMap((file) => [...(file.off ?? [])]));
  // A function as `integrations` may leave out any of them: that is no fact about one.
  const known = off.size < INTEGRATIONS.length ? [...off] : [];
  const concerned = concernedBy(discovery).filter(holds);
  const present = presentSettings(project, concerned);
  const declared = Array.isArray(present["categories"]) && present["categories"].length > 0;
  // An application of which only a package is asked for is set up elsewhere.
  const isSetUp = ({ setups }: FoundAutomatic): boolean => setups.length === 0 || setups.some(holds);
  const automatic = discovery.automatic.filter(isSetUp).flatMap(({ entries }) => entries);
  // What `discover` has given is found, too, and not declared.
  const isAutomaticDeclared = present["automatic"] !== undefined && discoveringConfigs(project).length === 0;
  const integrations = known.filter(
    (name) =>
      !Object.hasOwn(present["integrations"] ?? {}, name) && !automatic.some((entry) => Object.hasOwn(entry, name)),
  );
  const hasRust = concerned.some((path) => path.endsWith(".rs"));
  return {
    wrappers,
    modules,
    categories,
    sdks: sdksOf(concerned, project.base),
    off: [...off].sort(),
    settings: {
      ...(modules.length > 0 && { modules: [...new Set(modules.flatMap(({ names }) => names))] }),
      ...(wrappers.length > 0 && { wrappers: wrappers.map(({ entry }) => entry) }),
      ...(automatic.length > 0 && !isAutomaticDeclared && { automatic }),
      // Who has declared some has said which there are; what else is in use is for `known-category` to report.
      ...(!declared && categories.declare.length > 0 && { categories: categories.declare }),
      ...(integrations.length > 0 && {
        integrations: Object.fromEntries(integrations.sort().map((name) => [name, false])),
      }),
    },
    presets: [
      ...(concerned.some((path) => !path.endsWith(".rs")) || !hasRust ? (["recommended"] as const) : []),
      ...(hasRust ? (["rust"] as const) : []),
    ],
  };
}

function presentSettings(project: Project, files: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...files.map((path) => project.settingsOf(path)[SETTINGS_KEY])) as Readonly<
    Record<string, unknown>
  >;
}
