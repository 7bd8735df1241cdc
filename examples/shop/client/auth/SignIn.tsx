import * as Sentry from "@sentry/react";
import { useState, type FormEvent } from "react";
import { post } from "@/lib/api";

interface User {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
}

export function SignIn() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [failed, setFailed] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      const user = await post<User>("/session", { email, password });
      Sentry.setUser({ id: user.id });
      Sentry.addBreadcrumb({
        category: "auth",
        message: "Authenticated user " + user.email,
        level: "info",
      });
      location.assign("/cart");
    } catch (error) {
      Sentry.addBreadcrumb({
        category: "auth",
        message: "Sign-in refused",
        level: "warning",
        data: { emailGiven: email !== "", passwordLength: password.length },
      });
      setFailed(true);
      Sentry.captureException(error);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      <input type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
      {failed && <p role="alert">E-mail address or password is wrong.</p>}
      <button>Sign in</button>
    </form>
  );
}
