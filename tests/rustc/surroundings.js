/**
 * Faults in a breadcrumb, as the fields that have them, and what the function around it needs.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const FAULTS = {
  "valid-level": ['level: "warn".parse::<Level>().unwrap(),'],
  "valid-type": ['ty: "htttp".into(),', 'ty: String::from("cart"),', 'ty: r#"htttp"#.to_string(),'],
  "known-category": ['category: Some("UI.Click".into()),', 'category: Some(" cart".to_owned()),', 'category: Some("".into()),'],
  "consistent-category": ['category: Some("order_sent".into()),'],
  "valid-timestamp": ["timestamp: UNIX_EPOCH + Duration::from_secs(millis),"],
  "no-pii": ['message: Some(format!("for {}", user.email)),', 'message: Some(user.email.clone()),'],
  "no-filtered-text": ['message: Some("password changed".into()),'],
  "static-message": ['message: Some(format!("order {order}")),', 'message: Some(format!("order {} of {:?}", order, millis)),'],
  "no-redundant-breadcrumb": ['message: Some("sent".into()),'],
  "prefer-logs": ['category: Some("order".into()), message: Some(format!("order {order}")),'],
};

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
  "a path from the root": (fields) => `::sentry::add_breadcrumb(::sentry::Breadcrumb { ${fields} ..Default::default() })`,
  "a closure": (fields) => `add_breadcrumb(|| Breadcrumb { ${fields} ..Default::default() })`,
  "a closure with a body": (fields) => `add_breadcrumb(|| { let _ = 1; Breadcrumb { ${fields} ..Default::default() } })`,
  parentheses: (fields) => `(add_breadcrumb)((Breadcrumb { ${fields} ..Default::default() }))`,
  "a block": (fields) => `add_breadcrumb({ Breadcrumb { ${fields} ..Default::default() } })`,
  "a variable": (fields) => `{ let crumb = Breadcrumb { ${fields} ..Default::default() }; add_breadcrumb(crumb); }`,
  "a variable that is read": (fields) =>
    `{ let crumb = Breadcrumb { ${fields} ..Default::default() }; println!("{crumb:?}"); add_breadcrumb(crumb); }`,
  "another base": (fields) => `{ let base = Breadcrumb::default(); add_breadcrumb(Breadcrumb { ${fields} ..base }); }`,
  "a function": (fields) =>
    `{ let make = || Breadcrumb { ${fields} ..Default::default() }; add_breadcrumb(make()); }`,
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

/**
 * Functions with a fault each.
 * @returns {readonly { readonly rule: string; readonly name: string; readonly body: string }[]}
 */
export function programs() {
  return Object.entries(FAULTS).flatMap(([rule, faults]) =>
    faults.flatMap((fields) => {
      const [[, plain] = ["", String]] = Object.entries(RECORDS);
      const [[, alone] = ["", String]] = Object.entries(CALLS);
      const before = rule === "no-redundant-breadcrumb" ? 'log::info!("sent"); ' : "";
      return [
        ...Object.entries(RECORDS).map(([name, record]) => ({ name, body: alone(record(fields)) })),
        ...Object.entries(CALLS).map(([name, around]) => ({ name, body: around(plain(fields)) })),
      ].map(({ name, body }) => ({ rule, name: `${fields} in ${name}`, body: before + body }));
    }),
  );
}
