// The site is the documentation as it is in docs/, with what the rules report of its samples, and a playground.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { defineConfig, type DefaultTheme } from "vitepress";
import { anchorOf } from "../../scripts/anchor.js";
import { linterParts } from "./linter-parts.ts";
import { writeServiceWorker } from "./offline.ts";
import { showFindings, underlining } from "./samples.ts";

const root = resolve(import.meta.dirname, "../..");
/** Where a host serves the site: GitHub's pages have the name of the repository before each path. */
const base = process.env["SITE_BASE"] ?? "/";

/** Pages beside docs/ that its pages link to. */
const BESIDE_DOCS = ["CHANGELOG.md", "CONTRIBUTING.md", "README.md", "SECURITY.md", "CODE_OF_CONDUCT.md"];

const page = (text: string, path: string): DefaultTheme.SidebarItem => ({ text, link: `/docs/${path}` });

/** The pages of the ways to Sentry, by their headings. */
const ways = readdirSync(join(root, "site/ways"))
  .filter((file) => file !== "index.md")
  .map((file) => {
    const [, text = file] = /^# (.*)$/mu.exec(readFileSync(join(root, "site/ways", file), "utf8")) ?? [];
    return { text, link: `/ways/${file.slice(0, -3)}` };
  })
  .sort((one, other) => one.text.localeCompare(other.text));

export default defineConfig({
  title: "sentry-breadcrumbs",
  description: "Lint rules that make Sentry breadcrumbs trustworthy, in JavaScript, TypeScript and Rust",
  lang: "en",
  base,
  srcDir: "..",
  srcExclude: ["{.cache,.github,coverage,examples,src,tests}/**"],
  rewrites: { "site/:path*": ":path*" },
  outDir: "../dist/site",
  cacheDir: "../.cache/site",
  lastUpdated: false,
  themeConfig: {
    nav: [
      { text: "Documentation", link: "/docs/README" },
      { text: "Rules", link: "/README#rules" },
      { text: "Playground", link: "/playground" },
    ],
    sidebar: [
      {
        text: "Getting started",
        items: [{ text: "Overview", link: "/README" }, page("Adopting the rules", "adopt"), page("The command", "cli")],
      },
      { text: "Rust", items: [page("Rust", "rust")] },
      { text: "CI", items: [page("In CI", "ci")] },
      {
        text: "Editors",
        items: [
          page("Editors", "editors"),
          page("oxlint", "oxlint"),
          page("Biome", "biome"),
          page("In a browser", "browser"),
        ],
      },
      {
        text: "Rules",
        items: [
          page("Presets", "presets"),
          ...readdirSync(join(root, "docs/rules"))
            .filter((file) => file.endsWith(".md"))
            .map((file) => page(file.slice(0, -3), `rules/${file.slice(0, -3)}`)),
        ],
      },
      { text: "Settings", items: [page("Settings", "settings")] },
      { text: "Personal data", items: [page("Sensitive data", "sensitive-data"), page("Security", "security")] },
      { text: "Ways to Sentry", items: [{ text: "Overview", link: "/ways/" }, ...ways] },
      {
        text: "Facts",
        items: [
          page("What does Sentry do with …?", "questions"),
          page("Facts", "facts"),
          page("Versioning", "versioning"),
        ],
      },
      {
        text: "Internals",
        items: [
          page("Architecture", "architecture"),
          { text: "Contributing", link: "/CONTRIBUTING" },
          { text: "Changelog", link: "/CHANGELOG" },
        ],
      },
    ],
    outline: [2, 3],
    search: { provider: "local" },
  },
  // The theme's home page has no landmark for what it is about.
  transformHtml: (code) => code.replace('class="VPContent is-home"', 'role="main" $&'),
  buildEnd({ outDir }) {
    const index = readFileSync(join(root, "llms.txt"), "utf8");
    writeFileSync(join(outDir, "llms.txt"), index.replaceAll(/(?<=\]\([^)\s]*)\.md(?=[)#])/gu, ".html"));
    writeServiceWorker(outDir);
  },
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    codeTransformers: [underlining],
    // As GitHub makes anchors, for which the pages are written.
    anchor: { slugify: anchorOf },
    config(md) {
      showFindings(md, base);
      md.core.ruler.push("files", linkFiles);
    },
  },
  vite: {
    resolve: {
      alias: {
        "sentry-breadcrumbs/browser": join(root, "dist/command/browser.js"),
        "node:path": join(root, "site/node_modules/path-browserify/index.js"),
      },
    },
    worker: { format: "es", plugins: () => [linterParts(root)] },
    server: { fs: { allow: [root] } },
  },
});

interface Token {
  readonly type: string;
  readonly children: readonly Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

/** Has links to the site's own pages lead there, and those to files that are no pages to the published package. */
function linkFiles({ tokens, env }: { tokens: readonly Token[]; env: { readonly path?: string } }): void {
  const folder = dirname(env.path ?? root);
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const href = token.attrGet("href");
    if (token.type !== "link_open" || href === null || /^(?:[a-z]+:|#|\/)/u.test(href)) continue;
    const [file = "", anchor] = href.split("#");
    const path = posix.relative(root, resolve(folder, file));
    if (!existsSync(join(root, path)) || isPage(path)) continue;
    if (path.startsWith("site/")) {
      token.attrSet("href", path.slice("site".length).replace(/(?:index)?\.md$/u, ""));
      continue;
    }
    token.attrSet("href", `https://unpkg.com/eslint-plugin-sentry-breadcrumbs/${path}${anchor ? `#${anchor}` : ""}`);
  }
}

function isPage(path: string): boolean {
  return /^docs\/.*\.md$/u.test(path) || BESIDE_DOCS.includes(path);
}
