import { describe, expect, it } from "vitest";
import { marked } from "./marked.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;
const RECORDER = `(message) => Sentry.addBreadcrumb({ category: "app", message })`;

/** What is put into a context: its text, and how it is called from there. */
const VALUES: Readonly<Record<string, { readonly value: string; readonly call: string }>> = {
  "a function": { value: RECORDER, call: "" },
  "an object": { value: `{ crumb: ${RECORDER}, mute() {} }`, call: ".crumb" },
  "an instance": { value: "new Trail()", call: ".crumb" },
};

interface Framework {
  /** Puts a value under `trail`. */
  readonly put: (value: string) => string;
  /** Uses what is there, and has look-alikes, as a text before the calls of `trail`. */
  readonly use: (call: string) => string;
}

const KOA = `import Koa from "koa";\nconst app = new Koa();\n`;
const HONO = `import { Hono } from "hono";\nexport const app = new Hono();\n`;
const TRPC = `import { initTRPC } from "@trpc/server";\nconst t = initTRPC.create();\nexport const procedure = t.procedure;\n`;

const EXPRESS: Framework = {
  put: (value) =>
    `import express from "express";\nconst app = express();\napp.use((req, res, next) => { req.trail = ${value}; next(); });`,
  use: (call) =>
    `import { Router } from "express";\nRouter().get("/", (req, res) => {\n  req.trail${call}("a"); // +\n  res.trail${call}("a");\n});\nexport const plain = (req) => req.trail${call}("a");`,
};

const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  "Express's request": EXPRESS,
  "Express's typed handlers": {
    put: (value) =>
      `import type { Request, RequestHandler } from "express";\nexport const attach: RequestHandler = (req, _, next) => { req.trail = ${value}; next(); };`,
    use: (call) =>
      `import type { RequestHandler, Request } from "express";\nexport const list: RequestHandler = (request) => {\n  request.trail${call}("a"); // +\n};\nexport function one(request: Request, other: Other) {\n  request.trail${call}("a"); // +\n  other.trail${call}("a");\n}`,
  },
  "Koa's state": {
    put: (value) => `${KOA}app.use(async (ctx, next) => { ctx.state.trail = ${value}; await next(); });`,
    use: (call) =>
      `import Router from "@koa/router";\nconst router = new Router();\nrouter.get("/a", (ctx) => {\n  ctx.state.trail${call}("a"); // +\n  ctx.trail${call}("a");\n}).post("/b", (ctx) => {\n  ctx.state.trail${call}("b"); // +\n});`,
  },
  "Koa's context": {
    put: (value) => `${KOA}app.context.trail = ${value};`,
    use: (call) =>
      `import type { ParameterizedContext } from "koa";\nexport function list(ctx: ParameterizedContext, canvas: Canvas) {\n  ctx.trail${call}("a"); // +\n  canvas.trail${call}("a");\n}`,
  },
  "Hono's variables": {
    put: (value) => `${HONO}app.use("*", async (c, next) => { c.set("trail", ${value}); await next(); });`,
    use: (call) =>
      `import { Hono } from "hono";\nimport { createMiddleware } from "hono/factory";\nnew Hono().get("/", (c) => {\n  c.var.trail${call}("a"); // +\n});\nexport const audit = createMiddleware(async (c) => {\n  const trail = c.get("trail");\n  trail${call}("a"); // +\n  c.get("other")${call}("a");\n  cache.get("trail")${call}("a");\n});`,
  },
  "SvelteKit's locals": {
    put: (value) =>
      `import type { Handle } from "@sveltejs/kit";\nexport const handle: Handle = ({ event, resolve }) => { event.locals.trail = ${value}; return resolve(event); };`,
    use: (call) =>
      `import type { PageServerLoad, Actions } from "./$types";\nexport const load: PageServerLoad = ({ locals, params }) => {\n  locals.trail${call}("a"); // +\n  params.trail${call}("a");\n};\nexport const actions = { save: async (event) => {\n  event.locals.trail${call}("a"); // +\n} } satisfies Actions;\nexport async function GET({ locals }) {\n  locals.trail${call}("a"); // +\n}\nexport function draw({ locals }) {\n  locals.trail${call}("a");\n}\nexport const other: Component = ({ locals }) => locals.trail${call}("a");`,
  },
  "a context of tRPC": {
    put: (value) => `${TRPC}export const createContext = async () => ({ trail: ${value} });`,
    use: (call) =>
      `import { procedure } from "./put";\nexport const one = procedure.query(({ ctx, input }) => {\n  ctx.trail${call}("a"); // +\n  input.trail${call}("a");\n});\nexport const two = procedure.input(schema).mutation(async (opts) => {\n  opts.ctx.trail${call}("a"); // +\n});\nexport const other = procedure.map(({ ctx }) => ctx.trail${call}("a"));`,
  },
  "a middleware of tRPC": {
    put: (value) =>
      `${TRPC}export const traced = procedure.use(({ ctx, next }) => next({ ctx: { ...ctx, trail: ${value} } }));`,
    use: (call) =>
      `import { traced } from "./put";\nexport const one = traced.subscription(({ ctx }) => {\n  ctx.trail${call}("a"); // +\n});`,
  },
  "a context of Apollo": {
    put: (value) =>
      `import { ApolloServer } from "@apollo/server";\nimport { startStandaloneServer } from "@apollo/server/standalone";\nconst makeContext = async () => { const context = { trail: ${value} }; return context; };\nstartStandaloneServer(new ApolloServer({ resolvers }), { context: makeContext });`,
    use: (call) =>
      `export const resolvers = { Query: { books(parent, args, context) {\n  context.trail${call}("a"); // +\n  parent.trail${call}("a");\n} } };\nexport const steps = { first: (one, two, context) => context.trail${call}("a") };`,
  },
  "a decorated request of Fastify": {
    put: (value) =>
      `import Fastify from "fastify";\nconst app = Fastify();\napp.decorateRequest("trail", null);\napp.addHook("onRequest", async (request) => { request.trail = ${value}; });`,
    use: (call) =>
      `import type { FastifyPluginAsync, FastifyRequest } from "fastify";\nexport const routes: FastifyPluginAsync = async (app) => {\n  app.get("/", async (request, reply) => {\n    request.trail${call}("a"); // +\n    reply.trail${call}("a");\n  });\n};\nexport const typed = (request: FastifyRequest, other: RequestInit) => {\n  request.trail${call}("a"); // +\n  other.trail${call}("a");\n};`,
  },
  "a load context of Remix": {
    put: (value) =>
      `import { createRequestHandler } from "@remix-run/express";\ncreateRequestHandler({ build, getLoadContext: () => ({ trail: ${value} }) });`,
    use: (call) =>
      `import type { LoaderFunctionArgs, ActionFunction } from "@remix-run/node";\nexport function loader({ context, params }: LoaderFunctionArgs) {\n  context.trail${call}("a"); // +\n  params.trail${call}("a");\n}\nexport const action: ActionFunction = ({ context }) => {\n  context.trail${call}("a"); // +\n};\nexport const draw = ({ context }) => context.trail${call}("a");`,
  },
  "a request of Next's API": {
    put: (value) =>
      `import type { NextApiRequest, NextApiHandler } from "next";\nexport const traced = (handler: NextApiHandler) => (req: NextApiRequest, res) => { req.trail = ${value}; return handler(req, res); };`,
    use: (call) =>
      `import type { NextApiHandler, NextPage } from "next";\nconst handler: NextApiHandler = (req, res) => {\n  req.trail${call}("a"); // +\n  res.trail${call}("a");\n};\nexport default handler;\nexport const page: NextPage = (req) => req.trail${call}("a");`,
  },
  "an event of h3": {
    put: (value) =>
      `import { defineEventHandler } from "h3";\nexport default defineEventHandler((event) => { event.context.trail = ${value}; });`,
    use: (call) =>
      `import { defineEventHandler } from "h3";\nexport default defineEventHandler((event) => {\n  event.context.trail${call}("a"); // +\n  event.trail${call}("a");\n});`,
  },
  "an AsyncLocalStorage": {
    put: (value) =>
      `import { als } from "./als";\nexport const start = (next) => als.run({ trail: ${value} }, next);\nexport const enter = () => als.enterWith(unknown);`,
    use: (call) =>
      `import { als } from "./als";\nexport function order() {\n  als.getStore()?.trail${call}("a"); // +\n  other.getStore().trail${call}("a");\n}`,
  },
  "a token of Angular": {
    put: (value) =>
      `import { InjectionToken } from "@angular/core";\nexport const TRAIL = new InjectionToken("trail", { providedIn: "root", factory: () => (${value}) });\nexport const NONE = new InjectionToken("none", { factory: () => () => {} });`,
    use: (call) =>
      `import { inject } from "@angular/core";\nimport { TRAIL, NONE } from "./put";\nexport class A {\n  trail = inject(TRAIL);\n  none = inject(NONE);\n  open() {\n    this.trail${call}("a"); // +\n    this.none${call}("a");\n  }\n}\nexport class B {\n  constructor(@Inject(TRAIL) private trail) {}\n  open() {\n    this.trail${call}("a"); // +\n  }\n}`,
  },
};

const OTHER = 'import { AsyncLocalStorage } from "node:async_hooks";\nexport const als = new AsyncLocalStorage();\n';
const CLASS = `class Trail { crumb(message) { Sentry.addBreadcrumb({ category: "app", message }); } }\n`;

const STORE = "an AsyncLocalStorage";

const rows = Object.entries(FRAMEWORKS).flatMap(([framework, { put, use }]) =>
  Object.entries(VALUES).flatMap(([what, { value, call }]) =>
    // A store says nothing of what makes it; an instance is followed where it has a name.
    framework === STORE && what === "an instance" ? [] : { framework, what, put: put(value), use: use(call) },
  ),
);

describe("what a framework hands out", () => {
  it.each(rows)("is $what in $framework", async ({ put, use }) => {
    const files = { "als.ts": OTHER, "put.ts": `${SDK}${CLASS}${put}\n`, "use.ts": `${use}\n` };
    const { seen, expected } = await marked(files);
    expect(seen).toEqual(expected);
  });

  it.each(rows.filter(({ what }) => what === "an instance"))(
    "is $what of another file in $framework",
    async ({ put, use }) => {
      const own = `import { Trail } from "./trail";\n${put}\n`;
      const files = { "als.ts": OTHER, "trail.ts": `${SDK}export ${CLASS}`, "put.ts": own, "use.ts": `${use}\n` };
      const { seen, expected } = await marked(files);
      expect(seen).toEqual(expected);
    },
  );

  const { put, use } = EXPRESS;
  it.each<[string, Readonly<Record<string, string>>]>([
    [
      "another application's of the same name",
      {
        "apps/a/package.json": `{ "name": "a" }`,
        "apps/b/package.json": `{ "name": "b" }`,
        "apps/a/put.ts": `${SDK}${put(RECORDER)}\n`,
        "apps/a/use.ts": `${use("")}\n`,
        "apps/b/put.ts": `${put("(message) => console.log(message)")}\n`,
        "apps/b/use.ts": `${use("").replaceAll(" // +", "")}\n`,
      },
    ],
    [
      "another framework's of the same name",
      {
        "put.ts": `${SDK}${TRPC}export const createContext = () => ({ trail: ${RECORDER} });\n`,
        "use.ts": `${KOA}app.use((ctx) => ctx.trail("a"));\n`,
      },
    ],
    [
      "replaced by what records nothing for some requests",
      {
        "put.ts": `${SDK}${put(RECORDER)}\n`,
        "health.ts": `${put("() => {}")}\n`,
        "use.ts": `${use("").replaceAll(" // +", "")}\n`,
      },
    ],
    [
      "a context that is made of itself, or of nothing",
      {
        "put.ts": `${SDK}${TRPC}const again = () => again();\nexport const createContext = again;\nexport function createOther() {}\nnext();\nals.run();\nexport const crumb = ${RECORDER};\n`,
        "use.ts": `import { procedure } from "./put";\nprocedure.query(({ ctx }) => ctx.crumb("a"));\n`,
      },
    ],
  ])("is not %s", async (_, files) => {
    const { seen, expected } = await marked(files);
    expect(seen).toEqual(expected);
  });
});
