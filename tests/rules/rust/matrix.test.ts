import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../../src/index.ts";

/** How many reports of a rule there are in a text. */
function reports(rule: string, text: string): number {
  const messages = new Linter().verify(
    text,
    {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      language: "sentry-breadcrumbs/rust",
      rules: { [`sentry-breadcrumbs/${rule}`]: "error" },
    },
    "src/main.rs",
  );
  if (messages.some(({ fatal }) => fatal)) throw new Error(messages[0]?.message);
  return messages.length;
}

/**
 * Ways to write an expression `V` before it is used as `USE`. What stands in `items` is outside of the function.
 * Each is Rust that compiles for some types.
 */
const FORMS: Readonly<Record<string, { readonly items?: string; readonly body: string }>> = {
  direct: { body: "USE(V)" },
  let: { body: "let x = V; USE(x)" },
  "let later": { body: "let x; x = V; USE(x)" },
  "let mut": { body: "let mut x = other(); x = V; USE(x)" },
  shadowing: { body: "let x = other(); let x = V; USE(x)" },
  block: { body: "let x = { V }; USE(x)" },
  "if and else": { body: "let x = if on { V } else { other() }; USE(x)" },
  match: { body: "let x = match on { 1 => V, _ => other() }; USE(x)" },
  unwrap_or: { body: "let x = given.unwrap_or(V); USE(x)" },
  "struct field": { body: "let s = S { x: V }; USE(s.x)" },
  "struct field of a base": { body: "let a = S { x: V }; let s = S { y: 1, ..a }; USE(s.x)" },
  "tuple field": { body: "let s = (1, V); USE(s.1)" },
  "array item": { body: "let s = [V]; USE(s[0])" },
  "struct pattern": { body: "let S { x, .. } = S { x: V }; USE(x)" },
  "struct pattern with a rename": { body: "let S { x: y } = S { x: V }; USE(y)" },
  "tuple pattern": { body: "let (x, _) = (V, 1); USE(x)" },
  "if let": { body: "if let Some(x) = Some(V) { USE(x); }" },
  "let else": { body: "let Some(x) = Some(V) else { return }; USE(x)" },
  "helper function": { items: "fn get() -> T { V }", body: "USE(get())" },
  "helper function with return": { items: "fn get() -> T { return V; }", body: "USE(get())" },
  "associated function": { items: "struct G; impl G { fn get() -> T { V } }", body: "USE(G::get())" },
  method: { items: "struct G; impl G { fn get(&self) -> T { V } }", body: "let g = G; USE(g.get())" },
  closure: { body: "let get = || V; USE(get())" },
  const: { items: "const X: T = V;", body: "USE(X)" },
  static: { items: "static X: T = V;", body: "USE(X)" },
  "associated const": { items: "struct G; impl G { const X: T = V; }", body: "USE(G::X)" },
  "const of a module": { items: "mod m { use super::*; pub const X: T = V; }", body: "USE(m::X)" },
  "const by use as": { items: "mod m { use super::*; pub const X: T = V; } use m::X as Y;", body: "USE(Y)" },
  "const by a glob": { items: "mod m { use super::*; pub const X: T = V; } use m::*;", body: "USE(X)" },
  clone: { body: "let x = V; USE(x.clone())" },
  Box: { body: "let x = Box::new(V); USE(x)" },
  Arc: { body: "let x = Arc::new(V); USE(Arc::clone(&x))" },
  reference: { body: "let x = &V; USE(*x)" },
};

/** What is written in a role: the expression, how it is used, and the rule that then reports. */
interface Role {
  readonly value: string;
  readonly use: (expression: string) => string;
  readonly rule: string;
  readonly items?: string;
  /** The type of the expression, where the rule has to know it. */
  readonly type?: string;
}

const CRUMB = 'sentry::Breadcrumb { ty: "naviagtion".to_owned(), ..Default::default() }';

const ROLES: Readonly<Record<string, Role>> = {
  type: {
    value: '"naviagtion"',
    use: (x) => `sentry::add_breadcrumb(sentry::Breadcrumb { ty: ${x}.into(), ..Default::default() })`,
    rule: "valid-type",
  },
  breadcrumb: { value: CRUMB, use: (x) => `sentry::add_breadcrumb(${x})`, rule: "valid-type" },
  "data value": {
    value: '"4111 1111 1111 1111"',
    use: (x) =>
      `sentry::add_breadcrumb(sentry::Breadcrumb { data: [("a".into(), ${x}.into())].into(), ..Default::default() })`,
    rule: "no-pii",
  },
  "SDK function": { value: "sentry::add_breadcrumb", use: (x) => `(${x})(${CRUMB})`, rule: "valid-type" },
  "SDK function by use as": {
    value: "record",
    use: (x) => `(${x})(${CRUMB})`,
    rule: "valid-type",
    items: "use sentry::add_breadcrumb as record;",
  },
  hub: {
    value: "sentry::Hub::current()",
    use: (x) => `${x}.add_breadcrumb(${CRUMB})`,
    rule: "valid-type",
    type: "Arc<sentry::Hub>",
  },
  "wrapper function": {
    value: "track",
    use: (x) => `(${x})("naviagtion")`,
    rule: "valid-type",
    items: "fn track(ty: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { ty: ty.into(), ..Default::default() }) }",
  },
  "wrapper closure": {
    value: "|ty: &str| sentry::add_breadcrumb(sentry::Breadcrumb { ty: ty.into(), ..Default::default() })",
    use: (x) => `(${x})("naviagtion")`,
    rule: "valid-type",
  },
  "hook by the method": {
    value: `|b| { sentry::add_breadcrumb(b); None }`,
    use: (x) => `options.before_breadcrumb(${x})`,
    rule: "valid-before-breadcrumb",
  },
  "hook by the field": {
    value: "hook",
    use: (x) => `sentry::init(ClientOptions { before_breadcrumb: Some(Arc::new(${x})), ..Default::default() })`,
    rule: "valid-before-breadcrumb",
    items: "fn hook(b: B) -> Option<B> { sentry::add_breadcrumb(b); None }",
  },
  "hook by assignment": {
    value: "hook",
    use: (x) => `options.before_breadcrumb = Some(Arc::new(${x}))`,
    rule: "valid-before-breadcrumb",
    items: "fn hook(b: B) -> Option<B> { sentry::add_breadcrumb(b); None }",
  },
  "client options": {
    value:
      "ClientOptions { before_breadcrumb: Some(Arc::new(|b| { sentry::add_breadcrumb(b); None })), ..Default::default() }",
    use: (x) => `sentry::init(${x})`,
    rule: "valid-before-breadcrumb",
  },
};

describe.each(Object.entries(ROLES))("%s", (_, { value, use, rule, items: own = "", type = "T" }) => {
  test.each(Object.entries(FORMS))("%s", (_, { items = "", body }) => {
    const written = body.replace(/USE\((.*?)\)(?=$|;)/u, (_, expression: string) =>
      use(expression.replaceAll("V", value)),
    );
    const code = `${own}\n${items.replaceAll("V", value).replaceAll(/\bT\b/gu, type)}\nfn f() { ${written.replaceAll("V", value)}; }\n`;
    expect(reports(rule, code), code).toBe(1);
  });
});
