import type { BreadcrumbEntry, Known } from "../shape.ts";

/** By what breadcrumbs can be told apart with one click. */
export type Facet = "flag" | "category" | "level" | "folder" | "file" | "form" | "rule" | "kind" | "log";

/** One choice of a facet, and how the list of filters names it. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** The keys of what has no value, and of what the source does not tell: no text of a program has these characters. */
export const NONE = "\u0000none";
export const UNKNOWN = "\u0000unknown";

/** What the table is narrowed down to; whoever is told of a change draws itself anew. */
export class Filter {
  readonly #choices = new Map<Facet, Choice>();
  readonly #listeners: (() => void)[] = [];
  #words: readonly string[] = [];

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  get choices(): ReadonlyMap<Facet, Choice> {
    return this.#choices;
  }

  get isActive(): boolean {
    return this.#choices.size > 0 || this.#words.length > 0;
  }

  has(facet: Facet, key: string): boolean {
    return this.#choices.get(facet)?.key === key;
  }

  /** Chooses, or gives a choice up that was made before. */
  toggle(facet: Facet, choice: Choice): void {
    if (this.has(facet, choice.key)) this.#choices.delete(facet);
    else this.#choices.set(facet, choice);
    this.#tell();
  }

  drop(facet: Facet): void {
    this.#choices.delete(facet);
    this.#tell();
  }

  /** Breadcrumbs with all of the words, wherever they have them. */
  search(text: string): void {
    this.#words = text
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => word !== "");
    this.#tell();
  }

  clear(): void {
    this.#choices.clear();
    this.#words = [];
    this.#tell();
  }

  matches(breadcrumb: BreadcrumbEntry): boolean {
    for (const [facet, { key }] of this.#choices) if (!isIn(breadcrumb, facet, key)) return false;
    if (this.#words.length === 0) return true;
    const text = searchText(breadcrumb);
    return this.#words.every((word) => text.includes(word));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Whether one choice holds for a breadcrumb. */
function isIn(breadcrumb: BreadcrumbEntry, facet: Facet, key: string): boolean {
  switch (facet) {
    case "flag":
      return hasFlag(breadcrumb, key);
    case "category":
      return keysOf(breadcrumb.category).includes(key);
    case "level":
      return keysOf(breadcrumb.level).includes(key);
    case "folder":
      return isBelow(breadcrumb.file, key);
    case "file":
      return breadcrumb.file === key;
    case "form":
      return breadcrumb.form === key;
    case "rule":
      return breadcrumb.findings.some(({ ruleId }) => ruleId === key);
    case "kind":
      return breadcrumb.personalData.includes(key);
    case "log":
      return breadcrumb.log.advised && breadcrumb.log.rewrite === key;
  }
}

function hasFlag(breadcrumb: BreadcrumbEntry, key: string): boolean {
  switch (key) {
    case "personal":
      return breadcrumb.personalData.length > 0;
    case "lost":
      return breadcrumb.lost;
    case "flood":
      return isFlood(breadcrumb);
    case "log":
      return breadcrumb.log.advised;
    default:
      return breadcrumb.findings.length > 0;
  }
}

/** Whether each turn of something records it. */
export function isFlood({ repetition, forwards }: BreadcrumbEntry): boolean {
  return !forwards && repetition?.conditional === false;
}

/** @param folder with `/` at its end for all below it, without for the files in it alone. */
function isBelow(file: string, folder: string): boolean {
  if (folder.endsWith("/")) return file.startsWith(folder) || folder === "./";
  return (file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".") === folder;
}

/** The keys by which a field is chosen. */
function keysOf(known: Known | undefined): readonly string[] {
  if (known === undefined) return [NONE];
  if (known === null) return [UNKNOWN];
  return typeof known === "string" ? [known] : known;
}

/** A field as the page shows it; undefined where there is none. */
export function shownField(known: Known | undefined): string | undefined {
  return typeof known === "object" && known !== null ? known.join(" or ") : (known ?? undefined);
}

const texts = new WeakMap<BreadcrumbEntry, string>();

function searchText(breadcrumb: BreadcrumbEntry): string {
  const known = texts.get(breadcrumb);
  if (known !== undefined) return known;
  const { file, line, callee, entry, category, level, type, message, dataKeys, findings, personalData } = breadcrumb;
  const fields = [category, level, type, message].map(shownField);
  const said = findings.flatMap((finding) => [finding.ruleId, finding.message]);
  const all = [`${file}:${line}`, callee, entry, breadcrumb.function, ...fields, ...dataKeys, ...said, ...personalData];
  const text = all
    .filter((one) => one !== undefined)
    .join("\n")
    .toLowerCase();
  texts.set(breadcrumb, text);
  return text;
}
