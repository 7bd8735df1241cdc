import { describe, expect, it } from "vitest";
import { proposed } from "../init/scratch.ts";
import { marked } from "./marked.ts";

const RECORD = `import * as Sentry from "@sentry/react";\nimport { useCallback, useMemo, useRef } from "react";\n`;
const RECORDER = `(message) => Sentry.addBreadcrumb({ category: "ui", message })`;

/** Functions that hand out what records: by itself, as a member, at a position. */
const MAKERS: Readonly<Record<"itself" | "member" | "item", Readonly<Record<string, string>>>> = {
  itself: {
    "a factory": `export const useCrumb = () => ${RECORDER};`,
    "a memoized function": `export const useCrumb = () => useCallback(${RECORDER}, []);`,
    "a variable of a hook": `export function useCrumb() { const crumb = useCallback(${RECORDER}, []); return crumb; }`,
    "what a memoized function yields": `export const useCrumb = () => useMemo(() => ${RECORDER}, []);`,
    "what a ref holds": `export function useCrumb() { const ref = useRef(${RECORDER}); return ref.current; }`,
    "another's result": `const useInner = () => useCallback(${RECORDER}, []);\nexport const useCrumb = () => useInner();`,
    "a default export": `const useCrumb = () => ${RECORDER};\nexport { useCrumb };\nexport default useCrumb;`,
  },
  member: {
    "an object": `export const useCrumb = () => ({ crumb: ${RECORDER}, mute() {} });`,
    "a memoized object": `export const useCrumb = () => useMemo(() => ({ crumb: ${RECORDER}, mute() {} }), []);`,
    "memoized members": `export function useCrumb() { const crumb = useCallback(${RECORDER}, []); return { crumb, mute() {} }; }`,
  },
  item: {
    "a list": `export const useCrumb = () => [${RECORDER}, () => {}];`,
    "a tuple": `export function useCrumb() { const crumb = useCallback(${RECORDER}, []); return [crumb, () => {}] as const; }`,
  },
};

/** Calls with each; those that record are marked. */
const CALLS: Readonly<Record<keyof typeof MAKERS, Readonly<Record<string, string>>>> = {
  itself: {
    "a name": `const crumb = useCrumb();\ncrumb("Opened"); // +`,
    "another name": `const first = useCrumb();\nconst second = first;\nsecond("Opened"); // +`,
    "no name": `useCrumb()("Opened"); // +`,
    "none: that is the function itself": `useCrumb("Opened");`,
    "none: that is a member": `const crumb = useCrumb();\ncrumb.other("Opened");`,
  },
  member: {
    "a pattern": `const { crumb, mute } = useCrumb();\ncrumb("Opened"); // +\nmute("Opened");`,
    "an object": `const trail = useCrumb();\ntrail.crumb("Opened"); // +`,
    "none: that is another member": `const trail = useCrumb();\ntrail.mute("Opened");\ntrail("Opened");`,
  },
  item: {
    "a pattern": `const [crumb, mute] = useCrumb();\ncrumb("Opened"); // +\nmute("Opened");`,
    "none: that is another item": `const [, mute] = useCrumb();\nmute("Opened");`,
  },
};

const rows = (Object.keys(MAKERS) as (keyof typeof MAKERS)[]).flatMap((kind) =>
  Object.entries(MAKERS[kind]).flatMap(([maker, text]) =>
    Object.entries(CALLS[kind]).map(([use, call]) => ({ maker, use, text, call })),
  ),
);

/** What is not followed within a file. */
const ONLY_ELSEWHERE = new Set(["a list", "a tuple", "what a ref holds"]);

describe("a function that hands out what records", () => {
  it.each(rows)("is $maker, called in another file by $use", async ({ text, call }) => {
    const component = `import { useCrumb } from "./crumb";\nexport function Button() {\n${call}\n}\n`;
    const { seen, expected } = await marked({ "crumb.ts": `${RECORD}${text}\n`, "button.ts": component });
    expect(seen).toEqual(expected);
  });

  it.each(rows.filter(({ maker }) => !ONLY_ELSEWHERE.has(maker)))(
    "is $maker, called in the same file by $use",
    async ({ text, call }) => {
      const { seen, expected } = await marked({ "a.ts": `${RECORD}${text}\nfunction Button() {\n${call}\n}\n` });
      expect(seen).toEqual(expected);
    },
  );

  const LAST = `export const useCrumb = () => ${RECORDER};\n`;
  it.each<[what: string, files: Readonly<Record<string, string>>, names: readonly string[]]>([
    [
      "through a module that re-exports it",
      {
        "index.ts": `export * from "./crumb";\n`,
        "a.ts": `import { useCrumb } from "./index";\nconst crumb = useCrumb();\ncrumb("Opened");\n`,
      },
      ["useCrumb()"],
    ],
    [
      "through a module that calls it",
      {
        "own.ts": `import { useCrumb } from "./crumb";\nexport const crumb = useCrumb();\n`,
        "a.ts": `import { crumb } from "./own";\ncrumb("Opened");\n`,
      },
      ["crumb"],
    ],
    [
      "through a function that hands it on",
      {
        "own.ts": `import { useCrumb } from "./crumb";\nexport const useTrail = () => useCrumb();\n`,
        "a.ts": `import { useTrail } from "./own";\nconst crumb = useTrail();\ncrumb("Opened");\nuseTrail("none");\n`,
      },
      ["useTrail()"],
    ],
    [
      "through a ref",
      {
        "crumb.ts": `${RECORD}export const useCrumb = () => useRef(${RECORDER});\n`,
        "a.ts": `import { useCrumb } from "./crumb";\nconst ref = useCrumb();\nref.current("Opened");\nref.other("none");\n`,
      },
      ["useCrumb.current"],
    ],
    [
      "beside another module's of the same name",
      {
        "other.ts": `export const useCrumb = () => () => {};\n`,
        "a.ts": `import { useCrumb } from "./crumb";\nconst crumb = useCrumb();\ncrumb("Opened");\n`,
        "b.ts": `import { useCrumb } from "./other";\nconst crumb = useCrumb();\ncrumb("none");\n`,
      },
      ["useCrumb()"],
    ],
    [
      "as the default export",
      {
        "crumb.ts": `${RECORD}export default () => ${RECORDER};\n`,
        "a.ts": `import useCrumb from "./crumb";\nconst crumb = useCrumb();\ncrumb("Opened");\n`,
      },
      ["crumb"],
    ],
    [
      "of a function that it makes of what it is given",
      {
        "crumb.ts": `${RECORD}export const createCrumb = (category) => (message) => Sentry.addBreadcrumb({ category, message });\n`,
        "a.ts": `import { createCrumb } from "./crumb";\nconst crumb = createCrumb("auth");\ncrumb("Opened");\n`,
      },
      ["createCrumb()"],
    ],
  ])("is reached %s", async (_, files, names) => {
    const { settings, breadcrumbs } = await proposed({ "crumb.ts": `${RECORD}${LAST}`, ...files });
    const wrappers = (settings["wrappers"] ?? []) as readonly { readonly name: string }[];
    expect({ names: wrappers.map(({ name }) => name), seen: breadcrumbs.after }).toEqual({ names, seen: 1 });
  });
});
