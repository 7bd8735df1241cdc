// Writes the rules' pages as HTML, which a browser shows without a server or network: each is complete by itself.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { anchorOf } from "./anchor.js";
import { root } from "./findings.js";
import { sampleHead } from "./samples.js";

const STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:52rem;padding:0 1rem;overflow-wrap:break-word}
code,pre{font:.9em/1.5 ui-monospace,monospace}
pre{border:1px solid #8886;border-radius:4px;overflow-x:auto;padding:.75rem}
table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{border:1px solid #8886;padding:.3rem .6rem;text-align:start;vertical-align:top}
.incorrect,.correct{border-inline-start:4px solid #b26a00;margin:1rem 0 0;padding-inline-start:.5rem}
.correct{border-color:#2a7d2e}
@media print{body{margin:0}pre{white-space:pre-wrap}}
`.trim();

/** @param {string} folder where the pages go */
export function writeRulePages(folder) {
  mkdirSync(folder, { recursive: true });
  const pages = join(root, "docs/rules");
  for (const file of readdirSync(pages)) {
    const rule = basename(file, ".md");
    writeFileSync(join(folder, `${rule}.html`), pageOf(rule, readFileSync(join(pages, file), "utf8")));
  }
}

/**
 * A rule's page as HTML.
 * @param {string} rule its name
 * @param {string} markdown
 */
export function pageOf(rule, markdown) {
  const body = micromark(withSampleHeads(markdown, `docs/rules/${rule}.md`), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  })
    .replace(/<!--[^]*?-->\n?/gu, "")
    .replace(/(?<=<a href=")(?<path>[^"#:]+)\.md(?=["#])/gu, (_, /** @type {string} */ path) => linked(path))
    .replace(
      /<(h[2-6])>(.*)<\/\1>/gu,
      (_, /** @type {string} */ tag, /** @type {string} */ text) =>
        `<${tag} id="${anchorOf(text.replace(/<[^>]*>/gu, ""))}">${text}</${tag}>`,
    );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${rule}</title>
<style>${STYLE}</style>
<main>
${body}
</main>
</html>
`;
}

/**
 * Says above each sample what its fence says to the tests.
 * @param {string} markdown
 * @param {string} path of the page
 */
function withSampleHeads(markdown, path) {
  return markdown.replace(/^(?:(?:Incorrect|Correct):\n\n)?```(.*)$/gmu, (fence, /** @type {string} */ info) => {
    const sample = sampleHead(info, path);
    if (sample === undefined) return fence;
    const { language, verdict, options } = sample;
    const head = verdict === "correct" ? "Correct" : "Incorrect";
    const json = options === undefined ? "" : JSON.stringify(options).replaceAll('"', "&quot;");
    const given = json === "" ? "" : `, with the options <code>${json}</code>`;
    return `<p class="${verdict}">${head}${given}</p>\n\n\`\`\`${language}`;
  });
}

/**
 * Rules link to rules as HTML, to other pages as the package has them.
 * @param {string} path without its ending
 */
function linked(path) {
  return path.includes("/") ? `../../../docs/${path.replace(/^\.\.\//u, "")}.md` : `${path}.html`;
}
