// Checks what messages and pages say of Sentry, and writes docs/facts.md: by the SDKs themselves, and by the sources of what
// cannot be run. Fails if something is not as tests/facts says.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { expected, MAJORS, PROBED_FACTS, SOURCE_FACTS } from "../tests/facts/facts.js";
import { saysWhat } from "../tests/facts/said.js";
import { root } from "./findings.js";
import { writeGeneratedPart } from "./generated.js";
import { packagesOnDemand } from "./on-demand.js";

/** @import { SdkFact } from "../tests/facts/of-sdk.js" */
/** @import { Source, SourceFact } from "../tests/facts/of-sources.js" */

const LINES = join(root, "tests/facts/lines.json");
const PROBE = join(root, "tests/facts/probe.js");

/** The versions of the SDKs that are no devDependencies; those for Node of which a change was made in a minor version last. */
const VERSIONS = {
  browser: ["7.120.4", "8.55.2", "9.47.2", "10.78.0", "11.12.0"],
  "vercel-edge": ["7.120.4", "8.55.2", "9.47.2", "10.78.0", "11.8.0"],
  cloudflare: ["8.55.2", "9.47.1", "10.75.3", "11.0.0"],
  deno: ["8.55.2", "9.47.1", "10.75.2"],
  node: ["7.120.4", "8.55.2", "9.47.2", ...PROBED_FACTS.flatMap(({ since = [] }) => since)],
};

const HELP = `Usage: node scripts/facts.js [--all [--newest]] [--check]

Asks the SDKs that are installed here whether the facts in tests/facts are true, and writes docs/facts.md.

  --all     also ask all other versions and platforms, from the npm registry, and read the sources on GitHub
  --newest  with --all: read today's sources instead of the recorded commits
  --check   write nothing, and fail if the page is stale`;

const { all, newest, check, help } = parseArgs({
  options: {
    all: { type: "boolean" },
    newest: { type: "boolean" },
    check: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  },
}).values;
if (help) {
  console.log(HELP);
  process.exit();
}

/** @type {string[]} */
const turned = [];

/**
 * Asks an SDK, and notes what is not as it should be.
 * @param {string} folder of its package
 * @param {string} sdk
 * @param {readonly (readonly [fact: SdkFact, is: boolean])[]} facts
 */
function ask(folder, sdk, facts) {
  const ids = facts.map(([{ id }]) => id);
  if (ids.length === 0) return;
  const output = execFileSync(process.execPath, [PROBE, folder, sdk, ...ids], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  /** @type {{ version: string; answers: Readonly<Record<string, boolean>> }} */
  const { version, answers } = JSON.parse(output);
  for (const [{ id, says }, is] of facts) {
    if (answers[id] !== is) turned.push(`${id} is ${is ? "false" : "true"} of @sentry/${sdk} ${version}: ${says}`);
  }
}

/** The facts that an SDK of a major version is asked. @param {string} sdk @param {number} major */
function factsFor(sdk, major) {
  return PROBED_FACTS.flatMap((fact) => {
    const is = expected(fact, major);
    return (fact.sdk ?? "node") === sdk && is !== undefined ? [/** @type {const} */ ([fact, is])] : [];
  });
}

async function askOthers() {
  for (const [sdk, versions] of Object.entries(VERSIONS)) {
    const names = [...new Set(versions)].map((version) => /** @type {const} */ ([`sentry-${version}`, version]));
    const packages = Object.fromEntries(names.map(([name, version]) => [name, `npm:@sentry/${sdk}@${version}`]));
    const folder = await packagesOnDemand(`facts-${sdk}`, packages);
    for (const [name, version] of names) {
      const of = PROBED_FACTS.filter(({ since }) => sdk === "node" && since?.includes(version) === true);
      const changes = of.map((fact) => /** @type {const} */ ([fact, fact.since?.[1] === version]));
      const facts = changes.length > 0 ? changes : factsFor(sdk, Number.parseInt(version, 10));
      ask(join(folder, "node_modules", name), sdk, facts);
    }
  }
}

/**
 * The text of a source; undefined where GitHub is out of reach.
 * @param {Source} source
 */
async function textOf({ repository, commit, path }) {
  const at = newest ? "HEAD" : commit;
  const file = join(root, ".cache/sources", repository, at, path);
  if (!newest && existsSync(file)) return readFileSync(file, "utf8");
  const response = await fetch(`https://raw.githubusercontent.com/${repository}/${at}/${path}`).catch(() => undefined);
  if (response === undefined) return undefined;
  const text = response.ok ? await response.text() : "";
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return text;
}

/** @param {Source} source */
const keyOf = ({ repository, commit, path, text }) => `${repository} ${commit} ${path} ${text}`;

/** @type {Record<string, number>} */
const lines = JSON.parse(readFileSync(LINES, "utf8"));

async function readSources() {
  let unread = 0;
  for (const { id, sources } of SOURCE_FACTS) {
    for (const source of sources) {
      const text = await textOf(source);
      const line = text?.split("\n").findIndex((each) => each.includes(source.text));
      if (line === undefined) unread += 1;
      else if (line < 0) turned.push(`${id}: ${source.repository}, ${source.path} no longer has: ${source.text}`);
      else if (!newest) lines[keyOf(source)] = line + 1;
    }
  }
  if (unread > 0) console.error(`GitHub is out of reach: ${String(unread)} places in sources were not read.`);
}

/** @param {string} text */
const cell = (text) => text.replaceAll("|", "\\|");

/** @param {SdkFact | SourceFact} fact */
const saidBy = ({ id, by }) =>
  saysWhat(id, by)
    .map((page) => `[${page.replace(/^.*\//, "").replace(/\.md$/, "")}](${page})`)
    .join(", ");

/** @param {SdkFact} fact */
function probedRow(fact) {
  const cells = MAJORS.map((major) => ({ true: "yes", false: "no" })[String(expected(fact, major))] ?? "");
  const since = fact.since === undefined ? "" : ` Since ${fact.since[1]}.`;
  return `| \`${fact.id}\` | ${cell(fact.says)}${since} | ${saidBy(fact)} | ${cells.join(" | ")} |`;
}

/** @param {Source} source */
function linkOf(source) {
  const line = lines[keyOf(source)];
  const place = `https://github.com/${source.repository}/blob/${source.commit}/${source.path}`;
  const name = source.path.replace(/^.*\//, "");
  return `[${name}${line === undefined ? "" : `:${String(line)}`}](${place}${line === undefined ? "" : `#L${String(line)}`})`;
}

/** @param {SourceFact} fact */
function readRow(fact) {
  const repository = fact.sources[0]?.repository.replace("getsentry/", "") ?? "";
  const links = [...new Set(fact.sources.map(linkOf))].join(", ");
  return `| \`${fact.id}\` | ${cell(fact.says)} | ${saidBy(fact)} | ${repository}: ${links} | ${fact.isTrue === undefined ? "" : "yes"} |`;
}

/** @param {readonly string[]} head @param {readonly string[]} rows */
const table = (head, rows) => `| ${head.join(" | ")} |\n|${head.map(() => " :-- |").join("")}\n${rows.join("\n")}\n`;

for (const major of [10, 11])
  ask(join(root, "node_modules", `sentry-node-${String(major)}`), "node", factsFor("node", major));
if (all) {
  await askOthers();
  await readSources();
}

const probed = table(["Id", "Statement", "Said by", ...MAJORS.map(String)], PROBED_FACTS.map(probedRow));
const read = table(["Id", "Statement", "Said by", "Source", "Model"], SOURCE_FACTS.map(readRow));
for (const each of turned) console.error(`No longer as stated: ${each}`);
if (turned.length > 0) process.exitCode = 1;
if (!check) writeFileSync(LINES, `${JSON.stringify(lines, null, 2)}\n`);
writeGeneratedPart("docs/facts.md", "facts", `## Run\n\n${probed}\n## Read\n\n${read}`.trimEnd(), "npm run facts");
