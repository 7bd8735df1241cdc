import { Linter } from "eslint";
import { expect, test } from "vitest";
import plugin from "../../../src/index.ts";

/** Runs a rule over a call on an SDK for Node.js, or over code that imports another. */
function lint(rule: string, code: string, options?: object) {
  const messages = new Linter().verify(
    code.includes("import ") ? code : `import * as Sentry from "@sentry/node";\n${code}`,
    {
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { [`sentry-breadcrumbs/${rule}`]: ["error", ...(options === undefined ? [] : [options])] },
    },
  );
  return messages.map(({ message, suggestions = [] }) => [message, ...suggestions.map(({ desc }) => desc)]);
}

const crumb = (fields: string) => `Sentry.addBreadcrumb({ ${fields} });`;
const hook = (code: string) => `Sentry.init({ beforeBreadcrumb(crumb) { ${code} } });`;

test.each<[rule: string, code: string, expected: readonly (readonly string[])[], options?: object]>([
  [
    "consistent-category",
    crumb('category: "user_action"'),
    [
      [
        "`user_action` is not in lower case with dots between its words; Sentry treats each spelling as a separate category. Use `user.action`.",
        "Use `user.action`.",
      ],
    ],
  ],
  [
    "consistent-category",
    'import * as Sentry from "@sentry/node"; export const CATEGORY = "user_action"; Sentry.addBreadcrumb({ category: CATEGORY });',
    [
      [
        "`user_action` is not in camel case; Sentry treats each spelling as a separate category. Use `userAction`.",
        "Use `userAction`.",
      ],
    ],
    { shape: "camel" },
  ],
  [
    "known-category",
    crumb('category: " "'),
    [
      [
        "An empty category leaves the breadcrumb without a title. Name a category, or remove it.",
        "Remove the category.",
      ],
    ],
  ],
  [
    "known-category",
    crumb('category: "navigaton"'),
    [
      [
        "`navigaton` looks like a misspelling of `navigation`, which Sentry's SDKs record; a search for one misses the other. Use `navigation`, or declare your own.",
        "Use `navigation`.",
      ],
    ],
  ],
  [
    "no-filtered-text",
    crumb('message: "Auth failed: " + code, data: { authMethod: "sms", signInMethod: "sms", email: user.email }'),
    [
      [
        "By default, Sentry replaces the whole message with `[Filtered]` because it contains `Auth`. For example, say “Sign-in”.",
        "Write “Sign-in failed:”.",
      ],
      [
        "By default, Sentry replaces the value of `authMethod` with `[Filtered]` because the key contains `auth`. Use another key, or send true or false.",
      ],
    ],
  ],
  [
    "no-filtered-text",
    crumb('message: "Iban checked", data: { authState: "a" }'),
    [
      [
        "With this project's settings, Sentry replaces the whole message with `[Filtered]` because it contains `Iban`. Use other words.",
      ],
      [
        "By default, Sentry replaces the value of `authState` with `[Filtered]` because the key contains `auth`. For example, call it `signInState`.",
        "Call it `signInState`.",
      ],
    ],
    { words: ["iban"] },
  ],
  [
    "no-pii",
    crumb('message: "a", data: { total, email: user.email }'),
    [
      [
        "The breadcrumb's data contains an e-mail address (`user.email` → `data.email`). It is sent unmasked, and Sentry's default scrubbing does not catch it. Send an id, or only whether it is set.",
        "Remove `email`.",
        "Send `user.id` instead.",
        "Send `Boolean(user.email)` (only whether it is set).",
      ],
    ],
  ],
  [
    "no-redundant-breadcrumb",
    'console.log("Saved"); Sentry.addBreadcrumb({ message: "Saved" });',
    [
      [
        "The SDK already records `console.log`, so this text appears twice. Keep one of the two.",
        "Remove this breadcrumb.",
      ],
    ],
  ],
  [
    "no-redundant-breadcrumb",
    crumb('message: "Saved", category: "console"'),
    [["The SDK uses `console` for automatic breadcrumbs; yours would look automatic. Use a category of your own."]],
  ],
  [
    "no-bypassed-hook",
    'Sentry.getGlobalScope().addBreadcrumb({ message: "a" });',
    [
      [
        "Breadcrumbs added to the global scope skip `beforeBreadcrumb` and the client's `maxBreadcrumbs`. Use the SDK's own `addBreadcrumb`.",
      ],
    ],
  ],
  [
    "no-unknown-fields",
    crumb('message: "a", total: 1'),
    [["Sentry does not know the field `total` and drops it. Put it in `data`.", "Move `total` into `data`."]],
  ],
  [
    "no-unknown-fields",
    crumb('message: "a", ...rest, lvl: "info"'),
    [["Sentry does not know the field `lvl` and drops it. Use `level`.", "Call it `level`."]],
  ],
  [
    "require-fields",
    crumb('level: "info"'),
    [
      [
        "This breadcrumb has no `category`: Sentry titles it “generic”, and it cannot be searched by category. Add one.",
      ],
      ["This breadcrumb has no `message`: it does not say what happened. Add one."],
    ],
  ],
  [
    "static-message",
    crumb("message: `Loaded ${order.id} of ${total} today`"),
    [
      [
        "`order.id` makes this message different every time, so it cannot be searched or compared. Keep it constant and put the value in `data`.",
        'Write `"Loaded {id} of {total} today"`, with `id`, `total` in `data`.',
      ],
    ],
  ],
  [
    "static-message",
    crumb("message: `Loaded ${id}`, data: { id }"),
    [
      [
        "`id` makes this message different every time, so it cannot be searched or compared. Keep it constant and put the value in `data`.",
        'Write `"Loaded"`: the rest is in `data`.',
      ],
    ],
  ],
  [
    "valid-argument",
    "Sentry.addBreadcrumb([1]);",
    [["`Sentry.addBreadcrumb` expects an object; Sentry cannot use an array. Pass `{ message, category, data }`."]],
  ],
  [
    "valid-argument",
    'Sentry.addBreadcrumb({ message: "a" }, 5);',
    [
      [
        "The second argument of `Sentry.addBreadcrumb` is a hint for `beforeBreadcrumb`. Set the limit with `maxBreadcrumbs` in `Sentry.init`.",
        "Remove the second argument.",
      ],
    ],
  ],
  [
    "valid-before-breadcrumb",
    hook(""),
    [
      [
        "`beforeBreadcrumb` returns nothing here. The SDK then throws (9.10 and later) or records an empty breadcrumb. Return the breadcrumb, or `null` to drop it.",
        "Return `crumb` to keep the breadcrumb.",
        "Return `null` to drop the breadcrumb.",
      ],
    ],
  ],
  ...[
    ["return true;", "`true`", "Return `crumb` to keep the breadcrumb."],
    ["return false;", "`false`"],
    ['return "a";', "a string"],
    ["return `a${crumb}`;", "a string"],
    ["return 5;", "a number"],
    ["return [crumb];", "an array"],
    ["return crumb === 5;", "a boolean"],
    ["return Promise.resolve(crumb);", "a promise"],
    ["const isOld = (each) => each.old === 1; return isOld(crumb);", "a boolean"],
  ].map(([code = "", what = "", ...offers]): [string, string, string[][]] => [
    "valid-before-breadcrumb",
    hook(code),
    [
      [
        `\`beforeBreadcrumb\` returns ${what}, which the SDK uses as the breadcrumb: the content is lost. Return the breadcrumb, or \`null\` to drop it.`,
        ...offers,
      ],
    ],
  ]),
  [
    "valid-data",
    crumb('message: "a", data: { list: [[[1]]], deep: { a: { b: { c: 1 } } } }'),
    [
      ["The SDK sends 3 levels of `data`; this one is deeper and arrives as `[Array]`. Flatten it."],
      ["The SDK sends 3 levels of `data`; this one is deeper and arrives as `[Object]`. Flatten it."],
    ],
  ],
  [
    "valid-data",
    crumb('message: "a", data: { show: () => 1, kind: Symbol("a"), all: [() => 2] }'),
    [
      [
        "`() => 1` is a function and arrives as the string `[Function: …]`. Send its result, or remove it.",
        "Remove `show`.",
      ],
      [
        '`Symbol("a")` is a symbol and arrives as the string `[Symbol(…)]`. Send its description, or remove it.',
        "Remove `kind`.",
      ],
      ["`() => 2` is a function and arrives as the string `[Function: …]`. Send its result, or remove it."],
    ],
  ],
  [
    "valid-data",
    'const data = [1]; Sentry.addBreadcrumb({ message: "a", data }); Sentry.addBreadcrumb({ message: "b", data: () => 1 });',
    [
      ["`data` must be an object; Sentry drops an array. Put it under a key.", "Put it under the key `items`."],
      ["`data` must be an object; Sentry drops a function. Put it under a key.", "Put it under the key `value`."],
    ],
  ],
  [
    "valid-data",
    'const cart = { total: 1 }; Sentry.addBreadcrumb({ message: "a", data: cart }); cart.total = 2;',
    [
      [
        "The SDK keeps a reference to `cart`, so `cart.total = 2` changes this breadcrumb too. Pass a copy.",
        "Pass `{ ...cart }`.",
      ],
    ],
  ],
  [
    "valid-level",
    crumb('message: "a", level: "loud"'),
    [
      [
        "Sentry does not know the level `loud`, drops it and shows the breadcrumb as info. Use one of fatal, error, warning, log, info, debug.",
      ],
    ],
  ],
  [
    "valid-timestamp",
    crumb('message: "a", timestamp: new Date()'),
    [
      [
        "`new Date()` is serialised as a string. The server accepts it, but the SDK's types and hooks expect seconds. Pass seconds.",
        "Pass seconds: `Date.now() / 1000`.",
      ],
    ],
  ],
  [
    "valid-timestamp",
    crumb('message: "a", timestamp: startedAt.toString() || "soon"'),
    [['Sentry cannot read the time `"soon"` and drops it. Pass seconds since the epoch.']],
  ],
  [
    "valid-type",
    crumb('message: "a", type: "navigation"'),
    [["The type `navigation` needs `from` and `to` in `data`; this breadcrumb lacks `from` and `to`."]],
  ],
  [
    "valid-type",
    crumb('type: "navigation", data: { from: "/a" }'),
    [["The type `navigation` needs `from` and `to` in `data`; this breadcrumb lacks `to`."]],
  ],
  [
    "valid-type",
    crumb('message: "a", type: "auth"'),
    [
      [
        "Sentry does not know the type `auth` and shows it as `default`. Use `category` for what the breadcrumb is about.",
        "Use `auth` as the category.",
      ],
    ],
  ],
  [
    "no-removed-api",
    'import Raven from "raven-js"; Raven.captureBreadcrumb({ message: "a" });',
    [["`raven-js` is no longer developed. Use `addBreadcrumb` from `@sentry/browser`."]],
  ],
  [
    "prefer-logs",
    crumb('message: "a", data: { userName }'),
    [
      [
        "This file records 1 breadcrumb by hand (limit 0). Sentry keeps 100 per event. Consider logs (`Sentry.logger`), which are searchable and linked to the event by its trace.",
        "Write a log instead; the log contains a user name (`userName`).",
      ],
    ],
    { max: 0 },
  ],
])("%s says of %s what is wrong, and what it offers", (rule, code, expected, options) => {
  expect(lint(rule, code, options)).toEqual(expected);
});
