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

/** A framework that hands out what other files put into its applications, containers, requests and contexts. */
interface Framework {
  /** Its packages; the first stands for all. */
  readonly packages: readonly string[];
  /** The type of its application, which is what its exports make. */
  readonly application?: string;
  /** The exports that make an application. */
  readonly makers?: readonly string[];
  /** The types of what it passes to handlers, in order. */
  readonly handed?: readonly string[];
  /** The types from which others reach another one: by a member, or by a name alone where that is empty. */
  readonly through?: readonly (readonly [from: RegExp, member: string, to: string])[];
}

const ROWS: readonly Framework[] = [
  { packages: ["awilix"], application: "AwilixContainer", makers: ["createContainer"] },
  {
    packages: ["express", "express-serve-static-core"],
    application: "Application",
    makers: ["default", "Express"],
    handed: ["Request", "Response"],
    through: [[/^(?:Request|Response)$/u, "app", "Application"]],
  },
  {
    packages: ["fastify"],
    application: "FastifyInstance",
    makers: ["default", "fastify"],
    handed: ["FastifyRequest", "FastifyReply"],
    through: [[/^FastifyRe(?:quest|ply)$/u, "server", "FastifyInstance"]],
  },
  {
    packages: ["koa", "@koa/router", "koa-router"],
    application: "Application",
    makers: ["default"],
    handed: ["Context"],
    through: [
      [/Context$/u, "", "Context"],
      [/^Application$/u, "context", "Context"],
    ],
  },
  { packages: ["hono", "@hono/zod-openapi"], handed: ["Context"], through: [[/Context$/u, "", "Context"]] },
  {
    packages: ["@sveltejs/kit"],
    handed: ["RequestEvent"],
    through: [
      [/Event$/u, "", "RequestEvent"],
      [/^RequestEvent$/u, "event", "RequestEvent"],
    ],
  },
  { packages: ["@trpc/server"], through: [[/^Options$/u, "ctx", "Context"]] },
  {
    packages: ["graphql", "graphql-yoga", "@apollo/server", "@as-integrations/next", "mercurius"].concat(
      ["", "-express", "-fastify", "-koa", "-lambda", "-micro"].map((kind) => `apollo-server${kind}`),
    ),
  },
  {
    packages: ["react-router", "@react-router/express", "@react-router/node"].concat(
      ["cloudflare", "express", "node", "server-runtime"].map((kind) => `@remix-run/${kind}`),
    ),
    handed: ["Args"],
    through: [[/Args$/u, "context", "Context"]],
  },
  { packages: ["next"], handed: ["NextApiRequest", "NextApiResponse"] },
  { packages: ["h3"], handed: ["H3Event"] },
];

const FRAMEWORKS: ReadonlyMap<string, Framework> = new Map(
  ROWS.flatMap((row) => row.packages.map((name) => [name, row] as const)),
);

/** The module that stands for a framework, by any of its packages; undefined for other modules. */
export function frameworkOf(module: string): string | undefined {
  return rowOf(module)?.packages[0];
}

function rowOf(module: string): Framework | undefined {
  // SvelteKit makes a module of types for each folder.
  if (module.endsWith("/$types")) return FRAMEWORKS.get("@sveltejs/kit");
  return FRAMEWORKS.get(/^(?:@[^/]+\/)?[^/]+/u.exec(module)?.[0] ?? "");
}

/** The modules of frameworks, under which others have what is put into them. */
export const FRAMEWORK_MODULES: ReadonlySet<string> = new Set(ROWS.map(({ packages: [name = ""] }) => name));

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
export function originIn(from: string, whole: readonly string[]): ModulePath {
  const framework = rowOf(from);
  if (framework === undefined) return { module: from, path: whole };
  const { packages, application = "", makers = [], through = [] } = framework;
  const [module = from] = packages;
  let path = whole.filter((name) => name !== RESULT);
  // A type of the default export: `express.Request`
  if (path[0] === "default" && isTypeName(path[1])) path = path.slice(1);
  if (makers.includes(path[0] ?? "")) path = [application, ...path.slice(1)];
  else if (makers.includes("default") && !isTypeName(path[0])) path = [application, ...path];
  for (const [type, member, to] of through) {
    const [first = "", second] = path;
    if (type.test(first) && (member === "" || member === second)) path = [to, ...path.slice(member === "" ? 1 : 2)];
  }
  return { module, path };
}

function isTypeName(name = ""): boolean {
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
