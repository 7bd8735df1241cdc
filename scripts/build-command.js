// Builds the package `sentry-breadcrumbs` into dist/command/: the command, `discover` and the parser for ESLint. What it
// is made of from npm is what it depends on, the plugin included, in whose files the detectors and rules are: the two
// packages have one version. What it loads late stays in chunks of its own.
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { join, relative } from "node:path";
import { rolldown } from "rolldown";
import ts from "typescript";
import packageJson from "../package.json" with { type: "json" };
import { root } from "./findings.js";

const NAME = "sentry-breadcrumbs";

/** What the package holds beside its chunks, by the name of the file: what of it starts or is imported. */
const ENTRIES = {
  cli: "src/cli/index.ts",
  index: "src/cli/discover.ts",
  parser: "src/cli/parser/eslint.ts",
  "options-module": "src/cli/check/options-module.ts",
  "eslint-config": "src/cli/check/eslint-config.ts",
};

/** What browsers load: a file of its own, without modules of Node.js. */
const BROWSER = "src/cli/browser.ts";

/** What both load of the plugin. Browsers' bundlers read CommonJS by an `import` of all of it. */
const INTERNAL = `${packageJson.name}/internal/plugin`;

/** What others import, and therefore has types, and the types that these name. */
const EXPORTED = { index: ENTRIES.index, parser: ENTRIES.parser, browser: BROWSER, shown: "src/sentry/shown.ts" };

/** What the command does without where there is none for the platform. */
const OPTIONAL = new Set(["oxc-parser"]);

/** Modules that the plugin's package has in its files, by where it exports them: one copy of each serves both packages. */
const OF_PLUGIN = new Map([
  ["rules/index.ts", "internal/plugin"],
  ["src/internal.ts", "internal/plugin"],
  ["src/index.ts", ""],
  ["src/detect/index.ts", "internal/plugin"],
  ["src/sensitive-data/index.ts", "internal/plugin"],
  ["src/detect/detectors.ts", "internal/detectors"],
  ["src/detect/javascript/index.ts", "internal/detectors"],
  ["src/detect/rust/index.ts", "internal/detectors"],
]);

/**
 * Builds the package. The plugin has to be built before.
 * @param {string} folder absolute: where the package goes.
 * @returns {Promise<void>}
 */
export async function buildCommand(folder) {
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)])),
    platform: "node",
    plugins: [fromPlugin],
    external: [/^[^./]/u],
    experimental: { attachDebugInfo: "none" },
  });
  const { output } = await bundle.write({
    dir: folder,
    format: "esm",
    chunkFileNames: "[name].js",
    minify: "dce-only",
    comments: { jsdoc: false },
  });
  const browser = await buildBrowser(folder);
  const chunks = [...output, ...browser].filter((file) => file.type === "chunk");
  const own = new Set(chunks.map(({ fileName }) => fileName));
  const imported = chunks
    // The languages load what they may not need by `require`.
    .flatMap(({ code, imports, dynamicImports }) => [
      ...imports,
      ...dynamicImports,
      ...Array.from(code.matchAll(/\brequire(?:\$\d+)?\("([^".][^"]*)"\)/gu), ([, name = ""]) => name),
    ])
    .filter((name) => !own.has(name) && !isBuiltin(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/u.exec(name)?.[0] ?? name);
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(imported), null, 2)}\n`);
  copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  copyFileSync(join(root, "src/cli/README.md"), join(folder, "README.md"));
  writeTypes(folder);
  // The command finds the plugin here as it would where both are installed; npm packs no such folder.
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", packageJson.name), "junction");
}

/** @param {string} folder */
async function buildBrowser(folder) {
  const bundle = await rolldown({
    input: join(root, BROWSER),
    platform: "browser",
    plugins: [
      {
        name: "plugin-for-browsers",
        load: (id) =>
          id === join(root, "src/internal.ts")
            ? `import built from "${INTERNAL}";\nexport const { ${namesIn(INTERNAL).join(", ")} } = built;`
            : undefined,
      },
    ],
    external: [/^[^./]/u],
    experimental: { attachDebugInfo: "none" },
  });
  const { output } = await bundle.write({
    file: join(folder, "browser.js"),
    format: "esm",
    minify: "dce-only",
    comments: { jsdoc: false },
  });
  return output;
}

/** @type {import("rolldown").Plugin} */
const fromPlugin = {
  name: "from-plugin",
  load(id) {
    const path = OF_PLUGIN.get(relative(root, id).replaceAll("\\", "/"));
    if (path === undefined) return undefined;
    const specifier = join(packageJson.name, path).replaceAll("\\", "/");
    // By an `import` of CommonJS, Node.js would read it twice, once for the names of its exports.
    if (path === "") return `export { default } from "${specifier}";`;
    const names = namesIn(specifier);
    return [
      `import { createRequire } from "node:module";`,
      `const { ${names.join(", ")} } = createRequire(import.meta.url)("${specifier}");`,
      `export { ${names.join(", ")} };`,
    ].join("\n");
  },
};

/**
 * The names of what a module exports.
 * @param {string} specifier
 */
function namesIn(specifier) {
  /** @type {object} */
  const exported = createRequire(join(root, "package.json"))(specifier);
  return Object.keys(exported);
}

/**
 * What the package says of itself.
 * @param {readonly string[]} imported names of packages
 */
function manifest(imported) {
  const { version, license, homepage, type, engines, publishConfig, peerDependencies, ...plugin } = packageJson;
  /** @type {Readonly<Record<string, string | undefined>>} */
  const versions = {
    ...plugin.devDependencies,
    ...plugin.dependencies,
    ...peerDependencies,
    [plugin.name]: version,
  };
  // Known once it is published, by what the release writes into the plugin's package.json.
  const { repository, bugs } = /** @type {Readonly<Record<string, unknown>>} */ (packageJson);
  const all = [...new Set([...imported, plugin.name])].sort().map((name) => {
    const range = versions[name];
    if (range === undefined) throw new Error(`The command imports ${name}, which package.json does not name.`);
    return /** @type {const} */ ([name, range]);
  });
  return {
    name: NAME,
    version,
    description: "Audits what a repository records as Sentry breadcrumbs, in JavaScript, TypeScript and Rust",
    keywords: ["sentry", "breadcrumbs", "pii", "lint", "audit", "rust"],
    homepage: homepage.replace(plugin.name, NAME),
    repository,
    bugs,
    license,
    type,
    sideEffects: false,
    bin: { [NAME]: "./cli.js" },
    exports: {
      ".": { types: "./index.d.ts", default: "./index.js" },
      "./browser": { types: "./browser.d.ts", default: "./browser.js" },
      "./parser": { types: "./parser.d.ts", default: "./parser.js" },
      "./package.json": "./package.json",
    },
    files: ["*.js", "*.d.ts", "inventory.html"],
    engines,
    publishConfig,
    dependencies: Object.fromEntries(all.filter(([name]) => !OPTIONAL.has(name))),
    optionalDependencies: Object.fromEntries(all.filter(([name]) => OPTIONAL.has(name))),
  };
}

/**
 * Writes the declarations of what the package exports. Each is complete by itself: what it names is declared in it or
 * comes from a package.
 * @param {string} folder
 */
function writeTypes(folder) {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, "tsconfig.json"), (path) => readFileSync(path, "utf8")).config,
    ts.sys,
    root,
  );
  const paths = Object.values(EXPORTED).map((path) => join(root, path));
  const program = ts.createProgram(paths, { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true });
  for (const [index, name] of Object.keys(EXPORTED).entries()) {
    program.emit(program.getSourceFile(paths[index] ?? ""), (_, emitted) => {
      const text = emitted
        .replace('"../index.ts"', `"${packageJson.name}"`)
        .replace('"../sentry/shown.ts"', '"./shown.js"');
      if (/from "\.(?!\/shown\.js")|import\("\./u.test(text))
        throw new Error(`${name}.d.ts names types of other modules:\n${text}`);
      writeFileSync(join(folder, `${name}.d.ts`), text);
    });
  }
}
