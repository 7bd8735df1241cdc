// npm run bench [-- rounds]: what linting with the plugin costs. Prints ratios of one run on one machine; never fails
// on them. Each measurement is a process of its own, and the ways to lint take turns, so that a busy machine slows
// all of them alike.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { realTrees } from "./trees.js";

const WAYS = ["without", "recommended", "all"];
const rounds = Number(process.argv[2] ?? 3);

const folders = realTrees();
/** @type {Record<string, { files: number, seconds: number, secondsInRules: number }>[]} */
const turns = Array.from({ length: rounds }, () =>
  Object.fromEntries(WAYS.map((way) => [way, measure("lint-tree.js", way, ...folders)])),
);
const files = turns[0]?.["all"]?.files;
console.log(`Real TypeScript (effect, rxjs: ${files} files), ${rounds} rounds, processor time:`);
for (const way of ["recommended", "all"]) {
  const against = turns.map((turn) => ratio(turn[way]?.seconds, turn["without"]?.seconds));
  const share = turns.map((turn) => ratio(turn[way]?.secondsInRules, turn[way]?.seconds));
  const spread = `${percent(Math.min(...against) - 1)} to ${percent(Math.max(...against) - 1)}`;
  console.log(
    `  ${way.padEnd(12)} ${percent(median(share))} of the run is in our rules;`,
    `against a run without: ${percent(median(against) - 1)} (${spread})`,
  );
}

/** @type {number[]} */
const imports = Array.from({ length: 11 }, () => measure("import.js").milliseconds);
console.log(`Import of the plugin after ESLint: ${median(imports).toFixed(1)} ms`);

/** @type {{ count: number, milliseconds: number }[]} */
const growth = measure("growth.js");
console.log("One file, all rules, beyond ESLint itself:");
growth.forEach(({ count, milliseconds }, index) => {
  const before = growth[index - 1];
  const factor = before === undefined ? "" : ` (× ${ratio(milliseconds, before.milliseconds).toFixed(2)})`;
  const each = ((milliseconds / count) * 1000).toFixed(0);
  console.log(`  ${count} breadcrumbs: ${milliseconds.toFixed(0)} ms, ${each} µs each${factor}`);
});

/**
 * @param {string} script
 * @param {string[]} parameters
 * @returns {any} what the script printed
 */
function measure(script, ...parameters) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [path, ...parameters], { encoding: "utf8", maxBuffer: 1e8 }));
}

/** @param {number | undefined} one @param {number | undefined} other */
function ratio(one, other) {
  return one === undefined || other === undefined ? NaN : one / other;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(2)} %`;
}
