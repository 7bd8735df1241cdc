import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import type { CheckOptions } from "./check/options.ts";
import { FORMATS, type Format } from "./check/format-names.ts";
import { Failure } from "./failure.ts";
import { say, type Output } from "./io.ts";

/** What the command's flags of `check` become, as commander reads them. */
interface CheckFlags {
  readonly strict: boolean;
  readonly fix: boolean;
  readonly fixSuggestions: readonly string[];
  readonly format: Format;
  readonly maxWarnings?: number;
  readonly rule: readonly string[];
  readonly config: boolean;
  readonly discover: boolean;
  readonly allowUnread: boolean;
  readonly concurrency: number | "auto" | "off";
  readonly suppressAll: boolean;
  readonly suppressRule: readonly string[];
  readonly pruneSuppressions: boolean;
}

interface InitFlags {
  readonly write: boolean;
  readonly fixed: boolean;
  readonly json: boolean;
  readonly check: boolean;
  readonly config: boolean;
}

interface InventoryFlags {
  readonly html?: string;
  readonly output?: string;
  readonly link?: string;
  readonly strict: boolean;
  readonly messages: boolean;
  readonly config: boolean;
  readonly discover: boolean;
  readonly allowUnread: boolean;
}

const PATHS = "files and folders; the current folder by default";
const NO_CONFIG = ["--no-config", "do not ask the project's ESLint config for its settings"] as const;
const ALLOW_UNREAD = ["--allow-unread", "exit as if what could not be read held no breadcrumbs", false] as const;
const NO_DISCOVER = ["--no-discover", "do not look for functions of the project that record breadcrumbs"] as const;

/**
 * Runs the command.
 * @param args what follows the command's name.
 * @param root the folder that it is started in, absolute.
 * @returns the exit code: 0, 1 for findings that count, 2 where it could not do its work.
 */
export async function main(args: readonly string[], root: string, output: Output): Promise<number> {
  let exitCode = 0;
  const program = new Command("sentry-breadcrumbs")
    .description("Audits what a repository records as Sentry breadcrumbs, in JavaScript, TypeScript and Rust.")
    .version(packageJson.version)
    .showHelpAfterError("(add --help for what there is)")
    .configureOutput({
      writeOut: (text) => output.stdout.write(text),
      writeErr: (text) => output.stderr.write(text),
    })
    .exitOverride();

  program
    .command("check", { isDefault: true })
    .description("lint all files that record breadcrumbs; needs no configuration")
    .argument("[paths...]", PATHS)
    .option("--strict", "use the preset strict in the place of recommended", false)
    .option("--fix", "apply the fixes", false)
    .option("--fix-suggestions <rules>", "apply the first suggestion of what these rules find, too", listed, [])
    .addOption(new Option("-f, --format <format>", "how to print findings").choices(FORMATS).default("stylish"))
    .option("--max-warnings <number>", "how many warnings there may be before the exit code is 1", wholeNumber)
    .option("--rule <rule>", 'set a rule: "no-pii: warn" (may be given several times)', listed, [])
    .option("--suppress-all", "keep what is found now in ESLint's eslint-suppressions.json, and forgive it", false)
    .option("--suppress-rule <rule>", "the same for one rule (may be given several times)", listed, [])
    .option("--prune-suppressions", "take out of that file what is mended", false)
    .option(...NO_CONFIG)
    .option(...NO_DISCOVER)
    .option(...ALLOW_UNREAD)
    .option("--concurrency <threads>", "ESLint's worker threads: a number, auto or off", threadsOf, "auto")
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      const { check } = await import("./check/index.ts");
      exitCode = await check(await checkOptions(root, paths, flags), output);
    });

  program
    .command("init")
    .description("find out what the rules cannot see in one file: wrappers, modules, categories, integrations")
    .argument("[paths...]", PATHS)
    .option("--write", "put it into the ESLint config, or write one", false)
    .option("--fixed", "with --write: list what is found now, where the config would find it at each start", false)
    .option("--json", "print it as JSON", false)
    .option("--check", "exit with 1 where the wrappers and modules in the settings no longer fit the code", false)
    .option(...NO_CONFIG)
    .action(async (paths: readonly string[], { config, ...flags }: InitFlags) => {
      const { init } = await import("./init/index.ts");
      exitCode = await init({ root, paths, useConfig: config, ...flags }, output);
    });

  program
    .command("inventory")
    .description("list every breadcrumb, as JSON or as a page")
    .argument("[paths...]", PATHS)
    .option("--html <file>", "write a page that needs no network; - is standard output")
    .option("-o, --output <file>", "write the JSON there; - is standard output")
    .option("--link <address>", "where the page links to, such as https://github.com/o/r/blob/main/{file}#L{line}")
    .option("--strict", "findings of the preset strict in the place of recommended", false)
    .option("--no-messages", "leave out messages and whatever findings quote")
    .option(...NO_CONFIG)
    .option(...NO_DISCOVER)
    .option(...ALLOW_UNREAD)
    .action(async (paths: readonly string[], { config, ...flags }: InventoryFlags) => {
      const { inventory } = await import("./inventory/index.ts");
      exitCode = await inventory({ root, paths, useConfig: config, ...flags }, output);
    });

  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Failure)) throw error;
    say(output, error.message);
    return 2;
  }
}

async function checkOptions(root: string, paths: readonly string[], flags: CheckFlags): Promise<CheckOptions> {
  const { ruleName, rulesOf } = await import("./check/rule-arguments.ts");
  return {
    root,
    paths,
    strict: flags.strict,
    fix: flags.fix,
    fixSuggestions: new Set(flags.fixSuggestions.flatMap((names) => names.split(",")).map(ruleName)),
    format: flags.format,
    maxWarnings: flags.maxWarnings,
    rules: rulesOf(flags.rule),
    useConfig: flags.config,
    discover: flags.discover,
    allowUnread: flags.allowUnread,
    concurrency: flags.concurrency,
    baseline: baselineOf(flags, ruleName),
  };
}

function baselineOf(
  { suppressAll, suppressRule, pruneSuppressions }: CheckFlags,
  ruleName: (written: string) => string,
): CheckOptions["baseline"] {
  const given = [suppressAll, suppressRule.length > 0, pruneSuppressions].filter(Boolean).length;
  if (given > 1)
    throw new Failure("Only one of --suppress-all, --suppress-rule and --prune-suppressions can be given.");
  if (suppressAll) return { suppress: "all" };
  if (suppressRule.length > 0) return { suppress: new Set(suppressRule.map(ruleName)) };
  return pruneSuppressions ? { prune: true } : undefined;
}

/** Options that may be given several times. */
function listed(written: string, before: readonly string[]): readonly string[] {
  return [...before, written];
}

function wholeNumber(written: string): number {
  if (!/^\d+$/u.test(written)) throw new InvalidArgumentError("Expected a whole number, such as 0.");
  return Number(written);
}

function threadsOf(written: string): number | "auto" | "off" {
  if (written === "auto" || written === "off") return written;
  if (!/^[1-9]\d*$/u.test(written)) throw new InvalidArgumentError("Expected a number of threads, auto or off.");
  return Number(written);
}
