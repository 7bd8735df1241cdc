// A process of the bench: prints the milliseconds that importing the plugin takes once ESLint is there.
import "eslint";

const start = performance.now();
await import("../../scripts/built-plugin.js");
console.log(JSON.stringify({ milliseconds: performance.now() - start }));
