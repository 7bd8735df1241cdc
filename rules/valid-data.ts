import {
  excerpt,
  fieldlessClassOf,
  isWithin,
  places,
  runtimeTypeOf,
  type Breadcrumb,
  type Field,
  type Value,
} from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove } from "../src/edit/index.ts";
import { count } from "../src/options.ts";
import { keyFor, NO_DATA, replacementOf, SENT_LEVELS, valuesIn } from "../src/sentry/data.ts";

export default defineBreadcrumbRule({
  name: "valid-data",
  description: "Require breadcrumb data that arrives in Sentry unchanged",
  why: "Otherwise the server drops the data, or the SDK truncates it.",
  type: "problem",
  recommended: "error",
  edits: "suggest",
  languages: ["javascript"],
  options: {
    depth: count(SENT_LEVELS, "How many levels of `data` the SDK sends: `normalizeDepth` in `Sentry.init`.", 1),
  },
  messages: {
    sort: "`data` must be an object; Sentry drops {{what}}. Put it under a key.",
    error: "An error as `data` is flattened into `message`, `name` and `stack`. Put it under a key.",
    deep: "The SDK sends {{depth}} levels of `data`; this one is deeper and arrives as `{{text}}`. Flatten it.",
    function: "`{{text}}` is a function and arrives as the string `[Function: …]`. Send its result, or remove it.",
    fieldless: "`{{text}}` is a {{class}}, which has no properties of its own and arrives as `{}`. Send its contents.",
    symbol: "`{{text}}` is a symbol and arrives as the string `[Symbol(…)]`. Send its description, or remove it.",
    changed: "The SDK keeps a reference to `{{name}}`, so `{{change}}` changes this breadcrumb too. Pass a copy.",
    wrap: "Put it under the key `{{key}}`.",
    copy: "Pass `{{text}}`.",
    remove: "Remove `{{name}}`.",
  },
  checkFile({ file, options: { depth }, report }) {
    const seen = new Set<Value>();
    for (const { data, entry, range, write } of file.breadcrumbs) {
      if (data === undefined) continue;
      for (const { at } of places(data.value)) {
        const sort = runtimeTypeOf(at);
        const what = sort && NO_DATA.get(sort);
        if (sort === "error") report({ at, messageId: "error", suggest: wrapped(at, keyFor(at, sort), write) });
        else if (sort !== undefined && what !== undefined)
          report({ at, messageId: "sort", data: { what }, suggest: wrapped(at, keyFor(at, sort), write) });
      }
      // A wrapper may write, flatten or copy what it is given.
      for (const value of entry === "wrapper" ? [] : valuesIn(data.value, depth)) {
        const { at, field, each } = value;
        if (seen.has(at)) continue;
        seen.add(at);
        const text = excerpt(at);
        const isHere = isWithin(at.range, range);
        const lost = replacementOf(value, depth);
        if (lost === "function" || lost === "symbol") {
          report({ at, messageId: lost, data: { text }, suggest: isHere ? removal(at, field) : undefined });
        } else if (lost !== undefined) {
          report({ at, messageId: "deep", data: { depth: String(depth), text: lost } });
        } else {
          const name = fieldlessClassOf(at, each);
          if (name !== undefined) report({ at, messageId: "fieldless", data: { text, class: name } });
        }
        const [change] = isHere ? (at.laterChanges ?? []) : [];
        if (change !== undefined) {
          const data = { name: text, change: excerpt(change) };
          report({ at, messageId: "changed", data, suggest: copied(at, write) });
        }
      }
    }
  },
});

function wrapped(value: Value, key: string, write: Breadcrumb["write"]) {
  const edits = write.wrap?.(value, key);
  return edits && [{ messageId: "wrap" as const, data: { key }, edits }];
}

function removal(value: Value, field: Field | undefined) {
  const edits = field?.value === value ? remove(field) : undefined;
  return edits && [{ messageId: "remove" as const, data: { name: field?.name ?? excerpt(value) }, edits }];
}

function copied(value: Value, write: Breadcrumb["write"]) {
  return write.copy?.(value)?.map((edit) => ({
    messageId: "copy" as const,
    data: { text: edit.text },
    edits: [edit],
  }));
}
