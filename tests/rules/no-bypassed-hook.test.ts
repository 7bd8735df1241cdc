import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-bypassed-hook", {
  valid: {
    "the SDK's own function, and a hub's": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.getCurrentHub().addBreadcrumb({ message: "a" });
    `,
    "a scope for the events that are captured with it": js`
      import * as Sentry from "@sentry/node";
      Sentry.withScope((scope) => {
        scope.addBreadcrumb({ message: "a" });
        Sentry.captureException(error);
      });
      Sentry.captureException(error, (scope) => scope.addBreadcrumb({ message: "a" }));
      const own = new Sentry.Scope();
      own.addBreadcrumb({ message: "a" });
      Sentry.getCurrentScope().clone().addBreadcrumb({ message: "a" });
      Sentry.init({ initialScope: (scope) => scope.addBreadcrumb({ message: "a" }) });
    `,
    "a scope from elsewhere": ts`
      import type { Scope } from "@sentry/node";
      export function note(scope: Scope) {
        scope.addBreadcrumb({ message: "a" });
      }
    `,
    "a scope that former versions handed out, which another rule reports": js`
      import * as Sentry from "@sentry/node";
      Sentry.configureScope((scope) => scope.addBreadcrumb({ message: "a" }));
      Sentry.getCurrentHub().getScope().addBreadcrumb({ message: "a" });
    `,
  },
  invalid: {
    "the isolation scope": js`
      import * as Sentry from "@sentry/node";
      Sentry.getIsolationScope().addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ bypassed
      === fix
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
    `,
    "the isolation scope, in a variable": js`
      import { getIsolationScope } from "@sentry/node";
      export function note() {
        const scope = getIsolationScope();
        scope.addBreadcrumb({ message: "a" });
        ~~~~~~~~~~~~~~~~~~~ bypassed
      }
      === fix
      import { getIsolationScope, addBreadcrumb } from "@sentry/node";
      export function note() {
        const scope = getIsolationScope();
        addBreadcrumb({ message: "a" });
      }
    `,
    "the isolation scope, of a callback": js`
      import { withIsolationScope } from "@sentry/node";
      withIsolationScope((scope) => {
        scope.setTag("a", "b");
        scope.addBreadcrumb({ message: "b" });
        ~~~~~~~~~~~~~~~~~~~ bypassed
      });
      === fix
      import { withIsolationScope, addBreadcrumb } from "@sentry/node";
      withIsolationScope((scope) => {
        scope.setTag("a", "b");
        addBreadcrumb({ message: "b" });
      });
    `,
    "the isolation scope, by way of objects and names": js`
      import * as Sentry from "@sentry/node";
      export function note() {
        const own = { scope: Sentry.getIsolationScope() };
        const { scope } = own;
        scope.addBreadcrumb({ message: "a" });
        ~~~~~~~~~~~~~~~~~~~ bypassed
      }
      === fix
      import * as Sentry from "@sentry/node";
      export function note() {
        const own = { scope: Sentry.getIsolationScope() };
        const { scope } = own;
        Sentry.addBreadcrumb({ message: "a" });
      }
    `,
    "an isolation scope of an SDK that has no name, or another one, where the breadcrumb is recorded": js`
      import * as Sentry from "@sentry/node";
      export function note(scope) {
        {
          const sdk = Sentry;
          scope = sdk.getIsolationScope();
        }
        scope.addBreadcrumb({ message: "a" });
        ~~~~~~~~~~~~~~~~~~~ bypassed
        const own = Sentry.getIsolationScope();
        {
          const Sentry = mock;
          own.addBreadcrumb({ message: "a" });
          ~~~~~~~~~~~~~~~~~ bypassed
        }
      }
    `,
    "an isolation scope that may be another one by then, a maximum, a result that is used": js`
      import * as Sentry from "@sentry/node";
      const scope = Sentry.getIsolationScope();
      export function note() {
        scope.addBreadcrumb({ message: "a" });
        ~~~~~~~~~~~~~~~~~~~ bypassed
        Sentry.getIsolationScope().addBreadcrumb({ message: "a" }, 50);
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ bypassed
        return Sentry.getIsolationScope().addBreadcrumb({ message: "a" });
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ bypassed
      }
      Sentry.withIsolationScope((inner) => {
        setTimeout(() => inner.addBreadcrumb({ message: "a" }), 100);
                         ~~~~~~~~~~~~~~~~~~~ bypassed
      });
    `,
    "the other scopes, which the SDK's own function does not record on": js`
      import * as Sentry from "@sentry/node";
      Sentry.getCurrentScope().addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ bypassed
      const everywhere = Sentry.getGlobalScope();
      everywhere.addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~~~~~~~~~~~~ bypassed
    `,
  },
});
