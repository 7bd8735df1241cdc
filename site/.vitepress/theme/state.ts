import type { LintOptions } from "sentry-breadcrumbs/browser";

/** What the playground shows: a text, and how it is linted. */
export interface State extends LintOptions {
  readonly text: string;
  /** The text in the other language: Rust, or JavaScript and TypeScript. */
  readonly other?: string;
}

/**
 * A state as the part of an address after `#`, which a browser sends to nobody. It is JSON in characters that addresses
 * allow.
 */
export function addressOf(state: State): string {
  return encodeURIComponent(JSON.stringify(state));
}

/** The state of an address; undefined where it has none that can be read. */
export function stateOf(address: string): State | undefined {
  try {
    const state: unknown = JSON.parse(decodeURIComponent(address));
    return typeof (state as State).text === "string" ? (state as State) : undefined;
  } catch {
    return undefined;
  }
}
