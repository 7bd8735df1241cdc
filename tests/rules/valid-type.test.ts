import { js, rust } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("valid-type", {
  valid: {
    "types that a wrapper in Rust leaves out by its tests": rust`
      fn a(kind: &str) {
          if let "warn" = kind { return; }
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ty: kind.into(), ..Default::default() });
      }
      fn b(kind: &str) {
          let ("info" | "default") = kind else { return; };
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ty: kind.into(), ..Default::default() });
      }
      fn c(kind: &str) {
          let is_warn = kind == "warn"; if is_warn { return; }
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ty: kind.into(), ..Default::default() });
      }
      fn d(kind: &str) {
          if kind.eq("warn") { return; }
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ty: kind.into(), ..Default::default() });
      }
      fn e(kind: &str) {
          while kind == "warn" { panic!("no"); }
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ty: kind.into(), ..Default::default() });
      }
      fn f(kind: &str) {
          match kind {
              k if k == "warn" => {}
              k @ ("info" | "default") => sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ty: k.into(), ..Default::default() }),
              _ => {}
          }
      }
      fn main() {
          a("warn");
          b("warn");
          c("warn");
          d("warn");
          e("warn");
          f("warn");
      }
    `,
    "types that Sentry documents or has a name for": js`
      import * as Sentry from "@sentry/node";
      for (const type of types) {
        Sentry.addBreadcrumb({ message: "a", type: "default" });
        Sentry.addBreadcrumb({ message: "a", type: "debug" });
        Sentry.addBreadcrumb({ message: "a", type: "error" });
        Sentry.addBreadcrumb({ message: "a", type: "http" });
        Sentry.addBreadcrumb({ message: "a", type: "info" });
        Sentry.addBreadcrumb({ message: "a", type: "query" });
        Sentry.addBreadcrumb({ message: "a", type: "transaction" });
        Sentry.addBreadcrumb({ message: "a", type: "ui" });
        Sentry.addBreadcrumb({ message: "a", type: "user" });
        Sentry.addBreadcrumb({ message: "a", type: "session" });
        Sentry.addBreadcrumb({ message: "a", type });
      }
      Sentry.addBreadcrumb({ message: "a", type: undefined });
      Sentry.addBreadcrumb({ message: "a", data: { type: "auth" } });
    `,
    "a navigation with both ends, or one that cannot be seen whole": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "navigation", data: { from: "/a", to: "/b" } });
      Sentry.addBreadcrumb({ type: "navigation", data });
      Sentry.addBreadcrumb({ type: "navigation", data: { ...route } });
      Sentry.addBreadcrumb({ ...crumb, type: "navigation" });
      Sentry.addBreadcrumb({ category: "navigation", data: { screen: "a" } });
      Sentry.addBreadcrumb({ type: back ? "navigation" : "ui", data: { screen: "a" } });
    `,
    "data of a request": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "http", data: { url, method: "GET", status_code: 200, reason: "OK" } });
      Sentry.addBreadcrumb({ type: "http", data: { status: "pending", "http.method": "GET", headers: 3 } });
      Sentry.addBreadcrumb({ type: "http", data: { status: 200, status_code: 200 } });
      Sentry.addBreadcrumb({ type: "http", data: { url: "/a", host: "b", Status: "c" } });
      Sentry.addBreadcrumb({ type: "info", data: { status: 200, URL: url } });
    `,
    "types that suit their category": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "user", category: "ui.click" });
      Sentry.addBreadcrumb({ type: "error", category: "http" });
      Sentry.addBreadcrumb({ type: "http", category: "api" });
      Sentry.addBreadcrumb({ type: "http", category: "xhr" });
      Sentry.addBreadcrumb({ type: "info", category: "navigation" });
    `,
    "the default, and types that Sentry knows, in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn note(kind: &str, data: Map<String, Value>) {
          add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "http".into(), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: kind.into(), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "navigation".into(), data, ..Default::default() });
      }
    `,
  },
  invalid: {
    "types that a wrapper in Rust may record in spite of its tests": rust`
      fn a(kind: &str) {
          while kind == "warn" { if is_late() { break; } }
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ty: kind.into(), ..Default::default() });
      }
      fn b(kind: &str) {
          let ("warn" | "info") = kind else { return; };
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ty: kind.into(), ..Default::default() });
      }
      fn main() {
          a("warn");
            ~~~~~~ unknown
          b("warn");
            ~~~~~~ unknown
      }
    `,
    misspellings: js`
      import * as Sentry from "@sentry/node";
      const TYPE = "qurey";
      Sentry.addBreadcrumb({ message: "a", type: "HTTP" });
                                                 ~~~~~~ misspelt
      Sentry.addBreadcrumb({ message: "a", type: 'users' });
                                                 ~~~~~~~ misspelt
      Sentry.addBreadcrumb({ message: "a", type: TYPE });
                                                 ~~~~ misspelt
      === fix
      import * as Sentry from "@sentry/node";
      const TYPE = "query";
      Sentry.addBreadcrumb({ message: "a", type: "http" });
      Sentry.addBreadcrumb({ message: "a", type: 'user' });
      Sentry.addBreadcrumb({ message: "a", type: TYPE });
    `,
    "a misspelling that something else reads": js`
      import * as Sentry from "@sentry/node";
      export const TYPE = "qurey";
      Sentry.addBreadcrumb({ message: "a", type: TYPE });
                                                 ~~~~ misspelt
      === suggest use
      import * as Sentry from "@sentry/node";
      export const TYPE = "qurey";
      Sentry.addBreadcrumb({ message: "a", type: "query" });
    `,
    "categories in the place of types": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", type: "auth" });
                                                 ~~~~~~ unknown
      Sentry.addBreadcrumb({ message: "a", category: "b", type: "auth" });
                                                                ~~~~~~ unknown
      === suggest category
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", category: "auth" });
      Sentry.addBreadcrumb({ message: "a", category: "b", type: "auth" });
      === suggest remove
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", type: "auth" });
      Sentry.addBreadcrumb({ message: "a", category: "b" });
    `,
    "an unknown type that is one of two": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", type: isPaid ? "auth" : "info" });
                                                          ~~~~~~ unknown
    `,
    "an unknown type that a wrapper is given": js`
      import * as Sentry from "@sentry/node";
      const note = (type, category) => Sentry.addBreadcrumb({ message: "a", type, category });
      note("auth", "b");
           ~~~~~~ unknown
    `,
    "an unknown type that is near a known one": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ ...rest, type: "navigate" });
                                            ~~~~~~~~~~ unknown
      === suggest use
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ ...rest, type: "navigation" });
    `,
    "a navigation that lacks an end": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "navigation", message: "a" });
                                   ~~~~~~~~~~~~ navigation
      Sentry.addBreadcrumb({ type: "navigation", data: { from: "/a", screen: "b" } });
                                   ~~~~~~~~~~~~ navigation
      Sentry.addBreadcrumb({ type: "navigation", data: undefined });
                                   ~~~~~~~~~~~~ navigation
    `,
    "keys of a request": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "http", data: { URL: url, statusCode, "Method": "GET" } });
                                                   ~~~ key
                                                             ~~~~~~~~~~ key
                                                                         ~~~~~~~~ key
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "http", data: { url: url, status_code: statusCode, "method": "GET" } });
    `,
    "keys of a request that may mean something else, or that something else reads": js`
      import * as Sentry from "@sentry/node";
      const data = { statusCode: 200 };
                     ~~~~~~~~~~ key
      Sentry.addBreadcrumb({ type: "http", data: { status: response.status } });
                                                   ~~~~~~ key
      Sentry.addBreadcrumb({ type: "http", data });
      === suggest rename
      import * as Sentry from "@sentry/node";
      const data = { status_code: 200 };
      Sentry.addBreadcrumb({ type: "http", data: { status: response.status } });
      Sentry.addBreadcrumb({ type: "http", data });
      === suggest rename
      import * as Sentry from "@sentry/node";
      const data = { statusCode: 200 };
      Sentry.addBreadcrumb({ type: "http", data: { status_code: response.status } });
      Sentry.addBreadcrumb({ type: "http", data });
    `,
    "keys of a request that something spread may hold": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "http", data: { ...request, statusCode: 200 } });
                                                               ~~~~~~~~~~ key
      === suggest rename
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "http", data: { ...request, status_code: 200 } });
    `,
    "a type that contradicts the category": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "navigation", category: "xhr" });
                                   ~~~~~~~~~~~~ contradicts
      Sentry.addBreadcrumb({ type: "http", category: "ui.click" });
                                   ~~~~~~ contradicts
      === suggest use
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "http", category: "xhr" });
      Sentry.addBreadcrumb({ type: "http", category: "ui.click" });
      === suggest use
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "navigation", category: "xhr" });
      Sentry.addBreadcrumb({ type: "ui", category: "ui.click" });
    `,
    "types in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn note() {
          add_breadcrumb(Breadcrumb { ty: "HTTP".into(), ..Default::default() });
                                          ~~~~~~ misspelt
          add_breadcrumb(Breadcrumb { ty: "auth".into(), message: Some("a".into()), ..Default::default() });
                                          ~~~~~~ unknown
          add_breadcrumb(Breadcrumb { ty: "auth".into(), category: Some("b".into()), ..Default::default() });
                                          ~~~~~~ unknown
          add_breadcrumb(Breadcrumb { ty: "http".into(), category: Some("navigation".into()), ..Default::default() });
                                          ~~~~~~ contradicts +1
      }
      === fix
      use sentry::{add_breadcrumb, Breadcrumb};
      fn note() {
          add_breadcrumb(Breadcrumb { ty: "http".into(), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "auth".into(), message: Some("a".into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "auth".into(), category: Some("b".into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "http".into(), category: Some("navigation".into()), ..Default::default() });
      }
      === suggest category
      use sentry::{add_breadcrumb, Breadcrumb};
      fn note() {
          add_breadcrumb(Breadcrumb { ty: "HTTP".into(), ..Default::default() });
          add_breadcrumb(Breadcrumb { category: Some("auth".into()), message: Some("a".into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "auth".into(), category: Some("b".into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "http".into(), category: Some("navigation".into()), ..Default::default() });
      }
      === suggest remove
      use sentry::{add_breadcrumb, Breadcrumb};
      fn note() {
          add_breadcrumb(Breadcrumb { ty: "HTTP".into(), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "auth".into(), message: Some("a".into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { category: Some("b".into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "http".into(), category: Some("navigation".into()), ..Default::default() });
      }
      === suggest use
      use sentry::{add_breadcrumb, Breadcrumb};
      fn note() {
          add_breadcrumb(Breadcrumb { ty: "HTTP".into(), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "auth".into(), message: Some("a".into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "auth".into(), category: Some("b".into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { ty: "navigation".into(), category: Some("navigation".into()), ..Default::default() });
      }
    `,
    "data in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb, protocol::Map};
      fn note() {
          add_breadcrumb(Breadcrumb {
              ty: "navigation".into(),
                  ~~~~~~~~~~~~ navigation
              data: Map::from([("to".into(), "/cart".into())]),
              ..Default::default()
          });
          add_breadcrumb(Breadcrumb {
              ty: "http".into(),
              data: Map::from([("statusCode".into(), 200.into())]),
                                ~~~~~~~~~~~~ key
              ..Default::default()
          });
      }
      === fix
      use sentry::{add_breadcrumb, Breadcrumb, protocol::Map};
      fn note() {
          add_breadcrumb(Breadcrumb {
              ty: "navigation".into(),
              data: Map::from([("to".into(), "/cart".into())]),
              ..Default::default()
          });
          add_breadcrumb(Breadcrumb {
              ty: "http".into(),
              data: Map::from([("status_code".into(), 200.into())]),
              ..Default::default()
          });
      }
    `,
  },
});
