import { isWithin, type Breadcrumb, type Edit, type LogCall } from "../breadcrumb/index.ts";

interface Planned {
  readonly breadcrumb: Breadcrumb;
  readonly call: LogCall;
}

/** A breadcrumb that is to become a log; without a call it stays. */
export interface Conversion extends Partial<Planned> {
  readonly breadcrumb: Breadcrumb;
  /** Whether `--fix` may convert it, together with others. */
  readonly automatic: boolean;
}

/**
 * The maximum number of breadcrumbs whose edit includes the import: such an edit contains all the text from the call to
 * the import.
 */
const MAX_DISTANT = 20;

/**
 * The edits that convert each breadcrumb to a log. If an import has to change, the first breadcrumb that `--fix`
 * converts carries the edits of all of them, so that an import which only they use is removed.
 * @returns nothing for breadcrumbs that the language's writer cannot turn into a log.
 */
export function logEdits(conversions: readonly Conversion[]): ReadonlyMap<Breadcrumb, readonly Edit[]> {
  const found = new Map<Breadcrumb, readonly Edit[]>();
  const automatic: Planned[] = [];
  let first: Breadcrumb | undefined;
  let far = 0;
  for (const { breadcrumb, call, automatic: isAutomatic } of conversions) {
    if (call === undefined) continue;
    const edits = breadcrumb.write.log(call);
    if (edits === undefined) continue;
    if (isAutomatic) automatic.push({ breadcrumb, call });
    const isFar = edits.some(({ range }) => !isWithin(range, breadcrumb.range));
    if (isFar) far += 1;
    if (far > MAX_DISTANT && isFar) continue;
    found.set(breadcrumb, edits);
    if (isFar && isAutomatic) first ??= breadcrumb;
  }
  if (first !== undefined) found.set(first, atOnce(automatic));
  return found;
}

function atOnce(conversions: readonly Planned[]): readonly Edit[] {
  const callees = conversions.map(({ breadcrumb }) => breadcrumb.callee.range);
  const edits = conversions.flatMap(({ breadcrumb: { write }, call }) => write.log(call, callees) ?? []);
  return [...new Map(edits.map((edit) => [String(edit.range) + edit.text, edit])).values()];
}
