import type { BreadcrumbEntry, Inventory, PageData } from "../shape.ts";
import { button, count, figure, h, type Content } from "./dom.ts";
import { isFlood, shownField, type Filter } from "./filter.ts";
import { kindName, ruleName } from "./groups.ts";

type Column = "where" | "message" | "category" | "level" | "findings";

interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

/** How many breadcrumbs a page of the table shows; printed are at most so many. */
const PAGE = 50;
const PRINTED = 2_000;

const COLUMNS: Readonly<Record<Column, string>> = {
  where: "Where",
  message: "Message and data",
  category: "Category",
  level: "Level",
  findings: "Findings",
};

/** From what matters least to what matters most; other texts come before. */
const LEVELS: readonly string[] = ["debug", "info", "log", "warning", "error", "fatal"];

export interface BreadcrumbTable {
  readonly element: HTMLElement;
  /** The breadcrumbs that the filter lets through. */
  readonly matching: () => readonly BreadcrumbEntry[];
}

/**
 * The table of breadcrumbs: sorted by its headings, narrowed down by the filter, one page at a time.
 * @param say tells a screen reader what has happened.
 */
export function table({ inventory, link }: PageData, filter: Filter, say: (text: string) => void): BreadcrumbTable {
  const { breadcrumbs } = inventory;
  let sort: Sort = { column: "where", descending: false };
  let page = 0;
  let isPrinted = false;
  let matching: readonly BreadcrumbEntry[] = breadcrumbs;

  const sortBy = (column: Column): void => {
    const again = sort.column === column;
    sort = { column, descending: again ? !sort.descending : column === "findings" || column === "level" };
    page = 0;
    arrange();
    say(`Sorted by ${COLUMNS[column].toLowerCase()}, ${sort.descending ? "descending" : "ascending"}.`);
  };
  const heads = (Object.keys(COLUMNS) as Column[]).map((column) => ({ column, head: head(column, sortBy) }));
  const body = h("tbody", { role: "rowgroup" });
  const caption = h("caption", { class: "hidden" }, "Breadcrumbs");
  const grid = h(
    "table",
    { role: "table" },
    caption,
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...heads.map(({ head }) => head))),
    body,
  );
  const nothing = nothingLeft(filter);
  const pager = h("nav", { class: "pager", "aria-label": "Pages of the list" });

  const show = (): void => {
    const pages = Math.max(1, Math.ceil(matching.length / PAGE));
    page = Math.max(0, Math.min(page, pages - 1));
    const rows = isPrinted ? matching.slice(0, PRINTED) : matching.slice(page * PAGE, (page + 1) * PAGE);
    body.replaceChildren(...rows.map((breadcrumb) => row(breadcrumb, inventory, link, say)));
    grid.hidden = rows.length === 0;
    nothing.hidden = rows.length > 0;
    pager.hidden = pages === 1;
    const turn = (by: number): void => {
      page += by;
      show();
      grid.scrollIntoView({ block: "start" });
      say(`Page ${page + 1} of ${pages}.`);
      focusPager(pager, by);
    };
    pager.replaceChildren(
      pagerButton("Previous", page === 0, () => {
        turn(-1);
      }),
      h("span", {}, `Page ${figure(page + 1)} of ${figure(pages)}`),
      pagerButton("Next", page === pages - 1, () => {
        turn(1);
      }),
    );
  };
  const arrange = (): void => {
    matching = sorted(breadcrumbs, sort).filter((breadcrumb) => filter.matches(breadcrumb));
    for (const { column, head } of heads) {
      if (column === sort.column) head.setAttribute("aria-sort", sort.descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    show();
  };
  filter.onChange(() => {
    page = 0;
    arrange();
  });
  window.addEventListener("beforeprint", () => {
    isPrinted = true;
    show();
  });
  window.addEventListener("afterprint", () => {
    isPrinted = false;
    show();
  });
  arrange();
  return { element: h("div", {}, grid, nothing, pager), matching: () => matching };
}

/** A heading that sorts by its column. */
function head(column: Column, sortBy: (column: Column) => void): HTMLTableCellElement {
  const sorts = button(
    { class: "sort" },
    () => {
      sortBy(column);
    },
    COLUMNS[column],
    h("span", { class: "arrow", "aria-hidden": "true" }),
  );
  return h("th", { scope: "col", role: "columnheader", class: `is-${column}`, "data-title": COLUMNS[column] }, sorts);
}

/** What stands in the place of the table where the filter lets nothing through. */
function nothingLeft(filter: Filter): HTMLElement {
  return h(
    "p",
    { class: "nothing" },
    "No breadcrumb matches. ",
    button(
      { class: "plain" },
      () => {
        filter.clear();
      },
      "Show all",
    ),
  );
}

function pagerButton(title: string, disabled: boolean, turn: () => void): HTMLButtonElement {
  return button({ class: "plain", disabled }, turn, title);
}

/** What was pressed is drawn anew: the focus goes to what can still be pressed. */
function focusPager(pager: HTMLElement, by: number): void {
  const [back, , on] = pager.children;
  const wanted = by < 0 ? back : on;
  const other = by < 0 ? on : back;
  const next = wanted instanceof HTMLButtonElement && !wanted.disabled ? wanted : other;
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

function sorted(breadcrumbs: readonly BreadcrumbEntry[], { column, descending }: Sort): readonly BreadcrumbEntry[] {
  const direction = descending ? -1 : 1;
  return breadcrumbs
    .map((breadcrumb, index) => ({ breadcrumb, index, key: sortKey(breadcrumb, column, index) }))
    .sort((a, b) => compare(a.key, b.key) * direction || a.index - b.index)
    .map(({ breadcrumb }) => breadcrumb);
}

function sortKey(breadcrumb: BreadcrumbEntry, column: Column, index: number): string | number {
  switch (column) {
    case "where":
      return index;
    case "message":
      return (shownField(breadcrumb.message) ?? "").toLowerCase();
    case "category":
      return (shownField(breadcrumb.category) ?? "").toLowerCase();
    case "level":
      return LEVELS.indexOf(shownField(breadcrumb.level) ?? "");
    case "findings":
      return breadcrumb.findings.length;
  }
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function row(
  breadcrumb: BreadcrumbEntry,
  { kinds, messages, rules }: Inventory,
  link: string | undefined,
  say: (text: string) => void,
): HTMLTableRowElement {
  const { callee, function: within, category, level, message, form, dataKeys, findings, personalData } = breadcrumb;
  const cell = (column: Column, ...content: readonly Content[]): HTMLTableCellElement => {
    return h("td", { role: "cell", class: `is-${column}`, "data-title": COLUMNS[column] }, ...content);
  };
  const field = (known: typeof category): HTMLElement => {
    if (known === undefined) return h("span", { class: "quiet" }, "none");
    return known === null
      ? h("span", { class: "quiet" }, "not known")
      : h("code", {}, ...breakable(shownField(known) ?? ""));
  };
  const said = shownField(message);
  const noText = messages || form === "none" ? NO_TEXT[form] : WITHHELD[form];
  const marks = [
    ...personalData.map((kind) => h("li", { class: "mark alert" }, kindName(kinds, kind))),
    ...(breadcrumb.lost ? [h("li", { class: "mark alert" }, "Lost")] : []),
    ...(breadcrumb.repetition === undefined || breadcrumb.forwards
      ? []
      : [
          h(
            "li",
            { class: isFlood(breadcrumb) ? "mark alert" : "mark" },
            `${REPETITIONS[breadcrumb.repetition.kind]}: ${breadcrumb.repetition.name}`,
          ),
        ]),
    ...(breadcrumb.log.advised ? [h("li", { class: "mark" }, "Better a log")] : []),
    ...(breadcrumb.entry === "sdk" ? [] : [h("li", { class: "mark" }, `By ${ENTRIES[breadcrumb.entry]}`)]),
    ...(breadcrumb.forwards ? [h("li", { class: "mark" }, "Part of a wrapper")] : []),
  ];
  return h(
    "tr",
    { role: "row" },
    cell(
      "where",
      place(breadcrumb, link, say),
      h("span", { class: "quiet small" }, within === undefined ? callee : `${callee} in ${within}`),
    ),
    cell(
      "message",
      said === undefined ? h("span", { class: "quiet" }, noText) : h("span", { class: "said" }, said),
      dataKeys.length > 0 && h("span", { class: "small keys" }, "data: ", h("code", {}, dataKeys.join(", "))),
      marks.length > 0 && h("ul", { class: "marks" }, ...marks),
    ),
    cell("category", field(category)),
    cell("level", field(level)),
    cell("findings", findings.length === 0 ? h("span", { class: "quiet" }, "none") : details(findings, rules)),
  );
}

const NO_TEXT: Readonly<Record<BreadcrumbEntry["form"], string>> = {
  static: "none",
  template: "not known",
  variable: "not known",
  none: "no message",
};

const WITHHELD: Readonly<Record<BreadcrumbEntry["form"], string>> = {
  static: "constant message, omitted",
  template: "message with values, omitted",
  variable: "built elsewhere",
  none: "no message",
};

const REPETITIONS: Readonly<Record<NonNullable<BreadcrumbEntry["repetition"]>["kind"], string>> = {
  loop: "Every iteration",
  iteration: "Every item",
  timer: "Every tick",
  frame: "Every frame",
  event: "Every event",
  render: "Every render",
};

const ENTRIES: Readonly<Record<BreadcrumbEntry["entry"], string>> = {
  sdk: "the SDK",
  scope: "a scope",
  hub: "a hub",
  legacy: "a removed API",
  wrapper: "a wrapper",
};

function details(findings: BreadcrumbEntry["findings"], rules: Inventory["rules"]): HTMLElement {
  return h(
    "details",
    {},
    h(
      "summary",
      {},
      h("span", {}, count(findings.length, "finding")),
      h("span", { class: "names" }, [...new Set(findings.map(({ ruleId }) => ruleName(ruleId)))].join(", ")),
    ),
    h("ul", { class: "findings" }, ...findings.map((finding) => findingItem(finding, rules))),
  );
}

/** A finding with the link to its rule's page. */
export function findingItem(
  finding: BreadcrumbEntry["findings"][number],
  rules: Inventory["rules"],
  where?: Node,
): HTMLElement {
  const url = rules[finding.ruleId]?.url;
  const name = ruleName(finding.ruleId);
  const repair = finding.fixable ? "Can be fixed automatically." : finding.suggestions > 0 && "Has suggestions.";
  return h(
    "li",
    {},
    where,
    where && " ",
    url === undefined ? name : h("a", { href: url, rel: "noreferrer" }, name),
    h(
      "span",
      { class: finding.severity === "error" ? "severity alert" : "severity" },
      finding.severity === "error" ? "error" : "warning",
    ),
    h("span", { class: "explained" }, ...prose(finding.message), repair && ` ${repair}`),
  );
}

/** A text in which code stands between backticks. */
export function prose(text: string): readonly Content[] {
  return text.split("`").map((part, index) => (index % 2 === 0 ? part : h("code", {}, part)));
}

/** A path, or else a category, that may go on in the next line behind what parts it. */
function breakable(text: string): readonly Content[] {
  return text.split(text.includes("/") ? /(?<=\/)/u : /(?<=[.:_-])/u).flatMap((part) => [part, h("wbr")]);
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where something is: a link, or what can be copied into an editor's search. */
export function place(
  { file, line, column }: Place,
  link: string | undefined,
  say: (text: string) => void,
): HTMLElement {
  const text = `${file}:${line}`;
  const shown = breakable(text);
  if (link !== undefined) {
    const values: Readonly<Record<string, string | number>> = {
      file: file.split("/").map(encodeURIComponent).join("/"),
      line,
      column,
    };
    const href = link.replace(/\{(file|line|column)\}/gu, (written, name: string) => String(values[name] ?? written));
    return h("a", { class: "place", href, rel: "noreferrer" }, ...shown);
  }
  const copied = `${text}:${column}`;
  return button(
    { class: "place", title: "Copy" },
    () => {
      // Some browsers refuse where the page was opened from a disk; the text can be selected all the same.
      navigator.clipboard.writeText(copied).then(
        () => {
          say(`Copied ${copied}.`);
        },
        () => {
          say(copied);
        },
      );
    },
    ...shown,
  );
}
