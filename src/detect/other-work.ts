import { isNamedForBreadcrumbs, isNamedForRecording, isNamedForTransport } from "../sentry/recorder-names.ts";

/** The other effects of a function that records. */
export interface OtherWork {
  /** It sets something of the SDK that stays. */
  readonly sets: boolean;
  /** It calls, makes or sets something that is none of reporting, nor a value that it looks at. */
  readonly works: boolean;
  /** It does so for whoever calls it: it yields something, calls a function that it is given, renders. */
  readonly serves: boolean;
}

/** What becomes of the value of an expression: nothing, something to look at, or the function's own result. */
export type Place = "statement" | "value" | "result";

/**
 * Whether recording is what a function is there for.
 * @param saysWhatHappened whether what it is given is what happened: the message or the whole breadcrumb.
 * @param otherWork asked only where the name does not tell.
 */
export function isForRecording(name: string, saysWhatHappened: boolean, otherWork: () => OtherWork): boolean {
  if (isNamedForBreadcrumbs(name)) return true;
  const { sets, works, serves } = otherWork();
  if (serves || (works && !saysWhatHappened)) return false;
  return !(sets || works) || isNamedForRecording(name) || isNamedForTransport(name);
}
