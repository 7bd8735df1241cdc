import type { BreadcrumbRule } from "../src/define-rule.ts";
import knownCategory from "./known-category.ts";
import noPii from "./no-pii.ts";
import preferLogs from "./prefer-logs.ts";
import validLevel from "./valid-level.ts";

/** Every rule, by name. */
export const rules: Readonly<Record<string, BreadcrumbRule>> = {
  "known-category": knownCategory,
  "no-pii": noPii,
  "prefer-logs": preferLogs,
  "valid-level": validLevel,
};
