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
console.log(`Real TypeScript (effect, rxjs, viem: ${files} files), ${rounds} rounds, processor time:`);
for (const way of ["recommended", "all"]) {
  const against = turns.map((turn) => ratio(turn[way]?.seconds, turn["without"]?.seconds));
  const share = turns.map((turn) => ratio(turn[way]?.secondsInRules, turn[way]?.seconds));
  const spread = `${percent(Math.min(...against) - 1)} to ${percent(Math.max(...against) - 1)}`;
  console.log(
    `  ${way.padEnd(12)} ${percent(median(share))} of the run is in our rules;`,
    `against a run without: ${percent(median(against) - 1)} (${spread})`,
  );
}

/** @type {{ without: { files: number, rules: number, milliseconds: number }, all: { milliseconds: number } }[]} */
const oxlint = Array.from({ length: rounds }, () => ({
  without: measure("lint-oxlint.js", "without", ...folders),
  all: measure("lint-oxlint.js", "all", ...folders),
}));
const slower = oxlint.map(({ without, all }) => ratio(all.milliseconds, without.milliseconds));
console.log(
  `oxlint, the same tree (${oxlint[0]?.without.files} files), all our rules beside ${oxlint[0]?.without.rules} of its own:`,
);
console.log(
  `  × ${median(slower).toFixed(2)} the time of its own alone`,
  `(${Math.min(...slower).toFixed(2)} to ${Math.max(...slower).toFixed(2)})`,
);

/** @type {number[]} */
const imports = Array.from({ length: 11 }, () => measure("import.js").milliseconds);
const fastest = Math.min(...imports);
console.log(
  `Import of the plugin after ESLint, processor time: ${median(imports).toFixed(1)} ms (at best ${fastest.toFixed(1)})`,
);

/** @typedef {{ count: number, milliseconds: number }[]} Series */
/** @type {{ breadcrumbs: Series, rules: Series }} */
const growth = measure("growth.js");
for (const [what, series] of Object.entries(growth)) {
  console.log(`One file, by its number of ${what}, beyond ESLint itself:`);
  series.forEach(({ count, milliseconds }, index) => {
    const before = series[index - 1];
    const factor = before === undefined ? "" : ` (× ${ratio(milliseconds, before.milliseconds).toFixed(2)})`;
    const each = ((milliseconds / count) * 1000).toFixed(0);
    console.log(`  ${count} ${what}: ${milliseconds.toFixed(0)} ms, ${each} µs each${factor}`);
  });
}

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
