// A process of the bench: prints the milliseconds of processor time that importing the plugin takes once ESLint is there.
import "eslint";

const before = process.cpuUsage();
await import("../../scripts/built-plugin.js");
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ milliseconds: (user + system) / 1e3 }));
