import { describe, expect, it } from "vitest";
import { discover } from "../../../src/cli/discover.ts";
import { scratch } from "../init/scratch.ts";

const LAYER = "fn main() { registry().with(sentry_tracing::layer()).init(); }\n";
const crate = (name: string, dependencies = "") => `[package]\nname = "${name}"\n\n[dependencies]\n${dependencies}\n`;

describe("what the SDK records of the crates of a project", () => {
  it("is that of the crate that installs what listens, and of those that it depends on by path", async () => {
    const folder = scratch({
      "Cargo.toml": '[workspace]\nmembers = ["*"]\n[workspace.dependencies]\nshared = { path = "shared" }\n',
      "app/Cargo.toml": `${crate("app", 'core = { path = "../core" }\nshared.workspace = true')}[dev-dependencies]\ntesting = { path = "../testing" }\n`,
      "app/src/main.rs": LAYER,
      "core/Cargo.toml": crate("core", 'deep = { version = "1", path = "../deep" }'),
      "core/src/lib.rs": "fn a() {}\n",
      "deep/Cargo.toml": crate("deep"),
      "deep/src/lib.rs": "fn a() {}\n",
      "shared/Cargo.toml": crate("shared"),
      "shared/src/lib.rs": "fn a() {}\n",
      "testing/Cargo.toml": crate("testing"),
      "testing/src/lib.rs": "fn a() {}\n",
      "tool/Cargo.toml": crate("tool"),
      "tool/src/main.rs": "fn main() {}\n",
    });
    const { automatic } = await discover(folder);
    expect(automatic?.map(({ files, tracing }) => [files, tracing])).toEqual([
      ["*/app/*", true],
      ["*/core/*", true],
      ["*/deep/*", true],
      ["*/shared/*", true],
      ["*/testing/*", false],
      ["*/tool/*", false],
    ]);
  });

  it("is that of the crates that have another crate install what listens", async () => {
    const folder = scratch({
      "Cargo.toml": '[workspace]\nmembers = ["*"]\n',
      "my-log/Cargo.toml": crate("my-log"),
      "my-log/src/lib.rs":
        "fn layer() -> L { sentry_tracing::layer() }\npub fn init() { registry().with(layer()).init(); }\npub fn other() {}\n",
      "server/Cargo.toml": crate("server", 'my-log = { path = "../my-log" }\ncore = { path = "../core" }'),
      "server/src/main.rs": "fn main() { my_log::init(); }\n",
      "core/Cargo.toml": crate("core"),
      "core/src/lib.rs": "fn a() {}\n",
      "tool/Cargo.toml": crate("tool", 'my-log = { path = "../my-log" }'),
      "tool/src/main.rs": "use my_log::other;\nfn main() { other(); }\n",
    });
    expect((await discover(folder)).automatic?.map(({ files, tracing }) => [files, tracing])).toEqual([
      ["*/core/*", true],
      ["*/my-log/*", true],
      ["*/server/*", true],
      ["*/tool/*", false],
    ]);
  });

  it("has the levels that the filter of events lets through", async () => {
    const filter = "|md| match *md.level() { Level::ERROR => EventFilter::Event, _ => EventFilter::Ignore }";
    const folder = scratch({
      "Cargo.toml": crate("app"),
      "src/main.rs": `fn main() { sentry_tracing::layer().event_filter(${filter}); }\n`,
      "src/other.rs": "fn a() { SentryLogger::new(); }\n",
    });
    expect((await discover(folder)).automatic).toEqual([
      { tracing: true, log: true, slog: false, levels: { tracing: ["error"] } },
    ]);
  });

  it("has the levels of spans that the filter of spans lets through", async () => {
    const folder = scratch({
      "Cargo.toml": crate("app"),
      "src/main.rs": "fn main() { sentry_tracing::layer().span_filter(|md| matches!(*md.level(), Level::ERROR)); }\n",
    });
    expect((await discover(folder)).automatic).toEqual([
      { tracing: true, log: false, slog: false, levels: { spans: ["error"] } },
    ]);
  });

  it("has the levels that each of several filters lets through", async () => {
    const filter = (arms: string) => `sentry_tracing::layer().event_filter(|md| match *md.level() { ${arms} })`;
    const folder = scratch({
      "Cargo.toml": crate("app", "missing.workspace = true"),
      "src/a.rs": `fn a() { ${filter("Level::ERROR | Level::WARN => EventFilter::Event, _ => EventFilter::Ignore")}; }\n`,
      "src/b.rs": `fn b() { ${filter("Level::DEBUG => EventFilter::Ignore, _ => EventFilter::Breadcrumb")}; }\n`,
    });
    expect((await discover(folder)).automatic).toEqual([
      { tracing: true, log: false, slog: false, levels: { tracing: ["error", "warn"] } },
    ]);
  });

  it("is not known where nothing listens, and of files of no crate", async () => {
    expect(await discover(scratch({ "Cargo.toml": crate("app"), "src/main.rs": "fn main() {}\n" }))).toEqual({});
    expect(await discover(scratch({ "src/main.rs": LAYER }))).toEqual({});
    expect(await discover(scratch({ "Cargo.toml": crate("app"), "tests/a.rs": LAYER }))).toEqual({});
  });
});
