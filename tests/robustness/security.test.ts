import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

/** The modules of Node that the package may load: `createRequire`, for the libraries of the Rust parser. */
const BUILT_IN = ["node:module"];

/** What `process.getBuiltinModule` may be asked for: to read the version of the SDK. */
const ASKED = ["node:fs", "node:path"];

const sources = ["src", "rules"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[cm]?ts$/.test(name))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), "utf8") })),
);

/** What the sources say in code: comments and type imports are gone. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/^(?:import|export) type [\s\S]*?;$/gm, "");
}

/** Code without the texts in it: what rules say and look for. */
function wordless(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, '""');
}

describe("what the package may do", () => {
  test("it loads its dependencies and nothing else", () => {
    const allowed = new Set([...Object.keys(packageJson.dependencies), ...BUILT_IN]);
    const loaded = sources.flatMap(({ name, text }) =>
      [...codeOf(text).matchAll(/(?:\bfrom |^import |\brequire\()"([^".][^"]*)"/gm)].map(([, module]) => ({ name, module })),
    );
    expect(loaded.filter(({ module = "" }) => !allowed.has(module))).toEqual([]);
    expect(loaded.length).toBeGreaterThan(0);
  });

  test("it asks the runtime for files and paths only, in one module", () => {
    const asked = sources.flatMap(({ name, text }) =>
      [...codeOf(text).matchAll(/getBuiltinModule\?*\.*\("([^"]+)"\)/g)].map(([, module]) => ({ name, module })),
    );
    expect(asked).toEqual(ASKED.map((module) => ({ name: join("src", "sdk-version.ts"), module })));
  });

  test("it reads package.json files, and neither writes nor asks a network nor runs code", () => {
    const used = sources.flatMap(({ text }) => [...codeOf(text).matchAll(/\bfs\.(\w+)/g)].map(([, method]) => method));
    expect([...new Set(used)]).toEqual(["readFileSync"]);
    const forbidden = /\beval\(|\bnew Function\(|(?<![.\w])fetch\(|(?<!typeof |get )\bimport\(|\bchild_process\b|\bnew XMLHttpRequest\b|\bWebSocket\(/;
    expect(sources.filter(({ text }) => forbidden.test(wordless(codeOf(text)))).map(({ name }) => name)).toEqual([]);
  });
});
