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
