import * as Sentry from "@sentry/react";

/** Asks for a link by which the customer chooses a new password. Returns how many are left for today. */
export async function requestLink(email: string): Promise<number> {
  Sentry.addBreadcrumb({ category: "auth", message: "Password reset requested", data: { authMethod: "link" } });
  const response = await fetch("/api/reset", { method: "POST", body: JSON.stringify({ email }) });
  const { left, used } = (await response.json()) as { left: number; used: number };
  Sentry.addBreadcrumb({
    category: "auth",
    message: "Link sent",
    data: { page: "/reset-password", tokens: { left, used } },
  });
  return left;
}
