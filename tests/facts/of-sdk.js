import { once } from "node:events";
import http from "node:http";

/** @import { Outcome } from "../support/sdk.js" */

/**
 * A fact about the SDK: a program tells whether it is so.
 * @typedef {(options: object | ((sentry: any) => object), record: (sentry: any) => unknown) => Promise<Outcome>} Run
 * @typedef {object} SdkFact
 * @property {string} id by which pages name it
 * @property {string} says
 * @property {readonly string[]} by the messages that say it
 * @property {"browser" | "cloudflare" | "deno" | "vercel-edge"} [sdk] the SDK that is run; that for Node unless it is named
 * @property {readonly number[]} holdsIn the major versions of which it is true; in others the program tells otherwise
 * @property {readonly number[]} [probedIn] the major versions that are asked; all, unless the program cannot tell in one
 * @property {readonly [last: string, first: string]} [since] the last version of which it is not true, and the first
 * @property {(run: Run, sentry: any) => boolean | Promise<boolean>} isTrue
 */

const ALL = [7, 8, 9, 10, 11];
/** @type {unknown} */
const SOMETHING = { id: 1 };
const CRUMB = { message: "m", category: "c" };

/** @param {any} sentry */
const scopeOf = (sentry) => sentry.getIsolationScope();

/** @param {object} options @param {unknown} breadcrumb */
const adding = (options, breadcrumb) => (/** @type {Run} */ run) =>
  run(options, (sentry) => sentry.addBreadcrumb(breadcrumb));

/** The breadcrumb that arrives of one that is recorded. @returns {Promise<any>} */
const arrived = async (/** @type {Run} */ run, /** @type {unknown} */ breadcrumb) =>
  (await adding({}, breadcrumb)(run)).breadcrumbs[0];

/** The names of what a value has. */
const namesIn = (/** @type {unknown} */ value) =>
  typeof value === "object" && value !== null ? Object.keys(value).sort().join() : "";

/** @param {unknown} breadcrumb */
const hasOnlyTime = (breadcrumb) => namesIn(breadcrumb) === "timestamp";

/** The attributes that arrive of a log. */
const logged = async (
  /** @type {Run} */ run,
  /** @type {(logger: any) => void} */ log,
  /** @type {object} */ options = {},
) => {
  const outcome = await run({ enableLogs: true, ...options }, (sentry) => {
    log(sentry.logger);
  });
  return { body: outcome.logs[0]?.body, attributes: outcome.logs[0]?.attributes ?? {} };
};

/** Runs the SDK with what records the console and requests, whatever that is called. */
const recording = (/** @type {any} */ sentry) => ({
  integrations: [
    sentry.consoleIntegration?.() ?? new sentry.Integrations.Console(),
    sentry.httpIntegration?.() ?? new sentry.Integrations.Http(),
    sentry.nativeNodeFetchIntegration?.() ?? new sentry.Integrations.Undici(),
  ],
});

/** Runs something with the address of a server. */
async function withServer(/** @type {(host: string) => Promise<Outcome>} */ program) {
  const server = http.createServer((_, response) => response.end("a"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const outcome = await program(`http://127.0.0.1:${String(port)}/`);
  server.closeAllConnections();
  server.close();
  return outcome;
}

/** Whether a request with a query has a breadcrumb with it under a key of `data`. */
const hasQueryAt = async (/** @type {Run} */ run, /** @type {string} */ key) => {
  const { breadcrumbs } = await withServer((host) => run(recording, async () => (await fetch(`${host}?q=1`)).text()));
  return breadcrumbs.some(({ category, data }) => category === "http" && String(data?.[key]).includes("q=1"));
};

/** @param {any} sentry */
const defaultsOf = (sentry) =>
  /** @type {{ name: string }[]} */ (sentry.getDefaultIntegrations?.({}) ?? sentry.defaultIntegrations).map(
    ({ name }) => name,
  );

const hooked = (
  /** @type {string} */ id,
  /** @type {string} */ what,
  /** @type {() => unknown} */ make,
  by = "content",
) => ({
  id,
  says: `\`beforeBreadcrumb\` that returns ${what} records a breadcrumb with only a timestamp.`,
  by: [`valid-before-breadcrumb/${by}`],
  holdsIn: ALL,
  isTrue: async (/** @type {Run} */ run) =>
    hasOnlyTime((await adding({ beforeBreadcrumb: make }, CRUMB)(run)).breadcrumbs[0]),
});

/** @type {readonly SdkFact[]} */
export const SDK_FACTS = [
  {
    id: "level-sent",
    says: "`addBreadcrumb` sends any level unchanged.",
    by: [],
    holdsIn: ALL,
    isTrue: async (run) => (await arrived(run, { ...CRUMB, level: "warn" })).level === "warn",
  },
  {
    id: "severity-gone",
    says: "`Severity` has no values; reading one throws.",
    by: ["valid-level/removed"],
    holdsIn: ALL,
    isTrue: async (run) => (await run({}, (sentry) => sentry.Severity.Warning)).error !== undefined,
  },
  {
    id: "argument-text",
    says: "A string given to `addBreadcrumb` is spread into its characters.",
    by: ["valid-argument/text"],
    holdsIn: ALL,
    isTrue: async (run) => (await arrived(run, "ab"))[1] === "b",
  },
  {
    id: "argument-nothing",
    says: "`addBreadcrumb` without an argument, or with an empty object, an empty array, a number or a function, records only a timestamp.",
    by: ["valid-argument/missing", "valid-argument/empty", "valid-argument/other"],
    holdsIn: ALL,
    isTrue: async (run) => {
      for (const given of [undefined, {}, [], 5, () => 1]) if (!hasOnlyTime(await arrived(run, given))) return false;
      return true;
    },
  },
  {
    id: "scope-argument-nothing",
    says: "A scope's `addBreadcrumb` without an argument throws.",
    by: ["valid-argument/missing"],
    holdsIn: [9, 10, 11],
    since: ["9.9.0", "9.10.0"],
    isTrue: async (run) => (await run({}, (sentry) => scopeOf(sentry).addBreadcrumb())).error !== undefined,
  },
  {
    id: "argument-hint",
    says: "The second argument of `addBreadcrumb` is passed to `beforeBreadcrumb` and not sent.",
    by: ["valid-argument/maximum"],
    holdsIn: ALL,
    isTrue: async (run) => {
      /** @type {unknown} */
      let seen;
      const beforeBreadcrumb = (/** @type {object} */ breadcrumb, /** @type {unknown} */ hint) => {
        seen = hint;
        return breadcrumb;
      };
      const hint = { mark: "hinted" };
      const { sent } = await run({ beforeBreadcrumb }, (sentry) => sentry.addBreadcrumb(CRUMB, hint));
      return seen === hint && !sent.includes("hinted");
    },
  },
  {
    id: "argument-maximum",
    says: "A number as the second argument of `addBreadcrumb` limits nothing.",
    by: ["valid-argument/maximum"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const { breadcrumbs } = await run({}, (sentry) => {
        for (const message of ["a", "b"]) sentry.addBreadcrumb({ message }, 1);
      });
      return breadcrumbs.length === 2;
    },
  },
  {
    id: "scope-maximum",
    says: "The second argument of a scope's `addBreadcrumb` is how many breadcrumbs are kept; an object is ignored.",
    by: ["valid-argument/hint"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const kept = async (/** @type {unknown} */ second) => {
        const { breadcrumbs } = await run({}, (sentry) => {
          for (const message of ["a", "b"]) scopeOf(sentry).addBreadcrumb({ message }, second);
        });
        return breadcrumbs.map(({ message }) => message).join("");
      };
      return (await kept(1)) === "b" && (await kept({ hint: 1 })) === "ab";
    },
  },
  {
    id: "message-error",
    says: "An `Error` as the message is sent as `{}`.",
    by: ["valid-argument/field"],
    holdsIn: ALL,
    isTrue: async (run) => JSON.stringify((await arrived(run, { message: new Error("e") })).message) === "{}",
  },
  {
    id: "message-object",
    says: "An object in a template arrives as `[object Object]` in the message.",
    by: ["valid-argument/object"],
    holdsIn: ALL,
    isTrue: async (run) => (await arrived(run, { message: `a ${String(SOMETHING)}` })).message === "a [object Object]",
  },
  {
    id: "fields-sent",
    says: "The SDK sends fields that it does not know.",
    by: [],
    holdsIn: ALL,
    isTrue: async (run) => (await arrived(run, { ...CRUMB, categroy: "x" })).categroy === "x",
  },
  {
    id: "hook-undefined",
    says: "`addBreadcrumb` throws if `beforeBreadcrumb` returns `undefined`.",
    by: ["valid-before-breadcrumb/nothing"],
    holdsIn: [9, 10, 11],
    since: ["9.9.0", "9.10.0"],
    isTrue: async (run) => (await adding({ beforeBreadcrumb: () => undefined }, CRUMB)(run)).error !== undefined,
  },
  {
    ...hooked("hook-undefined-older", "`undefined`", () => undefined, "nothing"),
    holdsIn: [7, 8],
  },
  {
    id: "hook-null",
    says: "`null` from `beforeBreadcrumb` drops the breadcrumb.",
    by: ["valid-before-breadcrumb/nothing", "valid-before-breadcrumb/content", "valid-before-breadcrumb/drop"],
    holdsIn: ALL,
    isTrue: async (run) => (await adding({ beforeBreadcrumb: () => null }, CRUMB)(run)).breadcrumbs.length === 0,
  },
  hooked("hook-false", "`false`", () => false),
  hooked("hook-true", "`true`", () => true),
  hooked("hook-number", "a number", () => 1),
  hooked("hook-iterator", "an iterator", () => [].values()),
  hooked("hook-promise", "a promise", () => Promise.resolve(CRUMB), "async"),
  {
    id: "hook-text",
    says: "A string from `beforeBreadcrumb` is spread into its characters.",
    by: ["valid-before-breadcrumb/content"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const { breadcrumbs } = await adding({ beforeBreadcrumb: () => "ab" }, CRUMB)(run);
      return breadcrumbs[0]?.[1] === "b" || breadcrumbs[0] === "ab";
    },
  },
  {
    id: "hook-recursion",
    says: "A breadcrumb recorded in `beforeBreadcrumb` throws a `RangeError` at whoever recorded the first one.",
    by: ["valid-before-breadcrumb/recursion"],
    holdsIn: [7, 8, 9, 10],
    isTrue: async (run) => (await recursing(run)).error?.includes("RangeError") === true,
  },
  {
    id: "hook-recursion-evicts",
    says: "The breadcrumbs that `beforeBreadcrumb` records evict all others.",
    by: ["valid-before-breadcrumb/recursion"],
    holdsIn: [11],
    isTrue: async (run) => {
      const { breadcrumbs } = await recursing(run);
      return breadcrumbs.length === 100 && breadcrumbs.every(({ message }) => message !== "first");
    },
  },
  {
    id: "hook-hint-throws",
    says: "Reading a hint that is missing throws at whoever recorded the breadcrumb.",
    by: ["valid-before-breadcrumb/hint"],
    holdsIn: [7, 8, 9, 10],
    isTrue: async (run) => (await adding({ beforeBreadcrumb: readsHint }, CRUMB)(run)).error !== undefined,
  },
  {
    id: "hook-hint-loses",
    says: "Reading a hint that is missing loses the breadcrumb.",
    by: ["valid-before-breadcrumb/hint"],
    holdsIn: ALL,
    isTrue: async (run) => (await adding({ beforeBreadcrumb: readsHint }, CRUMB)(run)).breadcrumbs.length === 0,
  },
  {
    id: "before-init",
    says: "Before `init`, `addBreadcrumb` records nothing; a scope's `addBreadcrumb` does.",
    by: ["valid-init/early"],
    holdsIn: ALL,
    isTrue: async (run, sentry) => {
      const record = () => {
        sentry.getCurrentHub?.().bindClient(undefined);
        sentry.getCurrentScope().setClient(undefined);
        sentry.addBreadcrumb({ message: "lost" });
        scopeOf(sentry).addBreadcrumb({ message: "kept" });
        return {};
      };
      const { breadcrumbs } = await run(record, () => undefined);
      scopeOf(sentry).clearBreadcrumbs();
      return breadcrumbs.map(({ message }) => String(message)).join() === "kept";
    },
  },
  {
    id: "hook-misnamed",
    says: "No SDK calls `beforeSendBreadcrumb`, `beforeBreadcrumbs` or `beforeAddBreadcrumb`.",
    by: ["valid-before-breadcrumb/misnamed", "valid-before-breadcrumb/rename", "valid-init/misspelt"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const drop = () => null;
      const options = { beforeSendBreadcrumb: drop, beforeBreadcrumbs: drop, beforeAddBreadcrumb: drop };
      return (await adding(options, CRUMB)(run)).breadcrumbs.length === 1;
    },
  },
  {
    id: "hook-console",
    says: "What `beforeBreadcrumb` writes to the console is not recorded.",
    by: [],
    holdsIn: ALL,
    isTrue: async (run) => {
      const beforeBreadcrumb = (/** @type {object} */ breadcrumb) => {
        console.debug("in the hook");
        return breadcrumb;
      };
      const { breadcrumbs } = await run(
        (sentry) => ({ ...recording(sentry), beforeBreadcrumb }),
        (sentry) => sentry.addBreadcrumb(CRUMB),
      );
      return breadcrumbs.length === 1;
    },
  },
  {
    id: "hook-fetch",
    says: "A request that `beforeBreadcrumb` makes calls `beforeBreadcrumb` again.",
    by: ["valid-before-breadcrumb/recursion"],
    holdsIn: [7, 9, 10, 11],
    probedIn: [7, 9, 10, 11],
    isTrue: async (run) => {
      let calls = 0;
      await withServer((host) => {
        /** @type {Promise<unknown>} */
        let last = Promise.resolve();
        const beforeBreadcrumb = (/** @type {object} */ breadcrumb) => {
          if (++calls < 5) last = fetch(host).then((response) => response.text());
          return breadcrumb;
        };
        return run(
          (sentry) => ({ ...recording(sentry), beforeBreadcrumb }),
          async (sentry) => {
            sentry.addBreadcrumb(CRUMB);
            for (let seen = 0; seen !== calls;) {
              seen = calls;
              await last;
              await new Promise((resolve) => setTimeout(resolve, 20));
            }
          },
        );
      });
      return calls >= 5;
    },
  },
  {
    id: "scope-skips-hook",
    says: "Breadcrumbs added to a scope skip `beforeBreadcrumb`.",
    by: ["no-bypassed-hook/bypassed", "valid-argument/hint", "no-removed-api/use"],
    holdsIn: ALL,
    isTrue: async (run) =>
      (await run({ beforeBreadcrumb: () => null }, (sentry) => scopeOf(sentry).addBreadcrumb(CRUMB))).breadcrumbs
        .length === 1,
  },
  {
    id: "scope-skips-maximum",
    says: "Breadcrumbs added to a scope are recorded in spite of `maxBreadcrumbs: 0`.",
    by: ["no-bypassed-hook/bypassed"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const scoped = await run({ maxBreadcrumbs: 0 }, (sentry) => scopeOf(sentry).addBreadcrumb(CRUMB));
      return (
        scoped.breadcrumbs.length === 1 && (await adding({ maxBreadcrumbs: 0 }, CRUMB)(run)).breadcrumbs.length === 0
      );
    },
  },
  {
    id: "scope-skips-listeners",
    says: "`addBreadcrumb` notifies listeners of `beforeAddBreadcrumb`; that of a scope does not.",
    by: [],
    holdsIn: ALL,
    isTrue: async (run) => {
      let heard = 0;
      await run({}, (sentry) => {
        const client = sentry.getClient();
        client.on("beforeAddBreadcrumb", () => (heard += 1));
        sentry.addBreadcrumb(CRUMB);
        scopeOf(sentry).addBreadcrumb(CRUMB);
      });
      return heard === 1;
    },
  },
  {
    id: "isolation-scope",
    says: "`addBreadcrumb` records on the isolation scope.",
    by: [],
    holdsIn: [8, 9, 10, 11],
    isTrue: async (run) => {
      let there = 0;
      await run({}, (sentry) => {
        sentry.addBreadcrumb(CRUMB);
        there = scopeOf(sentry).getScopeData().breadcrumbs.length;
      });
      return there === 1;
    },
  },
  {
    id: "global-scope",
    says: "The breadcrumbs of the global scope are on all events.",
    by: [],
    holdsIn: ALL,
    isTrue: async (run) => {
      const { breadcrumbs } = await run({}, (sentry) => sentry.getGlobalScope().addBreadcrumb(CRUMB));
      const later = await run({}, (sentry) => sentry.getGlobalScope().getLastBreadcrumb());
      await run({}, (sentry) => sentry.getGlobalScope().clearBreadcrumbs());
      return breadcrumbs.length === 1 && later.breadcrumbs.length === 1;
    },
  },
  {
    id: "with-scope",
    says: "A breadcrumb added to the scope of `withScope` is only on events captured inside.",
    by: [],
    holdsIn: ALL,
    isTrue: async (run) => {
      const adds = (/** @type {any} */ sentry) =>
        sentry.withScope((/** @type {any} */ scope) => {
          scope.addBreadcrumb(CRUMB);
          sentry.captureMessage("inside");
        });
      return (await run({}, adds)).breadcrumbs.length === 1;
    },
  },
  {
    id: "timestamp-sent",
    says: "The SDK sets a timestamp in seconds, and sends one that is given unchanged.",
    by: ["valid-timestamp/milliseconds", "valid-timestamp/remove"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const set = (await arrived(run, CRUMB)).timestamp;
      return (
        Math.abs(set - Date.now() / 1000) < 60 && (await arrived(run, { ...CRUMB, timestamp: 1e12 })).timestamp === 1e12
      );
    },
  },
  {
    id: "timestamp-undefined",
    says: "`timestamp: undefined` replaces the SDK's own timestamp with nothing.",
    by: ["valid-timestamp/empty"],
    holdsIn: ALL,
    isTrue: async (run) => !("timestamp" in (await arrived(run, { ...CRUMB, timestamp: undefined }))),
  },
  {
    id: "timestamp-date",
    says: "A `Date` as the timestamp is serialised as a string.",
    by: ["valid-timestamp/date"],
    holdsIn: ALL,
    isTrue: async (run) =>
      (await arrived(run, { ...CRUMB, timestamp: new Date(0) })).timestamp === "1970-01-01T00:00:00.000Z",
  },
  ...[
    new Map([[1, 2]]),
    new Set([1]),
    new URLSearchParams("a=1"),
    new Headers({ a: "1" }),
    new FormData(),
    /a/,
    Promise.resolve(1),
  ].map((value) => ({
    id: `data-${value.constructor.name.replaceAll(/(?<=[a-z])[A-Z]|(?<=L)S/gu, "-$&").toLowerCase()}`,
    says: `A \`${value.constructor.name}\` in data arrives as \`{}\`, whole or under a key.`,
    by: ["valid-data/fieldless"],
    holdsIn: ALL,
    isTrue: async (/** @type {Run} */ run) => {
      const under = (await arrived(run, { ...CRUMB, data: { value } })).data.value;
      const whole = (await arrived(run, { ...CRUMB, data: value })).data;
      return JSON.stringify([under, whole]) === "[{},{}]";
    },
  })),
  {
    id: "data-error",
    says: "An `Error` as `data` is flattened into `message`, `name` and `stack`.",
    by: ["valid-data/error"],
    holdsIn: ALL,
    isTrue: async (run) =>
      namesIn((await arrived(run, { ...CRUMB, data: new Error("e") })).data) === "message,name,stack",
  },
  {
    id: "data-instance",
    says: "An instance of a class in data arrives as its own properties, `arguments` as an object, a DOM event with its type and target.",
    by: [],
    holdsIn: ALL,
    isTrue: async (run) => {
      class Cart {
        total = 1;
      }
      const given = (function (..._given) {
        return arguments;
      })(1);
      const { data } = await arrived(run, { ...CRUMB, data: { cart: new Cart(), given, event: new Event("click") } });
      return (
        JSON.stringify([data.cart, data.given]) === '[{"total":1},{"0":1}]' &&
        namesIn(data.event) === "currentTarget,target,type"
      );
    },
  },
  {
    id: "data-element",
    says: "An element in data arrives as the string `[HTMLElement: …]`, whole or under a key.",
    by: ["valid-data/sort"],
    sdk: "browser",
    holdsIn: ALL,
    isTrue: async (run) => {
      class HTMLButtonElement {
        type = "submit";
      }
      Object.assign(globalThis, { Element: HTMLButtonElement });
      const button = new HTMLButtonElement();
      const { data: under } = await arrived(run, { ...CRUMB, data: { button } });
      const { data: whole } = await arrived(run, { ...CRUMB, data: button });
      return [under.button, whole].every((text) => String(text).startsWith("[HTMLElement: "));
    },
  },
  {
    id: "data-depth",
    says: "Three levels of `data` are sent; what is deeper arrives as `[Object]` or `[Array]`.",
    by: ["valid-data/deep"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const { data } = await arrived(run, { ...CRUMB, data: { a: { b: { c: {}, d: [], e: 1 } } } });
      return JSON.stringify(data) === '{"a":{"b":{"c":"[Object]","d":"[Array]","e":1}}}';
    },
  },
  {
    id: "data-function",
    says: "A function in data arrives as the string `[Function: name]`.",
    by: ["valid-data/function"],
    holdsIn: ALL,
    isTrue: async (run) =>
      (
        await arrived(run, {
          ...CRUMB,
          data: {
            f: function pay() {
              return 1;
            },
          },
        })
      ).data.f === "[Function: pay]",
  },
  {
    id: "data-symbol",
    says: "A symbol in data arrives as the string `[Symbol(name)]`.",
    by: ["valid-data/symbol"],
    holdsIn: ALL,
    isTrue: async (run) => (await arrived(run, { ...CRUMB, data: { s: Symbol("pay") } })).data.s === "[Symbol(pay)]",
  },
  {
    id: "data-reference",
    says: "The SDK keeps a reference to `data`, so a later change is sent, too.",
    by: ["valid-data/changed"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const data = { n: 1 };
      const { breadcrumbs } = await run({}, (sentry) => {
        sentry.addBreadcrumb({ ...CRUMB, data });
        data.n = 2;
      });
      return breadcrumbs[0]?.data.n === 2;
    },
  },
  {
    id: "keeps-100",
    says: "The SDK keeps the last 100 breadcrumbs.",
    by: ["loop", "iteration", "timer", "frame", "event", "render"].map((id) => `no-breadcrumb-in-loop/${id}`),
    holdsIn: ALL,
    isTrue: async (run) => {
      const { breadcrumbs } = await run({}, (sentry) => {
        for (let n = 1; n <= 150; n++) sentry.addBreadcrumb({ message: String(n) });
      });
      return breadcrumbs.length === 100 && breadcrumbs.at(-1).message === "150";
    },
  },
  {
    id: "maximum-option",
    says: "`maxBreadcrumbs` sets how many breadcrumbs are kept.",
    by: ["valid-argument/maximum"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const { breadcrumbs } = await run({ maxBreadcrumbs: 2 }, (sentry) => {
        for (let n = 1; n <= 5; n++) sentry.addBreadcrumb({ message: String(n) });
      });
      return breadcrumbs.length === 2;
    },
  },
  {
    id: "late",
    says: "A breadcrumb recorded after a capture is missing from its event, and on the next one.",
    by: ["no-late-breadcrumb/late"],
    holdsIn: ALL,
    isTrue: async (run) => {
      /** @type {number[]} */
      const counts = [];
      const beforeSend = (/** @type {any} */ event) => {
        counts.push(/** @type {unknown[]} */ (event.breadcrumbs ?? []).length);
        return event;
      };
      await run({ beforeSend }, (sentry) => {
        sentry.captureMessage("early");
        sentry.addBreadcrumb(CRUMB);
      });
      return counts.join() === "0,1";
    },
  },
  {
    id: "captured-once",
    says: "The same `Error` is captured only once.",
    by: [],
    holdsIn: ALL,
    isTrue: async (run) => {
      const error = new Error("once");
      const { sent } = await run({}, (sentry) => {
        sentry.captureException(error);
        sentry.captureException(error);
      });
      return sent.split('"value":"once"').length === 2;
    },
  },
  {
    id: "console-recorded",
    says: "The console's arguments are recorded as a string in `message` (`[object Object]` for an object), and unchanged in `data.arguments`.",
    by: ["no-pii-in-automatic-breadcrumbs/leak", "no-partial-scrubbing/message"],
    holdsIn: [9, 10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await run(recording, () => {
        console.debug("a", { b: 1 });
      });
      const [{ message, data } = { message: "", data: {} }] = breadcrumbs;
      return message === "a [object Object]" && data.arguments[1].b === 1;
    },
  },
  {
    id: "console-recorded-older",
    says: "The console's arguments are recorded in `message` as Node prints them, with the content of objects.",
    by: ["no-pii-in-automatic-breadcrumbs/leak"],
    holdsIn: [7, 8],
    isTrue: async (run) => {
      const { breadcrumbs } = await run(recording, () => {
        console.debug("a", { b: 1 });
      });
      return breadcrumbs[0]?.message === "a { b: 1 }";
    },
  },
  {
    id: "console-methods",
    says: "`console.assert`, `debug`, `error`, `info`, `log`, `trace` and `warn` are recorded.",
    by: [],
    holdsIn: ALL,
    isTrue: async (run) => {
      const { breadcrumbs } = await run(recording, () => {
        console.assert(false, "x");
        for (const method of /** @type {const} */ (["debug", "error", "info", "log", "trace", "warn"]))
          console[method]("x");
      });
      return breadcrumbs.filter(({ category }) => category === "console").length >= 7;
    },
  },
  {
    id: "console-depth",
    says: "An argument of the console is the third level of `data`: an object in it arrives as `[Object]`.",
    by: ["valid-data/argument"],
    holdsIn: [9, 10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await run(recording, () => {
        console.debug("a", { b: { c: 1 } });
      });
      return breadcrumbs[0]?.data?.arguments?.[1]?.b === "[Object]";
    },
  },
  {
    id: "console-level",
    says: "`console.warn` is recorded with the level `warning`, and `console.log` with `log`.",
    by: ["no-partial-scrubbing/never"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const { breadcrumbs } = await run(recording, () => {
        console.warn("a");
        console.log("a");
      });
      return breadcrumbs.map(({ level }) => level).join() === "warning,log";
    },
  },
  {
    id: "request-category",
    says: "Node's SDK records a request with the category and the type `http`.",
    by: ["no-partial-scrubbing/requests", "no-partial-scrubbing/never"],
    holdsIn: [7, 9, 10, 11],
    probedIn: [7, 9, 10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await withServer((host) => run(recording, async () => (await fetch(host)).text()));
      return (
        breadcrumbs.length > 0 && breadcrumbs.every(({ category, type }) => category === "http" && type === "http")
      );
    },
  },
  {
    id: "init-pii",
    says: "`sendDefaultPii: false` keeps data of the user back.",
    by: ["valid-init/former"],
    holdsIn: [10],
    probedIn: [10, 11],
    isTrue: async (run) => {
      /** @type {{ readonly userInfo?: boolean }} */
      const collection = {};
      await run({ sendDefaultPii: false }, (sentry) => {
        Object.assign(collection, sentry.getClient().getDataCollectionOptions());
      });
      return collection.userInfo === false;
    },
  },
  {
    id: "init-experimental-logs",
    says: "`_experiments: { enableLogs: false }` drops logs.",
    by: ["valid-init/former"],
    holdsIn: [10],
    probedIn: [10, 11],
    isTrue: async (run) => {
      const options = { enableLogs: undefined, _experiments: { enableLogs: false } };
      return (await logged(run, (logger) => logger.warn("a"), options)).body === undefined;
    },
  },
  {
    id: "init-experimental-hook",
    says: "`_experiments.beforeSendLog` is never called.",
    by: ["valid-init/former"],
    holdsIn: [10, 11],
    probedIn: [9, 10, 11],
    isTrue: async (run) => {
      const options = { _experiments: { beforeSendLog: () => null } };
      return (await logged(run, (logger) => logger.warn("a"), options)).body === "a";
    },
  },
  {
    id: "request-http-query",
    says: 'On servers, the query of a request is in `data["http.query"]`.',
    by: [],
    holdsIn: [9, 10],
    probedIn: [7, 9, 10, 11],
    isTrue: (run) => hasQueryAt(run, "http.query"),
  },
  {
    id: "request-url-query",
    says: 'On servers, the query of a request is in `data["url.query"]`.',
    by: [],
    holdsIn: [11],
    isTrue: (run) => hasQueryAt(run, "url.query"),
  },
  {
    id: "node-defaults",
    says: "By default, the Node SDK records the console and requests, both of `fetch` and of Node's own module.",
    by: ["no-redundant-breadcrumb/text", "no-redundant-breadcrumb/request"],
    holdsIn: ALL,
    isTrue: (_, sentry) => {
      const names = defaultsOf(sentry);
      return (
        ["Console", "Http"].every((name) => names.includes(name)) &&
        names.some((name) => /^(?:NodeFetch|Undici)$/.test(name))
      );
    },
  },
  {
    id: "scope-data-unfiltered",
    says: "What is set on a scope is sent with later events as it is, passwords included.",
    by: ["no-pii-in-events/leak"],
    holdsIn: ALL,
    isTrue: async (run) => {
      const { sent } = await run({}, (sentry) => {
        sentry.setExtra("password", "mine-1");
        sentry.setTag("token", "mine-2");
        sentry.setContext("a", { secret: "mine-3" });
        sentry.setUser({ email: "mine-4" });
      });
      return [1, 2, 3, 4].every((n) => sent.includes(`mine-${String(n)}`));
    },
  },
  {
    id: "data-unfiltered",
    says: "The SDK sends the message and the data of a breadcrumb as they are, passwords included.",
    by: ["no-pii/leak"],
    holdsIn: ALL,
    isTrue: async (run) => (await arrived(run, { ...CRUMB, data: { password: "mine" } })).data.password === "mine",
  },
  {
    id: "logger-methods",
    says: "`logger` has the methods `trace`, `debug`, `info`, `warn`, `error` and `fatal`, and neither `warning` nor `log`: calling one throws.",
    by: ["valid-log/method"],
    holdsIn: [9, 10, 11],
    isTrue: async (run, { logger = {} }) =>
      namesIn({ ...logger, fmt: 0 }) === "debug,error,fatal,fmt,info,trace,warn" &&
      (await run({}, (sentry) => sentry.logger.warning("a"))).error !== undefined,
  },
  {
    id: "logger-exists",
    says: "`logger` sends logs, or has them sent by an experiment.",
    by: ["valid-log/version"],
    holdsIn: [9, 10, 11],
    since: ["9.9.0", "9.10.0"],
    isTrue: (_run, { logger = {} }) => Promise.resolve(typeof logger.fmt === "function"),
  },
  {
    id: "logger-since",
    says: "`logger` sends logs with `enableLogs: true`.",
    by: ["prefer-logs/file", "prefer-logs/function", "prefer-logs/wrapper"],
    holdsIn: [9, 10, 11],
    since: ["9.40.0", "9.41.0"],
    isTrue: async (run) => (await logged(run, (logger) => logger.warn("a"))).body === "a",
  },
  {
    id: "logs-by-default",
    says: "`logger` sends logs without `enableLogs`.",
    by: ["valid-log/off", "prefer-logs/file", "prefer-logs/function", "prefer-logs/wrapper"],
    holdsIn: [10, 11],
    since: ["10.70.0", "10.71.0"],
    isTrue: async (run) => (await logged(run, (logger) => logger.warn("a"), { enableLogs: undefined })).body === "a",
  },
  {
    id: "logs-off",
    says: "`enableLogs: false` drops logs.",
    by: ["valid-log/off", "valid-init/former"],
    holdsIn: [9, 10],
    isTrue: async (run, { logger }) =>
      logger !== undefined && (await logged(run, (log) => log.warn("a"), { enableLogs: false })).body === undefined,
  },
  {
    id: "log-hooks",
    says: "A log skips `beforeBreadcrumb` and `beforeSend`; `beforeSendLog` gets it.",
    by: ["no-pii-in-logs/leak", "no-partial-scrubbing/logs"],
    holdsIn: [9, 10, 11],
    isTrue: async (run) => {
      const drop = () => null;
      const { body } = await logged(run, (logger) => logger.warn("a"), { beforeBreadcrumb: drop, beforeSend: drop });
      const dropped = await logged(run, (logger) => logger.warn("a"), { beforeSendLog: drop });
      return body === "a" && dropped.body === undefined;
    },
  },
  {
    id: "log-unchanged",
    says: "A log's message and attributes are sent as they are, passwords included.",
    by: ["no-pii-in-logs/leak"],
    holdsIn: [9, 10, 11],
    isTrue: async (run) => {
      const { body, attributes } = await logged(run, (logger) => logger.warn("my password", { password: "mine" }));
      return body === "my password" && attributes.password?.value === "mine";
    },
  },
  {
    id: "console-captured",
    says: "`captureConsoleIntegration` makes an event of each call of the methods of the console in `levels`, with its arguments in `extra`.",
    by: ["no-pii-in-events/leak"],
    holdsIn: [8, 9, 10, 11],
    probedIn: [8, 9, 10, 11],
    isTrue: async (run) => {
      const { sent } = await run(
        (sentry) => ({ integrations: [sentry.captureConsoleIntegration({ levels: ["error"] })] }),
        () => {
          console.error("kept", { address: "mine-1" });
          console.info("left out");
        },
      );
      return sent.includes('"arguments":["kept",{"address":"mine-1"}]') && !sent.includes("left out");
    },
  },
  {
    id: "log-object",
    says: "An object as an attribute arrives as JSON.",
    by: [],
    holdsIn: [9, 10, 11],
    isTrue: async (run) =>
      (await logged(run, (logger) => logger.warn("a", { o: { b: { c: 1 } } }))).attributes.o?.value === '{"b":{"c":1}}',
  },
  {
    id: "log-fieldless",
    says: "An `Error`, a `Map`, a `Headers`, a promise or a regular expression as an attribute arrives as `{}`.",
    by: ["valid-log/lost"],
    holdsIn: [9, 10, 11],
    isTrue: async (run) => {
      const given = {
        a: new Error("e"),
        b: new Map([[1, 2]]),
        c: new Headers({ a: "1" }),
        d: Promise.resolve(1),
        e: /a/,
      };
      const { attributes } = await logged(run, (logger) => logger.warn("a", given));
      return Object.keys(given).every((name) => attributes[name]?.value === "{}");
    },
  },
  {
    id: "log-function",
    says: "A function, a symbol or a BigInt as an attribute arrives as an empty string.",
    by: ["valid-log/lost"],
    holdsIn: [9, 10, 11],
    isTrue: async (run) => {
      const given = { a: () => 1, b: Symbol("s"), c: 5n };
      const { attributes } = await logged(run, (logger) => logger.warn("a", given));
      return Object.keys(given).every((name) => attributes[name]?.value === "");
    },
  },
  {
    id: "log-message-object",
    says: "A message that is an object arrives as `[object Object]`.",
    by: ["valid-log/message"],
    holdsIn: [9, 10, 11],
    isTrue: async (run) => {
      const { body } = await logged(run, (logger) => logger.warn({ a: 1 }));
      return String(body) === "[object Object]";
    },
  },
  {
    id: "log-template",
    says: "The values in a message written with `logger.fmt` become attributes.",
    by: ["valid-log/parameters"],
    holdsIn: [9, 10, 11],
    isTrue: async (run) => {
      const { attributes } = await logged(run, (logger) => logger.warn(logger.fmt`Paid ${5}`));
      return attributes["sentry.message.parameter.0"]?.value === 5;
    },
  },
  {
    id: "log-user",
    says: "A log includes the user set on the scope.",
    by: [],
    holdsIn: [9, 10, 11],
    isTrue: async (run) => {
      const { logs } = await run({ enableLogs: true }, (sentry) => {
        sentry.setUser({ email: "mine" });
        sentry.logger.warn("a");
      });
      return logs[0]?.attributes["user.email"]?.value === "mine";
    },
  },
  ...[
    { id: "configure-scope", name: "configureScope", holdsIn: [8, 9, 10, 11] },
    { id: "get-current-hub", name: "getCurrentHub", holdsIn: [9, 10, 11] },
    { id: "capture-breadcrumb", name: "captureBreadcrumb", holdsIn: ALL },
  ].map(({ id, name, holdsIn }) => ({
    id,
    says: `\`${name}\` does not exist; calling it throws.`,
    by: [
      "no-removed-api/gone",
      "no-removed-api/deprecated",
      ...(name === "captureBreadcrumb" ? ["no-removed-api/absent"] : []),
    ],
    holdsIn,
    isTrue: async (/** @type {Run} */ run) =>
      (await run({}, (sentry) => sentry[name](() => undefined))).error !== undefined,
  })),
  {
    id: "hub",
    says: "`Hub` cannot be created; `new Hub()` throws.",
    by: ["no-removed-api/gone", "no-removed-api/deprecated"],
    holdsIn: [8, 9, 10, 11],
    isTrue: async (run) => (await run({}, (sentry) => new sentry.Hub())).error !== undefined,
  },
  {
    id: "namespaces",
    says: "No SDK has `Native`, `React` or `Browser`.",
    by: ["no-removed-api/absent"],
    holdsIn: ALL,
    isTrue: (_, sentry) => !("Native" in sentry) && !("React" in sentry) && !("Browser" in sentry),
  },
];

/** @param {any} breadcrumb @param {any} hint */
function readsHint(breadcrumb, hint) {
  return { ...breadcrumb, message: hint.event.target };
}

/** A hook that records a breadcrumb of each that it gets. */
function recursing(/** @type {Run} */ run) {
  /** @type {any} */
  let sdk;
  const beforeBreadcrumb = (/** @type {any} */ breadcrumb) => {
    if (breadcrumb.message !== "first") sdk.addBreadcrumb(CRUMB);
    return breadcrumb;
  };
  return run({ beforeBreadcrumb }, (sentry) => {
    sdk = sentry;
    sentry.addBreadcrumb({ message: "first" });
    sentry.addBreadcrumb(CRUMB);
  });
}
