import type { Breadcrumb, BreadcrumbFile, Field, FieldName, Value, Writer } from "../../../src/breadcrumb/index.ts";
import { closest, descendantsOf } from "../../../src/languages/lezer/queries.ts";
import type { LezerSourceCode } from "../../../src/languages/lezer/source-code.ts";
import type { LezerNode } from "../../../src/languages/lezer/syntax-tree.ts";

const FIELDS: ReadonlySet<string> = new Set(["type", "category", "message", "level", "timestamp", "data"]);

const writer: Writer = {
  text: (content) => JSON.stringify(content),
  presence: ({ source }) => `bool(${source})`,
  addField: ({ range }, name, value) => ({ range: [range[1] - 1, range[1] - 1], text: `, ${name}=${value}` }),
  log: () => undefined,
};

/** The breadcrumbs of `sentry_sdk.add_breadcrumb(category="…", …)`; all that is no literal is unknown. */
export function detectPython({ ast, text }: LezerSourceCode): BreadcrumbFile {
  const textOf = ({ range }: LezerNode): string => text.slice(...range);
  const breadcrumbs: Breadcrumb[] = [];
  for (const node of descendantsOf(ast)) {
    const [callee, list] = node.type === "CallExpression" ? node.children : [];
    if (callee === undefined || list === undefined || textOf(callee) !== "sentry_sdk.add_breadcrumb") continue;
    const fields = fieldsOf(list, textOf);
    const known = fields.filter(({ name }) => name !== undefined && FIELDS.has(name));
    const around = closest(node, "FunctionDefinition");
    breadcrumbs.push({
      range: node.range,
      callee: { range: callee.range, source: textOf(callee) },
      entry: "sdk",
      arguments: [],
      record: { kind: "record", range: list.range, source: textOf(list), fields, spreads: [], complete: true },
      unknownFields: fields.filter((field) => !known.includes(field)),
      complete: true,
      place: { function: around && { name: undefined, range: around.range }, statement: true, forwards: false },
      write: writer,
      ...(Object.fromEntries(known.map((field) => [field.name, field])) as Partial<Record<FieldName, Field>>),
    });
  }
  return { language: "python", levels: "text", breadcrumbs, sendings: [], hooks: [], setups: [] };
}

/** Arguments stand as name, `=` and value, each a node of the list. */
function fieldsOf({ children }: LezerNode, textOf: (node: LezerNode) => string): readonly Field[] {
  return children.flatMap((equals, index) => {
    const [name, value] = [children[index - 1], children[index + 1]];
    if (equals.type !== "AssignOp" || name === undefined || value === undefined) return [];
    return [
      {
        name: textOf(name),
        keyRange: name.range,
        value: valueOf(value, textOf(value)),
        range: [name.range[0], value.range[1]] as const,
        removal: undefined,
      },
    ];
  });
}

function valueOf({ type, range }: LezerNode, source: string): Value {
  const text = type === "String" ? /^(["'])([^\\"']*)\1$/u.exec(source)?.[2] : undefined;
  return text === undefined ? { kind: "unknown", range, source } : { kind: "text", text, range, source };
}
