// Prints how many tests passed and how many failed in the last `npm test`. A file that could not be loaded, and
// a run that failed without a failed test, count as a failure; so does a test that was skipped.
// The argument is the exit code of that run.
import { existsSync, readFileSync } from "node:fs";

const RESULTS = new URL("../.cache/test-results.json", import.meta.url);

/** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
const { testResults } = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : { testResults: [] };
const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
const passed = tests.filter(({ status }) => status === "passed").length;
const broken = testResults.filter(
  ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status === "passed"),
).length;
const failed = tests.length - passed + broken;
console.log(passed, failed === 0 && process.argv[2] !== "0" ? 1 : failed);
