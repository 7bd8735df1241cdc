/**
 * What a program left: the error that it ended with, the breadcrumbs of its events and its logs as they leave, and all
 * that was sent as text.
 * @typedef {object} Outcome
 * @property {string | undefined} error
 * @property {readonly any[]} breadcrumbs
 * @property {readonly any[]} logs
 * @property {string} sent
 */

/**
 * Starts an SDK with a transport that sends nothing and keeps what it is given.
 * @param {any} sentry the SDK's module, of any version
 * @param {object} options of `init`
 * @returns runs a program in a scope of its own, captures an event behind it, and tells what was sent
 */
export function startSdk(sentry, options = {}) {
  /** @type {[header: { readonly type: string }, body: any][]} */
  let items = [];
  let ends = 0;
  const transport = () => ({
    send: (/** @type {readonly [unknown, typeof items]} */ [, sent]) => {
      items.push(...sent);
      return Promise.resolve({});
    },
    flush: () => Promise.resolve(true),
  });
  sentry.init({ dsn: "https://public@localhost/1", ...options, transport });

  return async (/** @type {() => unknown} */ program) => {
    /** @type {string | undefined} */
    let error;
    await sentry.withIsolationScope(async () => {
      try {
        await program();
      } catch (thrown) {
        error = String(thrown);
      }
      // The SDK drops an event that is like the last one.
      sentry.captureMessage(`the end of ${String(++ends)}`);
    });
    await sentry.flush(1000);
    const sent = JSON.stringify(items);
    /** @type {typeof items} */
    const left = JSON.parse(sent);
    items = [];
    const bodiesOf = (/** @type {string} */ wanted) =>
      left.filter(([{ type }]) => type === wanted).map(([, body]) => body);
    return /** @type {Outcome} */ ({
      error,
      breadcrumbs: bodiesOf("event").flatMap(({ breadcrumbs = [] }) => breadcrumbs),
      logs: bodiesOf("log").flatMap((body) => body.items),
      sent,
    });
  };
}
