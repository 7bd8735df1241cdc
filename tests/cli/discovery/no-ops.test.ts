import { describe, expect, it } from "vitest";
import { proposed } from "../init/scratch.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;
const TYPE = `export interface Trail { crumb(message: string): void }\n`;
const OF_TYPE = `import type { Trail } from "./types";\n`;
const LIVE = `export const live: Trail = { crumb(message) { Sentry.addBreadcrumb({ message }); } };\n`;

/** What has the type of something that records, and does not record. */
const NO_OPS: Readonly<Record<string, string>> = {
  "an object": `export const noop: Trail = { crumb() {} };`,
  "an object that only prints": `export const noop: Trail = { crumb(message) { process.stdout.write(message); } };`,
  "an object with another function": `const nothing = () => {};\nexport const noop: Trail = { crumb: nothing };`,
  "an object of the same type by satisfies": `export const noop = { crumb() {} } satisfies Trail;`,
  "an object of the same type by as": `export const noop = { crumb() {} } as Trail;`,
  "a frozen object": `export const noop: Trail = Object.freeze({ crumb() {} });`,
  "one of two objects": `const one = { crumb() {} };\nexport const noop: Trail = process.argv[2] ? one : { crumb() {} };`,
  "an instance": `class Quiet implements Trail { crumb() {} }\nexport const noop = new Quiet();`,
  "an instance with a declared type": `class Quiet implements Trail { crumb() {} }\nexport const noop: Trail = new Quiet();`,
  "what a function returns": `export const noop: Trail = make();\nfunction make(): Trail { return { crumb() {} }; }`,
  "what an arrow function returns": `const make = (): Trail => ({ crumb() {} });\nexport const noop: Trail = make();`,
  "something else's value": `const own: Trail = { crumb() {} };\nexport const noop: Trail = own;`,
  "one of two instances": `class Quiet implements Trail { crumb() {} }\nconst one = new Quiet();\nexport const noop: Trail = one ?? new Quiet();`,
  "a member of an object of another file": `import { all } from "./quiet";\nexport const noop: Trail = all.quiet;`,
  nothing: `export const noop: Trail | null = null;`,
};

const USES: Readonly<Record<string, string>> = {
  "in another file": `import { noop } from "./noop";\nnoop.crumb("-");\n`,
  "under another name": `import { noop } from "./noop";\nconst trail = noop;\ntrail.crumb("-");\n`,
  "as a member of its module": `import * as all from "./noop";\nall.noop.crumb("-");\n`,
  "by way of a third file": `import { noop } from "./barrel";\nnoop.crumb("-");\n`,
  "from a field": `import { noop } from "./noop";\nexport class A { trail = noop; run() { this.trail.crumb("-"); } }\n`,
};

/** Two calls that record, of the object and of its type. */
const called = (file: string, types = "types"): string =>
  `import { live } from "./${file}";\nimport type { Trail } from "./${types}";\nlive.crumb("m");\nexport const f = (trail: Trail) => trail.crumb("n");\n`;

async function seen(files: Readonly<Record<string, string>>): Promise<number> {
  const { breadcrumbs } = await proposed({ ...files, "barrel.ts": `export { noop } from "./noop";\n` });
  return breadcrumbs.after;
}

describe.each(Object.entries(NO_OPS))("%s beside what records, of the same type", (_, noop) => {
  it.each(Object.entries(USES))("is not taken for it %s", async (_use, use) => {
    const files = { "types.ts": TYPE, "live.ts": SDK + OF_TYPE + LIVE, "noop.ts": `${OF_TYPE}${noop}\n` };
    expect(await seen({ ...files, "use.ts": use, "ok.ts": called("live") })).toBe(2);
  });

  it.each<[what: string, text: string, types: string]>([
    ["both", SDK + OF_TYPE + LIVE, "types"],
    ["both and their type", SDK + TYPE + LIVE, "noop"],
  ])("is not taken for it where a file has %s", async (_what, text, types) => {
    const files = { "types.ts": TYPE, "noop.ts": `${text}${noop}\nnoop.crumb("-");\n`, "ok.ts": called("noop", types) };
    expect(await seen({ ...files, "use.ts": USES["in another file"] ?? "" })).toBe(2);
  });
});

it.each<[what: string, files: Readonly<Record<string, string>>]>([
  [
    "one of two that records",
    {
      "trail.ts": `${SDK}${OF_TYPE}${LIVE}const noop: Trail = { crumb() {} };\nexport const trail: Trail = process.env.CI ? noop : live;\n`,
      "use.ts": `import { trail } from "./trail";\ntrail.crumb("m");\n`,
    },
  ],
  [
    "a variable that is written to later",
    {
      "live.ts": SDK + OF_TYPE + LIVE,
      "trail.ts": `${OF_TYPE}import { live } from "./live";\nexport let trail: Trail = { crumb() {} };\nexport const start = () => { trail = live; };\n`,
      "use.ts": `import { trail } from "./trail";\ntrail.crumb("m");\n`,
    },
  ],
  [
    "an object that is yet to be filled",
    {
      "live.ts": SDK + OF_TYPE + LIVE,
      "trail.ts": `${OF_TYPE}export const trail: Trail = {} as Trail;\n`,
      "use.ts": `import { trail } from "./trail";\ntrail.crumb("m");\n`,
    },
  ],
  [
    "a default of a parameter",
    {
      "live.ts": SDK + OF_TYPE + LIVE,
      "use.ts": `${OF_TYPE}export const f = (trail: Trail = { crumb() {} }) => trail.crumb("m");\n`,
    },
  ],
  ...["make()", "new Unknown()", "Object.freeze()", "all[0].trail", "(() => made)()", "await make()"].map(
    (unknown): [string, Readonly<Record<string, string>>] => [
      `what the file does not show: ${unknown}`,
      {
        "live.ts": SDK + OF_TYPE + LIVE,
        "use.ts": `${OF_TYPE}const trail: Trail = ${unknown};\ntrail.crumb("m");\n`,
      },
    ],
  ),
  [
    "what is behind more names than are followed",
    {
      "live.ts": SDK + OF_TYPE + LIVE,
      "use.ts": `${OF_TYPE}const a0 = { crumb() {} };\n${Array.from({ length: 50 }, (_, index) => `const a${index + 1} = a${index};\n`).join("")}const trail: Trail = a50;\ntrail.crumb("m");\n`,
    },
  ],
  [
    "a member that is a function of another file",
    {
      "live.ts": `${SDK}export const note = (message: string) => Sentry.addBreadcrumb({ message });\nexport const more = { other: note };\n`,
      "use.ts": `${OF_TYPE}import { more, note } from "./live";\nconst trail: Trail = { ...more, crumb: note };\ntrail.crumb("m");\n`,
    },
  ],
  [
    "a member of an object of another file that it takes in",
    {
      "live.ts": `${SDK}export const base = { crumb: (message: string) => Sentry.addBreadcrumb({ message }) };\n`,
      "use.ts": `${OF_TYPE}import { base } from "./live";\nconst trail: Trail = { level: 1, ...base };\ntrail.crumb("m");\ntrail.other("-");\n`,
    },
  ],
])("takes for what records %s", async (_, files) => {
  expect(await seen({ "types.ts": TYPE, ...files })).toBe(1);
});
