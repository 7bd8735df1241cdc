import { describe, expect, it } from "vitest";
import { detect } from "../../support/detect.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;

/** Whether a change of the text "warn" in a program changes more than breadcrumbs. */
function affectsOtherCode(text: string): boolean | undefined {
  const code = SDK + text;
  const start = code.indexOf(`"warn"`);
  return detect(code).affectsOtherCode?.([{ range: [start, start + 6], text: `"warning"` }]);
}

describe("a change of what is recorded", () => {
  it.each([
    `Sentry.addBreadcrumb({ level: "warn" });`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb);`,
    `const crumb = { level: "warn" }; crumb.message = "a"; crumb.data.size = 1; Sentry.addBreadcrumb(crumb); Sentry.addBreadcrumb(crumb);`,
    `const data = { kind: "warn" }; Sentry.addBreadcrumb({ message: "a", data });`,
    `const data = { kind: "warn" }; const crumb = { message: "a", data: { ...data } as const }; Sentry.addBreadcrumb(crumb);`,
    `const base = { level: "warn" }; Sentry.addBreadcrumb(ok ? { ...base, message: "a" } : base);`,
    `export const crumb: Sentry.Breadcrumb = { level: "warn" }; Sentry.addBreadcrumb(crumb);`,
    `const crumb: Sentry.Breadcrumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); send(crumb);`,
    `const make = () => ({ level: "warn" }); Sentry.addBreadcrumb(make());`,
    `function make() { return { level: "warn" } } const crumb = make(); Sentry.addBreadcrumb(crumb);`,
    `export function make(): Sentry.Breadcrumb { return { level: "warn" } } Sentry.addBreadcrumb(make());`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(ok && crumb); Sentry.addBreadcrumb(crumb!); Sentry.addBreadcrumb(crumb satisfies Crumb);`,
    `const crumb = { data: [{ data: { kind: "warn" } }] }; Sentry.addBreadcrumb(crumb);`,
    `const crumb = { level: "warn" }, same = crumb; Sentry.addBreadcrumb(same); Sentry.addBreadcrumb(crumb);`,
    `const { crumb } = { crumb: { level: "warn" } }; Sentry.addBreadcrumb(crumb);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); const { b } = { a: crumb }; send(b);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); const [, b] = [crumb]; send(b);`,
    `const actions = { save() { Sentry.addBreadcrumb({ level: "warn" }) } }; send(actions);`,
    `const log = (d, e) => Sentry.addBreadcrumb({ data: { d, e } }); const data = { kind: "warn" }; log(data); log(1, data);`,
    `const level = { level: "warn" }; send(level); Sentry.addBreadcrumb({ message: "a" });`,
  ])("is one of breadcrumbs alone: %s", (text) => {
    expect(affectsOtherCode(text)).toBe(false);
  });

  it("is more where one of its edits is", () => {
    const code = `${SDK}const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); send(crumb);`;
    const start = code.indexOf(`"warn"`);
    const file = detect(code);
    expect(file.affectsOtherCode?.([{ range: [0, 0], text: "" }])).toBe(false);
    expect(
      file.affectsOtherCode?.([
        { range: [0, 0], text: "" },
        { range: [start, start + 6], text: "" },
      ]),
    ).toBe(true);
  });

  it.each([
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); send(crumb);`,
    `export const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); if (crumb.level === "warn") stop();`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); const copy = { ...crumb }; send(copy);`,
    `const data = { kind: "warn" }; Sentry.addBreadcrumb({ message: "a", data }); track("a", data);`,
    `const data = { kind: "warn" }; const crumb = { message: "a", data }; Sentry.addBreadcrumb(crumb); send({ crumb });`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); const [level] = [crumb]; send(level);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); (crumb, send());`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); class A { [crumb] = 1 };`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); log(typeof crumb);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); const o = { [key]: crumb }; send(o.a);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); const o = [...others, crumb]; send(o[1]);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); const o = [...[crumb]]; send(o[0]);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); const { [key]: a } = { a: crumb }; send(a);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); const [...all] = [crumb]; send(all);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); class A { [key] = crumb }`,
    `const crumb: Other = { level: "warn" }; Sentry.addBreadcrumb(crumb); send(crumb);`,
    `const crumb: BreadcrumbLike = { level: "warn" }; Sentry.addBreadcrumb(crumb); send(crumb);`,
    `const crumb = { level: "warn" }, same = crumb; Sentry.addBreadcrumb(crumb); send(same);`,
    `const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); other.level = crumb.level;`,
    `const crumb = { data: { kind: "warn" } }; Sentry.addBreadcrumb(crumb); send(crumb.data);`,
    `const make = () => ({ level: "warn" }); Sentry.addBreadcrumb(make()); send(make);`,
    `function f() { const crumb = { level: "warn" }; Sentry.addBreadcrumb(crumb); return crumb } send(f());`,
    `const make = () => ({ level: "warn" }); Sentry.addBreadcrumb(make()); send(make());`,
    `function make() { return { level: "warn" } } Sentry.addBreadcrumb(make()); on(make);`,
    `export const make = () => ({ level: "warn" }); Sentry.addBreadcrumb(make());`,
    `const log = (d, other) => Sentry.addBreadcrumb({ message: "m", data: d }); const data = { kind: "warn" }; log(data); log(1, data);`,
  ])("changes more: %s", (text) => {
    expect(affectsOtherCode(text)).toBe(true);
  });
});
