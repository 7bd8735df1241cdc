import { alternatives, type Alternative, type Breadcrumb, type Edit, type Field } from "../breadcrumb/index.ts";
import { Places, replaceText, rewriteText } from "./index.ts";

/** A place in a breadcrumb where what a field holds is chosen. */
export interface FieldPlace extends Alternative {
  readonly field: Field;
  readonly breadcrumb: Breadcrumb;
}

/** The places where the breadcrumbs of a file choose what one of their fields holds. */
export class FieldPlaces {
  readonly all: readonly FieldPlace[];
  readonly #places: Places;

  constructor(breadcrumbs: readonly Breadcrumb[], name: "category" | "level" | "type") {
    this.all = breadcrumbs.flatMap((breadcrumb) => {
      const field = breadcrumb[name];
      return field === undefined ? [] : alternatives(field.value).map((place) => ({ ...place, field, breadcrumb }));
    });
    this.#places = new Places(this.all.map(({ at }) => at.range));
  }

  /** Replaces the string in a place, or in its definition; undefined if that would affect other code. */
  rewrite({ breadcrumb, at, is }: FieldPlace, text: string): Edit[] | undefined {
    return rewriteText(breadcrumb.write, { at, is }, text, this.#places);
  }
}

/** Replaces whatever is in a place with another string. */
export function replaceAt({ breadcrumb, at }: FieldPlace, text: string): Edit[] {
  return replaceText(breadcrumb.write, at, text);
}
