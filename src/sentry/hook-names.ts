import { typoOf } from "./closest.ts";

/** The only option by which SDKs hand over breadcrumbs (sentry-javascript, `packages/core/src/breadcrumbs.ts`). */
const HOOK = "beforeBreadcrumb";

/** `beforeSendBreadcrumb`, `beforeBreadcrumbs`, `beforeAddBreadcrumb`: an option that no SDK reads. */
const LIKE_HOOK = /^before(?:[A-Z]\w*)?Breadcrumbs?$/u;

/** The hook that is meant by the name of an option; undefined for the hook itself and for other options. */
export function meantHook(name: string): typeof HOOK | undefined {
  if (name === HOOK) return undefined;
  return LIKE_HOOK.test(name) ? HOOK : typoOf(name, [HOOK]);
}
