import { describe, expect, it } from "vitest";
import { proposed } from "../init/scratch.ts";

const SDK = `import * as S from "@sentry/node";\n`;

/** Modules that hand out the SDK at once, and what a file writes to have it. */
const AT_ONCE: Readonly<Record<string, readonly [text: string, sdk: string]>> = {
  "a function": [`${SDK}export function getSentry() { return S; }\n`, "getSentry()"],
  "an arrow function": [`${SDK}export const getSentry = () => S;\n`, "getSentry()"],
  "a function named as the SDK": [`${SDK}export const sentry = () => S;\n`, "sentry()"],
  "a variable that is filled later": [
    `let s: typeof import("@sentry/node") | null = null;\nexport async function load() { s = await import("@sentry/node"); }\nexport function getSentry() { return s; }\n`,
    "getSentry()",
  ],
  "a namespace under another name": [`export * as trail from "@sentry/node";\n`, "trail"],
  "a namespace under its name": [`export * as Sentry from "@sentry/node";\n`, "Sentry"],
};

/** The same for what yields the SDK later. */
const LATER: Readonly<Record<string, readonly [text: string, sdk: string]>> = {
  "an import": [`export const getSentry = () => import("@sentry/node");\n`, "getSentry()"],
  "an import under the SDK's name": [`export const Sentry = () => import("@sentry/node");\n`, "Sentry()"],
  "a promise": [`export const loading = import("@sentry/node");\n`, "loading"],
  "a promise that is kept": [`let s;\nexport const getSentry = () => (s ??= import("@sentry/node"));\n`, "getSentry()"],
  "a module that is kept": [
    `let s;\nexport async function getSentry() { s ??= await import("@sentry/node"); return s; }\n`,
    "getSentry()",
  ],
  "a loader behind a loader": [
    `let p;\nfunction load() { if (!p) p = import("@sentry/node"); return p; }\nexport async function getSentry() { const m = await load(); return m; }\n`,
    "getSentry()",
  ],
  "some of its functions": [
    `export async function getSentry() { const { addBreadcrumb, setTag } = await import("@sentry/node"); return { addBreadcrumb, setTag }; }\n`,
    "getSentry()",
  ],
};

const USES_AT_ONCE: Readonly<Record<string, (sdk: string) => string>> = {
  "calls it": (sdk) => `${sdk}.addBreadcrumb({ message: "m" });`,
  "calls it if it is there": (sdk) => `${sdk}?.addBreadcrumb({ message: "m" });`,
  "names it": (sdk) => `const own = ${sdk};\nown?.addBreadcrumb({ message: "m" });`,
  "takes it apart": (sdk) => `const { addBreadcrumb: add } = ${sdk};\nadd({ message: "m" });`,
};

const USES_LATER: Readonly<Record<string, (sdk: string) => string>> = {
  "awaits it": (sdk) => `(await ${sdk}).addBreadcrumb({ message: "m" });`,
  "names it": (sdk) => `const own = await ${sdk};\nown.addBreadcrumb({ message: "m" });`,
  "takes it apart": (sdk) => `const { addBreadcrumb: add } = await ${sdk};\nadd({ message: "m" });`,
  "goes on with it": (sdk) => `void ${sdk}.then((own) => own.addBreadcrumb({ message: "m" }));`,
  "goes on with a function": (sdk) => `${sdk}.then(function (own) { own.addBreadcrumb({ message: "m" }); });`,
  "goes on with parts of it": (sdk) => `${sdk}.then(({ addBreadcrumb: add }) => { add({ message: "m" }); }, note);`,
};

/** How many breadcrumbs are seen in a file that imports a module. */
async function seen(text: string, sdk: string, use: string): Promise<number> {
  const name = /^\w+/u.exec(sdk)?.[0] ?? "";
  const { breadcrumbs } = await proposed({ "lib.ts": text, "a.ts": `import { ${name} } from "./lib";\n${use}\n` });
  return breadcrumbs.after;
}

describe.each(Object.entries(AT_ONCE))("%s of another file that is the SDK", (_, [text, sdk]) => {
  it.each(Object.entries(USES_AT_ONCE))("is seen where a file %s", async (_use, write) => {
    expect(await seen(text, sdk, write(sdk))).toBe(1);
  });
});

describe.each(Object.entries(LATER))("%s of another file that yields the SDK", (_, [text, sdk]) => {
  it.each(Object.entries(USES_LATER))("is seen where a file %s", async (_use, write) => {
    expect(await seen(text, sdk, write(sdk))).toBe(1);
  });

  it.each([
    `${sdk}.then(undefined, (own) => own.addBreadcrumb({ message: "m" }));`,
    `${sdk}.then((own, other) => other.addBreadcrumb({ message: "m" }));`,
    `${sdk}.finally((own) => own.addBreadcrumb({ message: "m" }));`,
    `${sdk}.catch((own) => own.addBreadcrumb({ message: "m" }));`,
  ])("is not taken for what else a promise hands over: %s", async (use) => {
    expect(await seen(text, sdk, use)).toBe(0);
  });
});

it.each<[text: string, use: string]>([
  [`export { addBreadcrumb as crumb } from "@sentry/node";`, `import { crumb } from "./lib";\ncrumb({});`],
  [`export { addBreadcrumb as default } from "@sentry/node";`, `import crumb from "./lib";\ncrumb({});`],
  [`export { addBreadcrumb as crumb } from "@sentry/node";`, `import * as lib from "./lib";\nlib.crumb({});`],
  [`export { default as trail } from "@sentry/node";`, `import { trail } from "./lib";\ntrail.addBreadcrumb({});`],
  [
    `${SDK}export const trail = Object.assign({}, { note: 1 }, { crumb: (message: string) => S.addBreadcrumb({ message }) });`,
    `import { trail } from "./lib";\ntrail.crumb("m");`,
  ],
])("sees what a module has under a name of its own: %s", async (text, use) => {
  const { breadcrumbs } = await proposed({ "lib.ts": `${text}\n`, "a.ts": `${use}\n` });
  expect(breadcrumbs.after).toBe(1);
});

it("sees calls of a module that has a file for each platform", async () => {
  const { breadcrumbs } = await proposed({
    "lib.native.ts": `${SDK}export const crumb = (message: string) => S.addBreadcrumb({ message });\n`,
    "lib.web.ts": `${SDK}export const crumb = (message: string) => S.addBreadcrumb({ message });\n`,
    "a.ts": `import { crumb } from "./lib";\ncrumb("m");\n`,
    "b.ts": `import { crumb } from "~/lib";\ncrumb("m");\n`,
  });
  expect(breadcrumbs.after).toBe(2);
});
