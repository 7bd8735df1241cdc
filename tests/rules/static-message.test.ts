import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("static-message", {
  valid: {
    "words alone": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "Loaded", data: { id } });
      Sentry.addBreadcrumb({ message: ${"`Loaded`"} });
      Sentry.addBreadcrumb({ message: "Loaded " + "all" });
    `,
    "constants and what is one of few": js`
      import * as Sentry from "@sentry/node";
      import { PREFIX, Step } from "./steps.js";
      const KIND = "order";
      const step = done ? "end" : "start";
      Sentry.addBreadcrumb({ message: ${"`${KIND} loaded`"} });
      Sentry.addBreadcrumb({ message: ${"`${PREFIX}: loaded at ${Step.Pay}`"} });
      Sentry.addBreadcrumb({ message: ${'`Loaded at ${step}, ${isNew ? "new" : "known"}`'} });
      Sentry.addBreadcrumb({ message: ${"`Loaded: ${items.length > 0}`"} });
    `,
    "what cannot be seen": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message });
      Sentry.addBreadcrumb({ message: describe(order) });
      Sentry.addBreadcrumb({ message: error.message });
      Sentry.addBreadcrumb(crumb);
    `,
    "calls of what is fixed, and those that may yield anything": js`
      import * as Sentry from "@sentry/node";
      const KIND = "order";
      Sentry.addBreadcrumb({ message: KIND.toUpperCase() });
      Sentry.addBreadcrumb({ message: ["order", "paid"].join(" ") });
      Sentry.addBreadcrumb({ message: text.concat(id) });
      Sentry.addBreadcrumb({ message: error.message });
    `,
    "types with few values": ts`
      import * as Sentry from "@sentry/node";
      export function go(kind: "new" | "known", all: boolean) {
        Sentry.addBreadcrumb({ message: ${"`Loaded ${kind} ${all}`"} });
      }
    `,
    "in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn loaded() {
          add_breadcrumb(Breadcrumb { message: Some("Loaded".into()), ..Default::default() });
      }
    `,
  },
  invalid: {
    "a call that surely puts a value into a text": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: JSON.stringify(cart) });
                                      ~~~~~~~~~~~~~~~~~~~~ value
      Sentry.addBreadcrumb({ message: ["paid", id].join(" ") });
                                      ~~~~~~~~~~~~~~~~~~~~~~ value
      Sentry.addBreadcrumb({ message: String(query) });
                                      ~~~~~~~~~~~~~ value
    `,
    "a value at the end": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: ${"`Loaded ${id}`"} });
                                      ~~~~~~~~~~~~~~ value +1
      === suggest part
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "Loaded", data: { id } });
    `,
    "values within": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "cart", message: ${"`Loaded ${items.length} of ${cart.owner.id} (${took}ms)`"} });
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ value +1
      === suggest part
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "cart", message: "Loaded {itemsLength} of {id} ({took}ms)", data: { itemsLength: items.length, id: cart.owner.id, took } });
    `,
    "a concatenation": js`
      import * as Sentry from '@sentry/node';
      Sentry.addBreadcrumb({ message: 'Loaded: ' + order.id + '.' });
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ value +1
      === suggest part
      import * as Sentry from '@sentry/node';
      Sentry.addBreadcrumb({ message: 'Loaded', data: { id: order.id } });
    `,
    "data that is there": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({
        message: ${"`Loaded ${order.id}`"},
                 ~~~~~~~~~~~~~~~~~~~~ value +1
        data: { id: user.id, total },
      });
      === suggest part
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({
        message: "Loaded",
        data: { id: user.id, total, orderId: order.id },
      });
    `,
    "names that are the same, and one value twice": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: ${"`From ${from.id} to ${to.id} and back to ${from.id}`"} });
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ value +1
      === suggest part
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "From {id} to {toId} and back", data: { id: from.id, toId: to.id } });
    `,
    "a value that is in the data": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: ${"`State changed to ${next.state} (${took})`"}, data: { state: next.state, took } });
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ value +1
      Sentry.addBreadcrumb({ message: ${"`State changed to ${next.state} (${took})`"}, data: { now: next.state } });
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ value +1
      === suggest cut
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "State changed", data: { state: next.state, took } });
      Sentry.addBreadcrumb({ message: ${"`State changed to ${next.state} (${took})`"}, data: { now: next.state } });
      === suggest part
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: ${"`State changed to ${next.state} (${took})`"}, data: { state: next.state, took } });
      Sentry.addBreadcrumb({ message: "State changed", data: { now: next.state, took } });
    `,
    "what is called": js`
      import * as Sentry from "@sentry/node";
      export async function load() {
        Sentry.addBreadcrumb({ message: ${"`Loaded ${await total()} of ${String(order.id)}`"} });
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ value
        Sentry.addBreadcrumb({ message: ${"`Loaded ${await order.getTotal()} of ${String(order.id)}`"} });
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ value +1
      }
      === suggest part
      import * as Sentry from "@sentry/node";
      export async function load() {
        Sentry.addBreadcrumb({ message: ${"`Loaded ${await total()} of ${String(order.id)}`"} });
        Sentry.addBreadcrumb({ message: "Loaded {total}", data: { total: await order.getTotal(), id: String(order.id) } });
      }
    `,
    "no suggestion": js`
      import * as Sentry from "@sentry/node";
      const message = ${"`Loaded ${id}`"};
      const KIND = "order";
      Sentry.addBreadcrumb({ message });
                             ~~~~~~~ value
      Sentry.addBreadcrumb({ message: isNew ? ${"`Loaded ${id}`"} : "Known" });
                                              ~~~~~~~~~~~~~~ value
      Sentry.addBreadcrumb({ message: ${"`${id}`"} });
                                      ~~~~~~~ value
      Sentry.addBreadcrumb({ message: ${"`Loaded ${a + b}`"} });
                                      ~~~~~~~~~~~~~~~~~ value
      Sentry.addBreadcrumb({ message: ${"`Loaded ${KIND} ${id}`"} });
                                      ~~~~~~~~~~~~~~~~~~~~~~ value
      Sentry.addBreadcrumb({ message: ${"`Loaded ${id}`"}, data: details });
                                      ~~~~~~~~~~~~~~ value
      Sentry.addBreadcrumb({ message: ${"`Loaded ${id}`"}, data: { ...details } });
                                      ~~~~~~~~~~~~~~ value
      Sentry.addBreadcrumb({ message: ${"`Loaded ${/* which */ id}`"} });
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~ value
    `,
    "a wrapper": js({ settings: { wrappers: [{ name: "crumb", parameters: ["message"] }] } })`
      crumb(${"`Loaded ${id}`"});
            ~~~~~~~~~~~~~~ value
    `,
    "in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn loaded(id: u64) {
          add_breadcrumb(Breadcrumb { message: Some(format!("Loaded {}", id)), ..Default::default() });
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~ value +1
      }
      === suggest part
      use sentry::{add_breadcrumb, Breadcrumb};
      fn loaded(id: u64) {
          add_breadcrumb(Breadcrumb { message: Some("Loaded".into()), data: [("id".to_owned(), sentry::protocol::Value::from(id.to_string()))].into(), ..Default::default() });
      }
    `,
    "in Rust, where the text is not the value's own": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn loaded(order: &Order) {
          add_breadcrumb(Breadcrumb { message: Some(format!("Loaded {order:?}")), ..Default::default() });
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~ value
      }
    `,
  },
});
