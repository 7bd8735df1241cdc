import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import { expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

const sdk = (sdkVersion: string | number | false) => ({ settings: { sdkVersion } });

testRule("valid-log", {
  valid: {
    "the logger as an experiment": js(sdk("9.10.0"))`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ dsn, _experiments: { enableLogs: true } });
      Sentry.logger.info("a");
    `,
    "every method, with attributes that arrive": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      const { logger } = Sentry;
      logger.trace("a", { text: "b", count: 1, isNew: true, list: ["c"], nested: { d: 1 }, nothing: null });
      logger.debug("a", attributes);
      logger.info(logger.fmt${"`a ${b}`"}, { ...rest });
      logger.warn("a", { value });
      logger.error(error);
      logger.fatal(${"`a ${b}`"});
    `,
    "what may arrive in one of two ways": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a", { value: isLarge ? 1n : new Error("b") });
    `,
    "loggers that are not Sentry's": js(sdk(11))`
      import { logger } from "./logger.js";
      logger.warning({ a: 1 });
    `,
    "what is only called so, and what waits for its value": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      import { Promise, Symbol } from "./own.js";
      Sentry.logger.info("a", { a: Symbol("b"), c: new Promise(d), e: await f(), g: h / i / j });
    `,
    "promises that are awaited where they are sent": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      const one = new Promise(f);
      const all = Promise.all(h);
      Sentry.logger.info("a", { one: await one, all: await all });
    `,
    "where logs are on": js(sdk("10.4.0"))`
      import * as Sentry from "@sentry/node";
      Sentry.init({ dsn, enableLogs: true });
      Sentry.logger.info("a");
    `,
    "names in quotes, and what every object has": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.logger["info"]("a");
      Sentry.logger.toString();
    `,
    "a template that is not all of the message, or whose tag would be optional, with the option": js({
      options: { parameters: true },
    })`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info(${"`a ${b}`"} + c);
      Sentry.logger?.info(${"`a ${b}`"});
      Sentry.logger.info("a " + b);
      Sentry.logger.info("a");
    `,
  },
  invalid: {
    "methods that do not exist": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.logger.warning("a");
      ~~~~~~~~~~~~~~~~~~~~~ method +1
      const { logger } = Sentry;
      logger.log("a");
      ~~~~~~~~~~ method +1
      logger.inform("a");
      ~~~~~~~~~~~~~ method
      === suggest rename
      import * as Sentry from "@sentry/node";
      Sentry.logger.warn("a");
      const { logger } = Sentry;
      logger.log("a");
      logger.inform("a");
      === suggest rename
      import * as Sentry from "@sentry/node";
      Sentry.logger.warning("a");
      const { logger } = Sentry;
      logger.info("a");
      logger.inform("a");
    `,
    "a method that does not exist, in quotes": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.logger["warning"]("a");
      ~~~~~~~~~~~~~~~~~~~~~~~~ method
    `,
    "logs that are off": js(sdk("10.4.0"))`
      import * as Sentry from "@sentry/node";
      Sentry.init({ dsn });
      Sentry.logger.info("a");
      ~~~~~~~~~~~~~~~~~~ off
    `,
    "an SDK without a logger": js(sdk("9.9.0"))`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a");
      ~~~~~~~~~~~~~~~~~~ version
    `,
    "an object as message": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info({ id: 1 });
                         ~~~~~~~~~ message
    `,
    "attributes that arrive empty": ts(sdk(11))`
      import * as Sentry from "@sentry/node";
      function f(headers: Headers) {
        try {
          g();
        } catch (error) {
          Sentry.logger.error("a", { error, size: 10n, done() {}, map: new Map(), headers });
                                     ~~~~~ lost
                                                  ~~~ lost
                                                           ~~~~~ lost
                                                                       ~~~~~~~~~ lost
                                                                                  ~~~~~~~ lost
        }
      }
    `,
    "symbols, promises and regular expressions": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("a", { a: Symbol("b"), c: /d/u, e: new Promise(f), g: Promise.all(h) });
                                   ~~~~~~~~~~~ lost
                                                   ~~~~ lost
                                                            ~~~~~~~~~~~~~~ lost
                                                                               ~~~~~~~~~~~~~~ lost
    `,
    "one of several that arrive empty": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      const a = b ? /c/u : new Map();
      const e = Symbol.iterator;
      const f = b ? /c/u : g.Promise(d);
      const h = b ? Promise(d) : c / d;
      Sentry.logger.info("a", { a, e, f, h });
                                ~ lost
                                   ~ lost
    `,
    "values that cannot be searched for": js({ ...sdk(11), options: { parameters: true } })`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info(${"`order ${id}`"}, { plan });
                         ~~~~~~~~~~~~~ parameters
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.logger.info(Sentry.logger.fmt${"`order ${id}`"}, { plan });
    `,
  },
});

it.each([
  ["9.9.0", 1],
  ["9.30.0", 0],
  ["^9.9.0", 0],
  ["^8.30.0", 1],
])("reports an SDK without a logger where the range in package.json has no other: %s", (range, expected) => {
  const folder = mkdtempSync(join(tmpdir(), "valid-log-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies: { "@sentry/node": range } }));
  const messages = new Linter({ cwd: folder }).verify(
    'import * as Sentry from "@sentry/node"; Sentry.logger.info("a");',
    { files: ["**"], plugins: { "sentry-breadcrumbs": plugin }, rules: { "sentry-breadcrumbs/valid-log": "error" } },
    { filename: join(folder, "a.js") },
  );
  rmSync(folder, { recursive: true });
  expect(messages).toHaveLength(expected);
});
