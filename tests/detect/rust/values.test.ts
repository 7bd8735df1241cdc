import { describe, expect, test } from "vitest";
import { alternatives, resolve, textOf, type Value } from "../../../src/breadcrumb/index.ts";
import { printValue } from "../../support/print-value.ts";
import { only, readValue, readValues } from "./support.ts";

function value(expression: string): Value {
  return readValue(`fn f() { observe(${expression}); }`);
}

/** What the variables of a body hold at its calls of `observe`, names followed. */
function held(body: string, outside = ""): readonly string[] {
  return readValues(`${outside}\nfn f() { ${body} }`).map((value) => printValue(value, true));
}

/** What an expression is in the model. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  '"text"': '"text"',
  'r#"a "b""#': '"a \\"b\\""',
  'b"bytes"': '"bytes"',
  "'c'": '"c"',
  "12u8": "12",
  "-1": "-1",
  "0xff": "255",
  "1.5": "1.5",
  true: "true",
  "()": "none",
  None: "none",
  '"a".into()': '"a"',
  '"a".to_string()': '"a"',
  'String::from("a")': '"a"',
  'Some("a".to_owned())': '"a"',
  'Ok(Box::new("a"))': '"a"',
  "&user.email": "user.email",
  "(*user).email.clone()": "user.email",
  "user.email.as_deref().unwrap_or_default()": "user.email",
  "load(id)?": "load(id)",
  "load(id).await?": "load(id)",
  "(user.age as u64)": "user.age",
  "{ let a = 1; user.email }": "user.email",
  "unsafe { x }": "x",
  "async { x }.await": "x",
  "dbg!(x)": "x",
  "user.name.first": "user.name.first",
  "self.user.email": "self.user.email",
  "pair.0": "pair.0",
  "users[0]": "users.0",
  "users[i]": "users[]",
  'map["email"]': "map.email",
  'params.get("email").cloned()': "params.email",
  "r#type": "type",
  "name::of::CONST": "name.of.CONST",
  "Channel::Email": "Channel.Email",
  "get_email(user, 1)": "get_email(user, 1)",
  "db::find(id)": "db.find(id)",
  "Vec::<u8>::from_raw(x)": "Vec.from_raw(x)",
  "user.email.trim()": "user.email.trim()",
  "items.iter().len()": "items.len()",
  'std::env::var("API_KEY")': "std.env.var.API_KEY",
  'a.unwrap_or("b")': '(a | "b")',
  'a.unwrap_or_else(|| "b".into())': '(a | "b")',
  'if a { "x" } else if b { "y" } else { "z" }': '("x" | "y" | "z")',
  'if a { return } else { "z" }': '("z")',
  'match a { 1 => "x", _ => panic!("no") }': '("x")',
  'match a { 1 => "x", _ => { log(); "y" } }': '("x" | "y")',
  "if let Some(e) = email { e } else { x }": "(e | x)",
  "a == b": "==boolean(a, b)",
  "a != b": "==boolean(a, b)",
  "a >= b": "<boolean(a, b)",
  "a && b": "&&boolean(a, b)",
  "!a": "!boolean(a)",
  "a * 2": "*number(a, 2)",
  "a + b": "+unknown(a, b)",
  'a + "!"': 'template(a, "!")',
  "first + &last": "template(first, last)",
  "matches!(a, Some(_))": "isboolean()",
  "|x| x": "function",
  "[1, 2]": "[1, 2]",
  "[0; 4]": "[0, …]",
  "(a, b)": "[a, b]",
  "vec![a, b]": "[a, b]",
  "vec![a; 3]": "[a, …]",
  "Vec::new()": "[]",
  "String::new()": '""',
  "User { id: 1, email, ..base }": "{ ...base, id: 1, email: email, … }",
  "Breadcrumb { message: None, ..Default::default() }": "{ message: none }",
  "Map::new()": "{}",
  "0..3": "?",
  'format!("Hi {}!", user.email)': 'template("Hi ", user.email, "!")',
  'format!("{email} {0} {n}", a, n = user.name)': 'template(email, " ", a, " ", user.name)',
  'format!("{:>1$} {{}}", a, width)': 'template(a, " {}")',
  'format!("{:?} {user:#?}", a)': 'template(debug(a), " ", debug(user))',
  'format!("plain")': 'template("plain")',
  "format!(concat_idents!(a))": "?",
  'concat!("a", 1, "b")': 'template("a", 1, "b")',
  'include_str!("a.txt")': "?",
  'json!({ "a": { "b": [1, x.y, null] }, "c": f(1, 2), })': "{ a: { b: [1, x.y, null] }, c: f(1, 2) }",
  'json!({ "a": 1 }).as_object().unwrap().clone()': "{ a: 1 }",
  "json!({ key: 1 })": "{ [key]: 1, … }",
  "json!(user)": "user",
  'btreemap! { "a" => x, "b".into() => 2 }': "{ a: x, b: 2 }",
  'sentry::map! { "a".into() => x.into() }': "{ a: x }",
  "some_map!(a b c)": "{ … }",
  'BTreeMap::from([("a", x), ("b", y)])': "{ a: x, b: y }",
  "HashMap::from([(key, x)])": "{ [key]: x, … }",
  '[("a".into(), x.into())].into_iter().collect()': "{ a: x }",
  'vec![("a", x)].into_iter().collect::<Map<_, _>>()': "{ a: x }",
  'vec![("a", x)].into_iter().collect::<Vec<_>>()': '[["a", x]]',
  'std::iter::once(("a", x)).collect()': "{ a: x }",
};

test.each(Object.entries(EXPRESSIONS))("%s is %s", (expression, printed) => {
  expect(printValue(value(expression))).toBe(printed);
});

describe("places", () => {
  test("of the parts of a format string", () => {
    const text = 'fn f() { observe(format!("é🦀 \\n{email} {:>5} {0:?}", user.email)); }';
    const [template] = readValues(text);
    const parts = template?.kind === "template" ? template.parts : [];
    expect(parts.map(({ range }) => text.slice(range[0], range[1]))).toEqual([
      "é🦀 \\n",
      "email",
      " ",
      "user.email",
      " ",
      "user.email",
    ]);
  });

  test("a value is at what is left of its conversions", () => {
    const text = "fn f() { observe(Some(user.email.clone().into())); }";
    const [email] = readValues(text);
    expect(email?.source).toBe("user.email");
    expect(email && text.slice(...email.range)).toBe("user.email");
  });

  test("of values in nested macros", () => {
    const text = 'fn f() { observe(json!({ "a": [{ "b": format!("{}", c.d) }] })); }';
    const record = readValue(text);
    const inner: string[] = [];
    const pending: Value[] = [record];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next.kind === "member") inner.push(text.slice(...next.range));
      if (next.kind === "record") pending.push(...next.fields.map((field) => field.value));
      if (next.kind === "list") pending.push(...next.items);
      if (next.kind === "template") pending.push(...next.parts);
    }
    expect(inner).toEqual(["c.d"]);
  });

  test("of what stands in front of a name in a path", () => {
    const value = readValue("fn f() { observe(a::b::c); }");
    const owner = value.kind === "member" ? value.object : undefined;
    expect(owner?.source).toBe("a::b");
    expect(owner && "fn f() { observe(a::b::c); }".slice(...owner.range)).toBe("a::b");
  });

  test("of what is half-typed among a macro's entries", () => {
    const record = value('json!({ "a": x + , "b": 1 })');
    expect(record.kind === "record" && record.fields.map((field) => field.value.source)).toEqual(["x +", "1"]);
  });

  test("a key that is computed is kept, and a text is none", () => {
    for (const map of [
      'json!({ k: 1, "b": 2 })',
      'btreemap! { k => 1, "b" => 2 }',
      'HashMap::from([(k, 1), ("b", 2)])',
    ]) {
      const record = value(map);
      const keys =
        record.kind === "record" ? record.fields.map(({ name, computedKey }) => [name, computedKey?.source]) : [];
      expect(keys).toEqual([
        [undefined, "k"],
        ["b", undefined],
      ]);
    }
  });

  test("null in JSON is nothing, and a name elsewhere", () => {
    expect(value("json!(null)").kind).toBe("nothing");
    expect(value("null").kind).toBe("name");
  });

  test("shorthand keeps its name", () => {
    const record = value("User { email, id: 1 }");
    const [email] = record.kind === "record" ? record.fields : [];
    expect(email?.value.shorthand).toBe("email: ");
  });
});

describe("levels", () => {
  test.each([
    ["use sentry::Level;", "Level::Warning", "warning"],
    ["use sentry::Level as L;", "L::Fatal", "fatal"],
    ["use sentry::Level::*;", "Info", "info"],
    ["", "sentry::protocol::Level::Debug", "debug"],
    ["use sentry::Level;", '"warn".parse::<Level>().unwrap()', "warn"],
    ["use std::str::FromStr; use sentry::Level;", 'Level::from_str("warn").unwrap_or_default()', "warn"],
  ])("%s %s", (outside, expression, text) => {
    expect(textOf(readValue(`${outside} fn f() { observe(${expression}); }`))).toBe(text);
  });

  test("a level of another crate is none", () => {
    expect(textOf(readValue("use log::Level; fn f() { observe(Level::Info); }"))).toBeUndefined();
  });

  test("says which export it is", () => {
    const [level] = readValues("use sentry::protocol::Level; fn f() { observe(Level::Error); }");
    expect(level).toMatchObject({ kind: "member", name: "Error", sdk: ["Level", "Error"] });
  });
});

describe("what names hold", () => {
  test.each<[string, string, readonly string[]]>([
    ["a let", "let e = user.email; observe(e);", ["user.email"]],
    ["a chain of lets", "let a = user.email; let b = a.clone(); observe(b);", ["user.email"]],
    ["shadowing", 'let e = user.email; observe(e); let e = "x"; observe(e);', ["user.email", '"x"']],
    ["shadowing by itself", "let e = user.email; let e = hash(e); observe(e);", ["hash(user.email)"]],
    ["a block of its own", 'let e = "a"; { let e = "b"; observe(e); } observe(e);', ['"b"', '"a"']],
    [
      "a struct pattern",
      "let User { email, name: n, .. } = user; observe(email); observe(n);",
      ["user.email", "user.name"],
    ],
    [
      "a nested pattern",
      "let User { address: Address { city, .. }, .. } = user; observe(city);",
      ["user.address.city"],
    ],
    ["a tuple", "let (a, ref b) = (user.email, 2); observe(a); observe(b);", ["user.email", "2"]],
    ["a tuple that is not seen", "let (a, b) = pair(); observe(b);", ["pair().1"]],
    [
      "a binding with @",
      "let whole @ User { email, .. } = user; observe(email); observe(whole);",
      ["user.email", "user"],
    ],
    ["let else", "let Some(e) = user.email else { return }; observe(e);", ["user.email"]],
    ["if let", "if let Some(e) = user.email { observe(e); } observe(e);", ["user.email", "e"]],
    ["an else branch sees nothing of it", "if let Some(e) = user.email { } else { observe(e); }", ["e"]],
    ["a let chain", "if let Some(u) = user && let Some(e) = u.email { observe(e); }", ["user.email"]],
    ["while let", "while let Some(e) = user.email { observe(e); }", ["user.email"]],
    [
      "match arms",
      'match user.email { Some(e) if e.len() > 1 => observe(e), None => observe("x") }',
      ["user.email", '"x"'],
    ],
    ["a variant of unknown meaning", "match event { Event::Login(who) => observe(who), _ => {} }", ["who"]],
    ["a struct in an arm", "match &event { Event::Login { email } => observe(email) }", ["event.email"]],
    ["a loop's item", "for u in &users { observe(u.email); }", ["users[].email"]],
    [
      "a loop's item with its index",
      "for (i, u) in users.iter().enumerate() { observe(u.email); observe(i); }",
      ["users[].email", "i"],
    ],
    ["a closure's item", "users.iter().filter(|u| u.ok).for_each(|u| observe(u.email));", ["users[].email"]],
    ["the content of an option", "user.as_ref().map(|u| observe(u.email));", ["user.email"]],
    ["a write", 'let mut e = "x"; e = user.email; observe(e);', ["user.email"]],
    ["the last write", 'let mut e = user.email; e = "x"; observe(e);', ['"x"']],
    ["a write after the use", 'let mut e = "x"; observe(e); e = user.email;', ['"x"']],
    ["a late initialiser", 'let e; if a { e = "x" } else { e = "y" } observe(e);', ['("x" | "y")']],
    ["a write in a branch", 'let mut e = "x"; if a { e = "y"; } observe(e);', ['("x" | "y")']],
    ["writes in both branches", 'let mut e = "x"; if a { e = "y"; } else { e = "z"; } observe(e);', ['("y" | "z")']],
    ["a write in the other branch", 'let mut e = "x"; if a { e = "y"; } else { observe(e); }', ['"x"']],
    ["a write in a branch that leaves", 'let mut e = "x"; if a { e = "y"; return; } observe(e);', ['"x"']],
    ["writes in all arms", 'let mut e = "x"; match a { 1 => e = "y", _ => { e = "z"; } } observe(e);', ['("y" | "z")']],
    ["a write later in the loop", 'let mut e = "x"; loop { observe(e); e = "y"; }', ['("x" | "y")']],
    [
      "text that is added",
      'let mut s = String::new(); s.push_str("Hi "); s += &user.email; observe(s);',
      ['template("Hi ", user.email)'],
    ],
    [
      "text that is written",
      'let mut s = String::new(); write!(s, "Hi {}", user.email)?; observe(s);',
      ['template("Hi ", user.email)'],
    ],
    ["something that is handed on for writing", "let mut s = String::new(); read(&mut s); observe(s);", ['("" | ?)']],
    ["a constant", "observe(NAME);", ['"n"']],
    ["a static of a module", "observe(names::AUTH);", ['"auth"']],
    ["a constant of a type", "observe(Names::PAY);", ['"pay"']],
    ["a field of a literal", 'let u = User { email: "x", id: 1 }; observe(u.email);', ['"x"']],
    ["a function", "observe(hello(user.email));", ['template("Hello ", user.email)']],
    ["a function with two ends", "observe(either(user.email));", ['("none" | user.email)']],
    ["a closure", 'let f = |x: &str| format!("<{}>", x); observe(f(user.email));', ['template("<", user.email, ">")']],
    ["a function that calls itself", "observe(forever(1));", ["forever(1)"]],
    ["a pattern after @, by reference, of several", "let &(ref mut a | ref mut a) = user; observe(a);", ["user"]],
    ["an entry by index", 'let mut m = Map::new(); m["a"] = 1; observe(m);', ["{ a: 1 }"]],
    ["an entry that is counted up", 'let mut m = Map::new(); m["a"] += 1; observe(m);', ["{ … }"]],
    ["a method of a type", "observe(Names::first(x));", ["x"]],
    ["a method of a value", "let n: Names = y; observe(n.second(x)); observe(Names::second(&n, z));", ["x", "z"]],
    ["a method of two traits", "let n: Names = y; observe(n.both());", ["y.both()"]],
    ["a function in a variable", "let f = hello; observe(f(1));", ['template("Hello ", 1)']],
    ["a closure that returns", "let f = || return 1; observe(f());", ["1"]],
    ["a function that is to be written", "observe(later());", ["later()"]],
    ["a level that stands in", "observe(level.unwrap_or(sentry::Level::Info));", ['(level | "info")']],
    ["a function that stands in", "observe(level.unwrap_or_else(Level::load));", ["(level | ?)"]],
    ["what a function makes of each item", "observe(users.iter().map(User::email));", ["?"]],
    [
      "an empty list of JSON, and nothing",
      'observe(json!({ "a": null, "b": [null, x] }));',
      ["{ a: null, b: [null, x] }"],
    ],
    ["JSON that is half-typed", 'observe(json!({ "a": x + }));', ["{ a: ? }"]],
    ["a list of one item again and again", "observe(vec![x; 3]);", ["[x, …]"]],
    ["an item of a list that is counted", "for (i, (a, b)) in [(1, x)].iter().enumerate() { observe(b); }", ["x"]],
    ["a pair of a number and an item", "for pair in users.iter().enumerate() { observe(pair); }", ["pair"]],
    ["a range's numbers", "(0..3).for_each(|n| observe(n));", ["?[]"]],
    ["what a fold takes", "users.iter().fold(0, |sum, u| observe(u));", ["u"]],
    ["the second of a closure's", "users.iter().map(|a, b| observe(b));", ["b"]],
    ["several things to look at", "observe(dbg!(a, b));", ["?"]],
    ["a sum of differences", 'observe(a - b + "x");', ['template(-number(a, b), "x")']],
    ["what is written without a format", "let mut s = String::new(); write!(s, x); observe(s);", ["template(?)"]],
    ["what is written without arguments", 'let mut s = String::new(); write!(s, "x"); observe(s);', ['template("x")']],
    ["what a macro is lent", "let mut s = 1; fill!(&mut s); observe(s);", ["(1 | ?)"]],
    ["what a macro in braces yields", "observe({ json! { 1 } });", ["1"]],
    ["a statement with an attribute", '#[allow(unused)] let e = "a"; observe(e);', ['"a"']],
    ["what is left to be chosen", "observe(match a { #[cfg(x)] 1 => 2, _ => 3 });", ["(2 | 3)"]],
    [
      "a hidden variable",
      "let x = 1; { let x = 2; x; } let mut y = x; y = 3; if a { let mut y = 4; y = 5; } observe(y);",
      ["3"],
    ],
    ["what another is set to", 'let mut s = "a"; t = s; write!(t, "{}", s); observe(s);', ['"a"']],
    ["a set", "let mut s = HashSet::new(); s.insert(x); observe(s);", ["[x]"]],
    ["branches that leave", 'let mut e = "x"; if a { e = "y"; } else { return; } observe(e);', ['"y"']],
    [
      "an entry with a value that was there",
      'let mut m = Map::new(); let old = m.insert("a", 1); observe(m);',
      ["{ a: 1 }"],
    ],
    ["an item by a computed place", "observe(users.iter().nth(i));", ["users[]"]],
    [
      "pairs of a map",
      "let m: Map = HashMap::from([(a, 1)]); let n: Map = m.into_iter().collect(); observe(n);",
      ["{ [a]: 1, … }"],
    ],
    ["a method's parameter", 'let n: Names = y; observe(n.second("a"));', ['"a"']],
    ["a list in parentheses", "(users.iter()).for_each(|u| observe(u));", ["users[]"]],
    ["an associated function as a constant", "observe(Names::first);", ["function"]],
    ["JSON in JSON", `observe(json!(${"[".repeat(3)}x${"]".repeat(3)}));`, ["[[[x]]]"]],
    ["a map's half-typed entry", 'observe(btreemap! { "a" => });', ["{ … }"]],
    ["a map of maps", 'observe(btreemap! { "a" => { b } });', ["{ a: ? }"]],
    ["a format of nothing", "observe(format!());", ["template()"]],
    ["a format that is none", "observe(format!(x));", ["?"]],
    ["a format in braces", 'observe(format! { "a" });', ["?"]],
    ["a keyword in a format", 'let r#type = "a"; observe(format!("{type}"));', ["template(?)"]],
    ["a method that is half-typed", "let mut s = vec![1]; s.push(); observe(s);", ["[1, …]"]],
    [
      "what extends a map that is not known",
      "let mut m = Map::new(); m.extend(others); observe(m);",
      ["{ ...others, … }"],
    ],
    [
      "a list that extends another",
      "let mut v = vec![1]; v.extend([2]); v.extend(others); observe(v);",
      ["[1, 2, others, …]"],
    ],
    [
      "a change in too many branches",
      `let mut x = 1; ${"if a { ".repeat(50)} x = 2; ${"}".repeat(50)} observe(x);`,
      ["(1 | ?)"],
    ],
    ["a loop that is the variable's own", "for mut x in xs { loop { observe(x); x = 1; } }", ["(xs[] | 1)"]],
    [
      "what a closure makes of each item",
      "observe(users.iter().map(|u| u.email.clone()).collect::<Vec<_>>());",
      ["users[].email"],
    ],
  ])("%s", (_, body, expected) => {
    const outside = `
      const NAME: &str = "n";
      mod names { pub static AUTH: &str = "auth"; }
      struct Names; impl Names { const PAY: &'static str = "pay"; }
      impl Names { fn first(x: u8) -> u8 { x } fn second(&self, x: u8) -> u8 { x } }
      impl A for Names { fn both(&self) -> u8 { 1 } } impl B for Names { fn both(&self) -> u8 { 2 } }
      fn later() -> u8;
      fn hello(name: String) -> String { format!("Hello {name}") }
      fn either(name: String) -> String { if name.is_empty() { return "none".into(); } name }
      fn forever(x: u8) -> u8 { forever(x) }
    `;
    expect(held(body, outside)).toEqual(expected);
  });

  test("an unused variable of the same name in a function around says nothing in an item", () => {
    expect(held('let e = "x"; fn g(e: String) { observe(e); }')).toEqual(["e"]);
  });
});

describe("maps that are built step by step", () => {
  test.each([
    [
      'let mut m = Map::new(); m.insert("a".into(), x.into()); m.insert("b".into(), 1.into()); observe(m);',
      "{ a: x, b: 1 }",
    ],
    ['let mut m = Map::new(); m.insert("a".into(), x); m.insert("a".into(), y); observe(m);', "{ a: y }"],
    ['let mut m = Map::new(); if c { m.insert("a".into(), x); } observe(m);', "{ a: x }"],
    ["let mut m = Map::new(); m.insert(key, x); observe(m);", "{ [key]: x, … }"],
    ["let mut m = Map::new(); fill(&mut m); observe(m);", "{ … }"],
    ["let mut m = Map::new(); m.extend(more); observe(m);", "{ ...more, … }"],
    ['let mut m = Map::new(); m.extend([("a".into(), x)]); observe(m);', "{ a: x }"],
    ["let mut m = Map::new(); for k in keys { m.insert(k, x); } observe(m);", "{ [keys[]]: x, … }"],
    ['let mut m = given(); m.insert("a".into(), x); observe(m);', "{ ...given(), a: x, … }"],
    ['let mut m = Map::new(); observe(m.clone()); m.insert("a".into(), x);', "{}"],
    ["let mut v = vec![1]; v.push(x); observe(v);", "[1, x]"],
    [
      'let mut b = B { data: Map::new(), ..Default::default() }; b.message = m; b.data.insert("a".into(), x); observe(b);',
      "{ message: m, data: { a: x } }",
    ],
    ['let mut j = json!({ "a": 1 }); j["b"] = x; observe(j);', "{ a: 1, b: x }"],
  ])("%s", (body, expected) => {
    expect(held(body)).toEqual([expected]);
  });
});

describe("declared types", () => {
  test.each([
    ["x: bool", "boolean"],
    ["x: &Option<u32>", "number"],
    ["x: Option<Box<String>>", "text"],
    ["x: &str", "text"],
    ["x: SecretString", "other SecretString"],
    ["x: Secret<String>", "other Secret"],
    ["x: Arc<User>", "record User(email text, age number, friends list)"],
    ["x: Alias", "record User(email text, age number, friends list)"],
    ["x: Kind", "literals Kind"],
    ["x: Vec<User>", "list of record User"],
    ["x: T", "undefined"],
    ["Json(x): Json<User>", "record User(email text, age number, friends list)"],
    ["User { email: x, .. }: User", "text"],
  ])("%s", (parameter, expected) => {
    const [value] = readValues(`
      struct User { email: String, age: u8, friends: Vec<User> }
      type Alias = Option<User>;
      enum Kind { A, B }
      fn f<T>(${parameter}) { observe(x); }
    `);
    const type = value?.type;
    const properties = type?.properties.map(({ name, type }) => `${name} ${type?.kind ?? "?"}`).join(", ") ?? "";
    const item = type?.item === undefined ? "" : ` of ${type.item.kind} ${type.item.name ?? ""}`;
    const printed = `${type?.kind}${type?.name === undefined ? "" : ` ${type.name}`}${properties && `(${properties})`}${item}`;
    expect(printed).toBe(expected);
  });

  test.each([
    ["fn f(us: Vec<U>) { for u in us { observe(u); } }", "record"],
    ["fn f(u: U) { let U { a, .. } = u; observe(a); }", "number"],
    ["fn f(u: U) { let U { c, .. } = u; observe(c); }", undefined],
    ["fn f() { let U { a, .. } = u; observe(a); }", undefined],
    ["fn f() { for u in us { observe(u); } }", undefined],
  ])("of what a pattern takes out of a value: %s", (code, kind) => {
    expect(resolve(readValue(`struct U { b: bool, a: u8 } ${code}`)).type?.kind).toBe(kind);
  });

  test("of fields, of self, of what a function returns", () => {
    const values = readValues(`
      struct User { age: u8, name: Option<String> }
      impl User { fn f(&self) { observe(self.age); let u = make(); observe(u.name); observe(make()); } }
      fn make() -> User { todo!() }
    `);
    expect(values.map(({ type }) => type?.kind)).toEqual(["number", "text", "record"]);
  });
});

describe("what the platform says", () => {
  test.each([
    ["Json(body): Json<Login>", "body", "request-body"],
    ["body: web::Json<Login>", "body", "request-body"],
    ["Form(form): Form<Login>", "form", "form"],
    ["Query(q): Query<Search>", "q", "request-query"],
    ["headers: HeaderMap", "headers", "request-headers"],
    ["headers: HeaderMap", 'headers.get("authorization")', "authorization"],
    ["headers: HeaderMap", 'headers.get("x-user")', "request-headers"],
    ["headers: HeaderMap", "headers.get(AUTHORIZATION)", "authorization"],
    ["headers: HeaderMap", "headers.get(header::AUTHORIZATION)", "authorization"],
    ["headers: HeaderMap", "headers.get(name())", "request-headers"],
    ["headers: HeaderMap", "headers.get()", "request-headers"],
    ["headers: HeaderMap", 'headers["x-user"]', "request-headers"],
    ["user: User", 'user["x-user"]', undefined],
    ["TypedHeader(agent): TypedHeader<UserAgent>", "agent", "request-headers"],
    ["req: HttpRequest", 'req.headers().get("authorization")', "authorization"],
    ["req: HttpRequest", "req.connection_info().realip_remote_addr()", "client-address"],
    ["", "f()().uri()", undefined],
    ["body: <Json as T>::U", "body", undefined],
    ["TypedHeader(auth): TypedHeader<Authorization<Bearer>>", "auth", "authorization"],
    ["jar: CookieJar", "jar", "request-cookies"],
    ["ConnectInfo(addr): ConnectInfo<SocketAddr>", "addr", "client-address"],
    ["req: HttpRequest", "req.headers()", "request-headers"],
    ["req: Request", "req.uri()", "url"],
    ["req: HttpRequest", "req.peer_addr()", "client-address"],
    ["", "std::env::vars()", "environment"],
    ["addr: SocketAddr", "addr", undefined],
    ["State(db): State<Db>", "db", undefined],
    ["user: User", "user.headers()", undefined],
    ["h: HeaderMap", 'h.get("Authorization")', "authorization"],
    ["h: HeaderMap", 'h.get("x-user")', "request-headers"],
    ["h: HeaderMap", "h.get(COOKIE)", "request-headers"],
    ["h: HeaderMap", "{ let g = h; g.get(KEY) }", "request-headers"],
    ["h: HeaderMap", 'h.remove("x-user")', undefined],
    ["", 'headers.get("x-user")', "request-headers"],
    ["", "store.get(KEY)", undefined],
    ["jar: CookieJar", 'jar["session"]', "request-cookies"],
    ["", "env::vars_os()", "environment"],
    ["", "std::env::args()", undefined],
    ["", "store.vars()", undefined],
    ["", "vars()", undefined],
    ["", "uri()", undefined],
    ["", "store.uri()", undefined],
    ["", "req.inner()", undefined],
    ["", "self.req.uri()", "url"],
    ["", "req().uri()", "url"],
    ["body: &Json<Login>", "body", "request-body"],
    ["body: Json<Login>", "body.email", undefined],
    ["auth: TypedHeader", "auth", "request-headers"],
    ["Login { email, .. }: Json<Login>", "email", undefined],
    ["Some(body): Option<Json<Login>>", "body", undefined],
  ])("%s: %s", (parameter, expression, origin) => {
    expect(readValue(`fn f(${parameter}) { observe(${expression}); }`).origin).toBe(origin);
  });
});

test("a variable with the type of a request's body is no parameter, and holds what it is set to", () => {
  expect(readValue("fn f() { let body: Json<Login> = load(); observe(body); }").origin).toBeUndefined();
});

test("a binding knows what else uses it", () => {
  const text =
    'const AUTH: &str = "auth"; pub const PAY: &str = "pay"; fn f() { observe(AUTH); g(AUTH); observe(PAY); }';
  const [auth, pay] = readValues(text).map((value) => (value.kind === "name" ? value.binding : undefined));
  expect(auth?.uses.map(([start]) => text.slice(start - 2, start + 4))).toEqual(["e(AUTH", "g(AUTH"]);
  expect([auth?.exported, pay?.exported]).toEqual([false, true]);
});

test("a binding is the same for all uses of a variable, and knows those of another one by its place", () => {
  const text = 'fn f() { let a = "x"; observe(a); { let a = "y"; g(a); } h(a, b.a); observe(a); }';
  const [first, second] = readValues(text).map((value) => (value.kind === "name" ? value.binding : undefined));
  const uses = first?.uses.map(([start]) => text.slice(start - 2, start + 1));
  expect(uses).toContain("h(a");
  expect(uses).not.toContain("g(a");
  expect(second).toBe(first);
});

test("a name that is a keyword is used under its mark", () => {
  const text = 'fn f() { let r#type = "x"; observe(r#type); g(r#type, b.r#type); }';
  const [binding] = readValues(text).map((value) => (value.kind === "name" ? value.binding : undefined));
  expect(binding?.uses.map((range) => text.slice(range[0] - 2, range[1]))).toEqual(["e(r#type", "g(r#type"]);
});

test("constants of each other come to an end", () => {
  const value = readValue("const A: &str = B; const B: &str = A; fn f() { observe(A); }");
  expect(resolve(value).kind).toBe("name");
});

test("a choice keeps its alternatives apart", () => {
  const [is] = readValues('fn f() { let c = if a { "x" } else { "y" }; observe(c); }');
  expect(is && alternatives(is).map(({ is }) => textOf(is))).toEqual(["x", "y"]);
  expect(is && resolve(is).kind).toBe("choice");
});

describe("what is held where a call stands", () => {
  test.each<[body: string, ...held: string[]]>([
    ["let mut v = vec![1]; v.push(2); observe(v);", "[1, 2]"],
    ["let mut v = vec![1]; v.extend(vec![2, 3]); observe(v);", "[1, 2, 3, …]"],
    ["let mut v = vec![1]; v.extend(others); observe(v);", "[1, others, …]"],
    ["let mut v = vec![1]; v.insert(0, 2); observe(v);", "{ ...[1], [0]: 2, … }"],
    ["let mut v = vec![1]; v.clear(); observe(v);", "[1, …]"],
    ["let mut v = vec![1]; v.append(&mut w); observe(v);", "[1, w, …]"],
    ["let mut s = String::from(\"a\"); s.push('b'); observe(s);", 'template("a", "b")'],
    ['let mut s = String::from("a"); s.push_str("c"); observe(s);', 'template("a", "c")'],
    ['let mut s = String::from("a"); s += "c"; observe(s);', 'template("a", "c")'],
    ['let mut s = String::from("a"); *s += "c"; observe(s);', 'template("a", "c")'],
    ['let mut s = String::from("a"); (s).push_str("c"); observe(s);', 'template("a", "c")'],
    ['let mut s = String::from("a"); s -= 1; observe(s);', '("a" | ?)'],
    ['let mut s = String::new(); write!(s, "a {}", b).unwrap(); observe(s);', 'template("a ", b)'],
    ['let mut s = String::new(); writeln!(s, "a").unwrap(); observe(s);', 'template("a")'],
    ['let mut s = String::new(); other!(s, "a"); observe(s);', '""'],
    ['let mut s = String::new(); write!(&mut s, "a {}", b); observe(s);', 'template("a ", b)'],
    ['let mut s = String::new(); other!(&mut s, "a"); observe(s);', '("" | ?)'],
    ['let mut s = String::new(); s.insert_str(0, "x"); observe(s);', 'template("x")'],
    ['let mut s = x; s.push_str("c"); observe(s);', 'template(x, "c")'],
    ['let mut m = Map::new(); m.insert("a".into(), b.into()); observe(m);', "{ a: b }"],
    ['let mut m = Map::new(); m["a"] = 1; observe(m);', "{ a: 1 }"],
    ["let mut m = Map::new(); m[0] += 1; observe(m);", "{ … }"],
    ["let mut m = Map::new(); x[m] = 1; observe(m);", "{}"],
    ['let mut m = Map::new(); m.extend([("a".into(), b)]); observe(m);', "{ a: b }"],
    ["let mut m = Map::new(); m.extend(other); observe(m);", "{ ...other, … }"],
    ['let mut m = Map::new(); m.insert("a", 1); m.insert("a", 2); observe(m);', "{ a: 2 }"],
    ['let mut m = Map::new(); if c { m.insert("a", 1); } observe(m);', "{ a: 1 }"],
    ['let mut m = Map::new(); if c { m.insert("a", 1); } else { m.insert("a", 2); } observe(m);', "{ a: (1 | 2) }"],
    ['let mut m = Map::new(); if c { m.insert("a", 1); } else { m.insert("b", 2); } observe(m);', "{ a: 1, b: 2 }"],
    ['let mut m = Map::new(); match c { A => { m.insert("a", 1); } _ => return } observe(m);', "{ a: 1 }"],
    [
      'let mut m = Map::new(); match c { A => { m.insert("a", 1); m.insert("b", 2); } _ => {} } observe(m);',
      "{ a: 1, b: 2 }",
    ],
    ["let mut v = vec![1]; if c { v.push(2); } else { v.push(3); } observe(v);", "[1, 2, 3, …]"],
    ["let mut v = vec![1]; if c { v.push(2); return; } observe(v);", "[1]"],
    ["let mut v = vec![1]; if c { v.push(2); return; } else { v.push(3); return; } observe(v);", "[1]"],
    ["let mut v = vec![1]; for x in y { v.push(x); } observe(v);", "[1, y[], …]"],
    ["let mut v = vec![1]; while c { v.push(2); } observe(v);", "[1, 2, …]"],
    ["let mut v = vec![1]; while v.push(2) { } observe(v);", "[1, 2]"],
    ["let mut v = vec![1]; for x in y { observe(v); v.push(x); }", "[1, y[], …]"],
    ["let mut v = vec![1]; loop { v.push(2); break; } observe(v);", "[1, 2]"],
    ["let mut v = vec![1]; let g = || v.push(2); observe(v);", "[1, 2, …]"],
    ["let mut v = vec![1]; let g = async { v.push(2) }; observe(v);", "[1, 2, …]"],
    ["let mut v = vec![1]; if v.push(2) { } observe(v);", "[1, 2]"],
    ["let mut v = vec![1]; if c { v.push(2); } else { observe(v); }", "[1]"],
    ["let mut v = vec![1]; f(&mut v); observe(v);", "[1, …]"],
    ["let mut v = vec![1]; f(&v); observe(v);", "[1]"],
    ["let mut v = vec![1]; v = vec![2]; observe(v);", "[2]"],
    ["let mut v = 1; -v; observe(v);", "1"],
    ["let mut u = User { a: 1 }; u.a = 2; observe(u.a);", "2"],
    ["let mut u = User { a: x }; u.a.push(2); observe(u);", "{ a: [2, …] }"],
    ["let mut u = User { a: vec![1] }; u.a.push(2); observe(u);", "{ a: [1, 2] }"],
    ['let mut u = User { a: String::new() }; u.a += "b"; observe(u);', '{ a: template("b") }'],
    ["let mut u = get(); u.a = 1; observe(u);", "{ ...get(), a: 1, … }"],
    ["let mut u = get(); u.push(1); observe(u);", "[1, …]"],
    ['let mut u = get(); u.insert("a", 1); observe(u);', "{ ...get(), a: 1, … }"],
    ["let mut u = get(); u.extend(w); observe(u);", "{ ...get(), ...w, … }"],
    ["let mut u; u = 1; observe(u);", "1"],
    ["let mut u; u.push(1); observe(u);", "[1, …]"],
    ["let mut u; u += 1; observe(u);", "template(1)"],
    ["let mut u; u.extend(x); observe(u);", "{ ...x, … }"],
    ["let mut u; f(&mut u); observe(u);", "?"],
    ["let mut u; if c { u = 1; } else { u = 2; } observe(u);", "(1 | 2)"],
    ["let (a, b) = (1, 2); observe(b);", "2"],
    ["let (a, b) = pair; observe(b);", "pair.1"],
    ["let [a, b] = [1, 2]; observe(b);", "(1 | 2)"],
    ["let [a, ..] = list; observe(a);", "list[]"],
    ["let Some(x) = y else { return }; observe(x);", "y"],
    ["if let Some(x) = y { observe(x); }", "y"],
    ["if let Some(x) = y && let Some(z) = x { observe(z); }", "y"],
    ["while let Some(x) = it.next() { observe(x); }", "it"],
    ["match y { Some(x) => observe(x), None => {} }", "y"],
    ["match y { Ok(mut x) => observe(x), Err(e) => observe(e) }", "y", "e"],
    ["match y { A(x) | B(x) => observe(x), _ => {} }", "x"],
    ["match y { User { name, age: a, .. } => { observe(name); observe(a); } }", "y.name", "y.age"],
    ["match y { x @ 1..=5 => observe(x), _ => {} }", "y"],
    ["match y { x if x > 1 => observe(x), _ => {} }", "y"],
    ["let User { name: ref n, .. } = u; observe(n);", "u.name"],
    ["let &x = y; observe(x);", "y"],
    ["let ref mut x = y; observe(x);", "y"],
    ["for (i, x) in xs.iter().enumerate() { observe(x); observe(i); }", "xs[]", "i"],
    ["for (k, v) in map { observe(k); observe(v); }", "map[].0", "map[].1"],
    ["for i in 0..5 { observe(i); }", "?[]"],
    ["for i in (0..5).rev() { observe(i); }", "?[]"],
    ["for i in &(1..n) { observe(i); }", "?[]"],
    ["for x in &xs { observe(x); }", "xs[]"],
    ["for x in vec![1, 2] { observe(x); }", "(1 | 2)"],
    ["xs.iter().map(|x| observe(x));", "xs[]"],
    ["xs.iter().map(|(a, b)| observe(b));", "xs[].1"],
    ["xs.iter().fold(0, |sum, x| observe(x));", "x"],
    ["xs.iter().for_each(|&x| observe(x));", "xs[]"],
    ["opt.map(|x| observe(x));", "opt"],
    ["let f = |x: String| observe(x);", "x"],
    ["f(|x, y| observe(y));", "y"],
    ["let x = 1; let x = 2; observe(x);", "2"],
    ["let x = { let x = 1; x }; observe(x);", "1"],
    ['static A: &str = "a"; observe(A);', '"a"'],
    ["const A: u8 = 1; observe(A);", "1"],
    ["let x = loop { break 1; }; observe(x);", "?"],
    ["let x = if let Some(a) = b { a } else { c }; observe(x);", "(b | c)"],
    ["let x = match a { B => 1, _ => 2 }; observe(x);", "(1 | 2)"],
    ["let x = match a { B => return, _ => 2 }; observe(x);", "(2)"],
    ["let x = unsafe { 1 }; observe(x);", "1"],
    ["let x = a?; observe(x);", "a"],
    ["let x = a.b?.c; observe(x);", "a.b.c"],
    ["let x = (1, 2); observe(x.0);", "1"],
    ["let x = [1, 2]; observe(x[0]);", "1"],
    ["let x = [1, 2]; observe(x[i]);", "[1, 2][]"],
    ['let x = "abc"; observe(x[0..1]);', '"abc".slice(0, 1)'],
    ['let x = "abc"; observe(&x[..]);', '"abc".slice(0)'],
    ["let f = |a| a + 1; observe(f(1));", "+unknown(1, 1)"],
    ["let f = || { return 1; }; observe(f());", "1"],
    ["let f = |a| { if a { return 1 } 2 }; observe(f(1));", "(1 | 2)"],
    ["observe(a + b)", "+unknown(a, b)"],
    ['observe("a".to_string() + b)', 'template("a", b)'],
    ["observe(a - b)", "-number(a, b)"],
    ["observe(a as u8)", "a"],
    ["observe(-x)", "-number(x)"],
    ["observe(!x)", "!boolean(x)"],
    ["observe(-1.5)", "-1.5"],
    ["observe(a && b)", "&&boolean(a, b)"],
    ["observe(a == b)", "==boolean(a, b)"],
    ["observe(a < b)", "<boolean(a, b)"],
    ["observe(1 + 2 * 3)", "+unknown(1, *number(2, 3))"],
    ["observe(a..b)", "?"],
    ["observe(S { a, b: 1, ..c })", "{ ...c, a: a, b: 1, … }"],
    ["observe(S { a: 1, ..Default::default() })", "{ a: 1 }"],
    ["observe(S::default())", "S.default()"],
    ["observe(Default::default())", "{}"],
    ['observe(json!({ "a": 1, "b": [x, null], k: y }))', "{ a: 1, b: [x, null], [k]: y, … }"],
    ["observe(json!(null))", "null"],
    ["observe(json!([1, 2]))", "[1, 2]"],
    ["observe(json!(x))", "x"],
    ["observe(json!())", "?"],
    ["observe(json!(a, b))", "?"],
    ['observe(json!({ "a": { "b": x.y } }))', "{ a: { b: x.y } }"],
    [
      'observe(format!("a {b} {} {0} {c:?} {:>5}", x, c = y, z))',
      'template("a ", b, " ", x, " ", x, " ", debug(y), " ", z)',
    ],
    ["observe(format!(FMT, x))", "?"],
    ["observe(format!())", "template()"],
    ['observe(format!("{} {}", x))', 'template(x, " ", ?)'],
    ['observe(format_args!("a {}", x))', 'template("a ", x)'],
    ['observe(concat!("a", "b"))', 'template("a", "b")'],
    ['observe(concat!("a", 1))', 'template("a", 1)'],
    ["observe(stringify!(a))", "?"],
    ["observe(file!())", "?"],
    ["observe(line!())", "+number()"],
    ["observe(column!())", "+number()"],
    ['observe(env!("A"))', "env.A"],
    ['observe(include_str!("a"))', "?"],
    ["observe(vec![1; 5])", "[1, …]"],
    ["observe(vec![])", "[]"],
    ["observe(vec!(1))", "[1]"],
    ["observe([1; 5])", "[1, …]"],
    ["observe([])", "[]"],
    ["observe(todo!())", "?"],
    ['observe(hashmap!{ "a" => 1 })', "{ a: 1 }"],
    ['observe(BTreeMap::from([("a", 1)]))', "{ a: 1 }"],
    ["observe(HashMap::from([x]))", "{ ...[x], … }"],
    ["observe(HashMap::from(x))", "{ ...x, … }"],
    ['observe([("a", 1)].into_iter().collect())', "{ a: 1 }"],
    ['observe(vec![("a", 1)].into())', '[["a", 1]]'],
    ["observe(maplit::btreemap!{})", "{}"],
    ['observe(x.get("authorization"))', "x.authorization"],
    ['observe(headers.get("authorization"))', 'headers.get("authorization")'],
    ["observe(req.headers().get(AUTHORIZATION))", "req.headers().get(AUTHORIZATION)"],
    ["observe(a.map_or(1, |x| x))", "(1 | a)"],
    ["observe(a.map_or_else(|| 1, |x| x))", "(1 | a)"],
    ["observe(a.unwrap_or(1))", "(a | 1)"],
    ["observe(a.unwrap_or_else(g))", "(a | g)"],
    ["observe(a.or(b))", "(a | b)"],
    ["observe(a.map(|x| x.b))", "a.b"],
    ["observe(a.and_then(|x| x.b))", "a.b"],
    ["observe(a.then(|| 1))", "1"],
    ["observe(Some(1))", "1"],
    ["observe(None)", "none"],
    ["observe(Ok(1)?)", "1"],
    ["observe(Box::new(1))", "1"],
    ["observe(Arc::new(x))", "x"],
    ["observe(String::new())", '""'],
    ["observe(String::from_utf8(x))", "String.from_utf8(x)"],
    ["observe(b'a')", '"a"'],
    ["observe('\\u{e9}')", '"é"'],
    ['observe("\\x41\\u{1F600}\\n\\q")', '"A😀\\nq"'],
    ['observe("a\\\n   b")', '"ab"'],
    ['observe(r##"a"#b"##)', '"a\\"#b"'],
    ['observe(c"abc")', '"abc"'],
    ['observe(br"a")', '"a"'],
    ["observe(1_000_000u64)", "1000000"],
    ["observe(0b11)", "3"],
    ["observe(0o17)", "15"],
    ["observe(1e3)", "1000"],
    ["observe(1f32)", "1"],
    ["observe(self.x)", "self.x"],
    ["observe(Self::X)", "Self.X"],
    ["observe(Self::new())", "Self.new()"],
    ["observe(crate::X)", "crate.X"],
    ["observe(x.0.1)", "x.0.1"],
    ["observe(x.await)", "x"],
    ["observe((x))", "x"],
    ["observe((1, 2))", "[1, 2]"],
    ["observe(&*x)", "x"],
    ["observe(x.clone().to_string())", "x"],
    ["observe(Level::Info)", "Level.Info"],
    ["observe(sentry::Level::Warning)", '"warning"'],
    ['observe("warning".parse::<Level>())', '"warning".parse()'],
    ['observe("x".parse().unwrap())', '"x"'],
    ["observe(x.parse::<u8>())", "x.parse()"],
    ["observe(<T as U>::f())", "?.f()"],
    ["observe(Vec::<u8>::new())", "[]"],
    ["observe(a::<b>(c))", "a(c)"],
    ["observe(if a { 1 } else if b { 2 } else { 3 })", "(1 | 2 | 3)"],
    ["observe(if a { 1 } else { return })", "(1)"],
    ["observe(loop { })", "?"],
    ["observe(while a { })", "?"],
    ["observe(return 1)", "?"],
    ["observe(|| 1)", "function"],
    ["observe(async move { 1 })", "1"],
    ["observe(x = 1)", "none"],
    ["observe(a <<= 1)", "none"],
    ["observe()"],
    ["observe(a +)", "?"],
    ["observe(-)", "?"],
    ["observe(a.)", "?"],
    ["observe(a[])", "?"],
    ["observe(a::)", "?"],
    ["observe(SystemTime::now())", "SystemTime.now()"],
    ["observe(Utc::now().timestamp())", "Utc.now().timestamp()"],
    ["observe(Instant::now())", "Instant.now()"],
    [
      "observe(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis())",
      "SystemTime.now().duration_since(UNIX_EPOCH).as_millis()",
    ],
  ])("%s", (body, ...expected) => {
    expect(held(body)).toEqual(expected);
  });

  test("changes without end open a value", () => {
    expect(held(`let mut v = vec![1]; ${"v.push(2);".repeat(300)} observe(v);`)).toEqual(["[1, …]"]);
  });
});

describe("which variable a name stands for", () => {
  test.each<[body: string, ...held: string[]]>([
    ["let x = 1; fn g() { observe(x); }", "x"],
    ["let x = 1; const C: u8 = { observe(x); 1 };", "x"],
    ["let x = 1; static S: u8 = { observe(x); 1 };", "x"],
    ["let x = 1; for x in { observe(x); xs } {}", "1"],
    ["let x = 1; while let Some(x) = { observe(x); y } {}", "1"],
    ["let x = 1; if let Some(x) = { observe(x); y } {}", "1"],
    ["let x = 1; if observe(x) && let Some(x) = y {}", "1"],
    ["if let Some(x) = y && observe(x) && let Some(z) = x { observe(z); }", "y", "y"],
    ["let x=1;observe(x);", "1"],
    ["let () = g(); let x = 1; observe(x);", "1"],
    ["'a: for x in xs { observe(x); }", "xs[]"],
    ["fn g(n: u8) -> u8 { n } observe(g(1));", "1"],
    ["let n = 1; let g = |n: u8, m: [u8; { observe(n); 1 }]| 2;", "1"],
    ["match y { core::option::Option::Some(e) => observe(e), _ => {} }", "y"],
    ["match y { Path(a, b) => observe(b), _ => {} }", "b"],
    ["match y { NONE => observe(NONE), _ => {} }", "NONE"],
    ["let (a,) = pair; observe(a);", "pair.0"],
    ["let (a) = pair; observe(a);", "pair"],
    ["let eMail = 1; observe(eMail);", "1"],
  ])("%s", (body, ...expected) => {
    expect(held(body)).toEqual(expected);
  });
});

describe("only what is marked as mutable changes", () => {
  test.each<[body: string, ...held: string[]]>([
    ["let q = queue(); q.push(1); observe(q);", "queue()"],
    ["for q in queues { q.push(1); observe(q); }", "queues[]"],
    ["match y { Some(q) => { q.push(1); observe(q); } _ => {} }", "y"],
    ["match y { Some(ref q) => { q.push(1); observe(q); } _ => {} }", "y"],
    ["let User { name, .. } = u; name.push(1); observe(name);", "u.name"],
    ["match y { Some(mut q) => { q = 1; observe(q); } _ => {} }", "1"],
    ["match y { Some(ref mut q) => { *q = 1; observe(q); } _ => {} }", "1"],
    ["let User { mut name, .. } = u; name = 1; observe(name);", "1"],
    ["let User { ref mut name, .. } = u; *name = 1; observe(name);", "1"],
    ["let (mut a) = pair; a = 1; observe(a);", "1"],
    ["let (mut a, b) = pair; a = 1; b.push(1); observe(a); observe(b);", "1", "pair.1"],
    ["let whole @ (mut a, _) = pair; a = 1; observe(a); observe(whole);", "1", "pair"],
    ['for (_, mut x) in xs { x += "a"; observe(x); }', 'template(xs[].1, "a")'],
    ["let g = |mut x: u8| { x = 1; observe(x); };", "1"],
    ["let g = |x: Queue| { x.push(1); observe(x); };", "x"],
  ])("%s", (body, ...expected) => {
    expect(held(body)).toEqual(expected);
  });
});

describe("what a variable holds after branches", () => {
  test.each<[body: string, held: string]>([
    ['let mut e = "x"; if a { e = "y"; } else { g(); } observe(e);', '("x" | "y")'],
    ['let mut e = "x"; if a { g(); } else { e = "y"; } observe(e);', '("x" | "y")'],
    ['let mut e = "x"; if a { e = "y"; } else if b { e = "z"; } observe(e);', '("y" | ("x" | "z"))'],
    ['let mut e = "x"; if a { e = "y"; } if b { e = "z"; } observe(e);', '(("x" | "y") | "z")'],
    ['let mut e = "x"; if a { e = "y"; } e = "z"; observe(e);', '"z"'],
    ['let mut e = "x"; if a { if b { e = "y"; } e = "z"; } observe(e);', '("x" | "z")'],
    ['let mut e = "x"; if a { if b { e = "y"; } } observe(e);', '("x" | ("x" | "y"))'],
    ['let mut e = "x"; if a { if b { e = "y"; } else { e = "z"; } } observe(e);', '("x" | ("y" | "z"))'],
    ['let mut e = "x"; if a { e = "y"; if b { e = "z"; } else { e = "w"; } } observe(e);', '("x" | ("z" | "w"))'],
    [
      'let mut e = "x"; if a { match b { 1 => e = "y", _ => e = "z" } } else { e = "w"; } observe(e);',
      '(("y" | "z") | "w")',
    ],
    ['let mut e = "x"; match a { 1 => e = "y", _ => {} } observe(e);', '("x" | "y")'],
    ['let mut e = "x"; match a { 1 => e = "y", _ => return } observe(e);', '"y"'],
    ['let mut e = "x"; match a { 1 => e = "y", 2 if b => return, _ => e = "z" } observe(e);', '("y" | "z")'],
    ['let mut e = "x"; match a { #![allow(unused)] 1 => e = "y", _ => e = "z" } observe(e);', '("y" | "z")'],
    ['let mut e = "x"; loop { match a { 1 => e = "y", 2 => break, _ => continue } observe(e); }', '"y"'],
    ['let mut e = "x"; loop { if a { e = "y"; } else { continue; } observe(e); }', '"y"'],
    ['let mut e = "x"; loop { if a { e = "y"; break; } observe(e); }', '"x"'],
    ["let mut s = 1; while a { s = 2; } observe(s);", "(1 | 2)"],
    ["let mut s = 1; while { s = 2; a } {} observe(s);", "2"],
    ["let mut s = 1; for x in { s = 2; xs } {} observe(s);", "2"],
    ["let mut s = 1; if { s = 2; a } {} observe(s);", "2"],
    ["let mut s = 1; match { s = 2; a } { _ => {} } observe(s);", "2"],
    ["let mut s = 1; match a { 1 => observe(s), _ => { s = 2; } }", "1"],
    ["let mut s = 1; match a { 1 => { s = 2; observe(s); } _ => {} }", "2"],
    ['loop { let mut e = "x"; observe(e); e = "y"; }', '"x"'],
    ["let mut s = vec![1]; xs.iter().for_each(|x| s.push(2)); observe(s);", "[1, 2, …]"],
  ])("%s", (body, expected) => {
    expect(held(body)).toEqual([expected]);
  });
});

describe("what is built in some cases only", () => {
  test.each<[body: string, held: string]>([
    ["let mut m = Map::new(); if c { m = load(); } observe(m);", "({} | load())"],
    ["let mut v = vec![1]; if c { v = load(); } observe(v);", "([1] | load())"],
    ['let mut m = Map::new(); m.insert("a", 1); if c { m.insert("b", 2); } observe(m);', "{ a: 1, b: 2 }"],
    ["let mut m = S { ..base }; if c { m.a = 1; } observe(m);", "{ ...base, a: 1, … }"],
    ["let mut m = Map::new(); if c { fill(&mut m); } observe(m);", "{ … }"],
    ["let mut m = Map::new(); m.extend([(k, 1)]); observe(m);", "{ [k]: 1, … }"],
    ['let mut m = load(); m.extend([("a", 1)]); observe(m);', "{ ...load(), a: 1, … }"],
    ["let mut m = Map::new(); m.insert(k, 1); m.insert(j, 2); observe(m);", "{ [k]: 1, [j]: 2, … }"],
    ['let mut b = B { ..Default::default() }; b.data.insert("k", 1); observe(b);', "{ data: { k: 1 } }"],
    ['let mut b = load(); b.data.insert("k", 1); observe(b.data);', "{ k: 1, … }"],
  ])("%s", (body, expected) => {
    expect(held(body)).toEqual([expected]);
  });
});

describe("what leaves a variable as it is", () => {
  test.each<[body: string, held: string]>([
    ['let mut m = map(); m["a"]; observe(m);', "map()"],
    ['let mut m = map(); g(m["a"]); observe(m);', "map()"],
    ['let mut m = map(); x = m["a"]; observe(m);', "map()"],
    ['let mut e = "x"; y = e; observe(e);', '"x"'],
    ['let mut e = "x"; y = g(e); observe(e);', '"x"'],
    ['let mut e = "x"; -e; !e; observe(e);', '"x"'],
    ['let mut e = "x"; write(e, "a"); observe(e);', '"x"'],
    ['let mut e = "x"; f.write(e, "a"); observe(e);', '"x"'],
    ['let mut e = "x"; writer!(e, "a"); observe(e);', '"x"'],
    ['let mut e = "x"; overwrite!(e, "a"); observe(e);', '"x"'],
    ["let mut u = User { push: g }; (u.push)(1); observe(u);", "{ push: g }"],
    ["let mut u = user(); g(u.push); observe(u);", "user()"],
    ["let mut u = user(); u.append_log(x); observe(u);", "user()"],
  ])("%s", (body, expected) => {
    expect(held(body)).toEqual([expected]);
  });
});

describe("what calls, macros and structs make", () => {
  test.each<[expression: string, printed: string]>([
    ['format!("{0} {1}", a, n = x)', 'template(a, " ", x)'],
    ['format!("{0}", n = x)', "template(x)"],
    ['format!("{} {x}", a, x = b)', 'template(a, " ", b)'],
    ['format!("{}", x == y)', "template(==boolean(x, y))"],
    ['format!(r"a {}", x)', 'template("a ", x)'],
    ['format!("a {x.y}")', "?"],
    ["S { ..other() }", "{ ...other(), … }"],
    ["S { a: 1, ..S::default() }", "{ a: 1 }"],
    ["S { a: 1, ..base.default }", "{ ...base.default, a: 1, … }"],
    ["S { a: 1, ..base }", "{ ...base, a: 1, … }"],
    ["S { a: 1, ..load() }", "{ ...load(), a: 1, … }"],
    ["S { #[cfg(x)] a: 1, b }", "{ a: 1, b: b }"],
    ['HashMap::from([("a", 1, 2)])', '{ ...[["a", 1, 2]], … }'],
    ['HashMap::from([("a",)])', '{ ...[["a"]], … }'],
    ['HashMap::from([(k, 1), ("a", 2)])', "{ [k]: 1, a: 2, … }"],
    ["HashMap::from([])", "{}"],
    ["HashMap::from([x; 3])", "{ ...[x, …], … }"],
    ['HashMap::from([("a", 1); 3])', "{ a: 1, … }"],
    ['HashMap::from(HashMap::from([("a", 1)]))', "{ a: 1 }"],
    ['json!({ "a": null, "b": [], "c": {} })', "{ a: null, b: [], c: {} }"],
    ['json!({ k: 1, "b": 2 })', "{ [k]: 1, b: 2, … }"],
    ['btreemap! { k => 1, "b" => 2 }', "{ [k]: 1, b: 2, … }"],
    ["xs.iter().collect::<HashMap<_, _>>()", "xs"],
    ['[("a", 1)].into_iter().collect::<MyVec<_>>()', "{ a: 1 }"],
    ['x.get_mut("a")', "x.a"],
    ['x.y.get("a")', "x.y.a"],
    ['load().get("a")', "load().a"],
    ['self.get("a")', "self.a"],
    ['header_map.get("a")', "header_map.a"],
    ['header.get("a")', 'header.get("a")'],
    ['req.headers.get("a")', 'req.headers.get("a")'],
    ["x.get(k)", "x.get(k)"],
    ["x.get()", "x.get()"],
    ["x.nth(1)", "x[1]"],
    ["a.get_or_insert_with(|| b)", "(a | b)"],
    ["a.get_or_insert(b)", "(a | b)"],
    ["a.or_else(|e| Some(b))", "(a | b)"],
    ["a.map_or(1, |x| x.b)", "(1 | a.b)"],
    ["a.map_or_else(|| 1, |x| x.b)", "(1 | a.b)"],
    ["a.then_some(b)", "b"],
    ["a.map()", "a.map()"],
    ["a.fold(1, |s, x| x)", "a.fold(1, function)"],
    ["other::once(x)", "other.once(x)"],
    ['std::env::var_os("KEY")', "std.env.var_os.KEY"],
    ["Some(1, 2)", "Some(1, 2)"],
    ["Some()", "Some()"],
    ['"a".parse::<sentry::Level>()', '"a"'],
    ["x.parse::<sentry::Level>()", "x"],
    ['r"a".parse()', '"a"'],
    ["x.parse()", "x.parse()"],
    ["false", "false"],
    ['format!("a") + x', 'template(template("a"), x)'],
    ["a + b * c", "+unknown(a, *number(b, c))"],
    ["[#[cfg(a)] x, y]", "[x, y]"],
    ["S { a: 1, ..default.base }", "{ ...default.base, a: 1, … }"],
    ["S { a: 1, ..a::b::default() }", "{ a: 1 }"],
    ["S { a: 1, ..<S as Other>::load() }", "{ ...?.load(), a: 1, … }"],
    ["cache.get_or_insert(key, b)", "(cache | b)"],
    ["grid.map(size, |x| z)", "z"],
    ["std::sync::Arc::new(x)", "x"],
    ["alloc::string::String::new()", '""'],
    ['formatcp!("a {}", x)', 'template("a ", x)'],
    ['anyhow!("a {}", x)', 'template("a ", x)'],
    ["{ x; }", "?"],
    ["{ dbg!(x); }", "?"],
    ["{}", "?"],
    ["const { 1 }", "1"],
    ["if a { 1 }", "(1)"],
    ["if a { todo() } else { 2 }", "(todo() | 2)"],
    ["if a { todo!() } else { 2 }", "(2)"],
  ])("%s", (expression, printed) => {
    expect(held(`observe(${expression});`)).toEqual([printed]);
  });

  test.each<[outside: string, expression: string, printed: string]>([
    ["use std::iter;", "iter::once(x)", "[x]"],
    ["use std::env;", 'env::var("KEY")', "env.var.KEY"],
    ["use std::env;", "env::var(key)", "env.var[]"],
    ["fn Some(x: u8) -> u8 { 7 }", "Some(1)", "7"],
    ["struct U; impl U { const X: u8 = 1; fn g() {} }", "U::X", "1"],
    ["struct U; impl U { const X: u8 = 1; fn g() {} }", "U::Y", "U.Y"],
    ["struct U; impl U { const X: u8 = 1; fn g() {} }", "U::X::Y", "U.X.Y"],
    ["struct U; impl U { const X: u8 = 1; fn g() {} }", "U::g", "function"],
    ["mod m { pub struct U; } impl m::U { const X: u8 = 1; }", "m::U::X", "1"],
    ["mod m { pub const X: u8 = 1; }", "m::X", "1"],
    ["mod m { pub const X: u8 = 1; }", "m::X::Y", "m.X.Y"],
    ["static mut X: u8 = 1;", "X", "X"],
    ["fn g() {}", "g", "function"],
    [
      "struct U { a: u8 } impl U { fn a(&self) -> u8 { self.b() } fn b(&self) -> u8 { self.a } }",
      "U { a: 1 }.a()",
      "1",
    ],
    ["struct U { a: u8 } impl U { fn a(&self) -> u8 { self.a } }", "U::a(&U { a: 1 })", "1"],
    ["struct U { a: u8 } impl U { fn a(self: &Self, b: u8) -> u8 { b } }", "U { a: 1 }.a(2)", "2"],
    ["struct U { a: u8 } impl U { fn a(self: &Self, b: u8) -> u8 { b } }", "U::a(u, 2)", "2"],
    ["fn one() -> u8 { 1 }", "a.map_or_else(one, |x| x.b)", "(1 | a.b)"],
    ["struct U { a: u8 } impl U { fn b(&self, c: u8) -> u8 { c } }", "U::default().b(2)", "2"],
    ["struct U { a: u8 } impl U { fn b(&self, c: u8) -> u8 { c } }", "U::of(1).b(2)", "U.of(1).b(2)"],
    ["struct U { a: u8 } impl U { fn b(&self, c: u8) -> u8 { c } }", "{ let u: _ = U { a: 1 }; u.b(2) }", "2"],
  ])("%s %s", (outside, expression, printed) => {
    expect(held(`observe(${expression});`, outside)).toEqual([printed]);
  });

  test.each([
    ["mod m { struct U; impl U { fn a() -> u8 { 1 } } fn f() { observe(U::a()); } }", "1"],
    ["struct U; impl U { fn a() -> u8 { 1 } } fn f() { observe(U::a::b()); }", "U.a.b()"],
    ["struct U; impl U { fn a() -> u8 { 1 } fn f() { observe(Self::a::b()); } }", "Self.a.b()"],
    ["struct U; impl U { const A: F = g; } fn f() { observe(U::A()); }", "U.A()"],
    ["fn f(a: String, b: T) { observe(a + b); }", "template(a, b)"],
    ["fn f(a: T, b: T) { observe(a + b); }", "+unknown(a, b)"],
  ])("%s", (code, printed) => {
    expect(readValues(code).map((value) => printValue(value, true))).toEqual([printed]);
  });

  test("what is added to stands where it was made", () => {
    const value = readValue("fn f() { let mut v = vec![1]; v.push(2); observe(v); }");
    expect(resolve(value).source).toBe("vec![1]");
  });

  test("a type's own constant, by Self", () => {
    const values = readValues("struct U; impl U { const X: u8 = 1; fn f() { observe(Self::X); observe(Self::Y); } }");
    expect(values.map((value) => printValue(value, true))).toEqual(["1", "Self.Y"]);
  });

  test("what a variable hides", () => {
    expect(held("let f = |a| a; observe(f(1)); let g = 1; observe(g(1));")).toEqual(["1", "g(1)"]);
    expect(held("let f = || { let g = || { return 2; }; return 1; }; observe(f());")).toEqual(["1"]);
    expect(readValues("fn f(g: F) { observe(g(1)); }").map((value) => printValue(value, true))).toEqual(["g(1)"]);
    expect(held("let mut v = vec![]; f(&mut v); observe(HashMap::from(v));")).toEqual(["{ ...[…], … }"]);
    expect(held("let [a, b] = []; observe(b);")).toEqual(["[][]"]);
    expect(held("let [a, b] = vec![1; 3]; observe(b);")).toEqual(["[1, …][]"]);
    expect(held("let S { a, .. } = S { b: 1, ..x }; observe(a);")).toEqual(["{ ...x, b: 1, … }.a"]);
  });
});

describe("a part of a text", () => {
  test.each([
    ["s[1..3]", "s.slice(1, 3)"],
    ["s[1..]", "s.slice(1)"],
    ["s[..3]", "s.slice(0, 3)"],
    ["s[..]", "s.slice(0)"],
    ["s[..=3]", "s.slice(0, 4)"],
    ["s[1 ..= 3]", "s.slice(1, 4)"],
    ["s[s.len() - 4..]", "s.slice(-4)"],
    ["s[..s.len() - 2]", "s.slice(0, -2)"],
    ["s[..=s.len() - 2]", "s.slice(0, -1)"],
    ["s[..=s.len() - 1]", "s.slice(0)"],
    ["s[s.len()..]", "s.slice(s.len())"],
    ["s[t.len() - 4..]", "s.slice(-number(t.len(), 4))"],
    ["s[s.len() / 2..]", "s.slice(/number(s.len(), 2))"],
    ["s[n - 1..]", "s.slice(-number(n, 1))"],
  ])("%s", (expression, printed) => {
    expect(printValue(value(expression))).toBe(printed);
  });
});

describe("a time that is built from milliseconds as if they were seconds", () => {
  /** The clock of a timestamp of a breadcrumb. */
  const clockOf = (timestamp: string) => {
    const field = only(
      `fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { timestamp: ${timestamp}, ..x }); }`,
    ).timestamp;
    return field?.value.kind === "operation" || field?.value.kind === "call" ? field.value.clock : "?";
  };

  test.each([
    "UNIX_EPOCH + Duration::from_secs(x.timestamp_millis())",
    "UNIX_EPOCH + Duration::from_secs_f64(x.timestamp_millis())",
    "SystemTime::UNIX_EPOCH + Duration::from_secs(x.as_millis() as u64)",
    "std::time::UNIX_EPOCH.checked_add(Duration::from_secs(x.timestamp_millis())).unwrap()",
  ])("%s", (timestamp) => {
    expect(clockOf(timestamp)).toBe("milliseconds");
  });

  test.each([
    "UNIX_EPOCH + Duration::from_secs(x.timestamp())",
    "UNIX_EPOCH + Duration::from_secs(timestamp_millis())",
    "UNIX_EPOCH + Duration::from_millis(x.timestamp_millis())",
    "UNIX_EPOCH - Duration::from_secs(x.timestamp_millis())",
    "UNIX_EPOCH * Duration::from_secs(x.timestamp_millis())",
    "UNIX_EPOCH.checked_sub(Duration::from_secs(x.timestamp_millis())).unwrap()",
    "checked_add(Duration::from_secs(x.timestamp_millis()))",
    "start + Duration::from_secs(x.timestamp_millis())",
    "UNIX_EPOCH_OF_OTHERS + Duration::from_secs(x.timestamp_millis())",
    "UNIX_EPOCH + Duration::from_secs_or_millis(x.timestamp_millis())",
    "UNIX_EPOCH + Duration::from_secs(x.timestamp_millis()) + offset",
    "UNIX_EPOCH + Duration::from_secs()",
    "UNIX_EPOCH.checked_add()",
  ])("not %s", (timestamp) => {
    expect(clockOf(timestamp)).toBeUndefined();
  });
});
