import { pathToFileURL } from "node:url";
import type { ESLint, Linter } from "eslint";
import plugin from "../../index.ts";
import { fromRoot } from "../paths.ts";
import { PREFIX, ruleDocs } from "./job.ts";

/**
 * Findings for code scanning, as SARIF 2.1.0.
 * @param unread what could not be looked at, and why.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(
  results: readonly ESLint.LintResult[],
  root: string,
  unread: readonly { readonly path: string; readonly reason: string }[],
): string {
  const rules = Object.keys(plugin.rules ?? {});
  const index = new Map(rules.map((name, position) => [`${PREFIX}${name}`, position]));
  const location = (path: string, region?: object) => ({
    physicalLocation: {
      artifactLocation: { uri: uriFrom(root, path), uriBaseId: "ROOT" },
      ...(region !== undefined && { region }),
    },
  });
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: plugin.meta.name,
            semanticVersion: plugin.meta.version,
            informationUri: `https://www.npmjs.com/package/${plugin.meta.name}`,
            rules: rules.map((name) => {
              const { description, url, severity } = ruleDocs(name);
              return {
                id: `${PREFIX}${name}`,
                shortDescription: { text: description },
                helpUri: url,
                defaultConfiguration: { level: severity.strict === "error" ? "error" : "warning" },
              };
            }),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(root).href}/` } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: unread.map(({ path, reason }) => ({
              level: "warning",
              message: { text: `Not read: ${reason}` },
              locations: [location(path)],
            })),
          },
        ],
        results: results.flatMap(({ filePath, messages }) =>
          messages.map((message) => ({
            ...(message.ruleId !== null && { ruleId: message.ruleId, ruleIndex: index.get(message.ruleId) }),
            level: message.severity === 2 ? "error" : "warning",
            message: { text: message.message },
            locations: [location(filePath, regionOf(message))],
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function regionOf({ line, column, endLine, endColumn }: Linter.LintMessage): object {
  return { startLine: line, startColumn: column, ...(endLine !== undefined && { endLine, endColumn }) };
}

function uriFrom(root: string, path: string): string {
  return fromRoot(root, path).split("/").map(encodeURIComponent).join("/");
}
