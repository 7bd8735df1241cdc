import { isWithin, type Edit, type Range } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram } from "../program.ts";
import { templateOf } from "../syntax/walk.ts";

/** What vue-eslint-parser says of the parts of a template that hold expressions, and of what is around them. */
interface TemplateNode {
  readonly type: string;
  readonly range: Range;
  readonly children?: readonly TemplateNode[];
  readonly startTag?: {
    readonly attributes: readonly { readonly value: { readonly range: Range } | null }[];
  };
}

/** Where a template holds an expression: an attribute's value with the quotes around it, or `{{ }}`. */
interface Container {
  readonly kind: "attribute" | "interpolation";
  readonly range: Range;
}

/** The quotes of the template's attribute that a place is in; undefined elsewhere and where it has none. */
export function attributeQuoteAt(program: JavaScriptProgram, at: Range): "'" | '"' | undefined {
  const container = containerAt(program, at);
  if (container?.kind !== "attribute") return undefined;
  const first = program.sourceCode.text.charAt(container.range[0]);
  return first === "'" || first === '"' ? first : undefined;
}

/**
 * Whether the expressions of a Vue template still end where they did when edits are made: HTML looks for the end of an
 * attribute, and Vue for `}}`, before anybody reads JavaScript. Always so outside of templates.
 */
export function keepsTemplate(program: JavaScriptProgram, edits: readonly Edit[]): boolean {
  return edits.every(({ range, text }) => {
    const container = containerAt(program, range);
    if (container === undefined) return true;
    if (container.kind === "interpolation") {
      const inner = textAfter(program, edits, [container.range[0] + 2, container.range[1] - 2]);
      return !inner.includes("}}") && !inner.endsWith("}");
    }
    const quote = attributeQuoteAt(program, range);
    return quote === undefined ? !/[\s>]/u.test(text) : !text.includes(quote);
  });
}

/** A part of the file after the edits inside it. */
function textAfter({ sourceCode }: JavaScriptProgram, edits: readonly Edit[], part: Range): string {
  const ordered = edits
    .filter(({ range }) => isWithin(range, part))
    .sort((one, other) => one.range[0] - other.range[0]);
  let written = "";
  let end = part[0];
  for (const { range, text } of ordered) {
    written += sourceCode.text.slice(end, range[0]) + text;
    end = range[1];
  }
  return written + sourceCode.text.slice(end, part[1]);
}

function containerAt({ sourceCode }: JavaScriptProgram, at: Range): Container | undefined {
  const template = templateOf(sourceCode);
  if (template === undefined) return undefined;
  const pending: TemplateNode[] = [template];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!isWithin(at, node.range)) continue;
    if (node.type === "VExpressionContainer") return { kind: "interpolation", range: node.range };
    const values = (node.startTag?.attributes ?? []).map(({ value }) => value);
    const value = values.find((candidate) => candidate !== null && isWithin(at, candidate.range));
    if (value) return { kind: "attribute", range: value.range };
    pending.push(...(node.children ?? []));
  }
  return undefined;
}
