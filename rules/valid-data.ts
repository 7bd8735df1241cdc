import {
  excerpt,
  isWithin,
  type AutomaticBreadcrumb,
  placesByType,
  RUNTIME_TYPE_NAMES,
  type Change,
  type Edit,
  type Value,
  type Writer,
} from "../src/breadcrumb/index.ts";
import { AUTOMATIC_OPTION, defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove } from "../src/edit/index.ts";
import { count } from "../src/options.ts";
import { keyFor, lossOf, NO_DATA, SENT_LEVELS, valuesIn, type NestedValue } from "../src/sentry/data.ts";

export default defineBreadcrumbRule({
  name: "valid-data",
  description: "Require breadcrumb data that arrives in Sentry unchanged",
  why: "Otherwise the server drops the data, or the SDK truncates it.",
  type: "problem",
  recommended: "error",
  strict: { automatic: true },
  edits: "suggest",
  languages: ["javascript"],
  options: {
    depth: count(SENT_LEVELS, "How many levels of `data` the SDK sends: `normalizeDepth` in `Sentry.init`.", 1),
    ...AUTOMATIC_OPTION,
  },
  messages: {
    sort: "`data` must be an object; Sentry drops {{what}}. Put it under a key.",
    error: "An error as `data` is flattened into `message`, `name` and `stack`. Put it under a key.",
    deep: "The SDK sends {{depth}} levels of `data`; this one is deeper and arrives as `{{remains}}`. Flatten it.",
    argument:
      "The SDK sends {{depth}} levels of `data`, of which a console argument is the third; this arrives as `{{remains}}`. Flatten it.",
    function: "`{{text}}` is a function and arrives as the string `[Function: …]`. Send its result, or remove it.",
    fieldless:
      "`{{text}}` is a {{remains}}, which has no properties of its own and arrives as `{}`. Send its contents.",
    symbol: "`{{text}}` is a symbol and arrives as the string `[Symbol(…)]`. Send its description, or remove it.",
    changed: "The SDK keeps a reference to `{{name}}`, so `{{change}}` changes this breadcrumb too. Pass a copy.",
    wrap: "Put it under the key `{{key}}`.",
    copy: "Pass `{{text}}`.",
    remove: "Remove `{{name}}`.",
  },
  checkFile({ file, automatic, options: { depth }, report }) {
    const seen = new Set<Value>();
    for (const { data, entry, range, write } of file.breadcrumbs) {
      for (const { at, type } of placesByType(data?.value)) {
        const key = keyFor(at, type);
        const suggest = [{ messageId: "wrap" as const, data: { key }, edits: write.wrap?.(at, key) }];
        if (type === "error") report({ at, messageId: "error", suggest });
        else if (NO_DATA.has(type))
          report({ at, messageId: "sort", data: { what: RUNTIME_TYPE_NAMES[type] }, suggest });
      }
      // A wrapper may serialise, flatten or copy its argument.
      const values = data === undefined || entry === "wrapper" ? [] : valuesIn(data.value, depth);
      for (const value of values) {
        const { at } = value;
        if (seen.has(at)) continue;
        seen.add(at);
        const isHere = isWithin(at.range, range);
        const lost = lossOf(value, depth);
        if (lost !== undefined) {
          const { kind, ...data } = lost;
          report({ at, messageId: kind, data, suggest: isHere && data.remains === "" ? [removing(value)] : [] });
        }
        const change = at.laterChanges?.find((each) => isHere || each.follows(range));
        if (change === undefined) continue;
        const data = { name: excerpt(at), change: excerpt(change) };
        report({ at, messageId: "changed", data, suggest: isHere ? copies(at, change, write) : [] });
      }
    }
    for (const { at, data } of lostIn(automatic, depth)) report({ at, messageId: "argument", data });
  },
});

/** The console arguments, or what is in them, that are too deep to be sent. */
function lostIn(automatic: readonly AutomaticBreadcrumb[], levels: number) {
  const values = automatic.flatMap(({ data }) => (data === undefined ? [] : valuesIn(data.value, levels)));
  return values.flatMap((value) => {
    const lost = lossOf(value, levels);
    return lost?.kind === "deep" ? [{ at: value.at, data: { depth: lost.depth, remains: lost.remains } }] : [];
  });
}

function removing({ at, field }: NestedValue) {
  const edits = field?.value === at ? remove(field) : undefined;
  return { messageId: "remove" as const, data: { name: field?.name ?? excerpt(at) }, edits };
}

/** Passes a copy; nothing where the copy would share what changes. */
function copies(at: Value, { isWithin: isShared }: Change, write: Writer) {
  return isShared ? [] : write.copy?.(at)?.map(copying);
}

function copying(edit: Edit) {
  return { messageId: "copy" as const, data: { text: edit.text }, edits: [edit] };
}
