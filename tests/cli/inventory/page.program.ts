import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PassThrough } from "node:stream";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { buildPage } from "../../../scripts/build-page.js";
import { inventory } from "../../../src/cli/inventory/index.ts";
import type { Inventory } from "../../../src/cli/inventory/shape.ts";
import { describeInChromium, objectionsTo } from "../../support/chromium.ts";

const EXAMPLES = join(import.meta.dirname, "../../../examples");
const SCREENSHOTS = join(import.meta.dirname, "../../../.cache/inventory");

await describeInChromium("the page", (browser) => {
  let folder: string;
  let page: Page;
  let troubles: string[];
  let data: Inventory;

  const make = async (
    root: string,
    name: string,
    more: { messages?: boolean; link?: string } = {},
  ): Promise<string> => {
    const html = join(folder, name);
    const output = { stdout: new PassThrough().resume(), stderr: new PassThrough().resume(), env: {} };
    const flags = { strict: false, messages: true, useConfig: false, discover: true, allowUnread: false };
    const options = { root, paths: [], ...flags, html, ...more };
    await inventory({ ...options, output: `${html}.json` }, output, pathToFileURL(join(folder, "built.html")));
    data = JSON.parse(readFileSync(`${html}.json`, "utf8")) as Inventory;
    return html;
  };
  const open = async (html: string, size = { width: 1280, height: 900 }): Promise<void> => {
    await page.setViewportSize(size);
    await page.goto(pathToFileURL(html).href);
  };
  const count = (): Promise<string | null> => page.locator(".count").textContent();
  /** What the page says of the breadcrumbs that it shows. */
  const shown = (isShown: (breadcrumb: Inventory["breadcrumbs"][number]) => boolean): string => {
    const inside = data.breadcrumbs.filter((each) => each.forwards && isShown(each)).length;
    const counted = data.breadcrumbs.filter((each) => !each.forwards && isShown(each)).length;
    return `${counted} of ${data.summary.breadcrumbs} breadcrumbs${inside === 0 ? "" : `, and ${inside} inside wrappers`}`;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "inventory-page-"));
    mkdirSync(SCREENSHOTS, { recursive: true });
    await buildPage(join(folder, "built.html"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await browser().newPage();
    troubles = [];
    page.on("console", (message) => troubles.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) troubles.push(`request of ${request.url()}`);
    });
    page.on("requestfailed", (request) => troubles.push(`failed request of ${request.url()}`));
  });
  afterEach(async () => {
    await page.close();
    expect(troubles).toEqual([]);
  });

  it("filters by charts, cards, menus and words, and says what is left", async () => {
    await open(await make(EXAMPLES, "clicks.html"));
    const all = shown(() => true);
    expect(await page.title()).toBe("Breadcrumbs of examples");
    expect(await count()).toBe(all);

    const auth = page.getByRole("button", { name: "auth: 10", exact: true });
    await auth.click();
    expect(await auth.getAttribute("aria-pressed")).toBe("true");
    expect(await count()).toBe(shown(({ category }) => category === "auth"));
    expect(await page.getByRole("status").textContent()).toBe(
      `Shown: ${shown(({ category }) => category === "auth")}.`,
    );
    expect(await page.getByLabel("Category", { exact: true }).locator("option:checked").textContent()).toBe("auth");
    await page.getByRole("region", { name: "Chosen filters" }).getByRole("link", { name: "Show 10 of" }).click();
    await expect.poll(() => page.locator(".controls").isVisible()).toBe(true);
    await page.locator(".controls").getByRole("button", { name: "Remove the filter auth" }).click();
    expect(await count()).toBe(all);

    const { personal } = data.summary;
    expect(personal).toBeGreaterThan(0);
    await page.getByRole("button", { name: new RegExp(`^${personal} Personal data`, "u") }).click();
    expect(await count()).toBe(shown(({ personalData }) => personalData.length > 0));
    await page.getByLabel("Show", { exact: true }).selectOption("Floods");
    expect(await count()).toBe(`${data.summary.floods} of ${data.summary.breadcrumbs} breadcrumbs`);

    await page.getByRole("button", { name: "Clear all" }).click();
    await page.getByLabel("Search").fill("sign-in refused");
    const found = data.breadcrumbs.filter(({ message }) => message === "Sign-in refused").length;
    await expect.poll(count).toBe(shown(({ message }) => message === "Sign-in refused"));
    expect(await page.locator("tbody tr").count()).toBe(found);
    await page.getByLabel("Search").fill("no such words anywhere");
    await expect.poll(count).toBe(shown(() => false));
    await page.getByRole("button", { name: "Show all", exact: true }).click();
    expect(await count()).toBe(all);
    expect(await page.getByLabel("Search").inputValue()).toBe("");
  });

  it("shows for each bar as many breadcrumbs as the bar says", async () => {
    await open(await make(EXAMPLES, "bars.html"));
    const more = page.getByRole("button", { name: /^Show all/u });
    await more.first().waitFor();
    while ((await more.count()) > 0) await more.first().click();
    for (const title of ["category", "level", "folder", "kind of message", "kind of personal"]) {
      const bars = await page
        .getByRole("toolbar", { name: new RegExp(`^Breadcrumbs by ${title}`, "u") })
        .getByRole("button")
        .all();
      expect(bars.length).toBeGreaterThan(1);
      for (const bar of bars) {
        const label = await bar.getAttribute("aria-label");
        await bar.click();
        const [counted, inside = 0] = ((await count()) ?? "").match(/^\d+|(?<=and )\d+/gu)?.map(Number) ?? [];
        const total = title === "kind of personal" ? counted! + inside : counted;
        expect(total, `${title}, ${label}`).toBe(Number(/: (\d+)$/u.exec(label ?? "")?.[1]));
        await bar.click();
      }
    }
  });

  it("sorts, turns pages and opens findings", async () => {
    await open(await make(EXAMPLES, "table.html", { link: "https://example.com/{file}?line={line}&column={column}" }));
    const heading = page.getByRole("columnheader", { name: "Findings" });
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const most = Math.max(...data.breadcrumbs.map(({ findings }) => findings.length));
    const first = page.locator("tbody tr").first();
    await first.locator("summary").click();
    expect(await first.locator(".findings li").count()).toBe(most);
    const rule = first.locator(".findings a").first();
    expect(await rule.getAttribute("href")).toMatch(/\/docs\/rules\/[\w-]+\.html$/u);
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");

    await page.getByRole("columnheader", { name: "Where" }).getByRole("button").click();
    const { file, line, column } = data.breadcrumbs[0]!;
    expect(await first.locator(".place").getAttribute("href")).toBe(
      `https://example.com/${file}?line=${line}&column=${column}`,
    );
    expect(await page.locator("tbody tr").count()).toBe(50);
    await page.getByRole("button", { name: "Next" }).press("Enter");
    expect(await page.locator(".pager span").textContent()).toBe("Page 2 of 2");
    expect(await page.locator("tbody tr").count()).toBe(data.breadcrumbs.length - 50);
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Previous");
  });

  it("is used with the keyboard alone", async () => {
    await open(await make(EXAMPLES, "keyboard.html"));
    const focused = (): Promise<string> =>
      page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the list of breadcrumbs");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Theme: system");
    for (const card of ["Personal data", "Lost", "Floods"]) {
      await page.keyboard.press("Tab");
      expect(await focused()).toContain(card);
    }
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("stock: 13");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe("auth: 10");
    const ring = await page.evaluate("getComputedStyle(document.activeElement).strokeWidth");
    expect(ring).toBe("2px");
    await page.keyboard.press("Enter");
    expect(await count()).toMatch(/^10 of/u);
    await page.keyboard.press(" ");
    expect(await count()).toMatch(new RegExp(`^${data.summary.breadcrumbs} of`, "u"));
    await page.keyboard.press("End");
    await page.keyboard.press("Tab");
    expect(await focused()).toMatch(/^Show all/u);
    await page.keyboard.press("Tab");
    expect(await focused()).toMatch(/^none given/u);
  });

  it("keeps a chosen theme, and is accessible in each", async () => {
    const html = await make(EXAMPLES, "themes.html");
    await open(html);
    const ground = (): Promise<string> => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    const light = await ground();
    const toggle = page.getByRole("button", { name: "Theme:" });
    await toggle.click();
    await toggle.click();
    expect(await toggle.textContent()).toBe("Theme: dark");
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
    await toggle.click();
    expect(await ground()).toBe(light);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await ground()).toBe(dark);

    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 360]) {
        await open(html, { width, height: 900 });
        await page.getByRole("button", { name: "auth: 10", exact: true }).click();
        await page.locator("tbody summary").first().click();
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        expect(await objectionsTo(page), `${colorScheme}, ${width}`).toEqual([]);
        await page.screenshot({ path: join(SCREENSHOTS, `${colorScheme}-${width}.png`), fullPage: true });
      }
    }
  }, 120_000);

  it("prints the whole list, without what a printer has no use for", async () => {
    await open(await make(EXAMPLES, "print.html"));
    await page.emulateMedia({ media: "print" });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator("tbody tr").count()).toBe(data.breadcrumbs.length);
    expect(await page.getByRole("button", { name: "Theme:" }).isVisible()).toBe(false);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator("tbody tr").count()).toBe(50);
  });

  it("shows whatever a source holds as text", async () => {
    const root = mkdtempSync(join(folder, "odd "));
    const text = "</script><!--<img src=x onerror=alert(1)>\\u2028$& {{inventory}}";
    writeFileSync(
      join(root, "müll & <b>.js"),
      `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: "${text}", category: "<i>x</i>" });\n`,
    );
    await open(await make(root, "odd.html"));
    expect(data.breadcrumbs.length).toBe(1);
    expect(await page.locator(".said").textContent()).toBe(
      "</script><!--<img src=x onerror=alert(1)>\u2028$& {{inventory}}",
    );
    expect(await page.locator(".place").textContent()).toBe("müll & <b>.js:2");
    expect(await page.getByRole("button", { name: "<i>x</i>: 1" }).count()).toBe(1);
    expect(await page.locator("img, i, b").count()).toBe(0);
  });

  it("says so where there are no breadcrumbs", async () => {
    const root = mkdtempSync(join(folder, "empty"));
    writeFileSync(join(root, "broken.js"), "addBreadcrumb({ message: ;\n");
    await open(await make(root, "empty.html"));
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual(["No breadcrumbs here"]);
    await page.getByText("1 file could not be read").click();
    expect(await page.getByText("broken.js").isVisible()).toBe(true);
    expect(await objectionsTo(page)).toEqual([]);
    await page.screenshot({ path: join(SCREENSHOTS, "empty.png") });
  });

  it("shows what an SDK records automatically apart from breadcrumbs, with what is found there", async () => {
    const root = mkdtempSync(join(folder, "automatic"));
    writeFileSync(join(root, "package.json"), '{ "name": "a", "dependencies": { "@sentry/node": "^10.0.0" } }');
    writeFileSync(
      join(root, "a.js"),
      'import * as Sentry from "@sentry/node";\nSentry.init({ dsn });\nconsole.log("a", user.email);\n',
    );
    await open(await make(root, "automatic.html"));
    const section = page.getByRole("region", { name: "Recorded automatically" });
    expect(await section.locator(".numbers li").allTextContents()).toEqual(["the console1", "a.js1"]);
    expect(await section.locator(".findings .place").allTextContents()).toEqual(["a.js:3"]);
    expect(await objectionsTo(page)).toEqual([]);
  });

  it("leaves messages out where that is wanted", async () => {
    const html = await make(EXAMPLES, "bare.html", { messages: false });
    expect(readFileSync(html, "utf8")).not.toContain("Sign-in refused");
    await open(html);
    expect(await page.getByText("constant message, omitted").count()).toBeGreaterThan(10);
  });

  it("stays quick with 10,000 breadcrumbs", async () => {
    const root = mkdtempSync(join(folder, "many"));
    for (let file = 0; file < 50; file++) {
      const calls = Array.from(
        { length: 200 },
        (_, index) => `  Sentry.addBreadcrumb({ message: "Step ${file}.${index}", category: "step" });\n`,
      );
      const source = `import * as Sentry from "@sentry/node";\nexport function go() {\n${calls.join("")}}\n`;
      writeFileSync(join(root, `${file}.js`), source);
    }
    const html = await make(root, "many.html");
    expect(data.breadcrumbs.length).toBe(10_000);
    await open(html);
    await page.getByRole("button", { name: "step: 10,000" }).waitFor();
    const start = Date.now();
    await page.getByLabel("Search").fill("Step 49.199");
    await expect.poll(count, { interval: 20 }).toBe("1 of 10,000 breadcrumbs");
    expect(Date.now() - start).toBeLessThan(3_000);
  }, 120_000);
});
