import type { ESLint, Linter } from "eslint";
import type { BreadcrumbRule, RuleDocs } from "../../define-rule.ts";
import plugin from "../../index.ts";
import { LANGUAGES } from "../../languages/index.ts";
import { languagesFor } from "../languages.ts";
import type { ParsedScripts } from "../script-parser.ts";
import { withoutSchemas } from "../without-schemas.ts";

/** The prefix of our rules' names in an ESLint config. */
export const PREFIX = `${plugin.meta.namespace}/`;

/** The variable of the environment that hands a job to another process. */
export const JOB_VARIABLE = "SENTRY_BREADCRUMBS_JOB";

/** What to lint and how, as plain JSON for worker threads and other processes. */
export interface Job {
  /** Where the project's own parsers are, absolute. */
  readonly root: string;
  /** The folder around all files, absolute. */
  readonly base: string;
  /** Absolute. */
  readonly paths: readonly string[];
  readonly strict: boolean;
  /** Severities and options that replace those of the preset, by rules' names with the prefix. */
  readonly rules: Readonly<Record<string, Linter.RuleEntry>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly fix: boolean;
  /** Whether options are written by hand anywhere, so that ESLint has to validate them. */
  readonly validate: boolean;
}

/**
 * The config with which ESLint does a job: our presets, and nothing else that lints.
 * @param parsed scripts that are parsed already.
 */
export async function configOf(
  { root, paths, strict, rules, settings, validate }: Job,
  parsed?: ParsedScripts,
): Promise<readonly Linter.Config[]> {
  const { configs } = await languagesFor(root, paths, parsed);
  const all: readonly Linter.Config[] = [
    ...configs,
    ...LANGUAGES.flatMap(({ name: language, presets }) => {
      const preset = plugin.configs[strict ? presets.strict : presets.recommended];
      const own = Object.entries(rules).filter(([name]) =>
        ruleDocs(name.slice(PREFIX.length)).languages.includes(language),
      );
      // Which files are linted is settled: a build output among them was named.
      return [
        { ...preset, ignores: [] },
        { files: preset.files ?? [], rules: Object.fromEntries(own) },
      ];
    }),
    { settings },
  ];
  return validate ? all : all.map(withoutValidation);
}

const unvalidated = withoutSchemas(plugin);

/** ESLint makes a function of each schema of options first, which takes as long as it takes to load ESLint. */
function withoutValidation(config: Linter.Config): Linter.Config {
  const { namespace } = plugin.meta;
  if (config.plugins?.[namespace] === undefined) return config;
  return { ...config, plugins: { ...config.plugins, [namespace]: unvalidated } };
}

/** ESLint's options for a job. */
export async function optionsOf(job: Job, parsed?: ParsedScripts): Promise<ESLint.Options> {
  return {
    cwd: job.base,
    overrideConfigFile: true,
    overrideConfig: [...(await configOf(job, parsed))],
    globInputPaths: false,
    errorOnUnmatchedPattern: false,
    warnIgnored: false,
    // A comment in the file may have other rules run, too; their fixes are not asked for.
    fix: job.fix && (({ ruleId }) => ruleId?.startsWith(PREFIX) === true),
  };
}

/** What a rule says of itself to ESLint. @param name without the prefix. */
export function ruleMeta(name: string): BreadcrumbRule["meta"] {
  return (plugin.rules?.[name] as BreadcrumbRule).meta;
}

/** What a rule says of itself to people. @param name without the prefix. */
export function ruleDocs(name: string): RuleDocs {
  return ruleMeta(name).docs;
}
