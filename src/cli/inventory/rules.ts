import type { Linter } from "eslint";
import plugin from "../../index.ts";
import { rules } from "../../../rules/index.ts";
import { LANGUAGES } from "../../languages/index.ts";

/** The namespace of the plugin in the ids of its rules. */
const NAMESPACE = `${plugin.meta.namespace}/`;

/** The rule that plans a log for each breadcrumb: `prefer-logs` with limit 0. */
export const EACH_AS_LOG = "inventory/each-as-log";

export const PREFER_LOGS = `${NAMESPACE}prefer-logs`;
export const NO_PII = `${NAMESPACE}no-pii`;

/** The configs with the rules whose findings an inventory lists. */
export function inventoryPresets(preset: "recommended" | "strict"): readonly Linter.Config[] {
  const preferLogs = rules["prefer-logs"];
  return [
    ...LANGUAGES.map(({ presets }) => plugin.configs[presets[preset]]),
    {
      files: ["**/*"],
      plugins: {
        inventory: { rules: { "each-as-log": { ...preferLogs } as typeof preferLogs } },
      } as Linter.Config["plugins"] & object,
      rules: {
        [EACH_AS_LOG]: ["warn", { max: 0, maxPerFunction: 0, report: "each" }],
        [PREFER_LOGS]: ["warn", { report: "each" }],
      },
    },
  ];
}

/** A rule's metadata; undefined for an id that is not one of the plugin's. */
export function ruleOf(
  ruleId: string | null | undefined,
): { readonly description: string; readonly url: string } | undefined {
  return ruleId?.startsWith(NAMESPACE) === true ? rules[ruleId.slice(NAMESPACE.length)]?.meta.docs : undefined;
}

/** The findings that say that nothing of a breadcrumb reaches its event, by their messages' ids. */
const LOSSES: ReadonlyMap<string | null, ReadonlySet<string>> = new Map([
  [`${NAMESPACE}no-late-breadcrumb`, new Set(["late"])],
  [`${NAMESPACE}no-removed-api`, new Set(["gone", "absent"])],
  [`${NAMESPACE}valid-argument`, new Set(["text", "missing", "empty", "other"])],
]);

/** Whether a finding says that nothing of the breadcrumb reaches its event. */
export function saysLost({ ruleId, messageId }: Linter.LintMessage): boolean {
  return messageId !== undefined && LOSSES.get(ruleId)?.has(messageId) === true;
}
