import { alternatives, type Breadcrumb, type Field, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove, replace, replaceMember } from "../src/edit/index.ts";
import { flag, strings } from "../src/options.ts";
import {
  fateOfKind,
  isOfPerson,
  KINDS,
  leakFinder,
  policyOf,
  textOfKind,
  type Leak,
  type Policy,
} from "../src/sensitive-data/index.ts";

const FIELDS = ["message", "data", "category", "type"] as const;
const DECLARED = { what: "what this project calls sensitive", instead: "Leave it out, or send whether it is there." };

export default defineBreadcrumbRule({
  name: "no-pii",
  description: "Disallow personal data and secrets in breadcrumbs",
  type: "problem",
  recommended: "error",
  strict: { strict: true },
  edits: "suggest",
  languages: ["javascript", "rust"],
  options: {
    strict: flag(false, "Whether to report what is personal only at times: user names, addresses of pages with queries."),
    categories: strings(KINDS, "The kinds of data to report.", KINDS),
    allow: strings([], "Names, or paths such as `shop.name`, that are harmless in this project."),
    deny: strings([], "Names, or paths such as `ticket.body`, that are sensitive in this project."),
    sanitizers: strings([], "Functions whose result is harmless."),
    owners: strings([], "Nouns for persons in this project, whose `name` is a person's name."),
  },
  messages: {
    leak: "The breadcrumb's {{field}} carries {{what}} ({{way}}). {{fate}} {{instead}}",
    remove: "Leave `{{name}}` out.",
    id: "Send `{{text}}` instead.",
    presence: "Send `{{text}}`: whether it is there.",
  },
  checkFile({ file, options, report }) {
    const policy = policyOf(options);
    const leaksOf = leakFinder(policy);
    for (const breadcrumb of file.breadcrumbs) {
      for (const name of FIELDS) {
        const field = breadcrumb[name];
        if (field === undefined) continue;
        for (const leak of leaksOf(field.value)) {
          const declared = leak.evidence === "declared";
          if ((leak.tier === 2 && !options.strict) || !(declared || options.categories.includes(leak.kind))) continue;
          const { what, instead } = declared ? DECLARED : textOfKind(leak.kind);
          const data = { field: name, what, way: wayOf(leak, name), fate: fateOfKind(leak.kind), instead };
          report({ at: leak.at, messageId: "leak", data, suggest: suggestionsFor(leak, policy, field, breadcrumb) });
        }
      }
    }
  },
});

function wayOf(leak: Leak, field: string): string {
  const key = leak.field?.name;
  const steps = [...leak.way, ...(key === undefined ? [field] : [`${field}.${key}`])];
  return steps.filter((step, index) => step !== steps[index - 1]).map((step) => `\`${short(step)}\``).join(" → ");
}

function short(source: string): string {
  const line = source.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

function suggestionsFor(leak: Leak, policy: Policy, top: Field, { write }: Breadcrumb) {
  const { at, field } = leak;
  const cut = field === undefined ? undefined : remove(field);
  const id = isOfPerson(leak, policy) ? replaceMember(at, "id") : undefined;
  const presence = mayBeBoolean(leak, top) ? write.presence(at) : undefined;
  return [
    ...(cut === undefined ? [] : [{ messageId: "remove" as const, data: { name: field?.name ?? at.source }, edits: cut }]),
    ...(id === undefined ? [] : [{ messageId: "id" as const, data: { text: id.text }, edits: [id] }]),
    ...(presence === undefined
      ? []
      : [{ messageId: "presence" as const, data: { text: presence }, edits: replace(at, presence) }]),
  ];
}

/** Whether true or false may stand there: not for a whole message, a record, what is spread or a literal. */
function mayBeBoolean({ at, field, kind }: Leak, top: Field): boolean {
  if (kind === "object" || at.kind === "text") return false;
  if (field !== undefined) return isWithin(at, field) && !isSpreadIn(top.value, at);
  return top.name !== "data" && alternatives(top.value).every((whole) => whole.at !== at);
}

/** Not behind a name, where the field stands elsewhere. */
function isWithin({ range: [start, end] }: Value, { range }: Field): boolean {
  return range[0] <= start && end <= range[1];
}

function isSpreadIn(value: Value, spread: Value): boolean {
  if (value.kind !== "record") return false;
  return value.spreads.includes(spread) || value.fields.some((field) => isSpreadIn(field.value, spread));
}
