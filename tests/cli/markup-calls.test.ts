import { describe, expect, it } from "vitest";
import { workspace } from "./workspace.ts";

const SDK = 'import * as Sentry from "@sentry/browser";';
const CRUMB = "(message) => Sentry.addBreadcrumb({ message })";
const TRAIL = `${SDK}\nexport function useTrail() {\n  const crumb = ${CRUMB};\n  return { crumb };\n}\n`;

interface Way {
  readonly ending: ".vue" | ".svelte";
  /** What records, in a file of its own. */
  readonly trail?: string;
  readonly script: string;
  readonly markup: string;
  /** The wrapper, as `init` proposes it; none where the component itself has it. */
  readonly found?: string;
}

const setup = (script: string): string => `<script setup>\n${script}\n</script>\n`;
const vue = (handler: string): string => `<template><a @click="${handler}" /></template>`;
const options = (script: string): string => `<script>\n${script}\n</script>\n`;

/** How a component comes by a function that its markup alone calls. */
const WAYS: Readonly<Record<string, Way>> = {
  "a name that a plugin adds": {
    ending: ".vue",
    trail: `${SDK}\napp.config.globalProperties.$crumb = ${CRUMB};\n`,
    script: setup('import { ref } from "vue";'),
    markup: vue("$crumb('Sent')"),
    found: "$crumb",
  },
  "a name that a plugin adds, without a script": {
    ending: ".vue",
    trail: `${SDK}\napp.config.globalProperties.$crumb = ${CRUMB};\n`,
    script: "",
    markup: vue("$crumb('Sent')"),
    found: "$crumb",
  },
  "a composable's function": {
    ending: ".vue",
    trail: TRAIL,
    script: setup('import { useTrail } from "./trail";\nconst { crumb } = useTrail();'),
    markup: vue("crumb('Sent')"),
    found: "useTrail.crumb",
  },
  "a composable's function by another name": {
    ending: ".vue",
    trail: TRAIL,
    script: setup('import { useTrail } from "./trail";\nconst { crumb: say } = useTrail();'),
    markup: vue("say?.('Sent')"),
    found: "useTrail.crumb",
  },
  "a composable's result": {
    ending: ".vue",
    trail: TRAIL,
    script: setup('import { useTrail } from "./trail";\nconst trail = useTrail();'),
    markup: vue("() => trail?.crumb('Sent')"),
    found: "useTrail.crumb",
  },
  "what is provided": {
    ending: ".vue",
    trail: `${SDK}\napp.provide("crumb", ${CRUMB});\n`,
    script: setup('import { inject } from "vue";\nconst crumb = inject("crumb");'),
    markup: vue("crumb('Sent')"),
    found: "crumb",
  },
  "what setup() returns": {
    ending: ".vue",
    trail: TRAIL,
    script: options(
      'import { useTrail } from "./trail";\nexport default { setup() { const { crumb } = useTrail(); return { crumb }; } };',
    ),
    markup: vue("crumb('Sent')"),
    found: "useTrail.crumb",
  },
  "an imported method": {
    ending: ".vue",
    trail: `${SDK}\nexport const crumb = ${CRUMB};\n`,
    script: options('import { crumb } from "./trail";\nexport default { methods: { crumb } };'),
    markup: vue("crumb('Sent')"),
    found: "crumb",
  },
  "its own function": {
    ending: ".vue",
    script: setup(`${SDK}\nconst crumb = ${CRUMB};`),
    markup: vue("crumb('Sent')"),
  },
  "Svelte: a function's result": {
    ending: ".svelte",
    trail: TRAIL,
    script: options('import { useTrail } from "./trail";\nconst { crumb } = useTrail();'),
    markup: `<button on:click={() => crumb("Sent")} />`,
    found: "useTrail.crumb",
  },
  "Svelte: a context": {
    ending: ".svelte",
    trail: `${SDK}\nimport { setContext } from "svelte";\nsetContext("crumb", ${CRUMB});\n`,
    script: options('import { getContext } from "svelte";\nconst crumb = getContext("crumb");'),
    markup: `<button on:click={() => crumb("Sent")} />`,
    found: "crumb",
  },
  "Svelte: its own function": {
    ending: ".svelte",
    script: options(`${SDK}\nconst crumb = ${CRUMB};`),
    markup: `<button on:click={() => crumb("Sent")} />`,
  },
};

const oneCallOf = (name: string): RegExp =>
  new RegExp(`${name.replaceAll(/[$.]/gu, String.raw`\$&`)}\\(message\\) .*1 call in 1 file`, "u");

const filesOf = ({ ending, trail, script, markup }: Way): Readonly<Record<string, string>> => ({
  "package.json": "{}",
  ...(trail !== undefined && { "trail.js": trail }),
  [`A${ending}`]: `${script}${markup}\n`,
});

// The first run loads ESLint and the parsers.
describe("a call that only markup makes", { timeout: 60_000 }, () => {
  it.each(Object.entries(WAYS))("of %s is seen by the project's parser", async (_, way) => {
    const { run } = await workspace(filesOf(way), ["vue-eslint-parser", "svelte-eslint-parser"]);
    const { stdout, stderr } = await run("inventory", "--json");
    expect(stderr).not.toContain("Not read");
    const { breadcrumbs } = JSON.parse(stdout) as { breadcrumbs: readonly { file: string; line: number }[] };
    expect(breadcrumbs.map(({ file, line }) => `${file}:${line}`)).toContain(
      `A${way.ending}:${way.script.split("\n").length}`,
    );
  });

  it.each(Object.entries(WAYS))("of %s is named without a parser", async (_, way) => {
    const { run } = await workspace(filesOf(way));
    const component = `A${way.ending}`;
    for (const command of ["check", "inventory", "init"]) {
      const { code, stderr } = await run(command);
      expect(stderr).toContain(`Not read:\n  ${component}: only its scripts were read\n    npm install`);
      expect(code).toBe(command === "init" ? 0 : 2);
    }
    const { stdout } = await run("init");
    if (way.found !== undefined) expect(stdout).toMatch(oneCallOf(way.found));
  });

  it.each<[what: string, file: string, component: string]>([
    [
      "a template in Pug",
      "A.vue",
      `${setup('import { crumb } from "./trail";')}<template lang="pug">\na(@click="crumb('a')")\n</template>`,
    ],
    ["Pug without quotes", "A.vue", `<template functional lang=pug>\na(@click="$crumb('a')")\n</template>`],
    [
      "Astro's markup beside a script for the browser",
      "A.astro",
      '---\nimport { crumb } from "./trail";\n---\n<p>{crumb("a")}</p><script>run();</script>',
    ],
  ])("is named and found where the project's parser does not read %s", async (_, file, component) => {
    const trail = `${SDK}\nexport const crumb = ${CRUMB};\napp.config.globalProperties.$crumb = crumb;\n`;
    const { run } = await workspace({ "package.json": "{}", "trail.js": trail, [file]: component }, [
      "astro-eslint-parser",
      "vue-eslint-parser",
    ]);
    const { code, stderr } = await run();
    expect(stderr).toMatch(new RegExp(`Not read:\\n {2}${file}: only its scripts were read\\n1 entry`, "u"));
    expect(code).toBe(2);
    expect((await run("init")).stdout).toMatch(oneCallOf("crumb"));
  });

  it("is not looked for where the scripts cannot be parsed", async () => {
    const script = setup(`${SDK}\nconst crumb = ${CRUMB};\nlet x = = 1;`);
    const { run } = await workspace({ "A.vue": script + vue("crumb('a')") });
    expect((await run()).stderr).toContain("A.vue:4:9: Parsing error");
  });

  it.each<[what: string, ending: Way["ending"], component: string]>([
    ["another function", ".vue", setup(`${SDK}\nconst crumb = ${CRUMB};\nconst other = () => 1;`) + vue("other('a')")],
    ["what is no member", ".vue", options(`${SDK}\nconst crumb = ${CRUMB};\nexport default {};`) + vue("crumb('a')")],
    ["what others add", ".vue", setup(`${SDK}\nconst crumb = ${CRUMB};`) + vue("$t('a')")],
    ["a comment", ".svelte", `${options(`${SDK}\nconst crumb = ${CRUMB};`)}<!-- crumb("a") -->`],
    ["a member", ".svelte", `${options(`${SDK}\nconst crumb = ${CRUMB};`)}<p>{other.crumb("a")}</p>`],
    ["a name that is not declared", ".svelte", '<p>{$crumb("a")}</p>'],
  ])("is not taken for one of a function that records where it calls %s", async (_, ending, component) => {
    const trail = `${SDK}\napp.config.globalProperties.$note = ${CRUMB};\n`;
    const { run } = await workspace({ "package.json": "{}", "trail.js": trail, [`A${ending}`]: component });
    expect(await run()).toMatchObject({ code: 0, stderr: expect.not.stringContaining("Not read") as string });
  });

  it("is seen among words that only look like calls", async () => {
    const words = "if(a) default(a) 0(a) <style>a { color: var(--a); }</style>";
    const script = `${SDK}\nif (0) var crumb = ${CRUMB};`;
    const { run } = await workspace({
      "A.svelte": `${options(script)}${words}<p>{crumb("a")}</p>`,
      "B.vue": `${setup(script)}<template>${words}<p>{{ crumb("a") }}</p></template>`,
    });
    expect((await run()).stderr).toMatch(/Not read:\n {2}A\.svelte: .*\n.*\n {2}B\.vue: /u);
  });
});
