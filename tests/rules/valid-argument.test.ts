import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("valid-argument", {
  valid: {
    "parts of a message that say how they become strings, or may": js`
      import * as Sentry from "@sentry/node";
      const point = { x: 1, toString: () => "1" };
      const pair = [1, 2];
      Sentry.addBreadcrumb({ message: "at " + point + pair + given + { ...other } });
      Sentry.addBreadcrumb({ message: String(point) });
    `,
    "a function that was given its breadcrumb beforehand": js`
      import * as Sentry from "@sentry/browser";
      const typed = Sentry.addBreadcrumb.bind(null, { message: "typed" });
      typed();
    `,
    "fields that take a text, and get one or nothing": js`
      import * as Sentry from "@sentry/node";
      const note = (message) => Sentry.addBreadcrumb({ message });
      note(12);
      Sentry.addBreadcrumb({ message: undefined, category: null, type: kindOf(order) });
      try { run(); } catch (error) { Sentry.addBreadcrumb({ message: error.message, category: String(error) }); }
    `,
    "one object": js`
      import * as Sentry from "@sentry/node";
      const crumb = { message: "a" };
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.addBreadcrumb(crumb);
      Sentry.addBreadcrumb(ok ? { message: "a" } : crumb);
      Sentry.addBreadcrumb({ ...crumb });
    `,
    "a hint, and a scope's maximum": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" }, { response });
      Sentry.addBreadcrumb({ message: "a" }, hint);
      Sentry.getCurrentScope().addBreadcrumb({ message: "a" }, 50);
      Sentry.withScope((scope) => scope.addBreadcrumb({ message: "a" }, limit));
    `,
    "what the file does not tell": ts`
      import * as Sentry from "@sentry/node";
      export function note(crumb, text: string | Sentry.Breadcrumb, crumb2: Sentry.Breadcrumb, ...rest): void {
        Sentry.addBreadcrumb(crumb);
        Sentry.addBreadcrumb(text as never);
        Sentry.addBreadcrumb(crumb2);
        Sentry.addBreadcrumb(...rest);
        Sentry.addBreadcrumb(makeCrumb());
      }
    `,
    "an object that is filled elsewhere": js`
      import * as Sentry from "@sentry/node";
      const crumb = {};
      crumb.message = "a";
      Sentry.addBreadcrumb(crumb);
      const other = {};
      fill(other);
      Sentry.addBreadcrumb(other);
    `,
    "a vendor that takes a text": js`
      import Honeybadger from "@honeybadger-io/js";
      import { addBreadcrumb } from "@embrace-io/react-native";
      Honeybadger.addBreadcrumb("a", { metadata: {} });
      addBreadcrumb("a");
    `,
    "a wrapper that fills an object": js({ settings: { wrappers: ["trail"] } })`
      import { trail } from "./trail.js";
      trail({});
    `,
    "a function of an older SDK that takes a text": js`
      import Raven from "raven-js";
      Raven.captureBreadcrumb("a");
    `,
    "a wrapper that takes a text": js({ settings: { wrappers: [{ name: "trail", parameters: ["message"] }] } })`
      import { trail } from "./trail.js";
      import * as Sentry from "@sentry/node";
      const log = (message) => Sentry.addBreadcrumb({ message });
      trail("a");
      log("a");
      log();
    `,
  },
  invalid: {
    "a promise as a breadcrumb, or as one of its texts": ts`
      import * as Sentry from "@sentry/node";
      const build = async () => ({ message: "a" });
      Sentry.addBreadcrumb(build() as any);
                           ~~~~~~~ other
      Sentry.addBreadcrumb(await build());
      export function note(given: Promise<string>) {
        Sentry.addBreadcrumb({ message: given as any });
                                        ~~~~~ field
      }
    `,
    "objects in messages": js`
      import * as Sentry from "@sentry/node";
      const order = { id: 1 };
      Sentry.addBreadcrumb({ message: "Sent " + order });
                                                ~~~~~ object
      Sentry.addBreadcrumb({ message: isNew ? String(order) : "Sent" });
                                                     ~~~~~ object
    `,
    "fields that take a text": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: 12, category: ["a"], type: { a: 1 } });
                                      ~~ field
                                                    ~~~~~ field
                                                                 ~~~~~~~~ field
      try { run(); } catch (error) { Sentry.addBreadcrumb({ message: error }); }
                                                                     ~~~~~ field
      Sentry.addBreadcrumb({ message: isNew ? "a" : new Error("b") });
                                                    ~~~~~~~~~~~~~~ field
    `,
    texts: js`
      import * as Sentry from "@sentry/node";
      const text = "b";
      Sentry.addBreadcrumb("a");
                           ~~~ text
      Sentry.addBreadcrumb(${"`a ${text}`"});
                           ~~~~~~~~~~~ text
      Sentry.addBreadcrumb("a " + text);
                           ~~~~~~~~~~~ text
      Sentry.addBreadcrumb(text);
                           ~~~~ text
      Sentry.addBreadcrumb(crumb || "a");
                                    ~~~ text
      Sentry.getCurrentScope().addBreadcrumb("a");
                                             ~~~ text
      === fix
      import * as Sentry from "@sentry/node";
      const text = "b";
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.addBreadcrumb({ message: ${"`a ${text}`"} });
      Sentry.addBreadcrumb({ message: "a " + text });
      Sentry.addBreadcrumb({ message: text });
      Sentry.addBreadcrumb(crumb || { message: "a" });
      Sentry.getCurrentScope().addBreadcrumb({ message: "a" });
    `,
    "a text by its type": ts`
      import { addBreadcrumb } from "@sentry/node";
      export function note(message: string): void {
        addBreadcrumb(message as never);
                      ~~~~~~~ text
      }
      === fix
      import { addBreadcrumb } from "@sentry/node";
      export function note(message: string): void {
        addBreadcrumb({ message: message as never });
      }
    `,
    nothing: js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb();
      ~~~~~~~~~~~~~~~~~~~~ missing
      Sentry.addBreadcrumb(undefined);
                           ~~~~~~~~~ other
      Sentry.addBreadcrumb({});
                           ~~ empty
    `,
    "other things": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb([{ message: "a" }]);
                           ~~~~~~~~~~~~~~~~~~ other
      Sentry.addBreadcrumb(404);
                           ~~~ other
      Sentry.addBreadcrumb(() => ({ message: "a" }));
                           ~~~~~~~~~~~~~~~~~~~~~~~~ other
      Sentry.addBreadcrumb(new Error("a"));
                           ~~~~~~~~~~~~~~ other
      work().catch((error) => Sentry.addBreadcrumb(error));
                                                   ~~~~~ other
    `,
    "the scope's maximum": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" }, 50);
                                             ~~ maximum
      Sentry.addBreadcrumb(
        { message: "a" },
        50,
        ~~ maximum
      );
      === suggest remove
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.addBreadcrumb(
        { message: "a" },
        50,
      );
      === suggest remove
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" }, 50);
      Sentry.addBreadcrumb(
        { message: "a" }
      );
    `,
    "the SDK's hint": js`
      import * as Sentry from "@sentry/node";
      Sentry.withScope((scope) => {
        scope.addBreadcrumb({ message: "a" }, { response });
                                              ~~~~~~~~~~~~ hint
        scope.addBreadcrumb({ message: "a" } /* kept */, { response } /* why */);
                                                         ~~~~~~~~~~~~ hint +0
      });
      === suggest remove
      import * as Sentry from "@sentry/node";
      Sentry.withScope((scope) => {
        scope.addBreadcrumb({ message: "a" });
        scope.addBreadcrumb({ message: "a" } /* kept */, { response } /* why */);
      });
      === suggest remove
      import * as Sentry from "@sentry/node";
      Sentry.withScope((scope) => {
        scope.addBreadcrumb({ message: "a" }, { response });
        scope.addBreadcrumb({ message: "a" } /* kept */ /* why */);
      });
    `,
    "one call for several breadcrumbs": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb(ok ? { message: "a" } : { message: "b" }, 50);
                                                                     ~~ maximum +1
    `,
  },
});
