import * as Sentry from "@sentry/node";

Sentry.init({
  dsn: process.env.SENTRY_DSN,
  release: process.env.RELEASE,
  beforeBreadcrumb(breadcrumb) {
    if (breadcrumb.category === "console") return false;
    const url: unknown = breadcrumb.data?.url;
    if (typeof url === "string" && url.endsWith("/health")) return;
    return breadcrumb;
  },
});
