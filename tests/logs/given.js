/** What the programs of the documentation are given by their surroundings; made anew for each. */
export function given() {
  return {
    article: { id: 7, name: "lamp" },
    cart: { articles: ["lamp", "table"], total: 12.5 },
    details: { step: "address", attempt: 2, express: true },
    isRetry: false,
    job: { startedAt: 1_790_000_000.25 },
    order: { id: "o-1", lines: [{ article: 7, amount: 2 }], placed: new Date(0), coupon: null, note: undefined },
    save: () => {
      throw new TypeError("no stock");
    },
  };
}
