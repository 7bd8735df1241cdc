// The built plugin, with the types of its source, so that type checking needs no build before it.
/** @type {typeof import("../src/index.ts")} */
const built = await import(new URL("../dist/index.js", import.meta.url).href);

export const plugin = built.default;
export const { oxlint } = built;
