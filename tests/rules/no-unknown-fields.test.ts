import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-unknown-fields", {
  valid: {
    "the six fields, and what the server knows besides": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ type: "info", category: "a", message: "a", level: "info", timestamp: 1, data: {} });
      Sentry.addBreadcrumb({ message: "a", event_id: id, origin: "auto", ty: "info" });
    `,
    "what is given to a wrapper": js({ settings: { wrappers: [{ name: "trail", parameters: ["breadcrumb"] }] } })`
      import * as Sentry from "@sentry/node";
      function note({ quiet, ...crumb }) {
        if (!quiet) Sentry.addBreadcrumb(crumb);
      }
      note({ message: "a", quiet: true });
      trail({ message: "a", userId: 1 });
    `,
    "what cannot be seen": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", [key]: 1, ...rest });
    `,
    "a key that is being typed, in brackets that the editor has closed": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ categ });
      Sentry.addBreadcrumb({ message: "a", lvl });
      Sentry.addBreadcrumb({ message: "a", us, category: "b" });
    `,
    "keys of data, and of other calls": js`
      import * as Sentry from "@sentry/node";
      import { addBreadcrumb } from "@appsignal/javascript";
      Sentry.addBreadcrumb({ message: "a", data: { msg: "b", userId: 1 } });
      Sentry.addBreadcrumb({ message: "a" }, { msg: "b" });
      addBreadcrumb({ category: "a", action: "b", metadata: {} });
    `,
  },
  invalid: {
    "near misses": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ msg: "a", lvl: "info", categroy: "b" });
                             ~~~ misspelt
                                       ~~~ misspelt
                                                    ~~~~~~~~ misspelt
      Sentry.addBreadcrumb({ Message: "a", ["levle"]: "info" });
                             ~~~~~~~ misspelt
                                            ~~~~~~~ misspelt
      Sentry.addBreadcrumb({ message: "a", "time": Date.now() / 1000 });
                                           ~~~~~~ misspelt
      Sentry.addBreadcrumb({ message: "a", time: 1767225600 });
                                           ~~~~ misspelt
      const note = (msg) => Sentry.addBreadcrumb({ msg });
                                                   ~~~ misspelt
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", level: "info", category: "b" });
      Sentry.addBreadcrumb({ message: "a", ["level"]: "info" });
      Sentry.addBreadcrumb({ message: "a", "timestamp": Date.now() / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: 1767225600 });
      const note = (msg) => Sentry.addBreadcrumb({ message: msg });
    `,
    "a time in a unit that is not told, which the right name would show as a wrong one": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", time: now });
                                           ~~~~ misspelt
      === suggest rename
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", timestamp: now });
    `,
    "several of something": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", types: ["a"], levels: all, messages: [] });
                                           ~~~~~ unknown +1
                                                         ~~~~~~ unknown +1
                                                                      ~~~~~~~~ unknown +1
    `,
    "a name that is declared, in the short form": ts`
      import * as Sentry from "@sentry/node";
      declare const cartId: string;
      Sentry.addBreadcrumb({ message: "a", cartId, userId: 1 });
                                           ~~~~~~ unknown +1
                                                   ~~~~~~ unknown +1
      Sentry.addBreadcrumb({ categor: "b" });
                             ~~~~~~~ misspelt
      === fix
      import * as Sentry from "@sentry/node";
      declare const cartId: string;
      Sentry.addBreadcrumb({ message: "a", cartId, userId: 1 });
      Sentry.addBreadcrumb({ category: "b" });
    `,
    "a near miss beside the right field, and two of the same": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", msg: "b" });
                                           ~~~ unknown
      Sentry.addBreadcrumb({ mesage: "a", msg: "b" });
                             ~~~~~~ misspelt
                                          ~~~ unknown +1
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", msg: "b" });
      Sentry.addBreadcrumb({ message: "a", msg: "b" });
      === suggest move
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: { msg: "b" } });
      Sentry.addBreadcrumb({ mesage: "a", msg: "b" });
      === suggest move
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", msg: "b" });
      Sentry.addBreadcrumb({ mesage: "a", data: { msg: "b" } });
    `,
    "a name of another kind of thing": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", time: "12:00", date: today, severity: 3 });
                                           ~~~~ unknown +1
                                                          ~~~~ unknown +1
                                                                       ~~~~~~~~ unknown +1
    `,
    "a function, which data would send as its name": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", toJSON() {}, retry: () => {} });
                                           ~~~~~~ unknown
                                                        ~~~~~ unknown
    `,
    "into new data": js`
      import * as Sentry from "@sentry/node";
      import { orderId, userId } from "./session";
      Sentry.addBreadcrumb({ message: "a", userId: await id() });
                                           ~~~~~~ unknown
      Sentry.addBreadcrumb({
        message: "a",
        orderId, // of the shop
        ~~~~~~~ unknown
      });
      === suggest move
      import * as Sentry from "@sentry/node";
      import { orderId, userId } from "./session";
      Sentry.addBreadcrumb({ message: "a", data: { userId: await id() } });
      Sentry.addBreadcrumb({
        message: "a",
        orderId, // of the shop
      });
      === suggest move
      import * as Sentry from "@sentry/node";
      import { orderId, userId } from "./session";
      Sentry.addBreadcrumb({ message: "a", userId: await id() });
      Sentry.addBreadcrumb({
        message: "a",
        data: { orderId }, // of the shop
      });
    `,
    "into the data that is there": js`
      import * as Sentry from "@sentry/node";
      import { orderId, userId } from "./session";
      Sentry.addBreadcrumb({ message: "a", userId, data: { orderId } });
                                           ~~~~~~ unknown
      Sentry.addBreadcrumb({ message: "a", data: {}, userId: id });
                                                     ~~~~~~ unknown
      === suggest move
      import * as Sentry from "@sentry/node";
      import { orderId, userId } from "./session";
      Sentry.addBreadcrumb({ message: "a", data: { orderId, userId } });
      Sentry.addBreadcrumb({ message: "a", data: {}, userId: id });
      === suggest move
      import * as Sentry from "@sentry/node";
      import { orderId, userId } from "./session";
      Sentry.addBreadcrumb({ message: "a", userId, data: { orderId } });
      Sentry.addBreadcrumb({ message: "a", data: { userId: id } });
    `,
    "data that cannot take it": js`
      import * as Sentry from "@sentry/node";
      import { orderId, userId } from "./session";
      Sentry.addBreadcrumb({ message: "a", userId, data });
                                           ~~~~~~ unknown
      Sentry.addBreadcrumb({ message: "a", userId, data: { userId: 1 } });
                                           ~~~~~~ unknown
      Sentry.addBreadcrumb({ ...rest, userId });
                                      ~~~~~~ unknown
    `,
    "a field that something else may read, or a spread may hold": ts`
      import * as Sentry from "@sentry/node";
      const crumb = { msg: "a" };
                      ~~~ misspelt
      Sentry.addBreadcrumb(crumb as Sentry.Breadcrumb);
      console.log(crumb.msg);
      Sentry.addBreadcrumb({ ...rest, msg: "a" } as Sentry.Breadcrumb);
                                      ~~~ misspelt
      === suggest rename
      import * as Sentry from "@sentry/node";
      const crumb = { message: "a" };
      Sentry.addBreadcrumb(crumb as Sentry.Breadcrumb);
      console.log(crumb.msg);
      Sentry.addBreadcrumb({ ...rest, msg: "a" } as Sentry.Breadcrumb);
      === suggest rename
      import * as Sentry from "@sentry/node";
      const crumb = { msg: "a" };
      Sentry.addBreadcrumb(crumb as Sentry.Breadcrumb);
      console.log(crumb.msg);
      Sentry.addBreadcrumb({ ...rest, message: "a" } as Sentry.Breadcrumb);
    `,
  },
});
