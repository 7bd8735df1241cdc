/** Names that hold in development alone: `__DEV__`, `isDev`, `IS_DEVELOPMENT`, `DEV_MODE`, `ngDevMode`, `isTest`. */
const DEVELOPMENT: readonly RegExp[] = [
  /^(?:__dev(?:elopment)?__|dev(?:elopment)?_?mode)$/iu,
  /^(?:is|in|ng)_?(?:local)?_?dev(?:elopment)?(?:_?(?:mode|env(?:ironment)?|build|server))?$/iu,
  /^(?:is_?local(?:host)?|(?:is|in)_?test(?:s|ing|_?env(?:ironment)?)?)$/iu,
];

/** Names that hold in production alone, or wherever users are. */
const PRODUCTION: readonly RegExp[] = [
  /^(?:__prod(?:uction)?__|prod(?:uction)?_?mode|is_?packaged)$/iu,
  /^(?:is|in)_?prod(?:uction)?(?:_?(?:mode|env(?:ironment)?|build))?$/iu,
];

/** Short names that mean this only on these objects: Vite's `DEV`, Nuxt's `process.dev`, Angular's `production`. */
const BY_PATH: ReadonlyMap<string, boolean> = new Map([
  ["import.meta.env.DEV", false],
  ["import.meta.env.PROD", true],
  ["import.meta.dev", false],
  ["process.dev", false],
  ["environment.production", true],
]);

/** Constants of modules that are there to say it. */
const MODULES: ReadonlySet<string> = new Set(["$app/environment", "esm-env"]);

/** What holds the name of the environment, with its path, and what does so by its own name. */
const ENVIRONMENT =
  /^(?:process\.env|import\.meta\.env)\.(?:MODE|\w*ENV(?:IRONMENT)?)$|(?:^|\.)(?:NODE_ENV|(?:node_?|app_?)?env(?:ironment)?)$/iu;

/** Environments that are none in which users are. */
const NOT_PRODUCTION = /^(?:dev|development|e2e|local|localhost|test|testing)$/u;

const HOST = /(?:^|\.)location\.host(?:name)?$|^host(?:name)?$/u;
const OWN_HOST = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/u;

/**
 * The value that a name suggests in production.
 * @param path the names that lead to it, `config.isDev`; a function may be called.
 * @returns undefined for names that do not tell
 */
export function inProductionByName(path: string): boolean | undefined {
  const known = BY_PATH.get(path);
  if (known !== undefined) return known;
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (DEVELOPMENT.some((names) => names.test(name))) return false;
  return PRODUCTION.some((names) => names.test(name)) ? true : undefined;
}

/** The same for what a module exports: `dev` of `$app/environment`, `DEV` of `esm-env`. */
export function inProductionByImport(module: string, name: string): boolean | undefined {
  return MODULES.has(module) && name.toLowerCase() === "dev" ? false : undefined;
}

/**
 * Whether what holds the environment's name, or the host's, is a text where users are.
 * @param path the names that lead to it, `process.env.NODE_ENV`.
 * @returns undefined where it may be, or holds something else
 */
export function isTextInProduction(path: string, text: string): boolean | undefined {
  if (HOST.test(path)) return OWN_HOST.test(text) ? false : undefined;
  if (!ENVIRONMENT.test(path)) return undefined;
  if (text === "production") return true;
  return NOT_PRODUCTION.test(text) ? false : undefined;
}
