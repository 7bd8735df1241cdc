// Stores what the built plugin finds in the example application, for the smoke test to compare with.
import { writeFileSync } from "node:fs";
import { eslintOf, examples, expectedFindings, findingsIn, root } from "./findings.js";

const findings = await findingsIn(examples, eslintOf(root));
writeFileSync(expectedFindings, findings.map((finding) => `${finding}\n`).join(""));
console.log(`${findings.length} findings stored in examples/expected-findings.txt`);
