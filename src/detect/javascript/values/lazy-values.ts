import type { TSESTree } from "@typescript-eslint/utils";
import { letsThrough, resolve } from "../../../breadcrumb/index.ts";
import type {
  Binding,
  CallValue,
  Change,
  ChoiceValue,
  Clock,
  Field,
  FunctionValue,
  KnownFunction,
  ListValue,
  MemberValue,
  NameValue,
  OperationValue,
  Origin,
  Range,
  RecordValue,
  TemplateValue,
  TextFilter,
  TextValue,
  UnknownValue,
  Value,
  ValueType,
} from "../../../breadcrumb/index.ts";
import { clockOf, type Timed } from "./clocks.ts";
import { isError } from "./errors.ts";
import { fieldless } from "./fieldless.ts";
import { depthGuard } from "../../depth.ts";
import { once } from "../../once.ts";
import { dataOriginOf } from "./data-origins.ts";
import { knownFunction } from "./known-functions.ts";

/** Where a value stands, and what is said of it apart from its kind. */
export interface Site {
  readonly range: Range;
  readonly source: string;
  readonly shorthand?: string | undefined;
  readonly type?: (() => ValueType | undefined) | undefined;
  /** Whether it is a promise that nothing awaits here. */
  readonly isPromise?: (() => boolean) | undefined;
}

abstract class LazyValue {
  readonly range: Range;
  readonly source: string;
  readonly shorthand: string | undefined;
  readonly #type: () => ValueType | undefined;
  readonly #isPromise: (() => boolean) | undefined;

  constructor({ range, source, shorthand, type, isPromise }: Site) {
    this.range = range;
    this.source = source;
    this.shorthand = shorthand;
    this.#type = type === undefined ? nothing : once(type);
    this.#isPromise = isPromise;
  }

  get type(): ValueType | undefined {
    return this.#type();
  }

  get isError(): boolean {
    return isError(this as unknown as Value);
  }

  get isPromise(): boolean {
    return this.#isPromise?.() === true;
  }

  get fieldlessClass(): string | undefined {
    return this.type?.known === "fieldless" ? this.type.name : undefined;
  }
}

/** How many expressions within one another are asked for a clock; deeper ones are not written by hand. */
const boundedClock = depthGuard(20);

/** A value that may be a time. */
abstract class TimedValue extends LazyValue {
  readonly #clock = once(() => boundedClock(() => clockOf(this as unknown as Timed)));

  get clock(): Clock | undefined {
    return this.#clock();
  }
}

/** How many members of members are asked where they come from; longer chains are not written by hand. */
const boundedOrigin = depthGuard(30);

/** A value that the platform may say something of. */
abstract class OriginValue extends TimedValue {
  readonly #origin = once(() => boundedOrigin(() => dataOriginOf(this as unknown as MemberValue | CallValue)));

  get origin(): Origin | undefined {
    return this.#origin();
  }
}

function nothing(): undefined {
  return undefined;
}

/** A fixed part of a template literal, which stands in no quotes of its own. */
export class LazyTemplateText extends LazyValue implements TextValue {
  readonly kind = "text";
  readonly text: string;

  constructor(site: Site, text: string) {
    super(site);
    this.text = text;
  }
}

export class LazyTemplate extends LazyValue implements TemplateValue {
  readonly kind = "template";
  readonly #parts: () => readonly Value[];

  constructor(site: Site, parts: () => readonly Value[]) {
    super(site);
    this.#parts = once(parts, []);
  }

  get parts(): readonly Value[] {
    return this.#parts();
  }
}

/** The fields of a record. */
export interface RecordContents {
  readonly fields: readonly Field[];
  readonly spreads: readonly Value[];
  readonly complete: boolean;
  /** Whether something out of sight may have changed it, so that a field may hold another value than listed. */
  readonly isOpen: boolean;
  /** The names of fields that something may replace of which the fields are not known. */
  readonly unsure: ReadonlySet<string>;
  /** The records whose fields are among these. */
  readonly merged: readonly Value[];
}

/** The initial content of an object. */
export const NO_FIELDS: RecordContents = {
  fields: [],
  spreads: [],
  complete: true,
  isOpen: false,
  unsure: new Set(),
  merged: [],
};

const OUT_OF_SIGHT: RecordContents = { ...NO_FIELDS, complete: false, isOpen: true };

export class LazyRecord extends LazyValue implements RecordValue {
  readonly kind = "record";
  /** The literal that a field can be added to. */
  readonly node: TSESTree.ObjectExpression | undefined;
  readonly #contents: () => RecordContents;

  constructor(site: Site, contents: () => RecordContents, node?: TSESTree.ObjectExpression) {
    super(site);
    this.node = node;
    this.#contents = once(contents, OUT_OF_SIGHT);
  }

  get contents(): RecordContents {
    return this.#contents();
  }

  get fields(): readonly Field[] {
    return this.contents.fields;
  }

  get spreads(): readonly Value[] {
    return this.contents.spreads;
  }

  get complete(): boolean {
    return this.contents.complete;
  }
}

export interface Items {
  readonly items: readonly Value[];
  readonly complete: boolean;
}

export class LazyList extends LazyValue implements ListValue {
  readonly kind = "list";
  readonly #contents: () => Items;

  constructor(site: Site, contents: () => Items) {
    super(site);
    this.#contents = once(contents, { items: [], complete: false });
  }

  get items(): readonly Value[] {
    return this.#contents().items;
  }

  get complete(): boolean {
    return this.#contents().complete;
  }
}

interface ReferenceParts {
  readonly definition?: (() => Value | undefined) | undefined;
  readonly sdk?: (() => readonly string[] | undefined) | undefined;
  readonly laterChanges?: (() => readonly Change[] | undefined) | undefined;
}

/** What leads to a value that is elsewhere. */
abstract class LazyReference extends OriginValue {
  readonly #definition: () => Value | undefined;
  readonly #sdk: () => readonly string[] | undefined;
  readonly #laterChanges: () => readonly Change[] | undefined;

  constructor(site: Site, { definition, sdk, laterChanges }: ReferenceParts) {
    super(site);
    this.#definition = once(definition ?? nothing);
    this.#sdk = once(sdk ?? nothing);
    this.#laterChanges = laterChanges ?? nothing;
  }

  get laterChanges(): readonly Change[] | undefined {
    return this.#laterChanges();
  }

  get definition(): Value | undefined {
    return this.#definition();
  }

  get sdk(): readonly string[] | undefined {
    return this.#sdk();
  }

  get known(): KnownFunction | undefined {
    return knownFunction(this as unknown as NameValue | MemberValue);
  }
}

export interface NameParts extends ReferenceParts {
  readonly name: string;
  readonly binding?: () => Binding | undefined;
  /** Whether nothing declares it. */
  readonly isUndeclared?: () => boolean;
  /** Whether it holds what was thrown. */
  readonly isCaught?: () => boolean;
  /** The strings that it may hold, by the tests before it. */
  readonly texts?: () => TextFilter | undefined;
  /** The arguments of framework conventions, by name. */
  readonly origin?: Origin | undefined;
}

export class LazyName extends LazyReference implements NameValue {
  readonly kind = "name";
  readonly name: string;
  readonly #origin: Origin | undefined;
  readonly #binding: () => Binding | undefined;
  readonly #isUndeclared: (() => boolean) | undefined;
  readonly #isCaught: (() => boolean) | undefined;
  readonly #texts: () => TextFilter | undefined;

  constructor(site: Site, { name, binding, isUndeclared, isCaught, origin, texts, ...parts }: NameParts) {
    super(site, parts);
    this.name = name;
    this.#origin = origin;
    this.#binding = once(binding ?? nothing);
    this.#isUndeclared = isUndeclared;
    this.#isCaught = isCaught;
    this.#texts = once(texts ?? nothing);
  }

  mayHold(text: string): boolean {
    return letsThrough(this.#texts(), text);
  }

  override get origin(): Origin | undefined {
    return this.#origin;
  }

  override get isError(): boolean {
    return this.#isCaught?.() === true || super.isError;
  }

  get isUndeclared(): boolean {
    return this.#isUndeclared?.() === true;
  }

  get binding(): Binding | undefined {
    return this.#binding();
  }
}

export interface MemberParts {
  readonly object: () => Value;
  readonly name: () => string | undefined;
  readonly index?: number | undefined;
  readonly key?: () => Value;
  readonly nameRange: Range;
  readonly definition: (object: Value, name: string | undefined) => Value | undefined;
  readonly sdk?: () => readonly string[] | undefined;
  readonly laterChanges?: () => readonly Change[] | undefined;
}

export class LazyMember extends LazyReference implements MemberValue {
  readonly kind = "member";
  readonly index: number | undefined;
  readonly nameRange: Range;
  readonly #object: () => Value;
  readonly #name: () => string | undefined;
  readonly #key: () => Value | undefined;

  constructor(site: Site, { object, name, index, key, nameRange, definition, ...parts }: MemberParts) {
    super(site, { ...parts, definition: () => definition(this.object, this.name) });
    this.index = index;
    this.#key = key ?? nothing;
    this.nameRange = nameRange;
    this.#object = object;
    this.#name = once(name);
  }

  override get fieldlessClass(): string | undefined {
    return this.name === "searchParams" && isUrl(this.object) ? "URLSearchParams" : super.fieldlessClass;
  }

  get object(): Value {
    return this.#object();
  }

  get name(): string | undefined {
    return this.#name();
  }

  get key(): Value | undefined {
    return this.#key();
  }
}

/** `new URL(text)`, or what is typed as one. */
function isUrl(value: Value): boolean {
  const is = resolve(value);
  const made = is.kind === "call" && is.construct && is.callee.kind === "name" ? is.callee.name : undefined;
  return made === "URL" || value.type?.name === "URL";
}

export interface CallParts {
  readonly callee: () => Value;
  readonly arguments: () => readonly Value[];
  readonly construct: boolean;
  readonly isTagged?: boolean;
  readonly result?: () => Value | undefined;
  /** Whether it makes an error by a class of the file. */
  readonly makesError?: () => boolean;
}

export class LazyCall extends OriginValue implements CallValue {
  readonly kind = "call";
  readonly construct: boolean;
  readonly isTagged: boolean | undefined;
  readonly #callee: () => Value;
  readonly #arguments: () => readonly Value[];
  readonly #result: () => Value | undefined;
  readonly #makesError: (() => boolean) | undefined;

  constructor(site: Site, parts: CallParts) {
    super(site);
    this.construct = parts.construct;
    this.isTagged = parts.isTagged;
    this.#callee = parts.callee;
    this.#arguments = once(parts.arguments, []);
    this.#result = once(parts.result ?? nothing);
    this.#makesError = parts.makesError;
  }

  override get isError(): boolean {
    return super.isError || this.#makesError?.() === true;
  }

  override get fieldlessClass(): string | undefined {
    if (!this.construct) return super.fieldlessClass;
    const { callee } = this;
    return callee.kind === "name" && callee.binding === undefined ? fieldless(callee.name) : undefined;
  }

  get callee(): Value {
    return this.#callee();
  }

  get arguments(): readonly Value[] {
    return this.#arguments();
  }

  get result(): Value | undefined {
    return this.#result();
  }
}

export class LazyChoice extends LazyValue implements ChoiceValue {
  readonly kind = "choice";
  readonly #branches: () => readonly Value[];

  constructor(site: Site, branches: () => readonly Value[]) {
    super(site);
    this.#branches = once(branches, []);
  }

  get branches(): readonly Value[] {
    return this.#branches();
  }
}

export class LazyOperation extends TimedValue implements OperationValue {
  readonly kind = "operation";
  readonly operator: string;
  readonly result: OperationValue["result"];
  readonly #operands: () => readonly Value[];

  constructor(site: Site, operator: string, result: OperationValue["result"], operands: () => readonly Value[]) {
    super(site);
    this.operator = operator;
    this.result = result;
    this.#operands = once(operands, []);
  }

  get operands(): readonly Value[] {
    return this.#operands();
  }
}

export class LazyFunction extends LazyValue implements FunctionValue {
  readonly kind = "function";
  readonly #returns: () => Value | undefined;

  constructor(site: Site, returns: () => Value | undefined) {
    super(site);
    this.#returns = once(returns);
  }

  get returns(): Value | undefined {
    return this.#returns();
  }
}

export class LazyUnknown extends LazyValue implements UnknownValue {
  readonly kind = "unknown";
}
