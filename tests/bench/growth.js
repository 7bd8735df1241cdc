// A process of the bench: lints generated files of 1,000, 2,000 and 4,000 breadcrumbs and prints the milliseconds
// that the rules take on each, beyond what ESLint takes on the same file without them.
import { Linter } from "eslint";
import { plugin } from "../../scripts/built-plugin.js";

const linter = new Linter();
const without = { ...plugin.configs.strict, rules: {} };
const counts = [1000, 2000, 4000];
const texts = counts.map(program);
for (let round = 0; round < 3; round++) texts.forEach(rulesOnly);
console.log(JSON.stringify(counts.map((count, index) => ({ count, milliseconds: rulesOnly(texts[index] ?? "") }))));

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

/** @param {string} text @returns {number} the least of five measurements, in milliseconds */
function rulesOnly(text) {
  const time = (/** @type {import("eslint").Linter.Config} */ config) => {
    const start = performance.now();
    linter.verify(text, config, { filename: "generated.js" });
    return performance.now() - start;
  };
  const least = (/** @type {import("eslint").Linter.Config} */ config) =>
    Math.min(...Array.from({ length: 5 }, () => time(config)));
  return least(plugin.configs.strict) - least(without);
}
