import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path, { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sdkVersionOnDisk } from "../src/sdk-version.ts";
import { isAtLeast, lowestOf, versionOf } from "../src/sentry/versions.ts";
import { readSettings } from "../src/settings.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sdk-version-"));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  rmSync(root, { recursive: true });
});

/** Writes `package.json` files, by folder. */
function write(manifests: Readonly<Record<string, object | string>>): void {
  for (const [folder, content] of Object.entries(manifests)) {
    const path = join(root, folder, "package.json");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  }
}

function versionFor(file: string): string | undefined {
  const version = sdkVersionOnDisk(join(root, file));
  return version && `${version.major}.${version.minor}.${version.patch}`;
}

describe("the version on disk", () => {
  it("is that of the installed package, not of its range", () => {
    write({
      ".": { dependencies: { "@sentry/node": "^10.1.0" } },
      "node_modules/@sentry/node": { version: "10.4.2", dependencies: { "@sentry/core": "10.4.2" } },
    });
    expect(versionFor("src/deep/file.ts")).toBe("10.4.2");
  });

  it("is read above the folder that names the package, as Node finds it", () => {
    write({
      "node_modules/@sentry/react": { version: "9.47.2" },
      "packages/shop": { devDependencies: { "@sentry/react": "catalog:" } },
    });
    expect(versionFor("packages/shop/file.ts")).toBe("9.47.2");
  });

  it("is that of the nearest package.json with an SDK", () => {
    write({
      ".": { dependencies: { "@sentry/node": "8.1.0" } },
      "packages/shop": { dependencies: { "@sentry/browser": "10.2.0" } },
      "packages/api": { dependencies: { express: "^5.0.0", "@sentry/vite-plugin": "^4.0.0" } },
    });
    expect(versionFor("packages/shop/file.ts")).toBe("10.2.0");
    expect(versionFor("packages/api/file.ts")).toBe("8.1.0");
  });

  it("is none of a tool", () => {
    write({
      ".": { dependencies: { "@sentry/react": "9.47.0", "@sentry/toolbar": "1.0.0", "@sentry/wizard": "6.0.0" } },
    });
    expect(versionFor("file.ts")).toBe("9.47.0");
  });

  it("is the lowest of several", () => {
    write({ ".": { dependencies: { "@sentry/node": "^9.41.0", "@sentry/react": "~9.10.1" } } });
    expect(versionFor("file.ts")).toBe("9.10.1");
  });

  it("is that of the core below SDKs that count by themselves", () => {
    const react = { version: "8.28.0", dependencies: { "@sentry/core": "10.75.2" } };
    write({
      ".": { dependencies: { "@sentry/react-native": "^8.0.0" } },
      "packages/mobile": { dependencies: { "@sentry/react-native": "^8.0.0" } },
      "packages/mobile/node_modules/@sentry/react-native": react,
    });
    expect(versionFor("file.ts")).toBe("10.38.0");
    expect(versionFor("packages/mobile/file.ts")).toBe("10.75.2");
  });

  it.each([
    ["@sentry/react-native", "^6.0.0", "8.33.1"],
    ["@sentry/react-native", "~2.1.0", "5.27.1"],
    ["@sentry/react-native", "2.6.2", "6.0.3"],
    ["@sentry/react-native", "7.13.0", "10.8.0"],
    ["@sentry/react-native", "^9.0.0", undefined],
    ["@sentry/react-native", "0.43.2", undefined],
    ["@sentry/electron", "^5.0.0", "8.2.1"],
    ["@sentry/electron", "7", "10.8.0"],
    ["@sentry/capacitor", "^1.0.0", "8.33.0"],
    ["@sentry/capacitor", "0.18.0", "7.8.1"],
    ["sentry-cordova", "1.6.0", "7.119.1"],
    ["sentry-expo", "~7.0.0", "7.37.2"],
    ["@nativescript-community/sentry", "4.6.17", "7.15.0"],
    ["@sentry/node", "^10.2.0", "10.2.0"],
    ["raven-js", "^3.27.0", undefined],
  ])("below %s %s is %s, installed or not", (name, range, version) => {
    write({ ".": { dependencies: { [name]: range } } });
    expect(versionFor("file.ts")).toBe(version);
    const own = range.replace(/^[\^~]/u, "");
    write({ app: { dependencies: { [name]: "latest" } }, [`app/node_modules/${name}`]: { version: own } });
    expect(versionFor("app/file.ts")).toBe(version);
  });

  describe("of a catalogue", () => {
    const PNPM = `packages:
  - "packages/*"
# shared
catalog:
  react: ^19.0.0
  '@sentry/node': ^10.4.0   # as everywhere
catalogs:
  old:
    "@sentry/node": "~8.1.0"
  default:
    '@sentry/react': 9.2.0
overrides:
  '@sentry/node': 1.0.0
`;

    it.each<[what: string, files: Record<string, string>, range: string, version: string | undefined]>([
      ["pnpm", { "pnpm-workspace.yaml": PNPM }, "catalog:", "10.4.0"],
      ["pnpm with Windows' line ends", { "pnpm-workspace.yaml": PNPM.replaceAll("\n", "\r\n") }, "catalog:", "10.4.0"],
      ["pnpm by the name of the default", { "pnpm-workspace.yaml": PNPM }, "catalog:default", "10.4.0"],
      ["pnpm by its name", { "pnpm-workspace.yaml": PNPM }, "catalog:old", "8.1.0"],
      ["pnpm without the package", { "pnpm-workspace.yaml": PNPM }, "catalog:new", undefined],
      [
        "pnpm by the default among others",
        { "pnpm-workspace.yaml": `catalogs:\n  default:\n    "@sentry/node": 9.2.0\n` },
        "catalog:",
        "9.2.0",
      ],
      [
        "pnpm below another key",
        { "pnpm-workspace.yaml": `catalogs:\n  old:\n    more:\n      "@sentry/node": 9.2.0\n` },
        "catalog:old",
        undefined,
      ],
      ["Yarn", { ".yarnrc.yml": PNPM }, "catalog:old", "8.1.0"],
      ["Bun", { "package.json": '{ "workspaces": { "catalog": { "@sentry/node": "^9.1.0" } } }' }, "catalog:", "9.1.0"],
      [
        "Bun by its name",
        { "package.json": '{ "catalogs": { "old": { "@sentry/node": "7" } } }' },
        "catalog:old",
        "7.0.0",
      ],
      ["nobody", {}, "catalog:", undefined],
      ["what is no YAML", { "pnpm-workspace.yaml": "catalog: [\n::\n" }, "catalog:", undefined],
    ])("of %s", (_, files, range, version) => {
      for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
      write({ "packages/shop": { dependencies: { "@sentry/node": range } } });
      expect(versionFor("packages/shop/src/file.ts")).toBe(version);
    });

    it("is found in time in proportion to the file", () => {
      writeFileSync(join(root, "pnpm-workspace.yaml"), `catalog:\n  a${" ".repeat(1_000_000)}b\n`);
      write({ ".": { dependencies: { "@sentry/node": "catalog:" } } });
      const start = performance.now();
      expect(versionFor("file.ts")).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(1_000);
    });
  });

  it.each(["file:../sentry", "link:../sentry", "portal:../sentry", "workspace:../sentry"])(
    "is that of the folder to which %s leads",
    (range) => {
      write({ shop: { dependencies: { "@sentry/node": range } }, sentry: { name: "@sentry/node", version: "9.3.1" } });
      expect(versionFor("shop/file.ts")).toBe("9.3.1");
    },
  );

  it.each(["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"])("is told by %s", (key) => {
    write({ ".": { dependencies: null, [key]: { "@sentry/node": "9.1.0" } } });
    expect(versionFor("file.ts")).toBe("9.1.0");
  });

  it("is that of the range where the installed package has none that is a text", () => {
    write({ ".": { dependencies: { "@sentry/node": "^9.1.0" } }, "node_modules/@sentry/node": { version: 10 } });
    expect(versionFor("file.ts")).toBe("9.1.0");
  });

  it("is that of an installed core where nothing is named", () => {
    write({ ".": { name: "shop" }, "node_modules/@sentry/core": { version: "11.12.0" } });
    expect(versionFor("file.ts")).toBe("11.12.0");
  });

  it("is not known where nothing tells", () => {
    write({
      ".": { dependencies: { "@sentry/node": "latest", "@sentry/react": "workspace:*", "raven-js": "^3.27.0" } },
      broken: "{ half-typed",
      strange: '["@sentry/node"]',
      odd: { dependencies: { "@sentry/node": 10 } },
    });
    for (const file of ["file.ts", "broken/file.ts", "strange/file.ts", "odd/file.ts", "none/file.ts"])
      expect(versionFor(file)).toBeUndefined();
  });

  it("is not looked for where a file has no place", () => {
    expect(sdkVersionOnDisk("<input>")).toBeUndefined();
    expect(sdkVersionOnDisk("src/file.ts")).toBeUndefined();
  });

  it.each([
    ["no process", undefined],
    ["a process of a bundler's", { env: {} }],
    ["modules that a bundler left empty", { getBuiltinModule: () => ({}) }],
    ["modules that are not there", { getBuiltinModule: () => undefined }],
    ["a disk without paths", { getBuiltinModule: (name: string) => (name === "node:fs" ? fs : undefined) }],
    ["paths without a disk", { getBuiltinModule: (name: string) => (name === "node:path" ? path : undefined) }],
  ])("is not known where there is %s", (_, process) => {
    write({ ".": { dependencies: { "@sentry/node": "10.4.2" } } });
    vi.stubGlobal("process", process);
    expect(sdkVersionOnDisk(join(root, "file.ts"))).toBeUndefined();
  });

  it("is read again after five seconds, and not before", () => {
    vi.useFakeTimers();
    write({ ".": { dependencies: { "@sentry/node": "9.0.0" } } });
    expect(versionFor("file.ts")).toBe("9.0.0");
    write({ ".": { dependencies: { "@sentry/node": "10.0.0" } } });
    vi.advanceTimersByTime(4_000);
    expect(versionFor("other.ts")).toBe("9.0.0");
    vi.advanceTimersByTime(1_000);
    expect(versionFor("file.ts")).toBe("10.0.0");
  });
});

describe("the setting sdkVersion", () => {
  const read = (sdkVersion: unknown) => readSettings({ "sentry-breadcrumbs": { sdkVersion } }).sdkVersion;

  it("is a version, a major version, or false", () => {
    expect(read("10.4.0")).toEqual({ major: 10, minor: 4, patch: 0 });
    expect(read("9.41")).toEqual({ major: 9, minor: 41, patch: 0 });
    expect(read(8)).toEqual({ major: 8, minor: 0, patch: 0 });
    expect(read(false)).toBe(false);
    expect(readSettings({}).sdkVersion).toBeUndefined();
  });

  it.each([["^10.4.0"], [""], ["latest"], [10.1], [-1], [true], [null], [{ major: 10 }]])("is not %j", (value) => {
    expect(() => read(value)).toThrow(/sdkVersion is .*, expected a version such as "10\.4\.0"/);
  });
});

describe("versions", () => {
  it.each([
    ["10.4.2", "10.4.2"],
    ["^9.1.0", "9.1.0"],
    ["~9.1", "9.1.0"],
    ["=9.1.0", "9.1.0"],
    ["9.x", "9.0.0"],
    ["9.*", "9.0.0"],
    ["7.x.x", "7.0.0"],
    [">=8", "8.0.0"],
    [">= 8.2 <10", "8.2.0"],
    ["8.1.0 - 9.2.0", "8.1.0"],
    ["8.1.0  -  9.2.0", "8.1.0"],
    [">=8.2  < 10", "8.2.0"],
    [" workspace:^9.2.0 ", "9.2.0"],
    ["npm:sentry-fork@^10.1.0", "10.1.0"],
    ["^10.0.0 || ^8.3.0 || 9", "8.3.0"],
    ["10.0.0-beta.4", "10.0.0"],
    ["workspace:^9.2.0", "9.2.0"],
    ["npm:@sentry/node@^10.1.0", "10.1.0"],
  ])("the lowest one of %s is %s", (range, lowest) => {
    expect(lowestOf(range)).toMatchObject({ ...versionOf(lowest) });
  });

  it.each([
    ["10.4.2", false],
    ["=9.1.0", false],
    ["10.0.0-beta.4", false],
    ["^9.1.0", true],
    ["9.x", true],
    ["10", true],
    ["8.1.0 - 9.2.0", true],
  ])("%s takes later ones, too: %s", (range, isLowest) => {
    expect(lowestOf(range)?.isLowest === true).toBe(isLowest);
  });

  it.each([
    ["*"],
    ["x"],
    [""],
    ["latest"],
    ["<9"],
    ["^9 || *"],
    ["9.1.0 9.2.0"],
    ["9.1.0 beta"],
    ["catalog:"],
    ["workspace:*"],
    ["file:../sentry"],
  ])("%s has no lowest one", (range) => {
    expect(lowestOf(range)).toBeUndefined();
  });

  it("are compared by their parts, as numbers", () => {
    const version = { major: 9, minor: 41, patch: 2 };
    expect(isAtLeast(version, 9, 41)).toBe(true);
    expect(isAtLeast(version, 9, 41, 3)).toBe(false);
    expect(isAtLeast(version, 9, 5)).toBe(true);
    expect(isAtLeast(version, 10)).toBe(false);
    expect(isAtLeast(version, 8, 99)).toBe(true);
  });
});
