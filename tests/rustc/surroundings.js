/**
 * Faults in a breadcrumb, as the fields that have them, by the rule that reports them.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const FAULTS = {
  "valid-level": ['level: "warn".parse::<Level>().unwrap(),'],
  "valid-type": ['ty: "htttp".into(),', 'ty: String::from("cart"),', 'ty: r#"htttp"#.to_string(),'],
  "known-category": ['category: Some(" cart".to_owned()),', 'category: Some("".into()),'],
  "no-pii": [
    'message: Some(format!("for {}", user.email)),',
    "message: Some(user.email.clone()),",
    "message: Some(user.email.to_owned()),",
  ],
  "no-filtered-text": ['message: Some("password changed".into()),'],
  "static-message": [
    'message: Some(format!("order {order}")),',
    'message: Some(format!("{} of {:?}", order, millis)),',
  ],
  "prefer-logs": [
    'message: Some(format!("{} of {}: {:?}", order, user.email, user.phone)),',
    'message: Some(format!("{order} in {millis:>5} {{}}")), level: Level::Warning,',
    'category: Some("cart".into()), message: Some("sent".to_string()),',
    `message: Some("sent".into()), data: [("to".to_string(), user.email.clone().into()), ("order".into(), order.into())].into(),`,
  ],
};

/**
 * The options of rules that report nothing here without.
 * @type {Readonly<Record<string, readonly object[]>>}
 */
const OPTIONS = { "prefer-logs": [{ max: 0, report: "each", fix: true }] };

/**
 * What may stand around the fields of a breadcrumb.
 * @type {Readonly<Record<string, (fields: string) => string>>}
 */
const RECORDS = {
  "a struct": (fields) => `add_breadcrumb(Breadcrumb { ${fields} ..Default::default() })`,
  "a struct in lines": (fields) => `add_breadcrumb(Breadcrumb {\n    ${fields}\n    ..Default::default()\n})`,
  comments: (fields) =>
    `add_breadcrumb(/* a */ Breadcrumb { /* b /* nested */ */ ${fields} // c\n /* d */ ..Default::default() /* e */ } /* f */)`,
  attributes: (fields) => `add_breadcrumb(Breadcrumb { #[allow(unused)] ${fields} ..Default::default() })`,
  "a path": (fields) => `sentry::add_breadcrumb(sentry::Breadcrumb { ${fields} ..sentry::Breadcrumb::default() })`,
  "a path from the root": (fields) =>
    `::sentry::add_breadcrumb(::sentry::Breadcrumb { ${fields} ..Default::default() })`,
  "a closure": (fields) => `add_breadcrumb(|| Breadcrumb { ${fields} ..Default::default() })`,
  "a closure with a body": (fields) =>
    `add_breadcrumb(|| { let _ = 1; Breadcrumb { ${fields} ..Default::default() } })`,
  parentheses: (fields) => `(add_breadcrumb)((Breadcrumb { ${fields} ..Default::default() }))`,
  "a block": (fields) => `add_breadcrumb({ Breadcrumb { ${fields} ..Default::default() } })`,
  "a variable": (fields) => `{ let crumb = Breadcrumb { ${fields} ..Default::default() }; add_breadcrumb(crumb); }`,
  "a variable that is read": (fields) =>
    `{ let crumb = Breadcrumb { ${fields} ..Default::default() }; println!("{crumb:?}"); add_breadcrumb(crumb); }`,
  "another base": (fields) => `{ let base = Breadcrumb::default(); add_breadcrumb(Breadcrumb { ${fields} ..base }); }`,
  "a function": (fields) => `{ let make = || Breadcrumb { ${fields} ..Default::default() }; add_breadcrumb(make()); }`,
};

/**
 * What may stand around a call.
 * @type {Readonly<Record<string, (call: string) => string>>}
 */
const CALLS = {
  "a statement": (call) => `${call};`,
  "the end of a block": (call) => call,
  "comments around": (call) => `/* x */ ${call}; // y`,
  "an if": (call) => `if order > 1 { ${call}; } else { ${call} }`,
  "a match": (call) => `match order { 1 => ${call}, _ => {} }`,
  "a match with a block": (call) => `match order { 1 => { ${call} } _ => () }`,
  "a loop": (call) => `for _ in 0..2 { ${call}; }`,
  "a closure": (call) => `let f = || ${call}; f();`,
  "a block": (call) => `let _: () = { ${call} };`,
  "an unsafe block": (call) => `unsafe { ${call}; }`,
  "a labelled block": (call) => `'a: { if order > 1 { break 'a; } ${call}; }`,
  "an attribute": (call) => `#[allow(unused)] { ${call}; }`,
  "a macro": (call) => `if true { println!("{:?}", ${call}); }`,
  "an argument": (call) => `drop(${call});`,
  "a let else": (call) => `let Some(_x) = Some(1) else { return ${call}; };`,
  "a return": (call) => `return ${call};`,
  "Windows lines": (call) => `let _ = 1;\r\n    ${call};\r\n    let _ = 2;\r\n`,
};

const HEAD = `use std::time::SystemTime;
use sentry::{add_breadcrumb, Breadcrumb, Level};
pub struct User { pub id: u64, pub email: String, pub phone: Option<String> }
`;

/**
 * Modules with a fault each, in everything that may stand around it.
 * @returns {readonly { readonly rules: import("eslint").Linter.RulesRecord; readonly code: string }[]}
 */
export function programs() {
  const plain = RECORDS["a struct"] ?? String;
  const alone = CALLS["a statement"] ?? String;
  return Object.entries(FAULTS).flatMap(([rule, faults]) =>
    faults
      .flatMap((fields) => [
        ...Object.values(RECORDS).map((record) => alone(record(fields))),
        ...Object.values(CALLS).map((around) => around(plain(fields))),
      ])
      .map((body) => ({
        rules: { [`sentry-breadcrumbs/${rule}`]: ["error", ...(OPTIONS[rule] ?? [])] },
        code: `${HEAD}pub fn f(user: &User, order: u64, millis: u64) {\n    ${body}\n}\n`,
      })),
  );
}
