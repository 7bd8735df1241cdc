import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../../src/index.ts";

/**
 * What two rules report in a file, each as the rule with what it reports.
 * @param settings those that all rules share.
 */
function reported(text: string, settings: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const messages = new Linter().verify(
    text,
    {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      language: "sentry-breadcrumbs/rust",
      rules: { "sentry-breadcrumbs/valid-type": "error", "sentry-breadcrumbs/no-pii": "error" },
      settings: { "sentry-breadcrumbs": settings },
    },
    "src/main.rs",
  );
  const lines = text.split("\n");
  return messages.map(({ ruleId, message, line, column, endColumn }) => {
    const place = lines[line - 1]?.slice(column - 1, (endColumn ?? column) - 1);
    return `${ruleId?.split("/")[1] ?? message} ${String(place)}`;
  });
}

const USES = "use sentry::{add_breadcrumb, protocol::Map, Breadcrumb};\n";
const REST = "..Default::default()";
const BY_TYPE = 'valid-type "naviagtion"';
const BY_MAIL = "no-pii user.email";

describe("the call of a wrapper is the breadcrumb of its body, with the call's arguments in the place of parameters", () => {
  test.each<[form: string, items: string, call: string, found?: string]>([
    ["direct", `fn t(ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); }`, 't("naviagtion");'],
    ["let", `fn t(ty: &str) { let t = ty; add_breadcrumb(Breadcrumb { ty: t.into(), ${REST} }); }`, 't("naviagtion");'],
    [
      "unwrap_or",
      `fn t(ty: Option<&str>) { let t = ty.unwrap_or("default"); add_breadcrumb(Breadcrumb { ty: t.into(), ${REST} }); }`,
      't(Some("naviagtion"));',
    ],
    [
      "if",
      `fn t(ty: &str) { let t = if ty.is_empty() { "default" } else { ty }; add_breadcrumb(Breadcrumb { ty: t.into(), ${REST} }); }`,
      't("naviagtion");',
    ],
    [
      "a record in a variable",
      `fn t(ty: &str) { let b = Breadcrumb { ty: ty.into(), ${REST} }; add_breadcrumb(b); }`,
      't("naviagtion");',
    ],
    [
      "a record that is built up",
      `fn t(ty: &str) { let mut b = Breadcrumb::default(); b.ty = ty.into(); add_breadcrumb(b); }`,
      't("naviagtion");',
    ],
    [
      "a record that is built up in one case",
      `fn t(ty: &str) { let mut b = Breadcrumb::default(); if on { b.ty = ty.into(); } add_breadcrumb(b); }`,
      't("naviagtion");',
    ],
    [
      "a struct of options",
      `struct O { ty: &'static str } fn t(o: O) { add_breadcrumb(Breadcrumb { ty: o.ty.into(), ${REST} }); }`,
      't(O { ty: "naviagtion" });',
    ],
    [
      "options that are destructured",
      `struct O { ty: &'static str } fn t(O { ty }: O) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); }`,
      'let o = O { ty: "naviagtion" }; t(o);',
    ],
    [
      "a tuple",
      `fn t((ty, m): (&str, &str)) { add_breadcrumb(Breadcrumb { ty: ty.into(), message: Some(m.into()), ${REST} }); }`,
      't(("naviagtion", "m"));',
    ],
    [
      "a helper that makes the record",
      `fn make(ty: &str) -> Breadcrumb { Breadcrumb { ty: ty.into(), ${REST} } } fn t(ty: &str) { add_breadcrumb(make(ty)); }`,
      't("naviagtion");',
    ],
    [
      "a closure within",
      `fn t(ty: &str) { add_breadcrumb(|| Breadcrumb { ty: ty.into(), ${REST} }); }`,
      't("naviagtion");',
    ],
    [
      "a method",
      `struct T; impl T { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } }`,
      'let t = T; t.t("naviagtion");',
    ],
    [
      "a method of what a constructor makes",
      `struct T; impl T { fn new() -> Self { T } fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } }`,
      'T::new().t("naviagtion");',
    ],
    [
      "a method of a field",
      `struct T(u8); impl T { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } }
struct S { reporter: Arc<T> } impl S { fn g(&self) { self.reporter.t("naviagtion"); } }`,
      "",
    ],
    [
      "a method of a function's result",
      `struct T; impl T { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } } fn reporter() -> T { T }`,
      'reporter().t("naviagtion");',
    ],
    [
      "a method by its path",
      `struct T; impl T { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } }`,
      'T::t(&t, "naviagtion");',
    ],
    [
      "a method of a trait",
      `struct T; trait R { fn t(&self, ty: &str); } impl R for T { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } }`,
      'let t = T {}; t.t("naviagtion");',
    ],
    [
      "a method that a trait has by default",
      `struct T; trait R { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } } impl R for T {}`,
      'T.t("naviagtion");',
    ],
    [
      "a method of a trait object",
      `struct T; trait R { fn t(&self, ty: &str); } impl R for T { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } }
fn g(r: &Box<dyn R + Send>) { r.t("naviagtion"); }`,
      "",
    ],
    [
      "a method of a bounded type",
      `struct T; trait R { fn t(&self, ty: &str); } impl R for T { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } }
fn g<A: R>(r: &A) { r.t("naviagtion"); }`,
      "",
    ],
    [
      "what a method is called on",
      `struct T { ty: &'static str } impl T { fn t(&self, m: &str) { add_breadcrumb(Breadcrumb { ty: self.ty.into(), message: Some(m.into()), ${REST} }); } }`,
      'T { ty: "naviagtion" }.t("a");',
    ],
    [
      "an associated function",
      `struct T; impl T { fn t(ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } }`,
      'T::t("naviagtion");',
    ],
    ["a closure", "", `let t = |ty: &str| add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); t("naviagtion");`],
    [
      "a closure in a field",
      "struct T { t: F }",
      `let x = T { t: |ty: &str| add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }) }; (x.t)("naviagtion");`,
    ],
    [
      "an associated constant",
      `struct T; impl T { const TY: &str = "naviagtion"; } fn t(ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); }`,
      "t(T::TY);",
      "valid-type T::TY",
    ],
    [
      "a wrapper of a wrapper",
      `fn a(ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } fn b(m: &str, ty: &str) { a(ty); }`,
      'b("m", "naviagtion");',
    ],
    [
      "a breadcrumb that is completed",
      "fn t(b: Breadcrumb) { add_breadcrumb(Breadcrumb { category: Some(c()), ..b }); }",
      `t(Breadcrumb { ty: "naviagtion".into(), ${REST} });`,
    ],
    [
      "an insert",
      `fn t(m: &str, who: &str) { let mut data = Map::new(); data.insert("who".into(), who.into()); add_breadcrumb(Breadcrumb { message: Some(m.into()), data, ${REST} }); }`,
      't("x", &user.email);',
      BY_MAIL,
    ],
    [
      "pairs",
      `fn t(m: &str, who: &str) { add_breadcrumb(Breadcrumb { message: Some(m.into()), data: [("who".into(), who.into())].into(), ${REST} }); }`,
      't("x", &user.email);',
      BY_MAIL,
    ],
    [
      "json!",
      `fn t(who: &str) { let mut data = Map::new(); data.insert("a".into(), json!({ "b": who })); add_breadcrumb(Breadcrumb { data, ${REST} }); }`,
      "t(&user.email);",
      BY_MAIL,
    ],
    [
      "a map that is extended",
      `fn t(m: Map<String, Value>) { let mut data = Map::new(); data.extend(m); add_breadcrumb(Breadcrumb { data, ${REST} }); }`,
      't([("who".into(), user.email.into())].into());',
      BY_MAIL,
    ],
    [
      "a message that is put together",
      `fn t(a: &str, b: &str) { let m = format!("[app] {a}: {b}"); add_breadcrumb(Breadcrumb { message: Some(m), ${REST} }); }`,
      't("x", &user.email);',
      BY_MAIL,
    ],
    [
      "what is scrubbed beside what is not",
      `fn t(a: &str, b: &str) { add_breadcrumb(Breadcrumb { ty: b.into(), message: Some(redact(a)), ${REST} }); }`,
      't(&user.email, "naviagtion");',
    ],
    [
      "a merged map",
      `fn t(d: Map<String, Value>) { add_breadcrumb(Breadcrumb { data: merge(base(), d), ${REST} }); }`,
      't([("who".into(), user.email.into())].into());',
      BY_MAIL,
    ],
    [
      "a macro that hands an expression on",
      `macro_rules! t { ($ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      't!("naviagtion");',
    ],
    [
      "a macro with several rules",
      `macro_rules! t { () => {}; ($c:expr, $ty:expr $(,)?) => {{ add_breadcrumb(Breadcrumb { category: Some($c.into()), ty: $ty.into(), ${REST} }); }}; }`,
      't!("c", "naviagtion",);',
    ],
    [
      "a macro with words",
      `macro_rules! t { (type = $ty:expr; $m:literal) => { add_breadcrumb(Breadcrumb { message: Some($m.into()), ty: $ty.into(), ${REST} }) }; }`,
      't!(type = "naviagtion"; "m");',
    ],
    [
      "a macro that formats",
      `macro_rules! t { ($c:expr, $($arg:tt)*) => { add_breadcrumb(Breadcrumb { category: Some($c.into()), message: Some(format!($($arg)*)), ${REST} }) }; }`,
      't!("c", "{} of {}", 1, user.email);',
      BY_MAIL,
    ],
    [
      "a macro that repeats",
      `macro_rules! t { ($($k:expr => $v:expr),*) => {{ let mut data = Map::new(); $( data.insert($k.into(), $v.into()); )* add_breadcrumb(Breadcrumb { data, ${REST} }); }}; }`,
      't!("a" => 1, "b" => user.email);',
      BY_MAIL,
    ],
    [
      "a macro over a function",
      `fn a(ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } macro_rules! t { ($ty:expr) => { $crate::a($ty) }; }`,
      't!("naviagtion");',
    ],
    [
      "one field of two breadcrumbs",
      `fn t(a: &str, b: &str) { add_breadcrumb(Breadcrumb { ty: a.into(), ${REST} }); add_breadcrumb(Breadcrumb { ty: b.into(), ${REST} }); }`,
      't("user", "naviagtion");',
    ],
    [
      "one of two messages",
      `fn t(a: &str, b: &str) { let m = if on { a } else { b }; add_breadcrumb(Breadcrumb { message: Some(m.into()), ${REST} }); }`,
      't("x", &user.email);',
      BY_MAIL,
    ],
    [
      "a message of one or the other format",
      `fn t(a: &str, b: &str) { let m = if on { format!("a {a}") } else { format!("b {b}") }; add_breadcrumb(Breadcrumb { message: Some(m), ${REST} }); }`,
      't("x", &user.email);',
      BY_MAIL,
    ],
    [
      "a parameter beside a text and a list of the body",
      `fn t(ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), message: Some(format!("{} of {}", 1, 2)), data: [("a".into(), json!([1, 2]))].into(), ${REST} }); }`,
      't("naviagtion");',
    ],
    [
      "a list",
      `fn t(who: &str) { add_breadcrumb(Breadcrumb { data: [("a".into(), json!([1, who]))].into(), ${REST} }); }`,
      "t(&user.email);",
      BY_MAIL,
    ],
    [
      "a macro that names each of its parts",
      `macro_rules! t { ($a:ident => $ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      't!(kind => "naviagtion");',
    ],
    [
      "a macro with a word after a variable",
      `macro_rules! t { ($c:ident as $ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      't!(kind as "naviagtion");',
    ],
    [
      "a macro that takes a block of tokens",
      `macro_rules! t { ($m:tt, $ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      't!({ a: b }, "naviagtion");',
    ],
    [
      "a macro with a rule for each word",
      `macro_rules! t { (nav $ty:expr) => { add_breadcrumb(Breadcrumb { category: Some("nav".into()), ty: $ty.into(), ${REST} }) }; (own $ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      't!(own "naviagtion");',
    ],
    [
      "a macro with a rule for each number of arguments",
      `macro_rules! t { ($a:expr, $b:expr, $c:expr) => {}; ($m:expr, $ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      't!("m", "naviagtion");',
    ],
  ])("%s", (_, items, call, found = BY_TYPE) => {
    expect(reported(`${USES}${items}\nfn f() { ${call} }\n`)).toEqual([found]);
  });

  test.each<[form: string, items: string, call: string]>([
    [
      "a text that is mapped to another",
      `fn t(ty: &str) { let t = match ty { "nav" => "user", other => other }; add_breadcrumb(Breadcrumb { ty: t.into(), ${REST} }); }`,
      't("nav");',
    ],
    [
      "a text that is compared",
      `fn t(ty: &str) { let t = if ty == "nav" { "user" } else { ty }; add_breadcrumb(Breadcrumb { ty: t.into(), ${REST} }); }`,
      't("nav");',
    ],
    [
      "a part of a type",
      `fn t(ty: &str) { add_breadcrumb(Breadcrumb { ty: format!("{ty}igation"), ${REST} }); }`,
      't("nav");',
    ],
    [
      "what is scrubbed",
      `fn t(m: &str) { add_breadcrumb(Breadcrumb { message: Some(redact(m)), ${REST} }); }`,
      "t(&user.email);",
    ],
    [
      "what only decides",
      `fn t(m: &str) { add_breadcrumb(Breadcrumb { message: Some(if m.is_empty() { "a" } else { "b" }.into()), ${REST} }); }`,
      "t(&user.email);",
    ],
    [
      "what is only counted",
      `fn t(m: &str) { add_breadcrumb(Breadcrumb { message: Some(m.len().to_string()), ${REST} }); }`,
      "t(&user.email);",
    ],
    [
      "a method of another type",
      `struct T; impl T { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } } struct U; impl U { fn t(&self, ty: &str) {} }`,
      'U.t("naviagtion");',
    ],
    [
      "a trait with several implementations",
      `trait R { fn t(&self, ty: &str); } struct T; impl R for T { fn t(&self, ty: &str) { add_breadcrumb(Breadcrumb { ty: ty.into(), ${REST} }); } } struct U; impl R for U { fn t(&self, ty: &str) {} }
fn g(r: &dyn R) { r.t("naviagtion"); }`,
      "",
    ],
    [
      "a macro that is given what no rule takes",
      `macro_rules! t { ($ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      't!("naviagtion", 1);',
    ],
    [
      "two breadcrumbs of which neither has what is wrong",
      `fn t(a: &str, b: &str) { add_breadcrumb(Breadcrumb { ty: a.into(), ${REST} }); add_breadcrumb(Breadcrumb { message: Some(b.into()), ${REST} }); }`,
      't("user", "naviagtion");',
    ],
    [
      "a macro that is given another word",
      `macro_rules! t { (nav $ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      't!(own "naviagtion");',
    ],
    [
      "a macro that is given too little",
      `macro_rules! t { ($m:expr, $ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      't!("naviagtion");',
    ],
    [
      "a macro that repeats pairs and is given half of one",
      `macro_rules! t { ($($m:expr, $ty:expr),*) => { $( add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }); )* }; }`,
      't!("m", "user", "naviagtion");',
    ],
    [
      "a macro that is given nothing for a variable",
      `macro_rules! t { (ty = $ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      "t!(ty =);",
    ],
    [
      "a macro that is given less than its words",
      `macro_rules! t { (a b $ty:expr) => { add_breadcrumb(Breadcrumb { ty: $ty.into(), ${REST} }) }; }`,
      "t!(a);",
    ],
    [
      "what an unseen function makes of a struct that completes another",
      `struct Info { id: u8, who: String } fn t(info: Info) { add_breadcrumb(Breadcrumb { data: to_data(Info { id: 1, ..info }), ${REST} }); }`,
      "t(Info { id: 2, who: user.email });",
    ],
    [
      "what an unseen function in a table makes of it",
      `fn t(m: &str) { add_breadcrumb(Breadcrumb { message: Some((table[0])(m)), ${REST} }); }`,
      "t(&user.email);",
    ],
    [
      "what an unseen method makes of it",
      `fn t(m: &str) { add_breadcrumb(Breadcrumb { message: Some(texts().prefixed(m)), ${REST} }); }`,
      "t(&user.email);",
    ],
  ])("silent: %s", (_, items, call) => {
    expect(reported(`${USES}${items}\nfn f() { ${call} }\n`)).toEqual([]);
  });
});
