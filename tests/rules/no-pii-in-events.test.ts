import { js, rust } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-pii-in-events", {
  valid: {
    "the documented fields of a user": js`
      import * as Sentry from "@sentry/node";
      Sentry.setUser({ id: user.id, email: user.email, ip_address: request.ip });
      Sentry.setUser(null);
      Sentry.captureException(error, { user: { id: user.id, email: user.email } });
      Sentry.captureEvent({ message: "Order failed", user: { email: user.email } });
    `,
    "the documented fields of a user that a function returns": js`
      import * as Sentry from "@sentry/node";
      const contextOf = (user) => ({ tags: { area: "auth" }, user: { id: user.id, email: user.email } });
      Sentry.captureException(error, { extra: { orderId }, ...contextOf(user) });
      Sentry.captureException(error, contextOf(user));
    `,
    "harmless tags, contexts, spans and metrics": js`
      import * as Sentry from "@sentry/node";
      Sentry.setTag("plan", user.plan);
      Sentry.setContext("order", { id: order.id, total: order.total });
      Sentry.captureMessage("Order failed", "warning");
      Sentry.captureException(error, { extra: { orderId: order.id } });
      Sentry.startSpan({ name: "charge", attributes: { "order.id": order.id } }, () => charge(order));
      Sentry.metrics.count("orders", 1, { attributes: { plan: user.plan } });
    `,
    "a user as a whole, and coordinates, which may be those of a place": js`
      import * as Sentry from "@sentry/node";
      Sentry.setUser(customer);
      Sentry.setExtras({ latitude, longitude });
    `,
    "a body of which nothing says what it holds": js`
      import * as Sentry from "@sentry/node";
      app.post("/terms", (req, res) => {
        Sentry.captureException(error, { extra: { params: req.params, body: req.body } });
        Sentry.captureMessage("terms", { extra: { body: req.body, path: other.path } });
      });
    `,
    "objects with methods of these names": js`
      import * as Sentry from "@sentry/node";
      form.setUser({ phone });
      map.setTag("email", user.email);
    `,
    "kinds that are guessed, and the program's own address, in what becomes an event of the console": js({
      settings: { integrations: { consoleEvents: true } },
    })`
      console.error(author.name, "Write to help@company.com");
    `,
    "other doors": js`
      import * as Sentry from "@sentry/node";
      Sentry.logger.info(user.email);
      Sentry.addBreadcrumb({ message: user.email });
      console.info(user.email);
    `,
    "Rust: a user's documented fields": rust`
      fn signed_in(user: &User) {
          sentry::configure_scope(|scope| {
              scope.set_user(Some(sentry::User { email: Some(user.email.clone()), ..Default::default() }));
          });
      }
    `,
  },
  invalid: {
    "the body of any route": js`
      import * as Sentry from "@sentry/node";
      app.use((error, req, res, next) => {
        Sentry.captureException(error, { extra: { request: { url: req.url, body: req.body } } });
                                                                                 ~~~~~~~~ leak +1
      });
    `,
    "a body, in strict": js({ options: { strict: true } })`
      import * as Sentry from "@sentry/node";
      app.post("/terms", (req, res) => {
        Sentry.captureException(error, { extra: { body: req.body } });
                                                        ~~~~~~~~ leak +1
      });
    `,
    "a user with more than Sentry documents": js`
      import * as Sentry from "@sentry/node";
      Sentry.setUser({ id: user.id, phone: user.phone });
                                           ~~~~~~~~~~ leak +3
      === suggest remove
      import * as Sentry from "@sentry/node";
      Sentry.setUser({ id: user.id });
      === suggest id
      import * as Sentry from "@sentry/node";
      Sentry.setUser({ id: user.id, phone: user.id });
      === suggest presence
      import * as Sentry from "@sentry/node";
      Sentry.setUser({ id: user.id, phone: Boolean(user.phone) });
    `,
    "a user of whom the id is allowed": js({ options: { userFields: ["id"] } })`
      import * as Sentry from "@sentry/node";
      Sentry.setUser({ id: user.id, email: user.email });
                                           ~~~~~~~~~~ leak +3
    `,
    "a whole person": js`
      import * as Sentry from "@sentry/node";
      Sentry.setContext("order", { customer });
                                   ~~~~~~~~ leak +1
    `,
    "a whole person as user, in strict": js({ options: { strict: true } })`
      import * as Sentry from "@sentry/node";
      Sentry.setUser(customer);
                     ~~~~~~~~ leak
      Sentry.captureException(error, { user: customer });
                                             ~~~~~~~~ leak +1
    `,
    "tags, extra data and contexts, of which a key tells": js`
      import * as Sentry from "@sentry/node";
      Sentry.setTag("email", value);
                             ~~~~~ leak +1
      Sentry.setTags({ plan, phone });
                             ~~~~~ leak +2
      Sentry.setExtra("password", given);
                                  ~~~~~ leak +1
      Sentry.setContext("order", { email: order.customer.email });
                                          ~~~~~~~~~~~~~~~~~~~~ leak +3
    `,
    scopes: js`
      import * as Sentry from "@sentry/node";
      Sentry.withScope((scope) => {
        scope.setTag("email", user.email);
                              ~~~~~~~~~~ leak +2
      });
      Sentry.getCurrentScope().setExtras({ phone: user.phone });
                                                  ~~~~~~~~~~ leak +3
    `,
    "attributes, names of spans, clients and what init begins with": js`
      import * as Sentry from "@sentry/node";
      Sentry.init({ dsn, initialScope: { user: { email: owner.email }, tags: { phone: owner.phone } } });
                                                                                      ~~~~~~~~~~~ leak +3
      Sentry.setAttribute("email", user.email);
                                   ~~~~~~~~~~ leak +2
      Sentry.updateSpanName(span, ${"`mail to ${user.email}`"});
                                             ~~~~~~~~~~ leak +2
      Sentry.getClient()?.captureMessage("No mail to " + user.email);
                                                         ~~~~~~~~~~ leak +2
    `,
    "what else a function returns": js`
      import * as Sentry from "@sentry/node";
      const contextOf = (user) => ({ extra: { email: user.email }, user: { id: user.id } });
      Sentry.captureException(error, { ...contextOf(user) });
                                          ~~~~~~~~~~~~~~~ leak +1
    `,
    captures: js`
      import * as Sentry from "@sentry/node";
      Sentry.captureMessage("No mail to " + user.email);
                                            ~~~~~~~~~~ leak +2
      Sentry.captureException(new Error(${"`No mail to ${user.email}`"}));
                                                      ~~~~~~~~~~ leak +2
      Sentry.captureException(error, { tags: { phone: user.phone } });
                                                      ~~~~~~~~~~ leak +3
    `,
    "what becomes an event of the console, by the file": js`
      import * as Sentry from "@sentry/node";
      Sentry.init({ dsn, integrations: [Sentry.captureConsoleIntegration({ levels: ["error"] })] });
      console.error("No mail", { user: { email: user.email } }, new Error(${"`No mail to ${user.phone}`"}));
                                                ~~~~~~~~~~ leak +3
                                                                                        ~~~~~~~~~~ leak +2
      console.info(user.email);
    `,
    "what becomes an event of the console, by the settings": js({
      settings: { integrations: { consoleEvents: true } },
    })`
      console.error(user.email);
                    ~~~~~~~~~~ leak +1
    `,
    "all kinds, when asked for, of what becomes an event of the console": js({
      settings: { integrations: { consoleEvents: true } },
      options: { strict: true },
    })`
      console.error(author.name);
                    ~~~~~~~~~~~ leak +1
    `,
    "spans and metrics": js`
      import * as Sentry from "@sentry/node";
      Sentry.startSpan({ name: "mail", attributes: { to: user.email } }, (span) => {
                                                         ~~~~~~~~~~ leak +3
        span.setAttribute("phone", user.phone);
                                   ~~~~~~~~~~ leak +2
      });
      Sentry.metrics.count("mails", 1, { attributes: { to: user.email } });
                                                           ~~~~~~~~~~ leak +3
    `,
    "Rust: tags, extra data and messages": rust`
      fn failed(user: &User) {
          sentry::configure_scope(|scope| {
              scope.set_tag("email", &user.email);
                                      ~~~~~~~~~~ leak +1
              scope.set_extra("phone", user.phone.clone().into());
                                       ~~~~~~~~~~ leak +1
          });
          sentry::capture_message(&format!("no mail to {}", user.email), sentry::Level::Info);
                                                            ~~~~~~~~~~ leak +1
      }
    `,
  },
});
