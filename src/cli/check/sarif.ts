import { pathToFileURL } from "node:url";
import type { ESLint, Linter } from "eslint";
import { rules } from "../../../rules/index.ts";
import plugin from "../../index.ts";
import { linesOf, type Lines } from "../lines.ts";
import { fromRoot } from "../paths.ts";
import { fingerprints } from "./fingerprints.ts";
import { PREFIX, ruleDocs } from "./job.ts";
import { textOfResult } from "./results.ts";

/**
 * Findings for code scanning, as SARIF 2.1.0.
 * @param unread what could not be looked at, and why.
 * @param textOf the text of each file that was linted, as it was before any fix.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(
  results: readonly ESLint.LintResult[],
  root: string,
  unread: readonly { readonly path: string; readonly reason: string }[],
  textOf: ReadonlyMap<string, string>,
): string {
  const names = Object.keys(rules);
  const index = new Map(names.map((name, position) => [`${PREFIX}${name}`, position]));
  const artifact = (path: string) => ({ uri: uriFrom(root, path), uriBaseId: "ROOT" });
  const location = (path: string, region?: object) => ({
    physicalLocation: {
      artifactLocation: artifact(path),
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
            rules: names.map((name) => {
              const { description, why, url, severity } = ruleDocs(name);
              return {
                id: `${PREFIX}${name}`,
                shortDescription: { text: description },
                fullDescription: { text: `${description}. ${why}` },
                help: {
                  text: `${description}. ${why} ${url}`,
                  markdown: `${description}. ${why} [Read more](${url}).`,
                },
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
        results: results.flatMap((result) => {
          const { filePath, messages } = result;
          const lines = linesOf(filePath, textOfResult(result, textOf));
          const fingerprint = fingerprints(fromRoot(root, filePath), lines);
          return messages.map((message) => ({
            ...(message.ruleId !== null && { ruleId: message.ruleId, ruleIndex: index.get(message.ruleId) }),
            level: message.severity === 2 ? "error" : "warning",
            message: { text: message.message },
            locations: [location(filePath, regionOf(message))],
            partialFingerprints: { "breadcrumbLineHash/v1": fingerprint(message) },
            ...fixesOf(message, artifact(filePath), lines),
          }));
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function regionOf({ line, column, endLine, endColumn }: Linter.LintMessage): object {
  return { startLine: line, startColumn: column, ...(endLine !== undefined && { endLine, endColumn }) };
}

/** The fix and the suggestions of a finding, each with the place that it replaces. */
function fixesOf({ fix, suggestions = [] }: Linter.LintMessage, artifactLocation: object, lines: Lines): object {
  const changes = [...(fix === undefined ? [] : [{ desc: "Fix", fix }]), ...suggestions];
  if (changes.length === 0) return {};
  const fixes = changes.map(({ desc, fix: { range, text } }) => {
    const [start, end] = [lines.place(range[0]), lines.place(range[1])];
    const deletedRegion = {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
    return {
      description: { text: desc },
      artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, insertedContent: { text } }] }],
    };
  });
  return { fixes };
}

function uriFrom(root: string, path: string): string {
  return fromRoot(root, path).split("/").map(encodeURIComponent).join("/");
}
