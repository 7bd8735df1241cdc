import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-late-breadcrumb", {
  valid: {
    "a breadcrumb before the capture": js`
      import * as Sentry from "@sentry/browser";
      try { pay(); } catch (error) {
        Sentry.addBreadcrumb({ message: "Payment failed" });
        Sentry.captureException(error);
      }
    `,
    "another event follows": js`
      import * as Sentry from "@sentry/browser";
      export function sync(error, other) {
        Sentry.captureException(error);
        Sentry.addBreadcrumb({ message: "Sync failed" });
        if (other) Sentry.captureMessage("Given up");
      }
    `,
    "a capture in a branch that has left": js`
      import * as Sentry from "@sentry/browser";
      export function check(order) {
        if (!order) {
          Sentry.captureMessage("No order");
          return;
        }
        Sentry.addBreadcrumb({ message: "Order checked" });
      }
    `,
    "a capture in a branch": js`
      import * as Sentry from "@sentry/browser";
      export function check(order) {
        if (!order) Sentry.captureMessage("No order");
        try { send(order); } catch (error) { Sentry.captureException(error); }
        Sentry.addBreadcrumb({ message: "Order checked" });
      }
    `,
    "a capture in another function": js`
      import * as Sentry from "@sentry/browser";
      Sentry.captureMessage("Started");
      button.onclick = () => {
        Sentry.addBreadcrumb({ message: "Order opened" });
      };
      function report() { Sentry.captureMessage("Report"); }
      Sentry.addBreadcrumb({ message: "Ready", data: { id: Sentry.lastEventId() } });
      process.on("exit", () => Sentry.captureMessage("Left"));
    `,
    "time has passed since": js`
      import * as Sentry from "@sentry/browser";
      export async function sync(orders) {
        Sentry.captureMessage("Sync started");
        await send(orders);
        Sentry.addBreadcrumb({ message: "Orders sent" });
      }
    `,
    "it may have left since": js`
      import * as Sentry from "@sentry/browser";
      export function sync(orders) {
        Sentry.captureMessage("Sync started");
        if (orders.length === 0) return;
        Sentry.addBreadcrumb({ message: "Orders found" });
      }
    `,
    "it tells what has come of the capture, or was found since": js`
      import * as Sentry from "@sentry/browser";
      export function report(error) {
        const id = Sentry.captureException(error);
        Sentry.addBreadcrumb({ message: "Reported", data: { id } });
      }
      export function sync(orders) {
        Sentry.captureMessage("Sync started");
        const sent = send(orders);
        Sentry.addBreadcrumb({ message: "Orders sent", data: { count: sent.length } });
      }
    `,
    "another error is thrown, of which an event will be made": js`
      import * as Sentry from "@sentry/browser";
      try { pay(); } catch (error) {
        Sentry.captureException(error);
        Sentry.addBreadcrumb({ message: "Payment failed" });
        throw new PaymentError(error);
      }
    `,
    "other vendors' captures": js`
      import * as Sentry from "@sentry/browser";
      import posthog from "posthog-js";
      posthog.captureException(error);
      captureMessage("a");
      Sentry.addBreadcrumb({ message: "Payment failed" });
    `,
    "a wrapper passes on what it is given": js`
      import * as Sentry from "@sentry/browser";
      export function note(message) {
        Sentry.captureMessage(message);
        Sentry.addBreadcrumb({ message });
      }
    `,
    "code after a return": js`
      import * as Sentry from "@sentry/browser";
      export function report(error) {
        Sentry.captureException(error);
        return;
        Sentry.addBreadcrumb({ message: "Never" });
      }
    `,
    "another event follows at the very end": js`
      import * as Sentry from "@sentry/browser"
      Sentry.captureMessage("Started")
      Sentry.addBreadcrumb({ message: "Ready" })
      Sentry.captureMessage("Left")
    `,
    "it was taken out of what was found since": js`
      import * as Sentry from "@sentry/browser";
      export function items(orders) {
        Sentry.captureMessage("Sync started");
        const [first] = send(orders);
        Sentry.addBreadcrumb({ message: "Order sent", data: { first } });
      }
      export function rest(orders) {
        Sentry.captureMessage("Sync started");
        const { count, ...others } = send(orders);
        Sentry.addBreadcrumb({ message: "Orders sent", data: { others } });
      }
      export function byDefault(orders) {
        Sentry.captureMessage("Sync started");
        const { count = 0 } = send(orders);
        Sentry.addBreadcrumb({ message: "Orders sent", data: { count } });
      }
      export function nested(orders) {
        Sentry.captureMessage("Sync started");
        const { list: [first] } = send(orders);
        Sentry.addBreadcrumb({ message: "Orders sent", data: { first } });
      }
      export function made(orders) {
        Sentry.captureMessage("Sync started");
        const at = new Date();
        Sentry.addBreadcrumb({ message: "Orders sent", data: { at } });
      }
      export function written(orders) {
        Sentry.captureMessage("Sync started");
        orders.count = count();
        Sentry.addBreadcrumb({ message: "Orders sent", data: { count: orders.count } });
      }
    `,
    "it stands in a block that waits first": js`
      import * as Sentry from "@sentry/browser";
      export async function sync(orders) {
        Sentry.captureMessage("Sync started");
        if (orders.length > 0) {
          await send(orders);
          Sentry.addBreadcrumb({ message: "Orders sent" });
        }
      }
    `,
    "another error is thrown after something else": js`
      import * as Sentry from "@sentry/browser";
      try { pay(); } catch (error) {
        Sentry.captureException(error);
        Sentry.addBreadcrumb({ message: "Payment failed" });
        close();
        throw new PaymentError(error);
      }
    `,
    "what does not parse as usual": ts`
      import { addBreadcrumb, captureException } from "@sentry/browser";
      switch (state) {
        case 1: captureException(error);
        case 2: addBreadcrumb({ message: "Reached from both" });
      }
    `,
    "in Rust: before the capture, and behind what may leave or wait": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      async fn sync(order: &Order) -> Result<(), Error> {
          add_breadcrumb(Breadcrumb { message: Some("Sync".into()), ..Default::default() });
          sentry::capture_message("Sync started", sentry::Level::Info);
          let sent = send(order).await;
          add_breadcrumb(Breadcrumb { message: Some("Sent".into()), ..Default::default() });
          Ok(())
      }
      fn check(order: &Order) -> Result<(), Error> {
          sentry::capture_message("Check", sentry::Level::Info);
          order.verify()?;
          add_breadcrumb(Breadcrumb { message: Some("Verified".into()), ..Default::default() });
          Ok(())
      }
      fn report(error: &Error) {
          let id = sentry::capture_error(error);
          add_breadcrumb(Breadcrumb { message: Some(format!("Reported {id}")), ..Default::default() });
      }
      fn branch(error: &Error) {
          if error.is_fatal() {
              sentry::capture_error(error);
          }
          add_breadcrumb(Breadcrumb { message: Some("Left".into()), ..Default::default() });
      }
      fn again(error: &Error) {
          sentry::capture_error(error);
          add_breadcrumb(Breadcrumb { message: Some("Left".into()), ..Default::default() });
          sentry::capture_message("Given up", sentry::Level::Error);
      }
    `,
  },
  invalid: {
    "a message that the function is given": js`
      import * as Sentry from "@sentry/node";
      function slow(operation) {
        Sentry.captureMessage("Slow");
        Sentry.addBreadcrumb({ message: operation });
        ~~~~~~~~~~~~~~~~~~~~ late +1
      }
    `,
    "behind the capture": js`
      import * as Sentry from "@sentry/browser";
      try { pay(); } catch (error) {
        Sentry.captureException(error);
        Sentry.addBreadcrumb({ message: "Payment failed", level: "error" });
        ~~~~~~~~~~~~~~~~~~~~ late +1
      }
      === suggest move
      import * as Sentry from "@sentry/browser";
      try { pay(); } catch (error) {
        Sentry.addBreadcrumb({ message: "Payment failed", level: "error" });
        Sentry.captureException(error);
      }
    `,
    "plain statements are in between": js`
      import { addBreadcrumb, captureMessage } from "@sentry/node";
      export async function fail(user) {
        void captureMessage("Failed");
        setError(true);
        await flush(2000);
        addBreadcrumb({
        ~~~~~~~~~~~~~ late +1
          message: "Payment failed",
          data: { plan: user.plan },
        });
      }
      import { flush } from "@sentry/node";
      === suggest move
      import { addBreadcrumb, captureMessage } from "@sentry/node";
      export async function fail(user) {
        addBreadcrumb({
          message: "Payment failed",
          data: { plan: user.plan },
        });
        void captureMessage("Failed");
        setError(true);
        await flush(2000);
      }
      import { flush } from "@sentry/node";
    `,
    "the same error is thrown again, which the SDK does not capture twice": js`
      import * as Sentry from "@sentry/browser";
      try { pay(); } catch (error) {
        Sentry.captureException(error);
        Sentry.addBreadcrumb({ message: "Payment failed" });
        ~~~~~~~~~~~~~~~~~~~~ late +1
        throw error;
      }
    `,
    "behind the capture, with others in functions between the two": js`
      import * as Sentry from "@sentry/browser";
      export function fail(order) {
        Sentry.captureMessage("Failed");
        const later = () => { Sentry.captureMessage("Later"); };
        Sentry.addBreadcrumb({ message: "Payment failed" });
        ~~~~~~~~~~~~~~~~~~~~ late +1
      }
    `,
    "what waited or threw did so elsewhere": js`
      import * as Sentry from "@sentry/browser";
      export async function fail(order) {
        await send(order);
        Sentry.captureMessage("Failed");
        Sentry.addBreadcrumb({ message: "Payment failed" });
        ~~~~~~~~~~~~~~~~~~~~ late +1
      }
      const report = (error) => {
        Sentry.captureException(error);
        Sentry.addBreadcrumb({ message: "Reported" });
        ~~~~~~~~~~~~~~~~~~~~ late +1
      };
      throw new Error("Not here");
    `,
    "what it names is only read in between, or written later": js`
      import * as Sentry from "@sentry/browser";
      export function kept(order, kind, counts) {
        Sentry.captureMessage("Failed");
        counts[kind] = 1;
        Sentry.addBreadcrumb({ message: "Payment failed", data: { kind, state: order.state } });
        ~~~~~~~~~~~~~~~~~~~~ late +1
        order.state = load();
      }
      export function byDefault(order, kind) {
        Sentry.captureMessage("Failed");
        const { plan = kind } = load();
        Sentry.addBreadcrumb({ message: "Payment failed", data: { kind } });
        ~~~~~~~~~~~~~~~~~~~~ late
      }
    `,
    "a counter is counted in between: it stays where it is": js`
      import * as Sentry from "@sentry/browser";
      export function fail(order) {
        Sentry.captureMessage("Failed");
        order.tries++;
        Sentry.addBreadcrumb({ message: "Payment failed", data: { tries: order.tries } });
        ~~~~~~~~~~~~~~~~~~~~ late
      }
    `,
    "a plain value is defined in between: it stays where it is": js`
      import * as Sentry from "@sentry/browser";
      try { pay(); } catch (error) {
        Sentry.captureException(error);
        const kind = "card";
        Sentry.addBreadcrumb({ message: "Payment failed", data: { kind } });
        ~~~~~~~~~~~~~~~~~~~~ late
      }
    `,
    "a member of what it names is written in between": js`
      import * as Sentry from "@sentry/browser";
      export function fail(order) {
        Sentry.captureMessage("Failed");
        order.state = "failed";
        Sentry.addBreadcrumb({ message: "Payment failed", data: { state: order.state } });
        ~~~~~~~~~~~~~~~~~~~~ late
      }
    `,
    "a comment would be left behind": js`
      import * as Sentry from "@sentry/browser";
      export function fail(order) {
        Sentry.captureMessage("Failed");
        // For the engineer on call.
        Sentry.addBreadcrumb({ message: "Payment failed" });
        ~~~~~~~~~~~~~~~~~~~~ late
        Sentry.addBreadcrumb({ message: "Order kept" }); // and for support
        ~~~~~~~~~~~~~~~~~~~~ late
      }
    `,
    "in a block behind the capture": js`
      import * as Sentry from "@sentry/browser";
      export function fail(order) {
        Sentry.captureMessage("Failed");
        if (order.paid) {
          Sentry.addBreadcrumb({ message: "Payment to be returned" });
          ~~~~~~~~~~~~~~~~~~~~ late
        }
      }
    `,
    "on a scope": ts`
      import * as Sentry from "@sentry/browser";
      Sentry.withScope((scope) => {
        Sentry.captureException(error);
        scope.addBreadcrumb({ message: "Payment failed" });
        ~~~~~~~~~~~~~~~~~~~ late +1
      });
    `,
    "code without semicolons": js`
      import * as Sentry from "@sentry/browser"
      export function fail() {
        Sentry.captureMessage("Failed")
        Sentry.addBreadcrumb({ message: "Payment failed" });
        ~~~~~~~~~~~~~~~~~~~~ late
        [1, 2].map(String)
      }
      export function stop() {
        Sentry.captureMessage("Stopped")
        Sentry.addBreadcrumb({ message: "Payment stopped" })
        ~~~~~~~~~~~~~~~~~~~~ late +1
      }
      === suggest move
      import * as Sentry from "@sentry/browser"
      export function fail() {
        Sentry.captureMessage("Failed")
        Sentry.addBreadcrumb({ message: "Payment failed" });
        [1, 2].map(String)
      }
      export function stop() {
        Sentry.addBreadcrumb({ message: "Payment stopped" })
        Sentry.captureMessage("Stopped")
      }
    `,
    "two statements on a line": js`
      import * as Sentry from "@sentry/browser";
      const fail = () => { Sentry.captureMessage("Failed"); Sentry.addBreadcrumb({ message: "Payment failed" }); };
                                                            ~~~~~~~~~~~~~~~~~~~~ late +1
    `,
    "in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn report(error: &Error) {
          sentry::capture_error(error);
          log_it(error);
          add_breadcrumb(Breadcrumb {
          ~~~~~~~~~~~~~~ late +1
              message: Some("Payment failed".into()),
              ..Default::default()
          });
      }
      === suggest move
      use sentry::{add_breadcrumb, Breadcrumb};
      fn report(error: &Error) {
          add_breadcrumb(Breadcrumb {
              message: Some("Payment failed".into()),
              ..Default::default()
          });
          sentry::capture_error(error);
          log_it(error);
      }
    `,
    "in Rust, with helpers for errors, comments and plain values": rust`
      use sentry_anyhow::capture_anyhow;
      fn report(error: &anyhow::Error, retry: bool) {
          capture_anyhow(error);
          // For the engineer on call.
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Failed".into()), ..Default::default() });
          ~~~~~~~~~~~~~~~~~~~~~~ late
          let kind = "card";
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(kind.into()), ..Default::default() });
          ~~~~~~~~~~~~~~~~~~~~~~ late
          if retry {
              sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Again".into()), ..Default::default() });
              ~~~~~~~~~~~~~~~~~~~~~~ late
          }
      }
    `,
  },
});
