import { expect, it } from "vitest";
import { strippedBy } from "../../src/sentry/builds.ts";
import { CONSOLE_METHODS } from "../../src/sentry/console.ts";

const ALL = [...CONSOLE_METHODS].join(" ");

it.each<[text: string, stripped: string]>([
  ['esbuild: { drop: ["console", "debugger"] }', ALL],
  ["esbuild: { drop: mode === 'production' ? ['console'] : [] }", ALL],
  ['esbuild: { drop: ["debugger"] }, log: ["console"]', ""],
  ['esbuild: { pure: ["console.log", "console.info"] }', "info log"],
  ['esbuild: { pure: isProduction ? ["console.debug"] : [] }', "debug"],
  ['"build": "esbuild a.ts --drop:console --minify"', ALL],
  ['"build": "esbuild a.ts --drop:debugger"', ""],
  ['"build": "esbuild a.ts --pure:console.log --minify"', "log"],
  ["terserOptions: { compress: { drop_console: true, passes: 2 } }", ALL],
  ["compress: { drop_console: isProduction }", ALL],
  ["compress: { drop_console: false }", ""],
  ['compress: { drop_console: ["log", "info"] }', "info log"],
  ['compress: { pure_funcs: ["console.log", "invariant"] }', "log"],
  ['compress: { pure_funcs: ["invariant"] }', ""],
  ["minify: { compress: { dropConsole: true } }", ALL],
  ["compiler: { removeConsole: true }", ALL],
  ["compiler: { removeConsole: process.env.NODE_ENV === 'production' }", ALL],
  ["compiler: { removeConsole: false }", ""],
  ['compiler: { removeConsole: { exclude: ["error"] } }', "assert debug info log trace warn"],
  ['removeConsole: isProduction ? { exclude: ["error", "warn"] } : false, x: ["log"]', "assert debug info log trace"],
  ['performance: { removeConsole: ["log"] }', "log"],
  ['import removeConsole from "vite-plugin-remove-console"; removeConsole()', ALL],
  ['removeConsole({ includes: ["log", "warn"] })', "log warn"],
  ['plugins: ["transform-remove-console"]', ALL],
  ['plugins: ["transform-remove-console", "other"]', ALL],
  ['plugins: [["babel-plugin-transform-remove-console", { exclude: ["error"] }]]', "assert debug info log trace warn"],
  ['plugins: [["transform-remove-console"], ["x", { exclude: ["error"] }]]', ALL],
  ['import strip from "@rollup/plugin-strip"; strip()', ALL],
  ['import strip from "@rollup/plugin-strip"; strip({ functions: ["console.log", "assert.*"] })', "log"],
  ['import strip from "@rollup/plugin-strip"; strip({ functions: ["console.*"] })', ALL],
  ['import strip from "strip-ansi"; strip(text)', ""],
  ["// drop: ['console']\n/* drop_console: true */\n * removeConsole: true", ""],
  ["export default {}", ""],
  ["drop:", ""],
])("takes out of the console what a build says: %s", (text, stripped) => {
  expect([...strippedBy([text])].toSorted().join(" ")).toBe(stripped.split(" ").toSorted().join(" "));
});

it("takes all out where a plugin is depended on and nothing says how it is used", () => {
  const manifest = '{ "devDependencies": { "babel-plugin-transform-remove-console": "^6.9.4" } }';
  expect(strippedBy([manifest])).toBe(CONSOLE_METHODS);
  const config = 'module.exports = { plugins: [["transform-remove-console", { exclude: ["error"] }]] };';
  expect(strippedBy([manifest, config]).has("error")).toBe(false);
});
