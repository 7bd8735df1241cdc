import * as Sentry from "@sentry/react";
import { useState } from "react";
import { post } from "@/lib/api";
import { trackBreadcrumb } from "@/lib/track";

interface Delivery {
  readonly fullName: string;
  readonly street: string;
  readonly city: string;
  readonly country: string;
  readonly phone: string;
}

const EMPTY: Delivery = { fullName: "", street: "", city: "", country: "", phone: "" };

export function CheckoutForm({ cents }: { readonly cents: number }) {
  const [delivery, setDelivery] = useState(EMPTY);

  const edit = (field: keyof Delivery) => (value: string) => {
    setDelivery((before) => ({ ...before, [field]: value }));
  };

  const order = async () => {
    const payload = { cents, country: delivery.country, phone: delivery.phone };
    trackBreadcrumb("Order submitted", "checkout.submit", payload);
    try {
      await post("/orders", { cents, delivery });
    } catch (error) {
      Sentry.withScope((scope) => {
        scope.addBreadcrumb({
          category: "checkout.submit",
          message: "Order refused",
          level: "error",
          data: { cents, recipient: delivery.fullName, country: delivery.country },
        });
        Sentry.captureException(error);
      });
    }
  };

  return (
    <section>
      {(Object.keys(EMPTY) as (keyof Delivery)[]).map((field) => (
        <input key={field} name={field} onChange={(event) => edit(field)(event.target.value)} />
      ))}
      <button onClick={() => void order()}>Order and pay</button>
    </section>
  );
}
