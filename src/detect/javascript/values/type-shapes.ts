import type { ValueType } from "../../../breadcrumb/index.ts";
import type { Node } from "../program.ts";
import { knownType } from "./known-types.ts";

export type Property = ValueType["properties"][number];

/** Says what type expressions have. */
export interface TypeReader {
  /** What the type checker, a declaration in the file or a `typeof` says of an expression. Never throws. */
  readonly typeOf: (node: Node) => ValueType | undefined;
}

/** A type of which only the kind and the name are known. */
export function shape(kind: ValueType["kind"], name?: string): ValueType {
  return { kind, name, literals: [], properties: [], item: undefined, known: knownType(name) };
}

/** The same of a type that is not the platform's, whatever it is called. */
export function ownShape(kind: ValueType["kind"], name?: string): ValueType {
  const type = shape(kind, name);
  return type.known === "fieldless" ? { ...type, known: undefined } : type;
}

/** Each property once; the first one of a name counts. */
export function withProperties(type: ValueType, properties: () => ValueType["properties"]): ValueType {
  return lazily(type, "properties", () => {
    const found = safely(properties) ?? [];
    const first = new Map([...found].reverse().map((property) => [property.name, property]));
    return found.filter((property) => first.get(property.name) === property);
  });
}

/** The result; undefined if the type checker throws. */
export function safely<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}

/** Computes a property on first use; types refer to themselves, so none may be spelt out in advance. */
export function lazily<T extends object>(object: T, key: keyof T, compute: () => T[typeof key]): T {
  return Object.defineProperty(object, key, {
    configurable: true,
    enumerable: true,
    get() {
      const value = compute();
      Object.defineProperty(object, key, { value });
      return value;
    },
  });
}
