import * as vueParser from "vue-eslint-parser";
import { Linter, type Rule } from "eslint";
import { describe, expect, test } from "vitest";
import {
  resolve,
  type Breadcrumb,
  type Clock,
  type Edit,
  type LogCall,
  type Range,
  type RecordValue,
  type Value,
  type Writer,
} from "../../../src/breadcrumb/index.ts";
import { openProgram, type Node } from "../../../src/detect/javascript/program.ts";
import { createValueReader } from "../../../src/detect/javascript/values/reader.ts";
import { createWriter } from "../../../src/detect/javascript/edits/writer.ts";
import { readSettings } from "../../../src/settings.ts";
import { detect } from "../../support/detect.ts";
import { openSnippet, type Parser } from "../../support/read-values.ts";

/** The writer of the first call of `use`, and what it is given. */
function open(code: string, parser?: Parser): { readonly write: Writer; readonly values: readonly Value[] } {
  const { program, used, calls } = openSnippet(code, parser);
  const [call] = calls;
  if (call?.type !== "CallExpression") throw new Error("expected a call of `use`");
  const reader = createValueReader(program);
  return { write: createWriter(program, reader, call), values: used.map(reader.valueOf) };
}

function apply(code: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.range[0] - one.range[0])
    .reduce((text, { range, text: by }) => text.slice(0, range[0]) + by + text.slice(range[1]), code);
}

describe("texts", () => {
  test.each([
    ['use("a")', "b", '"b"'],
    ["use('a')", "b", "'b'"],
    ["use(`a`)", "b", "`b`"],
    ['use("a")', 'say "b"', '"say \\"b\\""'],
    ["use('a')", "it's", "'it\\'s'"],
    ['use("a")', "${b} & it's", '"${b} & it\'s"'],
    ["f('b'); use(\"a\")", "b", '"b"'],
    ["f(\"b\"); use('a')", "b", "'b'"],
    ["use(`a`)", "`${b}`", "`\\`\\${b}\\``"],
    ['use("a")', "a\\b\n\r\t\0\u2028", '"a\\\\b\\n\\r\\t\\u0000\\u2028"'],
  ])("in the quotes of %s", (code, text, written) => {
    const { write, values } = open(code);
    expect(write.text(text, values[0])).toBe(written);
  });

  test("inside a template, without quotes", () => {
    const { write, values } = open("use(`Hi ${name}`)");
    const [template] = values;
    expect(template?.kind === "template" && write.text("a`b${", template.parts[0])).toBe("a\\`b\\${");
  });

  test.each([
    ["import x from 'a'; f('b'); use(1)", "'c'"],
    ['import x from "a"; f("b"); use(1)', '"c"'],
    ["use(1)", '"c"'],
    ['f("a", "b"); use(1); // don\'t can\'t won\'t', '"c"'],
    ["f('a'); f('b'); use(1); // 5\" 6\" 7\"", "'c'"],
  ])("in the quotes that prevail: %s", (code, written) => {
    expect(open(code).write.text("c")).toBe(written);
  });

  test("what is written is read again", () => {
    const { write, values } = open("use(`x`, 'y')");
    const text = "a\\'\"`${b}\n\u2029\u0007é";
    for (const like of values) expect(textOf(open(`use(${write.text(text, like)})`).values[0])).toBe(text);
  });
});

describe("presence", () => {
  test("asks for the value", () => {
    const { write, values } = open("use(user.email)");
    expect(values[0] && write.presence(values[0])).toBe("Boolean(user.email)");
  });

  test.each(["async () => { await a(); use(email) }", "a > 1; use(email)", "use(email); x as y", "awaits(use(email))"])(
    "asks whatever stands around the call: %s",
    (code) => {
      const { write, values } = open(code, "typescript");
      expect(values[0] && write.presence(values[0])).toBe("Boolean(email)");
    },
  );

  test("is not written where the value is awaited or of an asserted type", () => {
    for (const code of [
      "async () => use(await email())",
      "async () => use(await (email()))",
      "async () => use(await  email())",
      "use(email as string)",
      "use((email) satisfies string)",
    ]) {
      const { write, values } = open(code, "typescript");
      expect(values[0] && write.presence(values[0])).toBeUndefined();
    }
  });
});

describe("a further field", () => {
  test.each([
    ["use({})", "use({ level: 1 })"],
    ["use({ })", "use({ level: 1 })"],
    ["use({ a: 1 })", "use({ a: 1, level: 1 })"],
    ["use({ a: 1, })", "use({ a: 1, level: 1, })"],
    ["use({\n  a: 1,\n})", "use({\n  a: 1,\n  level: 1,\n})"],
    ["use({\n  a: 1\n})", "use({\n  a: 1,\n  level: 1\n})"],
    ["use({\r\n\ta: 1,\r\n})", "use({\r\n\ta: 1,\r\n\tlevel: 1,\r\n})"],
    ["use({\n  a: {\n    b: 1,\n  },\n})", "use({\n  a: {\n    b: 1,\n  },\n  level: 1,\n})"],
    ["use({\n  a: 1, // why\n})", "use({\n  a: 1, // why\n  level: 1,\n})"],
    ["use({\n  a: 1,  // why\n})", "use({\n  a: 1,  // why\n  level: 1,\n})"],
    ["use({\n  a\n})", "use({\n  a,\n  level: 1\n})"],
    ["use({\n  b: 2, a: 1,\n})", "use({\n  b: 2, a: 1,\n  level: 1,\n})"],
    ["use({ a: 1,\n    b: {\n  c: 1 },\n})", "use({ a: 1,\n    b: {\n  c: 1 },\n    level: 1,\n})"],
    ["use({\r\ta: 1,\r})", "use({\r\ta: 1,\n\tlevel: 1,\r})"],
    ["use({\n  a: 1 // why\n})", undefined],
    ["use({ /* none */ })", undefined],
    ["use({ ...a })", "use({ ...a, level: 1 })"],
    ["const crumb = { a: 1 }; crumb.b = 2; use(crumb)", "const crumb = { a: 1, level: 1 }; crumb.b = 2; use(crumb)"],
    ["use(Object.assign({}, a))", undefined],
  ])("%j", (code, output) => {
    const { write, values } = open(code);
    const edit = write.addField(recordOf(values[0]), "level", "1");
    expect(edit && apply(code, [edit])).toBe(output);
  });

  test("has quotes around a name that needs them", () => {
    const { write, values } = open("use({})");
    expect(write.addField(recordOf(values[0]), "user.id", "id")?.text).toBe(' "user.id": id ');
  });
});

function recordOf(value: Value | undefined): RecordValue {
  const is = value?.kind === "name" ? value.definition : value;
  if (is?.kind !== "record") throw new Error("expected a record");
  return is;
}

/** Writes the log of the only call of `addBreadcrumb`, with its message and the fields of its data. */
function logOf(
  code: string,
  { sdkMajor, others }: { sdkMajor?: number | undefined; others?: readonly Range[] } = {},
): string | undefined {
  let output: string | undefined;
  const isVue = code.startsWith("<");
  const rule: Rule.RuleModule = {
    create({ sourceCode }) {
      const visitor: Rule.RuleListener = {
        CallExpression(call) {
          const node = call as unknown as Node;
          if (
            node.type !== "CallExpression" ||
            !/(?:addBreadcrumb|crumb)$/.test(sourceCode.text.slice(...node.callee.range))
          )
            return;
          const program = openProgram(sourceCode, readSettings({}));
          const values = createValueReader(program);
          const [crumb] = node.arguments.map(values.valueOf);
          const edits = crumb && createWriter(program, values, node).log({ ...callOf(crumb), sdkMajor }, others);
          output = edits && apply(code, edits);
        },
      };
      const services = sourceCode.parserServices as {
        defineTemplateBodyVisitor?: (template: Rule.RuleListener, script: Rule.RuleListener) => Rule.RuleListener;
      };
      return services.defineTemplateBodyVisitor?.(visitor, visitor) ?? visitor;
    },
  };
  new Linter().verify(
    code,
    {
      files: ["**"],
      ...(isVue && { languageOptions: { parser: vueParser } }),
      plugins: { test: { rules: { log: rule } } },
      rules: { "test/log": "error" },
    },
    { filename: isVue ? "file.vue" : "file.js" },
  );
  return output;
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "text" ? value.text : undefined;
}

function callOf(crumb: Value): LogCall {
  const is = crumb.kind === "name" ? crumb.definition : crumb;
  const field = (name: string): Value | undefined =>
    is?.kind === "record" ? is.fields.find((candidate) => candidate.name === name)?.value : undefined;
  const data = field("data");
  const category = field("category");
  const message = field("message");
  if (message === undefined) throw new Error("expected a message");
  return {
    method: "info",
    message,
    attributes: [
      ...(category === undefined ? [] : [{ name: "category", value: category }]),
      ...(data?.kind === "record"
        ? [
            ...data.spreads.map((spread) => ({ spread })),
            ...data.fields.map(({ name, value }) => ({ name: name ?? "", value })),
          ]
        : data === undefined
          ? []
          : [{ spread: data }]),
    ],
  };
}

const NAMESPACE = 'import * as Sentry from "@sentry/node";\n';
const NAMED = 'import { addBreadcrumb } from "@sentry/node";\n';

describe("logs", () => {
  test.each([
    ["Sentry.addBreadcrumb({ message: 'a' });", "Sentry.logger.info('a');"],
    [
      'Sentry.addBreadcrumb({ message: "a", category: "b", data: { c, d: e.f, "g.h": 1 } });',
      'Sentry.logger.info("a", { category: "b", c, d: e.f, "g.h": 1 });',
    ],
    ["Sentry.addBreadcrumb({ message: `a ${b}` });", "Sentry.logger.info(Sentry.logger.fmt`a ${b}`);"],
    ["Sentry.addBreadcrumb({ message: `a` });", "Sentry.logger.info(`a`);"],
    ['Sentry.addBreadcrumb({ message: "a`" + b.c + "${" });', "Sentry.logger.info(Sentry.logger.fmt`a\\`${b.c}\\${`);"],
    ["Sentry.addBreadcrumb({ message });", "Sentry.logger.info(message);"],
    ["Sentry.addBreadcrumb({ message, data });", "Sentry.logger.info(message, { ...data });"],
    ["Sentry.addBreadcrumb({ message: m, data: { ...a, b: [c] } });", "Sentry.logger.info(m, { ...a, b: [c] });"],
    [
      "async () => { Sentry.addBreadcrumb({ message: await m() }); };",
      "async () => { Sentry.logger.info(await m()); };",
    ],
    [
      "async () => { Sentry.addBreadcrumb({ message: 'a', data: { b: await c } }); };",
      "async () => { Sentry.logger.info('a', { b: await c }); };",
    ],
    ["Sentry.addBreadcrumb({ message: (a, b) });", "Sentry.logger.info((a, b));"],
    ["const f = () => Sentry.addBreadcrumb({ message: m });", "const f = () => Sentry.logger.info(m);"],
    [
      "  Sentry.addBreadcrumb({\n    message: 'Something of some length was stored',\n    data: { first: value.first, second },\n  });",
      "  Sentry.logger.info('Something of some length was stored', {\n    first: value.first,\n    second,\n  });",
    ],
  ])("%s", (code, output) => {
    expect(logOf(NAMESPACE + code)).toBe(NAMESPACE + output);
  });

  test("of `@sentry/core`, from version 10 on", () => {
    const code = 'import * as S from "@sentry/core";\nS.addBreadcrumb({ message: m });';
    expect([8, 9, undefined].map((major) => logOf(code, { sdkMajor: major }))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(logOf(code, { sdkMajor: 10 })).toBe('import * as S from "@sentry/core";\nS.logger.info(m);');
  });

  test("some that go together", () => {
    const code = `${NAMED}addBreadcrumb({ message: a });\naddBreadcrumb({ message: b });`;
    expect(logOf(code)).toBe(
      'import { addBreadcrumb, logger } from "@sentry/node";\naddBreadcrumb({ message: a });\nlogger.info(b);',
    );
    const others = ["a });", "b });"].map((end): Range => {
      const start = code.indexOf(`addBreadcrumb({ message: ${end}`);
      return [start, start + "addBreadcrumb".length];
    });
    expect(logOf(code, { others })).toBe(
      'import { logger } from "@sentry/node";\naddBreadcrumb({ message: a });\nlogger.info(b);',
    );
  });

  test.each([
    ["where the call's value is used", "const x = Sentry.addBreadcrumb({ message: m });"],
    ["of an optional call", "Sentry.addBreadcrumb?.({ message: m });"],
    ["of an optional member", "Sentry?.addBreadcrumb({ message: m });"],
    ["where a comment would be lost", "Sentry.addBreadcrumb({ message: m /* why */ });"],
    ["with a hint", "Sentry.addBreadcrumb({ message: m }, hint);"],
    ["of a scope", "Sentry.getCurrentScope().addBreadcrumb({ message: m });"],
    ["of a breadcrumb made elsewhere", "const c = { message: m }; Sentry.addBreadcrumb(c);"],
    ["of somebody else", "other.addBreadcrumb({ message: m });"],
  ])("none %s", (_name, code) => {
    expect(logOf(NAMESPACE + code)).toBeUndefined();
  });

  test.each([
    [
      "the import is extended",
      `${NAMED}addBreadcrumb({ message: m });\naddBreadcrumb;`,
      'import { addBreadcrumb, logger } from "@sentry/node";\nlogger.info(m);\naddBreadcrumb;',
    ],
    [
      "the import names the logger alone",
      'import { addBreadcrumb as crumb } from "@sentry/node";\ncrumb({ message: m });',
      'import { logger } from "@sentry/node";\nlogger.info(m);',
    ],
    [
      "the import has it",
      'import { logger as log, addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: `a ${b}` });',
      'import { logger as log } from "@sentry/node";\nlog.info(log.fmt`a ${b}`);',
    ],
    [
      "the function is exported again",
      `${NAMED}addBreadcrumb({ message: m });\nexport { addBreadcrumb };`,
      'import { addBreadcrumb, logger } from "@sentry/node";\nlogger.info(m);\nexport { addBreadcrumb };',
    ],
    [
      "the name is taken in the file",
      `${NAMED}const logger = 1;\naddBreadcrumb({ message: m });`,
      'import { logger as sentryLogger } from "@sentry/node";\nconst logger = 1;\nsentryLogger.info(m);',
    ],
    [
      "the name is taken around the call",
      `${NAMED}function f(logger) { addBreadcrumb({ message: m }); }`,
      'import { logger as sentryLogger } from "@sentry/node";\nfunction f(logger) { sentryLogger.info(m); }',
    ],
    [
      "the name is a global's",
      `${NAMED}logger.x();\naddBreadcrumb({ message: m });`,
      'import { logger as sentryLogger } from "@sentry/node";\nlogger.x();\nsentryLogger.info(m);',
    ],
    ["both names are taken", `${NAMED}const logger = 1, sentryLogger = 2;\naddBreadcrumb({ message: m });`, undefined],
    [
      "the logger is hidden at the call",
      'import { logger, addBreadcrumb } from "@sentry/node";\nfunction f(logger) { addBreadcrumb({ message: m }); }',
      undefined,
    ],
    [
      "the package may have another logger",
      'import * as S from "@sentry/core";\nS.addBreadcrumb({ message: m });',
      undefined,
    ],
    ["the package has none", 'import * as S from "sentry-cordova";\nS.addBreadcrumb({ message: m });', undefined],
    // The bundles of Sentry's CDN have a logger that does nothing.
    ["the SDK is a global", "Sentry.addBreadcrumb({ message: m });", undefined],
    ["the SDK is on the window", "window.Sentry.addBreadcrumb({ message: m });", undefined],
    [
      "the SDK is a member",
      'import * as S from "@sentry/node";\nclass A { sentry = S; f() { this.sentry.addBreadcrumb({ message: m }); } }',
      'import * as S from "@sentry/node";\nclass A { sentry = S; f() { this.sentry.logger.info(m); } }',
    ],
    [
      "the SDK is an expression",
      'async () => { (await import("@sentry/node")).addBreadcrumb({ message: m }); };',
      undefined,
    ],
    [
      "the function is required",
      'const { addBreadcrumb } = require("@sentry/node");\naddBreadcrumb({ message: m });',
      'const { logger } = require("@sentry/node");\nlogger.info(m);',
    ],
    [
      "the function is required, and its logger's name taken",
      'const { addBreadcrumb: crumb } = require("@sentry/node");\nconst logger = 1;\ncrumb({ message: m }); crumb;',
      'const { addBreadcrumb: crumb, logger: sentryLogger } = require("@sentry/node");\nconst logger = 1;\nsentryLogger.info(m); crumb;',
    ],
  ])("%s", (_name, code, output) => {
    expect(logOf(code)).toBe(output);
  });
});

test("in a template's attribute, texts keep clear of its quotes", () => {
  const code = (call: string) =>
    `<script setup>\nimport * as Sentry from "@sentry/vue";\n</script>\n<template><a @click="${call}">x</a></template>`;
  expect(logOf(code("Sentry.addBreadcrumb({ message: 'a', data: { 'b&amp;&quot;': 1 } })"))).toBe(
    code("Sentry.logger.info('a', { 'b\\x26\\x22': 1 })"),
  );
});

test("in an attribute in single quotes, texts stand in double ones", () => {
  const code = (call: string) =>
    `<script setup>\nimport * as Sentry from '@sentry/vue';\n</script>\n<template><a @click='${call}'>x</a></template>`;
  expect(logOf(code('Sentry.addBreadcrumb({ message: "a", data: { "b&amp;&#39;": 1 } })'))).toBe(
    code('Sentry.logger.info("a", { "b\\x26\\x27": 1 })'),
  );
});

describe("edits of a breadcrumb's call", () => {
  const IMPORT = 'import * as Sentry from "@sentry/node";\n';

  /** The first breadcrumb of a text. */
  function first(text: string): Breadcrumb {
    const [breadcrumb] = detect(text, { dialect: "tsx" }).breadcrumbs;
    if (breadcrumb === undefined) throw new Error("expected a breadcrumb");
    return breadcrumb;
  }

  function edited(text: string, edits: readonly Edit[] | undefined): string | undefined {
    return edits && apply(text, edits);
  }

  test.each<readonly [text: string, expected: string | undefined]>([
    [
      'import * as Sentry from "@sentry/node";\nSentry.getCurrentHub().addBreadcrumb(b);',
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb(b);',
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry.getIsolationScope().addBreadcrumb(b);',
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb(b);',
    ],
    ['import * as Sentry from "@sentry/node";\nSentry.getIsolationScope().addBreadcrumb(b, 5);', undefined],
    ['import * as Sentry from "@sentry/node";\nconst s = Sentry.getIsolationScope().addBreadcrumb(b);', undefined],
    ['import * as Sentry from "@sentry/node";\nSentry.getCurrentScope().addBreadcrumb(b);', undefined],
    [
      'import * as Sentry from "@sentry/node";\nSentry.getCurrentHub().getScope().addBreadcrumb(b);',
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb(b);',
    ],
    ['import * as Sentry from "@sentry/node";\nSentry.getCurrentHub().getScope()?.addBreadcrumb(b);', undefined],
    ['import * as Sentry from "@sentry/node";\nSentry.getCurrentHub().pushScope().addBreadcrumb(b);', undefined],
    [
      'import * as Sentry from "@sentry/node";\nconst hub = Sentry.getCurrentHub(); hub.addBreadcrumb(b);',
      'import * as Sentry from "@sentry/node";\nconst hub = Sentry.getCurrentHub(); Sentry.addBreadcrumb(b);',
    ],
    [
      'import * as Sentry from "@sentry/node";\nlet hub = Sentry.getCurrentHub(); if (c) hub = x; hub.addBreadcrumb(b);',
      undefined,
    ],
    [
      'import * as Sentry from "@sentry/node";\nconst hub = Sentry.getCurrentHub(); function f() { hub.addBreadcrumb(b); }',
      undefined,
    ],
    ['import * as Sentry from "@sentry/node";\nfunction f(hub: Sentry.Hub) { hub.addBreadcrumb(b); }', undefined],
    [
      'import * as Sentry from "@sentry/node";\nclass A { hub = Sentry.getCurrentHub(); m() { this.hub.addBreadcrumb(b); } }',
      undefined,
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry.configureScope((scope) => scope.addBreadcrumb(b));',
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb(b);',
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry.configureScope((scope) => { scope.addBreadcrumb(b); });',
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb(b);',
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry.configureScope((scope) => { scope.addBreadcrumb(b); f(); });',
      undefined,
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry.configureScope((scope, x) => { scope.addBreadcrumb(b); });',
      undefined,
    ],
    [
      'import * as Sentry from "@sentry/node";\nconst q = Sentry.configureScope((scope) => { scope.addBreadcrumb(b); });',
      undefined,
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry.configureScope(function (scope) { if (a) scope.addBreadcrumb(b); });',
      undefined,
    ],
    ['import * as Sentry from "@sentry/node";\nSentry.withScope((scope) => { scope.addBreadcrumb(b); });', undefined],
    [
      'import * as Sentry from "@sentry/node";\nSentry.withIsolationScope((scope) => { scope.addBreadcrumb(b); f(); });',
      'import * as Sentry from "@sentry/node";\nSentry.withIsolationScope((scope) => { Sentry.addBreadcrumb(b); f(); });',
    ],
    [
      'import * as Sentry from "@sentry/node";\nfunction g(scope) { scope.addBreadcrumb(b); } Sentry.configureScope(g);',
      undefined,
    ],
    ['import * as Sentry from "@sentry/node";\nSentry["getCurrentHub"]().addBreadcrumb(b);', undefined],
    [
      'import * as Sentry from "@sentry/node";\nSentry?.getCurrentHub().addBreadcrumb(b);',
      'import * as Sentry from "@sentry/node";\nSentry?.addBreadcrumb(b);',
    ],
    ['import * as Sentry from "@sentry/node";\nSentry.getCurrentHub(/* c */).addBreadcrumb(b);', undefined],
    [
      'import * as Sentry from "@sentry/node";\nSentry.getCurrentHub().addBreadcrumb(/* c */ b);',
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb(/* c */ b);',
    ],
    [
      'import * as Sentry from "@sentry/node";\n(Sentry.getCurrentHub() as any).addBreadcrumb(b);',
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb(b);',
    ],
    [
      'import { getCurrentHub } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b);',
      'import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b);',
    ],
    [
      'import { getCurrentHub } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b); getCurrentHub().addBreadcrumb(c);',
      'import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b); addBreadcrumb(c);',
    ],
    [
      'import { getCurrentHub } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b); getCurrentHub().setTag(c);',
      'import { getCurrentHub, addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b); getCurrentHub().setTag(c);',
    ],
    [
      'import { getCurrentHub } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b); f(getCurrentHub);',
      'import { getCurrentHub, addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b); f(getCurrentHub);',
    ],
    [
      'import { getCurrentHub } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b); getCurrentHub();',
      'import { getCurrentHub, addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b); getCurrentHub();',
    ],
    [
      'import { getCurrentHub, addBreadcrumb } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b);',
      'import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b);',
    ],
    [
      'import { addBreadcrumb, getCurrentHub, init } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b);',
      'import { addBreadcrumb, init } from "@sentry/node";\naddBreadcrumb(b);',
    ],
    [
      'import { getCurrentHub as hub } from "@sentry/node";\nhub().addBreadcrumb(b);',
      'import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b);',
    ],
    ['const { getCurrentHub } = require("@sentry/node");\ngetCurrentHub().addBreadcrumb(b);', undefined],
    [
      'import { getCurrentHub, addBreadcrumb } from "@sentry/node";\nfunction f(addBreadcrumb) { getCurrentHub().addBreadcrumb(b); }',
      undefined,
    ],
    [
      'import { getCurrentHub } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b);\ngetCurrentHub().addBreadcrumb(b);\ngetCurrentHub().addBreadcrumb(b);\n',
      'import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b);\naddBreadcrumb(b);\naddBreadcrumb(b);\n',
    ],
    ...[
      [
        "Sentry.configureScope((scope) => scope.addBreadcrumb({ message: 'a' /* c */ }));",
        "Sentry.addBreadcrumb({ message: 'a' /* c */ });",
      ],
      ["Sentry.configureScope((scope) => { /* c */ scope.addBreadcrumb(b); });", undefined],
      ["Sentry.configureScope((scope) => { scope.addBreadcrumb(b, 5); });", undefined],
      ["Sentry.withIsolationScope(current, (scope) => { scope.addBreadcrumb(b); f(); });", undefined],
      ["Sentry.getIsolationScope().addBreadcrumb(...list);", undefined],
      ["Sentry.getIsolationScope().setTag('a', 'b').addBreadcrumb(b);", undefined],
      ["const hub = Sentry.getCurrentHub; hub().addBreadcrumb(b);", undefined],
      ['const { getCurrentHub } = require("@sentry/node");\ngetCurrentHub().addBreadcrumb(b);', undefined],
      ["Sentry.captureBreadcrumb(b);", "Sentry.addBreadcrumb(b);"],
    ].map(
      ([call, written]) => [`${IMPORT}${call}`, written === undefined ? undefined : `${IMPORT}${written}`] as const,
    ),
    ...[
      ["f(getCurrentHub().addBreadcrumb);", "f(getCurrentHub().addBreadcrumb);"],
      ["const add = getCurrentHub().addBreadcrumb;", "const add = getCurrentHub().addBreadcrumb;"],
      ["getCurrentHub().addBreadcrumb(c, 5);", "getCurrentHub().addBreadcrumb(c, 5);"],
      ["const c = getCurrentHub().addBreadcrumb(c);", "const c = getCurrentHub().addBreadcrumb(c);"],
      ["f(getCurrentHub().addBreadcrumb(c));", "f(getCurrentHub().addBreadcrumb(c));"],
      ["export { getCurrentHub };", "export { getCurrentHub };"],
    ].map(
      ([other, left]) =>
        [
          `import { getCurrentHub } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b); ${other}`,
          `import { getCurrentHub, addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b); ${left}`,
        ] as const,
    ),
    [
      'import { addBreadcrumb, /* c */ getCurrentHub } from "@sentry/node";\ngetCurrentHub().addBreadcrumb(b);',
      'import { addBreadcrumb, /* c */ getCurrentHub } from "@sentry/node";\naddBreadcrumb(b);',
    ],
    [
      'import { captureBreadcrumb } from "@sentry/node";\ncaptureBreadcrumb(b); captureBreadcrumb(c);',
      'import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b); addBreadcrumb(c);',
    ],
    [
      'import { captureBreadcrumb } from "@sentry/node";\ncaptureBreadcrumb(b); f(captureBreadcrumb);',
      'import { captureBreadcrumb, addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b); f(captureBreadcrumb);',
    ],
    [
      'import { captureBreadcrumb } from "@sentry/node";\ncaptureBreadcrumb(b); const c = captureBreadcrumb;',
      'import { captureBreadcrumb, addBreadcrumb } from "@sentry/node";\naddBreadcrumb(b); const c = captureBreadcrumb;',
    ],
    [
      'import * as Sentry from "sentry-expo";\nSentry.Native.addBreadcrumb(b);',
      'import * as Sentry from "sentry-expo";\nSentry.addBreadcrumb(b);',
    ],
    [
      'import { Native } from "sentry-expo";\nNative.addBreadcrumb(b);',
      'import { Native, addBreadcrumb } from "sentry-expo";\naddBreadcrumb(b);',
    ],
    [
      'import * as Sentry from "sentry-expo";\nconst { Native: { addBreadcrumb } } = Sentry;\naddBreadcrumb(b);',
      undefined,
    ],
  ])("through the SDK: %s", (text, expected) => {
    expect(edited(text, first(text).write.viaSdk?.())).toBe(expected);
  });

  test.each([
    ["{ message: 'a' }", "Sentry.logger.info('a');"],
    ["{ message: `a ${b}` }", "Sentry.logger.info(Sentry.logger.fmt`a ${b}`);"],
    ["{ message: 'a ' + b }", "Sentry.logger.info(Sentry.logger.fmt`a ${b}`);"],
    ["{ message: 'a ' + await b }", undefined],
    ["{ message: a + 'b' + (c, d) }", undefined],
    ["{ message: (a, b) }", "Sentry.logger.info((a, b));"],
    ["{ message: await a }", "Sentry.logger.info(await a);"],
    ["{ message: a as string }", "Sentry.logger.info(a as string);"],
    ["{ message: a! }", "Sentry.logger.info(a!);"],
    ["{ message: a?.b }", "Sentry.logger.info(a?.b);"],
    ["{ message: m, data: { x: 1, y, 'z-z': 2 } }", 'Sentry.logger.info(m, { x: 1, y, "z-z": 2 });'],
    ["{ message: m, data: { ...d } }", "Sentry.logger.info(m, { ...d });"],
    ["{ message: m, data: d }", "Sentry.logger.info(m, { ...d });"],
    ["{ message: m, data: { e: (a, b) } }", "Sentry.logger.info(m, { e: (a, b) });"],
    [
      "{\n  message: 'a long message that goes on and on for a while',\n  data: { first: 'a long attribute value', second: 'another long attribute value' },\n}",
      "Sentry.logger.info('a long message that goes on and on for a while', {\n\t\tfirst: 'a long attribute value',\n\t\tsecond: 'another long attribute value',\n\t});",
    ],
    ["{ message: 'a', /* c */ data: {} }", undefined],
    ["{ message: `a ${`b`}` }", "Sentry.logger.info(Sentry.logger.fmt`a ${`b`}`);"],
    ["{ message: '`' + a + '${' }", "Sentry.logger.info(Sentry.logger.fmt`\\`${a}\\${`);"],
    ["make()", undefined],
    ["{ ...{ message: 'a' } }", undefined],
    ["{\n  message: 'a',\n  data: { b: 1 },\n}", "Sentry.logger.info('a', { b: 1 });"],
    ["{ message: `a ${b}` as string }", "Sentry.logger.info(`a ${b}` as string);"],
    ["{ message: a satisfies string }", "Sentry.logger.info(a satisfies string);"],
    ["{ message: (a, b, c) }", "Sentry.logger.info((a, b, c));"],
    ["{ message: 'a ' + (c,d) }", undefined],
    ["{ message: 'a ' + await (b) }", undefined],
    ["{ message: 'a ' + await  b }", undefined],
    ["{ message: 'a, ' + b }", "Sentry.logger.info(Sentry.logger.fmt`a, ${b}`);"],
    ["{ message: `a ` + b }", "Sentry.logger.info(Sentry.logger.fmt`a ${b}`);"],
    ["{ message: `a ${b} ` + c }", "Sentry.logger.info(Sentry.logger.fmt`a ${b} ${c}`);"],
    ["{ message: 'a ' + `b ${c}` }", "Sentry.logger.info(Sentry.logger.fmt`a b ${c}`);"],
    ["{ message: a + `b` }", "Sentry.logger.info(Sentry.logger.fmt`${a}b`);"],
    ["{ message: 'a ' + (f(), `b ${c}`) }", undefined],
    ["{ message: a + (f(), 'b') }", undefined],
    ["(f(), { message: 'a' })", undefined],
    ["{ message: 'a', data: (f(), { b: 1 }) }", undefined],
    ["{ message: String.raw`\\d ${a}` }", "Sentry.logger.info(Sentry.logger.fmt`\\\\d ${a}`);"],
    ["{ message: `${a}` }", "Sentry.logger.info(Sentry.logger.fmt`${a}`);"],
  ])("a log: %s", (crumb, expected) => {
    const text = `${IMPORT}async () => {\n\tSentry.addBreadcrumb(${crumb});\n};\n`;
    const { message, data, write } = first(text);
    const held = data && resolve(data.value);
    const fields = held?.kind === "record" ? held.fields.map(({ name = "", value }) => ({ name, value })) : [];
    const spreads = held?.kind === "record" ? held.spreads : data === undefined ? [] : [data.value];
    const attributes = [...fields, ...spreads.map((spread) => ({ spread }))];
    const after = message && edited(text, write.log({ method: "info", message: message.value, attributes }));
    expect(after?.slice(after.indexOf("\t") + 1, -4)).toBe(expected);
  });

  test.each<[text: string, expected: readonly string[]]>([
    [
      'import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import { logger } from "@sentry/node";\nlogger.warn("a");',
        'import { logger } from "@sentry/node";\nlogger.warn("a");',
        'import { logger } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import { addBreadcrumb, logger } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import { logger } from "@sentry/node";\nlogger.warn("a");',
        'import { logger } from "@sentry/node";\nlogger.warn("a");',
        'import { logger } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import { addBreadcrumb, logger as log } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import { logger as log } from "@sentry/node";\nlog.warn("a");',
        'import { logger as log } from "@sentry/node";\nlog.warn("a");',
        'import { logger as log } from "@sentry/node";\nlog.warn("a");',
      ],
    ],
    [
      'import { addBreadcrumb, init } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import { logger, init } from "@sentry/node";\nlogger.warn("a");',
        'import { logger, init } from "@sentry/node";\nlogger.warn("a");',
        'import { logger, init } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import { init, addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import { init, logger } from "@sentry/node";\nlogger.warn("a");',
        'import { init, logger } from "@sentry/node";\nlogger.warn("a");',
        'import { init, logger } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import { init, addBreadcrumb, } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import { init, logger, } from "@sentry/node";\nlogger.warn("a");',
        'import { init, logger, } from "@sentry/node";\nlogger.warn("a");',
        'import { init, logger, } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import Sentry, { addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import Sentry, { logger } from "@sentry/node";\nlogger.warn("a");',
        'import Sentry, { logger } from "@sentry/node";\nlogger.warn("a");',
        'import Sentry, { logger } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import { /* c */ addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import { /* c */ logger } from "@sentry/node";\nlogger.warn("a");',
        'import { /* c */ logger } from "@sentry/node";\nlogger.warn("a");',
        'import { /* c */ logger } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: "a" });\naddBreadcrumb({ message: "b" });',
      [
        'import { addBreadcrumb, logger } from "@sentry/node";\nlogger.warn("a");\naddBreadcrumb({ message: "b" });',
        'import { addBreadcrumb, logger } from "@sentry/node";\nlogger.warn("a");\naddBreadcrumb({ message: "b" });',
        'import { addBreadcrumb, logger } from "@sentry/node";\nlogger.warn("a");\naddBreadcrumb({ message: "b" });',
      ],
    ],
    [
      'import { addBreadcrumb } from "@sentry/node";\nconst logger = 1;\naddBreadcrumb({ message: "a" });',
      [
        'import { logger as sentryLogger } from "@sentry/node";\nconst logger = 1;\nsentryLogger.warn("a");',
        'import { logger as sentryLogger } from "@sentry/node";\nconst logger = 1;\nsentryLogger.warn("a");',
        'import { logger as sentryLogger } from "@sentry/node";\nconst logger = 1;\nsentryLogger.warn("a");',
      ],
    ],
    [
      'import { addBreadcrumb } from "@sentry/node";\nfunction f(logger) { addBreadcrumb({ message: "a" }); }',
      [
        'import { logger as sentryLogger } from "@sentry/node";\nfunction f(logger) { sentryLogger.warn("a"); }',
        'import { logger as sentryLogger } from "@sentry/node";\nfunction f(logger) { sentryLogger.warn("a"); }',
        'import { logger as sentryLogger } from "@sentry/node";\nfunction f(logger) { sentryLogger.warn("a"); }',
      ],
    ],
    [
      'const { addBreadcrumb } = require("@sentry/node");\naddBreadcrumb({ message: "a" });',
      [
        'const { logger } = require("@sentry/node");\nlogger.warn("a");',
        'const { logger } = require("@sentry/node");\nlogger.warn("a");',
        'const { logger } = require("@sentry/node");\nlogger.warn("a");',
      ],
    ],
    [
      'const { addBreadcrumb, init } = require("@sentry/node");\naddBreadcrumb({ message: "a" });',
      [
        'const { logger, init } = require("@sentry/node");\nlogger.warn("a");',
        'const { logger, init } = require("@sentry/node");\nlogger.warn("a");',
        'const { logger, init } = require("@sentry/node");\nlogger.warn("a");',
      ],
    ],
    [
      'const { addBreadcrumb, logger } = require("@sentry/node");\naddBreadcrumb({ message: "a" });',
      [
        'const { addBreadcrumb, logger } = require("@sentry/node");\nlogger.warn("a");',
        'const { addBreadcrumb, logger } = require("@sentry/node");\nlogger.warn("a");',
        'const { addBreadcrumb, logger } = require("@sentry/node");\nlogger.warn("a");',
      ],
    ],
    ['const addBreadcrumb = require("@sentry/node").addBreadcrumb;\naddBreadcrumb({ message: "a" });', ["-", "-", "-"]],
    [
      'import { addBreadcrumb } from "@sentry/core";\naddBreadcrumb({ message: "a" });',
      ["-", "-", 'import { logger } from "@sentry/core";\nlogger.warn("a");'],
    ],
    [
      'import * as Sentry from "@sentry/core";\nSentry.addBreadcrumb({ message: "a" });',
      ["-", "-", 'import * as Sentry from "@sentry/core";\nSentry.logger.warn("a");'],
    ],
    ['Sentry.addBreadcrumb?.({ message: "a" });', ["-", "-", "-"]],
    ['const x = Sentry.addBreadcrumb({ message: "a" });', ["-", "-", "-"]],
    ['Sentry.addBreadcrumb({ message: "a" }, 1);', ["-", "-", "-"]],
    ['window.Sentry.addBreadcrumb({ message: "a" });', ["-", "-", "-"]],
    [
      'import { addBreadcrumb as crumb } from "@sentry/node";\ncrumb({ message: "a" });',
      [
        'import { logger } from "@sentry/node";\nlogger.warn("a");',
        'import { logger } from "@sentry/node";\nlogger.warn("a");',
        'import { logger } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import type { X } from "@sentry/node";\nimport { addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import type { X } from "@sentry/node";\nimport { logger } from "@sentry/node";\nlogger.warn("a");',
        'import type { X } from "@sentry/node";\nimport { logger } from "@sentry/node";\nlogger.warn("a");',
        'import type { X } from "@sentry/node";\nimport { logger } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import { addBreadcrumb } from "@sentry/node"; addBreadcrumb({ message: "a" });',
      [
        'import { logger } from "@sentry/node"; logger.warn("a");',
        'import { logger } from "@sentry/node"; logger.warn("a");',
        'import { logger } from "@sentry/node"; logger.warn("a");',
      ],
    ],
    ['import * as Sentry from "@sentry/node";\nSentry.captureBreadcrumb({ message: "a" });', ["-", "-", "-"]],
    [
      'import * as Sentry from "@sentry/node";\nconst scope = Sentry.getCurrentScope();\nscope.addBreadcrumb({ message: "a" });',
      ["-", "-", "-"],
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry["addBreadcrumb"]({ message: "a" });',
      [
        'import * as Sentry from "@sentry/node";\nSentry.logger.warn("a");',
        'import * as Sentry from "@sentry/node";\nSentry.logger.warn("a");',
        'import * as Sentry from "@sentry/node";\nSentry.logger.warn("a");',
      ],
    ],
    [
      'import * as Sentry from "npm:@sentry/deno";\nSentry.addBreadcrumb({ message: "a" });',
      [
        'import * as Sentry from "npm:@sentry/deno";\nSentry.logger.warn("a");',
        'import * as Sentry from "npm:@sentry/deno";\nSentry.logger.warn("a");',
        'import * as Sentry from "npm:@sentry/deno";\nSentry.logger.warn("a");',
      ],
    ],
    [
      'import * as Sentry from "npm:/@sentry/deno@9.1.0";\nSentry.addBreadcrumb({ message: "a" });',
      [
        'import * as Sentry from "npm:/@sentry/deno@9.1.0";\nSentry.logger.warn("a");',
        'import * as Sentry from "npm:/@sentry/deno@9.1.0";\nSentry.logger.warn("a");',
        'import * as Sentry from "npm:/@sentry/deno@9.1.0";\nSentry.logger.warn("a");',
      ],
    ],
    [
      'import * as Sentry from "npm:@sentry/core@10.1.0";\nSentry.addBreadcrumb({ message: "a" });',
      ["-", "-", 'import * as Sentry from "npm:@sentry/core@10.1.0";\nSentry.logger.warn("a");'],
    ],
    [
      'const { init, addBreadcrumb } = require("@sentry/node");\naddBreadcrumb({ message: "a" });',
      [
        'const { init, logger } = require("@sentry/node");\nlogger.warn("a");',
        'const { init, logger } = require("@sentry/node");\nlogger.warn("a");',
        'const { init, logger } = require("@sentry/node");\nlogger.warn("a");',
      ],
    ],
    [
      'const { init, addBreadcrumb, ...rest } = require("@sentry/node");\naddBreadcrumb({ message: "a" });',
      [
        'const { init, logger, ...rest } = require("@sentry/node");\nlogger.warn("a");',
        'const { init, logger, ...rest } = require("@sentry/node");\nlogger.warn("a");',
        'const { init, logger, ...rest } = require("@sentry/node");\nlogger.warn("a");',
      ],
    ],
    ['const { addBreadcrumb = f } = require("@sentry/node");\naddBreadcrumb({ message: "a" });', ["-", "-", "-"]],
    [
      'import { x } from "y";\nimport { addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import { x } from "y";\nimport { logger } from "@sentry/node";\nlogger.warn("a");',
        'import { x } from "y";\nimport { logger } from "@sentry/node";\nlogger.warn("a");',
        'import { x } from "y";\nimport { logger } from "@sentry/node";\nlogger.warn("a");',
      ],
    ],
    [
      'import { logger } from "y";\nimport { addBreadcrumb } from "@sentry/node";\naddBreadcrumb({ message: "a" });',
      [
        'import { logger } from "y";\nimport { logger as sentryLogger } from "@sentry/node";\nsentryLogger.warn("a");',
        'import { logger } from "y";\nimport { logger as sentryLogger } from "@sentry/node";\nsentryLogger.warn("a");',
        'import { logger } from "y";\nimport { logger as sentryLogger } from "@sentry/node";\nsentryLogger.warn("a");',
      ],
    ],
    [
      'import { addBreadcrumb } from "@sentry/node";\nfunction f() { const { logger } = require("@sentry/node"); }\naddBreadcrumb({ message: "a" });',
      [
        'import { logger as sentryLogger } from "@sentry/node";\nfunction f() { const { logger } = require("@sentry/node"); }\nsentryLogger.warn("a");',
        'import { logger as sentryLogger } from "@sentry/node";\nfunction f() { const { logger } = require("@sentry/node"); }\nsentryLogger.warn("a");',
        'import { logger as sentryLogger } from "@sentry/node";\nfunction f() { const { logger } = require("@sentry/node"); }\nsentryLogger.warn("a");',
      ],
    ],
  ])("a log by its import: %s", (text, expected) => {
    const { message, write } = first(text);
    const after = [undefined, 8, 11].map((sdkMajor) =>
      edited(text, write.log({ method: "warn", message: message!.value, attributes: [], sdkMajor })),
    );
    expect(after.map((each) => each ?? "-")).toEqual(expected);
  });

  test.each<[text: string, expected: readonly string[]]>([
    [
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      '// c\nimport * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: user.email });',
      [
        '// c\nimport * as Sentry from "@sentry/node";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        '// c\nimport * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        '// c\nimport * as Sentry from "@sentry/node";\nimport { privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { redact, privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport { redact as r } from "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport { redact as r } from "./privacy.js";\nSentry.addBreadcrumb({ message: r(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { redact as r } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { redact as r, privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport privacy from "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport privacy, { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport privacy from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        "-",
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport * as privacy from "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport * as privacy from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport * as privacy from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport * as privacy from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport { other } from "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport { other, redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { other } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { other, privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport {} from "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport {} from "./privacy.js";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport {} from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport {} from "./privacy.js";\nimport { privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport { other, } from "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport { other, redact, } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { other, } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { other, privacy, } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport type { T } from "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport type { T } from "./privacy.js";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport type { T } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport type { T } from "./privacy.js";\nimport { privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport "./privacy.js";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport "./privacy.js";\nimport { privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nimport x, { y } from "./privacy.js";\nSentry.addBreadcrumb({ message: user.email });',
      [
        'import * as Sentry from "@sentry/node";\nimport x, { y, redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport x, { y } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport x, { y, privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nconst redact = 1;\nSentry.addBreadcrumb({ message: user.email });',
      [
        "-",
        'import * as Sentry from "@sentry/node";\nconst redact = 1;\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { privacy } from "./privacy.js";\nconst redact = 1;\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nfunction redact() {}\nSentry.addBreadcrumb({ message: user.email });',
      [
        "-",
        'import * as Sentry from "@sentry/node";\nfunction redact() {}\nSentry.addBreadcrumb({ message: redact(user.email) });',
        'import * as Sentry from "@sentry/node";\nimport { privacy } from "./privacy.js";\nfunction redact() {}\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nfunction f(redact) { Sentry.addBreadcrumb({ message: user.email }); }',
      [
        "-",
        'import * as Sentry from "@sentry/node";\nfunction f(redact) { Sentry.addBreadcrumb({ message: redact(user.email) }); }',
        'import * as Sentry from "@sentry/node";\nimport { privacy } from "./privacy.js";\nfunction f(redact) { Sentry.addBreadcrumb({ message: privacy.redact(user.email) }); }',
      ],
    ],
    [
      '"use strict";\nconst Sentry = require("@sentry/node");\nSentry.addBreadcrumb({ message: user.email });',
      [
        "-",
        '"use strict";\nconst Sentry = require("@sentry/node");\nSentry.addBreadcrumb({ message: redact(user.email) });',
        "-",
      ],
    ],
    [
      'const Sentry = require("@sentry/node");\nSentry.addBreadcrumb({ message: user.email });',
      ["-", 'const Sentry = require("@sentry/node");\nSentry.addBreadcrumb({ message: redact(user.email) });', "-"],
    ],
    [
      "Sentry.addBreadcrumb({ message: user.email });",
      [
        'import { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(user.email) });',
        "Sentry.addBreadcrumb({ message: redact(user.email) });",
        'import { privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(user.email) });',
      ],
    ],
    [
      "import * as Sentry from '@sentry/node'\nSentry.addBreadcrumb({ message: user.email })",
      [
        "import * as Sentry from '@sentry/node'\nimport { redact } from './privacy.js'\nSentry.addBreadcrumb({ message: redact(user.email) })",
        "import * as Sentry from '@sentry/node'\nSentry.addBreadcrumb({ message: redact(user.email) })",
        "import * as Sentry from '@sentry/node'\nimport { privacy } from './privacy.js'\nSentry.addBreadcrumb({ message: privacy.redact(user.email) })",
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: (a, b) });',
      [
        'import * as Sentry from "@sentry/node";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: (a, redact(b)) });',
        'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: (a, redact(b)) });',
        'import * as Sentry from "@sentry/node";\nimport { privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: (a, privacy.redact(b)) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message });',
      [
        'import * as Sentry from "@sentry/node";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(message) });',
        'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: redact(message) });',
        'import * as Sentry from "@sentry/node";\nimport { privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(message) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nconst m = user.email; Sentry.addBreadcrumb({ message: m });',
      [
        'import * as Sentry from "@sentry/node";\nimport { redact } from "./privacy.js";\nconst m = user.email; Sentry.addBreadcrumb({ message: redact(m) });',
        'import * as Sentry from "@sentry/node";\nconst m = user.email; Sentry.addBreadcrumb({ message: redact(m) });',
        'import * as Sentry from "@sentry/node";\nimport { privacy } from "./privacy.js";\nconst m = user.email; Sentry.addBreadcrumb({ message: privacy.redact(m) });',
      ],
    ],
    [
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: `a ${user.email}` });',
      [
        'import * as Sentry from "@sentry/node";\nimport { redact } from "./privacy.js";\nSentry.addBreadcrumb({ message: redact(`a ${user.email}`) });',
        'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: redact(`a ${user.email}`) });',
        'import * as Sentry from "@sentry/node";\nimport { privacy } from "./privacy.js";\nSentry.addBreadcrumb({ message: privacy.redact(`a ${user.email}`) });',
      ],
    ],
  ])("handed to a function: %s", (text, expected) => {
    const { message, write } = first(text);
    const functions = [
      { name: "redact", from: "./privacy.js" },
      { name: "redact" },
      { name: "privacy.redact", from: "./privacy.js" },
    ];
    expect(functions.map((to) => edited(text, write.handTo?.(message!.value, to)) ?? "-")).toEqual(expected);
  });

  test.each<[imports: string, call: string, written: string]>([
    ['import type { redact } from "./privacy.js";', "CRUMB", "-"],
    ['import { type redact } from "./privacy.js";', "CRUMB", "-"],
    [
      'import type { redact as r } from "./privacy.js";',
      "CRUMB",
      'import type { redact as r } from "./privacy.js";\nimport { redact } from "./privacy.js";',
    ],
    [
      'import { type redact as r } from "./privacy.js";',
      "CRUMB",
      'import { type redact as r, redact } from "./privacy.js";',
    ],
    [
      'import type * as privacy from "./privacy.js";',
      "CRUMB",
      'import type * as privacy from "./privacy.js";\nimport { redact } from "./privacy.js";',
    ],
    [
      'import type { T } from "./privacy.js";\nimport { other } from "./privacy.js";',
      "CRUMB",
      'import type { T } from "./privacy.js";\nimport { other, redact } from "./privacy.js";',
    ],
    [
      'import * as privacy from "./privacy.js";',
      "function f(privacy) { CRUMB }",
      'import * as privacy from "./privacy.js";\nimport { redact } from "./privacy.js";',
    ],
    [
      'import privacy, {} from "./privacy.js";',
      "CRUMB",
      'import privacy, {} from "./privacy.js";\nimport { redact } from "./privacy.js";',
    ],
    ['import {\n  other,\n} from "./privacy.js";', "CRUMB", 'import {\n  other,\n  redact,\n} from "./privacy.js";'],
    [
      'import {\n  one, other\n} from "./privacy.js";',
      "CRUMB",
      'import {\n  one, other, redact\n} from "./privacy.js";',
    ],
    ["", "redact(1); CRUMB", "-"],
    ["", "function f() { redact(1); } CRUMB", "-"],
    ["", "function f(redact) { redact(1); } CRUMB", 'import { redact } from "./privacy.js";'],
    ["", "function f() { { const redact = 1; } CRUMB }", 'import { redact } from "./privacy.js";'],
    ["", "function f() { const redact = 1; g(() => { CRUMB }); }", "-"],
    ["", 'const fs = require("fs"); CRUMB', 'import { redact } from "./privacy.js";'],
  ])("handed to a function that is imported by %j for %s", (imports, call, written) => {
    const crumb = (value: string) => `Sentry.addBreadcrumb({ message: ${value} });`;
    const around = (own: string, value: string) =>
      `${IMPORT}${own && `${own}\n`}${call.replace("CRUMB", crumb(value))}`;
    const text = around(imports, "user.email");
    const { message, write } = first(text);
    const after = edited(text, write.handTo?.(message!.value, { name: "redact", from: "./privacy.js" }));
    expect(after).toBe(written === "-" ? undefined : around(written, "redact(user.email)"));
  });

  test.each<[text: string, from: string, imported: string]>([
    [
      'import * as Sentry from \'@sentry/node\';\nf("a", "b", "c");',
      "./privacy.js",
      "import { redact } from './privacy.js';",
    ],
    [
      "import * as Sentry from \"@sentry/node\";\nf('a', 'b', 'c');",
      "./privacy.js",
      "import { redact } from './privacy.js';",
    ],
    [
      'import * as Sentry from \'@sentry/node\';\nf("a", "b", "c");',
      "./it's.js",
      'import { redact } from "./it\'s.js";',
    ],
    ['"use client";\nf();', "./privacy.js", '"use client";\nimport { redact } from "./privacy.js";\nf();'],
    [
      '"use client";\n"use strict";\n  f();',
      "./privacy.js",
      '"use strict";\n  import { redact } from "./privacy.js";\n  f();',
    ],
  ])("an import in the style of the file: %s", (start, from, imported) => {
    const text = `${start}\nSentry.addBreadcrumb({ message: user.email });`;
    const { message, write } = first(text);
    expect(edited(text, write.handTo?.(message!.value, { name: "redact", from }))).toContain(imported);
  });

  test.each(["cjs", "js"] as const)("an import only into a module: %s", (dialect) => {
    const text = "Sentry.addBreadcrumb({ message: user.email });";
    const [breadcrumb] = detect(text, { dialect }).breadcrumbs;
    const edits = breadcrumb?.write.handTo?.(breadcrumb.message!.value, { name: "redact", from: "./privacy.js" });
    expect(edits?.length).toBe(dialect === "cjs" ? undefined : 2);
  });

  test.each<[crumb: string, moved: string, renamed: string]>([
    [
      "{ message: 'a', user: 1 }",
      "Sentry.addBreadcrumb({ message: 'a', data: { user: 1 } });",
      "Sentry.addBreadcrumb({ message: 'a', category: 1 });",
    ],
    [
      "{ message: 'a', user: 1, data: {} }",
      "Sentry.addBreadcrumb({ message: 'a', data: { user: 1 } });",
      "Sentry.addBreadcrumb({ message: 'a', category: 1, data: {} });",
    ],
    [
      "{ message: 'a', user: 1, data: { b: 1 } }",
      "Sentry.addBreadcrumb({ message: 'a', data: { b: 1, user: 1 } });",
      "Sentry.addBreadcrumb({ message: 'a', category: 1, data: { b: 1 } });",
    ],
    [
      "{ message: 'a', user, data: { b: 1, } }",
      "Sentry.addBreadcrumb({ message: 'a', data: { b: 1, user, } });",
      "Sentry.addBreadcrumb({ message: 'a', category: user, data: { b: 1, } });",
    ],
    ["{ user: 1 }", "Sentry.addBreadcrumb({ data: { user: 1 } });", "Sentry.addBreadcrumb({ category: 1 });"],
    [
      "{ message: 'a', /* c */ user: 1 }",
      "Sentry.addBreadcrumb({ message: 'a', /* c */ data: { user: 1 } });",
      "Sentry.addBreadcrumb({ message: 'a', /* c */ category: 1 });",
    ],
    [
      "{ message: 'a', user() {} }",
      "Sentry.addBreadcrumb({ message: 'a', data: { user() {} } });",
      "Sentry.addBreadcrumb({ message: 'a', category() {} });",
    ],
    [
      "{ message: 'a', 'user-x': 1 }",
      "Sentry.addBreadcrumb({ message: 'a', data: { 'user-x': 1 } });",
      "Sentry.addBreadcrumb({ message: 'a', 'category': 1 });",
    ],
    [
      "{\n  message: 'a',\n  user: 1,\n}",
      "Sentry.addBreadcrumb({\n  message: 'a',\n  data: { user: 1 },\n});",
      "Sentry.addBreadcrumb({\n  message: 'a',\n  category: 1,\n});",
    ],
    [
      "{ message: 'a', user: (a, b) }",
      "Sentry.addBreadcrumb({ message: 'a', data: { user: (a, b) } });",
      "Sentry.addBreadcrumb({ message: 'a', category: (a, b) });",
    ],
  ])("a field moved, and renamed: %s", (crumb, moved, renamed) => {
    const text = `${IMPORT}Sentry.addBreadcrumb(${crumb});`;
    const { unknownFields, data, write } = first(text);
    const [field] = unknownFields;
    const held = data && resolve(data.value);
    const target = held?.kind === "record" ? held : "data";
    expect(edited(text, write.moveField?.(field!, target))).toBe(IMPORT + moved);
    expect(edited(text, write.renameField?.(field!, "category"))).toBe(IMPORT + renamed);
  });

  test.each<[timestamp: string, clock: Clock, written: string]>([
    ["a - b", "milliseconds", "(a - b) / 1000"],
    ["a * b", "milliseconds", "a * b / 1000"],
    ["a / b", "milliseconds", "a / b / 1000"],
    ["a!", "milliseconds", "a! / 1000"],
    ["a!", "date", "a!.getTime() / 1000"],
    ["await a?.b()", "milliseconds", "await a?.b() / 1000"],
    ["a satisfies B", "milliseconds", "(a satisfies B) / 1000"],
    ["(a = b)", "milliseconds", "((a = b) / 1000)"],
    ["await a", "milliseconds", "await a / 1000"],
    ["-a", "milliseconds", "-a / 1000"],
    ["this", "milliseconds", "this / 1000"],
    ["performance.now()", "since-start", "(performance.timeOrigin + performance.now()) / 1000"],
    ["a ? b : c", "since-start", "(performance.timeOrigin + (a ? b : c)) / 1000"],
    ["new Date()", "date", "Date.now() / 1000"],
    ["new Date(a)", "date", "new Date(a).getTime() / 1000"],
    ["a ?? b", "date", "(a ?? b).getTime() / 1000"],
    ["a?.b", "date", "-"],
    ["new Date().toISOString()", "date-text", "Date.now() / 1000"],
    ["new Date(a).toISOString()", "date-text", "new Date(a).getTime() / 1000"],
    ["new Date(a).toString()", "date-text", "Date.parse(new Date(a).toString()) / 1000"],
    ["a.toISOString()", "date-text", "Date.parse(a.toISOString()) / 1000"],
    ["a()", "date-text", "Date.parse(a()) / 1000"],
    ["a", "seconds", "-"],
  ])("a moment in seconds: %s of the clock %s", (timestamp, clock, written) => {
    const crumb = (value: string) => `${IMPORT}Sentry.addBreadcrumb({ timestamp: ${value} });`;
    const breadcrumb = first(crumb(timestamp));
    const after = edited(crumb(timestamp), breadcrumb.write.asTimestamp?.(breadcrumb.timestamp!.value, clock));
    expect(after).toBe(written === "-" ? undefined : crumb(written));
  });

  test.each<[crumb: string]>([["{ user: 1 /* c */, data: { b: 1 } }"], ["{ user: 1, data: { /* c */ } }"]])(
    "a field is not moved where a comment would be lost: %s",
    (crumb) => {
      const { unknownFields, data, write } = first(`${IMPORT}Sentry.addBreadcrumb(${crumb});`);
      const held = resolve(data!.value);
      expect(write.moveField?.(unknownFields[0]!, recordOf(held))).toBeUndefined();
    },
  );

  test("a field that is assigned to a record is not moved", () => {
    const { unknownFields, write } = first(`${IMPORT}const c = { message: "a" }; c.user = 1; Sentry.addBreadcrumb(c);`);
    expect(write.moveField?.(unknownFields[0]!, "data")).toBeUndefined();
  });

  test("a field is renamed between its brackets, and not where it has no name of its own", () => {
    const text = `${IMPORT}const u = "u"; Sentry.addBreadcrumb({ message: "a", [u]: 1, [v]: 2 });`;
    const { record, write } = first(text);
    const [, named, nameless] = record!.fields;
    expect(edited(text, write.renameField?.(named!, "category"))).toBe(text.replace("[u]", '["category"]'));
    expect(write.renameField?.(nameless!, "category")).toBeUndefined();
    const wrapper = `${IMPORT}function note(message) { Sentry.addBreadcrumb({ message }); } note("a");`;
    const passed = detect(wrapper).breadcrumbs.at(-1);
    expect(passed?.write.renameField?.(passed.message!, "category")).toBeUndefined();
  });

  test("what a function is handed is no more than the expression", () => {
    const text = `${IMPORT}Sentry.addBreadcrumb({ message: format(user.email), type: (x ??= user.name) });`;
    const { message, type, write } = first(text);
    const argument = message?.value.kind === "call" ? message.value.arguments[0] : undefined;
    const branch = type?.value.kind === "choice" ? type.value.branches.at(-1) : undefined;
    expect(edited(text, write.handTo?.(argument!, { name: "redact" }))).toContain(
      "message: format(redact(user.email)),",
    );
    expect(edited(text, write.handTo?.(branch!, { name: "redact" }))).toContain("type: (x ??= redact(user.name)) ");
  });

  test("a declared name is no expression that could be written anew", () => {
    const text = `class A { constructor(private email: string) {} m() { use(this.email); } }`;
    const { write, values } = open(text, "typescript");
    const [member] = values;
    const name = member?.kind === "member" ? member.definition : undefined;
    expect(name?.source).toBe("email");
    expect(write.wrap?.(name!, "value")).toBeUndefined();
    expect(write.handTo?.(name!, { name: "redact" })).toBeUndefined();
    const crumb = { record: undefined as never, data: undefined };
    const named = [{ name: "email", value: name! }];
    expect(write.splitMessage?.(member!, "a", named, crumb)).toBeUndefined();
    expect(write.splitMessage?.(name!, "a", [], crumb)).toBeUndefined();
  });

  test.each<[key: string, written: string]>([
    ["value", "{ value: a.b }"],
    ["two words", '{ "two words": a.b }'],
  ])("put under the key %s", (key, written) => {
    const text = 'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ data: a.b });';
    const { data, write } = first(text);
    expect(edited(text, write.wrap?.(data!.value, key))).toBe(text.replace("a.b", written));
  });

  test.each<[call: string, expected: readonly string[]]>([
    ["Sentry.addBreadcrumb({ message: 'a' }, 1);", ["-", "Sentry.addBreadcrumb({ message: 'a' });", "-"]],
    ["Sentry.addBreadcrumb({ message: 'a' }, 1, 2);", ["-", "-", "Sentry.addBreadcrumb({ message: 'a' }, 1);"]],
    ["Sentry.addBreadcrumb({ message: 'a' }, /* c */ 1);", ["-", "-", "-"]],
    ["Sentry.addBreadcrumb({ message: 'a' });", ["-", "-", "-"]],
    ["Sentry.addBreadcrumb(({ message: 'a' }), 1);", ["-", "Sentry.addBreadcrumb(({ message: 'a' }));", "-"]],
    ["Sentry.addBreadcrumb({ message: 'a' }, 1,);", ["-", "Sentry.addBreadcrumb({ message: 'a' });", "-"]],
  ])("without an argument: %s", (call, expected) => {
    const { write } = first(IMPORT + call);
    const after = [0, 1, 2].map((index) => edited(IMPORT + call, write.removeArgument?.(index)));
    expect(after.map((each) => each?.slice(IMPORT.length) ?? "-")).toEqual(expected);
  });
});
