import type { TSESTree } from "@typescript-eslint/utils";
import { matches, type Origin, type Value } from "../../../breadcrumb/index.ts";
import type { Use } from "../names/arrivals.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  lastName,
  parentOf,
  propertyName,
  qualifiedNames,
  textOf,
  declaredTypeOf,
  withoutTypes,
  type FunctionNode,
} from "../syntax/nodes.ts";
import type { FileContext } from "./context.ts";
import { LazyMember, LazyName, type Site } from "./lazy-values.ts";

/**
 * What a framework hands to a function of the program, as the members by which `data-origins.ts` knows it: the
 * parameter of `@Body() dto` is `req.body`, whatever it is called.
 */
type Path = readonly [name: string, ...members: readonly string[]];

/** Decorators of parameters, by the packages that export them; with an argument, the member of that name. */
const DECORATORS: readonly (readonly [packages: RegExp, decorators: Readonly<Record<string, Path>>])[] = [
  [
    // https://docs.nestjs.com/controllers#request-object
    /^@nestjs\/common$/,
    {
      Body: ["req", "body"],
      RawBody: ["req", "rawBody"],
      Query: ["req", "query"],
      Param: ["req", "params"],
      Headers: ["req", "headers"],
      Ip: ["req", "ip"],
      Session: ["req", "session"],
      Req: ["req"],
      Request: ["req"],
    },
  ],
  // https://docs.nestjs.com/websockets/gateways, microservices/basics, graphql/resolvers
  [/^@nestjs\/(?:websockets|microservices)$/, { MessageBody: ["req", "body"], Payload: ["req", "body"] }],
  [/^@nestjs\/graphql$/, { Args: ["req", "body"] }],
  // https://github.com/typestack/routing-controllers#readme
  [
    /^routing-controllers$/,
    {
      Body: ["req", "body"],
      BodyParam: ["req", "body"],
      CookieParam: ["req", "cookies"],
      CookieParams: ["req", "cookies"],
      HeaderParam: ["req", "headers"],
      HeaderParams: ["req", "headers"],
      QueryParam: ["req", "query"],
      QueryParams: ["req", "query"],
      Req: ["req"],
    },
  ],
];

/** Types of parameters, by the packages that declare them. The platform's own `Request` shows nothing of itself. */
const TYPES: readonly (readonly [packages: RegExp, types: RegExp, path: Path])[] = [
  [/^express(?:-serve-static-core)?$/, /^Request$/, ["req"]],
  [/^fastify$/, /^FastifyRequest$/, ["req"]],
  [/^(?:node:)?https?$/, /^IncomingMessage$/, ["req"]],
  [/^next$/, /^NextApiRequest$/, ["req"]],
  [/^koa$/, /^(?:Parameterized)?Context$/, ["ctx"]],
  [/^aws-lambda$/, /^(?:API|ALB|Lambda)\w*Event(?:V2)?$/, ["event"]],
  [/^axios$/, /^(?:Internal)?AxiosRequestConfig$/, ["requestConfig"]],
];

/** Functions that are handed to a call: what the function is called, the parameter, and what it is. */
const CALLBACKS: readonly (readonly [callee: RegExp, argument: number | string, path: Path])[] = [
  // https://react-hook-form.com/docs/useform/handlesubmit, https://vee-validate.logaretm.com/v4/guide/composition-api/handling-forms
  [/(?:^|\.)handleSubmit$/, 0, ["submitted"]],
  // https://formik.org/docs/api/formik
  [/^useFormik$/, "onSubmit", ["submitted"]],
  // https://trpc.io/docs/server/procedures; what a schema says is a text or a number is no object.
  [
    /procedure(?!.*\.input\(\w+\.(?:string|number|boolean|bigint|date|literal|enum|nativeEnum|coerce|uuid|cuid|int)\b).*\.(?:mutation|query|subscription)$/i,
    0,
    ["procedure"],
  ],
  // https://reactnative.dev/docs/linking
  [/^Linking\.addEventListener$/, 1, ["linking"]],
];

/** Attributes of components that are handed a form: https://formik.org, https://final-form.org, https://ant.design. */
const ATTRIBUTES: ReadonlySet<string> = new Set(["Formik.onSubmit", "Form.onFinish"]);

/** The arguments of framework conventions: whole objects that contain credentials. */
const ORIGINS: Readonly<Record<string, Origin>> = {
  req: "request",
  ctx: "request-context",
  event: "request",
  requestConfig: "request",
  env: "environment",
  submitted: "form",
};

/**
 * What a framework hands to a function for a parameter, as far as a decorator, a declared type or the place of the
 * function says so.
 */
export function handedTo(context: FileContext, callee: FunctionNode, index: number, site: Site): Value | undefined {
  const parameter = callee.params[index];
  if (parameter === undefined) return undefined;
  const { program } = context;
  const path = byDecorator(program, parameter) ?? byType(program, parameter) ?? byPlace(context, callee, index);
  return path && valueOf(path, site);
}

function valueOf([root, ...members]: Path, site: Site): Value {
  const whole: Value = new LazyName(site, { name: root, origin: members.length === 0 ? ORIGINS[root] : undefined });
  return members.reduce<Value>(
    (object, name) =>
      new LazyMember(site, {
        object: () => object,
        name: () => name,
        nameRange: site.range,
        definition: () => undefined,
      }),
    whole,
  );
}

function byDecorator(program: JavaScriptProgram, parameter: TSESTree.Parameter): Path | undefined {
  for (const { expression } of "decorators" in parameter ? parameter.decorators : []) {
    const callee = expression.type === "CallExpression" ? expression.callee : expression;
    if (callee.type !== "Identifier") continue;
    const from = importOf(program, callee);
    const path = from && DECORATORS.find(([packages]) => packages.test(from.module))?.[1][from.name];
    if (path === undefined) continue;
    const [key] = expression.type === "CallExpression" ? expression.arguments : [];
    const member = key === undefined ? undefined : textOf(key);
    return member === undefined ? path : [...path, member];
  }
  return undefined;
}

function byType(program: JavaScriptProgram, parameter: TSESTree.Parameter): Path | undefined {
  const type = declaredTypeOf(parameter);
  if (type?.type !== "TSTypeReference") return undefined;
  const names = qualifiedNames(type.typeName);
  const root = rootOf(type.typeName);
  const from = root && importOf(program, root);
  if (from === undefined) return undefined;
  const name = names.length > 1 ? names.at(-1) : from.name;
  return TYPES.find(([packages, types]) => packages.test(from.module) && matches(name, types))?.[2];
}

function rootOf(name: TSESTree.EntityName): TSESTree.Identifier | undefined {
  let current: TSESTree.EntityName = name;
  while (current.type === "TSQualifiedName") current = current.left;
  return current.type === "Identifier" ? current : undefined;
}

function importOf(program: JavaScriptProgram, name: TSESTree.Identifier) {
  const variable = program.scopes.variableOf(name);
  return variable && program.scopes.importOf(variable);
}

function byPlace(context: FileContext, callee: FunctionNode, index: number): Path | undefined {
  const [first, second] = callee.params.map((param) => (param.type === "Identifier" ? param.name : ""));
  if (index === 0 && matches(first, /^req(?:uest)?$/) && matches(second, /^(?:res(?:ponse)?|reply)$/)) return ["req"];
  if (index === 0 && first === "ctx" && second === "next") return ["ctx"];
  if (index === 0 && first === "event" && isHandler(callee)) return ["event"];
  if (index === 1 && second === "env" && isWorker(callee)) return ["env"];
  return index === 0 ? givenTo(context, callee) : undefined;
}

/** `export const handler = async (event) => …`, `exports.handler = …`: AWS Lambda's name for what it calls. */
function isHandler(callee: FunctionNode): boolean {
  if (callee.type === "FunctionDeclaration") {
    return callee.id?.name === "handler" && parentOf(callee)?.type === "ExportNamedDeclaration";
  }
  const parent = parentOf(callee);
  if (parent?.type === "AssignmentExpression")
    return lastName(parent.left) === "handler" && parent.left.type === "MemberExpression";
  if (parent?.type !== "VariableDeclarator" || parent.id.type !== "Identifier" || parent.id.name !== "handler")
    return false;
  const declaration = parentOf(parent);
  return declaration !== undefined && parentOf(declaration)?.type === "ExportNamedDeclaration";
}

/** `export default { async fetch(request, env) { … } }`, as Cloudflare's workers are written. */
function isWorker(callee: FunctionNode): boolean {
  const property = parentOf(callee);
  if (property?.type !== "Property" || !matches(propertyName(property), /^(?:fetch|scheduled|queue|email|tail)$/))
    return false;
  const object = parentOf(property);
  const outer = object && parentOf(object);
  return (outer?.type === "TSSatisfiesExpression" ? parentOf(outer) : outer)?.type === "ExportDefaultDeclaration";
}

/** The arguments of the call to which a function is passed, directly or under any of its names. */
function givenTo({ program, uses }: FileContext, callee: FunctionNode): Path | undefined {
  for (const use of uses.ofFunction(callee)) {
    const path = handedBy(program, use);
    if (path !== undefined) return path;
  }
  return undefined;
}

function handedBy({ sourceCode }: JavaScriptProgram, use: Use): Path | undefined {
  const [option, ...others] = use.path;
  if (others.length > 0) return undefined;
  if (use.kind === "attribute") {
    const { name, parent } = use.attribute;
    const isForm = ATTRIBUTES.has(`${sourceCode.getText(parent.name)}.${sourceCode.getText(name)}`);
    return isForm && option === undefined ? ["submitted"] : undefined;
  }
  if (use.kind !== "argument" || typeof option === "number") return undefined;
  const place = option === undefined ? use.index : option;
  const callee = sourceCode.getText(withoutTypes(use.call.callee));
  return CALLBACKS.find(
    ([name, argument]) => argument === place && name.test(callee.slice(-LONGEST).replace(/\s+/g, "")),
  )?.[2];
}

/** Chains of builders are long; how they begin tells little. */
const LONGEST = 300;
