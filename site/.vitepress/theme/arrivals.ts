import type { ShownBreadcrumb } from "sentry-breadcrumbs/browser";

type Shown = ShownBreadcrumb["fields"][number]["value"];

/** One line of a breadcrumb as it would arrive. */
export interface Line {
  readonly depth: number;
  /** The name before the value; absent for items of arrays and what closes an object. */
  readonly name?: string;
  readonly text: string;
  /** Whether it arrives so, does not arrive, or cannot be told from the source. */
  readonly state: "known" | "lost" | "unknown";
  readonly note?: string;
}

const NOT_KNOWN = "not known from the source";

/** A breadcrumb in lines, in the manner of JSON. */
export function linesOf({ fields, open }: Pick<ShownBreadcrumb, "fields" | "open">): readonly Line[] {
  const lines = fields.flatMap(({ name, value }) => linesOfValue(value, 0, name));
  return open ? [...lines, more(0)] : lines;
}

function linesOfValue(value: Shown, depth: number, name?: string): readonly Line[] {
  const { note } = value;
  const line = (text: string, state: Line["state"] = "known", why = note): Line => ({
    depth,
    ...(name !== undefined && { name }),
    text,
    state,
    ...(why !== undefined && { note: why }),
  });
  switch (value.kind) {
    case "known":
      return [line(JSON.stringify(value.value))];
    case "text": {
      const isKnown = value.parts.every((part) => typeof part === "string" || part.source === "…");
      const text = value.parts.map((part) => (typeof part === "string" ? part : `\${${part.source}}`)).join("");
      return [line(JSON.stringify(text), isKnown ? "known" : "unknown", note ?? (isKnown ? undefined : NOT_KNOWN))];
    }
    case "lost":
      return [line("—", "lost", note ?? "not sent")];
    case "unknown":
      return [line(value.source, "unknown", note ?? NOT_KNOWN)];
    case "choice": {
      const [first, ...others] = value.branches.map((branch) => linesOfValue(branch, depth, name));
      return [
        ...(first ?? []),
        ...others.flatMap(([head, ...rest]) => (head ? [{ ...head, name: "or" }, ...rest] : [])),
      ];
    }
    case "record":
    case "list": {
      const [start, end] = value.kind === "record" ? "{}" : "[]";
      const inner =
        value.kind === "record"
          ? value.fields.flatMap((field) => linesOfValue(field.value, depth + 1, field.name))
          : value.items.flatMap((item) => linesOfValue(item, depth + 1));
      if (inner.length === 0 && !value.open) return [line(`${start}${end}`)];
      const rest = value.open ? [more(depth + 1)] : [];
      return [line(String(start)), ...inner, ...rest, { depth, text: String(end), state: "known" }];
    }
  }
}

function more(depth: number): Line {
  return { depth, text: "…", state: "unknown", note: "more, which is not known from the source" };
}
