import type { KnownFunction, MemberValue, NameValue, Value } from "../../../breadcrumb/index.ts";
import { knownFunctions } from "../../known-functions.ts";

/** Of these, each works on its first argument. */
const LODASH = "_ lodash underscore es-toolkit";

/** Of the platform, and of what is used everywhere (lodash, React, Vue, Svelte, zod, i18next, Effect). */
const FUNCTIONS = knownFunctions([
  { of: "JSON superjson", handsOn: "first", yields: "text", does: "json", names: "stringify" },
  { of: "Object", handsOn: "nothing", yields: "list", names: "keys getOwnPropertyNames" },
  { of: "Object", handsOn: "arguments", yields: "list", does: "entries", names: "entries" },
  { of: "Object", handsOn: "arguments", yields: "list", names: "values" },
  { of: "Object Map", handsOn: "first", names: "groupBy" },
  { of: "Array", handsOn: "arguments", yields: "list", does: "map", on: "first", names: "from" },
  { of: "Array", handsOn: "arguments", yields: "list", names: "of" },
  { of: "Promise", handsOn: "arguments", names: "all allSettled any race resolve" },
  { of: LODASH, does: "map", on: "first", names: "map flatMap" },
  { of: LODASH, does: "fold", on: "first", names: "reduce reduceRight" },
  { of: LODASH, does: "last", on: "first", names: "last" },
  {
    of: LODASH,
    does: "choose",
    on: "first",
    names: `compact drop dropRight filter find findLast first flatten groupBy head initial keyBy nth orderBy partition
      reject reverse sample sampleSize shuffle sortBy tail take takeRight uniq uniqBy`,
  },
  { of: "util", handsOn: "arguments", yields: "text", names: "format inspect" },
  { of: "effect", handsOn: "arguments", does: "unwrap", names: "value" },
  { handsOn: "nothing", does: "has", names: "has hasOwn includes" },
  { handsOn: "nothing", does: "index", names: "indexOf lastIndexOf" },
  // Answers and numbers.
  {
    handsOn: "nothing",
    names: `Boolean startsWith endsWith test some every propertyIsEnumerable contains exists equals
      equal eq matches compare compareSync safeCompare timingSafeEqual deepEqual shallowEqual
      findIndex findLastIndex search charCodeAt codePointAt localeCompare now push unshift`,
  },
  // Of a date of birth, too.
  { handsOn: "all", names: "getTime getFullYear" },
  {
    handsOn: "all",
    yields: "text",
    does: "keep-text",
    names:
      "toString trim trimStart trimEnd trimLeft trimRight toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase",
  },
  { handsOn: "all", yields: "text", does: "make-text", names: "String" },
  { yields: "number", names: "Number parseFloat parseInt" },
  { handsOn: "all", yields: "text", does: "join", names: "join" },
  { handsOn: "all", yields: "text", does: "replace", names: "replaceAll" },
  { handsOn: "all", yields: "text", does: "stringify", names: "stringify" },
  { handsOn: "all", yields: "text", does: "substring", names: "substring" },
  {
    handsOn: "all",
    yields: "text",
    names: `toISOString toDateString toTimeString toUTCString toLocaleDateString toLocaleString toFixed toPrecision padStart padEnd btoa atob encodeURIComponent decodeURIComponent encodeURI
      decodeURI sprintf vsprintf`,
  },
  { handsOn: "all", does: "concat", names: "concat" },
  { handsOn: "all", does: "last", names: "pop" },
  { handsOn: "all", does: "repeat", names: "repeat" },
  { handsOn: "all", does: "replace", names: "replace" },
  { handsOn: "all", does: "slice", names: "slice substr" },
  { handsOn: "all", does: "split", names: "split" },
  // Texts again, objects in another form, and translations with what is put into them.
  {
    handsOn: "all",
    names: `toJSON escape unescape escapeHTML escapeHtml sanitizeHTML sanitizeHtml sanitize encodeHTML encodeHtml
      stripHTML stripHtml stripTags xss format getText inspect normalize valueOf capitalize lowerCase upperCase lowerFirst
      upperFirst camelCase kebabCase snakeCase encode t $t translate gettext formatMessage`,
  },
  {
    handsOn: "all",
    names: `clone structuredClone cloneDeep freeze serialize from of value values entries fromEntries assign toRaw unref
      toValue snapshot toJS toObject Date Map Set URLSearchParams ok unwrap unwrapOr`,
  },
  { does: "pick", names: "pick" },
  { does: "omit", names: "omit" },
  { does: "last", names: "last" },
  {
    does: "choose",
    names: "at filter find findLast first flat nth reverse shift sort splice toReversed toSorted toSpliced",
  },
  { does: "map", names: "map flatMap then" },
  { does: "fold", names: "reduce reduceRight" },
  {
    does: "read",
    names: `get getAll getItem getItemAsync getString getValue getValues getFirst getHeader getAttribute getCookie
      getParameter getElementById header param field query cookie watch attr prop only input secret`,
  },
  { does: "stored-state", names: "useLocalStorage useSessionStorage" },
  {
    does: "state",
    names: `useState useReducer createSignal createStore ref shallowRef reactive shallowReactive signal writable $state
      useSignal useRef useStateWithCallback observable atom BehaviorSubject`,
  },
  { does: "schema", names: "object strictObject looseObject type" },
  { handsOn: "all", does: "parse", names: "parse parseAsync safeParse safeParseAsync validateSync cast" },
  { does: "parse", names: "validate create" },
  { handsOn: "all", names: "plainToInstance plainToClass" },
]);

/** What is known of the function that a name or member stands for. */
export function knownFunction(value: NameValue | MemberValue): KnownFunction | undefined {
  const rows = FUNCTIONS.get(value.name);
  return rows?.find(({ of }) => of === undefined || of.split(" ").includes(ownerOf(value) ?? ""));
}

/** Whether all functions of that name yield a text. */
export function yieldsText(name: string | undefined): boolean {
  return FUNCTIONS.get(name)?.some((row) => row.yields === "text" && row.of === undefined) === true;
}

const PREFIX = /^node:/;

/** `lodash-es`, and the modules of single functions; those of `lodash/fp` work on their last argument. */
const OF_LODASH = /^lodash(?:-es)?(?:[/.](?!fp\b).+)?$/;

/** The object that a function is a method of, as far as the file does not define it, or the module that exports it. */
function ownerOf(callee: NameValue | MemberValue): string | undefined {
  const owner: Value = callee.kind === "member" ? callee.object : callee;
  if (owner.kind !== "name") return undefined;
  if (owner.binding !== undefined) return owner.binding.import?.module.replace(PREFIX, "").replace(OF_LODASH, "lodash");
  return owner === callee ? undefined : owner.name;
}
