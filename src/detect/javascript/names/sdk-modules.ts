/**
 * Which modules are a Sentry SDK. Source: the type declarations of the packages on the npm registry, read for
 * an export of `addBreadcrumb` (majors 4 to 11 of the JavaScript SDKs and the legacy packages before them).
 */
import { matchesPattern } from "../../../sentry/patterns.ts";

/** Packages outside Sentry's own scopes that are, wrap or re-export an SDK. */
const OTHER_PACKAGES: ReadonlySet<string | undefined> = new Set([
  "@micro-sentry/browser",
  "@micro-sentry/core",
  "@nativescript-community/sentry",
  "@ntegral/nestjs-sentry",
  "nativescript-sentry",
  "raven",
  "raven-js",
  "react-native-sentry",
  "sentry-cordova",
  "sentry-expo",
  "toucan-js",
]);

/** Packages of Sentry's own scopes that record nothing: tools and instrumentation. */
const NOT_AN_SDK: ReadonlySet<string> = new Set([
  "apm",
  "babel-plugin-component-annotate",
  "browser-utils",
  "bundler-plugin-core",
  "bundler-plugins",
  "cli",
  "conventions",
  "craft",
  "esbuild-plugin",
  "eslint-config-sdk",
  "eslint-plugin-sdk",
  "feedback",
  "mcp-server",
  "node-cpu-profiler",
  "node-native",
  "opentelemetry",
  "opentelemetry-node",
  "profiling-node",
  "replay",
  "replay-canvas",
  "replay-worker",
  "rollup-plugin",
  "server-utils",
  "toolbar",
  "tracing",
  "typescript",
  "vite-plugin",
  "wasm",
  "webpack-plugin",
  "wizard",
]);

/** Packages that define what an SDK is given or made of (`CaptureConsole`, `Scope`, `Severity`), but record nothing. */
const DEFINITIONS_ONLY: ReadonlySet<string> = new Set(["integrations", "types", "utils"]);

/** How Deno and browsers name a package of the npm registry, and Sentry's own module for Deno. */
const BY_URL =
  /^(?:npm:\/?|https:\/\/(?:esm\.sh\/(?:v\d+\/)?|cdn\.skypack\.dev\/|cdn\.jsdelivr\.net\/npm\/|unpkg\.com\/))(?=@?\w)/u;
const DENO_MODULE = /^https:\/\/deno\.land\/x\/sentry[@/]/u;

const OWN_SCOPE = /^@sentry(?:-internal)?\/([^/@]+)/u;
const PACKAGE = /^(?:@[^/]+\/)?[^/]+/u;

/** The names under which SDKs put themselves on the global object. */
export const GLOBAL_SDKS: ReadonlySet<string | undefined> = new Set(["Sentry", "Raven"]);

/** The functions by which SDKs record a breadcrumb. */
export const RECORDING_NAMES: ReadonlySet<string | undefined> = new Set(["addBreadcrumb", "captureBreadcrumb"]);

/** The functions by which SDKs send an event; their second argument may be a callback that is handed a scope. */
export const CAPTURE_NAMES: ReadonlySet<string | undefined> = new Set([
  "captureEvent",
  "captureException",
  "captureMessage",
]);

/**
 * What an import from a module stands for, as a path below the SDK.
 * @param name the imported name; `*` for the namespace, `default` for the default export.
 * @param modules the project's own modules that re-export an SDK, as settings name them.
 * @returns undefined when the module is no SDK. Default exports are the SDK itself (CommonJS interoperability),
 *   and so is an export called `Sentry`, the name under which modules of a project pass an SDK on.
 */
export function sdkExport(module: string, name: string, modules: readonly string[]): readonly string[] | undefined {
  const specifier = module.replace(BY_URL, "");
  const own = OWN_SCOPE.exec(specifier)?.[1];
  const isSdk =
    modules.some((pattern) => matchesPattern(pattern, module)) ||
    DENO_MODULE.test(module) ||
    (own === undefined ? OTHER_PACKAGES.has(PACKAGE.exec(specifier)?.[0]) : !NOT_AN_SDK.has(own));
  if (!isSdk || (own !== undefined && DEFINITIONS_ONLY.has(own) && RECORDING_NAMES.has(name))) return undefined;
  return sdkPathFrom([name]);
}

/** The package that an import is from: `@sentry/node` for `npm:@sentry/node@10/light`. */
export function packageName(module: string): string | undefined {
  return PACKAGE.exec(module.replace(BY_URL, ""))?.[0].replace(/(?<=.)@.*$/su, "");
}

/** A path below a module of the SDK, freed of what only leads to the SDK itself: `*`, `default`, `Sentry`. */
export function sdkPathFrom(path: readonly string[]): readonly string[] {
  const start = path.findIndex((name) => name !== "*" && name !== "default" && name.toLowerCase() !== "sentry");
  return start === -1 ? [] : path.slice(start);
}
