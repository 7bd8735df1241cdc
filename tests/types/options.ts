// Checked by the compiler, as presets.ts is: a rule's options are typed wherever a config may name it.
import type { Linter } from "eslint";
import { defineConfig } from "eslint/config";
import type { RuleOptions } from "../../src/index.ts";

export const accepted = defineConfig(
  { rules: { "sentry-breadcrumbs/valid-level": "error" } },
  { rules: { "sentry-breadcrumbs/valid-level": ["error", { allowLog: false }] } },
  { rules: { "sentry-breadcrumbs/known-category": [1, { unknown: "report" }] } },
  { rules: { "another-plugin/of-any-name": ["error", { with: "any options" }] } },
);

export const unknownOption = defineConfig({
  rules: {
    // @ts-expect-error -- no such option
    "sentry-breadcrumbs/valid-level": ["error", { allowLogs: false }],
  },
});

export const unknownValue = defineConfig({
  rules: {
    // @ts-expect-error -- not a value of this option
    "sentry-breadcrumbs/known-category": ["error", { unknown: "always" }],
  },
});

export const unknownSeverity: Linter.Config = {
  rules: {
    // @ts-expect-error -- not a severity
    "sentry-breadcrumbs/valid-level": "fatal",
  },
};

/** A record of rules need not hold ours. */
export const elsewhere: Linter.RulesRecord = { eqeqeq: "error" };

export const named: Partial<RuleOptions> = { "sentry-breadcrumbs/valid-level": ["warn", { allowLog: true }] };
