import { js, rust } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("require-fields", {
  valid: {
    "the usual two": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "order", message: "Saved" });
    `,
    "what cannot be seen": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "Saved", ...rest });
      Sentry.addBreadcrumb(crumb);
      Sentry.addBreadcrumb({ ["cat" + "egory"]: "order", message: "Saved" });
    `,
    "nothing at all lacks more than a field": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({});
      Sentry.addBreadcrumb();
    `,
    "a field under a wrong name": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "order", msg: "Saved" });
    `,
    "a wrapper may add what it is not given": js({ settings: { wrappers: ["crumb"] } })`
      crumb({ message: "Saved" });
    `,
    "a field that may hold nothing": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: known ? "order" : undefined, message: "Saved" });
    `,
    "other fields": js({ options: { fields: ["level"] } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ level: "info" });
    `,
    "in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn saved() {
          add_breadcrumb(Breadcrumb { category: Some("order".into()), message: Some("Saved".into()), ..Default::default() });
      }
    `,
  },
  invalid: {
    "a field that holds nothing": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: undefined, message: "Saved" });
                                       ~~~~~~~~~ missing
      Sentry.addBreadcrumb({ category: "order", message: null });
                                                         ~~~~ missing
      const category = undefined;
      Sentry.addBreadcrumb({ category, message: "Saved" });
                             ~~~~~~~~ missing
    `,
    "a field that holds nothing in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn saved() {
          add_breadcrumb(Breadcrumb { category: None, message: Some("Saved".into()), ..Default::default() });
                                                ~~~~ missing
      }
    `,
    "one of the usual two": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "Saved" });
      ~~~~~~~~~~~~~~~~~~~~ missing
      Sentry.addBreadcrumb({ category: "order" });
      ~~~~~~~~~~~~~~~~~~~~ missing
    `,
    "both of them": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ level: "info" });
      ~~~~~~~~~~~~~ missing
      ~~~~~~~~~~~~~ missing
    `,
    "a level and a type are what Sentry takes them for": js({ options: { fields: ["level", "type"] } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "Saved", type: "user" });
      ~~~~~~~~~~~~~~~~~~~~ missing
      Sentry.addBreadcrumb({
      ~~~~~~~~~~~~~~~~~~~~ missing
        message: "Saved",
        level: "info",
      });
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "Saved", type: "user", level: "info" });
      Sentry.addBreadcrumb({
        message: "Saved",
        level: "info",
        type: "default",
      });
    `,
    "a level in Rust, whose type has a default of its own": rust({ options: { fields: ["level"] } })`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn saved() {
          add_breadcrumb(Breadcrumb { message: Some("Saved".into()), ..Default::default() });
          ~~~~~~~~~~~~~~ missing
      }
    `,
    "data has no value that could be taken for granted": js({ options: { fields: ["data"] } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "Saved" });
      ~~~~~~~~~~~~~~~~~~~~ missing
    `,
    "in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn saved() {
          add_breadcrumb(Breadcrumb { message: Some("Saved".into()), ..Default::default() });
          ~~~~~~~~~~~~~~ missing
      }
    `,
  },
});
