import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

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
    "whole objects are left to somebody": js({ options: { redact, fix: true } })`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", data: { ...user } });
                                               ~~~~ leak +1
      === suggest redact
      import { addBreadcrumb } from "@sentry/node";
      import { redact } from "@/lib/privacy";
      addBreadcrumb({ message: "a", data: { ...redact(user) } });
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
    "Rust calls it by its path, and lends": rust({ options: { redact: { name: "crate::privacy::redact" }, fix: true } })`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn signed_in(user: &User, email: &str) {
          add_breadcrumb(Breadcrumb { message: Some(format!("Mail to {}", user.email)), ..Default::default() });
                                                                          ~~~~~~~~~~ leak +1
          add_breadcrumb(Breadcrumb { message: Some(email.to_string()), ..Default::default() });
                                                    ~~~~~ leak
          add_breadcrumb(Breadcrumb { message: Some(format!("Mail to {email}")), ..Default::default() });
                                                                      ~~~~~ leak
      }
      === fix
      use sentry::{add_breadcrumb, Breadcrumb};
      fn signed_in(user: &User, email: &str) {
          add_breadcrumb(Breadcrumb { message: Some(format!("Mail to {}", crate::privacy::redact(&user.email))), ..Default::default() });
          add_breadcrumb(Breadcrumb { message: Some(crate::privacy::redact(email).to_string()), ..Default::default() });
          add_breadcrumb(Breadcrumb { message: Some(format!("Mail to {email}")), ..Default::default() });
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
      Array.from({ length: 30 }, (_, at) => `addBreadcrumb({ message: "${at}", data: { email: ${wrap("user.email")} } });`);
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
      "The breadcrumb's data carries an e-mail address (`who` → `data.user.email`). It leaves the device as it is, " +
        "although Sentry's conventions mark `user.email` for scrubbing. Send an id, or whether it is there.",
    ]);
  });

  it("refuses what is no function's name", () => {
    for (const name of ["", "redact()", "a b", "a..b", "."]) {
      expect(() => fix("addBreadcrumb()", { redact: { name } }), name).toThrow(/match pattern/);
    }
  });
});
