/** What a function does beside recording. */
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
