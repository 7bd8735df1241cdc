/**
 * What messages and pages say of Sentry's SDK, each with a program that tells whether it is so.
 * @typedef {{ readonly error: string | undefined; readonly breadcrumbs: readonly any[]; readonly logs: readonly any[] }} Outcome
 * @typedef {(options: object, record: (sentry: any) => void) => Promise<Outcome>} Run
 * @typedef {object} Statement
 * @property {string} id the rule and its message
 * @property {string} says
 * @property {readonly number[]} holdsIn the major versions of which it is true; in others the program tells otherwise
 * @property {(run: Run) => Promise<boolean>} isTrue
 */

const CRUMB = { message: "m", category: "c" };

/** @param {object} options @param {unknown} breadcrumb */
const adding = (options, breadcrumb) => (/** @type {Run} */ run) =>
  run(options, (sentry) => sentry.addBreadcrumb(breadcrumb));

/** @param {unknown} breadcrumb */
const hasOnlyTime = (breadcrumb) =>
  typeof breadcrumb === "object" && breadcrumb !== null && Object.keys(breadcrumb).join() === "timestamp";

/** @param {unknown} value */
const arrivesAs = async (/** @type {Run} */ run, /** @type {unknown} */ value) => {
  const { breadcrumbs } = await adding({}, { ...CRUMB, data: { value } })(run);
  return JSON.stringify(breadcrumbs[0]?.data?.value);
};

/** @type {readonly Statement[]} */
export const STATEMENTS = [
  {
    id: "valid-before-breadcrumb/nothing",
    says: "`addBreadcrumb` throws if `beforeBreadcrumb` returns `undefined`.",
    holdsIn: [10, 11],
    isTrue: async (run) => (await adding({ beforeBreadcrumb: () => undefined }, CRUMB)(run)).error !== undefined,
  },
  {
    id: "valid-before-breadcrumb/drop",
    says: "`null` from `beforeBreadcrumb` drops the breadcrumb.",
    holdsIn: [10, 11],
    isTrue: async (run) => (await adding({ beforeBreadcrumb: () => null }, CRUMB)(run)).breadcrumbs.length === 0,
  },
  ...["false", "true", "an iterator", "a promise"].map((what) => ({
    id: what === "a promise" ? "valid-before-breadcrumb/async" : "valid-before-breadcrumb/content",
    says: `\`beforeBreadcrumb\` that returns ${what} records a breadcrumb with only a timestamp.`,
    holdsIn: [10, 11],
    isTrue: async (/** @type {Run} */ run) => {
      const results = { false: false, true: true, "an iterator": [].values(), "a promise": Promise.resolve(CRUMB) };
      const result = results[/** @type {keyof typeof results} */ (what)];
      return hasOnlyTime((await adding({ beforeBreadcrumb: () => result }, CRUMB)(run)).breadcrumbs[0]);
    },
  })),
  {
    id: "valid-before-breadcrumb/recursion",
    says: "A breadcrumb recorded in `beforeBreadcrumb` throws at whoever recorded the first one.",
    holdsIn: [10],
    isTrue: async (run) => {
      /** @type {any} */
      let sdk;
      const beforeBreadcrumb = (/** @type {any} */ breadcrumb) => {
        sdk.addBreadcrumb(CRUMB);
        return breadcrumb;
      };
      const { error } = await run({ beforeBreadcrumb }, (sentry) => {
        sdk = sentry;
        sentry.addBreadcrumb(CRUMB);
      });
      return error?.includes("RangeError") === true;
    },
  },
  {
    id: "valid-before-breadcrumb/hint",
    says: "Reading a hint that is missing throws at whoever recorded the breadcrumb.",
    holdsIn: [10],
    isTrue: async (run) => (await adding({ beforeBreadcrumb: readsHint }, CRUMB)(run)).error !== undefined,
  },
  {
    id: "valid-before-breadcrumb/hint",
    says: "Reading a hint that is missing loses the breadcrumb.",
    holdsIn: [10, 11],
    isTrue: async (run) => (await adding({ beforeBreadcrumb: readsHint }, CRUMB)(run)).breadcrumbs.length === 0,
  },
  {
    id: "valid-before-breadcrumb/misnamed",
    says: "No SDK calls `beforeSendBreadcrumb`, `beforeBreadcrumbs` or `beforeAddBreadcrumb`.",
    holdsIn: [10, 11],
    isTrue: async (run) => {
      const drop = () => null;
      const options = { beforeSendBreadcrumb: drop, beforeBreadcrumbs: drop, beforeAddBreadcrumb: drop };
      return (await adding(options, CRUMB)(run)).breadcrumbs.length === 1;
    },
  },
  {
    id: "valid-argument/text",
    says: "A string given to `addBreadcrumb` is spread into its characters.",
    holdsIn: [10, 11],
    isTrue: async (run) => (await adding({}, "ab")(run)).breadcrumbs[0]?.[1] === "b",
  },
  {
    id: "valid-argument/hint",
    says: "The second argument of a scope's `addBreadcrumb` is how many breadcrumbs are kept.",
    holdsIn: [10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await run({}, (sentry) => {
        for (const message of ["a", "b"]) sentry.getIsolationScope().addBreadcrumb({ message }, 1);
      });
      return breadcrumbs.map(({ message }) => message).join() === "b";
    },
  },
  {
    id: "valid-argument/field",
    says: "An `Error` as the message goes out as `{}`.",
    holdsIn: [10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await adding({}, { message: new Error("e") })(run);
      return JSON.stringify(breadcrumbs[0]?.message) === "{}";
    },
  },
  {
    id: "no-bypassed-hook/bypassed",
    says: "Breadcrumbs added to a scope skip `beforeBreadcrumb`.",
    holdsIn: [10, 11],
    isTrue: async (run) => {
      const record = (/** @type {any} */ sentry) => sentry.getIsolationScope().addBreadcrumb(CRUMB);
      return (await run({ beforeBreadcrumb: () => null }, record)).breadcrumbs.length === 1;
    },
  },
  {
    id: "valid-timestamp/empty",
    says: "`timestamp: undefined` replaces the SDK's own timestamp with nothing.",
    holdsIn: [10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await adding({}, { ...CRUMB, timestamp: undefined })(run);
      return breadcrumbs.length === 1 && !("timestamp" in breadcrumbs[0]);
    },
  },
  {
    id: "valid-timestamp/date",
    says: "A `Date` as the timestamp is serialised as a string.",
    holdsIn: [10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await adding({}, { ...CRUMB, timestamp: new Date(0) })(run);
      return breadcrumbs[0]?.timestamp === "1970-01-01T00:00:00.000Z";
    },
  },
  ...[
    new Map([[1, 2]]),
    new Set([1]),
    new URLSearchParams("a=1"),
    new Headers({ a: "1" }),
    /a/,
    Promise.resolve(1),
  ].map((value) => ({
    id: "valid-data/fieldless",
    says: `A \`${value.constructor.name}\` in data arrives as \`{}\`.`,
    holdsIn: [10, 11],
    isTrue: async (/** @type {Run} */ run) => (await arrivesAs(run, value)) === "{}",
  })),
  {
    id: "no-breadcrumb-in-loop",
    says: "The SDK keeps the last 100 breadcrumbs.",
    holdsIn: [10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await run({}, (sentry) => {
        for (let n = 1; n <= 150; n++) sentry.addBreadcrumb({ message: String(n) });
      });
      return breadcrumbs.length === 100 && breadcrumbs.at(-1).message === "150";
    },
  },
  {
    id: "no-late-breadcrumb/late",
    says: "A breadcrumb recorded after a capture is missing from its event.",
    holdsIn: [10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await run({}, (sentry) => {
        sentry.captureMessage("early");
        sentry.addBreadcrumb(CRUMB);
        sentry.getIsolationScope().clearBreadcrumbs();
      });
      return breadcrumbs.length === 0;
    },
  },
  {
    id: "valid-level/removed",
    says: "`Severity` has no values.",
    holdsIn: [10, 11],
    isTrue: async (run) => (await run({}, (sentry) => sentry.Severity.Warning)).error !== undefined,
  },
  {
    id: "no-removed-api/gone",
    says: "`getCurrentHub` is gone; calling it throws.",
    holdsIn: [10, 11],
    isTrue: async (run) => (await run({}, (sentry) => sentry.getCurrentHub())).error !== undefined,
  },
  {
    id: "valid-log/method",
    says: "`logger.warning` does not exist; calling it throws.",
    holdsIn: [10, 11],
    isTrue: async (run) => (await run({}, (sentry) => sentry.logger.warning("a"))).error !== undefined,
  },
  {
    id: "valid-log/off",
    says: "`enableLogs: false` drops logs.",
    holdsIn: [10],
    isTrue: async (run) => (await run({ enableLogs: false }, (sentry) => sentry.logger.warn("a"))).logs.length === 0,
  },
  {
    id: "prefer-logs",
    says: "Logs are sent without `enableLogs`.",
    holdsIn: [10, 11],
    isTrue: async (run) => (await run({}, (sentry) => sentry.logger.warn("a"))).logs.length === 1,
  },
  {
    id: "valid-init/former",
    says: "`sendDefaultPii: false` keeps data of the user back.",
    holdsIn: [10],
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
    id: "valid-init/former",
    says: "`_experiments: { enableLogs: false }` drops logs.",
    holdsIn: [10],
    isTrue: async (run) =>
      (await run({ _experiments: { enableLogs: false } }, (sentry) => sentry.logger.warn("a"))).logs.length === 0,
  },
  {
    id: "valid-init/former",
    says: "`_experiments.beforeSendLog` is never called.",
    holdsIn: [10, 11],
    isTrue: async (run) => {
      const options = { enableLogs: true, _experiments: { beforeSendLog: () => null } };
      return (await run(options, (sentry) => sentry.logger.warn("a"))).logs.length === 1;
    },
  },
];

/** @param {any} breadcrumb @param {any} hint */
function readsHint(breadcrumb, hint) {
  return { ...breadcrumb, message: hint.event.target };
}
