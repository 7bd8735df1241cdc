// Compiles what every fix and suggestion makes of sample.rs and of surroundings.js with rustc, the samples of the page on
// Rust, and the ways by which an address reaches Sentry, against small stand-ins for the crates.
// `npm run test:rustc`; exits 0 with a word where there is no rustc.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import { plugin } from "../../scripts/built-plugin.js";
import { RUST } from "../doors/roads.js";
import { programs } from "./surroundings.js";

const folder = new URL(".", import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), "sentry-breadcrumbs-rustc-"));

/** What the samples take for given, as the text around them does. */
const GIVEN = `#[allow(unused_imports)] use sentry::{add_breadcrumb, Breadcrumb};
pub struct Office { pub email: &'static str }
`;

/** What the ways to Sentry take for given. */
const ROADS_GIVEN = `pub use sentry::Breadcrumb;
pub struct User { pub email: String }
`;

/** The crates for which files here stand in. */
const CRATES = ["sentry", "tracing", "log", "slog"];

/** @param {string[]} words */
const rustc = (...words) => spawnSync("rustc", ["--edition", "2021", ...words], { encoding: "utf8" });

/**
 * @param {string} code
 * @returns {string} what rustc has against it; empty when it compiles
 */
function objections(code) {
  writeFileSync(join(work, "sample.rs"), code);
  const libraries = CRATES.flatMap((name) => ["--extern", name]);
  const output = ["--crate-type", "lib", "--emit", "metadata", "--out-dir", work, "-L", work];
  const { status, stderr } = rustc(...output, ...libraries, join(work, "sample.rs"));
  return status === 0 ? "" : stderr;
}

/** @param {string} name of a crate for which a file here stands in */
function makeCrate(name) {
  const type = name === "instrument" ? "proc-macro" : "rlib";
  const from = name === "tracing" ? ["--extern", "instrument", "-L", work] : [];
  const made = rustc(
    "--crate-type",
    type,
    "--crate-name",
    name,
    ...from,
    "--out-dir",
    work,
    join(folder, `${name}.rs`),
  );
  if (made.status !== 0) throw new Error(made.stderr);
}

try {
  if (rustc("--version").error !== undefined) {
    console.log("There is no rustc on this machine; nothing was compiled.");
  } else {
    for (const name of ["instrument", ...CRATES]) makeCrate(name);
    compileEdits(readFileSync(join(folder, "sample.rs"), "utf8"));
    compileSamples(readFileSync(join(folder, "../../docs/rust.md"), "utf8"));
    compileRoads();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @param {string} sample */
function compileEdits(sample) {
  const alone = editsOf(sample, plugin.configs["rust-strict"].rules);
  const around = programs().flatMap(({ rules, code }) => editsOf(code, rules));
  const lossy = [...alone, ...around].filter(({ loses }) => loses !== "");
  const wrong = [...lossy, ...alone.filter(({ code }) => objections(code) !== ""), ...wrongAmong(around)];
  for (const { by, code, loses } of wrong) console.error(`${by}\n${loses === "" ? objections(code) : loses}\n${code}`);
  const count = alone.length + around.length;
  console.log(`rustc compiled ${String(count - wrong.length)} of ${String(count)} texts.`);
  if (wrong.length > 0 || alone.length < 10 || around.length < 200) process.exitCode = 1;
}

/** @param {string} page */
function compileSamples(page) {
  const samples = Array.from(page.matchAll(/^```rust\n(.*?)^```$/gmsu), ([, code = ""]) => code);
  const functions = samples.map(
    (code, index) => `#[allow(unused)] pub fn sample${index}(breadcrumb: Breadcrumb, office: Office) {\n${code}}\n`,
  );
  const wrong = functions.filter((code) => objections(GIVEN + code) !== "");
  for (const code of wrong) console.error(`${objections(GIVEN + code)}\n${code}`);
  console.log(`rustc compiled ${samples.length - wrong.length} of ${samples.length} samples of docs/rust.md.`);
  if (wrong.length > 0 || samples.length === 0) process.exitCode = 1;
}

/** Each in a module of its own, of one crate. */
function compileRoads() {
  const roads = Object.values(RUST).flat();
  const modules = roads.map((road, index) => `mod road${String(index)} { use super::*; ${road} }\n`);
  const wrong = objections(`#![allow(dead_code, unused)]\n${ROADS_GIVEN}${modules.join("")}`);
  console.log(`rustc compiled ${wrong === "" ? roads.length : 0} of ${roads.length} ways to Sentry.`);
  if (wrong === "") return;
  console.error(wrong);
  process.exitCode = 1;
}

/** @typedef {{ readonly by: string; readonly code: string; readonly loses: string }} Text */

/**
 * A text, and what every fix and suggestion makes of it.
 * @param {string} code
 * @param {import("eslint").Linter.Config["rules"]} rules
 * @returns {readonly Text[]}
 */
function editsOf(code, rules) {
  const preset = plugin.configs["rust-strict"];
  const messages = new Linter().verify(code, [{ ...preset, ...(rules && { rules }) }], { filename: "sample.rs" });
  const edits = messages.flatMap(({ ruleId, fix, suggestions = [] }) => [
    ...(fix === undefined ? [] : [{ by: `${String(ruleId)} the fix`, fix }]),
    ...suggestions.map(({ desc, fix }) => ({ by: `${String(ruleId)} ${desc}`, fix })),
  ]);
  const written = edits.map(({ by, fix: { range, text } }) => {
    const after = code.slice(0, range[0]) + text + code.slice(range[1]);
    return { by, code: after, loses: commentsIn(code) === commentsIn(after) ? "" : "a comment is lost" };
  });
  return [{ by: "the text itself", code, loses: "" }, ...written];
}

/** @param {string} code */
function commentsIn(code) {
  return (code.match(/\/\*[^]*?\*\/|\/\/.*/g) ?? []).join();
}

/**
 * The texts that do not compile, found by halves: each is a module of one file.
 * @param {readonly Text[]} texts
 * @returns {readonly Text[]}
 */
function wrongAmong(texts) {
  const file = texts.map(({ code }, index) => `pub mod m${String(index)} {\n${code}}\n`).join("");
  if (objections(file) === "") return [];
  if (texts.length === 1) return texts;
  const half = Math.ceil(texts.length / 2);
  return [...wrongAmong(texts.slice(0, half)), ...wrongAmong(texts.slice(half))];
}
