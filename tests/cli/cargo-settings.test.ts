import { expect, it, vi } from "vitest";
import { openProject } from "../../src/cli/project.ts";
import { workspace } from "./workspace.ts";

vi.setConfig({ testTimeout: 30_000 });

const crumb = (category: string): string =>
  `fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { category: Some("${category}".into()), ..Default::default() }); }\n`;
const CRATE = `[package]\nname = "shop"\n\n[package.metadata.sentry-breadcrumbs]\ncategories = ["orders"]\n`;

it("follows the settings of a crate's Cargo.toml", async () => {
  const { run } = await workspace({ "Cargo.toml": CRATE, "src/main.rs": crumb("orders"), "src/pay.rs": crumb("pay") });
  const { code, stdout } = await run();
  expect(stdout).toMatch(/pay\.rs[^]*known-category/u);
  expect(stdout).not.toContain("main.rs");
  expect(code).toBe(1);
  expect(await run("--no-config")).toMatchObject({ code: 0, stdout: "" });
});

it("takes those of the workspace for what a crate does not say", async () => {
  const { run } = await workspace({
    "Cargo.toml": `[workspace]\nmembers = ["a", "b"]\n\n[workspace.metadata.sentry-breadcrumbs]\ncategories = ["shared"]\nwrappers = [{ name = "note", parameters = ["category"] }]\n`,
    "a/Cargo.toml": CRATE,
    "a/src/lib.rs": `fn f() { note("orders"); note("other"); }\n`,
    "b/Cargo.toml": `[package]\nname = "b"\n`,
    "b/src/lib.rs": `fn f() { note("shared"); note("orders"); }\n`,
    "c.rs": crumb("shared"),
  });
  const { stdout } = await run("--format", "json");
  const found = (JSON.parse(stdout) as { filePath: string; messages: { message: string }[] }[]).map(
    ({ filePath, messages }) => [
      filePath.split(/[\\/]/u).at(-3),
      ...messages.map(({ message }) => message.split(" ")[0]),
    ],
  );
  expect(found.filter(([, ...messages]) => messages.length > 0)).toEqual([
    ["a", "`other`"],
    ["b", "`orders`"],
  ]);
});

it("puts what the ESLint config says before", async () => {
  const { run } = await workspace({
    "Cargo.toml": CRATE,
    "src/main.rs": crumb("orders"),
    "eslint.config.mjs": `export default [{ files: ["**/*.rs"], settings: { "sentry-breadcrumbs": { categories: ["pay"] } } }];\n`,
  });
  expect((await run()).stdout).toContain("known-category");
});

it("makes one object of them for all files of a crate, which is read once", async () => {
  const { folder, path } = await workspace({ "Cargo.toml": CRATE, "src/main.rs": "", "src/a/pay.rs": "" });
  const project = await openProject(folder, [], true);
  expect(project.settingsOf(path("src/main.rs"))).toEqual({ "sentry-breadcrumbs": { categories: ["orders"] } });
  expect(project.settingsOf(path("src/a/pay.rs"))).toBe(project.settingsOf(path("src/main.rs")));
});

it.each([
  ["that does not parse", `[package.metadata.sentry-breadcrumbs\n`, "its settings are not known: "],
  [
    "with a wrong key",
    `[package.metadata.sentry-breadcrumbs]\ncategory = ["a"]\n`,
    "package.metadata.sentry-breadcrumbs.category is",
  ],
  [
    "with another name for ours",
    `package.metadata.sentry_breadcrumbs = { categories = ["a"] }\n`,
    'package.metadata.sentry_breadcrumbs is unknown. Its value is {"categories":["a"]}. Did you mean package.metadata.sentry-breadcrumbs?',
  ],
  ["with a wrong key", `workspace.metadata.sentry-breadcrumbs = 1\n`, "workspace.metadata.sentry-breadcrumbs"],
])("says what is wrong in a Cargo.toml %s", async (_, manifest, said) => {
  const { run } = await workspace({ "Cargo.toml": manifest, "src/main.rs": crumb("orders") });
  const { code, stderr } = await run();
  expect(stderr).toContain("  Cargo.toml: ");
  expect(stderr).toContain(said);
  expect(code).toBe(2);
});
