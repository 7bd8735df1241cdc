import markdown from "@eslint/markdown";
import * as typescriptParser from "@typescript-eslint/parser";
import * as astroParser from "astro-eslint-parser";
import { Linter, type Rule } from "eslint";
import * as svelteParser from "svelte-eslint-parser";
import { describe, expect, it, test } from "vitest";
import * as vueParser from "vue-eslint-parser";
import plugin from "../../src/index.ts";

const inComponents = { parserOptions: { parser: typescriptParser } };

const LANGUAGES: Readonly<Record<string, Linter.LanguageOptions>> = {
  jsx: { parserOptions: { ecmaFeatures: { jsx: true } } },
  vue: { parser: vueParser, ...inComponents },
  svelte: { parser: svelteParser, ...inComponents },
  astro: { parser: astroParser, ...inComponents },
};

function lint(code: string, dialect: string): Linter.LintMessage[] {
  return new Linter().verify(
    code,
    {
      files: ["**"],
      ...(LANGUAGES[dialect] && { languageOptions: LANGUAGES[dialect] }),
      plugins: { "sentry-breadcrumbs": plugin },
      settings: { "sentry-breadcrumbs": { sdkVersion: "10.20.0" } },
      ...(plugin.configs.recommended.rules && { rules: plugin.configs.recommended.rules }),
    },
    { filename: `file.${dialect}` },
  );
}

interface Change {
  readonly by: string;
  readonly of: Linter.LintMessage;
  readonly output: string;
}

/** What each fix and each suggestion makes of a text, one at a time. */
function changesOf(code: string, messages: readonly Linter.LintMessage[]): readonly Change[] {
  const apply = ({ range, text }: Rule.Fix): string => code.slice(0, range[0]) + text + code.slice(range[1]);
  return messages.flatMap((of) => [
    ...(of.fix === undefined ? [] : [{ by: "fix", of, output: apply(of.fix) }]),
    ...(of.suggestions ?? []).map(({ messageId, fix }) => ({ by: messageId ?? "", of, output: apply(fix) })),
  ]);
}

/** The reported text, whatever quotes it stands in, with what is offered for it. */
function findingsOf(code: string, messages: readonly Linter.LintMessage[]): readonly string[] {
  const lines = code.split("\n");
  return messages
    .map(({ ruleId, messageId, message, fatal, line, column, endColumn, fix, suggestions = [] }) => {
      if (fatal) throw new Error(`${message}\n${code}`);
      const reported = lines[line - 1]?.slice(column - 1, (endColumn ?? column) - 1) ?? "";
      const offered = [...(fix ? ["fix"] : []), ...suggestions.map((suggestion) => suggestion.messageId ?? "")];
      return `${String(ruleId)} ${String(messageId)} ${reported.replaceAll("'", '"')} [${offered.join(", ")}]`;
    })
    .sort();
}

const SETUP = (framework: string) => `import * as Sentry from "@sentry/${framework}";`;
const vueTemplate = (template: string) => `<script setup>
${SETUP("vue")}
const user = useUser(), total = sum();
</script>
<template>${template}</template>
`;
const svelteTemplate = (template: string) => `<script>
${SETUP("svelte")}
let user = load(), total = sum();
</script>
${template}
`;
const single = (call: string) => call.replaceAll('"', "'");
const double = (call: string) => call.replaceAll("'", '"');

/** Where a call can stand in a component. */
const PLACES: Readonly<Record<string, { readonly dialect: string; readonly around: (call: string) => string }>> = {
  "a JSX handler": {
    dialect: "jsx",
    around: (call) => `${SETUP("react")}\nconst A = ({ user, total }) => <a title="x" onClick={() => ${call}}>x</a>;\n`,
  },
  "Vue's <script setup>": {
    dialect: "vue",
    around: (call) => `<script setup lang="ts">\n${SETUP("vue")}\nfunction f(user, total) { ${call}; }\n</script>\n`,
  },
  "a Vue handler": { dialect: "vue", around: (call) => vueTemplate(`<i>x</i><a @click="${single(call)}">x</a>`) },
  "a Vue handler between single quotes": {
    dialect: "vue",
    around: (call) => vueTemplate(`<a @click='${double(call)}'>x</a>`),
  },
  "a Vue handler of statements": {
    dialect: "vue",
    around: (call) => vueTemplate(`<a @click="${single(call)}; go()">x</a>`),
  },
  "a Vue handler that is a function": {
    dialect: "vue",
    around: (call) => vueTemplate(`<p><a v-on:click.stop="() => ${single(call)}">x</a></p>`),
  },
  "a Vue handler with HTML's quotes": {
    dialect: "vue",
    around: (call) => vueTemplate(`<a hidden rel='x' @click="${single(call)}" :title="&quot;x&quot;">x</a>`),
  },
  "a Vue handler in v-for": {
    dialect: "vue",
    around: (call) => vueTemplate(`<a v-for="user in users" @click="${single(call)}">x</a>`),
  },
  "a Vue interpolation": { dialect: "vue", around: (call) => vueTemplate(`<a>{{ ${call} }}</a>`) },
  "a Vue template before its script": {
    dialect: "vue",
    around: (call) =>
      `<template><a @click="${single(call)}">x</a></template>\n<script setup>\n${SETUP("vue")}\n</script>\n`,
  },
  "Svelte's script": {
    dialect: "svelte",
    around: (call) =>
      `<script lang="ts">\n${SETUP("svelte")}\nfunction f(user, total) { ${call}; }\n</script>\n<a>x</a>\n`,
  },
  "a Svelte handler": { dialect: "svelte", around: (call) => svelteTemplate(`<a onclick={() => ${call}}>x</a>`) },
  "a Svelte handler of Svelte 4, between quotes": {
    dialect: "svelte",
    around: (call) => svelteTemplate(`<a on:click="{() => ${call}}">x</a>`),
  },
  "a Svelte handler in {#each}": {
    dialect: "svelte",
    around: (call) => svelteTemplate(`{#each users as user}<a onclick={() => { ${call}; }}>x</a>{/each}`),
  },
  "Astro's front matter": {
    dialect: "astro",
    around: (call) => `---\n${SETUP("astro")}\nconst f = (user, total) => { ${call}; };\n---\n<p>x</p>\n`,
  },
  "an Astro handler": {
    dialect: "astro",
    around: (call) =>
      `---\n${SETUP("astro")}\nconst user = load(), total = sum();\n---\n<a onclick={() => ${call}}>x</a>\n`,
  },
};

/** Calls with a fault of each kind, and one without. */
const CALLS = [
  'Sentry.addBreadcrumb({ category: "checkout", message: "Cart opened", data: { total } })',
  'Sentry.addBreadcrumb({ message: "saved", level: "warn" })',
  'Sentry.addBreadcrumb({ category: "order", message: `Hello ${user.email}`, level: "info" })',
  'Sentry.addBreadcrumb({ category: "order", message: "Hello " + user.email })',
  'Sentry.addBreadcrumb({ category: "order", message: "Hello", data: { email: user.email, id: total } })',
  'Sentry.addBreadcrumb({ category: "UI.Click", message: "saved" })',
  'Sentry.addBreadcrumb({ category: "navgation", message: "saved", lvel: "info" })',
  'Sentry.addBreadcrumb({ message: "saved", timestamp: Date.now() })',
  'Sentry.addBreadcrumb({ message: "saved", data: "text" })',
  'Sentry.addBreadcrumb({ message: "saved", extra: 1 })',
  'Sentry.addBreadcrumb("saved")',
  'Sentry.addBreadcrumb({ message: "the password was wrong" })',
  'Sentry.addBreadcrumb({ category: "order", message: "placed", level: Sentry.Severity.Warning })',
  'Sentry.getCurrentHub().addBreadcrumb({ message: "saved" })',
];

const IN_SCRIPT = new Map(
  CALLS.map((call) => {
    const code = `${SETUP("react")}\nfunction f(user, total) { ${call}; }\n`;
    return [call, findingsOf(code, lint(code, "jsx"))];
  }),
);

describe.each(Object.entries(PLACES))("%s", (_, { dialect, around }) => {
  test.each(CALLS)("reports and repairs %s as a script's", (call) => {
    const code = around(call);
    const messages = lint(code, dialect);
    expect(findingsOf(code, messages)).toEqual(IN_SCRIPT.get(call));
    for (const { by, of, output } of changesOf(code, messages)) {
      const after = lint(output, dialect);
      expect(
        after.filter(({ fatal }) => fatal),
        `${by}: ${output}`,
      ).toEqual([]);
      const again = after.filter(({ ruleId, messageId }) => ruleId === of.ruleId && messageId === of.messageId);
      expect(again, `${by}: ${output}`).toEqual([]);
      // Nothing but the reported line is another one.
      const changed = output.split("\n").filter((line, index) => line !== code.split("\n")[index]);
      expect(changed.length, output).toBe(1);
      if (dialect === "vue") expect(templateErrors(output), output).toEqual([]);
    }
  });
});

/** What vue-eslint-parser cannot read of a template, which ESLint does not tell. */
function templateErrors(code: string): readonly string[] {
  const { templateBody } = vueParser.parseForESLint(code, { ecmaVersion: "latest", sourceType: "module" }).ast;
  return (templateBody?.errors ?? []).map(({ message }) => message);
}

describe("Vue's templates", () => {
  const outputs = (template: string): readonly string[] => {
    const code = vueTemplate(template);
    return changesOf(code, lint(code, "vue")).map(
      ({ output }) => /<template>(.*)<\/template>/su.exec(output)?.[1] ?? output,
    );
  };
  const ids = (template: string): readonly (string | null)[] =>
    lint(vueTemplate(template), "vue").map(({ ruleId }) => ruleId?.replace("sentry-breadcrumbs/", "") ?? null);

  it("offers nothing that would end an attribute without quotes", () => {
    expect(outputs("<a @click=Sentry.addBreadcrumb({message:'a',level:'warn'})>x</a>")).toEqual([
      "<a @click=Sentry.addBreadcrumb({message:'a',level:'warning'})>x</a>",
    ]);
    expect(ids("<a @click=Sentry.addBreadcrumb({message:'a',extra:1})>x</a>")).toEqual(["no-unknown-fields"]);
    expect(outputs("<a @click=Sentry.addBreadcrumb({message:'a',extra:1})>x</a>")).toEqual([]);
  });

  it("offers nothing that would end an interpolation", () => {
    expect(outputs("{{ Sentry.addBreadcrumb({message:'a',extra:1}) }}")).toEqual([]);
    expect(outputs("{{ Sentry.addBreadcrumb({message:'a',extra:1 }) }}")).toEqual([
      "{{ Sentry.addBreadcrumb({message:'a',data: { extra:1 } }) }}",
    ]);
    expect(outputs("{{ Sentry.addBreadcrumb({extra:1,data:{a}, b}) }}")).toEqual([
      "{{ Sentry.addBreadcrumb({data:{a, extra:1}, b}) }}",
    ]);
  });

  it("keeps clear of quotes that HTML spells", () => {
    expect(outputs('<a @click="Sentry.addBreadcrumb({ message: &quot;a&quot;, level: &quot;warn&quot; })"/>')).toEqual([
      `<a @click="Sentry.addBreadcrumb({ message: &quot;a&quot;, level: 'warning' })"/>`,
    ]);
    expect(outputs('<a @click="Sentry.addBreadcrumb(&quot;a &amp;amp; b&quot;)"/>')).toEqual([
      '<a @click="Sentry.addBreadcrumb({ message: &quot;a &amp;amp; b&quot; })"/>',
    ]);
  });

  it("reads the statements of a handler as a function's", () => {
    expect(outputs(`<a @click="Sentry.captureException(e); Sentry.addBreadcrumb({ message: 'a' })"/>`)).toEqual([
      `<a @click="Sentry.addBreadcrumb({ message: 'a' }); Sentry.captureException(e); "/>`,
    ]);
    const crumbs = Array.from({ length: 5 }, (_, index) => `Sentry.addBreadcrumb({ message: 'a${String(index)}' })`);
    expect(ids(`<a @click="${crumbs.join("; ")}"/>`)).toEqual(["prefer-logs"]);
    expect(ids(crumbs.map((crumb) => `<a @click="${crumb}"/>`).join(""))).toEqual([]);
    expect(ids(`<a @click="Sentry.captureException(e)"/><a @click="Sentry.addBreadcrumb({ message: 'a' })"/>`)).toEqual(
      [],
    );
  });

  it("takes no statement out from beside its comment, nor lets two run together", () => {
    const offered = (statements: string) => outputs(`<a @click="() => {\n${statements}\n}"/>`);
    expect(offered("console.log('a');\nSentry.addBreadcrumb({ message: 'a' });")).toHaveLength(1);
    expect(offered("console.log('a');\n// why\nSentry.addBreadcrumb({ message: 'a' });")).toEqual([]);
    expect(offered("console.log('a')\nSentry.addBreadcrumb({ message: 'a' })\n;[1].map(f)")).toEqual([]);
  });

  it("finds the place behind a byte order mark, carriage returns and emoji", () => {
    const code = `\uFEFF<template>\r\n\t<a title="😀" @click="Sentry.addBreadcrumb({ level: 'warn' })"/>\r\n</template>\r\n`;
    const config: Linter.Config = {
      files: ["**"],
      languageOptions: LANGUAGES["vue"] ?? {},
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { "sentry-breadcrumbs/valid-level": "error" },
    };
    const [message] = new Linter().verify(code, config, { filename: "file.vue" });
    expect([message?.line, message?.column, message?.endColumn]).toEqual([2, 54, 60]);
    const { output } = new Linter().verifyAndFix(code, config, { filename: "file.vue" });
    expect(output).toBe(code.replace("'warn'", "'warning'"));
  });
});

describe("imports", () => {
  /** What suggestions to hand a value to `redact` make of a component. */
  function redacted(code: string, dialect: string): readonly string[] {
    const redact = { name: "redact", from: "./privacy.js" };
    const config: Linter.Config = {
      files: ["**"],
      languageOptions: LANGUAGES[dialect] ?? {},
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { "sentry-breadcrumbs/no-pii": ["error", { redact }] },
    };
    const messages = new Linter().verify(code, config, { filename: `file.${dialect}` });
    expect(messages).toHaveLength(1);
    return changesOf(code, messages).flatMap(({ by, output }) => (by === "redact" ? [output] : []));
  }
  const CRUMB = "Sentry.addBreadcrumb({ message: user.email })";
  const DONE = "Sentry.addBreadcrumb({ message: redact(user.email) })";
  const ADDED = 'import { redact } from "./privacy.js";';

  it.each(["vue", "svelte"])("are added to the script of %s", (dialect) => {
    const code = (own: string, crumb: string) => `<script>\n  ${SETUP(dialect)}\n${own}  ${crumb};\n</script>\n`;
    expect(redacted(code("", CRUMB), dialect)).toEqual([code(`  ${ADDED}\n`, DONE)]);
    const other = (names: string) => `  import { ${names} } from "./privacy.js";\n`;
    expect(redacted(code(other("other"), CRUMB), dialect)).toEqual([code(other("other, redact"), DONE)]);
    expect(redacted(code("  redact(1);\n", CRUMB), dialect)).toEqual([]);
    expect(redacted(code("  const redact = 1;\n", CRUMB), dialect)).toEqual([]);
  });

  it("are added to the script for a template", () => {
    const code = (own: string, crumb: string) =>
      `<script setup>\n${SETUP("vue")}\n${own}</script>\n<template><a @click="${crumb}"/></template>\n`;
    expect(redacted(code("", CRUMB), "vue")).toEqual([code(`${ADDED}\n`, DONE)]);
    expect(redacted(code("const redact = 1;\n", CRUMB), "vue")).toEqual([]);
  });

  it("are not added to a script without any", () => {
    const code = `<script>\n${CRUMB};\n</script>\n<template><a/></template>\n`;
    expect(redacted(code, "vue")).toEqual([]);
    expect(redacted(`<script>\n${CRUMB};\n</script>\n<a>x</a>\n`, "svelte")).toEqual([]);
  });

  it("stay where a template may use them", () => {
    const code = (level: string, names: string) => `<script setup>
import { ${names} } from "@sentry/vue";
addBreadcrumb({ category: "order", message: "saved", level: ${level} });
</script>
<template><a>{{ Severity }}</a></template>
`;
    const before = code("Severity.Warning", "addBreadcrumb, Severity");
    const changes = changesOf(before, lint(before, "vue")).filter(
      ({ of }) => of.ruleId === "sentry-breadcrumbs/valid-level",
    );
    expect(changes.map(({ output }) => output)).toEqual([code('"warning"', "addBreadcrumb, Severity")]);
  });

  it("stay apart from names of a function, which no template sees", () => {
    const code = (level: string) => `<script setup>
${SETUP("vue")}
function f() {
  const level = "${level}";
  Sentry.addBreadcrumb({ category: "order", message: "saved", level });
}
</script>
<template><a @click="f">x</a></template>
`;
    const outputs = (text: string) => changesOf(text, lint(text, "vue")).map(({ output }) => output);
    expect(outputs(code("warn"))).toEqual([code("warning")]);
    const shared = code("warn").replace("function f() {\n", "").replace("\n}\n", "\n");
    expect(outputs(shared)).not.toContain(shared.replace('"warn"', '"warning"'));
  });
});

test("what moves within a line of JSX stays parted from what is there", () => {
  const code = `${SETUP("react")}
const A = <a onClick={() => { Sentry.captureException(e); Sentry.addBreadcrumb({ message: "a" }) }}>x</a>;
`;
  expect(changesOf(code, lint(code, "jsx")).map(({ output }) => output)).toEqual([
    `${SETUP("react")}
const A = <a onClick={() => { Sentry.addBreadcrumb({ message: "a" }); Sentry.captureException(e);  }}>x</a>;
`,
  ]);
});

test("Svelte's own syntax is read", () => {
  const code = svelteTemplate(
    `{@html Sentry.addBreadcrumb({ level: "warn" })}{#each users as x}{@const y = Sentry.addBreadcrumb({ message: x.email })}{/each}` +
      `{#snippet row(user)}<b onclick={() => Sentry.addBreadcrumb({ message: $user.email })}></b>{/snippet}`,
  );
  expect(lint(code, "svelte").map(({ messageId }) => messageId)).toEqual(["meant", "leak", "leak"]);
});

describe("Markdown", () => {
  const config = [
    { files: ["**/*.md"], plugins: { markdown }, processor: "markdown/markdown" },
    plugin.configs.recommended,
    // The fences of a page are files below it, with the name of their language as their ending.
    { ...plugin.configs.rust, files: ["**/*.rs", "**/*.md/*.rust"] },
    { files: ["**/*.ts"], languageOptions: { parser: typescriptParser } },
  ] as Linter.Config[];
  /** As the command does, which lints the fences that a config names files of. */
  const options = { filename: "docs/how-to.md", filterCodeBlock: (name: string) => /\.(?:rs|rust|ts)$/u.test(name) };
  const code = `# How to

- A list:

  \`\`\`ts
  import * as Sentry from "@sentry/node";
  const level: string = "x";
  Sentry.addBreadcrumb({ message: "saved", level: "warn" });
  \`\`\`

\`\`\`rust
sentry::add_breadcrumb(sentry::Breadcrumb { ty: "User".into(), ..Default::default() });
\`\`\`

\`\`\`text
Sentry.addBreadcrumb({ level: "warn" });
\`\`\`
`;

  it("has its fences checked in place, in both languages", () => {
    const messages = new Linter().verify(code, config, options);
    expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
      ["sentry-breadcrumbs/valid-level", 8, 51],
      ["sentry-breadcrumbs/valid-type", 12, 49],
    ]);
  });

  it("has them fixed in place", () => {
    const { output } = new Linter().verifyAndFix(code, config, options);
    expect(output).toBe(code.replace('"warn" });\n  ```', '"warning" });\n  ```').replace('"User"', '"user"'));
  });
});
