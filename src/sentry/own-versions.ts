import { isAtLeast, versionOf, type Version } from "./versions.ts";

/**
 * SDKs with version numbers of their own, and the version of Sentry's JavaScript SDK on which each is built. Source:
 * the dependencies of their releases on the npm registry.
 */
const BUILT_ON: ReadonlyMap<string, readonly (readonly [own: string, core: string])[]> = new Map([
  [
    "@sentry/react-native",
    [
      ["1.0.0", "5.6.2"],
      ["2.0.0", "5.27.1"],
      ["2.2.0", "6.0.3"],
      ["3.0.0", "6.12.0"],
      ["4.0.0", "7.1.1"],
      ["5.0.0", "7.37.2"],
      ["6.0.0", "8.33.1"],
      ["7.0.0", "10.8.0"],
      ["8.0.0", "10.38.0"],
    ],
  ],
  [
    "@sentry/electron",
    [
      ["1.0.0", "5.7.1"],
      ["2.0.0", "5.21.1"],
      ["2.5.0", "6.7.1"],
      ["3.0.0", "6.17.2"],
      ["4.0.0", "7.8.1"],
      ["5.0.0", "8.2.1"],
      ["6.0.0", "9.0.1"],
      ["7.0.0", "10.8.0"],
    ],
  ],
  [
    "@sentry/capacitor",
    [
      ["0.4.0", "6.11.0"],
      ["0.9.0", "7.8.1"],
      ["1.0.0", "8.33.0"],
      ["2.0.0", "9.38.0"],
      ["3.0.0", "10.36.0"],
      ["4.0.0", "10.43.0"],
    ],
  ],
  [
    "sentry-cordova",
    [
      ["0.15.0", "5.1.0"],
      ["1.0.0", "6.1.0"],
      ["1.4.0", "7.119.1"],
    ],
  ],
  [
    "@nativescript-community/sentry",
    [
      ["2.0.0", "5.27.2"],
      ["2.1.0", "6.2.0"],
      ["4.6.0", "7.15.0"],
    ],
  ],
  [
    "sentry-expo",
    [
      ["5.0.0", "7.1.1"],
      ["6.0.0", "7.20.1"],
      ["7.0.0", "7.37.2"],
    ],
  ],
]);

/** Whether a package's versions are not those of the JavaScript SDKs. */
export function hasOwnVersions(name: string): boolean {
  return BUILT_ON.has(name);
}

/**
 * The version of the JavaScript SDKs that one with versions of its own is built on, or a later one of the same major.
 * @returns undefined for versions before and after those that are known.
 */
export function builtOn(name: string, own: Version): Version | undefined {
  const steps = (BUILT_ON.get(name) ?? []).flatMap(([from, core]) => {
    const [since, version] = [versionOf(from), versionOf(core)];
    return since === undefined || version === undefined ? [] : [{ since, version }];
  });
  if (steps.every(({ since }) => since.major < own.major)) return undefined;
  return steps.findLast(({ since }) => isAtLeast(own, since.major, since.minor, since.patch))?.version;
}
