import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

const sdk = (sdkVersion: string | number | false) => ({ settings: { sdkVersion } });

testRule("no-partial-scrubbing", {
  valid: {
    "hooks that redact data and message": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (crumb.message) crumb.message = redact(crumb.message);
          if (crumb.data) crumb.data = redact(crumb.data);
          return crumb;
        },
      });
      Sentry.init({ beforeBreadcrumb: ({ data, ...crumb }) => ({ ...crumb, data: redact(data) }) });
      Sentry.init({ beforeBreadcrumb: () => null });
    `,
    "hooks whose breadcrumb goes on as a whole": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (crumb) => withoutWords(crumb, (crumb.data = redact(crumb.data))) });
      Sentry.init({
        beforeBreadcrumb(crumb) {
          crumb.data = redact(crumb.data);
          crumb = tidy(crumb);
          return crumb;
        },
      });
      Sentry.init({
        beforeBreadcrumb(crumb) {
          delete crumb.data;
          const copy = { crumb };
          return copy.crumb;
        },
      });
    `,
    "data that is added, taken from elsewhere, or read": ts`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb, hint) {
          if (crumb.category === "fetch") crumb.data = { ...crumb.data, userAgent: navigator.userAgent };
          if (crumb.category?.startsWith("ui")) crumb.data = attributesOf(hint?.event?.target);
          crumb.data!.size = sizeOf(crumb.data);
          other.data = redact(other.data);
          return crumb;
        },
      });
    `,
    "what is taken apart by keys that the source does not tell": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          const [first] = crumb;
          const { [key]: data, ...others } = crumb;
          const { values: list } = crumb.data;
          first.data = redact(first.data);
          data.text = redact(data.text);
          others.data = redact(others.data);
          list.length = 0;
          elsewhere.data = redact(data);
          return crumb;
        },
        beforeSend(event) {
          elsewhere.user = undefined;
          return event;
        },
      });
    `,
    "addresses, and single keys without the option": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (crumb.data?.url) crumb.data.url = redactUrl(crumb.data.url);
          delete crumb.data?.token;
          return crumb;
        },
      });
    `,
    "addresses of all requests, and of SDKs that have no others": js`
      import * as Sentry from "@sentry/browser";
      import * as Native from "@sentry/react-native";
      import * as Node from "@sentry/node";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (["fetch", "xhr"].includes(crumb.category)) crumb.data.url = redact(crumb.data.url);
          return crumb;
        },
      });
    `,
    "requests of a framework with two sides, of chosen integrations, and of other categories": js`
      import * as Sentry from "@sentry/nextjs";
      import * as Browser from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (crumb.category === "http") delete crumb.data.url;
          if (crumb.category === "chat") crumb.data.text = "[Filtered]";
          return crumb;
        },
      });
    `,
    "one integration only": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        integrations: [Sentry.breadcrumbsIntegration({ xhr: false })],
        beforeBreadcrumb(crumb) {
          if (crumb.category === "fetch") delete crumb.data.url;
          return crumb;
        },
      });
    `,
    "data of categories that the source does not tell": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (isOurs(crumb.category)) crumb.data = redact(crumb.data);
          if (isOn && crumb.type === kind) crumb.data = redact(crumb.data);
          return crumb;
        },
      });
    `,
    "comparisons that hold, or with the project's own words": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          const { category, type } = crumb;
          if (category === "ui.click" || category === "checkout" || type === "http") return null;
          if (crumb.level === "warn" || crumb.level === "warning" || other.level === "warn") return null;
          if (type === "xhr" || type === "http") return null;
          if (crumb.level === limit || category === undefined) return null;
          return crumb;
        },
      });
    `,
    "declared categories": js({ settings: { categories: ["ui_click"] } })`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (crumb) => (crumb.category === "ui_click" ? null : crumb) });
    `,
    "events without logs, logs that are off, and hooks that redact nothing": js(sdk("10.4.0"))`
      import * as Sentry from "@sentry/node";
      Sentry.init({ beforeSend: redactEvent });
      Sentry.init({ beforeSend: redactEvent, enableLogs: false });
      Sentry.init({ beforeSend: redactEvent, enableLogs: true, beforeSendLog });
      Sentry.init({ beforeSend: redactEvent, enableLogs: true, ...shared });
      Sentry.init({ enableLogs: true });
      Sentry.init({ beforeSend: (event) => (isNoise(event) ? null : event), enableLogs: true });
      Sentry.init({
        enableLogs: true,
        beforeSend(event, hint) {
          event.tags = { ...event.tags, kind: kindOf(hint) };
          event.fingerprint = ["a"];
          event.environment = "test";
          lastMessage = event.message;
          delete hint.attachments;
          return event;
        },
      });
    `,
  },
  invalid: {
    "a query that is cut off requests by one way": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (crumb.category === "fetch" && crumb.data) crumb.data.url = crumb.data.url.split("?")[0];
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ requests
          return crumb;
        },
      });
    `,
    "data as a whole": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (crumb.data) crumb.data = maskPIIInObject(crumb.data);
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ message
          return crumb;
        },
      });
    `,
    "in a copy, by a helper, key by key, or deleted": ts`
      import * as Sentry from "@sentry/react-native";
      Sentry.init({
        beforeBreadcrumb: (crumb) => {
          const safeData = redactSensitive(crumb.data || {});
          return { ...crumb, data: safeData };
                             ~~~~~~~~~~~~~~ message
        },
      });
      export const beforeBreadcrumb = (crumb: Sentry.Breadcrumb) => {
        scrubInPlace(crumb.data);
        ~~~~~~~~~~~~~~~~~~~~~~~~ message
        return crumb;
      };
      const options: Sentry.ReactNativeOptions = {
        beforeBreadcrumb(crumb) {
          const { data } = crumb;
          for (const key of Object.keys(data ?? {})) if (SECRET.test(key)) data![key] = "[Filtered]";
                                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~ message
          return crumb;
        },
      };
      Sentry.init({
        beforeBreadcrumb(crumb) {
          crumb.data = undefined;
          ~~~~~~~~~~~~~~~~~~~~~~ message
          return crumb;
        },
      });
      Sentry.init({
        beforeBreadcrumb(crumb) {
          delete (crumb as any).data;
          ~~~~~~~~~~~~~~~~~~~~~~~~~~ message
          return crumb;
        },
      });
    `,
    "single keys, with the option": js({ options: { keys: true } })`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          crumb.data.url = redact(crumb.data.url);
          crumb.data = { ...crumb.data, token: null };
                                        ~~~~~~~~~~~ message
          return crumb;
        },
      });
    `,
    "requests of one category": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (crumb.category === "fetch" && crumb.data?.url) {
            crumb.data.url = crumb.data.url.replace(/token=[^&]+/g, "token=x");
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ requests
          }
          return crumb;
        },
      });
    `,
    "requests of a category that the SDK does not record": js`
      import * as Sentry from "@sentry/react-native";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (crumb.category !== "http") return crumb;
          delete crumb.data.request_body;
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ requests
          return crumb;
        },
      });
    `,
    "requests of one category, whose data has a name": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          const data = crumb.data;
          const own = other;
          if (crumb.category === "xhr" && data) {
            delete own.url;
            delete data.url;
            ~~~~~~~~~~~~~~~ requests
          }
          return crumb;
        },
      });
    `,
    "data, behind a test for noise": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (isNoise && crumb.type === "debug") return null;
          crumb.data = redact(crumb.data);
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ message
          return crumb;
        },
      });
    `,
    "comparisons that never hold": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          const { level } = crumb;
          if (level === 'warn') return null;
                        ~~~~~~ never +1
          if (crumb.type === "xhr") return null;
                             ~~~~~ never
          switch (crumb.category) {
            case "ui_click":
                 ~~~~~~~~~~ never +1
              return null;
          }
          return ["Console"].includes(crumb.category) ? null : crumb;
                  ~~~~~~~~~ never +1
        },
      });
    `,
    "what is meant": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (crumb) => (crumb.level === 'warn' ? null : crumb) });
                                                                  ~~~~~~ never
      === suggest use
      import * as Sentry from "@sentry/browser";
      Sentry.init({ beforeBreadcrumb: (crumb) => (crumb.level === 'warning' ? null : crumb) });
    `,
    "logs beside events": js(sdk("10.4.0"))`
      import * as Sentry from "@sentry/node";
      import { scrubEvent } from "./scrub.js";
      Sentry.init({ dsn, enableLogs: true, beforeSend: scrubEvent });
                                           ~~~~~~~~~~ logs
      Sentry.init({ dsn, enableLogs: true, beforeSend: (event) => scrubPii(event) });
                                           ~~~~~~~~~~ logs
    `,
    "logs of version 11, which are on": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.init({
        dsn,
        integrations: [Sentry.consoleLoggingIntegration()],
        beforeSend(event) {
        ~~~~~~~~~~ logs
          delete event.user?.email;
          return event;
        },
      });
    `,
    "logs that the file sends": js(sdk(11))`
      import * as Sentry from "@sentry/node";
      Sentry.init({
        dsn,
        beforeSend(event) {
        ~~~~~~~~~~ logs
          event.request.url = event.request.url.replace(/key=\\w+/, "key=x");
          return event;
        },
      });
      Sentry.logger.info("started");
    `,
  },
});
