import { distance } from "fastest-levenshtein";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import type { CheckOptions } from "./check/options.ts";
import { FORMATS, type Format } from "./check/format-names.ts";
import { closest } from "../sentry/closest.ts";
import { Failure, MissingPath } from "./failure.ts";
import { sayWrapped, type Output } from "./io.ts";

/** The flags of `check`, as commander parses them. */
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
  readonly json: boolean;
  readonly markdown?: string;
  readonly output?: string;
  readonly link?: string;
  readonly strict: boolean;
  readonly messages: boolean;
  readonly config: boolean;
  readonly discover: boolean;
  readonly allowUnread: boolean;
}

/** The part of `--help` after the options. */
const EXAMPLES = `
Examples:
  sentry-breadcrumbs                              check this folder
  sentry-breadcrumbs src 'packages/*/src'         check some folders
  sentry-breadcrumbs --strict --max-warnings 0    in CI: warnings fail, too
  sentry-breadcrumbs --explain no-pii             what a rule reports, and why
  sentry-breadcrumbs docs no-pii                  the same in a browser, offline
  sentry-breadcrumbs init --write                 set up ESLint
  sentry-breadcrumbs inventory --html trail.html  see all breadcrumbs on a page

Exit codes: 0 no errors; 1 errors or too many warnings; 2 failed or unread files
Documentation: https://www.npmjs.com/package/${packageJson.name}
`;

const PATHS = "files and folders (default: the current folder)";
const NO_CONFIG = ["--no-config", "ignore the settings of ESLint, oxlint and Cargo.toml"] as const;
const ALLOW_UNREAD = ["--allow-unread", "do not fail because of files that could not be read", false] as const;
const NO_COLOR = ["--no-color", "print without colours, as with NO_COLOR=1"] as const;
const NO_DISCOVER = ["--no-discover", "do not look for your own functions that record breadcrumbs"] as const;

/**
 * Runs the command.
 * @param args what follows the command's name.
 * @param root the folder that it is started in, absolute.
 * @returns the exit code: 0, 1 for findings that count, 2 where it could not do its work.
 */
export async function main(args: readonly string[], root: string, given: Output): Promise<number> {
  const output = args.includes("--no-color") ? { ...given, env: { ...given.env, NO_COLOR: "1" } } : given;
  let exitCode = 0;
  const end = (code: number): void => {
    exitCode = code;
  };
  const program = new Command("sentry-breadcrumbs")
    .description("Finds mistakes in the Sentry breadcrumbs of a repository, in JavaScript, TypeScript and Rust.")
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
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", EXAMPLES)
    .helpCommand("help [command]", "print the help of a command");
  lints(program.command("check").description("report mistakes (the default command)"), root, output, end);
  addInit(program, root, output, end);
  addInventory(program, root, output, end);
  program
    .command("docs")
    .description("open a rule's page in a browser, or print its path; needs no network")
    .argument("<rule>", "the rule, such as no-pii")
    .action(async (rule: string) => {
      const [{ ruleName }, { docs }] = await Promise.all([import("./check/rule-arguments.ts"), import("./docs.ts")]);
      await docs(ruleName(rule), output);
    });

  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Failure)) throw error;
    const command = error instanceof MissingPath ? nearestCommand(error.path, program) : undefined;
    sayWrapped(
      output,
      command === undefined ? error.message : `${error.message} Did you mean the command "${command}"?`,
    );
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
    .optionsGroup("Reports:")
    .option("--strict", "use the strict preset instead of recommended", false)
    .option("--rule <rule>", 'configure a rule: "no-pii: warn"; can be repeated', listed, [])
    .option("--quiet", "report only errors", false)
    .option("--max-warnings <number>", "exit with 1 if there are more warnings", wholeNumber)
    .option("-f, --format <format>", `output format: ${FORMATS.join(", ")}`, formatOf)
    .addOption(new Option("--preset <name>").hideHelp().argParser(noPreset))
    .option("--explain <rule>", "print a rule's page and check nothing")
    .option(...NO_COLOR)
    .optionsGroup("Changing files:")
    .option("--fix", "apply the fixes", false)
    .option("--fix-suggestions <rules>", "also apply the first suggestion for these rules' findings", listed, [])
    .optionsGroup("Baseline:")
    .option("--suppress-all", "record current errors in eslint-suppressions.json, and ignore them", false)
    .option("--suppress-rule <rule>", "the same for one rule; can be repeated", listed, [])
    .option("--prune-suppressions", "remove fixed errors from that file", false)
    .optionsGroup("Input:")
    .option(...NO_CONFIG)
    .option(...NO_DISCOVER)
    .option(...ALLOW_UNREAD)
    .option("--concurrency <threads>", "ESLint's worker threads: a number, auto or off", threadsOf, "auto")
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
    .description("find your wrappers, modules and categories, and set up ESLint")
    .argument("[paths...]", PATHS)
    .option("--write", "change the ESLint config, or write one", false)
    .option("--fixed", "with --write: store the wrappers instead of finding them at each start", false)
    .option("--json", "print JSON", false)
    .option("--check", "exit with 1 if the wrappers or modules in the settings are out of date", false)
    .option(...NO_CONFIG)
    .option(...NO_COLOR)
    .action(async (paths: readonly string[], { config, ...flags }: InitFlags) => {
      const { init } = await import("./init/index.ts");
      end(await init({ root, paths, useConfig: config, ...flags }, output));
    });
}

function addInventory(program: Command, root: string, output: Output, end: End): void {
  program
    .command("inventory")
    .description("list every breadcrumb, as JSON, an HTML page or Markdown")
    .argument("[paths...]", PATHS)
    .option("--html <file>", "write a self-contained page; - is standard output")
    .option("--markdown <file>", "write the numbers as Markdown; - is standard output")
    .option("-o, --output <file>", "write JSON to a file; - is standard output")
    .option("--json", "print JSON, as without any of these options", false)
    .addOption(new Option("-f, --format <format>").hideHelp().argParser(noFormat))
    .option("--link <address>", "link the page to your repository: https://github.com/o/r/blob/main/{file}#L{line}")
    .option("--strict", "use the strict preset instead of recommended", false)
    .option("--no-messages", "omit messages and everything that findings quote")
    .option(...NO_CONFIG)
    .option(...NO_DISCOVER)
    .option(...ALLOW_UNREAD)
    .action(async (paths: readonly string[], { config, json, ...flags }: InventoryFlags) => {
      const { inventory } = await import("./inventory/index.ts");
      end(await inventory({ root, paths, useConfig: config, ...(json && { output: "-" }), ...flags }, output));
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
    // People see more with colors and source lines; programs read ESLint's formats.
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
  if (given > 1) throw new Failure("Use only one of --suppress-all, --suppress-rule and --prune-suppressions.");
  if (suppressAll) return { suppress: "all" };
  if (suppressRule.length > 0) return { suppress: new Set(suppressRule.map(ruleName)) };
  return pruneSuppressions ? { prune: true } : undefined;
}

/** Options that may be given several times. */
function listed(written: string, before: readonly string[]): readonly string[] {
  return [...before, written];
}

function formatOf(written: string): Format {
  const format = FORMATS.find((each) => each === written);
  if (format !== undefined) return format;
  const [near] = closest(written, FORMATS, 1);
  const meant = near === undefined ? "" : ` Did you mean ${near}?`;
  throw new InvalidArgumentError(`Expected one of ${FORMATS.join(", ")}.${meant}`);
}

/** ESLint's configs name their preset; the command has an option for the one that is not the default. */
function noPreset(): never {
  throw new InvalidArgumentError("Expected --strict, or nothing for the recommended preset.");
}

/** The inventory has an option for each format, so that it can write several. */
function noFormat(): never {
  throw new InvalidArgumentError("Expected --json, --html <file> or --markdown <file>; JSON is the default.");
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
