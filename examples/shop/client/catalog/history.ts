import { addBreadcrumb } from "@sentry/react";

/** Records where the customer goes within the catalogue. */
export function followHistory(): void {
  let from = location.pathname;
  window.addEventListener("popstate", () => {
    const to = location.pathname;
    addBreadcrumb({ type: "navigation", category: "navigaton", data: { from, to } });
    from = to;
  });
}

/** Shows a page of the catalogue. */
export function showPage(page: string): void {
  addBreadcrumb({ category: "catalog", message: "Page shown", data: { url: page } });
  history.pushState({}, "", page);
}
