import { arrivesEmpty, type Breadcrumb, type Edit, type Field, type FunctionName } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove, replace, replaceMember } from "../src/edit/index.ts";
import { count, flag, functionName, strings } from "../src/options.ts";
import {
  arrives,
  describeLeak,
  KINDS,
  leakFinder,
  policyOf,
  redactIn,
  replacementsOf,
  type Leak,
  type Policy,
} from "../src/sensitive-data/index.ts";
import { SENT_LEVELS } from "../src/sentry/data.ts";

const FIELDS = ["message", "data", "category", "type"] as const;

export default defineBreadcrumbRule({
  name: "no-pii",
  description: "Disallow personal data and secrets in breadcrumbs",
  why: "Personal data and secrets leave the program as they are. `strict` also reports what is personal only at times: user names, addresses of pages with queries.",
  type: "problem",
  recommended: "error",
  strict: { strict: true },
  edits: "fix and suggest",
  options: {
    strict: flag(
      false,
      "Whether to report what is personal only at times: user names, addresses of pages with queries.",
    ),
    categories: strings(KINDS, "The kinds of data to report.", KINDS),
    allow: strings([], "Names, or paths such as `shop.name`, that are harmless in this project."),
    deny: strings([], "Names, or paths such as `ticket.body`, that are sensitive in this project."),
    sanitizers: strings([], "Functions whose result is harmless."),
    owners: strings([], "Nouns for persons in this project, whose `name` is a person's name."),
    redact: functionName("The function of this project that makes a value harmless, and the module that exports it."),
    depth: count(SENT_LEVELS, "How many levels of `data` the SDK sends: `normalizeDepth` in `Sentry.init`.", 1),
    fix: flag(false, "Whether to hand what is found to that function without asking."),
  },
  messages: {
    leak: "The breadcrumb's {{field}} carries {{what}} ({{way}}). {{fate}} {{instead}}",
    redact: "Hand it to `{{text}}`.",
    remove: "Leave `{{text}}` out.",
    id: "Send `{{text}}` instead.",
    path: "Send `{{text}}`, without the query.",
    presence: "Send `{{text}}`: whether it is there.",
  },
  checkFile({ file, options, settings: { sensitiveData }, language, report }) {
    const redact = redactIn(language.name, options.redact ?? sensitiveData.redact);
    const policy = policyOf(options, sensitiveData);
    const leaksOf = leakFinder(policy);
    const isWanted = ({ kind, tier, declared }: Leak) =>
      (tier === 1 || options.strict) && (declared || options.categories.includes(kind));
    const depth = language.cutsData === true ? options.depth : Infinity;

    for (const breadcrumb of file.breadcrumbs) {
      for (const name of FIELDS) {
        const top = breadcrumb[name];
        if (top === undefined || (name === "data" && arrivesEmpty(top.value))) continue;
        // A wrapper may write, flatten or copy what it is given.
        const levels = name === "data" && breadcrumb.entry !== "wrapper" ? depth : Infinity;
        for (const leak of leaksOf(top.value)) {
          if (!isWanted(leak) || !arrives(leak, levels)) continue;
          const { mayBeObject, redacted, offers } = repairsOf(leak, top, { breadcrumb, policy, redact });
          // What a function that is made for texts makes of an object is for somebody to look at.
          const fix = options.fix && !mayBeObject ? redacted : undefined;
          const suggest = [...offer("redact", redact?.name, fix === undefined ? redacted : undefined), ...offers];
          report({ at: leak.at, messageId: "leak", data: describeLeak(leak, name), fix, suggest });
        }
      }
    }
  },
});

interface Around {
  readonly breadcrumb: Breadcrumb;
  readonly policy: Policy;
  readonly redact: FunctionName | undefined;
}

/** What could be sent in the place of a leak. */
function repairsOf(leak: Leak, top: Field, { breadcrumb: { write }, policy, redact }: Around) {
  const { at } = leak;
  const { field, person, address, boolean, passed, mayBeObject } = replacementsOf(leak, top, policy);
  const id = person && replaceMember(person, "id");
  const path = address && replaceMember(address, "pathname");
  const presence = boolean && write.presence(at);
  return {
    mayBeObject,
    redacted: redact && passed && write.pass?.(passed, redact),
    offers: [
      ...offer("remove", field?.name ?? at.source, field && remove(field)),
      ...offer("id", id?.text, id && [id]),
      ...offer("path", path?.text, path && [path]),
      ...offer("presence", presence, boolean && presence ? replace(boolean, presence) : undefined),
    ],
  };
}

function offer<Id extends string>(messageId: Id, text: string | undefined, edits: readonly Edit[] | undefined) {
  return text === undefined || edits === undefined ? [] : [{ messageId, data: { text }, edits }];
}
