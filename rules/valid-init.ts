import { keyPlaceOf, type BreadcrumbFile } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { rename } from "../src/edit/index.ts";
import { ignoredOptionsOf } from "../src/sentry/init-options.ts";

export default defineBreadcrumbRule({
  name: "valid-init",
  description: "Require `init` before breadcrumbs, with options that the SDK reads",
  why: "A breadcrumb before `init` is lost. An option that the SDK ignores does nothing: data that it should keep back is sent. It is a warning, because some of these options changed nothing anyway.",
  type: "problem",
  recommended: "warn",
  edits: "suggest",
  subject: "setup",
  languages: ["javascript"],
  messages: {
    early: "`{{callee}}` records nothing before `init`. Call `init` first.",
    former: "Since version {{since}}, the SDK ignores `{{name}}`. {{instead}}",
    misspelt: "The SDK reads no option `{{name}}`, so it does nothing. Use `{{meant}}`.",
    rename: "Call it `{{meant}}`.",
  },
  checkFile({ file, sdkVersion, report }) {
    const setups = file.setups;
    if (setups.length === 0) return;
    for (const { callee } of beforeInit(file)) {
      report({ at: callee, messageId: "early", data: { callee: callee.source } });
    }
    const version = sdkVersion();
    for (const option of setups.flatMap((setup) => ignoredOptionsOf(setup, version))) {
      const { field, name } = option;
      const at = keyPlaceOf(field);
      if (option.kind === "former") {
        const { since, instead } = option;
        report({ at, messageId: "former", data: { name, since: String(since), instead } });
      } else {
        const { meant } = option;
        const suggest = [{ messageId: "rename" as const, data: { meant }, edits: rename(field, meant) }];
        report({ at, messageId: "misspelt", data: { name, meant }, suggest });
      }
    }
  },
});

/** The breadcrumbs that a module records while it loads, before it sets the SDK up itself. */
function beforeInit({ breadcrumbs, setups: [first] }: BreadcrumbFile) {
  if (first?.isOnLoad !== true || first.mayFollow || first.sdk === undefined) return [];
  return breadcrumbs.filter(
    ({ entry, place, range }) => entry === "sdk" && place.function === undefined && range[1] <= first.range[0],
  );
}
