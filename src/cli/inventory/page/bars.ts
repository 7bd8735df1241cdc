import { barX, plot, ruleX, text } from "@observablehq/plot";
import { button, figure, h } from "./dom.ts";
import type { Group } from "./groups.ts";

export interface BarOptions {
  /** What the chart shows, for screen readers. */
  readonly title: string;
  readonly groups: readonly Group[];
  readonly onChoose: (group: Group) => void;
  readonly isChosen: (group: Group) => boolean;
  /** Where the scale ends; the longest bar's length by default. */
  readonly limit?: number;
  /** How many bars are shown at first. */
  readonly atFirst?: number;
  /** The part of the width that labels may take. */
  readonly labels?: number;
}

export interface Bars {
  readonly element: HTMLElement;
  /** Shows anew which bars are chosen. */
  readonly update: () => void;
}

const SVG = "http://www.w3.org/2000/svg";
const ROW = 28;
const FONT_SIZE = 13;

/** How many bars anyone looks at; the list holds the rest. */
const MOST = 100;

/**
 * A chart of horizontal bars, each of them a button: the arrow keys lead from one to the next, Enter and the space bar
 * choose. It is drawn for the width that it has.
 */
export function bars({ title, groups: all, onChoose, isChosen, limit, atFirst = 12, labels = 0.42 }: BarOptions): Bars {
  const box = h("div", { class: "bars" });
  const element = h("div", {}, box);
  const groups = all.slice(0, MOST);
  const showMore = all.length > MOST ? `Show ${MOST} of ${figure(all.length)}` : `Show all ${all.length}`;
  let width = 0;
  let showsAll = groups.length <= atFirst;
  let current = 0;
  let targets: readonly SVGRectElement[] = [];

  const shown = (): readonly Group[] => (showsAll ? groups : groups.slice(0, atFirst));
  const update = (): void => {
    shown().forEach((group, index) => {
      targets[index]?.setAttribute("aria-pressed", String(isChosen(group)));
    });
  };
  const focus = (index: number): void => {
    current = Math.max(0, Math.min(index, targets.length - 1));
    targets.forEach((target, at) => {
      target.setAttribute("tabindex", at === current ? "0" : "-1");
    });
    targets[current]?.focus();
  };
  const draw = (): void => {
    const hadFocus = box.contains(document.activeElement);
    const svg = drawn(title, shown(), width, limit, labels);
    targets = shown().map((group, index) => {
      const target = bar(group, index, width);
      target.setAttribute("tabindex", index === current ? "0" : "-1");
      target.addEventListener("click", () => {
        onChoose(group);
        focus(index);
      });
      target.addEventListener("keydown", (event) => {
        const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: targets.length - 1 }[event.key];
        if (event.key === "Enter" || event.key === " ") onChoose(group);
        else if (to !== undefined) focus(to);
        else return;
        event.preventDefault();
      });
      return target;
    });
    svg.append(...targets);
    box.replaceChildren(svg);
    update();
    if (hadFocus) focus(current);
  };
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry?.contentRect.width ?? 0);
    if (now === width || now === 0) return;
    width = now;
    draw();
  }).observe(box);
  if (!showsAll) {
    const more = button(
      { class: "more", "aria-expanded": "false" },
      () => {
        showsAll = !showsAll;
        more.textContent = showsAll ? "Show fewer" : showMore;
        more.setAttribute("aria-expanded", String(showsAll));
        current = 0;
        draw();
      },
      showMore,
    );
    element.append(more);
  }
  return { element, update };
}

/** What is pressed and focused of a bar: all of its row. */
function bar(group: Group, index: number, width: number): SVGRectElement {
  const target = document.createElementNS(SVG, "rect");
  const spoken = group.spoken ?? `${group.label}: ${figure(group.count)}`;
  const attributes = {
    class: "target",
    x: "-7",
    y: String(index * ROW + 1),
    width: String(width + 14),
    height: String(ROW - 2),
    rx: "5",
    role: "button",
    "aria-label": spoken,
  };
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
  const tip = document.createElementNS(SVG, "title");
  tip.textContent = spoken;
  target.append(tip);
  return target;
}

function drawn(
  title: string,
  groups: readonly Group[],
  width: number,
  limit: number | undefined,
  labels: number,
): ReturnType<typeof plot> {
  const longest = Math.max(...groups.map(({ label }) => widthOf(label))) + 16;
  const marginLeft = Math.min(longest, Math.floor(width * labels));
  const notes = groups.map(({ count, note }) => note ?? figure(count));
  const marginRight = Math.max(...notes.map(widthOf)) + 12;
  const end = limit ?? Math.max(...groups.map(({ count }) => count));
  const hidden = { ariaHidden: "true", y: "key" } as const;
  const chart = plot({
    width,
    height: groups.length * ROW,
    margin: 0,
    marginLeft,
    marginRight,
    className: "plot",
    style: { background: "none", overflow: "visible", fontFamily: "inherit", fontSize: `${FONT_SIZE}px` },
    x: { axis: null, domain: [0, end] },
    y: { axis: null, domain: groups.map(({ key }) => key), paddingInner: 0.42, paddingOuter: 0.21 },
    marks: [
      barX(groups, { ...hidden, x: () => end, fill: "var(--track)", rx: 3 }),
      barX(groups, {
        ...hidden,
        x: "count",
        fill: ({ endless }: Group) => (endless === true ? "url(#hatch)" : "var(--bar)"),
        rx: 3,
      }),
      ...(limit === undefined
        ? []
        : [ruleX([limit], { ariaHidden: "true", stroke: "var(--quiet)", strokeDasharray: "2 3" })]),
      text(groups, {
        ...hidden,
        x: () => 0,
        text: ({ label }: Group) => shortened(label, marginLeft - 10),
        textAnchor: "start",
        dx: -marginLeft,
        fill: "var(--text)",
      }),
      text(groups, {
        ...hidden,
        x: () => end,
        text: ({ count, note }: Group) => note ?? figure(count),
        textAnchor: "start",
        dx: 8,
        fill: "var(--quiet)",
        fontVariant: "tabular-nums",
      }),
    ],
  });
  chart.setAttribute("role", "toolbar");
  chart.setAttribute("aria-orientation", "vertical");
  chart.setAttribute("aria-label", title);
  return chart;
}

const measure = document.createElement("canvas").getContext("2d");

/** How wide a text is drawn, in pixels. */
function widthOf(text: string): number {
  if (measure === null) return text.length * FONT_SIZE * 0.6;
  measure.font = `${FONT_SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  return measure.measureText(text).width;
}

/** A label that fits: of a path the end says more, of other texts the beginning. */
function shortened(label: string, width: number): string {
  if (widthOf(label) <= width) return label;
  const ofPath = label.includes("/");
  const cut = (letters: number): string =>
    ofPath ? `…${label.slice(-letters)}` : `${label.slice(0, letters).trimEnd()}…`;
  let letters = label.length - 1;
  while (letters > 1 && widthOf(cut(letters)) > width) letters--;
  return cut(letters);
}
