/** A released version of an SDK, without a pre-release's name. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Whether it is the lowest of a range that takes later ones of its major version, too. */
  readonly isLowest?: true;
}

const VERSION = /^v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:-[\w.-]+)?(?:\+[\w.-]+)?$/u;

const EXACT = /^[=v]?\s*\d+\.\d+\.\d[\w.+-]*$/u;

/** The version in a string such as `10.4.0`, `10.4` or `10`; undefined for any other string. */
export function versionOf(text: string): Version | undefined {
  const [, major, minor = "0", patch = "0"] = VERSION.exec(text) ?? [];
  return major === undefined ? undefined : { major: Number(major), minor: Number(minor), patch: Number(patch) };
}

/** Whether a version is at least the given one; missing parts of the given one count as 0. */
export function isAtLeast(version: Version, major: number, minor = 0, patch = 0): boolean {
  return compare(version, { major, minor, patch }) >= 0;
}

/**
 * Whether an SDK is of a major version or a later one. One that is not known is of none.
 * @param first undefined for any version.
 */
export function isSince(first: number | undefined, versionOf: () => Version | undefined): boolean {
  if (first === undefined) return true;
  const version = versionOf();
  return version !== undefined && isAtLeast(version, first);
}

/** The lower one of two versions. */
export function lower(one: Version, other: Version): Version {
  return compare(one, other) <= 0 ? one : other;
}

function compare(one: Version, other: Version): number {
  return one.major - other.major || one.minor - other.minor || one.patch - other.patch;
}

/**
 * The lowest version that a range of a `package.json` takes: `^9.1.0`, `~9.1`, `9.x`, `>=8 <10`, `8 || 9`,
 * `8.1 - 9.2`, with `workspace:` or `npm:@sentry/node@` before it.
 * @returns undefined for ranges without a lower end and for tags, addresses and catalogues.
 */
export function lowestOf(range: string): Version | undefined {
  const plain = range
    .trim()
    .replace(/^workspace:/u, "")
    .replace(/^npm:@?[^@]+@/u, "");
  let lowest: Version | undefined;
  for (const alternative of plain.split("||")) {
    const start = lowerEnd(alternative.trim());
    if (start === undefined) return undefined;
    lowest = lowest === undefined ? start : lower(lowest, start);
  }
  return lowest && (EXACT.test(plain) ? lowest : { ...lowest, isLowest: true });
}

function lowerEnd(alternative: string): Version | undefined {
  const [, text] = /^(?:[\^~=]|>=|~>)?\s*([\w.+*-]+)(?:\s+-\s+[\w.+-]+|\s+<=?\s*[\w.+-]+)?$/u.exec(alternative) ?? [];
  return text === undefined ? undefined : versionOf(text.replace(/(?:\.[xX*])+$/u, ""));
}
