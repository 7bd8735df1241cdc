import { isAtLeast, type Version } from "./versions.ts";

/** In which versions of the JavaScript SDKs an API was marked as deprecated, and in which it is gone. */
interface Ending {
  readonly deprecated: Version;
  readonly gone: Version;
}

const version = (major: number, minor = 0): Version => ({ major, minor, patch: 0 });

/**
 * APIs that have left the SDKs. Source: the type declarations of `@sentry/core` 7.85 to 9.47, and sentry-javascript,
 * `docs/migration/v7-to-v8.md` and `v8-to-v9.md`.
 */
const ENDINGS: ReadonlyMap<string, Ending> = new Map([
  ["configureScope", { deprecated: version(7, 89), gone: version(8) }],
  ["getCurrentHub", { deprecated: version(7, 94), gone: version(9) }],
  ["Hub", { deprecated: version(7, 94), gone: version(8) }],
]);

/** Packages that other ones of Sentry's have taken the place of, and the one to use instead. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ["raven", "@sentry/node"],
  ["raven-js", "@sentry/browser"],
  ["react-native-sentry", "@sentry/react-native"],
  ["sentry-expo", "@sentry/react-native"],
]);

/** The state of an API in a version of the SDK, and the major version that removed it. */
export function standingOf(
  api: string,
  sdk: Version,
): { readonly is: "gone" | "deprecated"; readonly major: number } | undefined {
  const ending = ENDINGS.get(api);
  if (ending === undefined) return undefined;
  const { deprecated, gone } = ending;
  if (isAtLeast(sdk, gone.major, gone.minor)) return { is: "gone", major: gone.major };
  return isAtLeast(sdk, deprecated.major, deprecated.minor) ? { is: "deprecated", major: gone.major } : undefined;
}

/** The package that has taken a package's place; undefined for those in use. */
export function successorOf(name: string): string | undefined {
  return SUCCESSORS.get(name);
}
