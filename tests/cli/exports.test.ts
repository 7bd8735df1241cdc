import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { discover } from "../../src/cli/discover.ts";
import parser from "../../src/cli/parser/eslint.ts";
import { workspace } from "./workspace.ts";

describe("discover", () => {
  it("gives what rules cannot see in one file as plain JSON, and leaves categories to people", async () => {
    const { folder } = await workspace({
      "src/track.ts":
        'import * as Sentry from "@sentry/node";\nexport function track(message: string) { Sentry.addBreadcrumb({ message, category: "shop" }); }\n',
      "src/a.ts": 'import { track } from "./track";\ntrack("Paid");\n',
      // It asks for the settings while it is loaded.
      "eslint.config.js": 'throw new Error("sentry-breadcrumbs");',
    });
    const settings = await discover(folder);
    expect(settings).toEqual({ wrappers: [{ name: "track", from: "*/track", parameters: ["message"] }] });
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings);
    expect(await discover(folder, { paths: ["src/a.ts"] })).toEqual({});
  });
});

describe("the parser for ESLint", () => {
  it("reads TypeScript", () => {
    const messages = new Linter().verify(
      'import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: "In" satisfies string, level: "warn" });\n',
      [plugin.configs.recommended, { files: ["**/*.ts"], languageOptions: { parser } }],
      { filename: "a.ts" },
    );
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["sentry-breadcrumbs/valid-level"]);
  });
});
