import type { BreadcrumbRule } from "../src/define-rule.ts";
import consistentCategory from "./consistent-category.ts";
import knownCategory from "./known-category.ts";
import noBreadcrumbInLoop from "./no-breadcrumb-in-loop.ts";
import noBypassedHook from "./no-bypassed-hook.ts";
import noFilteredText from "./no-filtered-text.ts";
import noLateBreadcrumb from "./no-late-breadcrumb.ts";
import noPartialScrubbing from "./no-partial-scrubbing.ts";
import noPii from "./no-pii.ts";
import noPiiInAutomaticBreadcrumbs from "./no-pii-in-automatic-breadcrumbs.ts";
import noPiiInEvents from "./no-pii-in-events.ts";
import noPiiInLogs from "./no-pii-in-logs.ts";
import noRedundantBreadcrumb from "./no-redundant-breadcrumb.ts";
import noRemovedApi from "./no-removed-api.ts";
import noUnknownFields from "./no-unknown-fields.ts";
import preferLogs from "./prefer-logs.ts";
import requireFields from "./require-fields.ts";
import staticMessage from "./static-message.ts";
import validArgument from "./valid-argument.ts";
import validBeforeBreadcrumb from "./valid-before-breadcrumb.ts";
import validData from "./valid-data.ts";
import validInit from "./valid-init.ts";
import validLevel from "./valid-level.ts";
import validLog from "./valid-log.ts";
import validTimestamp from "./valid-timestamp.ts";
import validType from "./valid-type.ts";

/** Every rule, by name. */
export const rules: Readonly<Record<string, BreadcrumbRule>> = {
  "consistent-category": consistentCategory,
  "known-category": knownCategory,
  "no-breadcrumb-in-loop": noBreadcrumbInLoop,
  "no-bypassed-hook": noBypassedHook,
  "no-filtered-text": noFilteredText,
  "no-late-breadcrumb": noLateBreadcrumb,
  "no-partial-scrubbing": noPartialScrubbing,
  "no-pii": noPii,
  "no-pii-in-automatic-breadcrumbs": noPiiInAutomaticBreadcrumbs,
  "no-pii-in-events": noPiiInEvents,
  "no-pii-in-logs": noPiiInLogs,
  "no-redundant-breadcrumb": noRedundantBreadcrumb,
  "no-removed-api": noRemovedApi,
  "no-unknown-fields": noUnknownFields,
  "prefer-logs": preferLogs,
  "require-fields": requireFields,
  "static-message": staticMessage,
  "valid-argument": validArgument,
  "valid-before-breadcrumb": validBeforeBreadcrumb,
  "valid-data": validData,
  "valid-init": validInit,
  "valid-level": validLevel,
  "valid-log": validLog,
  "valid-timestamp": validTimestamp,
  "valid-type": validType,
};
