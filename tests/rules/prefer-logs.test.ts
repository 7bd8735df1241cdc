import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

const none = { options: { max: 0, report: "each" } };
const calls = (count: number) =>
  Array.from({ length: count }, (_, index) => `Sentry.addBreadcrumb({ message: "${index}" });`).join("\n      ");

/** A version of the SDK that has logs: without one nothing is changed unasked. */
const LOGS = { sdkVersion: "10.4.0" };

testRule("prefer-logs", {
  valid: {
    "no breadcrumbs": js(none)`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a");
    `,
    "ten in a file": js`
      import * as Sentry from "@sentry/node";
      ${calls(10)}
    `,
    "four in a function": js`
      import * as Sentry from "@sentry/node";
      export function save() {
      ${calls(4)}
      }
    `,
    "functions within a function count for themselves": js`
      import * as Sentry from "@sentry/node";
      export function save() {
        ${calls(4)}
        return () => {
          ${calls(4)}
        };
      }
    `,
    "breadcrumbs of the file's top level belong to no function": js({ options: { maxPerFunction: 0 } })`
      import * as Sentry from "@sentry/node";
      ${calls(3)}
    `,
    "a wrapper passes on what its callers record": js(none)`
      import { addBreadcrumb } from "@sentry/node";
      export function note(message, data) {
        addBreadcrumb({ message, data });
      }
    `,
    "what is written to a logger": js(none)`
      import { addBreadcrumb } from "@sentry/node";
      const log = {
        info: (message) => addBreadcrumb({ message, level: "info" }),
        warn(message, data) {
          addBreadcrumb({ message, data, level: "warning" });
        },
      };
      const logDebug = (message) => addBreadcrumb({ message, level: "debug" });
      log.info("a");
      log.warn("b", {});
      logDebug("c");
    `,
    "calls of another file's function that is named for something else": js({
      options: { max: 0 },
      settings: { wrappers: [{ name: "trackShortcut", parameters: ["message"] }] },
    })`
      import { trackShortcut } from "./analytics.js";
      trackShortcut("a");
      trackShortcut("b");
    `,
    "a few calls of a wrapper in one function": js({ options: { maxPerFunction: 1 } })`
      import { addBreadcrumb } from "@sentry/node";
      const note = (message) => addBreadcrumb({ message });
      export function save() {
        note("a");
        note("b");
      }
    `,
    "other vendors' breadcrumbs": js(none)`
      import Honeybadger from "@honeybadger-io/js";
      Honeybadger.addBreadcrumb("a");
    `,
  },
  invalid: {
    "the second in a function that begins the file": js({ options: { maxPerFunction: 1 } })`
      function save() {
        Sentry.addBreadcrumb({ message: "a" });
        Sentry.addBreadcrumb({ message: "b" });
        ~~~~~~~~~~~~~~~~~~~~ function +1
      }
      import * as Sentry from "@sentry/node";
    `,
    "Rust, whatever the version of a JavaScript SDK beside it": rust({ ...none, settings: { sdkVersion: "8.0.0" } })`
      fn saved() {
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("a".into()), ..Default::default() });
          ~~~~~~~~~~~~~~~~~~~~~~ file +1
      }
    `,
    "the eleventh in a file": js`
      import * as Sentry from "@sentry/node";
      ${calls(10)}
      Sentry.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ file +1
    `,
    "the eleventh and the twelfth in a file, where each is asked for": js({ options: { report: "each" } })`
      import * as Sentry from "@sentry/node";
      ${calls(10)}
      Sentry.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      Sentry.addBreadcrumb({ message: "b" });
      ~~~~~~~~~~~~~~~~~~~~ file +1
    `,
    "the fifth in a function": js`
      import * as Sentry from "@sentry/node";
      export function save() {
        ${calls(4)}
        Sentry.addBreadcrumb({ message: "a" });
        ~~~~~~~~~~~~~~~~~~~~ function +1
      }
    `,
    "a file once, whatever is beyond": js({ options: { max: 1, maxPerFunction: 0 } })`
      import * as Sentry from "@sentry/node";
      export function save() {
        Sentry.addBreadcrumb({ category: "a" });
        ~~~~~~~~~~~~~~~~~~~~ function
      }
      Sentry.addBreadcrumb({ message: "b" });
      Sentry.addBreadcrumb({ message: "c" });
    `,
    "the level becomes the method": js({ options: { max: 0, fix: true }, settings: LOGS })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", level: "fatal" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", level: "error" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", level: "warning" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", level: "log" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", level: "info" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", level: "debug" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ file
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.logger.fatal("a");
      Sentry.logger.error("a");
      Sentry.logger.warn("a");
      Sentry.logger.info("a");
      Sentry.logger.info("a");
      Sentry.logger.debug("a");
      Sentry.logger.info("a");
    `,
    "category and data become attributes": js({ options: { max: 0, fix: true }, settings: LOGS })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "order", message: "a", data: { id, total: cart.total } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "b", data: details });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "c", data: { "http.status": 200 } });
      ~~~~~~~~~~~~~~~~~~~~ file
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a", { category: "order", id, total: cart.total });
      Sentry.logger.info("b", { ...details });
      Sentry.logger.info("c", { "http.status": 200 });
    `,
    "what a log would say otherwise is for the author to accept": js({
      options: { max: 0, fix: true },
      settings: LOGS,
    })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "order", message: "a", data: { id, ...rest } });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      Sentry.addBreadcrumb({ message: "a", data: { total: 10n, share: NaN } });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      Sentry.addBreadcrumb({ data: { id: next() }, message: ${"`a ${next()}`"} });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      Sentry.addBreadcrumb({ message: "a", level: isBad() ? "info" : "info" });
      ~~~~~~~~~~~~~~~~~~~~ file +1
    `,
    "parts that do nothing may change places": js({ options: { max: 0, fix: true }, settings: LOGS })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ data: { id: order.id, total: order.total + 1 }, message: next() });
      ~~~~~~~~~~~~~~~~~~~~ file
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.logger.info(next(), { id: order.id, total: order.total + 1 });
    `,
    "what is spread stays in its place, and nothing becomes an attribute": js({
      options: { max: 0, fix: true },
      settings: LOGS,
    })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: undefined, message: "a", data: { ...rest, id, ...more, total: 1 } });
      ~~~~~~~~~~~~~~~~~~~~ file
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a", { ...rest, id, ...more, total: 1 });
    `,
    "the attribute of the category": js({ options: { max: 0, categoryAttribute: "event.category" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "order", message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      === suggest log
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a", { "event.category": "order" });
    `,
    "no log says the same": js(none)`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "order" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: 5 });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", level: levelOf(order) });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", level: "warn" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", ...rest });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb(crumb);
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", unknown: 1 });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", category: "b", data: { category: "c" } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: [1] });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: { [key]: 1 } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: { handler() {} } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.getCurrentScope().addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ file
      const added = Sentry.addBreadcrumb({ message: "a" });
                    ~~~~~~~~~~~~~~~~~~~~ file
    `,
    "levels that come to the same method": js({ options: { max: 0, fix: true }, settings: LOGS })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", level: verbose ? "info" : "log" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", level: failed ? "error" : "info" });
      ~~~~~~~~~~~~~~~~~~~~ file
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a");
      Sentry.addBreadcrumb({ message: "a", level: failed ? "error" : "info" });
    `,
    "type and time are kept in attributes, for somebody to look at": js({
      options: { max: 0, fix: true },
      settings: LOGS,
    })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", type: "http", timestamp: job.startedAt, data: { id } });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      === suggest change
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a", { "breadcrumb.type": "http", "breadcrumb.timestamp": job.startedAt, id });
    `,
    "an error is sent as text, for somebody to look at": js({ options: { max: 0, fix: true }, settings: LOGS })`
      import * as Sentry from "@sentry/node";
      try {
        save();
      } catch (error) {
        Sentry.addBreadcrumb({ message: "a", data: { error, cause: new Error("b"), text: error.message } });
        ~~~~~~~~~~~~~~~~~~~~ file +1
      }
      === suggest change
      import * as Sentry from "@sentry/node";
      try {
        save();
      } catch (error) {
        Sentry.logger.info("a", { error: String(error), cause: String(new Error("b")), text: error.message });
      }
    `,
    "an error in depth, or what may be one": js(none)`
      import * as Sentry from "@sentry/node";
      const details = { cause: new Error("b") };
      Sentry.addBreadcrumb({ message: "a", data: { first: { cause: new Error("b") } } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: details });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: { ...details } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: { err } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: { failure: result.error } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: new Error("b") });
      ~~~~~~~~~~~~~~~~~~~~ file
    `,
    "personal data stays behind": js({ options: { max: 0, fix: true }, settings: LOGS })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: ${"`Signed in ${user.email}`"} });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: { password } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", data: { userName } });
      ~~~~~~~~~~~~~~~~~~~~ file +1
    `,
    "all of a named import at once, and the import with them": js({ options: { max: 0, fix: true }, settings: LOGS })`
      import { addBreadcrumb, captureException } from "@sentry/node";
      addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~ file
      addBreadcrumb({ message: "b" });
      ~~~~~~~~~~~~~ file
      export const failed = () => addBreadcrumb({ message: "c" });
                                  ~~~~~~~~~~~~~ file
      === fix
      import { logger, captureException } from "@sentry/node";
      logger.info("a");
      logger.info("b");
      export const failed = () => logger.info("c");
    `,
    "the import stays for what stays": js({ options: { max: 1, fix: true }, settings: LOGS })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a" });
      addBreadcrumb({ message: "b" });
      ~~~~~~~~~~~~~ file
      addBreadcrumb({ message: "c" });
      ~~~~~~~~~~~~~ file
      addBreadcrumb({ message: "d", level: levelOf(order) });
      ~~~~~~~~~~~~~ file
      === fix
      import { addBreadcrumb, logger } from "@sentry/node";
      addBreadcrumb({ message: "a" });
      logger.info("b");
      logger.info("c");
      addBreadcrumb({ message: "d", level: levelOf(order) });
    `,
    "a type around the data": ts(none)`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: { id } as Details });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      === suggest log
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a", { id });
    `,
    "what data is made by": js(none)`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: detailsOf(order) });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      Sentry.addBreadcrumb({ message: "b", data: order.details });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      Sentry.addBreadcrumb({ message: "c", data: undefined });
      ~~~~~~~~~~~~~~~~~~~~ file +1
      === suggest log
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a", { ...detailsOf(order) });
      Sentry.addBreadcrumb({ message: "b", data: order.details });
      Sentry.addBreadcrumb({ message: "c", data: undefined });
      === suggest log
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: detailsOf(order) });
      Sentry.logger.info("b", { ...order.details });
      Sentry.addBreadcrumb({ message: "c", data: undefined });
      === suggest log
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: detailsOf(order) });
      Sentry.addBreadcrumb({ message: "b", data: order.details });
      Sentry.logger.info("c");
    `,
    "what is to be looked at stays behind when the others are converted, and keeps its import": js({
      options: { max: 0, fix: true },
      settings: LOGS,
    })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { username } });
      ~~~~~~~~~~~~~ file +1
      addBreadcrumb({ message: "b" });
      ~~~~~~~~~~~~~ file
      addBreadcrumb({ message: "c" });
      ~~~~~~~~~~~~~ file
      === fix
      import { addBreadcrumb, logger } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { username } });
      logger.info("b");
      logger.info("c");
    `,
    "nothing unasked where the version is not known": js({
      options: { max: 0, fix: true },
      settings: { sdkVersion: false },
    })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ file +1
    `,
    "no logs before 9.41": js({ ...none, settings: { sdkVersion: "9.40.0" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ file
    `,
    "logs from 9.41 on": js({ ...none, settings: { sdkVersion: "9.41.0" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ file +1
    `,
    "the core's logger is the debug logger in version 9": js({ ...none, settings: { sdkVersion: "9.41.0" } })`
      import * as Sentry from "@sentry/core";
      Sentry.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ file
    `,
    "the core's logger from version 10 on": js({ ...none, settings: { sdkVersion: 10 } })`
      import { addBreadcrumb } from "@sentry/core";
      addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~ file +1
      === suggest log
      import { logger } from "@sentry/core";
      logger.info("a");
    `,
    "a module of the project may have no logger of its own": js({ ...none, settings: { modules: ["./sentry.js"] } })`
      import { addBreadcrumb, Sentry } from "./sentry.js";
      addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~ file +1
    `,
    "two limits, one report": js({ options: { max: 1, maxPerFunction: 1 } })`
      import * as Sentry from "@sentry/node";
      export function save() {
        Sentry.addBreadcrumb({ category: "a" });
        Sentry.addBreadcrumb({ category: "b" });
        ~~~~~~~~~~~~~~~~~~~~ file
      }
    `,
    "a wrapper once, where it records": js({ options: { max: 1 }, settings: LOGS })`
      import { addBreadcrumb } from "@sentry/node";
      const note = (message) => addBreadcrumb({ message });
                                ~~~~~~~~~~~~~ wrapper +1
      note("a");
      note("b");
      note("c");
      === suggest log
      import { logger } from "@sentry/node";
      const note = (message) => logger.info(message);
      note("a");
      note("b");
      note("c");
    `,
    "each wrapper, and the file for what it records besides": js({ options: { max: 1 } })`
      import * as Sentry from "@sentry/node";
      const note = (message) => Sentry.addBreadcrumb({ message });
                                ~~~~~~~~~~~~~~~~~~~~ wrapper +1
      class Trail {
        leave(data) {
          Sentry.withScope((scope) => scope.addBreadcrumb({ message: "left", data }));
        }
      }
      note("a");
      note("b");
      new Trail().leave({});
      Sentry.addBreadcrumb({ message: "c" });
      ~~~~~~~~~~~~~~~~~~~~ file +1
    `,
    "what a wrapper is called by, where each is asked for": js({ options: { max: 1, report: "each" } })`
      import { addBreadcrumb } from "@sentry/node";
      const note = (message) => addBreadcrumb({ message });
      note("a");
      note("b");
      ~~~~ wrapper
      note("c");
      ~~~~ wrapper
    `,
    "a wrapper is converted once for all calls": js({ options: { max: 0, fix: true }, settings: LOGS })`
      import * as Sentry from "@sentry/node";
      const note = (data) => Sentry.addBreadcrumb({ message: "a", data });
                             ~~~~~~~~~~~~~~~~~~~~ file
      note({ id: 1 });
      note({ id: 2 });
      === fix
      import * as Sentry from "@sentry/node";
      const note = (data) => Sentry.logger.info("a", { ...data });
      note({ id: 1 });
      note({ id: 2 });
    `,
    "calls of another file's function that is named for breadcrumbs": js({
      options: { max: 1 },
      settings: { wrappers: [{ name: "addCrumb", parameters: ["message"] }] },
    })`
      import { addCrumb } from "./trail.js";
      addCrumb("a");
      addCrumb("b");
      ~~~~~~~~ file
    `,
    "a wrapper in Rust": rust({ options: { max: 1 } })`
      fn note(message: &str) {
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(message.into()), ..Default::default() });
          ~~~~~~~~~~~~~~~~~~~~~~ wrapper
      }
      fn save() {
          note("a");
          note("b");
      }
    `,
    "in TypeScript, by name": ts(none)`
      import { addBreadcrumb, type SeverityLevel } from "@sentry/node";
      const LEVEL: SeverityLevel = "warning";
      addBreadcrumb({ message: ${"`Stored ${id}`"}, level: LEVEL as SeverityLevel });
      ~~~~~~~~~~~~~ file +1
      === suggest log
      import { logger, type SeverityLevel } from "@sentry/node";
      const LEVEL: SeverityLevel = "warning";
      logger.warn(logger.fmt${"`Stored ${id}`"});
    `,
  },
});
