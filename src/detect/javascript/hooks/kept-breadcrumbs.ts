import {
  resolve,
  type AutomaticDoor,
  type Keeper,
  type KeeperRole,
  type Keeping,
  type RecordValue,
  type Setup,
  type Value,
} from "../../../breadcrumb/index.ts";
import { functionExitsOf } from "../flow/function-exits.ts";
import { originOf } from "../names/module-links.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { leftOutBy, switchedOff } from "../surroundings/switches.ts";
import { branchesAround } from "../syntax/conditions.ts";
import { isAround, memberPath, parentOf, textOf, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import { yieldedBy } from "./outcomes.ts";

/** The options whose functions see every breadcrumb, one by one or in an event, and may change it. */
const HOOKS = ["beforeBreadcrumb", "beforeSend"] as const;

/** Hooks for every event, which may also drop or scrub breadcrumbs. */
const PROCESSORS = /\badd(?:Global)?EventProcessor\b/u;

/** Tests that let through what they name, or that go by the level, of which the console has several. */
const LETS_THROUGH = /!==?|![\w(]|\blevel\b/u;

/** The categories of what SDKs record by themselves, by the doors. */
const CATEGORIES = {
  console: ["console"],
  fetch: ["fetch", "http"],
  http: ["http"],
  xhr: ["xhr", "http"],
  history: ["navigation"],
} as const satisfies Partial<Record<AutomaticDoor, readonly string[]>>;

const DOORS = Object.keys(CATEGORIES) as readonly (keyof typeof CATEGORIES)[];

/** Keeps everything. */
const ALL: Keeping = { keeps: DOORS, needs: [] };
const NOTHING: Keeping = { keeps: [], needs: [] };

/** What keeps as much as all of some do. */
function together(all: readonly Keeping[]): Keeping {
  return {
    keeps: DOORS.filter((door) => all.every(({ keeps }) => keeps.includes(door))),
    needs: all.flatMap(({ needs }) => needs),
  };
}

/**
 * What of what an SDK records surely arrives as it was recorded, by the calls of `init` in a file: none of them leaves
 * the integration out, and no hook drops or changes its breadcrumbs.
 * @param off the integrations that the options of others switch off.
 */
export function keepingOf(
  program: JavaScriptProgram,
  values: ValueReader,
  setups: readonly Setup[],
  off = switchedOff(program, values),
): Keeping {
  const { text } = program.sourceCode;
  if (PROCESSORS.test(text) && text.includes("breadcrumbs")) return NOTHING;
  const own: Keeping = { keeps: DOORS.filter((door) => !off.has(door)), needs: [] };
  const byOptions = setups.map(({ options }) =>
    options === undefined ? ALL : keepingOfOptions(program, values, options),
  );
  return together([own, ...byOptions]);
}

/** The doors that are kept, as far as one file tells. */
export function keptBy(
  program: JavaScriptProgram,
  values: ValueReader,
  setups: readonly Setup[],
): readonly AutomaticDoor[] {
  const { keeps, needs } = keepingOf(program, values, setups);
  return needs.length > 0 ? [] : keeps;
}

/** The hooks and options for `init` that an export is, or has as its members. */
export function keepersIn(
  program: JavaScriptProgram,
  values: ValueReader,
  exported: Node,
  way: readonly string[],
): readonly Keeper[] {
  const value = values.valueOf(exported);
  const record = resolve(value);
  if (record.kind === "record") {
    const options: Keeper = { way, as: "options", ...keepingOfOptions(program, values, record) };
    const members = record.fields.flatMap((field) =>
      field.name === undefined ? [] : hooksIn(program, values, field.value, [...way, field.name]),
    );
    return [options, ...members];
  }
  return hooksIn(program, values, value, way);
}

function hooksIn(
  program: JavaScriptProgram,
  values: ValueReader,
  value: Value,
  way: readonly string[],
): readonly Keeper[] {
  if (values.referents.functionsOf(value).length === 0) return [];
  return HOOKS.map((as) => ({ way, as, ...keepingOfHook(program, values, value, as) }));
}

function keepingOfOptions(program: JavaScriptProgram, values: ValueReader, options: Value): Keeping {
  const record = resolve(options);
  if (record.kind !== "record") return elsewhere(program, values, options, "options");
  if (isSwitchedOff(record) || (!record.complete && record.spreads.length === 0)) return NOTHING;
  const off = leftOutBy(values, record);
  return together([
    { keeps: DOORS.filter((door) => !off.has(door)), needs: [] },
    ...record.spreads.map((spread) => keepingOfOptions(program, values, spread)),
    ...HOOKS.flatMap((hook) => {
      const field = record.fields.findLast(({ name }) => name === hook);
      return field === undefined ? [] : [keepingOfHook(program, values, field.value, hook)];
    }),
  ]);
}

function keepingOfHook(
  program: JavaScriptProgram,
  values: ValueReader,
  hook: Value,
  as: (typeof HOOKS)[number],
): Keeping {
  if (resolve(hook).kind === "nothing") return ALL;
  const functions = values.referents.functionsOf(hook);
  if (functions.length === 0) return elsewhere(program, values, hook, as);
  const keptBy = as === "beforeBreadcrumb" ? keptOfBreadcrumbs : keptOfEvents;
  return together(functions.map((node) => ({ keeps: keptBy(program, node), needs: [] })));
}

/** The decision in another file; without an import of it, nothing is known to be kept. */
function elsewhere(program: JavaScriptProgram, values: ValueReader, value: Value, as: KeeperRole): Keeping {
  const node = values.nodeOf(resolve(value));
  const isPath = node?.type === "Identifier" || node?.type === "MemberExpression";
  const from = isPath ? originOf(program, node) : undefined;
  return from === undefined ? NOTHING : { keeps: DOORS, needs: [{ ...from, as }] };
}

/** `enabled: false`, `maxBreadcrumbs: 0` */
function isSwitchedOff({ fields }: RecordValue): boolean {
  return fields.some(({ name, value }) => {
    const is = resolve(value);
    if (name === "enabled") return is.kind === "boolean" && !is.boolean;
    return name === "maxBreadcrumbs" && is.kind === "number" && is.number === 0;
  });
}

/** The doors whose breadcrumbs a hook hands on as it is given them: those of whose categories it says nothing. */
function keptOfBreadcrumbs(program: JavaScriptProgram, node: FunctionNode): Keeping["keeps"] {
  const parameter = handsOn(program, node);
  if (parameter === undefined) return [];
  const inside = within(program, node);
  if (inside.some((each) => asksOtherwise(each, parameter))) return [];
  const isKept = inside.every((each) => {
    if (isDropping(each)) return !LETS_THROUGH.test(testsAround(program, node, each));
    return !isChange(each, parameter) || /\bcategory\b/u.test(testsAround(program, node, each));
  });
  const texts = inside.flatMap((each) => textOf(each) ?? []);
  const isNamed = (category: string): boolean => texts.some((text) => text.startsWith(category));
  return isKept ? DOORS.filter((door) => !CATEGORIES[door].some(isNamed)) : [];
}

/** The same for a hook of events: all where it leaves their breadcrumbs as they are. */
function keptOfEvents(program: JavaScriptProgram, node: FunctionNode): Keeping["keeps"] {
  const parameter = handsOn(program, node);
  if (parameter === undefined) return [];
  const isKept = within(program, node).every(
    (each) => !namesBreadcrumbs(each) && !isReplaced(each, parameter) && !isHandedOver(each, parameter),
  );
  return isKept ? DOORS : [];
}

/** The name of a hook's parameter, if it hands it on in the end and otherwise nothing. */
function handsOn(program: JavaScriptProgram, node: FunctionNode): string | undefined {
  const [parameter] = node.params;
  const exits = functionExitsOf(program, node);
  if (parameter?.type !== "Identifier" || exits === undefined || exits.reachesEnd) return undefined;
  const all = exits.returns.map((ending) => (ending.type === "ReturnStatement" ? ending.argument : ending));
  const yielded = all.map((each) => (each === null ? [] : yieldedBy(each)));
  const isItself = (each: Node): boolean => each.type === "Identifier" && each.name === parameter.name;
  const isPlain = yielded.flat().every((each) => isItself(each) || each.type === "Literal" || isUndefined(each));
  return isPlain && yielded.at(-1)?.some(isItself) === true ? parameter.name : undefined;
}

function isUndefined(node: Node): boolean {
  return node.type === "Identifier" && node.name === "undefined";
}

/** The content of a function, nested functions included. */
function within(program: JavaScriptProgram, node: FunctionNode): readonly Node[] {
  return nodesOf(program.sourceCode, (each): each is Node => isAround(node.body, each));
}

/** `return null` */
function isDropping(node: Node): boolean {
  return node.type === "Literal" && node.value === null;
}

/** Whether something is written, or a breadcrumb is given to a function that may change it. */
function isChange(node: Node, parameter: string): boolean {
  if (node.type === "UnaryExpression") return node.operator === "delete";
  return node.type === "AssignmentExpression" || isHandedOver(node, parameter);
}

/** `event.breadcrumbs`, `event["breadcrumbs"]`, `{ breadcrumbs }` */
function namesBreadcrumbs(node: Node): boolean {
  return node.type === "Identifier" ? node.name === "breadcrumbs" : textOf(node) === "breadcrumbs";
}

/** `event = scrub(event)` */
function isReplaced(node: Node, parameter: string): boolean {
  return node.type === "AssignmentExpression" && node.left.type === "Identifier" && node.left.name === parameter;
}

/** Whether something out of sight decides by a breadcrumb: `DROPPED.has(crumb.category)`, `isNoise(crumb)`. */
function asksOtherwise(node: Node, parameter: string): boolean {
  if (node.type === "BinaryExpression") {
    const sides = [node.left, node.right];
    return sides.some((side) => isOf(side, parameter)) && !sides.some(isFixed);
  }
  if (node.type !== "CallExpression" || !decides(node)) return false;
  const { callee } = node;
  if (callee.type === "MemberExpression" && isOf(callee.object, parameter))
    return !node.arguments.every((argument) => textOf(argument) !== undefined);
  const isListed = callee.type === "MemberExpression" && withoutTypes(callee.object).type === "ArrayExpression";
  return !isListed && node.arguments.some((argument) => isOf(argument, parameter));
}

/** Whether what is done depends on what an expression yields. */
function decides(node: Node): boolean {
  const parent = parentOf(node);
  switch (parent?.type) {
    case "ConditionalExpression":
    case "IfStatement":
      return parent.test === node;
    case "LogicalExpression":
      return true;
    case "ChainExpression":
    case "UnaryExpression":
      return decides(parent);
    default:
      return false;
  }
}

/** `"console"`, `null`, a number: what stands there is what is meant. */
function isFixed(node: Node): boolean {
  return node.type === "Literal" || isUndefined(node) || textOf(node) !== undefined;
}

/** Whether an expression is a hook's parameter, or lies in it. */
function isOf(node: Node, parameter: string): boolean {
  const { root } = memberPath(withoutTypes(node));
  return root.type === "Identifier" && root.name === parameter;
}

/** `scrub(event);` */
function isHandedOver(node: Node, parameter: string): boolean {
  if (node.type !== "CallExpression" || parentOf(node)?.type !== "ExpressionStatement") return false;
  return node.arguments.some((argument) => isOf(argument, parameter));
}

/** The conditions in a function under which something in it is done, as they are written. */
function testsAround({ sourceCode }: JavaScriptProgram, around: FunctionNode, node: Node): string {
  const guards = [...branchesAround(node, (each) => each === around)];
  return guards.map(({ test, holds }) => `${holds ? "" : "!("}${sourceCode.getText(test)}`).join(" ");
}
