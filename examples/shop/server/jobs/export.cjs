const Raven = require("raven");

Raven.config(process.env.SENTRY_DSN).install();

/** Exports the orders of a day to the accountants. */
async function exportOrders(orders, accounting) {
  Raven.captureBreadcrumb({ category: "order", message: "Export started", data: { count: orders.length } });
  await accounting.send(orders);
}

module.exports = { exportOrders };
