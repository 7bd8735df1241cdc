/**
 * What an SDK sends, item by item; the body's shape depends on the type.
 * @typedef {[header: { readonly type: string }, body: any]} Item
 */

/** Makes a transport for an SDK that sends nothing and keeps what it is given. */
export function keepingTransport() {
  /** @type {Item[]} */
  let items = [];
  return {
    transport: () => ({
      send: (/** @type {readonly [unknown, readonly unknown[]]} */ [, sent]) => {
        items.push(.../** @type {readonly Item[]} */ (sent));
        return Promise.resolve({});
      },
      flush: () => Promise.resolve(true),
    }),
    /** The events and logs that were kept since this was last asked, as they leave. */
    take: () => {
      const bodies = items.map(([{ type }, body]) => ({ type, body: JSON.parse(JSON.stringify(body)) }));
      items = [];
      /** @type {any[]} */
      const events = bodies.filter(({ type }) => type === "event").map(({ body }) => body);
      /** @type {any[]} */
      const logs = bodies.filter(({ type }) => type === "log").flatMap(({ body }) => body.items);
      return { bodies, events, logs };
    },
  };
}
