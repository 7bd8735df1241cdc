import * as Sentry from "@sentry/react";

export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, path: string) {
    super(`${path} answered ${status}`);
    this.status = status;
  }
}

/** Posts JSON to the shop's server and returns what it answers. */
export async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(`/api${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  Sentry.addBreadcrumb({
    type: "http",
    category: "http",
    level: response.ok ? "info" : response.status < 500 ? "warning" : "error",
    data: {
      method: "POST",
      url: `/api${path}`,
      status_code: response.status,
      duration: Math.round(performance.now() - started),
    },
  });
  if (!response.ok) throw new ApiError(response.status, path);
  return (await response.json()) as Answer;
}
