import fc, { type Arbitrary } from "fast-check";

/** What a rule may have an opinion on stands among what none has. */
const TEXTS = [
  "saved",
  "",
  "Signed in as anna@firma.de",
  "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
  "password: x",
  "it's `odd` ${1} \\\\ {} {{x}}",
  "4111 1111 1111 1111",
  "../a",
  "__proto__",
  "größe 🦀",
];
const CATEGORIES = [
  "cart",
  "Cart",
  "auth",
  "ui.clik",
  "navigaton",
  "userLogin",
  "user_login",
  "user.login",
  "toString",
  "",
];
const LEVELS = ["info", "warn", "critical", "fatal", "debug", "log", "Error", "constructor", ""];
const TYPES = ["default", "http", "Navigation", "ui", "usr", "__proto__", "info"];
const KEYS = [
  "id",
  "email",
  "password",
  "user",
  "url",
  "method",
  "status_code",
  "toString",
  "constructor",
  "a-b",
  "cart",
  "1",
];

/** Numbers the signs that stand for a number: every call and every comment of a program is one of its own. */
function numbered(program: string): string {
  let next = 0;
  return program.replace(/§/g, () => String(next++));
}

function joined(...parts: readonly (string | Arbitrary<string>)[]): Arbitrary<string> {
  return fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((all) => all.join(""));
}

function list(item: Arbitrary<string>, separator: Arbitrary<string>, maxLength = 4): Arbitrary<string> {
  return fc
    .array(fc.tuple(item, separator), { maxLength })
    .map((pairs) => pairs.map(([text, after], index) => (index === pairs.length - 1 ? text : text + after)).join(""));
}

/** Fields, of which no two have the same name: what the second of them hides is not told. */
function fields(field: Arbitrary<string>, maxLength = 4): Arbitrary<string> {
  return fc
    .uniqueArray(fc.tuple(field, separator), { maxLength, selector: ([text]) => nameOf(text) })
    .map((pairs) => pairs.map(([text, after], index) => (index === pairs.length - 1 ? text : text + after)).join(""));
}

function nameOf(field: string): string {
  return /^\W*([\w-]+)/.exec(field)?.[1] ?? field;
}

/** What may stand between two tokens. */
const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("", " ") },
  { weight: 2, arbitrary: fc.constantFrom("\n", "\r\n  ", "\t") },
  { weight: 1, arbitrary: fc.constantFrom("/* note § */", " // note §\n", "\n/** note § */\n") },
);

const separator = joined(gap, ",", gap);

function quoted(text: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: text.map((text) => JSON.stringify(text)) },
    { weight: 1, arbitrary: text.map((text) => `'${text.replace(/['\\]/g, "\\$&")}'`) },
    { weight: 1, arbitrary: text.map((text) => `\`${text.replace(/[`\\$]/g, "\\$&")}\``) },
  );
}

/** Expressions of JavaScript, of those kinds that the values of breadcrumbs have. */
const { expression } = fc.letrec<{ expression: string; leaf: string; record: string; inner: string }>((tie) => ({
  leaf: fc.oneof(
    { weight: 4, arbitrary: quoted(fc.constantFrom(...TEXTS)) },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        "x",
        "user.email",
        "user?.name",
        "user",
        "req.body",
        "cart.total",
        "this.user.phone",
        "user['email']",
        "items[0]",
        "TEXT",
        "LEVEL",
        "PARTS",
        "1",
        "-1",
        "1n",
        "true",
        "null",
        "undefined",
        "void 0",
        "NaN",
        "/a/g",
        "new Date()",
        "Date.now()",
        "performance.now()",
        "call§()",
        "await call§(x)",
        "call§(user.email)",
        "new Error('no')",
        "Symbol('a')",
        "(() => call§())",
        "function () {}",
        "class {}",
        "x++",
        "(x, y)",
        "new Map([['a', 1]])",
        "new Set()",
        "import.meta.url",
        "Sentry.Severity.Warning",
        "Severity.Warning",
        "JSON.stringify(user)",
        "String(x)",
        "typeof x",
        "delete x.y",
        "document.cookie",
        "location.href",
        "event.target.value",
        "navigator.userAgent",
      ),
    },
  ),
  record: joined(
    fc.constantFrom("{", "{ __proto__: user,", '{ "__proto__": 1,'),
    gap,
    fields(
      fc.oneof(
        {
          weight: 6,
          arbitrary: joined(
            fc.constantFrom(...KEYS).map((key) => JSON.stringify(key)),
            gap,
            ":",
            gap,
            tie("inner"),
          ),
        },
        {
          weight: 3,
          arbitrary: joined(fc.constantFrom("id", "email", "user", "toString", "constructor"), ":", gap, tie("inner")),
        },
        fc.constantFrom("user", "x", "...user", "...(x ? { email: user.email } : {})", "get a() { return call§(); }"),
        fc.constantFrom("m() { return 1; }", "[x]: 1", '["email"]: x', "...call§()", "async *g() {}"),
      ),
    ),
    gap,
    "}",
  ),
  inner: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("expression")),
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    joined("(", gap, tie("inner"), gap, ")"),
    joined(tie("leaf"), gap, fc.constantFrom("+", "||", "&&", "*"), gap, tie("leaf")),
    joined("(x", gap, "?", gap, tie("inner"), gap, ":", gap, tie("inner"), ")"),
    joined("`at ${", tie("inner"), "} of ${", tie("leaf"), "}`"),
    joined("[", gap, list(tie("inner"), separator, 3), gap, "]"),
    tie("record"),
    joined("call§(", tie("inner"), ")"),
    joined("[", tie("leaf"), ",", gap, tie("leaf"), "].join(' ')"),
    joined("(", tie("leaf"), ").toString()"),
    joined("Object.assign({}, ", tie("record"), ")"),
  ),
}));

const fieldValue = (usual: readonly string[]): Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: quoted(fc.constantFrom(...usual)) }, { weight: 2, arbitrary: expression });

const field: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: joined("message", gap, ":", gap, fieldValue(TEXTS)) },
  { weight: 4, arbitrary: joined("category:", gap, fieldValue(CATEGORIES)) },
  { weight: 4, arbitrary: joined("level:", gap, fieldValue(LEVELS)) },
  { weight: 2, arbitrary: joined('"type"', gap, ":", gap, fieldValue(TYPES)) },
  {
    weight: 2,
    arbitrary: joined("timestamp:", gap, fc.constantFrom("Date.now()", "1700000000000", "new Date()", "t", '"now"')),
  },
  { weight: 4, arbitrary: joined("data", gap, ":", gap, expression) },
  {
    weight: 2,
    arbitrary: joined(
      fc.constantFrom("mesage", "Level", "extra", "event_id", "constructor", "'toString'"),
      ":",
      gap,
      expression,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("message", "level", "data", "...rest", "...(x && { level: 'warn' })", "[x]: 1"),
  },
);

const breadcrumb = fc.oneof(
  { weight: 12, arbitrary: joined("{", gap, fields(field, 6), gap, "}") },
  { weight: 1, arbitrary: joined("{ get message() { return 'a'; },", gap, field, ",", gap, "}") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("CRUMB", "...args", "'text'", "x ? CRUMB : { message: 'b' }", "call§()", "null"),
  },
  { weight: 1, arbitrary: expression },
);

const callee = fc.constantFrom(
  "Sentry.addBreadcrumb",
  "Sentry?.addBreadcrumb",
  'Sentry["addBreadcrumb"]',
  "crumb",
  "Sentry.getCurrentScope().addBreadcrumb",
  "Sentry.getCurrentHub().addBreadcrumb",
  "window.Sentry.addBreadcrumb",
  "record",
  "track",
  "logger.crumb",
  "(0, Sentry.addBreadcrumb)",
  "require('@sentry/node').addBreadcrumb",
);

const recording = joined(
  callee,
  "(",
  gap,
  fc.oneof(
    { weight: 9, arbitrary: breadcrumb },
    { weight: 1, arbitrary: joined(breadcrumb, ",", gap, expression) },
    { weight: 1, arbitrary: fc.constant("") },
  ),
  gap,
  ")",
);

const statement = fc.oneof(
  { weight: 8, arbitrary: joined(gap, recording, ";", gap) },
  joined("if (x)", gap, recording, "; else { call§(); }"),
  joined("for (const item of items) {", gap, recording, "; }"),
  joined("while (call§()) ", recording, ";"),
  joined("x && ", recording, ";"),
  joined("const result§ = ", recording, ";"),
  joined("items.forEach(async (item) => ", recording, ");"),
  joined("try { call§(); } catch (error) {", gap, "Sentry.captureException(error);", gap, recording, "; }"),
  joined("console.log('a');", gap, recording, gap),
  joined("async function f§(user) {", gap, recording, ";", gap, recording, gap, "}"),
  joined("class C§ { #p = 1; async m(user) { return ", recording, "; } }"),
  joined("switch (x) { case 1:", gap, recording, "; break; default:", gap, "}"),
  joined("label: {", recording, "; break label; }"),
  joined(
    "Sentry.init({ async beforeBreadcrumb(crumb) { crumb.message = ",
    expression,
    "; if (x) return null;",
    gap,
    "} });",
  ),
  joined("Sentry.withScope(async (scope) => { scope.addBreadcrumb(", breadcrumb, "); });"),
  joined("const view§ = <a onClick={async () => ", recording, "}>x</a>;"),
  joined("CRUMB.level = ", expression, ";"),
  fc.constantFrom("await fetch('/a');", "Sentry.captureMessage('m');", "eval('x');", ";", "'use strict';", "TEXT = x;"),
);

const imports = fc.constantFrom(
  'import * as Sentry from "@sentry/node";\nimport { addBreadcrumb as crumb } from "@sentry/node";\n',
  'import * as Sentry from "@sentry/browser"; import { Severity, addBreadcrumb as crumb } from "@sentry/browser";\n',
  '// note §\nimport Sentry, { addBreadcrumb as crumb } from "@/lib/sentry";\n',
  'const Sentry = require("@sentry/node");\nconst { addBreadcrumb: crumb } = Sentry;\n',
  "",
);

const definitions = joined(
  "const TEXT = ",
  quoted(fc.constantFrom(...TEXTS)),
  ";\nlet LEVEL =",
  gap,
  quoted(fc.constantFrom(...LEVELS)),
  ";\nconst PARTS = { a: TEXT, b: [LEVEL] };\nconst CRUMB = ",
  breadcrumbObject(),
  ";\n",
  "function record(entry, more) {",
  gap,
  "Sentry.addBreadcrumb(entry, more); }\n",
);

function breadcrumbObject(): Arbitrary<string> {
  return joined("{", gap, fields(field, 3), gap, "}");
}

/** Programs in JavaScript (with JSX) that record breadcrumbs in all manner of ways. */
export const scripts: Arbitrary<string> = joined(
  imports,
  fc.oneof({ weight: 3, arbitrary: definitions }, { weight: 1, arbitrary: fc.constant("") }),
  fc.array(statement, { minLength: 1, maxLength: 5 }).map((all) => all.join("\n")),
).map(numbered);

const RUST_KEYS = ["id", "email", "password", "user", "url", "method", "status_code", "toString", "__proto__", "a b"];

const rustText = (texts: readonly string[]): Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...texts).map((text) => JSON.stringify(text)) },
    { weight: 1, arbitrary: fc.constantFrom(...texts).map((text) => `r#"${text}"#`) },
  );

/** Expressions of Rust, of those kinds that the values of breadcrumbs have. */
const { rustExpression } = fc.letrec<{ rustExpression: string; leaf: string; inner: string }>((tie) => ({
  leaf: fc.oneof(
    { weight: 3, arbitrary: rustText(TEXTS) },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        "x",
        "user.email",
        "user",
        "self.user.phone",
        "req.body()",
        "cart.total",
        "TEXT",
        "pair.0",
        "items[0]",
        "1",
        "-1",
        "1.5",
        "true",
        "None",
        "()",
        "'c'",
        'b"bytes"',
        "Level::Info",
        "Level::Warning",
        "SystemTime::now()",
        "Utc::now()",
        "call§()",
        "call§(&user.email)",
        "call§(x).await?",
        "&user.email",
        "*user",
        "user.name.clone()",
        "|x| x",
        "0..3",
        "Channel::Email",
        "user.email.as_deref().unwrap_or_default()",
        'std::env::var("API_KEY")',
        'env!("HOME")',
        "r#type",
        "!x",
      ),
    },
  ),
  inner: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("rustExpression")),
  rustExpression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    joined("(", gap, tie("inner"), gap, ")"),
    joined("Some(", tie("inner"), ")"),
    joined("(", tie("inner"), ").into()"),
    joined("String::from(", tie("inner"), ")"),
    joined("format!(", gap, '"at {} of {email:?} {{}}"', separator, tie("inner"), gap, ")"),
    joined('format!("{name} {0}", ', tie("inner"), ", name = ", tie("leaf"), ")"),
    fc.constantFrom(
      'format!("saved")',
      'format!("{user} is in")',
      'concat!("a", 1)',
      "format!(TEXT)",
      'format!("{", x)',
    ),
    joined("if x {", gap, tie("inner"), gap, "} else {", gap, tie("inner"), " }"),
    joined("match x { 1 =>", gap, tie("inner"), ", _ => {", gap, tie("inner"), " } }"),
    joined("call§(", tie("inner"), ")"),
    joined("vec![", gap, list(tie("inner"), separator, 3), gap, "]"),
    joined("json!({", gap, list(joined(rustText(RUST_KEYS), ":", gap, tie("inner")), separator, 3), gap, "})"),
    joined(
      "Map::from([",
      list(joined("(", rustText(RUST_KEYS), ".into(), ", tie("inner"), ".into())"), separator, 3),
      "])",
    ),
    joined(
      "{ let mut data = Map::new();",
      gap,
      "data.insert(",
      rustText(RUST_KEYS),
      ".into(), ",
      tie("inner"),
      "); data }",
    ),
    joined("{ let y = ", tie("inner"), ";", gap, "y }"),
  ),
}));

const rustValue = (usual: readonly string[]): Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: rustText(usual).map((text) => `Some(${text}.into())`) },
    { weight: 2, arbitrary: rustExpression },
  );

const rustField: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: joined("message", gap, ":", gap, rustValue(TEXTS)) },
  { weight: 4, arbitrary: joined("category:", gap, rustValue(CATEGORIES)) },
  {
    weight: 2,
    arbitrary: joined("level:", gap, fc.constantFrom("Level::Info", "Level::Error", "sentry::Level::Debug", "level")),
  },
  { weight: 2, arbitrary: joined("level:", gap, rustText(LEVELS), ".parse().unwrap_or_default()") },
  { weight: 2, arbitrary: joined("ty", gap, ":", gap, rustText(TYPES), ".into()") },
  {
    weight: 1,
    arbitrary: joined(
      "timestamp:",
      gap,
      fc.constantFrom("SystemTime::now()", "UNIX_EPOCH + Duration::from_secs(now_ms)"),
    ),
  },
  { weight: 4, arbitrary: joined("data", gap, ":", gap, rustExpression) },
  { weight: 1, arbitrary: fc.constantFrom("message", "level", "data", "kind: x", "r#type: x") },
);

const rustBreadcrumb = fc.oneof(
  {
    weight: 10,
    arbitrary: joined(
      fc.constantFrom("Breadcrumb", "sentry::Breadcrumb", "sentry::protocol::Breadcrumb"),
      gap,
      "{",
      gap,
      fc.uniqueArray(joined(rustField, separator), { maxLength: 5, selector: nameOf }).map((all) => all.join("")),
      fc.constantFrom("..Default::default()", "..Default::default()", "..base", ""),
      gap,
      "}",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom("Breadcrumb::default()", "crumb", "make(x)", "None", "call§()") },
);

const rustRecording = joined(
  fc.constantFrom(
    "sentry::add_breadcrumb",
    "add_breadcrumb",
    "add_breadcrumb",
    "hub.add_breadcrumb",
    "record",
    "track",
  ),
  "(",
  fc.constantFrom("", "", "|| ", "move || "),
  gap,
  rustBreadcrumb,
  gap,
  ")",
);

const rustStatement = fc.oneof(
  { weight: 8, arbitrary: joined(gap, rustRecording, ";", gap) },
  joined("if x {", gap, rustRecording, "; } else { call§(); }"),
  joined("for item in items {", gap, rustRecording, "; }"),
  joined("loop {", gap, rustRecording, "; break; }"),
  joined("match x { 1 => ", rustRecording, ", _ => {", gap, rustRecording, gap, "} }"),
  joined("let result§ = ", rustRecording, ";"),
  joined("items.iter().for_each(|item| ", rustRecording, ");"),
  joined("if let Err(error) = call§() { sentry::capture_error(&error);", gap, rustRecording, "; }"),
  joined("tokio::select! { _ = done() => {", gap, rustRecording, "; } }"),
  joined(
    "sentry::with_scope(|scope| { scope.add_breadcrumb(",
    rustBreadcrumb,
    "); }, || {",
    gap,
    rustRecording,
    "; });",
  ),
  joined("let mut crumb = Breadcrumb::default();", gap, "crumb.message = ", rustExpression, "; add_breadcrumb(crumb);"),
  joined('tracing::info!(x, "a");', gap, rustRecording, ";"),
  joined(
    "let options = sentry::ClientOptions { before_breadcrumb: Some(Arc::new(|mut crumb| {",
    gap,
    "crumb.message = ",
    rustExpression,
    "; Some(crumb) })), ..Default::default() };",
  ),
  fc.constantFrom('sentry::capture_message("m", Level::Info);', "let message = TEXT;", ";", "return;"),
);

/** Programs in Rust that record breadcrumbs in all manner of ways. */
export const rustPrograms: Arbitrary<string> = joined(
  fc.constantFrom(
    "use sentry::{add_breadcrumb, protocol::{Breadcrumb, Map}, Level};\n",
    "use sentry::*;\nuse sentry::protocol::Map;\n",
    "//! note §\nuse sentry::add_breadcrumb;\nuse sentry::Breadcrumb as Breadcrumb;\n",
    "",
  ),
  "const TEXT: &str = ",
  rustText(TEXTS),
  ";\nfn record(entry: Breadcrumb) {",
  gap,
  "sentry::add_breadcrumb(entry); }\npub async fn run(user: &User, x: u8) {\n",
  fc.array(rustStatement, { minLength: 1, maxLength: 5 }).map((all) => all.join("\n")),
  "\n}\n",
).map(numbered);
