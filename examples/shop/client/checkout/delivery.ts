import * as Sentry from "@sentry/react";

interface Quote {
  readonly cents: number;
  readonly days: number;
}

/** Asks what it costs to deliver to a country. */
export async function quoteDelivery(country: string, weights: readonly number[]): Promise<Quote | undefined> {
  const url = `/api/delivery/${country}`;
  Sentry.addBreadcrumb({ type: "http", category: "http", data: { url, method: "GET" } });
  const response = await fetch(url);
  Sentry.addBreadcrumb({
    type: "http",
    category: "checkout.delivery",
    message: "Delivery quoted",
    data: { statusCode: response.status, parcels: weights.length },
  });
  if (response.ok) return (await response.json()) as Quote;

  Sentry.captureMessage("No delivery quoted");
  Sentry.addBreadcrumb({ category: "checkout.delivery", message: "Country not served", data: { country } });
  return undefined;
}

/** Reserves a day on which the order is delivered. */
export async function reserveDay(day: string, slots: Record<string, number>): Promise<void> {
  const reservation = { day, slots: slots[day], confirmed: false };
  Sentry.addBreadcrumb({ type: "delivery", message: "Day chosen", data: reservation });
  reservation.confirmed = confirm(`Deliver on ${day}?`);

  await fetch("/api/delivery", { method: "PUT", body: JSON.stringify(reservation) }).catch((error: Error) => {
    Sentry.addBreadcrumb({ category: "checkout.delivery", message: "Day not reserved", data: error });
  });
  Sentry.addBreadcrumb({ type: "query", category: "http", message: "Day reserved" });
}

const EXPRESS = Symbol("express");

/** Goes on to the payment. */
export function toPayment(carrier: { readonly zone: number }): void {
  Sentry.addBreadcrumb({ type: "navigation", category: "navigation", data: { to: "/payment" } });
  Sentry.addBreadcrumb({
    category: "checkout.delivery",
    message: "Delivery chosen",
    data: { speed: EXPRESS, order: { carrier: { price: { zone: carrier.zone } } }, retry: () => toPayment(carrier) },
  });
  location.assign("/payment");
}
