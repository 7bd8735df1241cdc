import type { BreadcrumbRule } from "../src/define-rule.ts";
import knownCategory from "./known-category.ts";
import preferLogs from "./prefer-logs.ts";
import validLevel from "./valid-level.ts";

/** Every rule, by name. */
export const rules: Readonly<Record<string, BreadcrumbRule>> = {
  "known-category": knownCategory,
  "prefer-logs": preferLogs,
  "valid-level": validLevel,
};
