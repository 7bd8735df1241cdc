import { addBreadcrumb as crumb, setUser } from "@sentry/react";

export interface Session {
  readonly userId: string;
  readonly accessToken: string;
  readonly expiresAt: number;
}

const KEY = "shop.session";

/** The session that an earlier visit left in this browser. */
export function restoreSession(): Session | undefined {
  const stored = localStorage.getItem(KEY);
  crumb({ category: "auth", message: "Session looked up", level: "debug", data: { found: Boolean(stored) } });
  if (stored === null) return undefined;
  const session = JSON.parse(stored) as Session;
  setUser({ id: session.userId });
  return session.expiresAt > Date.now() ? session : undefined;
}

export async function renewSession(session: Session): Promise<boolean> {
  const response = await fetch("/api/session", {
    method: "PUT",
    headers: { authorization: `Bearer ${session.accessToken}` },
  });
  if (!response.ok) {
    crumb({
      category: "Auth",
      message: "Session could not be renewed",
      level: "error",
      data: { status: response.status, accessToken: session.accessToken },
    });
  }
  return response.ok;
}
