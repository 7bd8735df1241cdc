import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-pii", {
  valid: {
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
    "literals": js`
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
    "personal at times, strictly": js({ options: { strict: true } })`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", data: { username } });
                                            ~~~~~~~~ leak +2
      addBreadcrumb({ message: "a", data: { to: location.href } });
                                                ~~~~~~~~~~~~~ leak +2
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
    "only what comes through of several": js`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", data: { id: user.id, role: user.role, name: user.firstName, plan: user.plan } });
                                                                                ~~~~~~~~~~~~~~ leak +3
    `,
    "assertions": ts`
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
