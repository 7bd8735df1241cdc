import type { Rule } from "eslint";
import type { AutomaticBreadcrumb, Breadcrumb, BreadcrumbFile, Edit, Logger, Range } from "./breadcrumb/index.ts";
import { breadcrumbFileOf, type Subject } from "./detect/index.ts";
import {
  LANGUAGES,
  recordingOf,
  sdkVersionOf,
  versionCheckOf,
  type LanguageDefinition,
  type LanguageName,
} from "./languages/index.ts";
import { defaultsOf, flag, schemaOf, type OptionTable, type OptionValues } from "./options.ts";
import { rulePage } from "./rule-page.ts";
import type { Version } from "./sentry/versions.ts";
import { readSettings, type Settings } from "./settings.ts";

/** The kinds of edits that a rule offers: applied by `--fix` (`fix`), chosen by a person (`suggest`), or both. */
type Edits = "fix" | "suggest" | "fix and suggest";

/** The suggestion that takes the place of a fix which would change more than its breadcrumb. */
const REACHES_FURTHER = "reachesFurther";
const REACHES_FURTHER_MESSAGE = "Change it anyway. Other code uses this value or declares its type; check there too.";

/** The names between double braces in a message: `"{{level}} is not known"` has `level`. */
type Placeholders<Message extends string> = Message extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type DataOf<Message extends string> = [Placeholders<Message>] extends [never]
  ? { readonly data?: never }
  : { readonly data: Readonly<Record<Placeholders<Message>, string>> };

type Text<Messages> = {
  [Id in keyof Messages & string]: { readonly messageId: Id } & DataOf<Messages[Id] & string>;
}[keyof Messages & string];

/** A change that the author may choose, under a message of its own; none where there are no edits that make it. */
export type Suggestion<Messages> = Text<Messages> & { readonly edits: readonly Edit[] | undefined };

/** One finding: where, what, and how the source could change. */
export type Report<Messages> = Text<Messages> & {
  readonly at: { readonly range: Range };
  readonly fix?: readonly Edit[] | undefined;
  readonly suggest?: readonly Suggestion<Messages>[] | undefined;
};

/** The option of rules that can check the breadcrumbs which SDKs record automatically, too. */
export const AUTOMATIC_OPTION = {
  automatic: flag(false, "Whether to check what the SDK records of the console and of logs automatically, too."),
};

/** What every check receives in addition to what it checks. */
export interface Checking<Messages, Table extends OptionTable> {
  readonly options: OptionValues<Table>;
  readonly settings: Settings;
  /**
   * The version of the SDK that the file uses, from the setting `sdkVersion` or, when a rule asks, from disk; undefined
   * if it is not known.
   */
  readonly sdkVersion: () => Version | undefined;
  /** The language of the file. */
  readonly language: LanguageDefinition;
  /** How the language of the file writes logs. */
  readonly logger: () => Logger;
  readonly report: (report: Report<Messages>) => void;
  /** Whether the SDK's version in use records by default what its newest version does. */
  readonly isInVersion: ReturnType<typeof versionCheckOf>;
  /** Whether the SDK records a call automatically. */
  readonly isRecorded: ReturnType<typeof recordingOf>;
  /** The breadcrumbs that the SDK records of the file automatically; none without the option `automatic`. */
  readonly automatic: readonly AutomaticBreadcrumb[];
}

/** A rule, as its author says it. */
export interface RuleDefinition<Messages extends Readonly<Record<string, string>>, Table extends OptionTable> {
  readonly name: string;
  readonly description: string;
  /** Why it has its severities in the presets, in whole sentences. */
  readonly why: string;
  readonly type: "problem" | "suggestion";
  /** Its severity in the preset `recommended`; without it, the rule is in `strict` only. */
  readonly recommended?: "error" | "warn";
  /** The options that `strict` changes. */
  readonly strict?: Partial<OptionValues<Table>>;
  readonly edits?: Edits;
  /** What it checks, so that files without it are skipped; breadcrumbs by default. */
  readonly subject?: Subject;
  /** The languages that it supports; all by default. */
  readonly languages?: readonly LanguageName[];
  readonly options?: Table;
  readonly messages: Messages;
  /** Looks at one breadcrumb. */
  check?(checking: Checking<Messages, Table> & { readonly breadcrumb: Breadcrumb }): void;
  /** Looks at all that a file holds. */
  checkFile?(checking: Checking<Messages, Table> & { readonly file: BreadcrumbFile }): void;
}

/** What presets and documentation need to know about a rule; stored in `meta.docs`. */
export interface RuleDocs {
  readonly description: string;
  readonly why: string;
  readonly url: string;
  readonly recommended: boolean;
  readonly severity: { readonly recommended: "error" | "warn" | undefined; readonly strict: "error" | "warn" };
  readonly strictOptions: Readonly<Record<string, unknown>> | undefined;
  readonly languages: readonly string[];
}

export interface BreadcrumbRule extends Rule.RuleModule {
  readonly meta: Rule.RuleMetaData & { readonly docs: RuleDocs };
  /** The same rule over other languages. */
  in(languages: readonly LanguageDefinition[]): BreadcrumbRule;
}

/**
 * Turns a check of breadcrumbs into an ESLint rule; the only place that uses ESLint's rule API. For a file without a
 * word that could record a breadcrumb, it registers no visitor.
 */
export function defineBreadcrumbRule<
  const Messages extends Readonly<Record<string, string>>,
  const Table extends OptionTable = Record<never, never>,
>(rule: RuleDefinition<Messages, Table>, languages: readonly LanguageDefinition[] = LANGUAGES): BreadcrumbRule {
  const served = languages.filter(({ name }) => rule.languages?.some((each) => each === name) !== false);
  const defaults = defaultsOf(rule.options ?? ({} as Table));
  const edits = rule.edits ?? "";
  const own: readonly Subject[] = [rule.subject ?? "breadcrumbs"];
  const withAutomatic: readonly Subject[] = [...own, "automatic"];
  return {
    meta: {
      type: rule.type,
      docs: {
        description: rule.description,
        why: rule.why,
        url: rulePage(rule.name),
        recommended: rule.recommended !== undefined,
        severity: { recommended: rule.recommended, strict: rule.recommended ?? "warn" },
        strictOptions: rule.strict,
        languages: served.map(({ name }) => name),
      },
      ...(edits.includes("fix") && { fixable: "code" }),
      ...(edits !== "" && { hasSuggestions: true }),
      schema: schemaOf(rule.options ?? {}),
      defaultOptions: rule.options === undefined ? [] : [defaults],
      languages: served.map(({ eslintName }) => eslintName),
      messages: { ...rule.messages, ...(edits.includes("fix") && { [REACHES_FURTHER]: REACHES_FURTHER_MESSAGE }) },
    },
    create(context) {
      const settings = readSettings(context.settings, context.filename, context.cwd);
      const { sourceCode } = context;
      const [given = defaults] = context.options as readonly Partial<OptionValues<Table>>[];
      const subjects = checksAutomatic(given) ? withAutomatic : own;
      const file = breadcrumbFileOf(sourceCode, settings, languages, {
        subjects,
        path: context.filename,
        root: context.cwd,
      });
      if (file === undefined) return {};
      const language = served.find(({ name }) => name === file.language);
      if (language === undefined) return {};
      const options = { ...defaults, ...given };
      const { physicalFilename } = context;
      const isInVersion = versionCheckOf(language, settings, physicalFilename, file);
      const isRecorded = recordingOf(language, settings, physicalFilename, isInVersion);
      const checking: Checking<Messages, Table> = {
        options,
        settings,
        isInVersion,
        isRecorded,
        automatic: checksAutomatic(options) ? automaticIn(file, isRecorded) : [],
        sdkVersion: () => sdkVersionOf(language, settings, physicalFilename),
        language,
        logger: () => loggerOf(language, context),
        report: reporterOf(context, file),
      };
      const check = (): void => {
        rule.checkFile?.({ ...checking, file });
        if (rule.check === undefined) return;
        for (const breadcrumb of file.breadcrumbs) rule.check({ ...checking, breadcrumb });
      };
      return { [`${language.root}:exit`]: check };
    },
    in: (others) => defineBreadcrumbRule(rule, others),
  };
}

function checksAutomatic(options: object): boolean {
  return "automatic" in options && options.automatic === true;
}

function automaticIn(
  { sendings }: BreadcrumbFile,
  isRecorded: ReturnType<typeof recordingOf>,
): readonly AutomaticBreadcrumb[] {
  return sendings.flatMap(({ level, breadcrumb }) =>
    breadcrumb !== undefined && isRecorded({ door: breadcrumb.door, level }) ? [breadcrumb] : [],
  );
}

/** Returns a function that reports a finding once per file, with its edits. */
function reporterOf<Messages>(context: Rule.RuleContext, file: BreadcrumbFile): (report: Report<Messages>) => void {
  const { sourceCode } = context;
  const isPermitted = (edits: readonly Edit[]): boolean => file.keepsSyntax?.(edits) !== false;
  const reported = new Set<string>();
  return ({ at, messageId, data, fix, suggest }) => {
    // A record that two calls share is one piece of source, however many breadcrumbs it makes.
    const place = JSON.stringify([messageId, at.range, data]);
    if (reported.has(place)) return;
    reported.add(place);
    const reachesFurther = fix !== undefined && file.affectsOtherCode?.(fix) === true;
    const offers = [
      ...(suggest ?? []),
      ...(reachesFurther ? [{ messageId: REACHES_FURTHER, data: undefined, edits: fix }] : []),
    ].flatMap(({ messageId, data, edits }) =>
      edits === undefined || !isPermitted(edits)
        ? []
        : [{ messageId, ...(data !== undefined && { data }), fix: fixerOf(edits) }],
    );
    context.report({
      loc: {
        start: sourceCode.getLocFromIndex(at.range[0]),
        end: sourceCode.getLocFromIndex(at.range[1]),
      },
      messageId,
      ...(data !== undefined && { data }),
      ...(fix !== undefined && !reachesFurther && isPermitted(fix) && { fix: fixerOf(fix) }),
      ...(offers.length > 0 && { suggest: offers }),
    });
  };
}

/** The logger of a file's SDK, without what it needs where that is there. */
function loggerOf(language: LanguageDefinition, context: Rule.RuleContext): Logger {
  const { logger } = language;
  return language.hasLogger?.(context.physicalFilename) === true ? { ...logger, needs: [] } : logger;
}

function fixerOf(edits: readonly Edit[]): Rule.ReportFixer {
  return (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([...range], text));
}
