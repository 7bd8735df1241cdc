import { Linter } from "eslint";
import { expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { js, rust } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-pii-in-automatic-breadcrumbs", {
  valid: {
    "the console on the edge before version 9": js({ settings: { sdkVersion: 8 } })`
      import * as Sentry from "@sentry/cloudflare";
      console.info(user.email);
    `,
    "where no SDK is seen": js`
      console.info("Signed in", user.email);
    `,
    "where the console is not recorded": js({ settings: { integrations: { console: false } } })`
      import * as Sentry from "@sentry/node";
      console.info("Signed in", user.email);
    `,
    "where the file's own set-up leaves it out": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ integrations: [Sentry.breadcrumbsIntegration({ console: false })] });
      console.info("Signed in", user.email);
    `,
    "in development only": js`
      import * as Sentry from "@sentry/node";
      if (process.env.NODE_ENV !== "production") console.info("Signed in", user.email);
    `,
    "kinds that are guessed where nobody thought of Sentry": js`
      import * as Sentry from "@sentry/node";
      console.info(author.name, position, session.token);
    `,
    "addresses of the firm's own, which stand in the program": js`
      import * as Sentry from "@sentry/node";
      const SUPPORT = "help@example-shop.com";
      console.info("Write to help@example-shop.com", SUPPORT);
      for (const adminEmail of ["ada@example-shop.com", "eve@example-shop.com"]) console.info(adminEmail);
    `,
    "addresses of the firm's own, which are in its settings": js`
      import * as Sentry from "@sentry/node";
      const recipients = config.mail.adminEmail.split(",");
      class Alerts { send() { for (const email of this.config.adminEmails) console.info(email); } }
      console.info(config.mail.fromEmail || "help@example-shop.com", recipients.join(", "), process.env.SMTP_FROM_EMAIL);
    `,
    "what is not recorded": js`
      import * as Sentry from "@sentry/node";
      console.table(user.email);
    `,
    "Rust: where nothing tells that an SDK listens": rust`
      use tracing::info;
      fn signed_in(user: &User) {
          info!("signed in {}", user.email);
      }
    `,
    "Rust: slog where nothing listens": rust`
      fn signed_in(user: &User) {
          slog::info!(log, "signed in"; "email" => &user.email);
      }
    `,
    "Rust: levels that are not recorded": rust({ settings: { integrations: { tracing: true, log: true } } })`
      use tracing::debug;
      fn signed_in(user: &User) {
          debug!("signed in {}", user.email);
          log::trace!("signed in {}", user.email);
      }
    `,
    "Rust: what one integration listens to, and the other does not": rust({
      settings: { integrations: { tracing: true } },
    })`
      fn signed_in(user: &User) {
          log::info!("signed in {}", user.email);
      }
    `,
  },
  invalid: {
    "a person's address or one for tests": js`
      import * as Sentry from "@sentry/node";
      const destinationEmail = isStaging ? "delivered@example.dev" : booking.clientEmail;
      console.info(destinationEmail);
                   ~~~~~~~~~~~~~~~~ leak
    `,
    "a person's address in what is called like settings, and one by which somebody wrote": js`
      import * as Sentry from "@sentry/node";
      console.info(config.userEmail, message.fromEmail);
                   ~~~~~~~~~~~~~~~~ leak
                                     ~~~~~~~~~~~~~~~~~ leak
    `,
    "the console on the edge from version 9 on": js({ settings: { sdkVersion: 9 } })`
      import * as Sentry from "@sentry/cloudflare";
      console.info(user.email);
                   ~~~~~~~~~~ leak +1
    `,
    "a card's number that stands in the program": js`
      import * as Sentry from "@sentry/node";
      console.info("Paid with 4111 1111 1111 1111");
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ leak
    `,
    "each argument": js`
      import * as Sentry from "@sentry/node";
      console.info("Signed in", user.email, { phone: user.phone });
                                ~~~~~~~~~~ leak +1
                                                     ~~~~~~~~~~ leak +3
      console.error(${"`no mail to ${user.email}`"});
                                  ~~~~~~~~~~ leak +2
    `,
    "where the settings say that an SDK listens": js({ settings: { integrations: { console: true } } })`
      console.info("Signed in", user.email);
                                ~~~~~~~~~~ leak +1
      === suggest id
      console.info("Signed in", user.id);
    `,
    "all kinds, when asked for": js({ options: { categories: ["name", "token"] } })`
      import * as Sentry from "@sentry/node";
      console.info(author.name, session.token);
                   ~~~~~~~~~~~ leak +1
                                ~~~~~~~~~~~~~ leak
    `,
    "Rust: events of tracing and of log": rust({ settings: { integrations: { tracing: true, log: true } } })`
      use tracing::{error, info};
      fn signed_in(user: &User) {
          info!("signed in {}", user.email);
                                ~~~~~~~~~~ leak +1
          info!(user.email = %user.email, "signed in");
                              ~~~~~~~~~~ leak +1
          error!(phone = ?user.phone, "no call");
                          ~~~~~~~~~~ leak +1
          log::warn!("signed in {}", user.email);
                                     ~~~~~~~~~~ leak +1
      }
    `,
  },
});

it.each([
  ["src/app.js", 1],
  ["src/testing/app.js", 1],
  ["src/contest.js", 1],
  ["src/app.test.js", 0],
  ["src/__tests__/app.js", 0],
  ["tests/app.js", 0],
  ["scripts/seed.js", 0],
  ["src/app.stories.jsx", 0],
  ["supabase/functions/mail/index.js", 0],
  ["browser-tests/login.js", 0],
  ["src/latest/login.js", 1],
  ["C:\\app\\__mocks__\\app.js", 0],
  ["vite.config.js", 0],
  ["src/config.js", 1],
  ["debug-tier-fix.js", 0],
  ["test_phone.js", 0],
  ["src/testimonials.js", 1],
  ["check-env.js", 0],
  ["attached_assets/login.js", 0],
  ["src/setup-proxy.js", 1],
  ["archive/2024/users.js", 0],
  ["src/archive/users.js", 1],
])("runs beside an SDK or not, by its path: %s", (path, expected) => {
  const code = 'import * as Sentry from "@sentry/node"; console.info(user.email);';
  const messages = new Linter().verify(
    code,
    {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { "sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs": "error" },
    },
    { filename: path },
  );
  expect(messages).toHaveLength(expected);
});
