import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hasSentryLogger, recordedByItself } from "../src/cargo.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cargo-"));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** A file in `app/src` beside some manifests, by their folders. */
function fileBeside(manifests: Readonly<Record<string, string>>): string {
  for (const [folder, text] of Object.entries(manifests)) {
    const path = join(root, folder, "Cargo.toml");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(root, "app", "src", "main.rs");
}

/** Whether the logger is known to be there. */
function known(manifests: Readonly<Record<string, string>>): boolean | undefined {
  return hasSentryLogger(fileBeside(manifests));
}

test.each<[manifest: string, has: boolean | undefined]>([
  ['[dependencies]\nsentry = "0.34"', false],
  ['[dependencies]\nsentry = "0.41"', false],
  ['[dependencies]\nsentry = "0.49"', true],
  ['[dependencies]\nsentry = { version = "0.49", default-features = false }', false],
  ['[dependencies]\nsentry = { version = "0.34", features = ["logs"] }', false],
  ['[dependencies]\nsentry = { version = "0.41", features = ["anyhow", "logs"] }', true],
  ['[dependencies]\nsentry = { version = "0.41", default-features = false, features = [\n  "logs",\n] }', true],
  ['[dependencies.sentry]\nversion = "0.41"\nfeatures = ["logs"]', true],
  ['[package]\nname = "a"\n\n[dependencies]\nserde = "1"\nsentry = "0.49"\n\n[features]\nlogs = []', true],
  ['[target."cfg(unix)".dependencies]\nsentry = { version = "0.42", features = ["logs"] }', true],
  ['[dev-dependencies]\nsentry = "0.34"', false],
  ['[dependencies]\n# sentry = "0.49"\nsentry-core = "0.49"', undefined],
  ['[dependencies]\nsentry = { git = "https://example.com/sentry" }', undefined],
  ['[dependencies]\nsentry = "*"', undefined],
  ['[dependencies]\ncrash = { package = "sentry", version = "0.49" }', true],
  ['[dependencies]\nmy-sentry = { version = "0.41", features = ["logs"], package = "sentry" }', true],
  ['[dependencies.crash]\npackage = "sentry"\nversion = "0.34"', false],
  ['[dependencies]\nsentry = { package = "sentry", version = "0.49" }', true],
  ['[dependencies]\nsentry = { package = "sentry-core", version = "0.49" }', undefined],
  ['[build-dependencies.sentry]\nversion = "0.34"', undefined],
  ["[dependencies", undefined],
])("%s", (manifest, has) => {
  expect(known({ app: manifest })).toBe(has);
});

test.each<[own: string, workspace: string, has: boolean | undefined]>([
  ["sentry = { workspace = true }", 'sentry = { version = "0.41", features = ["logs"] }', true],
  ["sentry.workspace = true", 'sentry = "0.41"', false],
  ['sentry = { workspace = true, features = ["logs"] }', 'sentry = "0.41"', true],
  ["sentry = { workspace = true }", 'sentry = { version = "0.49", default-features = false }', false],
  ["sentry = { workspace = true }", 'serde = "1"', undefined],
  ["crash.workspace = true", 'crash = { package = "sentry", version = "0.49" }', true],
  ["sentry.workspace = true", 'sentry = { package = "other", version = "0.49" }', undefined],
])("what a workspace has: %s, %s", (own, workspace, has) => {
  const manifests = {
    app: `[dependencies]\n${own}\n`,
    ".": `[workspace]\nmembers = ["app"]\n\n[workspace.dependencies]\n${workspace}\n`,
  };
  expect(known(manifests)).toBe(has);
});

test("nothing is known where there is no manifest, and of names that are no paths", () => {
  expect(known({})).toBeUndefined();
  expect(hasSentryLogger("main.rs")).toBeUndefined();
});

test.each<[manifest: string, recorded: readonly string[]]>([
  ['[dependencies]\nsentry = "0.49"', []],
  ['[dependencies]\nsentry = { version = "0.49", features = ["tracing"] }', ["tracing"]],
  ['[dependencies.sentry]\nversion = "0.41"\nfeatures = ["log", "slog"]', ["log", "slog"]],
  ['[dependencies]\nsentry = "0.41"\nsentry-tracing = "0.41"', ["tracing"]],
  ["[dependencies]\nsentry-log.workspace = true", ["log"]],
  ['[dependencies]\ncrash = { package = "sentry", version = "0.49", features = ["log"] }', ["log"]],
  ['[dependencies]\nlistener = { package = "sentry-tracing", version = "0.49" }', ["tracing"]],
  ['[dependencies]\ntracing = "0.1"\nlog = "0.4"', []],
  ['[dev-dependencies]\nsentry = { version = "0.49", features = ["tracing"] }', []],
])("what is recorded by itself: %s", (manifest, recorded) => {
  expect([...recordedByItself(fileBeside({ app: manifest })).keys()]).toEqual(recorded);
});

test("what is recorded by itself, by what a workspace has, and without a manifest or a disk", () => {
  expect([...recordedByItself(join(root, "app", "src", "main.rs"))]).toEqual([]);
  expect([...recordedByItself("main.rs")]).toEqual([]);
  const file = fileBeside({
    app: "[dependencies]\nsentry.workspace = true\n",
    ".": '[workspace]\nmembers = ["app"]\n\n[workspace.dependencies]\nsentry = { version = "0.49", features = ["tracing"] }\n',
  });
  expect([...recordedByItself(file).keys()]).toEqual(["tracing"]);
});

test.each([
  ['tracing = "0.1"', "tracing", "error warn info debug trace"],
  ['tracing = { version = "0.1", features = ["max_level_warn"] }', "tracing", "error warn"],
  ['tracing = { version = "0.1", features = ["max_level_debug", "release_max_level_error"] }', "tracing", "error"],
  ['tracing = { version = "0.1", features = ["release_max_level_off"] }', "tracing", ""],
  ['log = { version = "0.4", features = ["release_max_level_info"] }', "log", "error warn info"],
  ["log.workspace = true", "log", "error"],
  ['slog = "2"', "slog", "crit error warn info"],
  [
    'slog = { version = "2", features = ["max_level_trace", "release_max_level_debug"] }',
    "slog",
    "crit error warn info debug",
  ],
] as const)("the levels that a release is compiled with: %s", (dependency, door, levels) => {
  const file = fileBeside({
    app: `[dependencies]\nsentry = { version = "0.49", features = ["tracing", "log", "slog"] }\n${dependency}\n`,
    ".": '[workspace]\n[workspace.dependencies]\nlog = { version = "0.4", features = ["max_level_error"] }\n',
  });
  expect(recordedByItself(file).get(door)?.join(" ")).toBe(levels);
});
