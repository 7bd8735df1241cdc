import {
  isWithin,
  pathOf,
  resolve,
  type Argument,
  type Edit,
  type Field,
  type FunctionName,
  type Sending,
  type Value,
  type Writer,
} from "./breadcrumb/index.ts";
import type { Checking, Suggestion } from "./define-rule.ts";
import { remove, replace, replaceMember } from "./edit/index.ts";
import { flag, strings, type OptionValues } from "./options.ts";
import {
  CONTACTS,
  describeLeak,
  isConfiguredContact,
  KINDS,
  kindsOfNames,
  leakFinder,
  policyOf,
  redactIn,
  replacementsOf,
  type Kind,
  type Leak,
  type LeakFinder,
  type Policy,
} from "./sensitive-data/index.ts";
import { destinationOf } from "./sentry/doors.ts";

/** The options of every rule that looks for personal data and secrets. */
export const LEAK_OPTIONS = {
  strict: flag(false, "Whether to report what is only sometimes personal: user names, page addresses with queries."),
  categories: strings(KINDS, "The kinds of data to report.", KINDS),
  allow: strings([], "Names, or paths such as `shop.name`, that are harmless in this project."),
  deny: strings([], "Names, or paths such as `ticket.body`, that are sensitive in this project."),
};

/** The kinds that a name or literal identifies reliably even in code that was not written for Sentry. */
export const CERTAIN_KINDS: readonly Kind[] = [
  "email",
  "phone",
  "ip",
  "financial",
  "gov_id",
  "password",
  "api_key",
  "private_key",
];

/**
 * Whether an address or a number is the company's own, or only looks like one: a literal, as in
 * `console.info("Write to help@example.com")`, or one in its settings (`config.email.from`).
 */
export function isOfProgram({ kind, at, source }: Leak): boolean {
  return (
    CONTACTS.has(kind) &&
    ([resolve(at), source].some(({ kind }) => kind === "text") || isConfiguredContact(pathOf(source) ?? []))
  );
}

/** The messages for suggestions of these rules. */
export const REPAIR_MESSAGES = {
  redact: "Pass it to `{{text}}`.",
  remove: "Remove `{{text}}`.",
  id: "Send `{{text}}` instead.",
  path: "Send `{{text}}`, without the query.",
  presence: "Send `{{text}}` (only whether it is set).",
} as const;

/** The messages of the rules for everything that is sent to Sentry apart from breadcrumbs. */
export const LEAK_MESSAGES = {
  leak: "This puts {{what}} into {{destination}} ({{way}}). {{fate}} {{instead}}",
  ...REPAIR_MESSAGES,
} as const;

/**
 * What to leave out in code in which nobody thought of Sentry: what belongs to the program itself and, unless `strict`,
 * kinds that names do not identify reliably.
 */
export function unwanted(strict: boolean): (leak: Leak) => boolean {
  return (leak) => isOfProgram(leak) || (!strict && !CERTAIN_KINDS.includes(leak.kind));
}

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

  return ({ arguments: given = [], door, becomes, parts, write }, isExpected = () => false) => {
    const isReported = reportedWithin(given, leaksOf, options);
    for (const part of parts) {
      for (const leak of leaksOf(part.value)) {
        if (!isWanted(leak, options) || isExpected(leak) || isReported(leak)) continue;
        const { what, way, fate, instead } = describeLeak(leak, part.name ?? "");
        const { redacted, offers } = repairsOf(leak, part, { write, policy, redact });
        report({
          at: leak.at,
          messageId: "leak",
          data: { destination: destinationOf(door, becomes), what, way, fate, instead },
          suggest: [...redacting(redact, redacted), ...offers],
        });
      }
    }
  };
}

/**
 * Tells which leaks in the arguments of a call are reported in the function that it calls, whose names tell the same.
 * @param options of the rule that reports them.
 */
export function reportedWithin(
  given: readonly Argument[],
  leaksOf: LeakFinder,
  options: Parameters<typeof isWanted>[1],
): (leak: Leak) => boolean {
  const told = given.map(({ value, names = [] }) => ({ value, kinds: kindsOfNames(namesOf, names) }));
  return ({ at, kind }) => told.some(({ value, kinds }) => kinds.has(kind) && isWithin(at.range, value.range));

  function namesOf(name: Value): readonly Leak[] {
    return leaksOf(name).filter((leak) => isWanted(leak, options));
  }
}

/** Whether the options of a rule ask for a leak. */
export function isWanted(
  { kind, tier, declared }: Leak,
  { strict, categories }: Pick<OptionValues<typeof LEAK_OPTIONS>, "strict" | "categories">,
): boolean {
  return (tier === 1 || strict) && (declared || categories.includes(kind));
}

/** What suggestions are built with. */
interface Means {
  readonly write: Writer;
  readonly policy: Policy;
  readonly redact: FunctionName | undefined;
}

/** What could be sent instead of a leak. */
export interface Repairs {
  /** Whether the leak may be an object or an array instead of a string. */
  readonly mayBeObject: boolean;
  /** Hands it to the project's function that makes it harmless. */
  readonly redacted: readonly Edit[] | undefined;
  /** All other suggestions, best first. */
  readonly offers: readonly Suggestion<typeof REPAIR_MESSAGES>[];
}

/**
 * Says what could be sent instead of a leak.
 * @param top the field of what is sent that carries it.
 */
export function repairsOf(leak: Leak, top: Field, { write, policy, redact }: Means): Repairs {
  const { at } = leak;
  const { field, person, address, boolean, passed, mayBeObject } = replacementsOf(leak, top, policy);
  const other = person && replaceMember(person, "id");
  const id = other && write.asString !== undefined ? write.asString(other) : other;
  const path = address && replaceMember(address, "pathname");
  const presence = boolean && write.presence(at);
  return {
    mayBeObject,
    redacted: redact && passed && write.handTo?.(passed, redact),
    offers: [
      ...offer("remove", field?.name ?? at.source, field && remove(field)),
      ...offer("id", id?.text, id && [id]),
      ...offer("path", path?.text, path && [path]),
      ...offer("presence", presence, boolean && presence ? replace(boolean, presence) : undefined),
    ],
  };
}

/** The suggestion to hand a leak to the project's own function. */
export function redacting(redact: FunctionName | undefined, edits: readonly Edit[] | undefined) {
  return offer("redact", redact?.name, edits);
}

function offer<Id extends string>(messageId: Id, text: string | undefined, edits: readonly Edit[] | undefined) {
  return text === undefined ? [] : [{ messageId, data: { text }, edits }];
}
