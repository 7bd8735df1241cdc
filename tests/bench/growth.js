// A process of the bench: prints the milliseconds that the rules take on a generated file, beyond what ESLint takes on it
// without them, for 1,000, 2,000 and 4,000 breadcrumbs, and for all rules once, twice and four times.
import { Linter } from "eslint";
import { plugin } from "../../scripts/built-plugin.js";

const linter = new Linter();
const { rules: strict = {} } = plugin.configs.strict;
const perSet = Object.keys(strict).length;
const breadcrumbs = [1000, 2000, 4000].map((count) => ({ count, text: program(count), sets: 1 }));
const rules = [1, 2, 4].map((sets) => ({ count: sets * perSet, text: program(1000), sets }));
[...breadcrumbs, ...rules].forEach(rulesOnly);
console.log(JSON.stringify({ breadcrumbs: breadcrumbs.map(measured), rules: rules.map(measured) }));

/** @typedef {{ readonly count: number, readonly text: string, readonly sets: number }} Case */

/** @param {Case} given @returns {{ count: number, milliseconds: number }} */
function measured(given) {
  return { count: given.count, milliseconds: rulesOnly(given) };
}

/** @param {number} count @returns {string} a file that records so many breadcrumbs, a third of them with a fault */
function program(count) {
  const functions = Array.from({ length: count / 4 }, (_, index) => {
    const data = `{ orderId: order.id, total: order.total, step: ${index} }`;
    return `export function step${index}(order, user) {
  const message = "Order " + order.id;
  Sentry.addBreadcrumb({ category: "checkout.step", message, level: "info", data: ${data} });
  Sentry.addBreadcrumb({ category: "ui.click", message: \`Clicked \${order.label}\`, level: "warn" });
  Sentry.addBreadcrumb({ category: "auth", message: "Signed in " + user.email, data: { ...order, method: "sso" } });
  Sentry.addBreadcrumb({ type: "http", category: "fetch", data: { url: "/orders", method: "GET", status_code: 200 } });
}
`;
  });
  return `import * as Sentry from "@sentry/browser";\n${functions.join("")}`;
}

/** @param {Case} given @returns {number} the least of three measurements, in milliseconds */
function rulesOnly({ text, sets }) {
  const time = (/** @type {import("eslint").Linter.Config} */ config) => {
    const start = performance.now();
    linter.verify(text, config, { filename: "generated.js" });
    return performance.now() - start;
  };
  const least = (/** @type {import("eslint").Linter.Config} */ config) =>
    Math.min(...Array.from({ length: 3 }, () => time(config)));
  return least(inSets(sets)) - least({ ...plugin.configs.strict, rules: {} });
}

/** @param {number} sets @returns {import("eslint").Linter.Config} the strict preset, so often, under other names */
function inSets(sets) {
  const names = Array.from({ length: sets }, (_, index) => `set-${index}`);
  const copies = names.flatMap((name) =>
    Object.entries(strict).map(([rule, entry]) => [rule.replace(plugin.meta.namespace, name), entry]),
  );
  return { plugins: Object.fromEntries(names.map((name) => [name, plugin])), rules: Object.fromEntries(copies) };
}
