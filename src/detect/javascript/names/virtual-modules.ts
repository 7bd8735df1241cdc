import type { ModulePath } from "../../../breadcrumb/index.ts";
import { matchesPattern } from "../../../sentry/patterns.ts";
import { RESULT } from "./module-paths.ts";

/** Where names come from that a file neither declares nor imports: Nuxt's own name for what it imports by itself. */
export const AUTO_IMPORTS = "#imports";

/** Where `$names` of Vue's components come from, which plugins add. */
export const COMPONENT_NAMES = "vue";

/** Where comes from what is registered under a text: `inject("crumbs")`. */
export const PROVIDED = "#provided";

/** Where comes from what a container passes to constructors and factories by its name: `constructor({ crumbs })`. */
export const INJECTED = "#injected";

/** Whether a file alone cannot tell that something comes from there: any free name or parameter might. */
export function isUnproven(module: string): boolean {
  return module === AUTO_IMPORTS || module === INJECTED;
}

/** A framework whose applications or containers hand out what other files put into them. */
interface Framework {
  /** The type of such an application. */
  readonly application: string;
  /** The exports that make one. */
  readonly makers: readonly string[];
  /** The types from which others reach it, and by which member. */
  readonly through: Readonly<Record<string, string>>;
  /** The types of what it passes to handlers, in order. */
  readonly handed: readonly string[];
}

const FRAMEWORKS: ReadonlyMap<string, Framework> = new Map([
  ["awilix", { application: "AwilixContainer", makers: ["createContainer"], through: {}, handed: [] }],
  [
    "express",
    {
      application: "Application",
      makers: ["default", "Express"],
      through: { Request: "app", Response: "app" },
      handed: ["Request", "Response"],
    },
  ],
  [
    "fastify",
    {
      application: "FastifyInstance",
      makers: ["default", "fastify"],
      through: { FastifyRequest: "server", FastifyReply: "server" },
      handed: ["FastifyRequest", "FastifyReply"],
    },
  ],
]);

/** The modules of frameworks whose applications hand out what other files put into them. */
export const FRAMEWORK_MODULES: ReadonlySet<string> = new Set(FRAMEWORKS.keys());

/** How Awilix is told to make what it registers. */
export const AWILIX: ReadonlySet<string | undefined> = new Set(["asClass", "asFunction", "asValue"]);

/** How Fastify adds something under a name, and to what. */
export const DECORATING: ReadonlyMap<string | undefined, string> = new Map([
  ["decorate", "FastifyInstance"],
  ["decorateReply", "FastifyReply"],
  ["decorateRequest", "FastifyRequest"],
]);

/** What the handlers of a framework's application are given, in order: the types of its module. */
export function handedToHandlers(module: string): readonly string[] {
  return FRAMEWORKS.get(module)?.handed ?? [];
}

/**
 * Where something comes from; an application of a framework by its type, however a file came by it:
 * `FastifyInstance.sentry` is also `fastify().sentry` and `request.server.sentry`.
 */
export function originIn(module: string, whole: readonly string[]): ModulePath {
  const framework = FRAMEWORKS.get(module);
  if (framework === undefined) return { module, path: whole };
  const path = whole.filter((name) => name !== RESULT);
  const { application, makers, through } = framework;
  const [first = "", second = "", ...others] = path;
  // A type of the default export: `express.Request`
  if (first === "default" && isTypeName(second)) return originIn(module, path.slice(1));
  if (makers.includes(first)) return { module, path: [application, ...path.slice(1)] };
  if (through[first] === second) return { module, path: [application, ...others] };
  return { module, path: isTypeName(first) ? path : [application, ...path] };
}

function isTypeName(name: string): boolean {
  return /^[A-Z]/u.test(name);
}

const VIRTUAL = [AUTO_IMPORTS, COMPONENT_NAMES, PROVIDED, INJECTED, ...FRAMEWORK_MODULES];

/**
 * Whether a text imports from none of some modules, as settings write them. What is imported is written there, the
 * module by the end of its path at least; only what a framework hands out need not be.
 * @param name of the function that is imported; a default export has another one in each file.
 */
export function lacksModules(text: string, modules: readonly string[], name = ""): boolean {
  // Ember finds a service by the name of a field.
  const isInjected = text.includes("@ember/service");
  const isNamed = name.split(/\W+/u).every((each) => /^(?:\d+|default)$/u.test(each) || text.includes(each));
  return modules.every((pattern) => {
    const end = pattern.slice(Math.max(pattern.lastIndexOf("/"), pattern.lastIndexOf("*")) + 1);
    const isImported = isInjected || (isNamed && text.includes(end));
    return !isImported && !VIRTUAL.some((module) => matchesPattern(pattern, module));
  });
}
