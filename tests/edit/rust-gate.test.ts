import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";

type Offer = "fix" | "suggestion" | undefined;

/** What a program is offered for the first of what is reported in it: a fix, or the same for its author to choose. */
function offered(program: string): Offer {
  const text = `use sentry::{add_breadcrumb, Breadcrumb};\n${program}`;
  const messages = new Linter().verify(
    text,
    {
      files: ["**/*.rs"],
      plugins: { "sentry-breadcrumbs": plugin },
      language: "sentry-breadcrumbs/rust",
      settings: {
        "sentry-breadcrumbs": {
          categories: ["ui.click", "ui.input"],
          wrappers: ["declared", "other!"].map((name) => ({ name, parameters: ["category", "message"] })),
        },
      },
      rules: { "sentry-breadcrumbs/known-category": "error" },
    },
    "file.rs",
  );
  expect(new Set(messages.map(({ ruleId }) => ruleId))).toEqual(new Set(["sentry-breadcrumbs/known-category"]));
  const [message] = messages;
  if (message?.fix !== undefined) return "fix";
  return message?.suggestions?.some(({ messageId }) => messageId === "reachesFurther") === true
    ? "suggestion"
    : undefined;
}

/** The breadcrumb with a category, as an expression yields it. */
const crumb = (category: string): string => `Breadcrumb { category: Some(${category}), ..Default::default() }`;
const add = (category: string): string => `add_breadcrumb(${crumb(category)});`;

/** Programs whose only fault is the category "UI.Click", with why it may be fixed unasked or not. */
const PROGRAMS: Readonly<Record<string, readonly [offer: Offer, program: string]>> = {
  "the call itself": ["fix", `fn f() { ${add('"UI.Click".into()')} }`],
  "a closure that makes the breadcrumb": ["fix", `fn f() { add_breadcrumb(|| ${crumb('"UI.Click".into()')}); }`],
  "a branch of the call": ["fix", `fn f(a: bool) { ${add('if a { "UI.Click".into() } else { "ui.input".into() }')} }`],
  "a scope's method": [
    "fix",
    `fn f(scope: &mut sentry::Scope) { scope.add_breadcrumb(${crumb('"UI.Click".into()')}); }`,
  ],

  "a variable that nothing else reads": ["fix", `fn f() { let c = "UI.Click"; ${add("c.into()")} }`],
  "a variable that two breadcrumbs read": [
    "fix",
    `fn f() { let c = "UI.Click"; ${add("c.into()")} ${add("c.to_string()")} }`,
  ],
  "a variable that something else reads": [undefined, `fn f() { let c = "UI.Click"; count(c); ${add("c.into()")} }`],
  "a variable that a format string names": [
    undefined,
    `fn f() { let c = "UI.Click"; println!("{c}"); ${add("c.into()")} }`,
  ],
  "a constant that nothing else reads": ["fix", `const C: &str = "UI.Click"; fn f() { ${add("C.into()")} }`],
  "a constant that is compared": [
    undefined,
    `const C: &str = "UI.Click"; fn f(e: &str) { if e == C { return; } ${add("C.into()")} }`,
  ],
  "a constant of the whole crate": [undefined, `pub const C: &str = "UI.Click"; fn f() { ${add("C.into()")} }`],

  "a breadcrumb that is only recorded": ["fix", `fn f() { let c = ${crumb('"UI.Click".into()')}; add_breadcrumb(c); }`],
  "a breadcrumb of which another field is read": [
    "fix",
    `fn f() { let c = ${crumb('"UI.Click".into()')}; log(&c.message); add_breadcrumb(c); }`,
  ],
  "a breadcrumb of which the field is read": [
    "suggestion",
    `fn f() { let c = ${crumb('"UI.Click".into()')}; log(&c.category); add_breadcrumb(c); }`,
  ],
  "a breadcrumb that is taken out of a tuple": [
    "fix",
    `fn f() { let (c, n) = (${crumb('"UI.Click".into()')}, 1); add_breadcrumb(c); }`,
  ],
  "a breadcrumb that is handed on": [
    "suggestion",
    `fn f() { let c = ${crumb('"UI.Click".into()')}; log(c.clone()); add_breadcrumb(c); }`,
  ],
  "a breadcrumb that is compared": [
    "suggestion",
    `fn f(o: Breadcrumb) { let c = ${crumb('"UI.Click".into()')}; if o == c { return; } add_breadcrumb(c); }`,
  ],
  "a field that is written later": [
    "fix",
    `fn f() { let mut c = Breadcrumb::default(); c.category = Some("UI.Click".into()); add_breadcrumb(c); }`,
  ],
  "a field that is written later, and read": [
    "suggestion",
    `fn f() { let mut c = Breadcrumb::default(); c.category = Some("UI.Click".into()); log(&c.category); add_breadcrumb(c); }`,
  ],
  "a function's result that is only recorded": [
    "fix",
    `fn make() -> Breadcrumb { ${crumb('"UI.Click".into()')} } fn f() { add_breadcrumb(make()); }`,
  ],
  "a function's result that is read elsewhere": [
    "suggestion",
    `fn make() -> Breadcrumb { ${crumb('"UI.Click".into()')} } fn f() { log(make()); add_breadcrumb(make()); }`,
  ],
  "a function's result that other files may read": [
    "suggestion",
    `pub fn make() -> Breadcrumb { ${crumb('"UI.Click".into()')} } fn f() { add_breadcrumb(make()); }`,
  ],

  "a wrapper's argument that is only recorded": [
    "fix",
    `fn track(c: &str) { ${add("c.into()")} } fn f() { track("UI.Click"); }`,
  ],
  "a wrapper's argument that is handed on": [
    "suggestion",
    `fn track(c: &str) { count(c); ${add("c.into()")} } fn f() { track("UI.Click"); }`,
  ],
  "a wrapper's argument that is compared": [
    "suggestion",
    `fn track(c: &str) { if c == "UI.Click" { count(); } ${add("c.into()")} } fn f() { track("UI.Click"); }`,
  ],
  "a wrapper's argument that is matched": [
    "suggestion",
    `fn track(c: &str) { match c { "UI.Click" => return, _ => {} } ${add("c.into()")} } fn f() { track("UI.Click"); }`,
  ],
  "a wrapper's argument that is compared in the breadcrumb": [
    "suggestion",
    `fn track(c: &str) { add_breadcrumb(Breadcrumb { category: Some(c.into()), ty: if c == "UI.Click" { "user" } else { "info" }.into(), ..Default::default() }); } fn f() { track("UI.Click"); }`,
  ],
  "a wrapper's argument that a macro prints": [
    "suggestion",
    `fn track(c: &str) { println!("{c}"); ${add("c.into()")} } fn f() { track("UI.Click"); }`,
  ],
  "a wrapper's argument that a macro prints by its place": [
    "suggestion",
    `fn track(c: &str) { println!("{}", c); ${add("c.into()")} } fn f() { track("UI.Click"); }`,
  ],
  "an argument of a wrapper of a wrapper": [
    "fix",
    `fn track(c: &str) { ${add("c.into()")} } fn on(c: &str) { track(c); } fn f() { on("UI.Click"); }`,
  ],
  "an argument of a wrapper of a wrapper that hands it on": [
    "suggestion",
    `fn track(c: &str) { count(c); ${add("c.into()")} } fn on(c: &str) { track(c); } fn f() { on("UI.Click"); }`,
  ],
  "an argument of a wrapper that calls itself": [
    "fix",
    `fn track(c: &str, n: u8) { if n > 0 { track(c, n - 1); } ${add("c.into()")} } fn f() { track("UI.Click", 3); }`,
  ],
  "a method's argument that is only recorded": [
    "fix",
    `struct T; impl T { fn track(&self, c: &str) { ${add("c.into()")} } } fn f(t: &T) { t.track("UI.Click"); }`,
  ],
  "a method's argument that is kept": [
    "suggestion",
    `struct T { last: String } impl T { fn track(&mut self, c: &str) { self.last = c.to_string(); ${add("c.into()")} } } fn f(t: &mut T) { t.track("UI.Click"); }`,
  ],
  "a closure's argument that is only recorded": [
    "fix",
    `fn f() { let track = |c: &str| { ${add("c.into()")} }; track("UI.Click"); }`,
  ],
  "a closure's argument that is handed on": [
    "suggestion",
    `fn f() { let track = |c: &str| { log(c); ${add("c.into()")} }; track("UI.Click"); }`,
  ],
  "a variable that a wrapper is given": [
    "fix",
    `fn track(c: &str) { ${add("c.into()")} } fn f() { let c = "UI.Click"; track(c); }`,
  ],
  "a variable that a wrapper is given that hands it on": [
    "suggestion",
    `fn track(c: &str) { log(c); ${add("c.into()")} } fn f() { let c = "UI.Click"; track(c); }`,
  ],
  "an option that is only recorded": [
    "fix",
    `struct O { category: String } fn track(o: O) { ${add("o.category")} } fn f() { track(O { category: "UI.Click".into() }); }`,
  ],
  "an option that is read elsewhere": [
    "suggestion",
    `struct O { category: String } fn track(o: O) { log(&o.category); ${add("o.category")} } fn f() { track(O { category: "UI.Click".into() }); }`,
  ],
  "an option that is read with all others": [
    "suggestion",
    `struct O { category: String } fn track(o: O) { log(&o); ${add("o.category")} } fn f() { track(O { category: "UI.Click".into() }); }`,
  ],
  "a macro's argument that is only recorded": [
    "fix",
    `macro_rules! crumb { ($c:expr) => { ${add("$c.into()")} }; } fn f() { crumb!("UI.Click"); }`,
  ],
  "a macro's argument that is used twice": [
    "suggestion",
    `macro_rules! crumb { ($c:expr) => { log($c); ${add("$c.into()")} }; } fn f() { crumb!("UI.Click"); }`,
  ],
  "a static that nothing else reads": ["fix", `static C: &str = "UI.Click"; fn f() { ${add("C.into()")} }`],
  "a breadcrumb in a static that is read elsewhere": [
    "suggestion",
    `static C: Breadcrumb = ${crumb('"UI.Click".into()')}; fn f() { log(&C); add_breadcrumb(C.clone()); }`,
  ],
  "a breadcrumb in a public static": [
    "suggestion",
    `pub static C: Breadcrumb = ${crumb('"UI.Click".into()')}; fn f() { add_breadcrumb(C.clone()); }`,
  ],
  "an option that is taken out of the parameter": [
    "fix",
    `struct O { category: String, id: u8 } fn track(O { category, id }: O) { log(id); ${add("category")} } fn f() { track(O { category: "UI.Click".into(), id: 1 }); }`,
  ],
  "an option that is taken out of the parameter and handed on": [
    "suggestion",
    `struct O { category: String } fn track(O { category }: O) { log(&category); ${add("category")} } fn f() { track(O { category: "UI.Click".into() }); }`,
  ],
  "an optional argument that is unwrapped by a pattern": [
    "fix",
    `fn track(c: Option<&str>) { if let Some(c) = c { ${add("c.into()")} } } fn f() { track(Some("UI.Click")); }`,
  ],
  "an optional argument that is unwrapped by a pattern and handed on": [
    "suggestion",
    `fn track(c: Option<&str>) { if let Some(c) = c { count(c); ${add("c.into()")} } } fn f() { track(Some("UI.Click")); }`,
  ],
  "an argument that is copied first": [
    "fix",
    `fn track(c: &str) { let copy = c.to_string(); ${add("copy")} } fn f() { track("UI.Click"); }`,
  ],
  "an argument of which something else is made": [
    "suggestion",
    `fn track(c: &str) { let n = hash(c); ${add("c.into()")} count(n); } fn f() { track("UI.Click"); }`,
  ],
  "an argument that is written to a field of the breadcrumb": [
    "fix",
    `fn track(c: &str) { let mut b = Breadcrumb::default(); b.category = Some(c.into()); add_breadcrumb(b); } fn f() { track("UI.Click"); }`,
  ],
  "an argument that is written to something else, too": [
    "suggestion",
    `fn track(s: &mut S, c: &str) { s.last = c.into(); log(&s.last); ${add("c.into()")} } fn f(s: &mut S) { track(s, "UI.Click"); }`,
  ],
  "an argument that goes into the data, too": [
    "fix",
    `fn track(c: &str) { let mut d = sentry::protocol::Map::new(); d.insert("c".into(), c.into()); add_breadcrumb(Breadcrumb { category: Some(c.into()), data: d, ..Default::default() }); } fn f() { track("UI.Click"); }`,
  ],
  "an argument that goes into a map that is read": [
    "suggestion",
    `fn track(c: &str) { let mut d = sentry::protocol::Map::new(); d.insert("c".into(), c.into()); count(&d); add_breadcrumb(Breadcrumb { category: Some(c.into()), data: d, ..Default::default() }); } fn f() { track("UI.Click"); }`,
  ],
  "an argument that goes into the message, too": [
    "fix",
    `fn track(c: &str) { add_breadcrumb(Breadcrumb { category: Some(c.into()), message: Some(format!("on {c}")), ..Default::default() }); } fn f() { track("UI.Click"); }`,
  ],
  "an argument that is handed back": [
    "suggestion",
    `fn track(c: &str) -> &str { ${add("c.into()")} c } fn f() { count(track("UI.Click")); }`,
  ],
  "an argument that is handed back early": [
    "suggestion",
    `fn track(c: &str, off: bool) -> Option<&str> { if off { return Some(c); } ${add("c.into()")} None } fn f() { count(track("UI.Click", false)); }`,
  ],
  "an argument that says whether to go on": [
    "suggestion",
    `fn track(c: &str) { while c.is_empty() { wait(); } ${add("c.into()")} } fn f() { track("UI.Click"); }`,
  ],
  "an argument that is put together with another": [
    "fix",
    `fn track(c: &str) { add_breadcrumb(Breadcrumb { category: Some(c.into()), message: Some(String::from("on ") + c), ..Default::default() }); } fn f() { track("UI.Click"); }`,
  ],
  "an argument that a method of the file reads": [
    "suggestion",
    `trait Count { fn count(&self); } impl Count for str { fn count(&self) {} } struct S; impl S { fn count(&self) {} } fn track(s: &S, c: &str) { s.put(c); ${add("c.into()")} } fn f(s: &S) { track(s, "UI.Click"); }`,
  ],
  "an argument that is one of two": [
    "fix",
    `fn track(a: bool, c: &str) { ${add('match a { true => c, false => "ui.input" }.into()')} } fn f() { track(true, "UI.Click"); }`,
  ],
  "an argument that a branch depends on": [
    "suggestion",
    `fn track(a: u8, c: &str) { match a { 1 if c == "UI.Click" => return, _ => {} } ${add("c.into()")} } fn f() { track(1, "UI.Click"); }`,
  ],
  "an argument that a guard calls": [
    "suggestion",
    `fn track(a: u8, c: &str) { match a { 1 if c.is_empty() => return, _ => {} } ${add("c.into()")} } fn f() { track(1, "UI.Click"); }`,
  ],
  "an argument that is recorded in a loop": [
    "fix",
    `fn track(n: &[u8], c: &str) { for _ in n { ${add("c.into()")} } } fn f(n: &[u8]) { track(n, "UI.Click"); }`,
  ],
  "a breadcrumb that a function returns early": [
    "fix",
    `fn make() -> Breadcrumb { return ${crumb('"UI.Click".into()')}; } fn f() { add_breadcrumb(make()); }`,
  ],
  "a breadcrumb that a function returns which is handed on itself": [
    "suggestion",
    `fn make() -> Breadcrumb { ${crumb('"UI.Click".into()')} } fn f() { list.map(make); add_breadcrumb(make()); }`,
  ],
  "a breadcrumb that a closure returns": [
    "suggestion",
    `fn f() { let make = || ${crumb('"UI.Click".into()')}; add_breadcrumb(make()); }`,
  ],
  "an argument that is put into something at once": [
    "suggestion",
    `fn track(c: &str) { store().insert(c); ${add("c.into()")} } fn f() { track("UI.Click"); }`,
  ],
  "an argument that is formatted by its place": [
    "fix",
    `fn track(c: &str) { add_breadcrumb(Breadcrumb { category: Some(c.into()), message: Some(format!("on {}", c)), ..Default::default() }); } fn f() { track("UI.Click"); }`,
  ],
  "an argument of a macro with two": [
    "fix",
    `macro_rules! crumb { ($c:expr, $n:expr) => { count($n); count($n); ${add("$c.into()")} }; } fn f() { crumb!("UI.Click", 1); }`,
  ],
  "an argument that is printed where another is missing": [
    "suggestion",
    `fn track(c: &str, x: Option<u8>) { let Some(_) = x else { panic!("{c}") }; ${add("c.into()")} } fn f() { track("UI.Click", None); }`,
  ],
  "an argument that is printed again and again": [
    "suggestion",
    `fn track(c: &str, x: &X) { while x.waits() { print!("{c}") } ${add("c.into()")} } fn f(x: &X) { track("UI.Click", x); }`,
  ],
  "an argument of a macro of another file": ["suggestion", `fn f() { other!("UI.Click", "a"); }`],
  "an argument of a wrapper of another file": ["suggestion", `fn f() { declared("UI.Click", "a"); }`],
};

describe("a fix in Rust that could reach further than the breadcrumb", () => {
  it.each(Object.entries(PROGRAMS))("%s", (_, [offer, program]) => {
    expect(offered(program)).toBe(offer);
  });
});
