// Builds the page of `sentry-breadcrumbs inventory --html`: one HTML file with its script and style in it, which loads
// nothing, and a place for the data that the command puts in.
//
// Its charts are drawn by Observable Plot (ISC, by the authors of D3): they are SVG, so that each bar can be a button
// for the keyboard and a screen reader, takes its colours from the page's themes, and prints sharply. Of Plot only what
// the page draws with is bundled, about 240 KB. Chart.js and uPlot draw on a canvas, in which nothing can have the
// focus; ECharts has SVG, too, and is more than twice the size.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./findings.js";

const SOURCE = join(root, "src/cli/inventory/page");

/**
 * Builds the page.
 * @param {string} file where it goes
 */
export async function buildPage(file) {
  const bundle = await rolldown({ input: join(SOURCE, "main.ts"), platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  const script = output[0].code.trim();
  // The page is passed on alone, and with it what it is made of.
  const licences = licencesOf(output[0].moduleIds);
  if (/<\/script|<!--/iu.test(script + licences))
    throw new Error("A block of the page would end or become a comment early.");
  /** @type {Record<string, string>} */
  const parts = {
    script,
    licences,
    style: readFileSync(join(SOURCE, "style.css"), "utf8").trim(),
    // By it the browser runs this script and no other.
    "script-hash": `sha256-${createHash("sha256").update(script).digest("base64")}`,
  };
  let page = readFileSync(join(SOURCE, "index.html"), "utf8");
  for (const [name, part] of Object.entries(parts)) {
    const [before, after, ...more] = page.split(`{{${name}}}`);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`index.html has to hold {{${name}}} once.`);
    page = before + part + after;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
}

/**
 * The licences of the packages that some modules belong to, as they ask to be passed on.
 * @param {readonly string[]} modules absolute paths
 */
function licencesOf(modules) {
  const folders = new Set(modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(path) ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
      const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}
