// Compiles what every fix and suggestion makes of sample.rs with rustc, against small stand-ins for Sentry's types.
// `npm run test:rustc`; exits 0 with a word where there is no rustc.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import { plugin } from "../../scripts/built-plugin.js";

const folder = new URL(".", import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), "sentry-breadcrumbs-rustc-"));

/** @param {string[]} words */
const rustc = (...words) => spawnSync("rustc", ["--edition", "2021", ...words], { encoding: "utf8" });

/**
 * @param {string} code
 * @returns {string} what rustc has against it; empty when it compiles
 */
function objections(code) {
  writeFileSync(join(work, "sample.rs"), code);
  const library = `sentry=${join(work, "libsentry.rlib")}`;
  const output = ["--crate-type", "lib", "--emit", "metadata", "--out-dir", work];
  const { status, stderr } = rustc(...output, "--extern", library, join(work, "sample.rs"));
  return status === 0 ? "" : stderr;
}

try {
  if (rustc("--version").error !== undefined) {
    console.log("There is no rustc on this machine; nothing was compiled.");
  } else {
    const made = rustc("--crate-type", "rlib", "--crate-name", "sentry", "--out-dir", work, join(folder, "sentry.rs"));
    if (made.status !== 0) throw new Error(made.stderr);
    compileEdits(readFileSync(join(folder, "sample.rs"), "utf8"));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @param {string} sample */
function compileEdits(sample) {
  const preset = plugin.configs["rust-strict"];
  const messages = new Linter().verify(sample, [preset], { filename: "sample.rs" });
  const edits = messages.flatMap(({ ruleId, fix, suggestions = [] }) => [
    ...(fix === undefined ? [] : [{ ruleId, by: "the fix", fix }]),
    ...suggestions.map(({ desc, fix }) => ({ ruleId, by: desc, fix })),
  ]);
  /** @type {typeof edits} */
  const unchanged = [{ ruleId: null, by: "the sample itself", fix: { range: [0, 0], text: "" } }];
  let failed = 0;
  for (const { ruleId, by, fix } of [...unchanged, ...edits]) {
    const wrong = objections(sample.slice(0, fix.range[0]) + fix.text + sample.slice(fix.range[1]));
    if (wrong === "") continue;
    failed++;
    console.error(`${ruleId ?? ""} ${by}\n${wrong}`);
  }
  console.log(`rustc compiled ${String(edits.length + 1 - failed)} of ${String(edits.length + 1)} texts.`);
  if (failed > 0 || edits.length === 0) process.exitCode = 1;
}
