import { alternatives, nameOf, runtimeTypeOf, textOf, type Value } from "../breadcrumb/index.ts";
import { isUntouched } from "./scrubbing.ts";
import { wordsOf } from "./words.ts";

/** What is lost under a key that Sentry scrubs; `value` if only names show that it is not a boolean. */
export type Lost = "text" | "number" | "object" | "list" | "value";

/** A string that its author has already masked. */
const BLANK = /^[^\p{L}\p{N}]*$|^\W*(?:redacted|filtered|hidden|masked|removed|omitted)\W*$|^x{3,}$/iu;

/** Last words of names whose values are no booleans. */
const NO_BOOLEAN = new Set<string | undefined>(
  `address amount at author authors balance client coauthors code codes context count counts credentials date domain
  duration email endpoint error errors event events expiration expiry field fields flow format group groups hash header
  headers host id ids issuer key keys kind label length level limit message method methods ms name names page params
  passwd password passwords path payload phase policy prefix provider providers reason role roles scheme scope scopes
  screen secret secrets seconds server service size source stage status step strategy strength suffix text time token
  tokens total type types uri url usage user username users value values version`.split(/\s+/),
);

/** First words of names that ask a question. */
const QUESTION = new Set<string | undefined>(
  `allow allows are boolean can check compare did does has have is may must needs no not requires should skip supports
  test use uses validate verify was were will`.split(/\s+/),
);

/**
 * What is lost under a key that Sentry scrubs.
 * @param key as far as it is fixed.
 * @returns undefined where it may be nothing, or is: booleans, and a few texts, stay.
 */
export function lostUnder(key: string, value: Value): Lost | undefined {
  let isKnown = true;
  for (const { at, is } of alternatives(value)) {
    const sort = runtimeTypeOf(is) ?? runtimeTypeOf(at);
    if (sort === "number" || sort === "list") return sort;
    if (sort === "record" || sort === "error") return "object";
    if (sort === "date" || sort === "element") return "text";
    const text = textOf(is);
    if (sort === "text" && (text === undefined || !(isUntouched(text) || BLANK.test(text)))) return "text";
    isKnown &&= sort !== undefined;
  }
  if (isKnown) return undefined;
  const names = [key, nameOf(value.kind === "call" ? value.callee : value) ?? ""].map(wordsOf);
  if (names.some(([first]) => QUESTION.has(first))) return undefined;
  return names.some((words) => NO_BOOLEAN.has(words.at(-1))) ? "value" : undefined;
}

/** Whether a value stays under any key. */
export function staysUnderKeys(value: Value): boolean {
  return alternatives(value).every(({ is }) => {
    const text = textOf(is);
    return text === undefined ? ["boolean", "nothing"].includes(runtimeTypeOf(is) ?? "") : isUntouched(text);
  });
}
