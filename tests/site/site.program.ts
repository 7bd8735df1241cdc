import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { buildSite } from "../../scripts/build-site.js";
import { root } from "../../scripts/findings.js";
import { describeInChromium, objectionsTo } from "../support/chromium.ts";
import { serveSite, siteFile, type PageServer } from "../support/serve.js";

const SITE = join(root, "dist/site");
/** Where a host may serve it: below a folder. */
const BASE = "/somewhere/";
/** How long a page may take on a machine that is busy with other tests. */
const SOON = { timeout: 30_000 };
/**
 * What the theme and the editor decide: a button that shows the keys beside its name, and a part that scrolls with
 * the editor, which the keyboard reaches.
 */
const DECIDED_ELSEWHERE = [".DocSearch-Button", ".cm-scroller"];
await describeInChromium("the site", (browser) => {
  let server: PageServer;
  let address: string;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    buildSite({ SITE_BASE: BASE });
    server = await serveSite(BASE);
    ({ address } = server);
  }, 600_000);
  afterAll(() => {
    server.close();
  });
  beforeEach(async () => {
    page = await browser().newPage();
    troubles = [];
    page.on("console", (message) => troubles.push(`${message.type()}: ${message.text()} ${message.location().url}`));
    page.on("pageerror", ({ message }) => troubles.push(message));
    page.on("request", (request) => {
      if (!/^(?:data|blob):/u.test(request.url()) && !request.url().startsWith(address))
        troubles.push(`request of ${request.url()}`);
    });
  });
  afterEach(async () => {
    await page.close();
    expect(troubles).toEqual([]);
  });

  const findings = () => page.locator(".playground .messages li");
  /** Opens a page, and waits until it answers to clicks. */
  const visit = async (path: string): Promise<void> => {
    await page.goto(address + path);
    await page.waitForFunction("document.querySelector('#app').__vue_app__ !== undefined");
  };
  const openPlayground = async (hash = ""): Promise<void> => {
    await page.goto(`${address}playground${hash}`);
    await findings().first().waitFor();
  };
  const type = async (text: string): Promise<void> => {
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(text);
  };

  it("has a page for each page of the documentation", () => {
    const pages = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".md"),
    );
    const missing = pages.filter((file) => !existsSync(join(SITE, "docs", file.replace(/md$/u, "html"))));
    expect(missing).toEqual([]);
  });

  it("has something behind each of its links", () => {
    const files = readdirSync(SITE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
    const ids = new Map<string, ReadonlySet<string | undefined>>();
    const idsOf = (file: string): ReadonlySet<string | undefined> => {
      const known =
        ids.get(file) ?? new Set(Array.from(readFileSync(file, "utf8").matchAll(/id="([^"]*)"/gu), ([, id]) => id));
      ids.set(file, known);
      return known;
    };
    const dead = files.flatMap((file) =>
      [...readFileSync(join(SITE, file), "utf8").matchAll(/<a [^>]*?href="([^"]*)"/gu)].flatMap(([, href = ""]) => {
        const { origin, pathname, hash } = new URL(href, `http://here${BASE}${file}`);
        if (origin !== "http://here" || pathname === `${BASE}playground`) return [];
        const target = siteFile(decodeURIComponent(pathname.slice(BASE.length)));
        const isThere = target !== undefined && (hash === "" || idsOf(target).has(decodeURIComponent(hash.slice(1))));
        return isThere ? [] : [`${file}: ${href}`];
      }),
    );
    expect(files.length).toBeGreaterThan(60);
    const index = readFileSync(join(SITE, "llms.txt"), "utf8");
    const linked = Array.from(index.matchAll(/\]\(([^)#\s]+)/gu), ([, path = ""]) => path);
    expect(linked.length).toBeGreaterThan(30);
    expect(linked.filter((path) => siteFile(path) === undefined)).toEqual([]);
    expect(dead).toEqual([]);
  });

  it.each(["", "docs/cli", "docs/rules/no-pii", "docs/questions", "ways/", "ways/console", "playground"])(
    "has nothing to object to on /%s: accessible, dark and light, on a phone as on a desk",
    async (path) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(address + path);
          if (path === "playground") await findings().first().waitFor();
          expect(await objectionsTo(page, DECIDED_ELSEWHERE)).toEqual([]);
          const isWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
          expect(isWide).toBe(false);
        }
      }
    },
  );

  it("shows what a rule reports of a sample, and what a fix makes of it", async () => {
    await visit("docs/rules/valid-level");
    const sample = page.locator(".sample").first();
    expect(await sample.locator(".finding").allTextContents()).toEqual(['"warn"', '"ERROR"', '"critical"']);
    await sample.locator("summary").click();
    expect(await sample.locator("ins").first().textContent()).toContain('level: "warning"');
    await sample.getByText("Open in the playground").click();
    await findings().first().waitFor();
    expect(await findings().first().textContent()).toContain("warning");
  });

  it("has a page for each way to Sentry, which says which rule reports its sample", async () => {
    await visit("ways/console");
    expect(await page.locator(".finding").allTextContents()).toEqual(["user.email", "password"]);
    const records = page.getByRole("row", { name: "Cloudflare and Vercel Edge" });
    expect(await records.textContent()).toContain("from version 9 on");
    await page.getByRole("link", { name: "Requests by fetch" }).click();
    await page.getByRole("heading", { name: "Requests by fetch" }).waitFor();
  });

  it("is dark where its editor is, and prints pages without what surrounds them", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await openPlayground();
    // The editor's colours are turned round as a whole.
    const color = await page.evaluate("getComputedStyle(document.querySelector('.cm-content')).color");
    expect(color).toBe("rgb(0, 0, 0)");
    await page.emulateMedia({ colorScheme: "light", media: "print" });
    await visit("docs/rules/valid-level");
    for (const part of [".VPNav", ".VPSidebar", ".VPDocFooter", ".sample .open"])
      expect(await page.locator(part).first().isVisible()).toBe(false);
    expect(await page.locator(".sample ins").first().isVisible()).toBe(true);
  });

  it("finds pages by their words", async () => {
    await visit("");
    await page.getByRole("button", { name: "Search" }).first().click();
    await page.locator("#localsearch-input").fill("timestamp");
    await page.locator(".result").first().waitFor();
    expect(await page.locator(".result").allTextContents()).toContainEqual(expect.stringMatching(/timestamp/iu));
  });

  it("lints while one types, in both languages, and fixes", async () => {
    await openPlayground();
    await type('import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ level: "warn" });\n');
    await expect.poll(() => findings().allTextContents(), SOON).toEqual([expect.stringContaining("valid-level")]);
    await page.getByRole("button", { name: "Fix all" }).click();
    await expect.poll(() => findings().count(), SOON).toBe(0);
    expect(await page.locator(".cm-content").textContent()).toContain('level: "warning"');
    await page.getByLabel("Language").selectOption("Rust");
    await type("fn f() { sentry::add_breadcrumb(Breadcrumb { message: Some(user.email), ..Default::default() }); }");
    await expect.poll(() => findings().allTextContents(), SOON).toEqual([expect.stringContaining("no-pii")]);
  });

  it("shows what a change makes of the code before it is made, by pointer and by keyboard", async () => {
    await openPlayground();
    const fix = page.getByRole("button", { name: "Fix", exact: true }).first();
    const preview = page.locator(".preview");
    await fix.hover();
    expect(await preview.locator("del").textContent()).toContain('level: "warn",');
    expect(await preview.locator("ins").textContent()).toContain('level: "warning",');
    await page.mouse.move(0, 0);
    await preview.waitFor({ state: "detached" });
    await fix.focus();
    await preview.waitFor();
    expect(await objectionsTo(page, DECIDED_ELSEWHERE)).toEqual([]);
    await page.keyboard.press("Escape");
    await preview.waitFor({ state: "detached" });
  });

  it("has a file for each of the two languages", async () => {
    await openPlayground();
    await type("console.log(1);");
    await page.getByLabel("Language").selectOption("Rust");
    await expect.poll(() => findings().allTextContents(), SOON).toContainEqual(expect.stringContaining("no-pii"));
    await page.getByLabel("Language").selectOption("JavaScript");
    expect(await page.locator(".cm-content").textContent()).toBe("console.log(1);");
  });

  it("shows beside the code what would arrive in Sentry", async () => {
    await openPlayground();
    await type(
      'import * as Sentry from "@sentry/node";\n' +
        "Sentry.addBreadcrumb({ level: 'warn', message: `Authenticated ${user.id}`, timestamp: Date.now(), extra: 1, data: { a: { b: { c: {} } }, id } });",
    );
    const lines = () => page.locator(".arrivals li").allTextContents();
    await expect
      .poll(async () => (await lines()).map((line) => line.replaceAll(/\s+/gu, " ").trim()), SOON)
      .toEqual([
        'type: "default" by default',
        'level: "info" Sentry does not know warn',
        'message: "[Filtered]" it contains Auth',
        "data: {",
        "a: {",
        "b: {",
        'c: "[Object]" the SDK sends 3 levels',
        "}",
        "}",
        "id: id not known from the source",
        "}",
        "timestamp: — dropped: in milliseconds it is after the year 9999",
        "extra: — dropped: Sentry does not know the field",
      ]);
  });

  it("keeps everything in the address, and reads it without a server", async () => {
    await openPlayground();
    await page.getByLabel("Example").selectOption("Logs");
    await expect.poll(() => findings().first().textContent(), SOON).toContain("no-pii-in-logs");
    await findings().first().getByRole("button", { name: "Switch the rule off" }).click();
    await page.getByLabel("Preset").selectOption("strict");
    await expect
      .poll(() => findings().allTextContents(), SOON)
      .not.toContainEqual(expect.stringContaining("no-pii-in-logs"));
    const before = await findings().allTextContents();
    await expect.poll(() => page.evaluate("location.hash"), SOON).toContain("strict");
    const copied = await page.evaluate("location.hash");
    await page.close();
    page = await browser().newPage();
    await openPlayground(String(copied));
    await expect.poll(() => findings().allTextContents(), SOON).toEqual(before);
    expect(await page.getByLabel("Preset").inputValue()).toBe("strict");
  });

  it("works without a network once it was loaded, in both languages", async () => {
    await openPlayground();
    await page.evaluate("navigator.serviceWorker.ready");
    await page.context().setOffline(true);
    await page.reload();
    await findings().first().waitFor();
    await page.getByLabel("Example").selectOption("The same in Rust");
    await expect.poll(() => findings().allTextContents(), SOON).toContainEqual(expect.stringContaining("no-pii"));
    await page.context().setOffline(false);
    // VitePress fetches the pages behind visible links ahead, of which some were never visited.
    troubles = troubles.filter((trouble) => !trouble.startsWith("error: Failed to load resource: net::ERR_FAILED"));
  });

  it("says what is wrong with settings", async () => {
    await openPlayground();
    await page.getByText("Settings and rules").click();
    await page.locator("textarea").fill('{ "wrapper": [] }');
    await page.locator("textarea").blur();
    await expect.poll(() => page.getByRole("alert").textContent(), SOON).toMatch(/^settings\S+\.wrapper is unknown/u);
    await page.locator("textarea").fill("{");
    await page.locator("textarea").blur();
    await expect.poll(() => page.getByRole("alert").textContent(), SOON).toContain("not JSON");
  });
});
