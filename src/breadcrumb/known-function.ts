/**
 * The known behaviour of a function from a standard or very common library. It comes from the language's table
 * (`values/known-functions.ts` of its detector); code that reads values knows no function by name.
 */
export interface KnownFunction {
  /** Which of a call's receiver and arguments come back in its result, in whatever form; undefined if not known. */
  readonly handsOn?: "all" | "arguments" | "first" | "nothing";
  /** The type of its result, if every function of that name returns this type. */
  readonly yields?: "text" | "list" | "number";
  readonly does?: Behaviour;
  /** Set if the first argument is its subject, not the object it is called on. */
  readonly on?: "first";
}

/** The effect of a function, by which a call is judged together with its arguments. */
export type Behaviour =
  /** Returns its string, with at most case and surrounding whitespace changed. */
  | "keep-text"
  /** Converts its argument to a string: `String(count)`. */
  | "make-text"
  | "join"
  /** Says whether something is in what it is called on. */
  | "has"
  /** Returns the index of a string in another. */
  | "index"
  | "concat"
  | "split"
  | "repeat"
  | "replace"
  /** Yields what lies between two places; a negative one counts from the end. */
  | "slice"
  /** The same, where a negative place is the start. */
  | "substring"
  /** Writes JSON, of the listed keys only or by a function, where there is a second argument. */
  | "json"
  /** Serialises an object, but not, or not certainly, as JSON. */
  | "stringify"
  /** Leaves the named properties of its first argument, or takes them out. */
  | "pick"
  | "omit"
  /** Returns one or several items of its subject. Its arguments select the items, and are not part of the result. */
  | "choose"
  /** Yields the last item. */
  | "last"
  /** Returns the result of its callback, for one value or for each of many. */
  | "map"
  /** The same, accumulated over all items from an initial value. */
  | "fold"
  /** Yields the keys of an object with their values. */
  | "entries"
  /** Returns the value of an object's property, named by its argument. */
  | "read"
  /** Takes a secret out of the type that guards it. */
  | "unwrap"
  /** Keeps a state and takes what it begins with, as its first argument or as the one after the name of a store. */
  | "state"
  | "stored-state"
  /** Creates a schema of an object with these keys, or returns what a schema accepts. */
  | "schema"
  | "parse";
