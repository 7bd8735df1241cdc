import type { BreadcrumbEntry, Inventory, PageData } from "../shape.ts";
import { bars, type BarOptions, type Bars } from "./bars.ts";
import { button, count, figure, h, type Content } from "./dom.ts";
import { Filter, type Choice, type Facet } from "./filter.ts";
import {
  fieldGroups,
  folderGroups,
  formGroups,
  KEPT,
  kindGroups,
  ruleGroups,
  ruleName,
  trailGroups,
  type Group,
} from "./groups.ts";
import { findingItem, place, prose, table } from "./table.ts";
import { themeButton } from "./theme.ts";

const LOG_GROUPS: Readonly<Record<BreadcrumbEntry["log"]["rewrite"], string>> = {
  same: "Becomes a log",
  adapted: "Becomes a log, with changes",
  none: "By hand only",
};

function build({ inventory, link }: PageData): void {
  document.title = `Breadcrumbs of ${inventory.root}`;
  const page = document.getElementById("page");
  if (inventory.breadcrumbs.length === 0)
    page?.append(header(inventory), empty({ inventory, ...(link !== undefined && { link }) }), footer(inventory));
  else page?.append(header(inventory), ...full({ inventory, ...(link !== undefined && { link }) }), footer(inventory));
}

function header({ root, preset, plugin, summary, messages }: Inventory): HTMLElement {
  const facts = [
    `${count(summary.breadcrumbs, "breadcrumb")} in ${count(summary.files, "file")}`,
    count(summary.findings, "finding"),
    `rules of ${preset} ${plugin}`,
    messages ? "" : "without messages",
  ].filter((fact) => fact !== "");
  return h(
    "header",
    { class: "top" },
    h(
      "div",
      {},
      h("p", { class: "over" }, "Breadcrumb inventory"),
      h("h1", {}, root),
      h("p", { class: "quiet" }, facts.join(" · ")),
    ),
    themeButton(),
  );
}

function full(data: PageData): readonly HTMLElement[] {
  const { inventory, link } = data;
  const { summary } = inventory;
  const filter = new Filter();
  const live = h("p", { class: "hidden", role: "status", "aria-live": "polite" });
  const say = (text: string): void => {
    live.textContent = text;
  };
  const charts: Bars[] = [];
  const chart: Chart = (facet, title, groups, more) => {
    const made = bars({
      title: `${title}. Choose one to filter the list.`,
      groups,
      isChosen: ({ key }) => filter.has(facet, key),
      onChoose: ({ key, label }) => {
        filter.toggle(facet, { key, label });
      },
      ...more,
    });
    charts.push(made);
    return made.element;
  };

  const cards = flagCards(filter, summary);
  const list = table(data, filter, say);
  const { controls, update } = filterControls(inventory, filter, list.matching);
  const bar = filterBar(inventory, filter, list.matching);

  const main = h(
    "main",
    {},
    section("first", "What matters most", h("div", { class: "cards" }, ...cards.map(({ element }) => element))),
    section("kinds", "What is recorded", recorded(summary, chart)),
    section("trail", "What fills the trail", ...trail(inventory, chart)),
    automatic(data, say),
    summary.findings > 0 &&
      section(
        "findings",
        "Findings",
        panel("By rule", chart("rule", "Findings by rule", ruleGroups(summary.byRule), { atFirst: 20 })),
        panel(
          "What the rules report",
          h("ul", { class: "rules" }, ...summary.byRule.map(({ value }) => ruleItem(inventory, value ?? ""))),
        ),
        panelElsewhere(inventory, link, say),
      ),
    kindsAndLogs(inventory, chart),
    h(
      "section",
      { id: "breadcrumbs", "aria-labelledby": "breadcrumbs-title", tabindex: "-1" },
      h("h2", { id: "breadcrumbs-title" }, "Breadcrumbs"),
      controls,
      list.element,
    ),
  );
  filter.onChange(() => {
    for (const chart of charts) chart.update();
    for (const card of cards) card.update();
    update();
    bar.update();
    say(`Shown: ${shown(list.matching(), inventory)}.`);
  });
  update();
  new IntersectionObserver(([entry]) => {
    bar.element.classList.toggle("needless", entry?.isIntersecting === true);
  }).observe(controls);
  return [main, bar.element, live];
}

/** The cards of what matters most, each of which filters the list. */
function flagCards(filter: Filter, { personal, lost, floods }: Inventory["summary"]): readonly Updated[] {
  return [
    flagCard(filter, "personal", personal, "Personal data", {
      some: "Breadcrumbs that send personal data or secrets.",
      none: "No personal data or secrets were found.",
    }),
    flagCard(filter, "lost", lost, "Lost", {
      some: "Breadcrumbs that never reach their event.",
      none: "No lost breadcrumbs were found.",
    }),
    flagCard(filter, "flood", floods, "Floods", {
      some: `Breadcrumbs in code that runs repeatedly. They evict the others: an event keeps ${KEPT}.`,
      none: "No breadcrumbs were found in code that runs repeatedly.",
    }),
  ];
}

/** Makes a chart whose bars filter the list. */
type Chart = (facet: Facet, title: string, groups: readonly Group[], more?: Partial<BarOptions>) => HTMLElement;

function recorded({ byCategory, byLevel, byFolder, byForm }: Inventory["summary"], chart: Chart): HTMLElement {
  return h(
    "div",
    { class: "grid" },
    panel("By category", chart("category", "Breadcrumbs by category", fieldGroups(byCategory), { atFirst: 8 })),
    panel("By level", chart("level", "Breadcrumbs by level", fieldGroups(byLevel), { atFirst: 8 })),
    panel("By folder", chart("folder", "Breadcrumbs by folder", folderGroups(byFolder), { atFirst: 8, labels: 0.5 })),
    panel("By message", chart("form", "Breadcrumbs by kind of message", formGroups(byForm))),
  );
}

function trail(inventory: Inventory, chart: Chart): readonly HTMLElement[] {
  return [
    h(
      "p",
      { class: "lead" },
      `An event keeps a program's last ${KEPT} breadcrumbs. A bar shows how many of them a file can fill if all its code runs once. A hatched bar marks a file that records repeatedly and can fill all ${KEPT}.`,
    ),
    panel(
      `Of the ${KEPT} that an event keeps`,
      chart("file", `Files by how many of the ${KEPT} breadcrumbs they can fill`, trailGroups(inventory), {
        limit: KEPT,
        atFirst: 10,
        labels: 0.5,
      }),
    ),
  ];
}

/** So many files are named that do most of what an SDK records. */
const FILES = 10;

const RECORDERS: Readonly<Record<string, string>> = { manual: "by hand", console: "the console" };

/** What SDKs record by themselves, beside what is recorded by hand; nothing where they record nothing. */
function automatic({ inventory, link }: PageData, say: (text: string) => void): Content {
  const { summary, files, automatic, rules } = inventory;
  if (summary.automatic === 0) return undefined;
  const most = files.filter((file) => file.automatic > 0).sort((a, b) => b.automatic - a.automatic);
  const found = automatic.flatMap((entry) => entry.findings.map((finding) => ({ entry, finding })));
  return section(
    "automatic",
    "Recorded automatically",
    h(
      "p",
      { class: "lead" },
      `The SDK records ${count(summary.automatic, "call")} in this code automatically. ${summary.automatic === 1 ? "It shares" : "They share"} the ${KEPT} breadcrumbs that an event keeps with those recorded by hand.`,
    ),
    h(
      "div",
      { class: "grid" },
      panel(
        "By what records it",
        numbers(summary.byRecorder.map(({ value = "", count }) => [RECORDERS[value ?? ""] ?? value ?? "", count])),
      ),
      panel("Files with most of them", numbers(most.slice(0, FILES).map(({ file, automatic }) => [file, automatic]))),
    ),
    found.length > 0 &&
      panel(
        "Findings",
        h(
          "ul",
          { class: "findings" },
          ...found.map(({ entry, finding }) =>
            findingItem(finding, rules, place({ file: entry.file, ...finding }, link, say)),
          ),
        ),
      ),
  );
}

/** A list of names and their numbers. */
function numbers(list: readonly (readonly [name: string, number: number])[]): HTMLElement {
  return h(
    "ul",
    { class: "numbers" },
    ...list.map(([name, number]) => h("li", {}, h("span", {}, name), h("span", {}, figure(number)))),
  );
}

/** What personal data there is, and what had better be logs; nothing where there is neither. */
function kindsAndLogs(inventory: Inventory, chart: Chart): Content {
  const logs = (["same", "adapted", "none"] as const).flatMap((rewrite): Group[] => {
    const number = inventory.breadcrumbs.filter(({ log }) => log.advised && log.rewrite === rewrite).length;
    return number === 0 ? [] : [{ key: rewrite, label: LOG_GROUPS[rewrite], count: number }];
  });
  const kinds = kindGroups(inventory);
  if (kinds.length === 0 && logs.length === 0) return undefined;
  return h(
    "div",
    { class: "grid" },
    kinds.length > 0 &&
      section(
        "personal",
        "Personal data",
        panel("By kind", chart("kind", "Breadcrumbs by kind of personal data", kinds)),
      ),
    logs.length > 0 &&
      section(
        "logs",
        "Candidates for logs",
        panel(
          `${figure(inventory.summary.logs)} beyond what a file or function should record by hand`,
          chart("log", "Candidates for logs by kind of change", logs, { labels: 0.55 }),
        ),
      ),
  );
}

function section(id: string, title: string, ...content: readonly Content[]): HTMLElement {
  return h("section", { "aria-labelledby": `${id}-title` }, h("h2", { id: `${id}-title` }, title), ...content);
}

function panel(title: string | undefined, ...content: readonly Content[]): HTMLElement {
  return h("div", { class: "panel" }, title !== undefined && h("h3", {}, title), ...content);
}

/** The findings that concern no breadcrumb, those of hooks for instance; nothing where there are none. */
function panelElsewhere({ files, rules }: Inventory, link: string | undefined, say: (text: string) => void): Content {
  const findings = files.flatMap(({ file, findings }) => findings.map((finding) => ({ file, finding })));
  if (findings.length === 0) return undefined;
  return panel(
    "In hooks and elsewhere",
    h(
      "ul",
      { class: "findings" },
      ...findings.map(({ file, finding }) => findingItem(finding, rules, place({ file, ...finding }, link, say))),
    ),
  );
}

function ruleItem({ rules }: Inventory, ruleId: string): HTMLElement {
  const rule = rules[ruleId];
  return h(
    "li",
    {},
    rule === undefined ? ruleName(ruleId) : h("a", { href: rule.url, rel: "noreferrer" }, ruleName(ruleId)),
    h("span", { class: "explained" }, ...prose(rule?.description ?? "")),
  );
}

interface Updated {
  readonly element: HTMLElement;
  readonly update: () => void;
}

function flagCard(
  filter: Filter,
  key: string,
  number: number,
  title: string,
  texts: { readonly some: string; readonly none: string },
): Updated {
  const content = [
    h("span", { class: "number" }, figure(number)),
    h("span", { class: "title" }, title),
    h("span", { class: "text" }, number === 0 ? texts.none : texts.some),
  ];
  if (number === 0) return { element: h("div", { class: "card none" }, ...content), update: () => undefined };
  const element = button(
    { class: "card" },
    () => {
      filter.toggle("flag", { key, label: title });
    },
    ...content,
  );
  const update = (): void => {
    element.setAttribute("aria-pressed", String(filter.has("flag", key)));
  };
  update();
  return { element, update };
}

/** The chosen filters, each to be given up. */
function chips(filter: Filter): readonly HTMLElement[] {
  return [...filter.choices].map(([facet, { label }]) => {
    return button(
      { class: "chip", "aria-label": `Remove the filter ${label}` },
      () => {
        filter.drop(facet);
      },
      label,
      h("span", { "aria-hidden": "true" }, "×"),
    );
  });
}

/** How many breadcrumbs are shown; those inside wrappers count with the calls of these. */
function shown(matching: readonly BreadcrumbEntry[], { summary }: Inventory): string {
  const inside = matching.filter(({ forwards }) => forwards).length;
  const counted = `${figure(matching.length - inside)} of ${count(summary.breadcrumbs, "breadcrumb")}`;
  return inside === 0 ? counted : `${counted}, and ${figure(inside)} inside wrappers`;
}

interface Controls {
  readonly controls: HTMLElement;
  readonly update: () => void;
}

function filterControls(inventory: Inventory, filter: Filter, matching: () => readonly BreadcrumbEntry[]): Controls {
  const search = h("input", {
    type: "search",
    id: "search",
    placeholder: "Message, file, category, rule…",
    autocomplete: "off",
  });
  let waiting = 0;
  search.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      filter.search(search.value);
    }, 120);
  });
  const selects = [
    select(filter, "flag", "Show", [
      { key: "findings", label: "With findings" },
      { key: "personal", label: "Personal data" },
      { key: "lost", label: "Lost" },
      { key: "flood", label: "Floods" },
      { key: "log", label: "Better a log" },
    ]),
    select(filter, "category", "Category", fieldGroups(inventory.summary.byCategory)),
    select(filter, "level", "Level", fieldGroups(inventory.summary.byLevel)),
    select(filter, "rule", "Rule", ruleGroups(inventory.summary.byRule)),
  ];
  const number = h("p", { class: "count" });
  const chosen = h("div", { class: "chips" });
  const controls = h(
    "div",
    { class: "controls" },
    h(
      "div",
      { class: "fields" },
      h("div", { class: "field wide" }, h("label", { for: "search" }, "Search"), search),
      ...selects.map(({ element }) => element),
    ),
    h("div", { class: "state" }, number, chosen),
  );
  const update = (): void => {
    for (const select of selects) select.update();
    number.textContent = shown(matching(), inventory);
    if (!filter.isActive) search.value = "";
    const all = button(
      { class: "plain" },
      () => {
        filter.clear();
      },
      "Clear all",
    );
    chosen.replaceChildren(...chips(filter), ...(filter.isActive ? [all] : []));
  };
  return { controls, update };
}

function select(filter: Filter, facet: Facet, title: string, choices: readonly Choice[]): Updated {
  const options = choices.map(({ label }, index) => h("option", { value: index }, label));
  const input = h("select", { id: `only-${facet}` }, h("option", { value: "" }, "All"), ...options);
  const update = (): void => {
    input.value = String(choices.findIndex(({ key }) => filter.has(facet, key)));
    // What the charts offer beyond the list shows as any.
    if (input.selectedIndex < 0) input.value = "";
  };
  input.addEventListener("change", () => {
    const choice = choices[Number(input.value)];
    if (input.value === "" || choice === undefined) filter.drop(facet);
    else if (!filter.has(facet, choice.key)) filter.toggle(facet, choice);
  });
  return { element: h("div", { class: "field" }, h("label", { for: input.id }, title), input), update };
}

/** Says at the edge of the window what is filtered, while the list is out of sight. */
function filterBar(inventory: Inventory, filter: Filter, matching: () => readonly BreadcrumbEntry[]): Updated {
  const element = h("div", { class: "bar", role: "region", "aria-label": "Chosen filters", hidden: true });
  const update = (): void => {
    element.hidden = filter.choices.size === 0;
    element.replaceChildren(
      h("a", { href: "#breadcrumbs" }, `Show ${shown(matching(), inventory)}`),
      h("div", { class: "chips" }, ...chips(filter)),
    );
  };
  return { element, update };
}

function empty(data: PageData): HTMLElement {
  const { inventory, link } = data;
  const unreadNote = inventory.unread.length > 0 && h("p", {}, "Some files could not be read; they are listed below.");
  return h(
    "main",
    { class: "empty", id: "breadcrumbs", tabindex: "-1" },
    h("h2", {}, "No breadcrumbs here"),
    h(
      "p",
      {},
      "No file calls ",
      h("code", {}, "addBreadcrumb"),
      " or ",
      h("code", {}, "add_breadcrumb"),
      " of a Sentry SDK.",
    ),
    h(
      "p",
      {},
      "If your project records breadcrumbs through its own functions, ",
      h("code", {}, "sentry-breadcrumbs init"),
      " finds them and writes them into the settings.",
    ),
    unreadNote,
    automatic(data, () => undefined),
    panelElsewhere(inventory, link, () => undefined),
  );
}

function footer({ plugin, unread }: Inventory): HTMLElement {
  return h(
    "footer",
    {},
    unread.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, `${count(unread.length, "file")} could not be read`),
        h("ul", {}, ...unread.map(({ file, reason }) => h("li", {}, h("code", {}, file), ` ${reason}`))),
      ),
    h("p", {}, `Made by sentry-breadcrumbs ${plugin}. This page loads nothing and sends nothing.`),
  );
}

build(JSON.parse(document.getElementById("data")?.textContent ?? "") as PageData);
