import { distance } from "fastest-levenshtein";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import type { CheckOptions } from "./check/options.ts";
import { FORMATS, type Format } from "./check/format-names.ts";
import { Failure, MissingPath } from "./failure.ts";
import { say, type Output } from "./io.ts";

/** What the command's flags of `check` become, as commander reads them. */
interface CheckFlags {
  readonly strict: boolean;
  readonly fix: boolean;
  readonly fixSuggestions: readonly string[];
  readonly format?: Format;
  readonly maxWarnings?: number;
  readonly rule: readonly string[];
  readonly quiet: boolean;
  readonly explain?: string;
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

/** What `--help` shows under the options. */
const EXAMPLES = `
Examples:
  sentry-breadcrumbs                              lint this folder
  sentry-breadcrumbs src 'packages/*/src'         lint these
  sentry-breadcrumbs --strict --max-warnings 0    in CI: everything counts
  sentry-breadcrumbs --explain no-pii             what a rule reports, and why
  sentry-breadcrumbs init --write                 set up ESLint
  sentry-breadcrumbs inventory --html trail.html  see all breadcrumbs on a page

Exit codes: 0 no errors; 1 errors, too many warnings; 2 not everything was read
Documentation: https://www.npmjs.com/package/${packageJson.name}
`;

const PATHS = "files and folders; the current folder by default";
const NO_CONFIG = ["--no-config", "do not ask the project's ESLint config for its settings"] as const;
const ALLOW_UNREAD = ["--allow-unread", "do not fail because of files that could not be read", false] as const;
const NO_DISCOVER = ["--no-discover", "do not look for functions of the project that record breadcrumbs"] as const;

/**
 * Runs the command.
 * @param args what follows the command's name.
 * @param root the folder that it is started in, absolute.
 * @returns the exit code: 0, 1 for findings that count, 2 where it could not do its work.
 */
export async function main(args: readonly string[], root: string, output: Output): Promise<number> {
  let exitCode = 0;
  const end = (code: number): void => {
    exitCode = code;
  };
  const program = new Command("sentry-breadcrumbs")
    .description("Finds what is wrong with the Sentry breadcrumbs of a repository, in JavaScript, TypeScript and Rust.")
    .enablePositionalOptions()
    .showHelpAfterError("(run with --help to see all options)")
    .configureHelp({ optionDescription: ({ description }) => description })
    .configureOutput({
      writeOut: (text) => output.stdout.write(text),
      writeErr: (text) => output.stderr.write(text),
    })
    .exitOverride();
  lints(program, root, output, end);
  program
    .optionsGroup("Other:")
    .version(packageJson.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this")
    .addHelpText("after", EXAMPLES)
    .helpCommand("help [command]", "print the options of a command");
  lints(program.command("check").description("lint; the same as without a command"), root, output, end);
  addInit(program, root, output, end);
  addInventory(program, root, output, end);

  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Failure)) throw error;
    const command = error instanceof MissingPath ? nearestCommand(error.path, program) : undefined;
    say(output, command === undefined ? error.message : `${error.message} Did you mean the command "${command}"?`);
    return 2;
  }
}

/** The command that a word is a slip for. */
function nearestCommand(word: string, { commands }: Command): string | undefined {
  return commands.map((command) => command.name()).find((name) => distance(name, word) <= MAX_SLIPS);
}

const MAX_SLIPS = 2;

type End = (code: number) => void;

/** Has a command lint. @param end is told the exit code. */
function lints(command: Command, root: string, output: Output, end: End): void {
  command
    .argument("[paths...]", PATHS)
    .optionsGroup("What to report:")
    .option("--strict", "use the strict preset instead of recommended", false)
    .option("--rule <rule>", 'set a rule: "no-pii: warn"; may be given several times', listed, [])
    .option("--quiet", "report only errors", false)
    .option("--max-warnings <number>", "exit with 1 for more warnings than that", wholeNumber)
    .addOption(new Option("-f, --format <format>", `how to print: ${FORMATS.join(", ")}`).choices(FORMATS))
    .option("--explain <rule>", "print the page of a rule, and lint nothing")
    .optionsGroup("Changing files:")
    .option("--fix", "apply the fixes", false)
    .option("--fix-suggestions <rules>", "apply the first suggestion of what these rules find, too", listed, [])
    .optionsGroup("Baseline:")
    .option("--suppress-all", "record current errors in eslint-suppressions.json, and ignore them", false)
    .option("--suppress-rule <rule>", "the same for one rule; may be given several times", listed, [])
    .option("--prune-suppressions", "remove entries of that file that are fixed", false)
    .optionsGroup("What is read:")
    .option(...NO_CONFIG)
    .option(...NO_DISCOVER)
    .option(...ALLOW_UNREAD)
    .option("--concurrency <threads>", "threads of ESLint: a number, auto or off", threadsOf, "auto")
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      if (flags.explain !== undefined) {
        const [{ ruleName }, { explain }] = await Promise.all([
          import("./check/rule-arguments.ts"),
          import("./explain.ts"),
        ]);
        explain(ruleName(flags.explain), output);
        return;
      }
      const { check } = await import("./check/index.ts");
      end(await check(await checkOptions(root, paths, flags, output), output));
    });
}

function addInit(program: Command, root: string, output: Output, end: End): void {
  program
    .command("init")
    .description("set up ESLint: find the wrappers, modules and categories of the project")
    .argument("[paths...]", PATHS)
    .option("--write", "put it into the ESLint config, or write one", false)
    .option("--fixed", "with --write: store what is found now, instead of looking at each start", false)
    .option("--json", "print it as JSON", false)
    .option("--check", "exit with 1 where the wrappers and modules in the settings no longer fit the code", false)
    .option(...NO_CONFIG)
    .action(async (paths: readonly string[], { config, ...flags }: InitFlags) => {
      const { init } = await import("./init/index.ts");
      end(await init({ root, paths, useConfig: config, ...flags }, output));
    });
}

function addInventory(program: Command, root: string, output: Output, end: End): void {
  program
    .command("inventory")
    .description("list every breadcrumb, as JSON or as a page in HTML")
    .argument("[paths...]", PATHS)
    .option("--html <file>", "write a page that needs no network; - is standard output")
    .option("-o, --output <file>", "write the JSON there; - is standard output")
    .option("--link <address>", "where the page links to, such as https://github.com/o/r/blob/main/{file}#L{line}")
    .option("--strict", "findings of the strict preset instead of recommended", false)
    .option("--no-messages", "leave out messages and whatever findings quote")
    .option(...NO_CONFIG)
    .option(...NO_DISCOVER)
    .option(...ALLOW_UNREAD)
    .action(async (paths: readonly string[], { config, ...flags }: InventoryFlags) => {
      const { inventory } = await import("./inventory/index.ts");
      end(await inventory({ root, paths, useConfig: config, ...flags }, output));
    });
}

async function checkOptions(
  root: string,
  paths: readonly string[],
  flags: CheckFlags,
  { stdout }: Output,
): Promise<CheckOptions> {
  const { ruleName, rulesOf } = await import("./check/rule-arguments.ts");
  return {
    root,
    paths,
    strict: flags.strict,
    fix: flags.fix,
    fixSuggestions: new Set(flags.fixSuggestions.flatMap((names) => names.split(",")).map(ruleName)),
    // Whoever watches sees more with some colors and lines; programs read what ESLint prints.
    format: flags.format ?? (stdout.isTTY === true ? "pretty" : "stylish"),
    maxWarnings: flags.maxWarnings,
    quiet: flags.quiet,
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
