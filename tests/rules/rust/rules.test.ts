import { Linter } from "eslint";
import { expect, test } from "vitest";
import plugin from "../../../src/index.ts";
import { rust } from "../../support/snippet.ts";
import { testRule } from "../../support/test-rule.ts";

/** The sample of Sentry's documentation for Rust with axum. */
const SAMPLE = `use sentry::{add_breadcrumb, Breadcrumb, Level};

fn authenticated(user: &User) {
    add_breadcrumb(Breadcrumb {
        category: Some("auth".into()),
        message: Some(format!("Authenticated user {}", user.email)),
        level: Level::Info,
        ..Default::default()
    });
}
`;

test("the docs' sample carries an e-mail address, and is else as the other rules want it", () => {
  const names = ["known-category", "no-pii", "prefer-logs", "valid-level"];
  const messages = new Linter().verify(
    SAMPLE,
    {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      language: "sentry-breadcrumbs/rust",
      rules: Object.fromEntries(names.map((name) => [`sentry-breadcrumbs/${name}`, "error"])),
    },
    "src/main.rs",
  );
  const found = messages.map(({ ruleId, line, column, endColumn }) => ({ ruleId, line, column, endColumn }));
  expect(found).toEqual([{ ruleId: "sentry-breadcrumbs/no-pii", line: 6, column: 56, endColumn: 66 }]);
  const [suggestion] = messages[0]?.suggestions ?? [];
  const { range = [0, 0], text = "" } = suggestion?.fix ?? {};
  expect(SAMPLE.slice(0, range[0]) + text + SAMPLE.slice(range[1])).toBe(SAMPLE.replace("user.email", "user.id"));
});

testRule("no-pii", {
  valid: {
    "parts that say nothing": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn paid(iban: &str, api_key: &str, email: &str, headers: &HeaderMap) {
          let domain = email.split('@').nth(1).unwrap_or("?");
          let text = format!("…{} {} {domain}", &iban[iban.len() - 4..], &api_key[..4]);
          add_breadcrumb(Breadcrumb { message: Some(text), ..Default::default() });
          add_breadcrumb(Breadcrumb { message: Some(format!("{:?}", headers.get("content-type"))), ..Default::default() });
      }
    `,
    "a type that guards what it holds, and a number that counts": rust`
      use secrecy::SecretString;
      use sentry::{add_breadcrumb, Breadcrumb};
      fn checked(password: SecretString, passwords: usize) {
          add_breadcrumb(Breadcrumb { message: Some(format!("{:?} of {passwords}", password)), ..Default::default() });
      }
    `,
    "what says nothing of anybody": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn f(user: &User, has_email: bool, email_count: u32) {
          add_breadcrumb(Breadcrumb {
              message: Some(format!("{} {} {has_email} {email_count}", user.id, user.email.is_some())),
              ..Default::default()
          });
      }
    `,
    "a variable that is shadowed by something harmless": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn f(email: &str) {
          let email = sha256(email);
          add_breadcrumb(Breadcrumb { message: Some(format!("{email}")), ..Default::default() });
      }
    `,
    "an add_breadcrumb of another crate": rust`
      use other::add_breadcrumb;
      fn f(user: User) {
          add_breadcrumb(Breadcrumb { message: Some(user.email), ..Default::default() });
      }
    `,
    "an object that is shown by its own Display": rust`
      fn f(user: User) {
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(format!("{}", user)), ..Default::default() });
      }
    `,
  },
  invalid: {
    "parts that say enough": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn paid(iban: &str) {
          add_breadcrumb(Breadcrumb { message: Some(format!("{}", &iban[2..])), ..Default::default() });
                                                                   ~~~~ leak
      }
    `,
    "an inline argument": rust`
      use sentry::{add_breadcrumb as crumb, Breadcrumb};
      fn f(email: String) {
          crumb(Breadcrumb { message: Some(format!("Welcome {email}")), ..Default::default() });
                                                             ~~~~~ leak
      }
    `,
    "an option, which can say whether it is there": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn f(email: Option<String>) {
          add_breadcrumb(Breadcrumb { message: Some(format!("Welcome {:?}", email)), ..Default::default() });
                                                                            ~~~~~ leak +1
      }
      === suggest presence
      use sentry::{add_breadcrumb, Breadcrumb};
      fn f(email: Option<String>) {
          add_breadcrumb(Breadcrumb { message: Some(format!("Welcome {:?}", email.is_some())), ..Default::default() });
      }
    `,
    "a whole object that is shown by Debug": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn f(user: User) {
          add_breadcrumb(Breadcrumb { message: Some(format!("{:?}", user)), ..Default::default() });
                                                                    ~~~~ leak
      }
    `,
    "data that is built step by step": rust`
      use sentry::{add_breadcrumb, protocol::Map, Breadcrumb};
      fn f(user: User) {
          let mut data = Map::new();
          data.insert("plan".into(), user.plan.into());
          data.insert("contact".into(), user.email.clone().into());
                                        ~~~~~~~~~~ leak +2
          add_breadcrumb(Breadcrumb { data, ..Default::default() });
      }
      === suggest remove
      use sentry::{add_breadcrumb, protocol::Map, Breadcrumb};
      fn f(user: User) {
          let mut data = Map::new();
          data.insert("plan".into(), user.plan.into());
          add_breadcrumb(Breadcrumb { data, ..Default::default() });
      }
      === suggest id
      use sentry::{add_breadcrumb, protocol::Map, Breadcrumb};
      fn f(user: User) {
          let mut data = Map::new();
          data.insert("plan".into(), user.plan.into());
          data.insert("contact".into(), user.id.clone().into());
          add_breadcrumb(Breadcrumb { data, ..Default::default() });
      }
    `,
    "within a macro, a match and a hub": rust`
      async fn f(user: User) {
          tokio::select! {
              _ = stopped() => match user.email {
                  Some(address) => {
                      sentry::Hub::current().add_breadcrumb(sentry::Breadcrumb {
                          message: Some(address.clone()),
                                        ~~~~~~~ leak
                          ..Default::default()
                      });
                  }
                  None => {}
              },
          }
      }
    `,
    "the body of a request": rust`
      use axum::Json;
      struct Login { email: String, password: String }
      async fn login(Json(body): Json<Login>) {
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(format!("{:?}", body)), ..Default::default() });
                                                                                    ~~~~ leak
      }
    `,
    "through a wrapper of the file": rust`
      fn crumb(category: &str, message: &str) {
          sentry::add_breadcrumb(sentry::Breadcrumb {
              category: Some(category.into()),
              message: Some(message.into()),
              ..Default::default()
          });
      }
      fn f(user: &User) {
          crumb("auth", &user.email);
                         ~~~~~~~~~~ leak +1
      }
      === suggest id
      fn crumb(category: &str, message: &str) {
          sentry::add_breadcrumb(sentry::Breadcrumb {
              category: Some(category.into()),
              message: Some(message.into()),
              ..Default::default()
          });
      }
      fn f(user: &User) {
          crumb("auth", &user.id);
      }
    `,
  },
});

testRule("known-category", {
  valid: {
    "a known category": rust`
      fn f() { sentry::add_breadcrumb(sentry::Breadcrumb { category: Some("auth".into()), ..Default::default() }); }
    `,
  },
  invalid: {
    "another spelling, in the literal's own form": rust({ settings: { categories: ["ui.click"] } })`
      fn f() {
          sentry::add_breadcrumb(sentry::Breadcrumb { category: Some(r"UI.click".into()), ..Default::default() });
                                                                     ~~~~~~~~~~~ variant
      }
      === fix
      fn f() {
          sentry::add_breadcrumb(sentry::Breadcrumb { category: Some(r"ui.click".into()), ..Default::default() });
      }
    `,
    "in a constant that nothing else uses": rust({ settings: { categories: ["ui.click"] } })`
      const CATEGORY: &str = "UI.click";
      fn f() {
          sentry::add_breadcrumb(sentry::Breadcrumb { category: Some(CATEGORY.into()), ..Default::default() });
                                                                     ~~~~~~~~ variant
      }
      === fix
      const CATEGORY: &str = "ui.click";
      fn f() {
          sentry::add_breadcrumb(sentry::Breadcrumb { category: Some(CATEGORY.into()), ..Default::default() });
      }
    `,
  },
});

testRule("valid-level", {
  valid: {
    "what the compiler has checked": rust`
      use sentry::{add_breadcrumb, Breadcrumb, Level};
      fn f(level: Level) {
          add_breadcrumb(Breadcrumb { level: Level::Warning, ..Default::default() });
          add_breadcrumb(Breadcrumb { level, ..Default::default() });
      }
    `,
  },
  invalid: {
    "a text that is parsed": rust`
      use sentry::{add_breadcrumb, Breadcrumb, Level};
      fn f() {
          add_breadcrumb(Breadcrumb { level: "warn".parse::<Level>().unwrap(), ..Default::default() });
                                             ~~~~~~ unparsed
      }
      === fix
      use sentry::{add_breadcrumb, Breadcrumb, Level};
      fn f() {
          add_breadcrumb(Breadcrumb { level: "warning".parse::<Level>().unwrap(), ..Default::default() });
      }
    `,
  },
});
