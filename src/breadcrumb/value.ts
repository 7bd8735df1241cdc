import type { KnownFunction } from "./known-function.ts";
import type { Edit, Range } from "./range.ts";

/**
 * What an expression of the program yields, as far as the source tells. A value is never a syntax node and
 * belongs to no language; what cannot be seen is `unknown` or `complete: false`, and a rule is silent there.
 *
 * Conversions that keep what is said are looked through (`x as string`, `x!`, `Some(x)`, `x.into()`, `&x`,
 * `await x`): the value is the inner one, at the inner one's range.
 */
/** A value that holds no other. */
export type SingleValue = TextValue | NumberValue | BooleanValue | NothingValue | FunctionValue | UnknownValue;

export type Value =
  | TextValue
  | NumberValue
  | BooleanValue
  | NothingValue
  | TemplateValue
  | RecordValue
  | ListValue
  | NameValue
  | MemberValue
  | CallValue
  | ChoiceValue
  | OperationValue
  | FunctionValue
  | UnknownValue;

interface Common {
  /** Where the expression stands; for the fixed parts of a template, where the words stand. */
  readonly range: Range;
  /** The expression as written. */
  readonly source: string;
  /** Set for a shorthand property (`{ email }`): what must precede a replacement of the value, such as `email: `. */
  readonly shorthand?: string | undefined;
  /** What the expression is according to the platform, whatever its name: the body of a request, a cookie, … */
  readonly origin?: Origin | undefined;
  /** What type information or a declared type says; computed on first use, `undefined` if there is none. */
  readonly type?: ValueType | undefined;
  /** The clock that the expression reads, and its unit, if the source shows them. */
  readonly clock?: Clock | undefined;
  /** The platform's class whose objects have no properties of their own, if the value is certainly one. */
  readonly fieldlessClass?: string | undefined;
  /** Whether it is a promise that nothing awaits here: it arrives empty, whatever comes of it. */
  readonly isPromise?: boolean | undefined;
  /** Whether it is certainly an error: created from an error class, caught, or typed as one. */
  readonly isError?: boolean | undefined;
  /**
   * What straight-line code of the same function does to the value behind a name after this use of it, in order:
   * `cart.total = 3`.
   */
  readonly laterChanges?: readonly Change[] | undefined;
}

/** A change to an object or array in place, which all code with a reference to it sees. */
export interface Change {
  readonly range: Range;
  readonly source: string;
  /** Whether it changes something within the object, which a copy of the object shares. */
  readonly isWithin: boolean;
  /** Whether it runs after what stands in another range, whatever happens: both are in the same straight-line code. */
  follows(range: Range): boolean;
}

/** A string literal, with its escapes resolved. */
export interface TextValue extends Common {
  readonly kind: "text";
  readonly text: string;
}

export interface NumberValue extends Common {
  readonly kind: "number";
  readonly number: number;
}

export interface BooleanValue extends Common {
  readonly kind: "boolean";
  readonly boolean: boolean;
}

/** `null`, `undefined`, `None`, `()`. `word` is the one in the source. */
export interface NothingValue extends Common {
  readonly kind: "nothing";
  readonly word: "null" | "undefined" | "none";
}

/** A string built from parts in order: template literals, concatenations, format macros. */
export interface TemplateValue extends Common {
  readonly kind: "template";
  readonly parts: readonly Value[];
}

/** An object, map or struct literal, with what later straight-line code adds to it before the use. */
export interface RecordValue extends Common {
  readonly kind: "record";
  /** In the order written; of two with the same name the last one counts. */
  readonly fields: readonly Field[];
  /** The values spread into the record. */
  readonly spreads: readonly Value[];
  /** False when there may be fields that are not listed: a spread, a computed key, a mutation elsewhere. */
  readonly complete: boolean;
}

export interface ListValue extends Common {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly complete: boolean;
}

/** A name that stands for a value: a variable, a parameter, `this`. */
export interface NameValue extends Common {
  readonly kind: "name";
  readonly name: string;
  readonly binding: Binding | undefined;
  /** True where neither the file nor what is known of its surroundings declares the name. */
  readonly isUndeclared?: boolean | undefined;
  /**
   * The value of the name at this place, if the file shows it: the initialiser or the last write before it, a `choice`
   * if branches write different values, a `member` if it was destructured or iterated.
   */
  readonly definition: Value | undefined;
  /** The SDK export that the name stands for, as a path below the SDK: `["Severity"]`; `[]` is the SDK itself. */
  readonly sdk?: readonly string[] | undefined;
  /** The entry in the language's table for the function of that name. */
  readonly known?: KnownFunction | undefined;
  /** Whether it may still hold a string here that it was given, by the tests before that leave or write another one. */
  mayHold?(text: string): boolean;
}

/** A member of another value: `user.email`, `users[i]`. */
export interface MemberValue extends Common {
  readonly kind: "member";
  readonly object: Value;
  /** Undefined if the member is computed, or an item of an array. */
  readonly name: string | undefined;
  /** The index of the member in an array, if the source shows it: 1 for `parts[1]`. */
  readonly index?: number | undefined;
  /** The expression of a computed member. */
  readonly key?: Value | undefined;
  /** Where the member's own name stands. */
  readonly nameRange: Range;
  /** The value of the member, if the file shows it. */
  readonly definition: Value | undefined;
  readonly sdk?: readonly string[] | undefined;
  readonly known?: KnownFunction | undefined;
}

export interface CallValue extends Common {
  readonly kind: "call";
  /** A `name` for a plain call, a `member` for a method (its `object` is the receiver). */
  readonly callee: Value;
  readonly arguments: readonly Value[];
  /** Whether it builds an instance: `new Date()`. */
  readonly construct: boolean;
  /** Whether its argument is a tagged template: `` t`Sent to ${to}` ``. */
  readonly isTagged?: boolean | undefined;
  /** The result for these arguments, if the function is in the same file; one level deep. */
  readonly result: Value | undefined;
}

/** One of several: both arms of a conditional, `a ?? b`, `a || b`, what different branches wrote. */
export interface ChoiceValue extends Common {
  readonly kind: "choice";
  readonly branches: readonly Value[];
}

/**
 * An operation whose result is another kind of thing than its operands: comparisons, negations, arithmetic.
 * Operators are written alike for all languages: `==` stands for every equality, `!`, `typeof`, `in`, `is` (an
 * instance or pattern test), `<`, `+`, `-`, `*`, `/`, `%`.
 */
export interface OperationValue extends Common {
  readonly kind: "operation";
  readonly operator: string;
  readonly result: "boolean" | "number" | "text" | "unknown";
  readonly operands: readonly Value[];
}

export interface FunctionValue extends Common {
  readonly kind: "function";
  /** The result of a call, a `choice` if it returns at several places; undefined if it is not known. */
  readonly returns?: Value | undefined;
}

export interface UnknownValue extends Common {
  readonly kind: "unknown";
}

/** The fields that a Sentry breadcrumb has for a program to set. */
export type FieldName = "type" | "category" | "message" | "level" | "timestamp" | "data";

/** One entry of a record, or one argument of a wrapper that becomes a field of the breadcrumb. */
export interface Field {
  /** Undefined where the key is computed and cannot be read. */
  readonly name: string | undefined;
  /** Where the key stands, with its quotes; undefined for a positional argument. */
  readonly keyRange: Range | undefined;
  /** The expression of a computed key. */
  readonly computedKey?: Value | undefined;
  /** The spread that contributes it, if it is defined in another record: `base` in `{ ...base }`. */
  readonly spread?: Value | undefined;
  readonly value: Value;
  readonly range: Range;
  /** The range to delete to remove the field, including its separator; undefined if that is unsafe. */
  readonly removal: Range | undefined;
}

/** The declaration behind a name. */
export interface Binding {
  readonly name: string;
  readonly import: { readonly module: string; readonly name: string } | undefined;
  /** Every place that reads the name, in order. */
  readonly uses: readonly Range[];
  /** Takes the declaration out of the file; undefined when something would be lost with it. */
  readonly removal: readonly Edit[] | undefined;
  /** Whether other files can see it. */
  readonly exported: boolean;
}

/**
 * The representation of a time: milliseconds or seconds since the Unix epoch, milliseconds since the start of the
 * program, a date object, a string in the format RFC 3339, or a number in any other unit.
 */
export type Clock = "milliseconds" | "seconds" | "since-start" | "date" | "date-text" | "other-unit";

/** Where data comes from by the platform's own account, however the program names it. */
export type Origin =
  | "request-body"
  | "request-headers"
  | "request-query"
  | "request-cookies"
  | "client-address"
  | "cookies"
  | "authorization"
  | "environment"
  | "storage"
  | "form"
  | "input-value"
  | "url"
  | "url-query"
  | "position"
  | "claims"
  /** The stored data of the signed-in user. */
  | "session"
  /** A whole request, or what one is made by, whose headers hold credentials. */
  | "request"
  /** An object that contains a request, among other things. */
  | "request-context"
  /** The request in an HTTP client's error. */
  | "failed-request"
  | "state";

/** The known type of a value. */
export interface ValueType {
  readonly kind: "boolean" | "number" | "text" | "literals" | "record" | "list" | "other";
  /** The declared name, such as `EmailAddress` or `Redacted`. */
  readonly name: string | undefined;
  /**
   * For `literals`, the strings of a union of literals; empty for an enum of numbers. For `other`, the properties that
   * it omits: `Omit<User, "password">`.
   */
  readonly literals: readonly string[];
  /** The constant beginning of a `text`, if its type has one: `` `0x${string}` ``. */
  readonly prefix?: string | undefined;
  /** The properties of a `record`, as far as declared by the project; read on first use. */
  readonly properties: readonly { readonly name: string; readonly type: ValueType | undefined }[];
  /** The type of an array's items, or of the values of a `Map` or `Record`. */
  readonly item: ValueType | undefined;
  /**
   * What the language's table knows of types of that name: that they show a placeholder wherever their values are
   * printed, that these are no data, whatever they are called, or that they have no properties of their own.
   */
  readonly known?: "guarded" | "no-data" | "fieldless" | undefined;
}
