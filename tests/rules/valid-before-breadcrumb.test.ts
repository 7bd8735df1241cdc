import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("valid-before-breadcrumb", {
  valid: {
    "a request within the hook, where the SDK records none": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        integrations: [Sentry.breadcrumbsIntegration({ fetch: false })],
        beforeBreadcrumb(b) {
          fetch("/seen");
          return b;
        },
      });
    `,
    "a request within the hook, under a condition": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(b) {
          if (b.category !== "fetch") fetch("/seen");
          return b;
        },
      });
    `,
    "the breadcrumb on every path": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        dsn,
        beforeBreadcrumb(breadcrumb, hint) {
          if (breadcrumb.category === "console") return null;
          if (hint?.event) breadcrumb.message = hint.event.target.id;
          return breadcrumb;
        },
      });
    `,
    "a new breadcrumb, a choice, what another function yields": js`
      import { init } from "@sentry/node";
      import { scrub } from "./scrub.js";
      const isNoise = ({ category }) => category === "console";
      init({ beforeBreadcrumb: (b) => (isNoise(b) ? null : { ...b, data: {} }) });
      init({ beforeBreadcrumb: (b) => scrub(b) });
      init({ beforeBreadcrumb: scrub });
      init({ beforeBreadcrumb: (b) => b.message && b });
      init({ beforeBreadcrumb: (b) => scrub(b) ?? b });
      init({ beforeBreadcrumb: null });
    `,
    "paths that throw, that never come back, and loops without an end": js`
      import * as Sentry from "@sentry/node";
      Sentry.init({ beforeBreadcrumb(b) { if (b.message) return b; throw new Error(); } });
      Sentry.init({ beforeBreadcrumb(b) { if (b.message) return b; process.exit(1); } });
      Sentry.init({ beforeBreadcrumb(b) { for (;;) { if (next(b)) return b; } } });
      Sentry.init({ beforeBreadcrumb(b) { do { return b; } while (b.message); } });
      Sentry.init({ beforeBreadcrumb(b) { try { return scrub(b); } catch { return null; } } });
      Sentry.init({ beforeBreadcrumb(b) { try { scrub(b); } finally { return b; } } });
      Sentry.init({ beforeBreadcrumb(b) {
        switch (b.category) {
          case "console":
          case "fetch":
            return null;
          default:
            return b;
        }
      } });
    `,
    "the console, which the SDK keeps from coming back": js`
      import * as Sentry from "@sentry/node";
      Sentry.init({ beforeBreadcrumb(b) { console.log(b); return b; } });
    `,
    "a second breadcrumb that a condition may tell from the first": js`
      import * as Sentry from "@sentry/node";
      let busy = false;
      Sentry.init({
        beforeBreadcrumb(b) {
          if (b.category === "note") return b;
          Sentry.addBreadcrumb({ category: "note" });
          return b;
        },
      });
      Sentry.init({
        beforeBreadcrumb(b) {
          if (b.category === "fetch") Sentry.addBreadcrumb({ category: "api" });
          b.data && Sentry.addBreadcrumb({ message: "data" });
          return busy ? Sentry.addBreadcrumb({ message: "busy" }) : b;
        },
      });
    `,
    "a second breadcrumb that another run of the program records, or past the hook": js`
      import * as Sentry from "@sentry/node";
      function later() { if (enabled) Sentry.addBreadcrumb({ message: "later" }); }
      Sentry.init({
        beforeBreadcrumb(b) {
          button.addEventListener("click", () => Sentry.addBreadcrumb({ message: "clicked" }));
          Sentry.getGlobalScope().addBreadcrumb({ message: "seen" });
          later();
          return b;
        },
      });
    `,
    "options of other names, and of nobody": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeSend: (e) => e, maxBreadcrumbs: 5, [computed]: 1, beforeBreadcrumb: (b) => b });
      export const options = { beforeSendBreadcrumb() {} };
      Sentry.init(options2);
      Sentry.init();
    `,
    "hooks of other packages, and of nobody": js`
      import { init } from "./monitor.js";
      import Honeybadger from "@honeybadger-io/js";
      init({ beforeBreadcrumb() {} });
      Honeybadger.configure({ beforeBreadcrumb() {} });
      export const options = { beforeBreadcrumb() {} };
    `,
    "other hooks": js`
      import * as Sentry from "@sentry/node";
      // beforeBreadcrumb is not set.
      Sentry.init({ beforeSend() {}, integrations() { return { beforeBreadcrumb() {} }.list; } });
    `,
    "overloads, which are no hooks": ts`
      import * as Sentry from "@sentry/node";
      declare function hook(b: Sentry.Breadcrumb): Sentry.Breadcrumb | null;
      Sentry.init({ beforeBreadcrumb: hook });
    `,
    "a helper that returns something, and one that waits or is not seen": js`
      import * as Sentry from "@sentry/node";
      import { other } from "./other.js";
      const scrub = (b) => { delete b.data; return b; };
      const maybe = (b) => { if (b.data) return b; };
      Sentry.init({ beforeBreadcrumb: (b) => scrub(b) });
      Sentry.init({ beforeBreadcrumb: (b) => maybe(b) ?? b });
      Sentry.init({ beforeBreadcrumb: (b) => other(b) });
    `,
    "hooks in Rust that record nothing": rust`
      use sentry::{add_breadcrumb, Breadcrumb, ClientOptions};
      fn scrub(mut crumb: Breadcrumb) -> Option<Breadcrumb> {
          crumb.data.clear();
          Some(crumb)
      }
      fn main() {
          let _guard = sentry::init(ClientOptions::new().before_breadcrumb(scrub));
          let other = ClientOptions {
              before_breadcrumb: Some(std::sync::Arc::new(|crumb| {
                  std::thread::spawn(|| add_breadcrumb(Breadcrumb::default()));
                  later(&crumb);
                  Some(crumb)
              })),
              before_send: Some(std::sync::Arc::new(|event| {
                  add_breadcrumb(Breadcrumb::default());
                  Some(event)
              })),
              ..Default::default()
          };
          add_breadcrumb(Breadcrumb::default());
      }
      fn later(crumb: &Breadcrumb) {
          if crumb.message.is_none() {
              return;
          }
          add_breadcrumb(Breadcrumb::default());
      }
    `,
  },
  invalid: {
    "a breadcrumb within a hook in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb, ClientOptions};
      use std::sync::Arc;
      fn hook(crumb: Breadcrumb) -> Option<Breadcrumb> {
          if crumb.message.is_none() {
              add_breadcrumb(Breadcrumb::default());
              ~~~~~~~~~~~~~~ deadlock
          }
          Some(crumb)
      }
      fn note() {
          sentry::add_breadcrumb(Breadcrumb::default());
      }
      fn main() {
          let _guard = sentry::init(ClientOptions::new().before_breadcrumb(hook));
          let other = ClientOptions {
              before_breadcrumb: Some(Arc::new(|crumb| {
                  sentry::add_breadcrumb(Breadcrumb::default());
                  ~~~~~~~~~~~~~~~~~~~~~~ deadlock
                  note();
                  ~~~~ deadlock
                  Some(crumb)
              })),
              ..Default::default()
          };
      }
    `,
    "a path that ends without returning": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(breadcrumb) {
        ~~~~~~~~~~~~~~~~ nothing +2
          if (breadcrumb.category === "console") return null;
          breadcrumb.data = {};
        },
      });
      === suggest keep
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(breadcrumb) {
          if (breadcrumb.category === "console") return null;
          breadcrumb.data = {};
          return breadcrumb;
        },
      });
      === suggest drop
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(breadcrumb) {
          if (breadcrumb.category === "console") return null;
          breadcrumb.data = {};
          return null;
        },
      });
    `,
    "on one line, empty, without a semicolon": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (b) => { b.data = {}; } });
                    ~~~~~~~~~~~~~~~~ nothing +2
      Sentry.init({ beforeBreadcrumb: function () {} });
                    ~~~~~~~~~~~~~~~~ nothing +1
      Sentry.init({ beforeBreadcrumb({ data }) { data.a = 1 /* enough */ } });
                    ~~~~~~~~~~~~~~~~ nothing
      === suggest keep
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (b) => { b.data = {}; return b; } });
      Sentry.init({ beforeBreadcrumb: function () {} });
      Sentry.init({ beforeBreadcrumb({ data }) { data.a = 1 /* enough */ } });
      === suggest drop
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (b) => { b.data = {}; return null; } });
      Sentry.init({ beforeBreadcrumb: function () {} });
      Sentry.init({ beforeBreadcrumb({ data }) { data.a = 1 /* enough */ } });
      === suggest drop
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (b) => { b.data = {}; } });
      Sentry.init({ beforeBreadcrumb: function () { return null; } });
      Sentry.init({ beforeBreadcrumb({ data }) { data.a = 1 /* enough */ } });
    `,
    "undefined, in words and in branches": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(b) {
          if (b.category === "console") return;
                                        ~~~~~~~ nothing +2
          if (b.category === "fetch") return undefined;
                                             ~~~~~~~~~ nothing +2
          return b.message ? b : void 0;
                                 ~~~~~~ nothing +2
        },
      });
    `,
    "a loop, a switch, a try and a label that let the control through": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb(b) { while (next(b)) return b; } });
                    ~~~~~~~~~~~~~~~~ nothing +2
      Sentry.init({ beforeBreadcrumb(b) { for (;;) { if (next(b)) break; else return b; } } });
                    ~~~~~~~~~~~~~~~~ nothing +2
      Sentry.init({ beforeBreadcrumb(b) { switch (b.level) { case "debug": return null; case "info": return b; } } });
                    ~~~~~~~~~~~~~~~~ nothing +2
      Sentry.init({ beforeBreadcrumb(b) { try { return scrub(b); } catch (error) { report(error); } } });
                    ~~~~~~~~~~~~~~~~ nothing +2
      Sentry.init({ beforeBreadcrumb(b) { out: { if (next(b)) break out; return b; } } });
                    ~~~~~~~~~~~~~~~~ nothing +2
      Sentry.init({ beforeBreadcrumb(b) { for (const key in b) { return b; } } });
                    ~~~~~~~~~~~~~~~~ nothing +2
    `,
    "false means null, and true the breadcrumb": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb: (breadcrumb) => {
          if (breadcrumb.category === "console") return false;
                                                        ~~~~~ content
          return true;
                 ~~~~ content +1
        },
      });
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb: (breadcrumb) => {
          if (breadcrumb.category === "console") return null;
          return true;
        },
      });
      === suggest keep
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb: (breadcrumb) => {
          if (breadcrumb.category === "console") return false;
          return breadcrumb;
        },
      });
    `,
    "an expression that is true or false, and other things": js`
      import * as Sentry from "@sentry/browser";
      const isNoise = (b) => b.category === "console";
      const KEEP = true;
      Sentry.init({ beforeBreadcrumb: (b) => b.category !== "console" });
                                             ~~~~~~~~~~~~~~~~~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => b.category !== "console" && b });
                                             ~~~~~~~~~~~~~~~~~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => !isNoise(b) });
                                             ~~~~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: () => 1 });
                                            ~ content
      Sentry.init({ beforeBreadcrumb: (b) => isNoise(b) });
                                             ~~~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => KEEP });
                                             ~~~~ content +1
      Sentry.init({ beforeBreadcrumb: (b) => [b] });
                                             ~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => b.message + "!" });
                                             ~~~~~~~~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => DROPPED.has(b.category) || b });
                                             ~~~~~~~~~~~~~~~~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => b.category === "console" && null });
                                             ~~~~~~~~~~~~~~~~~~~~~~~~ content
      Sentry.init({ *beforeBreadcrumb(b) { yield b; } });
                     ~~~~~~~~~~~~~~~~ content
      === fix
      import * as Sentry from "@sentry/browser";
      const isNoise = (b) => b.category === "console";
      const KEEP = true;
      Sentry.init({ beforeBreadcrumb: (b) => b.category !== "console" });
      Sentry.init({ beforeBreadcrumb: (b) => b.category !== "console" ? b : null });
      Sentry.init({ beforeBreadcrumb: (b) => !isNoise(b) });
      Sentry.init({ beforeBreadcrumb: () => 1 });
      Sentry.init({ beforeBreadcrumb: (b) => isNoise(b) });
      Sentry.init({ beforeBreadcrumb: (b) => KEEP });
      Sentry.init({ beforeBreadcrumb: (b) => [b] });
      Sentry.init({ beforeBreadcrumb: (b) => b.message + "!" });
      Sentry.init({ beforeBreadcrumb: (b) => DROPPED.has(b.category) || b });
      Sentry.init({ beforeBreadcrumb: (b) => b.category === "console" && null });
      Sentry.init({ *beforeBreadcrumb(b) { yield b; } });
    `,
    "several tests before the breadcrumb": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (b) => b.category !== "console" && !DROPPED.has(b.type) && b });
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => scrub(b) || b.category !== "console" && (b) });
                                                         ~~~~~~~~~~~~~~~~~~~~~~~~ content
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (b) => b.category !== "console" && !DROPPED.has(b.type) ? b : null });
      Sentry.init({ beforeBreadcrumb: (b) => scrub(b) || (b.category !== "console" ? (b) : null) });
    `,
    "a helper that returns nothing": js`
      import * as Sentry from "@sentry/browser";
      function scrub(b) { if (!b.data) return; delete b.data.email; }
      Sentry.init({ beforeBreadcrumb: (b) => scrub(b) });
                                             ~~~~~~~~ nothing +2
      === suggest keep
      import * as Sentry from "@sentry/browser";
      function scrub(b) { if (!b.data) return; delete b.data.email; }
      Sentry.init({ beforeBreadcrumb: (b) => (scrub(b), b) });
      === suggest drop
      import * as Sentry from "@sentry/browser";
      function scrub(b) { if (!b.data) return; delete b.data.email; }
      Sentry.init({ beforeBreadcrumb: (b) => (scrub(b), null) });
    `,
    "a typed hook that other files use": ts`
      import type { Breadcrumb, BrowserOptions } from "@sentry/browser";
      export const scrub: BrowserOptions["beforeBreadcrumb"] = (b) => { if (b.category === "console") return null; };
                   ~~~~~ nothing +2
      export function beforeBreadcrumb(b: Breadcrumb) { delete b.data; }
                      ~~~~~~~~~~~~~~~~ nothing +2
    `,
    "a hint that most breadcrumbs do not have": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb(b, hint) { b.message = hint.event.target.innerText; return b; } });
                                                            ~~~~~~~~~~ hint +1
      Sentry.init({ beforeBreadcrumb(b, { event }) { b.message = event?.target.innerText; return b; } });
                                        ~~~~~~~~~ hint
      === suggest guard
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb(b, hint) { b.message = hint?.event?.target?.innerText; return b; } });
      Sentry.init({ beforeBreadcrumb(b, { event }) { b.message = event?.target.innerText; return b; } });
    `,
    "a hook under a name that no SDK calls": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeSendBreadcrumb(b) { delete b.data; return b; } });
                    ~~~~~~~~~~~~~~~~~~~~ misnamed +1
      === suggest rename
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb(b) { delete b.data; return b; } });
    `,
    "a hook under such a name that is spread, abbreviated, computed, or beside the hook": js`
      import * as Sentry from "@sentry/browser";
      const base = () => ({ "beforeBreadcrumbs": (b) => b });
                            ~~~~~~~~~~~~~~~~~~~ misnamed +1
      Sentry.init({ ...base(), dsn });
      Sentry.init({ beforeBreadcumb });
                    ~~~~~~~~~~~~~~~ misnamed +1
      Sentry.init({ ["beforeAddBreadcrumb"]: (b) => b });
                     ~~~~~~~~~~~~~~~~~~~~~ misnamed
      Sentry.init({ beforeAddBreadcrumb: (b) => b, beforeBreadcrumb: (b) => b });
                    ~~~~~~~~~~~~~~~~~~~ misnamed
      === suggest rename
      import * as Sentry from "@sentry/browser";
      const base = () => ({ beforeBreadcrumb: (b) => b });
      Sentry.init({ ...base(), dsn });
      Sentry.init({ beforeBreadcumb });
      Sentry.init({ ["beforeAddBreadcrumb"]: (b) => b });
      Sentry.init({ beforeAddBreadcrumb: (b) => b, beforeBreadcrumb: (b) => b });
      === suggest rename
      import * as Sentry from "@sentry/browser";
      const base = () => ({ "beforeBreadcrumbs": (b) => b });
      Sentry.init({ ...base(), dsn });
      Sentry.init({ beforeBreadcrumb: beforeBreadcumb });
      Sentry.init({ ["beforeAddBreadcrumb"]: (b) => b });
      Sentry.init({ beforeAddBreadcrumb: (b) => b, beforeBreadcrumb: (b) => b });
    `,
    "what the SDK records once the hook is left": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb(b) { setTimeout(() => console.log(b)); return b; } });
                                                           ~~~~~~~~~~~ recursion
    `,
    "false that stands elsewhere, which other callers may need": js`
      import * as Sentry from "@sentry/browser";
      const isNoise = () => false;
      Sentry.init({ beforeBreadcrumb: (b) => isNoise(b) });
                                             ~~~~~~~~~~ content
    `,
    "nothing, where the hook has no name for the breadcrumb": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb() {} });
                    ~~~~~~~~~~~~~~~~ nothing +1
    `,
    "what is true or false by its type": ts`
      import * as Sentry from "@sentry/browser";
      declare const dropped: boolean;
      Sentry.init({ beforeBreadcrumb: () => dropped as never });
                                            ~~~~~~~ content
    `,
    "async, with nothing to wait for": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        async beforeBreadcrumb(breadcrumb) {
        ~~~~~ async
          return breadcrumb;
        },
      });
      Sentry.init({ beforeBreadcrumb: async (b) => b });
                                      ~~~~~ async
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(breadcrumb) {
          return breadcrumb;
        },
      });
      Sentry.init({ beforeBreadcrumb: (b) => b });
    `,
    "async, with a reason": js`
      import * as Sentry from "@sentry/browser";
      async function hook(b) {
      ~~~~~ async
        return b;
      }
      Sentry.init({ beforeBreadcrumb: hook });
      Sentry.init({ beforeBreadcrumb: async (b) => ({ ...b, data: await scrub(b.data) }) });
                                      ~~~~~ async
    `,
    promises: js`
      import * as Sentry from "@sentry/browser";
      async function scrub(b) {
        return b;
      }
      Sentry.init({ beforeBreadcrumb: (b) => scrub(b) });
                                             ~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => clean(b).then(() => b) });
                                             ~~~~~~~~~~~~~~~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => Promise.resolve(b) });
                                             ~~~~~~~~~~~~~~~~~~ content
      Sentry.init({ beforeBreadcrumb: (b) => new Promise((done) => done(b)) });
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ content
    `,
    "a request within the hook, of which the SDK records a breadcrumb": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(b) {
          fetch("/seen", { method: "POST", body: JSON.stringify(b) });
          ~~~~~ recursion
          return b;
        },
      });
    `,
    "a breadcrumb within the hook": js`
      import * as Sentry from "@sentry/browser";
      const note = (message) => Sentry.addBreadcrumb({ message });
      function count() {
        seen += 1;
        Sentry.addBreadcrumb({ message: "counted" });
      }
      Sentry.init({
        beforeBreadcrumb(b) {
          Sentry.addBreadcrumb({ message: "seen" });
          ~~~~~~~~~~~~~~~~~~~~ recursion
          note("seen");
          ~~~~ recursion
          try {
            count();
            ~~~~~ recursion
          } catch {}
          return b;
        },
      });
    `,
    "hooks by name, in clients, in objects of their own": js`
      import * as Sentry from "@sentry/node";
      import { BrowserClient, initAndBind } from "@sentry/browser";
      function first() {}
               ~~~~~ nothing +1
      const second = () => {};
            ~~~~~~ nothing +1
      const options = { beforeBreadcrumb() {} };
      const base = { ...options, beforeBreadcrumb: first };
      const make = (level) => () => {};
                              ~~~~~ nothing +1
      const optionsFor = () => ({ beforeBreadcrumb() {} });
                                  ~~~~~~~~~~~~~~~~ nothing +1
      new BrowserClient(base);
      initAndBind(BrowserClient, { beforeBreadcrumb: second });
      Sentry.init({ beforeBreadcrumb: make("debug") });
      Sentry.init({ ...(dev && { beforeBreadcrumb: dev ? () => {} : undefined }) });
                                                         ~~~~~ nothing +1
      Sentry.init(optionsFor());
      export default Sentry.withSentry((env) => ({ beforeBreadcrumb() {} }), handler);
                                                   ~~~~~~~~~~~~~~~~ nothing +1
    `,
    "options that are declared to be an SDK's": ts`
      import * as Sentry from "@sentry/node";
      import type { BrowserOptions } from "@sentry/browser";
      export const options: Sentry.NodeOptions = { beforeBreadcrumb() { return false } };
                                                                               ~~~~~ content
      export const other = { beforeBreadcrumb: (b) => {} } satisfies BrowserOptions;
                             ~~~~~~~~~~~~~~~~ nothing +2
      const hook: BrowserOptions["beforeBreadcrumb"] = (b) => undefined as never;
                                                              ~~~~~~~~~ nothing +2
      export function optionsOf(): BrowserOptions {
        return { beforeBreadcrumb: hook };
      }
      === fix
      import * as Sentry from "@sentry/node";
      import type { BrowserOptions } from "@sentry/browser";
      export const options: Sentry.NodeOptions = { beforeBreadcrumb() { return null } };
      export const other = { beforeBreadcrumb: (b) => {} } satisfies BrowserOptions;
      const hook: BrowserOptions["beforeBreadcrumb"] = (b) => undefined as never;
      export function optionsOf(): BrowserOptions {
        return { beforeBreadcrumb: hook };
      }
    `,
  },
});
