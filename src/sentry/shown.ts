/**
 * A value as it would arrive in Sentry, as far as the source shows. What does not arrive has the kind `lost`, and a
 * part of a string or a whole value that is not known has its source instead.
 */
export type Shown = ShownValue & {
  /** Why it is not what the source says, in a few words, with code between backticks. */
  readonly note?: string;
};

type ShownValue =
  | { readonly kind: "known"; readonly value: string | number | boolean | null }
  | { readonly kind: "text"; readonly parts: readonly (string | ShownSource)[] }
  | { readonly kind: "record"; readonly fields: readonly ShownField[]; readonly open: boolean }
  | { readonly kind: "list"; readonly items: readonly Shown[]; readonly open: boolean }
  | { readonly kind: "choice"; readonly branches: readonly Shown[] }
  | ({ readonly kind: "unknown" } & ShownSource)
  | { readonly kind: "lost" };

/** Code whose value the source does not show, on one line of at most 60 characters; empty where there is none. */
export interface ShownSource {
  readonly source: string;
}

/** A field of a breadcrumb, or an entry of an object in its data. */
export interface ShownField {
  readonly name: string;
  readonly value: Shown;
}

/** A breadcrumb as it would arrive in Sentry. */
export interface ShownRecord {
  /** In the order of Sentry's documentation, and after them those that Sentry does not know. */
  readonly fields: readonly ShownField[];
  /** Whether there may be fields that the source does not show. */
  readonly open: boolean;
}
