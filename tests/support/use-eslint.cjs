// Preloaded into a test worker: whatever asks for `eslint`, the rule tester among it, gets the copy that the
// environment variable ESLINT names. The rule tester is CommonJS outside of vite, so that an alias in
// vitest.config.ts does not reach it.
const copy = process.env["ESLINT"] ?? "eslint";

/** @type {any} Node's resolver, which its types do not list. */
const modules = require("node:module");
const resolve = modules._resolveFilename;
modules._resolveFilename = (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) =>
  resolve.call(modules, /^eslint(?=$|\/)/.test(request) ? request.replace("eslint", copy) : request, ...rest);
