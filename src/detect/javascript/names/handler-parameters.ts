import type { ModulePath } from "../../../breadcrumb/index.ts";
import type { PatternSource } from "../syntax/patterns.ts";
import { declaredTypeOf, lastName, parentOf, propertyName, type FunctionNode, type Node } from "../syntax/nodes.ts";
import { handedToHandlers, originIn } from "./virtual-modules.ts";

type ParameterSource = PatternSource & { readonly kind: "parameter" };

/** Where a function stands in the objects around it. */
interface Stand {
  /** The keys that lead to it, outermost first. */
  readonly keys: readonly string[];
  /** The function that it is an argument of. */
  readonly callee: Node | undefined;
  /** The type that the object, or the function itself, says to have. */
  readonly type: Node | undefined;
  /** The name of the variable that holds it. */
  readonly name: string;
}

function standOf(handler: FunctionNode): Stand {
  const keys: string[] = [];
  let type: Node | undefined;
  let node = parentOf(handler);
  for (; node !== undefined; node = parentOf(node)) {
    if (node.type === "Property") keys.unshift(propertyName(node) ?? "");
    else if (node.type === "TSSatisfiesExpression" || node.type === "TSAsExpression") type = node.typeAnnotation;
    else if (node.type !== "ObjectExpression") break;
  }
  const declared = node?.type === "VariableDeclarator" ? node.id : handler.id;
  const name = declared?.type === "Identifier" ? declared.name : "";
  const callee = node?.type === "CallExpression" && keys.length === 0 ? node.callee : undefined;
  return { keys, callee, type: type ?? (declared ? declaredTypeOf(declared) : undefined), name };
}

/** Calls that go on with what registers a handler: `app.get("/", one).post("/", two)`, `router.route("/").get(one)`. */
const ROUTING = /^(?:all|delete|get|head|on|options|patch|post|put|route|use|basePath)$/u;
/** Types of handlers. */
const HANDLERS = /Handle|Load|Action|Middleware|Plugin/u;
/** Calls of tRPC's procedures, whose handlers have what they are given as one object. */
const PROCEDURES = /^(?:middleware|mutation|query|subscription|use)$/u;
/** The exports by which SvelteKit has handlers. */
const OF_SVELTE = /^(?:DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|actions|fallback|handle|load)$/u;
/** The objects that have resolvers, and the keys in them. */
const RESOLVERS = /^(?:Query|Mutation|Subscription)$|(?:resolvers?|Resolvers?)$/u;

/** A parameter that is told by what its function is and how it is used, where neither a call nor a type tells. */
interface Shape {
  /** The position of the parameter; any, if left out. */
  readonly index?: number;
  readonly module: string;
  /** The type of the parameter in the module, if it is not the application itself. */
  readonly type: readonly string[];
  readonly is: (stand: Stand, path: readonly string[], name: string) => boolean;
}

const SHAPES: readonly Shape[] = [
  {
    index: 0,
    module: "@trpc/server",
    type: ["Options"],
    is: ({ callee }, [member]) =>
      member === "ctx" && callee?.type === "MemberExpression" && PROCEDURES.test(lastName(callee) ?? ""),
  },
  {
    index: 2,
    module: "graphql",
    type: ["Context"],
    is: ({ keys, name }) => keys.length > 0 && [...keys, name].some((each) => RESOLVERS.test(each)),
  },
  {
    index: 0,
    module: "@sveltejs/kit",
    type: ["RequestEvent"],
    is: ({ type, name }, path) => type === undefined && OF_SVELTE.test(name) && path.slice(0, 2).includes("locals"),
  },
  { module: "fastify", type: [], is: (_, __, name) => name === "fastify" },
  {
    module: "express",
    type: ["Response"],
    is: (_, [member], name) => member === "locals" && /^res(?:ponse)?$/u.test(name),
  },
  {
    module: "express",
    type: ["Request"],
    is: (_, [app, member], name) => app === "app" && member === "locals" && /^req(?:uest)?$/u.test(name),
  },
];

/**
 * Where what a framework hands over comes from: by the call that registers the handler, by the type or the name that
 * the handler has, or by a name for just that.
 * @param path what is taken from the parameter.
 * @param name what the parameter is called, or the part of it that is taken.
 * @param behind tells where an expression or a type comes from.
 */
export function ofFramework(
  source: ParameterSource,
  path: readonly string[],
  name: string,
  behind: (node: Node, members: readonly string[]) => ModulePath | undefined,
): ModulePath | undefined {
  const { function: handler, index } = source;
  const stand = standOf(handler);
  const { callee, type } = stand;
  const registrar = callee?.type === "MemberExpression" ? callee.object : callee;
  for (const by of [registrar, type]) {
    const on = by && behind(by, []);
    if (on === undefined || handedToHandlers(on.module).length === 0) continue;
    const [first = "", ...others] = on.path;
    if (!(by === type ? HANDLERS.test(on.path.at(-1) ?? "") : others.every((each) => ROUTING.test(each)))) continue;
    // A plugin has the application that it is registered on.
    if ((callee && lastName(callee)) === "register" || first.includes("Plugin"))
      return index === 0 ? originIn(on.module, path) : undefined;
    return handedAt(source, on.module, path);
  }
  const shape = SHAPES.find((each) => (each.index ?? index) === index && each.is(stand, path, name));
  return shape && originIn(shape.module, [...shape.type, ...path]);
}

/** What a handler is given at a position; one of errors has the error first. */
function handedAt(
  { function: handler, index }: ParameterSource,
  module: string,
  path: readonly string[],
): ModulePath | undefined {
  const to = handedToHandlers(module)[handler.params.length === 4 ? index - 1 : index];
  return to === undefined ? undefined : originIn(module, [to, ...path]);
}
