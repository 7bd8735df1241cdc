// What finds breadcrumbs in a syntax tree, apart from what decides whether one has to be looked for: two thirds of the
// plugin, which the published package loads with the first file that needs it (scripts/build.js).
export { detectJavaScript } from "./javascript/index.ts";
export { detectRust } from "./rust/index.ts";
