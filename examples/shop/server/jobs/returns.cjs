const Sentry = require("@sentry/node");

/** Takes back what customers have sent, once a night. */
async function takeBack(parcels, shop) {
  Sentry.addBreadcrumb();
  const refused = await shop.inspect(parcels);
  Sentry.addBreadcrumb(["Parcels inspected", refused.length]);
  Sentry.captureBreadcrumb({ category: "order", message: "Refunds started", timestamp: undefined });
  await shop.refund(parcels);

  Sentry.withScope((scope) => {
    scope.addBreadcrumb({ category: "", message: "Refunds done", level: "success" }, { parcels });
    if (refused.length > 0) Sentry.captureMessage("Parcels were refused");
  });
}

/** Prints the labels for parcels that go back to the customer. */
function printLabels(refused, printer) {
  Sentry.addBreadcrumb({ category: "order ", message: "Labels queued", timestamp: new Date().toISOString() });
  printer.print(refused);
  Sentry.addBreadcrumb({ category: "order", message: "Labels printed", timestamp: "now" });
}

module.exports = { printLabels, takeBack };
