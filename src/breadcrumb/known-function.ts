/**
 * What is known of a function of a standard library, or of a library that is used everywhere. The table of a language
 * says it (`values/known-functions.ts` of its detector); whoever reads values knows no function by its name.
 */
export interface KnownFunction {
  /** Which of a call's receiver and arguments come back in its result, in whatever form; undefined if not known. */
  readonly handsOn?: "all" | "arguments" | "first" | "nothing";
  /** What its result is, where no function of that name yields anything else. */
  readonly yields?: "text" | "list";
  readonly does?: Behaviour;
  /** What it works on, where that is its first argument and not what it is called on. */
  readonly on?: "first";
}

/** What a function does, where others judge a call by that and by its arguments. */
export type Behaviour =
  /** Yields the text that it is called on, apart from its case and the space around it. */
  | "keep-text"
  /** Yields its argument as a text: `String(count)`. */
  | "make-text"
  | "join"
  /** Says whether something is in what it is called on. */
  | "has"
  /** Yields the place of a text in another. */
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
  /** Writes another text of an object, or it is not sure that it is JSON. */
  | "stringify"
  /** Leaves the named properties of its first argument, or takes them out. */
  | "pick"
  | "omit"
  /** Yields an item of what it works on, or some of them: what it is given chooses, and does not leave. */
  | "choose"
  /** Yields the last item. */
  | "last"
  /** Yields what the function which it is given returns, for one value or for each of many. */
  | "map"
  /** The same for all together, beginning with a value that it is given, too. */
  | "fold"
  /** Yields the keys of an object with their values. */
  | "entries"
  /** Yields what an object holds under the name that it is given. */
  | "read"
  /** Takes a secret out of the type that guards it. */
  | "unwrap"
  /** Keeps a state and takes what it begins with, as its first argument or as the one after the name of a store. */
  | "state"
  | "stored-state"
  /** Makes a schema of an object with these keys; hands on what a schema lets through. */
  | "schema"
  | "parse";
