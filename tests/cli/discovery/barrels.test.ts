import { describe, expect, it } from "vitest";
import { proposed } from "../init/scratch.ts";

const SDK = `import { addBreadcrumb } from "@sentry/node";\n`;

/** What a module exports, and a call of it; `Log` is replaced by a name for each case, `note` by one for each kind. */
const KINDS: Readonly<Record<string, readonly [declared: string, exported: string, call: string]>> = {
  function: ["", "function Log(message: string) { addBreadcrumb({ message }); }", `Log("m");`],
  class: ["", "class Log { note(message: string) { addBreadcrumb({ message }); } }", `new Log().note("m");`],
  instance: [
    "class Own { note(message: string) { addBreadcrumb({ message }); } }",
    "const Log = new Own();",
    `Log.note("m");`,
  ],
  object: ["", "const Log = { note(message: string) { addBreadcrumb({ message }); } };", `Log.note("m");`],
  static: ["", "class Log { static note(message: string) { addBreadcrumb({ message }); } }", `Log.note("m");`],
  factory: [
    "",
    "function Log() { return { note(message: string) { addBreadcrumb({ message }); } }; }",
    `Log().note("m");`,
  ],
  parameter: [
    "",
    "class Log { note(message: string) { addBreadcrumb({ message }); } }",
    `export function run(log: Log) { log.note("m"); }`,
  ],
  field: [
    "",
    "class Log { note(message: string) { addBreadcrumb({ message }); } }",
    `export class Page { constructor(private readonly log: Log) {} run() { this.log.note("m"); } }`,
  ],
};

/** What the modules on the way pass on, from the last one to the first, and the name that it then has. */
const FORMS: Readonly<Record<string, readonly [texts: readonly string[], name: string, imported?: string]>> = {
  "export *": [[`export * from "./log";`], "Log"],
  "export * as": [[`export * as all from "./log";`], "all.Log", "all"],
  "import * as, then export": [[`import * as all from "./log";\nexport { all };`], "all.Log", "all"],
  "a name": [[`export { Log } from "./log";`], "Log"],
  "a name beside others": [[`export { other } from "./other";\nexport { type More, Log } from "./log";`], "Log"],
  "another name": [[`export { Log as Renamed } from "./log";`], "Renamed"],
  "the default export": [[`export { default as Named } from "./log";`], "Named"],
  "import, then export": [[`import { Log } from "./log";\nexport { Log };`], "Log"],
  "import, then export under another name": [[`import { Log } from "./log";\nexport { Log as Renamed };`], "Renamed"],
  "a name as the default export": [[`export { Log as default } from "./log";`], "default", "Any"],
  "two modules": [[`export { Log } from "./first";`, `export { Log } from "./log";`], "Log"],
  "two modules and three names": [
    [`export { Renamed as Again } from "./first";`, `export { Log as Renamed } from "./log";`],
    "Again",
  ],
};

/** How other files reach the last module: where it is, how an import names it, what tells so, and where they are. */
const IMPORTS: Readonly<
  Record<string, readonly [last: string, module: string, config: Readonly<Record<string, string>>, page?: string]>
> = {
  "by its file": ["barrel", "./lib/barrel", {}],
  "by its folder": ["index", "./lib", {}],
  "from its folder": ["index", "./index.js", {}, "lib/page.ts"],
  "from a folder in its folder": ["index", "..", {}, "lib/deep/page.ts"],
  "by the package": ["index", "@acme/case", { "lib/package.json": `{ "name": "@acme/case" }` }],
  "by a path of the tsconfig": [
    "index",
    "#case",
    { "tsconfig.json": `{ "compilerOptions": { "paths": { "#case": ["./lib/index.ts"] } } }` },
  ],
};

/** The files of a case, in a folder of their own. */
function caseOf(id: string, kind: string, form: string, way: string): readonly (readonly [string, string])[] {
  const [declared, exported, call] = KINDS[kind] ?? ["", "", ""];
  const [texts, name, imported = name] = FORMS[form] ?? [[], ""];
  const [last, module, config, page = "page.ts"] = IMPORTS[way] ?? ["", "", {}];
  const [head, middle] = texts.length === 1 ? [texts[0]] : texts;
  const isDefault = form === "the default export";
  const isConstant = exported.startsWith("const");
  const source =
    isConstant && isDefault ? `${exported}\nexport default Log;` : `export ${isDefault ? "default " : ""}${exported}`;
  const importing = name === "default" ? `import Any from "${module}";` : `import { ${imported} } from "${module}";`;
  const files: Record<string, string> = {
    "lib/log.ts": `${SDK}${declared}\n${source}\n`,
    "lib/other.ts": "export class other { note() {} }\nexport type More = string;\n",
    [`lib/${last}.ts`]: `${head ?? ""}\n`,
    ...(middle !== undefined && { "lib/first.ts": `${middle}\n` }),
    [page]: `${importing}\n${call.replaceAll("Log", name === "default" ? imported : name)}\n`,
    ...config,
  };
  return Object.entries(files).map(([path, text]) => [`${id}/${path}`, named(text, id)] as const);
}

/** A text with names that no other case has. */
function named(text: string, id: string): string {
  return text
    .replaceAll(/\b(?:Log|Own|Renamed|Again|Named|all|Any|note|other)\b/gu, (name) => `${name}${id}`)
    .replaceAll(/(?<=["'].*)(other|Named|all)C\d+/gu, "$1")
    .replaceAll(/(?<=[#/])case\b/gu, id);
}

describe("what modules pass on of others", () => {
  it.each(Object.keys(FORMS))("%s", async (form) => {
    const cases = Object.keys(KINDS).flatMap((kind) => Object.keys(IMPORTS).map((way) => ({ kind, way })));
    const files = cases.flatMap(({ kind, way }, index) => caseOf(`C${index}`, kind, form, way));
    const { settings } = await proposed(Object.fromEntries(files));
    const names = JSON.stringify(settings["wrappers"] ?? []);
    const lost = cases.filter(
      (_, index) => !new RegExp(String.raw`(?:note|Log|Renamed|Again|Named|all\.\w+|Any)C${index}"`, "u").test(names),
    );
    expect(lost).toEqual([]);
  });

  it("does not take what one module passes on for what another does by the same name", async () => {
    const { settings, breadcrumbs } = await proposed({
      "lib/log.ts": `${SDK}export class Log { note(message: string) { addBreadcrumb({ message }); } }\n`,
      "lib/plain.ts": "export class Log { note(message: string) { return message; } }\n",
      "lib/index.ts": `export { Log } from "./log";\nexport { Log as Plain } from "./plain";\n`,
      "lib/quiet/index.ts": `export { Log } from "../plain";\n`,
      "a.ts": `import { Log, Plain } from "./lib";\nnew Log().note("a");\nnew Plain().note("b");\n`,
      "b.ts": `import { Log } from "./lib/quiet";\nnew Log().note("c");\n`,
    });
    const names = (settings["wrappers"] as readonly { readonly name: string }[]).map(({ name }) => name);
    expect({ names, seen: breadcrumbs.after }).toEqual({ names: ["Log.note"], seen: 1 });
  });
});
