import type { Directive, RulesConfig } from "@eslint/plugin-kit";
import { kit } from "./libraries.ts";
import type { SourceLocation } from "./lines.ts";
import type { LezerComment } from "./syntax-tree.ts";

/** Something wrong with a comment that configures ESLint. */
export interface DirectiveProblem {
  ruleId: null;
  message: string;
  loc: SourceLocation;
}

type Label = "eslint" | "eslint-enable" | "eslint-disable" | "eslint-disable-line" | "eslint-disable-next-line";

const LABELS: readonly string[] = [
  "eslint",
  "eslint-enable",
  "eslint-disable",
  "eslint-disable-line",
  "eslint-disable-next-line",
] satisfies Label[];

const parser = new kit.ConfigCommentParser();

interface ParsedDirective {
  label: Label;
  value: string;
  justification: string;
}

function parse({ isLine, value, documents }: LezerComment): ParsedDirective | undefined {
  const isDocBlock = documents === "outer" && !isLine;
  if (documents !== undefined && !isDocBlock) return undefined;
  const parsed = parser.parseDirective(isDocBlock ? value.slice("*".length) : value);
  if (parsed === undefined || !isLabel(parsed.label)) return undefined;
  const { label, justification } = parsed;
  if (isDocBlock && label !== "eslint-disable") return undefined;
  if (isLine && !label.endsWith("-line")) return undefined;
  return { label, value: parsed.value, justification };
}

function isLabel(label: string): label is Label {
  return LABELS.includes(label);
}

/**
 * Whether a comment configures ESLint, by the rules that hold for JavaScript: `eslint-disable-line` and
 * `eslint-disable-next-line` in comments of either kind, `eslint`, `eslint-disable` and `eslint-enable` in
 * block comments. Doc comments are documentation and configure nothing, with one exception: a block that begins with
 * two stars, as VS Code writes it to disable a rule for a file.
 */
export function isDirective(comment: LezerComment): boolean {
  return parse(comment) !== undefined;
}

/** The disable and enable directives of a file. */
export function disableDirectives(comments: readonly LezerComment[]): {
  directives: Directive[];
  problems: DirectiveProblem[];
} {
  const directives: Directive[] = [];
  const problems: DirectiveProblem[] = [];
  for (const comment of comments) {
    const parsed = parse(comment);
    if (parsed === undefined || parsed.label === "eslint") continue;
    const { label, value, justification } = parsed;
    if (label === "eslint-disable-line" && comment.loc.start.line !== comment.loc.end.line) {
      const message = `${label} comment should not span multiple lines.`;
      problems.push({ ruleId: null, message, loc: comment.loc });
      continue;
    }
    const type = label.slice("eslint-".length) as Directive["type"];
    directives.push(new kit.Directive({ type, node: comment, value, justification }));
  }
  return { directives, problems };
}

/** The configuration comments of a file: one entry for each comment such as `eslint some-rule: "off"`. */
export function inlineConfigs(comments: readonly LezerComment[]): {
  configs: { config: { rules: RulesConfig }; loc: SourceLocation }[];
  problems: DirectiveProblem[];
} {
  const configs: { config: { rules: RulesConfig }; loc: SourceLocation }[] = [];
  const problems: DirectiveProblem[] = [];
  for (const comment of comments) {
    const parsed = parse(comment);
    if (parsed?.label !== "eslint") continue;
    const { loc } = comment;
    const result = parser.parseJSONLikeConfig(parsed.value);
    if (result.ok) configs.push({ config: { rules: result.config }, loc });
    else problems.push({ ruleId: null, message: result.error.message, loc });
  }
  return { configs, problems };
}
