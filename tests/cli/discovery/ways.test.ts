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

const CALL = `run() { this.crumbs.addBreadcrumb("m", "c"); } }\n`;
const BOTH = `import { CRUMBS } from "./token";\nimport { CrumbService } from "./crumb.service";\n`;
const INJECTED = `import { CRUMBS } from "./token";\nexport class A { constructor(@Inject(CRUMBS) private readonly crumbs) {} ${CALL}`;

/** Ways by which a container has a service under a token. */
const REGISTERED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a provider of Nest": {
    "module.ts": `${BOTH}@Module({ providers: [{ provide: CRUMBS, useClass: CrumbService }] })\nexport class M {}\n`,
    "a.ts": INJECTED,
  },
  "a provider that makes an instance": {
    "module.ts": `${BOTH}export const provider = { provide: CRUMBS, useFactory: () => new CrumbService() };\n`,
    "a.ts": INJECTED,
  },
  "a provider of Angular": {
    "module.ts": `${BOTH}export const config = { providers: [{ provide: CRUMBS, useExisting: CrumbService }] };\n`,
    "a.ts": `import { CRUMBS } from "./token";\nexport class A { crumbs = inject(CRUMBS); ${CALL}`,
  },
  "a binding of Inversify": {
    "module.ts": `${BOTH}container.bind(CRUMBS).to(CrumbService);\n`,
    "a.ts": INJECTED,
  },
  "a provider whose user says more of it": {
    "module.ts": `${BOTH}@Module({ providers: [{ provide: CRUMBS, useClass: CrumbService }] })\nexport class M {}\n`,
    "a.ts": `import { CRUMBS } from "./token";\nexport class A { constructor(@Optional() @Self @Inject(CRUMBS) private readonly crumbs) {} ${CALL}`,
  },
  "Vue's provide()": {
    "module.ts": `${BOTH}app.provide(CRUMBS, new CrumbService());\n`,
    "a.ts": `import { CRUMBS } from "./token";\nexport class A { crumbs = inject(CRUMBS); ${CALL}`,
  },
};

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
      "members of the global object",
      {
        "main.ts": `${SDK}globalThis.crumb = (message) => Sentry.addBreadcrumb({ message });\n(window as any).log = { note(message) { Sentry.addBreadcrumb({ message }); } };\nself.trail = Sentry;\n`,
        "a.ts": `crumb("m");\nglobalThis.crumb("n");\nwindow.log.note("o");\nlog.note("p");\n(window as any).crumb("q");\nwindow.trail.addBreadcrumb({ message: "u" });\ntrail.addBreadcrumb({ message: "v" });\n`,
        "b.ts": `import { crumb } from "./own";\ncrumb("r");\nfunction f(log) { log.note("s"); }\nconst window = {};\nwindow.log.note("t");\n`,
        "own.ts": `export const crumb = (label) => label;\n`,
      },
      7,
      "crumb globalThis.crumb log.note trail.addBreadcrumb window.crumb window.log.note window.trail.addBreadcrumb",
    ],
    [
      "what a preload script of Electron gives to pages",
      {
        "preload.ts": `import * as Sentry from "@sentry/electron/renderer";\nimport { contextBridge } from "electron";\ncontextBridge.exposeInMainWorld("crumbs", { crumb: (message) => Sentry.addBreadcrumb({ message }) });\ncontextBridge.exposeInMainWorld("leave", (message) => Sentry.addBreadcrumb({ message }));\n`,
        "page.ts": `window.crumbs.crumb("m");\nwindow.leave("n");\nwindow.other("o");\n`,
      },
      2,
      "window.crumbs.crumb window.leave",
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
      "a reporter that is set and handed out by way of names and functions",
      {
        "reporter.ts": [
          "let kept;",
          "const set = (next) => { const own = next; kept = own; };",
          "const take = () => kept;",
          "export { set as setReporter };",
          "export const getReporter = () => take();",
        ].join("\n"),
        "main.ts": `${SDK}import { setReporter } from "./reporter";\nconst crumb = (message) => Sentry.addBreadcrumb({ message });\nconst sink = crumb;\nfunction make() { const made = { crumb: useCallback(sink) }; return made; }\nsetReporter(make());\nconst reporter = make();\nsetReporter(reporter);\n`,
        "a.ts": `import { getReporter } from "./reporter";\ngetReporter().crumb("m");\n`,
      },
      1,
      "getReporter.crumb",
    ],
    [
      "a reporter behind a function of its module",
      {
        "reporter.ts": `${REPORTER}\nexport function note(message: string) { reporter.addBreadcrumb({ message }); }\n`,
        "main.ts": START,
        "a.ts": `import { note } from "./reporter";\nnote("m");\n`,
      },
      1,
      "note reporter.addBreadcrumb",
    ],
    [
      "a reporter behind a function of the module that declares its type",
      {
        "reporter.ts": `${REPORTER}\nexport function note(message: string) { reporter.addBreadcrumb({ message }); }\n`,
        "sentry.ts": `${SDK}import type { Reporter } from "./reporter";\nexport class SentryReporter implements Reporter { addBreadcrumb(crumb: object) { Sentry.addBreadcrumb(crumb); } }\n`,
        "main.ts": `import { setReporter } from "./reporter";\nimport { SentryReporter } from "./sentry";\nlet own: SentryReporter | null = null;\nexport function start() { own = new SentryReporter(); setReporter(own); }\n`,
        "a.ts": `import { note } from "./reporter";\nnote("m");\n`,
      },
      1,
      "note reporter.addBreadcrumb",
    ],
    ...[
      "@service declare eventTracker: EventTracker;",
      "@service eventTracker;",
      "@tracked @service eventTracker;",
      '@service("event-tracker") eventTracker;',
    ].map((field): [string, Record<string, string>, number, string] => [
      `a service of Ember: ${field}`,
      {
        "package.json": `{ "name": "shop" }`,
        "app/services/event-tracker.js": `${SDK}import Service, { service } from "@ember/service";\nexport default class EventTracker extends Service { @service store; track(name, data) { Sentry.addBreadcrumb({ message: \`Event \${name}\`, data }); this.store.save(name); } }\n`,
        "app/components/pay.ts": `import { service } from "@ember/service";\n${field.includes(":") ? `import type EventTracker from "shop/services/event-tracker";\n` : ""}export default class Pay extends Component { ${field} pay() { this.eventTracker.track("paid", { at: 1 }); } }\n`,
      },
      1,
      "this.eventTracker.track",
    ]),
    [
      "transports that a logger keeps in a list",
      {
        "sentry.ts": `${SDK}export const sentryTransport = (level, message) => { Sentry.addBreadcrumb({ message, level }); };\n`,
        "logger.ts": `import { sentryTransport } from "./sentry";\nclass Logger { to = []; add(one) { this.to.push(one); } info(message) { this.send("info", message); } send(level, message) { for (const one of this.to) one(level, message); } }\nexport const logger = new Logger();\nlogger.add(sentryTransport);\n`,
        "a.ts": `import { logger } from "./logger";\nlogger.info("m");\n`,
      },
      1,
      "logger.info sentryTransport",
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
    ...Object.entries(REGISTERED).map(([what, files]): [string, Record<string, string>, number, string] => [
      what,
      { "crumb.service.ts": SERVICE, "token.ts": "export const CRUMBS = Symbol();\n", ...files },
      1,
      "CRUMBS.addBreadcrumb",
    ]),
    [
      "a token of Angular that makes its service itself",
      {
        "crumb.service.ts": SERVICE,
        "token.ts": `import { CrumbService } from "./crumb.service";\nexport const CRUMBS = new InjectionToken("crumbs", { providedIn: "root", factory: () => new CrumbService() });\n`,
        "a.ts": `import { CRUMBS } from "./token";\nexport class A { crumbs = inject(CRUMBS); ${CALL}`,
      },
      1,
      "CRUMBS.addBreadcrumb",
    ],
    [
      "a token of Angular that says what it stands for",
      {
        "crumb.service.ts": SERVICE,
        "token.ts": `import type { CrumbService } from "./crumb.service";\nexport const CRUMBS = new InjectionToken<CrumbService>("crumbs");\n`,
        "a.ts": `import { CRUMBS } from "./token";\nexport class A { crumbs = inject(CRUMBS); ${CALL}`,
      },
      1,
      "CRUMBS.addBreadcrumb",
    ],
    [
      "a reporter that may be missing",
      {
        "reporter.ts": [
          "export interface Reporter { addBreadcrumb(crumb: object): void }",
          "const none = { addBreadcrumb() {} };",
          "let reporter: Reporter | undefined;",
          "export function setReporter(next: Reporter | undefined = none) { if (next) reporter = next ?? none; }",
          "export const getReporter = () => reporter ?? none;",
          'export * from "./other";',
        ].join("\n"),
        "other.ts": "export const other = 1;\n",
        "main.ts": START,
        "a.ts": `import { getReporter } from "./reporter";\ngetReporter().addBreadcrumb({ message: "m" });\n`,
      },
      1,
      "getReporter.addBreadcrumb",
    ],
    [
      "objects that are said to be of an interface, or of one of two",
      {
        "port.ts": `export interface Crumbs { crumb(message: string): void }\nexport interface Notes { note(message: string): void }\n`,
        "sentry.ts": `${SDK}import type { Crumbs, Notes } from "./port";\nexport const crumbs = { crumb(message: string) { Sentry.addBreadcrumb({ message }); } } satisfies Crumbs;\nexport const notes: Notes | null = { note(message: string) { Sentry.addBreadcrumb({ message }); } };\n`,
        "a.ts": `import type { Crumbs, Notes } from "./port";\nexport function a(crumbs: Crumbs, notes: Notes) { crumbs.crumb("m"); notes.note("n"); }\n`,
      },
      2,
      "Crumbs.crumb Notes.note",
    ],
    [
      "a service by types of the file that stand for its own, and by a function that names it",
      {
        "crumb.service.ts": SERVICE,
        "a.ts": [
          `import { CrumbService } from "./crumb.service";`,
          "type Own = CrumbService;",
          `export function a(own: Own) { own.addBreadcrumb("m", "c"); }`,
          `export function b(options: { crumbs: CrumbService }) { options.crumbs.addBreadcrumb("m", "c"); }`,
          `export function c(own: Readonly<CrumbService>) { own.addBreadcrumb("m", "c"); }`,
          `export class D { constructor(@Inject(() => CrumbService) private readonly crumbs) {} ${CALL}`,
        ].join("\n"),
      },
      4,
      "CrumbService.addBreadcrumb",
    ],
    [
      "a token of the language of the container",
      {
        "crumb.service.ts": SERVICE,
        "module.ts": `import { CrumbService } from "./crumb.service";\n@Module({ providers: [{ provide: "CRUMBS", useClass: CrumbService }] })\nexport class M {}\n`,
        "a.ts": `export class A { constructor(@Inject("CRUMBS") private readonly crumbs) {} run() { this.crumbs.addBreadcrumb("m", "c"); } }\n`,
      },
      1,
      "CRUMBS.addBreadcrumb",
    ],
    [
      "a service that a class of another module keeps, extends or injects",
      {
        "crumb.service.ts": SERVICE,
        "base.ts": `import { inject } from "@angular/core";\nimport { CrumbService } from "./crumb.service";\nexport abstract class Base { protected readonly crumbs = inject(CrumbService); constructor(protected readonly own: CrumbService) {} }\nexport class Special extends CrumbService {}\n`,
        "a.ts": `import { Base, Special } from "./base";\nexport class A extends Base { run() { this.crumbs.addBreadcrumb("m", "c"); this.own.addBreadcrumb("n", "c"); new Special().addBreadcrumb("o", "c"); } }\n`,
      },
      3,
      "Base.crumbs.addBreadcrumb Base.own.addBreadcrumb Special.addBreadcrumb",
    ],
    [
      "methods of a class that others extend",
      {
        "base.ts": `${SDK}export abstract class Base { crumb(message) { Sentry.addBreadcrumb({ message }); } }\n`,
        "a.ts": `import { Base } from "./base";\nexport class A extends Base { run() { this.crumb("m"); } }\nexport class B extends A { run() { super.crumb("n"); } }\n`,
      },
      2,
      "Base.crumb",
    ],
    [
      "what is imported and handed on in an object",
      {
        "log.ts": `${SDK}export const crumb = (message) => Sentry.addBreadcrumb({ message });\n`,
        "api.ts": `import { crumb } from "./log";\nexport const api = { crumb };\nexport default { crumb };\n`,
        "a.ts": `import own, { api } from "./api";\napi.crumb("m");\nown.crumb("n");\n`,
      },
      2,
      "api.crumb own.crumb",
    ],
    [
      "what Vue's components have",
      {
        "main.js": `${SDK}Vue.prototype.$crumb = (message) => Sentry.addBreadcrumb({ message });\napp.config.globalProperties.$note = (message) => Sentry.addBreadcrumb({ message });\n`,
        "a.js": `export default { methods: { run() { this.$crumb("m"); this.$note("n"); } } };\n`,
      },
      2,
      "this.$crumb this.$note",
    ],
    [
      "what is provided under a text",
      {
        "main.ts": `${SDK}app.provide("crumbs", { crumb: (message) => Sentry.addBreadcrumb({ message }) });\n`,
        "a.ts": `const crumbs = inject("crumbs");\ncrumbs.crumb("m");\n`,
      },
      1,
      "crumbs.crumb",
    ],
    [
      "what plugins of Nuxt provide",
      {
        "plugins/crumbs.ts": `${SDK}export default defineNuxtPlugin((nuxt) => { nuxt.provide("log", { crumb(message) { Sentry.addBreadcrumb({ message }); } }); return { provide: { crumb: (message) => Sentry.addBreadcrumb({ message }) } }; });\n`,
        "a.ts": `import { useNuxtApp as app } from "#app";\nconst { $log } = useNuxtApp();\n$log.crumb("m");\napp().$crumb("n");\n`,
      },
      2,
      "useNuxtApp.$crumb useNuxtApp.$log.crumb",
    ],
    [
      "the SDK as `$sentry`, which needs no wrapper",
      {
        "plugins/sentry.ts": `${SDK}export default defineNuxtPlugin(() => ({ provide: { sentry: Sentry } }));\n`,
        "a.ts": `useNuxtApp().$sentry.addBreadcrumb({ message: "m" });\nexport default { asyncData({ $sentry }) { $sentry.addBreadcrumb({ message: "n" }); }, fetch(context) { context.app.$sentry.addBreadcrumb({ message: "o" }); } };\n`,
      },
      3,
      "",
    ],
    [
      "what Nuxt imports by itself",
      {
        "nuxt.config.ts": "export default {};\n",
        "composables/use-crumbs.ts": `${SDK}export default () => ({ crumb: (message) => Sentry.addBreadcrumb({ message }) });\n`,
        "app/utils/note.ts": `${SDK}export function leaveCrumb(message) { Sentry.addBreadcrumb({ message }); }\n`,
        "pages/a.ts": `const crumbs = useCrumbs();\ncrumbs.crumb("m");\nleaveCrumb("n");\n`,
      },
      2,
      "leaveCrumb useCrumbs.crumb",
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
    [
      "a module that is loaded where it is needed",
      {
        "log.ts": `${SDK}export const crumb = (message) => Sentry.addBreadcrumb({ message });\n`,
        "a.js": `import("./log").then(({ crumb }) => crumb("m"));\nimport("./log").then((log) => log.crumb("n"));\nrequire("./log").crumb("o");\n(async () => (await import("./log")).crumb("p"))();\n`,
      },
      4,
      "crumb",
    ],
    [
      "what a hook takes of a store",
      {
        "store.ts": `${SDK}import { create } from "zustand";\nexport const useLog = create((set) => ({ crumb: (message) => { Sentry.addBreadcrumb({ message }); } }));\n`,
        "a.ts": `import { useLog } from "./store";\nconst c = useLog((state) => state.crumb);\nc("m");\nuseLog.getState().crumb("n");\n`,
      },
      2,
      "useLog.crumb",
    ],
    [
      "stores of Pinia",
      {
        "store.ts": `${SDK}import { defineStore } from "pinia";\nexport const useLog = defineStore("log", { actions: { crumb(message) { Sentry.addBreadcrumb({ message }); } } });\nexport const useNotes = defineStore("notes", () => { function note(message) { Sentry.addBreadcrumb({ message }); } return { note }; });\nexport const useOld = defineStore({ id: "old", actions: { say(message) { Sentry.addBreadcrumb({ message }); } } });\n`,
        "a.ts": `import { useLog, useNotes, useOld } from "./store";\nconst log = useLog();\nlog.crumb("m");\nconst { note } = useNotes();\nnote("n");\nuseOld().say("o");\n`,
      },
      3,
      "useLog.crumb useNotes.note useOld.say",
    ],
    [
      "a React context of one file that another one provides, by a value that is kept",
      {
        "context.ts": `import { createContext } from "react";\nexport const Crumbs = createContext(null);\n`,
        "provider.tsx": `${SDK}import { useCallback, useMemo } from "react";\nimport { Crumbs } from "./context";\nexport function CrumbsProvider({ children }) { const crumb = useCallback((message) => { Sentry.addBreadcrumb({ message }); }, []); const value = useMemo(() => ({ crumb }), [crumb]); return <Crumbs.Provider value={value}>{children}</Crumbs.Provider>; }\n`,
        "hook.ts": `import { useContext } from "react";\nimport { Crumbs } from "./context";\nexport const useCrumbs = () => { const crumbs = useContext(Crumbs); if (!crumbs) throw new Error("outside"); return crumbs; };\n`,
        "a.tsx": `import { useCrumbs } from "./hook";\nexport function A() { const { crumb } = useCrumbs(); crumb("m"); }\n`,
      },
      1,
      "useCrumbs.crumb",
    ],
    [
      "a React context of which the value is made once",
      {
        "context.tsx": `${SDK}import { createContext, useContext, useMemo } from "react";\nconst Crumbs = createContext(undefined);\nexport function CrumbsProvider({ children }) { const value = useMemo(() => ({ crumb: (message) => { Sentry.addBreadcrumb({ message }); } }), []); return <Crumbs.Provider value={value}>{children}</Crumbs.Provider>; }\nexport function useCrumbs() { return useContext(Crumbs); }\n`,
        "a.tsx": `import { useCrumbs } from "./context";\nexport function A() { const { crumb } = useCrumbs(); crumb("m"); }\n`,
      },
      1,
      "useCrumbs.crumb",
    ],
    [
      "members that are assigned to a function, its prototype and an object",
      {
        "log.js": `const Sentry = require("@sentry/node");\nfunction Log() {}\nLog.prototype.crumb = function (message) { Sentry.addBreadcrumb({ message }); };\nLog.note = (message) => Sentry.addBreadcrumb({ message });\nconst api = {};\napi.say = (message) => Sentry.addBreadcrumb({ message });\nmodule.exports = { Log, api };\n`,
        "a.js": `const { api, Log } = require("./log");\nnew Log().crumb("m");\nLog.note("n");\napi.say("o");\n`,
      },
      3,
      "Log.crumb Log.note api.say",
    ],
    [
      "functions of a namespace",
      {
        "log.ts": `${SDK}export namespace Log { const own = (message) => Sentry.addBreadcrumb({ message }); export function crumb(message: string) { Sentry.addBreadcrumb({ message }); } export namespace Deep { export const note = own; } export * from "./other"; }\n`,
        "a.ts": `import { Log } from "./log";\nLog.crumb("m");\nLog.Deep.note("n");\nLog.own("o");\n`,
      },
      2,
      "Log.Deep.note Log.crumb",
    ],
    [
      "what plugins of Nuxt 2 inject",
      {
        "plugins/crumb.js": `${SDK}export default ({ app }, inject) => { inject("crumb", (message) => Sentry.addBreadcrumb({ message })); };\n`,
        "a.js": `export default { methods: { run() { this.$crumb("m"); } }, asyncData({ $crumb, app }) { $crumb("n"); app.$crumb("o"); } };\n`,
      },
      3,
      "$crumb app.$crumb this.$crumb",
    ],
    [
      "a token of Angular with a factory, where a package makes the token",
      {
        "crumb.service.ts": SERVICE,
        "token.ts": `import { InjectionToken } from "@angular/core";\nimport { CrumbService } from "./crumb.service";\nexport const CRUMBS = new InjectionToken("crumbs", { factory: () => new CrumbService() });\n`,
        "a.ts": `import { inject } from "@angular/core";\nimport { CRUMBS } from "./token";\nexport class A { crumbs = inject(CRUMBS); ${CALL}`,
      },
      1,
      "CRUMBS.addBreadcrumb",
    ],
    [
      "the SDK itself under a token, its own or a text",
      {
        "token.ts": `export const SENTRY = Symbol();\n`,
        "main.ts": `${SDK}import { SENTRY } from "./token";\n@Module({ providers: [{ provide: SENTRY, useValue: Sentry }] })\nexport class M {}\napp.provide("sentry", Sentry);\n`,
        "a.ts": `import { SENTRY } from "./token";\nexport class A { constructor(@Inject(SENTRY) private readonly sentry) {} run() { this.sentry.addBreadcrumb({ message: "m" }); } }\nconst own = inject("sentry");\nown.addBreadcrumb({ message: "n" });\n`,
      },
      2,
      "SENTRY.addBreadcrumb sentry.addBreadcrumb",
    ],
    [
      "the SDK under a token of the file that provides it",
      {
        "main.ts": `${SDK}export const SENTRY = new InjectionToken("sentry");\nexport const providers = [{ provide: SENTRY, useValue: Sentry }];\n`,
        "a.ts": `import { SENTRY } from "./main";\nconst sentry = inject(SENTRY);\nsentry.addBreadcrumb({ message: "m" });\n`,
      },
      1,
      "SENTRY.addBreadcrumb",
    ],
    [
      "Awilix's classes, functions and values by their names",
      {
        "log.ts": `${SDK}export class Log { crumb(message) { Sentry.addBreadcrumb({ message }); } }\nexport const makeTrail = () => ({ note: (message) => Sentry.addBreadcrumb({ message }) });\n`,
        "container.ts": `${SDK}import { asClass, asFunction, asValue, createContainer } from "awilix";\nimport { Log, makeTrail } from "./log";\nimport { Shop } from "./shop";\nimport makeCart from "./cart";\nexport const container = createContainer();\ncontainer.register({ log: asClass(Log).singleton().disposer(() => {}), trail: asFunction(makeTrail), sentry: asValue(Sentry), own: asFunction(() => Sentry), say: asValue((message) => Sentry.addBreadcrumb({ message })) });\ncontainer.register({ shop: asClass(Shop), cart: asFunction(makeCart) });\ncontainer.register("named", asClass(Log));\n`,
        "shop.ts": `export class Shop { constructor({ log, sentry: sdk, other }) { this.log = log; this.sdk = sdk; this.other = other; } run() { this.log.crumb("1"); this.sdk.addBreadcrumb({ message: "2" }); this.other.crumb("-"); } }\n`,
        "cart.ts": `export default ({ trail, say }) => ({ add() { trail.note("3"); say("4"); } });\n`,
        "a.ts": `import { container } from "./container";\ncontainer.resolve("log").crumb("5");\ncontainer.cradle.trail.note("6");\ncontainer.resolve("own").addBreadcrumb({ message: "7" });\nresolve("log").crumb("-");\n`,
        "b.ts": `import type { AwilixContainer } from "awilix";\nexport const b = (container: AwilixContainer) => container.createScope().resolve("named").crumb("8");\n`,
      },
      8,
      "container.cradle.trail.note log.crumb named.crumb own.addBreadcrumb say sentry.addBreadcrumb trail.note",
    ],
    [
      "what Awilix passes to a constructor that names a type for it",
      {
        "log.ts": `${SDK}export class Log { crumb(message) { Sentry.addBreadcrumb({ message }); } }\n`,
        "container.ts": `import { asClass, createContainer } from "awilix";\nimport { Log } from "./log";\nimport { Shop } from "./shop";\nexport const container = createContainer().register({ log: asClass(Log), shop: asClass(Shop) });\n`,
        "types.ts": `export interface Cradle { log: { crumb(message: string): void } }\n`,
        "shop.ts": `import type { Cradle } from "./types";\nexport class Shop { private readonly log; constructor(cradle: Cradle) { this.log = cradle.log; } run() { this.log.crumb("m"); } }\n`,
      },
      1,
      "log.crumb",
    ],
    [
      "Fastify's decorators",
      {
        "log.ts": `${SDK}export const log = { crumb(message) { Sentry.addBreadcrumb({ message }); } };\n`,
        "app.ts": `${SDK}import Fastify from "fastify";\nimport { log } from "./log";\nexport const app = Fastify({ logger: true });\napp.decorate("sentry", Sentry);\napp.decorate("say", (message) => Sentry.addBreadcrumb({ message }));\napp.decorateRequest("trail", { getter() { return log; } });\napp.decorateReply("own", { getter: () => Sentry });\napp.addHook("onRequest", async (request) => { request.late = Sentry; });\n`,
        "plugin.js": `module.exports = async (fastify, options) => { fastify.sentry.addBreadcrumb({ message: "1" }); fastify.get("/", async (request, reply) => { request.trail.crumb("2"); reply.own.addBreadcrumb({ message: "3" }); request.late.addBreadcrumb({ message: "4" }); request.server.sentry.addBreadcrumb({ message: "5" }); fastify.log.addBreadcrumb({ message: "-" }); }); fastify.register(async (child) => { child.sentry.addBreadcrumb({ message: "6" }); }); };\n`,
        "typed.ts": `import type { FastifyInstance, FastifyRequest } from "fastify";\nexport const a = (app: FastifyInstance) => app.sentry.addBreadcrumb({ message: "7" });\nexport const b = (own: FastifyRequest<{ Body: string }>) => { own.trail.crumb("8"); own.log.crumb("-"); };\n`,
        "start.ts": `import { app } from "./app";\napp.sentry.addBreadcrumb({ message: "9" });\napp.say("10");\napp.log.say("-");\n`,
        "made.ts": `import { fastify } from "fastify";\nconst app = fastify();\napp.say("11");\napp.log.say("-");\n`,
      },
      11,
      "FastifyInstance.say FastifyInstance.sentry.addBreadcrumb FastifyReply.own.addBreadcrumb FastifyRequest.late.addBreadcrumb FastifyRequest.trail.crumb app.say app.sentry.addBreadcrumb",
    ],
    [
      "what is put into the locals of Express",
      {
        "log.js": `const Sentry = require("@sentry/node");\nexports.log = { crumb(message) { Sentry.addBreadcrumb({ message }); } };\n`,
        "app.js": `const Sentry = require("@sentry/node");\nconst express = require("express");\nconst { log } = require("./log");\nconst app = express();\napp.locals.sentry = Sentry;\napp.locals.crumb = (message) => Sentry.addBreadcrumb({ message });\napp.use((req, res, next) => { res.locals.log = log; next(); });\n`,
        "routes.js": `const { Router } = require("express");\nconst router = Router();\nrouter.get("/", (one, two) => { one.app.locals.sentry.addBreadcrumb({ message: "1" }); two.locals.log.crumb("2"); two.log.crumb("-"); });\nrouter.use((error, one, two, next) => { two.locals.log.crumb("3"); one.app.locals.crumb("4"); one.locals.log.crumb("-"); });\n`,
        "middleware.js": `module.exports = (req, res, next) => { req.app.locals.sentry.addBreadcrumb({ message: "5" }); res.locals.log.crumb("6"); next(); };\nmodule.exports.other = (a, b) => { a.app.locals.sentry.addBreadcrumb({ message: "-" }); b.locals.log.crumb("-"); };\n`,
        "typed.ts": `import express, { type Request } from "express";\nexport const a = (one: Request, two: express.Response) => { one.app.locals.sentry.addBreadcrumb({ message: "7" }); two.locals.log.crumb("8"); two.app.locals.crumb("9"); };\n`,
      },
      9,
      "Application.locals.crumb Application.locals.sentry.addBreadcrumb Response.locals.log.crumb",
    ],
    [
      "a factory that spreads another, kept in a private field by an option and handed out by a getter",
      {
        "structured.ts": `${SDK}export type Structured = { info(message: string): void };\nexport const createStructured = ({ name }): Structured => { const make = (level) => (message, fields) => { Sentry.addBreadcrumb({ message, category: name, data: fields }); }; return { info: make(1) }; };\n`,
        "logger.ts": `import { createStructured, type Structured } from "./structured";\nexport type Logger = Structured & { child(): Logger };\nexport interface Deep extends Structured { child(): Deep }\nexport const createLogger = ({ name }): Logger => ({ ...createStructured({ name }), child: () => createLogger({ name }) });\n`,
        "context.ts": `import { createLogger, type Deep, type Logger } from "./logger";\nexport class Context { #log: Logger; private constructor({ log }: { log: Logger }) { this.#log = log; } get log(): Logger { return this.#log; } get untyped() { return this.#log; } get deep(): Deep { return make(); } get none() { return; } get odd() { if (x) return this.#log; } private get own(): Logger { return this.#log; } static init() { return new Context({ log: createLogger({}) }); } run() { this.log.info("1"); this.#log.info("2"); } }\n`,
        "a.ts": `import type { Context } from "./context";\nexport const a = (ctx: Context) => { ctx.log.info("3"); ctx.untyped.info("4"); ctx.deep.info("5"); ctx.none.warn("-"); ctx.deep.child.warn("-"); };\nexport class A { constructor(private readonly ctx: Context) {} run() { this.ctx.log.info("6"); } }\nexport const b = ({ ctx }: { ctx: Context }, { log: own } = {}) => { ctx.log.info("7"); own.info("-"); };\n`,
        "b.ts": `import { createLogger } from "./logger";\nconst log = createLogger({});\nlog.info("8");\n`,
      },
      8,
      "Context.deep.info Context.log.info Context.untyped.info Logger.info createLogger.info",
    ],
    [
      "Fastify's decorators that are the SDK's function, or make what records",
      {
        "app.ts": `${SDK}import fastify from "fastify";\nconst app = fastify();\napp.decorate("crumb", Sentry.addBreadcrumb);\napp.decorate("trail", { getter() { return { add(message) { Sentry.addBreadcrumb({ message }); } }; } });\napp.decorate("log", { info() {} });\nexport default app;\n`,
        "a.ts": `import app from "./app";\napp.crumb({ message: "1" });\napp.trail.add("2");\napp.log.info("-");\napp.log.add("-");\n`,
        "b.js": `module.exports = async (fastify) => { fastify.crumb({ message: "3" }); fastify.get("/", (request) => { request.server.trail.add("4"); }); };\n`,
      },
      4,
      "FastifyInstance.crumb FastifyInstance.trail.add app.crumb app.trail.add",
    ],
    [
      "an application of one package, beside that of another which has something else under the name",
      {
        "one/package.json": "{}",
        "one/app.ts": `${SDK}import express from "express";\nexport const app = express();\napp.locals.log = { info: (message) => Sentry.addBreadcrumb({ message }) };\n`,
        "one/a.ts": `import type { Request } from "express";\nexport const a = (req: Request) => { req.app.locals.log.info("1"); };\n`,
        "two/package.json": "{}",
        "two/app.ts": `import express from "express";\nexport const app = express();\napp.locals.log = { info: (message) => process.stdout.write(message) };\n`,
        "two/a.ts": `import type { Request } from "express";\nexport const a = (req: Request) => { req.app.locals.log.info("-"); };\n`,
        "three/package.json": "{}",
        "three/a.ts": `import type { Request } from "express";\nexport const a = (req: Request) => { req.app.locals.log.info("-"); };\n`,
      },
      1,
      "Application.locals.log.info",
    ],
    [
      "a function on top of a module that passes the SDK on",
      {
        "sdk.ts": `export * as Sentry from "@sentry/node";\n`,
        "log.ts": `import { Sentry } from "./sdk";\nexport const track = (message) => { Sentry.addBreadcrumb({ message }); };\n`,
        "a.ts": `import { track } from "./log";\ntrack("1");\n`,
      },
      1,
      "track",
    ],
    [
      "functions made for levels of another file, of which it records some",
      {
        "level.ts": `export type Level = 1;\nexport const Level = { DEBUG: 1, INFO: 2 } as const;\nexport enum Rank { Low, High }\nexport const Open = { LOW: lowest, ...other };\n`,
        "log.ts": `${SDK}import { Level, Open, Rank } from "./level";\nconst make = (level) => (message) => { if (level >= Level.INFO) Sentry.addBreadcrumb({ message }); };\nexport const log = { info: make(Level.INFO), debug: make(Level.DEBUG) };\nconst rank = (at: Rank) => (message) => { if (at < Rank.High) return; Sentry.addBreadcrumb({ message }); };\nexport const ranked = { high: rank(Rank.High), low: rank(Rank.Low) };\nconst open = (at) => (message) => { if (at >= Open.LOW) Sentry.addBreadcrumb({ message }); };\nexport const opened = { any: open(Open.HIGH) };\n`,
        "a.ts": `import { log, opened, ranked } from "./log";\nlog.info("1"); log.debug("-"); ranked.high("2"); ranked.low("-"); opened.any("3");\n`,
      },
      3,
      "log.info opened.any ranked.high",
    ],
    [
      "the SDK handed to a function whose module keeps it",
      {
        "sdk.ts": `let sdk;\nexport const setSdk = (next) => { sdk = next; };\nexport const getSdk = () => sdk;\nexport const crumb = (message) => sdk?.addBreadcrumb({ message });\n`,
        "main.ts": `${SDK}import { setSdk } from "./sdk";\nsetSdk(Sentry);\n`,
        "a.ts": `import { crumb, getSdk } from "./sdk";\ncrumb("m");\ngetSdk().addBreadcrumb({ message: "n" });\n`,
      },
      2,
      "crumb getSdk.addBreadcrumb sdk.addBreadcrumb",
    ],
    [
      "the SDK handed to constructors, whose fields keep it",
      {
        "log.ts": `export class Log { constructor(private readonly sdk) {} crumb(message) { this.sdk.addBreadcrumb({ message }); } }\nexport class Old { constructor(options) { this.sdk = options.sdk; } note(message) { this.sdk.addBreadcrumb({ message }); } }\nexport class Deep { constructor(settings) { this.provider = settings?.monitoring?.sdk; } say(message) { this.provider.addBreadcrumb({ message }); } }\n`,
        "main.ts": `${SDK}import { Deep, Log, Old } from "./log";\nexport const log = new Log(Sentry);\nexport const old = new Old({ sdk: Sentry });\nexport const deep = new Deep({ on: true, monitoring: { sdk: Sentry } });\n`,
        "a.ts": `import { deep, log, old } from "./main";\nlog.crumb("m");\nold.note("n");\ndeep.say("o");\n`,
      },
      3,
      "deep.say log.crumb old.note this.provider.addBreadcrumb this.sdk.addBreadcrumb",
    ],
    [
      "the SDK handed to a method at start-up, and what records by itself there",
      {
        "tracker.ts": `class Tracker { sdk = null; init(sdk) { this.sdk = sdk; this.sdk.addBreadcrumb({ message: "start" }); } crumb(message) { this.sdk?.addBreadcrumb({ message }); } }\nexport const tracker = new Tracker();\n`,
        "main.ts": `${SDK}import { tracker } from "./tracker";\ntracker.init(Sentry);\n`,
        "a.ts": `import { tracker } from "./tracker";\ntracker.crumb("m");\n`,
      },
      2,
      "this.sdk.addBreadcrumb tracker.crumb",
    ],
    [
      "the SDK handed to a default export that takes it apart, and to one of CommonJS",
      {
        "make.ts": `export default ({ Sentry: sdk, app }) => ({ crumb: (message) => sdk.addBreadcrumb({ message }) });\n`,
        "middleware.js": `module.exports = function (sdk) { return (request, response, next) => { sdk.addBreadcrumb({ message: "in" }); next(); }; };\n`,
        "main.js": `${SDK}import make from "./make";\nexport const log = make({ Sentry });\napp.use(require("./middleware")(Sentry));\n`,
        "a.ts": `import { log } from "./main";\nlog.crumb("m");\n`,
      },
      2,
      "log.crumb sdk.addBreadcrumb sdk.addBreadcrumb",
    ],
    [
      "the SDK handed to a class without a name",
      {
        "log.ts": `export default class { constructor(sdk) { this.sdk = sdk; } crumb(message) { this.sdk.addBreadcrumb({ message }); } }\n`,
        "main.ts": `${SDK}import Log from "./log";\nexport const log = new Log(Sentry);\n`,
        "a.ts": `import { log } from "./main";\nlog.crumb("m");\n`,
      },
      1,
      "log.crumb this.sdk.addBreadcrumb",
    ],
    [
      "the SDK handed to what the file itself has",
      {
        "a.ts": `${SDK}class Log { constructor(sdk) { this.sdk = sdk; } crumb(message) { this.sdk.addBreadcrumb({ message }); } static start(sdk) { sdk.addBreadcrumb({ message: "start" }); } }\nconst log = new Log(Sentry);\nlog.crumb("m");\nLog.start(Sentry);\nfunction use(given) { given.addBreadcrumb({ message: "n" }); }\nuse(Sentry);\n`,
      },
      3,
      "given.addBreadcrumb sdk.addBreadcrumb this.sdk.addBreadcrumb",
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
    [
      "another member of a store, and another module that is loaded",
      {
        "store.ts": `${SDK}export const useLog = create(() => ({ crumb: (message) => Sentry.addBreadcrumb({ message }) }));\n`,
        "path.ts": `export const crumb = (label) => label;\n`,
        "a.ts": `import { useLog } from "./store";\nconst c = useLog((state) => state.crumb);\nc("m");\nconst d = useLog((state) => state.other);\nd("n");\nconst e = useLog((state) => other.crumb);\ne("o");\nconst f = useLog(({ crumb }) => 1);\nf("p");\nimport("./path").then(({ crumb }) => crumb("q"));\nload(({ crumb }) => crumb("r"));\nimport("./store").then(() => 1, ({ crumb }) => crumb("s"));\nrequire("./path").crumb("t");\n`,
      },
    ],
    [
      "a part of a store that is none of its actions, and a member of another prototype",
      {
        "store.ts": `${SDK}const crumb = (message) => Sentry.addBreadcrumb({ message });\nexport const useLog = defineStore("log", { state: { crumb }, actions: { note: crumb } });\nexport const useNone = defineStore(...rest);\nexport const useEmpty = defineStore();\nexport const useMade = () => useMemo(crumbs);\nconst crumbs = () => ({ crumb });\n`,
        "log.ts": `function Log() {}\nfunction Other() {}\nOther.prototype.note = (message) => message;\nexport { Log, Other };\n`,
        "a.ts": `import { useEmpty, useLog, useNone } from "./store";\nuseEmpty().crumb("q");\nimport { Other } from "./log";\nuseLog().note("m");\nuseLog().crumb("n");\nuseNone().crumb("o");\nnew Other().note("p");\n`,
      },
    ],
    [
      "what only looks as if it were registered",
      {
        "crumb.service.ts": SERVICE,
        "token.ts": "export const CRUMBS = Symbol();\n",
        "use.ts": `import { CrumbService } from "./crumb.service";\nnew CrumbService().addBreadcrumb("own", "c");\n`,
        "module.tsx": `${BOTH}const a = { useClass: CrumbService };\nconst { useClass } = a;\nlist.to(CrumbService);\nlist.find(CRUMBS).to(CrumbService);\ncontainer.bind().to(CrumbService);\ncontainer.bind(CRUMBS).to();\nnew InjectionToken("crumbs", { factory: () => new CrumbService() });\nconst view = <Crumbs.Provider other={CrumbService}>{CrumbService}</Crumbs.Provider>;\n`,
        "a.ts": INJECTED,
      },
    ],
    [
      "what others register under another text, or hand to what registers nothing",
      {
        "main.ts": `${SDK}app.provide("crumbs", { crumb: (message) => Sentry.addBreadcrumb({ message }) });\napp.provide("sentry", { addBreadcrumb() {} });\napp.use("other", Sentry);\n`,
        "a.ts": `inject("crumbs").crumb("m");\ninject("sentry").addBreadcrumb({ message: "n" });\ninject("other").addBreadcrumb({ message: "o" });\nfunction f(own) { own.crumb("p"); }\n`,
      },
    ],
    [
      "what is held where nobody could ask for it",
      {
        "main.tsx": `${SDK}import type { Log } from "./log";\nconst crumb = (message) => Sentry.addBreadcrumb({ message });\nconst a = { [name]: crumb, ...{ crumb } };\nconst b = { crumb } as Log;\nconst make = (): Log => ({ crumb });\n({ crumb })();\nconst view = <Crumbs.Provider other={crumb}>{crumb}</Crumbs.Provider>;\nconst named = <a:b value={crumb} />;\nf().value = crumb;\nprovide(() => {}, crumb);\nprovide(f(), crumb);\nprovide(this.token, crumb);\nSentry.addBreadcrumb({ message: "own" });\n`,
        "a.ts": `import { a, make } from "./main";\na.other("m");\nmake().other("n");\n`,
        "log.ts": "export interface Log { crumb(message: string): void }\n",
      },
    ],
    [
      "what a parameter has by the name of what a container has, where no container passes it",
      {
        "log.ts": SERVICE,
        "container.ts": `import { asClass, createContainer } from "awilix";\nimport { CrumbService } from "./log";\nimport { Shop } from "./shop";\ncreateContainer().register({ log: asClass(CrumbService), shop: asClass(Shop) });\n`,
        "shop.ts": `export class Shop { constructor({ log }, own) { this.log = log; this.own = own; } run() { this.log.addBreadcrumb("m", "c"); this.own.log.addBreadcrumb("-"); } static of({ log }) { log.addBreadcrumb("-"); } }\n`,
        "views/view.tsx": `export const View = ({ log }) => { log.addBreadcrumb("-"); };\n`,
      },
    ],
    [
      "what only looks as if a framework had it",
      {
        "main.ts": `${SDK}import { asValue, createContainer } from "awilix";\nasValue(Sentry);\nconst parts = { sentry: asValue(Sentry) };\ncreateContainer().other({ sentry: asValue(Sentry) });\ncreateContainer().register(sentry, asValue(Sentry));\nasValue();\nfastify.decorate(name, Sentry);\nfastify.decorate("sentry");\nfastify.use(Sentry);\nSentry.addBreadcrumb({ message: "own" });\n`,
        "a.ts": `import Fastify from "fastify";\nconst app = Fastify();\napp.sentry.addBreadcrumb({ message: "m" });\nresolve("sentry").addBreadcrumb({ message: "n" });\napp.use.addBreadcrumb({ message: "o" });\nexport const a = ({ sentry }) => sentry.addBreadcrumb({ message: "p" });\n`,
      },
    ],
    [
      "an application of Express beside another one, which has something else under the name",
      {
        "a.ts": `${SDK}import express from "express";\nexport const app = express();\napp.locals.log = { info: (message) => Sentry.addBreadcrumb({ message }) };\nSentry.addBreadcrumb({ message: "own" });\n`,
        "b.ts": `import express from "express";\nexport const admin = express();\nadmin.locals.log = { info: (message) => process.stdout.write(message) };\nadmin.get("/", (req, res) => { req.app.locals.log.info("-"); admin.locals.log.info("-"); });\n`,
        "c.ts": `import { admin } from "./b";\nadmin.locals.log.info("-");\n`,
      },
    ],
    [
      "one of two applications of a file",
      {
        "a.ts": `${SDK}import express from "express";\nexport const app = express();\nexport const admin = express();\napp.locals.log = { info: (message) => Sentry.addBreadcrumb({ message }) };\nadmin.locals.log = makeLog();\nSentry.addBreadcrumb({ message: "own" });\n`,
        "routes/b.ts": `export const route = (req, res) => { req.app.locals.log.info("-"); };\n`,
      },
    ],
    [
      "a server of Fastify beside another one, which is decorated with a module's value",
      {
        "a.ts": `${SDK}import fastify from "fastify";\nexport const app = fastify();\napp.decorate("trail", { note: (message) => Sentry.addBreadcrumb({ message }) });\nSentry.addBreadcrumb({ message: "own" });\n`,
        "log.ts": `export const log = { note: (message) => process.stdout.write(message) };\n`,
        "b.ts": `import fastify from "fastify";\nimport { log } from "./log";\nexport const admin = fastify();\nadmin.decorate("trail", log);\n`,
        "c.ts": `import type { FastifyInstance } from "fastify";\nexport const c = (one: FastifyInstance) => one.trail.note("-");\n`,
      },
    ],
    [
      "a container of Awilix beside another one",
      {
        "log.ts": `${SDK}export class Log { note(message) { Sentry.addBreadcrumb({ message }); } }\nexport class Other { note(message) { process.stdout.write(message); } }\n`,
        "a.ts": `import { asClass, createContainer } from "awilix";\nimport { Log } from "./log";\nimport { Shop } from "./shop";\ncreateContainer().register({ log: asClass(Log), shop: asClass(Shop) });\nnew Log().note("own");\n`,
        "b.ts": `import { asClass, createContainer } from "awilix";\nimport { Other } from "./log";\nexport const container = createContainer();\ncontainer.register("log", asClass(Other));\ncontainer.cradle.log.note("-");\ncontainer.resolve("log").note("-");\n`,
        "shop.ts": `export class Shop { constructor({ log }) { this.log = log; } run() { this.log.note("-"); } }\n`,
      },
    ],
    [
      "what a function is handed beside the SDK, or another thing",
      {
        "use.ts": `${SDK}Sentry.addBreadcrumb({ message: "own" });\n`,
        "nav.ts": `export class Nav { constructor(private trail) {} add() { this.trail.addBreadcrumb({ message: "m" }); } }\nexport function setTrail(trail, sdk) { trail.addBreadcrumb({ message: "n" }); }\nexport function walk({ trail }) { trail.addBreadcrumb({ message: "o" }); }\nexport const none = (trail) => trail[name].addBreadcrumb({ message: "p" });\nexport const call = (trail) => trail().addBreadcrumb({ message: "q" });\n`,
        "main.ts": `${SDK}import { call, Nav, none, setTrail, walk } from "./nav";\nimport { Trail } from "./trail";\nnew Nav(new Trail());\nsetTrail(Trail, Sentry);\nwalk({ sentry: Sentry, trail: Trail, [name]: Sentry, ...rest });\nother(Sentry);\nnone(Sentry);\ncall(Sentry);\n(() => 1)(Sentry);\nwalk(make(Sentry));\n`,
        "trail.ts": "export class Trail { addBreadcrumb() {} }\n",
      },
    ],
  ])("takes none of %s", async (_, files) => {
    expect((await found(files)).seen).toBe(1);
  });
});
