import { excerpt } from "../breadcrumb/index.ts";
import type { Leak } from "./evidence.ts";
import type { Kind } from "./names.ts";

interface KindText {
  /** With its article, to be read in a sentence. */
  readonly what: string;
  /** What to send instead, as a sentence. */
  readonly instead: string;
}

const ID = "Send an id, or only whether it is set.";
const PRESENCE = "Send only whether it is set, or nothing.";
const CHOSEN = "Send only the fields you need, by name.";

const TEXTS: Readonly<Record<Kind, KindText>> = {
  email: { what: "an e-mail address", instead: ID },
  phone: { what: "a phone number", instead: ID },
  name: { what: "a person's name", instead: ID },
  username: { what: "a user name", instead: ID },
  address: { what: "a postal address", instead: "Send at most the country." },
  location: { what: "a person's location", instead: "Send at most the region." },
  dob: { what: "a date of birth", instead: "Send at most an age group." },
  gov_id: { what: "a government-issued number", instead: PRESENCE },
  financial: { what: "an account, card or wallet number", instead: "Send at most the last four digits." },
  health: { what: "health data", instead: PRESENCE },
  demographic: { what: "a personal characteristic", instead: PRESENCE },
  ip: { what: "an IP address", instead: "Send at most the country." },
  device_id: { what: "a device or wallet identifier", instead: "Send an id of your own." },
  url_query: { what: "a URL with its query", instead: "Send only the path." },
  free_form: { what: "text that a person has entered", instead: "Send its length, or only whether it is set." },
  object: { what: "an object with personal data", instead: CHOSEN },
  password: { what: "a password", instead: PRESENCE },
  otp: { what: "a one-time code", instead: PRESENCE },
  token: { what: "an access token", instead: PRESENCE },
  api_key: { what: "an API key or secret", instead: PRESENCE },
  private_key: { what: "a private key", instead: PRESENCE },
  auth_header: { what: "credentials of a request's headers", instead: PRESENCE },
  cookie: { what: "cookies", instead: PRESENCE },
  env: { what: "the environment with its secrets", instead: CHOSEN },
};

/** Every kind, as options name them. */
export const KINDS = Object.keys(TEXTS) as readonly Kind[];

/** For what the project itself declares, whatever it is. */
const DECLARED: KindText = { what: "data that this project declares sensitive", instead: PRESENCE };

/** The texts about a leak; all but `field`, `what` and `way` are sentences. */
export interface LeakText {
  readonly field: string;
  readonly what: string;
  /** The way from its source into the breadcrumb: `user.email` → `who` → `message`. */
  readonly way: string;
  readonly fate: string;
  readonly instead: string;
}

/**
 * Puts a leak into words.
 * @param field the breadcrumb's field that carries it.
 */
export function describeLeak(leak: Leak, field: string): LeakText {
  const { what, instead } = leak.declared ? DECLARED : TEXTS[leak.kind];
  const steps = [...leak.way, field + leak.keys.join("")];
  const way = steps
    .filter((step, index) => step !== steps[index - 1])
    .map((source) => `\`${excerpt({ source })}\``)
    .join(" → ");
  const property = leak.property?.join(".");
  const held = property === undefined ? what : `${what} such as \`${property}\``;
  return { field, what: held, way, fate: fateOfKind(leak.kind, leak.attribute), instead };
}

/**
 * What the server's default rules replace: card numbers, bank accounts, US social security numbers, private keys,
 * passwords and keys by their names (relay, `relay-pii/src/regexes.rs` and `convert.rs`, `@common:filter`).
 */
const SCRUBBED: ReadonlySet<Kind> = new Set(["password", "token", "api_key", "private_key", "financial", "gov_id"]);

/**
 * What becomes of a kind in a breadcrumb if nobody does anything, as a sentence.
 * @param attribute the key under which it is sent, where it is one that Sentry's conventions mark for scrubbing.
 */
function fateOfKind(kind: Kind, attribute?: string): string {
  if (attribute !== undefined) {
    return `It is sent unmasked, although Sentry's conventions mark \`${attribute}\` for scrubbing.`;
  }
  return SCRUBBED.has(kind)
    ? "It is sent unmasked; Sentry's server masks it only if it recognises the name or the format."
    : "It is sent unmasked, and Sentry's default scrubbing does not catch it.";
}
