/** The plugin for browsers: without modules of Node.js, and to be bundled. */
export { plugin as default } from "./plugin.ts";
