import { Linter } from "eslint";
import { expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-filtered-text", {
  valid: {
    "other words": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "Signed in", data: { provider: "google", tokenised: true, pass: "x" } });
      Sentry.addBreadcrumb({ message: "Token refreshed", data: { note: "used 5 tokens, token refreshed" } });
      Sentry.addBreadcrumb({ message: "otp sent", data: { step: "two-factor setup", key: "api key" } });
    `,
    "what the server does not scrub": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "auth", type: "auth", level: "info", message: "Signed in" });
    `,
    "what stays under any key": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", data: { authenticated: true, hasToken: !!token, token: Boolean(token) } });
      Sentry.addBreadcrumb({ message: "a", data: { token: null, secret: undefined, auth: "", oauth: "true" } });
      Sentry.addBreadcrumb({ message: "a", data: { token: token ? "true" : "false" } });
    `,
    "what has been blanked already": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", data: { password: "***", token: "[REDACTED]", secret: "xxxx" } });
    `,
    "secrets, which no-pii reports": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", data: { password, authToken: session.token, token: value } });
      Sentry.addBreadcrumb({ message: "a", data: { authorEmail: user.email, secret: ${"`${secret}`"} } });
      Sentry.addBreadcrumb({ message: "token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5" });
    `,
    "what cannot be seen": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: describe("auth"), data: { authState: current, authed, ...rest } });
      Sentry.addBreadcrumb({ message: t("auth.failed"), data: collect("auth") });
      Sentry.addBreadcrumb({ message: ${"`${what} token${which}`"} });
    `,
    "texts of calls that are not known to keep them": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "auth".slice(1), data: { step: loaders[0]("auth"), list: [...parts, "auth"].join() } });
      Sentry.addBreadcrumb({ message: JSON.stringify(auth), data: { of: describe(step).concat("auth") } });
      Sentry.addBreadcrumb({ message: "a", data: { of: { token: "x", toJSON() { return "hidden"; } } } });
    `,
    "a secret that stands under a key and in a text": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", data: { token: { held: session.token } } });
      Sentry.addBreadcrumb({ message: "a", data: { note: "auth of jane.doe@gmail.com" } });
    `,
    "what the settings let pass": js({ options: { allow: ["auth", "Author", "tokens"] } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "Auth failed", data: { authMethod: "google", tokens: 512 } });
    `,
    "a whole word, not the others": js({ options: { allow: ["author"] } })`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "Author saved" });
    `,
    "what is not sent, and what is replaced by itself": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", data: { a: { b: { c: { note: "auth" } } } } });
      Sentry.addBreadcrumb({ message: "GET /users/list failed, sent Bearer auth5", data: { home: "/home/me" } });
      Sentry.addBreadcrumb({ message: ${"`Saved ${{ note: 'auth' }}`"}, data: JSON.stringify({ authMethod }) });
      Sentry.addBreadcrumb({ message: JSON.stringify({ authMethod }, ["id"]) });
    `,
    "in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn main() {
          add_breadcrumb(Breadcrumb {
              category: Some("auth".into()),
              message: Some("Signed in".into()),
              ..Default::default()
          });
      }
    `,
  },
  invalid: {
    "the sample of Sentry's documentation": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({
        category: "auth",
        message: "Authenticated user " + user.email,
                  ~~~~~~~~~~~~~ message +1
        level: "info",
      });
      === suggest write
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({
        category: "auth",
        message: "Signed in user " + user.email,
        level: "info",
      });
    `,
    "a message, a template, a branch": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "User authenticated successfully" });
                                            ~~~~~~~~~~~~~ message +1
      Sentry.addBreadcrumb({ message: ${"`Auth failed: ${error.code}`"} });
                                       ~~~~ message +1
      Sentry.addBreadcrumb({ message: ok ? "authenticated" : "rejected" });
                                            ~~~~~~~~~~~~~ message +1
      Sentry.addBreadcrumb({ message: ${"`User ${ok ? 'authenticated' : 'rejected'}`"} });
                                                    ~~~~~~~~~~~~~ message
      === suggest write
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "User signed in successfully" });
      Sentry.addBreadcrumb({ message: ${"`Auth failed: ${error.code}`"} });
      Sentry.addBreadcrumb({ message: ok ? "authenticated" : "rejected" });
      Sentry.addBreadcrumb({ message: ${"`User ${ok ? 'authenticated' : 'rejected'}`"} });
      === suggest write
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "User authenticated successfully" });
      Sentry.addBreadcrumb({ message: ${"`Sign-in failed: ${error.code}`"} });
      Sentry.addBreadcrumb({ message: ok ? "authenticated" : "rejected" });
      Sentry.addBreadcrumb({ message: ${"`User ${ok ? 'authenticated' : 'rejected'}`"} });
      === suggest write
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "User authenticated successfully" });
      Sentry.addBreadcrumb({ message: ${"`Auth failed: ${error.code}`"} });
      Sentry.addBreadcrumb({ message: ok ? "signed in" : "rejected" });
      Sentry.addBreadcrumb({ message: ${"`User ${ok ? 'authenticated' : 'rejected'}`"} });
    `,
    "the words that count": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "PASSWORD changed" });
                                ~~~~~~~~ message +1
      addBreadcrumb({ message: "Secret fetch started" });
                                ~~~~~~ message
      addBreadcrumb({ message: "Author saved" });
                                ~~~~~~ message +1
      addBreadcrumb({ message: "api_key is missing" });
                                ~~~~~~~ message +1
      addBreadcrumb({ message: "GET /oauth/callback" });
                                     ~~~~~ message
      addBreadcrumb({ message: "otp" });
                                ~~~ message +1
      addBreadcrumb({ message: "two-factor" });
                                ~~~~~~~~~~ message +1
      addBreadcrumb({ message: "tokens: 5" });
                                ~~~~~~~ message +1
      addBreadcrumb({ message: "mysql_pwd" });
                                ~~~~~~~~~ message
    `,
    "texts that are put together": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: ["login", "auth", "done"].join(" ") });
                                          ~~~~ message
      addBreadcrumb({ message: "Pass" + "word changed" });
                               ~~~~~~~~~~~~~~~~~~~~~~~ message
      addBreadcrumb({ message: "Auth".concat(" failed: ", reason) });
                                ~~~~ message
      addBreadcrumb({ message: "a", data: { body: JSON.stringify({ authMethod: method, steps: [{ note: "auth" }] }) } });
                                                                   ~~~~~~~~~~ value
                                                                                                        ~~~~ value
    `,
    "what no-pii leaves to its option `strict`, and names that are no booleans": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { author: user.username, passwordField: field } });
                                            ~~~~~~ lost +1
                                                                   ~~~~~~~~~~~~~ lost
      addBreadcrumb({ message: "a", data: { coauthors: list.length, hasAuthProvider: provider } });
                                            ~~~~~~~~~ lost
      addBreadcrumb({ message: "a", data: { auth: session.provider, authSource: isInternal } });
                                            ~~~~ lost +1
      addBreadcrumb({ message: "a", data: { author: lastHTTPStatus, coauthor: isHTTPStatus } });
                                            ~~~~~~ lost +1
    `,
    "computed keys and lists that are read as a key and its value": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { [${"`auth_${kind}`"}]: "ok", ["plan" + kind]: "ok" } });
                                             ~~~~~~~~~~~~~~ text
      addBreadcrumb({ message: "a", data: { pair: ["tokens", 512], other: ["auth", enabled], three: ["a", "b", "auth"] } });
                                                   ~~~~~~~~ dropped
                                                                                                                ~~~~ value +1
      addBreadcrumb({ message: "a", data: { kept: ["auth", "true"] } });
                                                    ~~~~ value +1
    `,
    "a constant that is repeated, once": js`
      import { addBreadcrumb } from "@sentry/node";
      const STARTED = "Auth started";
      addBreadcrumb({ message: STARTED, data: { service: "auth.service" } });
                               ~~~~~~~ message
                                                          ~~~~ value
      addBreadcrumb({ message: STARTED, data: { service: "auth.service" } });
      addBreadcrumb({ message: "Auth ended", data: { service: "auth.service" } });
                                ~~~~ message +1
    `,
    "escapes: the literal is underlined": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "Jane\u2019s auth" });
                               ~~~~~~~~~~~~~~~~~~ message +1
      === suggest write
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "Jane’s sign-in" });
    `,
    "a constant": js`
      import { addBreadcrumb } from "@sentry/node";
      const MESSAGE = "Auth failed";
      addBreadcrumb({ message: MESSAGE });
                               ~~~~~~~ message +1
      export const OTHER = "Auth started";
      addBreadcrumb({ message: OTHER });
                               ~~~~~ message
      === suggest write
      import { addBreadcrumb } from "@sentry/node";
      const MESSAGE = "Sign-in failed";
      addBreadcrumb({ message: MESSAGE });
      export const OTHER = "Auth started";
      addBreadcrumb({ message: OTHER });
    `,
    "values of data, nested": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { url: "/api/auth/login", list: ["ok", "Unauthorized"] } });
                                                       ~~~~ value
                                                                                  ~~~~~~~~~~~~ value +1
      addBreadcrumb({ message: "a", data: { request: { path: ${"`/auth/${id}`"} } } });
                                                               ~~~~ value
    `,
    keys: js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { tokens: 512, max_tokens: 2000, authMethod: "google" } });
                                            ~~~~~~ dropped +1
                                                         ~~~~~~~~~~ dropped +1
                                                                           ~~~~~~~~~~ text +1
      addBreadcrumb({ message: "a", data: { usage: { inputTokens: [1, 2], token: { kind: "jwt" } } } });
                                                     ~~~~~~~~~~~ dropped +1
                                                                          ~~~~~ dropped
      addBreadcrumb({ message: "a", data: { token: token ? "present" : "missing" } });
                                            ~~~~~ text
      addBreadcrumb({ message: "a", data: { tokenType: type, passwordLength: password.length } });
                                            ~~~~~~~~~ lost
                                                             ~~~~~~~~~~~~~~ lost
      === suggest rename
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { usage: 512, max_tokens: 2000, authMethod: "google" } });
      addBreadcrumb({ message: "a", data: { usage: { inputTokens: [1, 2], token: { kind: "jwt" } } } });
      addBreadcrumb({ message: "a", data: { token: token ? "present" : "missing" } });
      addBreadcrumb({ message: "a", data: { tokenType: type, passwordLength: password.length } });
      === suggest rename
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { tokens: 512, max_usage: 2000, authMethod: "google" } });
      addBreadcrumb({ message: "a", data: { usage: { inputTokens: [1, 2], token: { kind: "jwt" } } } });
      addBreadcrumb({ message: "a", data: { token: token ? "present" : "missing" } });
      addBreadcrumb({ message: "a", data: { tokenType: type, passwordLength: password.length } });
      === suggest rename
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { tokens: 512, max_tokens: 2000, signInMethod: "google" } });
      addBreadcrumb({ message: "a", data: { usage: { inputTokens: [1, 2], token: { kind: "jwt" } } } });
      addBreadcrumb({ message: "a", data: { token: token ? "present" : "missing" } });
      addBreadcrumb({ message: "a", data: { tokenType: type, passwordLength: password.length } });
    `,
    "keys that are not known": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { [step]: "Auth failed" } });
                                                     ~~~~ value +1
    `,
    "data that stands above, and is rewritten where nothing else reads it": js`
      import { addBreadcrumb } from "@sentry/node";
      const details = { auth_provider: "google", note: "Auth done" };
                        ~~~~~~~~~~~~~ text
                                                        ~~~~ value
      send(details);
      addBreadcrumb({ message: "a", data: details });
      const own = { auth_provider: "google" };
                    ~~~~~~~~~~~~~ text +1
      addBreadcrumb({ message: "a", data: { ...own } });
      === suggest rename
      import { addBreadcrumb } from "@sentry/node";
      const details = { auth_provider: "google", note: "Auth done" };
      send(details);
      addBreadcrumb({ message: "a", data: details });
      const own = { sign_in_provider: "google" };
      addBreadcrumb({ message: "a", data: { ...own } });
    `,
    "what the settings call harmless is not left to no-pii": js({
      settings: { sensitiveData: { allow: ["csrf.token"] } },
    })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { token: csrf.token, other: { token: session.token } } });
                                            ~~~~~ lost
    `,
    "words of the project": js({ options: { words: ["iban", "c++"] } })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "Iban checked", data: { ibanCount: 3, note: "C++ built" } });
                                ~~~~ message
                                                       ~~~~~~~~~ dropped
                                                                            ~~~ value
    `,
    "only what is allowed passes": js({ options: { allow: ["auth"] } })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "authToken: refreshed" });
                                ~~~~~~~~~~ message
    `,
    "types tell numbers and texts": ts`
      import { addBreadcrumb } from "@sentry/node";
      export function done(tokenRate: number, authFlow: "code" | "implicit", authed: boolean) {
        addBreadcrumb({ message: "a", data: { tokenRate: 1 as number, authed } });
                                              ~~~~~~~~~ dropped
      }
    `,
    Rust: rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn authenticated(user: &User) {
          add_breadcrumb(Breadcrumb {
              category: Some("auth".into()),
              message: Some(format!("Authenticated user {}", user.id)),
                                     ~~~~~~~~~~~~~ message +1
              ..Default::default()
          });
          add_breadcrumb(Breadcrumb { message: Some("Auth failed".into()), ..Default::default() });
                                                     ~~~~ message +1
      }
      === suggest write
      use sentry::{add_breadcrumb, Breadcrumb};
      fn authenticated(user: &User) {
          add_breadcrumb(Breadcrumb {
              category: Some("auth".into()),
              message: Some(format!("Signed in user {}", user.id)),
              ..Default::default()
          });
          add_breadcrumb(Breadcrumb { message: Some("Auth failed".into()), ..Default::default() });
      }
    `,
    "what the SDK records of the console, once each": js({ options: { automatic: true } })`
      import * as Sentry from "@sentry/node";
      console.warn("no auth", count, total);
                       ~~~~ message
      console.info("saved", { tokens: 512 });
                              ~~~~~~ dropped +1
      console.assert(isAuth, "no auth");
                                 ~~~~ message +1
    `,
    "what the SDK records of slog": rust({ options: { automatic: true }, settings: { integrations: { slog: true } } })`
      fn save(log: &Logger) {
          slog::info!(log, "no auth");
                               ~~~~ message +1
          slog::warn!(log, "no auth");
      }
    `,
  },
});

it("reads aloud", () => {
  const code = `
    import { addBreadcrumb } from "@sentry/node";
    addBreadcrumb({ message: "User authenticated", data: { authMethod: "sms", tokens: 5, tokenId: id, to: "/auth" } });
  `;
  const messages = new Linter().verify(code, {
    plugins: { "sentry-breadcrumbs": plugin },
    rules: { "sentry-breadcrumbs/no-filtered-text": ["error", { words: ["mail"] }] },
  });
  expect(messages.map(({ message }) => message)).toEqual([
    "By default, Sentry replaces the whole message with `[Filtered]` because it contains `auth`. For example, say “signed in”.",
    "By default, Sentry replaces the value of `authMethod` with `[Filtered]` because the key contains `auth`. For example, call it `signInMethod`.",
    "By default, Sentry drops the number under `tokens` because the key contains `token`. For example, call it `usage`.",
    "By default, Sentry replaces or drops the value of `tokenId` because the key contains `token`. Use another key, or send true or false.",
    "By default, Sentry replaces the whole value of `to` with `[Filtered]` because it contains `auth`. Use other words.",
  ]);
});
