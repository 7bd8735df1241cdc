// Writes llms.txt (https://llmstxt.org) from the index of the documentation and from the rules. With --check it writes
// nothing and fails when the file is stale.
import { readFileSync } from "node:fs";
import { plugin } from "./built-plugin.js";
import { writeGenerated } from "./generated.js";

const INDEX = readFileSync(new URL("../docs/README.md", import.meta.url), "utf8");

/** Items of a list, each with what is indented below it. */
const sections = INDEX.split(/^\*\*(.*)\*\*$/mu).slice(1);
const pages = sections.flatMap((title, at) => {
  if (at % 2 === 1) return [];
  const links = [...(sections[at + 1] ?? "").matchAll(/^- \[([^\]]*)\]\(([^)#]*\.md)\)(.*)$/gmu)];
  const lines = links.map(([, name, path = "", about = ""]) => {
    const from = path.startsWith("../") ? path.slice(3) : `docs/${path}`;
    return `- [${name}](${from})${about.replace(/^[,: ]+/u, ": ")}`;
  });
  return lines.length === 0 ? [] : [`## ${title}\n\n${lines.join("\n")}`];
});
const rules = Object.entries(plugin.rules ?? {}).map(
  ([name, { meta }]) => `- [${name}](docs/rules/${name}.md): ${meta?.docs?.description}`,
);
const text = `# eslint-plugin-sentry-breadcrumbs

> ESLint rules that check Sentry breadcrumbs and logs in JavaScript, TypeScript and Rust, and a command,
> \`npx sentry-breadcrumbs\`, that runs them without configuration: levels, categories, personal data, floods, hooks.

${pages.join("\n\n")}

## Each rule

${rules.join("\n")}

## For agents

- [The skill](skills/sentry-breadcrumbs/SKILL.md): breadcrumb or log, what to write, what never to write, how to check it
`;

writeGenerated("llms.txt", text);
