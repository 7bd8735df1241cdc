// Serves pages to a browser, for tests and measurements.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { root } from "../../scripts/findings.js";

/**
 * A server for pages.
 * @typedef {object} PageServer
 * @property {string} address with a slash at the end
 * @property {() => void} close
 */

/**
 * Serves pages on a port that is free.
 * @param {import("node:http").RequestListener} answer
 * @returns {Promise<PageServer>}
 */
export async function servePages(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(undefined);
    });
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${String(port)}/`, close: () => server.close() };
}

const SITE = join(root, "dist/site");
const TYPES = new Map([
  [".css", "text/css"],
  [".html", "text/html"],
  [".js", "text/javascript"],
  [".txt", "text/plain"],
  [".woff2", "font/woff2"],
]);

/**
 * The file of the built site that a host of static files sends for a path.
 * @param {string} path below the site, without a slash at its beginning
 * @returns {string | undefined} absolute; undefined where there is none
 */
export function siteFile(path) {
  const files = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
  return files.map((file) => join(SITE, file)).find((file) => extname(file) !== "" && existsSync(file));
}

/**
 * Serves the built site.
 * @param {string} base the path below which it is, with slashes at both ends
 * @returns {Promise<PageServer>} whose address is the site's
 */
export async function serveSite(base) {
  const { address, close } = await servePages(({ url = "" }, response) => {
    const file = siteFile(decodeURIComponent(new URL(url, "http://localhost").pathname).slice(base.length));
    response.statusCode = file === undefined ? 404 : 200;
    if (file !== undefined) response.setHeader("content-type", TYPES.get(extname(file)) ?? "application/octet-stream");
    response.end(file === undefined ? "" : readFileSync(file));
  });
  return { address: address.slice(0, -1) + base, close };
}
