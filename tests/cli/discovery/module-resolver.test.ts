import { join } from "node:path";
import { expect, it } from "vitest";
import { ModuleResolver } from "../../../src/cli/discovery/module-resolver.ts";
import { scratch } from "../init/scratch.ts";

const manifest = (name: string, rest: object) => JSON.stringify({ name, ...rest });

it("leads from an import to the file that it means", () => {
  const files = {
    "tsconfig.json": "{}",
    "app/tsconfig.json": "{ not JSON",
    "app/a.ts": "",
    "one/package.json": manifest("@acme/one", { exports: "./lib/start.js" }),
    "one/lib/start.ts": "",
    "one/src/deep/track.ts": "",
    "two/package.json": manifest("two", { exports: { import: { default: "./m.ts" } } }),
    "two/m.ts": "",
    "three/package.json": manifest("three", { exports: { "./sub": "./sub.ts" } }),
    "three/sub.ts": "",
    "three/index.ts": "",
    "four/package.json": manifest("four", { exports: { ".": "./f.ts", "./sub": "./x.ts" } }),
    "four/f.ts": "",
    "index.ts": "",
    "log/index.ts": "",
  };
  const root = scratch(files);
  const paths = Object.keys(files).filter((path) => path.endsWith(".ts"));
  const modules = new ModuleResolver(
    paths.map((path) => join(root, path)),
    root,
  );
  const found = (specifier: string) => modules.resolve(specifier, join(root, "app/a.ts"))?.slice(root.length + 1);
  expect(
    ["@acme/one", "@acme/one/deep/track", "two", "three", "three/sub", "four", "@/log", "../log", ".."].map(found),
  ).toEqual([
    "one/lib/start.ts",
    "one/src/deep/track.ts",
    "two/m.ts",
    "three/index.ts",
    "three/sub.ts",
    "four/f.ts",
    "log/index.ts",
    "log/index.ts",
    "index.ts",
  ]);
  expect(["", "/", "/gone", "@acme/one/gone", "@/gone", "gone", "./gone"].map(found)).toEqual(
    Array.from({ length: 7 }, () => undefined),
  );
});

it.each<[files: readonly string[], found: string | undefined]>([
  [["log.native.ts", "log.web.ts"], "log.native.ts"],
  [["log.ios.tsx", "log.android.tsx"], "log.ios.tsx"],
  [["log/index.web.js"], "log/index.web.js"],
  [["log.web.ts", "log.ts"], "log.ts"],
  [["log.native.css", "log.css", "log.json"], undefined],
  [["log.test.ts", "catalog.web.ts"], undefined],
])("finds one of the files for several platforms: %s", (written, found) => {
  const files = ["a.ts", ...written.map((path) => `lib/${path}`)];
  const root = scratch({ "package.json": "{}", ...Object.fromEntries(files.map((path) => [path, ""])) });
  const modules = new ModuleResolver(
    files.map((path) => join(root, path)),
    root,
  );
  const resolved = ["./lib/log", "~/lib/log"].map((specifier) => modules.resolve(specifier, join(root, "a.ts")));
  expect(resolved).toEqual([1, 2].map(() => found && join(root, "lib", found)));
});

const BASE = `"extends": "@acme/tsconfig/base.json"`;
const PATHS = `"paths": { "#/*": ["./src/*"] }`;

it.each<[what: string, tsconfig: string, found: string | undefined]>([
  ["that extends a package which is not installed", `{ ${BASE}, "compilerOptions": { ${PATHS} } }`, "src/log.ts"],
  [
    "that extends one of several",
    `{ "extends": ["./base.json", "gone"], "compilerOptions": { ${PATHS} } }`,
    "src/log.ts",
  ],
  [
    "with a base of its own",
    `{ ${BASE}, "compilerOptions": { "baseUrl": "src", "paths": { "#/*": ["*"] } } }`,
    "src/log.ts",
  ],
  [
    "with comments and trailing commas",
    `\uFEFF{ ${BASE}, // the base\n"compilerOptions": { /* "paths": {}, */ ${PATHS}, /* , */ }, }`,
    "src/log.ts",
  ],
  ["with a comment in a string", `{ ${BASE}, "compilerOptions": { "paths": { "#/*": ["./src//*"] } } }`, "src/log.ts"],
  ["without paths", `{ ${BASE} }`, undefined],
  ["with paths that are none", `{ ${BASE}, "compilerOptions": { "paths": { "#/*": "./src/*" } } }`, undefined],
  ["that is not JSON", `{ ${BASE}, "compilerOptions": { ${PATHS} }`, undefined],
])("reads the paths of a tsconfig %s", (_, tsconfig, found) => {
  // Two files have the name, so that the paths alone tell which one is meant.
  const files = { "tsconfig.json": tsconfig, "base.json": "{}", "src/log.ts": "", "lib/log.ts": "", "a.ts": "" };
  const root = scratch(files);
  const paths = Object.keys(files).filter((path) => path.endsWith(".ts"));
  const modules = new ModuleResolver(
    paths.map((path) => join(root, path)),
    root,
  );
  expect(modules.resolve("#/log", join(root, "a.ts"))).toBe(found && join(root, found));
});
