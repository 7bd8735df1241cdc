import { relative } from "node:path";
import { expect, test, vi } from "vitest";
import { discover } from "../../../src/cli/discovery/search.ts";
import { openProject } from "../../../src/cli/project.ts";
import type * as parsers from "../../../src/cli/script-parser.ts";
import { scratch } from "../init/scratch.ts";

const reads: string[] = [];

vi.mock("../../../src/cli/script-parser.ts", async (load) => {
  const original = await load<typeof parsers>();
  return {
    ...original,
    readScript: (...given: Parameters<typeof parsers.readScript>) => {
      reads.push(given[1]);
      return original.readScript(...given);
    },
  };
});

test("only files that record or may call what records are parsed, and each once", async () => {
  const root = scratch({
    "sentry.ts": `import * as Sentry from "@sentry/node";\nexport const crumb = (message: string) => Sentry.addBreadcrumb({ message });\n`,
    "logger.ts": `import { crumb } from "./sentry";\nexport const createLogger = (name: string) => ({ error: (text: string) => crumb(text) });\nexport const format = String;\n`,
    "index.ts": `export { createLogger } from "./logger";\n`,
    "caller.ts": `import { createLogger } from "./logger";\nconst log = createLogger("a");\nlog.error("Failed");\n`,
    "renamed.ts": `import { createLogger as make } from "./index";\nmake("b").error("Failed");\n`,
    // The method's name is in it, and the logger's module.
    "other.ts": `import { format } from "./logger";\nconst { error } = load(format);\n`,
    "apart.ts": `import { error } from "./console";\nerror("Failed");\n`,
  });
  const { seen } = await discover(await openProject(root, [], false));
  expect(seen.after).toBe(2);
  const names = reads.map((path) => relative(root, path));
  expect(names.sort()).toEqual(["caller.ts", "index.ts", "logger.ts", "renamed.ts", "sentry.ts"]);
});
