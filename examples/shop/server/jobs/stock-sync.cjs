const Sentry = require("@sentry/node");

Sentry.init({
  dsn: process.env.SENTRY_DSN,
  beforeBreadcrumb(breadcrumb) {
    Sentry.addBreadcrumb({ category: "stock", message: "Recorded one more", level: "debug" });
    return breadcrumb;
  },
});

/** Brings the shop's stock in line with the warehouse's, once an hour. */
async function syncStock(warehouse, shop) {
  const levels = await warehouse.levels();
  Sentry.addBreadcrumb({ category: "stock", message: "Stock read", data: { articles: levels.length } });

  const unknown = levels.filter(({ sku }) => !shop.sells(sku));
  if (unknown.length > 0) {
    Sentry.addBreadcrumb({
      category: "stock",
      message: "The warehouse has articles that the shop does not sell",
      level: Sentry.Severity.Warning,
      data: { articles: unknown.map(({ sku }) => sku) },
    });
  }

  const failed = await shop.update(levels);
  if (failed.length > 0) {
    Sentry.addBreadcrumb({ category: "stock", message: `${failed.length} articles not updated`, level: "ERROR" });
    Sentry.captureMessage("Stock is out of step");
  }
}

/** Counts the shop's stock once a day. */
async function countStock(shop) {
  for (const shelf of await shop.shelves()) {
    Sentry.addBreadcrumb({ category: "stock", message: "Counting a shelf", data: { shelf: shelf.number } });
    await shelf.count();
  }
  console.log("Stock counted");
  Sentry.addBreadcrumb({ category: "stock", message: "Stock counted" });
  Sentry.getCurrentHub().addBreadcrumb({ category: "stock", message: "Next count tomorrow" });
}

module.exports = { countStock, syncStock };
