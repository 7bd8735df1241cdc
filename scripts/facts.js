// Writes docs/facts.md: what the messages of the rules say of Sentry's SDK, and of which versions that is true, as the SDKs
// themselves show. Fails if one of them no longer does what tests/facts/statements.js says. With --check it writes nothing and
// also fails if the page is stale.
import { execFileSync } from "node:child_process";
import { STATEMENTS } from "../tests/facts/statements.js";
import { writeGeneratedPart } from "./generated.js";

const PROBE = new URL("../tests/facts/probe.js", import.meta.url).pathname;
const MAJORS = [10, 11];

const answers = MAJORS.map((major) => {
  const output = execFileSync(process.execPath, [PROBE, `sentry-node-${String(major)}`], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return /** @type {{ version: string; answers: boolean[] }} */ (JSON.parse(output));
});

/** @type {string[]} */
const turned = [];
const rows = STATEMENTS.map(({ id, says, holdsIn }, index) => {
  const cells = MAJORS.map((major, at) => {
    const is = answers[at]?.answers[index] === true;
    if (is !== holdsIn.includes(major)) turned.push(`${id}, in ${answers[at]?.version ?? "?"}: ${says}`);
    return is ? "yes" : "no";
  });
  return `| ${says} | [${id}](rules/${id.split("/")[0] ?? ""}.md) | ${cells.join(" | ")} |`;
});
const head = `| Statement | Said by | ${MAJORS.join(" | ")} |\n| :-- | :-- |${MAJORS.map(() => " :-- |").join("")}`;
for (const each of turned) console.error(`No longer as stated: ${each}`);
if (turned.length > 0) process.exitCode = 1;
writeGeneratedPart("docs/facts.md", "table of facts", [head, ...rows].join("\n"), "npm run facts");
