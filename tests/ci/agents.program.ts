import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { packagesOnDemand } from "../../scripts/on-demand.js";
import { workspace } from "../cli/workspace.ts";
import { buildProject, type Project } from "../support/built.ts";
import { findingsOf, runCommand } from "./run.ts";
import { FILES, FINDINGS } from "./shop.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** A message of JSON-RPC, https://modelcontextprotocol.io/specification. */
interface Answer {
  readonly id?: number;
  readonly result?: { readonly content?: readonly { readonly text: string }[] };
}

describe("ESLint's MCP server", () => {
  let project: Project;
  let tools: string;
  beforeAll(async () => {
    [project, tools] = await Promise.all([buildProject(FILES), packagesOnDemand("mcp", { "@eslint/mcp": "0.3.13" })]);
  });
  afterAll(() => project.remove());

  it("returns findings, fixes and suggestions in all languages", async () => {
    const server = spawn(process.execPath, [join(tools, "node_modules/@eslint/mcp/src/mcp-cli.js")], {
      cwd: project.folder,
    });
    const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    let sent = 0;
    const ask = async (method: string, params: object): Promise<Answer["result"]> => {
      const id = (sent += 1);
      server.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
      for (let next = await answers.next(); next.done !== true; next = await answers.next()) {
        const answer = JSON.parse(next.value) as Answer;
        if (answer.id === id) return answer.result;
      }
      throw new Error(`The server ended before it answered to ${method}.`);
    };
    await ask("initialize", {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name: "test", version: "1" },
    });
    const filePaths = ["shop/cart.ts", "shop/Cart.vue", "shop/sign-in.rs"].map((path) => project.path(path));
    const result = await ask("tools/call", { name: "lint-files", arguments: { filePaths } });
    server.kill();

    const texts = result?.content?.map(({ text }) => text) ?? [];
    const results = texts.filter((text) => text.startsWith("{")).map((text) => JSON.parse(text) as ESLint.LintResult);
    expect(findingsOf(project.folder, JSON.stringify(results))).toEqual(FINDINGS);
    const messages = results.flatMap((file) => file.messages);
    expect(messages.find(({ ruleId }) => ruleId === "sentry-breadcrumbs/valid-level")?.fix?.text).toBe('"warning"');
    const [suggestion] = messages.find(({ ruleId }) => ruleId === "sentry-breadcrumbs/no-pii")?.suggestions ?? [];
    expect(suggestion?.desc).toContain("user.id");
  });
});

describe("the skill", async () => {
  const text = await readFile("skills/sentry-breadcrumbs/SKILL.md", "utf8");
  const sample = (language: string): string =>
    new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "mu").exec(text)?.[1] ?? "";

  it("has what agents choose it by: https://agentskills.io/specification", () => {
    const { name, description } = parse(/^---\n([^]*?)^---$/mu.exec(text)?.[1] ?? "") as Record<string, string>;
    expect(name).toBe("sentry-breadcrumbs");
    expect(description?.length).toBeLessThanOrEqual(1024);
  });

  it("shows samples without findings, which would have some if they were wrong", async () => {
    const { folder } = await workspace({
      "src/a.ts": `import * as Sentry from "@sentry/node";\n${sample("ts")}`,
      "src/lib.rs": `fn start() {\n${sample("rust")}}\n`,
      "wrong/a.ts": `import * as Sentry from "@sentry/node";\n${sample("ts").replace('"info"', '"warn"')}`,
      "wrong/lib.rs": `fn start() {\n${sample("rust").replace('"Payment started"', 'format!("{}", user.email)')}}\n`,
    });
    expect(await runCommand(folder, ["--format", "json", "src"])).toMatchObject({ status: 0 });
    const { stdout } = await runCommand(folder, ["--format", "json", "wrong"]);
    expect(findingsOf(folder, stdout).map((finding) => finding.split(" ")[1])).toEqual([
      "sentry-breadcrumbs/valid-level",
      "sentry-breadcrumbs/no-pii",
    ]);
  });

  it("names only commands that there are, with the output that it describes", async () => {
    const { folder } = await workspace({
      "src/a.ts":
        'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: user.email, level: "warn" });\n',
    });
    const commands = [...text.matchAll(/\bnpx sentry-breadcrumbs ([^`\n]+)/gu)].map(([, args = ""]) => args);
    const ran = [];
    for (const command of commands) ran.push({ command, ...(await runCommand(folder, command.split(" "))) });
    expect(ran.map(({ command, status }) => `${status} ${command}`)).toEqual([
      "1 --format json src",
      "1 --fix src",
      "0 --explain no-pii",
      "0 inventory",
    ]);
    const [json, , , inventory] = ran.map(({ stdout }) => stdout);
    const [file] = JSON.parse(json ?? "") as ESLint.LintResult[];
    expect(file?.messages).toEqual([
      expect.objectContaining({
        severity: 2,
        line: 2,
        suggestions: [
          expect.objectContaining({ desc: "Send `user.id` instead.", fix: { range: [72, 82], text: "user.id" } }),
        ],
      }),
      expect.objectContaining({ fix: { range: [91, 97], text: '"warning"' } }),
    ]);
    const { breadcrumbs } = JSON.parse(inventory ?? "") as { breadcrumbs: readonly object[] };
    const fields = ["file", "line", "level", "message", "dataKeys", "personalData", "findings"];
    expect(Object.keys(breadcrumbs[0] ?? {})).toEqual(expect.arrayContaining(fields));
  });
});
