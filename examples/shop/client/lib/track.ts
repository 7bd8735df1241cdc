import { addBreadcrumb, type SeverityLevel } from "@sentry/react";

/** Leaves a breadcrumb of something that the customer did in the shop. */
export function trackBreadcrumb(
  message: string,
  category: string,
  data?: Record<string, unknown>,
  level: SeverityLevel = "info",
): void {
  addBreadcrumb({ message, category, data, level });
}
