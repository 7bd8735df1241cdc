import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { run, typeErrors, type Outcome } from "./programs.ts";
import { AROUND_CALLS, AROUND_FIELDS, FAULTS, HOLDERS, type Fault } from "./surroundings.ts";

const HEAD = `import * as Sentry from "@sentry/node";\n`;

/** A program, and what a rule makes of it: unasked, or when it is chosen. */
interface Change {
  readonly where: string;
  readonly isFix: boolean;
  readonly by: string;
  readonly before: string;
  readonly after: string;
  /** Whether the rule says the same as often, once all fixes are made. */
  readonly isSaidAgain: boolean;
}

/** What a rule changes of a fault in all surroundings. */
interface Tried {
  readonly rule: string;
  readonly fault: Fault;
  readonly changes: readonly Change[];
}

const TRIED: readonly Tried[] = Object.entries(FAULTS).flatMap(([rule, faults]) =>
  faults.map((fault) => ({
    rule,
    fault,
    changes: Object.entries(programsOf(fault)).flatMap(([where, code]) => changesOf(rule, fault, where, code)),
  })),
);

/** A fault in everything that may stand around it, each a program. */
function programsOf({ code, fields, before = "" }: Fault): Readonly<Record<string, string>> {
  const call = (argument: string) => code.replace("RECORD", () => argument);
  const record = `{ message: "m", ${fields ?? ""} }`;
  const bodies = [
    ...Object.entries(AROUND_CALLS).map(([name, around]) => [`${name} around the call`, around(call(record))]),
    ...Object.entries(fields === undefined ? {} : AROUND_FIELDS).map(([name, around]) => [
      `${name} around the fields`,
      `${call(around(fields ?? ""))};`,
    ]),
    ...Object.entries(fields === undefined ? {} : HOLDERS).map(([name, holder]) => [
      `held by ${name}`,
      holder(record, call),
    ]),
  ];
  return Object.fromEntries(
    bodies.map(([name = "", body = ""]) => [
      name,
      (name.startsWith("a byte order mark") ? "\uFEFF" : "") + HEAD + before + body,
    ]),
  );
}

function changesOf(rule: string, fault: Fault, where: string, before: string): readonly Change[] {
  const config: Linter.Config = {
    files: ["**"],
    plugins: { "sentry-breadcrumbs": plugin },
    languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: true } } },
    settings: { "sentry-breadcrumbs": { sdkVersion: 10, ...fault.settings } },
    rules: { [`sentry-breadcrumbs/${rule}`]: fault.options === undefined ? "error" : ["error", fault.options] },
  };
  const messages = new Linter().verify(before, config, "file.tsx");
  const offset = before.startsWith("\uFEFF") ? 1 : 0;
  const changeOf = ({ messageId }: Linter.LintMessage, by: string | undefined, edit: Linter.LintMessage["fix"]) => {
    if (edit === undefined) return [];
    const after = before.slice(0, edit.range[0] + offset) + edit.text + before.slice(edit.range[1] + offset);
    const settled = new Linter().verifyAndFix(after, config, "file.tsx").messages;
    const countIn = (all: readonly Linter.LintMessage[]) => all.filter((each) => each.messageId === messageId).length;
    const isSaidAgain = settled.some(({ fatal }) => fatal) || countIn(settled) >= countIn(messages);
    return [{ where, isFix: by === undefined, by: by ?? "the fix", before, after, isSaidAgain }];
  };
  return messages.flatMap((message) => [
    ...changeOf(message, undefined, message.fix),
    ...(message.suggestions ?? []).flatMap(({ desc, fix }) => changeOf(message, desc, fix)),
  ]);
}

function commentsIn(code: string): string {
  const { comments } = typescriptParser.parse(code, { comment: true, range: true, jsx: true });
  return JSON.stringify(comments.map(({ value }) => value));
}

/** What of breadcrumbs and logs a rule leaves as it is. */
function kept({ sent, logs }: Outcome, { changes }: Fault): readonly string[] {
  const ofBreadcrumbs = sent.flatMap((breadcrumb) =>
    Object.entries(breadcrumb).flatMap(([name, value]) =>
      name === "timestamp" || changes.includes(name) ? [] : leavesOf(value),
    ),
  );
  return [
    ...ofBreadcrumbs,
    ...logs.flatMap(({ message, attributes }) => leavesOf([String(message), attributes])),
  ].sort();
}

function leavesOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [String(value)];
}

let errors: ReadonlyMap<string, readonly string[]>;
const outcomes = new Map<string, Outcome>();

beforeAll(() => {
  errors = typeErrors(TRIED.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before, after])));
});

async function outcomeOf(code: string): Promise<Outcome> {
  const outcome = outcomes.get(code) ?? (await run(code));
  outcomes.set(code, outcome);
  return outcome;
}

/** How running a program may differ after a change, because the change says so. */
interface Said {
  /** Values may be computed in another order, or no more. */
  readonly computes?: boolean;
  /** What is sent may lack something. */
  readonly sends?: boolean;
  /** The program may end in another way. */
  readonly ends?: boolean;
}

/** What suggestions say that they change, by the beginning of their text. A fix changes nothing of this. */
const SAID: readonly (readonly [text: string, said: Said])[] = [
  ["Remove this breadcrumb.", { computes: true, sends: true }],
  ["Remove the second argument.", { computes: true }],
  ["Record it before ", { computes: true }],
  ["Write a log instead; its parts are evaluated in another order", { computes: true }],
  // What is personal.
  ["Remove `email`.", { sends: true }],
  ["Send `user.id` instead.", { sends: true }],
  ["Send `Boolean(", { sends: true }],
  // A name that the SDK does not have.
  ["Call `warn`.", { computes: true, ends: true }],
];

function saidBy({ isFix, by }: Change): Said {
  return (isFix ? undefined : SAID.find(([text]) => by.startsWith(text))?.[1]) ?? {};
}

/** What a program computed. A suggestion may change a record that other code notes, too. */
function computed({ traced }: Outcome, { isFix }: Change): string {
  return traced.filter((value) => isFix || !/^[[{]/u.test(value)).join();
}

/** What is wrong with a change, seen from outside. */
async function wrongWith(change: Change, fault: Fault): Promise<readonly string[]> {
  const { by, before, after, isSaidAgain } = change;
  const known = errors.get(before) ?? [];
  const fresh = (errors.get(after) ?? []).filter((error) => !known.includes(error));
  const [was, is] = [await outcomeOf(before), await outcomeOf(after)];
  const missing = kept(was, fault).filter((leaf) => !kept(is, fault).includes(leaf));
  const { computes = false, sends = false, ends = false } = saidBy(change);
  const found = [
    isSaidAgain && "is said again",
    commentsIn(before) !== commentsIn(after) && "loses a comment",
    // The choice that reaches further says that types have to be looked at.
    !by.startsWith("Change it anyway.") && fresh.length > 0 && fresh.join(" "),
    !computes &&
      computed(was, change) !== computed(is, change) &&
      `computes ${was.traced.join()}, then ${is.traced.join()}`,
    !ends && was.error !== is.error && `ends with ${String(is.error)}`,
    !sends && missing.length > 0 && `does not send ${missing.join()}`,
  ];
  return found.filter((each) => each !== false);
}

it("every rule that changes something is tried", () => {
  const changing = Object.entries(plugin.rules ?? {}).filter(([, { meta }]) => meta?.hasSuggestions === true);
  expect(Object.keys(FAULTS).sort()).toEqual(changing.map(([name]) => name).sort());
});

describe("what changes leave of a program, whatever stands around", () => {
  it.each(
    TRIED.map((tried) => ({ ...tried, code: tried.fault.code.replace("RECORD", `{ ${tried.fault.fields ?? ""} }`) })),
  )("$rule: $code", async ({ fault, changes }) => {
    expect(changes.length).toBeGreaterThan(20);
    const wrong = [];
    for (const change of changes) {
      const found = await wrongWith(change, fault);
      if (found.length > 0) wrong.push({ ...change, found });
    }
    expect(wrong).toEqual([]);
  });
});
