import { parse } from "node:path";
import { describe, expect, it } from "vitest";
import { discover } from "../../../src/cli/discover.ts";
import { workspace } from "../workspace.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;
const TRACK = `${SDK}export const track = (message) => Sentry.addBreadcrumb({ message });\n`;
const CALL = `import { track } from "./track";\ntrack("Paid");\n`;
const ONE = "1 breadcrumb, 0 direct, 1 through `track` of track.ts.";

describe("discovery", () => {
  it.each<[what: string, files: Record<string, string>]>([
    [
      "modules that re-export one another in a circle",
      {
        "one.ts": `export * from "./two";\nexport { track as note } from "./two";\n`,
        "two.ts": `export * from "./one";\nexport { note as track } from "./one";\n`,
        "b.ts": `import { note, track } from "./one";\nnote("m");\ntrack("m");\n`,
      },
    ],
    [
      "workspaces that are not there",
      {
        "package.json": `{ "name": "root", "workspaces": ["gone/*", 5] }`,
        "pnpm-workspace.yaml": `packages: [gone, "also/*"]\n`,
      },
    ],
    [
      "a tsconfig that extends what is not there",
      { "tsconfig.json": `{ "extends": "./gone.json", "compilerOptions": { "paths": { "@/*": ["./*"] } } }` },
    ],
    [
      "a tsconfig that extends a package which is not installed",
      {
        "tsconfig.json": `{ "extends": "@acme/tsconfig/base.json", "compilerOptions": { "paths": { "@/*": ["./*"] } } }`,
      },
    ],
    ["a tsconfig that extends itself", { "tsconfig.json": `{ "extends": "./tsconfig.json" }` }],
    ["manifests that are no JSON", { "package.json": "{", "tsconfig.json": "{" }],
    [
      "a name that comes from a module which does not have it",
      {
        "barrel.ts": `export { track } from "./gone";\nexport * from "./away";\n`,
        "b.ts": `import { track } from "./barrel";\ntrack("m");\n`,
      },
    ],
    ["an import of itself", { "self.ts": `import { track } from "./self";\nexport { track };\ntrack("m");\n` }],
    ["a file that does not parse", { "broken.ts": `import { tally } from "./tally";\ntally(` }],
  ])(
    "goes on past %s",
    async (_, files) => {
      const { run } = await workspace({ "track.ts": TRACK, "a.ts": CALL, ...files });
      const ran = await run();
      expect(ran.stderr).toContain(ONE);
      expect(ran.code).toBe(0);
      // The first loads all parsers.
    },
    30_000,
  );

  it("takes many callers in time that grows with their number", async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`f${index}.ts`, CALL]));
    const { run } = await workspace({ "track.ts": TRACK, ...many });
    expect((await run("--concurrency", "off")).stderr).toContain("200 breadcrumbs, 0 direct, 200 through `track`");
  }, 60_000);

  it("follows a name once through layers of modules that each re-export all of the next layer", async () => {
    const width = 8;
    const files: Record<string, string> = {};
    for (let at = 0; at < width; at++) {
      for (let layer = 0; layer < 6; layer++)
        files[`m${layer}-${at}.ts`] = Array.from(
          { length: width },
          (_, next) => `export * from "./m${layer + 1}-${next}";\n`,
        ).join("");
      files[`m6-${at}.ts`] = at === 0 ? `export * from "./track";\n` : "";
    }
    const caller = `import { track } from "./m0-0";\nimport { tracks } from "./m0-1";\ntrack("Paid");\ntracks.track("");\n`;
    const { run } = await workspace({ ...files, "track.ts": TRACK, "a.ts": caller });
    expect((await run()).stderr).toContain(ONE);
  }, 20_000);

  it("refuses the root of the disk, in a line", async () => {
    const { root } = parse(process.cwd());
    const { run } = await workspace({});
    for (const command of [[root], ["inventory", root], ["init", root]])
      expect(await run(...command)).toEqual({
        code: 2,
        stdout: "",
        stderr: `"${root}" is the root of the disk. Name the folder of a project.\n`,
      });
    await expect(discover(root)).rejects.toThrow("is the root of the disk");
  });
});
