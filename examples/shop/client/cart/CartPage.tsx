import { useCallback, useEffect, useState } from "react";
import { CheckoutForm } from "@/checkout/CheckoutForm";
import { post } from "@/lib/api";
import { trackBreadcrumb } from "@/lib/track";

interface Item {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly cents: number;
}

export function CartPage({ customerId }: { readonly customerId: string }) {
  const [items, setItems] = useState<readonly Item[]>([]);

  useEffect(() => {
    void post<readonly Item[]>("/cart", { customerId }).then(setItems);
  }, [customerId]);

  const remove = useCallback((item: Item) => {
    trackBreadcrumb(`Removed ${item.title}`, "cart", { sku: item.sku, quantity: item.quantity });
    setItems((all) => all.filter(({ sku }) => sku !== item.sku));
  }, []);

  const redeem = (coupon: string) => {
    trackBreadcrumb("Coupon redeemed", "ui_click", { length: coupon.length });
    void post("/cart/coupon", { coupon });
  };

  return (
    <main>
      {items.map((item) => (
        <button key={item.sku} onClick={() => remove(item)}>
          Remove {item.title}
        </button>
      ))}
      <input placeholder="Coupon" onBlur={(event) => redeem(event.target.value)} />
      <CheckoutForm cents={items.reduce((sum, item) => sum + item.cents * item.quantity, 0)} />
    </main>
  );
}
