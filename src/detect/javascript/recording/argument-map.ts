import type { TSESTree } from "@typescript-eslint/utils";
import {
  filterOf,
  withFilter,
  type Destination,
  type FieldName,
  type TextFilter,
  type WrapperParameter,
  type WrapperProperties,
} from "../../../breadcrumb/index.ts";
import type { WrapperSetting } from "../../../settings.ts";

/** The destination of an argument of a call, or of a part of it. */
export interface ArgumentMapping {
  readonly argument: number;
  /** Whether all arguments after it become the same. */
  readonly isRest: boolean;
  /** The properties, and indices of lists, that lead from the argument to what is passed on. */
  readonly path: readonly string[];
  readonly field: FieldName | "breadcrumb";
  /** The keys of the data below which it goes. */
  readonly below: readonly string[];
  /** How it goes there: by itself, by its fields as in `{ ...given }`, or as a part of a text. */
  readonly as: "value" | "fields" | "part";
  /** The properties that the function removes or overwrites. */
  readonly except: readonly string[];
  /** The texts that go there, where the function asks for them before. */
  readonly filter?: TextFilter | undefined;
  /** The conditions on a function's arguments before it records. */
  readonly conditions?: readonly Condition[];
  /** The functions of the console or of the SDK's logger that it goes to; undefined for a breadcrumb. */
  readonly calls?: readonly string[] | undefined;
  /** The names and keys under which the functions that take it pass it on. */
  readonly names?: readonly string[] | undefined;
  /** The call whose argument it is: the one that handed out the wrapper. Undefined for the recording's own. */
  readonly factoryCall?: TSESTree.CallExpression;
}

/** The texts of an argument, or of something in it, for which a function records. */
export interface Condition extends Pick<ArgumentMapping, "argument" | "path"> {
  readonly filter: TextFilter;
}

/** The same for mappings that say the same. */
export function keyOf(mapping: ArgumentMapping): string {
  const { argument, isRest, path, field, below, as, except, filter, conditions, calls, factoryCall } = mapping;
  const call = factoryCall?.range;
  return JSON.stringify([argument, isRest, path, field, below, as, except, filter, conditions, calls, call]);
}

/** Each mapping once. */
export function distinct<P extends ArgumentMapping>(mappings: readonly P[]): readonly P[] {
  const known = new Map<string, P>();
  for (const mapping of mappings) addTo(known, keyOf(mapping), mapping);
  return [...known.values()];
}

/** Adds a mapping to others by its key; of those that say the same, only the names that all of them have are left. */
export function addTo<P extends ArgumentMapping>(known: Map<string, P>, key: string, mapping: P): void {
  const before = known.get(key);
  const names = before && mapping.names?.filter((name) => before.names?.includes(name));
  known.set(key, before === undefined ? mapping : { ...before, names });
}

/** The names that functions have for an argument of a call, and for what is in it. */
export function namesOf(mappings: readonly ArgumentMapping[], index: number): readonly string[] {
  const own = mappings.filter(({ argument, factoryCall, isRest }) => {
    return factoryCall === undefined && (argument === index || (isRest && argument < index));
  });
  return own.flatMap(({ names = [] }) => names);
}

/** A call that records a breadcrumb, and what its arguments become. */
export interface Recording {
  readonly call: TSESTree.CallExpression;
  readonly mappings: readonly ArgumentMapping[];
}

/** The rest of an object, in the notation of the settings. */
const REST = "...";

const WHOLE: ArgumentMapping = {
  argument: 0,
  isRest: false,
  path: [],
  field: "breadcrumb",
  below: [],
  as: "value",
  except: [],
};

/** The only argument of the SDK's own functions that a breadcrumb is made of. */
export const WHOLE_BREADCRUMB: readonly ArgumentMapping[] = [WHOLE];

/** The same for a call of `call`, of `apply`, and of a method that calls the function with each item of a list. */
export const WHOLE_BY_METHOD = {
  apply: [{ ...WHOLE, argument: 1, path: ["0"] }],
  call: [{ ...WHOLE, argument: 1 }],
  forEach: [{ ...WHOLE, isRest: true }],
} satisfies Readonly<Record<string, readonly ArgumentMapping[]>>;

/**
 * The mappings of a call's arguments, from `parameters` in the settings.
 * @param calls what a logger of the project calls; undefined for what records breadcrumbs.
 * @param names what the function calls its parameters; undefined for one that is not checked itself.
 */
export function mappingsOf({
  parameters,
  calls,
  names,
}: Pick<WrapperSetting, "calls" | "names" | "parameters">): readonly ArgumentMapping[] {
  const conditions: Condition[] = [];
  const isOpen = parameters.at(-1) === REST;
  const own = isOpen ? parameters.slice(0, -1) : parameters;
  const mappings = own.flatMap((parameter, argument) => {
    const isRest = isOpen && argument === own.length - 1;
    const found = mappingsFrom(parameter, { ...WHOLE, argument, calls, isRest }, conditions);
    return found.map((each) => ({
      ...each,
      // What is said of the message of a logger is a part of a text.
      ...(calls && each.field === "message" && { as: "part" as const }),
      names: names && namesIn(each, names[argument]),
    }));
  });
  return conditions.length === 0 ? mappings : mappings.map((mapping) => ({ ...mapping, conditions }));
}

/** The names of what a function passes on: that of its parameter or property, and the key under which it does so. */
export function namesIn({ below, path }: Pick<ArgumentMapping, "below" | "path">, name = ""): readonly string[] {
  return [path.at(-1) ?? name, ...below.slice(-1)];
}

function mappingsFrom(
  parameter: WrapperParameter,
  from: ArgumentMapping,
  conditions: Condition[],
): readonly ArgumentMapping[] {
  if (typeof parameter === "string") {
    const { destination, filter, decides } = filterOf(parameter);
    if (decides && filter !== undefined) conditions.push({ argument: from.argument, path: from.path, filter });
    if (destination === "_") return [];
    const [field, ...below] = destination.split(".");
    return [{ ...from, field: field as ArgumentMapping["field"], below, filter }];
  }
  const { [REST]: rest, ...named } = parameter;
  const properties = Object.entries(named).flatMap(([name, inner]) =>
    mappingsFrom(inner, { ...from, path: [...from.path, name] }, conditions),
  );
  const others =
    rest === undefined ? [] : mappingsFrom(rest, { ...from, as: "fields", except: Object.keys(named) }, conditions);
  return [...properties, ...others];
}

/** A function's parameters in the notation of the settings, up to the last one that is used. */
export function wrapperParametersOf(mappings: readonly ArgumentMapping[]): readonly WrapperParameter[] {
  const conditions = sharedConditions(mappings);
  const last = Math.max(-1, ...[...mappings, ...conditions].map(({ argument }) => argument));
  const isAt = (argument: number) => (each: Condition | ArgumentMapping) => each.argument === argument;
  const parameters = Array.from({ length: last + 1 }, (_, argument) =>
    parameterOf(mappings.filter(isAt(argument)), conditions.filter(isAt(argument))),
  );
  const isOpen = mappings.some(({ argument, calls, isRest }) => calls !== undefined && isRest && argument === last);
  return isOpen ? [...parameters, REST] : parameters;
}

/** The conditions that a function tests before it records. */
function sharedConditions([first, ...others]: readonly ArgumentMapping[]): readonly Condition[] {
  const keysIn = ({ conditions = [] }: ArgumentMapping): ReadonlySet<string> =>
    new Set(conditions.map((each) => JSON.stringify(each)));
  const keys = others.map(keysIn);
  return (first?.conditions ?? []).filter((each) => keys.every((known) => known.has(JSON.stringify(each))));
}

/** Of several places that one parameter goes to, settings know one: the one that takes it as it is, or the first. */
function parameterOf(mappings: readonly ArgumentMapping[], conditions: readonly Condition[]): WrapperParameter {
  const whole = mappings.filter(({ path }) => path.length === 0);
  const chosen = whole.find(({ as, except }) => as === "value" && except.length === 0) ?? whole[0];
  // The text of an object is not one of its properties.
  if (chosen?.as === "part") return destinationOf(chosen, conditions);
  const properties: Record<string, WrapperParameter> = {};
  for (const name of chosen?.except ?? []) properties[name] = "_";
  // What is asked of a text's length is none of an object's properties.
  const isText = chosen !== undefined && !takesObjects(chosen);
  for (const name of new Set([...mappings, ...(isText ? [] : conditions)].flatMap(({ path }) => path.slice(0, 1)))) {
    properties[name] = parameterOf(below(name, mappings), below(name, conditions));
  }
  if (Object.keys(properties).length === 0) return destinationOf(chosen, conditions);
  // What is said of the rest of an object has no condition.
  const rest = destinationOf(chosen && { ...chosen, filter: undefined }, []);
  return (rest === "_" ? properties : { ...properties, [REST]: rest }) satisfies WrapperProperties;
}

function takesObjects({ field }: ArgumentMapping): boolean {
  return field === "breadcrumb" || field === "data";
}

/** What is said of what lies under a name. */
function below<T extends Pick<ArgumentMapping, "path">>(name: string, all: readonly T[]): readonly T[] {
  return all.flatMap((each) => (each.path[0] === name ? [{ ...each, path: each.path.slice(1) }] : []));
}

function destinationOf(mapping: ArgumentMapping | undefined, conditions: readonly Condition[]): WrapperParameter {
  // That a text is given at all need not be said; data may well be left out.
  const isText = mapping !== undefined && !takesObjects(mapping);
  const isSaid = ({ path, filter: { texts } }: Condition): boolean =>
    path.length === 0 && !(isText && texts.join() === "<truthy>");
  const condition = conditions.find(isSaid)?.filter;
  const filter = mapping?.filter ?? condition;
  const decides = condition !== undefined && JSON.stringify(filter) === JSON.stringify(condition);
  return withFilter(
    mapping === undefined ? "_" : ([mapping.field, ...mapping.below].join(".") as Destination),
    filter,
    decides,
  );
}
