import { resolve, type Field, type Setup } from "../breadcrumb/index.ts";
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

/** An option that is meant to be the hook. */
interface MisnamedHook {
  readonly field: Field;
  readonly name: string;
  readonly meant: typeof HOOK;
  /** Whether the hook is there as well. */
  readonly isTaken: boolean;
}

/** The options of `init` that are meant to be the hook. */
export function misnamedHooksIn(setups: readonly Setup[]): readonly MisnamedHook[] {
  return setups.flatMap(({ options }) => {
    const record = options && resolve(options);
    if (record?.kind !== "record") return [];
    return record.fields.flatMap((field) => {
      const { name = "" } = field;
      const meant = meantHook(name);
      const isTaken = record.fields.some((other) => other.name === meant);
      return meant === undefined ? [] : [{ field, name, meant, isTaken }];
    });
  });
}
