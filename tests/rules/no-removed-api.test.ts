import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

const sdk = (sdkVersion: string | number | false) => ({ settings: { sdkVersion } });

testRule("no-removed-api", {
  valid: {
    "a module of the project, which may have a function of that name": js({
      settings: { sdkVersion: false, modules: ["./sentry.js"] },
    })`
      import { captureBreadcrumb } from "./sentry.js";
      captureBreadcrumb({ message: "a" });
    `,
    "the SDK's own function, scopes of today": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.getCurrentScope().addBreadcrumb({ message: "a" });
      Sentry.withScope((scope) => scope.addBreadcrumb({ message: "a" }));
    `,
    "a version that has it": js(sdk("7.88.0"))`
      import * as Sentry from "@sentry/node";
      Sentry.getCurrentHub().addBreadcrumb({ message: "a" });
      Sentry.configureScope((scope) => scope.addBreadcrumb({ message: "a" }));
    `,
    "a version that is not known": js(sdk(false))`
      import * as Sentry from "@sentry/node";
      Sentry.getCurrentHub().addBreadcrumb({ message: "a" });
      Sentry.configureScope((scope) => scope.addBreadcrumb({ message: "a" }));
    `,
    "functions of the same name that are not Sentry's": js(sdk(11))`
      import { getCurrentHub, configureScope } from "./hub.js";
      import * as Sentry from "./sentry.js";
      getCurrentHub().addBreadcrumb({ message: "a" });
      configureScope((scope) => scope.addBreadcrumb({ message: "a" }));
      Sentry.captureBreadcrumb({ message: "a" });
      this.$sentry.addBreadcrumb({ message: "a" });
    `,
  },
  invalid: {
    "the current hub, by the namespace": js(sdk("9.0.0"))`
      import * as Sentry from "@sentry/node";
      Sentry.getCurrentHub().addBreadcrumb({ message: "a" }, { input: 1 });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gone
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" }, { input: 1 });
    `,
    "the current hub of what require returns": js(sdk("9.0.0"))`
      require("@sentry/node").getCurrentHub().addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gone
      === fix
      require("@sentry/node").addBreadcrumb({ message: "a" });
    `,
    "what is taken off the hub, and a callback that does something else with it": js(sdk("9.0.0"))`
      import * as Sentry from "@sentry/node";
      const { addBreadcrumb: add } = Sentry.getCurrentHub();
      add({ message: "a" });
      ~~~ gone
      Sentry.configureScope((scope) => void scope.addBreadcrumb({ message: "a" }));
                                            ~~~~~~~~~~~~~~~~~~~ gone
    `,
    "deprecated in the version in use": js(sdk("8.55.0"))`
      import * as Sentry from "@sentry/node";
      Sentry.getCurrentHub()?.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ deprecated
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
    `,
    "the current hub, by its name, whose import goes": js(sdk(10))`
      import { captureException, getCurrentHub } from "@sentry/node";
      getCurrentHub().addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gone
      getCurrentHub().addBreadcrumb({ message: "b" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gone
      captureException(new Error());
      === fix
      import { captureException, addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a" });
      addBreadcrumb({ message: "b" });
      captureException(new Error());
    `,
    "an import that is there already": js(sdk(10))`
      import { addBreadcrumb as record, getCurrentHub } from "@sentry/node";
      record({ message: "a" });
      getCurrentHub().addBreadcrumb({ message: "b" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gone
      === fix
      import { addBreadcrumb as record } from "@sentry/node";
      record({ message: "a" });
      record({ message: "b" });
    `,
    "a name that is used for more": js(sdk(10))`
      import { getCurrentHub } from "@sentry/node";
      getCurrentHub().addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gone
      export const client = getCurrentHub().getClient();
      === fix
      import { getCurrentHub, addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a" });
      export const client = getCurrentHub().getClient();
    `,
    "a name that is taken": js(sdk(10))`
      import { getCurrentHub } from "@sentry/node";
      export function addBreadcrumb(message) {
        getCurrentHub().addBreadcrumb({ message });
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gone
      }
    `,
    "a hub in a variable, here and from elsewhere": ts(sdk(10))`
      import * as Sentry from "@sentry/node";
      const main = Sentry.getCurrentHub();
      export function a() {
        const hub = Sentry.getCurrentHub();
        hub.addBreadcrumb({ message: "a" });
        ~~~~~~~~~~~~~~~~~ gone
        main.addBreadcrumb({ message: "b" });
        ~~~~~~~~~~~~~~~~~~ gone
      }
      export function b(hub: Sentry.Hub) {
        hub.addBreadcrumb({ message: "c" });
        ~~~~~~~~~~~~~~~~~ gone
      }
      === fix
      import * as Sentry from "@sentry/node";
      const main = Sentry.getCurrentHub();
      export function a() {
        const hub = Sentry.getCurrentHub();
        Sentry.addBreadcrumb({ message: "a" });
        main.addBreadcrumb({ message: "b" });
      }
      export function b(hub: Sentry.Hub) {
        hub.addBreadcrumb({ message: "c" });
      }
    `,
    "configureScope around one breadcrumb": js(sdk("8.0.0"))`
      import * as Sentry from "@sentry/node";
      Sentry.configureScope((scope) => {
        scope.addBreadcrumb({ message: "a" });
        ~~~~~~~~~~~~~~~~~~~ gone +1
      });
      === suggest use
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
    `,
    "configureScope around more": js(sdk("7.120.0"))`
      import { configureScope, getCurrentHub } from "@sentry/node";
      configureScope((scope) => {
        scope.setTag("a", "b");
        scope.addBreadcrumb({ message: "a" });
        ~~~~~~~~~~~~~~~~~~~ deprecated
      });
      getCurrentHub().configureScope((scope) => scope.addBreadcrumb({ message: "b" }));
                                                ~~~~~~~~~~~~~~~~~~~ deprecated
      getCurrentHub().getScope().addBreadcrumb({ message: "c" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ deprecated +1
      === suggest use
      import { configureScope, getCurrentHub, addBreadcrumb } from "@sentry/node";
      configureScope((scope) => {
        scope.setTag("a", "b");
        scope.addBreadcrumb({ message: "a" });
      });
      getCurrentHub().configureScope((scope) => scope.addBreadcrumb({ message: "b" }));
      addBreadcrumb({ message: "c" });
    `,
    "a comment in what would go": js(sdk(10))`
      import * as Sentry from "@sentry/node";
      Sentry.getCurrentHub(/* the main one */).addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gone
    `,
    "packages whose place others have taken, in whatever version": js(sdk(false))`
      import Raven from "raven-js";
      import * as Expo from "sentry-expo";
      import { Sentry } from "react-native-sentry";
      Raven.captureBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~ package
      Expo.Native.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~ package
      Sentry.captureBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~ package
    `,
    "former names on the packages of today": js(sdk(false))`
      import * as Sentry from "@sentry/react-native";
      Sentry.captureBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~ absent
      Sentry.Native.addBreadcrumb({ message: "b" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ absent
      === fix
      import * as Sentry from "@sentry/react-native";
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.addBreadcrumb({ message: "b" });
    `,
    "former names on the packages of today, by name": js(sdk(false))`
      import { captureBreadcrumb } from "@sentry/browser";
      captureBreadcrumb({ message: "c" });
      ~~~~~~~~~~~~~~~~~ absent
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "c" });
    `,
    "Raven as a global": js`
      Raven.captureBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~ package
      export function note({ Raven } = window) {
        const { Raven: raven } = window;
        raven.captureBreadcrumb({ message: "b" });
        ~~~~~~~~~~~~~~~~~~~~~~~ package
      }
      export function told() {
        const { Raven } = window;
        Raven.captureBreadcrumb({ message: "c" });
        ~~~~~~~~~~~~~~~~~~~~~~~ package
      }
    `,
  },
});
