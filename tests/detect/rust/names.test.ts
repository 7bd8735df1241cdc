import { describe, expect, test } from "vitest";
import { printValue } from "../../support/print-value.ts";
import { detect, showAll } from "./support.ts";

/** Whether `call` in a function records a breadcrumb by the SDK's own means. */
function entries(text: string, settings?: Readonly<Record<string, unknown>>): readonly string[] {
  return detect(text, settings).breadcrumbs.map(({ entry }) => entry);
}

describe("the SDK's function is ours, however it is imported", () => {
  test.each([
    "fn f() { sentry::add_breadcrumb(b); }",
    "fn f() { ::sentry::add_breadcrumb(b); }",
    "fn f() { sentry_core::add_breadcrumb(b); }",
    "use sentry::add_breadcrumb; fn f() { add_breadcrumb(b); }",
    "use sentry::{add_breadcrumb as crumb, Level}; fn f() { crumb(b); }",
    "use sentry::{self, protocol::{Map, Value}}; fn f() { sentry::add_breadcrumb(b); }",
    "use sentry as s; fn f() { s::add_breadcrumb(b); }",
    "use sentry as s; use s::add_breadcrumb as c; fn f() { c(b); }",
    "use sentry::{self as s}; fn f() { s::add_breadcrumb(b); }",
    "use sentry::*; fn f() { add_breadcrumb(b); }",
    "use {log::info, sentry::{add_breadcrumb}}; fn f() { add_breadcrumb(b); }",
    "use ::sentry::add_breadcrumb; fn f() { add_breadcrumb(b); }",
    "extern crate sentry; fn f() { sentry::add_breadcrumb(b); }",
    "extern crate sentry as s; fn f() { s::add_breadcrumb(b); }",
    "fn f() { use sentry::add_breadcrumb; add_breadcrumb(b); }",
    "fn f() { add_breadcrumb(b); use sentry::add_breadcrumb; }",
    "mod m { use sentry::add_breadcrumb; fn f() { add_breadcrumb(b); } }",
    "use sentry::add_breadcrumb; mod m { use super::*; fn f() { add_breadcrumb(b); } }",
    "use sentry::add_breadcrumb; mod m { fn f() { super::add_breadcrumb(b); } }",
    "use sentry::add_breadcrumb; mod a { mod b { use super::super::add_breadcrumb; fn f() { add_breadcrumb(b); } } }",
    "mod reexport { pub use sentry::add_breadcrumb; } use reexport::add_breadcrumb; fn f() { add_breadcrumb(b); }",
    "mod reexport { pub use sentry::*; } fn f() { crate::reexport::add_breadcrumb(b); }",
    "use tauri_plugin_sentry::sentry; fn f() { sentry::add_breadcrumb(b); }",
    "use tauri_plugin_sentry::sentry::{add_breadcrumb}; fn f() { add_breadcrumb(b); }",
    "impl S { fn f(&self) { sentry::add_breadcrumb(b) } }",
    "fn f() { #[cfg(a)] sentry::add_breadcrumb(#[b] c); }",
    "#[cfg(a)] use sentry::add_breadcrumb; fn f() { add_breadcrumb(b); }",
    "use sentry::r#add_breadcrumb; fn f() { add_breadcrumb(b); }",
    "fn sentry() {} fn f() { sentry::add_breadcrumb(b); }",
    "static sentry: u8 = 1; fn f() { sentry::add_breadcrumb(b); }",
    "use self::m::add_breadcrumb; mod m { pub use sentry::add_breadcrumb; } fn f() { add_breadcrumb(b); }",
    "mod m { pub use sentry::add_breadcrumb; } use m::*; fn f() { add_breadcrumb(b); }",
    "mod a { pub use super::b::*; } mod b { pub use sentry::add_breadcrumb; } fn f() { a::add_breadcrumb(b); }",
    "mod a { pub use self::b::*; mod b { pub use sentry::*; } } fn f() { a::add_breadcrumb(b); }",
    "use sentry::add_breadcrumb; mod m { use self::super::add_breadcrumb as c; fn f() { c(b); } }",
    "use sentry::add_breadcrumb; mod m { use super::*; mod n { use super::*; fn f() { add_breadcrumb(b); } } }",
    "fn f() { use sentry; sentry::add_breadcrumb(b); }",
    "use sentry as s; fn f() { use s; s::add_breadcrumb(b); }",
    "use sentry::{*}; fn f() { add_breadcrumb(b); }",
    "use sentry::integrations::{self}; fn f() { sentry::add_breadcrumb(b); }",
    "use x::sentry::Level; fn f() { sentry::add_breadcrumb(b); }",
    "fn f() { let sentry = 1; sentry::add_breadcrumb(b); }",
    "mod sentry { pub fn add_breadcrumb(x: u8) {} } fn f() { ::sentry::add_breadcrumb(b); }",
    "mod m { use sentry::*; fn f() { self::add_breadcrumb(b); } }",
    "use sentry::*; mod m { fn f() { super::add_breadcrumb(b); } }",
    "mod a { pub use other::*; pub use sentry::*; } fn f() { a::add_breadcrumb(b); }",
    "use sentry::integrations::*; use sentry::*; fn f() { add_breadcrumb(b); }",
    "use sentry::Level::*; use sentry::*; fn f() { add_breadcrumb(b); }",
    "fn f() { fn add_breadcrumb(x: u8) {} self::add_breadcrumb(b); } use sentry::add_breadcrumb;",
    "impl T { fn add_breadcrumb() {} fn g() { add_breadcrumb(b); } } use sentry::add_breadcrumb;",
    "mod t { pub use sentry::add_breadcrumb; } mod m { fn f() { crate::t::add_breadcrumb(b); } }",
    "mod m { use other as sentry; mod n { use sentry; fn f() { sentry::add_breadcrumb(b); } } }",
    "extern crate ; fn f() { sentry::add_breadcrumb(b); }",
  ])("%s", (text) => {
    expect(entries(text)).toEqual(["sdk"]);
  });
});

describe("a function of the same name is not", () => {
  test.each([
    "fn f() { add_breadcrumb(b); }",
    "use other::add_breadcrumb; fn f() { add_breadcrumb(b); }",
    "use other::*; fn f() { add_breadcrumb(b); }",
    "fn f() { other::add_breadcrumb(b); }",
    "mod sentry; fn f() { sentry::add_breadcrumb(b); }",
    "mod sentry { pub fn add_breadcrumb(x: u8) {} } fn f() { sentry::add_breadcrumb(b); }",
    "use crate::sentry; fn f() { sentry::add_breadcrumb(b); }",
    "use sentry::add_breadcrumb; mod m { fn f() { add_breadcrumb(b); } }",
    "fn g() { use sentry::add_breadcrumb; } fn f() { add_breadcrumb(b); }",
    "use sentry::add_breadcrumb; fn f(add_breadcrumb: F) { add_breadcrumb(b); }",
    "use sentry::*; fn add_breadcrumb(x: u8) {} fn f() { add_breadcrumb(b); }",
    "use sentry::*; fn f() { self.add_breadcrumb(b); other.add_breadcrumb(b); }",
    "fn f() { sentry::breadcrumbs::other(b); sentry::add_breadcrumbs(b); }",
    "use a as b; use b as a; fn f() { a::add_breadcrumb(x); }",
    "fn f() { super::add_breadcrumb(b); }",
    "mod m { fn f() { super::add_breadcrumb(b); } }",
    "mod m { use self::*; fn f() { add_breadcrumb(b); } }",
    "use m::*; mod m; fn f() { add_breadcrumb(b); }",
    "use sentry::Level::*; fn f() { add_breadcrumb(b); }",
    "use S::*; enum S { A } fn f() { add_breadcrumb(b); }",
    "mod m { pub struct S; } fn f() { m::add_breadcrumb(b); }",
    "use crate as c; fn f() { c::add_breadcrumb(b); crate(b); }",
    "fn f() { self::sentry::add_breadcrumb(b); }",
    "mod m { fn f() { super::sentry::add_breadcrumb(b); } }",
    "use sentry::add_breadcrumb; fn f() { super::add_breadcrumb(b); }",
    "use sentry::add_breadcrumb; mod m { fn f() { self::add_breadcrumb(b); } }",
    "use x::sentry::{self}; fn f() { sentry::add_breadcrumb(b); }",
    "mod a { pub use sentry::*; } use a::x::*; fn f() { add_breadcrumb(b); }",
    "mod m { use other as sentry; fn f() { use sentry; sentry::add_breadcrumb(b); } }",
    "extern crate other as sentry; fn f() { sentry::add_breadcrumb(b); }",
    "use *; use *; fn f() { add_breadcrumb(b); }",
    "fn () {} use ; use sentry::add_breadcrumb as ; extern crate ; fn f() { add_breadcrumb(b); }",
    'fn f() { let s = "sentry::add_breadcrumb(b)"; } // sentry::add_breadcrumb(b)',
  ])("%s", (text) => {
    expect(entries(text)).toEqual([]);
  });
});

describe("hubs and scopes", () => {
  test.each([
    ["use sentry::Hub; fn f() { Hub::current().add_breadcrumb(b); }", "hub"],
    ["fn f() { sentry::Hub::main().add_breadcrumb(b); }", "hub"],
    ["use sentry::Hub; fn f(hub: &Hub) { hub.add_breadcrumb(b); }", "hub"],
    ["use sentry::Hub; fn f(hub: Option<Arc<Hub>>) { hub.unwrap().add_breadcrumb(b); }", "hub"],
    ["use sentry::Hub; fn f(hub: Mutex<Hub>) { hub.lock().unwrap().add_breadcrumb(b); }", "hub"],
    ["use sentry::Hub; fn f() { let h = Mutex::new(Hub::main()); h.lock().unwrap().add_breadcrumb(b); }", "hub"],
    ["use sentry::Hub; fn f() { let hub = Hub::current(); hub.clone().add_breadcrumb(b); }", "hub"],
    [
      "use sentry::Hub; fn f() { let hub = Arc::new(Hub::new_from_top(Hub::current())); hub.add_breadcrumb(b); }",
      "hub",
    ],
    ["fn f() { sentry::Hub::with_active(|hub| hub.add_breadcrumb(b)); }", "hub"],
    ["use sentry::Hub; fn hub() -> Arc<Hub> { todo!() } fn f() { hub().add_breadcrumb(b); }", "hub"],
    ["use sentry::Hub; struct S { hub: Arc<Hub> } impl S { fn f(&self) { self.hub.add_breadcrumb(b); } }", "hub"],
    ["use sentry::configure_scope; fn f() { configure_scope(|scope| { scope.add_breadcrumb(b); }); }", "scope"],
    ["fn f() { sentry::with_scope(|scope| scope.add_breadcrumb(b), || run()); }", "scope"],
    ["use sentry::Hub; fn f() { Hub::current().configure_scope(|scope| scope.add_breadcrumb(b)); }", "scope"],
    ["use sentry::Scope; fn f(scope: &mut Scope) { scope.add_breadcrumb(b); }", "scope"],
  ])("%s", (text, entry) => {
    expect(entries(text)).toEqual([entry]);
  });

  test.each([
    "use other::Hub; fn f(hub: &Hub) { hub.add_breadcrumb(b); }",
    "use other::Hub; fn f() { Hub::current().add_breadcrumb(b); }",
    "fn f(hub: &Hub) { hub.add_breadcrumb(b); }",
    "use other::configure_scope; fn f() { configure_scope(|scope| scope.add_breadcrumb(b)); }",
    "use sentry::with_scope; fn f() { with_scope(|s| {}, |scope| scope.other(b)); }",
  ])("not %s", (text) => {
    expect(entries(text)).toEqual([]);
  });
});

describe("settings", () => {
  test("name modules that re-export the SDK", () => {
    const modules = { modules: ["crate::telemetry"] };
    expect(entries("use crate::telemetry::add_breadcrumb; fn f() { add_breadcrumb(b); }", modules)).toEqual(["sdk"]);
    expect(entries("use crate::telemetry; fn f() { telemetry::add_breadcrumb(b); }", modules)).toEqual(["sdk"]);
    expect(entries("use crate::other; fn f() { other::add_breadcrumb(b); }", modules)).toEqual([]);
  });

  test("name a module in another one that re-exports the SDK, too", () => {
    const modules = { modules: ["crate::telemetry", "crate::telemetry::sentry"] };
    expect(entries("use crate::telemetry; fn f() { telemetry::sentry::add_breadcrumb(b); }", modules)).toEqual(["sdk"]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      'crumb("a", "b");',
      { name: "crumb", parameters: ["category", "message"] },
      ['wrapper category="a" message="b" …'],
    ],
    [
      'telemetry::crumb("a", "b");',
      { name: "telemetry::crumb", parameters: ["_", "message"] },
      ['wrapper message="b" …'],
    ],
    ['other::crumb("a");', { name: "telemetry::crumb", parameters: ["message"] }, []],
    ['crumb("a");', { name: "crumb", from: "crate::telemetry", parameters: ["message"] }, []],
    ['self.log.crumb("a");', { name: "log.crumb", parameters: ["message"] }, ['wrapper message="a" …']],
    ['x.crumb("a");', { name: "crumb", parameters: ["message"] }, []],
    ['<X as Y>::crumb("a");', { name: "crumb", parameters: ["message"] }, []],
    ['crumb("a");', { name: "log.crumb", parameters: ["message"] }, []],
    ["(crumb)(a);", { name: "other", parameters: ["message"] }, []],
    ["record(Breadcrumb { message: m, ..Default::default() });", { name: "record" }, ["wrapper message=m …"]],
  ])("name wrappers: %s", (statement, wrapper, shown) => {
    expect(showAll(`fn f() { ${statement} }`, { wrappers: [wrapper] })).toEqual(shown);
  });

  test.each<[text: string, ...shown: string[]]>([
    ['fn f() { log.crumb(x, "a", "b"); }', 'wrapper category="b" message="a" …'],
    ['fn f() { self . log . crumb(x, "a"); }', 'wrapper message="a" …'],
    ['fn f() { catalog.crumb(x, "a"); self.catalog.crumb(x, "b"); log.crumbs(x, "c"); log::crumb(x, "d"); }'],
    [
      'fn f() { x::t::crumb("a"); crate::t::crumb("b"); xt::crumb("c"); }',
      'wrapper message="a" …',
      'wrapper message="b" …',
    ],
    ['use t::crumb as c; fn f() { c("a"); }', 'wrapper message="a" …'],
    ['use crate::a::note; fn f() { note("a"); }', 'wrapper message="a" …'],
    ['use crate::b::note; fn f() { note("a"); }', 'wrapper message="a" …'],
    ['use crate::c::note; fn f() { note("a"); }'],
    ['use crate::d::set; fn f() { set("a", "b"); }', 'wrapper category="b" …'],
    ['fn f() { (|x| x)("a"); <T as U>::crumb("b"); }'],
  ])("tell methods, functions and modules apart: %s", (text, ...shown) => {
    const wrappers = [
      { name: "log.crumb", parameters: ["_", "message", "category"] },
      { name: "t::crumb", parameters: ["message"] },
      { name: "note", from: ["crate::a", "crate::b"], parameters: ["message"] },
      // An object with options is nothing that Rust has.
      { name: "set", from: "crate::d", parameters: [{ message: "message" }, "category"] },
    ];
    expect(showAll(text, { wrappers })).toEqual(shown);
  });

  test("name the module of a wrapper", () => {
    const wrappers = [{ name: "crumb", from: "crate::telemetry", parameters: ["message"] }];
    expect(showAll('use crate::telemetry::crumb; fn f() { crumb("a"); }', { wrappers })).toEqual([
      'wrapper message="a" …',
    ]);
    expect(showAll('use crate::telemetry as t; fn f() { t::crumb("a"); }', { wrappers })).toEqual([
      'wrapper message="a" …',
    ]);
  });
});

describe("a wrapper that the settings name is found", () => {
  const telemetry = { name: "crumb", from: "*::telemetry", parameters: ["message"] };
  const own = { ...telemetry, from: "crate::telemetry" };

  test.each<[text: string, wrapper: Readonly<Record<string, unknown>>]>([
    ["use crate::telemetry::crumb; fn f() { crumb(a); }", telemetry],
    ["use crate::telemetry::crumb as c; fn f() { c(a); }", own],
    ["use crate::telemetry::{self, other}; fn f() { telemetry::crumb(a); }", own],
    ["use crate::telemetry::*; fn f() { crumb(a); }", own],
    ["mod telemetry; fn f() { telemetry::crumb(a); }", own],
    ["mod telemetry; use telemetry::*; fn f() { crumb(a); }", own],
    ["mod m { pub use crate::telemetry::crumb; } fn f() { m::crumb(a); }", own],
    ["mod m { pub use crate::telemetry::*; } use m::crumb; fn f() { crumb(a); }", own],
    ["use super::telemetry::crumb; fn f() { crumb(a); }", telemetry],
    ["fn f() { app::telemetry::crumb(a); }", telemetry],
    ["use crate::telemetry::Crumbs; fn f() { Crumbs::add(a); }", { ...own, name: "Crumbs::add" }],
    ["use crate::telemetry::crumb; fn f() { crumb!(a); }", { ...own, name: "crumb!" }],
    ["use crate::telemetry::*; fn f() { crumb!(a); }", { ...own, name: "crumb!" }],
    ["fn f() { crumb!(a); }", { name: "crumb!", parameters: ["message"] }],
    ["fn f() { telemetry::crumb! { a } }", { name: "telemetry::crumb!", parameters: ["message"] }],
    ["fn f() { reporter().crumb(a); }", { name: "reporter().crumb", parameters: ["message"] }],
    ["fn f() { Reporter::get(x)?.crumb(a); }", { name: "Reporter::get().crumb", parameters: ["message"] }],
    ["use crate::telemetry::reporter; fn f() { reporter().crumb(a); }", { ...own, name: "reporter().crumb" }],
    ["use crate::telemetry::Reporter; fn f(r: &Reporter) { r.crumb(a); }", { ...own, name: "r.crumb" }],
    [
      "use crate::telemetry::Reporter; struct S { log: Arc<Reporter> } impl S { fn f(&self) { self.log.crumb(a); } }",
      { ...own, name: "self.log.crumb" },
    ],
    ["fn f() { crumb(Options { text: a }); }", { name: "crumb", parameters: [{ text: "message" }] }],
    [
      "fn f() { crumb(Options { say: Say { text: a } }); }",
      { name: "crumb", parameters: [{ say: { text: "message" } }] },
    ],
  ])("%s", (text, wrapper) => {
    expect(showAll(text, { wrappers: [wrapper] })).toEqual(["wrapper message=a …"]);
  });

  test.each<[text: string, wrapper: Readonly<Record<string, unknown>>]>([
    ["use crate::other::crumb; fn f() { crumb(a); }", telemetry],
    ["use crate::telemetry::crumb; fn f() { crumb!(a); }", telemetry],
    ["use crate::telemetry::crumb; fn f() { crumb(a); }", { ...own, name: "crumb!" }],
    ["use crate::other::*; fn f() { crumb(a); }", own],
    ["fn f() { crumb!(a); }", { ...own, name: "crumb!" }],
    ["use crate::other::reporter; fn f() { reporter().crumb(a); }", { ...own, name: "reporter().crumb" }],
    ["fn f() { other().crumb(a); }", { name: "reporter().crumb", parameters: ["message"] }],
    ["fn f() { reporter.crumb(a); }", { name: "reporter().crumb", parameters: ["message"] }],
    ["use crate::other::Reporter; fn f(r: &Reporter) { r.crumb(a); }", { ...own, name: "r.crumb" }],
  ])("and not what only looks like it: %s", (text, wrapper) => {
    expect(showAll(text, { wrappers: [wrapper] })).toEqual([]);
  });

  test("a parameter may be a key of data", () => {
    const parameters = ["data.user.id", "data.total"];
    const [crumb] = detect("fn f() { crumb(a, b); }", { wrappers: [{ name: "crumb", parameters }] }).breadcrumbs;
    expect(crumb?.data && printValue(crumb.data.value)).toBe("{ user: { id: a, … }, total: b, … }");
    const wrapper =
      'fn f(a: A, b: B) { let mut data = Map::new(); data.insert("user".into(), json!({ "id": a })); data.insert("total".into(), b.into()); sentry::add_breadcrumb(sentry::Breadcrumb { data, ..Default::default() }); }';
    expect(detect(wrapper).links?.wrappers[0]?.parameters).toEqual(parameters);
  });

  test.each([
    ['crumb!("of {} to {}", user.email, 1)', '"of ", user.email, " to ", 1'],
    ['crumb!("of {email}")', '"of ", email'],
    ['crumb!("fixed")', undefined],
  ])("a macro formats its message: %s", (call, parts) => {
    const [crumb] = detect(`fn f() { ${call}; }`, {
      wrappers: [{ name: "crumb!", parameters: ["message"] }],
    }).breadcrumbs;
    const printed = crumb?.message && printValue(crumb.message.value);
    expect(printed).toBe(parts === undefined ? '"fixed"' : `template(${parts})`);
  });
});

describe("ways to a hub or a scope", () => {
  const imports = "use sentry::{self, Hub, Scope, Breadcrumb, configure_scope, with_scope};\n";

  test.each<[code: string, ...found: string[]]>([
    ["fn f() { Hub::current().add_breadcrumb(b); }", "hub"],
    ["fn f() { (Hub::current()).add_breadcrumb(b); }", "hub"],
    ["fn f() { Hub::current()?.add_breadcrumb(b); }", "hub"],
    ["async fn f() { hub().await.add_breadcrumb(b); } async fn hub() -> Hub { x }", "hub"],
    ["fn f() { (&Hub::current()).add_breadcrumb(b); }", "hub"],
    ["fn f() { (*Hub::current()).add_breadcrumb(b); }", "hub"],
    ["fn f() { Hub::current().clone().add_breadcrumb(b); }", "hub"],
    ["fn f() { Arc::clone(&Hub::current()).add_breadcrumb(b); }", "hub"],
    ["fn f() { Arc::new(Hub::current()).add_breadcrumb(b); }", "hub"],
    ["fn f() { Other::new(Hub::current()).add_breadcrumb(b); }"],
    ["fn f() { let hub = Hub::main(); hub.add_breadcrumb(b); }", "hub"],
    ["fn f(hub: &Hub) { hub.add_breadcrumb(b); }", "hub"],
    ["fn f(hub: Arc<Hub>) { hub.add_breadcrumb(b); }", "hub"],
    ["fn f(hub: &mut Scope) { hub.add_breadcrumb(b); }", "scope"],
    ["fn f(hub: Other) { hub.add_breadcrumb(b); }"],
    ["fn f() { configure_scope(|scope| { scope.add_breadcrumb(b); }); }", "scope"],
    ["fn f() { with_scope(|scope| scope.add_breadcrumb(b), || ()); }", "scope"],
    ["fn f() { with_scope(|a, scope| scope.add_breadcrumb(b), || ()); }"],
    ["fn f() { Hub::current().configure_scope(|scope| scope.add_breadcrumb(b)); }", "scope"],
    ["fn f() { Hub::with(|hub| hub.add_breadcrumb(b)); }", "hub"],
    ["fn f() { Hub::with_active(|hub| hub.add_breadcrumb(b)); }", "hub"],
    ["fn f() { Hub::run(h, |hub| hub.add_breadcrumb(b)); }"],
    ["fn f() { sentry::Client::new().add_breadcrumb(b); }"],
    ["fn f() { sentry::Client::with(|hub| hub.add_breadcrumb(b)); }"],
    ["fn f() { sentry::with(|hub| hub.add_breadcrumb(b)); }"],
    ["fn f() { sentry::integrations::with_scope(|s| s.add_breadcrumb(b), || ()); }"],
    ["fn f() { sync::Arc::new(Hub::current()).add_breadcrumb(b); }", "hub"],
    ["fn f() { Some(Hub::current()).unwrap().add_breadcrumb(b); }", "hub"],
    ["fn f() { make(Hub::current()).add_breadcrumb(b); }"],
    ["fn f() { other(|hub| hub.add_breadcrumb(b)); }"],
    ["fn f() { other.configure_scope(|hub| hub.add_breadcrumb(b)); }"],
    ["fn f() { sentry::other(|hub| hub.add_breadcrumb(b)); }"],
    ["struct S { hub: Hub } impl S { fn f(&self) { self.hub.add_breadcrumb(b); } }", "hub"],
    ["struct S { hub: Hub } fn f(s: S) { s.hub.add_breadcrumb(b); }", "hub"],
    ["struct S { hub: Hub } fn f(s: &S) { s.hub.add_breadcrumb(b); s.other.add_breadcrumb(b); }", "hub"],
    ["fn f(s: T) { s.hub.add_breadcrumb(b); }"],
    ["fn f() { s.hub.add_breadcrumb(b); g().hub.add_breadcrumb(b); }"],
    ["fn f() { let x = y; x.add_breadcrumb(b); }"],
    ["fn f() { let (a, b) = Hub::current(); a.add_breadcrumb(b); }"],
    ["fn f() { let Some(h) = Hub::current() else { return }; h.add_breadcrumb(b); }", "hub"],
    [
      "fn f() { if let Some(h) = client_hub() { h.add_breadcrumb(b); } } fn client_hub() -> Option<Arc<Hub>> { x }",
      "hub",
    ],
    ["fn f() { hub().add_breadcrumb(b); } fn hub() { }"],
    ["fn f() { <X as Y>::hub().add_breadcrumb(b); }"],
    ["fn f() { (|| x)().add_breadcrumb(b); }"],
    ["fn f() { x!().add_breadcrumb(b); }"],
    ["fn f() { let h = h; h.add_breadcrumb(b); }"],
    ["fn f() { Hub::current().client().add_breadcrumb(b); }"],
    ["fn f() { let g = |hub| hub.add_breadcrumb(b); }"],
    ["fn f(hubs: &[Hub]) { hubs.add_breadcrumb(b); }"],
    ["fn f(crumb: Breadcrumb) { crumb.add_breadcrumb(b); }"],
    [
      `fn f() { let h0 = Hub::current(); ${Array.from({ length: 30 }, (_, n) => `let h${n + 1} = h${n};`).join(" ")} h30.add_breadcrumb(b); }`,
    ],
    ["mod m { pub fn hub() -> sentry::Hub { x } } fn f() { m::hub().add_breadcrumb(b); }", "hub"],
  ])("%s", (code, ...found) => {
    expect(entries(imports + code)).toEqual(found);
  });
});
