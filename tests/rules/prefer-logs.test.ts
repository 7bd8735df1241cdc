import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

const none = { options: { max: 0 } };
const calls = (count: number) =>
  Array.from({ length: count }, (_, index) => `Sentry.addBreadcrumb({ message: "${index}" });`).join("\n      ");

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
    "other vendors' breadcrumbs": js(none)`
      import Honeybadger from "@honeybadger-io/js";
      Honeybadger.addBreadcrumb("a");
    `,
  },
  invalid: {
    "the eleventh and the twelfth in a file": js`
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
    "once per file": js({ options: { max: 1, report: "file" } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.addBreadcrumb({ category: "b" });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "c" });
    `,
    "the level becomes the method": js({ options: { max: 0, fix: true } })`
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
    "category and data become attributes": js({ options: { max: 0, fix: true } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "order", message: "a", data: { id, total: cart.total, ...rest } });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "b", data: details });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "c", data: { "http.status": 200 } });
      ~~~~~~~~~~~~~~~~~~~~ file
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a", { category: "order", id, total: cart.total, ...rest });
      Sentry.logger.info("b", { ...details });
      Sentry.logger.info("c", { "http.status": 200 });
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
      Sentry.addBreadcrumb({ message: "a", timestamp: 1 });
      ~~~~~~~~~~~~~~~~~~~~ file
      Sentry.addBreadcrumb({ message: "a", type: "http" });
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
      Sentry.getCurrentScope().addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ file
      const added = Sentry.addBreadcrumb({ message: "a" });
                    ~~~~~~~~~~~~~~~~~~~~ file
    `,
    "two limits, one report": js({ options: { max: 1, maxPerFunction: 1 } })`
      import * as Sentry from "@sentry/node";
      export function save() {
        Sentry.addBreadcrumb({ category: "a" });
        Sentry.addBreadcrumb({ category: "b" });
        ~~~~~~~~~~~~~~~~~~~~ file
      }
    `,
    "the callers of a wrapper are counted": js({ options: { max: 1 } })`
      import { addBreadcrumb } from "@sentry/node";
      const note = (message) => addBreadcrumb({ message });
      note("a");
      note("b");
      ~~~~ file
    `,
    "in TypeScript, by name": ts(none)`
      import { addBreadcrumb, type SeverityLevel } from "@sentry/node";
      const LEVEL: SeverityLevel = "warning";
      addBreadcrumb({ message: ${"`Stored ${id}`"}, level: LEVEL as SeverityLevel });
      ~~~~~~~~~~~~~ file +1
      === suggest log
      import { addBreadcrumb, logger, type SeverityLevel } from "@sentry/node";
      const LEVEL: SeverityLevel = "warning";
      logger.warn(logger.fmt${"`Stored ${id}`"});
    `,
  },
});
