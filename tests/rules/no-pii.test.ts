import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-pii", {
  valid: {
    "what is not sent": ts`
      import { addBreadcrumb } from "@sentry/node";
      interface Person { email: string }
      interface Order { total: number; by: { person: Person } }
      export const placed = (o: Order) => addBreadcrumb({ message: "placed", data: { o } });
      addBreadcrumb({ message: "a", data: { campaign: { recipients: [{ alias: user.email }] } } });
      addBreadcrumb({ message: "a", data: { a: { b: { user } } } });
      app.get("/", (req, res) => addBreadcrumb({ message: ${"`${req} ${req.params.id}`"}, data: { of: { a: { req } } } }));
      app.use((ctx, next) => addBreadcrumb({ message: "a", data: { ctx } }));
      try { load(); } catch (error) { addBreadcrumb({ message: "a", data: { error, json: error.toJSON() } }); }
    `,
    "what only has the name of something whole": ts`
      import { addBreadcrumb } from "@sentry/node";
      export function onClick(event, env, ctx) { addBreadcrumb({ message: "a", data: { event, env, ctx } }); }
      export function load(config, store, request: Request) {
        addBreadcrumb({ message: "a", data: { config, state: store.state, request, form: form.value } });
      }
    `,
    "parts that say nothing": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: card.number.slice(-4), data: { key: apiKey.slice(0, 7), domain: email.split("@").pop() } });
      const [, domain] = email.split("@");
      addBreadcrumb({ message: domain, data: { masked: phone.replace(/\d/g, "*"), sort: typeof email } });
    `,
    "types that hold nothing personal, whatever the name": ts`
      import { addBreadcrumb } from "@sentry/node";
      enum PasswordState { Empty, Weak }
      interface Token { kind: string; start: number }
      const parse = (token: Token, password: PasswordState) => addBreadcrumb({ message: "a", data: { token, password } });
    `,
    "a header that is no credential": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: req.headers.get("content-type") });
    `,
    "ids, counts and flags": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "Authenticated user " + user.id });
      Sentry.addBreadcrumb({ message: ${"`${users.length} users, ${emails.size} addresses`"} });
      Sentry.addBreadcrumb({ message: "a", data: { userId, accountId, sessionId, messageCount, queryLength } });
      Sentry.addBreadcrumb({ message: "a", data: { hasEmail, emailVerified, isPasswordSet, token: !!token } });
      Sentry.addBreadcrumb({ message: "a", data: { token: Boolean(token), password: password !== "" } });
      Sentry.addBreadcrumb({ message: "a", data: { phone: "phone" in user, known: email === null } });
    `,
    "names that only look like it": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: ${"`${className} ${businessName} ${fileName} ${emailTemplateId}`"} });
      Sentry.addBreadcrumb({ message: "a", data: { maxTokens, cacheKey, passwordStrength, ipVersion, zipFile } });
      Sentry.addBreadcrumb({ message: "a", data: { inputTokens: usage.tokens, address: server.address } });
      Sentry.addBreadcrumb({ message: LABELS.email, data: { text: i18n.password, field: FIELDS.EMAIL } });
    `,
    "a condition does not pass its operands on": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: user.email ? "has an address" : "has none" });
      Sentry.addBreadcrumb({ message: "a", data: { kind: user.email.endsWith("@acme.com") ? "staff" : "guest" } });
    `,
    "cleaned values": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: maskEmail(user.email), data: { email: sha256(email), phone: redact(phone) } });
      Sentry.addBreadcrumb({ message: "a", data: { card: card.number.slice(-4), domain: email.split("@")[1] } });
      Sentry.addBreadcrumb({ message: "a", data: { email: email ? "[REDACTED]" : undefined } });
      Sentry.addBreadcrumb({ message: "a", data: Object.keys(user) });
    `,
    "the hint is not sent": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a" }, { email: user.email });
    `,
    "sent to somebody else": js`
      import * as Sentry from "@sentry/browser";
      import { addBreadcrumb } from "@honeybadger-io/js";
      addBreadcrumb(user.email);
      console.log(user.email);
      Sentry.setUser({ email: user.email });
    `,
    "literals of nobody": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "Write to support@acme.com or user@example.com" });
      Sentry.addBreadcrumb({ message: "git@github.com:acme/shop.git, react@18.2.0" });
    `,
    "personal at times only": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", data: { username, to: location.href, term: searchQuery } });
    `,
    "an error's message": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: error.message, data: { error } });
    `,
    "allowed names and paths": js({ options: { allow: ["shop.phone", "support_email", "*.street"] } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", data: { phone: shop.phone, supportEmail, s: depot.street } });
    `,
    "kinds that are not asked for": js({ options: { categories: ["password"] } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: user.email });
    `,
    "a function that the project trusts": js({ options: { sanitizers: ["forLog", "log.clean"] } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: forLog(user.email), data: { name: log.clean(user.firstName) } });
    `,
    "overwritten before it is sent": js`
      import * as Sentry from "@sentry/browser";
      let text = user.email;
      text = "somebody";
      Sentry.addBreadcrumb({ message: text });
    `,
  },
  invalid: {
    "what a callback yields, an item of a list, an error's text": js`
      import { addBreadcrumb } from "@sentry/node";
      const failed = new Error("no account for " + user.email);
      addBreadcrumb({ message: failed.message, data: { to: users.map((user) => user.email) } });
                               ~~~~~~~~~~~~~~ leak
                                                                               ~~~~~~~~~~ leak +2
    `,
    "an object whose type is personal inside": ts`
      import { addBreadcrumb } from "@sentry/node";
      interface Person { email: string }
      interface Order { total: number; by: { person: Person } }
      const placed = (o: Order) => addBreadcrumb({ message: "placed", data: o });
                                                                            ~ leak
    `,
    "whole objects that hold credentials, where these are sent": js`
      import { addBreadcrumb } from "@sentry/node";
      app.get("/", (req, res) => addBreadcrumb({ message: "a", data: { req } }));
                                                                       ~~~ leak +1
      app.use((ctx, next) => addBreadcrumb({ message: "a", data: { ...ctx } }));
                                                                      ~~~ leak
      export const handler = async (event) => addBreadcrumb({ message: "a", data: event });
                                                                                  ~~~~~ leak
      export default { async fetch(request, env) { addBreadcrumb({ message: "a", data: { env, all: { of: { env } } } }); } };
                                                                                         ~~~ leak +2
      try { load(); } catch (error) {
        addBreadcrumb({ message: "a", data: { cfg: error.config, headers: error.response.config.headers } });
                                                   ~~~~~~~~~~~~ leak +1
                                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ leak +2
        addBreadcrumb({ message: "a", data: error.toJSON() });
                                            ~~~~~~~~~~~~~~ leak
        addBreadcrumb({ message: JSON.stringify(error.config) });
                                                ~~~~~~~~~~~~ leak
      }
    `,
    "cookies that let somebody in, by their names": js`
      import { addBreadcrumb } from "@sentry/node";
      app.get("/", (req, res) => addBreadcrumb({ message: req.cookies["connect.sid"] + req.cookies.theme }));
                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~ leak +1
      addBreadcrumb({ message: "a", data: { value: cookies().get("session")?.value, theme: cookies().get("theme")?.value } });
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ leak +2
    `,
    "as deep as the SDK is told to send": js({ options: { depth: 5 } })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { campaign: { recipients: [{ alias: user.email }] } } });
                                                                              ~~~~~~~~~~ leak +3
    `,
    "the sample of Sentry's documentation": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({
        category: "auth",
        message: "Authenticated user " + user.email,
                                         ~~~~~~~~~~ leak +2
        level: "info",
      });
      === suggest id
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({
        category: "auth",
        message: "Authenticated user " + user.id,
        level: "info",
      });
      === suggest presence
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({
        category: "auth",
        message: "Authenticated user " + Boolean(user.email),
        level: "info",
      });
    `,
    "a template": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: ${"`Mail to ${email} from ${req.ip}`"} });
                                          ~~~~~ leak +1
                                                        ~~~~~~ leak +1
    `,
    "a property": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { id: user.id, phone: user.phoneNumber } });
                                                                ~~~~~~~~~~~~~~~~ leak +3
      === suggest remove
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { id: user.id } });
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { id: user.id, phone: user.id } });
      === suggest presence
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { id: user.id, phone: Boolean(user.phoneNumber) } });
    `,
    "a property in shorthand": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { password, attempt } });
                                            ~~~~~~~~ leak +2
      === suggest remove
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { attempt } });
      === suggest presence
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { password: Boolean(password), attempt } });
    `,
    "a key that says it of a value that does not": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { email: value } });
                                                   ~~~~~ leak +2
    `,
    "a local constant": js`
      import { addBreadcrumb } from "@sentry/node";
      export function signedIn(user) {
        const who = user.email;
        addBreadcrumb({ message: "Signed in " + who });
                                                ~~~ leak +1
      }
    `,
    "destructured and renamed": js`
      import { addBreadcrumb } from "@sentry/node";
      export function signedIn({ email: who }) {
        addBreadcrumb({ message: "Signed in " + who });
                                                ~~~ leak +1
      }
    `,
    "both branches": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: anonymous ? "nobody" : user.email });
                                                      ~~~~~~~~~~ leak +1
      addBreadcrumb({ message: user.phone ?? user.email });
                               ~~~~~~~~~~ leak +1
                                             ~~~~~~~~~~ leak +1
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: anonymous ? "nobody" : user.id });
      addBreadcrumb({ message: user.phone ?? user.email });
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: anonymous ? "nobody" : user.email });
      addBreadcrumb({ message: user.id ?? user.email });
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: anonymous ? "nobody" : user.email });
      addBreadcrumb({ message: user.phone ?? user.id });
    `,
    "forms that keep what is said": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: user.email.trim().toLowerCase() });
                               ~~~~~~~~~~ leak +2
      addBreadcrumb({ message: String(user.email) });
                                      ~~~~~~~~~~ leak +2
    `,
    "a whole person, rendered or spread": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { ...user, attempt } });
                                               ~~~~ leak
      addBreadcrumb({ message: JSON.stringify(customer) });
                                              ~~~~~~~~ leak
      addBreadcrumb({ message: "a", data: { user } });
                                            ~~~~ leak +1
    `,
    "what the platform says": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { body: req.body } });
                                                  ~~~~~~~~ leak +1
      addBreadcrumb({ message: "a", data: { cookies: document.cookie } });
                                                     ~~~~~~~~~~~~~~~ leak +2
    `,
    literals: js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "Mail to jane.doe@acme.com" });
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~ leak
    `,
    "category and type, which the server never scrubs": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ category: ${"`user.${user.email}`"}, message: "a" });
                                        ~~~~~~~~~~ leak +2
      addBreadcrumb({ type: user.email, message: "a" });
                            ~~~~~~~~~~ leak +1
    `,
    "a payload above": js`
      import { addBreadcrumb } from "@sentry/node";
      const data = { id: user.id, phone: user.phone };
                                         ~~~~~~~~~~ leak
      addBreadcrumb({ message: "a", data });
      addBreadcrumb({ message: "a", data: { ...data, attempt } });
    `,
    "two kinds of data through one name": js`
      import { addBreadcrumb } from "@sentry/node";
      const data = { email: user.email, phone: user.phone };
                            ~~~~~~~~~~ leak +3
                                               ~~~~~~~~~~ leak +3
      addBreadcrumb({ message: "a", data });
      === suggest remove
      import { addBreadcrumb } from "@sentry/node";
      const data = { phone: user.phone };
      addBreadcrumb({ message: "a", data });
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      const data = { email: user.id, phone: user.phone };
      addBreadcrumb({ message: "a", data });
      === suggest presence
      import { addBreadcrumb } from "@sentry/node";
      const data = { email: Boolean(user.email), phone: user.phone };
      addBreadcrumb({ message: "a", data });
      === suggest remove
      import { addBreadcrumb } from "@sentry/node";
      const data = { email: user.email };
      addBreadcrumb({ message: "a", data });
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      const data = { email: user.email, phone: user.id };
      addBreadcrumb({ message: "a", data });
      === suggest presence
      import { addBreadcrumb } from "@sentry/node";
      const data = { email: user.email, phone: Boolean(user.phone) };
      addBreadcrumb({ message: "a", data });
    `,
    "what stands in the data of others, and in the middle of them": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({
        message: "a",
        data: {
          order: { id, email: user.email }, // who gets it
                              ~~~~~~~~~~ leak +3
          seen: [user.phone],
                 ~~~~~~~~~~ leak +3
        },
      });
      === suggest remove
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({
        message: "a",
        data: {
          order: { id }, // who gets it
          seen: [user.phone],
        },
      });
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({
        message: "a",
        data: {
          order: { id, email: user.id }, // who gets it
          seen: [user.phone],
        },
      });
      === suggest presence
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({
        message: "a",
        data: {
          order: { id, email: Boolean(user.email) }, // who gets it
          seen: [user.phone],
        },
      });
      === suggest remove
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({
        message: "a",
        data: {
          order: { id, email: user.email }, // who gets it
        },
      });
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({
        message: "a",
        data: {
          order: { id, email: user.email }, // who gets it
          seen: [user.id],
        },
      });
      === suggest presence
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({
        message: "a",
        data: {
          order: { id, email: user.email }, // who gets it
          seen: [Boolean(user.phone)],
        },
      });
    `,
    "a wrapper of the file and one of the settings": js({
      settings: { wrappers: [{ name: "track", from: "@/lib/track", parameters: ["message", "data"] }] },
    })`
      import { track } from "@/lib/track";
      import { addBreadcrumb } from "@sentry/node";
      const note = (message) => addBreadcrumb({ message });
      note("Mail to " + user.email);
                        ~~~~~~~~~~ leak +2
      track("a", { email: user.email });
                          ~~~~~~~~~~ leak +3
    `,
    "wrappers that functions of the file hand out": js`
      import { addBreadcrumb } from "@sentry/node";
      const createLogger = (category) => ({ info: (message, data) => addBreadcrumb({ category, message, data }) });
      const log = createLogger("cart");
      log.info("Mail to " + user.email, { phone: user.phone });
                            ~~~~~~~~~~ leak +2
                                                 ~~~~~~~~~~ leak +3
      createLogger(user.email).info("a");
                   ~~~~~~~~~~ leak +1
    `,
    "what a wrapper leaves of a parameter": js`
      import { addBreadcrumb } from "@sentry/node";
      const info = (message, { category, ...data } = {}) => addBreadcrumb({ message, category, data });
      info("a", { category: user.phone, email: user.email });
                            ~~~~~~~~~~ leak +1
                                               ~~~~~~~~~~ leak +3
    `,
    "personal at times, strictly": js({ options: { strict: true } })`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", data: { username } });
                                            ~~~~~~~~ leak +2
      addBreadcrumb({ message: "a", data: { to: location.href } });
                                                ~~~~~~~~~~~~~ leak +2
    `,
    "denied names, whichever kinds are asked for": js({ options: { deny: ["ticket.body"], categories: ["email"] } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", data: { body: ticket.body, phone: user.phone } });
                                                         ~~~~~~~~~~~ leak +1
    `,
    "denied names": js({ options: { deny: ["ticket.body"] } })`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", data: { text: ticket.body, other: page.body } });
                                                  ~~~~~~~~~~~ leak +1
    `,
    "the project's own persons": js({ options: { owners: ["tenant"] } })`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: tenant.name });
                               ~~~~~~~~~~~ leak +1
      addBreadcrumb({ message: branch.name });
    `,
    "addresses: the path of one that is a member, and never whether there is one": js({
      options: { strict: true, deny: ["link.href"] },
    })`
      import { addBreadcrumb } from "@sentry/browser";
      const { href } = window.location;
      addBreadcrumb({ message: "a", data: { query: location.search, to: href, next: link.href } });
                                                   ~~~~~~~~~~~~~~~ leak +2
                                                                        ~~~~ leak +2
                                                                                    ~~~~~~~~~ leak +1
    `,
    "a literal can only be left out": js`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", data: { to: "jane.doe@acme.com" } });
                                                ~~~~~~~~~~~~~~~~~~~ leak +1
    `,
    "what is spread cannot be an id, nor true or false": js`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", data: { ...user.address } });
                                               ~~~~~~~~~~~~ leak
      addBreadcrumb({ message: "a", data: { to: { street: 1, by: { ...user.address } } } });
                                                                      ~~~~~~~~~~~~ leak +1
      addBreadcrumb({ message: "a", data: Object.assign({ id }, req.cookies) });
                                                                ~~~~~~~~~~~ leak
    `,
    "the id of a person only where the member is the person's own": js({ options: { strict: true } })`
      import { addBreadcrumb } from "@sentry/browser";
      const customer = { mail: order.email };
      addBreadcrumb({ message: "Mail to " + customer.mail });
                                            ~~~~~~~~~~~~~ leak +1
      addBreadcrumb({ message: "Seen on " + device.imei });
                                            ~~~~~~~~~~~ leak +1
    `,
    "only what comes through of several": js`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", data: { id: user.id, role: user.role, name: user.firstName, plan: user.plan } });
                                                                                ~~~~~~~~~~~~~~ leak +3
    `,
    assertions: ts`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: user!.email! });
                               ~~~~~~~~~~~ leak +1
      addBreadcrumb({ message: user?.email as string });
                               ~~~~~~~~~~~ leak +1
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: user!.id! });
      addBreadcrumb({ message: user?.email as string });
      === suggest id
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: user!.email! });
      addBreadcrumb({ message: user?.id as string });
    `,
  },
});

const redact = { name: "redact", from: "@/lib/privacy" };

testRule("no-pii", {
  valid: {
    "what the function has been handed": js({ options: { redact: { name: "veil", from: "@/lib/privacy" } } })`
      import { addBreadcrumb } from "@sentry/node";
      import { veil } from "@/lib/privacy";
      addBreadcrumb({ message: "Mail to " + veil(user.email), data: { phone: veil(phone) } });
    `,
  },
  invalid: {
    "offers to hand it over, and imports the function": js({ options: { redact } })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "Mail to " + address.email });
                                            ~~~~~~~~~~~~~ leak +2
      === suggest redact
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: "Mail to " + redact(address.email) });
      === suggest presence
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "Mail to " + Boolean(address.email) });
    `,
    "by itself, where the project wants it": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from '@sentry/node'
      addBreadcrumb({ message: 'a', data: { password } })
                                            ~~~~~~~~ leak +2
      === fix
      import { addBreadcrumb } from '@sentry/node'
      import { redact } from '@/lib/privacy'
      addBreadcrumb({ message: 'a', data: { password: redact(password) } })
    `,
    "one more name of an import": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import { pick } from "@/lib/privacy";
      addBreadcrumb({ message: ${"`Mail to ${user.email}`"} });
                                          ~~~~~~~~~~ leak +2
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import { pick, redact } from "@/lib/privacy";
      addBreadcrumb({ message: ${"`Mail to ${redact(user.email)}`"} });
    `,
    "a default import": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import privacy from "@/lib/privacy";
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import privacy, { redact } from "@/lib/privacy";
      addBreadcrumb({ message: redact(user.email) });
    `,
    "names on lines of their own": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import {
        mask,
        pick,
      } from "@/lib/privacy";
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import {
        mask,
        pick,
        redact,
      } from "@/lib/privacy";
      addBreadcrumb({ message: redact(user.email) });
    `,
    "an import under another name": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import { redact as veil } from "@/lib/privacy";
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import { redact as veil } from "@/lib/privacy";
      addBreadcrumb({ message: veil(user.email) });
    `,
    "a namespace": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import * as privacy from "@/lib/privacy";
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import * as privacy from "@/lib/privacy";
      addBreadcrumb({ message: privacy.redact(user.email) });
    `,
    "what is required": js({ options: { redact, fix: true } })`
      const { addBreadcrumb } = require("@sentry/node");
      const { redact } = require("@/lib/privacy");
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
      === fix
      const { addBreadcrumb } = require("@sentry/node");
      const { redact } = require("@/lib/privacy");
      addBreadcrumb({ message: redact(user.email) });
    `,
    "no import into a module of the other sort": js({ options: { redact, fix: true } })`
      const { addBreadcrumb } = require("@sentry/node");
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
    `,
    "a function without a module, and one of an object": js({ options: { redact: { name: "log.veil" }, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
      === fix
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: log.veil(user.email) });
    `,
    "not where the name means something else": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      export function save(redact) {
        addBreadcrumb({ message: user.email });
                                 ~~~~~~~~~~ leak +1
      }
    `,
    "what is awaited or asserted goes along": ts({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: (await getEmail())! });
                                      ~~~~~~~~~~ leak
      addBreadcrumb({ message: user.email as string });
                               ~~~~~~~~~~ leak +1
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: redact((await getEmail())!) });
      addBreadcrumb({ message: redact(user.email as string) });
    `,
    "not an import of types": ts({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import type { Redactor } from "@/lib/privacy";
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import type { Redactor } from "@/lib/privacy";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: redact(user.email) });
    `,
    "the methods that are called of it go along": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: ${"`at ${latitude.toFixed(4)}`"} });
                                     ~~~~~~~~ leak +1
      addBreadcrumb({ message: user?.email.trim().toLowerCase() });
                               ~~~~~~~~~~~ leak +2
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: ${"`at ${redact(latitude.toFixed(4))}`"} });
      addBreadcrumb({ message: redact(user?.email.trim().toLowerCase()) });
    `,
    "a list of what leaks, but not the name of one that holds more": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      const seen = [user.email, total];
      const order = { by: { id, email: user.email } };
      addBreadcrumb({ message: "a", data: { emails: [first, second] } });
                                                    ~~~~~~~~~~~~~~~ leak +3
      addBreadcrumb({ message: "a", data: { seen } });
                                            ~~~~ leak +2
      addBreadcrumb({ message: "a", data: { who: order.by } });
                                                 ~~~~~~~~ leak +2
    `,
    "whole objects are left to somebody": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { ...user } });
                                               ~~~~ leak +1
      === suggest redact
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: "a", data: { ...redact(user) } });
    `,
    "what may be an object is, too": ts({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      export function handle(req: Request, position: GeolocationPosition, billing: { address: string }) {
        addBreadcrumb({ message: "a", data: { ...process.env } });
                                                 ~~~~~~~~~~~ leak +1
        addBreadcrumb({ message: "a", data: { ...user.address } });
                                                 ~~~~~~~~~~~~ leak +1
        addBreadcrumb({ message: "a", data: { address: user.address, at: position.coords } });
                                                       ~~~~~~~~~~~~ leak +4
                                                                         ~~~~~~~~~~~~~~~ leak +3
        addBreadcrumb({ message: "a", data: { address: billing.address } });
                                                       ~~~~~~~~~~~~~~~ leak +2
        addBreadcrumb({ message: ${"`to ${user.address}`"} });
                                       ~~~~~~~~~~~~ leak +2
      }
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      export function handle(req: Request, position: GeolocationPosition, billing: { address: string }) {
        addBreadcrumb({ message: "a", data: { ...process.env } });
        addBreadcrumb({ message: "a", data: { ...user.address } });
        addBreadcrumb({ message: "a", data: { address: user.address, at: position.coords } });
        addBreadcrumb({ message: "a", data: { address: redact(billing.address) } });
        addBreadcrumb({ message: ${"`to ${redact(user.address)}`"} });
      }
    `,
    "whether it is there, in the place of what stands in for it": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { phone: call.phone ?? "anonymous" } });
                                                   ~~~~~~~~~~ leak +2
      === suggest remove
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: {} });
      === suggest presence
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { phone: Boolean(call.phone) } });
    `,
    "whether it is there, in a branch": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: ${"`from ${known ? call.phone : 'x'}`"} });
                                               ~~~~~~~~~~ leak +1
      === suggest presence
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: ${"`from ${known ? Boolean(call.phone) : 'x'}`"} });
    `,
    "what the settings say, and what deviates": js({
      options: { deny: ["shop.phone"], allow: ["order.code"] },
      settings: {
        sensitiveData: {
          allow: ["shop.phone", "user.email"],
          deny: ["order.code", "ticket.body"],
          owners: ["tenant"],
          sanitizers: ["veil"],
        },
      },
    })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { a: user.email, b: veil(user.phone), c: order.code } });
      addBreadcrumb({ message: "a", data: { a: shop.phone, b: ticket.body, c: tenant.name } });
                                               ~~~~~~~~~~ leak +1
                                                              ~~~~~~~~~~~ leak +1
                                                                              ~~~~~~~~~~~ leak +3
    `,
    "the function of the settings, of this language": js({
      options: { fix: true },
      settings: { sensitiveData: { redact: { javascript: redact, rust: { name: "crate::privacy::redact" } } } },
    })`
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: redact(user.email) });
    `,
    "not the function of another language, in JavaScript": js({
      options: { redact: { name: "crate::privacy::redact" }, fix: true },
    })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: user.email });
                               ~~~~~~~~~~ leak +1
    `,
    "not the function of another language": rust({ options: { redact, fix: true } })`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn main() {
          add_breadcrumb(Breadcrumb { message: Some(format!("to {}", user.email)), ..Default::default() });
                                                                     ~~~~~~~~~~ leak +1
      }
    `,
    "a payload above, where nothing else reads it": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      const data = { id: user.id, phone: user.phone };
                                         ~~~~~~~~~~ leak +3
      addBreadcrumb({ message: "a", data });
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      const data = { id: user.id, phone: redact(user.phone) };
      addBreadcrumb({ message: "a", data });
    `,
    "not the payload of others, nor a literal": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      export const data = { id: user.id, phone: user.phone };
                                                ~~~~~~~~~~ leak
      addBreadcrumb({ message: "a", data });
      addBreadcrumb({ message: "Mail to jane.doe@acme.com" });
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~ leak
    `,
    "Rust calls it by its path, and lends": rust({
      options: { redact: { name: "crate::privacy::redact" }, fix: true },
    })`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn signed_in(user: &User, email: &str) {
          add_breadcrumb(Breadcrumb { message: Some(format!("Mail to {}", user.email)), ..Default::default() });
                                                                          ~~~~~~~~~~ leak +1
          add_breadcrumb(Breadcrumb { message: Some(email.to_string()), ..Default::default() });
                                                    ~~~~~ leak
          add_breadcrumb(Breadcrumb { message: Some(format!("Mail to {email}")), ..Default::default() });
                                                                      ~~~~~ leak
          add_breadcrumb(Breadcrumb { message: Some(user.email.clone().into()), ..Default::default() });
                                                    ~~~~~~~~~~ leak +1
          add_breadcrumb(Breadcrumb { message: user.email.clone(), ..Default::default() });
                                               ~~~~~~~~~~ leak +1
      }
      === fix
      use sentry::{add_breadcrumb, Breadcrumb};
      fn signed_in(user: &User, email: &str) {
          add_breadcrumb(Breadcrumb { message: Some(format!("Mail to {}", crate::privacy::redact(&user.email))), ..Default::default() });
          add_breadcrumb(Breadcrumb { message: Some(crate::privacy::redact(&email.to_string())), ..Default::default() });
          add_breadcrumb(Breadcrumb { message: Some(format!("Mail to {email}")), ..Default::default() });
          add_breadcrumb(Breadcrumb { message: Some(crate::privacy::redact(&user.email.clone()).into()), ..Default::default() });
          add_breadcrumb(Breadcrumb { message: user.email.clone(), ..Default::default() });
      }
    `,
    "an id in Rust, as a string where a copy of a string stood": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn signed_in(user: &User) {
          add_breadcrumb(Breadcrumb { message: Some(user.email.clone()), ..Default::default() });
                                                    ~~~~~~~~~~ leak
      }
      === suggest id
      use sentry::{add_breadcrumb, Breadcrumb};
      fn signed_in(user: &User) {
          add_breadcrumb(Breadcrumb { message: Some(user.id.to_string()), ..Default::default() });
      }
    `,
    "an id in Rust, in the place of an address that may be missing": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn signed_in(user: &User) {
          add_breadcrumb(Breadcrumb { message: user.email.clone(), ..Default::default() });
                                               ~~~~~~~~~~ leak
      }
      === suggest id
      use sentry::{add_breadcrumb, Breadcrumb};
      fn signed_in(user: &User) {
          add_breadcrumb(Breadcrumb { message: Some(user.id.to_string()), ..Default::default() });
      }
    `,
    "no id in Rust where it may be missing, or where the place does not tell what it takes": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      struct User { id: Option<String>, email: Option<String> }
      fn signed_in(user: &User) {
          add_breadcrumb(Breadcrumb { message: user.email.clone(), ..Default::default() });
                                               ~~~~~~~~~~ leak
      }
      fn signed_up(guest: &Guest, known: bool) {
          add_breadcrumb(Breadcrumb { message: if known { guest.email.clone() } else { None }, ..Default::default() });
                                                          ~~~~~~~~~~~ leak
      }
    `,
    "the path of an address, without its query": js({ options: { strict: true } })`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ category: "navigation", data: { to: window.location.href } });
                                                          ~~~~~~~~~~~~~~~~~~~~ leak +2
      === suggest remove
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ category: "navigation", data: {} });
      === suggest path
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ category: "navigation", data: { to: window.location.pathname } });
    `,
    "a key that Sentry's conventions mark": js({ options: { strict: true } })`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", data: { "http.query": text, "user.id": id, "http.query.count": text } });
                                                          ~~~~ leak +2
    `,
  },
});

/** What linting with fixes makes of a file, and what is left. */
function fix(code: string, rule: Readonly<Record<string, unknown>>) {
  return new Linter().verifyAndFix(
    code,
    {
      files: ["**"],
      languageOptions: { parser: typescriptParser },
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { "sentry-breadcrumbs/no-pii": ["error", rule] },
    },
    { filename: "file.ts" },
  );
}

describe("no-pii with a function and `fix`", () => {
  it("moves a whole file, imports the function once, and is settled", () => {
    const lines = (wrap: (source: string) => string) =>
      Array.from(
        { length: 30 },
        (_, at) => `addBreadcrumb({ message: "${at}", data: { email: ${wrap("user.email")} } });`,
      );
    const { output, messages, fixed } = fix(
      ['import { addBreadcrumb } from "@sentry/node";', ...lines((source) => source)].join("\n"),
      { redact, fix: true },
    );
    expect({ fixed, messages }).toEqual({ fixed: true, messages: [] });
    expect(output.split("\n")).toEqual([
      'import { addBreadcrumb } from "@sentry/node";',
      'import { redact } from "@/lib/privacy";',
      ...lines((source) => `redact(${source})`),
    ]);
  });

  it("says which attribute of Sentry's conventions a key is", () => {
    const code = 'import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ data: { "user.email": who } });';
    expect(fix(code, {}).messages.map(({ message }) => message)).toEqual([
      "The breadcrumb's data contains an e-mail address (`who` → `data.user.email`). It is sent unmasked, " +
        "although Sentry's conventions mark `user.email` for scrubbing. Send an id, or only whether it is set.",
    ]);
  });

  it("says what it is, the way that it came, what becomes of it and what to send instead", () => {
    const said = (code: string) =>
      fix(`import { addBreadcrumb } from "@sentry/node";\n${code}`, { deny: ["ticket.body"] }).messages.map(
        ({ message }) => message,
      );
    expect(said("const who = user.email; const text = who;\naddBreadcrumb({ message: text });")).toEqual([
      "The breadcrumb's message contains an e-mail address (`user.email` → `who` → `text` → `message`). It is sent " +
        "unmasked, and Sentry's default scrubbing does not catch it. Send an id, or only whether it is set.",
    ]);
    expect(said("addBreadcrumb({ data: { step: { password } } });")).toEqual([
      "The breadcrumb's data contains a password (`password` → `data.step.password`). It is sent unmasked; Sentry's server " +
        "masks it only if it recognises the name or the format. Send only whether it is set, or nothing.",
    ]);
    expect(said("addBreadcrumb({ data: { text: ticket.body } });")).toEqual([
      "The breadcrumb's data contains data that this project declares sensitive (`ticket.body` → `data.text`). It is sent " +
        "unmasked, and Sentry's default scrubbing does not catch it. Send only whether it is set, or nothing.",
    ]);
    expect(said("addBreadcrumb({ data: { [kind]: user.email } });")[0]).toContain("(`user.email` → `data[kind]`)");
    expect(said("addBreadcrumb({ data: { to: [{ who: user.email }] } });")[0]).toContain("→ `data.to[0].who`)");
    expect(
      said('const [form] = useState({ plan: 1, address: { street: "" } }); addBreadcrumb({ data: { form } });'),
    ).toEqual([
      "The breadcrumb's data contains an object with personal data such as `address.street` (`form` → `data.form`). It " +
        "is sent unmasked, and Sentry's default scrubbing does not catch it. Send only the fields you need, by name.",
    ]);
    expect(said("const { email } = user; addBreadcrumb({ message: email });")[0]).toContain("(`email` → `message`)");
  });

  it("shortens a long expression to one line", () => {
    const long = "customersOfTheYear\n  .filter((customer) => customer.isActive)[0].email";
    const exact = `${"a".repeat(54)}.email`;
    const said = (source: string) =>
      fix(`import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: ${source} });`, {}).messages[0]
        ?.message;
    expect(said(long)).toContain("(`customersOfTheYear .filter((customer) => customer.isActiv…` → `message`)");
    expect(said(exact)).toContain(`(\`${exact}\` → \`message\`)`);
  });

  it("refuses what is no function's name", () => {
    for (const name of ["", "redact()", "a b", "a..b", "."]) {
      expect(() => fix("addBreadcrumb()", { redact: { name } }), name).toThrow(/match pattern|shorter than/);
    }
  });
});
