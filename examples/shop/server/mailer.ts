import { addBreadcrumb } from "@sentry/node";
import { createTransport } from "nodemailer";
import type { Customer } from "./orders";

const transport = createTransport(process.env.SMTP_URL);

const note = (message: string, data: Record<string, unknown>) => addBreadcrumb({ category: "mail", message, data });

/** Sends the confirmation of an order. */
export async function confirmOrder(orderId: string, customer: Customer): Promise<void> {
  note("Confirmation queued", { orderId, customerId: customer.id, template: "confirmation" });
  const sent = await transport.sendMail({
    to: customer.email,
    subject: `Your order ${orderId}`,
    text: `Thank you, ${customer.firstName}.`,
  });
  note("Confirmation sent", { orderId, to: customer.email, accepted: sent.accepted.length });
}
