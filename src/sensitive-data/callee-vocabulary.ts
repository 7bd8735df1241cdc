import { set, type Words } from "./tables.ts";

/** What the names of functions and methods say of their result. Data only; words as in `vocabulary.ts`. */

/**
 * A name that starts with one of these asks a question. `use` and `with` are not among them: hooks return
 * data.
 */
export const booleanPrefixes: Words = set(`
  is are has have can could should was were will does did needs contains includes exists equals matches
  validate check
  supports allows requires any
  `);

/** `verify` gives the claims of a token, but only an answer about these. */
export const verifiedWithAnswer: Words = set(`
  password email otp pin code phone signature hash passcode mfa totp
`);

/** A name that ends in one of these measures: `len`, `word_count`, `byteLength`. */
export const numberSuffixes: Words = set("count length size");

/**
 * Words that make a result safe wherever they stand: one-way functions, ciphers, masks. `tokenize` says too
 * little.
 */
export const sanitisingWords: Words = set(`
  hash hashed sha md5 hmac digest bcrypt scrypt argon pbkdf blake murmur murmurhash xxhash siphash crc
  checksum mask masked
  redact redacted redaction anonymize anonymise anonymized anonymised pseudonymize pseudonymise pseudonymized
  pseudonymised obfuscate obfuscated scrub scrubbed scrubber encrypt encrypted encipher deidentify censor
  `);

/** These clean in many senses (markup, white space), and for privacy only together with a privacy word. */
export const cleaningWords: Words = set(`
  sanitize sanitise sanitized sanitised clean cleanse filter strip remove omit drop hide exclude without safe
  secure
  protect conceal no
  `);

export const privacyWords: Words = set(`
  pii phi sensitive personal private privacy confidential gdpr log logging logger logs secret secrets
  credential
  credentials breadcrumb sentry telemetry
  `);

/**
 * Verbs whose function returns what the rest of the name says: `getEmail`, `fetchUserProfile`,
 * `decode_token`.
 */
export const gettingVerbs: Words = set(`
  get fetch load read retrieve resolve find lookup obtain acquire query select use require ensure create
  generate issue
  sign mint decode decrypt parse extract build make normalize format current derive compute refresh peek take
  pop pick
  `);

/** What lexers and language models do with a `token`, which is a piece of text there. */
export const ofLexer: Words = set("normalize normalise peek pop take consume advance eat stem lemmatize");

/** Ends of such names that are about how, not what: `getEmailAsync`, `getUserOrThrow`, `getTokenSync`. */
export const waysOfGetting: Words = set("async sync silently safe");
