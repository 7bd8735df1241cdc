import {
  alternatives,
  nameOf,
  places,
  placesByType,
  runtimeTypeOf,
  type Breadcrumb,
  type RuntimeType,
  type Value,
} from "../breadcrumb/index.ts";

/** The fields in which relay accepts only strings (`relay-event-schema/src/protocol/breadcrumb.rs`). */
const TEXT_FIELDS = ["message", "category", "type"] as const;

/** The values in string fields that are not strings. */
export function fieldsOfOtherTypes(
  breadcrumb: Breadcrumb,
): readonly { readonly at: Value; readonly field: string; readonly type: RuntimeType }[] {
  return TEXT_FIELDS.flatMap((field) =>
    placesByType(breadcrumb[field]?.value).flatMap(({ at, type }) =>
      type === "text" || type === "nothing" ? [] : [{ at, field, type }],
    ),
  );
}

/** The objects that become `[object Object]` in a message, as parts of it or by `String`. */
export function objectsInMessage({ message }: Breadcrumb): readonly Value[] {
  if (message === undefined) return [];
  return places(message.value).flatMap(({ at, each }) => {
    const [is, ...others] = each;
    if (is === undefined || others.length > 0) return [];
    const isString = is.kind === "call" && nameOf(is.callee) === "String" && !is.construct;
    const parts = is.kind === "template" ? is.parts : isString ? is.arguments : [];
    return parts.filter((part) => isPlainObject(part)).map((part) => (at === is ? part : at));
  });
}

/** Whether a value is certainly an object that does not say how it becomes a string. */
function isPlainObject(value: Value): boolean {
  return alternatives(value).every(
    ({ at, is }) =>
      at.isPromise !== true &&
      is.kind === "record" &&
      is.complete &&
      !is.fields.some(({ name }) => name === undefined || /^(?:toString|valueOf)$/u.test(name)),
  );
}

/** One breadcrumb of each call: a call records several where its argument may be one or another. */
export function callsOf(breadcrumbs: readonly Breadcrumb[]): Iterable<Breadcrumb> {
  const current = breadcrumbs.filter(({ entry }) => entry !== "legacy");
  return new Map(current.map((breadcrumb) => [breadcrumb.range, breadcrumb])).values();
}

/** The second argument of a call. */
interface Second {
  readonly value: Value;
  /**
   * What the second argument is by mistake: the SDK's function expects a hint, a scope's method the number of
   * breadcrumbs to keep.
   */
  readonly is: "hint" | "maximum";
  readonly isMistaken: boolean;
}

/** The argument of a call that becomes the breadcrumb, and the second one behind it. */
export function argumentsOf({ arguments: all, entry }: Breadcrumb): {
  readonly given: Value | undefined;
  readonly second: Second | undefined;
} {
  const given = all.find(({ becomes }) => becomes === "breadcrumb")?.value;
  const value = all[0]?.value === given ? all[1]?.value : undefined;
  const [is, type] = entry === "scope" ? (["hint", "record"] as const) : (["maximum", "number"] as const);
  return { given, second: value && { value, is, isMistaken: runtimeTypeOf(value) === type } };
}
