import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { rulePage } from "../../src/rule-page.ts";
import { isUnreachable, packagesOnDemand } from "../../scripts/on-demand.js";
import { startEditor, textAt, type Editor, type OpenFile, type Server } from "./language-client.ts";
import { createWorkspace, type Workspace } from "./project.ts";

/** What docs/editors.md shows for ESLint, with the parsers of TypeScript and Vue. */
const ESLINT_CONFIG = `
import { defineConfig } from "eslint/config";
import sentryBreadcrumbs from "eslint-plugin-sentry-breadcrumbs";
import tseslint from "typescript-eslint";
import vueParser from "vue-eslint-parser";

export default defineConfig([
  sentryBreadcrumbs.configs.recommended,
  sentryBreadcrumbs.configs.rust,
  { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
  { files: ["**/*.vue"], languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } } },
]);
`;

/** What docs/editors.md shows for oxlint. */
const OXLINT_CONFIG = `{
  "jsPlugins": ["eslint-plugin-sentry-breadcrumbs"],
  "rules": {
    "sentry-breadcrumbs/no-pii": "error",
    "sentry-breadcrumbs/valid-level": "error"
  }
}
`;

/** The server of VS Code's extension for ESLint, as published for other editors; too large for a devDependency. */
const VSCODE_ESLINT = { "vscode-langservers-extracted": "4.10.0" };

/** The extension's settings as they are when a user sets none, as far as the server reads them. */
const VSCODE_ESLINT_SETTINGS = {
  validate: "on",
  useFlatConfig: true,
  experimental: {},
  run: "onType",
  workingDirectory: { mode: "auto" },
  rulesCustomizations: [],
  problems: { shortenToSingleLine: false },
  codeAction: {
    disableRuleComment: { enable: true, location: "separateLine" },
    showDocumentation: { enable: true },
  },
  codeActionOnSave: { mode: "all" },
  nodePath: null,
  options: {},
  quiet: false,
  onIgnoredFiles: "off",
};

interface Sample {
  readonly file: string;
  readonly languageId: string;
  /** The file's text around a call that records a breadcrumb. */
  readonly around: readonly [before: string, after: string];
  /** A call with a level or category that a fix mends, and with an e-mail address. */
  readonly call: string;
  /** The rule whose fix it is, what it replaces, and by what. */
  readonly fix: readonly [rule: string, wrong: string, right: string];
}

const TEMPLATE_CALL = "Sentry.addBreadcrumb({ message: 'Signed in ' + user.email, level: 'warn' })";
const SCRIPT_CALL = 'Sentry.addBreadcrumb({ message: `Signed in ${user.email}`, level: "warn" })';

// The emoji is two units of UTF-16, by which the protocol counts, and four of UTF-8.
const TYPESCRIPT: Sample = {
  file: "session.ts",
  languageId: "typescript",
  around: [
    'import * as Sentry from "@sentry/node";\n\nexport function signedIn(user: { id: string; email: string }): void {\n  /* 😀 */ ',
    ";\n}\n",
  ],
  call: SCRIPT_CALL,
  fix: ["valid-level", '"warn"', '"warning"'],
};

const VUE_SCRIPT: Sample = {
  file: "Script.vue",
  languageId: "vue",
  around: [
    '<script setup lang="ts">\nimport * as Sentry from "@sentry/vue";\nconst { user } = defineProps<{ user: User }>();\n/* 😀 */ ',
    ";\n</script>\n\n<template>\n  <p>{{ user.id }}</p>\n</template>\n",
  ],
  call: SCRIPT_CALL,
  fix: ["valid-level", '"warn"', '"warning"'],
};

const VUE_TEMPLATE: Sample = {
  file: "Template.vue",
  languageId: "vue",
  around: [
    '<script setup lang="ts">\nimport * as Sentry from "@sentry/vue";\ndefineProps<{ user: User }>();\n</script>\n\n<template>\n  <p>😀</p>\n  <button @click="',
    '">😀</button>\n</template>\n',
  ],
  call: TEMPLATE_CALL,
  fix: ["valid-level", "'warn'", "'warning'"],
};

const RUST: Sample = {
  file: "session.rs",
  languageId: "rust",
  around: ["use sentry::{add_breadcrumb, Breadcrumb};\n\nfn signed_in(user: &User) {\n    /* 😀 */ ", ";\n}\n"],
  call: 'add_breadcrumb(Breadcrumb { ty: "User".into(), message: Some(format!("Signed in {}", user.email)), ..Default::default() })',
  fix: ["valid-type", '"User"', '"user"'],
};

/** A diagnostic as a user sees it: the text that is underlined, and the rule with its link. */
interface Shown {
  readonly code: Diagnostic["code"];
  readonly href: string | undefined;
  readonly at: string;
}

interface Program {
  readonly name: string;
  readonly start: (folder: string) => Promise<Server>;
  readonly samples: readonly Sample[];
  /** How it writes a rule's name. */
  readonly code: (rule: string) => string;
  /** Where it links a diagnostic to, if at all. */
  readonly href: (rule: string) => string | undefined;
  /** What its menu calls the fix of a rule, a suggestion, and a comment that disables the rule. */
  readonly titles: {
    readonly fix: (rule: string) => string;
    readonly suggestion: (rule: string) => string;
    readonly disable: (rule: string, place: "line" | "file") => string;
  };
}

const PROGRAMS: readonly Program[] = [
  {
    name: "the server of VS Code's ESLint extension",
    async start() {
      const folder = await packagesOnDemand("vscode-eslint-server", VSCODE_ESLINT);
      const server = join(folder, "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server");
      return { command: [server, "--stdio"], settings: VSCODE_ESLINT_SETTINGS };
    },
    samples: [TYPESCRIPT, VUE_SCRIPT, VUE_TEMPLATE, RUST],
    code: (rule) => `sentry-breadcrumbs/${rule}`,
    href: rulePage,
    titles: {
      fix: (rule) => `Fix this sentry-breadcrumbs/${rule} problem`,
      suggestion: (rule) => `Send \`user.id\` instead. (sentry-breadcrumbs/${rule})`,
      disable: (rule, place) =>
        `Disable sentry-breadcrumbs/${rule} for ${place === "line" ? "this line" : "the entire file"}`,
    },
  },
  {
    name: "oxlint --lsp",
    start: (folder) =>
      Promise.resolve({
        command: [join(folder, "node_modules/oxlint/bin/oxlint"), "--lsp"],
        settings: { run: "onType" },
      }),
    samples: [TYPESCRIPT, VUE_SCRIPT],
    code: (rule) => `sentry-breadcrumbs(${rule})`,
    href: () => undefined,
    titles: {
      fix: (rule) => `Fix sentry-breadcrumbs/${rule} problem`,
      suggestion: () => "Send `user.id` instead.",
      disable: (rule, place) =>
        `Disable sentry-breadcrumbs/${rule} for this ${place === "line" ? "line" : "whole file"}`,
    },
  },
];

let workspace: Workspace;
beforeAll(async () => {
  const packages = ["eslint", "typescript", "typescript-eslint", "vue-eslint-parser", "oxlint"];
  workspace = await createWorkspace(packages, {
    "eslint.config.js": ESLINT_CONFIG,
    ".oxlintrc.json": OXLINT_CONFIG,
  });
}, 180_000);
afterAll(() => workspace.remove());

describe.each(PROGRAMS)("$name", ({ start, samples, code, href, titles }) => {
  let editor: Editor | undefined;
  let reason = "";
  beforeAll(async () => {
    try {
      editor = await startEditor(workspace.folder, await start(workspace.folder));
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      reason = "the npm registry, from which the server comes, cannot be reached";
    }
  }, 180_000);
  afterAll(() => editor?.close());

  describe.each(samples)("in $file", (sample) => {
    const { file, languageId, call, around, fix } = sample;
    const [before, after] = around;
    const [fixable, wrong, right] = fix;
    const text = before + call + after;

    function openFile(skip: (reason: string) => never, opened = text): OpenFile {
      return editor === undefined ? skip(reason) : editor.open(file, languageId, opened);
    }

    /** What the server says, in the order of the source. */
    function shown(said: readonly Diagnostic[], of: string): readonly Shown[] {
      return said
        .map(({ code, codeDescription, range }) => ({ code, href: codeDescription?.href, at: textAt(of, range) }))
        .sort((one, other) => of.indexOf(one.at) - of.indexOf(other.at));
    }

    function expected(rule: string, at: string): Shown {
      return { code: code(rule), href: href(rule), at };
    }

    const leak = expected("no-pii", "user.email");
    const both = [expected(fixable, wrong), leak].sort((one, other) => call.indexOf(one.at) - call.indexOf(other.at));

    async function diagnosticOf(open: OpenFile, rule: string): Promise<Diagnostic> {
      const found = (await open.diagnostics()).find((diagnostic) => diagnostic.code === code(rule));
      if (found === undefined) throw new Error(`Nothing is said of ${rule}.`);
      return found;
    }

    it("says what is wrong, where, and links to the rule's page", async ({ skip }) => {
      const open = openFile(skip);
      expect(shown(await open.diagnostics(), text)).toEqual(both);
    });

    it("says what is wrong with what is typed", async ({ skip }) => {
      const open = openFile(skip);
      await open.diagnostics();
      const mended = text.replace(wrong, right);
      expect(shown(await open.type(mended), mended)).toEqual([leak]);
      const lines = `\n\n${text}`;
      expect(shown(await open.type(lines), lines)).toEqual(both);
    });

    it("offers a quick fix that mends it", async ({ skip }) => {
      const open = openFile(skip);
      await open.choose(await diagnosticOf(open, fixable), titles.fix(fixable));
      expect(open.text).toBe(text.replace(wrong, right));
      expect(shown(await open.diagnostics(), open.text)).toEqual([leak]);
    });

    it("offers a suggestion that mends it", async ({ skip }) => {
      const open = openFile(skip);
      await open.choose(await diagnosticOf(open, "no-pii"), titles.suggestion("no-pii"));
      expect(open.text).toBe(text.replace("user.email", "user.id"));
      expect(shown(await open.diagnostics(), open.text)).toEqual([expected(fixable, wrong)]);
    });

    // In a component, a comment has another form in each part, which is up to the server.
    it.for(file.endsWith(".vue") ? [] : (["line", "file"] as const))(
      "lets a rule be disabled for the %s",
      async (place, { skip }) => {
        const open = openFile(skip);
        await open.choose(await diagnosticOf(open, "no-pii"), titles.disable("no-pii", place));
        expect(open.text).toContain("-disable");
        expect(shown(await open.diagnostics(), open.text)).toEqual([expected(fixable, wrong)]);
      },
    );

    it("fixes everything that has a fix, and leaves suggestions to be chosen", async ({ skip }) => {
      const open = openFile(skip);
      await open.diagnostics();
      await open.fixAll();
      expect(open.text).toBe(text.replace(wrong, right));
    });

    it("says nothing of ours about a call that is being typed, and never complains", async ({ skip }) => {
      const open = openFile(skip, before + after);
      for (let end = 1; end < call.length; end += 3) {
        const said = await open.type(before + call.slice(0, end) + after);
        expect(
          said.filter(({ code = "" }) => String(code).includes("sentry-breadcrumbs")),
          call.slice(0, end),
        ).toEqual([]);
      }
      expect(shown(await open.type(text), text)).toEqual(both);
    });

    it("has shown no error message", ({ skip }) => {
      if (editor === undefined) skip(reason);
      expect(editor?.complaints).toEqual([]);
    });
  });
});
