import { describe, expect, it } from "vitest";
import { proposed } from "../init/scratch.ts";

const BODY = `{ sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(message.into()), ..Default::default() }); }`;
const CRUMB = `pub fn crumb(message: &str) ${BODY}\n`;
const MACRO = `macro_rules! crumb { ($cat:expr, $($arg:tt)*) => { sentry::add_breadcrumb(sentry::Breadcrumb { category: Some($cat.into()), message: Some(format!($($arg)*)), ..Default::default() }) }; }\n`;
const crate = (name: string, more = ""): string => `[package]\nname = "${name}"\nversion = "0.1.0"\n${more}`;

/** How many breadcrumbs are seen with what is found, and the names of the wrappers. */
async function found(files: Readonly<Record<string, string>>): Promise<{ seen: number; names: readonly string[] }> {
  const { settings, breadcrumbs } = await proposed(files);
  const wrappers = (settings["wrappers"] ?? []) as readonly { name: string; from?: string; files?: string }[];
  const names = wrappers.map(({ name, from, files: bound }) =>
    [name, from && `from ${from}`, bound && `in ${bound}`].filter(Boolean).join(" "),
  );
  return { seen: breadcrumbs.after, names: names.sort() };
}

describe("ways by which Rust hands around what records", () => {
  it.each<[what: string, files: Record<string, string>, seen: number, names: string[]]>([
    [
      "`pub use` by a name of its own and of all names",
      {
        "Cargo.toml": crate("app"),
        "src/lib.rs": "pub mod telemetry;\nmod a;\npub use telemetry::*;\n",
        "src/telemetry/mod.rs": "mod crumbs;\npub use self::crumbs::crumb as note;\n",
        "src/telemetry/crumbs.rs": CRUMB,
        "src/a.rs": `use crate::telemetry::*;\nfn f() { note("m"); crate::note("n"); }\n`,
      },
      2,
      ["note from crate", "telemetry::note"],
    ],
    [
      "a module within a file that passes on what is above it",
      {
        "Cargo.toml": crate("app"),
        "src/main.rs":
          "mod log;\nmod a;\npub mod prelude { pub use super::log::crumb; pub mod inner { pub use super::crumb as deep; } }\n",
        "src/log.rs": CRUMB,
        "src/a.rs": `use crate::prelude::{crumb, inner};\nfn f() { crumb("m"); inner::deep("n"); }\n`,
      },
      2,
      ["inner::deep", "log::crumb", "prelude::crumb"],
    ],
    [
      "a module that is passed on as a whole",
      {
        "Cargo.toml": crate("app"),
        "src/lib.rs": "mod inner;\npub use crate::inner::log as logs;\n",
        "src/inner/mod.rs": "pub mod log;\n",
        "src/inner/log.rs": CRUMB,
        "src/a.rs": `fn f() { crate::logs::crumb("m"); }\n`,
      },
      1,
      ["log::crumb", "logs::crumb"],
    ],
    [
      "a macro of another file",
      {
        "Cargo.toml": crate("app"),
        "src/lib.rs": "#[macro_use]\nmod macros;\nmod a;\n",
        "src/macros.rs": MACRO,
        "src/a.rs": `fn f() { crumb!("c", "m {}", 1); }\n`,
      },
      1,
      ["crumb!"],
    ],
    [
      "a macro that calls a wrapper of another file",
      {
        "Cargo.toml": crate("app"),
        "src/log.rs": CRUMB,
        "src/macros.rs": `macro_rules! note { ($message:expr) => { crate::log::crumb(&$message) }; }\nmacro_rules! pair { ($what:expr, $($more:expr),*) => { crate::log::crumb(&format!("{}: {}", $what, 1)) }; }\nmacro_rules! none { () => { crate::log::crumb("fixed") }; }\nmacro_rules! two { (to $message:expr) => { crate::log::crumb($message) }; }\n`,
        "src/a.rs": `fn f() { note!("m"); pair!("n", 1); none!(); two!(to "o"); }\n`,
      },
      2,
      ["log::crumb", "note!", "pair!"],
    ],
    [
      "an exported macro that is passed on under another name",
      {
        "Cargo.toml": crate("app"),
        "src/lib.rs": "#[macro_use]\nmod macros;\npub mod tell { pub use crate::crumb as note; }\n",
        "src/macros.rs": `#[macro_export]\n${MACRO}`,
        "src/a.rs": `use crate::tell::note;\nfn f() { note!("c", "m"); }\n`,
      },
      1,
      ["note!"],
    ],
    [
      "files that no manifest belongs to",
      { "log.rs": CRUMB, "a.rs": `mod log;\nfn f() { log::crumb("m"); }\n` },
      1,
      ["log::crumb"],
    ],
    [
      "functions and macros of a crate of the workspace",
      {
        "Cargo.toml": `[workspace]\nmembers = ["obs", "app"]\n`,
        "obs/Cargo.toml": crate("x-obs"),
        "obs/src/lib.rs": `pub mod log;\npub use log::crumb as note;\n#[macro_export]\n${MACRO}`,
        "obs/src/log.rs": CRUMB,
        "app/Cargo.toml": crate("app", `[dependencies]\nx-obs = { path = "../obs" }\n`),
        "app/src/main.rs": `use x_obs::crumb;\nuse x_obs::log;\nfn main() { crumb!("c", "m"); log::crumb("n"); x_obs::note("o"); }\n`,
      },
      3,
      ["x_obs::crumb!", "x_obs::log::crumb", "x_obs::note"],
    ],
    [
      "a crate under other names, and one that passes it on",
      {
        "Cargo.toml": `[workspace.dependencies]\nobs = { package = "x-obs", path = "obs" }\n`,
        "obs/Cargo.toml": crate("x-obs"),
        "obs/src/lib.rs": CRUMB,
        "app/Cargo.toml": crate("app", `[dependencies.watch]\npath = "../obs"\npackage = "x-obs"\n`),
        "app/src/main.rs": `fn main() { obs::crumb("m"); watch::crumb("n"); }\n`,
        "base/Cargo.toml": crate("base", `[lib]\nname = "ground"\n`),
        "base/src/lib.rs": "pub use x_obs::crumb;\npub use ::x_obs::crumb as tell;\n",
        "app/src/a.rs": `fn f() { ground::crumb("o"); ground::tell("p"); }\n`,
      },
      4,
      ["ground::crumb", "ground::tell", "obs::crumb", "watch::crumb", "x_obs::crumb"],
    ],
    [
      "the SDK's crate under another name, given by a crate and by the workspace above its folder",
      {
        "Cargo.toml": `[workspace.dependencies]\ncrash = { package = "sentry", version = "0.34" }\n`,
        "crates/app/Cargo.toml": crate("app", `[dependencies]\ncrash.workspace = true\n`),
        "crates/app/src/log.rs": CRUMB.replaceAll("sentry::", "crash::"),
        "crates/app/src/main.rs": `fn main() { crate::log::crumb("m"); }\n`,
        "crates/own/Cargo.toml": crate("own", `[dependencies.my-crumbs]\npackage = "sentry"\nversion = "0.30"\n`),
        "crates/own/src/main.rs": "fn main() { my_crumbs::add_breadcrumb(my_crumbs::Breadcrumb::default()); }\n",
        "crates/other/Cargo.toml": crate("other", `[dependencies]\nnotes = { package = "x-notes", version = "1" }\n`),
        "crates/unused/Cargo.toml": crate("unused", `[dependencies.reports]\npackage = "sentry"\nversion = "0.30"\n`),
        "crates/other/src/main.rs": "fn main() { notes::add_breadcrumb(notes::Breadcrumb::default()); }\n",
      },
      2,
      ["log::crumb in */crates/app/*"],
    ],
    [
      "methods by the type of what they are called on",
      {
        "Cargo.toml": crate("app"),
        "src/log.rs": `pub struct Logger;\nimpl Logger { pub fn crumb(&self, message: &str) ${BODY} }\n`,
        "src/a.rs": `use crate::log::Logger;\nstruct S { log: Logger }\nimpl S { fn run(&self, other: &Logger) { self.log.crumb("m"); other.crumb("n"); } }\n`,
      },
      2,
      ["log::Logger.crumb"],
    ],
  ])("%s", async (_, files, seen, names) => {
    expect(await found(files)).toEqual({ seen, names });
  });

  it.each<[what: string, files: Record<string, string>, seen: number]>([
    [
      "a function of another crate in a module of that name",
      {
        "a/Cargo.toml": crate("a"),
        "a/src/log.rs": CRUMB,
        "a/src/lib.rs": `mod log;\nfn f() { log::crumb("m"); }\n`,
        "b/Cargo.toml": crate("b"),
        "b/src/log.rs": "pub fn crumb(message: &str) { println!(message); }\n",
        "b/src/lib.rs": `mod log;\nfn f() { log::crumb("n"); }\n`,
      },
      1,
    ],
    [
      "what is used without being passed on",
      {
        "Cargo.toml": crate("app"),
        "src/lib.rs": `mod log;\nmod a;\nuse log::crumb as note;\nfn f() { log::crumb("m"); }\n`,
        "src/log.rs": CRUMB,
        "src/a.rs": `pub fn note(message: &str) {}\nfn f() { crate::b::note("n"); }\n`,
      },
      1,
    ],
    [
      "a macro of which the rules take different things, and one that takes what stands before a word",
      {
        "Cargo.toml": crate("app"),
        "src/log.rs": CRUMB,
        "src/lib.rs": `macro_rules! two { ($m:expr) => { log::crumb($m) }; ($c:expr, $m:expr) => { log::crumb($m) }; }\nmacro_rules! word { ($m:expr, to = $c:expr) => { log::crumb($m) }; }\nmacro_rules! hides { ($m:expr) => { log::crumb(redact($m)) }; }\nfn f() { log::crumb("m"); }\n`,
        "src/a.rs": `fn f() { two!("n"); two!("c", "o"); word!("p", to = 1); hides!("q"); }\n`,
      },
      5, // those in the macros themselves
    ],
    [
      "a macro that its crate keeps for itself",
      {
        "a/Cargo.toml": crate("a"),
        "a/src/macros.rs": MACRO,
        "a/src/lib.rs": `fn f() { crumb!("c", "m"); }\n`,
        "b/Cargo.toml": crate("b"),
        "b/src/lib.rs": `use a::crumb;\nfn f() { crumb!("c", "n"); }\n`,
      },
      1,
    ],
    [
      "a method of another type, and of one of which nothing is known",
      {
        "Cargo.toml": crate("app"),
        "src/log.rs": `pub struct Logger;\nimpl Logger { pub fn crumb(&self, message: &str) ${BODY} }\n`,
        "src/a.rs": `use crate::log::Logger;\nuse crate::nav::Trail;\nfn f(log: &Logger, trail: &Trail) { log.crumb("m"); trail.crumb("n"); make().crumb("o"); }\n`,
      },
      1,
    ],
  ])("takes none of %s", async (_, files, seen) => {
    expect((await found(files)).seen).toBe(seen);
  });

  const NOTE = `pub fn note(message: &str) ${BODY}\npub struct Trail;\nimpl Trail { pub fn new() -> Self { Trail } pub fn info(&self, message: &str) ${BODY} pub fn tell(message: &str) ${BODY} }\n`;
  const CALLS: Readonly<Record<string, string>> = {
    function: `fn f() { note("m"); }`,
    "associated function": `fn f() { Trail::tell("m"); }`,
    parameter: `fn f(trail: &Trail) { trail.info("m"); }`,
    field: `struct S { trail: Trail }\nimpl S { fn f(&self) { self.trail.info("m"); } }`,
    "annotated variable": `fn f() { let trail: Trail = Trail::new(); trail.info("m"); }`,
    "variable by its constructor": `fn f() { let trail = Trail::new(); trail.info("m"); }`,
    "new value": `fn f() { Trail::new().info("m"); }`,
  };

  it.each<[form: string, files: Record<string, string>, use: string]>([
    ["a module", { "src/main.rs": "mod crumbs;\nmod a;\n" }, "use crate::crumbs::{note, Trail};"],
    ["a module of the function's name", { "src/main.rs": "mod note;\nmod a;\n" }, "use crate::note::{note, Trail};"],
    ["all names of a module", { "src/main.rs": "mod note;\nmod a;\n" }, "use crate::note::*;"],
    [
      "`pub use` of a list",
      { "src/lib.rs": "mod note;\nmod a;\npub use note::{Trail, note};\n" },
      "use crate::{note, Trail};",
    ],
    [
      "`pub use` of each name",
      { "src/lib.rs": "mod note;\nmod a;\npub use note::Trail;\npub use note::note;\n" },
      "use crate::{note, Trail};",
    ],
    ["`pub use` of all names", { "src/lib.rs": "mod note;\nmod a;\npub use note::*;\n" }, "use crate::{note, Trail};"],
    [
      "a prelude",
      {
        "src/lib.rs": "mod note;\nmod a;\npub mod prelude;\npub use note::{Trail, note};\n",
        "src/prelude.rs": "pub use super::*;\n",
      },
      "use crate::prelude::{note, Trail};",
    ],
    [
      "two modules",
      {
        "src/lib.rs": "mod log;\nmod a;\npub use log::{Trail, note};\n",
        "src/log/mod.rs": "mod note;\npub use self::note::{note, Trail};\n",
      },
      "use crate::{note, Trail};",
    ],
    [
      "other names",
      { "src/lib.rs": "mod note;\nmod a;\npub use note::{Trail as Way, note as tell};\n" },
      "use crate::{tell as note, Way as Trail};",
    ],
    [
      "another crate",
      {
        "src/main.rs": "mod a;\n",
        "Cargo.toml": crate("app"),
        "obs/Cargo.toml": crate("x-obs"),
        "obs/src/lib.rs": "mod note;\npub use note::{Trail, note};\n",
      },
      "use x_obs::{note, Trail};",
    ],
    [
      "a crate that passes all on of another",
      {
        "src/main.rs": "mod a;\n",
        "Cargo.toml": crate("app"),
        "obs/Cargo.toml": crate("x-obs"),
        "obs/src/lib.rs": "mod note;\npub use note::{Trail, note};\n",
        "base/Cargo.toml": crate("base"),
        "base/src/lib.rs": "pub use x_obs::*;\n",
      },
      "use base::{note, Trail};",
    ],
  ])("finds every kind of function through %s", async (form, files, use) => {
    const folder = "obs/Cargo.toml" in files ? "obs/src" : "src";
    const module = { "a module": "crumbs", "two modules": "log/note" }[form] ?? "note";
    const lost: string[] = [];
    for (const [kind, call] of Object.entries(CALLS)) {
      const project = {
        "Cargo.toml": crate("app"),
        [`${folder}/${module}.rs`]: NOTE,
        "src/a.rs": `${use}\n${call}\n`,
        ...files,
      };
      if ((await found(project)).names.length === 0) lost.push(kind);
    }
    expect(lost).toEqual([]);
  });

  it("tells a function from the module of its name, in the file that has both", async () => {
    const files = {
      "Cargo.toml": crate("app"),
      "src/note.rs": NOTE, // with a function that nobody calls
      "src/main.rs": `mod note;\nuse note::{note, Trail};\nfn main() { note("m"); note::note("n"); let trail = Trail::new(); trail.info("o"); }\nmod inner { pub mod other { pub fn note(message: &str) {} } use other::note; fn f() { note("p"); } }\n`,
    };
    expect(await found(files)).toEqual({ seen: 4, names: ["note::Trail.info", "note::note"] });
  });
});
