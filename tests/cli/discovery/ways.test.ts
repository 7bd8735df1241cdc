import { describe, expect, it } from "vitest";
import { proposed } from "../init/scratch.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;
const SERVICE = `${SDK}export class CrumbService { addBreadcrumb(message, category) { Sentry.addBreadcrumb({ message, category }); } }\n`;
const REPORTER = [
  "export interface Reporter { addBreadcrumb(crumb: object): void }",
  "let reporter: Reporter = { addBreadcrumb() {} };",
  "export const setReporter = (next: Reporter) => { reporter = next; };",
  "export const getReporter = () => reporter;",
].join("\n");
const START = `${SDK}import { setReporter } from "./reporter";\nsetReporter({ addBreadcrumb: (crumb) => Sentry.addBreadcrumb(crumb) });\n`;

/** How many breadcrumbs are seen with what is found, and the names of the wrappers. */
async function found(files: Readonly<Record<string, string>>): Promise<{ seen: number; names: string }> {
  const { settings, breadcrumbs } = await proposed(files);
  const wrappers = (settings["wrappers"] ?? []) as readonly { readonly name: string }[];
  return { seen: breadcrumbs.after, names: wrappers.map(({ name }) => name).join(" ") };
}

describe("ways by which programs hand around what records", () => {
  it.each<[what: string, files: Record<string, string>, seen: number, names: string]>([
    [
      "Angular's inject()",
      {
        "crumb.service.ts": SERVICE,
        "a.ts": `import { inject } from "@angular/core";\nimport { CrumbService } from "./crumb.service";\nexport class A { private readonly crumbs = inject(CrumbService); run() { this.crumbs.addBreadcrumb("m", "auth"); } }\n`,
      },
      1,
      "CrumbService.addBreadcrumb",
    ],
    [
      "a container",
      {
        "crumb.service.ts": SERVICE,
        "a.ts": `import { container } from "tsyringe";\nimport { CrumbService } from "./crumb.service";\ncontainer.resolve(CrumbService).addBreadcrumb("m", "c");\n`,
      },
      1,
      "CrumbService.addBreadcrumb",
    ],
    [
      "a reporter that is set at start-up and taken by a function",
      {
        "reporter.ts": REPORTER,
        "main.ts": START,
        "a.ts": `import { getReporter } from "./reporter";\ngetReporter().addBreadcrumb({ message: "m" });\nconst own = getReporter();\nown.addBreadcrumb({ message: "n" });\n`,
      },
      2,
      "getReporter.addBreadcrumb",
    ],
    [
      "a reporter by its type: a parameter, an option, a field",
      {
        "reporter.ts": REPORTER,
        "main.ts": START,
        "a.ts": `import type { Reporter } from "./reporter";\ninterface Options { readonly reporter?: Reporter | undefined }\nexport function a(reporter: Reporter) { reporter.addBreadcrumb({ message: "m" }); }\nexport function b(options: Options) { options.reporter?.addBreadcrumb({ message: "n" }); }\nexport class C { constructor(private readonly own: Reporter) {} run() { this.own.addBreadcrumb({ message: "o" }); } }\n`,
      },
      3,
      "Reporter.addBreadcrumb",
    ],
    [
      "a reporter behind a function of its module",
      {
        "reporter.ts": `${REPORTER}\nexport function note(message: string) { reporter.addBreadcrumb({ message }); }\n`,
        "main.ts": START,
        "a.ts": `import { note } from "./reporter";\nnote("m");\n`,
      },
      1,
      "note",
    ],
    [
      "a class that implements an interface which another module passes on",
      {
        "port.ts": `export interface Crumbs { crumb(message: string): void }\n`,
        "ports.ts": `export { Crumbs } from "./port";\n`,
        "sentry.ts": `${SDK}import type { Crumbs } from "./ports";\nexport class SentryCrumbs implements Crumbs { crumb(message: string) { Sentry.addBreadcrumb({ message }); } }\n`,
        "a.ts": `import type { Crumbs } from "./port";\nexport function a(crumbs: Crumbs) { crumbs.crumb("m"); }\n`,
      },
      1,
      "Crumbs.crumb",
    ],
    [
      "a class that implements an interface of another module",
      {
        "port.ts": `export interface Crumbs { crumb(message: string): void }\n`,
        "sentry.ts": `${SDK}import type { Crumbs } from "./port";\nexport class SentryCrumbs implements Crumbs { crumb(message: string) { Sentry.addBreadcrumb({ message }); } }\n`,
        "a.ts": `import type { Crumbs } from "./port";\nexport function a(crumbs: Crumbs) { crumbs.crumb("m"); }\n`,
      },
      1,
      "Crumbs.crumb",
    ],
    [
      "functions of the SDK as values",
      {
        "monitoring.ts": `import { addBreadcrumb } from "@sentry/node";\nexport const monitoring = { addBreadcrumb };\nexport const crumb = addBreadcrumb;\n`,
        "a.ts": `import { crumb, monitoring } from "./monitoring";\nmonitoring.addBreadcrumb({ message: "m" });\ncrumb({ message: "n" });\n`,
      },
      2,
      "crumb monitoring.addBreadcrumb",
    ],
    [
      "the SDK under a name of its own",
      {
        "monitoring.ts": `${SDK}export const telemetry = Sentry;\nexport const getSdk = () => Sentry;\n`,
        "a.ts": `import { getSdk, telemetry } from "./monitoring";\ntelemetry.addBreadcrumb({ message: "m" });\ngetSdk().addBreadcrumb({ message: "n" });\n`,
      },
      2,
      "getSdk.addBreadcrumb telemetry.addBreadcrumb",
    ],
    [
      "a destructured export",
      {
        "crumbs.ts": `${SDK}const log = { crumb: (message) => Sentry.addBreadcrumb({ message }) };\nexport const { crumb } = log;\n`,
        "a.ts": `import { crumb } from "./crumbs";\ncrumb("m");\n`,
      },
      1,
      "crumb",
    ],
    [
      "an object that is chosen in branches",
      {
        "log.ts": `${SDK}let log;\nif (dev) log = { crumb() {} };\nelse log = { crumb: (message) => Sentry.addBreadcrumb({ message }) };\nexport { log };\n`,
        "a.ts": `import { log } from "./log";\nlog.crumb("m");\n`,
      },
      1,
      "log.crumb",
    ],
    [
      "several aliases of one inner function",
      {
        "log.ts": `${SDK}const make = (category) => (message) => Sentry.addBreadcrumb({ category, message });\nexport const logs = { auth: make("auth"), nav: make("navigation") };\n`,
        "a.ts": `import { logs } from "./log";\nlogs.auth("m");\nlogs.nav("n");\n`,
      },
      2,
      "logs.auth logs.nav",
    ],
    [
      "a React context and its hook",
      {
        "context.tsx": `${SDK}import { createContext, useContext } from "react";\nexport const Crumbs = createContext(null);\nexport function CrumbsProvider({ children }) { const crumb = (message) => Sentry.addBreadcrumb({ message }); return <Crumbs.Provider value={{ crumb }}>{children}</Crumbs.Provider>; }\nexport const useCrumbs = () => useContext(Crumbs);\n`,
        "a.tsx": `import { useContext } from "react";\nimport { Crumbs, useCrumbs } from "./context";\nexport function A() { const { crumb } = useCrumbs(); crumb("m"); useContext(Crumbs).crumb("n"); }\n`,
      },
      2,
      "Crumbs.crumb useCrumbs.crumb",
    ],
    [
      "names that a hook's caller gives",
      {
        "hook.ts": `${SDK}export const useCrumbs = () => ({ crumb: (message) => Sentry.addBreadcrumb({ message }) });\n`,
        "a.ts": `import { useCrumbs as crumbs } from "./hook";\nconst { crumb: say } = crumbs();\nsay("m");\n`,
      },
      1,
      "useCrumbs.crumb",
    ],
  ])("%s", async (_, files, seen, names) => {
    const result = await found(files);
    expect({ ...result, names: result.names.split(" ").sort().join(" ") }).toEqual({ seen, names });
  });

  it.each<[what: string, files: Record<string, string>]>([
    [
      "another class with such a method",
      {
        "crumb.service.ts": SERVICE,
        "use.ts": `import { CrumbService } from "./crumb.service";\nnew CrumbService().addBreadcrumb("m", "c");\n`,
        "path.ts": `export class PathService { addBreadcrumb(label, href) { this.items.push({ label, href }); } }\n`,
        "a.ts": `import { PathService } from "./path";\nconst path = new PathService();\npath.addBreadcrumb("Home", "/");\n`,
      },
    ],
    [
      "another interface with such a method",
      {
        "crumb.service.ts": SERVICE,
        "use.ts": `import { CrumbService } from "./crumb.service";\nnew CrumbService().addBreadcrumb("m", "c");\n`,
        "a.ts": `interface Trail { addBreadcrumb(label: string): void }\nexport const a = (trail: Trail) => trail.addBreadcrumb("Home");\n`,
      },
    ],
  ])("takes none of %s", async (_, files) => {
    expect((await found(files)).seen).toBe(1);
  });
});
