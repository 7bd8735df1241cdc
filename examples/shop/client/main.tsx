import * as Sentry from "@sentry/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { SignIn } from "@/auth/SignIn";
import { restoreSession } from "@/auth/session";
import { CartPage } from "@/cart/CartPage";
import { followHistory } from "@/catalog/history";

Sentry.init({
  dsn: import.meta.env.VITE_SENTRY_DSN,
  release: import.meta.env.VITE_RELEASE,
  beforeBreadcrumb: (breadcrumb) => (breadcrumb.category === "console" ? null : breadcrumb),
});

const session = restoreSession();

Sentry.addBreadcrumb({
  category: "started",
  message: "Shop started",
  data: { language: navigator.language, signedIn: session !== undefined },
});

followHistory();

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>{session === undefined ? <SignIn /> : <CartPage customerId={session.userId} />}</StrictMode>,
  );
}
