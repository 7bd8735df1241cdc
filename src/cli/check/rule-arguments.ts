import type { Linter } from "eslint";
import { rules } from "../../../rules/index.ts";
import { closest } from "../../sentry/closest.ts";
import { Failure } from "../failure.ts";
import { PREFIX } from "./job.ts";

const RULES = Object.keys(rules);

const SEVERITIES: readonly unknown[] = ["off", "warn", "error", 0, 1, 2];

/**
 * The full name of one of our rules, given with or without the prefix of the plugin.
 * @throws Failure that names the nearest rule there is.
 */
export function ruleName(written: string): string {
  const name = written.startsWith(PREFIX) ? written.slice(PREFIX.length) : written;
  if (RULES.includes(name)) return `${PREFIX}${name}`;
  const [near] = closest(name, RULES);
  const way = near === undefined ? `The rules are ${RULES.join(", ")}.` : `Did you mean "${near}"?`;
  throw new Failure(`There is no rule "${written}". ${way}`);
}

/**
 * Reads what `--rule` is given, as ESLint's command takes it: `no-pii: off`, with options in JSON
 * `prefer-logs: ["error", {"max": 3}]`, or an object of several in JSON.
 * @throws Failure that names what is wrong and what is allowed.
 */
export function rulesOf(written: readonly string[]): Readonly<Record<string, Linter.RuleEntry>> {
  return Object.fromEntries(written.flatMap(entriesOf));
}

function entriesOf(written: string): readonly (readonly [string, Linter.RuleEntry])[] {
  if (written.trimStart().startsWith("{")) {
    const entries = parsed(written, written) as Readonly<Record<string, unknown>>;
    return Object.entries(entries).map(([name, entry]) => [ruleName(name), checked(entry, written)]);
  }
  const colon = written.indexOf(":");
  if (colon < 0) throw wrong(written);
  const value = written.slice(colon + 1).trim();
  const entry = SEVERITIES.includes(value) ? value : parsed(value, written);
  return [[ruleName(written.slice(0, colon).trim()), checked(entry, written)]];
}

function checked(entry: unknown, written: string): Linter.RuleEntry {
  const severity: unknown = Array.isArray(entry) ? entry[0] : entry;
  if (!SEVERITIES.includes(severity)) throw wrong(written);
  return entry as Linter.RuleEntry;
}

function parsed(json: string, written: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw wrong(written);
  }
}

function wrong(written: string): Failure {
  return new Failure(
    `--rule is "${written}", expected a rule and its severity (off, warn, error): ` +
      `no-pii: warn, or with options in JSON: prefer-logs: ["error", {"max": 3}].`,
  );
}
