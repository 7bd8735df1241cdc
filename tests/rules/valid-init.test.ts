import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

const sdk = (sdkVersion: string | number | false) => ({ settings: { sdkVersion } });

testRule("valid-init", {
  valid: {
    "options that the SDK reads": js(sdk(11))`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        dsn, release, environment, enabled: true, tunnel: "/t", dataCollection: { userInfo: false },
        beforeSend, beforeSendLog, beforeSendSpan, ignoreErrors: [], ignoreSpans: [], tracesSampler,
        integrations: [Sentry.breadcrumbsIntegration({ dom: false }), Sentry.consoleIntegration()],
        _experiments: { enableStandaloneClsSpans: true, [experiment]: true },
      });
    `,
    "former options of versions that read them": js(sdk("10.78.0"))`
      import * as Sentry from "@sentry/node";
      Sentry.init({
        sendDefaultPii: false, enableLogs: true, enableMetrics: false, profilesSampleRate: 1,
        integrations: [Sentry.breadcrumbsIntegration({ console: false })],
        _experiments: { enableLogs: true },
      });
    `,
    "former options where the version is not known": js(sdk(false))`
      import * as Sentry from "@sentry/node";
      Sentry.init({ sendDefaultPii: false, enableLogs: true, enableTracing: true });
    `,
    "SDKs that hand their options to the platform's, and those that the file does not show": js(sdk(11))`
      import * as Native from "@sentry/react-native";
      Native.init({ sendDefaultPii: false, autoSessionTracking: true });
      Sentry.init({ sendDefaultPii: false });
    `,
    "options of frameworks, and what is beside the option that is meant": js(sdk(11))`
      import * as Sentry from "@sentry/vue";
      Sentry.init({ app, Vue, attachProps: true, hooks: ["mount"], release, releases: [release], [computed]: 1 });
    `,
    "functions of others": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      import { init } from "i18next";
      init({ sendDefaultPii: false, dns: "a" });
      Sentry.initOpenTelemetry({ dns: "a" });
      Sentry.init();
      Sentry.init(options);
    `,
    "breadcrumbs that a scope keeps, that may run later, or that another set-up may precede": js`
      import * as Sentry from "@sentry/node";
      Sentry.getGlobalScope().addBreadcrumb({ message: "a" });
      export function start() {
        Sentry.addBreadcrumb({ message: "a" });
      }
      setTimeout(() => Sentry.addBreadcrumb({ message: "a" }));
      class Boot {
        field = Sentry.addBreadcrumb({ message: "a" });
      }
      Sentry.init({ dsn });
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.init({ dsn });
    `,
    "an init under a condition": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
      if (!Sentry.getClient()) Sentry.init({ dsn });
    `,
    ...Object.fromEntries(
      [
        'import "./instrument.js";',
        'import "./polyfills";',
        'import "@/boot";',
        'import "#instrument";',
        'import "@sentry/node/init";',
        'import { crumb } from "./sentry";',
        'await import("./setup.js");',
        'require("./setup");',
        'const { crumb } = require("./sentry");',
      ].map((load) => [
        `a module that may have set the SDK up: ${load}`,
        js`
      import * as Sentry from "@sentry/node";
      ${load}
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.init({ dsn });
    `,
      ]),
    ),
    "an init in a function": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a" });
      export const again = () => {
        Sentry.init({ dsn });
      };
    `,
    "an SDK whose script may keep calls until it is loaded": js`
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.init({ dsn });
    `,
  },
  invalid: {
    "breadcrumbs that a module records before it sets the SDK up": js`
      import * as Sentry from "@sentry/node";
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a" });
      ~~~~~~~~~~~~~ early
      if (process.argv.length > 2) Sentry.addBreadcrumb({ message: "b" });
                                   ~~~~~~~~~~~~~~~~~~~~ early
      const client = Sentry.init({ dsn });
      Sentry.addBreadcrumb({ message: "c" });
    `,
    "code of classes that runs at once, among modules that set nothing up": js`
      import "dotenv/config";
      import "./app.css";
      import { config } from "./config.js";
      import * as Sentry from "@sentry/node";
      const { port } = require("./port"), app = express();
      let open;
      class Boot {
        static field = Sentry.addBreadcrumb({ message: "a" });
                       ~~~~~~~~~~~~~~~~~~~~ early
        static {
          Sentry.addBreadcrumb({ message: "b" });
          ~~~~~~~~~~~~~~~~~~~~ early
        }
      }
      Sentry.init({ dsn });
      require("./server");
    `,
    "options that version 11 ignores": ts(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.init({
        sendDefaultPii: false,
        ~~~~~~~~~~~~~~ former
        "enableLogs": false,
        ~~~~~~~~~~~~ former
        enableMetrics: true,
        ~~~~~~~~~~~~~ former
        profilesSampleRate: 1,
        ~~~~~~~~~~~~~~~~~~ former
        _experiments: { enableLogs: true, beforeSendLog, beforeSendMetric, enableMetrics: true } as never,
                        ~~~~~~~~~~ former
                                          ~~~~~~~~~~~~~ former
                                                         ~~~~~~~~~~~~~~~~ former
                                                                           ~~~~~~~~~~~~~ former
      });
    `,
    "each from its own version on": js(sdk("10.0.0"))`
      import { init } from "@sentry/browser";
      const base = { enableTracing: true };
                     ~~~~~~~~~~~~~ former
      init({ ...base, autoSessionTracking: false, _experiments: { beforeSendLog }, sendDefaultPii: true });
                      ~~~~~~~~~~~~~~~~~~~ former
                                                                  ~~~~~~~~~~~~~ former
    `,
    "the console of an integration that no longer records it": js(sdk(11))`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ integrations: [Sentry.breadcrumbsIntegration({ console: false })] });
                                                                   ~~~~~~~ former
      Sentry.init({ integrations: (all) => [...all, Sentry.breadcrumbsIntegration({ console: false, dom: true })] });
                                                                                    ~~~~~~~ former
    `,
    "options a letter off, or written as in another SDK": js`
      import * as Sentry from "@sentry/node";
      Sentry.init({ dns: "https://a@b.c/1" });
                    ~~~ misspelt
      === suggest rename
      import * as Sentry from "@sentry/node";
      Sentry.init({ dsn: "https://a@b.c/1" });
    `,
    "names that are shorthand properties, of another case, or split by underscores": js`
      import * as Sentry from "@sentry/node";
      Sentry.init({ beforesend });
                    ~~~~~~~~~~ misspelt +1
      Sentry.init({ traces_sample_rate: 1, "ignoreError": [], enable: false, tracesSampelRate: 1 });
                    ~~~~~~~~~~~~~~~~~~ misspelt +1
                                           ~~~~~~~~~~~~~ misspelt +1
                                                              ~~~~~~ misspelt +1
                                                                             ~~~~~~~~~~~~~~~~ misspelt +1
    `,
  },
});
