import type { State } from "./state.ts";

/** What the playground begins with, by title. */
export const EXAMPLES: Readonly<Record<string, State>> = {
  "A breadcrumb by hand": {
    language: "typescript",
    text: `import * as Sentry from "@sentry/node";

export function signIn(user: User) {
  Sentry.addBreadcrumb({
    category: "auth",
    message: "Authenticated user " + user.email,
    level: "warn",
    timestamp: Date.now(),
  });
}
`,
  },
  "The same in Rust": {
    language: "rust",
    text: `use sentry::{Breadcrumb, Level};

fn sign_in(user: &User) {
    sentry::add_breadcrumb(Breadcrumb {
        category: Some("auth".into()),
        message: Some(format!("Authenticated user {}", user.email)),
        level: Level::Info,
        ..Default::default()
    });
}
`,
  },
  "A logger of your own": {
    language: "typescript",
    text: `import * as Sentry from "@sentry/browser";

function log(level: Sentry.SeverityLevel, message: string, data?: Record<string, unknown>) {
  Sentry.addBreadcrumb({ category: "app", level, message, data });
}

log("info", "Cart opened", { items: cart.items.length });
log("info", "Checkout started", { card: form.cardNumber, attempt: 1 });
`,
  },
  "A loop": {
    language: "typescript",
    text: `import * as Sentry from "@sentry/browser";

export async function sync(orders: Order[]) {
  for (const order of orders) {
    Sentry.addBreadcrumb({ category: "sync", message: \`Syncing \${order.id}\` });
    await send(order);
  }
}
`,
  },
  Logs: {
    language: "typescript",
    text: `import * as Sentry from "@sentry/node";

Sentry.logger.info(\`Mail sent to \${customer.email}\`);
Sentry.logger.warning("Mail was late", { error: new Error("timeout") });
`,
  },
};
