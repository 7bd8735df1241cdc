import { excerpt, type Breadcrumb, type Field } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove, replace, replaceMember } from "../src/edit/index.ts";
import { flag, functionName, strings } from "../src/options.ts";
import {
  fateOfKind,
  isOfPerson,
  KINDS,
  leakFinder,
  mayBeBoolean,
  passable,
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
  edits: "fix and suggest",
  languages: ["javascript", "rust"],
  options: {
    strict: flag(false, "Whether to report what is personal only at times: user names, addresses of pages with queries."),
    categories: strings(KINDS, "The kinds of data to report.", KINDS),
    allow: strings([], "Names, or paths such as `shop.name`, that are harmless in this project."),
    deny: strings([], "Names, or paths such as `ticket.body`, that are sensitive in this project."),
    sanitizers: strings([], "Functions whose result is harmless."),
    owners: strings([], "Nouns for persons in this project, whose `name` is a person's name."),
    redact: functionName("The function of this project that makes a value harmless, and the module that exports it."),
    fix: flag(false, "Whether to hand what is found to that function without asking."),
  },
  messages: {
    leak: "The breadcrumb's {{field}} carries {{what}} ({{way}}). {{fate}} {{instead}}",
    remove: "Leave `{{name}}` out.",
    id: "Send `{{text}}` instead.",
    presence: "Send `{{text}}`: whether it is there.",
    path: "Send `{{text}}`, without the query.",
    redact: "Hand it to `{{name}}`.",
  },
  checkFile({ file, options, report }) {
    const { redact } = options;
    const policy = policyOf({ ...options, sanitizers: [...options.sanitizers, ...(redact ? [redact.name] : [])] });
    const leaksOf = leakFinder(policy);
    for (const breadcrumb of file.breadcrumbs) {
      for (const name of FIELDS) {
        const field = breadcrumb[name];
        if (field === undefined) continue;
        for (const leak of leaksOf(field.value)) {
          const declared = leak.evidence === "declared";
          if ((leak.tier === 2 && !options.strict) || !(declared || options.categories.includes(leak.kind))) continue;
          const { what, instead } = declared ? DECLARED : textOfKind(leak.kind);
          const fate = fateOfKind(leak.kind, leak.attribute);
          const data = { field: name, what, way: wayOf(leak, name), fate, instead };
          const target = redact && passable(leak);
          const redacted = target && breadcrumb.write.pass?.(target, redact);
          // What a function that is made for texts makes of an object is for somebody to look at.
          const fix = options.fix && leak.kind !== "object" ? redacted : undefined;
          const suggest = [
            ...(redact && redacted && !fix ? [{ messageId: "redact" as const, data: { name: redact.name }, edits: redacted }] : []),
            ...suggestionsFor(leak, policy, field, breadcrumb),
          ];
          report({ at: leak.at, messageId: "leak", data, fix, suggest });
        }
      }
    }
  },
});

function wayOf(leak: Leak, field: string): string {
  const key = leak.field?.name;
  const steps = [...leak.way, ...(key === undefined ? [field] : [`${field}.${key}`])];
  return steps
    .filter((step, index) => step !== steps[index - 1])
    .map((source) => `\`${excerpt({ source })}\``)
    .join(" → ");
}

function suggestionsFor(leak: Leak, policy: Policy, top: Field, { write }: Breadcrumb) {
  const { at, field, shared } = leak;
  if (shared) return [];
  const cut = field === undefined ? undefined : remove(field);
  const id = isOfPerson(leak, policy) ? replaceMember(at, "id") : undefined;
  const isAddress = leak.kind === "url_query" && at.kind === "member" && at.name === "href";
  const path = isAddress ? replaceMember(at, "pathname") : undefined;
  const presence = path === undefined && mayBeBoolean(leak, top) ? write.presence(at) : undefined;
  return [
    ...(cut === undefined ? [] : [{ messageId: "remove" as const, data: { name: field?.name ?? at.source }, edits: cut }]),
    ...(id === undefined ? [] : [{ messageId: "id" as const, data: { text: id.text }, edits: [id] }]),
    ...(path === undefined ? [] : [{ messageId: "path" as const, data: { text: path.text }, edits: [path] }]),
    ...(presence === undefined
      ? []
      : [{ messageId: "presence" as const, data: { text: presence }, edits: replace(at, presence) }]),
  ];
}
