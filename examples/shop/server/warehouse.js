import * as Sentry from "@sentry/node";

/** Takes a message of the warehouse, as its web hook sends it. */
export async function receive(event, shop) {
  const receivedAt = Date.now();
  Sentry.addBreadcrumb({
    category: "stock",
    msg: "Message received",
    data: { kind: event.kind },
    timestamp: receivedAt,
  });

  if (event.kind === "delivered") {
    await shop.add(event.articles);
    Sentry.addBreadcrumb({
      category: "stock",
      message: "Goods delivered",
      warehouse: event.warehouse,
      data: [event.dock, event.pallets],
      timestamp: new Date(),
    });
  } else if (event.kind === "empty") {
    Sentry.addBreadcrumb("Warehouse is out of stock");
  } else {
    Sentry.addBreadcrumb({});
  }
}

/** How the warehouse's own log, which is pino's, names its levels. */
const LEVELS = { fatal: 60, error: 50, warn: 40, notice: "notice" };

/** Passes on what the warehouse's log says. */
export function forward(line) {
  if (line.level === "fatal") {
    Sentry.addBreadcrumb({ category: "stock", message: "Warehouse stopped", level: "critical" }, 20);
  } else if (line.level === "warn") {
    Sentry.addBreadcrumb({ category: "stock", message: "Warehouse warns", level: LEVELS.warn });
  } else if (line.level === "notice") {
    Sentry.addBreadcrumb({ category: "stock", message: "Warehouse informs", level: LEVELS.notice });
  }
}
