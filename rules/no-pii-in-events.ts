import type { Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { LEAK_MESSAGES, LEAK_OPTIONS, leakReporter, unwanted } from "../src/leak-report.ts";
import { strings } from "../src/options.ts";
import { KINDS, type Leak } from "../src/sensitive-data/index.ts";
import { EVENT_DOORS, USER_FIELDS } from "../src/sentry/doors.ts";

/** A place or a group is a person's only where the code around it is about persons. */
const OF_PLACES: readonly string[] = ["location", "demographic"];

export default defineBreadcrumbRule({
  name: "no-pii-in-events",
  description: "Disallow personal data and secrets in Sentry's events, spans and metrics",
  why: "Data on a scope is sent with every later event, and some of it is intended. `strict` allows only a user's id.",
  type: "problem",
  recommended: "warn",
  strict: { strict: true, categories: [...KINDS], userFields: ["id"] },
  edits: "suggest",
  subject: "events",
  options: {
    ...LEAK_OPTIONS,
    categories: strings(
      KINDS.filter((kind) => !OF_PLACES.includes(kind)),
      "The kinds of data to report.",
      KINDS,
    ),
    userFields: strings(USER_FIELDS, "The fields that `setUser` may set."),
  },
  messages: LEAK_MESSAGES,
  checkFile({ file, ...checking }) {
    const reportLeaks = leakReporter(file.language, checking);
    const { userFields, strict } = checking.options;
    for (const sending of file.sendings) {
      if (!EVENT_DOORS.has(sending.door)) continue;
      const isUnwanted = unwanted(strict);
      reportLeaks(sending, (leak) => {
        if (sending.door === "captured") return isUnwanted(leak);
        if (!strict && isUnknownBody(leak) && !sending.parts.some(({ value }) => holdsRoute(value, leak.source)))
          return true;
        const [part, field] = sending.door === "user" ? ["user", ...namesOf(leak)] : namesOf(leak);
        // What a user as a whole holds is known only to those who made it.
        return part === "user" && (field === undefined ? !strict : userFields.includes(field));
      });
    }
  },
});

/** The names of the keys that lead to a leak. */
function namesOf({ keys }: Leak): readonly string[] {
  return keys.map((key) => key.replaceAll(/^[.[]|\]$/gu, ""));
}

/** Whether a leak is a whole request's body of which nothing says what it holds. */
function isUnknownBody({ source, property }: Leak): boolean {
  return source.origin === "request-body" && property === undefined;
}

const ROUTE: ReadonlySet<string | undefined> = new Set(["url", "originalUrl", "path", "method"]);

/** Whether a record names the route of a body's request, too: only what handles every route does, those of sign-ins. */
function holdsRoute(value: Value, body: Value): boolean {
  if (value.kind === "member" && body.kind === "member")
    return ROUTE.has(value.name) && value.object.source === body.object.source;
  return value.kind === "record" && value.fields.some((field) => holdsRoute(field.value, body));
}
