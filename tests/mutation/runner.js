// Runs the tests for Stryker in its own process. Its runner for vitest starts a worker for each mutant, which takes a
// second to load ESLint and the parsers: hours for all mutants. Here the tests are loaded once, and a mutant costs no
// more than the tests that reach it.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PluginKind, declareClassPlugin, tokens } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { collectTests, getFn, getHooks } from "@vitest/runner";
import { globby } from "globby";
import { rolldown } from "rolldown";

/** @import { MutantCoverage } from "@stryker-mutator/api/core" */
/** @import { DryRunOptions, DryRunResult, MutantRunOptions, TestResult, TestRunner } from "@stryker-mutator/api/test-runner" */
/** @import { Suite, Task, Test, VitestRunner } from "@vitest/runner" */

/**
 * The tests that mutants are run against: those that say what single parts do. Tests that generate programs, measure
 * time or many cases at once, start other programs or read the project's own files would tell little of a mutant, and
 * take long.
 */
const TESTS = [
  "tests/{detect,edit,languages,rules,sensitive-data,sentry}/**/*.test.ts",
  "tests/logs/*.test.ts",
  "tests/cli/discovery/{links,ways}.test.ts",
  "tests/{options,plugin,sdk-version,settings}.test.ts",
  "!tests/sensitive-data/{cases,page}.test.ts",
  "!tests/{detect,languages}/rust/robustness.test.ts",
  "!tests/languages/rust/cli.test.ts",
  "!tests/logs/real-sdk.test.ts",
];

/** So many times as without a mutant, and so many more, may a mutant be reached in one test, which hangs after that. */
const HITS = { times: 100, more: 10_000 };

/**
 * So much processor time, in microseconds, is spent on one mutant: of thousands of tests that reach it the first tell,
 * and a mutant that they let live counts as one that survived.
 */
const BUDGET = 3_000_000;

const shared = /** @type {any} */ (globalThis);

/**
 * What instrumented code and this runner share: which mutant is on, which test runs, and what it reached.
 * @type {{
 *   activeMutant?: string, currentTestId?: string, hitCount?: number | undefined, hitLimit?: number | undefined,
 *   mutantCoverage?: MutantCoverage,
 * }}
 */
const stryker = (shared.__stryker__ ??= {});

/** @implements {TestRunner} */
class InProcessRunner {
  static inject = tokens();

  /** @type {ReadonlyMap<string, Test>} by id, which is the same in every process */
  #tests = new Map();

  /** @type {Map<string, number>} how many mutants each test has killed */
  #kills = new Map();

  /** @type {Map<string, number>} how long each test took last */
  #times = new Map();

  /**
   * Stryker asks for a fresh environment where a mutant is reached while tests register, too. None is needed: mutants
   * that are reached there alone are left out, and the others are on in tests only.
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const files = await loadTests(process.cwd());
    this.#tests = new Map(files.flatMap(testsOf).map((test) => [test.id, test]));
  }

  /** @param {DryRunOptions} options @returns {Promise<DryRunResult>} */
  async dryRun({ testFiles }) {
    const tests = [];
    for (const test of this.#tests.values()) {
      if (testFiles?.includes(test.file.filepath) === false) continue;
      stryker.currentTestId = test.id;
      tests.push(await this.#resultOf(test));
    }
    delete stryker.currentTestId;
    const { mutantCoverage } = stryker;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  /** @param {MutantRunOptions} options */
  async mutantRun({ activeMutant, testFilter = [...this.#tests.keys()], hitLimit, disableBail }) {
    /** @type {TestResult[]} */
    const tests = [];
    const start = process.cpuUsage();
    for (const test of this.#inOrder(testFilter, activeMutant.fileName)) {
      if (process.cpuUsage(start).user > BUDGET) break;
      const hits = stryker.mutantCoverage?.perTest[test.id]?.[activeMutant.id];
      stryker.hitLimit = hits === undefined ? hitLimit : hits * HITS.times + HITS.more;
      stryker.hitCount = 0;
      stryker.activeMutant = activeMutant.id;
      const result = await this.#resultOf(test);
      delete stryker.activeMutant;
      tests.push(result);
      if (result.status !== TestStatus.Failed) continue;
      this.#kills.set(test.id, (this.#kills.get(test.id) ?? 0) + 1);
      const timeout = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
      if (timeout) return toMutantRunResult(timeout);
      // A kill counts only if the mutant did it, and nothing that an earlier one left in memory. Stryker answers a
      // rejection with a fresh process.
      if ((await this.#resultOf(test)).status === TestStatus.Failed)
        throw new Error(`${result.name} fails without a mutant.`);
      if (!disableBail) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }

  /**
   * First the tests that have killed most, then those whose place is like that of the mutant, then those that take least.
   * @param {readonly string[]} ids
   * @param {string} mutated the file with the mutant
   * @returns {readonly Test[]}
   */
  #inOrder(ids, mutated) {
    const words = new Set(wordsOf(mutated));
    const ranked = ids.flatMap((id) => {
      const test = this.#tests.get(id);
      if (test === undefined) return [];
      const likeness = new Set(wordsOf(test.file.name).filter((word) => words.has(word))).size;
      return [{ test, rank: [-(this.#kills.get(id) ?? 0), -likeness, this.#times.get(id) ?? 0] }];
    });
    return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ test }) => test);
  }

  /** @param {Test} test @returns {Promise<TestResult>} */
  async #resultOf(test) {
    const result = await resultOf(test);
    this.#times.set(test.id, result.timeSpentMs);
    return result;
  }
}

/** @param {string} file @returns {readonly string[]} */
function wordsOf(file) {
  return file.match(/\w+/gu) ?? [];
}

/** @param {readonly number[]} a @param {readonly number[]} b @returns {number} */
function compare(a, b) {
  const index = a.findIndex((number, at) => number !== b[at]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** @param {string} root the folder of the project, as instrumented */
async function loadTests(root) {
  letTestsRunAgain();
  // What vitest's `vi` asks of the worker that it takes itself to be in.
  Object.assign(globalThis, { __vitest_worker__: { config: { fakeTimers: {} } } });
  const modules = await bundleTests(root);
  const config = {
    root,
    setupFiles: [],
    sequence: { shuffle: false, hooks: "stack" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    tags: [],
  };
  const runner = { config, importFile: (/** @type {string} */ file) => import(modules.get(file) ?? file) };
  return collectTests([...modules.keys()], /** @type {VitestRunner} */ (/** @type {unknown} */ (runner)));
}

/** Rule testers take a test that runs once more for a duplicate, but only one that can be serialized. */
function letTestsRunAgain() {
  const require = createRequire(import.meta.url);
  const eslint = dirname(require.resolve("eslint/package.json"));
  const scriptTester = dirname(require.resolve("@typescript-eslint/rule-tester/package.json"));
  for (const file of [join(eslint, "lib/shared/serialization.js"), join(scriptTester, "dist/utils/serialization.js")]) {
    require(file).isSerializable = () => false;
  }
}

/**
 * Bundles the tests with what they test, as Node.js 20 reads no TypeScript.
 * @param {string} root
 * @returns {Promise<ReadonlyMap<string, string>>} the address of each test file's module, by the file
 */
async function bundleTests(root) {
  const files = await globby(TESTS, { cwd: root, absolute: true });
  const folder = join(root, ".cache/tests", process.env["STRYKER_MUTATOR_WORKER"] ?? "0");
  const names = new Map(files.sort().map((file, index) => [file, `test-${index}`]));
  const bundle = await rolldown({
    input: Object.fromEntries([...names].map(([file, name]) => [name, file])),
    platform: "node",
    external: /^[^./]/u,
    plugins: [{ name: "own-place", transform: { filter: { id: /\.ts$/u }, handler: withOwnPlace } }],
  });
  await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].js" });
  return new Map([...names].map(([file, name]) => [file, pathToFileURL(join(folder, `${name}.js`)).href]));
}

/** @param {string} code @param {string} file @returns {string} code that still knows where it stood before bundling */
function withOwnPlace(code, file) {
  return code.replace(/(?<!["'])\bimport\.meta\.url\b/gu, JSON.stringify(pathToFileURL(file).href));
}

/** @param {Task} task @returns {Test[]} */
function testsOf(task) {
  if (task.type === "test") return [task];
  const error = task.result?.errors?.[0];
  if (error !== undefined) throw new Error(`${task.name}: ${error.message}`);
  return task.tasks.flatMap(testsOf);
}

/** @param {Test} test @returns {Promise<TestResult>} */
async function resultOf(test) {
  const names = [...suitesOf(test).map(({ name }) => name), test.name];
  const start = performance.now();
  const failureMessage = await failureOf(test);
  const result = {
    id: test.id,
    name: names.join(" "),
    fileName: test.file.filepath,
    timeSpentMs: performance.now() - start,
  };
  return failureMessage === undefined
    ? { ...result, status: TestStatus.Success }
    : { ...result, status: TestStatus.Failed, failureMessage };
}

/** @param {Test} test @returns {Promise<string | undefined>} what went wrong, if anything did */
async function failureOf(test) {
  const hooks = suitesOf(test).map(getHooks);
  try {
    for (const { beforeEach } of hooks)
      for (const hook of beforeEach) await hook(test.context, test.suite ?? test.file);
    await getFn(test)();
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    for (const { afterEach } of hooks) for (const hook of afterEach) await hook(test.context, test.suite ?? test.file);
  }
}

/** @param {Test} test @returns {Suite[]} from the file inward */
function suitesOf(test) {
  /** @type {Suite[]} */
  const suites = [];
  for (let { suite } = /** @type {Task} */ (test); suite !== undefined; { suite } = suite) suites.unshift(suite);
  return [test.file, ...suites];
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
