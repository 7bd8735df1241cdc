import type { Edit, FunctionName, Sending, Writer } from "./breadcrumb/index.ts";
import type { Checking, Suggestion } from "./define-rule.ts";
import { remove, replace, replaceMember } from "./edit/index.ts";
import { flag, strings } from "./options.ts";
import {
  describeLeak,
  KINDS,
  leakFinder,
  policyOf,
  redactIn,
  replacementsOf,
  type Leak,
  type Replacements,
} from "./sensitive-data/index.ts";
import { destinationOf } from "./sentry/doors.ts";

/** The options of every rule that looks for personal data and secrets in what is handed to Sentry. */
export const LEAK_OPTIONS = {
  strict: flag(false, "Whether to report what is personal only at times: user names, addresses of pages with queries."),
  categories: strings(KINDS, "The kinds of data to report.", KINDS),
  allow: strings([], "Names, or paths such as `shop.name`, that are harmless in this project."),
  deny: strings([], "Names, or paths such as `ticket.body`, that are sensitive in this project."),
};

/** The messages of these rules. */
export const LEAK_MESSAGES = {
  leak: "This puts {{what}} into {{destination}} ({{way}}). {{fate}} {{instead}}",
  redact: "Hand it to `{{text}}`.",
  remove: "Leave `{{text}}` out.",
  id: "Send `{{text}}` instead.",
  path: "Send `{{text}}`, without the query.",
  presence: "Send `{{text}}`: whether it is there.",
} as const;

type LeakChecking = Pick<Checking<typeof LEAK_MESSAGES, typeof LEAK_OPTIONS>, "options" | "settings" | "report">;

/**
 * Reports the personal data and secrets that sendings carry.
 * @param language the language of the file.
 * @returns what looks at one sending; it leaves out the leaks that `isExpected` names.
 */
export function leakReporter(
  language: string,
  { options, settings: { sensitiveData }, report }: LeakChecking,
): (sending: Sending, isExpected?: (leak: Leak) => boolean) => void {
  const policy = policyOf({ ...options, sanitizers: [], owners: [] }, sensitiveData);
  const leaksOf = leakFinder(policy);
  const redact = redactIn(language, sensitiveData.redact);
  const isWanted = ({ kind, tier, declared }: Leak): boolean =>
    (tier === 1 || options.strict) && (declared || options.categories.includes(kind));

  return ({ door, parts, write }, isExpected = () => false) => {
    for (const part of parts) {
      for (const leak of leaksOf(part.value)) {
        if (!isWanted(leak) || isExpected(leak)) continue;
        const { what, way, fate, instead } = describeLeak(leak, part.name ?? "");
        report({
          at: leak.at,
          messageId: "leak",
          data: { destination: destinationOf(door), what, way, fate, instead },
          suggest: offersOf(leak, replacementsOf(leak, part, policy), redact, write),
        });
      }
    }
  };
}

/** What may be written instead, best first. */
function offersOf(
  { at }: Leak,
  { field, person, address, boolean, passed }: Replacements,
  redact: FunctionName | undefined,
  write: Writer,
): readonly Suggestion<typeof LEAK_MESSAGES>[] {
  const redacted = redact && passed && write.pass?.(passed, redact);
  const id = person && replaceMember(person, "id");
  const path = address && replaceMember(address, "pathname");
  const presence = boolean && write.presence(at);
  return [
    ...offer("redact", redact?.name, redacted),
    ...offer("remove", field?.name ?? at.source, field && remove(field)),
    ...offer("id", id?.text, id && [id]),
    ...offer("path", path?.text, path && [path]),
    ...offer("presence", presence, boolean && presence ? replace(boolean, presence) : undefined),
  ];
}

function offer<Id extends string>(messageId: Id, text: string | undefined, edits: readonly Edit[] | undefined) {
  return text === undefined || edits === undefined ? [] : [{ messageId, data: { text }, edits }];
}
