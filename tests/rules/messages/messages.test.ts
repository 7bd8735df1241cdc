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
        "`user_action` is not in lower case with dots between its words, and in Sentry every spelling of a category is one of its own. Use `user.action`.",
        "Use `user.action`.",
      ],
    ],
  ],
  [
    "consistent-category",
    'import * as Sentry from "@sentry/node"; export const CATEGORY = "user_action"; Sentry.addBreadcrumb({ category: CATEGORY });',
    [
      [
        "`user_action` is not in camel case, and in Sentry every spelling of a category is one of its own. Use `userAction`.",
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
        "An empty category says nothing: Sentry titles the breadcrumb “Generic”. Name a category or leave it out.",
        "Leave the category out.",
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
        "By default Sentry replaces the whole message by `[Filtered]`, because it contains `Auth`. Say “Sign-in”, for instance.",
        "Write “Sign-in failed:”.",
      ],
      [
        "By default Sentry replaces what stands under `authMethod` by `[Filtered]`, because the key contains `auth`. Call it something else, or send true or false.",
      ],
    ],
  ],
  [
    "no-filtered-text",
    crumb('message: "Iban checked", data: { authState: "a" }'),
    [
      [
        "By this project's settings Sentry replaces the whole message by `[Filtered]`, because it contains `Iban`. Say it in other words.",
      ],
      [
        "By default Sentry replaces what stands under `authState` by `[Filtered]`, because the key contains `auth`. Call it `signInState`, for instance.",
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
        "The breadcrumb's data carries an e-mail address (`user.email` → `data.email`). It leaves the device as it is, and Sentry's default scrubbing does not catch it. Send an id, or whether it is there.",
        "Leave `email` out.",
        "Send `user.id` instead.",
        "Send `Boolean(user.email)`: whether it is there.",
      ],
    ],
  ],
  [
    "no-redundant-breadcrumb",
    'console.log("Saved"); Sentry.addBreadcrumb({ message: "Saved" });',
    [
      [
        "The SDK makes a breadcrumb of what `console.log` says, too, so that the same text stands there twice. Keep one of the two.",
        "Leave this breadcrumb out.",
      ],
    ],
  ],
  [
    "no-redundant-breadcrumb",
    crumb('message: "Saved", category: "console"'),
    [
      [
        "`console` is the category of what the SDK records by itself, so that this one passes for one of those. Give it a category of its own.",
      ],
    ],
  ],
  [
    "no-bypassed-hook",
    'Sentry.getGlobalScope().addBreadcrumb({ message: "a" });',
    [
      [
        "On the global scope, the breadcrumb passes neither `beforeBreadcrumb` nor the client's `maxBreadcrumbs`. Use `addBreadcrumb` of the SDK itself.",
      ],
    ],
  ],
  [
    "no-unknown-fields",
    crumb('message: "a", total: 1'),
    [
      [
        "Sentry's server does not know the field `total` and drops it. What is to arrive belongs into `data`.",
        "Move `total` into `data`.",
      ],
    ],
  ],
  [
    "no-unknown-fields",
    crumb('message: "a", ...rest, lvl: "info"'),
    [["Sentry's server does not know the field `lvl` and drops it. It is called `level`.", "Call it `level`."]],
  ],
  [
    "require-fields",
    crumb('level: "info"'),
    [
      ["This breadcrumb has no `category`: Sentry titles it “Generic”, and nobody can search for it. Give it one."],
      ["This breadcrumb has no `message`: it does not say what happened. Give it one."],
    ],
  ],
  [
    "static-message",
    crumb("message: `Loaded ${order.id} of ${total} today`"),
    [
      [
        "With `order.id` in it, this message is another one each time: nobody can search for it, and a trail cannot be compared with the next. Say what happened, and put the value into `data`, which Sentry shows beside it.",
        'Write `"Loaded {id} of {total} today"`, with `id`, `total` in `data`.',
      ],
    ],
  ],
  [
    "static-message",
    crumb("message: `Loaded ${id}`, data: { id }"),
    [
      [
        "With `id` in it, this message is another one each time: nobody can search for it, and a trail cannot be compared with the next. Say what happened, and put the value into `data`, which Sentry shows beside it.",
        'Write `"Loaded"`: the rest is in `data`.',
      ],
    ],
  ],
  [
    "valid-argument",
    "Sentry.addBreadcrumb([1]);",
    [
      [
        "`Sentry.addBreadcrumb` takes one object; of a list nothing arrives that Sentry knows. Give `{ message, category, data }`.",
      ],
    ],
  ],
  [
    "valid-argument",
    'Sentry.addBreadcrumb({ message: "a" }, 5);',
    [
      [
        "The second argument of `Sentry.addBreadcrumb` is a hint for `beforeBreadcrumb`; how many breadcrumbs are kept is said by `maxBreadcrumbs` in `Sentry.init`.",
        "Leave the second argument out.",
      ],
    ],
  ],
  [
    "valid-before-breadcrumb",
    hook(""),
    [
      [
        "`beforeBreadcrumb` returns nothing here: from version 9.10 on the SDK throws at the call that records the breadcrumb, before that it records an empty one. Return the breadcrumb, or `null` to drop it.",
        "Return `crumb`, to keep the breadcrumb.",
        "Return `null`, to drop the breadcrumb.",
      ],
    ],
  ],
  ...[
    ["return true;", "`true`", "Return `crumb`, to keep the breadcrumb."],
    ["return false;", "`false`"],
    ['return "a";', "a text"],
    ["return `a${crumb}`;", "a text"],
    ["return 5;", "a number"],
    ["return [crumb];", "a list"],
    ["return crumb === 5;", "a boolean"],
    ["return Promise.resolve(crumb);", "a promise"],
    ["const isOld = (each) => each.old === 1; return isOld(crumb);", "a boolean"],
  ].map(([code = "", what = "", ...offers]): [string, string, string[][]] => [
    "valid-before-breadcrumb",
    hook(code),
    [
      [
        `\`beforeBreadcrumb\` returns ${what}, which the SDK takes for the breadcrumb, so that its content is lost. Return the breadcrumb to keep it, or \`null\` to drop it.`,
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
        "`() => 1` is a function, and arrives as the text `[Function: …]`. Send what it returns, or leave it out.",
        "Leave `show` out.",
      ],
      [
        '`Symbol("a")` is a symbol, and arrives as the text `[Symbol(…)]`. Send its description, or leave it out.',
        "Leave `kind` out.",
      ],
      ["`() => 2` is a function, and arrives as the text `[Function: …]`. Send what it returns, or leave it out."],
    ],
  ],
  [
    "valid-data",
    'const data = [1]; Sentry.addBreadcrumb({ message: "a", data }); Sentry.addBreadcrumb({ message: "b", data: () => 1 });',
    [
      [
        "Sentry's server takes an object as `data`, and drops a list. Put it under a key.",
        "Put it under the key `items`.",
      ],
      [
        "Sentry's server takes an object as `data`, and drops a function. Put it under a key.",
        "Put it under the key `value`.",
      ],
    ],
  ],
  [
    "valid-data",
    'const cart = { total: 1 }; Sentry.addBreadcrumb({ message: "a", data: cart }); cart.total = 2;',
    [
      [
        "The SDK keeps `cart` itself until an event is sent, so that `cart.total = 2` changes this breadcrumb, too. Give it a copy.",
        "Give `{ ...cart }`.",
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
        "`new Date()` goes out as text, which Sentry's server reads, but the SDKs' type and hooks take seconds. Give the seconds.",
        "Give the seconds: `Date.now() / 1000`.",
      ],
    ],
  ],
  [
    "valid-timestamp",
    crumb('message: "a", timestamp: startedAt.toString() || "soon"'),
    [['Sentry cannot read the time `"soon"` and drops it. Give the seconds since the epoch.']],
  ],
  [
    "valid-type",
    crumb('message: "a", type: "navigation"'),
    [["The type `navigation` requires `from` and `to` in `data`; this breadcrumb lacks `from` and `to`."]],
  ],
  [
    "valid-type",
    crumb('type: "navigation", data: { from: "/a" }'),
    [["The type `navigation` requires `from` and `to` in `data`; this breadcrumb lacks `to`."]],
  ],
  [
    "valid-type",
    crumb('message: "a", type: "auth"'),
    [
      [
        "Sentry does not know the type `auth` and shows it as `default`. What a breadcrumb is about is said by its `category`.",
        "Make `auth` the category.",
      ],
    ],
  ],
  [
    "no-removed-api",
    'import Raven from "raven-js"; Raven.captureBreadcrumb({ message: "a" });',
    [["`raven-js` is no longer developed. Use `addBreadcrumb` of `@sentry/browser`."]],
  ],
  [
    "prefer-logs",
    crumb('message: "a", data: { userName }'),
    [
      [
        "This is breadcrumb 1 of this file, which may record 0 by hand; Sentry keeps the last 100 of an event. A log (`Sentry.logger`) can be searched and alerted on, but is linked to the event by its trace, not shown on it.",
        "Write a log instead; it carries a user name (`userName`).",
      ],
    ],
    { max: 0 },
  ],
])("%s says of %s what is wrong, and what it offers", (rule, code, expected, options) => {
  expect(lint(rule, code, options)).toEqual(expected);
});
