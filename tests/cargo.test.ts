import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hasSentryLogger } from "../src/cargo.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cargo-"));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** What is known of a file in `app/src` beside some manifests, by their folders. */
function known(manifests: Readonly<Record<string, string>>): boolean | undefined {
  for (const [folder, text] of Object.entries(manifests)) {
    const path = join(root, folder, "Cargo.toml");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return hasSentryLogger(join(root, "app", "src", "main.rs"));
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
