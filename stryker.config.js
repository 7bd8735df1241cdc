/**
 * Mutation testing: `npm run test:mutation -- --mutate "src/sentry/**"`.
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  testRunner: "in-process",
  plugins: ["./tests/mutation/runner.js"],
  coverageAnalysis: "perTest",
  // A mutant in what runs at import needs the tests loaded again, for each.
  ignoreStatic: true,
  mutate: [
    "src/**/*.ts",
    "rules/**/*.ts",
    // Nothing but data: a mutant is another word in a table, which a test could only repeat.
    "!src/sensitive-data/{vocabulary,callee-vocabulary,conventions}.ts",
    // Exports under the name "module.exports", in whose place Stryker cannot put a mutant.
    "!src/index.ts",
    // What the command-line tool prints is tested by starting it.
    "!src/cli/**",
  ],
  timeoutMS: 20_000,
  reporters: ["clear-text", "json", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: ".cache/mutation/report.html" },
  jsonReporter: { fileName: ".cache/mutation/report.json" },
  incremental: true,
  incrementalFile: ".cache/mutation/incremental.json",
  tempDirName: ".cache/mutation/sandboxes",
  ignorePatterns: ["/.cache", "/coverage", "/dist", "/examples"],
  thresholds: { high: 95, low: 90, break: 90 },
};
