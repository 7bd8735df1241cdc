import { js, ts } from "../support/snippet.ts";
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
    "what does not parse as usual": ts`
      import { addBreadcrumb, captureException } from "@sentry/browser";
      switch (state) {
        case 1: captureException(error);
        case 2: addBreadcrumb({ message: "Reached from both" });
      }
    `,
  },
  invalid: {
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
  },
});
