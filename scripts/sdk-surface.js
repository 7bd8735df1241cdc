// What of the public API of @sentry/core takes data of a program, read from its type declarations.
// node scripts/sdk-surface.js [version …]   prints it for releases from the npm registry, `latest` by default.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { packagesOnDemand } from "./on-demand.js";

/** The files that declare the public functions and objects, in any of versions 7 to 11, with what leads to their names. */
const FILES = {
  "exports.d.ts": "",
  "breadcrumbs.d.ts": "",
  "feedback.d.ts": "",
  "hub.d.ts": "hub.",
  "scope.d.ts": "scope.",
  "client.d.ts": "client.",
  "baseclient.d.ts": "client.",
  "tracing/trace.d.ts": "",
  "tracing/span.d.ts": "span.",
  "types-hoist/span.d.ts": "span.",
  "types/span.d.ts": "span.",
  "logs/public-api.d.ts": "logger.",
  "logs/exports.d.ts": "",
  "metrics/public-api.d.ts": "metrics.",
  "metrics/exports.d.ts": "metrics.",
};

/** The declarations that are the public object of a file. */
const OBJECTS = new Set(["Hub", "Scope", "Client", "BaseClient", "Span"]);

/** Types of parameters that carry no data of a program. */
const HARMLESS =
  /^(?:number|boolean|undefined|null|void|Client|Scope|ScopeInterface|Span|Integration|SpanStatus|SeverityLevel|SpanTimeInput|Session|EventProcessor|SpanAttributes\[never\]|HrTime|Date|unique symbol)$/;

/**
 * The functions and methods of a package that take data of a program, by the names under which a program calls them.
 * @param {string} folder of the package
 * @returns {readonly string[]} in order
 */
export function surfaceOf(folder) {
  const types = ["build/types", "types"].map((each) => join(folder, each)).find((each) => existsSync(each));
  if (types === undefined) throw new Error(`There are no types in ${folder}.`);
  const found = new Set();
  for (const [file, prefix] of Object.entries(FILES)) {
    const path = join(types, file);
    if (!existsSync(path)) continue;
    const { statements } = ts.createSourceFile(file, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    for (const statement of statements) for (const name of namesIn(statement)) found.add(prefix + name);
  }
  return [...found].sort();
}

/**
 * @param {import("typescript").Statement} statement
 * @returns {readonly string[]}
 */
function namesIn(statement) {
  if (ts.isFunctionDeclaration(statement))
    return statement.name !== undefined && takesData(statement.parameters) ? publicNames(statement.name.text) : [];
  if (!ts.isClassDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) return [];
  if (!OBJECTS.has(statement.name?.text ?? "")) return [];
  return [...statement.members].flatMap((member) => {
    const isMethod = ts.isMethodDeclaration(member) || ts.isMethodSignature(member);
    if (!isMethod || !ts.isIdentifier(member.name)) return [];
    const flags = ts.getCombinedModifierFlags(/** @type {import("typescript").Declaration} */ (member));
    const isOwn = (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
    return !isOwn && takesData(member.parameters) ? publicNames(member.name.text) : [];
  });
}

/** @param {string} name */
function publicNames(name) {
  return name.startsWith("_") ? [] : [name];
}

/** @param {Iterable<import("typescript").ParameterDeclaration>} parameters */
function takesData(parameters) {
  return [...parameters].some(({ type }) => {
    if (type === undefined) return true;
    const parts = ts.isUnionTypeNode(type) ? type.types : [type];
    return parts.some((part) => !ts.isFunctionTypeNode(part) && !HARMLESS.test(textOf(part)));
  });
}

/** @param {import("typescript").TypeNode} type */
function textOf(type) {
  return type.getText(type.getSourceFile()).replaceAll(/<[^]*>/g, "");
}

/**
 * The folder of a release of @sentry/core.
 * @param {string} version exact
 */
export async function coreOnDemand(version) {
  const folder = await packagesOnDemand(`sentry-core-${version}`, { "@sentry/core": version });
  return join(folder, "node_modules/@sentry/core");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const versions = process.argv.slice(2);
  for (const version of versions.length > 0 ? versions : [newest()]) {
    process.stdout.write(`${version}\n${surfaceOf(await coreOnDemand(version)).join("\n")}\n`);
  }
}

/** The version of the newest release. */
export function newest() {
  return execFileSync("npm", ["view", "@sentry/core", "version"], { encoding: "utf8" }).trim();
}
