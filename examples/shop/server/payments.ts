import { addBreadcrumb, captureException, type SeverityLevel } from "@sentry/node";

interface Answer {
  readonly paymentId: string;
  readonly outcome: "paid" | "declined" | "failed";
  readonly cardNumber: string;
  readonly last4: string;
}

const LEVELS: Record<Answer["outcome"], SeverityLevel> = { paid: "info", declined: "warning", failed: "error" };

/** Charges the card that the customer has on file. Returns the payment's id. */
export async function charge(customerId: string, cents: number): Promise<string> {
  const answer = await pay(customerId, cents);
  addBreadcrumb({
    category: "payment",
    message: `Payment ${answer.outcome}`,
    level: LEVELS[answer.outcome],
    data: { customerId, cents, last4: answer.last4 },
  });
  if (answer.outcome !== "paid") {
    addBreadcrumb({
      category: "billing",
      message: `Card ${answer.cardNumber} was not charged`,
      level: answer.outcome === "failed" ? "error" : "warning",
    });
    captureException(new Error(`Payment ${answer.outcome}`));
  }
  return answer.paymentId;
}

async function pay(customerId: string, cents: number): Promise<Answer> {
  const body = JSON.stringify({ customerId, cents });
  const answer = await fetch("https://payments.example.com/charges", { method: "POST", body });
  return (await answer.json()) as Answer;
}
