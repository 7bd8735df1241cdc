import * as Sentry from "@sentry/node";
import { confirmOrder } from "./mailer";
import { charge } from "./payments";

export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
}

export interface Order {
  readonly customer: Customer;
  readonly skus: readonly string[];
  readonly cents: number;
  readonly express: boolean;
}

/** Reserves the goods, charges the customer and says so by mail. Returns the order's id. */
export async function placeOrder(order: Order): Promise<string> {
  const { customer, skus, cents } = order;
  Sentry.addBreadcrumb({ category: "order", message: "Order received", data: { customerId: customer.id, cents } });

  const missing = await reserve(skus);
  Sentry.addBreadcrumb({
    category: "stock",
    message: `Reserved ${skus.length - missing} of ${skus.length} articles`,
    level: missing > 0 ? "warn" : "info",
  });

  const paymentId = await charge(customer.id, cents);
  Sentry.addBreadcrumb({ category: "payment", message: "Charged", data: { paymentId, cents } });

  const id = await store(order, paymentId);
  Sentry.addBreadcrumb({ category: "order", message: `Stored as ${id}`, data: { ...shipping(order), id } });

  await confirmOrder(id, customer);
  Sentry.addBreadcrumb({ category: "order", message: "Order placed", level: "info", data: { id } });
  return id;
}

function shipping(order: Order) {
  return { express: order.express, articles: order.skus.length };
}

async function reserve(skus: readonly string[]): Promise<number> {
  const answer = await fetch("http://stock/reservations", { method: "POST", body: JSON.stringify(skus) });
  return ((await answer.json()) as { missing: number }).missing;
}

async function store(order: Order, paymentId: string): Promise<string> {
  const answer = await fetch("http://orders/", { method: "POST", body: JSON.stringify({ ...order, paymentId }) });
  return ((await answer.json()) as { id: string }).id;
}
