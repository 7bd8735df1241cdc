import { describe, expect, test } from "vitest";
import { resolve, type Edit, type LogCall, type Value } from "../../../src/breadcrumb/index.ts";
import { detect, only, read } from "./support.ts";

function apply(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((one, other) => other.range[0] - one.range[0]);
  return ordered.reduce((code, { range, text }) => code.slice(0, range[0]) + text + code.slice(range[1]), text);
}

/** A text with its only breadcrumb's message replaced by a text. */
function rewritten(message: string, content: string): string {
  const text = `fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { message: ${message}, ..Default::default() }); }`;
  const { message: field, write } = only(text);
  if (field === undefined) throw new Error("no message");
  const after = apply(text, [{ range: field.value.range, text: write.text(content, field.value) }]);
  expect(read(after).ast.hasError).toBe(false);
  return after.slice(after.indexOf("message: ") + 9, after.indexOf(", ..Default"));
}

describe("a text stands as it must where another stood", () => {
  test.each([
    ['Some("a".into())', "b", 'Some("b".into())'],
    ['Some("a".into())', 'say "b"\n', 'Some("say \\"b\\"\\n".into())'],
    ['Some(r"a".to_string())', "b", 'Some(r"b".to_string())'],
    ['Some(r"a".to_string())', 'a "b"', 'Some(r#"a "b""#.to_string())'],
    ['Some(String::from("a"))', "b", 'Some(String::from("b"))'],
    ['Some(format!("a {}", x))', "b", 'Some("b".into())'],
    ["Some(user.email)", "b", 'Some("b".into())'],
    ["Some(user.email.clone())", "b", 'Some(String::from("b").clone())'],
    ["Some(NAME.into())", "b", 'Some("b".into())'],
    ["Some(name .into())", "b", 'Some("b" .into())'],
    ["Some(user.email\n.clone())", "b", 'Some(String::from("b")\n.clone())'],
  ])("%s with %j", (message, content, expected) => {
    expect(rewritten(message, content)).toBe(expected);
  });

  test("braces in a format string are doubled", () => {
    const text =
      'fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(format!("a {}", x)), ..Default::default() }); }';
    const { message, write } = only(text);
    const [words] = message?.value.kind === "template" ? message.value.parts : [];
    expect(words && write.text('{"b"} ', words)).toBe('{{\\"b\\"}} ');
  });

  test("without an example it is a literal", () => {
    expect(only("fn f() { sentry::add_breadcrumb(b); }").write.text("a\\b")).toBe('"a\\\\b"');
  });
});

describe("whether a value is there", () => {
  /** What is written for the leading argument of a format macro, or the message itself. */
  function presence(parameter: string, message: string): string | undefined {
    const { message: field, write } = only(
      `fn f(${parameter}) { sentry::add_breadcrumb(sentry::Breadcrumb { message: ${message}, ..Default::default() }); }`,
    );
    const value = field?.value;
    const inside = value?.kind === "template" ? value.parts.findLast(({ kind }) => kind !== "text") : value;
    const asked: Value | undefined = inside?.kind === "call" ? inside.arguments[0] : inside;
    return asked && write.presence(asked);
  }

  test.each([
    ["email: Option<String>", 'Some(format!("{:?}", email))', "email.is_some()"],
    ["email: &Option<String>", 'Some(format!("{:?}", email))', "email.is_some()"],
    ["email: Option<String>", 'Some(format!("{email:?}"))', undefined],
    ["email: Option<String>", "email", undefined],
    ["email: String", 'Some(format!("{}", email))', undefined],
    ["user: User", 'Some(format!("{:?}", user.email))', undefined],
    ["email: Option<String>", "checked(email)", undefined],
    ["email: Option<String>", 'Some(format!("{:?}", checked(email)))', undefined],
    ["email: Option<String>", 'Some(format!("{:?}", &(email)))', undefined],
  ])("%s in %s", (parameter, message, expected) => {
    expect(presence(parameter, message)).toBe(expected);
  });
});

describe("a field that is added", () => {
  function added(literal: string, name: string, value: string): string | undefined {
    const text = `fn f() { sentry::add_breadcrumb(${literal}); }`;
    const { record, write } = only(text);
    const edit = record && write.addField(record, name, value);
    if (edit === undefined) return undefined;
    const after = apply(text, [edit]);
    expect(read(after).ast.hasError).toBe(false);
    return after.slice(after.indexOf("breadcrumb(") + 11, after.lastIndexOf(");"));
  }

  test.each([
    ["Breadcrumb { ..Default::default() }", 'Breadcrumb { category: Some("a".into()), ..Default::default() }'],
    [
      "Breadcrumb { message: m, ..Default::default() }",
      'Breadcrumb { message: m, category: Some("a".into()), ..Default::default() }',
    ],
    [
      "Breadcrumb {\n  message: m,\n  ..Default::default()\n}",
      'Breadcrumb {\n  message: m,\n  category: Some("a".into()),\n  ..Default::default()\n}',
    ],
    ["Breadcrumb { message: m }", 'Breadcrumb { message: m, category: Some("a".into()) }'],
    ["Breadcrumb { message: m, }", 'Breadcrumb { message: m, category: Some("a".into()) }'],
    ["Breadcrumb { message: m, /* why */ ..Default::default() }", undefined],
    ["Breadcrumb { }", 'Breadcrumb { category: Some("a".into()) }'],
    ["Breadcrumb {\n  level: l,\n}", 'Breadcrumb {\n  level: l,\n    category: Some("a".into())\n}'],
    ["Breadcrumb {\n  level: l\n}", 'Breadcrumb {\n  level: l,\n    category: Some("a".into())\n}'],
    [
      "Breadcrumb {\n  level: l,\n\n  ..Default::default()\n}",
      'Breadcrumb {\n  level: l,\n\n  category: Some("a".into()),\n  ..Default::default()\n}',
    ],
    ["Breadcrumb { level: l, // why\n}", undefined],
    [
      "Some(Breadcrumb { level: l, ..Default::default() })",
      'Some(Breadcrumb { level: l, category: Some("a".into()), ..Default::default() })',
    ],
    [
      "|| Breadcrumb { level: S { a: 1 }, ..Default::default() }",
      '|| Breadcrumb { level: S { a: 1 }, category: Some("a".into()), ..Default::default() }',
    ],
    [
      "if x { Breadcrumb { level: l } } else { y }",
      'if x { Breadcrumb { level: l, category: Some("a".into()) } } else { y }',
    ],
    [
      "Held { a: 1, crumb: Breadcrumb { level: l } }.crumb",
      'Held { a: 1, crumb: Breadcrumb { level: l, category: Some("a".into()) } }.crumb',
    ],
  ])("to %s", (literal, expected) => {
    expect(added(literal, "category", '"a"')).toBe(expected);
  });

  test("as the field's type takes it", () => {
    expect(added("Breadcrumb { }", "message", '"a"')).toBe('Breadcrumb { message: Some("a".into()) }');
    expect(added("Breadcrumb { }", "type", '"a"')).toBe('Breadcrumb { ty: "a".into() }');
    expect(added("Breadcrumb { }", "level", "Level::Info")).toBe("Breadcrumb { level: Level::Info }");
  });

  test("not to a variable", () => {
    const { record, write } = only("fn f() { let b = sentry::Breadcrumb::default(); sentry::add_breadcrumb(b); }");
    expect(record && write.addField(record, "category", '"a"')).toBeUndefined();
  });
});

describe("a log", () => {
  /** A statement after it was turned into a log, with the category as attribute and the entries of the data. */
  function logged(
    statement: string,
    outside = "use sentry::{add_breadcrumb, Breadcrumb};",
    method: LogCall["method"] = "info",
  ): string | undefined {
    const text = `${outside} fn f() { ${statement} }`;
    const [breadcrumb] = detect(text).breadcrumbs;
    const message = breadcrumb?.message?.value;
    if (breadcrumb === undefined || message === undefined) throw new Error("no message");
    const { category, data, write } = breadcrumb;
    const record = data && resolve(data.value);
    const edits = write.log({
      method,
      message,
      attributes: [
        ...(category === undefined ? [] : [{ name: "category", value: category.value }]),
        ...(record?.kind === "record" ? record.fields.map(({ name = "?", value }) => ({ name, value })) : []),
      ],
    });
    if (edits === undefined) return undefined;
    const after = apply(text, edits);
    expect(read(after).ast.hasError).toBe(false);
    return after.slice(after.indexOf("fn f() { ") + 9, -2);
  }

  test.each([
    ['add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });', 'sentry::logger_info!("a");'],
    [
      'add_breadcrumb(Breadcrumb { category: Some("auth".into()), message: Some(format!("a {} {b}", user.id)), ..Default::default() });',
      'sentry::logger_info!(category = "auth", "a {} {}", user.id.to_string(), b.to_string());',
    ],
    // Without arguments the macro takes its message as it is, and formats nothing.
    [
      'add_breadcrumb(Breadcrumb { message: Some("a {b}".into()), ..Default::default() });',
      'sentry::logger_info!("a {b}");',
    ],
    [
      'add_breadcrumb(Breadcrumb { message: Some(format!("a {{b}}")), ..Default::default() });',
      'sentry::logger_info!("a {b}");',
    ],
    [
      'add_breadcrumb(Breadcrumb { message: Some(format!("{:?} {{}} {:.2}", &order, price.len())), ..Default::default() });',
      'sentry::logger_info!("{} {{}} {}", format!("{:?}", &order), format!("{:.2}", price.len()));',
    ],
    [
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), data: Map::from([("n".into(), 1.into()), ("who".into(), user.id.clone().into())]), ..Default::default() });',
      'sentry::logger_info!(n = 1, who = user.id.clone(), "a");',
    ],
    [
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), category: Some(x.y.clone().into()), ..Default::default() });',
      'sentry::logger_info!(category = x.y.clone(), "a");',
    ],
    [
      'add_breadcrumb(Breadcrumb { message: Some(r##"a"##.into()), category: Some(r#"c"#.into()), ..Default::default() });',
      'sentry::logger_info!(category = r#"c"#, r##"a"##);',
    ],
    [
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), data: Map::from([("user.id".into(), 1.into()), ("ok".into(), true.into())]), ..Default::default() });',
      'sentry::logger_info!(user.id = 1, ok = true, "a");',
    ],
    [
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), data: json!({ "a": 1, "b": false }), ..Default::default() });',
      'sentry::logger_info!(a = 1, b = false, "a");',
    ],
    [
      'add_breadcrumb(Breadcrumb { message: Some(format!("a { b } {0 :?}", c)), ..Default::default() });',
      'sentry::logger_info!("a {} {}", b.to_string(), format!("{:?}", c));',
    ],
  ])("%s", (statement, expected) => {
    expect(logged(statement)).toBe(expected);
  });

  test("has no attributes that are spread, and none that are made texts", () => {
    const { message, write } = only(
      'fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ..Default::default() }); }',
    );
    if (message === undefined) throw new Error("no message");
    const { value } = message;
    const edits = (attribute: LogCall["attributes"][number]) =>
      write.log({ method: "info", message: value, attributes: [attribute] });
    expect(edits({ name: "a", value })).toBeDefined();
    expect(edits({ name: "a", value, asText: true })).toBeUndefined();
    expect(edits({ spread: value })).toBeUndefined();
  });

  test.each([
    [
      "a call that would run twice",
      'add_breadcrumb(Breadcrumb { message: Some(format!("a {}", queue.pop())), ..Default::default() });',
    ],
    [
      "a width from elsewhere",
      'add_breadcrumb(Breadcrumb { message: Some(format!("a {:w$}", b, w = 3)), ..Default::default() });',
    ],
    ["a message from elsewhere", "add_breadcrumb(Breadcrumb { message: Some(m), ..Default::default() });"],
    [
      "an attribute of unknown type",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), category: category(), ..Default::default() });',
    ],
    [
      "data that is built before",
      'let mut d = Map::new(); d.insert("a".into(), 1.into()); add_breadcrumb(Breadcrumb { message: Some("a".into()), data: d, ..Default::default() });',
    ],
    [
      "a message that is set before",
      'let mut b = Breadcrumb::default(); b.message = Some("a".into()); add_breadcrumb(b);',
    ],
    [
      "an attribute of a single character",
      "add_breadcrumb(Breadcrumb { message: Some(\"a\".into()), category: Some('c'.into()), ..Default::default() });",
    ],
    ["a comment", 'add_breadcrumb(Breadcrumb { message: Some("a".into()), /* why */ ..Default::default() });'],
    ["what a block yields", 'add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() })'],
    [
      "a value of a variable",
      'let x = add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });',
    ],
    ["a message of bytes", 'add_breadcrumb(Breadcrumb { message: Some(b"a".into()), ..Default::default() });'],
    [
      "a category of bytes",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), category: Some(b"c".into()), ..Default::default() });',
    ],
    [
      "a category that is more than converted",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), category: Some(x.into().y()), ..Default::default() });',
    ],
    [
      "data that JSON converts",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), data: json!({ "a": x.y }), ..Default::default() });',
    ],
    [
      "a name with a number after the dot",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), data: Map::from([("a.1b".into(), 1.into())]), ..Default::default() });',
    ],
    [
      "a name with a hyphen",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), data: Map::from([("a-b".into(), 1.into())]), ..Default::default() });',
    ],
    [
      "a format in a raw text",
      'add_breadcrumb(Breadcrumb { message: Some(format!(r"a {}", b)), ..Default::default() });',
    ],
    [
      "a format with a code of a character",
      'add_breadcrumb(Breadcrumb { message: Some(format!("a \\u{41} {}", b)), ..Default::default() });',
    ],
    [
      "a format with names of its own",
      'add_breadcrumb(Breadcrumb { message: Some(format!("a {n}", n = b)), ..Default::default() });',
    ],
    [
      "a format without one of its arguments",
      'add_breadcrumb(Breadcrumb { message: Some(format!("a {} {}", b)), ..Default::default() });',
    ],
    [
      "an operation that is printed",
      'add_breadcrumb(Breadcrumb { message: Some(format!("{}", b == c)), ..Default::default() });',
    ],
    [
      "a text in a text",
      'add_breadcrumb(Breadcrumb { message: Some(format!("a {}", format!("b {}", c))), ..Default::default() });',
    ],
    ["a macro like format", 'add_breadcrumb(Breadcrumb { message: Some(anyhow!("a {}", b)), ..Default::default() });'],
    ["no statement", 'g(add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() }));'],
    [
      "a name that is no attribute's",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), data: Map::from([("a b".into(), 1.into())]), ..Default::default() });',
    ],
  ])("not of %s", (_, statement) => {
    expect(logged(statement)).toBeUndefined();
  });

  test.each([
    [
      "use sentry as s;",
      's::add_breadcrumb(s::Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "s::logger_warn!",
    ],
    [
      "",
      '::sentry::add_breadcrumb(x::Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "::sentry::logger_warn!",
    ],
    [
      "use sentry_core::{add_breadcrumb, Breadcrumb};",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "sentry_core::logger_warn!",
    ],
    [
      "use tauri_plugin_sentry::sentry::{add_breadcrumb, Breadcrumb};",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "tauri_plugin_sentry::sentry::logger_warn!",
    ],
    [
      "",
      'sentry :: add_breadcrumb(x::Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "sentry::logger_warn!",
    ],
    [
      "use sentry::*;",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "sentry::logger_warn!",
    ],
    [
      "use sentry::add_breadcrumb as crumb;",
      'crumb(sentry::Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "sentry::logger_warn!",
    ],
    [
      "use s::sentry::Breadcrumb;",
      'sentry::Hub::current().add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "s::sentry::logger_warn!",
    ],
    [
      "use tauri_plugin_sentry::sentry;",
      'sentry::Hub::current().add_breadcrumb(sentry::protocol::Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "tauri_plugin_sentry::sentry::logger_warn!",
    ],
    [
      "",
      'sentry::Hub::current().add_breadcrumb(|| sentry::Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "sentry::logger_warn!",
    ],
    [
      "use sentry::{Hub, Breadcrumb};",
      'Hub::current().add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });',
      "sentry::logger_warn!",
    ],
  ])("by the crate's name as the file knows it: %s", (outside, statement, expected) => {
    expect(logged(statement, outside, "warn")).toBe(`${expected}("a");`);
  });
});

describe("edits of a breadcrumb's struct", () => {
  const HEAD = "use sentry::{add_breadcrumb, Breadcrumb};\nfn f";
  const file = (fields: string): string => `${HEAD}() { add_breadcrumb(Breadcrumb { ${fields} }); }`;

  test.each([
    ['message: Some("a".into()), ..Default::default()', '() { sentry::logger_info!("a"); }'],
    ['message: Some(format!("a {}", b)), ..Default::default()', '() { sentry::logger_info!("a {}", b.to_string()); }'],
    [
      'message: Some(format!("a {b:?} {c:>5}")), ..Default::default()',
      '() { sentry::logger_info!("a {} {}", format!("{:?}", b), format!("{:>5}", c)); }',
    ],
    ["message: Some(x), ..Default::default()", "-"],
    ["message: Some(NAME.into()), ..Default::default()", "-"],
    ['message: Some(r"a".into()), ..Default::default()', '() { sentry::logger_info!(r"a"); }'],
    ['message: Some(format!("a", )), ..Default::default()', '() { sentry::logger_info!("a"); }'],
    ['message: Some(format!("{} {}", a + 1, b.c)), ..Default::default()', "-"],
    ['message: Some(concat!("a", "b").into()), ..Default::default()', "-"],
    ["message: Some('a'.into()), ..Default::default()", "-"],
    ['message: Some(format! { "a" }), ..Default::default()', "-"],
    ['message: Some(format!("\\x7b}", b)), ..Default::default()', "-"],
    ['message: Some(format!("{}", &b)), ..Default::default()', '() { sentry::logger_info!("{}", (&b).to_string()); }'],
    [
      'message: Some(dbg!(format!("a {}", b))), ..Default::default()',
      '() { sentry::logger_info!("a {}", b.to_string()); }',
    ],
  ])("a log: %s", (fields, expected) => {
    const { message, write } = only(file(fields));
    const edits = message && write.log({ method: "info", message: message.value, attributes: [] });
    expect(edits === undefined ? "-" : apply(file(fields), edits).slice(46)).toBe(expected);
  });

  test.each<[fields: string, expected: readonly string[]]>([
    [
      'message: Some("a".into()), ..Default::default()',
      [
        '() { add_breadcrumb(Breadcrumb { message: Some("a".into()), ty: "x".into(), ..Default::default() }); }',
        '() { add_breadcrumb(Breadcrumb { message: Some("a".into()), category: Some("x".into()), ..Default::default() }); }',
      ],
    ],
    [
      'message: Some("a".into())',
      [
        '() { add_breadcrumb(Breadcrumb { message: Some("a".into()), ty: "x".into() }); }',
        '() { add_breadcrumb(Breadcrumb { message: Some("a".into()), category: Some("x".into()) }); }',
      ],
    ],
    [
      "..Default::default()",
      [
        '() { add_breadcrumb(Breadcrumb { ty: "x".into(), ..Default::default() }); }',
        '() { add_breadcrumb(Breadcrumb { category: Some("x".into()), ..Default::default() }); }',
      ],
    ],
    ['message: Some("a".into()), // c\n ..Default::default()', ["-", "-"]],
    [
      '\n    message: Some("a".into()),\n    ..Default::default()\n',
      [
        '() { add_breadcrumb(Breadcrumb { \n    message: Some("a".into()),\n    ty: "x".into(),\n    ..Default::default()\n }); }',
        '() { add_breadcrumb(Breadcrumb { \n    message: Some("a".into()),\n    category: Some("x".into()),\n    ..Default::default()\n }); }',
      ],
    ],
    [
      "message",
      [
        '() { add_breadcrumb(Breadcrumb { message, ty: "x".into() }); }',
        '() { add_breadcrumb(Breadcrumb { message, category: Some("x".into()) }); }',
      ],
    ],
  ])("one field more: %s", (fields, expected) => {
    const { record, write } = only(file(fields));
    const after = ["type", "category"].map((name) => {
      const edit = record && write.addField(record, name, '"x"');
      return edit === undefined ? "-" : apply(file(fields), [edit]).slice(46);
    });
    expect(after).toEqual(expected);
  });
});

describe("a value that is handed to a function", () => {
  test.each<[parameter: string, printed: string, expected: string | undefined]>([
    ["email: &str", "email", "redact(email)"],
    ["email: String", "email", "redact(&email)"],
    // What is lent already stays lent: what the function yields is a value of its own.
    ["user: User", "&user.email", "&redact(&user.email)"],
    ["user: User", "user.email.trim().len()", "redact(&user.email.trim().len())"],
    ["email: &str", "email + other", undefined],
  ])("%s: %s", (parameter, printed, expected) => {
    const fields = `message: Some(format!("{}", ${printed})), ..Default::default()`;
    const text = `fn f(${parameter}) { sentry::add_breadcrumb(sentry::Breadcrumb { ${fields} }); }`;
    const { message, write } = only(text);
    const [value] = message?.value.kind === "template" ? message.value.parts : [];
    const edits = value && write.handTo?.(value, { name: "redact", from: undefined });
    const after = edits && apply(text, edits);
    expect(after?.slice(after.indexOf('"{}", ') + 6, after.indexOf(")), .."))).toBe(expected);
  });
});

describe("what is handed to a function with the methods called on it", () => {
  test.each<[parameter: string, message: string, expected: string | undefined]>([
    ["email: &str", "Some(email.into())", "Some(privacy::redact(email).into())"],
    ["email: String", "Some(email.clone().into())", "Some(privacy::redact(&email.clone()).into())"],
    ["email: String", "Some(email.trim().to_string())", "Some(privacy::redact(&email.trim().to_string()))"],
    ["user: User", "Some(user.email . clone())", "Some(privacy::redact(&user.email . clone()))"],
    ["user: User", "Some(user.emails[0].clone())", "Some(privacy::redact(&user.emails[0].clone()))"],
    ["user: User", "Some((user.email).into())", "Some((privacy::redact(&user.email)).into())"],
    ["user: User", "Some(load(user).name)", "Some(privacy::redact(&load(user).name))"],
    ["email: Option<String>", "email", undefined],
    ["email: String", 'Some(format!("{email}"))', undefined],
    ["user: User", 'Some("a".into())', undefined],
  ])("%s: %s", (parameter, message, expected) => {
    const text = `fn f(${parameter}) { sentry::add_breadcrumb(sentry::Breadcrumb { message: ${message}, ..Default::default() }); }`;
    const { message: field, write } = only(text);
    const value =
      field?.value.kind === "template" ? field.value.parts.find(({ kind }) => kind !== "text") : field?.value;
    const edits = value && write.handTo?.(value, { name: "privacy.redact", from: undefined });
    const after = edits && apply(text, edits);
    expect(after?.slice(after.indexOf("message: ") + 9, after.lastIndexOf(", .."))).toBe(expected);
  });

  test("by the module that the function is from", () => {
    const text =
      "fn f(a: A) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(a.b), ..Default::default() }); }";
    const { message, write } = only(text);
    const edits = message && write.handTo?.(message.value, { name: "redact", from: "crate::privacy" });
    expect(edits && apply(text, edits)).toContain("Some(crate::privacy::redact(&a.b))");
  });
});

describe("a type that should be a category", () => {
  test.each([
    ["ty", "category: Some(ty)"],
    ["ty: x.into()", "category: Some(x.into())"],
    ["ty /* why */: x.into()", undefined],
  ])("%s", (field, expected) => {
    const text = `fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { ${field}, ..Default::default() }); }`;
    const { type, write } = only(text);
    const edits = type && write.renameField?.(type, "category");
    const after = edits && apply(text, edits);
    expect(after?.slice(after.indexOf("{ ", 10) + 2, after.indexOf(", .."))).toBe(expected);
  });

  test("is the only field that can be another", () => {
    const { level, message, write } = only(
      "fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { level, message, ..Default::default() }); }",
    );
    expect(level && write.renameField?.(level, "category")).toBeUndefined();
    expect(message && write.renameField?.({ ...message, keyRange: undefined }, "category")).toBeUndefined();
    expect(level && write.asTimestamp?.(level.value, "seconds")).toBeUndefined();
  });
});

describe("a message that is taken apart", () => {
  test.each<[fields: string, expected: string | undefined]>([
    [
      'message: Some(format!("a {}", b)), ..Default::default()',
      'message: Some("a".into()), data: [("b".to_owned(), sentry::protocol::Value::from(b.to_string()))].into(), ..Default::default()',
    ],
    [
      'message: Some(format!("a {}", &b)), ..Default::default()',
      'message: Some("a".into()), data: [("b".to_owned(), sentry::protocol::Value::from(b.to_string()))].into(), ..Default::default()',
    ],
    [
      'message: Some(format!("a {}", b + c)), ..Default::default()',
      'message: Some("a".into()), data: [("b".to_owned(), sentry::protocol::Value::from((b + c).to_string()))].into(), ..Default::default()',
    ],
    ['message: Some(format!("a")), ..Default::default()', 'message: Some("a".into()), ..Default::default()'],
    ['message: Some(format!("a {}", /* why */ b)), ..Default::default()', undefined],
    ['message: Some(format!("a {}", b)), data: Map::from([]), ..Default::default()', undefined],
    ['message: Some(format!("a {b:?}")), ..Default::default()', undefined],
  ])("%s", (fields, expected) => {
    const text = `fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { ${fields} }); }`;
    const { record, message, data, write } = only(text);
    if (record === undefined || message?.value.kind !== "template") throw new Error("no template");
    const held = data && resolve(data.value);
    const taken = { record, data: held?.kind === "record" ? held : undefined };
    const values = message.value.parts.filter(({ kind }) => kind !== "text").map((value) => ({ name: "b", value }));
    const edits = write.splitMessage?.(message.value, "a", values, taken);
    const after = edits && apply(text, edits);
    expect(after?.slice(after.indexOf("{ ", 10) + 2, after.lastIndexOf(" }); }"))).toBe(expected);
  });
});
