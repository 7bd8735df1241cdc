/** The model: what a program records as breadcrumbs, in no language's terms. Imports nothing. */
export type * from "./range.ts";
export type * from "./value.ts";
export type * from "./known-function.ts";
export type * from "./breadcrumb.ts";
export type * from "./surroundings.ts";
export type * from "./hook.ts";
export * from "./links.ts";
export type * from "./parameters.ts";
export type * from "./sending.ts";
export type * from "./writer.ts";
export { handedOn, knownOf, workOf } from "./calls.ts";
export { arrivesEmpty, fieldlessClassOf } from "./fieldless.ts";
export {
  alternatives,
  excerpt,
  fieldFor,
  isWithin,
  keyPlaceOf,
  matches,
  nameOf,
  pathOf,
  places,
  resolve,
  textOf,
  type Alternative,
} from "./read.ts";
export { placesByType, RUNTIME_TYPE_NAMES, runtimeTypeOf, type RuntimeType } from "./runtime-type.ts";
export * from "./text-filter.ts";
