// npm run new <rule> ["Require …" [option …]]: a rule that works, with its options, its test, its page and its line in
// rules/index.ts. It reports empty messages; what to check instead is for the author to write.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./findings.js";

const [name = "", description = `Describe what ${name} requires`, ...options] = process.argv.slice(2);
const files = new Map([
  [`rules/${name}.ts`, ruleSource()],
  [`tests/rules/${name}.test.ts`, testSource()],
  [`docs/rules/${name}.md`, pageSource()],
]);
const taken = [...files.keys()].find((file) => existsSync(join(root, file)));

if (!/^[a-z]+(-[a-z]+)+$/.test(name)) {
  fail('Usage: npm run new <rule> ["Require …" [option …]], the rule\'s name in kebab case: npm run new valid-level');
} else if (!options.every((option) => /^[a-z][A-Za-z]*$/.test(option))) {
  fail("The name of an option is in camel case: allowEmpty");
} else if (taken !== undefined) {
  fail(`${taken} exists.`);
} else {
  for (const [file, text] of files) write(join(root, file), text);
  const index = join(root, "rules/index.ts");
  write(index, withRule(readFileSync(index, "utf8")));
  console.log("Then: npx vitest run tests/rules/" + name + ".test.ts, and npm run docs");
}

function ruleSource() {
  return `import { textOf } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
${options.length === 0 ? "" : 'import { flag } from "../src/options.ts";\n'}
export default defineBreadcrumbRule({
  name: "${name}",
  description: ${JSON.stringify(description)},
  why: "A breadcrumb without words says nothing to whoever reads the trail.",
  type: "problem",
${optionTable()}  messages: {
    empty: "The message is empty, so that the breadcrumb says nothing in Sentry. Say what happened.",
  },
  check({ breadcrumb, ${options.length === 0 ? "" : "options, "}report }) {
    const message = breadcrumb.message?.value;
    if (message === undefined || textOf(message) !== "") return;${options.map((option) => `\n    if (options.${option}) return;`).join("")}
    report({ at: message, messageId: "empty" });
  },
});
`;
}

function optionTable() {
  if (options.length === 0) return "";
  const lines = options.map((option) => `    ${option}: flag(false, "Whether empty messages are allowed."),\n`);
  return `  options: {\n${lines.join("")}  },\n`;
}

function testSource() {
  return `import { js, rust } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("${name}", {
  valid: {
    "a message that says something": js\`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "saved" });
    \`,
    "a message that cannot be seen": js\`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: describe(order) });
    \`,
${options.map(validWith).join("")}  },
  invalid: {
    "an empty message": js\`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "" });
                                      ~~ empty
    \`,
    "an empty message in Rust": rust\`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn saved() {
          add_breadcrumb(Breadcrumb { message: Some("".into()), ..Default::default() });
                                                    ~~ empty
      }
    \`,
  },
});
`;
}

/** @param {string} option */
function validWith(option) {
  return `    "an empty message with the option ${option}": js({ options: { ${option}: true } })\`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "" });
    \`,
`;
}

function pageSource() {
  return `# sentry-breadcrumbs/${name}

<!-- end auto-generated rule header -->

## What happens in Sentry

A breadcrumb without words says nothing to whoever reads the trail.

## Examples

\`\`\`js incorrect
import * as Sentry from "@sentry/node";

Sentry.addBreadcrumb({ message: "" });
\`\`\`

\`\`\`js correct
import * as Sentry from "@sentry/node";

Sentry.addBreadcrumb({ message: "Order saved" });
\`\`\`

${options.length === 0 ? "" : `## Options\n\n<!-- begin auto-generated rule options list -->\n<!-- end auto-generated rule options list -->\n\n${options.map(optionSection).join("")}`}## Fix safety

The rule changes nothing.

## When not to use it

Where breadcrumbs are told apart by their category alone.
`;
}

/** @param {string} option */
function optionSection(option) {
  return `### \`${option}\`

Whether empty messages are allowed. \`false\` by default.

\`\`\`js correct options={"${option}":true}
import * as Sentry from "@sentry/node";

Sentry.addBreadcrumb({ message: "" });
\`\`\`

`;
}

/**
 * Adds the import and the entry of the rule, both in alphabetical order.
 * @param {string} index the text of rules/index.ts
 */
function withRule(index) {
  const variable = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const imported = [...index.matchAll(/^import \w+ from "\.\/.*;\n/gm)].map(([line]) => line);
  const listed = [...index.matchAll(/^ {2}"[\w-]+": \w+,\n/gm)].map(([line]) => line);
  const sorted = (/** @type {string[]} */ lines, /** @type {(line: string) => string | undefined} */ key) =>
    lines.toSorted((one, other) => ((key(one) ?? "") < (key(other) ?? "") ? -1 : 1)).join("");
  return index
    .replace(imported.join(""), () =>
      sorted([...imported, `import ${variable} from "./${name}.ts";\n`], (line) => /"\.\/(.*)\.ts"/.exec(line)?.[1]),
    )
    .replace(listed.join(""), () =>
      sorted([...listed, `  "${name}": ${variable},\n`], (line) => /"(.*)"/.exec(line)?.[1]),
    );
}

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${relative(root, file)}`);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
