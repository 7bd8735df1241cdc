import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-pii-in-logs", {
  valid: {
    "what pino logs where nothing sends it": js`
      import * as Sentry from "@sentry/node";
      import pino from "pino";
      pino().info({ email: user.email });
    `,
    "kinds that are guessed where nobody thought of Sentry": js({ settings: { integrations: { pino: true } } })`
      import pino from "pino";
      pino().info(author.name, "Write to help@example-shop.com");
    `,
    "ids, counts and fixed texts": js`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Order saved", { orderId: order.id, items: order.items.length });
      Sentry.logger.warn(Sentry.logger.fmt${"`order ${order.id} is late`"});
    `,
    "what the project declares harmless": js({
      settings: { sensitiveData: { allow: ["shop.email"], sanitizers: ["redact"] } },
    })`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Order saved", { shop: shop.email, by: redact(user.email) });
    `,
    "loggers that are not Sentry's": js`
      import { logger } from "./logger.js";
      logger.info("Signed in", { email: user.email });
    `,
    "what is personal at times only": js`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", { username });
    `,
    "kinds that are not asked for": js({ options: { categories: ["password"] } })`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", { email: user.email });
    `,
    "other doors": js`
      import * as Sentry from "@sentry/node";
      Sentry.setTag("email", user.email);
      Sentry.addBreadcrumb({ message: user.email });
      console.info(user.email);
    `,
    "Rust: ids, and other macros": rust`
      use sentry::logger_info;
      fn saved(order: &Order, user: &User) {
          logger_info!(order_id = order.id, "saved {}", order.id);
          println!("{}", user.email);
      }
    `,
  },
  invalid: {
    "what pino logs where the SDK sends it": js({ settings: { integrations: { pino: true } } })`
      import { logger } from "./logger";
      logger.info({ email: user.email }, "signed in");
                           ~~~~~~~~~~ leak +3
    `,
    "all kinds, when asked for, of what pino logs": js({
      settings: { integrations: { pino: true } },
      options: { strict: true },
    })`
      import pino from "pino";
      pino().info(author.name);
                  ~~~~~~~~~~~ leak +1
    `,
    "an attribute": js`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", { email: user.email, plan });
                                               ~~~~~~~~~~ leak +3
      === suggest remove
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", { plan });
      === suggest id
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", { email: user.id, plan });
      === suggest presence
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", { email: Boolean(user.email), plan });
    `,
    "a message, in every way that texts are put together": js`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info(${"`signed in ${user.email}`"});
                                      ~~~~~~~~~~ leak +2
      Sentry.logger.warn("signed in " + user.email);
                                        ~~~~~~~~~~ leak +2
      Sentry.logger.error(Sentry.logger.fmt${"`signed in ${user.email}`"});
                                                        ~~~~~~~~~~ leak +2
    `,
    "by every name of the logger": js`
      import * as Sentry from "@sentry/node";
      import { logger as log } from "@sentry/browser";
      const { logger } = Sentry;
      const { debug } = logger;
      logger.fatal(user.email);
                   ~~~~~~~~~~ leak +1
      log.trace(user.email);
                ~~~~~~~~~~ leak +1
      debug(user.email);
            ~~~~~~~~~~ leak +1
    `,
    "a whole person as attributes": ts`
      import * as Sentry from "@sentry/node";
      function signedIn(user: User) {
        Sentry.logger.info("Signed in", user);
                                        ~~~~ leak
      }
    `,
    "handed to the project's own function": js({
      settings: { sensitiveData: { redact: { name: "redact", from: "./privacy.js" } } },
    })`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", { phone });
                                        ~~~~~ leak +3
      === suggest redact
      import * as Sentry from "@sentry/node";
      import { redact } from "./privacy.js";
      Sentry.logger.info("Signed in", { phone: redact(phone) });
      === suggest remove
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", {});
      === suggest presence
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", { phone: Boolean(phone) });
    `,
    "what is personal at times, when asked for": js({ options: { strict: true } })`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info("Signed in", { username });
                                        ~~~~~~~~ leak +2
    `,
    "Rust: fields and formatted texts": rust`
      use sentry::logger_info;
      fn signed_in(user: &User) {
          logger_info!(email = user.email.as_str(), "signed in {}", user.phone);
                               ~~~~~~~~~~ leak +1
                                                                    ~~~~~~~~~~ leak +1
          sentry::logger_warn!("signed in {}", user.email);
                                               ~~~~~~~~~~ leak +1
      }
    `,
  },
});
