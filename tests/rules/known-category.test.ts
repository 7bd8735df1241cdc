import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

const declared = { settings: { categories: ["checkout.*", "payment", "*.job", "a*b*c"] } };

testRule("known-category", {
  valid: {
    "a template whose beginning a category has": js({ settings: { categories: ["payment", "checkout.*"] } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: ${"`checkout.${step}`"} });
      Sentry.addBreadcrumb({ category: ${"`pay${rest}`"} });
      Sentry.addBreadcrumb({ category: ${"`ui.${action}`"} });
      Sentry.addBreadcrumb({ category: ${"`${area}.shipping`"} });
    `,
    "categories of the SDKs and of Sentry's documentation": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "ui.click", message: "a" });
      Sentry.addBreadcrumb({ category: "ui.multiClick", message: "a" });
      Sentry.addBreadcrumb({ category: "navigation", message: "a" });
      Sentry.addBreadcrumb({ category: "child_process", message: "a" });
      Sentry.addBreadcrumb({ category: "child-process", message: "a" });
      Sentry.addBreadcrumb({ category: "auth", message: "a" });
    `,
    "any other category, as long as none is declared": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "billing", message: "a" });
      Sentry.addBreadcrumb({ category: "Order form", message: "a" });
    `,
    "words that are near to a category by chance": js`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ category: "card", message: "a" });
      addBreadcrumb({ category: "router", message: "a" });
      addBreadcrumb({ category: "gestures", message: "a" });
      addBreadcrumb({ category: "consoles", message: "a" });
      addBreadcrumb({ category: "patch", message: "a" });
    `,
    "lower case, where only another platform's SDK writes a capital": js`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ category: "graphql", message: "a" });
    `,
    "no category": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a" });
    `,
    "a category that the file does not tell": js(declared)`
      import { addBreadcrumb } from "@sentry/node";
      export function note(category, part) {
        addBreadcrumb({ category, message: "a" });
        addBreadcrumb({ category: ${"`shop.${part}`"}, message: "a" });
        addBreadcrumb({ category: categoryOf(part), message: "a" });
        addBreadcrumb({ category: part.category, message: "a" });
      }
    `,
    "declared names and patterns": js(declared)`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "payment", message: "a" });
      Sentry.addBreadcrumb({ category: "checkout.address", message: "a" });
      Sentry.addBreadcrumb({ category: "checkout.", message: "a" });
      Sentry.addBreadcrumb({ category: "hourly.job", message: "a" });
      Sentry.addBreadcrumb({ category: "a-b-c", message: "a" });
      Sentry.addBreadcrumb({ category: "ui.click", message: "a" });
    `,
    "a declared name beats a similar one of the SDKs": js({ settings: { categories: ["UI.Click", "navigaton"] } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "UI.Click", message: "a" });
      Sentry.addBreadcrumb({ category: "navigaton", message: "a" });
    `,
    "declared, but unlisted ones are allowed": js({ ...declared, options: { unknown: "allow" } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "billing", message: "a" });
    `,
    "a breadcrumb whose category cannot be seen": js({ options: { require: true } })`
      import * as Sentry from "@sentry/browser";
      export function note(crumb, rest) {
        Sentry.addBreadcrumb(crumb);
        Sentry.addBreadcrumb({ message: "a", ...rest });
        Sentry.addBreadcrumb({ message: "a", [key]: "b" });
      }
    `,
    "a category of exactly 128 characters": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "${"x".repeat(128)}", message: "a" });
    `,
    "the category of something else": js`
      import { addBreadcrumb } from "@honeybadger-io/js";
      import * as Sentry from "@sentry/browser";
      addBreadcrumb({ category: "UI.Click", message: "a" });
      Sentry.addBreadcrumb({ message: "a", data: { category: "UI.Click" } });
    `,
  },
  invalid: {
    "a template whose beginning no category has": js({ settings: { categories: ["payment", "checkout.*"] } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: ${"`shipping.${step}`"} });
                                       ~~~~~~~~~~~~~~~~~~ unlisted
      Sentry.addBreadcrumb({ category: "delivery-" + step });
                                       ~~~~~~~~~~~~~~~~~~ unlisted
    `,
    "case and separators": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "UI.Click", message: "a" });
                                       ~~~~~~~~~~ variant
      Sentry.addBreadcrumb({ category: 'ui_click', message: "a" });
                                       ~~~~~~~~~~ variant
      Sentry.addBreadcrumb({ category: "ui-click", message: "a" });
                                       ~~~~~~~~~~ variant
      Sentry.addBreadcrumb({ category: "Navigation", message: "a" });
                                       ~~~~~~~~~~~~ variant
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "ui.click", message: "a" });
      Sentry.addBreadcrumb({ category: 'ui.click', message: "a" });
      Sentry.addBreadcrumb({ category: "ui.click", message: "a" });
      Sentry.addBreadcrumb({ category: "navigation", message: "a" });
    `,
    "a misspelling": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "navigaton", message: "a" });
                                       ~~~~~~~~~~~ misspelt +1
      === suggest use
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "navigation", message: "a" });
    `,
    "empty, and of white space": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "", message: "a" });
                                       ~~ empty +1
      Sentry.addBreadcrumb({ message: "a", category: "  " });
                                                     ~~~~ empty +1
      === suggest remove
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.addBreadcrumb({ message: "a", category: "  " });
      === suggest remove
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "", message: "a" });
      Sentry.addBreadcrumb({ message: "a" });
    `,
    "empty in one branch, where the field has to stay for the other": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: ok ? "" : "auth", message: "a" });
                                            ~~ empty
    `,
    "white space at the ends": js(declared)`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "payment ", message: "a" });
                                       ~~~~~~~~~~ space
      Sentry.addBreadcrumb({ category: " checkout.pay", message: "a" });
                                       ~~~~~~~~~~~~~~~ space
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "payment", message: "a" });
      Sentry.addBreadcrumb({ category: "checkout.pay", message: "a" });
    `,
    "white space, nothing declared": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: " billing", message: "a" });
                                       ~~~~~~~~~~ space
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "billing", message: "a" });
    `,
    "129 characters": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "${"x".repeat(129)}", message: "a" });
                                       ~${"~".repeat(129)}~ long
    `,
    "unlisted, with the closest ones": js(declared)`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "payments", message: "a" });
                                       ~~~~~~~~~~ unlisted +1
      Sentry.addBreadcrumb({ category: "Order form", message: "a" });
                                       ~~~~~~~~~~~~ unlisted
      === suggest use
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "payment", message: "a" });
      Sentry.addBreadcrumb({ category: "Order form", message: "a" });
    `,
    "another spelling of a declared one": js(declared)`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "PAYMENT", message: "a" });
                                       ~~~~~~~~~ variant
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "payment", message: "a" });
    `,
    "without the catalogue": js({ ...declared, options: { builtin: false } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "ui.click", message: "a" });
                                       ~~~~~~~~~~ unlisted
      Sentry.addBreadcrumb({ category: "payment", message: "a" });
    `,
    "unlisted, though none is declared": js({ options: { unknown: "report" } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "billing", message: "a" });
                                       ~~~~~~~~~ unlisted
      Sentry.addBreadcrumb({ category: "auth", message: "a" });
    `,
    "a missing category": js({ options: { require: true } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ missing
      Sentry.addBreadcrumb({ category: "auth", message: "a" });
    `,
    "each wrong branch": js(declared)`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ category: paid ? "Payment" : "billing", message: "a" });
                                       ~~~~~~~~~ variant
                                                   ~~~~~~~~~ unlisted
      addBreadcrumb({ category: given ?? "Payment", message: "a" });
                                         ~~~~~~~~~ variant
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ category: paid ? "payment" : "billing", message: "a" });
      addBreadcrumb({ category: given ?? "payment", message: "a" });
    `,
    "a constant that is a category only is put right where it is defined": js`
      import { addBreadcrumb } from "@sentry/browser";
      const CATEGORY = "UI.Click";
      addBreadcrumb({ category: CATEGORY, message: "a" });
                                ~~~~~~~~ variant
      addBreadcrumb({ category: CATEGORY, message: "b" });
                                ~~~~~~~~ variant
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      const CATEGORY = "ui.click";
      addBreadcrumb({ category: CATEGORY, message: "a" });
      addBreadcrumb({ category: CATEGORY, message: "b" });
    `,
    "a constant with other uses stays": js`
      import { addBreadcrumb } from "@sentry/browser";
      const CATEGORY = "UI.Click";
      track(CATEGORY);
      addBreadcrumb({ category: CATEGORY, message: "a" });
                                ~~~~~~~~ variant +1
      === suggest use
      import { addBreadcrumb } from "@sentry/browser";
      const CATEGORY = "UI.Click";
      track(CATEGORY);
      addBreadcrumb({ category: "ui.click", message: "a" });
    `,
    "a constant of two values is not replaced by one": js`
      import { addBreadcrumb } from "@sentry/browser";
      const category = pressed ? "navigaton" : "ui.input";
      addBreadcrumb({ category, message: "a" });
                      ~~~~~~~~ misspelt
    `,
    "an enumeration and a frozen object of the file": ts(declared)`
      import { addBreadcrumb } from "@sentry/browser";
      enum Category { Billing = "billing", Payment = "payment" }
      const CATEGORIES = { order: "orders" } as const;
      addBreadcrumb({ category: Category.Payment, message: "a" });
      addBreadcrumb({ category: Category.Billing, message: "a" });
                                ~~~~~~~~~~~~~~~~ unlisted
      addBreadcrumb({ category: CATEGORIES.order, message: "a" });
                                ~~~~~~~~~~~~~~~~ unlisted
    `,
    "a template without parts that change": js`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ category: ${"`UI.Click`"}, message: "a" });
                                ~~~~~~~~~~ variant
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ category: ${"`ui.click`"}, message: "a" });
    `,
    "text that is put together": js`
      import { addBreadcrumb } from "@sentry/browser";
      const AREA = "ui";
      addBreadcrumb({ category: AREA + "_click", message: "a" });
                                ~~~~~~~~~~~~~~~ variant +1
      === suggest use
      import { addBreadcrumb } from "@sentry/browser";
      const AREA = "ui";
      addBreadcrumb({ category: "ui.click", message: "a" });
    `,
    "wrappers, of the settings and of the file": js({
      settings: { wrappers: [{ name: "track", from: "@/lib/track", parameters: ["message", "category"] }] },
    })`
      import { track } from "@/lib/track";
      import { addBreadcrumb } from "@sentry/browser";
      const note = (category, message) => addBreadcrumb({ category, message });
      track("a", "UI.Click");
                 ~~~~~~~~~~ variant +1
      note("UI.Click", "a");
           ~~~~~~~~~~ variant
      === fix
      import { track } from "@/lib/track";
      import { addBreadcrumb } from "@sentry/browser";
      const note = (category, message) => addBreadcrumb({ category, message });
      track("a", "UI.Click");
      note("ui.click", "a");
    `,
    "an empty category of a wrapper cannot be left out": js({
      settings: { wrappers: [{ name: "track", from: "@/lib/track", parameters: ["category", "message"] }] },
    })`
      import { track } from "@/lib/track";
      track("", "a");
            ~~ empty
    `,
    JSX: js`
      import * as Sentry from "@sentry/react";
      export const Pay = () => <button onClick={() => Sentry.addBreadcrumb({ category: "UI.Click" })}>Pay</button>;
                                                                                       ~~~~~~~~~~ variant
      === fix
      import * as Sentry from "@sentry/react";
      export const Pay = () => <button onClick={() => Sentry.addBreadcrumb({ category: "ui.click" })}>Pay</button>;
    `,
  },
});
