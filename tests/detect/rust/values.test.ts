import { describe, expect, test } from "vitest";
import { alternatives, resolve, textOf, type Value } from "../../../src/breadcrumb/index.ts";
import { printValue } from "../../support/print-value.ts";
import { readValue, readValues } from "./support.ts";

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
  "include_str!(\"a.txt\")": "?",
  'json!({ "a": { "b": [1, x.y, null] }, "c": f(1, 2), })': "{ a: { b: [1, x.y, null] }, c: f(1, 2) }",
  'json!({ "a": 1 }).as_object().unwrap().clone()': "{ a: 1 }",
  "json!({ key: 1 })": "{ [key]: 1, … }",
  "json!(user)": "user",
  'btreemap! { "a" => x, "b".into() => 2 }': "{ a: x, b: 2 }",
  'sentry::map! { "a".into() => x.into() }': "{ a: x }",
  "some_map!(a b c)": "{ … }",
  'BTreeMap::from([("a", x), ("b", y)])': "{ a: x, b: y }",
  'HashMap::from([(key, x)])': "{ [key]: x, … }",
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
      "é🦀 \\n", "email", " ", "user.email", " ", "user.email",
    ]);
  });

  test("a value is at what is left of its conversions", () => {
    const text = 'fn f() { observe(Some(user.email.clone().into())); }';
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
    ["a struct pattern", "let User { email, name: n, .. } = user; observe(email); observe(n);", ["user.email", "user.name"]],
    ["a nested pattern", "let User { address: Address { city, .. }, .. } = user; observe(city);", ["user.address.city"]],
    ["a tuple", "let (a, ref b) = (user.email, 2); observe(a); observe(b);", ["user.email", "2"]],
    ["a tuple that is not seen", "let (a, b) = pair(); observe(b);", ["pair().1"]],
    ["a binding with @", "let whole @ User { email, .. } = user; observe(email); observe(whole);", ["user.email", "user"]],
    ["let else", "let Some(e) = user.email else { return }; observe(e);", ["user.email"]],
    ["if let", "if let Some(e) = user.email { observe(e); } observe(e);", ["user.email", "e"]],
    ["an else branch sees nothing of it", "if let Some(e) = user.email { } else { observe(e); }", ["e"]],
    ["a let chain", "if let Some(u) = user && let Some(e) = u.email { observe(e); }", ["user.email"]],
    ["while let", "while let Some(e) = user.email { observe(e); }", ["user.email"]],
    ["match arms", 'match user.email { Some(e) if e.len() > 1 => observe(e), None => observe("x") }', ["user.email", '"x"']],
    ["a variant of unknown meaning", "match event { Event::Login(who) => observe(who), _ => {} }", ["who"]],
    ["a struct in an arm", "match &event { Event::Login { email } => observe(email) }", ["event.email"]],
    ["a loop's item", "for u in &users { observe(u.email); }", ["users[].email"]],
    ["a loop's item with its index", "for (i, u) in users.iter().enumerate() { observe(u.email); observe(i); }", ["users[].email", "i"]],
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
    ["text that is added", 'let mut s = String::new(); s.push_str("Hi "); s += &user.email; observe(s);', ['template("Hi ", user.email)']],
    ["text that is written", 'let mut s = String::new(); write!(s, "Hi {}", user.email)?; observe(s);', ['template("Hi ", user.email)']],
    ["something that is handed on for writing", 'let mut s = String::new(); read(&mut s); observe(s);', ['("" | ?)']],
    ["a constant", "observe(NAME);", ['"n"']],
    ["a static of a module", "observe(names::AUTH);", ['"auth"']],
    ["a constant of a type", "observe(Names::PAY);", ['"pay"']],
    ["a field of a literal", 'let u = User { email: "x", id: 1 }; observe(u.email);', ['"x"']],
    ["a function", "observe(hello(user.email));", ['template("Hello ", user.email)']],
    ["a function with two ends", "observe(either(user.email));", ['("none" | user.email)']],
    ["a closure", "let f = |x: &str| format!(\"<{}>\", x); observe(f(user.email));", ['template("<", user.email, ">")']],
    ["a function that calls itself", "observe(forever(1));", ["forever(1)"]],
    ["what a closure makes of each item", "observe(users.iter().map(|u| u.email.clone()).collect::<Vec<_>>());", ["users[].email"]],
  ])("%s", (_, body, expected) => {
    const outside = `
      const NAME: &str = "n";
      mod names { pub static AUTH: &str = "auth"; }
      struct Names; impl Names { const PAY: &'static str = "pay"; }
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
    ['let mut m = Map::new(); m.insert("a".into(), x.into()); m.insert("b".into(), 1.into()); observe(m);', "{ a: x, b: 1 }"],
    ['let mut m = Map::new(); m.insert("a".into(), x); m.insert("a".into(), y); observe(m);', "{ a: y }"],
    ['let mut m = Map::new(); if c { m.insert("a".into(), x); } observe(m);', "{ a: x }"],
    ['let mut m = Map::new(); m.insert(key, x); observe(m);', "{ [key]: x, … }"],
    ['let mut m = Map::new(); fill(&mut m); observe(m);', "{ … }"],
    ['let mut m = Map::new(); m.extend(more); observe(m);', "{ ...more, … }"],
    ['let mut m = Map::new(); m.extend([("a".into(), x)]); observe(m);', "{ a: x }"],
    ['let mut m = Map::new(); for k in keys { m.insert(k, x); } observe(m);', "{ [keys[]]: x, … }"],
    ['let mut m = given(); m.insert("a".into(), x); observe(m);', "{ ...given(), a: x, … }"],
    ['let mut m = Map::new(); observe(m.clone()); m.insert("a".into(), x);', "{}"],
    ['let mut v = vec![1]; v.push(x); observe(v);', "[1, x]"],
    ['let mut b = B { data: Map::new(), ..Default::default() }; b.message = m; b.data.insert("a".into(), x); observe(b);', "{ message: m, data: { a: x } }"],
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
  ])("%s: %s", (parameter, expression, origin) => {
    expect(readValue(`fn f(${parameter}) { observe(${expression}); }`).origin).toBe(origin);
  });
});

test("a binding knows what else uses it", () => {
  const text = 'const AUTH: &str = "auth"; pub const PAY: &str = "pay"; fn f() { observe(AUTH); g(AUTH); observe(PAY); }';
  const [auth, pay] = readValues(text).map((value) => (value.kind === "name" ? value.binding : undefined));
  expect(auth?.uses.map(([start]) => text.slice(start - 2, start + 4))).toEqual(["e(AUTH", "g(AUTH"]);
  expect([auth?.exported, pay?.exported]).toEqual([false, true]);
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
