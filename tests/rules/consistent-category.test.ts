import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("consistent-category", {
  valid: {
    "one spelling, in dots": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "user.action" });
      Sentry.addBreadcrumb({ category: "user.action" });
      Sentry.addBreadcrumb({ category: "checkout" });
      Sentry.addBreadcrumb({ category: "http2.request" });
    `,
    "what Sentry records itself is right as it is": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "child_process" });
      Sentry.addBreadcrumb({ category: "child-process" });
      Sentry.addBreadcrumb({ category: "ui.multiClick" });
    `,
    "what only looks like it is known-category's": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "ui_click" });
      Sentry.addBreadcrumb({ category: "navigaton" });
      Sentry.addBreadcrumb({ category: " order " });
      Sentry.addBreadcrumb({ category: "" });
    `,
    "a project that declares its categories has said how they are spelt": js({
      settings: { categories: ["user_action"] },
    })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "user_action" });
      Sentry.addBreadcrumb({ category: "user-action" });
    `,
    "other shapes": js({ options: { shape: "snake" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "user_action" });
      Sentry.addBreadcrumb({ category: "checkout.address_form" });
    `,
    "any shape": js({ options: { shape: "any" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "User Action" });
      Sentry.addBreadcrumb({ category: "address_form" });
    `,
    "modules of a program": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn saved() {
          add_breadcrumb(Breadcrumb { category: Some("my_crate::db".into()), ..Default::default() });
      }
    `,
    "a category of marks alone has no words to spell": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "--" });
      Sentry.addBreadcrumb({ category: "***" });
    `,
    "what cannot be seen": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: categoryOf(order) });
      Sentry.addBreadcrumb({ category: ${"`user_${kind}`"} });
    `,
  },
  invalid: {
    "one category in three spellings": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "user_action" });
                                       ~~~~~~~~~~~~~ shape
      Sentry.addBreadcrumb({ category: 'userAction' });
                                       ~~~~~~~~~~~~ shape
      Sentry.addBreadcrumb({ category: "user.action" });
      Sentry.addBreadcrumb({ category: "useraction" });
                                       ~~~~~~~~~~~~ spelling
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "user.action" });
      Sentry.addBreadcrumb({ category: 'user.action' });
      Sentry.addBreadcrumb({ category: "user.action" });
      Sentry.addBreadcrumb({ category: "user.action" });
    `,
    "case and spaces": ts`
      import { addBreadcrumb } from "@sentry/react";
      addBreadcrumb({ category: "Checkout" });
                                ~~~~~~~~~~ shape +1
      addBreadcrumb({ category: "Sign In" as string });
                                ~~~~~~~~~ shape +1
      addBreadcrumb({ category: "HTTPClient" });
                                ~~~~~~~~~~~~ shape +1
    `,
    "the most frequent spelling, in any shape": js({ options: { shape: "any" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "user-action" });
                                       ~~~~~~~~~~~~~ spelling
      Sentry.addBreadcrumb({ category: "user_action" });
      Sentry.addBreadcrumb({ category: "user_action" });
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "user_action" });
      Sentry.addBreadcrumb({ category: "user_action" });
      Sentry.addBreadcrumb({ category: "user_action" });
    `,
    "snake case": js({ options: { shape: "snake" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "checkout.addressForm" });
                                       ~~~~~~~~~~~~~~~~~~~~~~ shape
      === suggest use
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "checkout.address_form" });
    `,
    "kebab case": js({ options: { shape: "kebab" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "address_form" });
                                       ~~~~~~~~~~~~~~ shape
      === suggest use
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "address-form" });
    `,
    "camel case": js({ options: { shape: "camel" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "address_form" });
                                       ~~~~~~~~~~~~~~ shape
      === suggest use
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "addressForm" });
    `,
    "a constant of the file, where it is a category only": js`
      import * as Sentry from "@sentry/node";
      const CATEGORY = "user_action";
      const SHARED = "order_saved";
      Sentry.addBreadcrumb({ category: CATEGORY });
                                       ~~~~~~~~ shape
      Sentry.addBreadcrumb({ category: "user.action" });
      Sentry.addBreadcrumb({ category: SHARED, message: SHARED });
                                       ~~~~~~ shape +1
      === fix
      import * as Sentry from "@sentry/node";
      const CATEGORY = "user.action";
      const SHARED = "order_saved";
      Sentry.addBreadcrumb({ category: CATEGORY });
      Sentry.addBreadcrumb({ category: "user.action" });
      Sentry.addBreadcrumb({ category: SHARED, message: SHARED });
    `,
    "a branch": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: isNew ? "order_new" : "order" });
                                               ~~~~~~~~~~~ shape
      === suggest use
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: isNew ? "order.new" : "order" });
    `,
    "a constant of two values is not replaced by one": js`
      import * as Sentry from "@sentry/node";
      const category = isNew ? "order_new" : "order";
      Sentry.addBreadcrumb({ category });
                             ~~~~~~~~ shape
    `,
    "in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn saved() {
          add_breadcrumb(Breadcrumb { category: Some("user_action".into()), ..Default::default() });
                                                     ~~~~~~~~~~~~~ shape
      }
      === suggest use
      use sentry::{add_breadcrumb, Breadcrumb};
      fn saved() {
          add_breadcrumb(Breadcrumb { category: Some("user.action".into()), ..Default::default() });
      }
    `,
  },
});
